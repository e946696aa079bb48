// Code generation: names, constants, operators, comparisons, attributes, subscripts, displays, yield, await.
//
// The code of an expression leaves its value on top of the stack; as an assignment target it takes the value
// from there instead. Invariant: every instruction has the position of the expression it belongs to, which
// `expression` sets and restores.
//
// CPython: Python/compile.c (compiler_visit_expr1, compiler_nameop, starunpack_helper, compiler_dict)
#include <algorithm>
#include <climits>

#include "compiler/codegen.h"
#include "objects/set.h"
#include "objects/singletons.h"

namespace minipy {

using enum Opcode;

void CodeGenerator::expression(Expr node) {
    PositionScope scope(*this, node->at);
    expression_here(node);
}

void CodeGenerator::expressions(ast::Seq<Expr> nodes) {
    for (Expr each : nodes) expression(each);
}

void CodeGenerator::expression_here(Expr node) {
    using enum ast::ExprKind;
    switch (node->kind) {
        case BoolOp: return boolean_operation(ast::as<ast::BoolOp>(node));
        case NamedExpr: return named_expression(ast::as<ast::NamedExpr>(node));
        case BinOp: return binary_expression(ast::as<ast::BinOp>(node));
        case UnaryOp: return unary_expression(ast::as<ast::UnaryOp>(node));
        case Lambda: return lambda(ast::as<ast::Lambda>(node));
        case IfExp: return conditional(ast::as<ast::IfExp>(node));
        case Dict: return dict(ast::as<ast::Dict>(node));
        case Set: return display(ast::as<ast::Set>(node)->elts, 0, set_display);
        case ListComp:
        case SetComp:
        case DictComp:
        case GeneratorExp: return comprehension(node);
        case Await: return await(ast::as<ast::Await>(node));
        case Yield: return yield(ast::as<ast::Yield>(node));
        case YieldFrom: return yield_from(ast::as<ast::YieldFrom>(node));
        case Compare: return compare(ast::as<ast::Compare>(node));
        case Call: return call(ast::as<ast::Call>(node));
        case FormattedValue: return formatted_value(ast::as<ast::FormattedValue>(node));
        case JoinedStr: return joined_string(ast::as<ast::JoinedStr>(node));
        case Constant: return load_constant(ast::as<ast::Constant>(node)->value);
        case Attribute: return attribute(ast::as<ast::Attribute>(node));
        case Subscript: return subscript(ast::as<ast::Subscript>(node));
        case Starred:
            error(ast::as<ast::Starred>(node)->ctx == ast::ExprContext::Store
                      ? "starred assignment target must be in a list or tuple"
                      : "can't use starred expression here");
        case Name: return name(ast::as<ast::Name>(node)->id, ast::as<ast::Name>(node)->ctx);
        case List: return list_or_tuple(ast::as<ast::List>(node), list_display);
        case Tuple: return list_or_tuple(ast::as<ast::Tuple>(node), tuple_display);
        case Slice: return slice(ast::as<ast::Slice>(node));
    }
}

// Names and attributes.

namespace {

struct NameOpcodes {
    Opcode by_context[3];  // load, store, delete
};
constexpr NameOpcodes fast_opcodes{{LOAD_FAST, STORE_FAST, DELETE_FAST}};
constexpr NameOpcodes global_opcodes{{LOAD_GLOBAL, STORE_GLOBAL, DELETE_GLOBAL}};
constexpr NameOpcodes cell_opcodes{{LOAD_DEREF, STORE_DEREF, DELETE_DEREF}};
constexpr NameOpcodes namespace_opcodes{{LOAD_NAME, STORE_NAME, DELETE_NAME}};
constexpr NameOpcodes attribute_opcodes{{LOAD_ATTR, STORE_ATTR, DELETE_ATTR}};
constexpr NameOpcodes subscript_opcodes{{BINARY_SUBSCR, STORE_SUBSCR, DELETE_SUBSCR}};

Opcode opcode_for(const NameOpcodes& opcodes, ast::ExprContext context) {
    return opcodes.by_context[static_cast<int>(context)];
}

}  // namespace

/// A name, wherever it lives: fast local, cell, global, or the namespace of a module or class.
void CodeGenerator::name(Str* identifier, ast::ExprContext context) {
    check_not_debug(identifier, context);
    Str* key = mangled(identifier);
    bool in_function = unit_->scope->kind == BlockKind::Function;
    Scope scope = unit_->scope->scope_of(key);
    if (scope == Scope::Local && in_function) {
        return emit(opcode_for(fast_opcodes, context), unit_->locals.add(key));
    }
    if (scope == Scope::Cell || scope == Scope::Free) {
        Opcode opcode = opcode_for(cell_opcodes, context);
        if (opcode == LOAD_DEREF && unit_->scope->kind == BlockKind::Class) opcode = LOAD_CLASSDEREF;
        return emit(opcode, scope == Scope::Cell ? unit_->cells.find(key)
                                                 : unit_->cells.size() + unit_->free_variables.find(key));
    }
    bool global = scope == Scope::GlobalExplicit || (scope == Scope::GlobalImplicit && in_function);
    Opcode opcode = opcode_for(global ? global_opcodes : namespace_opcodes, context);
    int number = unit_->names.add(key);
    emit(opcode, opcode == LOAD_GLOBAL ? number << 1 : number);
}

void CodeGenerator::attribute(ast::Attribute* node) {
    expression(node->value);
    move_to_attribute(node);
    if (node->ctx == ast::ExprContext::Store) check_not_debug(node->attr, node->ctx);
    emit_name(opcode_for(attribute_opcodes, node->ctx), node->attr);
}

/// An attribute access over several lines is shown at the attribute's name, not at the start of the value.
void CodeGenerator::move_to_attribute(const ast::Attribute* node) {
    Position& at = unit_->at;
    if (at.line == node->at.end_line) return;
    at.line = node->at.end_line;
    int length = static_cast<int>(node->attr->size);
    if (length <= node->at.end_column) {
        at.column = node->at.end_column - length;
    } else {  // no such source text exists: a tree made by hand
        at.column = -1;
        at.end_column = -1;
    }
    at.end_line = std::max(at.line, at.end_line);
    if (at.line == at.end_line) at.end_column = std::max(at.column, at.end_column);
}

void CodeGenerator::subscript(ast::Subscript* node) {
    if (node->ctx == ast::ExprContext::Load) {
        check_subscriptable(node->value);
        check_index(node->value, node->slice);
    }
    expression(node->value);
    expression(node->slice);
    emit(opcode_for(subscript_opcodes, node->ctx));
}

void CodeGenerator::slice(ast::Slice* node) {
    for (Expr bound : {node->lower, node->upper}) {
        if (bound) {
            expression(bound);
        } else {
            load_none();
        }
    }
    if (node->step) expression(node->step);
    emit(BUILD_SLICE, node->step ? 3 : 2);
}

// Operators.

void CodeGenerator::named_expression(ast::NamedExpr* node) {
    expression(node->value);
    emit(COPY, 1);
    expression(node->target);
}

void CodeGenerator::binary_expression(ast::BinOp* node) {
    expression(node->left);
    expression(node->right);
    binary_operation(node->op, false);
}

void CodeGenerator::unary_expression(ast::UnaryOp* node) {
    static constexpr Opcode opcodes[] = {UNARY_INVERT, UNARY_NOT, UNARY_POSITIVE, UNARY_NEGATIVE};
    expression(node->operand);
    emit(opcodes[static_cast<int>(node->op)]);
}

void CodeGenerator::binary_operation(ast::Operator op, bool in_place) {
    using enum BinaryOp;
    static constexpr BinaryOp arguments[] = {Add,       Subtract, Multiply,   MatrixMultiply, TrueDivide,
                                             Remainder, Power,    LeftShift,  RightShift,     Or,
                                             Xor,       And,      FloorDivide};
    constexpr int in_place_offset = 13;
    emit(BINARY_OP, static_cast<int>(arguments[static_cast<int>(op)]) + (in_place ? in_place_offset : 0));
}

//   []               <value>, JUMP_IF_FALSE_OR_POP end       (for each operand but the last; `or`: _TRUE_)
//   []               <last value>
//   [value]   end:
void CodeGenerator::boolean_operation(ast::BoolOp* node) {
    Opcode opcode = node->op == ast::BoolOperator::And ? JUMP_IF_FALSE_OR_POP : JUMP_IF_TRUE_OR_POP;
    Block end = new_block();
    std::size_t last = node->values.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        expression(node->values[i]);
        jump(opcode, end);
        begin(new_block());
    }
    expression(node->values[last]);
    begin(end);
}

