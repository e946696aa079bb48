// Code generation: list, set and dict comprehensions and generator expressions.
//
// A comprehension is a function of one argument, `.0`, which is called at once with the iterator of its
// outermost `for`; so its variables are its own. Invariant: inside it the collection being built lies at the
// bottom of the stack, below one iterator for each `for` that is running.
//
// CPython: Python/compile.c (compiler_comprehension, compiler_comprehension_generator)
#include "compiler/codegen.h"
#include "compiler/compile_error.h"
#include "objects/singletons.h"

namespace minipy {

using enum Opcode;

void CodeGenerator::comprehension(Expr node) {
    using enum ComprehensionKind;
    switch (node->kind) {
        case ast::ExprKind::ListComp: {
            auto* list = ast::as<ast::ListComp>(node);
            return comprehension(node, "<listcomp>", {List, list->elt, nullptr, list->generators});
        }
        case ast::ExprKind::SetComp: {
            auto* set = ast::as<ast::SetComp>(node);
            return comprehension(node, "<setcomp>", {Set, set->elt, nullptr, set->generators});
        }
        case ast::ExprKind::DictComp: {
            auto* dict = ast::as<ast::DictComp>(node);
            return comprehension(node, "<dictcomp>", {Dict, dict->key, dict->value, dict->generators});
        }
        default: {
            auto* generator = ast::as<ast::GeneratorExp>(node);
            return comprehension(node, "<genexpr>",
                                 {Generator, generator->elt, nullptr, generator->generators});
        }
    }
}

//   []                        <function>
//   [function]                <outermost iterable>, GET_ITER, PRECALL 0, CALL 0
//   [collection]              (async and no generator: await it)
void CodeGenerator::comprehension(Expr node, const char* name, const ComprehensionParts& parts) {
    bool is_generator = parts.kind == ComprehensionKind::Generator;
    bool top_level_await = at_top_level_await();
    UnitKind outer = unit_->kind;
    enter_unit(own_name(name), UnitKind::Comprehension, node, node->at.line);
    unit_->at = node->at;
    bool is_async = unit_->scope->is_coroutine;
    if (is_async && !is_generator && outer != UnitKind::AsyncFunction && outer != UnitKind::Comprehension &&
        !top_level_await) {
        error("asynchronous comprehension outside of an asynchronous function");
    }
    switch (parts.kind) {
        case ComprehensionKind::List: emit(BUILD_LIST, 0); break;
        case ComprehensionKind::Set: emit(BUILD_SET, 0); break;
        case ComprehensionKind::Dict: emit(BUILD_MAP, 0); break;
        default: break;
    }
    comprehension_loop(parts, 0, 0);
    if (!is_generator) emit(RETURN_VALUE);
    Ref<Code> code = finish_unit(true);
    if (top_level_await && is_async) unit_->scope->is_coroutine = true;

    make_closure(code.get(), 0);
    expression(parts.generators[0]->iter);
    emit(parts.generators[0]->is_async ? GET_AITER : GET_ITER);
    emit_call(0);
    if (is_async && !is_generator) await_value(0);
}

/// The `for` at `index` with all that is inside it. `depth`: iterators on the stack already.
void CodeGenerator::comprehension_loop(const ComprehensionParts& parts, std::size_t index, int depth) {
    int clauses = static_cast<int>(index);
    TreeDepthGuard deeper(clauses);  // the clauses nest on the C++ stack as expressions do
    if (parts.generators[index]->is_async) {
        async_loop(parts, index, depth);
    } else {
        plain_loop(parts, index, depth);
    }
}

namespace {

/// `for x in [value]` (or a tuple of one) only names a value: the value, or null.
ast::Expr* single_item(ast::Expr* iterable) {
    ast::Seq<ast::Expr*> items;
    if (auto* list = ast::try_as<ast::List>(iterable)) items = list->elts;
    if (auto* tuple = ast::try_as<ast::Tuple>(iterable)) items = tuple->elts;
    return items.size() == 1 && items[0]->kind != ast::ExprKind::Starred ? items[0] : nullptr;
}

}  // namespace

//   []                           LOAD_FAST .0, or <iterable>, GET_ITER
//   [iterator]         start:    FOR_ITER anchor
//   [iterator, item]             <store into target>
//   [iterator]                   jump to `skip` unless <if>          (for each)
//   [iterator]                   <inner loop, or add the element>
//   [iterator]          skip:    JUMP start
//   []                anchor:
void CodeGenerator::plain_loop(const ComprehensionParts& parts, std::size_t index, int depth) {
    ast::Comprehension* clause = parts.generators[index];
    Block start = new_block();
    Block skip = new_block();
    Block anchor = new_block();
    Expr only_item = nullptr;
    if (index == 0) {
        unit_->argument_count = 1;
        emit(LOAD_FAST, 0);
    } else if ((only_item = single_item(clause->iter))) {
        expression(only_item);
    } else {
        expression(clause->iter);
        emit(GET_ITER);
    }
    if (!only_item) {
        ++depth;
        begin(start);
        jump(FOR_ITER, anchor);
    }
    expression(clause->target);
    loop_body(parts, index, depth, skip);
    begin(skip);
    if (!only_item) {
        jump(JUMP, start);
        begin(anchor);
    }
}

//   []                          LOAD_FAST .0, or <iterable>, GET_AITER
//   [aiter]           start:    SETUP_FINALLY except, GET_ANEXT, <await>, POP_BLOCK
//   [aiter, item]               <store into target>, <ifs>, <inner loop, or add the element>
//   [aiter]            skip:    JUMP start
//   [aiter, exc]     except:    END_ASYNC_FOR
void CodeGenerator::async_loop(const ComprehensionParts& parts, std::size_t index, int depth) {
    ast::Comprehension* clause = parts.generators[index];
    Block start = new_block();
    Block except = new_block();
    Block skip = new_block();
    if (index == 0) {
        unit_->argument_count = 1;
        emit(LOAD_FAST, 0);
    } else {
        expression(clause->iter);
        emit(GET_AITER);
    }
    begin(start);
    push_frame_block({.kind = FrameBlock::Kind::AsyncComprehension, .block = start});
    next_of_async_iterator(except);
    expression(clause->target);
    loop_body(parts, index, depth + 1, skip);
    begin(skip);
    jump(JUMP, start);
    pop_frame_block();
    begin(except);
    emit(END_ASYNC_FOR);
}

/// The conditions of a `for` clause, then the next clause or the element.
void CodeGenerator::loop_body(const ComprehensionParts& parts, std::size_t index, int depth, Block skip) {
    for (Expr condition : parts.generators[index]->ifs) jump_if(condition, skip, false);
    if (index + 1 < parts.generators.size()) {
        comprehension_loop(parts, index + 1, depth);
    } else {
        add_element(parts, depth);
    }
}

/// Puts the element into the collection, which lies below `depth` iterators, or yields it.
void CodeGenerator::add_element(const ComprehensionParts& parts, int depth) {
    expression(parts.element);
    switch (parts.kind) {
        case ComprehensionKind::List: return emit(LIST_APPEND, depth + 1);
        case ComprehensionKind::Set: return emit(SET_ADD, depth + 1);
        case ComprehensionKind::Dict: expression(parts.value); return emit(MAP_ADD, depth + 1);
        default: yield_value(); return emit(POP_TOP);
    }
}

}  // namespace minipy
