// Sending and receiving: octets, datagrams, and messages with ancillary data.
//
// A buffer that is being sent from or received into is held for the whole call, so that nobody can move it
// while the GIL is released. `sendall` keeps one deadline for all its parts.
//
// CPython: Modules/socketmodule.c (sock_recv ... sock_sendmsg)
#include <fmt/format.h>

#include <cstring>
#include <memory>
#include <vector>

#include "modules/buffer_argument.h"
#include "modules/socket/socket.h"
#include "modules/support.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

/// What has been received, cut to its length.
NewRef shortened(Ref<Bytes> octets, Size size) {
    if (size == octets->size) return octets;
    return new_bytes(octets->view().substr(0, static_cast<std::size_t>(size)));
}

Result<Size> receive(Socket* socket, char* data, Size size, int flags) {
    return transfer(socket, POLLIN,
                    [&] { return ::recv(socket->file, data, static_cast<std::size_t>(size), flags); });
}

Result<Size> receive_from(Socket* socket, char* data, Size size, int flags, SocketAddress& address) {
    return transfer(socket, POLLIN, [&] {
        address.length = sizeof address.storage;
        return ::recvfrom(socket->file, data, static_cast<std::size_t>(size), flags, &address.any,
                          &address.length);
    });
}

/// How many octets a buffer shall take: all of it for 0.
Result<Size> wanted_size(Object* count, const BufferView& view, const char* function, const char* too_small) {
    const Size wanted = count ? TRY(argument_size(count)) : 0;
    if (wanted < 0) return raise(value_error_type, fmt::format("negative buffersize in {}", function));
    if (wanted > view.size) return raise(value_error_type, too_small);
    return wanted ? wanted : view.size;
}

Result<int> flags_argument(Object* value) {
    if (!value) return 0;
    return argument_int(value);
}

}  // namespace

NewRef socket_recv(Object* self, Object* const* arguments) {
    const Size size = TRY(argument_size(arguments[0]));
    const int flags = TRY(flags_argument(arguments[1]));
    if (size < 0) return raise(value_error_type, "negative buffersize in recv");
    Ref<Bytes> octets = TRY(new_bytes_uninitialized(size));
    if (size == 0) return octets;
    const Size got = TRY(receive(as_socket(self), octets->data(), size, flags));
    return shortened(std::move(octets), got);
}

NewRef socket_recv_into(Object* self, Object* const* arguments) {
    HeldBuffer buffer;
    TRY(writable_argument(arguments[0], buffer, "recv_into", "argument 1"));
    const Size size =
        TRY(wanted_size(arguments[1], buffer, "recv_into", "buffer too small for requested bytes"));
    const int flags = TRY(flags_argument(arguments[2]));
    if (size == 0) return new_int(0);
    return new_int(TRY(receive(as_socket(self), buffer.data, size, flags)));
}

NewRef socket_recvfrom(Object* self, Object* const* arguments) {
    const Size size = TRY(argument_size(arguments[0]));
    const int flags = TRY(flags_argument(arguments[1]));
    if (size < 0) return raise(value_error_type, "negative buffersize in recvfrom");
    Ref<Bytes> octets = TRY(new_bytes_uninitialized(size));
    SocketAddress address;
    const Size got = TRY(receive_from(as_socket(self), octets->data(), size, flags, address));
    Ref<Object> data = TRY(shortened(std::move(octets), got)), sender = TRY(address_object(address));
    return pack({data.get(), sender.get()});
}

NewRef socket_recvfrom_into(Object* self, Object* const* arguments) {
    HeldBuffer buffer;
    TRY(writable_argument(arguments[0], buffer, "recvfrom_into", "argument 1"));
    const Size size = TRY(
        wanted_size(arguments[1], buffer, "recvfrom_into", "nbytes is greater than the length of the buffer"));
    const int flags = TRY(flags_argument(arguments[2]));
    SocketAddress address;
    const Size got = TRY(receive_from(as_socket(self), buffer.data, size, flags, address));
    Ref<Object> sender = TRY(address_object(address));
    return pack({new_int(got).get(), sender.get()});
}

NewRef socket_send(Object* self, Object* const* arguments) {
    OctetsView octets;
    TRY(octets.acquire(arguments[0]));
    const int flags = TRY(flags_argument(arguments[1]));
    const std::string_view data = octets.view();
    Socket* socket = as_socket(self);
    return new_int(
        TRY(transfer(socket, POLLOUT, [&] { return ::send(socket->file, data.data(), data.size(), flags); })));
}

NewRef socket_sendall(Object* self, Object* const* arguments) {
    OctetsView octets;
    TRY(octets.acquire(arguments[0]));
    const int flags = TRY(flags_argument(arguments[1]));
    Socket* socket = as_socket(self);
    const Deadline deadline = socket_deadline(socket);
    for (std::string_view rest = octets.view();;) {
        const ssize_t sent = TRY(transfer(
            socket, POLLOUT, deadline, [&] { return ::send(socket->file, rest.data(), rest.size(), flags); }));
        rest.remove_prefix(static_cast<std::size_t>(sent));
        if (rest.empty()) return new_none();
        TRY(run_signal_handlers());
    }
}

