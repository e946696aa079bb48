// The views of a dict: keys(), values(), items().
//
// A view holds its dict and nothing else. Views of keys and items behave like sets: they compare with sets
// and other views, and their operators make new sets.
//
// CPython: Objects/dictobject.c (_PyDictViewObject)
#include <fmt/format.h>

#include <utility>

#include "objects/dict/dict_internal.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/mapping_proxy.h"
#include "objects/native.h"
#include "objects/repr_guard.h"
#include "objects/set.h"
#include "objects/singletons.h"
#include "objects/str_builder.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

Dict* dict_of(Object* view) noexcept { return dict_of_view(view); }

void view_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(dict_of(self));
    free_object(self);
}

int view_traverse(Object* self, Visit visit, void* context) {
    return dict_of(self) ? visit(dict_of(self), context) : 0;
}

Result<Size> view_length(Object* self) { return dict_of(self)->used; }

template <DictPart part>
NewRef view_iter(Object* self) {
    return new_dict_iterator(dict_of(self), part);
}

template <DictPart part>
NewRef view_reversed(Object* self, Object* const*) {
    return new_dict_reverse_iterator(dict_of(self), part);
}

NewRef view_repr(Object* self) {
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested()) return str_from_utf8("...");
    Ref<List> items = new_list();
    TRY(list_extend(items.get(), self));
    Ref<Str> shown = TRY(repr(items.get()));
    StrBuilder text;
    text.append_ascii(self->type->name);
    text.append_ascii("(");
    text.append(shown.get());
    text.append_ascii(")");
    return text.finish();
}

Result<bool> keys_contain(Object* self, Object* key) { return TRY(dict_get(dict_of(self), key)) != nullptr; }

Result<bool> items_contain(Object* self, Object* item) {
    if (!is_tuple(item) || static_cast<Tuple*>(item)->size != 2) return false;
    Tuple* pair = static_cast<Tuple*>(item);
    Ref<Object> found = Ref<Object>::share(TRY(dict_get(dict_of(self), (*pair)[0])));
    if (!found) return false;
    return compare_truth(found.get(), (*pair)[1], CompareOp::Eq);
}

// --- as sets

bool is_set_view(const Object* object) noexcept {
    return is_instance_of(object, dict_keys_type) || is_instance_of(object, dict_items_type);
}

bool is_set_like(const Object* object) noexcept { return is_any_set(object) || is_set_view(object); }

/// Whether every item of the one is in the other.
Result<bool> all_contained(Object* items, Object* container) {
    Ref<Object> iterator = TRY(iterate(items));
    while (Ref<Object> item = next(iterator.get()))
        if (!TRY(contains(container, item.get()))) return false;
    if (pending_exception()) return failed;
    return true;
}

NewRef view_compare(Object* self, Object* other, CompareOp op) {
    if (!is_set_like(other)) return new_ref(&not_implemented);
    const Size size = dict_of(self)->used, other_size = TRY(length(other));
    switch (op) {
        case CompareOp::Eq: return new_bool(size == other_size && TRY(all_contained(self, other)));
        case CompareOp::Ne: return new_bool(size != other_size || !TRY(all_contained(self, other)));
        case CompareOp::Lt: return new_bool(size < other_size && TRY(all_contained(self, other)));
        case CompareOp::Le: return new_bool(size <= other_size && TRY(all_contained(self, other)));
        case CompareOp::Gt: return new_bool(size > other_size && TRY(all_contained(other, self)));
        case CompareOp::Ge: return new_bool(size >= other_size && TRY(all_contained(other, self)));
    }
    __builtin_unreachable();
}

Ref<Set> as_new_set(Object* iterable) {
    Ref<Set> set = new_set();
    TRY(set_update(set.get(), iterable));
    return set;
}

/// `set(left) operator= right`, through the set's own method so that any iterable will do.
NewRef view_or(Object* left, Object* right) {
    Ref<Set> result = TRY(as_new_set(left));
    TRY(set_update(result.get(), right));
    return result;
}

NewRef view_subtract(Object* left, Object* right) {
    Ref<Set> result = TRY(as_new_set(left));
    Ref<Object> iterator = TRY(iterate(right));
    while (Ref<Object> item = next(iterator.get())) TRY(set_discard(result.get(), item.get()));
    if (pending_exception()) return failed;
    return result;
}

