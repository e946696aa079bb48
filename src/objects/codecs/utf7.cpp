// UTF-7: ASCII with runs of UTF-16 in a base64 of its own, opened by '+' and closed by '-' or by any octet
// outside of that alphabet.
//
// Invariant: characters of an open run reach the result only when the run is closed, so that a decoder that is
// to go on later can take the whole run again.
//
// CPython: Objects/unicodeobject.c (PyUnicode_DecodeUTF7Stateful, _PyUnicode_EncodeUTF7)
#include "objects/codecs.h"
#include "objects/codecs/error_handler.h"
#include "objects/errors.h"

namespace minipy {
namespace {

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int digit_value(char octet) noexcept {
    const std::size_t place = digits.find(octet);
    return place == digits.npos ? -1 : static_cast<int>(place);
}

/// Characters that the encoder writes as they are.
bool is_direct(char32_t c) noexcept {
    if (c < ' ') return c == '\t' || c == '\n' || c == '\r';
    return c < 0x7F && c != '+' && c != '\\' && c != '~';
}

bool is_high_surrogate(char32_t c) noexcept { return c - 0xD800 < 0x400u; }
bool is_low_surrogate(char32_t c) noexcept { return c - 0xDC00 < 0x400u; }

/// Bits on their way from sextets to units of UTF-16, or back.
struct BitBuffer {
    std::uint32_t bits = 0;
    int count = 0;

    void push(std::uint32_t value, int width) noexcept {
        bits = bits << width | value;
        count += width;
    }
    std::uint32_t pop(int width) noexcept {
        count -= width;
        const std::uint32_t value = bits >> count;
        bits &= (1u << count) - 1;
        return value;
    }
};

/// What stands between '+' and the end of the run, decoded.
class Run {
  public:
    void add(int digit) {
        buffer_.push(static_cast<std::uint32_t>(digit), 6);
        if (buffer_.count < 16) return;
        const char32_t unit = buffer_.pop(16);
        if (high_ && is_low_surrogate(unit)) {
            text_ += ((high_ - 0xD7C0) << 10) + (unit - 0xDC00);
            high_ = 0;
            return;
        }
        if (high_) text_ += std::exchange(high_, 0);
        if (is_high_surrogate(unit))
            high_ = unit;
        else
            text_ += unit;
    }

    /// What is wrong with the bits that are left over, or null.
    const char* padding_error() const noexcept {
        if (buffer_.count >= 6) return "partial character in shift sequence";
        return buffer_.count > 0 && buffer_.bits != 0 ? "non-zero padding bits in shift sequence" : nullptr;
    }
    bool is_broken() const noexcept { return high_ || padding_error(); }

    void keep_lone_surrogate() {
        if (high_) text_ += std::exchange(high_, 0);
    }
    void move_to(StrBuilder& builder) {
        for (const char32_t c : text_) builder.append(c);
        text_.clear();
    }

  private:
    BitBuffer buffer_;
    char32_t high_ = 0;
    std::u32string text_;
};

class Decoder {
  public:
    Decoder(std::string_view octets, const std::string& errors)
        : octets_(octets), handler_("utf7", octets_, errors) {}

    Ref<Str> decode(Size* consumed) {
        while (at_ < size()) {
            TRY(inside_ ? step_inside() : step_outside());
            if (at_ == size() && inside_ && !consumed) TRY(end_unterminated());
        }
        if (consumed) *consumed = inside_ ? start_ : at_;
        return builder_.finish();
    }

  private:
    Size size() const noexcept { return static_cast<Size>(octets_.size()); }
    char here() const noexcept { return octets_[static_cast<std::size_t>(at_)]; }

    Status fail(const char* reason) {
        at_ = TRY(handler_.handle(builder_, start_, at_, reason));
        return done;
    }

    Status step_outside() {
        const char octet = here();
        if (octet == '+') return open();
        if (static_cast<unsigned char>(octet) < 0x80) {
            builder_.append(static_cast<unsigned char>(octet));
            ++at_;
            return done;
        }
        start_ = at_++;
        return fail("unexpected special character");
    }

    Status open() {
        start_ = at_++;
        if (at_ < size() && here() == '-') {
            builder_.append('+');
            ++at_;
            return done;
        }
        if (at_ < size() && digit_value(here()) < 0) {
            ++at_;
            return fail("ill-formed sequence");
        }
        inside_ = true;
        run_ = {};
        return done;
    }

    Status step_inside() {
        const char octet = here();
        if (const int digit = digit_value(octet); digit >= 0) {
            run_.add(digit);
            ++at_;
            return done;
        }
        inside_ = false;
        if (const char* problem = run_.padding_error()) {
            run_.move_to(builder_);
            ++at_;
            return fail(problem);
        }
        if (static_cast<unsigned char>(octet) < 0x80) run_.keep_lone_surrogate();
        run_.move_to(builder_);
        at_ += octet == '-';
        return done;
    }

    /// The octets end within a run.
    Status end_unterminated() {
        inside_ = false;
        run_.move_to(builder_);
        return run_.is_broken() ? fail("unterminated shift sequence") : done;
    }

    std::string_view octets_;
    Size at_ = 0;
    Size start_ = 0;  // of the run, or of what is reported
    bool inside_ = false;
    Run run_;
    DecodeErrors handler_;
    StrBuilder builder_;
};

class Encoder {
  public:
    void add(char32_t c) {
        if (is_direct(c)) {
            if (inside_) close(digit_value(static_cast<char>(c)) >= 0 || c == '-');
            octets_ += static_cast<char>(c);
        } else if (!inside_ && c == '+') {
            octets_ += "+-";
        } else {
            if (!inside_) octets_ += '+';
            inside_ = true;
            if (c >= 0x10000) add_unit(0xD7C0 + (c >> 10));
            add_unit(c >= 0x10000 ? 0xDC00 | (c & 0x3FF) : c);
        }
    }

    Ref<Bytes> finish() {
        if (inside_) close(true);
        return new_bytes(octets_);
    }

  private:
    void add_unit(char32_t unit) {
        buffer_.push(unit, 16);
        while (buffer_.count >= 6) octets_ += digits[buffer_.pop(6)];
    }

    void close(bool mark) {
        if (buffer_.count) octets_ += digits[buffer_.bits << (6 - buffer_.count)];
        buffer_ = {};
        inside_ = false;
        if (mark) octets_ += '-';
    }

    BitBuffer buffer_;
    bool inside_ = false;
    std::string octets_;
};

}  // namespace

Ref<Str> decode_utf7(std::string_view octets, const std::string& errors, Size* consumed) {
    return Decoder(octets, errors).decode(consumed);
}

Ref<Bytes> encode_utf7(Str* string, const std::string&) {
    Encoder encoder;
    for (Size i = 0; i < string->size; ++i) encoder.add(string->at(i));
    return encoder.finish();
}

}  // namespace minipy
