// property objects: a data descriptor that calls its getter, setter and deleter.
//
// CPython: Objects/descrobject.c
#include "objects/property.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "memory/collector.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

Property* as_property(Object* object) noexcept { return static_cast<Property*>(object); }

void replace(Object*& field, Object* value_or_null) noexcept {
    xincref(value_or_null);
    Ref<Object> old = Ref<Object>::steal(std::exchange(field, value_or_null));
}

template <class Action>
void for_each_field(Object* self, Action action) {
    Property* property = as_property(self);
    for (Object** field :
         {&property->getter, &property->setter, &property->deleter, &property->doc, &property->name})
        action(*field);
}

void property_clear(Object* self) {
    for_each_field(self, [](Object*& field) { replace(field, nullptr); });
}

void property_dealloc(Object* self) noexcept {
    untrack(self);
    property_clear(self);
    free_object(self);
}

int property_traverse(Object* self, Visit visit, void* context) {
    int result = 0;
    for_each_field(self, [&](Object* field) {
        if (field && !result) result = visit(field, context);
    });
    return result;
}

NewRef property_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

/// The getter's doc becomes the property's. A subclass keeps it where its instances keep attributes.
Status take_doc_from_getter(Object* self) {
    Property* property = as_property(self);
    Ref<Object> doc;
    TRY(find_attribute(property->getter, name<"__doc__">, doc));
    if (!doc) return done;
    if (is_exactly(self, property_type))
        replace(property->doc, doc.get());
    else
        TRY(set_attribute(self, name<"__doc__">, doc.get()));
    property->doc_from_getter = true;
    return done;
}

Status property_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    Object* values[4] = {};
    static constexpr const char* names[] = {"fget", "fset", "fdel", "doc"};
    TRY(bind_arguments("property", names, arguments, keywords_or_null, values));
    for (int i = 0; i < 3; ++i)
        if (values[i] && is_none(values[i])) values[i] = nullptr;
    Property* property = as_property(self);
    replace(property->getter, values[0]);
    replace(property->setter, values[1]);
    replace(property->deleter, values[2]);
    replace(property->doc, values[3]);
    replace(property->name, nullptr);
    property->doc_from_getter = false;
    if (property->getter && (!values[3] || is_none(values[3]))) return take_doc_from_getter(self);
    return done;
}

/// "property 'x' of 'C' object has no setter".
Failure refuse(const Property* property, Object* instance, const char* missing) {
    Ref<Object> qualified = TRY(get_attribute(instance->type, name<"__qualname__">));
    Ref<Str> owner = TRY(repr(qualified.get()));
    std::string which = "property";
    if (property->name) {
        Ref<Str> shown = TRY(repr(property->name));
        which += fmt::format(" {}", str_utf8(shown.get()));
    }
    return raise(attribute_error_type,
                 fmt::format("{} of {} object has no {}", which, str_utf8(owner.get()), missing));
}

NewRef property_get(Object* self, Object* instance_or_null, Object*) {
    if (!instance_or_null || is_none(instance_or_null)) return new_ref(self);
    const Property* property = as_property(self);
    if (!property->getter) return refuse(property, instance_or_null, "getter");
    return call(property->getter, {instance_or_null});
}

Status property_set(Object* self, Object* instance, Object* value_or_null) {
    const Property* property = as_property(self);
    Object* function = value_or_null ? property->setter : property->deleter;
    if (!function) return refuse(property, instance, value_or_null ? "setter" : "deleter");
    Ref<Object> result = value_or_null ? call(function, {instance, value_or_null}) : call(function, {instance});
    return result ? Status(done) : Status(failed);
}

/// A copy of the same class with some of the functions replaced.
NewRef copy_with(Object* self, Object* getter, Object* setter, Object* deleter) {
    const Property* property = as_property(self);
    const auto or_none = [](Object* mine, Object* given) {
        if (given && !is_none(given)) return given;
        return mine ? mine : &none;
    };
    Object* new_getter = or_none(property->getter, getter);
    Object* doc = property->doc ? property->doc : &none;
    if (property->doc_from_getter && !is_none(new_getter)) doc = &none;  // the new getter's counts
    Ref<Object> copy = TRY(call(
        self->type, {new_getter, or_none(property->setter, setter), or_none(property->deleter, deleter), doc}));
    if (is_instance_of(copy.get(), property_type)) replace(as_property(copy.get())->name, property->name);
    return copy;
}

NewRef property_getter(Object* self, Object* const* arguments) {
    return copy_with(self, arguments[0], nullptr, nullptr);
}
NewRef property_setter(Object* self, Object* const* arguments) {
    return copy_with(self, nullptr, arguments[0], nullptr);
}
NewRef property_deleter(Object* self, Object* const* arguments) {
    return copy_with(self, nullptr, nullptr, arguments[0]);
}

NewRef property_set_name(Object* self, Object* const* arguments) {
    const auto* given = static_cast<const Tuple*>(arguments[0]);
    if (given->size != 2)
        return raise(type_error_type,
                     fmt::format("__set_name__() takes 2 positional arguments but {} were given", given->size));
    replace(as_property(self)->name, (*given)[1]);
    return new_none();
}

NewRef get_is_abstract(Object* self) {
    RecursionGuard guard(" while looking for an abstract method");
    if (!guard.entered()) return failed;
    const Property* property = as_property(self);
    for (Object* const* field : {&property->getter, &property->setter, &property->deleter}) {
        Ref<Object> function = Ref<Object>::share(*field);
        if (!function) continue;
        Ref<Object> mark;
        TRY(find_attribute(function.get(), name<"__isabstractmethod__">, mark));
        if (mark && TRY(truth(mark.get()))) return new_bool(true);
    }
    return new_bool(false);
}

constexpr NativeDef property_methods[] = {
    {"getter", property_getter, "-($self, fget, /)", "A copy of the property with another getter."},
    {"setter", property_setter, "-($self, fset, /)", "A copy of the property with another setter."},
    {"deleter", property_deleter, "-($self, fdel, /)", "A copy of the property with another deleter."},
    {"__set_name__", property_set_name, "-($self, *args)", "Tells the property the name it is bound to."},
};
constexpr MemberDef property_members[] = {
    {"fget", MemberKind::Object, offsetof(Property, getter), true, nullptr},
    {"fset", MemberKind::Object, offsetof(Property, setter), true, nullptr},
    {"fdel", MemberKind::Object, offsetof(Property, deleter), true, nullptr},
    {"__doc__", MemberKind::Object, offsetof(Property, doc), false, nullptr},
};
constexpr GetSetDef property_getset[] = {
    {"__isabstractmethod__", get_is_abstract, nullptr, nullptr},
};

const TypeSpec property_spec = {
    .name = "property",
    .basic_size = sizeof(Property),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "An attribute whose reading, setting and deleting call functions.",
    .slots = {.new_ = property_new,
              .init = property_init,
              .dealloc = property_dealloc,
              .traverse = property_traverse,
              .clear = property_clear,
              .descriptor_get = property_get,
              .descriptor_set = property_set},
    .methods = property_methods,
    .getset = property_getset,
    .members = property_members,
    .signature = "(fget=None, fset=None, fdel=None, doc=None)",
};

}  // namespace

Type property_type(property_spec);

}  // namespace minipy
