// socket.socket's base: its life, its options and everything about connections.
//
// CPython: Modules/socketmodule.c (sock_methods)
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <utility>

#include "modules/buffer_argument.h"
#include "modules/socket/socket.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/vm_hooks.h"

namespace minipy {

std::int64_t default_socket_timeout = -1;

Result<std::int64_t> socket_timeout_argument(Object* value) {
    if (is_none(value)) return -1;
    const std::int64_t nanoseconds = TRY(nanoseconds_argument(value));
    if (nanoseconds < 0) return raise(value_error_type, "Timeout value out of range");
    if (nanoseconds / 1'000'000 > INT32_MAX)
        return raise(overflow_error_type, "timeout doesn't fit into C timeval");
    return nanoseconds;
}

NewRef timeout_object(std::int64_t timeout) {
    if (timeout < 0) return new_none();
    return new_float(static_cast<double>(timeout) / 1e9);
}

Status set_file_blocking(int file, bool blocking) {
    const int flags = ::fcntl(file, F_GETFL, 0);
    if (flags < 0) return raise_errno();
    const int wanted = blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK;
    if (wanted != flags && ::fcntl(file, F_SETFL, wanted) < 0) return raise_errno();
    return done;
}

Result<bool> wait_for(const Socket* socket, short events, const Deadline& deadline) {
    if (socket->file < 0) return true;  // the call itself will say so
    pollfd poll{socket->file, events, 0};
    const int ready = TRY(blocking_retried([&] { return ::poll(&poll, 1, deadline.left_milliseconds()); }));
    return ready > 0;
}

namespace {

// --- life

NewRef socket_new(Type* type, Tuple*, Dict*) {
    auto* made = static_cast<Socket*>(allocate_instance(type));
    made->file = -1;
    made->timeout = default_socket_timeout;
    return NewRef(made);
}

/// What the system says of an open socket where the caller has not: an option that is a number.
Result<int> queried_option(int file, int given, int option) {
    if (given != -1) return given;
    int value = 0;
    socklen_t size = sizeof value;
    if (::getsockopt(file, SOL_SOCKET, option, &value, &size) < 0) return raise_errno();
    return value;
}

/// A socket made around an open file.
Result<int> adopt_file(Object* number, int& family, int& kind, int& protocol) {
    if (is_float(number)) return raise(type_error_type, "integer argument expected, got float");
    const int file = TRY(argument_int(number));
    if (file < 0) return raise(value_error_type, "negative file descriptor");
    SocketAddress address;
    if (::getsockname(file, &address.any, &address.length) < 0) {
        if (family == -1 || errno == EBADF || errno == ENOTSOCK) return raise_errno();
    } else if (family == -1) {
        family = address.any.sa_family;
    }
    kind = TRY(queried_option(file, kind, SO_TYPE));
    protocol = TRY(queried_option(file, protocol, SO_PROTOCOL));
    return file;
}

Result<int> open_file(int& family, int& kind, int& protocol) {
    if (family == -1) family = AF_INET;
    if (kind == -1) kind = SOCK_STREAM;
    if (protocol == -1) protocol = 0;
    const int file = ::socket(family, kind | SOCK_CLOEXEC, protocol);
    if (file < 0) return raise_errno();
    return file;
}

Status socket_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"family", "type", "proto", "fileno"};
    Object* bound[4];
    TRY(bind_arguments("socket", names, arguments, keywords_or_null, bound));
    int numbers[3] = {-1, -1, -1};
    for (int i = 0; i < 3; ++i)
        if (bound[i]) numbers[i] = TRY(argument_int(bound[i]));
    auto& [family, kind, protocol] = numbers;
    TRY(audit("socket.__new__", self, family, kind, protocol));
    Socket* socket = as_socket(self);
    const bool adopted = bound[3] && !is_none(bound[3]);
    const int file =
        adopted ? TRY(adopt_file(bound[3], family, kind, protocol)) : TRY(open_file(family, kind, protocol));
    socket->file = file;
    socket->family = family;
    socket->kind = kind & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
    socket->protocol = protocol;
    socket->timeout = kind & SOCK_NONBLOCK ? 0 : default_socket_timeout;
    if (socket->timeout >= 0) return set_file_blocking(file, false);
    return done;
}

