// groupby and the iterators over its groups.
//
// The group iterators read from the same source as the groupby itself. Invariant: only the group iterator made
// last (`current_group`) may take items; an older one has come to its end.
//
// CPython: Modules/itertoolsmodule.c
#include "modules/itertools/itertools.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/call.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

struct GroupBy : Object {
    Object* source;
    Object* key_function;   // None: the items themselves
    Object* target_key;     // of the group given last; null at first
    Object* current_key;    // of the item read last; null at first
    Object* current_value;  // the item read last; null once a group has given it
    Object* current_group;  // borrowed
};

struct Grouper : Object {
    Object* parent;
    Object* target_key;
};

using GroupByLife = OwnedFields<GroupBy, &GroupBy::source, &GroupBy::key_function, &GroupBy::target_key,
                                &GroupBy::current_key, &GroupBy::current_value>;
using GrouperLife = OwnedFields<Grouper, &Grouper::parent, &Grouper::target_key>;

GroupBy* as_groupby(Object* self) noexcept { return static_cast<GroupBy*>(self); }
Grouper* as_grouper(Object* self) noexcept { return static_cast<Grouper*>(self); }

NewRef groupby_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"iterable", "key"};
    Object* bound[2];
    TRY(bind_arguments("groupby", names, arguments, keywords_or_null, bound, 1));
    Ref<Object> source = TRY(iterate(bound[0]));
    auto* made = static_cast<GroupBy*>(allocate_instance(type));
    made->source = source.release();
    made->key_function = share(bound[1] ? bound[1] : &none).release();
    return NewRef(made);
}

/// Reads the next item and its key; false at the end of the source or with an exception.
bool read_item(GroupBy* groups) {
    Ref<Object> value = next(groups->source);
    if (!value) return false;
    Ref<Object> key =
        is_none(groups->key_function) ? value : Ref<Object>(call(groups->key_function, {value.get()}));
    if (!key) return false;
    replace_field(groups->current_value, std::move(value));
    replace_field(groups->current_key, std::move(key));
    return true;
}

/// Comparing may run code that changes the fields: both keys are held meanwhile.
Result<bool> same_key(Object* left, Object* right) {
    Ref<Object> keep_left = share(left), keep_right = share(right);
    return compare_truth(left, right, CompareOp::Eq);
}

Ref<Object> new_grouper(GroupBy* parent, Object* target_key) {
    auto* made = static_cast<Grouper*>(allocate_instance(&grouper_type));
    made->parent = share(static_cast<Object*>(parent)).release();
    made->target_key = share(target_key).release();
    parent->current_group = made;
    return Ref<Object>::steal(made);
}

NewRef groupby_next(Object* self) {
    GroupBy* groups = as_groupby(self);
    groups->current_group = nullptr;
    // What is left of the group given last is skipped.
    for (;;) {
        if (groups->current_key) {
            if (!groups->target_key) break;
            if (!TRY(same_key(groups->target_key, groups->current_key))) break;
        }
        if (!read_item(groups)) return nullptr;
    }
    replace_field(groups->target_key, share(groups->current_key));
    Ref<Object> group = new_grouper(groups, groups->target_key);
    return pack({groups->current_key, group.get()});
}

NewRef groupby_reduce(Object* self, Object* const*) {
    GroupBy* groups = as_groupby(self);
    Ref<Tuple> arguments = pack({groups->source, groups->key_function});
    if (!groups->target_key || !groups->current_key || !groups->current_value)
        return pack({self->type, arguments.get()});
    Ref<Tuple> state = pack({groups->current_key, groups->current_value, groups->target_key});
    return pack({self->type, arguments.get(), state.get()});
}

NewRef groupby_setstate(Object* self, Object* const* arguments) {
    GroupBy* groups = as_groupby(self);
    if (!is_tuple(arguments[0])) return raise(type_error_type, "state is not a tuple");
    auto* state = static_cast<Tuple*>(arguments[0]);
    if (state->size != 3)
        return raise(type_error_type,
                     fmt::format("function takes exactly 3 arguments ({} given)", state->size));
    replace_field(groups->current_key, share((*state)[0]));
    replace_field(groups->current_value, share((*state)[1]));
    replace_field(groups->target_key, share((*state)[2]));
    return new_none();
}

constexpr NativeDef groupby_methods[] = {
    {"__reduce__", groupby_reduce, "-($self)", "What pickle needs to make the object again."},
    {"__setstate__", groupby_setstate, "-($self, state, /)", "Takes what __reduce__ gave."},
};

const TypeSpec groupby_spec = {
    .name = "itertools.groupby",
    .basic_size = sizeof(GroupBy),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "Runs of items with equal keys, each as (key, iterator).",
    .slots = {.new_ = groupby_new,
              .dealloc = GroupByLife::dealloc,
              .traverse = GroupByLife::traverse,
              .clear = GroupByLife::clear,
              .iter = iter_self,
              .next = groupby_next},
    .methods = groupby_methods,
    .signature = "(iterable, key=None)",
};

// --- _grouper

NewRef grouper_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords("_grouper", keywords_or_null));
    TRY(check_count("_grouper", arguments->size, 2, 2));
    if (!is_instance_of((*arguments)[0], groupby_type))
        return raise_bad_argument("_grouper", "argument 1", "itertools.groupby", (*arguments)[0]);
    return new_grouper(as_groupby((*arguments)[0]), (*arguments)[1]);
}

NewRef grouper_next(Object* self) {
    GroupBy* groups = as_groupby(as_grouper(self)->parent);
    if (groups->current_group != self) return nullptr;
    if (!groups->current_value && !read_item(groups)) return nullptr;
    if (!TRY(same_key(as_grouper(self)->target_key, groups->current_key))) return nullptr;
    return NewRef(std::exchange(groups->current_value, nullptr));
}

NewRef grouper_reduce(Object* self, Object* const*) {
    Grouper* grouper = as_grouper(self);
    if (as_groupby(grouper->parent)->current_group == self) {
        Ref<Tuple> arguments = pack({grouper->parent, grouper->target_key});
        return pack({self->type, arguments.get()});
    }
    Ref<Tuple> nothing = new_tuple({});
    Ref<Object> ended = TRY(iterate(nothing.get()));
    return call_method(ended.get(), intern("__reduce__").get());
}

constexpr NativeDef grouper_methods[] = {
    {"__reduce__", grouper_reduce, "-($self)", "What pickle needs to make the object again."},
};

const TypeSpec grouper_spec = {
    .name = "itertools._grouper",
    .basic_size = sizeof(Grouper),
    .flags = type_flag::collected,
    .slots = {.new_ = grouper_new,
              .dealloc = GrouperLife::dealloc,
              .traverse = GrouperLife::traverse,
              .clear = GrouperLife::clear,
              .iter = iter_self,
              .next = grouper_next},
    .methods = grouper_methods,
};

}  // namespace

Type groupby_type(groupby_spec);
Type grouper_type(grouper_spec);

}  // namespace minipy
