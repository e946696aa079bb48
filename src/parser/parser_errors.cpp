// Where and how the parser's errors are reported.
//
// An error of the parser can lose against one of the lexer: the text is read to its end, and what the lexer
// could not read, or a bracket opened before the error and never closed, is the likelier cause. Tokens
// without text of their own (INDENT, DEDENT, ENDMARKER) have no column for CPython, which then counts up to
// where its tokenizer stands, without the usual plus one.
//
// CPython: Parser/pegen_errors.c
#include <fmt/core.h>

#include <algorithm>
#include <climits>
#include <utility>

#include "lexer/utf8.h"
#include "parser/grammar.h"

namespace minipy {

using ast::Position;

namespace {

bool has_no_column(TokenKind kind) {
    return kind == TokenKind::Indent || kind == TokenKind::Dedent || kind == TokenKind::EndMarker;
}

bool is_syntax_error(SourceErrorKind kind) {
    return kind == SourceErrorKind::Syntax || kind == SourceErrorKind::Indentation ||
           kind == SourceErrorKind::Tab;
}

/// The error of an open bracket, which CPython's tokenizer finds when it has come to the end of the text.
bool is_about_bracket(const SourceError& error) { return error.message.ends_with("was never closed"); }

}  // namespace

void Parser::raise(std::string message, SourceErrorKind kind) {
    const Token& last = tokens_[furthest_];
    Position at = position(last, last);
    if (ends_unterminated(last) || (unterminated_ && last.kind == TokenKind::EndMarker)) {
        at.column = static_cast<int>(source_.line(at.line).size()) - 1;
        at.end_column = -2;
    } else if (has_no_column(last.kind)) {
        bool at_the_end = last.start >= source_.text.size();
        at.column = at_the_end && source_.from_file ? -1 : at.column - 1;
        at.end_column = -2;
    }
    raise_at(at, std::move(message), kind);
}

void Parser::raise_at(const Position& at, std::string message, SourceErrorKind kind) {
    if (fetched_lexer_error()) throw lexer_error();
    throw make_error(kind, std::move(message), at);
}

void Parser::raise_between(const Position& first, const Position& last, std::string message) {
    raise_at({first.line, first.column, last.end_line, last.end_column}, std::move(message));
}

void Parser::raise_starting_from(const Position& first, std::string message) {
    if (mark_ > 0 && furthest_ < mark_ - 1) furthest_ = mark_ - 1;
    Position last = token_position(furthest_);
    int past_newline = tokens_[furthest_].kind == TokenKind::Newline;
    raise_at({first.line, first.column, last.end_line, last.end_column - 1 + past_newline}, std::move(message));
}

/// A line of a text that is no file, as CPython's tokenizer has it: all that it keeps if it still stands on
/// that line, with the line end; else the line alone. get_error_line_from_tokenizer_buffers.
std::string Parser::line_in_buffer(int line) const {
    if (static_cast<int>(tokens_[furthest_].end_line) > line) return std::string(source_.line(line));
    const std::string_view last = source_.line(line);
    const char* start = source_.line(first_line_in_buffer()).data();
    std::string shown(start, static_cast<std::size_t>(last.data() + last.size() - start));
    const bool is_last_line = static_cast<std::size_t>(line) == source_.line_starts.size();
    if (!unterminated_ || !is_last_line) shown += '\n';
    return shown;
}

/// An error in a text that is no file. Columns end behind the line shown; those of bytes count bytes.
SourceError Parser::error_in_memory(SourceErrorKind kind, std::string message, const Position& at) const {
    std::string text = replace_invalid_utf8(line_in_buffer(at.line));
    const auto column = [&](int bytes) {
        if (!source_.encoding_declared || bytes <= 0) return bytes;
        const auto size = static_cast<std::size_t>(bytes);
        return static_cast<int>(utf8_length(std::string_view(text).substr(0, size)) + (size > text.size()));
    };
    return {.kind = kind,
            .message = std::move(message),
            .line = at.line,
            .column = column(at.column + 1),
            .end_line = at.end_line,
            .end_column = column(at.end_column + 1),
            .text = std::move(text)};
}

/// The error as CPython reports it, from 0-based byte columns. _PyPegen_raise_error_known_location.
SourceError Parser::make_error(SourceErrorKind kind, std::string message, const Position& at) const {
    if (!placement_.in_fstring && is_in_memory()) return error_in_memory(kind, std::move(message), at);
    if (!placement_.in_fstring)
        return parser_error(source_, kind, {at.line, at.column + 1, at.end_line, at.end_column + 1},
                            std::move(message));
    int shift = placement_.first_line_columns;
    int line = at.line - placement_.line_shift;
    SourceError error = parser_error(
        source_, kind,
        {line, at.column + 1 - shift, at.end_line - placement_.line_shift, at.end_column + 1 - shift},
        "f-string: " + message);
    error.line += placement_.line_shift;
    error.end_line += placement_.line_shift;
    error.text = line_in_buffer(line);
    return error;
}

/// The line read last, or where the tokens begin that reach into it: CPython's tokenizer forgets a line when
/// it reads the next one, but not in the middle of a token.
int Parser::first_line_in_buffer() const {
    std::uint32_t line = tokens_[furthest_].end_line;
    for (Mark i = furthest_ + 1; i-- > 0 && tokens_[i].end_line >= line;)
        line = std::min(line, tokens_[i].line);
    return static_cast<int>(line);
}

/// The line, with its line end if the tokenizer still stands on it, at the end of the text.
std::string Parser::line_read_last(int line) const {
    const bool is_last = line >= static_cast<int>(source_.line_starts.size());
    return replace_invalid_utf8(source_.line(line)) + (is_last && !unterminated_ ? "\n" : "");
}

bool Parser::is_in_memory() const {
    return !source_.from_file && !(options_.is_file && options_.is_file(source_.filename));
}

SourceError Parser::lexer_error() const {
    SourceError error = *stream_.error;
    if (!placement_.in_fstring) {
        const bool at_the_end = error.line >= static_cast<int>(source_.line_starts.size());
        if (is_in_memory() && !stream_.error_overrides && (at_the_end || is_about_bracket(error)))
            error.text = line_read_last(error.line);
        return error;
    }
    if (!stream_.error_overrides) error.message = "f-string: " + error.message;
    error.line += placement_.line_shift;
    error.end_line += placement_.line_shift;
    return error;
}

void Parser::warn(const SourceWarning& warning, const Position& at) {
    report_lexer_warnings(at.line, at.column);
    if (!diagnosing_) warnings_.emplace_back(warning, at);
    if ((*options_.warnings)(warning)) throw make_error(SourceErrorKind::Syntax, warning.message, at);
}

void Parser::report_lexer_warnings(int line, int column) {
    for (; next_warning_ < stream_.warnings.size() && options_.warnings; ++next_warning_) {
        SourceError error = stream_.warnings[next_warning_];
        error.line += placement_.line_shift;
        error.end_line += placement_.line_shift;
        if (std::pair(error.line, error.column) > std::pair(line, column)) break;
        if ((*options_.warnings)({SourceWarning::Kind::Syntax, error.message, error.line})) throw error;
    }
}

void Parser::repeat_warnings() {
    const Token& first = tokens_[statement_start_];
    const Position start = position(first, first);
    for (const auto& [warning, at] : std::exchange(warnings_, {})) {
        if (std::pair(at.line, at.column) >= std::pair(start.line, start.column)) break;
        if ((*options_.warnings)(warning)) throw make_error(SourceErrorKind::Syntax, warning.message, at);
    }
}

/// Whether the lexer came to the end inside a bracket, a long string, a continued line, or a string whose line
/// is continued or `unterminated`.
static bool more_text_would_help(const SourceError& error, const Source& source, bool unterminated) {
    if (error.message.starts_with("unterminated string literal"))
        return source.text.ends_with("\\\n") || unterminated;
    return is_about_bracket(error) || error.message == "unexpected EOF while parsing" ||
           error.message.starts_with("unterminated triple-quoted string literal");
}

/// Whether the lexer has seen that nothing follows the token, in a text without a final line end.
bool Parser::reaches_the_end(const Token& token) const {
    return token.kind == TokenKind::Newline ||
           (token.kind != TokenKind::String && token.end + 1 == source_.text.size());
}

/// PyPARSE_ALLOW_INCOMPLETE_INPUT: whatever is wrong, the text that is still to come may set it right if the
/// first pass has looked at the end of what there is.
void Parser::raise_if_incomplete() {
    if (!options_.incomplete_input_ok) return;
    Mark end = furthest_;
    while (tokens_[end].kind == TokenKind::Dedent) ++end;
    const bool lexer_failed = fetched_lexer_error();
    const bool ended_early = lexer_failed ? more_text_would_help(*stream_.error, source_, unterminated_)
                                          : tokens_[end].kind == TokenKind::EndMarker ||
                                                (unterminated_ && reaches_the_end(tokens_[furthest_]));
    if (!ended_early) return;
    if (!lexer_failed) raise("incomplete input");
    Position at = token_position(furthest_);
    const bool in_string = stream_.error->message.starts_with("unterminated");
    if (!in_string) {
        at.line = at.end_line = static_cast<int>(source_.line_starts.size());
        at.column = static_cast<int>(source_.line(at.line).size()) + !unterminated_;
    }
    at.column -= 1;
    at.end_column = -2;
    SourceError error = make_error(SourceErrorKind::Syntax, "incomplete input", at);
    if (!in_string) error.text = line_read_last(at.line);
    throw error;
}

/// Throws `error`, or the one that the rest of the text gives reason for.
/// _PyPegen_tokenize_full_source_to_check_for_errors.
void Parser::raise_checking_the_rest(const SourceError& error) {
    report_lexer_warnings(INT_MAX, 0);
    if (fetched_lexer_error() || !is_syntax_error(error.kind) || !stream_.error) throw error;
    if (unterminated_ && reaches_the_end(tokens_[furthest_])) throw error;  // nothing is left to be read
    if (stream_.error_overrides) throw lexer_error();
    if (!stream_.open_brackets.empty()) {
        const Token& bracket = tokens_[stream_.open_brackets.back()];
        if (tokens_[furthest_].line > bracket.line) {
            Position at = position(bracket, bracket);
            at.end_line = at.line;
            at.end_column = -1;
            throw make_error(SourceErrorKind::Syntax, fmt::format("'{}' was never closed", text(bracket)), at);
        }
    }
    throw error;
}

/// No rule had anything to say; `last` is the furthest token of the first pass. _Pypegen_set_syntax_error.
void Parser::raise_generic(Mark last) {
    switch (tokens_[last].kind) {
        case TokenKind::Indent: raise("unexpected indent", SourceErrorKind::Indentation);
        case TokenKind::Dedent: raise("unexpected unindent", SourceErrorKind::Indentation);
        default: break;
    }
    Position at = token_position(last);
    if (has_no_column(tokens_[last].kind) || ends_unterminated(tokens_[last])) at.column = at.end_column = -1;
    raise_checking_the_rest(make_error(SourceErrorKind::Syntax, "invalid syntax", at));
}

/// The NEWLINE that CPython's tokenizer does not make: an expression without a line end is followed by
/// ENDMARKER.
bool Parser::ends_unterminated(const Token& token) const {
    return unterminated_ && token.kind == TokenKind::Newline && token.line == source_.line_starts.size();
}

/// How many brackets are open behind the token.
int Parser::bracket_level(Mark mark) {
    if (levels_.empty()) {
        levels_.reserve(token_count_);
        std::uint8_t level = 0;
        for (Mark i = 0; i < token_count_; ++i) {
            switch (tokens_[i].kind) {
                case TokenKind::LeftParen:
                case TokenKind::LeftBracket:
                case TokenKind::LeftBrace: ++level; break;
                case TokenKind::RightParen:
                case TokenKind::RightBracket:
                case TokenKind::RightBrace: --level; break;
                default: break;
            }
            levels_.push_back(level);
        }
    }
    return levels_[mark];
}

}  // namespace minipy