/// A socket that nobody has closed: a ResourceWarning, and it is closed now.
void socket_finalize(Object* self) noexcept {
    if (as_socket(self)->file < 0) return;
    Ref<Object> pending = take_exception();
    if (!warn(resource_warning_type, fmt::format("unclosed {}", repr_for_message(self))))
        write_unraisable(self);
    const int file = std::exchange(as_socket(self)->file, -1);
    if (file >= 0) (void)blocking([&] { return ::close(file); });
    if (pending) (void)restore_exception(std::move(pending));
}

void socket_dealloc(Object* self) noexcept {
    ++self->refcount;
    socket_finalize(self);
    if (--self->refcount) return;
    free_object(self);
}

NewRef socket_repr(Object* self) {
    const Socket* socket = as_socket(self);
    return str_from_utf8(fmt::format("<socket object, fd={}, family={}, type={}, proto={}>", socket->file,
                                     socket->family, socket->kind, socket->protocol));
}

// --- connections

NewRef none_or_error(int result) {
    if (result < 0) return raise_errno();
    return new_none();
}

NewRef socket_accept(Object* self, Object* const*) {
    Socket* socket = as_socket(self);
    SocketAddress address;
    const int file = TRY(transfer(socket, POLLIN, [&] {
        address.length = sizeof address.storage;
        return ::accept4(socket->file, &address.any, &address.length, SOCK_CLOEXEC);
    }));
    Ref<Object> number = new_int(file), where = address_object(address);
    if (!where) {
        ::close(file);
        return failed;
    }
    return pack({number.get(), where.get()});
}

NewRef socket_bind(Object* self, Object* const* arguments) {
    SocketAddress address;
    TRY(parse_address(as_socket(self)->family, arguments[0], address, "bind"));
    TRY(audit("socket.bind", self, arguments[0]));
    return none_or_error(blocking([&] { return ::bind(as_socket(self)->file, &address.any, address.length); }));
}

/// The error number of connecting, 0 for success; a signal does not break it off. internal_connect.
Result<int> connect_number(Socket* socket, const SocketAddress& address) {
    if (blocking([&] { return ::connect(socket->file, &address.any, address.length); }) == 0) return 0;
    const int number = errno;
    if (number == EINTR) TRY(run_signal_handlers());
    const bool goes_on =
        (number == EINTR && socket->timeout != 0) || (number == EINPROGRESS && socket->timeout > 0);
    if (!goes_on) return number;
    if (!TRY(wait_for(socket, POLLOUT, socket_deadline(socket)))) return raise_timed_out();
    int result = 0;
    socklen_t size = sizeof result;
    if (::getsockopt(socket->file, SOL_SOCKET, SO_ERROR, &result, &size) < 0) return errno;
    return result == EISCONN ? 0 : result;
}

NewRef socket_connect(Object* self, Object* const* arguments) {
    SocketAddress address;
    TRY(parse_address(as_socket(self)->family, arguments[0], address, "connect"));
    TRY(audit("socket.connect", self, arguments[0]));
    const int number = TRY(connect_number(as_socket(self), address));
    if (number) return raise_os_error(number);
    return new_none();
}

NewRef socket_connect_ex(Object* self, Object* const* arguments) {
    SocketAddress address;
    TRY(parse_address(as_socket(self)->family, arguments[0], address, "connect_ex"));
    TRY(audit("socket.connect", self, arguments[0]));
    const Result<int> number = connect_number(as_socket(self), address);
    if (number) return new_int(*number);
    if (!pending_matches(timeout_error_type)) return failed;
    clear_exception();
    return new_int(EWOULDBLOCK);
}

NewRef socket_listen(Object* self, Object* const* arguments) {
    const int backlog = arguments[0] ? TRY(argument_int(arguments[0])) : std::min(SOMAXCONN, 128);
    return none_or_error(blocking([&] { return ::listen(as_socket(self)->file, std::max(backlog, 0)); }));
}

