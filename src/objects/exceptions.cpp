// BaseException, the exceptions that add nothing to it, and making exceptions from C++ code.
//
// Instances are made with their `args`; everything else is null until it is set.
//
// CPython: Objects/exceptions.c
#include "objects/exceptions.h"

#include <fmt/format.h>

#include <utility>

#include "memory/collector.h"
#include "objects/attribute.h"
#include "objects/dict.h"
#include "objects/exceptions_internal.h"
#include "objects/instance.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {

// --- life and death

namespace {

BaseException* as_exception(Object* object) noexcept { return static_cast<BaseException*>(object); }

Ref<Object> make_exception(Type* type, Ref<Tuple> args) {
    Ref<Object> made = Ref<Object>::steal(allocate_instance(type));
    as_exception(made.get())->args = args.release();
    return made;
}

}  // namespace

void exception_dealloc(Object* self) noexcept {
    untrack(self);
    built_in_base(self->type)->slots.clear(self);
    free_object(self);
}

void base_exception_clear(Object* self) {
    auto* exception = as_exception(self);
    for (Object** field :
         {&exception->dict, &exception->notes, &exception->traceback, &exception->context, &exception->cause})
        set_field(*field, nullptr);
    if (Tuple* args = std::exchange(exception->args, nullptr)) decref(args);
}

int base_exception_traverse(Object* self, Visit visit, void* context) {
    auto* exception = as_exception(self);
    for (Object* field : {exception->dict, static_cast<Object*>(exception->args), exception->notes,
                          exception->traceback, exception->context, exception->cause})
        if (field)
            if (const int result = visit(field, context)) return result;
    return 0;
}

NewRef base_exception_new(Type* type, Tuple* arguments, Dict*) {
    return make_exception(type, share(arguments));
}

Status base_exception_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(refuse_keywords(self->type, keywords_or_null));
    incref(arguments);
    xdecref(std::exchange(as_exception(self)->args, arguments));
    return done;
}

Status refuse_keywords(const Type* type, Dict* keywords_or_null) {
    if (!keywords_or_null || keywords_or_null->used == 0) return done;
    return raise(type_error_type, fmt::format("{}() takes no keyword arguments", type->name));
}

Status store_keywords(const char* type_name, Dict* keywords_or_null,
                      std::initializer_list<std::pair<const char*, Object**>> fields) {
    if (!keywords_or_null) return done;
    const auto most = static_cast<Size>(fields.size());
    if (keywords_or_null->used > most)
        return raise(type_error_type,
                     fmt::format("{}() takes at most {} keyword argument{} ({} given)", type_name, most,
                                 most == 1 ? "" : "s", keywords_or_null->used));
    Size position = 0;
    for (Object *key, *value; dict_next(keywords_or_null, position, key, value);) {
        Object** place = nullptr;
        for (const auto& [name, field] : fields)
            if (str_equal(static_cast<Str*>(key), name)) place = field;
        if (!place)
            return raise(type_error_type, fmt::format("'{}' is an invalid keyword argument for {}()",
                                                      str_utf8(static_cast<Str*>(key)), type_name));
        set_field(*place, value);
    }
    return done;
}

// --- text

NewRef base_exception_str(Object* self) {
    Tuple* args = as_exception(self)->args;
    if (args->size == 0) return str_from_utf8("");
    if (args->size == 1) return to_str((*args)[0]);
    return to_str(args);
}

