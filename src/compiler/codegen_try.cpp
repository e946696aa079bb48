// Code generation: `try`, `except`, `except*`, `finally`, `with` and `async with`.
//
// SETUP_* and POP_BLOCK are pseudo-instructions around a protected region; the assembler turns them into the
// exception table. At the start of a handler the exception is on the stack; SETUP_CLEANUP and SETUP_WITH
// handlers also find the offset of the raising instruction (`lasti`) below it. PUSH_EXC_INFO puts the exception
// that was being handled so far (`old`) below the new one, POP_EXCEPT restores it. `finally` bodies are
// written several times: once for each way of leaving the `try`.
//
// CPython: Python/compile.c (compiler_try_except, compiler_try_star_except, compiler_try_finally,
// compiler_with)
#include "compiler/codegen.h"
#include "objects/singletons.h"

namespace minipy {

using enum Opcode;

template <class Try>
void CodeGenerator::try_statement(Try* statement) {
    statement->finalbody.empty() ? try_handlers(statement) : try_finally(statement);
}

template void CodeGenerator::try_statement(ast::Try*);
template void CodeGenerator::try_statement(ast::TryStar*);

//   []                             SETUP_FINALLY end
//   []                    body:    <body, with its handlers>, POP_BLOCK
//   []                             <finalbody>, JUMP exit
//   [exception]            end:    SETUP_CLEANUP cleanup, PUSH_EXC_INFO
//   [old, exception]               <finalbody>, RERAISE 0
//   [.., lasti, exc]   cleanup:    COPY 3, POP_EXCEPT, RERAISE 1
//   []                    exit:
template <class Try>
void CodeGenerator::try_finally(Try* statement) {
    Block body = new_block();
    Block end = new_block();
    Block exit = new_block();
    Block cleanup = new_block();
    jump(SETUP_FINALLY, end);
    begin(body);
    push_frame_block(
        {.kind = FrameBlock::Kind::FinallyTry, .block = body, .exit = end, .final_body = statement->finalbody});
    statement->handlers.empty() ? statements(statement->body) : try_handlers(statement);
    emit_without_line(POP_BLOCK);
    pop_frame_block();
    statements(statement->finalbody);
    jump_without_line(JUMP, exit);

    begin(end);
    clear_position();
    jump(SETUP_CLEANUP, cleanup);
    emit(PUSH_EXC_INFO);
    push_frame_block({.kind = FrameBlock::Kind::FinallyEnd, .block = end});
    statements(statement->finalbody);
    pop_frame_block();
    emit(RERAISE, 0);
    begin(cleanup);
    pop_except_and_reraise();
    begin(exit);
}

//   []                              SETUP_FINALLY except
//   []                     body:    <body>, POP_BLOCK
//   []                              <orelse>, JUMP end
//   [exc]                except:    SETUP_CLEANUP cleanup, PUSH_EXC_INFO
//   [old, exc]                      <type>, CHECK_EXC_MATCH           (for each handler; `except:` has no test)
//   [old, exc, bool]                POP_JUMP_IF_FALSE next
//   [old, exc]                      <handler>, JUMP end
//   [old, exc]             next:    ... and after the last one: RERAISE 0
//   [.., lasti, exc]    cleanup:    COPY 3, POP_EXCEPT, RERAISE 1
//   []                      end:
void CodeGenerator::try_handlers(ast::Try* statement) {
    Block body = new_block();
    Block except = new_block();
    Block end = new_block();
    Block cleanup = new_block();
    jump(SETUP_FINALLY, except);
    begin(body);
    push_frame_block({.kind = FrameBlock::Kind::TryExcept, .block = body});
    statements(statement->body);
    pop_frame_block();
    emit_without_line(POP_BLOCK);
    statements(statement->orelse);
    jump_without_line(JUMP, end);

    begin(except);
    clear_position();
    jump(SETUP_CLEANUP, cleanup);
    emit(PUSH_EXC_INFO);
    push_frame_block({.kind = FrameBlock::Kind::ExceptionHandler});
    for (ast::ExceptHandler* handler : statement->handlers) {
        unit_->at = handler->at;
        if (!handler->type && handler != statement->handlers.back()) error("default 'except:' must be last");
        Block next = new_block();
        if (handler->type) {
            expression(handler->type);
            emit(CHECK_EXC_MATCH);
            jump(POP_JUMP_IF_FALSE, next);
        }
        handler->name ? named_handler(handler, end) : unnamed_handler(handler, end);
        begin(next);
    }
    clear_position();
    pop_frame_block();
    emit(RERAISE, 0);
    begin(cleanup);
    pop_except_and_reraise();
    begin(end);
}

// The name is unbound after the handler, whichever way it ends: the exception holds the frame, the frame must
// not hold the exception.
//   [old, exc]                               STORE <name>, SETUP_CLEANUP cleanup_end
//   [old]                   cleanup_body:    <body>, POP_BLOCK, POP_BLOCK, POP_EXCEPT
//   []                                       <name> = None, del <name>, JUMP end
//   [old, lasti, exc]        cleanup_end:    <name> = None, del <name>, RERAISE 1
void CodeGenerator::named_handler(ast::ExceptHandler* handler, Block end) {
    Block cleanup_end = new_block();
    Block cleanup_body = new_block();
    name(handler->name, ast::ExprContext::Store);
    jump(SETUP_CLEANUP, cleanup_end);
    begin(cleanup_body);
    push_frame_block({.kind = FrameBlock::Kind::HandlerCleanup, .block = cleanup_body, .name = handler->name});
    statements(handler->body);
    pop_frame_block();
    clear_position();
    emit(POP_BLOCK);
    emit(POP_BLOCK);
    emit(POP_EXCEPT);
    unbind_handler_name(handler->name);
    jump(JUMP, end);

    begin(cleanup_end);
    clear_position();
    unbind_handler_name(handler->name);
    emit(RERAISE, 1);
}

//   [old, exc]                    POP_TOP
//   [old]        cleanup_body:    <body>, POP_BLOCK, POP_EXCEPT, JUMP end
void CodeGenerator::unnamed_handler(ast::ExceptHandler* handler, Block end) {
    Block cleanup_body = new_block();
    emit(POP_TOP);
    begin(cleanup_body);
    push_frame_block({.kind = FrameBlock::Kind::HandlerCleanup, .block = cleanup_body});
    statements(handler->body);
    pop_frame_block();
    clear_position();
    emit(POP_BLOCK);
    emit(POP_EXCEPT);
    jump(JUMP, end);
}

void CodeGenerator::unbind_handler_name(Str* bound) {
    load_none();
    name(bound, ast::ExprContext::Store);
    name(bound, ast::ExprContext::Del);
}

//   []                                  SETUP_FINALLY except
//   []                         body:    <body>, POP_BLOCK, JUMP orelse
//   [exc]                    except:    SETUP_CLEANUP cleanup, PUSH_EXC_INFO
//   [old, exc]                          COPY 1, BUILD_LIST 0, SWAP 2
//   [old, group, raised, rest]          <each handler: takes its part off `rest`, errors go into `raised`>
//   [old, group, raised, rest]          LIST_APPEND 1, JUMP reraise_star
//   [old, group, raised]    reraise_star:     see reraise_group
//   []                       orelse:    <orelse>
//   []                          end:
void CodeGenerator::try_handlers(ast::TryStar* statement) {
    Block body = new_block();
    Block except = new_block();
    Block orelse = new_block();
    Block end = new_block();
    Block cleanup = new_block();
    Block reraise_star = new_block();
    jump(SETUP_FINALLY, except);
    begin(body);
    push_frame_block({.kind = FrameBlock::Kind::TryExcept, .block = body});
    statements(statement->body);
    pop_frame_block();
    emit_without_line(POP_BLOCK);
    jump_without_line(JUMP, orelse);

    begin(except);
    clear_position();
    jump(SETUP_CLEANUP, cleanup);
    emit(PUSH_EXC_INFO);
    push_frame_block({.kind = FrameBlock::Kind::ExceptionGroupHandler});
    for (ast::ExceptHandler* handler : statement->handlers) {
        star_handler(handler, handler == statement->handlers.front());
        if (handler == statement->handlers.back()) {
            emit(LIST_APPEND, 1);
            jump(JUMP, reraise_star);
        }
    }
    clear_position();
    pop_frame_block();
    reraise_group(reraise_star, cleanup, end);
    begin(orelse);
    statements(statement->orelse);
    begin(end);
}

//   [group, raised, rest]                        <type>, CHECK_EG_MATCH, COPY 1
//   [group, raised, rest, match, match]          POP_JUMP_IF_NOT_NONE handle_match
//   [group, raised, rest, None]                  POP_TOP, JUMP next
//   [group, raised, rest, match] handle_match:   see star_handler_body
//   [group, raised, rest]                next:
void CodeGenerator::star_handler(ast::ExceptHandler* handler, bool first) {
    unit_->at = handler->at;
    Block next = new_block();
    Block handle_match = new_block();
    if (first) {
        emit(COPY, 1);
        emit(BUILD_LIST, 0);
        emit(SWAP, 2);
    }
    if (handler->type) {
        expression(handler->type);
        emit(CHECK_EG_MATCH);
        emit(COPY, 1);
        jump(POP_JUMP_IF_NOT_NONE, handle_match);
        emit(POP_TOP);
        jump(JUMP, next);
    }
    begin(handle_match);
    star_handler_body(handler, next);
    begin(next);
}

//   [.., raised, rest, match]                     STORE <name> or POP_TOP, SETUP_CLEANUP cleanup_end
//   [.., raised, rest]             cleanup_body:  <body>, POP_BLOCK
//   [.., raised, rest]                            <name> = None, del <name>, JUMP next
//   [.., raised, rest, lasti, exc] cleanup_end:   <name> = None, del <name>
//   [.., raised, rest, lasti, exc]                LIST_APPEND 3, POP_TOP, JUMP next
void CodeGenerator::star_handler_body(ast::ExceptHandler* handler, Block next) {
    Block cleanup_end = new_block();
    Block cleanup_body = new_block();
    if (handler->name) {
        name(handler->name, ast::ExprContext::Store);
    } else {
        emit(POP_TOP);
    }
    jump(SETUP_CLEANUP, cleanup_end);
    begin(cleanup_body);
    push_frame_block({.kind = FrameBlock::Kind::HandlerCleanup, .block = cleanup_body, .name = handler->name});
    statements(handler->body);
    pop_frame_block();
    clear_position();
    emit(POP_BLOCK);
    if (handler->name) unbind_handler_name(handler->name);
    jump(JUMP, next);

    begin(cleanup_end);
    clear_position();
    if (handler->name) unbind_handler_name(handler->name);
    emit(LIST_APPEND, 3);
    emit(POP_TOP);
    jump(JUMP, next);
}

//   [old, group, raised]   reraise_star:   PREP_RERAISE_STAR
//   [old, left]                            COPY 1, POP_JUMP_IF_NOT_NONE reraise
//   [old, None]                            POP_TOP, POP_BLOCK, POP_EXCEPT, JUMP end
//   [old, left]                 reraise:   POP_BLOCK, SWAP 2, POP_EXCEPT, RERAISE 0
//   [.., lasti, exc]            cleanup:   COPY 3, POP_EXCEPT, RERAISE 1
void CodeGenerator::reraise_group(Block reraise_star, Block cleanup, Block end) {
    Block reraise = new_block();
    begin(reraise_star);
    emit(PREP_RERAISE_STAR);
    emit(COPY, 1);
    jump(POP_JUMP_IF_NOT_NONE, reraise);
    emit(POP_TOP);
    emit(POP_BLOCK);
    emit(POP_EXCEPT);
    jump(JUMP, end);
    begin(reraise);
    emit(POP_BLOCK);
    emit(SWAP, 2);
    emit(POP_EXCEPT);
    emit(RERAISE, 0);
    begin(cleanup);
    pop_except_and_reraise();
}

/// [old, lasti, exc]: makes `old` the handled exception again and goes on raising, from where it was raised.
void CodeGenerator::pop_except_and_reraise() {
    emit(COPY, 3);
    emit(POP_EXCEPT);
    emit(RERAISE, 1);
}

// With.

// `async with` awaits what `__aenter__` and `__aexit__` return, after the instructions marked *.
//   []                              <context expression>
//   [manager]                       BEFORE_WITH*, SETUP_WITH final
//   [exit, value]         block:    <store into target> or POP_TOP
//   [exit]                          <body, or the next item>, POP_BLOCK
//   [exit]                          None, None, None, CALL*, POP_TOP, JUMP end
//   [exit, lasti, exc]    final:    SETUP_CLEANUP cleanup, PUSH_EXC_INFO
//   [exit, lasti, old, exc]         WITH_EXCEPT_START*
//   [exit, lasti, old, exc, bool]   see finish_with_exception
//   []                      end:
template <class WithStatement>
void CodeGenerator::with_statement(WithStatement* statement, std::size_t position) {
    constexpr bool is_async = std::is_same_v<WithStatement, ast::AsyncWith>;
    if (is_async) require_async("'async with' outside async function");
    ast::WithItem* item = statement->items[position];
    Block block = new_block();
    Block final = new_block();
    Block end = new_block();
    Block cleanup = new_block();
    expression(item->context_expr);
    emit(is_async ? BEFORE_ASYNC_WITH : BEFORE_WITH);
    if (is_async) await_value(1);
    jump(SETUP_WITH, final);
    begin(block);
    push_frame_block({.kind = is_async ? FrameBlock::Kind::AsyncWith : FrameBlock::Kind::With,
                      .block = block,
                      .exit = final,
                      .statement = statement});
    if (item->optional_vars) {
        expression(item->optional_vars);
    } else {
        emit(POP_TOP);
    }
    if (position + 1 == statement->items.size()) {
        statements(statement->body);
    } else {
        with_statement(statement, position + 1);
    }
    if (!is_async) clear_position();
    emit(POP_BLOCK);
    pop_frame_block();

    unit_->at = statement->at;
    call_exit_with_nones();
    if (is_async) await_value(2);
    emit(POP_TOP);
    jump(JUMP, end);

    begin(final);
    jump(SETUP_CLEANUP, cleanup);
    emit(PUSH_EXC_INFO);
    emit(WITH_EXCEPT_START);
    if (is_async) await_value(2);
    finish_with_exception(cleanup);
    begin(end);
}

template void CodeGenerator::with_statement(ast::With*, std::size_t);
template void CodeGenerator::with_statement(ast::AsyncWith*, std::size_t);

/// [exit] -> [result]
void CodeGenerator::call_exit_with_nones() {
    load_none();
    load_none();
    load_none();
    emit_call(2);
}

//   [exit, lasti, old, exc, bool]             POP_JUMP_IF_TRUE exit      (true: the exception is swallowed)
//   [exit, lasti, old, exc]                   RERAISE 2
//   [.., old, lasti, exc]          cleanup:   COPY 3, POP_EXCEPT, RERAISE 1
//   [exit, lasti, old, exc]           exit:   POP_TOP, POP_BLOCK, POP_EXCEPT, POP_TOP, POP_TOP
void CodeGenerator::finish_with_exception(Block cleanup) {
    clear_position();
    Block exit = new_block();
    jump(POP_JUMP_IF_TRUE, exit);
    emit(RERAISE, 2);
    begin(cleanup);
    pop_except_and_reraise();
    begin(exit);
    emit(POP_TOP);
    emit(POP_BLOCK);
    emit(POP_EXCEPT);
    emit(POP_TOP);
    emit(POP_TOP);
}

}  // namespace minipy
