// product, permutations, combinations, combinations_with_replacement.
//
// One struct serves all four: the pools (one, or one per position for product), the positions chosen last, and
// the result tuple given last. A step advances `indices` like an odometer and writes what changed into the
// result, which is reused in place if nobody else holds it. Invariant: `result` is null before the first step
// and the iterator is `stopped` after the last.
//
// CPython: Modules/itertoolsmodule.c
#include <memory>

#include "modules/itertools/itertools.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

using Positions = std::unique_ptr<Size[]>;

/// All fields zero is its state when just allocated.
struct Choice : Object {
    Tuple* pools;  // product: a tuple of pools; else the one pool
    Tuple* result;
    Positions indices;
    Positions cycles;  // permutations: steps left before a position starts over
    Size length;       // of a result
    bool stopped;
};

struct ChoiceLife : OwnedFields<Choice, &Choice::pools, &Choice::result> {
    static void dealloc(Object* self) noexcept {
        static_cast<Choice*>(self)->indices.reset();
        static_cast<Choice*>(self)->cycles.reset();
        OwnedFields::dealloc(self);
    }
};

Choice* as_choice(Object* self) noexcept { return static_cast<Choice*>(self); }

Choice* new_choice(Type* type, Ref<Tuple> pools, Size length, bool stopped) {
    Positions indices = std::make_unique<Size[]>(static_cast<std::size_t>(length));
    auto* made = static_cast<Choice*>(allocate_instance(type));
    made->pools = pools.release();
    made->indices = std::move(indices);
    made->length = length;
    made->stopped = stopped;
    return made;
}

/// A tuple with the item that `item_at(i)` gives in each position i.
template <class ItemAt>
Ref<Tuple> build_tuple(Size length, ItemAt item_at) {
    Ref<Tuple> tuple = new_tuple_uninitialized(length);
    for (Size i = 0; i < length; ++i) tuple->items()[i] = share(static_cast<Object*>(item_at(i))).release();
    return tuple;
}

/// The result tuple to be changed in place: the last one if it is this iterator's alone, else a copy. A tuple
/// that the collector has looked at and found harmless must be looked at again.
Tuple* fresh_result(Choice* choice) {
    if (choice->result->refcount > 1)
        replace_field(choice->result, new_tuple(choice->result->span()));
    else if (!is_tracked(choice->result))
        track(choice->result);
    return choice->result;
}

void set_result_item(Tuple* result, Size i, Object* item) {
    Ref<Object> old = Ref<Object>::steal(std::exchange(result->items()[i], share(item).release()));
}

/// Gives the result; the iterator keeps it, too.
NewRef give(Choice* choice) { return new_ref(choice->result); }

NewRef stop(Choice* choice) {
    choice->stopped = true;
    return nullptr;
}

/// Indices as a tuple of ints, for pickling.
Ref<Tuple> positions_tuple(const Size* positions, Size count) {
    Ref<Tuple> tuple = new_tuple_uninitialized(count);
    for (Size i = 0; i < count; ++i) tuple->items()[i] = new_int(positions[i]).release();
    return tuple;
}

/// Reads a state's index and brings it into 0 .. limit - 1.
Result<Size> state_index(Object* number, Size limit) {
    Size index = TRY(argument_size(number));
    if (index > limit - 1) index = limit - 1;
    return index < 0 ? 0 : index;
}

// --- product

Tuple* pool_of(const Choice* product, Size i) noexcept { return static_cast<Tuple*>((*product->pools)[i]); }

Result<Size> product_repeat(Dict* keywords_or_null) {
    if (!has_keywords(keywords_or_null)) return 1;
    static constexpr const char* names[] = {"repeat"};
    Object* bound[1];
    Ref<Tuple> nothing = new_tuple({});
    TRY(bind_arguments("product", names, nothing.get(), keywords_or_null, bound));
    const Size repeat = TRY(argument_size(bound[0]));
    if (repeat < 0) return raise(value_error_type, "repeat argument cannot be negative");
    return repeat;
}

