// The first walk of the symbol table: which blocks are there, and how does each name occur in them?
//
// One overload of `node` for each kind of AST node that opens a block, binds a name or is forbidden
// somewhere; all others just have their children visited. What is evaluated outside a block (defaults,
// decorators, annotations, the first iterable of a comprehension) is visited before the block is entered.
// Invariant: the order of visits is CPython's, since the order of symbols, of parameters and of blocks, and
// which of two errors is found, follow from it.
//
// CPython: Python/symtable.c (symtable_visit_*, symtable_add_def)
#include <fmt/format.h>

#include <utility>

#include "compiler/compile_error.h"
#include "compiler/symbol_table.h"
#include "objects/code.h"
#include "objects/str.h"
#include "parser/arena.h"
#include "parser/walk.h"

namespace minipy {

namespace {

class Collector {
  public:
    Collector(SymbolTable& table, ast::Arena& arena, const Source& source, int future_flags)
        : table_(table), arena_(arena), source_(source),
          strings_for_annotations_((future_flags & code_flag::future_annotations) != 0) {}

    void collect(ast::Mod* module) {
        table_.top = &new_block(name("top"), BlockKind::Module, module, {});
        current_ = table_.top;
        ast::dispatch(module, [this](auto& node) { this->visit_children(node); });
    }

  private:
    Str* name(std::string_view text) { return arena_.own(intern(text)); }

    // Blocks

    SymbolTableEntry& new_block(Str* name, BlockKind kind, const void* key, const ast::Position& at) {
        bool nested = current_ && (current_->nested || current_->kind == BlockKind::Function);
        table_.entries.push_back(SymbolTableEntry{key, name, kind, at, current_, nested});
        SymbolTableEntry& entry = table_.entries.back();
        table_.entry_of[key] = &entry;
        // Annotations kept as strings have no blocks at run time; only errors are looked for in them.
        if (current_ && kind != BlockKind::Annotation) current_->children.push_back(&entry);
        return entry;
    }

    /// Runs `body` with a new block as the current one.
    template <class Body>
    void in_block(Str* name, BlockKind kind, const void* key, const ast::Position& at, Body&& body) {
        SymbolTableEntry* outer = current_;
        current_ = &new_block(name, kind, key, at);
        bool outer_iteration_target = std::exchange(iteration_target_, false);
        body();
        iteration_target_ = outer_iteration_target;
        current_ = outer;
    }

    // Names

    [[noreturn]] void fail(const ast::Position& at, std::string message) const {
        throw compile_error(source_, at, std::move(message));
    }

    int flags_of(Str* name) const {
        const Symbol* symbol = current_->find(mangle(private_class_, name, arena_));
        return symbol ? symbol->flags : 0;
    }

    void define(Str* name, int flags, const ast::Position& at) { define(name, flags, at, *current_); }

    void define(Str* name, int flags, const ast::Position& at, SymbolTableEntry& entry) {
        Str* mangled = mangle(private_class_, name, arena_);
        Symbol& symbol = entry.symbols.add(mangled);
        if (flags & symbol.flags & symbol_flag::parameter)
            fail(at, fmt::format("duplicate argument '{}' in function definition", str_utf8(name)));
        symbol.flags |= flags;
        if (iteration_target_) {
            if (symbol.flags & (symbol_flag::global | symbol_flag::nonlocal))
                fail(at, fmt::format("comprehension inner loop cannot rebind assignment expression target '{}'",
                                     str_utf8(name)));
            symbol.flags |= symbol_flag::comprehension_iterator;
        }
        if (flags & symbol_flag::parameter)
            entry.parameter_names.push_back(mangled);
        else if (flags & symbol_flag::global)
            table_.top->symbols.add(mangled).flags |= flags;
    }

    void record_directive(Str* name, const ast::Position& at) {
        current_->directives.push_back({mangle(private_class_, name, arena_), at});
    }

    // The walk

    template <class Node>
    void visit_children(Node& node) {
        ast::for_each_child(node, [this](auto* child) { this->visit(child); });
    }
    template <class Node>
    void visit_all(ast::Seq<Node*> nodes) {
        for (Node* node : nodes)
            if (node) visit(node);
    }
    template <class Node>
    void visit_counted(Node* tree) {
        TreeDepthGuard deeper(depth_);
        ast::dispatch(tree, [this](auto& exact) { this->node(exact); });
    }
    void visit(ast::Stmt* stmt) { visit_counted(stmt); }
    void visit(ast::Expr* expr) { visit_counted(expr); }
    void visit(ast::Pattern* pattern) { visit_counted(pattern); }
    template <class Product>
    void visit(Product* product) {
        visit_children(*product);
    }
    template <class Node>
    void node(Node& node) {
        visit_children(node);
    }

