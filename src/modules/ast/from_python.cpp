// Trees of Python objects to trees of C++ nodes.
//
// One template reads every kind of node: the position first, then field by field, as ast.def lists them. The
// objects are whatever a program has put together, and reading an attribute may run Python code.
// Invariant: what a node points to is owned by the arena; a list that changes while it is read is an error.
// Nodes inside each other count as calls, so that a tree in a circle is a RecursionError.
//
// CPython: Python/Python-ast.c (obj2ast_*)
#include <fmt/format.h>

#include <string>
#include <vector>

#include "modules/ast/convert.h"
#include "modules/ast/node_classes.h"
#include "objects/attribute.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

Failure missing_field(const char* field, const char* node) {
    return raise(type_error_type, fmt::format("required field \"{}\" missing from {}", field, node));
}

class TreeReader {
  public:
    explicit TreeReader(ast::Arena& arena) : arena_(arena) {}

    Status read(Object* object, ast::Mod*& node) { return read_sum(object, node); }

  private:
    // --- Values of fields. Each leaves null for None where the class of the field has no other use for it.

    Status read(Object* object, Object*& constant) {
        constant = arena_.own(share(object));
        return done;
    }

    Status read(Object* object, ast::Text& text) {
        if (is_none(object)) return done;
        if (!is_exactly(object, str_type) && !is_exactly(object, bytes_type))
            return raise(type_error_type, "AST string must be of type str");
        text = arena_.own(share(object));
        return done;
    }

    Status read(Object* object, Str*& identifier) {
        if (is_none(object)) return done;
        if (!is_exactly(object, str_type)) return raise(type_error_type, "AST identifier must be of type str");
        Ref<Str> shared = share(static_cast<Str*>(object));
        intern(shared);
        identifier = arena_.own(std::move(shared));
        return done;
    }

    Status read(Object* object, int& number) {
        if (!is_int(object))
            return raise(value_error_type, fmt::format("invalid integer value: {}", repr_for_message(object)));
        const Int* value = as_int(object);
        if (!value->is_small()) return raise(overflow_error_type, "Python int too large to convert to C int");
        if (value->small != static_cast<int>(value->small))
            return raise(overflow_error_type, value->small < 0 ? "signed integer is less than minimum"
                                                               : "Python int too large to convert to C int");
        number = static_cast<int>(value->small);
        return done;
    }

    template <class Enum>
    requires std::is_enum_v<Enum> Status read(Object* object, Enum& constructor) {
        const std::vector<Object*>& instances = enum_instances<Enum>;
        for (std::size_t i = 0; i < instances.size(); ++i)
            if (TRY(is_instance(object, instances[i]->type))) {
                constructor = static_cast<Enum>(i);
                return done;
            }
        return unexpected(asdl_name<Enum>, object);
    }

    Status read(Object* object, ast::Stmt*& node) { return read_sum(object, node); }
    Status read(Object* object, ast::Expr*& node) { return read_sum(object, node); }
    Status read(Object* object, ast::Pattern*& node) { return read_sum(object, node); }
    Status read(Object* object, ast::ExceptHandler*& node) { return read_only(object, node); }
    Status read(Object* object, ast::TypeIgnore*& node) { return read_only(object, node); }
    /// A product: any object with the attributes will do.
    template <class Product>
    Status read(Object* object, Product*& node) {
        if (is_none(object)) return done;
        node = arena_.make_plain<Product>();
        TRY(read_fields(object, *node, asdl_name<Product>));
        if constexpr (HasPosition<Product>) return read_position(object, node->at, asdl_name<Product>, true);
        return done;
    }

    // --- Sums

    static Failure unexpected(const char* sum, Object* object) {
        return raise(type_error_type,
                     fmt::format("expected some sort of {}, but got {}", sum, repr_for_message(object)));
    }

    /// A constructor of a sum: its class, and how an instance is read.
    template <class Base>
    struct Constructor {
        const NodeClass* cls;
        Status (TreeReader::*read)(Object* object, const ast::Position& at, Base*& node);
    };

#define ROW(Name, ...) {&node_class<ast::Name>, &TreeReader::read_exact<ast::Name, Base>},
    template <class Base>
    static std::span<const Constructor<Base>> constructors() {
        if constexpr (std::is_same_v<Base, ast::Mod>) {
            static constexpr Constructor<Base> rows[] = {
#define AST_MOD ROW
#include "parser/ast.def"
            };
            return rows;
        } else if constexpr (std::is_same_v<Base, ast::Stmt>) {
            static constexpr Constructor<Base> rows[] = {
#define AST_STMT ROW
#include "parser/ast.def"
            };
            return rows;
        } else if constexpr (std::is_same_v<Base, ast::Expr>) {
            static constexpr Constructor<Base> rows[] = {
#define AST_EXPR ROW
#include "parser/ast.def"
            };
            return rows;
        } else {
            static constexpr Constructor<Base> rows[] = {
#define AST_PATTERN ROW
#include "parser/ast.def"
            };
            return rows;
        }
    }
#undef ROW

    template <class Base>
    Status read_sum(Object* object, Base*& node) {
        if (is_none(object)) return done;
        ast::Position at;
        if constexpr (HasPosition<Base>)
            TRY(read_position(object, at, asdl_name<Base>, !std::is_same_v<Base, ast::Pattern>));
        for (const Constructor<Base>& constructor : constructors<Base>())
            if (object->type == constructor.cls->type) return (this->*constructor.read)(object, at, node);
        for (const Constructor<Base>& constructor : constructors<Base>())
            if (TRY(is_instance(object, constructor.cls->type)))
                return (this->*constructor.read)(object, at, node);
        return unexpected(asdl_name<Base>, object);
    }

