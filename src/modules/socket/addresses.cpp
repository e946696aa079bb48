// Addresses of sockets: between Python's tuples and paths and the system's structures.
//
// A host is looked up by the quick ways first (empty, broadcast, numeric) and only then by the resolver, which
// runs without the GIL.
//
// CPython: Modules/socketmodule.c (getsockaddrarg, makesockaddr, setipaddr)
#include <arpa/inet.h>
#include <fmt/format.h>
#include <netdb.h>

#include <cstddef>
#include <cstring>
#include <memory>

#include "modules/buffer_argument.h"
#include "modules/socket/socket.h"
#include "modules/support.h"
#include "modules/system_text.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/codecs.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {

Result<std::string> host_argument(Object* value) {
    std::string host;
    if (is_str(value)) {
        auto* text = static_cast<Str*>(value);
        Ref<Bytes> encoded = text->ascii ? new_bytes(text->view1()) : encode_str(text, "idna");
        if (!encoded) return failed;
        host = encoded->view();
    } else if (is_bytes(value) || is_bytearray(value)) {
        OctetsView octets;
        TRY(octets.acquire(value));
        host = octets.view();
    } else {
        return raise(type_error_type,
                     fmt::format("str, bytes or bytearray expected, not {}", value->type->name));
    }
    if (host.find('\0') != std::string::npos)
        return raise(type_error_type, "host name must not contain null character");
    return host;
}

namespace {

/// What getaddrinfo has found, freed at the end.
using AddressList = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

Status copy_address(const addrinfo* found, SocketAddress& address) {
    address.length = std::min<socklen_t>(found->ai_addrlen, sizeof address.storage);
    std::memcpy(&address.storage, found->ai_addr, address.length);
    return done;
}

Status look_up(const char* host_or_null, const char* service_or_null, const addrinfo& hints,
               SocketAddress& address) {
    addrinfo* found = nullptr;
    const int code = without_gil([&] { return ::getaddrinfo(host_or_null, service_or_null, &hints, &found); });
    if (code) return raise_gai_error(code);
    const AddressList list(found, ::freeaddrinfo);
    if (!host_or_null && list->ai_next) return raise(os_error_type, "wildcard resolved to multiple address");
    return copy_address(list.get(), address);
}

void set_ipv4(SocketAddress& address, in_addr number) noexcept {
    address.ipv4 = {};
    address.ipv4.sin_family = AF_INET;
    address.ipv4.sin_addr = number;
    address.length = sizeof address.ipv4;
}

/// Whether the host is written as a number of the family.
bool parse_numeric(const std::string& host, int family, SocketAddress& address) noexcept {
    in_addr ipv4;
    if (family != AF_INET6 && ::inet_pton(AF_INET, host.c_str(), &ipv4) > 0) {
        set_ipv4(address, ipv4);
        return true;
    }
    in6_addr ipv6;
    if (family == AF_INET || ::inet_pton(AF_INET6, host.c_str(), &ipv6) <= 0) return false;
    address.ipv6 = {};
    address.ipv6.sin6_family = AF_INET6;
    address.ipv6.sin6_addr = ipv6;
    address.length = sizeof address.ipv6;
    return true;
}

}  // namespace

Status resolve_host(const std::string& host, int family, SocketAddress& address) {
    addrinfo hints{};
    hints.ai_family = family;
    if (host.empty()) {
        hints.ai_socktype = SOCK_DGRAM;
        hints.ai_flags = AI_PASSIVE;
        return look_up(nullptr, "0", hints, address);
    }
    if (host == "<broadcast>" || host == "255.255.255.255") {
        if (family != AF_INET && family != AF_UNSPEC) return raise(os_error_type, "address family mismatched");
        set_ipv4(address, {htonl(INADDR_BROADCAST)});
        return done;
    }
    if (parse_numeric(host, family, address)) return done;
    return look_up(host.c_str(), nullptr, hints, address);
}

