// Code generation: `if`, loops, `return`, `break`, `continue`, conditions, and awaiting.
//
// Constructs that something has to be done about when control leaves them early (loops hold an iterator,
// `try` and `with` have code to run) are on the unit's stack of frame blocks while their body is compiled;
// `return`, `break` and `continue` emit the clean-up of each, innermost first. Invariant: while the clean-up
// of a frame block is emitted, it and those inside it are off the stack.
//
// CPython: Python/compile.c (compiler_unwind_fblock, compiler_jump_if, compiler_for, compiler_while)
#include "compiler/codegen.h"
#include "objects/singletons.h"

namespace minipy {

using enum Opcode;

// Frame blocks.

void CodeGenerator::push_frame_block(FrameBlock block) {
    if (unit_->frame_blocks.size() >= max_frame_blocks) error("too many statically nested blocks");
    unit_->frame_blocks.push_back(block);
}

void CodeGenerator::pop_frame_block() { unit_->frame_blocks.pop_back(); }

/// Emits what has to happen when control leaves the block early. `preserve_top`: the value on top of the
/// stack (the one being returned) stays there.
void CodeGenerator::unwind(const FrameBlock& block, bool preserve_top) {
    using enum FrameBlock::Kind;
    switch (block.kind) {
        case WhileLoop:
        case ExceptionHandler:
        case ExceptionGroupHandler:
        case AsyncComprehension: return;
        case ForLoop:
        case PopValue: return drop_below_top(preserve_top);
        case TryExcept: return emit(POP_BLOCK);
        case FinallyTry:
            emit(POP_BLOCK);
            if (preserve_top) push_frame_block({.kind = PopValue});
            statements(block.final_body);
            if (preserve_top) pop_frame_block();
            clear_position();
            return;
        case FinallyEnd:
            drop_below_top(preserve_top);
            if (preserve_top) emit(SWAP, 2);
            emit(POP_BLOCK);
            return emit(POP_EXCEPT);
        case With:
        case AsyncWith: return unwind_with(block, preserve_top);
        case HandlerCleanup:
            if (block.name) emit(POP_BLOCK);
            if (preserve_top) emit(SWAP, 2);
            emit(POP_BLOCK);
            emit(POP_EXCEPT);
            if (block.name) unbind_handler_name(block.name);
            return;
    }
}

/// Calls `__exit__(None, None, None)`, at the position of the `with`.
void CodeGenerator::unwind_with(const FrameBlock& block, bool preserve_top) {
    unit_->at = block.statement->at;
    emit(POP_BLOCK);
    if (preserve_top) emit(SWAP, 2);
    call_exit_with_nones();
    if (block.kind == FrameBlock::Kind::AsyncWith) await_value(2);
    emit(POP_TOP);
    clear_position();
}

void CodeGenerator::drop_below_top(bool preserve_top) {
    if (preserve_top) emit(SWAP, 2);
    emit(POP_TOP);
}

/// Unwinds all frame blocks, or those inside the innermost loop, which is returned.
std::optional<FrameBlock> CodeGenerator::unwind_all(bool preserve_top, bool stop_at_loop) {
    using enum FrameBlock::Kind;
    if (unit_->frame_blocks.empty()) return std::nullopt;
    FrameBlock top = unit_->frame_blocks.back();
    if (top.kind == ExceptionGroupHandler) {
        error("'break', 'continue' and 'return' cannot appear in an except* block");
    }
    if (stop_at_loop && (top.kind == WhileLoop || top.kind == ForLoop)) return top;
    unit_->frame_blocks.pop_back();
    unwind(top, preserve_top);
    std::optional<FrameBlock> loop = unwind_all(preserve_top, stop_at_loop);
    unit_->frame_blocks.push_back(top);
    return loop;
}

// Statements.

//   []                  jump to `next` unless <test>
//   []                  <body>
//   []                  JUMP end         (only with an else)
//   []          next:   <orelse>
//   []           end:
void CodeGenerator::if_statement(ast::If* statement) {
    Block end = new_block();
    Block next = statement->orelse.empty() ? end : new_block();
    jump_if(statement->test, next, false);
    statements(statement->body);
    if (!statement->orelse.empty()) {
        jump_without_line(JUMP, end);
        begin(next);
        statements(statement->orelse);
    }
    begin(end);
}

//   []                      <iter>, GET_ITER
//   [iterator]     start:   FOR_ITER cleanup
//   [iterator, item] body:  <store into target>
//   [iterator]              <body>             (continue: start, break: pops the iterator, end)
//   [iterator]              JUMP start
//   []           cleanup:   <orelse>
//   []               end:
void CodeGenerator::for_statement(ast::For* statement) {
    Block start = new_block();
    Block body = new_block();
    Block cleanup = new_block();
    Block end = new_block();
    push_frame_block({.kind = FrameBlock::Kind::ForLoop, .block = start, .exit = end});
    expression(statement->iter);
    emit(GET_ITER);
    begin(start);
    jump(FOR_ITER, cleanup);
    begin(body);
    expression(statement->target);
    statements(statement->body);
    clear_position();
    jump(JUMP, start);
    begin(cleanup);
    pop_frame_block();
    statements(statement->orelse);
    begin(end);
}

//   []                                <iter>, GET_AITER
//   [aiter]                 start:    SETUP_FINALLY except
//   [aiter]                           GET_ANEXT
//   [aiter, awaitable]                <await it>, POP_BLOCK
//   [aiter, item]                     <store into target>
//   [aiter]                           <body>, JUMP start
//   [aiter, exception]     except:    END_ASYNC_FOR      (StopAsyncIteration ends the loop)
//   []                                <orelse>
//   []                        end:
void CodeGenerator::async_for_statement(ast::AsyncFor* statement) {
    require_async("'async for' outside async function");
    Block start = new_block();
    Block except = new_block();
    Block end = new_block();
    expression(statement->iter);
    emit(GET_AITER);
    begin(start);
    push_frame_block({.kind = FrameBlock::Kind::ForLoop, .block = start, .exit = end});
    next_of_async_iterator(except);
    expression(statement->target);
    statements(statement->body);
    clear_position();
    jump(JUMP, start);
    pop_frame_block();
    begin(except);
    unit_->at = statement->iter->at;
    emit(END_ASYNC_FOR);
    statements(statement->orelse);
    begin(end);
}

//   [aiter]                SETUP_FINALLY except, GET_ANEXT
//   [aiter, awaitable]     <await it>
//   [aiter, item]          POP_BLOCK
void CodeGenerator::next_of_async_iterator(Block except) {
    jump(SETUP_FINALLY, except);
    emit(GET_ANEXT);
    load_none();
    await_or_delegate(true);
    emit(POP_BLOCK);
}

// The test is written twice, so that a round of the loop runs one jump.
//   []           loop:   jump to `anchor` unless <test>
//   []           body:   <body>                  (continue: loop, break: end)
//   []                   jump to `body` if <test>
//   []         anchor:   <orelse>
//   []            end:
void CodeGenerator::while_statement(ast::While* statement) {
    Block loop = new_block();
    Block body = new_block();
    Block anchor = new_block();
    Block end = new_block();
    begin(loop);
    push_frame_block({.kind = FrameBlock::Kind::WhileLoop, .block = loop, .exit = end});
    jump_if(statement->test, anchor, false);
    begin(body);
    statements(statement->body);
    unit_->at = statement->at;
    jump_if(statement->test, body, true);
    pop_frame_block();
    begin(anchor);
    statements(statement->orelse);
    begin(end);
}

/// A constant is loaded after the clean-up, any other value before it. NOPs keep the lines of the value and
/// of the statement visible to tracing when all that follows belongs elsewhere.
void CodeGenerator::return_statement(ast::Return* statement) {
    Expr value = statement->value;
    auto* constant = value ? ast::try_as<ast::Constant>(value) : nullptr;
    bool preserve_top = value && !constant;
    if (unit_->scope->kind != BlockKind::Function) error("'return' outside function");
    if (value && unit_->scope->is_coroutine && unit_->scope->is_generator) {
        error("'return' with value in async generator");
    }
    if (preserve_top) {
        expression(value);
    } else if (value) {
        unit_->at = value->at;
        emit(NOP);
    }
    if (!value || value->at.line != statement->at.line) {
        unit_->at = statement->at;
        emit(NOP);
    }
    (void)unwind_all(preserve_top, false);
    if (!value) {
        load_none();
    } else if (constant) {
        load_constant(constant->value);
    }
    emit(RETURN_VALUE);
}

void CodeGenerator::break_statement() {
    Position at = unit_->at;
    emit(NOP);
    std::optional<FrameBlock> loop = unwind_all(false, true);
    if (!loop) {
        unit_->at = at;
        error("'break' outside loop");
    }
    unwind(*loop, false);
    jump(JUMP, loop->exit);
}

void CodeGenerator::continue_statement() {
    Position at = unit_->at;
    emit(NOP);
    std::optional<FrameBlock> loop = unwind_all(false, true);
    if (!loop) {
        unit_->at = at;
        error("'continue' not properly in loop");
    }
    jump(JUMP, loop->block);
}

// Conditions.

/// Jumps to the target if the truth of the test is `condition`, else falls through. `not`, `and`, `or`, `if`
/// and chained comparisons become jumps of their own, without a value in between.
void CodeGenerator::jump_if(Expr test, Block target, bool condition) {
    if (auto* unary = ast::try_as<ast::UnaryOp>(test); unary && unary->op == ast::UnaryOperator::Not) {
        return jump_if(unary->operand, target, !condition);
    }
    if (auto* boolean = ast::try_as<ast::BoolOp>(test)) return jump_if_all_or_any(boolean, target, condition);
    if (auto* choice = ast::try_as<ast::IfExp>(test)) return jump_if_conditional(choice, target, condition);
    if (auto* comparison = ast::try_as<ast::Compare>(test)) {
        unit_->at = test->at;
        if (comparison->ops.size() > 1) return jump_if_chained(comparison, target, condition);
    }
    expression(test);
    jump(condition ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, target);
}

//   a or b, condition true:      jump to `target` if <a>, jump to `target` if <b>
//   a or b, condition false:     jump to `decided` if <a>, jump to `target` unless <b>    decided:
void CodeGenerator::jump_if_all_or_any(ast::BoolOp* test, Block target, bool condition) {
    bool is_or = test->op == ast::BoolOperator::Or;
    Block decided = is_or == condition ? target : new_block();
    std::size_t last = test->values.size() - 1;
    for (std::size_t i = 0; i < last; ++i) jump_if(test->values[i], decided, is_or);
    jump_if(test->values[last], target, condition);
    if (decided != target) begin(decided);
}

//               jump to `next` unless <test>
//               jump to `target` if <body> is `condition`
//               JUMP end
//       next:   jump to `target` if <orelse> is `condition`
//        end:
void CodeGenerator::jump_if_conditional(ast::IfExp* test, Block target, bool condition) {
    Block end = new_block();
    Block next = new_block();
    jump_if(test->test, next, false);
    jump_if(test->body, target, condition);
    jump_without_line(JUMP, end);
    begin(next);
    jump_if(test->orelse, target, condition);
    begin(end);
}

//   [left]                        <right>, SWAP 2, COPY 2, <compare>      (for each operator but the last)
//   [right, bool]                 POP_JUMP_IF_FALSE cleanup
//   [left]                        <right>, <compare>
//   [bool]                        POP_JUMP_IF_TRUE or POP_JUMP_IF_FALSE target
//   []                            JUMP end
//   [right]            cleanup:   POP_TOP, JUMP target                    (JUMP unless `condition`)
//   []                     end:
void CodeGenerator::jump_if_chained(ast::Compare* test, Block target, bool condition) {
    check_identity_comparison(test);
    Block cleanup = new_block();
    std::size_t last = test->ops.size() - 1;
    expression(test->left);
    for (std::size_t i = 0; i < last; ++i) {
        expression(test->comparators[i]);
        emit(SWAP, 2);
        emit(COPY, 2);
        comparison(test->ops[i]);
        jump(POP_JUMP_IF_FALSE, cleanup);
    }
    expression(test->comparators[last]);
    comparison(test->ops[last]);
    jump(condition ? POP_JUMP_IF_TRUE : POP_JUMP_IF_FALSE, target);
    Block end = new_block();
    jump_without_line(JUMP, end);
    begin(cleanup);
    emit(POP_TOP);
    if (!condition) jump_without_line(JUMP, target);
    begin(end);
}

// Awaiting.

//   [receiver, value]    start:   SEND exit
//   [receiver, value]   resume:   YIELD_VALUE, RESUME, JUMP_NO_INTERRUPT start
//   [result]              exit:
void CodeGenerator::await_or_delegate(bool is_await) {
    Block start = new_block();
    Block resume = new_block();
    Block exit = new_block();
    begin(start);
    jump(SEND, exit);
    begin(resume);
    emit(YIELD_VALUE);
    emit(RESUME, is_await ? 3 : 2);
    jump(JUMP_NO_INTERRUPT, start);
    begin(exit);
}

/// [awaitable] -> [result]. The kind is for error messages: 0 `await`, 1 `__aenter__`, 2 `__aexit__`.
void CodeGenerator::await_value(int awaitable_kind) {
    emit(GET_AWAITABLE, awaitable_kind);
    load_none();
    await_or_delegate(true);
}

/// `async for` and `async with` stand in async functions, or on the outermost level where that is allowed.
void CodeGenerator::require_async(const char* message) {
    if (at_top_level_await()) {
        unit_->scope->is_coroutine = true;
    } else if (unit_->kind != UnitKind::AsyncFunction) {
        error(message);
    }
}

}  // namespace minipy
