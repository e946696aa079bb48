// UTF-16 and UTF-32 in both byte orders, with and without a byte order mark.
//
// CPython: Objects/unicodeobject.c (PyUnicode_DecodeUTF16Stateful, _PyUnicode_EncodeUTF32)
#include "objects/codecs.h"
#include "objects/codecs/error_handler.h"
#include "objects/errors.h"

namespace minipy {
namespace {

/// Reads and writes units of `width` octets in one order.
struct UnitFormat {
    Size width;
    bool big;

    char32_t read(std::string_view octets, Size at) const noexcept {
        char32_t unit = 0;
        for (Size i = 0; i < width; ++i) {
            const char32_t octet = static_cast<unsigned char>(octets[static_cast<std::size_t>(at + i)]);
            unit |= octet << (8 * (big ? width - 1 - i : i));
        }
        return unit;
    }
    void write(std::string& octets, char32_t unit) const {
        for (Size i = 0; i < width; ++i) octets += static_cast<char>(unit >> (8 * (big ? width - 1 - i : i)));
    }
};

/// Takes the byte order mark off where the order is not given; where the text begins.
Size skip_mark(std::string_view octets, ByteOrder order, UnitFormat& format) noexcept {
    format.big = order == ByteOrder::Big;
    if (order != ByteOrder::Native || static_cast<Size>(octets.size()) < format.width) return 0;
    if (format.read(octets, 0) == 0xFEFF) return format.width;
    format.big = true;
    if (format.read(octets, 0) == 0xFEFF) return format.width;
    format.big = false;
    return 0;
}

const char* name16(ByteOrder order) noexcept {
    return order == ByteOrder::Native ? "utf-16" : order == ByteOrder::Little ? "utf-16-le" : "utf-16-be";
}

const char* name32(ByteOrder order) noexcept {
    return order == ByteOrder::Native ? "utf-32" : order == ByteOrder::Little ? "utf-32-le" : "utf-32-be";
}

void write_utf16(std::string& octets, const UnitFormat& format, char32_t c) {
    if (c < 0x10000) return format.write(octets, c);
    format.write(octets, 0xD7C0 + (c >> 10));
    format.write(octets, 0xDC00 | (c & 0x3FF));
}

/// The loop that both encoders share; surrogates go to the error handler, whose octets must be whole units
/// of `width`.
template <class Write>
Ref<Bytes> encode_units(Str* string, std::string octets, EncodeErrors& handler, std::size_t width,
                        Write write) {
    for (Size i = 0; i < string->size;) {
        if (!is_surrogate(string->at(i))) {
            write(octets, string->at(i++));
            continue;
        }
        Size end = i + 1;
        while (end < string->size && is_surrogate(string->at(end))) ++end;
        std::u32string text;
        const std::size_t before = octets.size();
        const Size next = TRY(handler.handle(octets, text, i, end, "surrogates not allowed"));
        if ((octets.size() - before) % width) return handler.fail(i, end, "surrogates not allowed");
        for (char32_t c : text) {
            if (c >= 0x80) return handler.fail(i, end, "surrogates not allowed");
            write(octets, c);
        }
        i = next;
    }
    return new_bytes(octets);
}

}  // namespace

Ref<Str> decode_utf16(std::string_view octets, const std::string& errors, ByteOrder order, Size* consumed) {
    UnitFormat format{2, false};
    Size at = skip_mark(octets, order, format);
    DecodeErrors handler(name16(format.big ? ByteOrder::Big : ByteOrder::Little), octets, errors,
                         format.big ? SurrogateForm::Utf16Big : SurrogateForm::Utf16Little);
    StrBuilder builder;
    while (at < static_cast<Size>(octets.size())) {
        const auto size = static_cast<Size>(octets.size());
        if (size - at < 2) {
            if (consumed) break;
            at = TRY(handler.handle(builder, at, size, "truncated data"));
            continue;
        }
        const char32_t unit = format.read(octets, at);
        if (!is_surrogate(unit)) {
            builder.append(unit);
            at += 2;
        } else if (unit >= 0xDC00) {
            at = TRY(handler.handle(builder, at, at + 2, "illegal encoding"));
        } else if (size - at < 4) {
            if (consumed) break;
            at = TRY(handler.handle(builder, at, size, "unexpected end of data"));
        } else if (const char32_t low = format.read(octets, at + 2); low - 0xDC00 < 0x400u) {
            builder.append(((unit - 0xD7C0) << 10) + (low - 0xDC00));
            at += 4;
        } else {
            at = TRY(handler.handle(builder, at, at + 2, "illegal UTF-16 surrogate"));
        }
    }
    if (consumed) *consumed = at;
    return builder.finish();
}

Ref<Bytes> encode_utf16(Str* string, const std::string& errors, ByteOrder order) {
    const UnitFormat format{2, order == ByteOrder::Big};
    EncodeErrors handler(name16(order), string, errors,
                         format.big ? SurrogateForm::Utf16Big : SurrogateForm::Utf16Little);
    std::string octets;
    if (order == ByteOrder::Native) format.write(octets, 0xFEFF);
    return encode_units(string, std::move(octets), handler, 2,
                        [&](std::string& to, char32_t c) { write_utf16(to, format, c); });
}

Ref<Str> decode_utf32(std::string_view octets, const std::string& errors, ByteOrder order, Size* consumed) {
    UnitFormat format{4, false};
    Size at = skip_mark(octets, order, format);
    DecodeErrors handler(name32(format.big ? ByteOrder::Big : ByteOrder::Little), octets, errors,
                         format.big ? SurrogateForm::Utf32Big : SurrogateForm::Utf32Little);
    StrBuilder builder;
    while (at < static_cast<Size>(octets.size())) {
        const auto size = static_cast<Size>(octets.size());
        if (size - at < 4) {
            if (consumed) break;
            at = TRY(handler.handle(builder, at, size, "truncated data"));
            continue;
        }
        const char32_t unit = format.read(octets, at);
        if (is_surrogate(unit)) {
            at = TRY(handler.handle(builder, at, at + 4,
                                    "code point in surrogate code point range(0xd800, 0xe000)"));
        } else if (unit > 0x10FFFF) {
            at = TRY(handler.handle(builder, at, at + 4, "code point not in range(0x110000)"));
        } else {
            builder.append(unit);
            at += 4;
        }
    }
    if (consumed) *consumed = at;
    return builder.finish();
}

Ref<Bytes> encode_utf32(Str* string, const std::string& errors, ByteOrder order) {
    const UnitFormat format{4, order == ByteOrder::Big};
    EncodeErrors handler(name32(order), string, errors,
                         format.big ? SurrogateForm::Utf32Big : SurrogateForm::Utf32Little);
    std::string octets;
    if (order == ByteOrder::Native) format.write(octets, 0xFEFF);
    return encode_units(string, std::move(octets), handler, 4,
                        [&](std::string& to, char32_t c) { format.write(to, c); });
}

}  // namespace minipy
