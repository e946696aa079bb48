// Code generation: units (module, class, function ...), bodies, docstrings and the simple statements.
//
// A module's body is code like any other; what differs by mode: `exec` returns None, `eval` returns the value
// of its one expression, `single` prints the value of every expression statement on the outermost level.
// Invariant: `finish_unit` leaves no block that falls off the end, and flags that no later pass changes.
//
// CPython: Python/compile.c (compiler_mod, compiler_enter_scope, compiler_body, compiler_visit_stmt)
#include <algorithm>

#include "compiler/codegen.h"
#include "compiler/fold_constants.h"
#include "compiler/future.h"
#include "lexer/utf8.h"
#include "objects/int.h"
#include "objects/singletons.h"

namespace minipy {

using enum Opcode;

namespace {

bool has_annotations(ast::Seq<ast::Stmt*> statements);

template <class Try>
bool try_has_annotations(Try* statement) {
    for (ast::ExceptHandler* handler : statement->handlers) {
        if (has_annotations(handler->body)) return true;
    }
    return has_annotations(statement->body) || has_annotations(statement->finalbody) ||
           has_annotations(statement->orelse);
}

template <class Loop>
bool loop_has_annotations(Loop* statement) {
    return has_annotations(statement->body) || has_annotations(statement->orelse);
}

bool statement_has_annotations(ast::Stmt* statement) {
    using enum ast::StmtKind;
    switch (statement->kind) {
        case AnnAssign: return true;
        case For: return loop_has_annotations(ast::as<ast::For>(statement));
        case AsyncFor: return loop_has_annotations(ast::as<ast::AsyncFor>(statement));
        case While: return loop_has_annotations(ast::as<ast::While>(statement));
        case If: return loop_has_annotations(ast::as<ast::If>(statement));
        case With: return has_annotations(ast::as<ast::With>(statement)->body);
        case AsyncWith: return has_annotations(ast::as<ast::AsyncWith>(statement)->body);
        case Try: return try_has_annotations(ast::as<ast::Try>(statement));
        case TryStar: return try_has_annotations(ast::as<ast::TryStar>(statement));
        case Match:
            for (ast::MatchCase* match_case : ast::as<ast::Match>(statement)->cases) {
                if (has_annotations(match_case->body)) return true;
            }
            return false;
        default: return false;
    }
}

/// Whether a variable is annotated in this block of code, at any depth of nesting.
bool has_annotations(ast::Seq<ast::Stmt*> statements) {
    return std::any_of(statements.begin(), statements.end(), statement_has_annotations);
}

}  // namespace

Ref<Code> compile(ast::Mod* module, const Source& source, ast::Arena& arena, const CompileOptions& options) {
    FutureFeatures future = find_future_features(module, source);
    int future_flags = future.flags | options.future_flags;
    fold_constants(module, arena, options.optimize, future_flags);
    SymbolTable symbols = build_symbol_table(module, arena, source, future_flags);
    return CodeGenerator(symbols, source, arena, options, future_flags, future.last_line).module(module);
}

CodeGenerator::CodeGenerator(SymbolTable& symbols, const Source& source, ast::Arena& arena,
                             const CompileOptions& options, int future_flags, int last_future_line)
    : symbols_(symbols),
      source_(source),
      arena_(arena),
      options_(options),
      future_flags_(future_flags),
      last_future_line_(last_future_line),
      filename_(str_from_utf8(escape_invalid_utf8(source.filename))),
      assembly_{filename_.get(), pool_, options.observer},
      debug_(own_name("__debug__")),
      class_(own_name("__class__")),
      classcell_(own_name("__classcell__")),
      name_(own_name("__name__")),
      module_(own_name("__module__")),
      qualname_(own_name("__qualname__")),
      doc_(own_name("__doc__")),
      annotations_(own_name("__annotations__")),
      return_(own_name("return")),
      join_(own_name("join")),
      lambda_(own_name("<lambda>")),
      empty_(own_name("")) {}

Str* CodeGenerator::own_name(std::string_view text) { return arena_.own(intern(text)); }

void CodeGenerator::load_none() { load_constant(&none); }

void CodeGenerator::load_int(std::int64_t value) { load_constant(new_int(value).get()); }

void CodeGenerator::load_tuple(std::span<Object* const> items) { load_constant(new_tuple(items).get()); }

Ref<Code> CodeGenerator::module(ast::Mod* module) {
    enter_unit(own_name("<module>"), UnitKind::Module, module, 1);
    bool add_none = true;
    if (auto* file = ast::try_as<ast::Module>(module)) {
        body(file->body);
    } else if (auto* interactive = ast::try_as<ast::Interactive>(module)) {
        if (has_annotations(interactive->body)) emit(SETUP_ANNOTATIONS);
        interactive_ = true;
        statements(interactive->body);
    } else {
        expression(ast::as<ast::Expression>(module)->body);
        add_none = false;
    }
    return finish_unit(add_none);
}

// Units.

void CodeGenerator::Unit::reset() {
    *this = {};
    frame_blocks.reserve(max_frame_blocks);
}

/// Pushes a unit for the block that the node opens, with its first instruction.
void CodeGenerator::enter_unit(Str* name, UnitKind kind, const void* key, int first_line) {
    if (depth_ == units_.size()) units_.push_back(std::make_unique<Unit>());
    Unit* outer = unit_;
    unit_ = units_[depth_++].get();
    unit_->reset();
    unit_->kind = kind;
    unit_->scope = &symbols_.lookup(key);
    unit_->name = name;
    unit_->private_class = outer ? outer->private_class : nullptr;
    unit_->first_line = first_line;
    fill_numberings();
    set_qualified_name();

    unit_->block = new_block();
    unit_->graph.entry = unit_->block;
    unit_->at = {kind == UnitKind::Module ? 0 : first_line, 0, first_line, 0};
    emit(RESUME, 0);
    unit_->at.line = first_line;
}

/// Arguments and fast locals come in the order of the symbol table, cells and free variables sorted.
void CodeGenerator::fill_numberings() {
    const SymbolTableEntry& scope = *unit_->scope;
    for (Str* parameter : scope.parameter_names) unit_->locals.add(parameter);

    std::vector<Str*> cells, free_variables;
    for (const Symbol& symbol : scope.symbols) {
        if (symbol.scope == Scope::Cell) cells.push_back(symbol.name);
        if (symbol.scope == Scope::Free || (symbol.flags & symbol_flag::free_class)) {
            free_variables.push_back(symbol.name);
        }
    }
    auto by_text = [](const Str* left, const Str* right) { return str_compare(left, right) < 0; };
    std::sort(cells.begin(), cells.end(), by_text);
    std::sort(free_variables.begin(), free_variables.end(), by_text);
    for (Str* cell : cells) unit_->cells.add(cell);
    if (scope.needs_class_closure) unit_->cells.add(class_);
    for (Str* variable : free_variables) unit_->free_variables.add(variable);
}

/// "Outer.method.<locals>.inner"; a name declared `global` outside starts afresh.
void CodeGenerator::set_qualified_name() {
    Unit* outer = enclosing_unit();
    bool named = unit_->kind == UnitKind::Function || unit_->kind == UnitKind::AsyncFunction ||
                 unit_->kind == UnitKind::Class;
    bool outermost = !outer || outer->kind == UnitKind::Module ||
                     (named && outer->scope->scope_of(mangle(outer->private_class, unit_->name, arena_)) ==
                                   Scope::GlobalExplicit);
    if (outermost) {
        unit_->qualified_name = share(unit_->name);
        return;
    }
    std::string text(str_utf8(outer->qualified_name.get()));
    bool outer_is_function = outer->kind == UnitKind::Function || outer->kind == UnitKind::AsyncFunction ||
                             outer->kind == UnitKind::Lambda;
    text += outer_is_function ? ".<locals>." : ".";
    text += str_utf8(unit_->name);
    unit_->qualified_name = str_from_utf8(text);
}

/// Assembles the unit and goes back to the one outside. `add_none`: code that falls off the end returns None,
/// otherwise the value on the stack.
Ref<Code> CodeGenerator::finish_unit(bool add_none) {
    const auto& last = unit_->block->instructions;
    if (last.empty() || last.back().opcode != RETURN_VALUE) {
        clear_position();
        if (add_none) load_none();
        emit(RETURN_VALUE);
    }
    unit_->flags = code_flags();
    Ref<Code> code = assemble(*unit_, assembly_);
    --depth_;
    unit_ = depth_ ? units_[depth_ - 1].get() : nullptr;
    return code;
}

int CodeGenerator::code_flags() const {
    const SymbolTableEntry& scope = *unit_->scope;
    int flags = future_flags_;
    if (scope.kind == BlockKind::Function) {
        flags |= code_flag::new_locals | code_flag::optimized;
        if (scope.nested) flags |= code_flag::nested;
        if (scope.is_generator) {
            flags |= scope.is_coroutine ? code_flag::async_generator : code_flag::generator;
        } else if (scope.is_coroutine) {
            flags |= code_flag::coroutine;
        }
        if (scope.has_var_arguments) flags |= code_flag::var_arguments;
        if (scope.has_var_keywords) flags |= code_flag::var_keywords;
    }
    if (at_top_level_await() && scope.is_coroutine && !scope.is_generator) flags |= code_flag::coroutine;
    return flags;
}

// Bodies.

/// The docstring expression that the body starts with, or null (always null at -OO).
ast::Constant* CodeGenerator::docstring(ast::Seq<Stmt> body) const {
    if (options_.optimize >= 2 || body.empty()) return nullptr;
    auto* first = ast::try_as<ast::ExprStmt>(body[0]);
    auto* constant = first ? ast::try_as<ast::Constant>(first->value) : nullptr;
    return constant && constant->value->type == &str_type ? constant : nullptr;
}

/// The body of a module or class: docstring into `__doc__`, then the statements.
void CodeGenerator::body(ast::Seq<Stmt> body) {
    if (unit_->kind == UnitKind::Module && !body.empty()) unit_->at = body[0]->at;
    if (has_annotations(body)) emit(SETUP_ANNOTATIONS);
    if (body.empty()) return;
    if (ast::Constant* text = docstring(body)) {
        expression(text);
        clear_position();
        name(doc_, ast::ExprContext::Store);
        body = body.subspan(1);
    }
    statements(body);
}

void CodeGenerator::statements(ast::Seq<Stmt> statements) {
    for (Stmt each : statements) statement(each);
}

void CodeGenerator::statement(Stmt statement) {
    using enum ast::StmtKind;
    unit_->at = statement->at;
    switch (statement->kind) {
        case FunctionDef: return function(ast::as<ast::FunctionDef>(statement), UnitKind::Function);
        case AsyncFunctionDef:
            return function(ast::as<ast::AsyncFunctionDef>(statement), UnitKind::AsyncFunction);
        case ClassDef: return class_definition(ast::as<ast::ClassDef>(statement));
        case Return: return return_statement(ast::as<ast::Return>(statement));
        case Delete: return expressions(ast::as<ast::Delete>(statement)->targets);
        case Assign: return assign(ast::as<ast::Assign>(statement));
        case AugAssign: return augmented_assign(ast::as<ast::AugAssign>(statement));
        case AnnAssign: return annotated_assign(ast::as<ast::AnnAssign>(statement));
        case For: return for_statement(ast::as<ast::For>(statement));
        case AsyncFor: return async_for_statement(ast::as<ast::AsyncFor>(statement));
        case While: return while_statement(ast::as<ast::While>(statement));
        case If: return if_statement(ast::as<ast::If>(statement));
        case With: return with_statement(ast::as<ast::With>(statement), 0);
        case AsyncWith: return with_statement(ast::as<ast::AsyncWith>(statement), 0);
        case Match: return match_statement(ast::as<ast::Match>(statement));
        case Raise: return raise_statement(ast::as<ast::Raise>(statement));
        case Try: return try_statement(ast::as<ast::Try>(statement));
        case TryStar: return try_statement(ast::as<ast::TryStar>(statement));
        case Assert: return assert_statement(ast::as<ast::Assert>(statement));
        case Import: return import(ast::as<ast::Import>(statement));
        case ImportFrom: return import_from(ast::as<ast::ImportFrom>(statement));
        case Global:
        case Nonlocal: return;
        case ExprStmt: return expression_statement(ast::as<ast::ExprStmt>(statement)->value);
        case Pass: return emit(NOP);
        case Break: return break_statement();
        case Continue: return continue_statement();
    }
}

// Simple statements.

/// An expression for its effect. A constant has none: only a NOP keeps its line.
void CodeGenerator::expression_statement(Expr value) {
    if (interactive_ && depth_ <= 1) {
        expression(value);
        emit(PRINT_EXPR);
        return;
    }
    if (value->kind == ast::ExprKind::Constant) return emit(NOP);
    expression(value);
    clear_position();
    emit(POP_TOP);
}

void CodeGenerator::assign(ast::Assign* statement) {
    expression(statement->value);
    for (std::size_t i = 0; i < statement->targets.size(); ++i) {
        if (i + 1 < statement->targets.size()) emit(COPY, 1);
        expression(statement->targets[i]);
    }
}

/// Loads the target (its container and key only once), applies the in-place operator, stores back.
void CodeGenerator::augmented_assign(ast::AugAssign* statement) {
    Expr target = statement->target;
    auto* attribute = ast::try_as<ast::Attribute>(target);
    auto* subscript = ast::try_as<ast::Subscript>(target);
    {
        PositionScope scope(*this, target->at);
        if (attribute) {
            expression(attribute->value);
            emit(COPY, 1);
            move_to_attribute(attribute);
            emit_name(LOAD_ATTR, attribute->attr);
        } else if (subscript) {
            expression(subscript->value);
            expression(subscript->slice);
            emit(COPY, 2);
            emit(COPY, 2);
            emit(BINARY_SUBSCR);
        } else {
            name(ast::as<ast::Name>(target)->id, ast::ExprContext::Load);
        }
    }
    expression(statement->value);
    binary_operation(statement->op, true);

    unit_->at = target->at;
    if (attribute) {
        move_to_attribute(attribute);
        emit(SWAP, 2);
        emit_name(STORE_ATTR, attribute->attr);
    } else if (subscript) {
        emit(SWAP, 3);
        emit(SWAP, 2);
        emit(STORE_SUBSCR);
    } else {
        name(ast::as<ast::Name>(target)->id, ast::ExprContext::Store);
    }
}

/// `target: annotation = value`. The annotation of a plain name goes into `__annotations__` of the module or
/// class; that of anything else is evaluated only for its errors, and inside functions not at all.
void CodeGenerator::annotated_assign(ast::AnnAssign* statement) {
    Expr target = statement->target;
    if (statement->value) {
        expression(statement->value);
        expression(target);
    }
    if (auto* plain = ast::try_as<ast::Name>(target)) {
        annotated_name(statement, plain);
    } else if (auto* attribute = ast::try_as<ast::Attribute>(target)) {
        check_not_debug(attribute->attr, ast::ExprContext::Store);
        if (!statement->value) evaluate_and_drop(attribute->value);
    } else if (!statement->value) {
        auto* subscript = ast::as<ast::Subscript>(target);
        evaluate_and_drop(subscript->value);
        evaluate_subscript_annotation(subscript->slice);
    }
    if (!statement->simple && !postponed_annotations() && in_module_or_class()) {
        evaluate_and_drop(statement->annotation);
    }
}

void CodeGenerator::annotated_name(ast::AnnAssign* statement, ast::Name* target) {
    check_not_debug(target->id, ast::ExprContext::Store);
    if (!statement->simple || !in_module_or_class()) return;
    if (postponed_annotations()) {
        annotation_text(statement->annotation);
    } else {
        expression(statement->annotation);
    }
    emit_name(LOAD_NAME, annotations_);
    load_constant(mangled(target->id));
    emit(STORE_SUBSCR);
}

void CodeGenerator::evaluate_and_drop(Expr value) {
    expression(value);
    emit(POP_TOP);
}

/// Every expression in the subscript of an annotated target that is not assigned to.
void CodeGenerator::evaluate_subscript_annotation(Expr index) {
    if (auto* parts = ast::try_as<ast::Slice>(index)) {
        for (Expr part : {parts->lower, parts->upper, parts->step}) {
            if (part) evaluate_and_drop(part);
        }
    } else if (auto* tuple = ast::try_as<ast::Tuple>(index)) {
        for (Expr item : tuple->elts) evaluate_subscript_annotation(item);
    } else {
        evaluate_and_drop(index);
    }
}

void CodeGenerator::raise_statement(ast::Raise* statement) {
    int values = 0;
    if (statement->exc) {
        expression(statement->exc);
        ++values;
        if (statement->cause) {
            expression(statement->cause);
            ++values;
        }
    }
    emit(RAISE_VARARGS, values);
}

//   []                             jump to `end` if <test>
//   []                             LOAD_ASSERTION_ERROR
//   [AssertionError]               <message>, PRECALL 0, CALL 0     (only with a message)
//   [exception]                    RAISE_VARARGS 1
//   []                      end:
void CodeGenerator::assert_statement(ast::Assert* statement) {
    auto* tuple = ast::try_as<ast::Tuple>(statement->test);
    auto* constant = ast::try_as<ast::Constant>(statement->test);
    if ((tuple && !tuple->elts.empty()) ||
        (constant && is_tuple(constant->value) && reinterpret_cast<Tuple*>(constant->value)->size > 0)) {
        warn("assertion is always true, perhaps remove parentheses?");
    }
    if (options_.optimize) return;
    Block end = new_block();
    jump_if(statement->test, end, true);
    emit(LOAD_ASSERTION_ERROR);
    if (statement->msg) {
        expression(statement->msg);
        emit_call(0);
    }
    emit(RAISE_VARARGS, 1);
    begin(end);
}

}  // namespace minipy
