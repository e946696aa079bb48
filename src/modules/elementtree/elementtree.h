// _elementtree: the elements of xml.etree.ElementTree, what builds trees of them, and the parser that feeds it.
//
// Element is in element.cpp (life, attributes), children.cpp (as a sequence), search.cpp (find and iter) and
// copying.cpp (copies, pickles); TreeBuilder and XMLParser have a file each.
// Invariant: an element's list of children belongs to it alone and holds elements alone. The collector does not
// know the list: the element shows it what is in there.
//
// CPython: Modules/_elementtree.c
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "modules/support.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/singletons.h"

namespace minipy::elementtree {

struct Element : Object {
    Object *tag, *text, *tail;
    Dict* attributes;  // or null: none yet
    List* children;    // or null: none yet
    Object* weakrefs;

    Size size() const noexcept { return children ? children->size : 0; }
    Element* child(Size index) const noexcept { return static_cast<Element*>(children->items[index]); }
};

extern Type element_type, element_iterator_type, tree_builder_type, xml_parser_type;

inline Element* as_element(Object* object) noexcept { return static_cast<Element*>(object); }
inline bool is_element(const Object* object) noexcept { return is_instance_of(object, element_type); }

/// An element that takes over neither; it shares the dict.
Ref<Element> new_element(Object* tag, Dict* attributes_or_null);
/// TypeError 'expected an Element, not "int"'.
Status check_element(const Object* object);
Status append_child(Element* parent, Object* child);
/// The element's own list or dict, made now if there was none.
Result<List*> children_of(Element* element);
Result<Dict*> attributes_of(Element* element);

/// `SubElement(parent, tag, attrib={}, **extra)`.
NewRef sub_element(Object* module, Object* const* arguments);

/// The argument if it is of the type: TypeError "append() argument must be xml.etree.ElementTree.Element, not
/// int"; `what` is "argument" or "argument 2".
Status check_argument(const Object* value, bool fits, const char* function, const char* what,
                      const char* expected);
inline Status check_element_argument(const Object* value, const char* function, const char* what = "argument") {
    return check_argument(value, is_element(value), function, what, "xml.etree.ElementTree.Element");
}

// Parts of Element's slots and table of methods.
Result<Size> element_length(Object* self);
NewRef element_get_item(Object* self, Object* key);
Status element_set_item(Object* self, Object* key, Object* value_or_null);
NewRef element_item(Object* self, Size index);
NewRef element_append(Object*, Object*const*), element_extend(Object*, Object*const*),
    element_insert(Object*, Object*const*), element_remove(Object*, Object*const*),
    element_find(Object*, Object*const*), element_findtext(Object*, Object*const*),
    element_findall(Object*, Object*const*), element_iterfind(Object*, Object*const*),
    element_iter(Object*, Object*const*), element_itertext(Object*, Object*const*),
    element_copy(Object*, Object*const*), element_deepcopy(Object*, Object*const*),
    element_getstate(Object*, Object*const*), element_setstate(Object*, Object*const*);

/// What events a program may ask for, in the order of `event_names`.
enum Event { start_event, end_event, start_ns_event, end_ns_event, comment_event, pi_event, event_count };
inline constexpr std::array<const char*, event_count> event_names = {"start",  "end",     "start-ns",
                                                                     "end-ns", "comment", "pi"};

/// Invariant: `pieces` and `parsed` are text that waits to become the text of `last`, or the tail of
/// `last_for_tail` if that is there; `parsed` comes behind `pieces`.
struct TreeBuilder : Object {
    Object *root, *current, *last, *last_for_tail;  // each may be null
    List* open;                                     // the elements around the current one; None around the root
    List* pieces;                                   // what `data` was called with, or null
    Object *element_factory, *comment_factory, *pi_factory;
    Object* append_event;  // null: no events are wanted
    std::array<Object*, event_count> events;
    bool insert_comments, insert_pis;
    std::string parsed;  // from the parser, UTF-8

    bool wants(Event event) const noexcept { return append_event && events[event]; }
};

inline TreeBuilder* as_builder(Object* object) noexcept { return static_cast<TreeBuilder*>(object); }

// What a TreeBuilder does of each event; the results are those of its methods.
Ref<Object> build_start(TreeBuilder* builder, Object* tag, Dict* attributes_or_null);
Ref<Object> build_end(TreeBuilder* builder);
Ref<Object> build_comment(TreeBuilder* builder, Object* text);
Ref<Object> build_pi(TreeBuilder* builder, Object* target, Object* text);
Status build_data(TreeBuilder* builder, Object* data);
void build_parsed_data(TreeBuilder* builder, std::string_view utf8);
/// Tells the program of the event if it wants to hear of it.
Status tell(TreeBuilder* builder, Event event, Object* node);

/// `_set_factories(comment_factory, pi_factory)`.
NewRef set_factories(Object* module, Object* const* arguments);

/// xml.etree.ElementTree.ParseError.
extern Type* parse_error_class;
/// What Python code helps with: copy.deepcopy, the module xml.etree.ElementPath.
extern Object *deepcopy_function, *path_module;

}  // namespace minipy::elementtree
