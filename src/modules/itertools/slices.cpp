// chain, islice, pairwise, zip_longest: sources put one after the other, cut, paired, side by side.
//
// CPython: Modules/itertoolsmodule.c
#include "modules/itertools/itertools.h"
#include "modules/support.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slot_table.h"
#include "objects/str.h"
#include "objects/union_type.h"

namespace minipy {
namespace {

// --- chain

struct Chain : Object {
    Object* source;  // iterator over the iterables; null at the end
    Object* active;  // iterator over the current one, or null
};

using ChainLife = OwnedFields<Chain, &Chain::source, &Chain::active>;

NewRef new_chain(Type* type, Object* iterables) {
    Ref<Object> source = TRY(iterate(iterables));
    auto* made = static_cast<Chain*>(allocate_instance(type));
    made->source = source.release();
    return NewRef(made);
}

NewRef chain_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords(type, keywords_or_null));
    return new_chain(type, arguments);
}

NewRef chain_from_iterable(Object* type, Object* const* arguments) {
    return new_chain(static_cast<Type*>(type), arguments[0]);
}

NewRef chain_next(Object* self) {
    auto* chain = static_cast<Chain*>(self);
    while (chain->source) {
        if (!chain->active) {
            Ref<Object> iterable = next(chain->source);
            Ref<Object> active = iterable ? Ref<Object>(iterate(iterable.get())) : Ref<Object>();
            if (!active) {
                replace_field(chain->source, Ref<Object>());
                return nullptr;
            }
            chain->active = active.release();
        }
        Ref<Object> item = next(chain->active);
        if (item || pending_exception()) return item;
        replace_field(chain->active, Ref<Object>());
    }
    return nullptr;
}

NewRef chain_reduce(Object* self, Object* const*) {
    auto* chain = static_cast<Chain*>(self);
    Ref<Tuple> nothing = new_tuple({});
    if (!chain->source) return pack({self->type, nothing.get()});
    Ref<Tuple> state = chain->active ? pack({chain->source, chain->active}) : pack({chain->source});
    return pack({self->type, nothing.get(), state.get()});
}

NewRef chain_setstate(Object* self, Object* const* arguments) {
    auto* chain = static_cast<Chain*>(self);
    if (!is_tuple(arguments[0])) return raise(type_error_type, "state is not a tuple");
    auto* state = static_cast<Tuple*>(arguments[0]);
    if (state->size < 1 || state->size > 2)
        return raise(type_error_type,
                     fmt::format("function takes at {} ({} given)",
                                 state->size ? "most 2 arguments" : "least 1 argument", state->size));
    for (Object* part : state->span())
        if (!is_iterator(part)) return raise(type_error_type, "Arguments must be iterators.");
    replace_field(chain->source, share((*state)[0]));
    replace_field(chain->active, state->size == 2 ? share((*state)[1]) : Ref<Object>());
    return new_none();
}

constexpr NativeDef chain_methods[] = {
    {"from_iterable", chain_from_iterable, "($type, iterable, /)",
     "The items of the iterables that the one argument gives."},
    {"__reduce__", chain_reduce, "-($self)", "What pickle needs to make the object again."},
    {"__setstate__", chain_setstate, "-($self, state, /)", "Takes what __reduce__ gave."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};

const TypeSpec chain_spec = {
    .name = "itertools.chain",
    .basic_size = sizeof(Chain),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "chain(*iterables) -> the items of the first, then those of the second, ...",
    .slots = {.new_ = chain_new,
              .dealloc = ChainLife::dealloc,
              .traverse = ChainLife::traverse,
              .clear = ChainLife::clear,
              .iter = iter_self,
              .next = chain_next},
    .methods = chain_methods,
};

// --- islice

struct Slice : Object {
    Object* source;  // null at the end
    Size wanted;     // position of the next item to give
    Size stop;       // -1: none
    Size step;
    Size position;  // items taken from the source so far
};

using SliceLife = OwnedFields<Slice, &Slice::source>;

/// A bound of the slice; None gives the fallback. False if it is no position.
bool slice_position(Object* bound, Size fallback, Size& position) {
    position = fallback;
    if (is_none(bound)) return true;
    if (const Result<Size> given = index_size(bound, &overflow_error_type)) {
        position = *given;
        return position >= 0;
    }
    clear_exception();
    return false;
}

Failure bad_bound(const char* what) {
    return raise(value_error_type,
                 fmt::format("{} for islice() must be None or an integer: 0 <= x <= sys.maxsize.", what));
}

/// Start, stop and step of the call's arguments behind the iterable.
Status read_bounds(std::span<Object* const> bounds, Size& start, Size& stop, Size& step) {
    start = 0;
    step = 1;
    if (bounds.size() == 1)
        return slice_position(bounds[0], -1, stop) ? Status(done) : bad_bound("Stop argument");
    if (!slice_position(bounds[1], -1, stop)) {
        Size ignored;
        return bad_bound(slice_position(bounds[0], 0, ignored) || !has_index(bounds[1]) ? "Stop argument"
                                                                                        : "Indices");
    }
    if (!slice_position(bounds[0], 0, start)) return bad_bound("Indices");
    if (bounds.size() == 3 && (!slice_position(bounds[2], 1, step) || step < 1))
        return raise(value_error_type, "Step for islice() must be a positive integer or None.");
    return done;
}

NewRef islice_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords(type, keywords_or_null));
    TRY(check_count("islice", arguments->size, 2, 4));
    Size start, stop, step;
    TRY(read_bounds(arguments->span().subspan(1), start, stop, step));
    Ref<Object> source = TRY(iterate((*arguments)[0]));
    auto* made = static_cast<Slice*>(allocate_instance(type));
    made->source = source.release();
    made->wanted = start;
    made->stop = stop;
    made->step = step;
    return NewRef(made);
}

