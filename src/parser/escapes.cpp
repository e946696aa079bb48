// Decoding of backslash escapes: one reader for str and bytes, which differ in \N, \u, \U and in what a
// number above 127 stands for.
//
// Invariant: `at_` is behind everything that has been decoded; what is appended is valid UTF-8 (str, but
// for surrogates) or plain octets (bytes).
//
// CPython: Objects/unicodeobject.c, Objects/bytesobject.c
#include "parser/escapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "objects/unicode_data.h"

namespace minipy {

namespace {

constexpr char32_t last_character = 0x10ffff;

void append_utf8(std::string& text, char32_t c) {
    auto continuation = [&](int shift) { text += static_cast<char>(0x80 | ((c >> shift) & 0x3f)); };
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xc0 | (c >> 6));
        continuation(0);
    } else if (c < 0x10000) {
        text += static_cast<char>(0xe0 | (c >> 12));
        continuation(6);
        continuation(0);
    } else {
        text += static_cast<char>(0xf0 | (c >> 18));
        continuation(12);
        continuation(6);
        continuation(0);
    }
}

int hex_value(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// What n of \n and its like stand for; 0: nothing.
char one_letter_escape(char c) noexcept {
    constexpr std::string_view letters = "\\'\"abfnrtv";
    constexpr std::string_view meanings = "\\'\"\a\b\f\n\r\t\v";
    std::size_t index = letters.find(c);
    return index == letters.npos ? '\0' : meanings[index];
}

bool is_octal(char c) noexcept { return c >= '0' && c <= '7'; }
bool is_ascii(char c) noexcept { return static_cast<unsigned char>(c) < 0x80; }

/// Length of body[0, end) after CPython's rewriting: characters beyond ASCII become ten bytes, and a
/// backslash before one becomes \u005c.
std::size_t rewritten_length(std::string_view body, std::size_t end) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < end; ++i) {
        if (body[i] == '\\') {
            ++length;
            if (++i == body.size() || !is_ascii(body[i])) length += 5;
            if (i >= end) break;
        }
        bool continuation = (body[i] & 0xc0) == 0x80;
        length += is_ascii(body[i]) ? 1 : continuation ? 0 : 10;
    }
    return length;
}

template <bool is_bytes>
class EscapeDecoder {
  public:
    EscapeDecoder(std::string& out, std::string_view body) : out_(out), body_(body) {}

    std::string_view decode() {
        out_.reserve(out_.size() + body_.size());
        for (;;) {
            std::size_t backslash = body_.find('\\', at_);
            out_.append(body_.substr(at_, backslash - at_));
            if (backslash == body_.npos) return bad_escape_;
            start_ = backslash;
            at_ = backslash + 1;
            escape();
        }
    }

  private:
    void escape() {
        // Only a piece of an f-string can end in a backslash (before a brace); it stands for itself, as one
        // before a character beyond ASCII does.
        if (at_ == body_.size() || !is_ascii(body_[at_])) {
            out_ += '\\';
            return;
        }
        char c = body_[at_++];
        if (c == '\n') return;
        if (char meaning = one_letter_escape(c)) {
            out_ += meaning;
            return;
        }
        if (c == 'x') return is_bytes ? byte_escape() : hex_escape(2, "truncated \\xXX escape");
        if (is_octal(c)) return octal_escape();
        if constexpr (!is_bytes) {
            if (c == 'u') return hex_escape(4, "truncated \\uXXXX escape");
            if (c == 'U') return hex_escape(8, "truncated \\UXXXXXXXX escape");
            if (c == 'N') return name_escape();
        }
        note_bad_escape();
        out_ += '\\';
        out_ += c;
    }

    void octal_escape() {
        int value = body_[at_ - 1] - '0';
        for (int digits = 1; digits < 3 && at_ < body_.size() && is_octal(body_[at_]); ++digits)
            value = value * 8 + (body_[at_++] - '0');
        if (value > 0xff) note_bad_escape();
        append(static_cast<char32_t>(value));
    }

    void byte_escape() {
        int high = at_ + 1 < body_.size() ? hex_value(body_[at_]) : -1;
        int low = high < 0 ? -1 : hex_value(body_[at_ + 1]);
        if (low < 0) throw EscapeError{fmt::format("(value error) invalid \\x escape at position {}", start_)};
        append(static_cast<char32_t>(high * 16 + low));
        at_ += 2;
    }

    void hex_escape(int digits, std::string_view complaint) {
        char32_t value = 0;
        for (; digits > 0; --digits, ++at_) {
            int digit = at_ < body_.size() ? hex_value(body_[at_]) : -1;
            if (digit < 0) fail(complaint);
            value = value * 16 + static_cast<char32_t>(digit);
        }
        if (value > last_character) fail("illegal Unicode character");
        append(value);
    }

    void name_escape() {
        constexpr std::string_view malformed = "malformed \\N character escape";
        if (at_ == body_.size() || body_[at_] != '{') fail(malformed);
        std::size_t name_start = ++at_;
        at_ = std::min(body_.find('}', at_), body_.size());
        if (at_ == body_.size() || at_ == name_start) fail(malformed);
        std::string_view name = body_.substr(name_start, at_++ - name_start);
        std::optional<char32_t> character = unicode::character_by_name(name);
        if (!character) fail("unknown Unicode character name");
        append(*character);
    }

    void append(char32_t c) {
        if constexpr (is_bytes)
            out_ += static_cast<char>(c);
        else
            append_utf8(out_, c);
    }

    void note_bad_escape() {
        if (bad_escape_.empty()) bad_escape_ = body_.substr(start_ + 1, at_ - start_ - 1);
    }

    [[noreturn]] void fail(std::string_view reason) const {
        std::size_t first = rewritten_length(body_, start_);
        std::size_t last = first + rewritten_length(body_.substr(start_), at_ - start_) - 1;
        throw EscapeError{
            fmt::format("(unicode error) 'unicodeescape' codec can't decode bytes in position {}-{}: {}", first,
                        last, reason)};
    }

    std::string& out_;
    std::string_view body_;
    std::string_view bad_escape_;
    std::size_t start_ = 0;  // of the escape at hand
    std::size_t at_ = 0;
};

}  // namespace

std::string_view append_decoded_text(std::string& text, std::string_view body) {
    return EscapeDecoder<false>(text, body).decode();
}

std::string_view append_decoded_bytes(std::string& octets, std::string_view body) {
    return EscapeDecoder<true>(octets, body).decode();
}

std::string bad_escape_message(std::string_view escape) {
    bool octal = is_octal(escape[0]);
    return fmt::format("invalid {}escape sequence '\\{}'", octal ? "octal " : "", escape);
}

}  // namespace minipy
