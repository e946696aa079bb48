// Byte order, packed addresses, sizes of ancillary data, and operations on files that are sockets.
//
// CPython: Modules/socketmodule.c (socket_htons, socket_inet_aton ...)
#include <arpa/inet.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "modules/buffer_argument.h"
#include "modules/socket/socket.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy {
namespace {

// --- byte order

/// 16 bits; CPython's words differ between the two directions in the name alone.
Result<std::uint16_t> short_argument(Object* value, const char* function) {
    const int number = TRY(argument_int(value));
    if (number < 0)
        return raise(
            overflow_error_type,
            fmt::format("{}: can't convert negative Python int to C 16-bit unsigned integer", function));
    if (number > 0xffff)
        return raise(overflow_error_type,
                     fmt::format("{}: Python int too large to convert to C 16-bit unsigned integer", function));
    return static_cast<std::uint16_t>(number);
}

Result<std::uint32_t> long_argument(Object* value) {
    if (!is_int(value)) return raise(type_error_type, fmt::format("expected int, {} found", value->type->name));
    const Int* number = as_int(value);
    if (number->is_negative())
        return raise(overflow_error_type, "can't convert negative value to unsigned int");
    if (!number->is_small())
        return raise(overflow_error_type, "Python int too large to convert to C unsigned long");
    if (number->small > 0xffffffff) return raise(overflow_error_type, "int larger than 32 bits");
    return static_cast<std::uint32_t>(number->small);
}

NewRef socket_htons(Object*, Object* const* arguments) {
    return new_int(htons(TRY(short_argument(arguments[0], "htons"))));
}
NewRef socket_ntohs(Object*, Object* const* arguments) {
    return new_int(ntohs(TRY(short_argument(arguments[0], "ntohs"))));
}
NewRef socket_htonl(Object*, Object* const* arguments) {
    return new_int(htonl(TRY(long_argument(arguments[0]))));
}
NewRef socket_ntohl(Object*, Object* const* arguments) {
    return new_int(ntohl(TRY(long_argument(arguments[0]))));
}

// --- packed addresses

std::string_view octets_of(const void* data, std::size_t size) noexcept {
    return {static_cast<const char*>(data), size};
}

NewRef socket_inet_aton(Object*, Object* const* arguments) {
    in_addr number;
    if (!::inet_aton(TRY(c_string_argument(arguments[0], "inet_aton")), &number))
        return raise(os_error_type, "illegal IP address string passed to inet_aton");
    return new_bytes(octets_of(&number, sizeof number));
}

NewRef socket_inet_ntoa(Object*, Object* const* arguments) {
    OctetsView octets;
    TRY(octets.acquire(arguments[0]));
    if (octets.view().size() != sizeof(in_addr))
        return raise(os_error_type, "packed IP wrong length for inet_ntoa");
    char text[INET_ADDRSTRLEN];
    ::inet_ntop(AF_INET, octets.view().data(), text, sizeof text);
    return str_from_utf8(text);
}

NewRef socket_inet_pton(Object*, Object* const* arguments) {
    const int family = TRY(argument_int(arguments[0]));
    const char* text = TRY(c_string_argument(arguments[1], "inet_pton", "argument 2"));
    in6_addr number;
    const int result = ::inet_pton(family, text, &number);
    if (result < 0) return raise_errno();
    if (result == 0) return raise(os_error_type, "illegal IP address string passed to inet_pton");
    return new_bytes(octets_of(&number, family == AF_INET ? sizeof(in_addr) : sizeof number));
}

NewRef socket_inet_ntop(Object*, Object* const* arguments) {
    const int family = TRY(argument_int(arguments[0]));
    OctetsView octets;
    TRY(octets.acquire(arguments[1]));
    if (family != AF_INET && family != AF_INET6)
        return raise(value_error_type, fmt::format("unknown address family {}", family));
    if (octets.view().size() != (family == AF_INET ? sizeof(in_addr) : sizeof(in6_addr)))
        return raise(value_error_type, "invalid length of packed IP address string");
    char text[INET6_ADDRSTRLEN];
    if (!::inet_ntop(family, octets.view().data(), text, sizeof text)) return raise_errno();
    return str_from_utf8(text);
}

// --- files

NewRef socket_socketpair(Object*, Object* const* arguments) {
    const int family = arguments[0] ? TRY(argument_int(arguments[0])) : AF_UNIX;
    const int kind = arguments[1] ? TRY(argument_int(arguments[1])) : SOCK_STREAM;
    const int protocol = arguments[2] ? TRY(argument_int(arguments[2])) : 0;
    int files[2];
    if (::socketpair(family, kind | SOCK_CLOEXEC, protocol, files) < 0) return raise_errno();
    Ref<Object> ends[2];
    for (int i = 0; i < 2; ++i) {
        auto* end = static_cast<Socket*>(allocate_instance(&socket_type));
        end->file = files[i];
        end->family = family;
        end->kind = kind & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
        end->protocol = protocol;
        end->timeout = kind & SOCK_NONBLOCK ? 0 : default_socket_timeout;
        ends[i] = Ref<Object>::steal(end);
    }
    for (const int file : files)
        if (default_socket_timeout >= 0) TRY(set_file_blocking(file, false));
    return pack({ends[0].get(), ends[1].get()});
}

NewRef socket_dup(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    const int copy = ::fcntl(file, F_DUPFD_CLOEXEC, 0);
    if (copy < 0) return raise_errno();
    return new_int(copy);
}

NewRef socket_close_file(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    if (blocking([&] { return ::close(file); }) < 0 && errno != ECONNRESET) return raise_errno();
    return new_none();
}

// --- timeouts and ancillary data

NewRef socket_getdefaulttimeout(Object*, Object* const*) { return timeout_object(default_socket_timeout); }

NewRef socket_setdefaulttimeout(Object*, Object* const* arguments) {
    default_socket_timeout = TRY(socket_timeout_argument(arguments[0]));
    return new_none();
}

/// The size of ancillary data; the system counts in ints.
Result<Size> ancillary_argument(Object* value, const char* function) {
    const Size size = TRY(argument_size(value));
    if (size < 0 || size > INT32_MAX - static_cast<Size>(CMSG_SPACE(0)))
        return raise(overflow_error_type, fmt::format("{}() argument out of range", function));
    return size;
}

NewRef socket_cmsg_len(Object*, Object* const* arguments) {
    const Size size = TRY(ancillary_argument(arguments[0], "CMSG_LEN"));
    return new_int(static_cast<std::int64_t>(CMSG_LEN(static_cast<std::size_t>(size))));
}

NewRef socket_cmsg_space(Object*, Object* const* arguments) {
    const Size size = TRY(ancillary_argument(arguments[0], "CMSG_SPACE"));
    return new_int(static_cast<std::int64_t>(CMSG_SPACE(static_cast<std::size_t>(size))));
}

constexpr NativeDef functions[] = {
    {"htons", socket_htons, "-($module, integer, /)", "16 bits in the network's byte order."},
    {"ntohs", socket_ntohs, "-($module, integer, /)", "16 bits from the network's byte order."},
    {"htonl", socket_htonl, "-($module, integer, /)", "32 bits in the network's byte order."},
    {"ntohl", socket_ntohl, "-($module, integer, /)", "32 bits from the network's byte order."},
    {"inet_aton", socket_inet_aton, "-($module, text, /)", "The four octets of an IPv4 address."},
    {"inet_ntoa", socket_inet_ntoa, "-($module, packed, /)", "The text of four octets."},
    {"inet_pton", socket_inet_pton, "-($module, family, text, /)", "The octets of an address."},
    {"inet_ntop", socket_inet_ntop, "-($module, family, packed, /)", "The text of an address's octets."},
    {"socketpair", socket_socketpair, "-($module, family=<absent>, type=<absent>, proto=<absent>, /)",
     "Two sockets that are connected with one another."},
    {"dup", socket_dup, "-($module, fd, /)", "A second number for an open file."},
    {"close", socket_close_file, "-($module, fd, /)", "Closes the file of a socket."},
    {"getdefaulttimeout", socket_getdefaulttimeout, "-($module, /)", "The timeout that new sockets get."},
    {"setdefaulttimeout", socket_setdefaulttimeout, "-($module, timeout, /)",
     "Sets the timeout that new sockets get; None for none."},
    {"CMSG_LEN", socket_cmsg_len, "-($module, length, /)", "The size of an item of ancillary data."},
    {"CMSG_SPACE", socket_cmsg_space, "-($module, length, /)", "The same with the gap after it."},
};

}  // namespace

const std::span<const NativeDef> number_functions = functions;

}  // namespace minipy
