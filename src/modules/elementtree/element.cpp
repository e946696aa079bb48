// Element: making and destroying elements, their attributes.
//
// CPython: Modules/_elementtree.c (element_init, subelement, element_dealloc)
#include "modules/elementtree/elementtree.h"
#include "objects/dict.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/weak_reference.h"

namespace minipy::elementtree {

Ref<Element> new_element(Object* tag, Dict* attributes_or_null) {
    Element* made = as_element(allocate_instance(&element_type));
    made->tag = share(tag).release();
    made->text = share(&none).release();
    made->tail = share(&none).release();
    if (attributes_or_null && attributes_or_null->used) made->attributes = share(attributes_or_null).release();
    return Ref<Element>::steal(made);
}

Status check_element(const Object* object) {
    if (is_element(object)) return done;
    return raise(type_error_type, fmt::format("expected an Element, not \"{:.200}\"", object->type->name));
}

Status check_argument(const Object* value, bool fits, const char* function, const char* what,
                      const char* expected) {
    if (fits) return done;
    return raise_bad_argument(function, what, expected, value);
}

Result<Dict*> attributes_of(Element* element) {
    if (!element->attributes) element->attributes = new_dict().release();
    return element->attributes;
}

namespace {

// --- Making elements: tag, attrib={}, **extra

/// The attributes of a new element as a dict of its own; empty without an exception if there are none.
/// `argument` says which one `attrib` is if it was given by position.
Result<Ref<Dict>> merged_attributes(Object* given_or_null, Dict* keywords_or_null, const char* function,
                                    const char* argument) {
    if (given_or_null) {
        TRY(check_argument(given_or_null, is_dict(given_or_null), function, argument, "dict"));
        Ref<Dict> merged = TRY(dict_copy(static_cast<Dict*>(given_or_null)));
        if (has_keywords(keywords_or_null)) TRY(dict_merge(merged.get(), keywords_or_null));
        return merged;
    }
    if (!has_keywords(keywords_or_null)) return Ref<Dict>();
    Ref<Dict> extra = TRY(dict_copy(keywords_or_null));
    Object* base = dict_get(extra.get(), name<"attrib">);
    if (!base) return extra;
    if (!is_dict(base))
        return raise(type_error_type, fmt::format("attrib must be dict, not {:.100}", base->type->name));
    Ref<Dict> merged = TRY(dict_copy(static_cast<Dict*>(base)));
    TRY(dict_delete(extra.get(), name<"attrib">));
    TRY(dict_merge(merged.get(), extra.get()));
    return merged;
}

Status check_positional(const char* function, Size given, Size least, Size most) {
    if (least <= given && given <= most) return done;
    const Size bound = given < least ? least : most;
    return raise(type_error_type,
                 fmt::format("{}() takes at {} {} argument{} ({} given)", function,
                             given < least ? "least" : "most", bound, bound == 1 ? "" : "s", given));
}

NewRef element_new(Type* type, Tuple*, Dict*) {
    Element* made = as_element(allocate_instance(type));
    made->tag = share(&none).release();
    made->text = share(&none).release();
    made->tail = share(&none).release();
    return NewRef(made);
}

Status element_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(check_positional("Element", arguments->size, 1, 2));
    Object* given = arguments->size > 1 ? (*arguments)[1] : nullptr;
    Ref<Dict> attributes = TRY(merged_attributes(given, keywords_or_null, "Element", "argument 2"));
    Element* element = as_element(self);
    if (attributes && attributes->used) replace_field(element->attributes, std::move(attributes));
    replace_field(element->tag, share((*arguments)[0]));
    replace_field(element->text, share(&none));
    replace_field(element->tail, share(&none));
    return done;
}

// --- The end of elements

int element_traverse(Object* self, Visit visit, void* context) {
    Element* element = as_element(self);
    for (Object* field :
         {element->tag, element->text, element->tail, static_cast<Object*>(element->attributes)})
        if (int result = field ? visit(field, context) : 0) return result;
    for (Size i = 0; i < element->size(); ++i)
        if (int result = visit(element->child(i), context)) return result;
    return 0;
}

/// The fields that are never null become None: somebody may still look at them.
void element_clear_slot(Object* self) {
    Element* element = as_element(self);
    replace_field(element->tag, share(&none));
    replace_field(element->text, share(&none));
    replace_field(element->tail, share(&none));
    replace_field(element->attributes, Ref<Dict>());
    replace_field(element->children, Ref<List>());
}

void element_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    element_clear_slot(self);
    free_object(self);
}

NewRef element_repr(Object* self) {
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested())
        return raise(runtime_error_type, fmt::format("reentrant call inside {}.__repr__", self->type->name));
    Ref<Str> tag = TRY(repr(as_element(self)->tag));
    return str_from_utf8(
        fmt::format("<Element {} at 0x{:x}>", str_utf8(tag.get()), reinterpret_cast<std::uintptr_t>(self)));
}

// --- Attributes

template <Object* Element::*field>
NewRef get_field(Object* self) {
    return new_ref(as_element(self)->*field);
}

Failure raise_no_deletion() { return raise(attribute_error_type, "can't delete element attribute"); }

template <Object* Element::*field>
Status set_field(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise_no_deletion();
    replace_field(as_element(self)->*field, share(value_or_null));
    return done;
}

NewRef get_attrib(Object* self) { return new_ref(TRY(attributes_of(as_element(self)))); }

Status set_attrib(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise_no_deletion();
    if (!is_dict(value_or_null))
        return raise(type_error_type,
                     fmt::format("attrib must be dict, not {:.200}", value_or_null->type->name));
    replace_field(as_element(self)->attributes, share(static_cast<Dict*>(value_or_null)));
    return done;
}