/// The item at `wanted`, or empty at the end of the slice or the source.
Ref<Object> slice_item(Slice* slice) {
    for (; slice->position < slice->wanted; ++slice->position)
        Ref<Object> skipped = TRY(next(slice->source));
    if (slice->stop != -1 && slice->position >= slice->stop) return {};
    return next(slice->source);
}

NewRef islice_next(Object* self) {
    auto* slice = static_cast<Slice*>(self);
    if (!slice->source) return nullptr;
    Ref<Object> item = slice_item(slice);
    if (!item) {
        replace_field(slice->source, Ref<Object>());
        return nullptr;
    }
    ++slice->position;
    const bool overflow = __builtin_add_overflow(slice->wanted, slice->step, &slice->wanted);
    if (overflow || (slice->stop != -1 && slice->wanted > slice->stop))
        slice->wanted = slice->stop == -1 ? PTRDIFF_MAX : slice->stop;
    return item;
}

NewRef islice_reduce(Object* self, Object* const*) {
    auto* slice = static_cast<Slice*>(self);
    if (!slice->source) {
        Ref<List> empty = new_list();
        Ref<Object> source = TRY(iterate(empty.get()));
        Ref<Tuple> arguments = pack({source.get(), &shared_int(0)});
        return pack({self->type, arguments.get(), &shared_int(0)});
    }
    Ref<Object> stop = slice->stop == -1 ? new_none() : NewRef(new_int(slice->stop));
    Ref<Int> wanted = new_int(slice->wanted), step = new_int(slice->step), position = new_int(slice->position);
    Ref<Tuple> arguments = pack({slice->source, wanted.get(), stop.get(), step.get()});
    return pack({self->type, arguments.get(), position.get()});
}

NewRef islice_setstate(Object* self, Object* const* arguments) {
    static_cast<Slice*>(self)->position = TRY(argument_size(arguments[0]));
    return new_none();
}

constexpr NativeDef islice_methods[] = {
    {"__reduce__", islice_reduce, "-($self)", "What pickle needs to make the object again."},
    {"__setstate__", islice_setstate, "-($self, state, /)", "Takes what __reduce__ gave."},
};

const TypeSpec islice_spec = {
    .name = "itertools.islice",
    .basic_size = sizeof(Slice),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "islice(iterable, stop) or islice(iterable, start, stop[, step]) -> what a slice would hold",
    .slots = {.new_ = islice_new,
              .dealloc = SliceLife::dealloc,
              .traverse = SliceLife::traverse,
              .clear = SliceLife::clear,
              .iter = iter_self,
              .next = islice_next},
    .methods = islice_methods,
};

// --- pairwise

struct Pairwise : Object {
    Object* source;    // null at the end
    Object* previous;  // null before the first pair
};

using PairwiseLife = OwnedFields<Pairwise, &Pairwise::source, &Pairwise::previous>;

NewRef pairwise_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords(type, keywords_or_null));
    TRY(check_count("pairwise", arguments->size, 1, 1));
    Ref<Object> source = TRY(iterate((*arguments)[0]));
    auto* made = static_cast<Pairwise*>(allocate_instance(type));
    made->source = source.release();
    return NewRef(made);
}

