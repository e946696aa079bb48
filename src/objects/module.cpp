// module objects.
//
// CPython: Objects/moduleobject.c
#include "objects/module.h"

#include <fmt/format.h>

#include <utility>

#include "memory/collector.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/instance.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

Module* as_module(Object* object) noexcept { return static_cast<Module*>(object); }

void module_clear(Object* self) {
    Ref<Dict> dict = Ref<Dict>::steal(std::exchange(as_module(self)->dict, nullptr));
}

void module_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    module_clear(self);
    free_object(self);
}

int module_traverse(Object* self, Visit visit, void* context) {
    Dict* dict = as_module(self)->dict;
    return dict ? visit(dict, context) : 0;
}

Status set_standard_names(Module* module, Object* module_name, Object* doc) {
    TRY(dict_set(module->dict, name<"__name__">, module_name));
    TRY(dict_set(module->dict, name<"__doc__">, doc));
    for (Str* attribute : {name<"__package__">, name<"__loader__">, name<"__spec__">})
        TRY(dict_set(module->dict, attribute, &none));
    return done;
}

NewRef module_new(Type* type, Tuple*, Dict*) {
    auto* module = static_cast<Module*>(allocate_instance(type));
    module->dict = new_dict().release();
    return NewRef(module);
}

Status module_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"name", "doc"};
    Object* values[2];
    TRY(bind_arguments("module", names, arguments, keywords_or_null, values, 1));
    if (!is_str(values[0])) return raise_bad_argument("module", "argument 'name'", "str", values[0]);
    return set_standard_names(as_module(self), values[0], values[1] ? values[1] : &none);
}

NewRef module_repr(Object* self) {
    // importlib knows how a module came to be; before it is there the name has to do.
    return describe_module(as_module(self));
}

/// "module 'm' has no attribute 'x'", with the hint of a circular import where one is under way.
Failure no_attribute(Module* module, Str* attribute) {
    Object* module_name = module->dict ? dict_get(module->dict, name<"__name__">) : nullptr;
    if (!module_name || !is_str(module_name))
        return raise_attribute_error(module, attribute,
                                     fmt::format("module has no attribute '{}'", str_utf8(attribute)));
    const std::string_view text = str_utf8(static_cast<Str*>(module_name));
    const std::string_view wanted = str_utf8(attribute);
    std::string message = fmt::format("module '{}' has no attribute '{}'", text, wanted);
    if (is_being_imported(module))
        message = fmt::format("partially initialized {} (most likely due to a circular import)", message);
    else if (is_submodule_being_imported(module, attribute))
        message = fmt::format(
            "cannot access submodule '{}' of module '{}' (most likely due to a circular import)", wanted, text);
    return raise_attribute_error(module, attribute, message);
}

NewRef module_get_attribute(Object* self, Object* attribute) {
    NewRef found = generic_get_attribute(self, attribute);
    if (found || !pending_matches(attribute_error_type)) return found;
    Module* module = as_module(self);
    Object* hook = module->dict ? dict_get(module->dict, name<"__getattr__">) : nullptr;
    clear_exception();
    if (!hook) return no_attribute(module, static_cast<Str*>(attribute));
    Ref<Object> keep = share(hook);
    return call(hook, {attribute});
}

NewRef module_dir(Object* self, Object* const*) {
    Ref<Object> found = TRY(get_attribute(self, name<"__dict__">));
    if (!is_dict(found.get())) return raise(type_error_type, "<module>.__dict__ is not a dictionary");
    auto* dict = static_cast<Dict*>(found.get());
    if (Object* hook = dict_get(dict, name<"__dir__">)) {
        Ref<Object> keep = share(hook);
        return call(hook, {});
    }
    return dict_key_list(dict);
}

NewRef get_annotations(Object* self) {
    Dict* dict = as_module(self)->dict;
    if (Object* found = dict_get(dict, name<"__annotations__">)) return new_ref(found);
    Ref<Dict> made = new_dict();
    TRY(dict_set(dict, name<"__annotations__">, made.get()));
    return made;
}

Status set_annotations(Object* self, Object* value_or_null) {
    Dict* dict = as_module(self)->dict;
    if (value_or_null) return dict_set(dict, name<"__annotations__">, value_or_null);
    if (!dict_get(dict, name<"__annotations__">)) return raise(attribute_error_type, "__annotations__");
    return dict_delete(dict, name<"__annotations__">);
}

constexpr NativeDef module_methods[] = {
    {"__dir__", module_dir, "-($self)", "The names of the module, or what its own __dir__ says."},
};
constexpr MemberDef module_members[] = {
    {"__dict__", MemberKind::Object, offsetof(Module, dict), true, nullptr},
};
constexpr GetSetDef module_getset[] = {
    {"__annotations__", get_annotations, set_annotations, nullptr},
};

const TypeSpec module_spec = {
    .name = "module",
    .basic_size = sizeof(Module),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "A name space made by import.",
    .slots = {.new_ = module_new,
              .init = module_init,
              .dealloc = module_dealloc,
              .traverse = module_traverse,
              .clear = module_clear,
              .repr = module_repr,
              .get_attribute = module_get_attribute,
              .set_attribute = generic_set_attribute},
    .methods = module_methods,
    .getset = module_getset,
    .members = module_members,
    .dict_offset = offsetof(Module, dict),
    .weakrefs_offset = offsetof(Module, weakrefs),
    .signature = "(name, doc=None)",
};

}  // namespace

Type module_type(module_spec);

Ref<Module> new_module(std::string_view module_name) {
    auto* module = static_cast<Module*>(allocate_instance(&module_type));
    Ref<Module> owner = Ref<Module>::steal(module);
    module->dict = new_dict().release();
    TRY(set_standard_names(module, intern(module_name).get(), &none));
    return owner;
}

Ref<Module> new_native_module(const ModuleSpec& spec) {
    Ref<Module> module = TRY(new_module(spec.name));
    module->native_name = spec.name;
    Ref<Str> module_name = intern(spec.name);
    if (spec.doc) TRY(dict_set(module->dict, name<"__doc__">, str_from_utf8(spec.doc).get()));
    for (const NativeDef& row : spec.functions) {
        Ref<Object> function =
            new_builtin_function(new_signature(row), module.get(), module_name.get(), nullptr);
        TRY(module_set(module.get(), row.name, function.get()));
    }
    if (spec.fill) TRY(spec.fill(module.get()));
    return module;
}

Status module_set(Module* module, std::string_view attribute, Object* value) {
    if (!value) return failed;
    return dict_set(module->dict, intern(attribute).get(), value);
}

}  // namespace minipy
