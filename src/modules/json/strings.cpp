// _json: string literals, both ways.
//
// Runs without escapes are found first and copied whole; a literal that has no escape at all is one copy.
//
// CPython: Modules/_json.c (scanstring_unicode, ascii_escape_unicode, escape_unicode)
#include "modules/json/json.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "vm/import.h"

namespace minipy {
namespace {

constexpr char32_t invalid = 0xFFFFFFFF;

bool is_high_surrogate(char32_t c) noexcept { return (c & 0xFFFFFC00) == 0xD800; }
bool is_low_surrogate(char32_t c) noexcept { return (c & 0xFFFFFC00) == 0xDC00; }

/// The value of four hexadecimal digits, or `invalid`.
template <class Character>
char32_t read_hex(const Character* digits) noexcept {
    char32_t value = 0;
    for (int i = 0; i < 4; ++i) {
        const char32_t digit = digits[i], letter = digit | 0x20;
        if (digit - '0' < 10u)
            value = value << 4 | (digit - '0');
        else if (letter - 'a' < 6u)
            value = value << 4 | (letter - 'a' + 10);
        else
            return invalid;
    }
    return value;
}

/// What a one-letter escape stands for, or 0.
char32_t simple_escape(char32_t letter) noexcept {
    switch (letter) {
        case '"':
        case '\\':
        case '/': return letter;
        case 'b': return '\b';
        case 'f': return '\f';
        case 'n': return '\n';
        case 'r': return '\r';
        case 't': return '\t';
        default: return 0;
    }
}

/// A string literal that is being read.
template <class Character>
class Literal {
  public:
    Literal(Str* text, const Character* characters, Size first, bool strict)
        : text_(text), characters_(characters), end_(text->size), first_(first), at_(first), strict_(strict) {}

    Ref<Str> read() {
        StrBuilder builder;
        for (;;) {
            const Size run = at_;
            while (at_ < end_ && is_plain(characters_[at_])) ++at_;
            if (at_ == end_) return unterminated();
            const Character stop = characters_[at_];
            if (stop != '"' && stop != '\\')
                return raise_json_error("Invalid control character at", text_, at_);
            ++at_;
            if (stop == '"') {
                if (run == first_) return str_from_characters(characters_ + run, at_ - 1 - run);
                builder.append(text_, run, at_ - 1);
                return builder.finish();
            }
            builder.append(text_, run, at_ - 1);
            builder.append(TRY(escape()));
        }
    }
    Size position() const noexcept { return at_; }

  private:
    bool is_plain(Character c) const noexcept { return c != '"' && c != '\\' && (c > 0x1F || !strict_); }

    Failure unterminated() const {
        return raise_json_error("Unterminated string starting at", text_, first_ - 1);
    }

    /// The character of the escape whose letter is next.
    Result<char32_t> escape() {
        if (at_ == end_) return unterminated();
        const Character letter = characters_[at_++];
        if (letter == 'u') return hex_escape();
        const char32_t character = simple_escape(letter);
        if (character == 0) return raise_json_error("Invalid \\escape", text_, at_ - 2);
        return character;
    }

    Result<char32_t> hex_escape() {
        const Size digits = at_;
        if (digits + 4 >= end_) return raise_json_error("Invalid \\uXXXX escape", text_, digits - 1);
        const char32_t unit = read_hex(characters_ + digits);
        if (unit == invalid) return raise_json_error("Invalid \\uXXXX escape", text_, digits - 1);
        at_ += 4;
        const bool pair = is_high_surrogate(unit) && at_ + 6 < end_ && characters_[at_] == '\\' &&
                          characters_[at_ + 1] == 'u';
        if (!pair) return unit;
        const char32_t second = read_hex(characters_ + at_ + 2);
        if (second == invalid) return raise_json_error("Invalid \\uXXXX escape", text_, at_ + 1);
        if (!is_low_surrogate(second)) return unit;
        at_ += 6;
        return 0x10000 + ((unit & 0x3FF) << 10 | (second & 0x3FF));
    }

    Str* text_;
    const Character* characters_;
    Size end_, first_, at_;
    bool strict_;
};

/// The letter of a short escape, or 0.
char short_escape(char32_t c) noexcept {
    switch (c) {
        case '"':
        case '\\': return static_cast<char>(c);
        case '\b': return 'b';
        case '\f': return 'f';
        case '\n': return 'n';
        case '\r': return 'r';
        case '\t': return 't';
        default: return 0;
    }
}

void write_unit(StrBuilder& out, char32_t unit) {
    constexpr char digits[] = "0123456789abcdef";
    const char escape[] = {
        '\\', 'u', digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15], digits[unit & 15]};
    out.append_ascii({escape, sizeof(escape)});
}

void write_escape(StrBuilder& out, char32_t c) {
    if (const char letter = short_escape(c)) {
        const char escape[] = {'\\', letter};
        out.append_ascii({escape, 2});
    } else if (c < 0x10000) {
        write_unit(out, c);
    } else {
        write_unit(out, 0xD800 + ((c - 0x10000) >> 10));
        write_unit(out, 0xDC00 + (c & 0x3FF));
    }
}

template <bool only_ascii>
void write_literal(StrBuilder& out, const Str* text) {
    out.append('"');
    with_data(text, [&](const auto* characters) {
        Size run = 0;
        for (Size i = 0; i < text->size; ++i) {
            const char32_t c = characters[i];
            if (c >= 0x20 && c != '"' && c != '\\' && (!only_ascii || c < 0x7F)) [[likely]]
                continue;
            out.append(text, run, i);
            write_escape(out, c);
            run = i + 1;
        }
        out.append(text, run, text->size);
    });
    out.append('"');
}

Result<Str*> first_argument(Object* value) {
    if (is_str(value)) return static_cast<Str*>(value);
    return raise(type_error_type, fmt::format("first argument must be a string, not {}", value->type->name));
}

}  // namespace

Failure raise_json_error(std::string_view message, Str* text, Size position) {
    Ref<Object> decoder = TRY(import_module("json.decoder"));
    Ref<Object> error_class = TRY(get_attribute(decoder.get(), name<"JSONDecodeError">));
    Ref<Str> shown = str_from_utf8(message);
    return raise_object(TRY(call(error_class.get(), {shown.get(), text, new_int(position).get()})));
}

Ref<Str> read_json_string(Str* text, Size& position, bool strict) {
    if (position < 0 || position > text->size) return raise(value_error_type, "end is out of bounds");
    return with_data(text, [&](const auto* characters) -> Ref<Str> {
        Literal literal(text, characters, position, strict);
        Ref<Str> value = literal.read();
        position = literal.position();
        return value;
    });
}

void write_json_string(StrBuilder& out, const Str* text) { write_literal<false>(out, text); }
void write_ascii_json_string(StrBuilder& out, const Str* text) { write_literal<true>(out, text); }

NewRef json_scanstring(Object*, Object* const* arguments) {
    Size position = TRY(argument_size(arguments[1]));
    const bool strict = TRY(truth(arguments[2]));
    Ref<Str> value = TRY(read_json_string(TRY(first_argument(arguments[0])), position, strict));
    return pack({value.get(), new_int(position).get()});
}

NewRef json_encode_basestring(Object*, Object* const* arguments) {
    StrBuilder out;
    write_json_string(out, TRY(first_argument(arguments[0])));
    return out.finish();
}

NewRef json_encode_basestring_ascii(Object*, Object* const* arguments) {
    StrBuilder out;
    write_ascii_json_string(out, TRY(first_argument(arguments[0])));
    return out.finish();
}

}  // namespace minipy
