// count, repeat, cycle, accumulate: streams that make or repeat items.
//
// `count` runs on a machine word as long as start and step allow it (`large` null); at the end of the word, or
// with other numbers, `large` holds the next item.
//
// CPython: Modules/itertoolsmodule.c
#include "modules/itertools/itertools.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/complex.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

// --- count

struct Count : Object {
    std::int64_t word;
    Object* large;  // or null: `word` is the next item and the step is 1
    Object* step;
};

using CountLife = OwnedFields<Count, &Count::large, &Count::step>;

bool is_number(const Object* object) noexcept {
    const Slots& slots = object->type->slots;
    return slots.index || slots.to_int || slots.to_float || is_complex(object);
}

bool is_one(const Object* number) noexcept {
    return is_int(number) && as_int(number)->is_small() && as_int(number)->small == 1;
}

NewRef count_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"start", "step"};
    Object* bound[2];
    TRY(bind_arguments("count", names, arguments, keywords_or_null, bound));
    for (Object* argument : bound)
        if (argument && !is_number(argument)) return raise(type_error_type, "a number is required");
    Object* start = bound[0] ? bound[0] : &shared_int(0);
    Object* step = bound[1] ? bound[1] : &shared_int(1);
    const bool fast = is_int(start) && as_int(start)->is_small() && is_one(step);
    auto* made = static_cast<Count*>(allocate_instance(type));
    if (fast)
        made->word = as_int(start)->small;
    else
        made->large = share(start).release();
    made->step = share(step).release();
    return NewRef(made);
}

NewRef count_next(Object* self) {
    auto* count = static_cast<Count*>(self);
    if (!count->large) {
        if (count->word != INT64_MAX) return new_int(count->word++);
        count->large = new_int(count->word).release();
    }
    Ref<Object> following = TRY(binary_operation(BinaryOp::Add, count->large, count->step));
    return NewRef(std::exchange(count->large, following.release()));
}

Ref<Object> count_value(const Count* count) {
    return count->large ? share(count->large) : Ref<Object>(new_int(count->word));
}

NewRef count_repr(Object* self) {
    auto* count = static_cast<Count*>(self);
    Ref<Object> value = count_value(count);
    Ref<Str> text = TRY(repr(value.get()));
    const char* type_name = short_name(self->type);
    if (is_one(count->step)) return str_from_utf8(fmt::format("{}({})", type_name, str_utf8(text.get())));
    Ref<Str> step = TRY(repr(count->step));
    return str_from_utf8(fmt::format("{}({}, {})", type_name, str_utf8(text.get()), str_utf8(step.get())));
}

NewRef count_reduce(Object* self, Object* const*) {
    auto* count = static_cast<Count*>(self);
    Ref<Object> value = count_value(count);
    Ref<Tuple> arguments = count->large ? pack({value.get(), count->step}) : pack({value.get()});
    return pack({self->type, arguments.get()});
}

constexpr NativeDef count_methods[] = {
    {"__reduce__", count_reduce, "-($self)", "What pickle needs to make the object again."},
};

const TypeSpec count_spec = {
    .name = "itertools.count",
    .basic_size = sizeof(Count),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "start, start + step, start + 2 * step, ... without end.",
    .slots = {.new_ = count_new,
              .dealloc = CountLife::dealloc,
              .traverse = CountLife::traverse,
              .clear = CountLife::clear,
              .repr = count_repr,
              .iter = iter_self,
              .next = count_next},
    .methods = count_methods,
    .signature = "(start=0, step=1)",
};

// --- repeat

struct Repeat : Object {
    Object* element;
    Size left;  // negative: without end
};

using RepeatLife = OwnedFields<Repeat, &Repeat::element>;

NewRef repeat_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"object", "times"};
    Object* bound[2];
    TRY(bind_arguments("repeat", names, arguments, keywords_or_null, bound, 1));
    Size times = -1;
    if (bound[1]) {
        times = TRY(argument_size(bound[1]));
        if (times < 0) times = 0;
    }
    auto* made = static_cast<Repeat*>(allocate_instance(type));
    made->element = share(bound[0]).release();
    made->left = times;
    return NewRef(made);
}

NewRef repeat_next(Object* self) {
    auto* iterator = static_cast<Repeat*>(self);
    if (iterator->left == 0) return nullptr;
    if (iterator->left > 0) --iterator->left;
    return new_ref(iterator->element);
}