NewRef pairwise_next(Object* self) {
    auto* pairs = static_cast<Pairwise*>(self);
    if (!pairs->source) return nullptr;
    // The source may come back here and drop what this iterator holds.
    Ref<Object> source = share(pairs->source);
    if (!pairs->previous) {
        Ref<Object> first = next(source.get());
        if (first) replace_field(pairs->previous, first);
        if (!first || !pairs->source) {
            PairwiseLife::clear(self);
            return nullptr;
        }
    }
    Ref<Object> left = share(pairs->previous);
    Ref<Object> right = next(source.get());
    if (!right) {
        PairwiseLife::clear(self);
        return nullptr;
    }
    replace_field(pairs->previous, right);
    return pack({left.get(), right.get()});
}

const TypeSpec pairwise_spec = {
    .name = "itertools.pairwise",
    .basic_size = sizeof(Pairwise),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "Each item with the one behind it.",
    .slots = {.new_ = pairwise_new,
              .dealloc = PairwiseLife::dealloc,
              .traverse = PairwiseLife::traverse,
              .clear = PairwiseLife::clear,
              .iter = iter_self,
              .next = pairwise_next},
    .signature = "(iterable, /)",
};

// --- zip_longest

struct ZipLongest : Object {
    Tuple* sources;  // a slot is null once its iterator is exhausted
    Object* fill;
    Size active;
};

using ZipLongestLife = OwnedFields<ZipLongest, &ZipLongest::sources, &ZipLongest::fill>;

NewRef zip_longest_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    Object* fill = &none;
    if (has_keywords(keywords_or_null)) {
        Ref<Str> key = intern("fillvalue");
        Object* given = dict_get(keywords_or_null, key.get());
        if (!given || keywords_or_null->used > 1)
            return raise(type_error_type, "zip_longest() got an unexpected keyword argument");
        fill = given;
    }
    Ref<Tuple> sources = new_tuple_uninitialized(arguments->size);
    for (Size i = 0; i < arguments->size; ++i) {
        Ref<Object> source = TRY(iterate((*arguments)[i]));
        sources->items()[i] = source.release();
    }
    auto* made = static_cast<ZipLongest*>(allocate_instance(type));
    made->active = arguments->size;
    made->sources = sources.release();
    made->fill = share(fill).release();
    return NewRef(made);
}

/// The next item of the i-th source; the fill value once it is exhausted; empty with the last of them.
Ref<Object> longest_item(ZipLongest* zip, Size i) {
    Object*& slot = zip->sources->items()[i];
    if (!slot) return share(zip->fill);
    Ref<Object> source = share(slot);
    Ref<Object> item = next(source.get());
    if (item) return item;
    if (--zip->active == 0 || pending_exception()) {
        zip->active = 0;
        return {};
    }
    replace_field(slot, Ref<Object>());
    return share(zip->fill);
}

NewRef zip_longest_next(Object* self) {
    auto* zip = static_cast<ZipLongest*>(self);
    if (zip->active == 0) return nullptr;
    const Size count = zip->sources->size;
    Ref<Tuple> items = new_tuple_uninitialized(count);
    for (Size i = 0; i < count; ++i) {
        Ref<Object> item = longest_item(zip, i);
        if (!item) return nullptr;
        items->items()[i] = item.release();
    }
    return items;
}

NewRef zip_longest_reduce(Object* self, Object* const*) {
    auto* zip = static_cast<ZipLongest*>(self);
    Ref<Tuple> nothing = new_tuple({});
    Ref<Tuple> sources = new_tuple_uninitialized(zip->sources->size);
    for (Size i = 0; i < zip->sources->size; ++i) {
        Object* source = (*zip->sources)[i];
        sources->items()[i] = share(source ? source : nothing.get()).release();
    }
    return pack({self->type, sources.get(), zip->fill});
}

NewRef zip_longest_setstate(Object* self, Object* const* arguments) {
    replace_field(static_cast<ZipLongest*>(self)->fill, share(arguments[0]));
    return new_none();
}

constexpr NativeDef zip_longest_methods[] = {
    {"__reduce__", zip_longest_reduce, "-($self)", "What pickle needs to make the object again."},
    {"__setstate__", zip_longest_setstate, "-($self, state, /)", "Takes what __reduce__ gave."},
};

const TypeSpec zip_longest_spec = {
    .name = "itertools.zip_longest",
    .basic_size = sizeof(ZipLongest),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "zip_longest(*iterables, fillvalue=None) -> tuples as long as any iterable has items",
    .slots = {.new_ = zip_longest_new,
              .dealloc = ZipLongestLife::dealloc,
              .traverse = ZipLongestLife::traverse,
              .clear = ZipLongestLife::clear,
              .iter = iter_self,
              .next = zip_longest_next},
    .methods = zip_longest_methods,
};

}  // namespace

Type chain_type(chain_spec);
Type islice_type(islice_spec);
Type pairwise_type(pairwise_spec);
Type zip_longest_type(zip_longest_spec);

}  // namespace minipy
