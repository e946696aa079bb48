// Pickling of numbers, texts and octets.
//
// CPython: Modules/_pickle.c (save_long, save_float, save_bytes, save_unicode)
#include <fmt/format.h>

#include <bit>

#include "modules/pickle/save.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/bytearray.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/int_large.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "vm/import.h"

namespace minipy::pickle {
namespace {

/// The number in two's complement, least significant octet first, as few octets as keep its sign.
std::string int_octets(const Int* number) {
    const IntParts parts(number);
    std::string octets;
    for (mp_size_t i = 0; i < parts.size(); ++i) append_little(octets, parts.limbs()[i]);
    octets.push_back('\0');
    if (parts.negative()) {
        unsigned carry = 1;
        for (char& octet : octets) {
            carry += static_cast<unsigned char>(~octet);
            octet = static_cast<char>(carry);
            carry >>= 8;
        }
    }
    const auto is_redundant = [&] {
        const auto last = static_cast<signed char>(octets.back());
        const auto before = static_cast<signed char>(octets[octets.size() - 2]);
        return (last == 0 && before >= 0) || (last == -1 && before < 0);
    };
    while (octets.size() > 1 && is_redundant()) octets.pop_back();
    return octets;
}

void save_large_int(Pickler* pickler, const Int* number) {
    if (pickler->protocol < 2) {
        put(pickler, fmt::format("{}{}L\n", op::big, int_digits(number, 10)));
        return;
    }
    const std::string octets = int_octets(number);
    if (octets.size() < 256)
        put(pickler, op::long1, static_cast<std::uint8_t>(octets.size()));
    else
        put(pickler, op::long4, static_cast<std::uint32_t>(octets.size()));
    pickler->output.append(octets);
}

/// The opcode and the length, in as few octets as they take. `longest`: 0 for one that the protocol lacks.
std::string sized_head(char shortest, char usual, char longest, std::size_t size) {
    std::string head;
    if (shortest && size <= UINT8_MAX) {
        head.push_back(shortest);
        head.push_back(static_cast<char>(size));
    } else if (usual && size <= UINT32_MAX) {
        head.push_back(usual);
        append_little(head, static_cast<std::uint32_t>(size));
    } else if (longest) {
        head.push_back(longest);
        append_little(head, static_cast<std::uint64_t>(size));
    }
    return head;
}

/// Octets as protocols before 3 have to say it: a text and how to encode it.
Status save_encoded_bytes(Pickler* pickler, Object* object, std::string_view octets) {
    if (octets.empty()) return save_call(pickler, &bytes_type, {}, object);
    Ref<Object> module = TRY(import_module("codecs"));
    Ref<Object> encode = TRY(get_attribute(module.get(), intern("encode").get()));
    Ref<Str> text = str_from_latin1(octets), encoding = intern("latin1");
    return save_call(pickler, encode.get(), {text.get(), encoding.get()}, object);
}

Status save_bytes_data(Pickler* pickler, Object* object, std::string_view octets) {
    const std::string head = sized_head(op::short_bin_bytes, op::bin_bytes,
                                        pickler->protocol >= 4 ? op::bin_bytes8 : '\0', octets.size());
    if (head.empty())
        return raise(overflow_error_type,
                     "serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher");
    TRY(put_octets(pickler, head, octets, is_exactly(object, bytes_type) ? object : nullptr));
    return memoize(pickler, object);
}

Status save_bytearray_data(Pickler* pickler, Object* object, std::string_view octets) {
    TRY(put_octets(pickler, sized_head('\0', '\0', op::bytearray8, octets.size()), octets, nullptr));
    return memoize(pickler, object);
}

/// A line of protocol 0: what could be taken for its end, or is no latin-1, as an escape.
std::string raw_escaped(const Str* text) {
    std::string out;
    for (Size i = 0; i < text->size; ++i) {
        const char32_t c = text->at(i);
        if (c >= 0x10000)
            out += fmt::format("\\U{:08x}", static_cast<std::uint32_t>(c));
        else if (c >= 0x100 || c == '\\' || c == '\0' || c == '\n' || c == '\r' || c == 0x1a)
            out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
        else
            out.push_back(static_cast<char>(c));
    }
    return out;
}

}  // namespace

void save_int(Pickler* pickler, Object* object) {
    const Int* number = as_int(object);
    if (!number->is_small() || number->small != static_cast<std::int32_t>(number->small))
        return save_large_int(pickler, number);
    const std::int64_t value = number->small;
    if (!pickler->binary)
        put(pickler, fmt::format("{}{}\n", op::integer, value));
    else if (0 <= value && value <= UINT8_MAX)
        put(pickler, op::bin_int1, static_cast<std::uint8_t>(value));
    else if (0 <= value && value <= UINT16_MAX)
        put(pickler, op::bin_int2, static_cast<std::uint16_t>(value));
    else
        put(pickler, op::bin_int, static_cast<std::uint32_t>(value));
}

void save_float(Pickler* pickler, Object* object) {
    const double value = float_value(object);
    if (!pickler->binary) {
        put(pickler, fmt::format("{}{}\n", op::real, double_repr(value)));
        return;
    }
    put(pickler, op::bin_float, __builtin_bswap64(std::bit_cast<std::uint64_t>(value)));
}

Status save_bytes(Pickler* pickler, Object* object) {
    const std::string_view octets = static_cast<Bytes*>(object)->view();
    if (pickler->protocol < 3) return save_encoded_bytes(pickler, object, octets);
    return save_bytes_data(pickler, object, octets);
}

Status save_bytearray(Pickler* pickler, Object* object) {
    const std::string_view octets = static_cast<ByteArray*>(object)->view();
    if (pickler->protocol >= 5) return save_bytearray_data(pickler, object, octets);
    if (octets.empty()) return save_call(pickler, &bytearray_type, {}, object);
    return save_call(pickler, &bytearray_type, {new_bytes(octets).get()}, object);
}

Status save_buffer(Pickler* pickler, Object* object) {
    if (pickler->protocol < 5)
        return raise(pickling_error(), "PickleBuffer can only pickled with protocol >= 5");
    const BufferView* view = TRY(buffer_of(object));
    BufferView contiguous;
    if (!get_buffer(view->object, contiguous, buffer_flag::any_contiguous)) {
        clear_exception();
        return raise(pickling_error(),
                     "PickleBuffer can not be pickled when pointing to a non-contiguous buffer");
    }
    release_buffer(contiguous);
    bool inside = true;
    if (pickler->buffer_callback) {
        Ref<Object> wanted = TRY(call(pickler->buffer_callback, {object}));
        inside = TRY(truth(wanted.get()));
        view = TRY(buffer_of(object));
    }
    if (!inside) {
        put(pickler, op::next_buffer);
        if (view->read_only) put(pickler, op::readonly_buffer);
        return done;
    }
    const std::string_view octets(view->data, static_cast<std::size_t>(view->size));
    return view->read_only ? save_bytes_data(pickler, object, octets)
                           : save_bytearray_data(pickler, object, octets);
}

Status save_str(Pickler* pickler, Object* object) {
    Str* text = static_cast<Str*>(object);
    if (!pickler->binary) {
        put(pickler, fmt::format("{}{}\n", op::unicode, raw_escaped(text)));
        return memoize(pickler, object);
    }
    const std::string_view utf8 = str_utf8(text);
    const bool modern = pickler->protocol >= 4;
    if (modern && utf8.size() <= UINT8_MAX) {
        put(pickler, op::short_bin_unicode, static_cast<std::uint8_t>(utf8.size()));
        pickler->output.append(utf8);
        return memoize(pickler, object);
    }
    const std::string head = sized_head('\0', op::bin_unicode, modern ? op::bin_unicode8 : '\0', utf8.size());
    if (head.empty())
        return raise(overflow_error_type,
                     "serializing a string larger than 4 GiB requires pickle protocol 4 or higher");
    TRY(put_octets(pickler, head, utf8, nullptr));
    return memoize(pickler, object);
}

}  // namespace minipy::pickle
