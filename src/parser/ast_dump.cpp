// The tree as text: one line for a node whose arguments are few and all simple, else one line an argument.
//
// The visitors come from ast.def through `for_each_field`; nothing here knows a particular node. A value is
// "simple" if it is no node, an empty list, or a node without arguments; that is known before anything is
// written, so the text is written once, from left to right.
//
// CPython: Lib/ast.py (dump)
#include "parser/ast_dump.h"

#include <string>
#include <string_view>
#include <utility>

#include "lexer/source_error.h"
#include "objects/errors.h"
#include "objects/protocol.h"
#include "objects/str.h"

namespace minipy {

using namespace ast;

namespace {

constexpr int max_depth = 990;  // calls that fit into CPython's recursion limit of 1000

// How many arguments a node would show, and whether all are simple.
struct Shape {
    int arguments = 0;
    bool all_simple = true;
};

#define VALUE(Name) #Name,
template <class Enum>
constexpr const char* value_names[1] = {};
#define AST_ENUM(Name, asdl_name, ...) \
    template <>                        \
    constexpr const char* value_names<Name>[] = {__VA_ARGS__};
#include "parser/ast.def"
#undef VALUE

// `with_node(base, f)`: calls f(node as its own type, "Name of the type").
#define CASE_MOD(Name, ...) case ModKind::Name: f(static_cast<Name&>(node), #Name); break;
#define CASE_STMT(Name, ...) case StmtKind::Name: f(static_cast<Name&>(node), #Name); break;
#define CASE_EXPR(Name, ...) case ExprKind::Name: f(static_cast<ast::Name&>(node), #Name); break;
#define CASE_PATTERN(Name, ...) case PatternKind::Name: f(static_cast<Name&>(node), #Name); break;
template <class F>
void with_node(Mod& node, F&& f) {
    switch (node.kind) {
#define AST_MOD CASE_MOD
#include "parser/ast.def"
    }
}
template <class F>
void with_node(Stmt& node, F&& f) {
    switch (node.kind) {
#define AST_STMT CASE_STMT
#include "parser/ast.def"
    }
}
template <class F>
void with_node(Expr& node, F&& f) {
    switch (node.kind) {
#define AST_EXPR CASE_EXPR
#include "parser/ast.def"
    }
}
template <class F>
void with_node(Pattern& node, F&& f) {
    switch (node.kind) {
#define AST_PATTERN CASE_PATTERN
#include "parser/ast.def"
    }
}
#define NAMED(Name, asdl_name, ...)     \
    template <class F>                  \
    void with_node(Name& node, F&& f) { \
        f(node, asdl_name);             \
    }
#define CONSTRUCTOR(Name, ...) NAMED(Name, #Name)
#define AST_PRODUCT NAMED
#define AST_PRODUCT_AT NAMED
#define AST_ONLY CONSTRUCTOR
#define AST_ONLY_AT CONSTRUCTOR
#include "parser/ast.def"

template <class Node>
concept HasPosition = requires(Node& node) { node.at; };

/// CPython calls the node `Expr`; here that is the base of expressions.
const char* shown_name(const char* name) { return std::string_view(name) == "ExprStmt" ? "Expr" : name; }

class Dump {
  public:
    explicit Dump(const DumpOptions& options) : options_(options) {}

    std::string take() { return std::move(out_); }

    template <class Node>
    void node(Node& base) {
        Level level(*this, 1);
        with_node(base, [this](auto& node, const char* name) { this->typed(node, name); });
    }

  private:
    /// One more level of indentation and of CPython's call stack.
    struct Level {
        Level(Dump& owner, int calls) : dump(owner), calls(calls) {
            dump.depth_ += 1;
            dump.calls_ += calls;
            if (dump.calls_ > max_depth)
                throw SourceError{.kind = SourceErrorKind::Recursion,
                                  .message = "maximum recursion depth exceeded",
                                  .has_location = false};
        }
        ~Level() {
            dump.depth_ -= 1;
            dump.calls_ -= calls;
        }
        Dump& dump;
        int calls;
    };