NewRef socket_shutdown(Object* self, Object* const* arguments) {
    const int how = TRY(argument_int(arguments[0]));
    return none_or_error(blocking([&] { return ::shutdown(as_socket(self)->file, how); }));
}

/// A broken connection has been given up already and is no error.
NewRef socket_close(Object* self, Object* const*) {
    const int file = std::exchange(as_socket(self)->file, -1);
    if (file >= 0 && blocking([&] { return ::close(file); }) < 0 && errno != ECONNRESET) return raise_errno();
    return new_none();
}

NewRef socket_detach(Object* self, Object* const*) { return new_int(std::exchange(as_socket(self)->file, -1)); }
NewRef socket_fileno(Object* self, Object* const*) { return new_int(as_socket(self)->file); }

// --- addresses, timeouts, options

using NameCall = int (*)(int, sockaddr*, socklen_t*);

NewRef address_from(Object* self, NameCall call) {
    SocketAddress address;
    if (blocking([&] { return call(as_socket(self)->file, &address.any, &address.length); }) < 0)
        return raise_errno();
    return address_object(address);
}

NewRef socket_getsockname(Object* self, Object* const*) { return address_from(self, ::getsockname); }
NewRef socket_getpeername(Object* self, Object* const*) { return address_from(self, ::getpeername); }

NewRef set_timeout(Object* self, std::int64_t timeout) {
    as_socket(self)->timeout = timeout;
    TRY(set_file_blocking(as_socket(self)->file, timeout < 0));
    return new_none();
}

NewRef socket_settimeout(Object* self, Object* const* arguments) {
    return set_timeout(self, TRY(socket_timeout_argument(arguments[0])));
}

NewRef socket_setblocking(Object* self, Object* const* arguments) {
    return set_timeout(self, TRY(truth(arguments[0])) ? -1 : 0);
}

NewRef socket_gettimeout(Object* self, Object* const*) { return timeout_object(as_socket(self)->timeout); }
NewRef socket_getblocking(Object* self, Object* const*) { return new_bool(as_socket(self)->timeout != 0); }
NewRef socket_timeout(Object* self) { return timeout_object(as_socket(self)->timeout); }

NewRef socket_getsockopt(Object* self, Object* const* arguments) {
    const int level = TRY(argument_int(arguments[0])), option = TRY(argument_int(arguments[1]));
    const int wanted = arguments[2] ? TRY(argument_int(arguments[2])) : 0;
    const int file = as_socket(self)->file;
    if (wanted == 0) {
        int flag = 0;
        socklen_t size = sizeof flag;
        if (::getsockopt(file, level, option, &flag, &size) < 0) return raise_errno();
        return new_int(flag);
    }
    if (wanted < 0 || wanted > 1024) return raise(os_error_type, "getsockopt buflen out of range");
    char octets[1024];
    auto size = static_cast<socklen_t>(wanted);
    if (::getsockopt(file, level, option, octets, &size) < 0) return raise_errno();
    return new_bytes({octets, size});
}

NewRef socket_setsockopt(Object* self, Object* const* arguments) {
    const int level = TRY(argument_int(arguments[0])), option = TRY(argument_int(arguments[1]));
    const int file = as_socket(self)->file;
    Object *value = arguments[2], *length = arguments[3];
    if (length) {
        if (!is_none(value) || !has_index(length))
            return raise(type_error_type, "setsockopt() takes exactly 3 arguments (4 given)");
        const auto size = static_cast<socklen_t>(TRY(wrapped_argument(length)));
        return none_or_error(::setsockopt(file, level, option, nullptr, size));
    }
    if (has_index(value)) {
        const int number = TRY(argument_int(value));
        return none_or_error(::setsockopt(file, level, option, &number, sizeof number));
    }
    OctetsView octets;
    TRY(octets.acquire(value));
    return none_or_error(
        ::setsockopt(file, level, option, octets.view().data(), static_cast<socklen_t>(octets.view().size())));
}

