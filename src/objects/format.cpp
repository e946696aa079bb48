// `format()` and `ascii()` of any object.
//
// CPython: Objects/abstract.c, Objects/object.c
#include "objects/format.h"

#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str_builder.h"

namespace minipy {

NewRef format(Object* object, Object* spec_or_null) {
    if (spec_or_null && !is_str(spec_or_null))
        return raise(type_error_type,
                     fmt::format("Format specifier must be a string, not {}", spec_or_null->type->name));
    if (!spec_or_null || static_cast<Str*>(spec_or_null)->size == 0) {
        if (is_exactly(object, str_type)) return new_ref(object);
        if (is_exactly(object, int_type)) return to_str(object);
    }
    Ref<Object> method = lookup_special(object, name<"__format__">);
    if (!method) {
        if (pending_exception()) return failed;
        return raise(type_error_type, fmt::format("Type {} doesn't define __format__", object->type->name));
    }
    Ref<Str> empty = empty_str();
    Ref<Object> result = TRY(call(method.get(), {spec_or_null ? spec_or_null : empty.get()}));
    if (is_str(result.get())) return result;
    return raise(type_error_type, fmt::format("__format__ must return a str, not {}", result->type->name));
}

Ref<Str> ascii(Object* object) {
    Ref<Str> text = TRY(repr(object));
    if (text->ascii) return text;
    StrBuilder escaped;
    for (Size i = 0; i < text->size; ++i) {
        const char32_t c = text->at(i);
        if (c < 0x80)
            escaped.append(c);
        else if (c < 0x100)
            escaped.append_ascii(fmt::format("\\x{:02x}", static_cast<unsigned>(c)));
        else if (c < 0x10000)
            escaped.append_ascii(fmt::format("\\u{:04x}", static_cast<unsigned>(c)));
        else
            escaped.append_ascii(fmt::format("\\U{:08x}", static_cast<unsigned>(c)));
    }
    return escaped.finish();
}

}  // namespace minipy
