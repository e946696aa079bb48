// select: select() itself, and the module's constants.
//
// The sequences are taken apart once; what is ready is given back as the objects that were in them.
//
// CPython: Modules/selectmodule.c (select_select_impl)
#include "modules/select/select.h"

#include <limits.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>

#include <algorithm>
#include <vector>

#include "modules/buffer_argument.h"
#include "modules/constants.h"
#include "modules/support.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

/// A list is looked at anew for each item: `fileno()` may have changed it.
std::span<Object* const> items_of(Object* sequence) noexcept {
    if (is_list(sequence)) return static_cast<List*>(sequence)->span();
    return static_cast<Tuple*>(sequence)->span();
}

/// One of the three lists: the objects, their files, and the set for the system.
struct FileSet {
    std::vector<Ref<Object>> objects;
    std::vector<int> files;
    fd_set set;

    Status acquire(Object* sequence) {
        Ref<Object> given = is_list(sequence) ? share(sequence) : Ref<Object>(sequence_to_tuple(sequence));
        if (!given) {
            if (!pending_matches(type_error_type)) return failed;
            clear_exception();
            return raise(type_error_type, "arguments 1-3 must be sequences");
        }
        for (std::size_t i = 0; i < items_of(given.get()).size(); ++i) {
            Ref<Object> object = share(items_of(given.get())[i]);
            const int file = TRY(file_argument(object.get()));
            if (file >= FD_SETSIZE) return raise(value_error_type, "filedescriptor out of range in select()");
            files.push_back(file);
            objects.push_back(std::move(object));
        }
        return done;
    }

    int highest() const noexcept { return files.empty() ? -1 : *std::max_element(files.begin(), files.end()); }

    fd_set* prepare() noexcept {
        FD_ZERO(&set);
        for (const int file : files) FD_SET(file, &set);
        return &set;
    }

    Ref<List> ready(bool any) const {
        Ref<List> list = new_list();
        for (std::size_t i = 0; any && i < files.size(); ++i)
            if (FD_ISSET(files[i], &set)) TRY(list_append(list.get(), objects[i].get()));
        return list;
    }
};

Result<Deadline> timeout_argument(Object* timeout) {
    if (!timeout || is_none(timeout)) return Deadline();
    const Result<std::int64_t> nanoseconds = nanoseconds_argument(timeout);
    if (!nanoseconds) {
        if (!pending_matches(type_error_type)) return failed;
        clear_exception();
        return raise(type_error_type, "timeout must be a float or None");
    }
    if (*nanoseconds < 0) return raise(value_error_type, "timeout must be non-negative");
    return Deadline(*nanoseconds);
}

NewRef select_select(Object*, Object* const* arguments) {
    const Deadline deadline = TRY(timeout_argument(arguments[3]));
    FileSet sets[3];
    int highest = -1;
    for (int i = 0; i < 3; ++i) {
        TRY(sets[i].acquire(arguments[i]));
        highest = std::max(highest, sets[i].highest());
    }
    const auto wait = [&] {
        const std::int64_t left = deadline.is_set() ? deadline.left() + 999 : 0;
        timeval time{left / 1'000'000'000, left % 1'000'000'000 / 1000};
        return ::select(highest + 1, sets[0].prepare(), sets[1].prepare(), sets[2].prepare(),
                        deadline.is_set() ? &time : nullptr);
    };
    const bool any = TRY(blocking_retried(wait)) > 0;
    Ref<List> lists[3];
    for (int i = 0; i < 3; ++i) lists[i] = TRY(sets[i].ready(any));
    return pack({lists[0].get(), lists[1].get(), lists[2].get()});
}

#define CONSTANT(name) \
    { #name, static_cast < std::int64_t>(name) }
constexpr IntConstant constants[] = {
    CONSTANT(PIPE_BUF),     CONSTANT(POLLIN),         CONSTANT(POLLPRI),     CONSTANT(POLLOUT),
    CONSTANT(POLLERR),      CONSTANT(POLLHUP),        CONSTANT(POLLNVAL),    CONSTANT(POLLRDNORM),
    CONSTANT(POLLRDBAND),   CONSTANT(POLLWRNORM),     CONSTANT(POLLWRBAND),  CONSTANT(POLLMSG),
    CONSTANT(POLLRDHUP),    CONSTANT(EPOLLIN),        CONSTANT(EPOLLOUT),    CONSTANT(EPOLLPRI),
    CONSTANT(EPOLLERR),     CONSTANT(EPOLLHUP),       CONSTANT(EPOLLRDHUP),  {"EPOLLET", std::int64_t{1} << 31},
    CONSTANT(EPOLLONESHOT), CONSTANT(EPOLLEXCLUSIVE), CONSTANT(EPOLLRDNORM), CONSTANT(EPOLLRDBAND),
    CONSTANT(EPOLLWRNORM),  CONSTANT(EPOLLWRBAND),    CONSTANT(EPOLLMSG),    CONSTANT(EPOLL_CLOEXEC),
};
#undef CONSTANT

constexpr NativeDef select_functions[] = {
    {"select", select_select, "($module, rlist, wlist, xlist, timeout=None, /)",
     "Waits until files can be read, be written or have something exceptional; gives three lists."},
    {"poll", select_poll, "($module, /)", "A new object for poll()."},
};

Status select_fill(Module* module) {
    TRY(module_set(module, "error", &os_error_type));
    TRY(module_set_constants(module, constants));
    ready_type(poll_type);
    return module_add_type(module, epoll_type);
}

const ModuleSpec select_spec = {"select", "Waiting for files to become ready.", select_functions, select_fill};

}  // namespace

Ref<Module> make_select_module() { return new_native_module(select_spec); }

}  // namespace minipy
