// Struct sequences: tuples whose items have names too, as `sys.flags`, `time.struct_time`, `os.stat_result`.
//
// Only the first `visible` fields are items of the tuple (its length, comparison and hash); the others are
// attributes alone and lie behind the items. A field named "" is an item without an attribute. Invariant: an
// instance has exactly `fields` slots, all filled, whatever its `size` says.
//
// CPython: Objects/structseq.c
#pragma once

#include <span>
#include <vector>

#include "objects/tuple.h"
#include "objects/type.h"

namespace minipy {

struct StructSequenceSpec {
    const char* name;  // "time.struct_time"
    const char* doc;
    std::span<const char* const> fields;
    Size visible;
    bool constructible = true;
};

/// What a struct sequence type is made from; a base class, so that it exists before the type does.
struct StructSequenceParts {
    explicit StructSequenceParts(const StructSequenceSpec& description);

    const StructSequenceSpec& sequence;
    std::vector<MemberDef> members;
    TypeSpec type_spec;
};

struct StructSequenceType : StructSequenceParts, Type {
    explicit StructSequenceType(const StructSequenceSpec& description)
        : StructSequenceParts(description), Type(type_spec) {}

    /// Makes the type ready and gives it its own attributes (`n_fields` ...). To be called before use.
    Status prepare();
};

/// An instance that takes over the values, one for each field; fails if one is empty.
Ref<Tuple> new_struct_sequence(StructSequenceType& type, std::span<Ref<Object>> values);

}  // namespace minipy
