// The classes of `_ast` and the type AST they descend from: see node_classes.h.
//
// An AST object has no fields in C++: its attributes are those of any instance, kept inline behind the object.
// Invariant: AST is the one built-in type that can be changed and whose instances have inline attributes.
//
// CPython: Python/Python-ast.c (ast_type_init, ast_type_reduce, make_type, add_attributes)
#include "modules/ast/node_classes.h"

#include <fmt/format.h>

#include <map>
#include <string>

#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict_keys.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

// --- AST

NewRef ast_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

void ast_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    clear_attributes(self);
    free_object(self);
}

int ast_traverse(Object* self, Visit visit, void* context) {
    // A class made from AST looks at its instances' attributes itself.
    return self->type == &ast_type ? traverse_attributes(self, visit, context) : 0;
}

/// How often the names of fields hold the keyword, and where first; -1 if not at all.
Result<Size> position_of(Object* names, Object* keyword) {
    if (!TRY(contains(names, keyword))) return -1;
    const Size count = TRY(length(names));
    for (Size i = 0; i < count; ++i) {
        Ref<Object> item = TRY(get_item(names, new_int(i).get()));
        if (TRY(compare_truth(item.get(), keyword, CompareOp::Eq))) return i;
    }
    return -1;
}

/// The arguments become attributes: positional ones in the order of `_fields`. ast_type_init.
Status ast_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    Ref<Object> names;
    TRY(find_attribute(self->type, name<"_fields">, names));
    const Size count = names ? TRY(length(names.get())) : 0;
    if (count < arguments->size)
        return raise(type_error_type, fmt::format("{} constructor takes at most {} positional argument{}",
                                                  short_name(self->type), count, count == 1 ? "" : "s"));
    for (Size i = 0; i < arguments->size; ++i) {
        Ref<Object> field = TRY(get_item(names.get(), new_int(i).get()));
        if (!is_str(field.get()))
            return raise(type_error_type,
                         fmt::format("attribute name must be string, not '{}'", field->type->name));
        TRY(set_attribute(self, static_cast<Str*>(field.get()), (*arguments)[i]));
    }
    if (!keywords_or_null) return done;
    Size position = 0;
    Object *keyword, *value;
    while (dict_next(keywords_or_null, position, keyword, value)) {
        if (names) {
            const Size index = TRY(position_of(names.get(), keyword));
            if (0 <= index && index < arguments->size)
                return raise(type_error_type,
                             fmt::format("{} got multiple values for argument '{}'", short_name(self->type),
                                         str_utf8(static_cast<Str*>(keyword))));
        }
        TRY(set_attribute(self, static_cast<Str*>(keyword), value));
    }
    return done;
}

NewRef ast_reduce(Object* self, Object* const*) {
    Ref<Object> dict;
    TRY(find_attribute(self, name<"__dict__">, dict));
    Ref<Tuple> none_given = new_tuple({});
    return dict ? pack({self->type, none_given.get(), dict.get()}) : pack({self->type, none_given.get()});
}

constexpr NativeDef ast_methods[] = {
    {"__reduce__", ast_reduce, "-($self)", nullptr},
};
constexpr GetSetDef ast_getset[] = {
    {"__dict__", get_dict_attribute, set_dict_attribute, nullptr},
};

const TypeSpec ast_spec = {
    .name = "ast.AST",
    .basic_size = sizeof(Object),
    .flags =
        type_flag::base_type | type_flag::collected | type_flag::managed_head | type_flag::managed_dict |
        type_flag::inline_attributes,
    .slots = {.new_ = ast_new,
              .init = ast_init,
              .dealloc = ast_dealloc,
              .traverse = ast_traverse,
              .clear = clear_attributes,
              .get_attribute = generic_get_attribute,
              .set_attribute = generic_set_attribute},
    .methods = ast_methods,
    .getset = ast_getset,
};

