// Struct sequences: see struct_sequence.h.
//
// CPython: Objects/structseq.c
#include "objects/struct_sequence.h"

#include <fmt/format.h>

#include "memory/collector.h"
#include "objects/arguments.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

StructSequenceType* sequence_type(Type* type) noexcept { return static_cast<StructSequenceType*>(type); }
StructSequenceType* sequence_type(Object* self) noexcept { return sequence_type(self->type); }

Size field_count(const StructSequenceType* type) noexcept {
    return static_cast<Size>(type->sequence.fields.size());
}

/// The name of field `index`, null if it is an item without one.
const char* field_name(const StructSequenceType* type, Size index) noexcept {
    const char* text = type->sequence.fields[static_cast<std::size_t>(index)];
    return *text ? text : nullptr;
}

std::span<Object*> slots_of(Object* self) noexcept {
    return {static_cast<Tuple*>(self)->items(), sequence_type(self)->sequence.fields.size()};
}

void sequence_dealloc(Object* self) noexcept {
    untrack(self);
    for (Object* value : slots_of(self)) xdecref(value);
    free_object(self);
}

int sequence_traverse(Object* self, Visit visit, void* context) {
    for (Object* value : slots_of(self))
        if (value)
            if (int result = visit(value, context)) return result;
    return 0;
}

NewRef sequence_repr(Object* self) {
    const StructSequenceType* type = sequence_type(self);
    std::string text = fmt::format("{}(", type->name);
    for (Size i = 0; i < type->sequence.visible; ++i) {
        Ref<Str> shown = TRY(repr(slots_of(self)[static_cast<std::size_t>(i)]));
        // Unnamed items are shown under the names that follow, as the list of names has no gaps.
        const char* label = type->members[static_cast<std::size_t>(i)].name;
        text += fmt::format("{}{}={}", i ? ", " : "", label, str_utf8(shown.get()));
    }
    return str_from_utf8(text + ")");
}

Failure raise_wrong_length(const StructSequenceType* type, Size given) {
    const Size least = type->sequence.visible, most = field_count(type);
    if (least == most)
        return raise(type_error_type,
                     fmt::format("{}() takes a {}-sequence ({}-sequence given)", type->name, least, given));
    const bool too_few = given < least;
    return raise(type_error_type, fmt::format("{}() takes an at {} {}-sequence ({}-sequence given)", type->name,
                                              too_few ? "least" : "most", too_few ? least : most, given));
}

/// A field that the sequence given to the constructor does not reach: from the dict, else None.
Ref<Object> field_from_dict(const StructSequenceType* type, Dict* dict, Size index) {
    const char* label = field_name(type, index);
    Object* found = dict && label ? dict_get(dict, intern(label).get()) : nullptr;
    return share(found ? found : &none);
}

NewRef sequence_new(Type* requested, Tuple* arguments, Dict* keywords_or_null) {
    StructSequenceType* type = sequence_type(requested);
    constexpr const char* names[] = {"sequence", "dict"};
    Object* values[2] = {};
    TRY(bind_arguments("structseq", names, arguments, keywords_or_null, values, 1));
    Ref<Tuple> given = sequence_to_tuple(values[0]);
    if (!given) {
        if (!pending_matches(type_error_type)) return failed;
        clear_exception();
        return raise(type_error_type, "constructor requires a sequence");
    }
    if (values[1] && !is_dict(values[1]))
        return raise(type_error_type,
                     fmt::format("{}() takes a dict as second arg, if any", type->name));
    if (given->size < type->sequence.visible || given->size > field_count(type))
        return raise_wrong_length(type, given->size);
    auto* dict = static_cast<Dict*>(values[1]);
    std::vector<Ref<Object>> fields;
    for (Size i = 0; i < field_count(type); ++i)
        fields.push_back(i < given->size ? share((*given)[i]) : field_from_dict(type, dict, i));
    return new_struct_sequence(*type, fields);
}

/// (type, (the visible items, {the other fields}))
NewRef sequence_reduce(Object* self, Object* const*) {
    StructSequenceType* type = sequence_type(self);
    const std::span<Object*> slots = slots_of(self);
    Ref<Tuple> visible = new_tuple(slots.first(static_cast<std::size_t>(type->sequence.visible)));
    Ref<Dict> others = new_dict();
    for (Size i = type->sequence.visible; i < field_count(type); ++i)
        TRY(dict_set(others.get(), intern(field_name(type, i)).get(), slots[static_cast<std::size_t>(i)]));
    Object* pair[] = {visible.get(), others.get()};
    Ref<Tuple> arguments = new_tuple(pair);
    Object* recipe[] = {self->type, arguments.get()};
    return new_tuple(recipe);
}

constexpr NativeDef sequence_methods[] = {
    {"__reduce__", sequence_reduce, "-($self)", nullptr},
};

}  // namespace

StructSequenceParts::StructSequenceParts(const StructSequenceSpec& description) : sequence(description) {
    std::size_t offset = sizeof(Tuple);
    for (const char* label : description.fields) {
        if (*label) members.push_back({label, MemberKind::Object, offset, true, nullptr});
        offset += sizeof(Object*);
    }
    const std::size_t hidden = description.fields.size() - static_cast<std::size_t>(description.visible);
    type_spec = {
        .name = description.name,
        .basic_size = sizeof(Tuple) + hidden * sizeof(Object*),
        .item_size = sizeof(Object*),
        .flags = type_flag::collected | (description.constructible ? 0 : type_flag::disallow_new),
        .base = &tuple_type,
        .doc = description.doc,
        .slots = {.new_ = description.constructible ? sequence_new : nullptr,
                  .dealloc = sequence_dealloc,
                  .traverse = sequence_traverse,
                  .repr = sequence_repr},
        .methods = sequence_methods,
        .members = members,
    };
}

Status StructSequenceType::prepare() {
    if (has(type_flag::ready)) return done;
    ready_type(*this);
    const Size unnamed = field_count(this) - static_cast<Size>(members.size());
    TRY(dict_set(dict, minipy::name<"n_sequence_fields">, new_int(sequence.visible).get()));
    TRY(dict_set(dict, minipy::name<"n_fields">, new_int(field_count(this)).get()));
    TRY(dict_set(dict, minipy::name<"n_unnamed_fields">, new_int(unnamed).get()));
    Ref<Tuple> labels = new_tuple_uninitialized(sequence.visible - unnamed);
    for (Size i = 0; i < labels->size; ++i)
        labels->items()[i] = intern(members[static_cast<std::size_t>(i)].name).release();
    return dict_set(dict, minipy::name<"__match_args__">, labels.get());
}

Ref<Tuple> new_struct_sequence(StructSequenceType& type, std::span<Ref<Object>> values) {
    for (const Ref<Object>& value : values)
        if (!value) return failed;
    auto* sequence = static_cast<Tuple*>(allocate_instance(&type, type.sequence.visible));
    Object** slot = sequence->items();
    for (Ref<Object>& value : values) *slot++ = value.release();
    return Ref<Tuple>::steal(sequence);
}

}  // namespace minipy
