// `pattern % arguments`: printf-style formatting.
//
// The pattern is walked once; each conversion takes the next value of the tuple (or the one value that is
// no tuple), or with `%(name)` the mapping's. A number is rendered as sign, prefix and digits, then filled.
// bytes are formatted by the same code: octets are characters below 256, and %s, %b and %c want octets.
//
// CPython: Objects/unicodeobject.c (PyUnicode_Format), Objects/bytesobject.c (_PyBytes_FormatEx)
#include <fmt/format.h>

#include <charconv>
#include <climits>
#include <cstdlib>

#include "objects/bytearray.h"
#include "objects/bytes/octets.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/format.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/memoryview.h"
#include "objects/number_convert.h"
#include "objects/number_format.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str/slots.h"
#include "objects/str_builder.h"
#include "objects/str_data.h"
#include "objects/text_search.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

/// One conversion: flags, width, precision and letter.
struct Conversion {
    bool left = false, plus = false, space = false, alternate = false, zero = false;
    Size width = -1;
    Size precision = -1;
    char32_t letter = 0;
};

/// A number rendered: `sign` is 0, '-', '+' or ' '; `prefix` "", "0x", ...; `digits` the rest.
struct Rendered {
    char sign = 0;
    std::string_view prefix;
    std::string digits;
};

class PercentFormatter {
  public:
    enum class Mode { Text, Octets };

    PercentFormatter(Str* pattern, Object* arguments, Mode mode) noexcept
        : pattern_(pattern), arguments_(share(arguments)), octets_(mode == Mode::Octets) {
        const bool no_mapping =
            is_str(arguments) || (octets_ && (is_bytes(arguments) || is_bytearray(arguments)));
        if (is_tuple(arguments))
            count_ = static_cast<Tuple*>(arguments)->size;
        else if (arguments->type->slots.get_item && !no_mapping)
            mapping_ = arguments;
    }

    Ref<Str> run() {
        while (at_ < pattern_->size) {
            const Size start = at_;
            find_percent();
            if (start == 0 && at_ == pattern_->size) {
                whole_ = share(pattern_);
                break;
            }
            builder_.append(pattern_, start, at_);
            if (at_ == pattern_->size) break;
            ++at_;
            TRY(convert_one());
        }
        const bool all_used = count_ < 0 ? used_ > 0 : used_ == count_;
        if (!all_used && !mapping_) {
            return raise(type_error_type, fmt::format("not all arguments converted during {} formatting",
                                                      octets_ ? "bytes" : "string"));
        }
        return whole_ ? whole_ : builder_.finish();
    }

  private:
    /// Goes on to the next '%' or the end.
    void find_percent() noexcept {
        with_data(pattern_, [&](const auto* data) {
            const Size step = find_character(data + at_, pattern_->size - at_, '%');
            at_ = step < 0 ? pattern_->size : at_ + step;
        });
    }

    Result<char32_t> next_character() {
        if (at_ >= pattern_->size) return raise(value_error_type, "incomplete format");
        return pattern_->at(at_++);
    }

    /// The next value; an argument that is no tuple counts as one value.
    Ref<Object> next_value() {
        if (count_ < 0 && used_ == 0) {
            used_ = 1;
            return arguments_;
        }
        if (used_ < count_) return share((*static_cast<Tuple*>(arguments_.get()))[used_++]);
        return raise(type_error_type, "not enough arguments for format string");
    }

    Status read_key();
    Result<Size> read_size(const char* overflow_message, bool& starred);
    Status read_conversion(Conversion& conversion);
    bool append_plain();
    Status convert_one();
    Status append_text(const Conversion& conversion, Object* value);
    Status append_character(const Conversion& conversion, Object* value);
    Status append_octet(const Conversion& conversion, Object* value);
    Ref<Str> text_of(char32_t letter, Object* value) const;
    Status append_integer(const Conversion& conversion, Object* value);
    Status append_float(const Conversion& conversion, Object* value);
    void append_number(const Conversion& conversion, const Rendered& number);
    void append_padded(const Conversion& conversion, Str* text);

