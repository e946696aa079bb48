// The module `_warnings`: the part of `warnings` that C++ code needs too. The work is in vm/warnings.cpp.
//
// CPython: Python/_warnings.c
#include "vm/warnings.h"

#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy {
namespace {

NewRef warnings_warn(Object*, Object* const* arguments) {
    Ref<Object> category = TRY(warning_category(arguments[0], arguments[1]));
    WarningPlace place;
    TRY(warning_place(TRY(argument_size(arguments[2])), place));
    Object* source = is_none(arguments[3]) ? nullptr : arguments[3];
    TRY(warn_explicit({category.get(), arguments[0], nullptr, source}, place));
    return new_none();
}

/// The source line as the loader of the module has it; empty if it has none. get_source_line.
Ref<Object> line_from_loader(Dict* globals, int line) {
    Ref<Object> loader = Ref<Object>::share(dict_get(globals, name<"__loader__">));
    Ref<Object> module_name = Ref<Object>::share(dict_get(globals, name<"__name__">));
    if (!loader || !module_name) return nullptr;
    Ref<Object> get_source;
    TRY(find_attribute(loader.get(), name<"get_source">, get_source));
    if (!get_source) return nullptr;
    Ref<Object> source = TRY(call(get_source.get(), {module_name.get()}));
    if (is_none(source.get())) return nullptr;
    Ref<Object> lines = TRY(call_method(source.get(), name<"splitlines">));
    if (!is_list(lines.get()) || line < 1 || line > static_cast<List*>(lines.get())->size) return nullptr;
    return share(static_cast<List*>(lines.get())->items[line - 1]);
}

NewRef warnings_warn_explicit(Object*, Object* const* arguments) {
    Str* filename = TRY(str_argument(arguments[2], "warn_explicit", "argument 3"));
    WarningPlace place;
    place.filename = share<Object>(filename);
    place.line = TRY(argument_int(arguments[3]));
    place.module = Ref<Object>::share(arguments[4]);
    place.registry = Ref<Object>::share(arguments[5]);
    Object *globals = arguments[6], *source = arguments[7];
    Ref<Object> line;
    if (globals && !is_none(globals)) {
        if (!is_dict(globals))
            return raise(type_error_type,
                         fmt::format("module_globals must be a dict, not '{}'", globals->type->name));
        line = line_from_loader(static_cast<Dict*>(globals), place.line);
        if (!line && pending_exception()) return failed;
    }
    if (source && is_none(source)) source = nullptr;
    TRY(warn_explicit({arguments[1], arguments[0], line.get(), source}, place));
    return new_none();
}

NewRef warnings_filters_mutated(Object*, Object* const*) {
    warning_filters_mutated();
    return new_none();
}

constexpr NativeDef functions[] = {
    {"warn", warnings_warn, "($module, /, message, category=None, stacklevel=1, source=None)",
     "Warns of something: shown, ignored or raised, as the filters say."},
    {"warn_explicit", warnings_warn_explicit,
     "-($module, message, category, filename, lineno, module=<absent>, registry=<absent>, "
     "module_globals=<absent>, source=<absent>)",
     "Warns of something at a place that the caller names."},
    {"_filters_mutated", warnings_filters_mutated, "-($module)", "Says that the filters have changed."},
};

const ModuleSpec spec = {"_warnings", "Filtering of warnings, for `warnings` and for C++ code.", functions,
                         add_warning_state};

}  // namespace

Ref<Module> make_warnings_module() { return new_native_module(spec); }

}  // namespace minipy
