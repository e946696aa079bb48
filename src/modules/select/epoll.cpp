// select.epoll: Linux's interface for many files, a file itself.
//
// CPython: Modules/selectmodule.c (pyEpoll_Object)
#include <sys/epoll.h>
#include <unistd.h>

#include <vector>

#include "modules/buffer_argument.h"
#include "modules/select/select.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

struct Epoll : Object {
    int file;  // -1: closed
};

Epoll* as_epoll(Object* self) noexcept { return static_cast<Epoll*>(self); }

Status check_open(Object* self) {
    if (as_epoll(self)->file >= 0) return done;
    return raise(value_error_type, "I/O operation on closed epoll object");
}

NewRef epoll_of(Type* type, int file) {
    if (file < 0) return raise_errno();
    auto* made = static_cast<Epoll*>(allocate_instance(type));
    made->file = file;
    return NewRef(made);
}

NewRef epoll_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"sizehint", "flags"};
    Object* bound[2];
    TRY(bind_arguments("epoll", names, arguments, keywords_or_null, bound));
    const int size_hint = bound[0] ? TRY(argument_int(bound[0])) : -1;
    const int flags = bound[1] ? TRY(argument_int(bound[1])) : 0;
    if (size_hint != -1 && size_hint <= 0) return raise(value_error_type, "negative sizehint");
    if (flags && flags != EPOLL_CLOEXEC) return raise(os_error_type, "invalid flags");
    return epoll_of(type, ::epoll_create1(EPOLL_CLOEXEC));
}

NewRef epoll_fromfd(Object* type, Object* const* arguments) {
    return epoll_of(static_cast<Type*>(type), TRY(argument_int(arguments[0])));
}

void close_file(Object* self) noexcept {
    if (as_epoll(self)->file >= 0) ::close(std::exchange(as_epoll(self)->file, -1));
}

void epoll_dealloc(Object* self) noexcept {
    close_file(self);
    free_object(self);
}

NewRef epoll_close(Object* self, Object* const*) {
    const int file = std::exchange(as_epoll(self)->file, -1);
    if (file >= 0 && ::close(file) < 0) return raise_errno();
    return new_none();
}

NewRef epoll_fileno(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_int(as_epoll(self)->file);
}

/// The change of one file; the events are taken as 32 bits.
NewRef control(Object* self, int operation, Object* file_object, Object* events_or_null) {
    const int file = TRY(file_argument(file_object));
    epoll_event event{};
    event.data.fd = file;
    if (operation != EPOLL_CTL_DEL)
        event.events = events_or_null ? TRY(wrapped_argument(events_or_null))
                                      : static_cast<std::uint32_t>(EPOLLIN | EPOLLPRI | EPOLLOUT);
    TRY(check_open(self));
    if (::epoll_ctl(as_epoll(self)->file, operation, file, &event) < 0) return raise_errno();
    return new_none();
}

NewRef epoll_register(Object* self, Object* const* arguments) {
    return control(self, EPOLL_CTL_ADD, arguments[0], arguments[1]);
}
NewRef epoll_modify(Object* self, Object* const* arguments) {
    return control(self, EPOLL_CTL_MOD, arguments[0], arguments[1]);
}
NewRef epoll_unregister(Object* self, Object* const* arguments) {
    return control(self, EPOLL_CTL_DEL, arguments[0], nullptr);
}

/// Seconds; None and negative ones are no limit.
Result<Deadline> seconds_argument(Object* timeout) {
    if (is_none(timeout)) return Deadline();
    const Result<std::int64_t> nanoseconds = nanoseconds_argument(timeout);
    if (!nanoseconds) {
        if (!pending_matches(type_error_type)) return failed;
        clear_exception();
        return raise(type_error_type, "timeout must be an integer or None");
    }
    if (*nanoseconds / 1'000'000 > INT32_MAX) return raise(overflow_error_type, "timeout is too large");
    return *nanoseconds < 0 ? Deadline() : Deadline(*nanoseconds);
}

NewRef epoll_poll(Object* self, Object* const* arguments) {
    int most = TRY(argument_int(arguments[1]));
    TRY(check_open(self));
    const Deadline deadline = TRY(seconds_argument(arguments[0]));
    if (most == -1) most = FD_SETSIZE - 1;
    if (most < 1) return raise(value_error_type, fmt::format("maxevents must be greater than 0, got {}", most));
    std::vector<epoll_event> events(static_cast<std::size_t>(most));
    const int count = TRY(blocking_retried(
        [&] { return ::epoll_wait(as_epoll(self)->file, events.data(), most, deadline.left_milliseconds()); }));
    Ref<List> ready = new_list();
    for (int i = 0; i < count; ++i) {
        Ref<Tuple> pair = pack({new_int(events[i].data.fd).get(), new_int(events[i].events).get()});
        TRY(list_append_steal(ready.get(), pair.release()));
    }
    return ready;
}

NewRef epoll_enter(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_ref(self);
}

NewRef epoll_exit(Object* self, Object* const*) { return epoll_close(self, nullptr); }
NewRef epoll_closed(Object* self) { return new_bool(as_epoll(self)->file < 0); }

constexpr NativeDef epoll_methods[] = {
    {"fromfd", epoll_fromfd, "($type, fd, /)", "An epoll object of an open epoll file."},
    {"close", epoll_close, "($self, /)", "Closes the file."},
    {"fileno", epoll_fileno, "($self, /)", "The file descriptor."},
    {"modify", epoll_modify, "($self, /, fd, eventmask)",
     "Changes the events of a file that has been registered."},
    {"register", epoll_register,
     "($self, /, fd,\n         eventmask=select.EPOLLIN | select.EPOLLPRI | select.EPOLLOUT)",
     "Adds a file with the events that are of interest."},
    {"unregister", epoll_unregister, "($self, /, fd)", "Takes a file out."},
    {"poll", epoll_poll, "($self, /, timeout=None, maxevents=-1)",
     "Waits (seconds at most) for events; gives pairs of file and events."},
    {"__enter__", epoll_enter, "($self, /)", nullptr},
    {"__exit__", epoll_exit, "($self, exc_type=None, exc_value=None, exc_tb=None, /)", nullptr},
};
constexpr GetSetDef epoll_getset[] = {{"closed", epoll_closed, nullptr, "Whether close() has been called."}};

const TypeSpec epoll_spec = {
    .name = "select.epoll",
    .basic_size = sizeof(Epoll),
    .doc =
        "select.epoll(sizehint=-1, flags=0)\n\nWaits for events of many files; both arguments count for "
        "nothing.",
    .slots = {.new_ = epoll_new, .dealloc = epoll_dealloc, .get_attribute = generic_get_attribute},
    .methods = epoll_methods,
    .getset = epoll_getset,
};

}  // namespace

Type epoll_type(epoll_spec);

}  // namespace minipy