NewRef view_xor(Object* left, Object* right) {
    Ref<Set> result = TRY(as_new_set(left)), others = TRY(as_new_set(right));
    Size position = 0;
    while (Object* item = set_next(others.get(), position)) {
        if (TRY(set_discard(result.get(), item))) continue;
        TRY(set_add(result.get(), item));
    }
    return result;
}

/// The shorter side is walked where both are views.
NewRef view_and(Object* left, Object* right) {
    Object *walked = right, *searched = left;
    if (!is_set_view(left)) std::swap(walked, searched);
    if (is_set_view(walked) && dict_of(walked)->used > dict_of(searched)->used) std::swap(walked, searched);
    const bool smaller_than_set = is_exactly(walked, set_type) &&
                                  dict_of(searched)->used <= static_cast<Set*>(walked)->used;
    if (smaller_than_set) std::swap(walked, searched);
    Ref<Set> result = new_set();
    Ref<Object> iterator = TRY(iterate(walked));
    while (Ref<Object> item = next(iterator.get()))
        if (TRY(contains(searched, item.get()))) TRY(set_add(result.get(), item.get()));
    if (pending_exception()) return failed;
    return result;
}

NewRef view_is_disjoint(Object* self, Object* const* arguments) {
    Object *searched = self, *walked = arguments[0];
    if (self == walked) return new_bool(dict_of(self)->used == 0);
    if (is_set_like(walked) && TRY(length(walked)) > dict_of(self)->used) std::swap(searched, walked);
    Ref<Object> iterator = TRY(iterate(walked));
    while (Ref<Object> item = next(iterator.get()))
        if (TRY(contains(searched, item.get()))) return new_bool(false);
    if (pending_exception()) return failed;
    return new_bool(true);
}

NewRef view_mapping(Object* self) { return new_mapping_proxy(dict_of(self)); }

// --- the types

template <DictPart part>
constexpr NativeDef set_view_methods[] = {
    {"isdisjoint", view_is_disjoint, "-($self, other, /)", "Whether there are no common items."},
    {"__reversed__", view_reversed<part>, "-($self, /)", "An iterator from the last entry to the first."},
};

constexpr NativeDef value_view_methods[] = {
    {"__reversed__", view_reversed<DictPart::Values>, "-($self, /)",
     "An iterator from the last entry to the first."},
};

constexpr GetSetDef view_getset[] = {
    {"mapping", view_mapping, nullptr, "The dict of this view, read only."},
};

template <DictPart part>
constexpr TypeSpec set_view_spec(const char* name, ContainsSlot contains) {
    return {.name = name,
            .basic_size = sizeof(DictView),
            .flags = type_flag::collected | type_flag::disallow_new,
            .slots = {.dealloc = view_dealloc,
                      .traverse = view_traverse,
                      .repr = view_repr,
                      .compare = view_compare,
                      .iter = view_iter<part>,
                      .subtract = view_subtract,
                      .bit_and = view_and,
                      .bit_xor = view_xor,
                      .bit_or = view_or,
                      .length = view_length,
                      .contains = contains},
            .methods = set_view_methods<part>,
            .getset = view_getset};
}

const TypeSpec keys_spec = set_view_spec<DictPart::Keys>("dict_keys", keys_contain);
const TypeSpec items_spec = set_view_spec<DictPart::Items>("dict_items", items_contain);
const TypeSpec values_spec = {.name = "dict_values",
                              .basic_size = sizeof(DictView),
                              .flags = type_flag::collected | type_flag::disallow_new,
                              .slots = {.dealloc = view_dealloc,
                                        .traverse = view_traverse,
                                        .repr = view_repr,
                                        .iter = view_iter<DictPart::Values>,
                                        .length = view_length},
                              .methods = value_view_methods,
                              .getset = view_getset};

}  // namespace

Type dict_keys_type(keys_spec);
Type dict_values_type(values_spec);
Type dict_items_type(items_spec);

NewRef new_dict_view(Dict* dict, DictPart part) {
    Type& type = part == DictPart::Keys     ? dict_keys_type
                 : part == DictPart::Values ? dict_values_type
                                            : dict_items_type;
    auto* view = static_cast<DictView*>(allocate_instance(&type));
    incref(dict);
    view->dict = dict;
    return NewRef(view);
}

}  // namespace minipy