NewRef product_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    const Size repeat = TRY(product_repeat(keywords_or_null));
    const Size given = repeat ? arguments->size : 0;
    Size count;
    if (__builtin_mul_overflow(given, repeat, &count) || count > PTRDIFF_MAX / Size{sizeof(Size)})
        return raise(overflow_error_type, "repeat argument too large");
    if (count > (Size{1} << 40)) return raise(memory_error_type);
    Ref<Tuple> pools = TRY(new_tuple_uninitialized(count));
    for (Size i = 0; i < given; ++i) {
        Ref<Tuple> pool = TRY(sequence_to_tuple((*arguments)[i]));
        pools->items()[i] = pool.release();
    }
    for (Size i = given; i < count; ++i) pools->items()[i] = share((*pools)[i - given]).release();
    return NewRef(new_choice(type, std::move(pools), count, false));
}

NewRef product_first(Choice* product) {
    for (Size i = 0; i < product->length; ++i)
        if (pool_of(product, i)->size == 0) return stop(product);
    product->result = build_tuple(product->length, [&](Size i) { return (*pool_of(product, i))[0]; }).release();
    return give(product);
}

NewRef product_next(Object* self) {
    Choice* product = as_choice(self);
    if (product->stopped) return nullptr;
    if (!product->result) return product_first(product);
    Tuple* result = fresh_result(product);
    for (Size i = product->length; --i >= 0;) {
        Tuple* pool = pool_of(product, i);
        const bool carry = ++product->indices[i] == pool->size;
        if (carry) product->indices[i] = 0;
        set_result_item(result, i, (*pool)[product->indices[i]]);
        if (!carry) return give(product);
    }
    return stop(product);
}

NewRef product_reduce(Object* self, Object* const*) {
    Choice* product = as_choice(self);
    if (product->stopped) {
        Ref<Tuple> empty_pool = new_tuple({});
        Ref<Tuple> arguments = pack({empty_pool.get()});
        return pack({self->type, arguments.get()});
    }
    if (!product->result) return pack({self->type, product->pools});
    Ref<Tuple> state = positions_tuple(product->indices.get(), product->length);
    return pack({self->type, product->pools, state.get()});
}

NewRef product_setstate(Object* self, Object* const* arguments) {
    Choice* product = as_choice(self);
    auto* state = static_cast<Tuple*>(arguments[0]);
    if (!is_tuple(arguments[0]) || state->size != product->length)
        return raise(value_error_type, "invalid arguments");
    for (Size i = 0; i < product->length; ++i) {
        if (pool_of(product, i)->size == 0) {
            product->stopped = true;
            return new_none();
        }
        product->indices[i] = TRY(state_index((*state)[i], pool_of(product, i)->size));
    }
    replace_field(product->result, build_tuple(product->length, [&](Size i) {
                      return (*pool_of(product, i))[product->indices[i]];
                  }));
    return new_none();
}

NewRef choice_sizeof(Object* self, Object* const*) {
    const Choice* choice = as_choice(self);
    const Size tables = (choice->indices ? 1 : 0) + (choice->cycles ? 1 : 0);
    return new_int(static_cast<std::int64_t>(sizeof(Choice)) + tables * choice->length * Size{sizeof(Size)});
}

constexpr const char* sizeof_doc = "Bytes of memory, positions included.";

constexpr NativeDef product_methods[] = {
    {"__reduce__", product_reduce, "-($self)", "What pickle needs to make the object again."},
    {"__setstate__", product_setstate, "-($self, state, /)", "Takes what __reduce__ gave."},
    {"__sizeof__", choice_sizeof, "-($self)", sizeof_doc},
};

// --- what the three with one pool share

