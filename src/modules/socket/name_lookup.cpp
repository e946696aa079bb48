// Names of hosts, services, protocols and interfaces.
//
// The resolver runs without the GIL; what it found is copied into objects afterwards.
//
// CPython: Modules/socketmodule.c (socket_getaddrinfo ...)
#include <fmt/format.h>
#include <net/if.h>
#include <netdb.h>
#include <unistd.h>

#include <cstring>
#include <memory>
#include <vector>

#include "modules/buffer_argument.h"
#include "modules/socket/socket.h"
#include "modules/support.h"
#include "modules/system_text.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy {

Type *gai_error_class, *host_error_class;

namespace {

Failure raise_numbered(Type* error_class, int code, const char* text) {
    Ref<Object> error = call(error_class, {new_int(code).get(), Ref<Object>(system_text(text)).get()});
    return error ? raise_object(std::move(error)) : failed;
}

}  // namespace

Failure raise_gai_error(int code) {
    if (code == EAI_SYSTEM) return raise_errno();
    return raise_numbered(gai_error_class, code, ::gai_strerror(code));
}

namespace {

using AddressList = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

/// The host for getaddrinfo: None, str or bytes.
Result<std::string> lookup_host(Object* value) {
    if (is_str(value)) return host_argument(value);
    if (is_bytes(value)) return std::string(static_cast<Bytes*>(value)->view());
    return raise(type_error_type, "getaddrinfo() argument 1 must be string or None");
}

/// The port or service: a number, str, bytes or None.
Result<std::string> lookup_service(Object* value) {
    if (is_int(value)) return std::string(str_utf8(Ref<Str>(TRY(repr(to_index(value).get()))).get()));
    if (is_str(value)) return std::string(str_utf8(static_cast<Str*>(value)));
    if (is_bytes(value)) return std::string(static_cast<Bytes*>(value)->view());
    return raise(os_error_type, "Int or String expected");
}

Result<int> number_or(Object* value, int fallback) {
    if (!value) return fallback;
    return argument_int(value);
}

NewRef socket_getaddrinfo(Object*, Object* const* arguments) {
    addrinfo hints{};
    std::string host, service;
    const bool has_host = !is_none(arguments[0]), has_service = !is_none(arguments[1]);
    if (has_host) host = TRY(lookup_host(arguments[0]));
    if (has_service) service = TRY(lookup_service(arguments[1]));
    hints.ai_family = TRY(number_or(arguments[2], AF_UNSPEC));
    hints.ai_socktype = TRY(number_or(arguments[3], 0));
    hints.ai_protocol = TRY(number_or(arguments[4], 0));
    hints.ai_flags = TRY(number_or(arguments[5], 0));
    TRY(audit("socket.getaddrinfo", arguments[0], arguments[1], hints.ai_family, hints.ai_socktype,
              hints.ai_protocol));
    addrinfo* found = nullptr;
    const int code = without_gil([&] {
        return ::getaddrinfo(has_host ? host.c_str() : nullptr, has_service ? service.c_str() : nullptr, &hints,
                             &found);
    });
    if (code) return raise_gai_error(code);
    const AddressList results(found, ::freeaddrinfo);
    Ref<List> list = new_list();
    for (const addrinfo* each = found; each; each = each->ai_next) {
        Ref<Object> address = TRY(address_object(each->ai_addr, each->ai_addrlen));
        Ref<Str> canonical = str_from_utf8(each->ai_canonname ? each->ai_canonname : "");
        Ref<Tuple> entry = pack({new_int(each->ai_family).get(), new_int(each->ai_socktype).get(),
                                 new_int(each->ai_protocol).get(), canonical.get(), address.get()});
        TRY(list_append_steal(list.get(), entry.release()));
    }
    return list;
}

NewRef socket_getnameinfo(Object*, Object* const* arguments) {
    const int flags = TRY(argument_int(arguments[1]));
    if (!is_tuple(arguments[0])) return raise(type_error_type, "getnameinfo() argument 1 must be a tuple");
    const auto* given = static_cast<Tuple*>(arguments[0]);
    if (given->size < 2 || given->size > 4)
        return raise(type_error_type, "getnameinfo(): illegal sockaddr argument");
    Str* host = TRY(str_argument((*given)[0], "getnameinfo"));
    const int port = TRY(argument_int((*given)[1]));
    const std::uint32_t flow = given->size > 2 ? TRY(wrapped_argument((*given)[2])) : 0;
    const std::uint32_t scope = given->size > 3 ? TRY(wrapped_argument((*given)[3])) : 0;
    if (flow > 0xfffff) return raise(overflow_error_type, "getnameinfo(): flowinfo must be 0-1048575.");
    TRY(audit("socket.getnameinfo", arguments[0]));
    const std::string host_text(str_utf8(host)), port_text = std::to_string(port);
    addrinfo hints{};
    hints.ai_socktype = SOCK_DGRAM;
    hints.ai_flags = AI_NUMERICHOST;
    addrinfo* found = nullptr;
    int code = without_gil([&] { return ::getaddrinfo(host_text.c_str(), port_text.c_str(), &hints, &found); });
    if (code) return raise_gai_error(code);
    const AddressList results(found, ::freeaddrinfo);
    if (found->ai_next) return raise(os_error_type, "sockaddr resolved to multiple addresses");
    if (found->ai_family == AF_INET && given->size != 2)
        return raise(os_error_type, "IPv4 sockaddr must be 2 tuple");
    if (found->ai_family == AF_INET6) {
        auto* ipv6 = reinterpret_cast<sockaddr_in6*>(found->ai_addr);
        ipv6->sin6_flowinfo = htonl(flow);
        ipv6->sin6_scope_id = scope;
    }
    char name[NI_MAXHOST], service[NI_MAXSERV];
    code = without_gil([&] {
        return ::getnameinfo(found->ai_addr, found->ai_addrlen, name, sizeof name, service, sizeof service,
                             flags);
    });
    if (code) return raise_gai_error(code);
    Ref<Object> name_text = TRY(system_text(name)), service_text = TRY(system_text(service));
    return pack({name_text.get(), service_text.get()});
}

// --- hosts

NewRef socket_gethostname(Object*, Object* const*) {
    TRY(audit("socket.gethostname"));
    char name[1024];
    if (::gethostname(name, sizeof name - 1) < 0) return raise_errno();
    name[sizeof name - 1] = '\0';
    return system_text(name);
}

NewRef socket_sethostname(Object*, Object* const* arguments) {
    const std::string host = TRY(host_argument(arguments[0]));
    TRY(audit("socket.sethostname", AuditOctets{host}));
    if (::sethostname(host.data(), host.size()) < 0) return raise_errno();
    return new_none();
}

NewRef socket_gethostbyname(Object*, Object* const* arguments) {
    const std::string host = TRY(host_argument(arguments[0]));
    TRY(audit("socket.gethostbyname", arguments[0]));
    SocketAddress address;
    TRY(resolve_host(host, AF_INET, address));
    Ref<Object> made = TRY(address_object(address));
    return new_ref((*static_cast<Tuple*>(made.get()))[0]);
}

/// What one of the old host functions fills in; the octets belong to `area`.
struct HostEntry {
    hostent entry{};
    std::vector<char> area = std::vector<char>(16384);
};

NewRef host_triple(const hostent& entry) {
    Ref<List> aliases = new_list(), addresses = new_list();
    for (char** alias = entry.h_aliases; alias && *alias; ++alias)
        TRY(list_append_steal(aliases.get(), str_from_utf8(*alias).release()));
    for (char** octets = entry.h_addr_list; octets && *octets; ++octets) {
        SocketAddress address;
        address.any.sa_family = static_cast<sa_family_t>(entry.h_addrtype);
        void* number = entry.h_addrtype == AF_INET ? static_cast<void*>(&address.ipv4.sin_addr)
                                                   : static_cast<void*>(&address.ipv6.sin6_addr);
        std::memcpy(number, *octets, static_cast<std::size_t>(entry.h_length));
        Ref<Object> made = TRY(address_object(address));
        TRY(list_append(addresses.get(), (*static_cast<Tuple*>(made.get()))[0]));
    }
    Ref<Object> name = TRY(system_text(entry.h_name));
    return pack({name.get(), aliases.get(), addresses.get()});
}

Failure raise_host_error(int code) { return raise_numbered(host_error_class, code, ::hstrerror(code)); }

NewRef socket_gethostbyname_ex(Object*, Object* const* arguments) {
    const std::string host = TRY(host_argument(arguments[0]));
    TRY(audit("socket.gethostbyname", arguments[0]));
    SocketAddress checked;
    TRY(resolve_host(host, AF_INET, checked));
    HostEntry found;
    hostent* result = nullptr;
    int code = 0;
    without_gil([&] {
        return ::gethostbyname_r(host.c_str(), &found.entry, found.area.data(), found.area.size(), &result,
                                 &code);
    });
    if (!result) return raise_host_error(code);
    return host_triple(*result);
}

NewRef socket_gethostbyaddr(Object*, Object* const* arguments) {
    const std::string host = TRY(host_argument(arguments[0]));
    TRY(audit("socket.gethostbyaddr", arguments[0]));
    SocketAddress address;
    TRY(resolve_host(host, AF_UNSPEC, address));
    const bool ipv6 = address.any.sa_family == AF_INET6;
    const void* number = ipv6 ? static_cast<const void*>(&address.ipv6.sin6_addr)
                              : static_cast<const void*>(&address.ipv4.sin_addr);
    const socklen_t size = ipv6 ? sizeof address.ipv6.sin6_addr : sizeof address.ipv4.sin_addr;
    HostEntry found;
    hostent* result = nullptr;
    int code = 0;
    without_gil([&] {
        return ::gethostbyaddr_r(number, size, address.any.sa_family, &found.entry, found.area.data(),
                                 found.area.size(), &result, &code);
    });
    if (!result) return raise_host_error(code);
    return host_triple(*result);
}

// --- services and protocols

Result<const char*> protocol_name(Object* value_or_null, const char* function) {
    if (!value_or_null) return nullptr;
    return c_string_argument(value_or_null, function, "argument 2");
}

NewRef socket_getservbyname(Object*, Object* const* arguments) {
    const char* name = TRY(c_string_argument(arguments[0], "getservbyname", "argument 1"));
    const char* protocol = TRY(protocol_name(arguments[1], "getservbyname"));
    TRY(audit("socket.getservbyname", arguments[0], arguments[1]));
    const servent* found = ::getservbyname(name, protocol);
    if (!found) return raise(os_error_type, "service/proto not found");
    return new_int(ntohs(static_cast<std::uint16_t>(found->s_port)));
}

NewRef socket_getservbyport(Object*, Object* const* arguments) {
    const int port = TRY(argument_int(arguments[0]));
    const char* protocol = TRY(protocol_name(arguments[1], "getservbyport"));
    if (port < 0 || port > 0xffff) return raise(overflow_error_type, "getservbyport: port must be 0-65535.");
    TRY(audit("socket.getservbyport", port, arguments[1]));
    const servent* found = ::getservbyport(htons(static_cast<std::uint16_t>(port)), protocol);
    if (!found) return raise(os_error_type, "port/proto not found");
    return str_from_utf8(found->s_name);
}

NewRef socket_getprotobyname(Object*, Object* const* arguments) {
    const protoent* found = ::getprotobyname(TRY(c_string_argument(arguments[0], "getprotobyname")));
    if (!found) return raise(os_error_type, "protocol not found");
    return new_int(found->p_proto);
}

// --- interfaces

NewRef socket_if_nameindex(Object*, Object* const*) {
    struct if_nameindex* all = ::if_nameindex();
    if (!all) return raise_errno();
    const std::unique_ptr<struct if_nameindex, decltype(&::if_freenameindex)> owner(all, ::if_freenameindex);
    Ref<List> list = new_list();
    for (; all->if_index; ++all) {
        Ref<Object> name = TRY(system_text(all->if_name));
        TRY(list_append_steal(list.get(), pack({new_int(all->if_index).get(), name.get()}).release()));
    }
    return list;
}

NewRef socket_if_nametoindex(Object*, Object* const* arguments) {
    const char* name = TRY(c_string_argument(arguments[0], "if_nametoindex"));
    const unsigned index = ::if_nametoindex(name);
    if (!index) return raise(os_error_type, "no interface with this name");
    return new_int(index);
}

NewRef socket_if_indextoname(Object*, Object* const* arguments) {
    const std::uint32_t index = TRY(wrapped_argument(arguments[0]));
    char name[IF_NAMESIZE];
    if (!::if_indextoname(index, name)) return raise_errno();
    return system_text(name);
}

constexpr NativeDef functions[] = {
    {"getaddrinfo", socket_getaddrinfo,
     "-($module, /, host, port, family=<absent>, type=<absent>, proto=<absent>, flags=<absent>)",
     "The addresses of a host and service: (family, type, proto, canonname, address) each."},
    {"getnameinfo", socket_getnameinfo, "-($module, sockaddr, flags, /)",
     "The names of an address's host and service."},
    {"gethostname", socket_gethostname, "-($module, /)", "The name of this host."},
    {"sethostname", socket_sethostname, "-($module, name, /)", "Sets the name of this host."},
    {"gethostbyname", socket_gethostbyname, "-($module, host, /)", "The IPv4 address of a host."},
    {"gethostbyname_ex", socket_gethostbyname_ex, "-($module, host, /)",
     "The name of a host, its other names and its addresses."},
    {"gethostbyaddr", socket_gethostbyaddr, "-($module, host, /)",
     "The name of the host that has an address, its other names and its addresses."},
    {"getservbyname", socket_getservbyname, "-($module, name, protocol=<absent>, /)", "The port of a service."},
    {"getservbyport", socket_getservbyport, "-($module, port, protocol=<absent>, /)",
     "The name of the service at a port."},
    {"getprotobyname", socket_getprotobyname, "-($module, name, /)", "The number of a protocol."},
    {"if_nameindex", socket_if_nameindex, "-($module, /)", "The interfaces: pairs of number and name."},
    {"if_nametoindex", socket_if_nametoindex, "-($module, name, /)", "The number of an interface."},
    {"if_indextoname", socket_if_indextoname, "-($module, index, /)", "The name of an interface."},
};

}  // namespace

const std::span<const NativeDef> name_functions = functions;

}  // namespace minipy