//   []                jump to `next` unless <test>
//   []                <body>, JUMP end
//   []        next:   <orelse>
//   [value]    end:
void CodeGenerator::conditional(ast::IfExp* node) {
    Block end = new_block();
    Block next = new_block();
    jump_if(node->test, next, false);
    expression(node->body);
    jump_without_line(JUMP, end);
    begin(next);
    expression(node->orelse);
    begin(end);
}

//   [left]                      <right>, SWAP 2, COPY 2, <compare>       (for each operator but the last)
//   [right, bool]               JUMP_IF_FALSE_OR_POP cleanup
//   [left]                      <right>, <compare>
//   [bool]                      JUMP end
//   [right, bool]    cleanup:   SWAP 2, POP_TOP
//   [bool]               end:
void CodeGenerator::compare(ast::Compare* node) {
    check_identity_comparison(node);
    expression(node->left);
    std::size_t last = node->ops.size() - 1;
    if (last == 0) {
        expression(node->comparators[0]);
        return comparison(node->ops[0]);
    }
    Block cleanup = new_block();
    for (std::size_t i = 0; i < last; ++i) {
        expression(node->comparators[i]);
        emit(SWAP, 2);
        emit(COPY, 2);
        comparison(node->ops[i]);
        jump(JUMP_IF_FALSE_OR_POP, cleanup);
    }
    expression(node->comparators[last]);
    comparison(node->ops[last]);
    Block end = new_block();
    jump_without_line(JUMP, end);
    begin(cleanup);
    emit(SWAP, 2);
    emit(POP_TOP);
    begin(end);
}

