// The table of special methods: wrappers (method -> slot) and the filling of slots (slot <- method).
//
// CPython: Objects/typeobject.c (slotdefs)
#include "objects/slot_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slot_dispatch.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

template <class Slot>
Slot as_slot(void* wrapped) noexcept {
    return reinterpret_cast<Slot>(wrapped);
}

/// The texts are those of CPython's two ways of counting; the second one is given an empty function name, which
/// leaves a space in front.
Status check_count(Size given, Size least, Size most, bool second_way) {
    if (given >= least && given <= most) return done;
    const Size bound = given < least ? least : most;
    const char* qualifier = least == most ? "" : given < least ? "at least " : "at most ";
    return raise(type_error_type, fmt::format("{}expected {}{} argument{}, got {}", second_way ? " " : "",
                                              qualifier, bound, bound == 1 ? "" : "s", given));
}

Status check_count(Size given, Size least, Size most) { return check_count(given, least, most, most > 1); }

NewRef none_if(Status status) { return status ? new_none() : NewRef(failed); }

// Wrappers, one per shape of slot. Their parameters are those of SlotWrapper.
#define WRAPPER(wrapper_name) \
    NewRef wrapper_name(Object* self, Object* const* arguments, Size positional, Tuple* names, void* wrapped)

WRAPPER(wrap_unary) {
    (void)arguments;
    (void)names;
    TRY(check_count(positional, 0, 0));
    return as_slot<UnarySlot>(wrapped)(self);
}

WRAPPER(wrap_next) {
    (void)names;
    TRY(check_count(positional, 0, 0));
    NewRef result = wrap_unary(self, arguments, positional, names, wrapped);
    if (!result && !pending_exception())
        return raise_object(new_exception_without_arguments(stop_iteration_type));
    return result;
}

WRAPPER(wrap_binary) {
    (void)names;
    TRY(check_count(positional, 1, 1));
    return as_slot<BinarySlot>(wrapped)(self, arguments[0]);
}

WRAPPER(wrap_reflected) {
    (void)names;
    TRY(check_count(positional, 1, 1));
    return as_slot<BinarySlot>(wrapped)(arguments[0], self);
}

WRAPPER(wrap_power) {
    (void)names;
    TRY(check_count(positional, 1, 2));
    return as_slot<TernarySlot>(wrapped)(self, arguments[0], positional == 2 ? arguments[1] : &none);
}

WRAPPER(wrap_reflected_power) {
    (void)names;
    TRY(check_count(positional, 1, 2));
    return as_slot<TernarySlot>(wrapped)(arguments[0], self, positional == 2 ? arguments[1] : &none);
}

WRAPPER(wrap_truth) {
    (void)arguments;
    (void)names;
    TRY(check_count(positional, 0, 0));
    return new_bool(TRY(as_slot<InquirySlot>(wrapped)(self)));
}

WRAPPER(wrap_length) {
    (void)arguments;
    (void)names;
    TRY(check_count(positional, 0, 0));
    return new_int(TRY(as_slot<LengthSlot>(wrapped)(self)));
}

WRAPPER(wrap_hash) {
    (void)arguments;
    (void)names;
    TRY(check_count(positional, 0, 0));
    return new_int(TRY(as_slot<HashSlot>(wrapped)(self)));
}

WRAPPER(wrap_contains) {
    (void)names;
    TRY(check_count(positional, 1, 1));
    return new_bool(TRY(as_slot<ContainsSlot>(wrapped)(self, arguments[0])));
}

WRAPPER(wrap_repeat) {
    (void)names;
    TRY(check_count(positional, 1, 1, true));
    return as_slot<IndexSlot>(wrapped)(self, TRY(index_size(arguments[0], &overflow_error_type)));
}

WRAPPER(wrap_set_item) {
    (void)names;
    TRY(check_count(positional, 2, 2));
    return none_if(as_slot<SetItemSlot>(wrapped)(self, arguments[0], arguments[1]));
}

WRAPPER(wrap_delete_item) {
    (void)names;
    TRY(check_count(positional, 1, 1));
    return none_if(as_slot<SetItemSlot>(wrapped)(self, arguments[0], nullptr));
}

