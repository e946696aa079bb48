// Trees of C++ nodes to trees of Python objects.
//
// One template writes every kind of node, field by field, as ast.def lists them. The attributes go straight
// into the new object's inline values: nothing that Python code may have put on the class is asked.
// Invariant: nodes inside each other are counted, so no tree overflows the C++ stack.
//
// CPython: Python/Python-ast.c (ast2obj_*)
#include "modules/ast/convert.h"
#include "modules/ast/node_classes.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/thread_state.h"
#include "parser/walk.h"

namespace minipy {
namespace {

Ref<Object> or_none(Object* object) { return share(object ? object : static_cast<Object*>(&none)); }

class TreeWriter {
  public:
    template <class Base>
    Ref<Object> node(Base* base) {
        if (!base) return new_none();
        if (++depth_ > max_depth || stack_is_low()) [[unlikely]] {
            --depth_;
            return raise(recursion_error_type, "maximum recursion depth exceeded during ast construction");
        }
        Ref<Object> made;
        if constexpr (requires { base->kind; })
            ast::dispatch(base, [&](auto& exact) { made = this->exact(exact); });
        else
            made = exact(*base);
        --depth_;
        return made;
    }

  private:
    static constexpr int max_depth = 3 * 1000;  // three nodes for a frame of the recursion limit

    template <class Node>
    Ref<Object> exact(Node& node) {
        const NodeClass& cls = node_class<Node>;
        Ref<Object> object = Ref<Object>::steal(allocate_instance(cls.type));
        std::size_t index = 0;
        bool ok = true;
        ast::for_each_field(node, [&](ast::Field, auto& member) {
            if (ok) ok = set(object.get(), cls.fields[index++], value(member));
        });
        if constexpr (HasPosition<Node>) ok = ok && set_position(object.get(), node.at);
        return ok ? std::move(object) : Ref<Object>();
    }

    static bool set(Object* object, Str* field, Ref<Object> value) {
        bool existed;
        return value &&
               (inline_set(object, field, value.get(), existed) || set_attribute(object, field, value.get()));
    }

    static bool set_position(Object* object, const ast::Position& at) {
        return set(object, name<"lineno">, new_int(at.line)) &&
               set(object, name<"col_offset">, new_int(at.column)) &&
               set(object, name<"end_lineno">, new_int(at.end_line)) &&
               set(object, name<"end_col_offset">, new_int(at.end_column));
    }

    // The values of fields
    Ref<Object> value(int number) { return new_int(number); }
    Ref<Object> value(Object* constant) { return or_none(constant); }
    Ref<Object> value(Str* identifier) { return or_none(identifier); }
    Ref<Object> value(ast::Text text) { return or_none(text.object); }
    template <class Enum>
    requires std::is_enum_v<Enum> Ref<Object> value(Enum constructor) {
        return share(enum_instances<Enum>[static_cast<std::size_t>(constructor)]);
    }
    template <class Node>
    Ref<Object> value(Node* node) {
        return this->node(node);
    }
    template <class T>
    Ref<Object> value(const ast::Seq<T>& items) {
        Ref<List> list = new_list(static_cast<Size>(items.size()));
        list->size = 0;  // the collector sees only what is filled
        for (T item : items) {
            Ref<Object> made = value(item);
            if (!made) return failed;
            list->items[list->size++] = made.release();
        }
        return list;
    }

    int depth_ = 0;
};

}  // namespace

Ref<Object> tree_to_python(ast::Mod* module) {
    TRY(make_node_classes());
    return TreeWriter().node(module);
}

}  // namespace minipy
