// Exceptions that carry a few fields: SystemExit, StopIteration, KeyError, AttributeError, NameError,
// ImportError.
//
// Fields come from the arguments or from keywords; `name` and `obj` are what suggestions ("Did you mean")
// work from, so the functions that raise these exceptions from C++ fill them in.
//
// CPython: Objects/exceptions.c
#include <utility>

#include "objects/attribute.h"
#include "objects/dict.h"
#include "objects/exceptions_internal.h"
#include "objects/instance.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/thread_state.h"
#include "objects/tuple.h"

namespace minipy {

// --- SystemExit

/// No argument: None; one: itself; more: all of them.
Status system_exit_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(base_exception_init(self, arguments, keywords_or_null));
    if (arguments->size == 0) return done;
    set_field(as_layout<SystemExit>(self)->code, arguments->size == 1 ? (*arguments)[0] : arguments);
    return done;
}

namespace {

using SystemExitLife = OwnFields<SystemExit, &SystemExit::code>;

constexpr MemberDef system_exit_members[] = {
    {"code", MemberKind::Object, offsetof(SystemExit, code), false, "What the process ends with."},
};

const TypeSpec system_exit_spec = {.name = "SystemExit",
                                   .basic_size = sizeof(SystemExit),
                                   .flags = exception_flags,
                                   .base = &base_exception_type,
                                   .doc = "A request to leave the interpreter.",
                                   .slots = {.init = system_exit_init,
                                             .dealloc = exception_dealloc,
                                             .traverse = SystemExitLife::traverse,
                                             .clear = SystemExitLife::clear},
                                   .members = system_exit_members};

}  // namespace

Type system_exit_type(system_exit_spec);

// --- StopIteration

Status stop_iteration_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(base_exception_init(self, arguments, keywords_or_null));
    set_field(as_layout<StopIteration>(self)->value, arguments->size ? (*arguments)[0] : &none);
    return done;
}

namespace {

using StopIterationLife = OwnFields<StopIteration, &StopIteration::value>;

constexpr MemberDef stop_iteration_members[] = {
    {"value", MemberKind::Object, offsetof(StopIteration, value), false, "What the generator returned."},
};

const TypeSpec stop_iteration_spec = {.name = "StopIteration",
                                      .basic_size = sizeof(StopIteration),
                                      .flags = exception_flags,
                                      .base = &exception_type,
                                      .doc = "The end of an iterator, said by its __next__().",
                                      .slots = {.init = stop_iteration_init,
                                                .dealloc = exception_dealloc,
                                                .traverse = StopIterationLife::traverse,
                                                .clear = StopIterationLife::clear},
                                      .members = stop_iteration_members};

}  // namespace

Type stop_iteration_type(stop_iteration_spec);

Failure raise_stop_iteration(Object* value) {
    if (is_none(value)) return raise(stop_iteration_type);
    return raise_object(new_exception_with(stop_iteration_type, value));
}

bool take_stop_iteration_value(Ref<Object>& value) {
    Object* pending = pending_exception();
    if (pending && !is_instance_of(pending, stop_iteration_type)) return false;
    Object* carried = pending ? as_layout<StopIteration>(pending)->value : nullptr;
    value = share(carried ? carried : &none);
    clear_exception();
    return true;
}

// --- KeyError

namespace {

/// A single key is shown as its repr: `KeyError('')` would say nothing otherwise.
NewRef key_error_str(Object* self) {
    const Tuple* args = as_layout<BaseException>(self)->args;
    return args->size == 1 ? NewRef(repr((*args)[0])) : base_exception_str(self);
}

const TypeSpec key_error_spec = {.name = "KeyError",
                                 .basic_size = sizeof(BaseException),
                                 .flags = exception_flags,
                                 .base = &lookup_error_type,
                                 .doc = "A mapping has no such key.",
                                 .slots = {.init = base_exception_init, .str = key_error_str}};

}  // namespace

Type key_error_type(key_error_spec);

// --- AttributeError

Status attribute_error_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(base_exception_init(self, arguments, nullptr));
    auto* error = as_layout<AttributeError>(self);
    return store_keywords("AttributeError", keywords_or_null,
                          {{"name", &error->name}, {"obj", &error->object}});
}

namespace {

using AttributeErrorLife = OwnFields<AttributeError, &AttributeError::object, &AttributeError::name>;

constexpr MemberDef attribute_error_members[] = {
    {"name", MemberKind::Object, offsetof(AttributeError, name), false, "The attribute looked for."},
    {"obj", MemberKind::Object, offsetof(AttributeError, object), false, "Where it was looked for."},
};

const TypeSpec attribute_error_spec = {.name = "AttributeError",
                                       .basic_size = sizeof(AttributeError),
                                       .flags = exception_flags,
                                       .base = &exception_type,
                                       .doc = "An object has no such attribute.",
                                       .slots = {.init = attribute_error_init,
                                                 .dealloc = exception_dealloc,
                                                 .traverse = AttributeErrorLife::traverse,
                                                 .clear = AttributeErrorLife::clear,
                                                 .str = base_exception_str},
                                       .members = attribute_error_members};

}  // namespace