NewRef repeat_repr(Object* self) {
    auto* iterator = static_cast<Repeat*>(self);
    Ref<Str> element = TRY(repr(iterator->element));
    const char* type_name = short_name(self->type);
    if (iterator->left < 0) return str_from_utf8(fmt::format("{}({})", type_name, str_utf8(element.get())));
    return str_from_utf8(fmt::format("{}({}, {})", type_name, str_utf8(element.get()), iterator->left));
}

NewRef repeat_length_hint(Object* self, Object* const*) {
    auto* iterator = static_cast<Repeat*>(self);
    if (iterator->left < 0) return raise(type_error_type, "len() of unsized object");
    return new_int(iterator->left);
}

NewRef repeat_reduce(Object* self, Object* const*) {
    auto* iterator = static_cast<Repeat*>(self);
    Ref<Int> left = new_int(iterator->left);
    Ref<Tuple> arguments =
        iterator->left < 0 ? pack({iterator->element}) : pack({iterator->element, left.get()});
    return pack({self->type, arguments.get()});
}

constexpr NativeDef repeat_methods[] = {
    {"__length_hint__", repeat_length_hint, "-($self)",
     "How many items are left, if known."},
    {"__reduce__", repeat_reduce, "-($self)", "What pickle needs to make the object again."},
};

const TypeSpec repeat_spec = {
    .name = "itertools.repeat",
    .basic_size = sizeof(Repeat),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "repeat(object [,times]) -> the object, times times or without end",
    .slots = {.new_ = repeat_new,
              .dealloc = RepeatLife::dealloc,
              .traverse = RepeatLife::traverse,
              .clear = RepeatLife::clear,
              .repr = repeat_repr,
              .iter = iter_self,
              .next = repeat_next},
    .methods = repeat_methods,
};

// --- cycle

struct Cycle : Object {
    Object* source;  // null once it is exhausted
    List* saved;
    Size index;         // of the next saved item
    bool saved_before;  // the items of `source` are in `saved` already (after unpickling)
};

using CycleLife = OwnedFields<Cycle, &Cycle::source, &Cycle::saved>;

NewRef cycle_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords(type, keywords_or_null));
    TRY(check_count("cycle", arguments->size, 1, 1));
    Ref<Object> source = TRY(iterate((*arguments)[0]));
    auto* made = static_cast<Cycle*>(allocate_instance(type));
    made->source = source.release();
    made->saved = new_list().release();
    return NewRef(made);
}

NewRef cycle_next(Object* self) {
    auto* cycle = static_cast<Cycle*>(self);
    if (cycle->source) {
        Ref<Object> item = next(cycle->source);
        if (item) {
            if (!cycle->saved_before) TRY(list_append(cycle->saved, item.get()));
            return item;
        }
        if (pending_exception()) return failed;
        replace_field(cycle->source, Ref<Object>());
    }
    if (cycle->saved->size == 0) return nullptr;
    if (cycle->index >= cycle->saved->size) cycle->index = 0;
    return new_ref(cycle->saved->items[cycle->index++]);
}

NewRef cycle_reduce(Object* self, Object* const*) {
    auto* cycle = static_cast<Cycle*>(self);
    Ref<Object> source = cycle->source ? share(cycle->source) : TRY(iterate(cycle->saved));
    bool saved_before = cycle->saved_before;
    if (!cycle->source) {
        saved_before = true;
        Ref<Int> index = new_int(cycle->index);
        if (cycle->index)
            Ref<Object> result = TRY(call_method(source.get(), name<"__setstate__">, {index.get()}));
    }
    Ref<Tuple> arguments = pack({source.get()});
    Ref<Object> flag = new_bool(saved_before);
    Ref<Tuple> state = pack({cycle->saved, flag.get()});
    return pack({self->type, arguments.get(), state.get()});
}

NewRef cycle_setstate(Object* self, Object* const* arguments) {
    auto* cycle = static_cast<Cycle*>(self);
    if (!is_tuple(arguments[0])) return raise(type_error_type, "state is not a tuple");
    auto* state = static_cast<Tuple*>(arguments[0]);
    if (state->size != 2)
        return raise(type_error_type,
                     fmt::format("function takes exactly 2 arguments ({} given)", state->size));
    if (!is_list((*state)[0])) return raise_bad_argument("argument 1", "list", (*state)[0]);
    const int saved_before = TRY(argument_int((*state)[1]));
    replace_field(cycle->saved, share(static_cast<List*>((*state)[0])));
    cycle->saved_before = saved_before != 0;
    cycle->index = 0;
    return new_none();
}

constexpr NativeDef cycle_methods[] = {
    {"__reduce__", cycle_reduce, "-($self)", "What pickle needs to make the object again."},
    {"__setstate__", cycle_setstate, "-($self, state, /)", "Takes what __reduce__ gave."},
};