    // Functions and classes

    void node(ast::FunctionDef& def) { function_definition(def, false); }
    void node(ast::AsyncFunctionDef& def) { function_definition(def, true); }

    template <class Def>
    void function_definition(Def& def, bool is_async) {
        define(def.name, symbol_flag::local, def.at);
        visit_all(def.args->defaults);
        visit_all(def.args->kw_defaults);
        annotations(def);
        visit_all(def.decorator_list);
        in_block(def.name, BlockKind::Function, &def, def.at, [&] {
            current_->is_coroutine = is_async;
            parameters(*def.args);
            visit_all(def.body);
        });
    }

    void node(ast::Lambda& lambda) {
        visit_all(lambda.args->defaults);
        visit_all(lambda.args->kw_defaults);
        in_block(name("lambda"), BlockKind::Function, &lambda, lambda.at, [&] {
            parameters(*lambda.args);
            visit(lambda.body);
        });
    }

    void node(ast::ClassDef& def) {
        define(def.name, symbol_flag::local, def.at);
        visit_all(def.bases);
        visit_all(def.keywords);
        visit_all(def.decorator_list);
        in_block(def.name, BlockKind::Class, &def, def.at, [&] {
            const Str* outer_class = std::exchange(private_class_, def.name);
            visit_all(def.body);
            private_class_ = outer_class;
        });
    }

    void parameters(ast::Arguments& arguments) {
        auto define_parameter = [this](ast::Arg* arg) { define(arg->arg, symbol_flag::parameter, arg->at); };
        for (ast::Arg* arg : arguments.posonlyargs) define_parameter(arg);
        for (ast::Arg* arg : arguments.args) define_parameter(arg);
        for (ast::Arg* arg : arguments.kwonlyargs) define_parameter(arg);
        if (arguments.vararg) define_parameter(arguments.vararg);
        if (arguments.kwarg) define_parameter(arguments.kwarg);
        current_->has_var_arguments = arguments.vararg != nullptr;
        current_->has_var_keywords = arguments.kwarg != nullptr;
    }

    /// Visits in a block of its own if annotations are kept as strings, else in the current one.
    template <class Body>
    void in_annotation(const void* key, const ast::Position& at, Body&& body) {
        if (strings_for_annotations_)
            in_block(name("_annotation"), BlockKind::Annotation, key, at, body);
        else
            body();
    }

    void annotation(ast::Expr* annotation) {
        in_annotation(annotation, annotation->at, [&] { visit(annotation); });
    }

    template <class Def>
    void annotations(Def& def) {
        auto visit_annotation = [this](ast::Arg* arg) {
            if (arg && arg->annotation) visit(arg->annotation);
        };
        in_annotation(&def, def.at, [&] {
            for (ast::Arg* arg : def.args->posonlyargs) visit_annotation(arg);
            for (ast::Arg* arg : def.args->args) visit_annotation(arg);
            visit_annotation(def.args->vararg);
            visit_annotation(def.args->kwarg);
            for (ast::Arg* arg : def.args->kwonlyargs) visit_annotation(arg);
        });
        if (def.returns) annotation(def.returns);
    }

    // Statements

    void node(ast::Return& statement) {
        if (!statement.value) return;
        visit(statement.value);
        current_->returns_value = true;
    }

    void node(ast::AnnAssign& statement) {
        if (auto* target = ast::try_as<ast::Name>(statement.target)) {
            int known = flags_of(target->id);
            const char* keyword = known & symbol_flag::global     ? "global"
                                  : known & symbol_flag::nonlocal ? "nonlocal"
                                                                  : nullptr;
            if (keyword && statement.simple && current_ != table_.top)
                fail(statement.at,
                     fmt::format("annotated name '{}' can't be {}", str_utf8(target->id), keyword));
            if (statement.simple)
                define(target->id, symbol_flag::annotated | symbol_flag::local, target->at);
            else if (statement.value)
                define(target->id, symbol_flag::local, target->at);
        } else {
            visit(statement.target);
        }
        annotation(statement.annotation);
        if (statement.value) visit(statement.value);
    }

