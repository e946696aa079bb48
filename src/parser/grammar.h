// The parser of one source text: recursive descent, one function per rule of CPython's grammar, same names.
//
// A rule function returns its node, or null (false) with the position put back where it was: "no match". The
// first pass is predictive: the next token chooses the alternative. Only if that pass fails, a second one
// runs with `diagnosing_` set: it tries alternatives in the grammar's own order, and with them the
// `invalid_*` rules, which exist only to throw a well-worded error (diagnose_*.cpp). Invariant: `furthest_`
// is the last token that CPython's parser would have asked its tokenizer for; errors that have no place of
// their own are reported there.
//
// CPython: Grammar/python.gram, Parser/pegen.c, Parser/pegen_errors.c
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "parser/collector.h"
#include "parser/memo.h"
#include "parser/name_table.h"
#include "parser/parser.h"

namespace minipy {

/// Where a fragment of a larger text lies in it: the expressions of f-strings are texts of their own.
struct Placement {
    int line_shift = 0;          // added to every line
    int first_line_columns = 0;  // added to columns on the first line
    bool in_fstring = false;
};

/// What may be assigned to, deleted, looped with; chooses the wording of an error. TARGETS_TYPE.
enum class TargetUse { Star, For, Delete };

class Parser;

/// The node of a run of adjacent STRING tokens: a Constant or a JoinedStr. Defined in string_literal.cpp.
ast::Expr* parse_string_tokens(Parser& parser, std::span<const Token> tokens);

class Parser {
  public:
    Parser(const Source& source, const TokenStream& stream, ast::Arena& arena, const ParseOptions& options,
           Placement placement = {}, const Parser* outer = nullptr);

    /// Both passes over the whole text. Throws SourceError. _PyPegen_run_parser.
    ast::Mod* run(ParseMode mode);

    /// Parses the text of an f-string's replacement field, already put in parentheses, whose first character
    /// stands on the given line (1-based) and column (bytes). Errors are worded "f-string: ...".
    ast::Expr* fstring_expression(std::string parenthesized, int line, int column);

    const Source& source() const { return source_; }
    ast::Arena& arena() { return arena_; }
    const ParseOptions& options() const { return options_; }
    /// Hands the warning to the caller of the parser; throws if it is to be an error, one at that place.
    void warn(const SourceWarning& warning, const ast::Position& at);
    const Placement& placement() const { return placement_; }
    std::string_view text(const Token& token) const { return token_text(source_, token); }

    /// From the start of one token to the end of another, shifted to the place of the fragment.
    /// (As in CPython the place where a token ends decides on the shift of its first column too.)
    ast::Position position(const Token& first, const Token& last) const {
        int first_column = first.end_line > 1 && first.line == 1 ? static_cast<int>(first.start)
                                                                 : column(first.start, first.line);
        return {static_cast<int>(first.line) + placement_.line_shift, first_column,
                static_cast<int>(last.end_line) + placement_.line_shift, column(last.end, last.end_line)};
    }

    // Errors; all throw SourceError. Columns are those of nodes.
    /// At the last token fetched. RAISE_SYNTAX_ERROR, RAISE_INDENTATION_ERROR.
    [[noreturn]] void raise(std::string message, SourceErrorKind kind = SourceErrorKind::Syntax);
    /// Over a node's or token's range. RAISE_SYNTAX_ERROR_KNOWN_LOCATION.
    [[noreturn]] void raise_at(const ast::Position& at, std::string message,
                               SourceErrorKind kind = SourceErrorKind::Syntax);
    /// From the start of one to the end of the other. RAISE_SYNTAX_ERROR_KNOWN_RANGE.
    [[noreturn]] void raise_between(const ast::Position& first, const ast::Position& last, std::string message);
    /// From the given place to where the tokenizer is now. RAISE_SYNTAX_ERROR_STARTING_FROM.
    [[noreturn]] void raise_starting_from(const ast::Position& first, std::string message);

    /// Throws "X only supported in Python 3.N and greater" if an older version is to be read. CHECK_VERSION.
    void require_version(int minor, const char* what) {
        if (options_.feature_version < minor) [[unlikely]] version_error(minor, what);
    }

  private:
    friend class DepthGuard;

