// tee: several iterators over one source that need not be in step.
//
// The items read from the source lie in a chain of blocks. Each tee iterator points to a block and a position
// in it; who comes first to the end of the last block reads from the source. Invariant: a block is alive
// exactly as long as an iterator that stands at or before it, so what all have seen is freed.
//
// CPython: Modules/itertoolsmodule.c (teedataobject)
#include "modules/itertools/itertools.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/memory_guard.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

constexpr int block_items = 57;

struct TeeData : Object {
    Object* source;
    TeeData* next_block;  // or null
    int read;             // items in the block
    bool running;         // the source is being asked: asking again would be without end
    Object* items[block_items];
};

struct Tee : Object {
    TeeData* block;
    int position;
    Object* weak_references;
};

TeeData* as_data(Object* self) noexcept { return static_cast<TeeData*>(self); }
Tee* as_tee(Object* self) noexcept { return static_cast<Tee*>(self); }

// --- _tee_dataobject

int tee_data_traverse(Object* self, Visit visit, void* context) {
    TeeData* data = as_data(self);
    if (data->source)
        if (int result = visit(data->source, context)) return result;
    for (int i = 0; i < data->read; ++i)
        if (int result = visit(data->items[i], context)) return result;
    return data->next_block ? visit(data->next_block, context) : 0;
}

/// Drops a chain of blocks one after the other: recursion would be as deep as the chain is long.
void drop_chain(TeeData* block) {
    while (block && block->refcount == 1) {
        TeeData* following = std::exchange(block->next_block, nullptr);
        decref(block);
        block = following;
    }
    xdecref(block);
}

void tee_data_clear(Object* self) {
    TeeData* data = as_data(self);
    replace_field(data->source, Ref<Object>());
    const int count = std::exchange(data->read, 0);
    for (int i = 0; i < count; ++i) decref(std::exchange(data->items[i], nullptr));
    drop_chain(std::exchange(data->next_block, nullptr));
}

void tee_data_dealloc(Object* self) noexcept {
    untrack(self);
    tee_data_clear(self);
    free_object(self);
}

Ref<TeeData> new_tee_data(Object* source) {
    auto* made = static_cast<TeeData*>(allocate_instance(&tee_data_type));
    made->source = share(source).release();
    return Ref<TeeData>::steal(made);
}

/// The item at the position, read from the source if nobody has been there; empty at the end.
Ref<Object> tee_data_item(TeeData* data, int position) {
    if (position < data->read) return share(data->items[position]);
    if (data->running) return raise(runtime_error_type, "cannot re-enter the tee iterator");
    data->running = true;
    Ref<Object> item = next(data->source);
    data->running = false;
    if (!item) return {};
    data->items[data->read++] = share(item.get()).release();
    return item;
}

/// The block behind a full one.
Ref<TeeData> following_block(TeeData* data) {
    if (!data->next_block) data->next_block = new_tee_data(data->source).release();
    return share(data->next_block);
}

NewRef tee_data_reduce(Object* self, Object* const*) {
    TeeData* data = as_data(self);
    Ref<List> values = new_list({data->items, static_cast<std::size_t>(data->read)});
    Object* following = data->next_block ? static_cast<Object*>(data->next_block) : &none;
    Ref<Tuple> arguments = pack({data->source, values.get(), following});
    return pack({self->type, arguments.get()});
}

/// `_tee_dataobject(source, values, next)`, as pickle calls it.
NewRef tee_data_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords("_tee_dataobject", keywords_or_null));
    TRY(check_count("teedataobject", arguments->size, 3, 3));
    Object* values = (*arguments)[1];
    Object* following = (*arguments)[2];
    if (!is_list(values)) return raise_bad_argument("teedataobject", "argument 2", "list", values);
    const std::span<Object*> items = static_cast<List*>(values)->span();
    const bool full = items.size() == block_items;
    if (items.size() > block_items || (full && !is_exactly(following, tee_data_type)) ||
        (!full && !is_none(following)))
        return raise(value_error_type, "Invalid arguments");
    Ref<TeeData> data = new_tee_data((*arguments)[0]);
    for (Object* item : items) data->items[data->read++] = share(item).release();
    if (full) data->next_block = share(as_data(following)).release();
    return data;
}

constexpr NativeDef tee_data_methods[] = {
    {"__reduce__", tee_data_reduce, "-($self)", "What pickle needs to make the object again."},
};

const TypeSpec tee_data_spec = {
    .name = "itertools._tee_dataobject",
    .basic_size = sizeof(TeeData),
    .flags = type_flag::collected,
    .doc = "A block of the items that tee iterators share.",
    .slots = {.new_ = tee_data_new,
              .dealloc = tee_data_dealloc,
              .traverse = tee_data_traverse,
              .clear = tee_data_clear},
    .methods = tee_data_methods,
};

