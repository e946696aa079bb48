// Element as a sequence of its children.
//
// Subscripts and slices are those of the list that holds them, with words of Element's own for what is wrong.
//
// CPython: Modules/_elementtree.c (element_subscr, element_ass_subscr, element_add_subelement)
#include "modules/elementtree/elementtree.h"
#include "objects/index.h"
#include "objects/protocol.h"
#include "objects/slice.h"

namespace minipy::elementtree {

Result<List*> children_of(Element* element) {
    if (!element->children) {
        Ref<List> made = TRY(new_list());
        untrack(made.get());
        element->children = made.release();
    }
    return element->children;
}

Status append_child(Element* parent, Object* child) {
    TRY(check_element(child));
    return list_append(TRY(children_of(parent)), child);
}

Result<Size> element_length(Object* self) { return as_element(self)->size(); }

namespace {

bool is_slice(const Object* key) noexcept { return key->type == &slice_type; }

/// The subscript as a position from the front; it may lie outside.
Result<Size> position(const Element* element, Object* key) {
    const Size index = TRY(index_size(key));
    return index < 0 ? index + element->size() : index;
}

Failure raise_bad_key() { return raise(type_error_type, "element indices must be integers"); }

/// What was given as a list of elements.
Ref<List> elements_from(Object* given) {
    Ref<Object> iterator = iterate(given);
    if (!iterator) {
        clear_exception();
        return raise(type_error_type, fmt::format("expected sequence, not \"{:.200}\"", given->type->name));
    }
    Ref<List> elements = new_list();
    TRY(list_extend(elements.get(), iterator.get()));
    return elements;
}

Status set_slice(Element* element, Object* slice, Object* value) {
    const SliceRange bounds = TRY(slice_unpack(static_cast<Slice*>(slice)));
    // An `__index__` may answer differently the second time: from here on the bounds are these numbers.
    Ref<Slice> fixed =
        new_slice(new_int(bounds.start).get(), new_int(bounds.stop).get(), new_int(bounds.step).get());
    Ref<List> elements = TRY(elements_from(value));
    Ref<List> children = share(TRY(children_of(element)));
    const bool refused = bounds.step != 1 && slice_adjust(bounds, children->size).count != elements->size;
    for (Size i = 0; !refused && i < elements->size; ++i) TRY(check_element(elements->items[i]));
    return list_type.slots.set_item(children.get(), fixed.get(), elements.get());
}

/// The place of the child: it itself, or else the first that is equal to it. -1 if there is none.
Result<Size> find_place(Element* element, Object* child) {
    for (Size i = 0; i < element->size(); ++i)
        if (element->child(i) == child) return i;
    for (Size i = 0; i < element->size(); ++i) {
        Ref<Element> candidate = share(element->child(i));
        if (TRY(compare_truth(candidate.get(), child, CompareOp::Eq))) return i < element->size() ? i : -1;
    }
    return -1;
}

}  // namespace

NewRef element_item(Object* self, Size index) {
    const Element* element = as_element(self);
    if (index < 0 || index >= element->size()) return raise(index_error_type, "child index out of range");
    return new_ref(element->child(index));
}

NewRef element_get_item(Object* self, Object* key) {
    if (has_index(key)) return element_item(self, TRY(position(as_element(self), key)));
    if (!is_slice(key)) return raise_bad_key();
    Ref<List> children = share(as_element(self)->children);  // an `__index__` may take it away
    if (!children) return new_list();
    return list_type.slots.get_item(children.get(), key);
}

Status element_set_item(Object* self, Object* key, Object* value_or_null) {
    Element* element = as_element(self);
    if (is_slice(key) && value_or_null) return set_slice(element, key, value_or_null);
    if (is_slice(key)) {
        Ref<List> children = share(TRY(children_of(element)));
        return list_type.slots.set_item(children.get(), key, nullptr);
    }
    if (!has_index(key)) return raise_bad_key();
    const Size index = TRY(position(element, key));
    if (index < 0 || index >= element->size())
        return raise(index_error_type, "child assignment index out of range");
    if (value_or_null) TRY(check_element(value_or_null));
    Ref<List> children = share(element->children);
    return list_type.slots.set_index_item(children.get(), index, value_or_null);
}

NewRef element_append(Object* self, Object* const* arguments) {
    TRY(check_element_argument(arguments[0], "append"));
    TRY(append_child(as_element(self), arguments[0]));
    return new_none();
}

NewRef element_extend(Object* self, Object* const* arguments) {
    Ref<List> elements = TRY(elements_from(arguments[0]));
    for (Size i = 0; i < elements->size; ++i) TRY(append_child(as_element(self), elements->items[i]));
    return new_none();
}

NewRef element_insert(Object* self, Object* const* arguments) {
    const Size index = TRY(argument_size(arguments[0]));
    TRY(check_element_argument(arguments[1], "insert", "argument 2"));
    TRY(list_insert(TRY(children_of(as_element(self))), index, arguments[1]));
    return new_none();
}

NewRef element_remove(Object* self, Object* const* arguments) {
    TRY(check_element_argument(arguments[0], "remove"));
    Element* element = as_element(self);
    const Size place = TRY(find_place(element, arguments[0]));
    if (place < 0) return raise(value_error_type, "list.remove(x): x not in list");
    Ref<List> children = share(element->children);
    TRY(list_type.slots.set_index_item(children.get(), place, nullptr));
    return new_none();
}

}  // namespace minipy::elementtree