    using Mark = std::uint32_t;  // an index into the tokens
    using Expr = ast::Expr;
    using Stmt = ast::Stmt;
    using Pattern = ast::Pattern;
    using Position = ast::Position;
    using Identifier = ast::Identifier;
    template <class T>
    using Seq = ast::Seq<T>;
    using Exprs = Collector<Expr*>;
    using Stmts = Collector<Stmt*>;
    using Keywords = Collector<ast::Keyword*>;

    // -- tokens
    TokenKind kind() const { return tokens_[mark_].kind; }
    TokenKind kind_after() const { return tokens_[mark_ + 1 < token_count_ ? mark_ + 1 : mark_].kind; }
    bool at(TokenKind wanted) const { return tokens_[mark_].kind == wanted; }
    bool at_soft_keyword(std::string_view word) const {
        return at(TokenKind::Name) && text(tokens_[mark_]) == word;
    }
    void advance() { ++mark_; }
    /// Takes the token if it is of this kind.
    bool accept(TokenKind wanted) {
        if (tokens_[mark_].kind != wanted) return miss();
        ++mark_;
        return true;
    }
    /// A token that must follow here, whatever else could: `&&':'`. Throws "expected ':'".
    void expect_forced(TokenKind wanted, const char* shown);
    bool miss() {
        if (furthest_ < mark_) furthest_ = mark_;
        return false;
    }
    std::nullptr_t back_to(Mark start) {
        miss();
        mark_ = start;
        return nullptr;
    }
    bool rewind(Mark start) {
        back_to(start);
        return false;
    }
    Position token_position(Mark mark) const { return position(tokens_[mark], tokens_[mark]); }
    /// From a token to the last one taken.
    Position from(Mark start) const { return position(tokens_[start], tokens_[mark_ - 1]); }
    Position from(const Position& start) const {
        const Token& last = tokens_[mark_ - 1];
        return {start.line, start.column, static_cast<int>(last.end_line) + placement_.line_shift,
                column(last.end, last.end_line)};
    }
    int column(std::uint32_t offset, std::uint32_t line) const {
        if (line == 0) return 0;  // the end of an empty text is in front of its first line
        return static_cast<int>(offset - line_starts_[line - 1]) +
               (line == 1 ? placement_.first_line_columns : 0);
    }
    // What depends on the options
    /// The type comment that stands here, if any. TYPE_COMMENT.
    ast::Text type_comment();
    bool func_type_comment(ast::Text& comment);
    Seq<ast::TypeIgnore*> type_ignores();
    [[noreturn]] void version_error(int minor, const char* what);

    template <class Node, class... Fields>
    Node* make(Position at, Fields... fields) {
        return arena_.make<Node>(at, fields...);
    }
    template <class Body>
    auto memoized(Rule rule, Body body) -> decltype(body());

    // -- the two passes and generic errors (parser.cpp, parser_errors.cpp)
    ast::Mod* start_rule(ParseMode mode);
    Expr* run_fragment();
    template <class StartRule>
    [[noreturn]] void diagnose(StartRule rule);
    void check_single_statement();
    [[noreturn]] void raise_generic(Mark last);
    [[noreturn]] void raise_checking_the_rest(const SourceError& error);
    SourceError make_error(SourceErrorKind kind, std::string message, const Position& at) const;
    SourceError error_in_memory(SourceErrorKind kind, std::string message, const Position& at) const;
    std::string line_in_buffer(int line) const;
    /// Hands on the lexer's warnings up to this place; throws the one that is to be an error.
    void report_lexer_warnings(int line, int column);
    void raise_if_incomplete();
    bool reaches_the_end(const Token& token) const;
    bool is_in_memory() const;
    std::string line_read_last(int line) const;
    /// The second pass of CPython reads all of the text and warns once more of what it finds. This one starts
    /// at a later statement.
    void repeat_warnings();
    bool fetched_lexer_error() const { return tokens_[furthest_].kind == TokenKind::Error; }
    SourceError lexer_error() const;
    bool ends_unterminated(const Token& token) const;
    int first_line_in_buffer() const;
    int bracket_level(Mark mark);