const TypeSpec cycle_spec = {
    .name = "itertools.cycle",
    .basic_size = sizeof(Cycle),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "The items again and again.",
    .slots = {.new_ = cycle_new,
              .dealloc = CycleLife::dealloc,
              .traverse = CycleLife::traverse,
              .clear = CycleLife::clear,
              .iter = iter_self,
              .next = cycle_next},
    .methods = cycle_methods,
    .signature = "(iterable, /)",
};

// --- accumulate

struct Accumulate : Object {
    Object* total;  // null before the first item
    Object* source;
    Object* function;  // null: addition
    Object* initial;   // null or None: there is none (any more)
};

using AccumulateLife = OwnedFields<Accumulate, &Accumulate::total, &Accumulate::source, &Accumulate::function,
                                   &Accumulate::initial>;

NewRef accumulate_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"iterable", "func", "initial"};
    if (arguments->size > 2)
        return raise(
            type_error_type,
            fmt::format("accumulate() takes at most 2 positional arguments ({} given)", arguments->size));
    Object* bound[3];
    TRY(bind_arguments("accumulate", names, arguments, keywords_or_null, bound, 1));
    Ref<Object> source = TRY(iterate(bound[0]));
    auto* made = static_cast<Accumulate*>(allocate_instance(type));
    made->source = source.release();
    if (bound[1] && !is_none(bound[1])) made->function = share(bound[1]).release();
    if (bound[2] && !is_none(bound[2])) made->initial = share(bound[2]).release();
    return NewRef(made);
}

NewRef accumulate_next(Object* self) {
    auto* iterator = static_cast<Accumulate*>(self);
    if (iterator->initial) {
        replace_field(iterator->total, Ref<Object>::steal(std::exchange(iterator->initial, nullptr)));
        return new_ref(iterator->total);
    }
    Ref<Object> item = next(iterator->source);
    if (!item) return nullptr;
    Ref<Object> total = std::move(item);
    if (iterator->total) {
        total = TRY(iterator->function ? call(iterator->function, {iterator->total, total.get()})
                                       : binary_operation(BinaryOp::Add, iterator->total, total.get()));
    }
    replace_field(iterator->total, total);
    return total;
}

/// `chain((first,), rest)`.
Ref<Object> chain_before(Object* first, Object* rest) {
    Ref<Tuple> single = pack({first});
    return call(&chain_type, {single.get(), rest});
}

/// None as the state means "no total yet", so a total of None has to be brought back by other means: the sum
/// starts with it and its first result is cut off.
NewRef accumulate_reduce(Object* self, Object* const*) {
    auto* iterator = static_cast<Accumulate*>(self);
    Object* function = iterator->function ? iterator->function : &none;
    if (iterator->initial) {
        Ref<Object> source = TRY(chain_before(iterator->initial, iterator->source));
        Ref<Tuple> arguments = pack({source.get(), function});
        return pack({self->type, arguments.get(), &none});
    }
    if (iterator->total == &none) {
        Ref<Object> source = TRY(chain_before(iterator->total, iterator->source));
        Ref<Object> again = TRY(call(self->type, {source.get(), function}));
        Ref<Tuple> arguments = pack({again.get(), &shared_int(1), &none});
        return pack({&islice_type, arguments.get()});
    }
    Ref<Tuple> arguments = pack({iterator->source, function});
    return pack({self->type, arguments.get(), iterator->total ? iterator->total : &none});
}

NewRef accumulate_setstate(Object* self, Object* const* arguments) {
    replace_field(static_cast<Accumulate*>(self)->total, share(arguments[0]));
    return new_none();
}

constexpr NativeDef accumulate_methods[] = {
    {"__reduce__", accumulate_reduce, "-($self)", "What pickle needs to make the object again."},
    {"__setstate__", accumulate_setstate, "-($self, state, /)", "Takes what __reduce__ gave."},
};

const TypeSpec accumulate_spec = {
    .name = "itertools.accumulate",
    .basic_size = sizeof(Accumulate),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "Running totals.",
    .slots = {.new_ = accumulate_new,
              .dealloc = AccumulateLife::dealloc,
              .traverse = AccumulateLife::traverse,
              .clear = AccumulateLife::clear,
              .iter = iter_self,
              .next = accumulate_next},
    .methods = accumulate_methods,
    .signature = "(iterable, func=None, *, initial=None)",
};

}  // namespace

Type count_type(count_spec);
Type repeat_type(repeat_spec);
Type cycle_type(cycle_spec);
Type accumulate_type(accumulate_spec);

}  // namespace minipy