NewRef element_get(Object* self, Object* const* arguments) {
    if (Ref<Dict> attributes = share(as_element(self)->attributes))
        if (Object* value = TRY(dict_get(attributes.get(), arguments[0]))) return new_ref(value);
    return new_ref(arguments[1]);
}

NewRef element_set(Object* self, Object* const* arguments) {
    Ref<Dict> attributes = share(TRY(attributes_of(as_element(self))));
    TRY(dict_set(attributes.get(), arguments[0], arguments[1]));
    return new_none();
}

NewRef element_keys(Object* self, Object* const*) {
    const Element* element = as_element(self);
    return element->attributes ? dict_key_list(element->attributes) : Ref<Object>(new_list());
}

NewRef element_items(Object* self, Object* const*) {
    Ref<List> items = new_list();
    Dict* attributes = as_element(self)->attributes;
    Size position = 0;
    Object *key, *value;
    while (attributes && dict_next(attributes, position, key, value))
        TRY(list_append(items.get(), pack({key, value}).get()));
    return items;
}

NewRef element_clear(Object* self, Object* const*) {
    Element* element = as_element(self);
    replace_field(element->children, Ref<List>());
    replace_field(element->attributes, Ref<Dict>());
    replace_field(element->text, share(&none));
    replace_field(element->tail, share(&none));
    return new_none();
}

NewRef element_makeelement(Object*, Object* const* arguments) {
    TRY(check_argument(arguments[1], is_dict(arguments[1]), "makeelement", "argument 2", "dict"));
    Ref<Dict> attributes = TRY(dict_copy(static_cast<Dict*>(arguments[1])));
    return new_element(arguments[0], attributes.get());
}

NewRef element_sizeof(Object* self, Object* const*) {
    std::size_t size = self->type->basic_size;
    if (const List* children = as_element(self)->children)
        size += sizeof(List) + static_cast<std::size_t>(children->capacity) * sizeof(Object*);
    return new_int(static_cast<std::int64_t>(size));
}

constexpr NativeDef methods[] = {
    {"clear", element_clear, "($self, /)", "Takes children, attributes, text and tail away."},
    {"get", element_get, "($self, /, key, default=None)", "The attribute of that name, or the default."},
    {"set", element_set, "($self, key, value, /)", "Sets an attribute."},
    {"find", element_find, "($self, /, path, namespaces=None)", "The first child that the path leads to."},
    {"findtext", element_findtext, "($self, /, path, default=None, namespaces=None)",
     "The text of the first child that the path leads to."},
    {"findall", element_findall, "($self, /, path, namespaces=None)", "All children the path leads to."},
    {"append", element_append, "($self, subelement, /)", "Adds a child at the end."},
    {"extend", element_extend, "($self, elements, /)", "Adds children at the end."},
    {"insert", element_insert, "($self, index, subelement, /)", "Adds a child in front of another."},
    {"remove", element_remove, "($self, subelement, /)", "Takes a child away."},
    {"iter", element_iter, "($self, /, tag=None)",
     "The element and all below it, of that tag if one is given."},
    {"itertext", element_itertext, "($self, /)", "All texts within the element."},
    {"iterfind", element_iterfind, "($self, /, path, namespaces=None)",
     "The children that the path leads to, one by one."},
    {"items", element_items, "($self, /)", "The attributes' names and values."},
    {"keys", element_keys, "($self, /)", "The attributes' names."},
    {"makeelement", element_makeelement, "($self, tag, attrib, /)", "A new element that is no child of this."},
    {"__copy__", element_copy, "($self, /)", nullptr},
    {"__deepcopy__", element_deepcopy, "($self, memo, /)", nullptr},
    {"__sizeof__", element_sizeof, "($self, /)", nullptr},
    {"__getstate__", element_getstate, "($self, /)", nullptr},
    {"__setstate__", element_setstate, "($self, state, /)", nullptr},
};

constexpr GetSetDef getset[] = {
    {"tag", get_field<&Element::tag>, set_field<&Element::tag>, "What kind of element this is."},
    {"text", get_field<&Element::text>, set_field<&Element::text>, "The text up to the first child."},
    {"tail", get_field<&Element::tail>, set_field<&Element::tail>, "The text behind the element."},
    {"attrib", get_attrib, set_attrib, "The attributes, a dict."},
};

const TypeSpec spec = {
    .name = "xml.etree.ElementTree.Element",
    .basic_size = sizeof(Element),
    .flags = type_flag::base_type | type_flag::collected,
    .slots = {.new_ = element_new,
              .init = element_init,
              .dealloc = element_dealloc,
              .traverse = element_traverse,
              .clear = element_clear_slot,
              .repr = element_repr,
              .length = element_length,
              .get_item = element_get_item,
              .set_item = element_set_item,
              .item = element_item},
    .methods = methods,
    .getset = getset,
    .weakrefs_offset = offsetof(Element, weakrefs),
};

}  // namespace

Type element_type(spec);

NewRef sub_element(Object*, Object* const* arguments) {
    const Tuple& given = *static_cast<Tuple*>(arguments[0]);
    TRY(check_positional("SubElement", given.size, 2, 3));
    TRY(check_element_argument(given[0], "SubElement", "argument 1"));
    Ref<Dict> attributes = TRY(merged_attributes(given.size > 2 ? given[2] : nullptr,
                                                 static_cast<Dict*>(arguments[1]), "SubElement", "argument 3"));
    Ref<Element> made = TRY(new_element(given[1], attributes.get()));
    TRY(append_child(as_element(given[0]), made.get()));
    return made;
}

}  // namespace minipy::elementtree