/// Keeps `object.__setattr__(cls, ...)` from getting around a metaclass's own. hackcheck.
Status check_not_bypassed(Object* self, void* wrapped, const char* what) {
    if (!is_instance_of(self, type_type)) return done;
    const Type* type = self->type;
    while (type->has(type_flag::heap)) type = type->base;
    if (reinterpret_cast<void*>(type->slots.set_attribute) == wrapped) return done;
    return raise(type_error_type,
                 fmt::format("can't apply this {} to {} object", what, short_name(self->type)));
}

WRAPPER(wrap_set_attribute) {
    (void)names;
    TRY(check_count(positional, 2, 2));
    TRY(check_not_bypassed(self, wrapped, "__setattr__"));
    return none_if(as_slot<SetAttributeSlot>(wrapped)(self, arguments[0], arguments[1]));
}

WRAPPER(wrap_delete_attribute) {
    (void)names;
    TRY(check_count(positional, 1, 1));
    TRY(check_not_bypassed(self, wrapped, "__delattr__"));
    return none_if(as_slot<SetAttributeSlot>(wrapped)(self, arguments[0], nullptr));
}

template <CompareOp op>
WRAPPER(wrap_compare) {
    (void)names;
    TRY(check_count(positional, 1, 1));
    return as_slot<CompareSlot>(wrapped)(self, arguments[0], op);
}

WRAPPER(wrap_call) {
    Ref<Tuple> tuple = new_tuple({arguments, static_cast<std::size_t>(positional)});
    Ref<Dict> keywords = TRY(keywords_as_dict(arguments + positional, names));
    return as_slot<CallSlot>(wrapped)(self, tuple.get(), keywords.get());
}

WRAPPER(wrap_vectorcall) { return as_slot<VectorcallSlot>(wrapped)(self, arguments, positional, names); }

WRAPPER(wrap_init) {
    Ref<Tuple> tuple = new_tuple({arguments, static_cast<std::size_t>(positional)});
    Ref<Dict> keywords = TRY(keywords_as_dict(arguments + positional, names));
    return none_if(as_slot<InitSlot>(wrapped)(self, tuple.get(), keywords.get()));
}

WRAPPER(wrap_descriptor_get) {
    (void)names;
    TRY(check_count(positional, 1, 2));
    Object* instance = is_none(arguments[0]) ? nullptr : arguments[0];
    Object* owner = positional == 2 && !is_none(arguments[1]) ? arguments[1] : nullptr;
    if (!instance && !owner) return raise(type_error_type, "__get__(None, None) is invalid");
    return as_slot<DescriptorGetSlot>(wrapped)(self, instance, owner);
}

WRAPPER(wrap_descriptor_set) {
    (void)names;
    TRY(check_count(positional, 2, 2));
    return none_if(as_slot<DescriptorSetSlot>(wrapped)(self, arguments[0], arguments[1]));
}

WRAPPER(wrap_descriptor_delete) {
    (void)names;
    TRY(check_count(positional, 1, 1));
    return none_if(as_slot<DescriptorSetSlot>(wrapped)(self, arguments[0], nullptr));
}

WRAPPER(wrap_finalize) {
    (void)arguments;
    (void)names;
    TRY(check_count(positional, 0, 0));
    as_slot<DeallocSlot>(wrapped)(self);
    return new_none();
}
#undef WRAPPER

// Dispatchers that only differ by the method's name.
template <NameText method>
NewRef dispatch_unary(Object* self) {
    return dispatch::unary(self, name<method>);
}

template <NameText method, NameText reflected, BinarySlot Slots::*slot>
NewRef dispatch_binary(Object* left, Object* right) {
    static const Slots probe{};
    static const auto offset = static_cast<std::size_t>(reinterpret_cast<const char*>(&(probe.*slot)) -
                                                        reinterpret_cast<const char*>(&probe));
    return dispatch::binary(left, right, offset,
                            reinterpret_cast<void*>(&dispatch_binary<method, reflected, slot>), name<method>,
                            name<reflected>);
}

template <NameText method>
NewRef dispatch_inplace(Object* self, Object* other) {
    return dispatch::inplace(self, other, name<method>);
}

constexpr const char* self_only = "($self, /)";
constexpr const char* with_value = "($self, value, /)";

#define ROW(dunder, slot, dispatcher, wrapper, signature, doc) \
    { dunder, offsetof(Slots, slot), reinterpret_cast<void*>(dispatcher), wrapper, signature, doc, nullptr }