/// The `iterable` and `r` of a combinations type.
NewRef combinations_make(Type* type, const char* function, Tuple* arguments, Dict* keywords_or_null,
                         bool replacement) {
    static constexpr const char* names[] = {"iterable", "r"};
    Object* bound[2];
    TRY(bind_arguments(function, names, arguments, keywords_or_null, bound, 2));
    const Size length = TRY(argument_size(bound[1]));
    Ref<Tuple> pool = TRY(sequence_to_tuple(bound[0]));
    if (length < 0) return raise(value_error_type, "r must be non-negative");
    const bool impossible = replacement ? pool->size == 0 && length > 0 : length > pool->size;
    Choice* made = new_choice(type, std::move(pool), length, impossible);
    for (Size i = 0; !replacement && i < length; ++i) made->indices[i] = i;
    return NewRef(made);
}

Ref<Tuple> chosen(const Choice* choice) {
    return build_tuple(choice->length, [&](Size i) { return (*choice->pools)[choice->indices[i]]; });
}

NewRef first_choice(Choice* choice) {
    choice->result = chosen(choice).release();
    return give(choice);
}

/// Writes the items of the positions from `start` on into the result and gives it.
NewRef give_from(Choice* choice, Size start) {
    Tuple* result = fresh_result(choice);
    for (Size i = start; i < choice->length; ++i)
        set_result_item(result, i, (*choice->pools)[choice->indices[i]]);
    return give(choice);
}

/// (type, (pool, r)) with the state behind it, if there is one; a stopped iterator has an empty pool.
NewRef choice_reduce(Choice* choice, Ref<Tuple> state) {
    Ref<Int> length = new_int(choice->length);
    Ref<Tuple> nothing = new_tuple({});
    Ref<Tuple> arguments = pack({choice->stopped ? nothing.get() : choice->pools, length.get()});
    if (choice->stopped || !choice->result) return pack({choice->type, arguments.get()});
    return pack({choice->type, arguments.get(), state.get()});
}

NewRef combinations_reduce(Object* self, Object* const*) {
    Choice* choice = as_choice(self);
    return choice_reduce(choice, positions_tuple(choice->indices.get(), choice->length));
}

// --- combinations

NewRef combinations_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    return combinations_make(type, "combinations", arguments, keywords_or_null, false);
}

NewRef combinations_next(Object* self) {
    Choice* choice = as_choice(self);
    if (choice->stopped) return nullptr;
    if (!choice->result) return first_choice(choice);
    // The rightmost position that is not at its last item moves on; those behind it follow at once.
    const Size spare = choice->pools->size - choice->length;
    Size i = choice->length - 1;
    while (i >= 0 && choice->indices[i] == i + spare) --i;
    if (i < 0) return stop(choice);
    ++choice->indices[i];
    for (Size j = i + 1; j < choice->length; ++j) choice->indices[j] = choice->indices[j - 1] + 1;
    return give_from(choice, i);
}

NewRef combinations_setstate(Object* self, Object* const* arguments) {
    Choice* choice = as_choice(self);
    auto* state = static_cast<Tuple*>(arguments[0]);
    if (!is_tuple(arguments[0]) || state->size != choice->length)
        return raise(value_error_type, "invalid arguments");
    if (choice->stopped) return new_none();
    const Size spare = choice->pools->size - choice->length;
    for (Size i = 0; i < choice->length; ++i) choice->indices[i] = TRY(state_index((*state)[i], i + spare + 1));
    replace_field(choice->result, chosen(choice));
    return new_none();
}

constexpr NativeDef combinations_methods[] = {
    {"__reduce__", combinations_reduce, "-($self)", "What pickle needs to make the object again."},
    {"__setstate__", combinations_setstate, "-($self, state, /)", "Takes what __reduce__ gave."},
    {"__sizeof__", choice_sizeof, "-($self)", sizeof_doc},
};

// --- combinations_with_replacement

NewRef replacement_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    return combinations_make(type, "combinations_with_replacement", arguments, keywords_or_null, true);
}