    // -- starting rules and simple statements (statements.cpp)
    ast::Mod* file();
    ast::Mod* interactive();
    ast::Mod* eval();
    ast::Mod* func_type();
    bool type_expressions(Exprs& types);
    bool statements(Stmts& body);
    bool statement(Stmts& body);
    bool statement_newline(Stmts& body);
    bool is_faultless(Stmts& body);
    bool at_clause() const;
    static bool is_compound_keyword(TokenKind kind);
    bool simple_stmts(Stmts& body);
    Stmt* simple_stmt();
    Stmt* expression_or_assignment();
    Stmt* return_stmt();
    Stmt* raise_stmt();
    Stmt* global_stmt();
    Stmt* nonlocal_stmt();
    Stmt* del_stmt();
    Stmt* yield_stmt();
    Stmt* assert_stmt();
    Stmt* import_name();
    Stmt* import_from();
    bool import_from_targets(Collector<ast::Alias*>& names);
    bool import_from_as_names(Collector<ast::Alias*>& names);
    ast::Alias* import_from_as_name();
    ast::Alias* dotted_as_name();
    Identifier dotted_name();
    bool names(Collector<Identifier>& list);
    Identifier optional_as_name();

    // -- assignment (assignment.cpp)
    Stmt* assignment_after(Mark start, Expr* first);
    Stmt* annotated_assignment(Mark start, Expr* target, bool simple);
    Stmt* augmented_assignment(Mark start, Expr* target);
    Expr* annotated_rhs();
    static bool augassign(TokenKind kind, ast::Operator& op);
    static bool is_assignable(const Expr* target);
    static bool is_single_target(const Expr* target);
    static bool is_deletable(const Expr* target);
    static void set_context(Expr* target, ast::ExprContext context);
    Expr* star_targets();
    Expr* star_target();
    Expr* del_target();
    bool del_targets(Exprs& targets);

    // -- assignment targets as the grammar has them, for the diagnosing pass (diagnose_targets.cpp)
    Stmt* assignment_in_order();
    Stmt* plain_assignment();
    Expr* star_target_in_order();
    Expr* target_with_star_atom();
    Expr* star_atom();
    bool star_targets_tuple_seq(Exprs& targets);
    bool star_targets_list_seq(Exprs& targets);
    Expr* single_target();
    Expr* single_subscript_attribute_target();
    Expr* t_primary();
    bool t_lookahead();
    Expr* del_target_in_order();
    Expr* del_t_atom();

    // -- compound statements (compound_statements.cpp)
    Stmt* compound_stmt();
    bool block(Seq<Stmt*>& body);
    bool block_body(Seq<Stmt*>& body);
    Position statement_from(Mark start) const;
    void optional_else_block(Seq<Stmt*>& body);
    Stmt* if_stmt();
    Stmt* while_stmt();
    Stmt* for_stmt();
    Stmt* with_stmt();
    bool with_items(Collector<ast::WithItem*>& items);
    ast::WithItem* with_item();
    Stmt* try_stmt();
    ast::Handler* except_block();
    ast::Handler* except_star_block();
    ast::Handler* except_clause(Mark start);
    bool finally_block(Seq<Stmt*>& body);
    Stmt* decorated();
    bool decorators(Exprs& list);
    Stmt* class_def_raw(Seq<Expr*> decorator_list);
    ast::Call* class_arguments();
    Stmt* function_def_raw(Seq<Expr*> decorator_list);

    // -- match statement (patterns.cpp)
    Stmt* match_stmt();
    Expr* subject_expr();
    ast::MatchCase* case_block();
    Pattern* patterns();
    Pattern* pattern();
    Pattern* or_pattern();
    Pattern* closed_pattern();
    Pattern* name_pattern();
    Pattern* literal_pattern();
    Pattern* group_or_sequence_pattern();
    Pattern* bracketed_sequence_pattern();
    Pattern* maybe_star_pattern();
    Pattern* star_pattern();
    bool more_sequence_patterns(Collector<Pattern*>& list);
    Pattern* mapping_pattern();
    Pattern* class_pattern(Mark start, Expr* name);
    bool class_pattern_arguments(Collector<Pattern*>& positional, Collector<Identifier>& names,
                                 Collector<Pattern*>& values);
    Identifier pattern_capture_target();
    Expr* name_or_attr();
    Expr* literal_expr();
    Expr* signed_or_complex_number();
    Expr* signed_number();