#define UNARY(id, slot, doc) ROW("__" id "__", slot, dispatch_unary<"__" id "__">, wrap_unary, self_only, doc)
#define BINARY(id, slot, doc, reflected_doc)                                                                   \
    ROW("__" id "__", slot, (dispatch_binary<"__" id "__", "__r" id "__", &Slots::slot>), wrap_binary,         \
        with_value, doc),                                                                                      \
        ROW("__r" id "__", slot, (dispatch_binary<"__" id "__", "__r" id "__", &Slots::slot>), wrap_reflected, \
            with_value, reflected_doc)
#define INPLACE(id, slot, doc) \
    ROW("__i" id "__", slot, dispatch_inplace<"__i" id "__">, wrap_binary, with_value, doc)
#define COMPARE(id, op, doc) \
    ROW("__" id "__", compare, dispatch::compare, wrap_compare<CompareOp::op>, with_value, doc)
#define NO_DISPATCHER static_cast<void*>(nullptr)

SlotDefinition table[] = {
    ROW("__getattribute__", get_attribute, dispatch::get_attribute_with_hook, wrap_binary, "($self, name, /)",
        "What `self.name` gives."),
    ROW("__getattr__", get_attribute, dispatch::get_attribute_with_hook, nullptr, nullptr, nullptr),
    ROW("__setattr__", set_attribute, dispatch::set_attribute, wrap_set_attribute, "($self, name, value, /)",
        "What `self.name = value` does."),
    ROW("__delattr__", set_attribute, dispatch::set_attribute, wrap_delete_attribute, "($self, name, /)",
        "What `del self.name` does."),
    ROW("__repr__", repr, dispatch::repr, wrap_unary, self_only, "Return repr(self)."),
    ROW("__hash__", hash, dispatch::hash, wrap_hash, self_only, "Return hash(self)."),
    ROW("__call__", vectorcall, dispatch::call, wrap_vectorcall, "($self, /, *args, **kwargs)",
        "Call self as a function."),
    ROW("__call__", call, NO_DISPATCHER, wrap_call, "($self, /, *args, **kwargs)", "Call self as a function."),
    ROW("__str__", str, dispatch::str, wrap_unary, self_only, "Return str(self)."),
    COMPARE("lt", Lt, "Return self<value."),
    COMPARE("le", Le, "Return self<=value."),
    COMPARE("eq", Eq, "Return self==value."),
    COMPARE("ne", Ne, "Return self!=value."),
    COMPARE("gt", Gt, "Return self>value."),
    COMPARE("ge", Ge, "Return self>=value."),
    ROW("__iter__", iter, dispatch::iter, wrap_unary, self_only, "Implement iter(self)."),
    ROW("__next__", next, dispatch::next, wrap_next, self_only, "Implement next(self)."),
    ROW("__get__", descriptor_get, dispatch::descriptor_get, wrap_descriptor_get,
        "($self, instance, owner=None, /)",
        "What the attribute gives when read through `instance`, or through the class `owner`."),
    ROW("__set__", descriptor_set, dispatch::descriptor_set, wrap_descriptor_set, "($self, instance, value, /)",
        "What `instance.attribute = value` does."),
    ROW("__delete__", descriptor_set, dispatch::descriptor_set, wrap_descriptor_delete, "($self, instance, /)",
        "What `del instance.attribute` does."),
    ROW("__init__", init, dispatch::init, wrap_init, "($self, /, *args, **kwargs)",
        "Sets the new object up from the arguments of the call."),
    ROW("__new__", new_, dispatch::new_, nullptr, nullptr, nullptr),
    ROW("__del__", finalize, dispatch::finalize, wrap_finalize, nullptr,
        "Called when the instance is about to be destroyed."),
    UNARY("await", await, "An iterator that runs the coroutine."),
    UNARY("aiter", aiter, "The generator itself."),
    UNARY("anext", anext, "An awaitable for the next value."),
    BINARY("add", add, "Return self+value.", "Return value+self."),
    BINARY("sub", subtract, "Return self-value.", "Return value-self."),
    BINARY("mul", multiply, "Return self*value.", "Return value*self."),
    BINARY("mod", remainder, "Return self%value.", "Return value%self."),
    BINARY("divmod", divmod, "(self // value, self % value).", "(value // self, value % self)."),
    ROW("__pow__", power, dispatch::power, wrap_power, "($self, value, mod=None, /)",
        "self ** value, modulo `mod` if given."),
    ROW("__rpow__", power, dispatch::power, wrap_reflected_power, "($self, value, mod=None, /)",
        "value ** self, modulo `mod` if given."),
    UNARY("neg", negative, "-self"),
    UNARY("pos", positive, "+self"),
    UNARY("abs", absolute, "abs(self)"),
    ROW("__bool__", truth, dispatch::truth, wrap_truth, self_only, "True if self else False"),
    UNARY("invert", invert, "~self"),
    BINARY("lshift", left_shift, "Return self<<value.", "Return value<<self."),
    BINARY("rshift", right_shift, "Return self>>value.", "Return value>>self."),
    BINARY("and", bit_and, "Return self&value.", "Return value&self."),
    BINARY("xor", bit_xor, "Return self^value.", "Return value^self."),
    BINARY("or", bit_or, "Return self|value.", "Return value|self."),
    UNARY("int", to_int, "int(self)"),
    UNARY("float", to_float, "float(self)"),
    INPLACE("add", inplace_add, "Return self+=value."),
    INPLACE("sub", inplace_subtract, "Return self-=value."),
    INPLACE("mul", inplace_multiply, "Return self*=value."),
    INPLACE("mod", inplace_remainder, "Return self%=value."),
    ROW("__ipow__", inplace_power, dispatch::inplace_power, wrap_power, with_value, "Return self**=value."),
    INPLACE("lshift", inplace_left_shift, "Return self<<=value."),
    INPLACE("rshift", inplace_right_shift, "Return self>>=value."),
    INPLACE("and", inplace_bit_and, "Return self&=value."),
    INPLACE("xor", inplace_bit_xor, "Return self^=value."),
    INPLACE("or", inplace_bit_or, "Return self|=value."),
    BINARY("floordiv", floor_divide, "Return self//value.", "Return value//self."),
    BINARY("truediv", true_divide, "Return self/value.", "Return value/self."),
    INPLACE("floordiv", inplace_floor_divide, "Return self//=value."),
    INPLACE("truediv", inplace_true_divide, "Return self/=value."),
    UNARY("index", index, "The int that stands for self as a subscript or count."),
    BINARY("matmul", matrix_multiply, "Return self@value.", "Return value@self."),
    INPLACE("matmul", inplace_matrix_multiply, "Return self@=value."),
    ROW("__len__", length, dispatch::length, wrap_length, self_only, "Return len(self)."),
    ROW("__getitem__", get_item, dispatch::get_item, wrap_binary, "($self, key, /)", "Return self[key]."),
    ROW("__setitem__", set_item, dispatch::set_item, wrap_set_item, "($self, key, value, /)",
        "Set self[key] to value."),
    ROW("__delitem__", set_item, dispatch::set_item, wrap_delete_item, "($self, key, /)", "Delete self[key]."),
    ROW("__contains__", contains, dispatch::contains, wrap_contains, "($self, key, /)", "Return key in self."),
    ROW("__add__", concat, NO_DISPATCHER, wrap_binary, with_value, "Return self+value."),
    ROW("__mul__", repeat, NO_DISPATCHER, wrap_repeat, with_value, "Return self*value."),
    ROW("__rmul__", repeat, NO_DISPATCHER, wrap_repeat, with_value, "Return value*self."),
    ROW("__iadd__", inplace_concat, NO_DISPATCHER, wrap_binary, with_value, "Implement self+=value."),
    ROW("__imul__", inplace_repeat, NO_DISPATCHER, wrap_repeat, with_value, "Implement self*=value."),
};
#undef ROW
#undef UNARY
#undef BINARY
#undef INPLACE
#undef COMPARE
#undef NO_DISPATCHER

