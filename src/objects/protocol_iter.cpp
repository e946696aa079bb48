// Iteration, membership, class checks: the abstract operations that may fall back on one another.
//
// CPython: Objects/abstract.c, Objects/iterobject.c
#include <fmt/format.h>

#include <new>
#include <utility>

#include "memory/collector.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/iterators/ask_next.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/sequence_iterator.h"
#include "objects/singletons.h"
#include "objects/slot_table.h"
#include "objects/tuple.h"
#include "objects/union_type.h"
#include "objects/vm_hooks.h"

namespace minipy {

std::string repr_for_message(Object* object) noexcept {
    Ref<Str> text = repr(object);
    if (text) return std::string(str_utf8(text.get()));
    clear_exception();
    return fmt::format("<{} object at {}>", object->type->name, static_cast<void*>(object));
}

bool is_sequence(const Object* object) noexcept {
    const Slots& slots = object->type->slots;
    if (slots.item) return true;
    // A built-in type may be read by key and not be a sequence (re.Match, _dbm.dbm); a class of Python's cannot
    // tell.
    return !is_dict(object) && slots.get_item && object->type->has(type_flag::heap);
}

Result<Size> length_hint(Object* iterable, Size fallback) {
    if (iterable->type->slots.length) {
        const Result<Size> size = length(iterable);
        if (size) return size;
        if (!pending_matches(type_error_type)) return failed;
        clear_exception();
    }
    Ref<Object> method = lookup_special(iterable, name<"__length_hint__">);
    if (!method) {
        if (pending_exception()) return failed;
        return fallback;
    }
    Ref<Object> hint = call(method.get(), {});
    if (!hint) {
        if (!pending_matches(type_error_type)) return failed;
        clear_exception();
        return fallback;
    }
    if (hint.get() == &not_implemented) return fallback;
    if (!is_int(hint.get()))
        return raise(type_error_type,
                     fmt::format("__length_hint__ must be an integer, not {}", hint->type->name));
    const Size size = TRY(argument_size(hint.get()));
    if (size < 0) return raise(value_error_type, "__length_hint__() should return >= 0");
    return size;
}

NewRef int_to_base(Object* number, int base) {
    Ref<Int> value = TRY(to_index(number));
    std::string digits = int_digits(value.get(), base);
    const char* prefix = base == 2 ? "0b" : base == 8 ? "0o" : "0x";
    return str_from_utf8(digits.insert(digits[0] == '-' ? 1 : 0, prefix));
}

NewRef iterate(Object* iterable) {
    if (UnarySlot slot = iterable->type->slots.iter) {
        Ref<Object> iterator = TRY(slot(iterable));
        if (is_iterator(iterator.get())) return iterator;
        return raise(type_error_type,
                     fmt::format("iter() returned non-iterator of type '{}'", iterator->type->name));
    }
    if (is_sequence(iterable) && !is_instance_of(iterable, type_type)) return new_sequence_iterator(iterable);
    return raise(type_error_type, fmt::format("'{}' object is not iterable", iterable->type->name));
}

NewRef next(Object* iterator) {
    NewRef item = ask_next(iterator);
    if (!item && pending_exception() && pending_matches(stop_iteration_type)) clear_exception();
    return item;
}

NewRef sequence_iterator(Object* sequence) { return new_sequence_iterator(sequence); }

Ref<Tuple> sequence_to_tuple(Object* iterable) {
    if (is_exactly(iterable, tuple_type)) return share(static_cast<Tuple*>(iterable));
    if (is_exactly(iterable, list_type)) return list_to_tuple(static_cast<List*>(iterable));
    Ref<List> items = new_list();
    TRY(list_extend(items.get(), iterable));
    return list_to_tuple(items.get());
}

Result<bool> contains(Object* container, Object* item) {
    if (ContainsSlot slot = container->type->slots.contains) return slot(container, item);
    return iterable_contains(container, item);
}

Result<bool> iterable_contains(Object* iterable, Object* item) {
    Ref<Object> iterator = iterate(iterable);
    if (!iterator) {
        if (!pending_matches(type_error_type)) return failed;
        clear_exception();
        return raise(type_error_type,
                     fmt::format("argument of type '{}' is not iterable", iterable->type->name));
    }
    for (;;) {
        Ref<Object> candidate = next(iterator.get());
        if (!candidate) {
            if (pending_exception()) return failed;
            return false;
        }
        if (TRY(compare_truth(candidate.get(), item, CompareOp::Eq))) return true;
    }
}

// --- isinstance, issubclass

namespace {

/// `cls.__bases__` if it is a tuple; empty without an exception otherwise: what makes an object class-like.
Status abstract_bases(Object* cls, Ref<Tuple>& bases) {
    Ref<Object> found;
    TRY(find_attribute(cls, name<"__bases__">, found));
    if (found && is_tuple(found.get())) bases = Ref<Tuple>::steal(static_cast<Tuple*>(found.release()));
    return done;
}

Status check_class(Object* cls, const char* message) {
    Ref<Tuple> bases;
    TRY(abstract_bases(cls, bases));
    if (bases) return done;
    return raise(type_error_type, message);
}

Result<bool> abstract_is_subclass(Object* derived, Object* cls) {
    if (derived == cls) return true;
    RecursionGuard guard(" in __subclasscheck__");
    if (!guard.entered()) return failed;
    Ref<Tuple> bases;
    TRY(abstract_bases(derived, bases));
    if (!bases) return false;
    for (Object* base : bases->span())
        if (TRY(abstract_is_subclass(base, cls))) return true;
    return false;
}

using ClassCheck = Result<bool> (*)(Object* object, Object* cls);

/// The common frame of both checks: exact type, union or tuple of classes, the metaclass's hook.
Result<bool> check_with_hook(Object* object, Object* cls, Str* hook, ClassCheck check, ClassCheck real_check,
                             const char* where) {
    if (is_exactly(cls, type_type)) return real_check(object, cls);
    if (is_union(cls)) cls = static_cast<Union*>(cls)->arguments;
    if (is_tuple(cls)) {
        RecursionGuard guard(where);
        if (!guard.entered()) return failed;
        for (Object* item : static_cast<Tuple*>(cls)->span())
            if (TRY(check(object, item))) return true;
        return false;
    }
    Ref<Object> method = lookup_special(cls, hook);
    if (!method) {
        if (pending_exception()) return failed;
        return real_check(object, cls);
    }
    RecursionGuard guard(where);
    if (!guard.entered()) return failed;
    Ref<Object> answer = TRY(call(method.get(), {object}));
    return truth(answer.get());
}

}  // namespace

Result<bool> is_instance(Object* object, Object* class_or_tuple) {
    if (object->type == class_or_tuple) return true;
    if (is_exactly(class_or_tuple, type_type)) return real_is_instance(object, class_or_tuple);
    return check_with_hook(object, class_or_tuple, name<"__instancecheck__">, is_instance, real_is_instance,
                           " in __instancecheck__");
}

Result<bool> is_subclass(Object* derived, Object* class_or_tuple) {
    if (is_exactly(class_or_tuple, type_type) && derived == class_or_tuple) return true;
    return check_with_hook(derived, class_or_tuple, name<"__subclasscheck__">, is_subclass, real_is_subclass,
                           " in __subclasscheck__");
}

Result<bool> real_is_instance(Object* object, Object* cls) {
    if (is_instance_of(cls, type_type)) {
        if (is_subtype(object->type, static_cast<Type*>(cls))) return true;
        Ref<Object> claimed;
        TRY(find_attribute(object, name<"__class__">, claimed));
        return claimed && claimed.get() != object->type && is_instance_of(claimed.get(), type_type) &&
               is_subtype(static_cast<Type*>(claimed.get()), static_cast<Type*>(cls));
    }
    TRY(check_class(cls, "isinstance() arg 2 must be a type, a tuple of types, or a union"));
    Ref<Object> claimed;
    TRY(find_attribute(object, name<"__class__">, claimed));
    if (!claimed) return false;
    return abstract_is_subclass(claimed.get(), cls);
}

Result<bool> real_is_subclass(Object* derived, Object* cls) {
    if (is_instance_of(cls, type_type) && is_instance_of(derived, type_type))
        return is_subtype(static_cast<Type*>(derived), static_cast<Type*>(cls));
    TRY(check_class(derived, "issubclass() arg 1 must be a class"));
    TRY(check_class(cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union"));
    return abstract_is_subclass(derived, cls);
}

// --- reading by index

namespace {

/// By index where the type has that: an mmap gives bytes by it, and ints by subscripts.
NewRef item_at(Object* sequence, Size index) {
    if (IndexSlot slot = sequence->type->slots.item) return slot(sequence, index);
    Ref<Int> position = new_int(index);
    return get_item(sequence, position.get());
}

NewRef sequence_iterator_next(Object* self) {
    auto* iterator = static_cast<SequenceIterator*>(self);
    if (!iterator->sequence) return nullptr;
    if (iterator->position == PTRDIFF_MAX) return raise(overflow_error_type, "iter index too large");
    Ref<Object> sequence = share(iterator->sequence);
    NewRef item = item_at(sequence.get(), iterator->position);
    if (item) {
        ++iterator->position;
        return item;
    }
    if (pending_matches(index_error_type) || pending_matches(stop_iteration_type)) {
        clear_exception();
        Ref<Object> finished = Ref<Object>::steal(std::exchange(iterator->sequence, nullptr));
    }
    return nullptr;
}

NewRef iterator_self(Object* self) { return new_ref(self); }

NewRef sequence_iterator_length_hint(Object* self, Object* const*) {
    auto* iterator = static_cast<SequenceIterator*>(self);
    if (!iterator->sequence) return new_int(0);
    if (!iterator->sequence->type->slots.length) return new_ref(&not_implemented);
    const Size size = TRY(length(iterator->sequence)) - iterator->position;
    return new_int(size < 0 ? 0 : size);
}

NewRef sequence_iterator_reduce(Object* self, Object* const*) {
    auto* iterator = static_cast<SequenceIterator*>(self);
    Ref<Object> function = TRY(builtin("iter"));
    if (!iterator->sequence) {
        Ref<Object> empty = new_tuple({});
        Object* one[] = {empty.get()};
        Ref<Object> arguments = new_tuple(one);
        Object* parts[] = {function.get(), arguments.get()};
        return new_tuple(parts);
    }
    Object* one[] = {iterator->sequence};
    Ref<Object> arguments = new_tuple(one);
    Ref<Int> position = new_int(iterator->position);
    Object* parts[] = {function.get(), arguments.get(), position.get()};
    return new_tuple(parts);
}

NewRef sequence_iterator_setstate(Object* self, Object* const* arguments) {
    const Size position = TRY(index_size(arguments[0], nullptr));
    static_cast<SequenceIterator*>(self)->position = position < 0 ? 0 : position;
    return new_none();
}

void sequence_iterator_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(static_cast<SequenceIterator*>(self)->sequence);
    free_object(self);
}

int sequence_iterator_traverse(Object* self, Visit visit, void* context) {
    Object* sequence = static_cast<SequenceIterator*>(self)->sequence;
    return sequence ? visit(sequence, context) : 0;
}

constexpr NativeDef sequence_iterator_methods[] = {
    {"__length_hint__", sequence_iterator_length_hint, "-($self, /)", "An estimate of the items left."},
    {"__reduce__", sequence_iterator_reduce, "-($self, /)", "The state for pickling."},
    {"__setstate__", sequence_iterator_setstate, "-($self, state, /)", "Sets the position from a pickle."},
};

const TypeSpec sequence_iterator_spec = {
    .name = "iterator",
    .basic_size = sizeof(SequenceIterator),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = sequence_iterator_dealloc,
              .traverse = sequence_iterator_traverse,
              .iter = iterator_self,
              .next = sequence_iterator_next},
    .methods = sequence_iterator_methods,
};

}  // namespace

Type sequence_iterator_type(sequence_iterator_spec);

Ref<Object> new_sequence_iterator(Object* sequence) {
    auto* iterator = new (allocate_collected(sizeof(SequenceIterator)))
        SequenceIterator{{1, &sequence_iterator_type}, sequence, 0};
    incref(sequence);
    track(iterator);
    return Ref<Object>::steal(iterator);
}

}  // namespace minipy
