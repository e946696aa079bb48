// The input of an unpickler: octets in memory, or a file that is read piece by piece.
//
// A file that can be peeked at shows what it has without giving it away; when more is needed, or the stream is
// over, it is told how much has been used. Invariant: no more is taken out of the file than the stream is long.
//
// CPython: Modules/_pickle.c (_Unpickler_ReadFromFile, _Unpickler_SkipConsumed)
#include "modules/pickle/pickle.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/int.h"
#include "objects/names.h"

namespace minipy::pickle {
namespace {

constexpr Size peek_size = 128 * 1024;

Failure raise_truncated() { return raise(unpickling_error(), "pickle data was truncated"); }

/// Takes over what the file has given as the input.
void set_input(Unpickler* unpickler, Ref<Object> octets, bool peeked) {
    unpickler->input = static_cast<Bytes*>(octets.get())->view();
    unpickler->at = 0;
    unpickler->peeked = peeked;
    replace_field(unpickler->data, std::move(octets));
}

/// What a method of the file returns, which must be bytes.
Ref<Object> bytes_from(Object* method, Object* argument_or_null) {
    Ref<Object> octets = argument_or_null ? TRY(call(method, {argument_or_null})) : TRY(call(method, {}));
    if (is_bytes(octets.get())) return octets;
    return raise(type_error_type, fmt::format("a bytes-like object is required, not '{}'", octets->type->name));
}

/// Looks at what the file has; false if it cannot show `count` octets.
Result<bool> peek_at(Unpickler* unpickler, std::size_t count) {
    if (!unpickler->peek) return false;
    Ref<Object> octets = call(unpickler->peek, {new_int(peek_size).get()});
    if (!octets) {
        if (!pending_matches(not_implemented_error_type)) return failed;
        clear_exception();
        replace_field(unpickler->peek, Ref<Object>());
        return false;
    }
    if (!is_bytes(octets.get()) || static_cast<Bytes*>(octets.get())->view().size() < count) return false;
    set_input(unpickler, std::move(octets), true);
    return true;
}

}  // namespace

Status settle(Unpickler* unpickler) {
    if (!unpickler->peeked) return done;
    unpickler->peeked = false;
    Ref<Int> used = new_int(static_cast<Size>(unpickler->at));
    TRY(call(unpickler->read, {used.get()}));
    unpickler->input = {};
    unpickler->at = 0;
    return done;
}

Status need(Unpickler* unpickler, std::size_t count) {
    const std::size_t left = unpickler->input.size() - unpickler->at;
    if (left >= count) return done;
    if (!unpickler->read) return raise_truncated();
    const std::string kept(unpickler->peeked ? std::string_view() : unpickler->input.substr(unpickler->at));
    TRY(settle(unpickler));
    if (kept.empty() && TRY(peek_at(unpickler, count))) return done;
    Ref<Object> octets =
        TRY(bytes_from(unpickler->read, new_int(static_cast<Size>(count - kept.size())).get()));
    if (!kept.empty()) octets = new_bytes(kept + std::string(static_cast<Bytes*>(octets.get())->view()));
    set_input(unpickler, std::move(octets), false);
    if (unpickler->input.size() < count) return raise_truncated();
    return done;
}

Result<std::string_view> read_line(Unpickler* unpickler) {
    std::string_view rest = unpickler->input.substr(unpickler->at);
    std::size_t newline = rest.find('\n');
    if (newline == rest.npos) {
        if (!unpickler->read) return raise_truncated();
        const std::string kept(unpickler->peeked ? std::string_view() : rest);
        TRY(settle(unpickler));
        Ref<Object> octets = TRY(bytes_from(unpickler->readline, nullptr));
        if (!kept.empty()) octets = new_bytes(kept + std::string(static_cast<Bytes*>(octets.get())->view()));
        set_input(unpickler, std::move(octets), false);
        rest = unpickler->input;
        newline = rest.find('\n');
        if (newline == rest.npos) return raise_truncated();
    }
    unpickler->at += newline + 1;
    return rest.substr(0, newline);
}

Result<std::string_view> read_full_line(Unpickler* unpickler) {
    const std::string_view line = TRY(read_line(unpickler));
    if (line.empty()) return raise_truncated();
    return line;
}

Status set_file(Unpickler* unpickler, Object* file) {
    Ref<Object> read, readline, peek;
    TRY(find_attribute(file, intern("peek").get(), peek));
    TRY(find_attribute(file, name<"read">, read));
    TRY(find_attribute(file, name<"readline">, readline));
    if (!read || !readline) return raise(type_error_type, "file must have 'read' and 'readline' attributes");
    replace_field(unpickler->read, read);
    replace_field(unpickler->readline, readline);
    replace_field(unpickler->peek, peek);
    replace_field(unpickler->data, Ref<Object>());
    unpickler->input = {};
    unpickler->at = 0;
    unpickler->peeked = false;
    return done;
}

}  // namespace minipy::pickle
