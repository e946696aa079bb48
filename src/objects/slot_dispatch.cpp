// The dispatchers: slot functions that call the special method of a class made by Python code.
//
// CPython: Objects/typeobject.c (slot_nb_add and its relatives)
#include "objects/slot_dispatch.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <cassert>
#include <iterator>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/number_hash.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slot_table.h"
#include "objects/tuple.h"

namespace minipy::dispatch {
namespace {

/// A method found on the type. When it is a plain function-like descriptor it stays unbound, and the instance
/// goes first among the arguments: no bound method is made. lookup_maybe_method.
struct Method {
    Ref<Object> callable;
    bool unbound = false;
};

Method find_method(Object* self, Str* name, bool& error) {
    error = false;
    Object* found = type_lookup(self->type, name);
    if (!found) return {};
    Method method{share(found), found->type->has(type_flag::method_descriptor)};
    if (method.unbound) return method;
    if (DescriptorGetSlot getter = found->type->slots.descriptor_get) {
        method.callable = getter(found, self, self->type);
        error = !method.callable;
    }
    return method;
}

using Arguments = boost::container::small_vector<Object*, 4>;

NewRef call_found(const Method& method, Object* self, std::initializer_list<Object*> arguments) {
    Object* all[6] = {self};
    assert(arguments.size() < std::size(all));
    std::ranges::copy(arguments, all + 1);
    const auto given = static_cast<Size>(arguments.size());
    return minipy::call(method.callable.get(), method.unbound ? all : all + 1, given + method.unbound);
}

/// Calls the method if the type has it; `missing` tells that it has not (nothing is pending then).
NewRef try_call(Object* self, Str* name, std::initializer_list<Object*> arguments, bool& missing) {
    bool error;
    Method method = find_method(self, name, error);
    missing = !method.callable && !error;
    if (!method.callable) return nullptr;
    return call_found(method, self, arguments);
}

/// Calls the method; AttributeError(name) if it has gone away.
NewRef call_special(Object* self, Str* name, std::initializer_list<Object*> arguments) {
    bool missing;
    NewRef result = try_call(self, name, arguments, missing);
    if (missing) return raise(attribute_error_type, str_utf8(name));
    return result;
}

NewRef call_or_not_implemented(Object* self, Str* name, Object* other) {
    bool missing;
    NewRef result = try_call(self, name, {other}, missing);
    return missing ? new_ref(&not_implemented) : result;
}

Status status_of(NewRef result) {
    if (!result) return failed;
    decref(result.object);
    return done;
}

/// Whether the right operand's type has a reflected method of its own, which then goes first.
bool overrides(const Object* left, const Object* right, Str* reflected) {
    Object* on_right = type_lookup(right->type, reflected);
    return on_right && on_right != type_lookup(left->type, reflected);
}

}  // namespace

NewRef unary(Object* self, Str* name) { return call_special(self, name, {}); }

NewRef binary(Object* left, Object* right, std::size_t slot_offset, void* dispatcher, Str* name,
              Str* reflected) {
    const bool left_is_class = slot_at(left->type->slots, slot_offset) == dispatcher;
    bool try_right = left->type != right->type && slot_at(right->type->slots, slot_offset) == dispatcher;
    if (left_is_class) {
        if (try_right && is_subtype(right->type, left->type) && overrides(left, right, reflected)) {
            NewRef result = call_or_not_implemented(right, reflected, left);
            if (result.object != &not_implemented) return result;
            decref(result.object);
            try_right = false;
        }
        NewRef result = call_or_not_implemented(left, name, right);
        if (result.object != &not_implemented || left->type == right->type) return result;
        decref(result.object);
    }
    return try_right ? call_or_not_implemented(right, reflected, left) : new_ref(&not_implemented);
}

NewRef inplace(Object* self, Object* other, Str* name) { return call_special(self, name, {other}); }

NewRef power(Object* base, Object* exponent, Object* modulus) {
    const std::size_t offset = offsetof(Slots, power);
    if (is_none(modulus))
        return binary(base, exponent, offset, reinterpret_cast<void*>(&power), name<"__pow__">,
                      name<"__rpow__">);
    if (base->type->slots.power == power) return call_special(base, name<"__pow__">, {exponent, modulus});
    return new_ref(&not_implemented);
}

NewRef inplace_power(Object* self, Object* exponent, Object*) {
    return call_special(self, name<"__ipow__">, {exponent});
}

NewRef repr(Object* self) {
    bool missing;
    NewRef result = try_call(self, name<"__repr__">, {}, missing);
    if (missing)
        return str_from_utf8(fmt::format("<{} object at {}>", self->type->name, static_cast<void*>(self)));
    return result;
}

NewRef str(Object* self) { return call_special(self, name<"__str__">, {}); }

Result<Hash> hash(Object* self) {
    bool missing;
    Ref<Object> result = try_call(self, name<"__hash__">, {}, missing);
    if (missing) return hash_not_implemented(self);
    if (!result) return failed;
    if (!is_int(result.get())) return raise(type_error_type, "__hash__ method should return an integer");
    // A word is taken as it is, not reduced as the value of an int would be; -1 means an error to C code.
    auto* number = static_cast<Int*>(result.get());
    if (!number->is_small()) return int_type.slots.hash(number);
    return number->small == -1 ? -2 : number->small;
}

NewRef compare(Object* left, Object* right, CompareOp op) {
    static Str* const names[] = {name<"__lt__">, name<"__le__">, name<"__eq__">,
                                 name<"__ne__">, name<"__gt__">, name<"__ge__">};
    bool error;
    Method method = find_method(left, names[static_cast<int>(op)], error);
    // A descriptor that fails counts as no method at all, here alone.
    if (error) clear_exception();
    if (!method.callable) return new_ref(&not_implemented);
    return call_found(method, left, {right});
}

NewRef call(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    bool error;
    Method method = find_method(callable, name<"__call__">, error);
    if (error) return failed;
    if (!method.callable) return raise(attribute_error_type, "__call__");
    RecursionGuard guard(" while calling a Python object");
    if (!guard.entered()) return failed;
    if (!method.unbound) return minipy::call(method.callable.get(), arguments, positional, keyword_names);
    const Size total = positional + (keyword_names ? keyword_names->size : 0);
    Arguments all;
    all.push_back(callable);
    all.insert(all.end(), arguments, arguments + total);
    return minipy::call(method.callable.get(), all.data(), positional + 1, keyword_names);
}

NewRef get_attribute(Object* self, Object* attribute) {
    return call_special(self, name<"__getattribute__">, {attribute});
}

/// `__getattribute__` first; when it raises AttributeError, `__getattr__`. slot_tp_getattr_hook.
NewRef get_attribute_with_hook(Object* self, Object* attribute) {
    Ref<Object> hook = Ref<Object>::share(type_lookup(self->type, name<"__getattr__">));
    Object* plain = type_lookup(self->type, name<"__getattribute__">);
    const bool generic =
        plain && is_exactly(plain, wrapper_descriptor_type) &&
        static_cast<WrapperDescriptor*>(plain)->wrapped == reinterpret_cast<void*>(generic_get_attribute);
    NewRef result = generic ? generic_get_attribute(self, attribute)
                            : call_special(self, name<"__getattribute__">, {attribute});
    if (result || !hook || !pending_matches(attribute_error_type)) return result;
    clear_exception();
    return call_special(self, name<"__getattr__">, {attribute});
}

Status set_attribute(Object* self, Object* attribute, Object* value_or_null) {
    if (value_or_null) return status_of(call_special(self, name<"__setattr__">, {attribute, value_or_null}));
    return status_of(call_special(self, name<"__delattr__">, {attribute}));
}

NewRef iter(Object* self) {
    Object* method = type_lookup(self->type, name<"__iter__">);
    if (method && is_none(method))
        return raise(type_error_type, fmt::format("'{}' object is not iterable", self->type->name));
    if (method) return call_special(self, name<"__iter__">, {});
    return sequence_iterator(self);
}

/// StopIteration stays pending: its value is what a `yield from` gives.
NewRef next(Object* self) { return call_special(self, name<"__next__">, {}); }

Result<bool> truth(Object* self) {
    bool missing;
    Ref<Object> result = try_call(self, name<"__bool__">, {}, missing);
    if (missing) {
        LengthSlot length_slot = self->type->slots.length;
        return length_slot ? TRY(length_slot(self)) > 0 : true;
    }
    if (!result) return failed;
    if (!is_bool(result.get()))
        return raise(type_error_type,
                     fmt::format("__bool__ should return bool, returned {}", result->type->name));
    return minipy::truth(result.get());
}

Result<Size> length(Object* self) {
    Ref<Object> result = TRY(call_special(self, name<"__len__">, {}));
    const Ref<Int> number = TRY(to_index(result.get()));
    if (number->is_negative()) return raise(value_error_type, "__len__() should return >= 0");
    return index_size(number.get(), &overflow_error_type);
}

NewRef get_item(Object* self, Object* key) { return call_special(self, name<"__getitem__">, {key}); }

Status set_item(Object* self, Object* key, Object* value_or_null) {
    if (value_or_null) return status_of(call_special(self, name<"__setitem__">, {key, value_or_null}));
    return status_of(call_special(self, name<"__delitem__">, {key}));
}

Result<bool> contains(Object* self, Object* item) {
    Object* method = type_lookup(self->type, name<"__contains__">);
    if (method && is_none(method))
        return raise(type_error_type, fmt::format("'{}' object is not a container", self->type->name));
    if (!method) return iterable_contains(self, item);
    Ref<Object> result = TRY(call_special(self, name<"__contains__">, {item}));
    return minipy::truth(result.get());
}

NewRef descriptor_get(Object* descriptor, Object* instance_or_null, Object* owner_or_null) {
    Object* method = type_lookup(descriptor->type, name<"__get__">);
    if (!method) return new_ref(descriptor);
    // The method is called as it was found, unlike all others: a native function is given the descriptor too.
    Ref<Object> keep = share(method);
    return minipy::call(method, {descriptor, instance_or_null ? instance_or_null : &none,
                                 owner_or_null ? owner_or_null : &none});
}

Status descriptor_set(Object* descriptor, Object* instance, Object* value_or_null) {
    if (value_or_null) return status_of(call_special(descriptor, name<"__set__">, {instance, value_or_null}));
    return status_of(call_special(descriptor, name<"__delete__">, {instance}));
}

Status init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    bool error;
    Method method = find_method(self, name<"__init__">, error);
    if (error) return failed;
    if (!method.callable) return raise(attribute_error_type, "__init__");
    Ref<Tuple> with_self;
    if (method.unbound) {
        with_self = new_tuple_uninitialized(arguments->size + 1);
        Object** slot = with_self->items();
        incref(*slot++ = self);
        for (Object* argument : arguments->span()) incref(*slot++ = argument);
        arguments = with_self.get();
    }
    Ref<Object> result = TRY(call_with_dict(method.callable.get(), arguments, keywords_or_null));
    if (is_none(result.get())) return done;
    return raise_init_result(result.get());
}