    void node(ast::Global& statement) { declare(statement.names, symbol_flag::global, "global", statement.at); }
    void node(ast::Nonlocal& statement) {
        declare(statement.names, symbol_flag::nonlocal, "nonlocal", statement.at);
    }

    void declare(ast::Seq<Str*> names, int flag, const char* keyword, const ast::Position& at) {
        for (Str* name : names) {
            int known = flags_of(name);
            std::string_view text = str_utf8(name);
            if (known & symbol_flag::parameter)
                fail(at, fmt::format("name '{}' is parameter and {}", text, keyword));
            if (known & symbol_flag::use)
                fail(at, fmt::format("name '{}' is used prior to {} declaration", text, keyword));
            if (known & symbol_flag::annotated)
                fail(at, fmt::format("annotated name '{}' can't be {}", text, keyword));
            if (known & symbol_flag::local)
                fail(at, fmt::format("name '{}' is assigned to before {} declaration", text, keyword));
            define(name, flag, at);
            record_directive(name, at);
        }
    }

    void node(ast::Try& statement) { try_statement(statement); }
    void node(ast::TryStar& statement) { try_statement(statement); }

    template <class TryNode>
    void try_statement(TryNode& statement) {
        visit_all(statement.body);
        visit_all(statement.orelse);
        visit_all(statement.handlers);
        visit_all(statement.finalbody);
    }

    void visit(ast::Alias* alias) {
        Str* bound = alias->asname ? alias->asname : alias->name;
        std::string_view text = str_utf8(bound);
        if (text == "*") {
            if (current_->kind != BlockKind::Module) fail(alias->at, "import * only allowed at module level");
            return;
        }
        // `import a.b` binds `a`.
        std::size_t dot = text.find('.');
        define(dot == text.npos ? bound : name(text.substr(0, dot)), symbol_flag::import, alias->at);
    }

    void visit(ast::Handler* handler) {
        if (handler->type) visit(handler->type);
        if (handler->name) define(handler->name, symbol_flag::local, handler->at);
        visit_all(handler->body);
    }

    // Patterns

    void node(ast::MatchStar& pattern) { capture(pattern.name, pattern.at); }
    void node(ast::MatchMapping& pattern) {
        visit_children(pattern);
        capture(pattern.rest, pattern.at);
    }
    void node(ast::MatchAs& pattern) {
        visit_children(pattern);
        capture(pattern.name, pattern.at);
    }
    void capture(Str* name, const ast::Position& at) {
        if (name) define(name, symbol_flag::local, at);
    }

    // Expressions

    void node(ast::Name& expr) {
        bool loads = expr.ctx == ast::ExprContext::Load;
        define(expr.id, loads ? symbol_flag::use : symbol_flag::local, expr.at);
        // `super()` finds the class in the cell that `__class__` speaks of.
        if (loads && current_->kind == BlockKind::Function && expr.id == super_)
            define(class_cell_, symbol_flag::use, expr.at);
    }

    void forbid_in_annotation(const char* what, const ast::Position& at) const {
        if (current_->kind == BlockKind::Annotation)
            fail(at, fmt::format("'{}' can not be used within an annotation", what));
    }

    template <class YieldNode>
    void yield_expression(YieldNode& expr) {
        forbid_in_annotation("yield expression", expr.at);
        visit_children(expr);
        current_->is_generator = true;
        switch (current_->comprehension) {
            case ComprehensionKind::None: return;
            case ComprehensionKind::List: fail(expr.at, "'yield' inside list comprehension");
            case ComprehensionKind::Set: fail(expr.at, "'yield' inside set comprehension");
            case ComprehensionKind::Dict: fail(expr.at, "'yield' inside dict comprehension");
            case ComprehensionKind::Generator: fail(expr.at, "'yield' inside generator expression");
        }
    }
    void node(ast::Yield& expr) { yield_expression(expr); }
    void node(ast::YieldFrom& expr) { yield_expression(expr); }

    void node(ast::Await& expr) {
        forbid_in_annotation("await expression", expr.at);
        visit(expr.value);
        current_->is_coroutine = true;
    }

