// TreeBuilder: a tree made of the events start, data, end and so on, which a parser or a program tells.
//
// CPython: Modules/_elementtree.c (treebuilder_handle_start and its like)
#include <memory>

#include "modules/elementtree/elementtree.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/protocol.h"

namespace minipy::elementtree {
namespace {

/// What makes comments and processing instructions where a builder is told of no other function; or null.
Object *usual_comment_factory = nullptr, *usual_pi_factory = nullptr;

// --- Text

/// The text that waits, as one object; it waits no more.
Ref<Object> take_text(TreeBuilder* builder) {
    if (!builder->parsed.empty()) {
        Ref<Str> parsed = str_from_utf8(builder->parsed);
        builder->parsed.clear();
        if (!builder->pieces) return parsed;
        TRY(list_append(builder->pieces, parsed.get()));
    }
    Ref<List> pieces = Ref<List>::steal(std::exchange(builder->pieces, nullptr));
    if (pieces->size == 1) return share(pieces->items[0]);
    return str_join(empty_str().get(), pieces->span());
}

/// Gives the text that waits to the element whose text or tail it is, behind what that has already.
Status flush(TreeBuilder* builder) {
    if (!builder->pieces && builder->parsed.empty()) return done;
    Ref<Object> text = TRY(take_text(builder));
    const bool is_tail = builder->last_for_tail != nullptr;
    Ref<Object> target = share(is_tail ? builder->last_for_tail : builder->last);
    if (is_exactly(target.get(), element_type)) {
        Element* element = as_element(target.get());
        Object*& place = is_tail ? element->tail : element->text;
        if (is_none(place)) {
            replace_field(place, std::move(text));
            return done;
        }
    }
    Str* attribute = is_tail ? name<"tail"> : name<"text">;
    Ref<Object> previous = TRY(get_attribute(target.get(), attribute));
    if (!is_none(previous.get())) text = TRY(binary_operation(BinaryOp::Add, previous.get(), text.get()));
    return set_attribute(target.get(), attribute, text.get());
}

Status append_to(Object* parent, Object* child) {
    if (is_exactly(parent, element_type)) return append_child(as_element(parent), child);
    TRY(call_method(parent, name<"append">, {child}));
    return done;
}

/// Adds a comment or a processing instruction to the current element; text that follows is its tail.
Status insert_beside_text(TreeBuilder* builder, Object* node) {
    if (!builder->current) return done;
    Ref<Object> parent = share(builder->current);
    TRY(append_to(parent.get(), node));
    replace_field(builder->last_for_tail, share(node));
    return done;
}

}  // namespace

Status tell(TreeBuilder* builder, Event event, Object* node) {
    if (!builder->wants(event)) return done;
    Ref<Object> append = share(builder->append_event);
    TRY(call(append.get(), {pack({builder->events[event], node}).get()}));
    return done;
}

// --- The events

Ref<Object> build_start(TreeBuilder* builder, Object* tag, Dict* attributes_or_null) {
    TRY(flush(builder));
    Ref<Object> node;
    if (Ref<Object> factory = share(builder->element_factory)) {
        Ref<Dict> attributes = attributes_or_null ? share(attributes_or_null) : new_dict();
        node = TRY(call(factory.get(), {tag, attributes.get()}));
    } else {
        node = TRY(new_element(tag, attributes_or_null));
    }
    replace_field(builder->last_for_tail, Ref<Object>());
    Ref<Object> parent = share(builder->current);
    if (parent) {
        TRY(append_to(parent.get(), node.get()));
    } else {
        if (builder->root) return raise(*parse_error_class, "multiple elements on top level");
        builder->root = share(node.get()).release();
    }
    TRY(list_append(builder->open, parent ? parent.get() : &none));
    replace_field(builder->current, share(node.get()));
    replace_field(builder->last, share(node.get()));
    TRY(tell(builder, start_event, node.get()));
    return node;
}

Ref<Object> build_end(TreeBuilder* builder) {
    TRY(flush(builder));
    List* open = builder->open;
    if (open->size == 0) return raise(index_error_type, "pop from empty stack");
    Ref<Object> ended = share(builder->current), outer = share(open->items[open->size - 1]);
    TRY(list_type.slots.set_index_item(open, open->size - 1, nullptr));
    // First what `open` goes with: the elements that the others replace may run code when they die.
    replace_field(builder->current, is_none(outer.get()) ? Ref<Object>() : std::move(outer));
    replace_field(builder->last, share(ended.get()));
    replace_field(builder->last_for_tail, share(ended.get()));
    TRY(tell(builder, end_event, ended.get()));
    return ended;
}

Status build_data(TreeBuilder* builder, Object* data) {
    if (!builder->last) return done;  // in front of the first element
    if (!builder->pieces) builder->pieces = TRY(new_list()).release();
    if (!builder->parsed.empty()) {
        TRY(list_append(builder->pieces, str_from_utf8(builder->parsed).get()));
        builder->parsed.clear();
    }
    return list_append(builder->pieces, data);
}

void build_parsed_data(TreeBuilder* builder, std::string_view utf8) {
    if (builder->last) builder->parsed.append(utf8);
}

Ref<Object> build_comment(TreeBuilder* builder, Object* text) {
    TRY(flush(builder));
    Ref<Object> node = share(text), factory = share(builder->comment_factory);
    if (factory) {
        node = TRY(call(factory.get(), {text}));
        if (builder->insert_comments) TRY(insert_beside_text(builder, node.get()));
    }
    TRY(tell(builder, comment_event, node.get()));
    return node;
}

Ref<Object> build_pi(TreeBuilder* builder, Object* target, Object* text) {
    TRY(flush(builder));
    Ref<Object> node, factory = share(builder->pi_factory);
    if (factory) {
        node = TRY(call(factory.get(), {target, text}));
        if (builder->insert_pis) TRY(insert_beside_text(builder, node.get()));
    } else {
        node = pack({target, text});
    }
    TRY(tell(builder, pi_event, node.get()));
    return node;
}

NewRef set_factories(Object*, Object* const* arguments) {
    Object *comment = arguments[0], *pi = arguments[1];
    const auto check = [](Object* factory, const char* what) -> Status {
        if (is_none(factory) || is_callable(factory)) return done;
        return raise(type_error_type,
                     fmt::format("{} factory must be callable, not {:.100}", what, factory->type->name));
    };
    TRY(check(comment, "Comment"));
    TRY(check(pi, "PI"));
    const auto or_none = [](Object* object_or_null) { return object_or_null ? object_or_null : &none; };
    const auto or_null = [](Object* object) { return is_none(object) ? Ref<Object>() : share(object); };
    Ref<Tuple> old = pack({or_none(usual_comment_factory), or_none(usual_pi_factory)});
    replace_field(usual_comment_factory, or_null(comment));
    replace_field(usual_pi_factory, or_null(pi));
    return old;
}

// --- The type

namespace {

NewRef builder_new(Type* type, Tuple*, Dict*) {
    TreeBuilder* made = as_builder(allocate_instance(type));
    std::construct_at(&made->parsed);
    made->open = new_list().release();
    return NewRef(made);
}

Status builder_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"element_factory", "comment_factory", "pi_factory",
                                            "insert_comments", "insert_pis"};
    if (arguments->size > 1)
        return raise(
            type_error_type,
            fmt::format("TreeBuilder() takes at most 1 positional argument ({} given)", arguments->size));
    Object* bound[5];
    TRY(bind_arguments("TreeBuilder", names, arguments, keywords_or_null, bound));
    const auto given_or = [](Object* given_or_null, Object* usual) {
        const bool left_out = !given_or_null || is_none(given_or_null);
        return left_out ? share(usual) : share(given_or_null);
    };
    const bool comments = bound[3] && TRY(truth(bound[3])), pis = bound[4] && TRY(truth(bound[4]));
    TreeBuilder* builder = as_builder(self);
    replace_field(builder->element_factory, given_or(bound[0], nullptr));
    replace_field(builder->comment_factory, given_or(bound[1], usual_comment_factory));
    replace_field(builder->pi_factory, given_or(bound[2], usual_pi_factory));
    builder->insert_comments = comments;
    builder->insert_pis = pis;
    return done;
}