/// [left, right] -> [bool]
void CodeGenerator::comparison(ast::CompareOperator op) {
    auto rich = [this](CompareOp which) { emit(COMPARE_OP, static_cast<int>(which)); };
    switch (op) {
        case ast::CompareOperator::Eq: return rich(CompareOp::Eq);
        case ast::CompareOperator::NotEq: return rich(CompareOp::Ne);
        case ast::CompareOperator::Lt: return rich(CompareOp::Lt);
        case ast::CompareOperator::LtE: return rich(CompareOp::Le);
        case ast::CompareOperator::Gt: return rich(CompareOp::Gt);
        case ast::CompareOperator::GtE: return rich(CompareOp::Ge);
        case ast::CompareOperator::Is: return emit(IS_OP, 0);
        case ast::CompareOperator::IsNot: return emit(IS_OP, 1);
        case ast::CompareOperator::In: return emit(CONTAINS_OP, 0);
        case ast::CompareOperator::NotIn: return emit(CONTAINS_OP, 1);
    }
}

// Generators and coroutines.

void CodeGenerator::yield(ast::Yield* node) {
    if (unit_->scope->kind != BlockKind::Function) error("'yield' outside function");
    if (node->value) {
        expression(node->value);
    } else {
        load_none();
    }
    yield_value();
}

