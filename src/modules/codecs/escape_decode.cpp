// codecs.escape_decode: octets from the escapes of a bytes literal, as old pickles have them.
//
// Unlike the reader of literals it knows error handlers, for \x only: `replace` gives a question mark,
// `ignore` nothing, and either skips what hexadecimal digit there was.
//
// CPython: Objects/bytesobject.c (_PyBytes_DecodeEscape), Modules/_codecsmodule.c
#include <fmt/format.h>

#include "modules/codecs/codecs.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/str_storage.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

int hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_octal_digit(char c) noexcept { return c >= '0' && c <= '7'; }

class EscapeReader {
  public:
    EscapeReader(std::string_view body, std::string_view errors) : body_(body), errors_(errors) {}

    Ref<Bytes> read() {
        while (at_ < body_.size()) {
            const std::size_t backslash = std::min(body_.find('\\', at_), body_.size());
            out_ += body_.substr(at_, backslash - at_);
            at_ = backslash;
            if (at_ < body_.size()) TRY(escape());
        }
        if (!bad_escape_.empty()) TRY(warn_of_bad_escape());
        return new_bytes(out_);
    }

  private:
    Status escape() {
        const std::size_t start = at_++;
        if (at_ == body_.size()) return raise(value_error_type, "Trailing \\ in string");
        const char kind = body_[at_++];
        constexpr std::string_view letters = "abfnrtv\\'\"", meanings = "\a\b\f\n\r\t\v\\'\"";
        if (const std::size_t place = letters.find(kind); place != letters.npos)
            out_ += meanings[place];
        else if (kind == 'x')
            return hexadecimal(start);
        else if (is_octal_digit(kind))
            octal(kind - '0', start);
        else if (kind != '\n')
            keep(start);
        return done;
    }

    void octal(int value, std::size_t start) {
        for (int digits = 1; digits < 3 && at_ < body_.size() && is_octal_digit(body_[at_]); ++digits)
            value = value * 8 + (body_[at_++] - '0');
        if (value > 0xFF && bad_escape_.empty()) bad_escape_ = body_.substr(start + 1, 3);
        out_ += static_cast<char>(value);
    }

    Status hexadecimal(std::size_t start) {
        const int high = at_ < body_.size() ? hex_digit(body_[at_]) : -1;
        const int low = high >= 0 && at_ + 1 < body_.size() ? hex_digit(body_[at_ + 1]) : -1;
        if (low >= 0) {
            out_ += static_cast<char>(high * 16 + low);
            at_ += 2;
            return done;
        }
        if (errors_ == "strict")
            return raise(value_error_type, fmt::format("invalid \\x escape at position {}", start));
        if (errors_ != "replace" && errors_ != "ignore")
            return raise(value_error_type,
                         fmt::format("decoding error; unknown error handling code: {}", errors_));
        if (errors_ == "replace") out_ += '?';
        at_ += high >= 0;
        return done;
    }

    /// An escape without a meaning stands for itself.
    void keep(std::size_t start) {
        out_ += body_.substr(start, 2);
        if (bad_escape_.empty()) bad_escape_ = body_.substr(start + 1, 1);
    }

    Status warn_of_bad_escape() const {
        char text[4];
        const char* const end = encode_utf8(static_cast<unsigned char>(bad_escape_[0]), text);
        const std::string shown =
            std::string(static_cast<const char*>(text), end) + std::string(bad_escape_.substr(1));
        return warn(deprecation_warning_type, fmt::format("invalid {}escape sequence '\\{}'",
                                                          bad_escape_.size() > 1 ? "octal " : "", shown));
    }

    std::string_view body_;
    std::string_view errors_;
    std::string_view bad_escape_;  // the first one, for the warning
    std::string out_;
    std::size_t at_ = 0;
};

}  // namespace

NewRef codecs_escape_decode(Object*, Object* const* arguments) {
    std::string_view errors = "strict";
    if (arguments[1] && !is_none(arguments[1]))
        errors = str_utf8(TRY(str_argument(arguments[1], "escape_decode", "argument 2")));
    OctetsView octets;
    std::string_view body;
    if (is_str(arguments[0])) {
        body = str_utf8(static_cast<Str*>(arguments[0]));
    } else {
        TRY(octets.acquire(arguments[0]));
        body = octets.view();
    }
    Ref<Bytes> decoded = TRY(EscapeReader(body, errors).read());
    Ref<Int> size = new_int(static_cast<std::int64_t>(body.size()));
    return tuple_of(decoded.get(), size.get());
}

}  // namespace minipy
