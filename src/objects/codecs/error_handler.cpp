// The built-in error handlers, and calling those of the program.
//
// CPython: Python/codecs.c
#include "objects/codecs/error_handler.h"

#include <fmt/format.h>

#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/errors.h"
#include "objects/exception_layouts.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/tuple.h"
#include "objects/unicode_data.h"

namespace minipy {
namespace {

/// UnicodeDecodeError or UnicodeEncodeError with its five parts.
Ref<Object> make_unicode_error(Type& type, const char* encoding, Object* subject, Size start, Size end,
                               const char* reason) {
    Ref<Str> name = str_from_utf8(encoding), why = str_from_utf8(reason);
    Ref<Int> from = new_int(start), to = new_int(end);
    return call(&type, {name.get(), subject, from.get(), to.get(), why.get()});
}

Failure unknown_handler(const std::string& name) {
    return raise(lookup_error_type, fmt::format("unknown error handler name '{}'", name));
}

/// What a handler of the program returned: a text (or octets) and the place to go on from.
struct HandlerResult {
    Ref<Object> answer;
    Object* replacement = nullptr;
    Size position = 0;
};

Result<HandlerResult> call_handler(const std::string& name, Object* exception, Size size) {
    if (!codec_hooks.find_error_handler) return unknown_handler(name);
    Ref<Object> handler = TRY(codec_hooks.find_error_handler(name));
    HandlerResult result;
    result.answer = TRY(call(handler.get(), {exception}));
    const bool is_encoding = exception->type == &unicode_encode_error_type;
    auto* parts = static_cast<Tuple*>(result.answer.get());
    if (!is_tuple(parts) || parts->size != 2 || !is_int((*parts)[1]) ||
        !(is_str((*parts)[0]) || (is_encoding && is_bytes((*parts)[0])))) {
        return raise(type_error_type, is_encoding ? "encoding error handler must return (str/bytes, int) tuple"
                                                  : "decoding error handler must return (str, int) tuple");
    }
    if (!is_encoding) {  // the handler may have put other octets in place of those that are decoded
        const Object* octets = static_cast<UnicodeErrorObject*>(exception)->object;
        if (!octets || !is_bytes(octets)) return raise(type_error_type, "object attribute must be bytes");
        size = static_cast<const Bytes*>(octets)->size;
    }
    result.replacement = (*parts)[0];
    result.position = TRY(argument_size((*parts)[1]));
    if (result.position < 0) result.position += size;
    if (result.position < 0 || result.position > size) {
        return raise(index_error_type,
                     fmt::format("position {} from error handler out of bounds", result.position));
    }
    return result;
}

}  // namespace

std::string backslash_escape(char32_t c) {
    const auto code = static_cast<unsigned>(c);
    return c < 0x100     ? fmt::format("\\x{:02x}", code)
           : c < 0x10000 ? fmt::format("\\u{:04x}", code)
                         : fmt::format("\\U{:08x}", code);
}

Ref<Object> DecodeErrors::exception(Size start, Size end, const char* reason) {
    Ref<Bytes> octets = TRY(new_bytes(octets_));
    return make_unicode_error(unicode_decode_error_type, encoding_, octets.get(), start, end, reason);
}

Failure DecodeErrors::fail(Size start, Size end, const char* reason) {
    Ref<Object> error = exception(start, end, reason);
    return error ? raise_object(std::move(error)) : failed;
}

/// Three octets (or one unit) that would be a surrogate: how many, or 0.
Size DecodeErrors::pass_surrogate(StrBuilder& to, Size start) const {
    auto octet = [&](Size i) -> char32_t {
        return static_cast<unsigned char>(octets_[static_cast<std::size_t>(start + i)]);
    };
    const Size left = static_cast<Size>(octets_.size()) - start;
    char32_t c = 0;
    Size width = 0;
    switch (form_) {
        case SurrogateForm::None: return 0;
        case SurrogateForm::Utf8:
            width = 3;
            if (left < 3 || (octet(0) & 0xF0) != 0xE0 || (octet(1) & 0xC0) != 0x80 || (octet(2) & 0xC0) != 0x80)
                return 0;
            c = (octet(0) & 0x0F) << 12 | (octet(1) & 0x3F) << 6 | (octet(2) & 0x3F);
            break;
        case SurrogateForm::Utf16Little:
        case SurrogateForm::Utf16Big:
            width = 2;
            if (left < 2) return 0;
            c = form_ == SurrogateForm::Utf16Little ? octet(0) | octet(1) << 8 : octet(1) | octet(0) << 8;
            break;
        case SurrogateForm::Utf32Little:
        case SurrogateForm::Utf32Big:
            width = 4;
            if (left < 4) return 0;
            c = form_ == SurrogateForm::Utf32Little
                    ? octet(0) | octet(1) << 8 | octet(2) << 16 | octet(3) << 24
                    : octet(3) | octet(2) << 8 | octet(1) << 16 | octet(0) << 24;
            break;
    }
    if (!is_surrogate(c)) return 0;
    to.append(c);
    return width;
}

/// Octets from 128 on become U+DC80..U+DCFF; how many of the at most four did.
Size DecodeErrors::escape_octets(StrBuilder& to, Size start, Size end) const {
    Size count = 0;
    for (; count < 4 && start + count < end; ++count) {
        const auto octet = static_cast<unsigned char>(octets_[static_cast<std::size_t>(start + count)]);
        if (octet < 128) break;
        to.append(char32_t{0xDC00} + octet);
    }
    return count;
}

Result<Size> DecodeErrors::handle(StrBuilder& to, Size start, Size end, const char* reason) {
    if (errors_ == "strict") return fail(start, end, reason);
    if (errors_ == "ignore") return end;
    if (errors_ == "replace") {
        to.append(0xFFFD);
        return end;
    }
    if (errors_ == "backslashreplace") {
        for (Size i = start; i < end; ++i) {
            to.append_ascii(backslash_escape(static_cast<unsigned char>(octets_[static_cast<std::size_t>(i)])));
        }
        return end;
    }
    if (errors_ == "surrogateescape" || errors_ == "surrogatepass") {
        const Size count =
            errors_ == "surrogatepass" ? pass_surrogate(to, start) : escape_octets(to, start, end);
        return count ? Result<Size>(start + count) : fail(start, end, reason);
    }
    if (errors_ == "xmlcharrefreplace" || errors_ == "namereplace") {
        return raise(type_error_type, "don't know how to handle UnicodeDecodeError in error callback");
    }
    return call_registered(to, start, end, reason);
}

Result<Size> DecodeErrors::call_registered(StrBuilder& to, Size start, Size end, const char* reason) {
    Ref<Object> error = TRY(exception(start, end, reason));
    Ref<Object> before = share(static_cast<UnicodeErrorObject*>(error.get())->object);
    HandlerResult result = TRY(call_handler(errors_, error.get(), 0));
    Object* after = static_cast<UnicodeErrorObject*>(error.get())->object;
    if (after != before.get()) {
        replaced_ = share(after);
        octets_ = static_cast<Bytes*>(after)->view();
    }
    to.append(static_cast<Str*>(result.replacement));
    return result.position;
}

Ref<Object> EncodeErrors::exception(Size start, Size end, const char* reason) {
    return make_unicode_error(unicode_encode_error_type, encoding_, string_, start, end, reason);
}

Failure EncodeErrors::fail(Size start, Size end, const char* reason) {
    Ref<Object> error = exception(start, end, reason);
    return error ? raise_object(std::move(error)) : failed;
}

bool EncodeErrors::pass_surrogates(std::string& octets, Size start, Size end) const {
    for (Size i = start; i < end; ++i) {
        const char32_t c = string_->at(i);
        if (!is_surrogate(c) || form_ == SurrogateForm::None) return false;
        const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
        switch (form_) {
            case SurrogateForm::None: return false;
            case SurrogateForm::Utf8:
                octets += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                           static_cast<char>(0x80 | (c & 0x3F))};
                break;
            case SurrogateForm::Utf16Little: octets += {low, high}; break;
            case SurrogateForm::Utf16Big: octets += {high, low}; break;
            case SurrogateForm::Utf32Little: octets += {low, high, '\0', '\0'}; break;
            case SurrogateForm::Utf32Big: octets += {'\0', '\0', high, low}; break;
        }
    }
    return true;
}

