// _socket: the socket object, and what the files of this module share.
//
// A socket with a timeout is non-blocking for the system; `wait_for` polls with the GIL released and every
// operation is tried again until it goes through or the deadline has passed (`transfer`). Invariant: the file
// is -1 once the socket is closed or detached, and every operation on it then fails with EBADF.
//
// CPython: Modules/socketmodule.h, Modules/socketmodule.c
#pragma once

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <string>

#include "modules/blocking.h"
#include "modules/os_error.h"
#include "objects/exceptions.h"
#include "objects/type.h"

namespace minipy {

struct Socket : Object {
    int file;  // -1: closed
    int family;
    int kind;  // SOCK_STREAM ...
    int protocol;
    std::int64_t timeout;  // nanoseconds; negative: none, 0: non-blocking
};

extern Type socket_type;

inline Socket* as_socket(Object* self) noexcept { return static_cast<Socket*>(self); }

/// socket.setdefaulttimeout: what new sockets begin with.
extern std::int64_t default_socket_timeout;

/// The classes that the module makes for errors of name lookup.
extern Type *gai_error_class, *host_error_class;

/// A number of seconds or None, as `Socket::timeout` has it. ValueError "Timeout value out of range".
Result<std::int64_t> socket_timeout_argument(Object* value);
NewRef timeout_object(std::int64_t timeout);

/// Turns O_NONBLOCK on or off.
Status set_file_blocking(int file, bool blocking);

/// Any address that the system knows.
struct SocketAddress {
    union {
        sockaddr any;
        sockaddr_in ipv4;
        sockaddr_in6 ipv6;
        sockaddr_un local;
        sockaddr_storage storage;
    };
    socklen_t length = sizeof(sockaddr_storage);

    SocketAddress() noexcept : storage{} {}
};

/// The address that a Python object stands for in the socket's family. `function` goes into messages.
Status parse_address(int family, Object* value, SocketAddress& address, const char* function);

/// An address as Python has it: a pair, four items, a path or None. makesockaddr.
NewRef address_object(const SocketAddress& address);
NewRef address_object(const sockaddr* address, socklen_t length);

/// The name of a host as octets: str by IDNA, bytes as they are. TypeError, UnicodeError.
Result<std::string> host_argument(Object* value);
/// Looks a host up for a family; the port is left 0. setipaddr.
Status resolve_host(const std::string& host, int family, SocketAddress& address);

/// gaierror for a code of getaddrinfo.
Failure raise_gai_error(int code);

/// Waits until the socket is ready for `events`, at most until the deadline. False: the time is over.
Result<bool> wait_for(const Socket* socket, short events, const Deadline& deadline);

inline Deadline socket_deadline(const Socket* socket) noexcept {
    return socket->timeout > 0 ? Deadline(socket->timeout) : Deadline();
}

inline Failure raise_timed_out() { return raise(timeout_error_type, "timed out"); }

/// Runs a system call of a socket, waiting for `events` first if there is a timeout. sock_call_impl.
template <class Call>
auto transfer(Socket* socket, short events, const Deadline& deadline, Call system_call)
    -> Result<decltype(system_call())> {
    for (;;) {
        if (socket->timeout > 0 && !TRY(wait_for(socket, events, deadline))) return raise_timed_out();
        const auto result = blocking(system_call);
        if (result >= 0) return result;
        if (errno == EINTR)
            TRY(run_signal_handlers());
        else if (socket->timeout <= 0 || (errno != EAGAIN && errno != EWOULDBLOCK))
            return raise_errno();
    }
}

template <class Call>
auto transfer(Socket* socket, short events, Call system_call) {
    return transfer(socket, events, socket_deadline(socket), system_call);
}

// Methods of the socket object: transfers.cpp.
NewRef socket_recv(Object* self, Object* const* arguments);
NewRef socket_recv_into(Object* self, Object* const* arguments);
NewRef socket_recvfrom(Object* self, Object* const* arguments);
NewRef socket_recvfrom_into(Object* self, Object* const* arguments);
NewRef socket_recvmsg(Object* self, Object* const* arguments);
NewRef socket_send(Object* self, Object* const* arguments);
NewRef socket_sendall(Object* self, Object* const* arguments);
NewRef socket_sendto(Object* self, Object* const* arguments);
NewRef socket_sendmsg(Object* self, Object* const* arguments);

// The module's functions for names, services and numbers: name_lookup.cpp, numbers.cpp.
extern const std::span<const NativeDef> name_functions, number_functions;

}  // namespace minipy
