// Code generation: walks the AST and writes, for each code object, a graph of basic blocks.
//
// One `CodeGenerator` serves a whole compilation. `unit_` is the code object being written; entering a
// function, class or comprehension pushes a new unit, leaving it assembles the code object, which becomes a
// constant of the unit outside. Invariant: instructions go to the end of `unit_->block`; after an instruction
// that ends a block (jump, return, raise) the next one opens a fresh block by itself. `unit_->at` is the
// source position that new instructions get. What is emitted, in which order and at which position, is
// exactly what CPython does: the code objects come out equal byte for byte.
//
// The parts, by file: codegen_module (units, statements), codegen_functions, codegen_control, codegen_try,
// codegen_match, codegen_expressions, codegen_calls, codegen_comprehensions, codegen_imports, codegen_errors.
//
// In the drawings above the functions each line shows the value stack (top at the right), the label of a
// block, and an instruction.
//
// CPython: Python/compile.c
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/assembler.h"
#include "compiler/code_unit.h"
#include "compiler/compile.h"
#include "objects/protocol.h"

namespace minipy {

/// Above so many items on the value stack, displays and calls are built up piece by piece instead.
inline constexpr int stack_use_guideline = 30;
/// CO_MAXBLOCKS: how deep loops, `try` and `with` may nest in one code object.
inline constexpr std::size_t max_frame_blocks = 20;

/// A construct that `break`, `continue` and `return` have to unwind when they leave it. fblockinfo.
struct FrameBlock {
    enum class Kind {
        WhileLoop,
        ForLoop,
        TryExcept,
        FinallyTry,
        FinallyEnd,
        With,
        AsyncWith,
        HandlerCleanup,
        PopValue,
        ExceptionHandler,
        ExceptionGroupHandler,
        AsyncComprehension
    };
    Kind kind;
    BasicBlock* block = nullptr;           // where `continue` goes
    BasicBlock* exit = nullptr;            // where `break` goes
    ast::Seq<ast::Stmt*> final_body = {};  // FinallyTry: statements to run on the way out
    ast::Stmt* statement = nullptr;        // With, AsyncWith: whose position the exit call gets
    Str* name = nullptr;                   // HandlerCleanup: the name bound by `as`, or null
};

/// State of one pattern of a `case`.
struct PatternContext {
    std::vector<Str*> stores;        // names captured so far, in the order of their values on the stack
    bool allow_irrefutable = false;  // whether a pattern that always matches is allowed here
    /// fail_pop[n] is a block that pops n values and falls through to fail_pop[n - 1]; jumped to on failure.
    std::vector<BasicBlock*> fail_pop;
    int on_top = 0;  // values that must stay above the captured ones, all popped on failure
};

class CodeGenerator {
  public:
    CodeGenerator(SymbolTable& symbols, const Source& source, ast::Arena& arena, const CompileOptions& options,
                  int future_flags, int last_future_line);
    Ref<Code> module(ast::Mod* module);

  private:
    using Block = BasicBlock*;
    using Expr = ast::Expr*;
    using Stmt = ast::Stmt*;
    using Position = ast::Position;

    struct Unit : CodeUnit {
        Block block = nullptr;     // where instructions go
        bool block_ended = false;  // the last instruction ended the block: open a new one first
        Position at;
        std::vector<FrameBlock> frame_blocks;

        void reset();
    };

    /// Sets `unit_->at` for the time of one construct and puts the old position back.
    class PositionScope {
      public:
        PositionScope(CodeGenerator& generator, Position at) : unit_(*generator.unit_), saved_(unit_.at) {
            unit_.at = at;
        }
        PositionScope(const PositionScope&) = delete;
        PositionScope& operator=(const PositionScope&) = delete;
        ~PositionScope() { unit_.at = saved_; }

      private:
        Unit& unit_;
        Position saved_;
    };