// --- _tee

using TeeFields = OwnedFields<Tee, &Tee::block>;

void tee_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    TeeFields::clear(self);
    free_object(self);
}

NewRef new_tee_at(Ref<TeeData> block, int position) {
    auto* made = static_cast<Tee*>(allocate_instance(&tee_type));
    made->block = block.release();
    made->position = position;
    return NewRef(made);
}

NewRef tee_from_iterable(Object* iterable) {
    Ref<Object> source = TRY(iterate(iterable));
    if (is_instance_of(source.get(), tee_type))
        return new_tee_at(share(as_tee(source.get())->block), as_tee(source.get())->position);
    return new_tee_at(new_tee_data(source.get()), 0);
}

NewRef tee_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords("_tee", keywords_or_null));
    TRY(check_count("_tee", arguments->size, 1, 1));
    return tee_from_iterable((*arguments)[0]);
}

NewRef tee_next(Object* self) {
    Tee* tee = as_tee(self);
    if (tee->position >= block_items) {
        replace_field(tee->block, following_block(tee->block));
        tee->position = 0;
    }
    Ref<TeeData> block = share(tee->block);
    Ref<Object> item = tee_data_item(block.get(), tee->position);
    if (item) ++tee->position;
    return item;
}

NewRef tee_copy(Object* self, Object* const*) {
    return new_tee_at(share(as_tee(self)->block), as_tee(self)->position);
}

NewRef tee_reduce(Object* self, Object* const*) {
    Ref<Tuple> nothing = new_tuple({});
    Ref<Tuple> arguments = pack({nothing.get()});
    Ref<Int> position = new_int(as_tee(self)->position);
    Ref<Tuple> state = pack({as_tee(self)->block, position.get()});
    return pack({self->type, arguments.get(), state.get()});
}

NewRef tee_setstate(Object* self, Object* const* arguments) {
    Tee* tee = as_tee(self);
    if (!is_tuple(arguments[0])) return raise(type_error_type, "state is not a tuple");
    auto* state = static_cast<Tuple*>(arguments[0]);
    if (state->size != 2)
        return raise(type_error_type,
                     fmt::format("function takes exactly 2 arguments ({} given)", state->size));
    if (!is_exactly((*state)[0], tee_data_type))
        return raise_bad_argument("argument 1", "itertools._tee_dataobject", (*state)[0]);
    const int position = TRY(argument_int((*state)[1]));
    if (position < 0 || position > block_items) return raise(value_error_type, "Index out of range");
    replace_field(tee->block, share(as_data((*state)[0])));
    tee->position = position;
    return new_none();
}

constexpr NativeDef tee_methods[] = {
    {"__copy__", tee_copy, "-($self)", "An iterator over the same items that goes on alone."},
    {"__reduce__", tee_reduce, "-($self)", "What pickle needs to make the object again."},
    {"__setstate__", tee_setstate, "-($self, state, /)", "Takes what __reduce__ gave."},
};

const TypeSpec tee_spec = {
    .name = "itertools._tee",
    .basic_size = sizeof(Tee),
    .flags = type_flag::collected,
    .doc = "An iterator that can be copied.",
    .slots = {.new_ = tee_new,
              .dealloc = tee_dealloc,
              .traverse = TeeFields::traverse,
              .clear = TeeFields::clear,
              .iter = iter_self,
              .next = tee_next},
    .methods = tee_methods,
    .weakrefs_offset = offsetof(Tee, weak_references),
    .signature = "(iterable, /)",
};

}  // namespace

Type tee_data_type(tee_data_spec);
Type tee_type(tee_spec);

NewRef itertools_tee(Object*, Object* const* arguments) {
    const Size count = TRY(argument_size(arguments[1]));
    if (count < 0) return raise(value_error_type, "n must be >= 0");
    Ref<Tuple> tees = TRY(guard_memory([&] { return new_tuple_uninitialized(count); }));
    if (count == 0) return tees;
    Ref<Object> first = TRY(iterate(arguments[0]));
    Ref<Object> copier;
    TRY(find_attribute(first.get(), name<"__copy__">, copier));
    if (!copier) {
        first = TRY(tee_from_iterable(first.get()));
        copier = TRY(get_attribute(first.get(), name<"__copy__">));
    }
    tees->items()[0] = first.release();
    for (Size i = 1; i < count; ++i) {
        Ref<Object> copy = TRY(call(copier.get(), {}));
        tees->items()[i] = copy.release();
    }
    return tees;
}

}  // namespace minipy