    Str* pattern_;
    Ref<Object> arguments_;      // after a key: the value it named
    Object* mapping_ = nullptr;  // the argument, if keys can be looked up in it
    Size count_ = -1;            // values in the tuple; -1: the argument is no tuple
    Size used_ = 0;
    Size at_ = 0;
    bool octets_;
    StrBuilder builder_;
    Ref<Str> whole_;  // the only piece of the result, which then need not be copied
};

/// `(name)`: looks the value up, which from now on is the one and only argument; parentheses inside the name
/// must balance.
Status PercentFormatter::read_key() {
    if (!mapping_) return raise(type_error_type, "format requires a mapping");
    const Size start = at_;
    for (int depth = 1; depth > 0; ++at_) {
        if (at_ >= pattern_->size) return raise(value_error_type, "incomplete format key");
        if (pattern_->at(at_) == '(') ++depth;
        if (pattern_->at(at_) == ')') --depth;
    }
    Ref<Str> key = TRY(str_substring(pattern_, start, at_ - 1));
    Ref<Object> name = TRY(octets_ ? Ref<Object>(new_bytes(key->view1())) : Ref<Object>(key));
    arguments_ = TRY(get_item(mapping_, name.get()));
    count_ = -1;
    used_ = 0;
    return done;
}

/// A number in the pattern, or `*` for the next value; -1 if there is neither.
Result<Size> PercentFormatter::read_size(const char* overflow_message, bool& starred) {
    starred = at_ < pattern_->size && pattern_->at(at_) == '*';
    if (starred) {
        ++at_;
        Ref<Object> value = TRY(next_value());
        if (!is_int(value.get())) return raise(type_error_type, "* wants int");
        return argument_size(value.get());
    }
    Size number = -1;
    for (; at_ < pattern_->size && pattern_->at(at_) - '0' < 10u; ++at_) {
        const Size digit = static_cast<Size>(pattern_->at(at_) - '0');
        if (number > (PTRDIFF_MAX - digit) / 10) return raise(value_error_type, overflow_message);
        number = (number < 0 ? 0 : number) * 10 + digit;
    }
    return number;
}

Status PercentFormatter::read_conversion(Conversion& conversion) {
    if (at_ < pattern_->size && pattern_->at(at_) == '(') {
        ++at_;
        TRY(read_key());
    }
    for (bool flags = true; flags && at_ < pattern_->size; at_ += flags) {
        switch (pattern_->at(at_)) {
            case '-': conversion.left = true; break;
            case '+': conversion.plus = true; break;
            case ' ': conversion.space = true; break;
            case '#': conversion.alternate = true; break;
            case '0': conversion.zero = true; break;
            default: flags = false;
        }
    }
    bool starred;
    conversion.width = TRY(read_size("width too big", starred));
    if (starred && conversion.width < 0) {
        conversion.left = true;
        conversion.width = -conversion.width;
    }
    if (at_ < pattern_->size && pattern_->at(at_) == '.') {
        ++at_;
        conversion.precision = std::max<Size>(TRY(read_size("precision too big", starred)), 0);
        if (conversion.precision > INT_MAX)
            return starred ? raise(overflow_error_type, "Python int too large to convert to C int")
                           : raise(value_error_type, "precision too big");
    }
    conversion.letter = TRY(next_character());
    if (conversion.letter == 'h' || conversion.letter == 'l' || conversion.letter == 'L') {
        conversion.letter = TRY(next_character());
    }
    return done;
}

/// `%s` of a string and `%d` of a small int with nothing in between, which is what most patterns hold: there is
/// no conversion to read. False if it is another one.
bool PercentFormatter::append_plain() {
    if (octets_ || at_ == pattern_->size || used_ >= std::abs(count_)) return false;
    Object* value = count_ < 0 ? arguments_.get() : (*static_cast<Tuple*>(arguments_.get()))[used_];
    const char32_t letter = pattern_->at(at_);
    const bool text = letter == 's' && is_exactly(value, str_type);
    if (!text && !(letter == 'd' && is_exactly(value, int_type) && as_int(value)->is_small())) return false;
    ++at_;
    ++used_;
    if (text) {
        append_padded({}, as_str(value));
    } else {
        char digits[24];
        const auto end = std::to_chars(digits, digits + sizeof digits, as_int(value)->small).ptr;
        builder_.append_ascii({digits, static_cast<std::size_t>(end - digits)});
    }
    return true;
}