    // -- parameters of `def` and `lambda` (parameters.cpp)
    struct ParameterStyle;
    static const ParameterStyle def_style, lambda_style;
    bool params(const ParameterStyle& style, ast::Arguments*& arguments);
    bool parameters(const ParameterStyle& style, ast::Arguments& found);
    bool star_etc(const ParameterStyle& style, ast::Arguments& found);
    bool kwds(const ParameterStyle& style, ast::Arguments& found);
    Expr* default_value();
    bool parameter_end(const ParameterStyle& style, ast::Arg* parameter = nullptr);
    ast::Arg* param(const ParameterStyle& style, bool may_be_starred = false);
    ast::Arguments* no_arguments();

    // -- expressions (expressions.cpp)
    Expr* expressions();
    Expr* expression();
    Expr* conditional_or_lambda();
    Expr* yield_expr();
    Expr* star_expressions();
    Expr* star_expression();
    bool star_named_expressions(Exprs& list);
    Expr* star_named_expression();
    Expr* assignment_expression();
    Expr* named_expression();
    Expr* unnamed_or_assignment();
    Expr* disjunction();
    Expr* conjunction();
    Expr* inversion();
    Expr* comparison();
    bool compare_op(ast::CompareOperator& op);
    bool is_not_equal_here();
    Expr* bitwise_or();
    Expr* binary_operation(Expr* left, Mark start, int lowest);
    Expr* factor();
    Expr* power();
    Expr* await_primary();
    Expr* lambdef();
    using ExprRule = Expr* (Parser::*)();
    Expr* tuple_of(Mark start, Expr* first, ExprRule item);
    Expr* boolean_operation(TokenKind word, ast::BoolOperator op, ExprRule operand);

    // -- primaries, calls, subscripts (primaries.cpp)
    Expr* primary();
    Expr* primary_after(Mark start, Expr* value);
    Expr* call_after(Mark start, Expr* function);
    Expr* slices();
    Expr* slice();
    ast::Call* arguments(bool may_be_genexp);
    ast::Call* arguments_predicted(bool may_be_genexp);
    bool argument_predicted(Exprs& values, Keywords& keywords, bool& unpacked);
    ast::Call* sole_genexp(Mark start, Expr* element);
    ast::Call* args();
    bool positional_arguments(Exprs& values);
    bool kwargs(Exprs& values, Keywords& keywords);
    bool kwarg_or_starred(Exprs& values, Keywords& keywords);
    bool kwarg_or_double_starred(Keywords& keywords);
    ast::Keyword* keyword_argument();
    Expr* starred_expression();

    // -- atoms (atoms.cpp)
    Expr* atom();
    Expr* name();
    Identifier identifier();
    Expr* number();
    [[noreturn]] void too_many_digits(std::size_t digits);
    Expr* strings();
    Expr* constant(Object* value);
    Expr* parenthesized();
    Expr* bracketed();
    Expr* braced();
    Expr* dict_after(Mark start, Expr* first_key);
    bool is_bare_named_expression(Mark mark) const;
    Expr* tuple();
    Expr* group();
    Expr* genexp();
    Expr* list();
    Expr* listcomp();
    Expr* dict();
    Expr* set();
    Expr* dictcomp();
    Expr* setcomp();
    bool double_starred_kvpairs(Exprs& keys, Exprs& values);
    bool double_starred_kvpair(Expr*& key, Expr*& value);
    bool kvpair(Expr*& key, Expr*& value);
    bool for_if_clauses(Seq<ast::Comprehension*>& clauses);
    ast::Comprehension* for_if_clause();
    /// Whether for_if_clauses begin here; to know that, CPython fetches the token behind `async`.
    bool at_comprehension() {
        if (!at(TokenKind::KeywordAsync)) return at(TokenKind::KeywordFor);
        if (furthest_ <= mark_) furthest_ = mark_ + 1;
        return kind_after() == TokenKind::KeywordFor;
    }