Status ready_ast_type() {
    ready_type(ast_type);
    ast_type.flags &= ~type_flag::immutable;
    ast_type.shared_keys = new_dict_keys(shared_keys_log2_size, KeysKind::Strings);
    ast_type.inline_capacity = 4;
    Ref<Tuple> empty = new_tuple({});
    for (Str* names : {name<"_fields">, name<"__match_args__">, name<"_attributes">})
        TRY(dict_set(ast_type.dict, names, empty.get()));
    Ref<Str> module = intern("ast");
    return dict_set(ast_type.dict, name<"__module__">, module.get());
}

// --- What ast.def says of a node

template <class T>
struct FieldType {
    static constexpr const char* name = asdl_name<T>;
    static constexpr bool sequence = false;
};
template <class T>
struct FieldType<ast::Seq<T>> {
    static constexpr const char* name = asdl_name<T>;
    static constexpr bool sequence = true;
};

struct NodeShape {
    std::string text;  // "Name(identifier id, expr_context ctx)"
    std::vector<ast::Field> fields;
};

template <class Node>
NodeShape shape_of(const char* shown_name) {
    NodeShape shape;
    Node node{};
    ast::for_each_field(node, [&]<class T>(ast::Field field, T&) {
        shape.text += fmt::format("{}{}{} {}", shape.fields.empty() ? "(" : ", ", FieldType<T>::name,
                                  FieldType<T>::sequence ? "*"
                                  : field.optional       ? "?"
                                                         : "",
                                  field.name);
        shape.fields.push_back(field);
    });
    shape.text = shown_name + shape.text + (shape.fields.empty() ? "" : ")");
    return shape;
}

/// CPython calls the statement `Expr`, which here is the base of expressions.
const char* shown(const char* name) { return std::string_view(name) == "ExprStmt" ? "Expr" : name; }

enum class PositionKind { None, EndOptional, Whole };

template <class Base>
constexpr PositionKind position_kind() {
    if constexpr (!HasPosition<Base>)
        return PositionKind::None;
    else
        return std::is_same_v<Base, ast::Pattern> ? PositionKind::Whole : PositionKind::EndOptional;
}

// --- Making the classes

Ref<Tuple> name_tuple(const std::vector<Str*>& names) {
    return new_tuple(std::vector<Object*>(names.begin(), names.end()));
}

std::vector<Type*> classes;  // all that have been made, in order

/// A class that lives as long as the process.
Result<Type*> make_class(const char* class_name, Type& base, const std::vector<ast::Field>& fields,
                         const std::string& doc, NodeClass* filled = nullptr) {
    NodeClass made;
    Ref<Dict> space = new_dict();
    for (const ast::Field& field : fields) made.fields.push_back(intern(field.name).release());
    Ref<Tuple> names = name_tuple(made.fields);
    Ref<Str> module = intern("ast"), text = str_from_utf8(doc), shown_class = intern(class_name);
    TRY(dict_set(space.get(), name<"_fields">, names.get()));
    TRY(dict_set(space.get(), name<"__match_args__">, names.get()));
    TRY(dict_set(space.get(), name<"__module__">, module.get()));
    TRY(dict_set(space.get(), name<"__doc__">, text.get()));
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].optional) TRY(dict_set(space.get(), made.fields[i], &none));
    Ref<Object> cls = TRY(call(&type_type, {shown_class.get(), pack({&base}).get(), space.get()}));
    made.type = static_cast<Type*>(cls.release());
    made.type->inline_capacity = static_cast<unsigned char>(fields.size() + std::size(position_names));
    if (filled) *filled = made;
    classes.push_back(made.type);
    return made.type;
}

Status set_attributes(Type* cls, PositionKind position) {
    std::vector<Str*> names;
    if (position != PositionKind::None)
        for (const char* attribute : position_names) names.push_back(intern(attribute).release());
    Ref<Tuple> tuple = name_tuple(names);
    TRY(set_attribute(cls, name<"_attributes">, tuple.get()));
    if (position != PositionKind::EndOptional) return done;
    for (int i = required_position_names; i < 4; ++i) TRY(set_attribute(cls, names[i], &none));
    return done;
}

