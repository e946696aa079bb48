// Types whose slots do what no class written in Python can: await without `__await__`, hold an object unseen by
// the collector, be subscribed without being generic.
//
// CPython: Modules/_testcapimodule.c (awaitType, Generic, GenericAlias, ContainerNoGC)
#include "modules/support.h"
#include "modules/testcapi/testcapi.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/legacy_finalizer.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

/// An object that owns one other.
struct Holder : Object {
    Object* held;
};

void holder_dealloc(Object* self) noexcept {
    xdecref(static_cast<Holder*>(self)->held);
    free_object(self);
}

Ref<Object> new_holder(Type* type, Object* held) {
    auto* made = static_cast<Holder*>(allocate_instance(type));
    made->held = share(held).release();
    return Ref<Object>::steal(made);
}

// --- awaitType

NewRef await_new(Type* type, Tuple* arguments, Dict*) {
    TRY(check_count("awaitObject", arguments->size, 1, 1));
    return new_holder(type, arguments->span()[0]);
}

/// Whatever was given; the one who awaits finds out if it is no iterator.
NewRef await_await(Object* self) { return new_ref(static_cast<Holder*>(self)->held); }

const TypeSpec await_spec = {.name = "awaitType",
                             .basic_size = sizeof(Holder),
                             .doc = "Awaits by a slot.",
                             .slots = {.new_ = await_new,
                                       .dealloc = holder_dealloc,
                                       .set_attribute = generic_set_attribute,
                                       .await = await_await}};
Type await_type(await_spec);

// --- ContainerNoGC

NewRef container_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    Object* value = nullptr;
    constexpr const char* names[] = {"value"};
    TRY(bind_arguments("ContainerNoGC", names, arguments, keywords_or_null, std::span(&value, 1), 1));
    return new_holder(type, value);
}

constexpr MemberDef container_members[] = {
    {"value", MemberKind::Object, offsetof(Holder, held), true, nullptr}};

const TypeSpec container_spec = {.name = "_testcapi.ContainerNoGC",
                                 .basic_size = sizeof(Holder),
                                 .flags = type_flag::base_type,
                                 .doc = "Holds an object without telling the cycle collector.",
                                 .slots = {.new_ = container_new, .dealloc = holder_dealloc},
                                 .members = container_members};
Type container_type(container_spec);

// --- Generic, GenericAlias

NewRef alias_mro_entries(Object* self, Object* const*) { return pack({static_cast<Holder*>(self)->held}); }

constexpr NativeDef alias_methods[] = {{"__mro_entries__", alias_mro_entries, "-($self, bases, /)", nullptr}};
const TypeSpec alias_spec = {.name = "GenericAlias",
                             .basic_size = sizeof(Holder),
                             .flags = type_flag::base_type,
                             .slots = {.dealloc = holder_dealloc},
                             .methods = alias_methods};
Type alias_type(alias_spec);

NewRef generic_class_getitem(Object*, Object* const* arguments) {
    return new_holder(&alias_type, arguments[0]);
}

constexpr NativeDef generic_methods[] = {
    {"__class_getitem__", generic_class_getitem, "-($type, item, /)", nullptr}};
const TypeSpec generic_spec = {
    .name = "Generic", .basic_size = sizeof(Object), .flags = type_flag::base_type, .methods = generic_methods};
Type generic_type(generic_spec);

// --- descriptors as natives

/// A `__get__` that calls the class of the instance on its way: it may delete the descriptor itself.
NewRef testcapi_bad_get(Object*, Object* const* arguments) {
    Ref<Object> made = TRY(call(arguments[2], {}));
    return repr(arguments[0]);
}

/// A class decorator. with_tp_del.
NewRef testcapi_with_tp_del(Object*, Object* const* arguments) {
    if (!is_instance_of(arguments[0], type_type) || !static_cast<Type*>(arguments[0])->has(type_flag::heap))
        return raise(type_error_type,
                     fmt::format("heap type expected, got '{}'", repr_for_message(arguments[0])));
    add_legacy_finalizer(static_cast<Type*>(arguments[0]));
    return new_ref(arguments[0]);
}

constexpr NativeDef functions[] = {
    {"with_tp_del", testcapi_with_tp_del, "-($module, type, /)", nullptr},
    {"bad_get", testcapi_bad_get, "-($module, self, obj, cls, /)", nullptr},
};

}  // namespace

std::span<const NativeDef> testcapi_type_functions() noexcept { return functions; }

Status add_testcapi_types(Module* module) {
    for (Type* type : {&await_type, &container_type, &alias_type, &generic_type})
        TRY(module_add_type(module, *type));
    return done;
}

}  // namespace minipy