    void node(ast::NamedExpr& expr) {
        forbid_in_annotation("named expression", expr.at);
        if (iterable_depth_ > 0)
            fail(expr.at, "assignment expression cannot be used in a comprehension iterable expression");
        if (current_->comprehension != ComprehensionKind::None)
            bind_outside_comprehension(*ast::as<ast::Name>(expr.target));
        visit(expr.value);
        visit(expr.target);
    }

    /// `:=` in a comprehension binds in the nearest block around it that is none.
    void bind_outside_comprehension(const ast::Name& target) {
        constexpr int loop_variable = symbol_flag::comprehension_iterator | symbol_flag::local;
        SymbolTableEntry* entry = current_;
        for (; entry->comprehension != ComprehensionKind::None || entry->kind == BlockKind::Annotation;
             entry = entry->parent) {
            const Symbol* symbol = entry->find(target.id);
            if (symbol && (symbol->flags & loop_variable) == loop_variable)
                fail(target.at,
                     fmt::format("assignment expression cannot rebind comprehension iteration variable '{}'",
                                 str_utf8(target.id)));
        }
        if (entry->kind == BlockKind::Class)
            fail(target.at, "assignment expression within a comprehension cannot be used in a class body");
        const Symbol* known = entry->find(target.id);
        bool is_global = entry->kind == BlockKind::Module || (known && (known->flags & symbol_flag::global));
        define(target.id, is_global ? symbol_flag::global : symbol_flag::nonlocal, target.at);
        record_directive(target.id, target.at);
        int flag_there = entry->kind == BlockKind::Module ? symbol_flag::global : symbol_flag::local;
        define(target.id, flag_there, target.at, *entry);
    }

    // Comprehensions

    void node(ast::GeneratorExp& expr) {
        comprehension(expr, "genexpr", ComprehensionKind::Generator, expr.elt);
    }
    void node(ast::ListComp& expr) { comprehension(expr, "listcomp", ComprehensionKind::List, expr.elt); }
    void node(ast::SetComp& expr) { comprehension(expr, "setcomp", ComprehensionKind::Set, expr.elt); }
    void node(ast::DictComp& expr) {
        comprehension(expr, "dictcomp", ComprehensionKind::Dict, expr.key, expr.value);
    }

    /// The first iterable belongs to the block around; its iterator arrives as the parameter ".0".
    template <class Comp>
    void comprehension(Comp& expr, std::string_view block_name, ComprehensionKind kind, ast::Expr* element,
                       ast::Expr* value = nullptr) {
        ast::Comprehension& first = *expr.generators.front();
        visit_iterable(first.iter);
        bool is_async = false;
        in_block(name(block_name), BlockKind::Function, &expr, expr.at, [&] {
            current_->comprehension = kind;
            current_->is_coroutine = first.is_async != 0;
            define(name(".0"), symbol_flag::parameter, expr.at);
            visit_iteration_target(first.target);
            visit_all(first.ifs);
            visit_all(expr.generators.subspan(1));
            if (value) visit(value);
            visit(element);
            current_->is_generator = kind == ComprehensionKind::Generator;
            is_async = current_->is_coroutine && !current_->is_generator;
        });
        if (is_async) current_->is_coroutine = true;
    }

    /// A further `for` of a comprehension.
    void visit(ast::Comprehension* loop) {
        visit_iteration_target(loop->target);
        visit_iterable(loop->iter);
        visit_all(loop->ifs);
        if (loop->is_async) current_->is_coroutine = true;
    }

    void visit_iteration_target(ast::Expr* target) {
        iteration_target_ = true;
        visit(target);
        iteration_target_ = false;
    }

    void visit_iterable(ast::Expr* iterable) {
        ++iterable_depth_;
        visit(iterable);
        --iterable_depth_;
    }

    SymbolTable& table_;
    ast::Arena& arena_;
    const Source& source_;
    const bool strings_for_annotations_;
    Str* const super_ = name("super");
    Str* const class_cell_ = name("__class__");

    SymbolTableEntry* current_ = nullptr;
    const Str* private_class_ = nullptr;  // the class whose name mangles `__x`
    bool iteration_target_ = false;       // inside the target of a comprehension's `for`, in its own block
    int iterable_depth_ = 0;              // comprehension iterables around, through all blocks
    int depth_ = 0;                       // for TreeDepthGuard
};

}  // namespace

void collect_symbols(SymbolTable& table, ast::Mod* module, ast::Arena& arena, const Source& source,
                     int future_flags) {
    Collector(table, arena, source, future_flags).collect(module);
}

}  // namespace minipy
