// Finding elements: children by their tag, all elements and texts below one; anything else is left to the
// module ElementPath.
//
// Comparing tags may run code that changes the tree: children are counted anew at each step, and what is looked
// at is owned.
//
// CPython: Modules/_elementtree.c (checkpath, elementiter_next)
#include <memory>
#include <vector>

#include "modules/elementtree/elementtree.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/iterator_support.h"
#include "objects/protocol.h"

namespace minipy::elementtree {
namespace {

/// Whether the text is a path and no plain tag; what stands in braces, a name space, does not count.
template <class At>
bool is_path_text(Size size, At at) {
    const bool any_space = size >= 3 && at(0) == '{' && (at(1) == '}' || (at(1) == '*' && at(2) == '}'));
    if (any_space) return true;
    bool in_braces = false;
    for (Size i = 0; i < size; ++i) {
        switch (at(i)) {
            case '{': in_braces = true; break;
            case '}': in_braces = false; break;
            case '/':
            case '*':
            case '[':
            case '@':
            case '.':
                if (!in_braces) return true;
        }
    }
    return false;
}

bool is_path(const Object* tag) {
    if (is_str(tag)) {
        const auto* text = static_cast<const Str*>(tag);
        return is_path_text(text->size, [text](Size i) { return text->at(i); });
    }
    if (!is_bytes(tag)) return true;
    const std::string_view octets = static_cast<const Bytes*>(tag)->view();
    return is_path_text(static_cast<Size>(octets.size()), [octets](Size i) {
        return static_cast<char32_t>(octets[static_cast<std::size_t>(i)]);
    });
}

Result<bool> has_tag(Element* element, Object* tag) {
    Ref<Object> own = share(element->tag);
    return compare_truth(own.get(), tag, CompareOp::Eq);
}

/// The next child with the tag, from a position on, which moves behind it; empty without an exception at the
/// end.
Ref<Element> next_with_tag(const Element* parent, Object* tag, Size& from) {
    while (from < parent->size()) {
        Ref<Element> child = share(parent->child(from++));
        if (TRY(has_tag(child.get(), tag))) return child;
    }
    return nullptr;
}

/// `ElementPath.function(self, arguments...)`.
Ref<Object> by_path(Str* function, std::initializer_list<Object*> arguments) {
    return call_method(path_module, function, arguments);
}

bool is_star(const Object* tag) {
    if (is_str(tag)) return str_equal(static_cast<const Str*>(tag), "*");
    return is_bytes(tag) && static_cast<const Bytes*>(tag)->view() == "*";
}

}  // namespace

NewRef element_find(Object* self, Object* const* arguments) {
    Object *path = arguments[0], *namespaces = arguments[1];
    if (!is_none(namespaces) || is_path(path)) return by_path(name<"find">, {self, path, namespaces});
    Size from = 0;
    Ref<Element> found = next_with_tag(as_element(self), path, from);
    if (found || pending_exception()) return found;
    return new_none();
}

NewRef element_findtext(Object* self, Object* const* arguments) {
    Object *path = arguments[0], *fallback = arguments[1], *namespaces = arguments[2];
    if (!is_none(namespaces) || is_path(path))
        return by_path(name<"findtext">, {self, path, fallback, namespaces});
    Size from = 0;
    Ref<Element> found = next_with_tag(as_element(self), path, from);
    if (!found) return pending_exception() ? NewRef(failed) : new_ref(fallback);
    if (is_none(found->text)) return empty_str();
    return new_ref(found->text);
}

NewRef element_findall(Object* self, Object* const* arguments) {
    Object *path = arguments[0], *namespaces = arguments[1];
    if (!is_none(namespaces) || is_path(path)) return by_path(name<"findall">, {self, path, namespaces});
    Ref<List> all = new_list();
    Size from = 0;
    while (Ref<Element> found = next_with_tag(as_element(self), path, from))
        TRY(list_append(all.get(), found.get()));
    if (pending_exception()) return failed;
    return all;
}

NewRef element_iterfind(Object* self, Object* const* arguments) {
    return by_path(name<"iterfind">, {self, arguments[0], arguments[1]});
}

// --- The iterator over a whole tree

namespace {

/// Invariant: `path` leads from the first element to the one that was visited last; of each it is known which
/// of its children comes next. `root` is that first element as long as it has not been visited.
struct ElementIterator : Object {
    struct Step {
        Element* element;  // owned
        Size next_child;
    };
    Element* root;
    Object* tag;  // None: any
    bool texts;
    std::vector<Step> path;
};

ElementIterator* as_iterator(Object* self) noexcept { return static_cast<ElementIterator*>(self); }

NewRef new_iterator(Object* root, Object* tag, bool texts) {
    ElementIterator* made = as_iterator(allocate_instance(&element_iterator_type));
    std::construct_at(&made->path);
    made->root = share(as_element(root)).release();
    made->tag = share(tag).release();
    made->texts = texts;
    return NewRef(made);
}

int iterator_traverse(Object* self, Visit visit, void* context) {
    ElementIterator* iterator = as_iterator(self);
    for (Object* field : {static_cast<Object*>(iterator->root), iterator->tag})
        if (int result = field ? visit(field, context) : 0) return result;
    for (const ElementIterator::Step& step : iterator->path)
        if (int result = visit(step.element, context)) return result;
    return 0;
}

void iterator_clear(Object* self) {
    ElementIterator* iterator = as_iterator(self);
    replace_field(iterator->root, Ref<Element>());
    replace_field(iterator->tag, Ref<Object>());
    for (const ElementIterator::Step& step : std::exchange(iterator->path, {})) decref(step.element);
}

void iterator_dealloc(Object* self) noexcept {
    untrack(self);
    iterator_clear(self);
    std::destroy_at(&as_iterator(self)->path);
    free_object(self);
}

/// What the walk comes to next: an element that it enters, or one that it leaves.
struct Visited {
    Ref<Element> element;  // empty: the walk is over
    bool leaving;
};

Visited walk(ElementIterator* iterator) {
    Ref<Element> entered;
    if (iterator->path.empty()) {
        entered = Ref<Element>::steal(std::exchange(iterator->root, nullptr));
        if (!entered) return {};
    } else {
        ElementIterator::Step& last = iterator->path.back();
        if (last.next_child >= last.element->size()) {
            Ref<Element> left = Ref<Element>::steal(last.element);
            iterator->path.pop_back();
            return {std::move(left), true};
        }
        entered = share(last.element->child(last.next_child++));
    }
    iterator->path.push_back({share(entered.get()).release(), 0});
    return {std::move(entered), false};
}

/// Texts come when an element is entered, tails when it is left; the first element's tail is outside of it.
NewRef next_text(ElementIterator* iterator) {
    for (;;) {
        const auto [element, leaving] = walk(iterator);
        if (!element) return nullptr;
        if (leaving && iterator->path.empty()) continue;
        Ref<Object> text = share(leaving ? element->tail : element->text);
        if (!is_none(text.get()) && TRY(truth(text.get()))) return text;
    }
}

NewRef next_element(ElementIterator* iterator) {
    Ref<Object> tag = share(iterator->tag);
    for (;;) {
        auto [element, leaving] = walk(iterator);
        if (!element) return nullptr;
        if (leaving) continue;
        if (is_none(tag.get()) || TRY(has_tag(element.get(), tag.get()))) return std::move(element);
    }
}

NewRef iterator_next(Object* self) {
    return as_iterator(self)->texts ? next_text(as_iterator(self)) : next_element(as_iterator(self));
}

const TypeSpec iterator_spec = {
    .name = "_elementtree._element_iterator",
    .basic_size = sizeof(ElementIterator),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = iterator_traverse,
              .clear = iterator_clear,
              .iter = iterator_self,
              .next = iterator_next},
};

}  // namespace

Type element_iterator_type(iterator_spec);

NewRef element_iter(Object* self, Object* const* arguments) {
    return new_iterator(self, is_star(arguments[0]) ? &none : arguments[0], false);
}

NewRef element_itertext(Object* self, Object* const*) { return new_iterator(self, &none, true); }

}  // namespace minipy::elementtree