    template <class Node, class Base>
    [[gnu::noinline]] Status read_exact(Object* object, const ast::Position& at, Base*& node) {
        Node* made = arena_.make_plain<Node>();
        node = made;
        node->kind = Node::node_kind;  // through the base: `Constant` has a field of that name
        if constexpr (HasPosition<Node>) made->at = at;
        return read_fields(object, *made, short_name(node_class<Node>.type));
    }

    template <class Node>
    Status read_only(Object* object, Node*& node) {
        if (is_none(object)) return done;
        ast::Position at;
        if constexpr (HasPosition<Node>) TRY(read_position(object, at, asdl_name<Node>, true));
        if (!TRY(is_instance(object, node_class<Node>.type))) return unexpected(asdl_name<Node>, object);
        node = arena_.make_plain<Node>();
        if constexpr (HasPosition<Node>) node->at = at;
        return read_fields(object, *node, short_name(node_class<Node>.type));
    }

    // --- Attributes

    /// Where the node stands; its end, if it may be left out, is where it starts.
    Status read_position(Object* object, ast::Position& at, const char* owner, bool end_optional) {
        int* const numbers[] = {&at.line, &at.column, &at.end_line, &at.end_column};
        for (int i = 0; i < 4; ++i) {
            const bool optional = end_optional && i >= required_position_names;
            Ref<Str> attribute = intern(position_names[i]);
            Ref<Object> value;
            TRY(find_attribute(object, attribute.get(), value));
            if (optional && (!value || is_none(value.get()))) {
                *numbers[i] = *numbers[i - required_position_names];
                continue;
            }
            if (!value) return missing_field(position_names[i], owner);
            TRY(read_guarded(value.get(), *numbers[i], owner));
        }
        return done;
    }

    template <class Node>
    Status read_fields(Object* object, Node& node, const char* owner) {
        const NodeClass& cls = node_class<Node>;
        std::size_t index = 0;
        bool ok = true;
        ast::for_each_field(node, [&](ast::Field field, auto& member) {
            if (ok) ok = static_cast<bool>(read_field(object, cls.fields[index++], field, member, owner));
        });
        return ok ? Status(done) : Status(failed);
    }

    template <class T>
    Status read_field(Object* object, Str* attribute, const ast::Field& field, T& member, const char* owner) {
        Ref<Object> value;
        TRY(find_attribute(object, attribute, value));
        if (field.optional && (!value || is_none(value.get()))) return done;
        if (!value) return missing_field(field.name, owner);
        TRY(read_guarded(value.get(), member, owner));
        if constexpr (std::is_pointer_v<T>)
            if (!member)
                return raise(value_error_type, fmt::format("field '{}' is required for {}", field.name, owner));
        return done;
    }

    template <class T>
    Status read_field(Object* object, Str* attribute, const ast::Field& field, ast::Seq<T>& member,
                      const char* owner) {
        Ref<Object> value;
        TRY(find_attribute(object, attribute, value));
        if (!value) return missing_field(field.name, owner);
        if (!is_list(value.get()))
            return raise(type_error_type, fmt::format("{} field \"{}\" must be a list, not a {}", owner,
                                                      field.name, short_name(value->type)));
        auto* list = static_cast<List*>(value.get());
        const Size size = list->size;
        std::vector<T> items(static_cast<std::size_t>(size));
        for (Size i = 0; i < size; ++i) {
            Ref<Object> item = share(list->items[i]);
            TRY(read_guarded(item.get(), items[static_cast<std::size_t>(i)], owner));
            if (list->size != size)
                return raise(runtime_error_type,
                             fmt::format("{} field \"{}\" changed size during iteration", owner, field.name));
        }
        member = arena_.copy(std::span<const T>(items));
        return done;
    }

    template <class T>
    Status read_guarded(Object* object, T& member, const char* owner) {
        RecursionGuard guard("");
        if (guard.entered()) [[likely]]
            return read(object, member);
        clear_exception();
        return raise_recursion_error(fmt::format(" while traversing '{}' node", owner).c_str());
    }

    ast::Arena& arena_;
};

}  // namespace

Result<bool> is_tree(Object* object) {
    TRY(make_node_classes());
    return is_instance(object, &ast_type);
}

ast::Mod* tree_from_python(Object* object, ParseMode mode, ast::Arena& arena) {
    Type* const expected = mode == ParseMode::Exec     ? node_class<ast::Module>.type
                           : mode == ParseMode::Eval   ? node_class<ast::Expression>.type
                           : mode == ParseMode::Single ? node_class<ast::Interactive>.type
                                                       : node_class<ast::FunctionType>.type;
    const Result<bool> fits = is_instance(object, expected);
    if (!fits) return nullptr;
    if (!*fits) {
        (void)raise(type_error_type,
                    fmt::format("expected {} node, got {}", short_name(expected), short_name(object->type)));
        return nullptr;
    }
    ast::Mod* module = nullptr;
    if (!TreeReader(arena).read(object, module) || !validate_tree(module)) return nullptr;
    return module;
}

}  // namespace minipy