Status PercentFormatter::convert_one() {
    if (append_plain()) return done;
    if (at_ < pattern_->size && pattern_->at(at_) == '%') {
        ++at_;
        builder_.append('%');
        return done;
    }
    Conversion conversion;
    TRY(read_conversion(conversion));
    Ref<Object> value = TRY(next_value());
    switch (conversion.letter) {
        case 's':
        case 'r':
        case 'a':
        case 'b':
            if (conversion.letter == 'b' && !octets_) break;
            return append_text(conversion, value.get());
        case 'c':
            return octets_ ? append_octet(conversion, value.get()) : append_character(conversion, value.get());
        case 'd':
        case 'i':
        case 'u':
        case 'o':
        case 'x':
        case 'X': return append_integer(conversion, value.get());
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G': return append_float(conversion, value.get());
        default: break;
    }
    const char32_t c = conversion.letter;
    return raise(value_error_type, fmt::format("unsupported format character '{}' (0x{:x}) at index {}",
                                               c > 31 && c < 128 ? static_cast<char>(c) : '?',
                                               static_cast<unsigned>(c), at_ - 1));
}

void PercentFormatter::append_padded(const Conversion& conversion, Str* text) {
    const Size missing = conversion.width - text->size;
    if (missing <= 0 && builder_.size() == 0 && at_ == pattern_->size && text->type == &str_type) {
        whole_ = share(text);
        return;
    }
    if (!conversion.left) builder_.append_repeated(' ', missing);
    builder_.append(text);
    if (conversion.left) builder_.append_repeated(' ', missing);
}

Ref<Str> PercentFormatter::text_of(char32_t letter, Object* value) const {
    if (letter == 'a' || (octets_ && letter == 'r')) return ascii_repr(value);
    if (letter == 'r') return repr(value);
    if (!octets_) return to_str(value);
    if (has_octets(value)) {
        std::string octets;
        TRY(collect_buffer(octets, value));
        return str_from_latin1(octets);
    }
    Ref<Object> made = ask_for_bytes(value);
    if (made) return str_from_latin1(static_cast<Bytes*>(made.get())->view());
    if (pending_exception()) return failed;
    return raise(
        type_error_type,
        fmt::format("%b requires a bytes-like object, or an object that implements __bytes__, not '{}'",
                    value->type->name));
}

Status PercentFormatter::append_octet(const Conversion& conversion, Object* value) {
    Ref<Str> text;
    if (is_bytes(value) || is_bytearray(value)) {
        if (octets_of(value).size() == 1) text = str_from_latin1(octets_of(value));
    } else if (has_index(value)) {
        Ref<Int> number = TRY(to_index(value));
        if (!number->is_small() || number->small < 0 || number->small > 255) {
            return raise(overflow_error_type, "%c arg not in range(256)");
        }
        text = str_from_character(static_cast<char32_t>(number->small));
    }
    if (!text) return raise(type_error_type, "%c requires an integer in range(256) or a single byte");
    append_padded(conversion, text.get());
    return done;
}

Status PercentFormatter::append_text(const Conversion& conversion, Object* value) {
    Ref<Str> text = TRY(text_of(conversion.letter, value));
    if (conversion.precision >= 0 && conversion.precision < text->size) {
        text = TRY(str_substring(text.get(), 0, conversion.precision));
    }
    append_padded(conversion, text.get());
    return done;
}

Status PercentFormatter::append_character(const Conversion& conversion, Object* value) {
    if (is_str(value)) {
        if (as_str(value)->size != 1) return raise(type_error_type, "%c requires int or char");
        append_padded(conversion, as_str(value));
        return done;
    }
    Ref<Int> number = to_index(value);
    if (!number && pending_matches(type_error_type)) {
        clear_exception();
        return raise(type_error_type, "%c requires int or char");
    }
    if (!number) return failed;
    if (!number->is_small() || number->small < 0 || number->small > 0x10FFFF) {
        return raise(overflow_error_type, "%c arg not in range(0x110000)");
    }
    Ref<Str> text = TRY(str_from_character(static_cast<char32_t>(number->small)));
    append_padded(conversion, text.get());
    return done;
}

