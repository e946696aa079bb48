// Copies and pickles of elements.
//
// A pickle holds the dict that instances of the Python class Element would have, so that either kind can read
// what the other has written.
//
// CPython: Modules/_elementtree.c (deepcopy, element_setstate_from_attributes)
#include "modules/elementtree/elementtree.h"
#include "objects/arguments.h"
#include "objects/call.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/thread_state.h"

namespace minipy::elementtree {
namespace {

bool is_text_dict(Dict* dict) noexcept {
    Size position = 0;
    Object *key, *value;
    while (dict_next(dict, position, key, value))
        if (!is_exactly(key, str_type) || !is_exactly(value, str_type)) return false;
    return true;
}

/// A deep copy; of what only the element has, without asking the module `copy`. The object may be a field that
/// code which runs on the way replaces.
Ref<Object> deep_copy(Object* field, Object* memo) {
    const bool has_one_owner = field->refcount == 1;
    Ref<Object> object = share(field);
    if (is_none(field) || is_exactly(field, str_type)) return object;
    if (has_one_owner) {
        if (is_exactly(field, dict_type) && is_text_dict(static_cast<Dict*>(field)))
            return dict_copy(static_cast<Dict*>(field));
        if (is_exactly(field, element_type)) return element_deepcopy(field, &memo);
    }
    return call(deepcopy_function, {field, memo});
}

/// A text of a pickle: older ones may hold a list of pieces.
Ref<Object> pickled_text(Object* value_or_null) {
    if (!value_or_null) return share(&none);
    if (!is_exactly(value_or_null, list_type)) return share(value_or_null);
    return str_join(empty_str().get(), static_cast<List*>(value_or_null)->span());
}

}  // namespace

NewRef element_copy(Object* self, Object* const*) {
    const Element* element = as_element(self);
    Ref<Element> copy = TRY(new_element(element->tag, element->attributes));
    replace_field(copy->text, share(element->text));
    replace_field(copy->tail, share(element->tail));
    for (Size i = 0; i < element->size(); ++i) TRY(append_child(copy.get(), element->child(i)));
    return copy;
}

NewRef element_deepcopy(Object* self, Object* const* arguments) {
    Object* memo = arguments[0];
    TRY(check_argument(memo, is_dict(memo), "__deepcopy__", "argument", "dict"));
    if (stack_is_low()) return raise_recursion_error(" in a deep copy");
    Element* element = as_element(self);
    Ref<Object> tag = TRY(deep_copy(element->tag, memo));
    Ref<Object> attributes;
    if (element->attributes) attributes = TRY(deep_copy(element->attributes, memo));
    if (attributes && !is_dict(attributes.get()))
        return raise(type_error_type, fmt::format("attrib must be dict, not {}", attributes->type->name));
    Ref<Element> copy = TRY(new_element(tag.get(), static_cast<Dict*>(attributes.get())));
    replace_field(copy->text, TRY(deep_copy(element->text, memo)));
    replace_field(copy->tail, TRY(deep_copy(element->tail, memo)));
    for (Size i = 0; i < element->size(); ++i)
        TRY(append_child(copy.get(), TRY(deep_copy(element->child(i), memo)).get()));
    Ref<Int> id = new_int(reinterpret_cast<std::intptr_t>(self));
    TRY(dict_set(static_cast<Dict*>(memo), id.get(), copy.get()));
    return copy;
}

NewRef element_getstate(Object* self, Object* const*) {
    Element* element = as_element(self);
    Ref<List> children = new_list();
    for (Size i = 0; i < element->size(); ++i) TRY(list_append(children.get(), element->child(i)));
    Ref<Dict> attributes = element->attributes ? share(element->attributes) : new_dict();
    Ref<Dict> state = new_dict();
    TRY(dict_set(state.get(), name<"tag">, element->tag));
    TRY(dict_set(state.get(), name<"_children">, children.get()));
    TRY(dict_set(state.get(), name<"attrib">, attributes.get()));
    TRY(dict_set(state.get(), name<"text">, element->text));
    TRY(dict_set(state.get(), name<"tail">, element->tail));
    return state;
}

NewRef element_setstate(Object* self, Object* const* arguments) {
    Object* state = arguments[0];
    if (!is_exactly(state, dict_type))
        return raise(type_error_type, fmt::format("Don't know how to unpickle \"{:.200}\" as an Element",
                                                  repr_for_message(state)));
    static constexpr const char* names[] = {"tag", "attrib", "text", "tail", "_children"};
    Object* bound[5];
    Ref<Tuple> no_positional = new_tuple({});
    Ref<Dict> keep = TRY(dict_copy(static_cast<Dict*>(state)));  // what dies below may empty the state
    TRY(bind_arguments("", names, no_positional.get(), keep.get(), bound));
    auto [tag, attributes, text, tail, children] = bound;
    if (!tag) return raise(type_error_type, "tag may not be NULL");
    if (attributes && !is_dict(attributes))
        return raise(type_error_type, fmt::format("attrib must be dict, not {:.200}", attributes->type->name));
    if (children && !is_list(children)) return raise(type_error_type, "'_children' is not a list");
    Element* element = as_element(self);
    Ref<Object> new_text = TRY(pickled_text(text)), new_tail = TRY(pickled_text(tail));
    replace_field(element->tag, share(tag));
    replace_field(element->text, std::move(new_text));
    replace_field(element->tail, std::move(new_tail));
    if (children) {
        replace_field(element->children, Ref<List>());
        replace_field(element->attributes, Ref<Dict>());
        auto* list = static_cast<List*>(children);
        for (Size i = 0; i < list->size; ++i) TRY(append_child(element, list->items[i]));
    }
    if (attributes) replace_field(element->attributes, share(static_cast<Dict*>(attributes)));
    return new_none();
}

}  // namespace minipy::elementtree