    // -- the grammar's invalid_ rules; all throw or do nothing (diagnose_*.cpp)
    void invalid_arguments();
    void invalid_kwarg();
    Expr* expression_without_invalid();
    void invalid_legacy_expression();
    void invalid_expression();
    void invalid_named_expression();
    void invalid_assignment();
    Expr* invalid_ann_assign_target();
    void invalid_del_stmt();
    void invalid_block();
    void invalid_comprehension();
    void invalid_dict_comprehension();
    ast::Arg* param_no_default(const ParameterStyle& style);
    bool param_with_default(const ParameterStyle& style);
    bool param_maybe_default(const ParameterStyle& style);
    bool slash_no_default(const ParameterStyle& style);
    bool slash_with_default(const ParameterStyle& style);
    bool any_slash(const ParameterStyle& style);
    void invalid_parameters(const ParameterStyle& style);
    bool invalid_parameters_helper(const ParameterStyle& style);
    void invalid_default();
    void invalid_star_etc(const ParameterStyle& style);
    void invalid_kwds(const ParameterStyle& style);
    void invalid_with_item();
    void invalid_for_target();
    void invalid_group();
    void invalid_import_from_targets();
    void invalid_with_stmt();
    void invalid_with_stmt_indent();
    bool with_head(bool parenthesized);
    void invalid_try_stmt();
    void invalid_except_stmt();
    void invalid_finally_stmt();
    void invalid_except_stmt_indent();
    void invalid_except_star_stmt_indent();
    void invalid_match_stmt();
    void invalid_case_block();
    void invalid_as_pattern();
    void invalid_class_pattern();
    void invalid_if_stmt();
    void invalid_elif_stmt();
    void invalid_else_stmt();
    void invalid_while_stmt();
    void invalid_for_stmt();
    void invalid_def_raw();
    void invalid_class_def_raw();
    void invalid_double_starred_kvpairs();
    void invalid_kvpair();
    void invalid_kvpair_value(Mark colon);
    void missing_indent(Mark keyword, const char* construct);
    void missing_colon_or_indent(Mark keyword, const char* construct);
    bool positional_patterns(Collector<Pattern*>& list);
    bool keyword_patterns();
    void skip_star_targets();
    bool at_equal_or_walrus();
    void keyword_with_comprehension();
    void invalid_parenthesized_parameters(const ParameterStyle& style);
    bool skip(std::initializer_list<TokenKind> kinds);
    void raise_invalid_target(TargetUse use, Expr* target);
    static Expr* invalid_target(Expr* target, TargetUse use);
    bool is_legacy_statement(const Expr* name) const;

    const Source& source_;
    const Token* tokens_;
    const std::uint32_t* line_starts_;
    Mark mark_ = 0;
    Mark token_count_;
    Mark furthest_ = 0;
    std::size_t next_warning_ = 0;  // of the lexer's
    std::vector<std::pair<SourceWarning, ast::Position>> warnings_;  // the first pass's own
    int level_;  // depth of nesting, see DepthGuard
    const char* stack_base_;
    bool diagnosing_ = false;     // the second pass
    bool invalid_rules_ = false;  // in it, but not below expression_without_invalid
    bool barry_as_flufl_;
    bool unterminated_ = false;  // no line end closes the text, and none is made up for it: eval, single
    ast::Arena& arena_;
    std::vector<void*> scratch_;         // stack of the collectors
    std::vector<void*> second_scratch_;  // of those that grow together with one on the first
    std::vector<void*> third_scratch_;   // and with one on the second
    NameTable name_table_;
    const TokenStream& stream_;
    const ParseOptions& options_;
    Placement placement_;
    Memo memo_;
    Mark statement_start_ = 0;         // of the top-level statement being parsed
    std::vector<std::uint8_t> levels_;  // bracket nesting after each token, made when first needed
};

/// Counts nesting while it lives; nesting beyond what the C++ stack bears throws MemoryError. MAXSTACK.
class DepthGuard {
  public:
    explicit DepthGuard(Parser& parser) : parser_(parser) {
        if (++parser.level_ > max_level || stack_used() > max_stack_bytes) [[unlikely]] overflow();
    }
    DepthGuard(const DepthGuard&) = delete;
    DepthGuard& operator=(const DepthGuard&) = delete;
    ~DepthGuard() { --parser_.level_; }

    static constexpr int max_level = 6000;
    static constexpr std::ptrdiff_t max_stack_bytes = 5 * 1024 * 1024;

  private:
    [[noreturn]] void overflow();
    std::ptrdiff_t stack_used() const {
        return parser_.stack_base_ - static_cast<const char*>(__builtin_frame_address(0));
    }
    Parser& parser_;
};

template <class Body>
auto Parser::memoized(Rule rule, Body body) -> decltype(body()) {
    if (!diagnosing_) [[likely]] return body();
    Mark start = mark_;
    if (const Memo::Entry* known = memo_.find(rule, start)) {
        mark_ = known->end;
        return static_cast<decltype(body())>(known->node);
    }
    auto node = body();
    memo_.store(rule, start, {node, mark_});
    return node;
}

}  // namespace minipy