    // Emission.
    Block new_block() { return unit_->graph.new_block(); }
    void begin(Block block);
    void append(Opcode opcode, int argument, Block target, Position at);
    void emit(Opcode opcode, int argument = 0) { append(opcode, argument, nullptr, unit_->at); }
    void emit_without_line(Opcode opcode, int argument = 0) { append(opcode, argument, nullptr, no_line); }
    void emit_name(Opcode opcode, Str* name) { emit(opcode, unit_->names.add(mangled(name))); }
    void jump(Opcode opcode, Block target) { append(opcode, 0, target, unit_->at); }
    void jump_without_line(Opcode opcode, Block target) { append(opcode, 0, target, no_line); }
    int add_constant(Object* constant) { return unit_->constants.add(pool_.unique(constant)); }
    void load_constant(Object* constant) { emit(Opcode::LOAD_CONST, add_constant(constant)); }
    void load_none();
    void load_int(std::int64_t value);
    void load_tuple(std::span<Object* const> items);
    /// What comes now is in no line of the source.
    void clear_position() { unit_->at = {-1, -1, -1, -1}; }

    // codegen_module.cpp: units, statements.
    void enter_unit(Str* name, UnitKind kind, const void* key, int first_line);
    void fill_numberings();
    void set_qualified_name();
    Ref<Code> finish_unit(bool add_none);
    int code_flags() const;
    Unit* enclosing_unit() { return depth_ > 1 ? units_[depth_ - 2].get() : nullptr; }
    ast::Constant* docstring(ast::Seq<Stmt> body) const;
    void body(ast::Seq<Stmt> statements);
    void statements(ast::Seq<Stmt> statements);
    void statement(Stmt statement);
    void expression_statement(Expr value);
    void assign(ast::Assign* statement);
    void augmented_assign(ast::AugAssign* statement);
    void annotated_assign(ast::AnnAssign* statement);
    void annotated_name(ast::AnnAssign* statement, ast::Name* target);
    void evaluate_and_drop(Expr expression);
    void evaluate_subscript_annotation(Expr slice);
    void raise_statement(ast::Raise* statement);
    void assert_statement(ast::Assert* statement);
    bool in_module_or_class() const {
        return unit_->kind == UnitKind::Module || unit_->kind == UnitKind::Class;
    }
    bool postponed_annotations() const { return (future_flags_ & code_flag::future_annotations) != 0; }

    // codegen_functions.cpp
    template <class Definition>
    void function(Definition* definition, UnitKind kind);
    void class_definition(ast::ClassDef* definition);
    void class_body(ast::ClassDef* definition);
    void lambda(ast::Lambda* expression);
    void set_argument_counts(const ast::Arguments* arguments);
    int default_arguments(const ast::Arguments* arguments);
    bool keyword_only_defaults(const ast::Arguments* arguments);
    bool annotations(const ast::Arguments* arguments, Expr returns);
    int annotation(Str* name, Expr annotation);
    int annotations_of(ast::Seq<ast::Arg*> arguments);
    void annotation_text(Expr annotation);
    void make_closure(Code* code, int flags);
    int closure_index(Str* name);
    void apply_decorators(ast::Seq<Expr> decorators);

    // codegen_control.cpp
    void push_frame_block(FrameBlock block);
    void pop_frame_block();
    void unwind(const FrameBlock& block, bool preserve_top);
    void unwind_with(const FrameBlock& block, bool preserve_top);
    void drop_below_top(bool preserve_top);
    std::optional<FrameBlock> unwind_all(bool preserve_top, bool stop_at_loop);
    void if_statement(ast::If* statement);
    void for_statement(ast::For* statement);
    void async_for_statement(ast::AsyncFor* statement);
    void next_of_async_iterator(Block except);
    void while_statement(ast::While* statement);
    void return_statement(ast::Return* statement);
    void break_statement();
    void continue_statement();
    void jump_if(Expr test, Block target, bool condition);
    void jump_if_all_or_any(ast::BoolOp* test, Block target, bool condition);
    void jump_if_conditional(ast::IfExp* test, Block target, bool condition);
    void jump_if_chained(ast::Compare* test, Block target, bool condition);
    void await_or_delegate(bool is_await);
    void await_value(int awaitable_kind);
    void require_async(const char* message);

