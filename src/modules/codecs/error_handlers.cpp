// The module `_codecs`: error handlers by name, the built-in ones as functions of an exception.
//
// CPython: Python/codecs.c (PyCodec_LookupError, PyCodec_StrictErrors and its relatives)
#include "objects/codecs/error_handler.h"

#include <fmt/format.h>

#include <algorithm>

#include "modules/codecs/codecs.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/exception_layouts.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/singletons.h"
#include "objects/str_builder.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

Dict* handlers = nullptr;  // name -> function, alive for the whole process

/// Which surrogates "surrogatepass" can write in the encoding.
SurrogateForm form_of(std::string_view encoding) noexcept {
    const auto is = [=](std::string_view dashed, std::string_view plain) {
        return encoding == dashed || encoding == plain;
    };
    if (is("utf-8", "utf8")) return SurrogateForm::Utf8;
    if (is("utf-16-be", "utf-16be")) return SurrogateForm::Utf16Big;
    if (is("utf-32-be", "utf-32be")) return SurrogateForm::Utf32Big;
    if (encoding.starts_with("utf-16")) return SurrogateForm::Utf16Little;
    if (encoding.starts_with("utf-32")) return SurrogateForm::Utf32Little;
    return SurrogateForm::None;
}

NewRef replacement_pair(Ref<Object> replacement, Size position) {
    if (!replacement) return failed;
    Ref<Int> place = new_int(position);
    Object* pair[] = {replacement.get(), place.get()};
    return new_tuple(pair);
}

std::string text_of(Object* text_or_null) {
    return text_or_null && is_str(text_or_null) ? std::string(str_utf8(static_cast<Str*>(text_or_null))) : "";
}

Failure cannot_handle(Object* exception) {
    return raise(type_error_type,
                 fmt::format("don't know how to handle {} in error callback", exception->type->name));
}

/// The part that the exception is about, within what it is about. PyUnicodeEncodeError_GetStart, _GetEnd.
struct Part {
    Size start, end;
};

Part part_of(const UnicodeErrorObject* error, Size size) noexcept {
    return {std::clamp(error->start, Size{0}, std::max(size - 1, Size{0})),
            std::min(std::max(error->end, Size{1}), size)};
}

/// What could not be encoded or translated, a str.
Result<Str*> text_object(const UnicodeErrorObject* error) {
    if (!error->object) return raise(type_error_type, "object attribute not set");
    if (!is_str(error->object)) return raise(type_error_type, "object attribute must be unicode");
    return static_cast<Str*>(error->object);
}

NewRef handle_encode_error(UnicodeErrorObject* error, const std::string& handler) {
    Str* subject = TRY(text_object(error));
    const Part part = part_of(error, subject->size);
    if (part.start >= part.end) return replacement_pair(empty_str(), part.end);
    const std::string encoding = text_of(error->encoding), reason = text_of(error->reason);
    std::string octets;
    std::u32string text;
    EncodeErrors errors(encoding.c_str(), subject, handler, form_of(encoding));
    const Size place = TRY(errors.handle(octets, text, part.start, part.end, reason.c_str()));
    if (octets.empty()) return replacement_pair(str_from_code_points(text), place);
    return replacement_pair(new_bytes(octets), place);
}

NewRef handle_decode_error(UnicodeErrorObject* error, const std::string& handler) {
    if (handler == "xmlcharrefreplace" || handler == "namereplace") return cannot_handle(error);
    if (!error->object) return raise(type_error_type, "object attribute not set");
    if (!is_bytes(error->object)) return raise(type_error_type, "object attribute must be bytes");
    const Part part = part_of(error, static_cast<Bytes*>(error->object)->size);
    const std::string encoding = text_of(error->encoding), reason = text_of(error->reason);
    StrBuilder text;
    std::string_view octets = static_cast<Bytes*>(error->object)->view();
    DecodeErrors errors(encoding.c_str(), octets, handler, form_of(encoding));
    const Size place = TRY(errors.handle(text, part.start, part.end, reason.c_str()));
    return replacement_pair(text.finish(), place);
}

NewRef handle_translate_error(UnicodeErrorObject* error, const std::string& handler) {
    const bool replaces = handler == "replace", escapes = handler == "backslashreplace";
    if (!replaces && !escapes && handler != "ignore") return cannot_handle(error);
    const Str* subject = TRY(text_object(error));
    const Part part = part_of(error, subject->size);
    StrBuilder text;
    for (Size i = part.start; i < part.end; ++i) {
        if (replaces) text.append(0xFFFD);
        if (escapes) text.append_ascii(backslash_escape(subject->at(i)));
    }
    return replacement_pair(text.finish(), part.end);
}

