// What the built-in modules share: adding their types, packing tuples, and the life of objects whose owned
// references are plain fields.
//
// CPython: Modules/*.c (the traverse/clear/dealloc that each of them spells out)
#pragma once

#include <fmt/format.h>

#include <initializer_list>
#include <string_view>
#include <utility>

#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/module.h"
#include "objects/tuple.h"

namespace minipy {

/// Makes the type ready and sets it as an attribute under its short name. PyModule_AddType.
inline Status module_add_type(Module* module, Type& type) {
    ready_type(type);
    return module_set(module, short_name(&type), &type);
}

/// A tuple of the items, for results such as those of `__reduce__`. PyTuple_Pack.
inline Ref<Tuple> pack(std::initializer_list<Object*> items) {
    return new_tuple({items.begin(), items.size()});
}

inline bool has_keywords(const Dict* keywords_or_null) noexcept {
    return keywords_or_null && keywords_or_null->used;
}

/// Refuses keywords: "f() takes no keyword arguments". _PyArg_NoKeywords.
inline Status no_keywords(std::string_view function, const Dict* keywords_or_null) {
    if (!has_keywords(keywords_or_null)) return done;
    return raise(type_error_type, fmt::format("{}() takes no keyword arguments", function));
}

/// Refuses keywords to a type's `__new__` unless a class made from it brings its own `__init__`.
inline Status no_keywords(Type* type, const Dict* keywords_or_null) {
    if (!has_keywords(keywords_or_null)) return done;
    const Type* built_in = type;
    while (built_in->has(type_flag::heap)) built_in = built_in->base;
    if (type->slots.init != built_in->slots.init) return done;
    return no_keywords(short_name(built_in), keywords_or_null);
}

/// Checks the number of positional arguments: "f expected at least 1 argument, got 0". _PyArg_CheckPositional.
inline Status check_count(std::string_view function, Size given, Size least, Size most) {
    if (least <= given && given <= most) return done;
    const Size bound = given < least ? least : most;
    const char* qualifier = least == most ? "" : given < least ? "at least " : "at most ";
    return raise(type_error_type, fmt::format("{} expected {}{} argument{}, got {}", function, qualifier, bound,
                                              bound == 1 ? "" : "s", given));
}

/// Puts a value into an owned field, dropping what was there last.
template <class T>
void replace_field(T*& field, Ref<T> value) noexcept {
    Ref<T> old = Ref<T>::steal(std::exchange(field, value.release()));
}

/// The life-cycle slots of a collected struct that owns what the named fields point to (or null).
template <class T, auto... fields>
struct OwnedFields {
    static int traverse(Object* self, Visit visit, void* context) {
        int result = 0;
        (void)((visit_one(static_cast<T*>(self)->*fields, visit, context, result)) || ...);
        return result;
    }
    static void clear(Object* self) { (drop(static_cast<T*>(self)->*fields), ...); }
    static void dealloc(Object* self) noexcept {
        untrack(self);
        clear(self);
        free_object(self);
    }

  private:
    static bool visit_one(Object* field, Visit visit, void* context, int& result) {
        if (field) result = visit(field, context);
        return result != 0;
    }
    template <class F>
    static void drop(F*& field) {
        xdecref(std::exchange(field, nullptr));
    }
};

}  // namespace minipy