/// The int that %d takes of any real number, and %x of any integer.
Ref<Int> integer_for(Object* value, char32_t letter) {
    const bool decimal = letter == 'd' || letter == 'i' || letter == 'u';
    if (is_int(value)) return share(static_cast<Int*>(value));
    const Slots& slots = value->type->slots;
    if (((decimal && slots.to_int) || slots.index) && !is_str(value)) {
        Ref<Object> number;
        if (decimal && slots.to_int)
            number = number_to_int(value);
        else
            number = to_index(value);
        if (number) return Ref<Int>::steal(static_cast<Int*>(number.release()));
        if (!pending_matches(type_error_type)) return failed;
        clear_exception();
    }
    return raise(type_error_type, fmt::format("%{} format: {} is required, not {}", static_cast<char>(letter),
                                              decimal ? "a real number" : "an integer", value->type->name));
}

Status PercentFormatter::append_integer(const Conversion& conversion, Object* value) {
    const char32_t letter = conversion.letter;
    Ref<Int> integer = TRY(integer_for(value, letter));
    const char code = letter == 'i' || letter == 'u' ? 'd' : static_cast<char>(letter);
    Rendered number;
    number.digits = TRY(int_percent_text(integer.get(), code, conversion.alternate, conversion.precision));
    if (number.digits.starts_with('-')) {
        number.sign = '-';
        number.digits.erase(0, 1);
    }
    if (code != 'd' && conversion.alternate) {
        number.prefix = code == 'o' ? "0o" : code == 'x' ? "0x" : "0X";
        number.digits.erase(0, 2);
    }
    append_number(conversion, number);
    return done;
}

Status PercentFormatter::append_float(const Conversion& conversion, Object* value) {
    const Result<double> argument = argument_double(value);
    if (!argument && octets_)
        return raise(type_error_type, fmt::format("float argument required, not {}", value->type->name));
    const double number = TRY(argument);
    const int precision = conversion.precision < 0 ? 6 : static_cast<int>(conversion.precision);
    Rendered rendered;
    rendered.digits = double_text(number, static_cast<char>(conversion.letter), precision,
                                  {.alternate = conversion.alternate});
    if (rendered.digits.starts_with('-')) {
        rendered.sign = '-';
        rendered.digits.erase(0, 1);
    }
    append_number(conversion, rendered);
    return done;
}

void PercentFormatter::append_number(const Conversion& conversion, const Rendered& number) {
    const char sign = number.sign ? number.sign : conversion.plus ? '+' : conversion.space ? ' ' : '\0';
    const Size size =
        static_cast<Size>(number.digits.size()) + static_cast<Size>(number.prefix.size()) + (sign != 0);
    const Size missing = conversion.width - size;
    const bool zeros = conversion.zero && !conversion.left;
    if (!conversion.left && !zeros) builder_.append_repeated(' ', missing);
    if (sign) builder_.append(static_cast<char32_t>(sign));
    builder_.append_ascii(number.prefix);
    if (zeros) builder_.append_repeated('0', missing);
    builder_.append_ascii(number.digits);
    if (conversion.left) builder_.append_repeated(' ', missing);
}

}  // namespace

Ref<Str> str_format_percent(Str* pattern, Object* arguments) {
    return guard_memory(
        [&] { return PercentFormatter(pattern, arguments, PercentFormatter::Mode::Text).run(); });
}

Result<std::string> format_octets(std::string_view pattern, Object* arguments) {
    return guard_memory([&]() -> Result<std::string> {
        Ref<Str> text = TRY(str_from_latin1(pattern));
        text = TRY(PercentFormatter(text.get(), arguments, PercentFormatter::Mode::Octets).run());
        return std::string(text->view1());
    });
}

NewRef str_remainder_slot(Object* left, Object* right) {
    if (!is_str(left)) return new_ref(&not_implemented);
    return str_format_percent(as_str(left), right);
}

}  // namespace minipy