NewRef handle_error(Object* exception, const std::string& handler) {
    auto* error = static_cast<UnicodeErrorObject*>(exception);
    if (is_instance_of(exception, unicode_encode_error_type)) return handle_encode_error(error, handler);
    if (is_instance_of(exception, unicode_decode_error_type)) return handle_decode_error(error, handler);
    if (is_instance_of(exception, unicode_translate_error_type)) return handle_translate_error(error, handler);
    return cannot_handle(exception);
}

/// The handlers of surrogates raise the exception that they were given where they cannot help.
NewRef handle_surrogates(Object* exception, const std::string& handler) {
    Ref<Object> answer = handle_error(exception, handler);
    if (answer || !is_exception(exception) || !pending_matches(*exception->type)) return answer;
    clear_exception();
    return raise_object(share(exception));
}

NewRef strict_errors(Object*, Object* const* arguments) {
    if (is_exception(arguments[0])) return raise_object(share(arguments[0]));
    return raise(type_error_type, "codec must pass exception instance");
}
NewRef ignore_errors(Object*, Object* const* arguments) { return handle_error(arguments[0], "ignore"); }
NewRef replace_errors(Object*, Object* const* arguments) { return handle_error(arguments[0], "replace"); }
NewRef xmlcharrefreplace_errors(Object*, Object* const* arguments) {
    return handle_error(arguments[0], "xmlcharrefreplace");
}
NewRef backslashreplace_errors(Object*, Object* const* arguments) {
    return handle_error(arguments[0], "backslashreplace");
}
NewRef namereplace_errors(Object*, Object* const* arguments) {
    return handle_error(arguments[0], "namereplace");
}
NewRef surrogatepass_errors(Object*, Object* const* arguments) {
    return handle_surrogates(arguments[0], "surrogatepass");
}
NewRef surrogateescape_errors(Object*, Object* const* arguments) {
    return handle_surrogates(arguments[0], "surrogateescape");
}

struct Handler {
    const char* name;
    NativeDef function;
};

constexpr Handler built_in_handlers[] = {
    {"strict", {"strict_errors", strict_errors, "-(exception, /)", "Raises the exception."}},
    {"ignore", {"ignore_errors", ignore_errors, "-(exception, /)", "Leaves out what cannot be converted."}},
    {"replace", {"replace_errors", replace_errors, "-(exception, /)", "Puts a question mark or U+FFFD."}},
    {"xmlcharrefreplace",
     {"xmlcharrefreplace_errors", xmlcharrefreplace_errors, "-(exception, /)", "Puts &#number;."}},
    {"backslashreplace",
     {"backslashreplace_errors", backslashreplace_errors, "-(exception, /)", "Puts backslash escapes."}},
    {"namereplace", {"namereplace_errors", namereplace_errors, "-(exception, /)", "Puts \\N{name}."}},
    {"surrogatepass", {"surrogatepass", surrogatepass_errors, "-(exception, /)", "Lets surrogates through."}},
    {"surrogateescape",
     {"surrogateescape", surrogateescape_errors, "-(exception, /)", "Turns octets into surrogates and back."}},
};

}  // namespace

Status register_error_handlers() {
    if (handlers) return done;
    Ref<Dict> made = new_dict();
    for (const Handler& row : built_in_handlers) {
        Ref<Object> function = new_builtin_function(new_signature(row.function), nullptr, nullptr, nullptr);
        TRY(dict_set(made.get(), intern(row.name).get(), function.get()));
    }
    handlers = made.release();
    return done;
}

Ref<Object> find_error_handler(const std::string& handler) {
    TRY(register_error_handlers());
    if (Object* found = dict_get(handlers, intern(handler).get())) return share(found);
    return raise(lookup_error_type, fmt::format("unknown error handler name '{}'", handler));
}

NewRef codecs_register_error(Object*, Object* const* arguments) {
    TRY(c_string_argument(arguments[0], "register_error", "argument 1"));
    if (!is_callable(arguments[1])) return raise(type_error_type, "handler must be callable");
    TRY(register_error_handlers());
    TRY(dict_set(handlers, arguments[0], arguments[1]));
    return new_none();
}

NewRef codecs_lookup_error(Object*, Object* const* arguments) {
    return find_error_handler(TRY(c_string_argument(arguments[0], "lookup_error")));
}

}  // namespace minipy
