// reduce, cmp_to_key, and the module's table.
//
// CPython: Modules/_functoolsmodule.c
#include "modules/functools/functools.h"

#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/call.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

NewRef functools_reduce(Object*, Object* const* arguments) {
    Object* function = arguments[0];
    Ref<Object> iterator = iterate(arguments[1]);
    if (!iterator) {
        if (!pending_matches(type_error_type)) return failed;
        clear_exception();
        return raise(type_error_type, "reduce() arg 2 must support iteration");
    }
    Ref<Object> result = arguments[2] ? share(arguments[2]) : Ref<Object>(next(iterator.get()));
    if (!result) {
        if (pending_exception()) return failed;
        return raise(type_error_type, "reduce() of empty iterable with no initial value");
    }
    while (Ref<Object> item = next(iterator.get())) result = TRY(call(function, {result.get(), item.get()}));
    if (pending_exception()) return failed;
    return result;
}

// --- cmp_to_key: an object compares through the old-style comparison function

struct KeyWrapper : Object {
    Object* comparison;
    Object* object;  // null in the wrapper that cmp_to_key returned: the factory
};

using KeyWrapperLife = OwnedFields<KeyWrapper, &KeyWrapper::comparison, &KeyWrapper::object>;

KeyWrapper* as_key(Object* self) noexcept { return static_cast<KeyWrapper*>(self); }

Ref<Object> new_key(Object* comparison, Object* object_or_null) {
    auto* made = static_cast<KeyWrapper*>(allocate_instance(&key_wrapper_type));
    made->comparison = share(comparison).release();
    if (object_or_null) made->object = share(object_or_null).release();
    return Ref<Object>::steal(made);
}

NewRef key_call(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"obj"};
    Object* bound[1];
    TRY(bind_arguments("K", names, arguments, keywords_or_null, bound, 1));
    return new_key(as_key(self)->comparison, bound[0]);
}

NewRef key_compare(Object* left, Object* right, CompareOp op) {
    if (!is_exactly(right, key_wrapper_type))
        return raise(type_error_type, "other argument must be K instance");
    Object *a = as_key(left)->object, *b = as_key(right)->object;
    if (!a || !b) return raise(attribute_error_type, "object");
    Ref<Object> order = TRY(call(as_key(left)->comparison, {a, b}));
    return compare(order.get(), &shared_int(0), op);
}

constexpr MemberDef key_members[] = {
    {"obj", MemberKind::Object, offsetof(KeyWrapper, object), false, "Value wrapped by a key function."},
};

const TypeSpec key_wrapper_spec = {
    .name = "functools.KeyWrapper",
    .basic_size = sizeof(KeyWrapper),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = KeyWrapperLife::dealloc,
              .traverse = KeyWrapperLife::traverse,
              .clear = KeyWrapperLife::clear,
              .compare = key_compare,
              .call = key_call},
    .members = key_members,
};

constexpr NativeDef functools_functions[] = {
    {"reduce", functools_reduce, "-($module, function, iterable, initial=<absent>, /)",
     "reduce(function, iterable[, initial]) -> the items combined from left to right"},
    {"cmp_to_key", functools_cmp_to_key, "-($module, mycmp)",
     "A key function made from a comparison function."},
};

Status functools_fill(Module* module) {
    ready_type(key_wrapper_type);
    ready_type(lru_link_type);
    TRY(module_add_type(module, partial_type));
    return module_add_type(module, lru_cache_type);
}

const ModuleSpec functools_spec = {"_functools", "The native part of functools.", functools_functions,
                                   functools_fill};

}  // namespace

Type key_wrapper_type(key_wrapper_spec);

NewRef functools_cmp_to_key(Object*, Object* const* arguments) { return new_key(arguments[0], nullptr); }

Ref<Module> make_functools_module() { return new_native_module(functools_spec); }

}  // namespace minipy
