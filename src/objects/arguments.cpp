// One pass over the positional arguments, one over the named ones.
//
// CPython: Python/getargs.c
#include "objects/arguments.h"

#include <fmt/format.h>

#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/tuple.h"

namespace minipy {

namespace {

Status check_required(const char* function, std::span<const char* const> names, std::span<Object*> bound,
                      Size required) {
    for (Size i = 0; i < required; ++i)
        if (!bound[i])
            return raise(type_error_type, fmt::format("{} missing required argument '{}' (pos {})",
                                                      *function ? fmt::format("{}()", function) : "function",
                                                      names[i], i + 1));
    return done;
}

}  // namespace

Status bind_arguments(const char* function, std::span<const char* const> names, Tuple* positional,
                      Dict* keywords_or_null, std::span<Object*> bound, Size required) {
    const Size given = positional->size + (keywords_or_null ? keywords_or_null->used : 0);
    const auto most = static_cast<Size>(names.size());
    const auto callee = [&] { return *function ? fmt::format("{}()", function) : std::string("function"); };
    if (given > most) {
        return raise(type_error_type,
                     fmt::format("{} takes at most {} {}argument{} ({} given)", callee(), most,
                                 positional->size ? "" : "keyword ", most == 1 ? "" : "s", given));
    }
    for (Size i = 0; i < most; ++i) bound[i] = i < positional->size ? (*positional)[i] : nullptr;
    if (!keywords_or_null) return check_required(function, names, bound, required);
    // A required argument that is missing is complained about before a keyword that does not fit.
    std::string complaint;
    Size position = 0;
    Object *key, *value;
    while (dict_next(keywords_or_null, position, key, value)) {
        if (!is_str(key)) return raise(type_error_type, "keywords must be strings");
        Size i = 0;
        while (i < most && (!*names[i] || !str_equal(static_cast<Str*>(key), names[i]))) ++i;
        if (i < most && !bound[i]) {
            bound[i] = value;
        } else if (complaint.empty()) {
            complaint = i == most ? fmt::format("'{}' is an invalid keyword argument for {}",
                                                str_utf8(static_cast<Str*>(key)),
                                                *function ? fmt::format("{}()", function) : "this function")
                                  : fmt::format("argument for {} given by name ('{}') and position ({})",
                                                callee(), names[i], i + 1);
        }
    }
    TRY(check_required(function, names, bound, required));
    return complaint.empty() ? done : Status(raise(type_error_type, complaint));
}

Result<Object*> only_argument(const char* type_name, Tuple* arguments, Dict* keywords_or_null) {
    if (keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, fmt::format("{}() takes no keyword arguments", type_name));
    if (arguments->size > 1)
        return raise(type_error_type,
                     fmt::format("{} expected at most 1 argument, got {}", type_name, arguments->size));
    return arguments->size == 1 ? (*arguments)[0] : static_cast<Object*>(nullptr);
}

}  // namespace minipy
