// Pickling of classes and functions: only where they are to be found, which is checked by looking there.
//
// CPython: Modules/_pickle.c (save_global, whichmodule, get_deep_attribute)
#include <fmt/format.h>

#include "modules/pickle/save.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/vm_hooks.h"
#include "vm/import.h"

namespace minipy::pickle {
namespace {

template <class... Parts>
Failure raise_unpicklable(Object* object, fmt::format_string<const Parts&...> why, const Parts&... parts) {
    const std::string reason = fmt::format(why, parts...);
    return raise(pickling_error(), fmt::format("Can't pickle {}: {}", repr_for_message(object), reason));
}

/// A class or function and where it is found.
struct Global {
    Object* object;
    Ref<Str> name;  // with dots
    Ref<Object> module_name;
    Ref<Object> module;
    Ref<Object> parent;  // what the last part of the name is an attribute of

    Status find(Object* name_or_null);
    std::string last_name() const {
        const std::string_view dotted = str_utf8(name.get());
        return std::string(dotted.substr(dotted.rfind('.') + 1));
    }
};

/// Whether a part of the name is "<locals>".
bool is_local(Str* dotted_name) {
    return fmt::format(".{}.", str_utf8(dotted_name)).find(".<locals>.") != std::string::npos;
}

Status find_name(Object* object, Object* name_or_null, Ref<Str>& found) {
    Ref<Object> value = share(name_or_null);
    if (!value) TRY(find_attribute(object, name<"__qualname__">, value));
    if (!value) value = TRY(get_attribute(object, name<"__name__">));
    if (!is_str(value.get())) return raise(pickling_error(), "name of a global must be a string");
    found = share(static_cast<Str*>(value.get()));
    return done;
}

Status Global::find(Object* name_or_null) {
    TRY(find_name(object, name_or_null, name));
    if (is_local(name.get()))
        return raise(attribute_error_type,
                     fmt::format("Can't pickle local object {}", repr_for_message(name.get())));
    module_name = TRY(module_of(object, name.get()));
    const std::string shown = repr_for_message(module_name.get());
    if (!is_str(module_name.get())) return raise_unpicklable(object, "import of module {} failed", shown);
    module = import_module(str_utf8(static_cast<Str*>(module_name.get())));
    if (!module) {
        clear_exception();
        return raise_unpicklable(object, "import of module {} failed", shown);
    }
    const std::string_view module_text = str_utf8(static_cast<Str*>(module_name.get()));
    const std::string_view text = str_utf8(name.get());
    Ref<Object> found = deep_attribute(module.get(), name.get(), &parent);
    if (!found) {
        clear_exception();
        return raise_unpicklable(object, "attribute lookup {} on {} failed", text, module_text);
    }
    if (found.get() != object)
        return raise_unpicklable(object, "it's not the same object as {}.{}", module_text, text);
    return done;
}

/// The number that copyreg has for the global; 0 for none.
Result<std::int64_t> extension_code(const Global& global) {
    Ref<Tuple> key = pack({global.module_name.get(), global.name.get()});
    Object* code = TRY(dict_get(tables.extension_codes, key.get()));
    if (!code) return 0;
    const std::string shown = repr_for_message(code);
    if (!is_int(code)) return raise_unpicklable(global.object, "extension code {} isn't an integer", shown);
    const Int* number = as_int(code);
    if (!number->is_small() || number->small <= 0 || number->small > INT32_MAX)
        return raise_unpicklable(global.object, "extension code {} is out of range", shown);
    return number->small;
}

void save_extension(Pickler* pickler, std::int64_t code) {
    if (code <= UINT8_MAX)
        put(pickler, op::ext1, static_cast<std::uint8_t>(code));
    else if (code <= UINT16_MAX)
        put(pickler, op::ext2, static_cast<std::uint16_t>(code));
    else
        put(pickler, op::ext4, static_cast<std::uint32_t>(code));
}

/// The name under which Python 2 knows the global.
Status rename_for_2(Ref<Object>& module_name, Ref<Object>& name) {
    Ref<Tuple> key = pack({module_name.get(), name.get()});
    if (Object* renamed = TRY(dict_get(tables.names_to_2, key.get()))) {
        if (!is_tuple(renamed) || static_cast<Tuple*>(renamed)->size != 2)
            return raise(runtime_error_type,
                         fmt::format("_compat_pickle.REVERSE_NAME_MAPPING values should be 2-tuples, not {}",
                                     renamed->type->name));
        module_name = share((*static_cast<Tuple*>(renamed))[0]);
        name = share((*static_cast<Tuple*>(renamed))[1]);
    } else if (Object* module_renamed = TRY(dict_get(tables.modules_to_2, module_name.get()))) {
        module_name = share(module_renamed);
    }
    return done;
}

/// Module and name as lines.
Status save_lines(Pickler* pickler, const Global& global) {
    Ref<Object> module_name = global.module_name, last = str_from_utf8(global.last_name());
    if (pickler->fix_imports) TRY(rename_for_2(module_name, last));
    const auto check = [&](Object* text, const char* what) -> Status {
        if (is_str(text) && (pickler->protocol >= 3 || static_cast<Str*>(text)->ascii)) return done;
        Ref<Str> shown = TRY(to_str(text));
        return raise(pickling_error(), fmt::format("can't pickle {} identifier '{}' using pickle protocol {}",
                                                   what, str_utf8(shown.get()), pickler->protocol));
    };
    TRY(check(module_name.get(), "module"));
    TRY(check(last.get(), "global"));
    put(pickler, fmt::format("{}{}\n{}\n", op::global, str_utf8(static_cast<Str*>(module_name.get())),
                             str_utf8(static_cast<Str*>(last.get()))));
    return done;
}

/// Whether the module has the object under that name.
bool has_object(Object* module, Object* object, Str* dotted_name) {
    Ref<Object> found = deep_attribute(module, dotted_name);
    if (!found) clear_exception();
    return found.get() == object;
}

}  // namespace

Ref<Object> deep_attribute(Object* object, Str* dotted_name, Ref<Object>* parent) {
    const auto refuse = [&](const char* what) {
        return raise(attribute_error_type,
                     fmt::format("Can't {} attribute {} on {}", what, repr_for_message(dotted_name),
                                 repr_for_message(object)));
    };
    if (is_local(dotted_name)) return refuse("pickle local");
    std::string_view rest = str_utf8(dotted_name);
    Ref<Object> current = share(object);
    for (;;) {
        const std::size_t dot = rest.find('.');
        Ref<Object> found;
        TRY(find_attribute(current.get(), intern(rest.substr(0, dot)).get(), found));
        if (parent) *parent = current;
        if (!found) return refuse("get");
        current = std::move(found);
        if (dot == rest.npos) return current;
        rest.remove_prefix(dot + 1);
    }
}

Ref<Object> module_of(Object* object, Object* dotted_name) {
    Ref<Object> module_name;
    TRY(find_attribute(object, name<"__module__">, module_name));
    if (module_name && !is_none(module_name.get())) return module_name;
    Ref<Dict> modules = TRY(dict_copy(imported_modules()));  // looking around may import
    Size position = 0;
    Object *key, *module;
    while (dict_next(modules.get(), position, key, module)) {
        if (!is_str(key) || str_equal(static_cast<Str*>(key), "__main__") || is_none(module)) continue;
        if (has_object(module, object, static_cast<Str*>(dotted_name))) return share(key);
    }
    return str_from_utf8("__main__");
}

Status save_global(Pickler* pickler, Object* object, Object* name_or_null) {
    Global global{object, {}, {}, {}, {}};
    TRY(global.find(name_or_null));
    if (pickler->protocol >= 2) {
        if (const std::int64_t code = TRY(extension_code(global)); code > 0) {
            save_extension(pickler, code);
            return done;
        }
    }
    if (pickler->protocol >= 4) {
        TRY(save(pickler, global.module_name.get()));
        TRY(save(pickler, global.name.get()));
        put(pickler, op::stack_global);
    } else if (global.parent.get() != global.module.get()) {
        Ref<Object> getattr = TRY(builtin("getattr"));
        TRY(save_call(pickler, getattr.get(), {global.parent.get(), str_from_utf8(global.last_name()).get()},
                      nullptr));
    } else {
        TRY(save_lines(pickler, global));
    }
    return memoize(pickler, object);
}

Status save_type(Pickler* pickler, Object* object) {
    for (Object* singleton : {&none, &ellipsis, &not_implemented})
        if (object == singleton->type) return save_call(pickler, &type_type, {singleton}, object);
    return save_global(pickler, object, nullptr);
}

}  // namespace minipy::pickle
