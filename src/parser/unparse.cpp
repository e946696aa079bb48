// AST -> source text of an expression: see unparse.h.
//
// Each node is written by a function of its own into one growing text; `level` is the precedence that the
// surroundings ask for, and a node that binds less puts parentheses around itself.
//
// CPython: Python/ast_unparse.c
#include "parser/unparse.h"

#include <string>

#include "objects/complex.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {

namespace {

/// From loosest to tightest.
enum Precedence {
    tuple,
    test,
    or_,
    and_,
    not_,
    comparison,
    expr,
    bit_or = expr,
    bit_xor,
    bit_and,
    shift,
    arithmetic,
    term,
    factor,
    power,
    await,
    atom
};

Precedence tighter(Precedence level) { return static_cast<Precedence>(level + 1); }

struct OperatorText {
    const char* text;
    Precedence level;
};
constexpr OperatorText operators[] = {
    {" + ", arithmetic}, {" - ", arithmetic}, {" * ", term},   {" @ ", term},   {" / ", term},
    {" % ", term},       {" ** ", power},     {" << ", shift}, {" >> ", shift}, {" | ", bit_or},
    {" ^ ", bit_xor},    {" & ", bit_and},    {" // ", term},
};
constexpr OperatorText unary_operators[] = {{"~", factor}, {"not ", not_}, {"+", factor}, {"-", factor}};
constexpr const char* comparisons[] = {" == ", " != ", " < ",      " <= ", " > ",
                                       " >= ", " is ", " is not ", " in ", " not in "};

class Unparser {
  public:
    std::string text;

    void write(const ast::Expr* node, Precedence level);

  private:
    /// "(" now and ")" at the end of the scope, if the surroundings bind tighter than the node.
    class Parentheses {
      public:
        Parentheses(Unparser& unparser, bool needed) : unparser_(unparser), needed_(needed) {
            if (needed_) unparser_.text += '(';
        }
        Parentheses(const Parentheses&) = delete;
        Parentheses& operator=(const Parentheses&) = delete;
        ~Parentheses() {
            if (needed_) unparser_.text += ')';
        }

      private:
        Unparser& unparser_;
        bool needed_;
    };

    void write_list(ast::Seq<ast::Expr*> nodes, Precedence level);
    void boolean(const ast::BoolOp* node, Precedence level);
    void binary(const ast::BinOp* node, Precedence level);
    void unary(const ast::UnaryOp* node, Precedence level);
    void lambda(const ast::Lambda* node, Precedence level);
    void arguments(const ast::Arguments* arguments);
    void conditional(const ast::IfExp* node, Precedence level);
    void dict(const ast::Dict* node);
    void generators(ast::Seq<ast::Comprehension*> generators);
    template <class Comprehension>
    void comprehension(char open, const Comprehension* node, char close);
    void dict_comprehension(const ast::DictComp* node);
    void yield(const char* keyword, const ast::Expr* value);
    void compare(const ast::Compare* node, Precedence level);
    void call(const ast::Call* node);
    void joined_string(const ast::JoinedStr* node, bool is_format_spec);
    void formatted_value(const ast::FormattedValue* node);
    void string_part(const ast::Expr* node, bool is_format_spec);
    void constant(const ast::Constant* node);
    void attribute(const ast::Attribute* node);
    void slice(const ast::Slice* node);
    void sequence(const ast::Tuple* node, Precedence level);
    void named(const ast::NamedExpr* node, Precedence level);
    void append(const Str* string) { text += str_utf8(string); }
};

void Unparser::write(const ast::Expr* node, Precedence level) {
    using enum ast::ExprKind;
    switch (node->kind) {
        case BoolOp: return boolean(ast::as<const ast::BoolOp>(node), level);
        case NamedExpr: return named(ast::as<const ast::NamedExpr>(node), level);
        case BinOp: return binary(ast::as<const ast::BinOp>(node), level);
        case UnaryOp: return unary(ast::as<const ast::UnaryOp>(node), level);
        case Lambda: return lambda(ast::as<const ast::Lambda>(node), level);
        case IfExp: return conditional(ast::as<const ast::IfExp>(node), level);
        case Dict: return dict(ast::as<const ast::Dict>(node));
        case Set:
            text += '{';
            write_list(ast::as<const ast::Set>(node)->elts, test);
            text += '}';
            return;
        case ListComp: return comprehension('[', ast::as<const ast::ListComp>(node), ']');
        case SetComp: return comprehension('{', ast::as<const ast::SetComp>(node), '}');
        case DictComp: return dict_comprehension(ast::as<const ast::DictComp>(node));
        case GeneratorExp: return comprehension('(', ast::as<const ast::GeneratorExp>(node), ')');
        case Await: {
            Parentheses parentheses(*this, level > await);
            text += "await ";
            return write(ast::as<const ast::Await>(node)->value, atom);
        }
        case Yield: return yield("yield", ast::as<const ast::Yield>(node)->value);
        case YieldFrom: return yield("yield from", ast::as<const ast::YieldFrom>(node)->value);
        case Compare: return compare(ast::as<const ast::Compare>(node), level);
        case Call: return call(ast::as<const ast::Call>(node));
        case FormattedValue:
        case JoinedStr: return string_part(node, false);
        case Constant: return constant(ast::as<const ast::Constant>(node));
        case Attribute: return attribute(ast::as<const ast::Attribute>(node));
        case Subscript:
            write(ast::as<const ast::Subscript>(node)->value, atom);
            text += '[';
            write(ast::as<const ast::Subscript>(node)->slice, tuple);
            text += ']';
            return;
        case Starred: text += '*'; return write(ast::as<const ast::Starred>(node)->value, expr);
        case Name: return append(ast::as<const ast::Name>(node)->id);
        case List:
            text += '[';
            write_list(ast::as<const ast::List>(node)->elts, test);
            text += ']';
            return;
        case Tuple: return sequence(ast::as<const ast::Tuple>(node), level);
        case Slice: return slice(ast::as<const ast::Slice>(node));
    }
}

void Unparser::write_list(ast::Seq<ast::Expr*> nodes, Precedence level) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (i) text += ", ";
        write(nodes[i], level);
    }
}