namespace {

NewRef base_exception_repr(Object* self) {
    Tuple* args = as_exception(self)->args;
    Ref<Str> shown = TRY(args->size == 1 ? repr((*args)[0]) : repr(args));
    const char* format = args->size == 1 ? "{}({})" : "{}{}";
    return str_from_utf8(fmt::format(fmt::runtime(format), short_name(self->type), str_utf8(shown.get())));
}

// --- attributes

NewRef or_none(Object* field) { return field ? new_ref(field) : new_none(); }

Failure not_to_be_deleted(const char* attribute) {
    return raise(type_error_type, fmt::format("{} may not be deleted", attribute));
}

NewRef get_args(Object* self) { return or_none(as_exception(self)->args); }

Status set_args(Object* self, Object* value_or_null) {
    if (!value_or_null) return not_to_be_deleted("args");
    Ref<Tuple> args = TRY(sequence_to_tuple(value_or_null));
    xdecref(std::exchange(as_exception(self)->args, args.release()));
    return done;
}

NewRef get_traceback(Object* self) { return or_none(as_exception(self)->traceback); }

Status set_traceback(Object* self, Object* value_or_null) {
    if (!value_or_null) return not_to_be_deleted("__traceback__");
    if (!is_none(value_or_null) && !is_exactly(value_or_null, traceback_type))
        return raise(type_error_type, "__traceback__ must be a traceback or None");
    set_field(as_exception(self)->traceback, is_none(value_or_null) ? nullptr : value_or_null);
    return done;
}

NewRef get_context(Object* self) { return or_none(as_exception(self)->context); }

Status set_context(Object* self, Object* value_or_null) {
    if (!value_or_null) return not_to_be_deleted("__context__");
    if (!is_none(value_or_null) && !is_exception(value_or_null))
        return raise(type_error_type, "exception context must be None or derive from BaseException");
    set_field(as_exception(self)->context, is_none(value_or_null) ? nullptr : value_or_null);
    return done;
}

NewRef get_cause(Object* self) { return or_none(as_exception(self)->cause); }

/// Setting a cause hides the context.
Status set_cause(Object* self, Object* value_or_null) {
    if (!value_or_null) return not_to_be_deleted("__cause__");
    if (!is_none(value_or_null) && !is_exception(value_or_null))
        return raise(type_error_type, "exception cause must be None or derive from BaseException");
    as_exception(self)->suppress_context = true;
    set_field(as_exception(self)->cause, is_none(value_or_null) ? nullptr : value_or_null);
    return done;
}

// --- methods

NewRef exception_setstate(Object* self, Object* const* arguments) {
    Object* state = arguments[0];
    if (is_none(state)) return new_none();
    if (!is_dict(state)) return raise(type_error_type, "state is not a dictionary");
    Ref<Dict> copy = TRY(dict_copy(static_cast<Dict*>(state)));  // setting an attribute may change the state
    Size position = 0;
    for (Object *key, *value; dict_next(copy.get(), position, key, value);) {
        if (!is_str(key))
            return raise(type_error_type,
                         fmt::format("attribute name must be string, not '{}'", key->type->name));
        TRY(set_attribute(self, static_cast<Str*>(key), value));
    }
    return new_none();
}

NewRef exception_with_traceback(Object* self, Object* const* arguments) {
    TRY(set_traceback(self, arguments[0]));
    return new_ref(self);
}

NewRef exception_add_note(Object* self, Object* const* arguments) {
    if (!is_str(arguments[0]))
        return raise(type_error_type, fmt::format("note must be a str, not '{}'", arguments[0]->type->name));
    Ref<Object> notes;
    TRY(find_attribute(self, name<"__notes__">, notes));
    if (!notes) {
        notes = new_list();
        TRY(set_attribute(self, name<"__notes__">, notes.get()));
    } else if (!is_list(notes.get())) {
        return raise(type_error_type, "Cannot add note: __notes__ is not a list");
    }
    TRY(list_append(static_cast<List*>(notes.get()), arguments[0]));
    return new_none();
}

constexpr NativeDef base_exception_methods[] = {
    {"__reduce__", base_exception_reduce, "-($self)", nullptr},
    {"__setstate__", exception_setstate, "-($self, state, /)", nullptr},
    {"with_traceback", exception_with_traceback, "-($self, tb, /)",
     "Sets __traceback__ and returns the exception itself."},
    {"add_note", exception_add_note, "-($self, note, /)",
     "Adds a text that is shown below the exception's message."},
};
constexpr MemberDef base_exception_members[] = {
    {"__suppress_context__", MemberKind::Bool, offsetof(BaseException, suppress_context), false, nullptr},
};
constexpr GetSetDef base_exception_getset[] = {
    {"__dict__", get_dict_attribute, set_dict_attribute, nullptr},
    {"args", get_args, set_args, nullptr},
    {"__traceback__", get_traceback, set_traceback, nullptr},
    {"__context__", get_context, set_context, "What was being handled when the exception was raised."},
    {"__cause__", get_cause, set_cause, "What the exception was raised from."},
};

const TypeSpec base_exception_spec = {.name = "BaseException",
                                      .basic_size = sizeof(BaseException),
                                      .flags = exception_flags,
                                      .doc = "The base of all exceptions.",
                                      .slots = {.new_ = base_exception_new,
                                                .init = base_exception_init,
                                                .dealloc = exception_dealloc,
                                                .traverse = base_exception_traverse,
                                                .clear = base_exception_clear,
                                                .repr = base_exception_repr,
                                                .str = base_exception_str,
                                                .get_attribute = generic_get_attribute,
                                                .set_attribute = generic_set_attribute},
                                      .methods = base_exception_methods,
                                      .getset = base_exception_getset,
                                      .members = base_exception_members,
                                      .dict_offset = offsetof(BaseException, dict)};

#define EXTENDED_EXCEPTION(cpp_name, python_name, base_name, layout, text)
#define EXCEPTION(cpp_name, python_name, base_name, layout, text)   \
    const TypeSpec cpp_name##_spec = {.name = python_name,          \
                                      .basic_size = sizeof(layout), \
                                      .flags = exception_flags,     \
                                      .base = &base_name##_type,    \
                                      .doc = text,                  \
                                      .slots = plain_slots<layout>};