Type attribute_error_type(attribute_error_spec);

Failure raise_attribute_error(Object* object, Str* name, std::string_view message) {
    Ref<Object> exception = TRY(new_exception(attribute_error_type, message));
    auto* error = as_layout<AttributeError>(exception.get());
    set_field(error->name, name);
    set_field(error->object, object);
    return raise_object(std::move(exception));
}

void complete_attribute_error(Object* object, Str* name) noexcept {
    Object* pending = pending_exception();
    if (!pending || !is_instance_of(pending, attribute_error_type)) return;
    auto* error = as_layout<AttributeError>(pending);
    if (error->name || error->object) return;
    set_field(error->name, name);
    set_field(error->object, object);
}

// --- NameError

Status name_error_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(base_exception_init(self, arguments, nullptr));
    return store_keywords("NameError", keywords_or_null, {{"name", &as_layout<NameError>(self)->name}});
}

namespace {

using NameErrorLife = OwnFields<NameError, &NameError::name>;

constexpr MemberDef name_error_members[] = {
    {"name", MemberKind::Object, offsetof(NameError, name), false, "The name looked for."},
};

const TypeSpec name_error_spec = {.name = "NameError",
                                  .basic_size = sizeof(NameError),
                                  .flags = exception_flags,
                                  .base = &exception_type,
                                  .doc = "A name stands for nothing.",
                                  .slots = {.init = name_error_init,
                                            .dealloc = exception_dealloc,
                                            .traverse = NameErrorLife::traverse,
                                            .clear = NameErrorLife::clear,
                                            .str = base_exception_str},
                                  .members = name_error_members};

}  // namespace

Type name_error_type(name_error_spec);

Failure raise_named_error(Type& type, Str* name, std::string_view message) {
    Ref<Object> exception = TRY(new_exception(type, message));
    set_field(as_layout<NameError>(exception.get())->name, name);
    return raise_object(std::move(exception));
}

// --- ImportError

Status import_error_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(base_exception_init(self, arguments, nullptr));
    auto* error = as_layout<ImportError>(self);
    for (Object** field : {&error->message, &error->name, &error->path}) set_field(*field, nullptr);
    TRY(store_keywords("ImportError", keywords_or_null, {{"name", &error->name}, {"path", &error->path}}));
    if (arguments->size == 1) set_field(error->message, (*arguments)[0]);
    return done;
}

namespace {

NewRef import_error_str(Object* self) {
    Object* message = as_layout<ImportError>(self)->message;
    if (message && is_exactly(message, str_type)) return new_ref(message);
    return base_exception_str(self);
}

/// `name` and `path` travel in the state, together with the instance's attributes.
NewRef import_error_reduce(Object* self, Object* const*) {
    auto* error = as_layout<ImportError>(self);
    if (!error->name && !error->path) return base_exception_reduce(self, nullptr);
    Dict** own = dict_pointer(self);
    Ref<Dict> state = TRY(own && *own ? dict_copy(*own) : new_dict());
    if (error->name) TRY(dict_set(state.get(), name<"name">, error->name));
    if (error->path) TRY(dict_set(state.get(), name<"path">, error->path));
    Object* parts[] = {self->type, error->args, state.get()};
    return new_tuple(parts);
}

using ImportErrorLife = OwnFields<ImportError, &ImportError::message, &ImportError::name, &ImportError::path>;

constexpr NativeDef import_error_methods[] = {{"__reduce__", import_error_reduce, "-($self)", nullptr}};
constexpr MemberDef import_error_members[] = {
    {"msg", MemberKind::Object, offsetof(ImportError, message), false, "The message."},
    {"name", MemberKind::Object, offsetof(ImportError, name), false, "The module."},
    {"path", MemberKind::Object, offsetof(ImportError, path), false, "Its file."},
};

const TypeSpec import_error_spec = {.name = "ImportError",
                                    .basic_size = sizeof(ImportError),
                                    .flags = exception_flags,
                                    .base = &exception_type,
                                    .doc = "An import cannot find a module, or a name in it.",
                                    .slots = {.init = import_error_init,
                                              .dealloc = exception_dealloc,
                                              .traverse = ImportErrorLife::traverse,
                                              .clear = ImportErrorLife::clear,
                                              .str = import_error_str},
                                    .methods = import_error_methods,
                                    .members = import_error_members};

}  // namespace

Type import_error_type(import_error_spec);

}  // namespace minipy
