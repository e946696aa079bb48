// The method resolution order: C3 linearisation.
//
// The MRO of a class is the class followed by the merge of its bases' MROs and the list of bases: repeatedly
// the first head that stands in no tail. Every class then comes before its bases, and bases keep their order.
//
// CPython: Objects/typeobject.c (mro_implementation, pmerge)
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

using Sequence = std::vector<Object*>;

bool in_tail(const Sequence& sequence, std::size_t head, Object* candidate) {
    return head < sequence.size() &&
           std::find(sequence.begin() + static_cast<std::ptrdiff_t>(head) + 1, sequence.end(), candidate) !=
               sequence.end();
}

Failure inconsistent(const std::vector<Sequence>& sequences, const std::vector<std::size_t>& heads) {
    Sequence culprits;
    std::string names;
    for (std::size_t i = 0; i < sequences.size(); ++i) {
        if (heads[i] == sequences[i].size()) continue;
        Object* head = sequences[i][heads[i]];
        if (std::find(culprits.begin(), culprits.end(), head) != culprits.end()) continue;
        culprits.push_back(head);
        names += fmt::format("{}{}", names.empty() ? "" : ", ", short_name(static_cast<Type*>(head)));
    }
    return raise(type_error_type, fmt::format("Cannot create a consistent method resolution\n"
                                              "order (MRO) for bases {}",
                                              names));
}

Status merge(const std::vector<Sequence>& sequences, Sequence& merged) {
    std::vector<std::size_t> heads(sequences.size(), 0);
    for (;;) {
        Object* next = nullptr;
        bool exhausted = true;
        for (std::size_t i = 0; i < sequences.size() && !next; ++i) {
            if (heads[i] == sequences[i].size()) continue;
            exhausted = false;
            Object* candidate = sequences[i][heads[i]];
            bool blocked = false;
            for (std::size_t j = 0; j < sequences.size() && !blocked; ++j)
                blocked = in_tail(sequences[j], heads[j], candidate);
            if (!blocked) next = candidate;
        }
        if (exhausted) return done;
        if (!next) return inconsistent(sequences, heads);
        merged.push_back(next);
        for (std::size_t i = 0; i < sequences.size(); ++i)
            if (heads[i] < sequences[i].size() && sequences[i][heads[i]] == next) ++heads[i];
    }
}

Status check_duplicate_bases(const Tuple* bases) {
    for (Size i = 0; i < bases->size; ++i)
        for (Size j = i + 1; j < bases->size; ++j)
            if ((*bases)[i] == (*bases)[j])
                return raise(type_error_type, fmt::format("duplicate base class {}",
                                                          short_name(static_cast<Type*>((*bases)[i]))));
    return done;
}

}  // namespace

Ref<Tuple> c3_mro(Type* type) {
    const Tuple* bases = type->bases;
    Sequence merged{type};
    std::vector<Sequence> sequences;
    for (Object* base : bases->span()) {
        const Tuple* mro = static_cast<Type*>(base)->mro;
        if (!mro)
            return raise(type_error_type, fmt::format("Cannot extend an incomplete type '{}'",
                                                      static_cast<Type*>(base)->name));
        sequences.emplace_back(mro->span().begin(), mro->span().end());
    }
    TRY(check_duplicate_bases(bases));
    sequences.emplace_back(bases->span().begin(), bases->span().end());
    TRY(merge(sequences, merged));
    return new_tuple(merged);
}

Ref<Tuple> compute_mro(Type* type) {
    if (type->type == &type_type) return c3_mro(type);
    Ref<Object> method = TRY(lookup_special(type, name<"mro">));
    Ref<Object> result = TRY(call(method.get(), {}));
    Ref<Tuple> mro = TRY(sequence_to_tuple(result.get()));
    if (mro->size == 0) return raise(type_error_type, "type MRO must not be empty");
    const Type* layout = solid_base(type);
    for (Object* base : mro->span()) {
        if (!is_instance_of(base, type_type))
            return raise(type_error_type,
                         fmt::format("mro() returned a non-class ('{}')", base->type->name));
        if (!is_subtype(layout, solid_base(static_cast<Type*>(base))))
            return raise(type_error_type, fmt::format("mro() returned base with unsuitable layout ('{}')",
                                                      static_cast<Type*>(base)->name));
    }
    return mro;
}

}  // namespace minipy
