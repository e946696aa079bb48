// Decimal.__format__: the format specification as libmpdec reads it.
//
// [[fill]align][sign][z][0][width][,][.precision][type] with the types e E f F g G % n; no '#', no '_', no
// second zero. Rounding for a precision goes by the context's rounding mode.
//
// CPython: Modules/_decimal/_decimal.c (dec_format), Modules/_decimal/libmpdec/io.c (mpd_qformat_spec)
#include <array>
#include <climits>
#include <clocale>
#include <optional>

#include "modules/decimal/decimal.h"
#include "objects/codecs.h"
#include "objects/names.h"

namespace minipy::decimal {
namespace {

/// Borrows its texts from the specification's, from the locale, or from the dictionary given instead.
struct Specification {
    std::string_view fill = " ";  // one character in UTF-8
    char align = '>';             // or 'z': zeros after the sign
    char sign = '-';
    bool no_negative_zero = false;
    std::int64_t width = 0;
    std::int64_t precision = -1;
    char type;  // e f g %
    bool capitals;
    std::string_view point, separator, groups;  // no point: the text stays as it is
};

bool is_align(char c) noexcept { return c == '<' || c == '>' || c == '=' || c == '^'; }

/// Bytes of the character that the UTF-8 text starts with.
std::size_t character_length(std::string_view text) noexcept {
    if (text.empty()) return 0;
    std::size_t length = 1;
    while (length < text.size() && (text[length] & 0xC0) == 0x80) ++length;
    return length;
}

/// Reads a specification from left to right.
class Reader {
  public:
    Reader(std::string_view text, bool capitals) : text_(text) {
        spec_.type = 'g';
        spec_.capitals = capitals;
    }

    /// Nothing if the text is no specification.
    std::optional<Specification> read() {
        if (!read_head() || !read_width() || !read_precision() || !read_type() || !text_.empty())
            return std::nullopt;
        return spec_;
    }

  private:
    bool take(char c) {
        if (!text_.starts_with(c)) return false;
        text_.remove_prefix(1);
        return true;
    }
    bool at_digit() const { return !text_.empty() && '0' <= text_[0] && text_[0] <= '9'; }

    bool read_number(std::int64_t& number) {
        number = 0;
        for (; at_digit(); text_.remove_prefix(1)) {
            if (number > INT64_MAX / 10 - 1) return false;
            number = number * 10 + (text_[0] - '0');
        }
        return true;
    }

    bool read_head() {
        const std::size_t fill = character_length(text_);
        bool aligned = false;
        if (fill < text_.size() && is_align(text_[fill])) {
            spec_.fill = text_.substr(0, fill);
            spec_.align = text_[fill];
            text_.remove_prefix(fill + 1);
            aligned = true;
        } else if (!text_.empty() && is_align(text_[0])) {
            spec_.align = text_[0];
            text_.remove_prefix(1);
            aligned = true;
        }
        if (!text_.empty() && (text_[0] == '+' || text_[0] == '-' || text_[0] == ' ')) {
            spec_.sign = text_[0];
            text_.remove_prefix(1);
        }
        spec_.no_negative_zero = take('z');
        if (take('0')) {
            // Zeros are an alignment of their own.
            if (aligned) return false;
            spec_.align = 'z';
            spec_.fill = "0";
        }
        return true;
    }

    bool read_width() {
        if (text_.starts_with('0') || !read_number(spec_.width)) return false;
        if (take(',')) {
            spec_.point = ".";
            spec_.separator = ",";
            spec_.groups = "\3";
        }
        return true;
    }

    bool read_precision() {
        if (!take('.')) return true;
        return at_digit() && read_number(spec_.precision);
    }

    bool read_type() {
        if (text_.empty()) return true;
        const char type = text_[0], lower = static_cast<char>(type | 0x20);
        if (type == '%') {
            spec_.type = type;
        } else if (lower == 'e' || lower == 'f' || lower == 'g') {
            spec_.type = lower;
            spec_.capitals = type != lower;
        } else if (lower == 'n') {
            if (!spec_.separator.empty()) return false;
            spec_.capitals = type != lower;
            const std::lconv* locale = std::localeconv();
            spec_.point = locale->decimal_point;
            spec_.separator = locale->thousands_sep;
            spec_.groups = locale->grouping;
        } else {
            return true;
        }
        text_.remove_prefix(1);
        return true;
    }

