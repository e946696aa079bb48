// What the files of the built-in exceptions share: life and death of instances, and their first steps.
//
// CPython: Objects/exceptions.c (SimpleExtendsException, MiddlingExtendsException, ComplexExtendsException)
#pragma once

#include <initializer_list>
#include <utility>

#include "objects/exception_group.h"
#include "objects/exception_layouts.h"
#include "objects/stop_iteration.h"

namespace minipy {

inline constexpr unsigned exception_flags =
    type_flag::base_type | type_flag::collected | type_flag::exception_subclass;

template <class Layout>
Layout* as_layout(Object* exception) noexcept {
    return static_cast<Layout*>(exception);
}

/// Replaces an owned field; takes a reference of its own to the new value (or null).
inline void set_field(Object*& field, Object* value_or_null) noexcept {
    xincref(value_or_null);
    xdecref(std::exchange(field, value_or_null));
}

NewRef base_exception_new(Type* type, Tuple* arguments, Dict* keywords_or_null);
Status base_exception_init(Object* self, Tuple* arguments, Dict* keywords_or_null);
NewRef base_exception_str(Object* self);
NewRef base_exception_reduce(Object* self, Object* const* arguments);
int base_exception_traverse(Object* self, Visit visit, void* context);
void base_exception_clear(Object* self);
/// Ends an exception of any layout: its fields are dropped by the layout's `clear`.
void exception_dealloc(Object* self) noexcept;

/// TypeError "X() takes no keyword arguments".
Status refuse_keywords(const Type* type, Dict* keywords_or_null);
/// Stores the keyword arguments in the fields they name. TypeError for other names.
Status store_keywords(const char* type_name, Dict* keywords_or_null,
                      std::initializer_list<std::pair<const char*, Object**>> fields);

Status system_exit_init(Object* self, Tuple* arguments, Dict* keywords_or_null);
Status stop_iteration_init(Object* self, Tuple* arguments, Dict* keywords_or_null);
Status attribute_error_init(Object* self, Tuple* arguments, Dict* keywords_or_null);
Status name_error_init(Object* self, Tuple* arguments, Dict* keywords_or_null);
Status import_error_init(Object* self, Tuple* arguments, Dict* keywords_or_null);
Status os_error_init(Object* self, Tuple* arguments, Dict* keywords_or_null);
Status syntax_error_init(Object* self, Tuple* arguments, Dict* keywords_or_null);

/// The slots of an exception that adds nothing to its base: the constructor shows up in each type anew.
template <class Layout>
inline constexpr Slots plain_slots = {};
template <>
inline constexpr Slots plain_slots<BaseException> = {.new_ = base_exception_new, .init = base_exception_init};
template <>
inline constexpr Slots plain_slots<NameError> = {.init = name_error_init};
template <>
inline constexpr Slots plain_slots<ImportError> = {.init = import_error_init};
template <>
inline constexpr Slots plain_slots<OSError> = {.init = os_error_init};
template <>
inline constexpr Slots plain_slots<SyntaxError> = {.init = syntax_error_init};

/// `traverse` and `clear` of a layout with fields of its own.
template <class Layout, auto... fields>
struct OwnFields {
    static int traverse(Object* self, Visit visit, void* context) {
        for (Object* field : {as_layout<Layout>(self)->*fields...})
            if (field)
                if (const int result = visit(field, context)) return result;
        return base_exception_traverse(self, visit, context);
    }
    static void clear(Object* self) {
        (set_field(as_layout<Layout>(self)->*fields, nullptr), ...);
        base_exception_clear(self);
    }
};

}  // namespace minipy