namespace {

Result<std::uint16_t> port_argument(Object* value, const char* function) {
    const Result<int> port = argument_int(value);
    if (!port && !pending_matches(overflow_error_type)) return failed;
    if (!port) clear_exception();
    if (!port || *port < 0 || *port > 0xffff)
        return raise(overflow_error_type, fmt::format("{}(): port must be 0-65535.", function));
    return htons(static_cast<std::uint16_t>(*port));
}

/// The address as a tuple of `least` to `most` items.
Result<Tuple*> address_tuple(Object* value, const char* family, Size least, Size most, const char* function,
                             const char* shape) {
    if (!is_tuple(value))
        return raise(type_error_type, fmt::format("{}(): {} address must be tuple, not {}", function, family,
                                                  value->type->name));
    auto* tuple = static_cast<Tuple*>(value);
    if (least <= tuple->size && tuple->size <= most) return tuple;
    return raise(type_error_type, fmt::format("{} address must be a {}", family, shape));
}

Status parse_ipv4(Object* value, SocketAddress& address, const char* function) {
    Tuple* pair = TRY(address_tuple(value, "AF_INET", 2, 2, function, "pair (host, port)"));
    const std::string host = TRY(host_argument((*pair)[0]));
    const std::uint16_t port = TRY(port_argument((*pair)[1], function));
    TRY(resolve_host(host, AF_INET, address));
    address.ipv4.sin_family = AF_INET;
    address.ipv4.sin_port = port;
    address.length = sizeof address.ipv4;
    return done;
}

Status parse_ipv6(Object* value, SocketAddress& address, const char* function) {
    Tuple* items =
        TRY(address_tuple(value, "AF_INET6", 2, 4, function, "tuple (host, port[, flowinfo[, scopeid]])"));
    const std::string host = TRY(host_argument((*items)[0]));
    const std::uint16_t port = TRY(port_argument((*items)[1], function));
    const std::uint32_t flow = items->size > 2 ? TRY(wrapped_argument((*items)[2])) : 0;
    const std::uint32_t scope = items->size > 3 ? TRY(wrapped_argument((*items)[3])) : 0;
    TRY(resolve_host(host, AF_INET6, address));
    if (flow > 0xfffff)
        return raise(overflow_error_type, fmt::format("{}(): flowinfo must be 0-1048575.", function));
    address.ipv6.sin6_family = AF_INET6;
    address.ipv6.sin6_port = port;
    address.ipv6.sin6_flowinfo = htonl(flow);
    address.ipv6.sin6_scope_id = scope;
    address.length = sizeof address.ipv6;
    return done;
}

/// A path, or a name of Linux's abstract space, which begins with a null character.
Status parse_local(Object* value, SocketAddress& address) {
    Ref<Object> octets_object = share(value);
    if (is_str(value)) octets_object = TRY(encode_utf8(static_cast<Str*>(value), "surrogateescape"));
    OctetsView octets;
    TRY(octets.acquire(octets_object.get()));
    const std::string_view path = octets.view();
    const bool abstract = !path.empty() && path[0] == '\0';
    if (path.size() + (abstract ? 0 : 1) > sizeof address.local.sun_path)
        return raise(os_error_type, "AF_UNIX path too long");
    address.local = {};
    address.local.sun_family = AF_UNIX;
    std::memcpy(address.local.sun_path, path.data(), path.size());
    const std::size_t length =
        offsetof(sockaddr_un, sun_path) + path.size() + (abstract || path.empty() ? 0 : 1);
    address.length = static_cast<socklen_t>(length);
    return done;
}

Ref<Str> numeric_host(int family, const void* number) {
    char text[INET6_ADDRSTRLEN] = "";
    ::inet_ntop(family, number, text, sizeof text);
    return str_from_utf8(text);
}

NewRef local_object(const sockaddr_un* address, socklen_t length) {
    const auto head = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path));
    const std::string_view path(address->sun_path, length > head ? length - head : 0);
    if (!path.empty() && path[0] == '\0') return new_bytes(path);
    return system_text(path.substr(0, path.find('\0')));
}

}  // namespace

Status parse_address(int family, Object* value, SocketAddress& address, const char* function) {
    switch (family) {
        case AF_INET: return parse_ipv4(value, address, function);
        case AF_INET6: return parse_ipv6(value, address, function);
        case AF_UNIX: return parse_local(value, address);
        default: return raise(os_error_type, fmt::format("{}(): bad family", function));
    }
}

NewRef address_object(const sockaddr* address, socklen_t length) {
    if (length == 0) return new_none();
    switch (address->sa_family) {
        case AF_INET: {
            const auto* ipv4 = reinterpret_cast<const sockaddr_in*>(address);
            return pack({numeric_host(AF_INET, &ipv4->sin_addr).get(), new_int(ntohs(ipv4->sin_port)).get()});
        }
        case AF_INET6: {
            const auto* ipv6 = reinterpret_cast<const sockaddr_in6*>(address);
            return pack({numeric_host(AF_INET6, &ipv6->sin6_addr).get(), new_int(ntohs(ipv6->sin6_port)).get(),
                         new_int(ntohl(ipv6->sin6_flowinfo)).get(), new_int(ipv6->sin6_scope_id).get()});
        }
        case AF_UNIX: return local_object(reinterpret_cast<const sockaddr_un*>(address), length);
        default:
            return pack({new_int(address->sa_family).get(),
                         new_bytes({address->sa_data, length - offsetof(sockaddr, sa_data)}).get()});
    }
}

NewRef address_object(const SocketAddress& address) { return address_object(&address.any, address.length); }

}  // namespace minipy