    std::string_view text_;
    Specification spec_;
};

// --- rounding

/// To so many digits.
Number round_digits(const View& number, std::int64_t digits, const Settings& settings, Conditions& conditions) {
    const std::int64_t exponent = number.exponent + number.digits() - digits;
    Number result = rescale_for_text(number, exponent, settings, conditions);
    if (result.kind == Kind::Finite && result.view().digits() > digits)
        result = rescale_for_text(result, exponent + 1, settings, conditions);
    return result;
}

/// The number as it will be shown. `point` is where the decimal point of an exponent form stands.
Number round_for_text(const View& number, const Specification& spec, const Settings& settings,
                      std::int64_t& point, Conditions& conditions) {
    Number result(number);
    if (spec.type == '%') result.exponent += 2;
    if (spec.precision > max_precision) return failure(condition::invalid_operation, conditions);
    if (spec.precision < 0) return result;
    switch (spec.type) {
        case 'g': {
            const std::int64_t digits = std::max<std::int64_t>(spec.precision, 1);
            if (number.digits() > digits) result = round_digits(result, digits, settings, conditions);
            break;
        }
        case 'e':
            if (number.is_zero())
                point = 1 - spec.precision;
            else
                result = round_digits(result, spec.precision + 1, settings, conditions);
            break;
        default: result = rescale(result, -spec.precision, settings, conditions);
    }
    return result;
}

// --- laying out

/// A point or separator counts as one character however many it has.
std::int64_t mark_width(std::string_view mark) noexcept { return mark.empty() ? 0 : 1; }

/// The whole digits with separators; zeros in front, grouped too, up to a width. `width`: what it has come to.
std::string group_digits(std::string_view digits, const Specification& spec, std::int64_t min_width,
                         std::int64_t& width) {
    if (spec.align != 'z') min_width = 0;
    std::string reversed;
    auto left = static_cast<std::int64_t>(digits.size());
    width = 0;
    for (std::size_t at = 0;;) {
        const std::int64_t wanted = std::max({left, min_width - width, std::int64_t{1}});
        const char group = spec.groups.empty() ? 0 : spec.groups[at];
        const std::int64_t length =
            group == 0 || group == CHAR_MAX ? wanted : std::min<std::int64_t>(group, wanted);
        for (std::int64_t i = 0; i < length; ++i, --left)
            reversed += left > 0 ? digits[static_cast<std::size_t>(left - 1)] : '0';
        left = std::max<std::int64_t>(left, 0);
        width += length;
        if (left == 0 && width >= min_width) break;
        reversed.append(spec.separator.rbegin(), spec.separator.rend());
        width += mark_width(spec.separator);
        if (at + 1 < spec.groups.size()) ++at;
    }
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

/// Puts the point and the separators of a locale into the text of a number, which then has the width.
std::string localize(std::string_view text, const Specification& spec, std::int64_t& width) {
    std::string_view head;
    if (text[0] == '-' || text[0] == '+' || text[0] == ' ') {
        head = text.substr(0, 1);
        text.remove_prefix(1);
    }
    const std::size_t whole = std::min(text.find_first_not_of("0123456789"), text.size());
    std::string_view rest = text.substr(whole), point;
    if (rest.starts_with('.')) {
        point = spec.point;
        rest.remove_prefix(1);
    } else if (spec.separator.empty() || spec.groups.empty()) {
        return fmt::format("{}{}", head, text);
    }
    const auto taken = mark_width(point) + static_cast<std::int64_t>(rest.size() + head.size());
    const std::string grouped = group_digits(text.substr(0, whole), spec, spec.width - taken, width);
    width += taken;
    return fmt::format("{}{}{}{}", head, grouped, point, rest);
}

std::string pad(std::string text, std::int64_t width, const Specification& spec) {
    const std::int64_t missing = spec.width - width;
    if (missing <= 0) return text;
    if (missing > static_cast<std::int64_t>(max_words * sizeof(Word))) throw std::bad_alloc();
    const char align = spec.align == 'z' ? '=' : spec.align;
    const std::int64_t left = align == '<' ? 0 : align == '^' ? missing / 2 : missing;
    std::string before, after;
    for (std::int64_t i = 0; i < left; ++i) before += spec.fill;
    for (std::int64_t i = left; i < missing; ++i) after += spec.fill;
    const bool signed_first = align == '=' && (text[0] == '-' || text[0] == '+' || text[0] == ' ');
    text.insert(signed_first, before);
    return text + after;
}

/// Nothing if a limit of the arithmetic is exceeded.
std::optional<std::string> format_number(View number, Specification spec, const Settings& settings) {
    Conditions conditions = 0;
    std::int64_t point = 1;
    Number rounded;
    if (spec.width > max_precision) return std::nullopt;
    if (number.is_special()) {
        if (spec.align == 'z') {
            spec.align = '>';
            spec.fill = " ";
        }
    } else {
        rounded = round_for_text(number, spec, settings, point, conditions);
        if (conditions & condition::errors) return std::nullopt;
        const bool fixed = spec.type == 'f' || spec.type == '%';
        if (fixed && rounded.coefficient.empty() && rounded.exponent > 0) rounded.exponent = 0;
        // As CPython has it, `z` looks at what is rounded only with a type in lower case.
        const bool rounded_counts = !spec.capitals || spec.type == '%';
        if (spec.no_negative_zero && (number.is_zero() || (rounded_counts && rounded.coefficient.empty())))
            rounded.negative = false;
        number = rounded;
    }
    const Notation notation = spec.type == 'e'   ? Notation::Exponent
                              : spec.type == 'g' ? Notation::Scientific
                                                 : Notation::Fixed;
    std::string text = to_text(number, notation, spec.capitals, point);
    if (!number.negative && spec.sign != '-') text.insert(0, 1, spec.sign);
    if (spec.type == '%') text += '%';
    auto width = static_cast<std::int64_t>(text.size());
    if (!spec.point.empty() && !number.is_special()) text = localize(text, spec, width);
    return pad(std::move(text), width, spec);
}

/// A text of the dictionary that a caller gives in place of the locale; the one that is there if it has none.
/// `held` owns what `place` shows: the dictionary may change when it compares its keys.
Status override_text(Dict* dict, Str* key, std::string_view& place, Ref<Bytes>& held) {
    Object* value = TRY(dict_get(dict, static_cast<Object*>(key)));
    if (!value) return done;
    if (!is_str(value)) return raise(type_error_type, "bad argument type for built-in operation");
    held = TRY(encode_utf8(static_cast<Str*>(value)));
    place = held->view();
    // What stands behind a NUL is not seen.
    place = place.substr(0, place.find('\0'));
    return done;
}

using OverrideTexts = std::array<Ref<Bytes>, 3>;

Status apply_override(Specification& spec, Object* mapping, OverrideTexts& texts) {
    if (!is_dict(mapping)) return raise(type_error_type, "optional argument must be a dict");
    auto* dict = static_cast<Dict*>(mapping);
    TRY(override_text(dict, name<"decimal_point">, spec.point, texts[0]));
    TRY(override_text(dict, name<"thousands_sep">, spec.separator, texts[1]));
    TRY(override_text(dict, name<"grouping">, spec.groups, texts[2]));
    const bool grouping_is_ascii =
        std::all_of(spec.groups.begin(), spec.groups.end(), [](char c) { return c >= 0; });
    if (!grouping_is_ascii || spec.point.empty() || spec.point.size() > 4 || spec.separator.size() > 4)
        return raise(value_error_type, "invalid override dict");
    return done;
}

}  // namespace

NewRef decimal_format(Object* self, Object* const* arguments) {
    Context* current = current_context();
    if (!current) return failed;
    const Ref<Context> context = share(current);  // a key's comparison may make another the current one
    if (!is_str(arguments[0])) return raise(type_error_type, "format arg must be str");
    const std::string_view text = TRY(strict_utf8(static_cast<Str*>(arguments[0])));
    std::optional<Specification> spec = Reader(text, context->capitals).read();
    if (!spec) return raise(value_error_type, "invalid format string");
    OverrideTexts texts;
    if (arguments[1]) TRY(apply_override(*spec, arguments[1], texts));
    return guard_memory([&]() -> NewRef {
        const std::optional<std::string> shown = format_number(view_of(self), *spec, context->settings);
        if (!shown) return raise(value_error_type, "format specification exceeds internal limits of _decimal");
        return str_from_utf8(*shown);
    });
}

}  // namespace minipy::decimal