bool EncodeErrors::unescape_octets(std::string& octets, Size start, Size end) const {
    for (Size i = start; i < end; ++i) {
        const char32_t c = string_->at(i);
        if (c < 0xDC80 || c > 0xDCFF) return false;
        octets += static_cast<char>(c - 0xDC00);
    }
    return true;
}

Result<Size> EncodeErrors::handle(std::string& octets, std::u32string& text, Size start, Size end,
                                  const char* reason) {
    if (errors_ == "strict") return fail(start, end, reason);
    if (errors_ == "ignore") return end;
    if (errors_ == "surrogateescape" || errors_ == "surrogatepass") {
        std::string passed;
        const bool known = errors_ == "surrogatepass" ? pass_surrogates(passed, start, end)
                                                      : unescape_octets(passed, start, end);
        octets += passed;
        if (!known) return fail(start + static_cast<Size>(takes_parts() ? passed.size() : 0), end, reason);
        return end;
    }
    const bool replace = errors_ == "replace", backslash = errors_ == "backslashreplace",
               xml = errors_ == "xmlcharrefreplace", named = errors_ == "namereplace";
    if (!replace && !backslash && !xml && !named) return call_registered(octets, text, start, end, reason);
    for (Size i = start; i < end; ++i) {
        const char32_t c = string_->at(i);
        const std::string name = named ? unicode::character_name(c) : "";
        const std::string part = replace         ? "?"
                                 : xml           ? fmt::format("&#{};", static_cast<unsigned>(c))
                                 : !name.empty() ? fmt::format("\\N{{{}}}", name)
                                                 : backslash_escape(c);
        text.append(part.begin(), part.end());
    }
    return end;
}

Result<Size> EncodeErrors::call_registered(std::string& octets, std::u32string& text, Size start, Size end,
                                           const char* reason) {
    Ref<Object> error = TRY(exception(start, end, reason));
    HandlerResult result = TRY(call_handler(errors_, error.get(), string_->size));
    if (is_bytes(result.replacement)) {
        octets += static_cast<Bytes*>(result.replacement)->view();
    } else {
        const auto* replacement = static_cast<Str*>(result.replacement);
        for (Size i = 0; i < replacement->size; ++i) text += replacement->at(i);
    }
    return result.position;
}

}  // namespace minipy