NewRef replacement_next(Object* self) {
    Choice* choice = as_choice(self);
    if (choice->stopped) return nullptr;
    if (!choice->result) return first_choice(choice);
    const Size last = choice->pools->size - 1;
    Size i = choice->length - 1;
    while (i >= 0 && choice->indices[i] == last) --i;
    if (i < 0) return stop(choice);
    const Size index = choice->indices[i] + 1;
    for (Size j = i; j < choice->length; ++j) choice->indices[j] = index;
    return give_from(choice, i);
}

NewRef replacement_setstate(Object* self, Object* const* arguments) {
    Choice* choice = as_choice(self);
    auto* state = static_cast<Tuple*>(arguments[0]);
    if (!is_tuple(arguments[0]) || state->size != choice->length)
        return raise(value_error_type, "invalid arguments");
    if (choice->stopped) return new_none();
    for (Size i = 0; i < choice->length; ++i)
        choice->indices[i] = TRY(state_index((*state)[i], choice->pools->size));
    replace_field(choice->result, chosen(choice));
    return new_none();
}

constexpr NativeDef replacement_methods[] = {
    {"__reduce__", combinations_reduce, "-($self)", "What pickle needs to make the object again."},
    {"__setstate__", replacement_setstate, "-($self, state, /)", "Takes what __reduce__ gave."},
    {"__sizeof__", choice_sizeof, "-($self)", sizeof_doc},
};

// --- permutations

NewRef permutations_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"iterable", "r"};
    Object* bound[2];
    TRY(bind_arguments("permutations", names, arguments, keywords_or_null, bound, 1));
    Ref<Tuple> pool = TRY(sequence_to_tuple(bound[0]));
    const Size count = pool->size;
    Size length = count;
    if (bound[1] && !is_none(bound[1])) {
        if (!is_int(bound[1])) return raise(type_error_type, "Expected int as r");
        length = TRY(argument_size(bound[1]));
        if (length < 0) return raise(value_error_type, "r must be non-negative");
    }
    Choice* made = new_choice(type, std::move(pool), length, length > count);
    // Here the indices are an arrangement of the whole pool, of which the first `length` are shown.
    made->indices = std::make_unique<Size[]>(static_cast<std::size_t>(count));
    made->cycles = std::make_unique<Size[]>(static_cast<std::size_t>(length));
    for (Size i = 0; i < count; ++i) made->indices[i] = i;
    for (Size i = 0; i < length; ++i) made->cycles[i] = count - i;
    return NewRef(made);
}

/// Moves the i-th index behind all others: position i has run through its choices.
void rotate_to_end(Choice* choice, Size i) noexcept {
    const Size count = choice->pools->size, index = choice->indices[i];
    for (Size j = i; j < count - 1; ++j) choice->indices[j] = choice->indices[j + 1];
    choice->indices[count - 1] = index;
    choice->cycles[i] = count - i;
}

NewRef permutations_next(Object* self) {
    Choice* choice = as_choice(self);
    if (choice->stopped) return nullptr;
    if (!choice->result) return first_choice(choice);
    const Size count = choice->pools->size;
    for (Size i = choice->length; --i >= 0;) {
        if (--choice->cycles[i] == 0) {
            rotate_to_end(choice, i);
            continue;
        }
        std::swap(choice->indices[i], choice->indices[count - choice->cycles[i]]);
        return give_from(choice, i);
    }
    return stop(choice);
}

NewRef permutations_reduce(Object* self, Object* const*) {
    Choice* choice = as_choice(self);
    Ref<Tuple> indices = positions_tuple(choice->indices.get(), choice->pools->size);
    Ref<Tuple> cycles = positions_tuple(choice->cycles.get(), choice->length);
    return choice_reduce(choice, pack({indices.get(), cycles.get()}));
}

