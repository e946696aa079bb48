// The module _socket: its types, errors and constants.
//
// CPython: Modules/socketmodule.c (PyInit__socket)
#include <linux/can.h>
#include <linux/can/bcm.h>
#include <linux/can/isotp.h>
#include <linux/can/j1939.h>
#include <linux/can/raw.h>
#include <linux/if_alg.h>
#include <linux/if_packet.h>
#include <linux/netlink.h>
#include <linux/qrtr.h>
#include <linux/tipc.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <netinet/udp.h>
// after the others: it needs sockaddr
#include <linux/vm_sockets.h>

#include <vector>

#include "modules/buffer_argument.h"
#include "modules/constants.h"
#include "modules/socket/socket.h"
#include "modules/support.h"

namespace minipy {
namespace {

constexpr IntConstant constants[] = {
#define NAME(constant) {#constant, static_cast<std::int64_t>(constant)},
#define EXTRA(name, value) {#name, value},
#include "modules/socket/constants.def"
#undef NAME
#undef EXTRA
};

Status socket_fill(Module* module) {
    gai_error_class = new_exception_class("socket.gaierror", os_error_type);
    host_error_class = new_exception_class("socket.herror", os_error_type);
    if (!gai_error_class || !host_error_class) return failed;
    TRY(module_set(module, "error", &os_error_type));
    TRY(module_set(module, "gaierror", gai_error_class));
    TRY(module_set(module, "herror", host_error_class));
    TRY(module_set(module, "timeout", &timeout_error_type));
    TRY(module_add_type(module, socket_type));
    TRY(module_set(module, "SocketType", &socket_type));
    TRY(module_set(module, "has_ipv6", Ref<Object>(new_bool(true)).get()));
    return module_set_constants(module, constants);
}

/// All the functions in one table, which lives as long as their signatures do.
std::span<const NativeDef> all_functions() {
    static const std::vector<NativeDef> rows = [] {
        std::vector<NativeDef> joined;
        for (const std::span<const NativeDef> table : {name_functions, number_functions})
            joined.insert(joined.end(), table.begin(), table.end());
        return joined;
    }();
    return rows;
}

}  // namespace

Ref<Module> make_socket_module() {
    static const ModuleSpec spec = {"_socket", "What the module socket is made from.", all_functions(),
                                    socket_fill};
    return new_native_module(spec);
}

}  // namespace minipy