void Unparser::boolean(const ast::BoolOp* node, Precedence level) {
    bool is_and = node->op == ast::BoolOperator::And;
    Precedence own = is_and ? and_ : or_;
    Parentheses parentheses(*this, level > own);
    for (std::size_t i = 0; i < node->values.size(); ++i) {
        if (i) text += is_and ? " and " : " or ";
        write(node->values[i], tighter(own));
    }
}

void Unparser::binary(const ast::BinOp* node, Precedence level) {
    auto [sign, own] = operators[static_cast<int>(node->op)];
    bool right_associative = node->op == ast::Operator::Pow;
    Parentheses parentheses(*this, level > own);
    write(node->left, right_associative ? tighter(own) : own);
    text += sign;
    write(node->right, right_associative ? own : tighter(own));
}

void Unparser::unary(const ast::UnaryOp* node, Precedence level) {
    auto [sign, own] = unary_operators[static_cast<int>(node->op)];
    Parentheses parentheses(*this, level > own);
    text += sign;
    write(node->operand, own);
}

void Unparser::lambda(const ast::Lambda* node, Precedence level) {
    Parentheses parentheses(*this, level > test);
    bool positional = !node->args->posonlyargs.empty() || !node->args->args.empty();
    text += positional ? "lambda " : "lambda";
    arguments(node->args);
    text += ": ";
    write(node->body, test);
}

void Unparser::arguments(const ast::Arguments* arguments) {
    bool first = true;
    auto begin = [&](const char* prefix, const ast::Arg* argument) {
        if (!first) text += ", ";
        first = false;
        text += prefix;
        if (argument) append(argument->arg);
    };
    auto with_default = [&](const ast::Arg* argument, const ast::Expr* value) {
        begin("", argument);
        if (!value) return;
        text += '=';
        write(value, test);
    };
    std::size_t positional_only = arguments->posonlyargs.size();
    std::size_t positional = positional_only + arguments->args.size();
    std::size_t without_default = positional - arguments->defaults.size();
    for (std::size_t i = 0; i < positional; ++i) {
        with_default(i < positional_only ? arguments->posonlyargs[i] : arguments->args[i - positional_only],
                     i < without_default ? nullptr : arguments->defaults[i - without_default]);
        if (i + 1 == positional_only) text += ", /";
    }
    if (arguments->vararg || !arguments->kwonlyargs.empty()) begin("*", arguments->vararg);
    for (std::size_t i = 0; i < arguments->kwonlyargs.size(); ++i) {
        with_default(arguments->kwonlyargs[i], arguments->kw_defaults[i]);
    }
    if (arguments->kwarg) begin("**", arguments->kwarg);
}

void Unparser::conditional(const ast::IfExp* node, Precedence level) {
    Parentheses parentheses(*this, level > test);
    write(node->body, tighter(test));
    text += " if ";
    write(node->test, tighter(test));
    text += " else ";
    write(node->orelse, test);
}

void Unparser::dict(const ast::Dict* node) {
    text += '{';
    for (std::size_t i = 0; i < node->values.size(); ++i) {
        if (i) text += ", ";
        if (node->keys[i]) {
            write(node->keys[i], test);
            text += ": ";
            write(node->values[i], test);
        } else {
            text += "**";
            write(node->values[i], expr);
        }
    }
    text += '}';
}

void Unparser::generators(ast::Seq<ast::Comprehension*> clauses) {
    for (const ast::Comprehension* clause : clauses) {
        text += clause->is_async ? " async for " : " for ";
        write(clause->target, tuple);
        text += " in ";
        write(clause->iter, tighter(test));
        for (const ast::Expr* condition : clause->ifs) {
            text += " if ";
            write(condition, tighter(test));
        }
    }
}