NewRef socket_sendto(Object* self, Object* const* arguments) {
    const auto* given = static_cast<Tuple*>(arguments[0]);
    if (given->size < 2 || given->size > 3)
        return raise(type_error_type, fmt::format("sendto() takes 2 or 3 arguments ({} given)", given->size));
    OctetsView octets;
    TRY(octets.acquire((*given)[0]));
    const int flags = given->size == 3 ? TRY(argument_int((*given)[1])) : 0;
    Socket* socket = as_socket(self);
    SocketAddress address;
    TRY(parse_address(socket->family, (*given)[given->size - 1], address, "sendto"));
    TRY(audit("socket.sendto", self, (*given)[given->size - 1]));
    const std::string_view data = octets.view();
    return new_int(TRY(transfer(socket, POLLOUT, [&] {
        return ::sendto(socket->file, data.data(), data.size(), flags, &address.any, address.length);
    })));
}

// --- messages

namespace {

/// The ancillary data of a message that has come: triples of level, type and octets.
Ref<List> ancillary_list(msghdr& message) {
    Ref<List> list = new_list();
    for (cmsghdr* item = CMSG_FIRSTHDR(&message); item; item = CMSG_NXTHDR(&message, item)) {
        const auto* data = reinterpret_cast<const char*>(CMSG_DATA(item));
        const auto* end = static_cast<const char*>(message.msg_control) + message.msg_controllen;
        const std::size_t head = CMSG_LEN(0);
        const std::size_t size = item->cmsg_len > head ? item->cmsg_len - head : 0;
        const std::size_t present = std::min(size, static_cast<std::size_t>(end - data));
        Ref<Tuple> triple = pack({new_int(item->cmsg_level).get(), new_int(item->cmsg_type).get(),
                                  new_bytes({data, present}).get()});
        TRY(list_append_steal(list.get(), triple.release()));
    }
    return list;
}

/// Ancillary data to be sent, laid out as the system wants it.
Result<std::vector<char>> ancillary_octets(Object* iterable) {
    struct Item {
        int level, type;
        std::string octets;
    };
    std::vector<Item> items;
    std::size_t total = 0;
    Ref<Tuple> sequence = TRY(sequence_to_tuple(iterable));
    for (Object* each : sequence->span()) {
        Ref<Tuple> triple = TRY(sequence_to_tuple(each));
        if (triple->size != 3)
            return raise(type_error_type, "[sendmsg() ancillary data items] must be sequences of length 3");
        const int level = TRY(argument_int((*triple)[0])), type = TRY(argument_int((*triple)[1]));
        OctetsView octets;
        TRY(octets.acquire((*triple)[2]));
        items.push_back({level, type, std::string(octets.view())});
        total += CMSG_SPACE(octets.view().size());
    }
    std::vector<char> area(total);
    std::size_t at = 0;
    for (const Item& item : items) {
        auto* head = reinterpret_cast<cmsghdr*>(area.data() + at);
        head->cmsg_level = item.level;
        head->cmsg_type = item.type;
        head->cmsg_len = CMSG_LEN(item.octets.size());
        std::memcpy(CMSG_DATA(head), item.octets.data(), item.octets.size());
        at += CMSG_SPACE(item.octets.size());
    }
    return area;
}

}  // namespace

NewRef socket_recvmsg(Object* self, Object* const* arguments) {
    const Size size = TRY(argument_size(arguments[0]));
    const Size room = arguments[1] ? TRY(argument_size(arguments[1])) : 0;
    const int flags = TRY(flags_argument(arguments[2]));
    if (size < 0) return raise(value_error_type, "negative buffer size in recvmsg()");
    if (room < 0 || room > INT32_MAX) return raise(value_error_type, "invalid ancillary data buffer length");
    Ref<Bytes> octets = TRY(new_bytes_uninitialized(size));
    std::vector<char> control(static_cast<std::size_t>(room));
    SocketAddress address;
    Socket* socket = as_socket(self);
    iovec part{octets->data(), static_cast<std::size_t>(size)};
    msghdr message{};
    const Size got = TRY(transfer(socket, POLLIN, [&] {
        message = {&address.any, sizeof address.storage, &part, 1, control.data(), control.size(), 0};
        return ::recvmsg(socket->file, &message, flags);
    }));
    Ref<List> ancillary = TRY(ancillary_list(message));
    address.length = message.msg_namelen;
    Ref<Object> data = TRY(shortened(std::move(octets), got)), sender = TRY(address_object(address));
    return pack({data.get(), ancillary.get(), new_int(message.msg_flags).get(), sender.get()});
}

NewRef socket_sendmsg(Object* self, Object* const* arguments) {
    Ref<Tuple> buffers = TRY(sequence_to_tuple(arguments[0]));
    const auto count = static_cast<std::size_t>(buffers->size);
    std::vector<iovec> parts(count);
    const auto views = std::make_unique<HeldBuffer[]>(count);
    for (std::size_t i = 0; i < count; ++i) {
        TRY(get_buffer((*buffers)[static_cast<Size>(i)], views[i], buffer_flag::simple));
        parts[i] = {views[i].data, static_cast<std::size_t>(views[i].size)};
    }
    std::vector<char> control;
    if (arguments[1]) control = TRY(ancillary_octets(arguments[1]));
    const int flags = TRY(flags_argument(arguments[2]));
    Socket* socket = as_socket(self);
    SocketAddress address;
    const bool addressed = arguments[3] && !is_none(arguments[3]);
    if (addressed) TRY(parse_address(socket->family, arguments[3], address, "sendmsg"));
    TRY(audit("socket.sendmsg", self, arguments[3]));
    msghdr message{};
    if (addressed) {
        message.msg_name = &address.any;
        message.msg_namelen = address.length;
    }
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    message.msg_control = control.empty() ? nullptr : control.data();
    message.msg_controllen = control.size();
    return new_int(TRY(transfer(socket, POLLOUT, [&] { return ::sendmsg(socket->file, &message, flags); })));
}

}  // namespace minipy