    // codegen_try.cpp
    template <class Try>
    void try_statement(Try* statement);
    template <class Try>
    void try_finally(Try* statement);
    void try_handlers(ast::Try* statement);
    void try_handlers(ast::TryStar* statement);
    void named_handler(ast::ExceptHandler* handler, Block end);
    void unnamed_handler(ast::ExceptHandler* handler, Block end);
    void star_handler(ast::ExceptHandler* handler, bool first);
    void star_handler_body(ast::ExceptHandler* handler, Block next);
    void reraise_group(Block reraise_star, Block cleanup, Block end);
    void unbind_handler_name(Str* name);
    void pop_except_and_reraise();
    template <class WithStatement>
    void with_statement(WithStatement* statement, std::size_t position);
    void call_exit_with_nones();
    void finish_with_exception(Block cleanup);

    // codegen_match.cpp
    void match_statement(ast::Match* statement);
    void match_case(ast::MatchCase* match_case, PatternContext& context, bool last, Block end);
    void pattern(ast::Pattern* pattern, PatternContext& context);
    void subpattern(ast::Pattern* pattern, PatternContext& context);
    void pattern_value(ast::MatchValue* pattern, PatternContext& context);
    void pattern_singleton(ast::MatchSingleton* pattern, PatternContext& context);
    void pattern_sequence(ast::MatchSequence* pattern, PatternContext& context);
    void unpack_sequence(ast::Seq<ast::Pattern*> patterns, PatternContext& context);
    void index_sequence(ast::Seq<ast::Pattern*> patterns, std::size_t star, PatternContext& context);
    void pattern_mapping(ast::MatchMapping* pattern, PatternContext& context);
    void mapping_keys(ast::MatchMapping* pattern);
    void mapping_rest(Str* rest, int size, PatternContext& context);
    void pattern_class(ast::MatchClass* pattern, PatternContext& context);
    void check_class_attributes(ast::MatchClass* pattern);
    void pattern_as(ast::MatchAs* pattern, PatternContext& context);
    void pattern_or(ast::MatchOr* pattern, PatternContext& context);
    void alternative(ast::Pattern* pattern, bool first, PatternContext& context, std::vector<Str*>& control);
    void reorder_stores(PatternContext& context, const std::vector<Str*>& control);
    [[noreturn]] void error_duplicate_capture(Str* captured);
    void capture(Str* name_or_null, PatternContext& context);
    void rotate(int count);
    void ensure_fail_pop(PatternContext& context, int pops);
    void jump_to_fail_pop(PatternContext& context, Opcode opcode);
    void emit_fail_pops(PatternContext& context);

    // codegen_expressions.cpp
    void expression(Expr expression);
    void expressions(ast::Seq<Expr> expressions);
    void expression_here(Expr expression);
    void name(Str* name, ast::ExprContext context);
    void attribute(ast::Attribute* expression);
    void subscript(ast::Subscript* expression);
    void slice(ast::Slice* expression);
    void named_expression(ast::NamedExpr* expression);
    void binary_expression(ast::BinOp* expression);
    void unary_expression(ast::UnaryOp* expression);
    void boolean_operation(ast::BoolOp* expression);
    void conditional(ast::IfExp* expression);
    void compare(ast::Compare* expression);
    void comparison(ast::CompareOperator op);
    void binary_operation(ast::Operator op, bool in_place);
    void yield(ast::Yield* expression);
    void yield_from(ast::YieldFrom* expression);
    void yield_value();
    void await(ast::Await* expression);
    void dict(ast::Dict* expression);
    void dict_run(ast::Dict* expression, std::size_t begin, std::size_t end);
    struct Display;
    template <class Sequence>
    void list_or_tuple(Sequence* expression, const Display& display);
    static const Display list_display, tuple_display, set_display;
    void display(ast::Seq<Expr> items, int pushed, const Display& display);
    void constant_display(ast::Seq<Expr> items, int pushed, const Display& display);
    void growing_display(ast::Seq<Expr> items, int pushed, const Display& display, bool start_empty);
    void unpack_targets(ast::Seq<Expr> targets);
    void move_to_attribute(const ast::Attribute* expression);