    // -- shape
    /// `node` as its own type: with a base the code for every node would be made anew for every node.
    template <class Node>
    Shape shape(Node& node) {
        Shape found;
        for_each_field(node, [&](Field, auto& value) {
            if (is_left_out(value)) return;
            ++found.arguments;
            found.all_simple = found.all_simple && is_simple(value);
        });
        if constexpr (HasPosition<Node>)
            if (options_.attributes) found.arguments += 4;
        return found;
    }

    /// Looks at the node alone: a tree of any depth costs no stack here.
    template <class Node>
    bool has_arguments(Node& base) {
        bool any = false;
        with_node(base, [&](auto& node, const char*) {
            any = HasPosition<decltype(node)> && options_.attributes;
            for_each_field(node, [&](Field, auto& value) { any = any || !is_left_out(value); });
        });
        return any;
    }

    template <class T>
    static bool is_left_out(const T& value) {
        if constexpr (std::is_pointer_v<T> || std::is_same_v<T, Text>) return !value;
        return false;
    }
    template <class T>
    bool is_simple(const Seq<T>& list) {
        return list.empty();
    }
    template <class T>
    bool is_simple(T* node) {
        if constexpr (std::is_same_v<T, Object> || std::is_same_v<T, Str>) return true;
        else return !has_arguments(*node);
    }
    template <class T>
        requires(!std::is_pointer_v<T>)
    bool is_simple(const T&) {
        return true;
    }

    // -- text
    void write(std::string_view text) { out_.append(text); }
    void new_line() {
        write("\n");
        out_.append(depth_ * *options_.indent, ' ');
    }
    void separate(bool& first, bool one_line) {
        if (!first) write(one_line ? ", " : ",");
        first = false;
        if (!one_line) new_line();
    }

    template <class Node>
    void typed(Node& node, const char* name) {
        Shape found = shape(node);
        bool one_line = !options_.indent || (found.all_simple && found.arguments <= 3);
        write(shown_name(name));
        write("(");
        bool first = true;
        for_each_field(node, [&](Field field, auto& value) {
            if (is_left_out(value)) return;
            separate(first, one_line);
            write(field.name);
            write("=");
            this->value(value);
        });
        if constexpr (HasPosition<Node>)
            if (options_.attributes) attributes(node.at, first, one_line);
        write(")");
    }

    void attributes(const Position& at, bool first, bool one_line) {
        auto attribute = [&](std::string_view name, int number) {
            separate(first, one_line);
            write(name);
            write("=");
            value(number);
        };
        attribute("lineno", at.line);
        attribute("col_offset", at.column);
        attribute("end_lineno", at.end_line);
        attribute("end_col_offset", at.end_column);
    }

    template <class T>
    void value(const Seq<T>& list) {
        if (list.empty()) return write("[]");
        Level level(*this, 2);
        write("[");
        bool first = true;
        for (T item : list) {
            separate(first, !options_.indent);
            value(item);
        }
        write("]");
    }
    template <class T>
    void value(T* node) {
        if (!node) write("None");
        else if constexpr (std::is_same_v<T, Object> || std::is_same_v<T, Str>)
            object(static_cast<Object*>(node));
        else this->node(*node);
    }
    void value(Text text) { value(text.object); }
    void value(int number) { write(std::to_string(number)); }
    template <class T>
        requires std::is_enum_v<T>
    void value(T enumerated) {
        write(value_names<decltype(enumerated)>[static_cast<int>(enumerated)]);
        write("()");
    }

    void object(Object* object) {
        if (Ref<Str> text = repr(object)) return write(str_utf8(text.get()));
        clear_exception();
        throw SourceError{.kind = SourceErrorKind::Value,
                          .message = "Exceeds the limit (4300 digits) for integer string conversion; use "
                                     "sys.set_int_max_str_digits() to increase the limit",
                          .has_location = false};
    }

    const DumpOptions& options_;
    std::string out_;
    int depth_ = 0;
    int calls_ = 0;
};

}  // namespace

std::string dump_ast(Mod* module, const DumpOptions& options) {
    Dump dump(options);
    dump.node(*module);
    return dump.take();
}

}  // namespace minipy
