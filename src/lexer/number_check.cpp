// The slow path of numbers: reads one digit by digit, as the language reference spells it, to say where it
// goes wrong.
//
// The scanner's rules take the longest valid number; only if a letter, digit or underscore follows it, this
// reading is done. Each step either goes on or throws the verdict up to `judge_number`.
// Invariant: `at_` is the next character to look at; an error's `end` follows CPython, which sometimes has
// consumed the offending character (a wrong digit) and sometimes not (a wrong letter).
//
// CPython: the number part of tok_get() in Parser/tokenizer.c
#include "lexer/number_check.h"

#include <fmt/format.h>

#include <string_view>

#include "lexer/scanner.h"

namespace minipy {
namespace {

bool is_hex_digit(char c) { return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }
bool is_octal_digit(char c) { return c >= '0' && c <= '7'; }
bool is_binary_digit(char c) { return c == '0' || c == '1'; }

class NumberReader {
  public:
    explicit NumberReader(const char* start) : at_(start) {}

    void read() {
        const char base = *at_ == '0' ? static_cast<char>(at_[1] | 0x20) : ' ';
        if (base == 'x' || base == 'o' || base == 'b') {
            at_ += 2;
            if (base == 'x') read_base("hexadecimal", is_hex_digit);
            if (base == 'o') read_base("octal", is_octal_digit);
            if (base == 'b') read_base("binary", is_binary_digit);
        } else {
            read_decimal();
        }
    }

  private:
    [[noreturn]] void fail(std::string message, const char* end) {
        throw NumberVerdict{std::move(message), false, end};
    }
    [[noreturn]] void invalid(std::string_view kind) { fail(fmt::format("invalid {} literal", kind), at_); }

    void read_base(std::string_view kind, bool (*belongs)(char)) {
        const auto reject_digit = [&] {
            if (is_digit(*at_)) fail(fmt::format("invalid digit '{}' in {} literal", *at_, kind), at_ + 1);
        };
        do {
            if (*at_ == '_') ++at_;
            if (!belongs(*at_)) {
                reject_digit();
                invalid(kind);
            }
            while (belongs(*at_)) ++at_;
        } while (*at_ == '_');
        reject_digit();
        check_end(kind);
    }

    void read_decimal() {
        if (*at_ == '0') {
            read_zeros();
        } else if (*at_ != '.') {
            read_digits();
        }
        if (*at_ == '.') {
            ++at_;
            if (is_digit(*at_)) read_digits();
        }
        if ((*at_ | 0x20) == 'e' && !read_exponent()) return;
        if ((*at_ | 0x20) == 'j') {
            ++at_;
            return check_end("imaginary");
        }
        check_end("decimal");
    }

    /// digit ("_"? digit)*
    void read_digits() {
        for (;;) {
            while (is_digit(*at_)) ++at_;
            if (*at_ != '_') return;
            ++at_;
            if (!is_digit(*at_)) invalid("decimal");
        }
    }

    /// Zeros in front of other digits are an old octal number, unless a float or imaginary number follows.
    void read_zeros() {
        for (;;) {
            if (*at_ == '_' && !is_digit(*++at_)) invalid("decimal");
            if (*at_ != '0') break;
            ++at_;
        }
        if (!is_digit(*at_)) return;
        const char* const zeros_end = at_ + 1;
        read_digits();
        const char next = static_cast<char>(*at_ | 0x20);
        if (*at_ == '.' || next == 'e' || next == 'j') return;
        throw NumberVerdict{
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
            false, at_, zeros_end};
    }

    /// False if the letter turns out to belong to what follows the number.
    bool read_exponent() {
        const char* const letter = at_;
        ++at_;
        if (*at_ == '+' || *at_ == '-') {
            ++at_;
            if (!is_digit(*at_)) invalid("decimal");
        } else if (!is_digit(*at_)) {
            at_ = letter;
            check_end("decimal");
            return false;
        }
        read_digits();
        return true;
    }

    /// A number may run into one of the keywords that can follow it in a valid program; nothing else.
    void check_end(std::string_view kind) {
        if (!is_name_byte(*at_)) return;
        if (!keyword_follows()) invalid(kind);
        throw NumberVerdict{fmt::format("invalid {} literal", kind), true};
    }

    bool keyword_follows() const {
        const auto follows = [&](std::string_view word) {
            std::size_t i = 0;
            while (i < word.size() && at_[i] == word[i]) ++i;
            return i == word.size() && !is_name_byte(at_[i]);
        };
        if (*at_ == 'i') return at_[1] == 'f' || at_[1] == 'n' || at_[1] == 's';
        return follows("and") || follows("else") || follows("for") || follows("or") ||
               follows("not");
    }

    const char* at_;
};

}  // namespace

NumberVerdict judge_number(const char* start) {
    try {
        NumberReader(start).read();
        return {};
    } catch (NumberVerdict& verdict) {
        return std::move(verdict);
    }
}

}  // namespace minipy