/// "expr = BoolOp(...)\n     | NamedExpr(...)": on lines of their own unless no constructor has fields.
std::string sum_text(const std::string& sum_name, const std::vector<std::string>& constructors) {
    bool lines = false;
    for (const std::string& constructor : constructors) lines = lines || constructor.ends_with(')');
    const std::string separator = lines ? fmt::format("\n{:{}}| ", "", sum_name.size() + 1) : " | ";
    return fmt::format("{} = {}", sum_name, fmt::join(constructors, separator));
}

/// Makes the classes in the order of ast.def; a sum's class comes before that of its first constructor.
class ClassMaker {
  public:
    Status make() {
        collect_texts();
        TRY(ready_ast_type());
#define CONSTRUCTOR_OF(Base, Name) TRY((constructor<ast::Base, ast::Name>(#Name)));
#define AST_MOD(Name, ...) CONSTRUCTOR_OF(Mod, Name)
#define AST_STMT(Name, ...) CONSTRUCTOR_OF(Stmt, Name)
#define AST_EXPR(Name, ...) CONSTRUCTOR_OF(Expr, Name)
#define AST_PATTERN(Name, ...) CONSTRUCTOR_OF(Pattern, Name)
#define AST_ONLY(Name, ...) CONSTRUCTOR_OF(Name, Name)
#define AST_ONLY_AT(Name, ...) CONSTRUCTOR_OF(Name, Name)
#define AST_PRODUCT(Name, ...) TRY(product<ast::Name>());
#define AST_PRODUCT_AT(Name, ...) TRY(product<ast::Name>());
#define AST_ENUM(Name, asdl_name, ...) TRY(enumeration<ast::Name>({__VA_ARGS__}));
#define VALUE(Name) #Name,
#include "parser/ast.def"
        return done;
    }

  private:
    void collect_texts() {
#define TEXT_OF(Base, Name) texts_[asdl_name<ast::Base>].push_back(shape_of<ast::Name>(shown(#Name)).text);
#define AST_MOD(Name, ...) TEXT_OF(Mod, Name)
#define AST_STMT(Name, ...) TEXT_OF(Stmt, Name)
#define AST_EXPR(Name, ...) TEXT_OF(Expr, Name)
#define AST_PATTERN(Name, ...) TEXT_OF(Pattern, Name)
#define AST_ONLY(Name, ...) TEXT_OF(Name, Name)
#define AST_ONLY_AT(Name, ...) TEXT_OF(Name, Name)
#include "parser/ast.def"
    }

    template <class Base>
    Status sum(const std::vector<std::string>& constructors, PositionKind position) {
        if (sum_class<Base>) return done;
        sum_class<Base> =
            TRY(make_class(asdl_name<Base>, ast_type, {}, sum_text(asdl_name<Base>, constructors)));
        return set_attributes(sum_class<Base>, position);
    }

    template <class Base, class Node>
    Status constructor(const char* class_name) {
        TRY(sum<Base>(texts_[asdl_name<Base>], position_kind<Base>()));
        const NodeShape shape = shape_of<Node>(shown(class_name));
        TRY(make_class(shown(class_name), *sum_class<Base>, shape.fields, shape.text, &node_class<Node>));
        return done;
    }

    template <class Node>
    Status product() {
        const NodeShape shape = shape_of<Node>(asdl_name<Node>);
        Type* cls = TRY(make_class(asdl_name<Node>, ast_type, shape.fields, shape.text, &node_class<Node>));
        return set_attributes(cls, position_kind<Node>());
    }

    template <class Enum>
    Status enumeration(std::initializer_list<const char*> values) {
        TRY(sum<Enum>({values.begin(), values.end()}, PositionKind::None));
        for (const char* value : values) {
            Type* cls = TRY(make_class(value, *sum_class<Enum>, {}, value));
            enum_instances<Enum>.push_back(allocate_instance(cls));
        }
        return done;
    }

    std::map<std::string, std::vector<std::string>> texts_;  // of the constructors, by sum
};

}  // namespace

Type ast_type(ast_spec);

std::span<Type* const> all_node_classes() noexcept { return classes; }

Status make_node_classes() {
    static bool made = false;
    if (made) return done;
    made = true;
    return ClassMaker().make();
}

}  // namespace minipy