/// What the method found for a definition says about its slot.
struct Candidate {
    bool generic = false;      // a Python-level method: the dispatcher is needed
    void* specific = nullptr;  // a C++ function that can stand in the slot itself
};

Candidate candidate_for(Type* type, const SlotDefinition& definition, Object* found) {
    if (is_exactly(found, wrapper_descriptor_type)) {
        auto* wrapper = static_cast<WrapperDescriptor*>(found);
        if (wrapper->name != definition.interned_name) return {.generic = true};
        if (!is_subtype(type, wrapper->owner)) return {.generic = true};
        // Another slot of the same name does not fit, but that the `+=` of lists becomes their subclasses' own
        // as if it were one of numbers: it comes before a right operand's `__radd__` then.
        const bool fits = wrapper->definition->offset == definition.offset ||
                          definition.offset == offsetof(Slots, inplace_add);
        if (!fits) return {};
        return {.specific = wrapper->wrapped};
    }
    if (is_none(found) && definition.offset == offsetof(Slots, hash))
        return {.specific = reinterpret_cast<void*>(hash_not_implemented)};
    if (definition.offset == offsetof(Slots, new_) && is_exactly(found, builtin_function_type)) {
        // `tp_new` seen as a method: the C++ function it came from.
        auto* function = static_cast<BuiltinFunction*>(found);
        if (function->self && is_instance_of(function->self, type_type))
            return {.specific = reinterpret_cast<void*>(static_cast<Type*>(function->self)->slots.new_)};
    }
    return {.generic = true};
}

