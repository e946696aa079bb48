// What a codec does where it cannot go on: the error handlers by name.
//
// A codec tells the handler which part it cannot convert and why; the handler appends what stands in for it
// and says where to go on, or leaves an exception pending. The built-in handlers make no exception object
// unless they give up; handlers of the program get one and may return any text and place.
//
// CPython: Python/codecs.c (PyCodec_*Errors), Objects/unicodeobject.c (unicode_decode_call_errorhandler_*)
#pragma once

#include <string>
#include <string_view>

#include "objects/bytes.h"
#include "objects/str_builder.h"

namespace minipy {

/// The encodings whose surrogates the handler "surrogatepass" knows how to write.
enum class SurrogateForm { None, Utf8, Utf16Little, Utf16Big, Utf32Little, Utf32Big };

class DecodeErrors {
  public:
    /// `octets` is the decoder's own view: a handler of the program may put other octets in its place.
    DecodeErrors(const char* encoding, std::string_view& octets, const std::string& errors,
                 SurrogateForm form = SurrogateForm::None) noexcept
        : encoding_(encoding), octets_(octets), errors_(errors), form_(form) {}

    /// Octets [start, end) mean nothing: appends their replacement; the place to go on from.
    Result<Size> handle(StrBuilder& to, Size start, Size end, const char* reason);

  private:
    Failure fail(Size start, Size end, const char* reason);
    Result<Size> call_registered(StrBuilder& to, Size start, Size end, const char* reason);
    Size pass_surrogate(StrBuilder& to, Size start) const;
    Size escape_octets(StrBuilder& to, Size start, Size end) const;
    Ref<Object> exception(Size start, Size end, const char* reason);

    const char* encoding_;
    std::string_view& octets_;
    Ref<Object> replaced_;  // owns what a handler has put in place of the octets
    const std::string& errors_;
    SurrogateForm form_;
};

class EncodeErrors {
  public:
    EncodeErrors(const char* encoding, Str* string, const std::string& errors,
                 SurrogateForm form = SurrogateForm::None) noexcept
        : encoding_(encoding), string_(string), errors_(errors), form_(form) {}

    /// Characters [start, end) cannot be encoded. Either `octets` or `text` gets what stands in for them (the
    /// text has to be encoded by the codec); the place to go on from.
    Result<Size> handle(std::string& octets, std::u32string& text, Size start, Size end, const char* reason);

    /// UnicodeEncodeError for the part.
    Failure fail(Size start, Size end, const char* reason);

  private:
    /// UTF-8 and the codecs of one octet write what comes before the first misfit; the others all or nothing.
    bool takes_parts() const noexcept {
        return errors_ == "surrogateescape" && (form_ == SurrogateForm::None || form_ == SurrogateForm::Utf8);
    }
    bool pass_surrogates(std::string& octets, Size start, Size end) const;
    bool unescape_octets(std::string& octets, Size start, Size end) const;
    Result<Size> call_registered(std::string& octets, std::u32string& text, Size start, Size end,
                                 const char* reason);
    Ref<Object> exception(Size start, Size end, const char* reason);

    const char* encoding_;
    Str* string_;
    const std::string& errors_;
    SurrogateForm form_;
};

inline bool is_surrogate(char32_t c) noexcept { return c - 0xD800 < 0x800u; }

/// "\xe9", "\u20ac" or "\U0001f600".
std::string backslash_escape(char32_t c);

}  // namespace minipy
