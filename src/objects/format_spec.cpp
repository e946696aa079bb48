// Reading format specifications.
//
// CPython: Python/formatter_unicode.c
#include "objects/format_spec.h"

#include <fmt/format.h>
#include <new>

#include <limits>

#include "objects/errors.h"
#include "objects/str.h"
#include "objects/str_storage.h"
#include "objects/unicode_data.h"

namespace minipy {
namespace {

bool is_align(char32_t c) noexcept { return c == '<' || c == '>' || c == '=' || c == '^'; }
int digit_value(char32_t c) noexcept {
    if (c < 0x80) return c - U'0' < 10 ? static_cast<int>(c - U'0') : -1;
    return unicode::decimal_value(c);
}
bool is_sign(char32_t c) noexcept { return c == '+' || c == '-' || c == ' '; }

/// A place in the specification; reading past the end gives 0.
class Reader {
  public:
    explicit Reader(const Str* spec) noexcept : spec_(spec) {}

    char32_t peek(Size ahead = 0) const noexcept {
        return at_ + ahead < spec_->size ? spec_->at(at_ + ahead) : 0;
    }
    char32_t take() noexcept { return spec_->at(at_++); }
    Size left() const noexcept { return spec_->size - at_; }

    bool skip(char32_t expected) noexcept {
        if (left() == 0 || peek() != expected) return false;
        ++at_;
        return true;
    }

    /// A whole number, or -1 if there is none.
    Result<Size> number() {
        Size value = -1;
        for (int digit; left() > 0 && (digit = digit_value(peek())) >= 0; ++at_) {
            if (value > (std::numeric_limits<Size>::max() - digit) / 10)
                return raise(value_error_type, "Too many decimal digits in format string");
            value = (value < 0 ? 0 : value) * 10 + digit;
        }
        return value;
    }

  private:
    const Str* spec_;
    Size at_ = 0;
};

Status read_separator(Reader& reader, FormatSpec& spec) {
    if (reader.skip(',')) spec.separator = ',';
    if (reader.skip('_')) {
        if (spec.separator) return raise(value_error_type, "Cannot specify both ',' and '_'.");
        spec.separator = '_';
    }
    if (spec.separator == '_' && reader.peek() == ',')
        return raise(value_error_type, "Cannot specify both ',' and '_'.");
    return done;
}

Status check_separator(const FormatSpec& spec) {
    if (!spec.separator || spec.type == 0) return done;
    constexpr std::u32string_view decimal_types = U"defgEG%F", other_bases = U"boxX";
    if (decimal_types.find(spec.type) != decimal_types.npos) return done;
    if (spec.separator == '_' && other_bases.find(spec.type) != other_bases.npos) return done;
    if (spec.type > 32 && spec.type < 128)
        return raise(value_error_type, fmt::format("Cannot specify '{}' with '{}'.", spec.separator,
                                                   static_cast<char>(spec.type)));
    return raise(value_error_type, fmt::format("Cannot specify '{}' with '\\x{:x}'.", spec.separator,
                                               static_cast<unsigned>(spec.type)));
}

void read_fill_and_align(Reader& reader, FormatSpec& spec) {
    if (is_align(reader.peek(1))) {
        spec.fill = reader.take();
        spec.fill_given = true;
    } else if (!is_align(reader.peek())) {
        return;
    }
    spec.align = static_cast<char>(reader.take());
    spec.align_given = true;
}

}  // namespace

Result<FormatSpec> parse_format_spec(const Str* text, const Object* object, char default_type,
                                     char default_align) {
    FormatSpec spec;
    spec.align = default_align;
    spec.type = static_cast<char32_t>(default_type);
    Reader reader(text);
    read_fill_and_align(reader, spec);
    if (is_sign(reader.peek())) spec.sign = static_cast<char>(reader.take());
    spec.no_negative_zero = reader.skip('z');
    spec.alternate = reader.skip('#');
    if (!spec.fill_given && reader.skip('0')) {
        spec.fill = '0';
        if (!spec.align_given && default_align == '>') spec.align = '=';
    }
    spec.width = TRY(reader.number());
    TRY(read_separator(reader, spec));
    if (reader.skip('.')) {
        spec.precision = TRY(reader.number());
        if (spec.precision < 0) return raise(value_error_type, "Format specifier missing precision");
    }
    if (reader.left() > 1)
        return raise(value_error_type, fmt::format("Invalid format specifier '{}' for object of type '{}'",
                                                   str_utf8(text), object->type->name));
    if (reader.left() == 1) spec.type = reader.take();
    TRY(check_separator(spec));
    return spec;
}

Failure raise_unknown_format_code(char32_t code, const Object* object) {
    if (code > 32 && code < 128)
        return raise(value_error_type, fmt::format("Unknown format code '{}' for object of type '{}'",
                                                   static_cast<char>(code), object->type->name));
    return raise(value_error_type, fmt::format("Unknown format code '\\x{:x}' for object of type '{}'",
                                               static_cast<unsigned>(code), object->type->name));
}

void append_utf8(std::string& text, char32_t character) {
    char bytes[4];
    text.append(bytes, encode_utf8(character, bytes));
}

std::string pad_text(const FormatSpec& spec, std::string_view text, Size characters) {
    const Size missing = spec.width > characters ? spec.width - characters : 0;
    const Size left = spec.align == '<' ? 0 : spec.align == '^' ? missing / 2 : missing;
    constexpr Size most_padding = Size{1} << 39;  // no machine has the room, and not every allocator says so
    if (missing > most_padding) throw std::bad_alloc();
    std::string padded;
    padded.reserve(text.size() + static_cast<std::size_t>(missing));
    for (Size i = 0; i < left; ++i) append_utf8(padded, spec.fill);
    padded += text;
    for (Size i = left; i < missing; ++i) append_utf8(padded, spec.fill);
    return padded;
}

}  // namespace minipy