/// [value] -> [what is sent in]
void CodeGenerator::yield_value() {
    if (unit_->scope->is_generator && unit_->scope->is_coroutine) emit(ASYNC_GEN_WRAP);
    emit(YIELD_VALUE);
    emit(RESUME, 1);
}

void CodeGenerator::yield_from(ast::YieldFrom* node) {
    if (unit_->scope->kind != BlockKind::Function) error("'yield' outside function");
    if (unit_->kind == UnitKind::AsyncFunction) error("'yield from' inside async function");
    expression(node->value);
    emit(GET_YIELD_FROM_ITER);
    load_none();
    await_or_delegate(false);
}

void CodeGenerator::await(ast::Await* node) {
    if (!at_top_level_await()) {
        if (unit_->scope->kind != BlockKind::Function) error("'await' outside function");
        if (unit_->kind != UnitKind::AsyncFunction && unit_->kind != UnitKind::Comprehension) {
            error("'await' outside async function");
        }
    }
    expression(node->value);
    await_value(0);
}

// Displays: [..], (..), {..}

/// The opcodes that make a display: all at once, or item by item.
struct CodeGenerator::Display {
    Opcode build, add, extend;
    bool is_tuple;
};
const CodeGenerator::Display CodeGenerator::list_display{BUILD_LIST, LIST_APPEND, LIST_EXTEND, false};
const CodeGenerator::Display CodeGenerator::tuple_display{BUILD_LIST, LIST_APPEND, LIST_EXTEND, true};
const CodeGenerator::Display CodeGenerator::set_display{BUILD_SET, SET_ADD, SET_UPDATE, false};

namespace {

bool is_starred(const ast::Expr* node) { return node->kind == ast::ExprKind::Starred; }

bool all_constant(ast::Seq<ast::Expr*> nodes) {
    return std::all_of(nodes.begin(), nodes.end(),
                       [](const ast::Expr* node) { return node && node->kind == ast::ExprKind::Constant; });
}

std::vector<Object*> constant_values(ast::Seq<ast::Expr*> nodes) {
    std::vector<Object*> values;
    values.reserve(nodes.size());
    for (ast::Expr* node : nodes) values.push_back(ast::as<ast::Constant>(node)->value);
    return values;
}

}  // namespace

/// Builds the collection of the items and of `pushed` values already on the stack.
void CodeGenerator::display(ast::Seq<Expr> items, int pushed, const Display& display) {
    if (items.size() > 2 && all_constant(items)) return constant_display(items, pushed, display);
    int total = static_cast<int>(items.size()) + pushed;
    bool big = total > stack_use_guideline;
    if (big || std::any_of(items.begin(), items.end(), is_starred)) {
        return growing_display(items, pushed, display, big);
    }
    expressions(items);
    emit(display.is_tuple ? BUILD_TUPLE : display.build, total);
}

/// Three or more constants: one constant tuple (for a set: frozenset) that the new collection is filled from.
void CodeGenerator::constant_display(ast::Seq<Expr> items, int pushed, const Display& display) {
    std::vector<Object*> values = constant_values(items);
    if (display.is_tuple && !pushed) return load_tuple(values);
    emit(display.build, pushed);
    if (display.add == SET_ADD) {
        load_constant(new_frozenset(values).get());
    } else {
        load_tuple(values);
    }
    emit(display.extend, 1);
    if (display.is_tuple) emit(LIST_TO_TUPLE);
}

//   []                      <items up to the first star>, BUILD     (none of them if `start_empty`)
//   [collection]            <item>, APPEND 1      or, for `*item`:  <item>, EXTEND 1
//   [collection]            LIST_TO_TUPLE         (for a tuple)
void CodeGenerator::growing_display(ast::Seq<Expr> items, int pushed, const Display& display,
                                    bool start_empty) {
    bool built = start_empty;
    if (start_empty) emit(display.build, pushed);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (auto* starred = ast::try_as<ast::Starred>(items[i])) {
            if (!built) emit(display.build, static_cast<int>(i) + pushed);
            built = true;
            expression(starred->value);
            emit(display.extend, 1);
        } else {
            expression(items[i]);
            if (built) emit(display.add, 1);
        }
    }
    if (display.is_tuple) emit(LIST_TO_TUPLE);
}

