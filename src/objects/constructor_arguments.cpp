// Binding the arguments of constructors.
//
// CPython: Python/getargs.c
#include "objects/constructor_arguments.h"

#include <fmt/format.h>

#include "objects/errors.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

Object* as_object(Dict* keywords) noexcept { return reinterpret_cast<Object*>(keywords); }

Status bind_keyword(const char* type_name, Object* key, Object* keywords, Size positional,
                    std::span<const char* const> names, Object** values) {
    const std::string_view name = is_str(key) ? str_utf8(static_cast<Str*>(key)) : "";
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name.empty() || name != names[i]) continue;
        if (static_cast<Size>(i) < positional)
            return raise(type_error_type,
                         fmt::format("argument for {}() given by name ('{}') and position ({})", type_name,
                                     name, i + 1));
        Ref<Object> value = TRY(get_item(keywords, key));
        values[i] = value.get();  // the dictionary keeps it alive
        return done;
    }
    return raise(type_error_type, fmt::format("'{}' is an invalid keyword argument for {}()", name, type_name));
}

}  // namespace

Status bind_constructor(const char* type_name, Tuple* arguments, Dict* keywords,
                        std::span<const char* const> names, Object** values) {
    const Size positional = arguments->size;
    const Size named = keywords ? TRY(length(as_object(keywords))) : 0;
    if (positional + named > static_cast<Size>(names.size()))
        return raise(type_error_type, fmt::format("{}() takes at most {} arguments ({} given)", type_name,
                                                  names.size(), positional + named));
    for (Size i = 0; i < positional; ++i) values[i] = (*arguments)[i];
    if (named == 0) return done;
    Ref<Object> keys = TRY(as_object(keywords)->type->slots.iter(as_object(keywords)));
    while (Ref<Object> key = keys->type->slots.next(keys.get()))
        TRY(bind_keyword(type_name, key.get(), as_object(keywords), positional, names, values));
    if (pending_exception()) return failed;
    return done;
}

Result<Object*> only_argument(const char* type_name, Tuple* arguments, Dict* keywords) {
    if (keywords && TRY(length(as_object(keywords))) > 0)
        return raise(type_error_type, fmt::format("{}() takes no keyword arguments", type_name));
    if (arguments->size > 1)
        return raise(type_error_type,
                     fmt::format("{} expected at most 1 argument, got {}", type_name, arguments->size));
    return arguments->size == 1 ? (*arguments)[0] : static_cast<Object*>(nullptr);
}

}  // namespace minipy