Status init_with(Object* self, Object* const* arguments, Size positional, Tuple* keyword_names) {
    bool error;
    Method method = find_method(self, name<"__init__">, error);
    if (error) return failed;
    if (!method.callable) return raise(attribute_error_type, "__init__");
    Object* callable = method.callable.get();
    Ref<Object> result =
        TRY(method.unbound ? call_with_first(callable, self, arguments, positional, keyword_names)
                           : minipy::call(callable, arguments, positional, keyword_names));
    if (is_none(result.get())) return done;
    return raise_init_result(result.get());
}

NewRef new_with(Type* type, Object* const* arguments, Size positional, Tuple* keyword_names) {
    Ref<Object> function = TRY(get_attribute(type, name<"__new__">));
    return call_with_first(function.get(), type, arguments, positional, keyword_names);
}

NewRef new_(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    Ref<Object> function = TRY(get_attribute(type, name<"__new__">));
    Ref<Tuple> with_type = new_tuple_uninitialized(arguments->size + 1);
    Object** slot = with_type->items();
    incref(*slot++ = type);
    for (Object* argument : arguments->span()) incref(*slot++ = argument);
    return call_with_dict(function.get(), with_type.get(), keywords_or_null);
}

void finalize(Object* self) noexcept {
    Ref<Object> pending = take_exception();
    bool missing;
    Ref<Object> result = try_call(self, name<"__del__">, {}, missing);
    if (!result && !missing) {
        Ref<Object> method = Ref<Object>::share(type_lookup(self->type, name<"__del__">));
        write_unraisable(method ? method.get() : self);
    }
    if (pending) (void)restore_exception(std::move(pending));
}

}  // namespace minipy::dispatch

namespace minipy {

Failure raise_init_result(const Object* result) {
    return raise(type_error_type, fmt::format("__init__() should return None, not '{}'", result->type->name));
}

}  // namespace minipy