#include "objects/exceptions.def"

}  // namespace

NewRef base_exception_reduce(Object* self, Object* const*) {
    Dict** dict = dict_pointer(self);
    Object* parts[] = {self->type, as_exception(self)->args, dict ? *dict : nullptr};
    return new_tuple({parts, dict && *dict ? 3u : 2u});
}

Type base_exception_type(base_exception_spec);
#define EXTENDED_EXCEPTION(cpp_name, python_name, base_name, layout, text)
#define EXCEPTION(cpp_name, python_name, base_name, layout, text) Type cpp_name##_type(cpp_name##_spec);
#include "objects/exceptions.def"

// --- from C++ code

void set_exception_context(Object* exception, Ref<Object> context) noexcept {
    Ref<Object> old = Ref<Object>::steal(std::exchange(as_exception(exception)->context, context.release()));
}

Ref<Object> new_exception_with(Type& type, Object* argument) {
    Ref<Tuple> arguments = new_tuple({&argument, 1});
    InitSlot init = type.slots.init;
    if (type.slots.new_ == base_exception_new && init == base_exception_init)
        return make_exception(&type, std::move(arguments));
    Ref<Object> made = TRY(type.slots.new_(&type, arguments.get(), nullptr));
    TRY(init(made.get(), arguments.get(), nullptr));
    return made;
}

Ref<Object> new_exception(Type& type, std::string_view message) {
    Ref<Str> text = str_from_utf8(message);
    return new_exception_with(type, text.get());
}

Ref<Object> new_exception_without_arguments(Type& type) {
    Ref<Tuple> arguments = new_tuple({});
    return type.slots.new_(&type, arguments.get(), nullptr);
}

Failure raise_from_cause(Type& type, std::string_view message) {
    Ref<Object> cause = take_exception();
    Ref<Object> raised = new_exception(type, message);
    auto* exception = as_exception(raised.get());
    exception->suppress_context = true;
    exception->context = share(cause.get()).release();
    exception->cause = cause.release();
    return restore_exception(std::move(raised));
}

Failure raise_key_error(Object* key) {
    Ref<Object> exception = new_exception_with(key_error_type, key);
    return exception ? raise_object(std::move(exception)) : failed;
}

}  // namespace minipy
