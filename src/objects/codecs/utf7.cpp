// UTF-7: see utf7.h. Bits wait in a buffer until there are 16 for a unit or 6 for a letter.
//
// CPython: Objects/unicodeobject.c
#include "objects/codecs/utf7.h"

#include <cstdint>
#include <utility>

#include "objects/codecs/error_handler.h"
#include "objects/errors.h"

namespace minipy {
namespace {

constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr bool is_base64(char octet) noexcept { return letters.find(octet) != letters.npos; }

/// Characters that an encoder leaves as they are.
constexpr bool is_direct(char32_t c) noexcept {
    if (c >= 0x7F || c == '+' || c == '\\' || c == '~') return false;
    return c >= ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// What a decoder takes as it is outside of base64.
constexpr bool is_plain(char octet) noexcept {
    return static_cast<unsigned char>(octet) < 0x80 && octet != '+';
}

class Encoder {
  public:
    std::string run(const Str* string) {
        for (Size i = 0; i < string->size; ++i) add(string->at(i));
        if (shifted_) {
            flush();
            octets_ += '-';
        }
        return std::move(octets_);
    }

  private:
    void add(char32_t c) {
        if (!is_direct(c)) {
            if (!shifted_ && c == '+') {
                octets_ += "+-";
                return;
            }
            if (!shifted_) octets_ += '+';
            shifted_ = true;
            if (c >= 0x10000) add_unit(0xD7C0 + (c >> 10));
            add_unit(c >= 0x10000 ? 0xDC00 | (c & 0x3FF) : c);
            return;
        }
        if (shifted_) {
            flush();
            shifted_ = false;
            // Any other character ends the section by itself.
            if (c == '-' || is_base64(static_cast<char>(c))) octets_ += '-';
        }
        octets_ += static_cast<char>(c);
    }

    void add_unit(char32_t unit) {
        buffer_ = buffer_ << 16 | unit;
        for (bits_ += 16; bits_ >= 6; bits_ -= 6) octets_ += letters[buffer_ >> (bits_ - 6) & 0x3F];
    }

    void flush() {
        if (bits_) octets_ += letters[buffer_ << (6 - bits_) & 0x3F];
        bits_ = 0;
        buffer_ = 0;
    }

    std::string octets_;
    std::uint32_t buffer_ = 0;
    int bits_ = 0;
    bool shifted_ = false;
};

class Decoder {
  public:
    Decoder(std::string_view octets, const std::string& errors) noexcept
        : octets_(octets), handler_("utf7", octets, errors) {}

    Ref<Str> run() {
        const auto size = static_cast<Size>(octets_.size());
        for (;;) {
            while (at_ < size) TRY(step(octets_[static_cast<std::size_t>(at_)]));
            if (!shifted_) return builder_.finish();
            shifted_ = false;
            if (!surrogate_ && bits_ < 6 && !(bits_ > 0 && buffer_)) return builder_.finish();
            at_ = size;
            TRY(reject("unterminated shift sequence"));
        }
    }

  private:
    Status step(char octet) {
        if (shifted_) {
            if (!is_base64(octet)) return leave_section(octet);
            add_letter(octet);
            return done;
        }
        if (octet == '+') return enter_section();
        start_ = at_++;
        if (!is_plain(octet)) return reject("unexpected special character");
        builder_.append(static_cast<unsigned char>(octet));
        return done;
    }

    Status enter_section() {
        start_ = at_++;
        const bool at_end = at_ == static_cast<Size>(octets_.size());
        const char next = at_end ? 'A' : octets_[static_cast<std::size_t>(at_)];
        if (next == '-') {
            ++at_;
            builder_.append(U'+');
            return done;
        }
        if (!is_base64(next)) {
            ++at_;
            return reject("ill-formed sequence");
        }
        shifted_ = true;
        surrogate_ = 0;
        bits_ = 0;
        buffer_ = 0;
        return done;
    }

    void add_letter(char octet) {
        ++at_;
        buffer_ = buffer_ << 6 | static_cast<std::uint32_t>(letters.find(octet));
        bits_ += 6;
        if (bits_ < 16) return;
        bits_ -= 16;
        add_unit(buffer_ >> bits_);
        buffer_ &= (1u << bits_) - 1;
    }

    /// A high surrogate waits for its low one; without it, it stays alone.
    void add_unit(char32_t unit) {
        const char32_t high = std::exchange(surrogate_, 0);
        if (high && unit - 0xDC00 < 0x400u) return builder_.append(((high - 0xD7C0) << 10) + (unit - 0xDC00));
        if (high) builder_.append(high);
        if (unit - 0xD800 < 0x400u)
            surrogate_ = unit;
        else
            builder_.append(unit);
    }

    Status leave_section(char octet) {
        shifted_ = false;
        if (bits_ >= 6 || (bits_ > 0 && buffer_)) {
            ++at_;
            return reject(bits_ >= 6 ? "partial character in shift sequence"
                                     : "non-zero padding bits in shift sequence");
        }
        const char32_t high = std::exchange(surrogate_, 0);
        if (high && is_plain(octet)) builder_.append(high);
        if (octet == '-') ++at_;
        return done;
    }

    Status reject(const char* reason) {
        at_ = TRY(handler_.handle(builder_, start_, at_, reason));
        return done;
    }

    std::string_view octets_;
    DecodeErrors handler_;
    StrBuilder builder_;
    Size at_ = 0, start_ = 0;  // start_: of what an error would be about
    std::uint32_t buffer_ = 0;
    int bits_ = 0;
    char32_t surrogate_ = 0;
    bool shifted_ = false;
};

}  // namespace

Ref<Str> decode_utf7(std::string_view octets, const std::string& errors) {
    return Decoder(octets, errors).run();
}

Ref<Bytes> encode_utf7(Str* string, const std::string&) { return new_bytes(Encoder().run(string)); }

std::size_t unfinished_utf7(std::string_view octets) noexcept {
    for (std::size_t at = 0; (at = octets.find('+', at)) != octets.npos;) {
        const std::size_t end = octets.find_first_not_of(letters, at + 1);
        if (end == octets.npos) return octets.size() - at;
        at = end;
    }
    return 0;
}

}  // namespace minipy
