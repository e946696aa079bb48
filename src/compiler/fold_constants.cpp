// Constant folding on the AST: see fold_constants.h.
//
// Children are folded before their parent, so a parent sees constants wherever the source could have had
// one. A folded expression is a new Constant node put into the slot that pointed to the old one. The
// arithmetic is that of the objects; an exception means "not folded" and is forgotten. Invariant: results
// are bounded (bits of ints, lengths of strings, items of tuples), so a short source cannot make a huge
// constant, and folding cannot take long.
//
// CPython: Python/ast_opt.c
#include "compiler/fold_constants.h"

#include <array>

#include "compiler/compile_error.h"
#include "compiler/fold_format.h"
#include "objects/bytes.h"
#include "objects/code.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "parser/walk.h"

namespace minipy {

namespace {

constexpr Size max_int_bits = 128;
constexpr Size max_string_length = 4096;
constexpr Size max_collection_size = 256;
constexpr Size max_total_items = 1024;  // those of nested collections included

Size bit_length(const Int* value) noexcept {
    auto width = [](std::uint64_t magnitude) { return magnitude == 0 ? 0 : 64 - __builtin_clzll(magnitude); };
    if (value->is_small()) {
        auto bits = static_cast<std::uint64_t>(value->small);
        return width(value->small < 0 ? 0 - bits : bits);
    }
    Size limbs = value->limb_count < 0 ? -value->limb_count : value->limb_count;
    return (limbs - 1) * 64 + width(value->limbs[limbs - 1]);
}

const Int* int_or_null(const Object* object) noexcept {
    return is_int(object) ? static_cast<const Int*>(object) : nullptr;
}

/// The limit less the number of items in the collection and all those inside it; negative if there are more.
Size remaining_items(const Object* object, Size limit) noexcept {
    std::span<Object* const> items;
    if (is_tuple(object)) items = static_cast<const Tuple*>(object)->span();
    if (is_frozenset(object)) {
        const auto* set = static_cast<const Set*>(object);
        limit -= set->used;
        for (const SetEntry& entry : set->slots())
            if (limit >= 0 && entry.key) limit = remaining_items(entry.key, limit);
        return limit;
    }
    limit -= static_cast<Size>(items.size());
    for (Object* item : items)
        if (limit >= 0) limit = remaining_items(item, limit);
    return limit;
}

bool may_repeat(const Int* count, const Object* sequence) noexcept {
    bool is_text = is_str(sequence) || is_bytes(sequence);
    if (!is_text && !is_tuple(sequence)) return true;  // not a repetition: left to the operation
    Size size = static_cast<const VarObject*>(sequence)->size;
    if (size == 0) return true;
    if (!count->is_small() || count->small < 0) return false;
    if (count->small > (is_text ? max_string_length : max_collection_size) / size) return false;
    return is_text || count->small == 0 || remaining_items(sequence, max_total_items / count->small) >= 0;
}

bool may_multiply(const Object* left, const Object* right) noexcept {
    const Int *a = int_or_null(left), *b = int_or_null(right);
    if (a && b) return a->is_zero() || b->is_zero() || bit_length(a) + bit_length(b) <= max_int_bits;
    if (a) return may_repeat(a, right);
    return !b || may_repeat(b, left);
}

bool may_raise_to(const Object* base, const Object* exponent) noexcept {
    const Int *a = int_or_null(base), *b = int_or_null(exponent);
    if (!a || !b || a->is_zero()) return true;
    if (!b->is_small()) return b->limb_count < 0;
    return b->small <= 0 || bit_length(a) <= max_int_bits / b->small;
}

bool may_shift_left(const Object* value, const Object* count) noexcept {
    const Int *a = int_or_null(value), *b = int_or_null(count);
    if (!a || !b || a->is_zero() || b->is_zero()) return true;
    return b->is_small() && b->small >= 0 && b->small <= max_int_bits &&
           bit_length(a) <= max_int_bits - b->small;
}

/// Whether the operation is known to be cheap and its result small.
bool may_evaluate(BinaryOp op, const Object* left, const Object* right) noexcept {
    switch (op) {
        case BinaryOp::Multiply: return may_multiply(left, right);
        case BinaryOp::Power: return may_raise_to(left, right);
        case BinaryOp::LeftShift: return may_shift_left(left, right);
        case BinaryOp::Remainder: return !is_str(left) && !is_bytes(left);
        case BinaryOp::MatrixMultiply: return false;
        default: return true;
    }
}

BinaryOp binary_op(ast::Operator op) noexcept {
    switch (op) {
        case ast::Operator::Add: return BinaryOp::Add;
        case ast::Operator::Sub: return BinaryOp::Subtract;
        case ast::Operator::Mult: return BinaryOp::Multiply;
        case ast::Operator::MatMult: return BinaryOp::MatrixMultiply;
        case ast::Operator::Div: return BinaryOp::TrueDivide;
        case ast::Operator::Mod: return BinaryOp::Remainder;
        case ast::Operator::Pow: return BinaryOp::Power;
        case ast::Operator::LShift: return BinaryOp::LeftShift;
        case ast::Operator::RShift: return BinaryOp::RightShift;
        case ast::Operator::BitOr: return BinaryOp::Or;
        case ast::Operator::BitXor: return BinaryOp::Xor;
        case ast::Operator::BitAnd: return BinaryOp::And;
        case ast::Operator::FloorDiv: return BinaryOp::FloorDivide;
    }
    __builtin_unreachable();
}

NewRef unary_operation(ast::UnaryOperator op, Object* operand) {
    switch (op) {
        case ast::UnaryOperator::Invert: return invert(operand);
        case ast::UnaryOperator::UAdd: return positive(operand);
        case ast::UnaryOperator::USub: return negative(operand);
        case ast::UnaryOperator::Not: return new_bool(!TRY(truth(operand)));
    }
    __builtin_unreachable();
}

Object* constant_value(ast::Expr* expr) noexcept {
    auto* constant = ast::try_as<ast::Constant>(expr);
    return constant ? constant->value : nullptr;
}

bool has_starred(ast::Seq<ast::Expr*> items) noexcept {
    for (const ast::Expr* item : items)
        if (item->kind == ast::ExprKind::Starred) return true;
    return false;
}

/// The tuple of the values, or empty if one of the expressions is no constant.
Ref<Tuple> constant_tuple(ast::Seq<ast::Expr*> items) {
    for (const ast::Expr* item : items)
        if (item->kind != ast::ExprKind::Constant) return {};
    Ref<Tuple> tuple = new_tuple_uninitialized(static_cast<Size>(items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) {
        tuple->items()[i] = constant_value(items[i]);
        incref(tuple->items()[i]);
    }
    return tuple;
}

class Folder {
  public:
    Folder(ast::Arena& arena, int optimize, int future_flags)
        : arena_(arena), optimize_(optimize),
          annotations_are_strings_((future_flags & code_flag::future_annotations) != 0) {}

    void fold(ast::Mod* module) {
        if (module->kind == ast::ModKind::FunctionType) return;
        if (auto* file = ast::try_as<ast::Module>(module)) return body(file->body);
        ast::dispatch(module, [this](auto& node) { this->children(node); });
    }

  private:
    template <class Node>
    void children(Node& node) {
        ast::for_each_child(node, [this](auto*& child) { this->fold(child); });
    }
    template <class Node>
    void fold_all(ast::Seq<Node*> nodes) {
        for (Node*& node : nodes)
            if (node) fold(node);
    }
    void fold(ast::Expr*& slot) {
        TreeDepthGuard deeper(depth_);
        ast::dispatch(slot, [this, &slot](auto& exact) { slot = this->node(exact); });
    }
    void fold(ast::Stmt* stmt) {
        TreeDepthGuard deeper(depth_);
        ast::dispatch(stmt, [this](auto& exact) { this->node(exact); });
    }
    void fold(ast::Pattern* pattern) {
        TreeDepthGuard deeper(depth_);
        ast::dispatch(pattern, [this](auto& exact) { this->node(exact); });
    }
    template <class Product>
    void fold(Product* product) {
        children(*product);
    }
    /// Every node without an overload of its own: only what is inside it can fold.
    template <class Node>
    Node* node(Node& node) {
        children(node);
        return &node;
    }

    /// The constant in place of the expression; the expression if evaluation failed.
    template <class T>
    ast::Expr* replaced(ast::Expr& expr, Ref<T> value) {
        if (value) return constant(expr.at, arena_.own(std::move(value)));
        if (pending_exception()) clear_exception();
        return &expr;
    }
    ast::Expr* constant(const ast::Position& at, Object* value) {
        return arena_.make<ast::Constant>(at, value, ast::Text());
    }

    // Statements

    /// A string that only folding made the first statement of a body must not become a docstring.
    void body(ast::Seq<ast::Stmt*> statements) {
        bool had_docstring = docstring_of(statements) != nullptr;
        fold_all(statements);
        if (had_docstring || !docstring_of(statements)) return;
        auto& first = *ast::as<ast::ExprStmt>(statements.front());
        std::array<ast::Expr*, 1> parts = {first.value};
        first.value = arena_.make<ast::JoinedStr>(first.at, arena_.copy<ast::Expr*>(parts));
    }

    ast::Stmt* node(ast::FunctionDef& def) { return function(def); }
    ast::Stmt* node(ast::AsyncFunctionDef& def) { return function(def); }
    template <class Def>
    ast::Stmt* function(Def& def) {
        fold(def.args);
        body(def.body);
        fold_all(def.decorator_list);
        if (def.returns && !annotations_are_strings_) fold(def.returns);
        return &def;
    }
    ast::Stmt* node(ast::ClassDef& def) {
        fold_all(def.bases);
        fold_all(def.keywords);
        body(def.body);
        fold_all(def.decorator_list);
        return &def;
    }
    ast::Stmt* node(ast::AnnAssign& statement) {
        fold(statement.target);
        if (!annotations_are_strings_) fold(statement.annotation);
        if (statement.value) fold(statement.value);
        return &statement;
    }
    void fold(ast::Arg* arg) {
        if (arg->annotation && !annotations_are_strings_) fold(arg->annotation);
    }
    ast::Stmt* node(ast::For& loop) {
        children(loop);
        loop.iter = iterated(loop.iter);
        return &loop;
    }

    // Expressions

    void fold(ast::Comprehension* loop) {
        children(*loop);
        loop->iter = iterated(loop->iter);
    }

    ast::Expr* node(ast::Name& name) {
        if (name.ctx == ast::ExprContext::Load && str_equal(name.id, "__debug__"))
            return replaced(name, Ref<Object>(new_bool(optimize_ == 0)));
        return &name;
    }

    ast::Expr* node(ast::UnaryOp& expr) {
        fold(expr.operand);
        if (Object* operand = constant_value(expr.operand))
            return replaced(expr, Ref<Object>(unary_operation(expr.op, operand)));
        auto* compare = ast::try_as<ast::Compare>(expr.operand);
        if (expr.op != ast::UnaryOperator::Not || !compare || compare->ops.size() != 1) return &expr;
        // `not (a in b)` is `a not in b`. Other comparisons may be overloaded with results of any kind.
        switch (ast::CompareOperator& op = compare->ops[0]) {
            case ast::CompareOperator::Is: op = ast::CompareOperator::IsNot; return compare;
            case ast::CompareOperator::IsNot: op = ast::CompareOperator::Is; return compare;
            case ast::CompareOperator::In: op = ast::CompareOperator::NotIn; return compare;
            case ast::CompareOperator::NotIn: op = ast::CompareOperator::In; return compare;
            default: return &expr;
        }
    }

    ast::Expr* node(ast::BinOp& expr) {
        fold(expr.left);
        fold(expr.right);
        Object* left = constant_value(expr.left);
        if (!left) return &expr;
        if (auto* values = ast::try_as<ast::Tuple>(expr.right);
            values && expr.op == ast::Operator::Mod && is_str(left) && !has_starred(values->elts)) {
            ast::Expr* joined = format_to_joined_string(static_cast<Str*>(left), values->elts, expr.at, arena_);
            return joined ? joined : &expr;
        }
        Object* right = constant_value(expr.right);
        BinaryOp op = binary_op(expr.op);
        if (!right || !may_evaluate(op, left, right)) return &expr;
        return replaced(expr, Ref<Object>(binary_operation(op, left, right)));
    }

    ast::Expr* node(ast::Compare& expr) {
        children(expr);
        if (expr.ops.back() == ast::CompareOperator::In || expr.ops.back() == ast::CompareOperator::NotIn)
            expr.comparators.back() = iterated(expr.comparators.back());
        return &expr;
    }

    ast::Expr* node(ast::Tuple& expr) {
        children(expr);
        return expr.ctx == ast::ExprContext::Load ? replaced(expr, constant_tuple(expr.elts)) : &expr;
    }

    ast::Expr* node(ast::Subscript& expr) {
        children(expr);
        Object *value = constant_value(expr.value), *key = constant_value(expr.slice);
        if (expr.ctx != ast::ExprContext::Load || !value || !key) return &expr;
        return replaced(expr, Ref<Object>(get_item(value, key)));
    }

    /// A literal that is only iterated over, or searched: nobody can change it, so a list can be a tuple and
    /// a set of constants a frozenset.
    ast::Expr* iterated(ast::Expr* expr) {
        if (auto* list = ast::try_as<ast::List>(expr); list && !has_starred(list->elts)) {
            if (Ref<Tuple> tuple = constant_tuple(list->elts)) return replaced(*expr, std::move(tuple));
            return arena_.make<ast::Tuple>(expr->at, list->elts, list->ctx);
        }
        if (auto* set = ast::try_as<ast::Set>(expr))
            if (Ref<Tuple> items = constant_tuple(set->elts))
                return replaced(*expr, new_frozenset(items->span()));
        return expr;
    }

    ast::Arena& arena_;
    const int optimize_;
    const bool annotations_are_strings_;
    int depth_ = 0;  // for TreeDepthGuard
};

}  // namespace

void fold_constants(ast::Mod* module, ast::Arena& arena, int optimize, int future_flags) {
    Folder(arena, optimize, future_flags).fold(module);
}

Object* docstring_of(ast::Seq<ast::Stmt*> body) {
    if (body.empty() || body.front()->kind != ast::StmtKind::ExprStmt) return nullptr;
    Object* value = constant_value(ast::as<ast::ExprStmt>(body.front())->value);
    return value && is_str(value) ? value : nullptr;
}

}  // namespace minipy