constexpr NativeDef socket_methods[] = {
    {"_accept", socket_accept, "-($self, /)", "Waits for a connection: its file and the other side's address."},
    {"bind", socket_bind, "-($self, address, /)", "Gives the socket an address of this host."},
    {"close", socket_close, "-($self, /)", "Closes the socket; it cannot be used any more."},
    {"connect", socket_connect, "-($self, address, /)", "Connects to an address."},
    {"connect_ex", socket_connect_ex, "-($self, address, /)",
     "Connects to an address; gives the error number, 0 for success."},
    {"detach", socket_detach, "-($self, /)", "Lets the file go without closing it; gives its number."},
    {"fileno", socket_fileno, "-($self, /)", "The number of the file, -1 once it is closed."},
    {"getblocking", socket_getblocking, "-($self, /)", "Whether operations wait."},
    {"getpeername", socket_getpeername, "-($self, /)", "The address of the other side."},
    {"getsockname", socket_getsockname, "-($self, /)", "The address of this side."},
    {"getsockopt", socket_getsockopt, "-($self, level, option, buflen=<absent>, /)",
     "The value of an option: a number, or octets if a size is given."},
    {"gettimeout", socket_gettimeout, "-($self, /)", "Seconds that operations may take, or None."},
    {"listen", socket_listen, "-($self, backlog=<absent>, /)", "Lets others connect."},
    {"recv", socket_recv, "-($self, bufsize, flags=0, /)", "Receives octets, b'' at the end."},
    {"recv_into", socket_recv_into, "-($self, /, buffer, nbytes=0, flags=0)",
     "Receives into a buffer; gives the number of octets."},
    {"recvfrom", socket_recvfrom, "-($self, bufsize, flags=0, /)", "Receives octets and the sender's address."},
    {"recvfrom_into", socket_recvfrom_into, "-($self, /, buffer, nbytes=0, flags=0)",
     "Receives into a buffer; gives the number of octets and the sender's address."},
    {"recvmsg", socket_recvmsg, "-($self, bufsize, ancbufsize=0, flags=0, /)",
     "Receives octets and ancillary data: (data, ancillary, flags, address)."},
    {"send", socket_send, "-($self, data, flags=0, /)", "Sends octets; gives how many were taken."},
    {"sendall", socket_sendall, "-($self, data, flags=0, /)", "Sends all the octets."},
    {"sendmsg", socket_sendmsg, "-($self, buffers, ancdata=(), flags=0, address=None, /)",
     "Sends octets of several buffers and ancillary data."},
    {"sendto", socket_sendto, "-($self, *arguments)", "Sends octets to an address: (data[, flags], address)."},
    {"setblocking", socket_setblocking, "-($self, flag, /)", "Whether operations wait."},
    {"setsockopt", socket_setsockopt, "-($self, level, option, value, optlen=<absent>, /)",
     "Sets an option to a number or octets."},
    {"settimeout", socket_settimeout, "-($self, timeout, /)",
     "Seconds that operations may take; None for any time."},
    {"shutdown", socket_shutdown, "-($self, how, /)", "Ends one or both directions."},
};
constexpr GetSetDef socket_getset[] = {{"timeout", socket_timeout, nullptr, "the socket timeout"}};
constexpr MemberDef socket_members[] = {
    {"family", MemberKind::Int, offsetof(Socket, family), true, "the socket family"},
    {"type", MemberKind::Int, offsetof(Socket, kind), true, "the socket type"},
    {"proto", MemberKind::Int, offsetof(Socket, protocol), true, "the socket protocol"},
};

const TypeSpec socket_spec = {
    .name = "_socket.socket",
    .basic_size = sizeof(Socket),
    .flags = type_flag::base_type,
    .doc = "socket(family=AF_INET, type=SOCK_STREAM, proto=0, fileno=None)\n\nOne end of a connection.",
    .slots = {.new_ = socket_new,
              .init = socket_init,
              .dealloc = socket_dealloc,
              .repr = socket_repr,
              .get_attribute = generic_get_attribute},
    .methods = socket_methods,
    .getset = socket_getset,
    .members = socket_members,
};

}  // namespace

Type socket_type(socket_spec);

}  // namespace minipy
