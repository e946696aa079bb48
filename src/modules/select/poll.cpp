// select.poll: a set of files with the events that are of interest, in the order of registration.
//
// CPython: Modules/selectmodule.c (pollObject)
#include <poll.h>

#include <vector>

#include "modules/buffer_argument.h"
#include "modules/select/select.h"
#include "modules/support.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

struct Poll : Object {
    std::vector<pollfd>* files;
    bool waiting;  // another thread is inside poll()
};

Poll* as_poll(Object* self) noexcept { return static_cast<Poll*>(self); }

void poll_dealloc(Object* self) noexcept {
    delete as_poll(self)->files;
    free_object(self);
}

/// The flags of events: an unsigned short.
Result<short> events_argument(Object* value) {
    if (!value) return static_cast<short>(POLLIN | POLLPRI | POLLOUT);
    if (!has_index(value)) return raise(type_error_type, "an integer is required");
    Ref<Int> number = TRY(to_index(value));
    if (number->is_negative()) return raise(value_error_type, "value must be positive");
    if (!number->is_small())
        return raise(overflow_error_type, "Python int too large to convert to C unsigned long");
    if (number->small > 0xFFFF) return raise(overflow_error_type, "Python int too large for C unsigned short");
    return static_cast<short>(number->small);
}

pollfd* find(Object* self, int file) noexcept {
    for (pollfd& entry : *as_poll(self)->files)
        if (entry.fd == file) return &entry;
    return nullptr;
}

NewRef poll_register(Object* self, Object* const* arguments) {
    const int file = TRY(file_argument(arguments[0]));
    const short events = TRY(events_argument(arguments[1]));
    if (pollfd* entry = find(self, file))
        entry->events = events;
    else
        as_poll(self)->files->push_back({file, events, 0});
    return new_none();
}

NewRef poll_modify(Object* self, Object* const* arguments) {
    const int file = TRY(file_argument(arguments[0]));
    const short events = TRY(events_argument(arguments[1]));
    pollfd* entry = find(self, file);
    if (!entry) return raise_os_error(ENOENT);
    entry->events = events;
    return new_none();
}

NewRef poll_unregister(Object* self, Object* const* arguments) {
    const int file = TRY(file_argument(arguments[0]));
    const pollfd* entry = find(self, file);
    if (!entry) return raise_key_error(new_int(file).get());
    std::vector<pollfd>& files = *as_poll(self)->files;
    files.erase(files.begin() + (entry - files.data()));
    return new_none();
}

/// Milliseconds, rounded up; None and negative ones are no limit.
Result<Deadline> milliseconds_argument(Object* timeout) {
    if (!timeout || is_none(timeout)) return Deadline();
    const Result<std::int64_t> nanoseconds = nanoseconds_argument(timeout, 1000);
    if (!nanoseconds) {
        if (!pending_matches(type_error_type)) return failed;
        clear_exception();
        return raise(type_error_type, "timeout must be an integer or None");
    }
    if (*nanoseconds / 1'000'000 > INT32_MAX) return raise(overflow_error_type, "timeout is too large");
    return *nanoseconds < 0 ? Deadline() : Deadline(*nanoseconds);
}

NewRef poll_poll(Object* self, Object* const* arguments) {
    Poll* poll = as_poll(self);
    const Deadline deadline = TRY(milliseconds_argument(arguments[0]));
    if (poll->waiting) return raise(runtime_error_type, "concurrent poll() invocation");
    std::vector<pollfd> files = *poll->files;  // handlers of signals may register others
    poll->waiting = true;
    const Result<int> count = blocking_retried(
        [&] { return ::poll(files.data(), static_cast<nfds_t>(files.size()), deadline.left_milliseconds()); });
    poll->waiting = false;
    TRY(Result<int>(count));
    Ref<List> ready = new_list();
    for (const pollfd& entry : files) {
        if (!entry.revents) continue;
        Ref<Tuple> pair = pack({new_int(entry.fd).get(), new_int(entry.revents & 0xFFFF).get()});
        TRY(list_append_steal(ready.get(), pair.release()));
    }
    return ready;
}

constexpr NativeDef poll_methods[] = {
    {"register", poll_register,
     "($self, fd,\n         eventmask=select.POLLIN | select.POLLPRI | select.POLLOUT, /)",
     "Adds a file with the events that are of interest, or changes these."},
    {"modify", poll_modify, "($self, fd, eventmask, /)",
     "Changes the events of a file that has been registered."},
    {"unregister", poll_unregister, "($self, fd, /)", "Takes a file out."},
    {"poll", poll_poll, "($self, timeout=None, /)",
     "Waits (milliseconds at most) for events; gives pairs of file and events."},
};

const TypeSpec poll_spec = {
    .name = "select.poll",
    .basic_size = sizeof(Poll),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = poll_dealloc},
    .methods = poll_methods,
};

}  // namespace

Type poll_type(poll_spec);

NewRef select_poll(Object*, Object* const*) {
    auto* made = static_cast<Poll*>(allocate_instance(&poll_type));
    made->files = new std::vector<pollfd>;
    return NewRef(made);
}

}  // namespace minipy
