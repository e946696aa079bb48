// `type.__bases__ = ...`: giving a class other bases while instances of it live.
//
// The layout of instances must stay what it is. The MROs of the class and of everything derived from it are
// computed anew; invariant: if one of them fails, all are as before.
//
// CPython: Objects/typeobject.c (type_set_bases, mro_hierarchy, compatible_for_assignment)
#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "objects/audit.h"
#include "objects/errors.h"
#include "objects/protocol.h"
#include "objects/slot_table.h"
#include "objects/tuple.h"
#include "objects/type.h"

namespace minipy {
namespace {

Type* as_type(Object* object) noexcept { return static_cast<Type*>(object); }

/// Whether `base` derives from the class, also by its chain of layouts while it has no MRO yet.
bool makes_cycle(const Type* base, const Type* type) noexcept {
    if (is_subtype(base, type)) return true;
    for (; base; base = base->base)
        if (base == type) return true;
    return false;
}

Status check_bases(Type* type, Object* value_or_null) {
    if (type->has(type_flag::immutable))
        return raise(type_error_type,
                     fmt::format("cannot set '__bases__' attribute of immutable type '{}'", type->name));
    if (!value_or_null)
        return raise(type_error_type,
                     fmt::format("cannot delete '__bases__' attribute of immutable type '{}'", type->name));
    TRY(audit("object.__setattr__", type, "__bases__", value_or_null));
    if (!is_tuple(value_or_null))
        return raise(type_error_type, fmt::format("can only assign tuple to {}.__bases__, not {}", type->name,
                                                  value_or_null->type->name));
    const auto* bases = static_cast<const Tuple*>(value_or_null);
    if (bases->size == 0)
        return raise(type_error_type,
                     fmt::format("can only assign non-empty tuple to {}.__bases__, not ()", type->name));
    for (Object* base : bases->span()) {
        if (!is_instance_of(base, type_type))
            return raise(type_error_type, fmt::format("{}.__bases__ must be tuple of classes, not '{}'",
                                                      type->name, base->type->name));
        if (makes_cycle(as_type(base), type))
            return raise(type_error_type, "a __bases__ item causes an inheritance cycle");
    }
    return done;
}

Status check_layout(const Type* old_base, const Type* new_base) {
    const char* difference = old_base->has(type_flag::collected) != new_base->has(type_flag::collected)
                                 ? "deallocator differs from"
                             : !same_layout(old_base, new_base) ? "object layout differs from"
                                                                : nullptr;
    if (!difference) return done;
    return raise(type_error_type,
                 fmt::format("__bases__ assignment: '{}' {} '{}'", new_base->name, difference, old_base->name));
}

/// A class with the MRO that it had before, and the one that it got instead.
struct OldMro {
    Ref<Type> type;
    Ref<Tuple> mro, replacement;
};

/// Computes the MROs of the class and its subclasses anew and notes the old ones.
Status update_mros(Type* type, std::vector<OldMro>& changed) {
    Ref<Tuple> mro = TRY(compute_mro(type));
    type_modified(type);
    Ref<Tuple> replacement = mro;
    changed.push_back({share(type), Ref<Tuple>::steal(std::exchange(type->mro, mro.release())), replacement});
    for (Ref<Type>& subclass : live_subclasses(type)) TRY(update_mros(subclass.get(), changed));
    return done;
}

void fill_hierarchy_slots(Type* type) {
    fill_slots(type);
    for (Ref<Type>& subclass : live_subclasses(type)) fill_hierarchy_slots(subclass.get());
}

void replace_bases(Type* type, Tuple* bases, Type* base) noexcept {
    incref(bases);
    incref(base);
    Ref<Tuple> old_bases = Ref<Tuple>::steal(std::exchange(type->bases, bases));
    Ref<Type> old_base = Ref<Type>::steal(std::exchange(type->base, base));
}

constexpr unsigned layout_flags =
    type_flag::collected | type_flag::managed_dict | type_flag::managed_weakrefs | type_flag::inline_attributes;

/// Whether instances of a class look as those of its base do. compatible_with_tp_base.
bool adds_nothing(const Type* type) noexcept {
    const Type* base = type->base;
    return base && type->basic_size == base->basic_size && type->item_size == base->item_size &&
           type->dict_offset == base->dict_offset && !((type->flags ^ base->flags) & layout_flags);
}

/// Whether two classes have added the same to one base. same_slots_added.
bool add_the_same(const Type* left, const Type* right) noexcept {
    if (left->base != right->base || !left->has(type_flag::heap) || !right->has(type_flag::heap)) return false;
    if (has_variable_size(left) && has_dict(left) && !has_dict(left->base)) return false;
    if (left->basic_size != right->basic_size || (left->flags ^ right->flags) & layout_flags) return false;
    const auto names = [](const Type* type) {
        return type->slot_names ? type->slot_names->span() : std::span<Object*>();
    };
    return std::ranges::equal(names(left), names(right));
}

}  // namespace

bool same_layout(const Type* old_type, const Type* new_type) noexcept {
    // Apart from classes that add nothing, only the last step may differ.
    while (adds_nothing(old_type)) old_type = old_type->base;
    while (adds_nothing(new_type)) new_type = new_type->base;
    return old_type == new_type || add_the_same(old_type, new_type);
}

Status set_bases(Object* self, Object* value_or_null) {
    Type* type = as_type(self);
    TRY(check_bases(type, value_or_null));
    auto* bases = static_cast<Tuple*>(value_or_null);
    Type* base = best_base(bases);
    if (!base) return failed;
    TRY(check_layout(type->base, base));

    Ref<Tuple> old_bases = share(type->bases);
    Ref<Type> old_base = share(type->base);
    replace_bases(type, bases, base);
    std::vector<OldMro> changed;
    if (!update_mros(type, changed)) {
        // What a metaclass's mro() has assigned meanwhile stays.
        for (OldMro& entry : changed) {
            if (entry.type->mro != entry.replacement.get()) continue;
            type_modified(entry.type.get());
            Ref<Tuple> dropped = Ref<Tuple>::steal(std::exchange(entry.type->mro, entry.mro.release()));
        }
        if (type->bases == bases) replace_bases(type, old_bases.get(), old_base.get());
        return failed;
    }
    if (type->bases != bases) return done;  // a metaclass's mro() has assigned other bases meanwhile
    for (Object* parent : old_bases->span()) remove_subclass(as_type(parent), type);
    for (Object* parent : bases->span()) add_subclass(as_type(parent), type);
    fill_hierarchy_slots(type);
    return done;
}

}  // namespace minipy