template <class Sequence>
void CodeGenerator::list_or_tuple(Sequence* node, const Display& display_kind) {
    switch (node->ctx) {
        case ast::ExprContext::Load: return display(node->elts, 0, display_kind);
        case ast::ExprContext::Store: return unpack_targets(node->elts);
        case ast::ExprContext::Del: return expressions(node->elts);
    }
}

//   [iterable]             UNPACK_SEQUENCE or UNPACK_EX
//   [last, ..., first]     <store>                        (for each target)
void CodeGenerator::unpack_targets(ast::Seq<Expr> targets) {
    std::size_t count = targets.size();
    bool seen_star = false;
    for (std::size_t i = 0; i < count; ++i) {
        if (!is_starred(targets[i])) continue;
        if (seen_star) error("multiple starred expressions in assignment");
        std::size_t after = count - i - 1;
        if (i >= 1 << 8 || after >= INT_MAX >> 8) {
            error("too many expressions in star-unpacking assignment");
        }
        emit(UNPACK_EX, static_cast<int>(i + (after << 8)));
        seen_star = true;
    }
    if (!seen_star) emit(UNPACK_SEQUENCE, static_cast<int>(count));
    for (Expr target : targets) {
        auto* starred = ast::try_as<ast::Starred>(target);
        expression(starred ? starred->value : target);
    }
}

//   {k: v, ..., **mapping, k: v}
//   []           <run of k: v>                       (or BUILD_MAP 0)
//   [dict]       <mapping>, DICT_UPDATE 1
//   [dict]       <run of k: v>, DICT_UPDATE 1
// Runs are cut after so many pairs that the stack stays small.
void CodeGenerator::dict(ast::Dict* node) {
    std::size_t count = node->values.size(), run = 0;
    bool have_dict = false;
    auto finish_run = [&](std::size_t end, std::size_t size) {
        dict_run(node, end - size, end);
        if (have_dict) emit(DICT_UPDATE, 1);
        have_dict = true;
        run = 0;
    };
    for (std::size_t i = 0; i < count; ++i) {
        if (node->keys[i]) {
            if (run * 2 > stack_use_guideline) {
                finish_run(i + 1, run + 1);
            } else {
                ++run;
            }
            continue;
        }
        if (run) finish_run(i, run);
        if (!have_dict) emit(BUILD_MAP, 0);
        have_dict = true;
        expression(node->values[i]);
        emit(DICT_UPDATE, 1);
    }
    if (run) finish_run(count, run);
    if (!have_dict) emit(BUILD_MAP, 0);
}

/// The pairs begin <= i < end: with constant keys as values and one tuple of keys, else pair by pair.
void CodeGenerator::dict_run(ast::Dict* node, std::size_t begin, std::size_t end) {
    std::size_t count = end - begin;
    ast::Seq<Expr> keys = node->keys.subspan(begin, count), values = node->values.subspan(begin, count);
    bool big = count * 2 > stack_use_guideline;
    if (count > 1 && !big && all_constant(keys)) {
        expressions(values);
        load_tuple(constant_values(keys));
        return emit(BUILD_CONST_KEY_MAP, static_cast<int>(count));
    }
    if (big) emit(BUILD_MAP, 0);
    for (std::size_t i = 0; i < count; ++i) {
        expression(keys[i]);
        expression(values[i]);
        if (big) emit(MAP_ADD, 1);
    }
    if (!big) emit(BUILD_MAP, static_cast<int>(count));
}

}  // namespace minipy
