// Arguments that are source text or the name of a file: see source_argument.h.
//
// CPython: Python/bltinmodule.c (source_as_string), Objects/unicodeobject.c (PyUnicode_FSDecoder)
#include "modules/source_argument.h"

#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/names.h"
#include "objects/str.h"
#include "objects/vm_hooks.h"

namespace minipy {

Result<SourceText> source_text(Object* source, const char* function, const char* expected) {
    SourceText text{{}, is_str(source)};
    if (text.decoded) {
        Ref<Bytes> utf8 = TRY(encode_utf8(static_cast<Str*>(source)));
        text.octets = utf8->view();
    } else {
        OctetsView octets;
        if (!octets.acquire(source)) {
            clear_exception();
            return raise(type_error_type, fmt::format("{}() arg 1 must be a {} object", function, expected));
        }
        text.octets = octets.view();
    }
    if (text.octets.find('\0') != text.octets.npos)
        return raise(value_error_type, "source code string cannot contain null bytes");
    return text;
}

namespace {

Result<std::string> path_text(Object* path) {
    if (is_str(path)) return std::string(str_utf8(static_cast<Str*>(path)));
    if (has_octets(path)) {
        if (!is_bytes(path))
            TRY(warn(
                deprecation_warning_type,
                fmt::format("path should be string, bytes, or os.PathLike, not {:.200}", path->type->name)));
        OctetsView octets;
        TRY(octets.acquire(path));
        Ref<Str> decoded = TRY(decode_utf8(octets.view(), "surrogateescape"));
        return std::string(str_utf8(decoded.get()));
    }
    Ref<Object> method = lookup_special(path, name<"__fspath__">);
    if (!method) {
        if (pending_exception()) return failed;
        return raise(type_error_type,
                     fmt::format("expected str, bytes or os.PathLike object, not {}", short_name(path->type)));
    }
    Ref<Object> text = TRY(call(method.get(), {}));
    if (is_str(text.get()) || is_bytes(text.get())) return path_text(text.get());
    return raise(type_error_type, fmt::format("expected {}.__fspath__() to return str or bytes, not {}",
                                              short_name(path->type), short_name(text->type)));
}

}  // namespace

Result<std::string> source_filename(Object* path) {
    std::string text = TRY(path_text(path));
    if (text.find('\0') != text.npos) return raise(value_error_type, "embedded null character");
    return text;
}

}  // namespace minipy