using BuilderFields =
    OwnedFields<TreeBuilder, &TreeBuilder::root, &TreeBuilder::current, &TreeBuilder::last,
                &TreeBuilder::last_for_tail, &TreeBuilder::pieces, &TreeBuilder::element_factory,
                &TreeBuilder::comment_factory, &TreeBuilder::pi_factory, &TreeBuilder::append_event>;

int builder_traverse(Object* self, Visit visit, void* context) {
    List* open = as_builder(self)->open;
    if (int result = open ? visit(open, context) : 0) return result;
    for (Object* event : as_builder(self)->events)
        if (int result = event ? visit(event, context) : 0) return result;
    return BuilderFields::traverse(self, visit, context);
}

void builder_clear(Object* self) {
    BuilderFields::clear(self);
    for (Object*& event : as_builder(self)->events) replace_field(event, Ref<Object>());
}

void builder_dealloc(Object* self) noexcept {
    untrack(self);
    builder_clear(self);
    TreeBuilder* builder = as_builder(self);
    decref(builder->open);
    std::destroy_at(&builder->parsed);
    free_object(self);
}

NewRef builder_start(Object* self, Object* const* arguments) {
    TRY(check_argument(arguments[1], is_dict(arguments[1]), "start", "argument 2", "dict"));
    return build_start(as_builder(self), arguments[0], static_cast<Dict*>(arguments[1]));
}
NewRef builder_end(Object* self, Object* const*) { return build_end(as_builder(self)); }
NewRef builder_data(Object* self, Object* const* arguments) {
    TRY(build_data(as_builder(self), arguments[0]));
    return new_none();
}
NewRef builder_comment(Object* self, Object* const* arguments) {
    return build_comment(as_builder(self), arguments[0]);
}
NewRef builder_pi(Object* self, Object* const* arguments) {
    return build_pi(as_builder(self), arguments[0], arguments[1]);
}
NewRef builder_close(Object* self, Object* const*) {
    Object* root = as_builder(self)->root;
    return new_ref(root ? root : &none);
}

constexpr NativeDef builder_methods[] = {
    {"data", builder_data, "($self, data, /)", "Text within the current element."},
    {"start", builder_start, "($self, tag, attrs, /)", "An element begins."},
    {"end", builder_end, "($self, tag, /)", "The current element ends."},
    {"comment", builder_comment, "($self, text, /)", "A comment."},
    {"pi", builder_pi, "($self, target, text=None, /)", "A processing instruction."},
    {"close", builder_close, "($self, /)", "The outermost element, or None."},
};

const TypeSpec builder_spec = {
    .name = "xml.etree.ElementTree.TreeBuilder",
    .basic_size = sizeof(TreeBuilder),
    .flags = type_flag::base_type | type_flag::collected,
    .slots = {.new_ = builder_new,
              .init = builder_init,
              .dealloc = builder_dealloc,
              .traverse = builder_traverse,
              .clear = builder_clear},
    .methods = builder_methods,
};

}  // namespace

Type tree_builder_type(builder_spec);

}  // namespace minipy::elementtree