template <class Comprehension>
void Unparser::comprehension(char open, const Comprehension* node, char close) {
    text += open;
    write(node->elt, test);
    generators(node->generators);
    text += close;
}

void Unparser::dict_comprehension(const ast::DictComp* node) {
    text += '{';
    write(node->key, test);
    text += ": ";
    write(node->value, test);
    generators(node->generators);
    text += '}';
}

void Unparser::yield(const char* keyword, const ast::Expr* value) {
    text += '(';
    text += keyword;
    if (value) {
        text += ' ';
        write(value, test);
    }
    text += ')';
}

void Unparser::compare(const ast::Compare* node, Precedence level) {
    Parentheses parentheses(*this, level > comparison);
    write(node->left, tighter(comparison));
    for (std::size_t i = 0; i < node->ops.size(); ++i) {
        text += comparisons[static_cast<int>(node->ops[i])];
        write(node->comparators[i], tighter(comparison));
    }
}

void Unparser::call(const ast::Call* node) {
    write(node->func, atom);
    if (node->args.size() == 1 && node->keywords.empty() &&
        node->args[0]->kind == ast::ExprKind::GeneratorExp) {
        return write(node->args[0], test);  // its own parentheses are enough
    }
    text += '(';
    write_list(node->args, test);
    bool first = node->args.empty();
    for (const ast::Keyword* keyword : node->keywords) {
        if (!first) text += ", ";
        first = false;
        if (keyword->arg) {
            append(keyword->arg);
            text += '=';
        } else {
            text += "**";
        }
        write(keyword->value, test);
    }
    text += ')';
}

/// The literal `f'...'`; as a format specification only what stands between the quotes.
void Unparser::joined_string(const ast::JoinedStr* node, bool is_format_spec) {
    Unparser body;
    for (const ast::Expr* part : node->values) body.string_part(part, is_format_spec);
    if (is_format_spec) {
        text += body.text;
    } else {
        text += 'f';
        append(str_repr(str_from_utf8(body.text).get()).get());
    }
}

void Unparser::formatted_value(const ast::FormattedValue* node) {
    Unparser value;
    value.write(node->value, tighter(test));
    text += value.text.starts_with('{') ? "{ " : "{";  // `{{` would be an escaped brace
    text += value.text;
    if (node->conversion > 0) {
        text += '!';
        text += static_cast<char>(node->conversion);
    }
    if (node->format_spec) {
        text += ':';
        string_part(node->format_spec, true);
    }
    text += '}';
}

void Unparser::string_part(const ast::Expr* node, bool is_format_spec) {
    if (auto* joined = ast::try_as<const ast::JoinedStr>(node)) return joined_string(joined, is_format_spec);
    if (auto* value = ast::try_as<const ast::FormattedValue>(node)) return formatted_value(value);
    for (char each : str_utf8(static_cast<Str*>(ast::as<const ast::Constant>(node)->value))) {
        if (each == '{' || each == '}') text += each;
        text += each;
    }
}

void Unparser::constant(const ast::Constant* node) {
    if (node->value == &ellipsis) {
        text += "...";
        return;
    }
    if (node->kind) text += 'u';
    Ref<Str> representation = repr(node->value);
    std::string_view own = str_utf8(representation.get());
    bool may_be_infinite = node->value->type == &float_type || node->value->type == &complex_type;
    std::size_t infinity = may_be_infinite ? own.find("inf") : own.npos;
    if (infinity == own.npos) {
        text += own;
    } else {  // `inf` is no literal; this number is one and overflows to it
        text += own.substr(0, infinity);
        text += "1e309";
        text += own.substr(infinity + 3);
    }
}

void Unparser::attribute(const ast::Attribute* node) {
    write(node->value, atom);
    auto* number = ast::try_as<const ast::Constant>(node->value);
    text += number && is_exactly(number->value, int_type) ? " ." : ".";
    append(node->attr);
}

void Unparser::slice(const ast::Slice* node) {
    if (node->lower) write(node->lower, test);
    text += ':';
    if (node->upper) write(node->upper, test);
    if (node->step) {
        text += ':';
        write(node->step, test);
    }
}

void Unparser::sequence(const ast::Tuple* node, Precedence level) {
    if (node->elts.empty()) {
        text += "()";
        return;
    }
    Parentheses parentheses(*this, level > tuple);
    write_list(node->elts, test);
    if (node->elts.size() == 1) text += ',';
}

void Unparser::named(const ast::NamedExpr* node, Precedence level) {
    Parentheses parentheses(*this, level > tuple);
    write(node->target, atom);
    text += " := ";
    write(node->value, atom);
}

}  // namespace

Ref<Str> unparse(const ast::Expr* expression) {
    Unparser unparser;
    unparser.write(expression, test);
    return str_from_utf8(unparser.text);
}

}  // namespace minipy