    // codegen_calls.cpp
    void call(ast::Call* expression);
    bool is_method_call(ast::Call* expression) const;
    void method_call(ast::Call* expression);
    void call_arguments(int pushed, ast::Seq<Expr> arguments, ast::Seq<ast::Keyword*> keywords);
    void unpacking_call_arguments(int pushed, ast::Seq<Expr> arguments, ast::Seq<ast::Keyword*> keywords);
    void merge_keywords(ast::Seq<ast::Keyword*> keywords);
    void keyword_dict(ast::Seq<ast::Keyword*> keywords);
    void keyword_values(ast::Seq<ast::Keyword*> keywords);
    void emit_call(int arguments);
    void joined_string(ast::JoinedStr* expression);
    void formatted_value(ast::FormattedValue* expression);

    // codegen_comprehensions.cpp
    struct ComprehensionParts {
        ComprehensionKind kind;
        Expr element;  // or key
        Expr value;    // of a dict comprehension
        ast::Seq<ast::Comprehension*> generators;
    };
    void comprehension(Expr expression);
    void comprehension(Expr expression, const char* name, const ComprehensionParts& parts);
    void comprehension_loop(const ComprehensionParts& parts, std::size_t index, int depth);
    void plain_loop(const ComprehensionParts& parts, std::size_t index, int depth);
    void async_loop(const ComprehensionParts& parts, std::size_t index, int depth);
    void loop_body(const ComprehensionParts& parts, std::size_t index, int depth, Block skip);
    void add_element(const ComprehensionParts& parts, int depth);

    // codegen_imports.cpp
    void import(ast::Import* statement);
    void import_as(Str* module, Str* as_name);
    void import_from(ast::ImportFrom* statement);

    // codegen_errors.cpp
    [[noreturn]] void error(std::string message) const;
    void warn(std::string message) const;
    static std::string repr_text(Object* object);
    void check_not_debug(Str* name, ast::ExprContext context) const;
    void check_argument_names(const ast::Arguments* arguments) const;
    /// The first name that comes again, and where it first does so; both the count of names if none does.
    /// Nulls are no names.
    struct Repetition {
        std::size_t first, again;
    };
    static Repetition find_repetition(std::span<Str* const> names);
    void check_keywords(ast::Seq<ast::Keyword*> keywords);
    void check_identity_comparison(ast::Compare* expression) const;
    void check_callable(Expr function) const;
    void check_subscriptable(Expr container) const;
    void check_index(Expr container, Expr index) const;

    Str* mangled(Str* name) { return unit_->private_class ? mangle(unit_->private_class, name, arena_) : name; }
    /// Whether `await` is allowed right here, outside any function (PyCF_ALLOW_TOP_LEVEL_AWAIT).
    bool at_top_level_await() const {
        return options_.allow_top_level_await && unit_->scope->kind == BlockKind::Module;
    }
    Str* own_name(std::string_view text);

    static constexpr Position no_line{-1, 0, 0, 0};

    SymbolTable& symbols_;
    const Source& source_;
    ast::Arena& arena_;
    const CompileOptions& options_;
    int future_flags_;
    int last_future_line_;
    bool interactive_ = false;
    std::int64_t pattern_swaps_ = 0;
    Ref<Str> filename_;
    ConstantPool pool_;
    AssemblyContext assembly_;
    std::vector<std::unique_ptr<Unit>> units_;  // by depth of nesting; those below `depth_` are in use
    std::size_t depth_ = 0;
    Unit* unit_ = nullptr;

    // Names that the compiler itself uses.
    Str *debug_, *class_, *classcell_, *name_, *module_, *qualname_, *doc_, *annotations_, *return_, *join_,
        *lambda_, *empty_;
};

inline void CodeGenerator::begin(Block block) {
    unit_->block->next = block;
    unit_->block = block;
    unit_->block_ended = false;
}

inline void CodeGenerator::append(Opcode opcode, int argument, Block target, Position at) {
    if (unit_->block_ended) begin(new_block());
    unit_->block->instructions.push_back({opcode, argument, target, nullptr, at});
    unit_->block_ended = (target && !is_block_push(opcode)) || opcode == Opcode::RETURN_VALUE ||
                         opcode == Opcode::RAISE_VARARGS || opcode == Opcode::RERAISE;
}

}  // namespace minipy