Result<Tuple*> state_part(Tuple* state, Size i) {
    if (is_tuple((*state)[i])) return static_cast<Tuple*>((*state)[i]);
    return raise_bad_argument(fmt::format("argument {}", i + 1), "tuple", (*state)[i]);
}

NewRef permutations_setstate(Object* self, Object* const* arguments) {
    Choice* choice = as_choice(self);
    if (!is_tuple(arguments[0])) return raise(type_error_type, "state is not a tuple");
    auto* state = static_cast<Tuple*>(arguments[0]);
    if (state->size != 2)
        return raise(type_error_type,
                     fmt::format("function takes exactly 2 arguments ({} given)", state->size));
    const Size count = choice->pools->size;
    Tuple *indices = TRY(state_part(state, 0)), *cycles = TRY(state_part(state, 1));
    if (indices->size != count || cycles->size != choice->length)
        return raise(value_error_type, "invalid arguments");
    if (choice->stopped) return new_none();
    for (Size i = 0; i < count; ++i) choice->indices[i] = TRY(state_index((*indices)[i], count));
    for (Size i = 0; i < choice->length; ++i) {
        const Size cycle = TRY(argument_size((*cycles)[i]));
        choice->cycles[i] = cycle < 1 ? 1 : cycle > count - i ? count - i : cycle;
    }
    replace_field(choice->result, chosen(choice));
    return new_none();
}

constexpr NativeDef permutations_methods[] = {
    {"__reduce__", permutations_reduce, "-($self)", "What pickle needs to make the object again."},
    {"__setstate__", permutations_setstate, "-($self, state, /)", "Takes what __reduce__ gave."},
    {"__sizeof__", choice_sizeof, "-($self)", sizeof_doc},
};

/// Sizes come from the program: too large ones are a MemoryError.
template <NewSlot make>
NewRef guarded_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    return guard_memory([&] { return make(type, arguments, keywords_or_null); });
}

template <UnarySlot next>
NewRef guarded_next(Object* self) {
    Choice* choice = as_choice(self);
    if (choice->result || choice->stopped) [[likely]]
        return next(self);
    return guard_memory([&] { return next(self); });
}

constexpr TypeSpec choice_spec(const char* name, const char* signature, const char* doc, NewSlot make,
                               UnarySlot next, std::span<const NativeDef> methods) {
    return {
        .name = name,
        .basic_size = sizeof(Choice),
        .flags = type_flag::base_type | type_flag::collected,
        .doc = doc,
        .slots = {.new_ = make,
                  .dealloc = ChoiceLife::dealloc,
                  .traverse = ChoiceLife::traverse,
                  .clear = ChoiceLife::clear,
                  .iter = iter_self,
                  .next = next},
        .methods = methods,
        .signature = signature,
    };
}

const TypeSpec product_spec = choice_spec(
    "itertools.product", nullptr, "product(*iterables, repeat=1) -> tuples with an item of each iterable",
    guarded_new<product_new>, guarded_next<product_next>, product_methods);
const TypeSpec permutations_spec =
    choice_spec("itertools.permutations", "(iterable, r=None)",
                "Tuples of r different items in every order.",
                guarded_new<permutations_new>, guarded_next<permutations_next>, permutations_methods);
const TypeSpec combinations_spec =
    choice_spec("itertools.combinations", "(iterable, r)",
                "Tuples of r different items in the order of the iterable.",
                guarded_new<combinations_new>, guarded_next<combinations_next>, combinations_methods);
const TypeSpec combinations_with_replacement_spec =
    choice_spec("itertools.combinations_with_replacement", "(iterable, r)",
                "Tuples of r items, repeats allowed.",
                guarded_new<replacement_new>, guarded_next<replacement_next>, replacement_methods);

}  // namespace

Type product_type(product_spec);
Type permutations_type(permutations_spec);
Type combinations_type(combinations_spec);
Type combinations_with_replacement_type(combinations_with_replacement_spec);

}  // namespace minipy