/// Fills the one slot that the definitions [first, last) share.
void fill_slot(Type* type, const SlotDefinition* first, const SlotDefinition* last) {
    void* specific = nullptr;
    bool generic = false;
    for (const SlotDefinition* definition = first; definition != last; ++definition) {
        Object* found = type_lookup(type, definition->interned_name);
        if (!found) continue;
        const Candidate candidate = candidate_for(type, *definition, found);
        generic |= candidate.generic || (specific && candidate.specific && specific != candidate.specific);
        if (candidate.specific) specific = candidate.specific;
    }
    if (!first->dispatcher) generic = false;
    void*& slot = slot_at(type->slots, first->offset);
    const bool loses_next = slot && !specific && !generic && first->offset == offsetof(Slots, next);
    slot = generic ? first->dispatcher : loses_next ? reinterpret_cast<void*>(next_not_implemented) : specific;
}

/// Calls `action(first, last)` for each run of definitions of one slot.
template <class Action>
void for_each_slot(Action action) {
    std::span<SlotDefinition> rows = slot_definitions();
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end].offset == rows[i].offset) ++end;
        action(rows.data() + i, rows.data() + end);
        i = end;
    }
}

/// The slots that have no method of their own but belong to another slot: they are good only as long as that
/// one is the base's.
void fill_companions(Type* type) {
    const Slots& base = type->base->slots;
    Slots& slots = type->slots;
    const bool same_get = slots.get_item == base.get_item, same_set = slots.set_item == base.set_item;
    slots.item = same_get ? base.item : nullptr;
    slots.set_index_item = same_set ? base.set_index_item : nullptr;
    if (slots.get_attribute == dispatch::get_attribute_with_hook && !type_lookup(type, name<"__getattr__">))
        slots.get_attribute = dispatch::get_attribute;
}

}  // namespace

std::span<SlotDefinition> slot_definitions() {
    static const bool ready = [] {
        for (SlotDefinition& row : table) row.interned_name = intern(row.name).release();
        return true;
    }();
    (void)ready;
    return table;
}

void add_slot_wrappers(Type* type) {
    for (const SlotDefinition& definition : slot_definitions()) {
        void* wrapped = slot_at(const_cast<Slots&>(type->spec->slots), definition.offset);
        if (!wrapped || !definition.wrapper) continue;
        Object* key = definition.interned_name;
        if (dict_get(type->dict, definition.interned_name)) continue;
        if (wrapped == reinterpret_cast<void*>(hash_not_implemented)) {
            (void)dict_set(type->dict, key, &none);
            continue;
        }
        Ref<Object> wrapper = new_wrapper_descriptor(type, definition, wrapped);
        (void)dict_set(type->dict, key, wrapper.get());
    }
}

void fill_slots(Type* type) {
    for_each_slot(
        [&](const SlotDefinition* first, const SlotDefinition* last) { fill_slot(type, first, last); });
    fill_companions(type);
}

void update_slots(Type* type, Str* changed) {
    for_each_slot([&](const SlotDefinition* first, const SlotDefinition* last) {
        const bool concerned = std::any_of(first, last, [&](const SlotDefinition& definition) {
            return str_equal(definition.interned_name, changed);
        });
        if (concerned) fill_slot(type, first, last);
    });
    if (type->base) fill_companions(type);
    for (Ref<Type>& subclass : live_subclasses(type))
        if (!dict_get(subclass->dict, changed)) update_slots(subclass.get(), changed);
}

NewRef next_not_implemented(Object* self) {
    return raise(type_error_type, fmt::format("'{}' object is not iterable", self->type->name));
}

Result<Hash> hash_not_implemented(Object* self) {
    return raise(type_error_type, fmt::format("unhashable type: '{}'", self->type->name));
}

}  // namespace minipy
