// Lexemes -> tokens as the parser wants them: indentation, brackets, line joining, errors.
//
// A logical line begins in `begin_line`, which skips blank lines and compares the indentation with the stack
// of open blocks; `scan_line` then takes lexemes up to the line's end. Indentation is measured twice, with
// tabs to multiples of 8 and with tabs as one column: where the two disagree on an order, the file mixes
// tabs and spaces (TabError).
// Invariants: inside brackets neither line ends nor indentation make tokens; `line_` and `line_start_` always
// belong to the cursor. The first error ends the scan with one Error token.
//
// CPython: tok_get() in Parser/tokenizer.c, tokenizer_error() in Parser/pegen_errors.c
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lexer/lexer.h"
#include "lexer/number_check.h"
#include "lexer/scanner.h"
#include "lexer/utf8.h"
#include "objects/unicode_data.h"

namespace minipy {
namespace {

constexpr int max_brackets = 200;     // MAXLEVEL
constexpr int max_indentation = 100;  // MAXINDENT
constexpr int tab_size = 8;

struct Indentation {
    std::int64_t column = 0;       // tabs to multiples of tab_size
    std::int64_t alternative = 0;  // a tab is one column
};

struct Bracket {
    std::uint32_t token;
    int line;
    char opening;
};

class Tokenizer {
  public:
    Tokenizer(const Source& source, const TokenOptions& options)
        : source_(source),
          options_(options),
          text_(source.text.data()),
          limit_(text_ + source.text.size()),
          cursor_(text_),
          line_start_(text_),
          buffer_start_(text_) {
        // A token takes six bytes on average.
        stream_.tokens.reserve(source.text.size() / 5 + 16);
    }

    TokenStream run() {
        while (begin_line() && scan_line()) {
        }
        for (int i = 0; i < depth_; ++i)
            stream_.open_brackets.push_back(brackets_[static_cast<std::size_t>(i)].token);
        return std::move(stream_);
    }

  private:
    // Logical lines
    bool begin_line();
    bool measure_indentation(Indentation& result);
    bool change_indentation(Indentation found);
    bool scan_line();
    bool skip_continuation(bool in_line);
    bool end_of_file();

    // Lexemes that need more than their kind
    bool open_bracket(const char* start, TokenKind kind);
    bool close_bracket(const char* start, TokenKind kind);
    bool check_number(const char* start);
    bool check_name(const char* start);
    bool unterminated_string(const char* start, LexemeKind kind);
    bool fail_bad_character(std::string_view character, char32_t code);
    bool fail_undecodable_name(std::string_view name);
    void add_long_string(const char* start);
    bool take_type_comment(const char* start);
    bool is_async_name();
    void leave_async_def(Indentation found);

    std::uint32_t offset(const char* position) const { return static_cast<std::uint32_t>(position - text_); }
    void add(TokenKind kind, const char* start, const char* end) {
        stream_.tokens.push_back({offset(start), offset(end), line_, line_, kind});
    }
    void next_line() {
        ++line_;
        line_start_ = cursor_;
        buffer_start_ = cursor_;
    }

    SourceError error_at(int column, int end_column, std::string message) const;

    // Errors; all return false
    bool fail_here(std::string message) { return fail_range(-1, -1, std::move(message)); }
    bool fail_range(int column, int end_column, std::string message);
    bool fail_later(SourceErrorKind kind, std::size_t bytes, int end_column, std::string message);
    bool fail_with(SourceError error, bool overrides);
    bool unexpected_end(std::size_t bytes);
    std::string_view current_line() const { return {line_start_, std::find(line_start_, limit_, '\n')}; }

    const Source& source_;
    const TokenOptions& options_;
    const char* text_;
    const char* limit_;
    const char* cursor_;
    const char* line_start_;
    const char* buffer_start_;  // where CPython's buffer would begin: the first of the lines joined so far
    std::uint32_t line_ = 1;
    int depth_ = 0;  // open brackets
    int level_ = 0;  // open blocks
    std::array<Indentation, max_indentation> indentations_{};
    std::array<Bracket, max_brackets> brackets_;
    int async_def_level_ = -1;  // open blocks around the `async def` that the cursor is in; -1: in none
    TokenStream stream_;
};

// ---- Logical lines -----------------------------------------------------------------------------------

bool Tokenizer::begin_line() {
    for (;;) {
        Indentation found;
        if (!measure_indentation(found)) return false;
        if (*cursor_ == '#') {
            const char* const start = cursor_;
            cursor_ = std::find(cursor_, limit_, '\n');
            // A type comment on a line of its own does not count for the indentation.
            if (options_.type_comments && take_type_comment(start)) add(TokenKind::Newline, cursor_, cursor_);
        }
        if (*cursor_ != '\n') return change_indentation(found);
        ++cursor_;
        next_line();
    }
}

/// The width of the blanks before a line's first token. Of a line that begins with backslashes, the first
/// part that is indented counts.
bool Tokenizer::measure_indentation(Indentation& result) {
    std::int64_t continued_column = 0;
    for (;; ++cursor_) {
        if (*cursor_ == ' ') {
            ++result.column;
            ++result.alternative;
        } else if (*cursor_ == '\t') {
            result.column = (result.column / tab_size + 1) * tab_size;
            ++result.alternative;
        } else if (*cursor_ == '\f') {
            result = {};
        } else if (*cursor_ == '\\') {
            if (continued_column == 0) continued_column = result.column;
            ++cursor_;
            if (!skip_continuation(false)) return false;
            buffer_start_ = line_start_;
            --cursor_;
        } else {
            break;
        }
    }
    if (continued_column != 0) result = {continued_column, continued_column};
    return true;
}

bool Tokenizer::change_indentation(Indentation found) {
    leave_async_def(found);
    const auto tab_error = [&] {
        return fail_later(SourceErrorKind::Tab, 1, 0, "inconsistent use of tabs and spaces in indentation");
    };
    Indentation* open = &indentations_[static_cast<std::size_t>(level_)];
    if (found.column > open->column) {
        if (level_ + 1 >= max_indentation)
            return fail_later(SourceErrorKind::Indentation, 1, 0, "too many levels of indentation");
        if (found.alternative <= open->alternative) return tab_error();
        ++level_;
        open[1] = found;
        add(TokenKind::Indent, cursor_, cursor_);
        return true;
    }
    const int before = level_;
    while (level_ > 0 && found.column < open->column) {
        --open;
        --level_;
    }
    if (found.column != open->column)
        return fail_later(SourceErrorKind::Indentation, current_line().size() + 1, -1,
                          "unindent does not match any outer indentation level");
    if (found.alternative != open->alternative) return tab_error();
    if (cursor_ == limit_ && source_.broken_end) return end_of_file();
    // At the end of the file the blocks end on the last line that there is.
    if (cursor_ == limit_) line_ = static_cast<std::uint32_t>(source_.line_starts.size());
    for (int i = level_; i < before; ++i) add(TokenKind::Dedent, cursor_, cursor_);
    return true;
}

/// A line that is not deeper than the `async def` before it ends that.
void Tokenizer::leave_async_def(Indentation found) {
    if (async_def_level_ < 0) return;
    if (found.column <= indentations_[static_cast<std::size_t>(async_def_level_)].column) async_def_level_ = -1;
}

/// Takes lexemes until the line ends (true) or the scan does (false).
bool Tokenizer::scan_line() {
    for (;;) {
        while (*cursor_ == ' ') ++cursor_;
        const char* const start = cursor_;
        const LexemeKind kind = scan_lexeme(cursor_, limit_);
        switch (kind) {
            case LexemeKind::Space:
                break;
            case LexemeKind::Comment:
                if (options_.type_comments && take_type_comment(start)) break;
                if (depth_ > 0 || cursor_ == limit_) break;
                // The NEWLINE token of a line with a comment begins where the comment does.
                add(TokenKind::Newline, start, cursor_);
                ++cursor_;
                next_line();
                return true;
            case LexemeKind::LineEnd:
                if (depth_ == 0) {
                    add(TokenKind::Newline, start, start);
                    next_line();
                    return true;
                }
                next_line();
                break;
            case LexemeKind::Continuation:
            case LexemeKind::Backslash:
                cursor_ = start + 1;
                if (!skip_continuation(true)) return false;
                break;
            case LexemeKind::LeftParen:
            case LexemeKind::LeftBracket:
            case LexemeKind::LeftBrace:
                if (!open_bracket(start, token_kind(kind))) return false;
                break;
            case LexemeKind::RightParen:
            case LexemeKind::RightBracket:
            case LexemeKind::RightBrace:
                if (!close_bracket(start, token_kind(kind))) return false;
                break;
            case LexemeKind::Number:
                if (is_name_byte(*cursor_) && !check_number(start)) return false;
                add(TokenKind::Number, start, cursor_);
                break;
            case LexemeKind::UnicodeName:
                if (!check_name(start)) return false;
                add(TokenKind::Name, start, cursor_);
                break;
            case LexemeKind::KeywordAsync:
            case LexemeKind::KeywordAwait:
                add(is_async_name() ? TokenKind::Name : token_kind(kind), start, cursor_);
                break;
            case LexemeKind::LongString:
                add_long_string(start);
                break;
            case LexemeKind::UnterminatedString:
            case LexemeKind::UnterminatedLongString:
                return unterminated_string(start, kind);
            case LexemeKind::LessGreater:
                add(TokenKind::NotEqual, start, cursor_);
                break;
            case LexemeKind::Control:
                return fail_here(fmt::format("invalid non-printable character U+{:04X}",
                                             static_cast<unsigned char>(*start)));
            case LexemeKind::End:
                return end_of_file();
            default:
                add(token_kind(kind), start, cursor_);
        }
    }
}

/// The cursor is behind the comment that starts there. If it is a type comment, makes its token and says so;
/// `# type: ignore` is only noted.
bool Tokenizer::take_type_comment(const char* start) {
    const auto skip_blanks = [&] {
        while (start != cursor_ && (*start == ' ' || *start == '\t')) ++start;
    };
    const auto skip_text = [&](std::string_view expected) {
        if (!std::string_view(start, cursor_).starts_with(expected)) return false;
        start += expected.size();
        return true;
    };
    if (!skip_text("#")) return false;
    skip_blanks();
    if (!skip_text("type:")) return false;
    skip_blanks();
    const std::string_view comment(start, cursor_);
    constexpr std::string_view ignore = "ignore";
    const char next = comment.size() > ignore.size() ? comment[ignore.size()] : '\0';
    if (comment.starts_with(ignore) && !is_ascii_letter(next) && !is_digit(next) &&
        static_cast<unsigned char>(next) < 0x80) {
        stream_.type_ignores.push_back({static_cast<int>(line_), comment.substr(ignore.size())});
        return false;
    }
    add(TokenKind::TypeComment, start, cursor_);
    return true;
}

/// Whether the `async` or `await` in front of the cursor is a name, as it was outside `async def` up to 3.6.
bool Tokenizer::is_async_name() {
    if (!options_.async_as_names || async_def_level_ >= 0) return false;
    const char* next = cursor_;
    while (*next == ' ' || *next == '\t') ++next;
    if (cursor_[-1] != 'c' || std::string_view(next, limit_).substr(0, 3) != "def" || is_name_byte(next[3]))
        return true;
    async_def_level_ = level_;
    return false;
}

/// The cursor is behind a backslash, which must end its line but not the file.
bool Tokenizer::skip_continuation(bool in_line) {
    if (*cursor_ != '\n')
        return fail_later(SourceErrorKind::Syntax, static_cast<std::size_t>(cursor_ + 1 - buffer_start_), 0,
                          "unexpected character after line continuation character");
    if (cursor_ + 1 == limit_) return unexpected_end(in_line ? current_line().size() + 1 : 0);
    ++cursor_;
    ++line_;
    line_start_ = cursor_;
    return true;
}

/// A backslash that ends the file: `bytes` is how far CPython's tokenizer has come in the line.
bool Tokenizer::unexpected_end(std::size_t bytes) {
    if (depth_ > 0 || source_.broken_end) return end_of_file();
    return fail_later(SourceErrorKind::Syntax, bytes, -1, "unexpected EOF while parsing");
}

bool Tokenizer::end_of_file() {
    if (source_.broken_end) return fail_with(*source_.broken_end, true);
    line_ = static_cast<std::uint32_t>(source_.line_starts.size());
    if (depth_ == 0) {
        add(TokenKind::EndMarker, limit_, limit_);
        return false;
    }
    const Bracket& open = brackets_[static_cast<std::size_t>(depth_ - 1)];
    const Token& token = stream_.tokens[open.token];
    line_ = token.line;
    line_start_ = text_ + source_.line_starts[line_ - 1];
    cursor_ = limit_;
    return fail_later(SourceErrorKind::Syntax, token.start + 1 - offset(line_start_), 0,
                      fmt::format("'{}' was never closed", open.opening));
}

// ---- Lexemes -----------------------------------------------------------------------------------------

bool Tokenizer::open_bracket(const char* start, TokenKind kind) {
    if (depth_ >= max_brackets) return fail_here("too many nested parentheses");
    const auto token = static_cast<std::uint32_t>(stream_.tokens.size());
    brackets_[static_cast<std::size_t>(depth_++)] = {token, static_cast<int>(line_), *start};
    add(kind, start, cursor_);
    return true;
}

bool Tokenizer::close_bracket(const char* start, TokenKind kind) {
    if (depth_ == 0) return fail_here(fmt::format("unmatched '{}'", *start));
    const Bracket& open = brackets_[static_cast<std::size_t>(--depth_)];
    // The codes of a bracket and its partner differ by 1 in "()" and by 2 in "[]" and "{}".
    if (*start - open.opening > 2 || *start < open.opening) {
        std::string message = fmt::format("closing parenthesis '{}' does not match opening parenthesis '{}'",
                                          *start, open.opening);
        if (open.line != static_cast<int>(line_)) message += fmt::format(" on line {}", open.line);
        return fail_here(std::move(message));
    }
    add(kind, start, cursor_);
    return true;
}

/// A string that spans lines: counts them.
void Tokenizer::add_long_string(const char* start) {
    const std::uint32_t first_line = line_;
    for (const char* at = start; (at = std::find(at, cursor_, '\n')) != cursor_;) {
        ++at;
        ++line_;
        line_start_ = at;
    }
    stream_.tokens.push_back({offset(start), offset(cursor_), first_line, line_, TokenKind::String});
}

/// The error is placed at the first character; the message names the line where the scan gave up.
bool Tokenizer::unterminated_string(const char* start, LexemeKind kind) {
    const bool is_long = kind == LexemeKind::UnterminatedLongString;
    const char* end = cursor_;
    for (; end != limit_ && (is_long || *end != '\n'); ++end) {
        if (*end == '\\' && end + 1 != limit_) ++end;
    }
    if (end == limit_ && source_.broken_end) return end_of_file();
    auto detected = static_cast<std::size_t>(line_ + std::count(cursor_, end, '\n'));
    detected = std::min(detected, source_.line_starts.size());
    cursor_ = start + 1;
    return fail_here(fmt::format("unterminated {}string literal (detected at line {})",
                                 is_long ? "triple-quoted " : "", detected));
}

/// A number that runs into a name: an error, or a warning if a keyword follows.
bool Tokenizer::check_number(const char* start) {
    const NumberVerdict verdict = judge_number(start);
    if (verdict.message.empty()) return true;
    if (verdict.is_warning) {
        stream_.warnings.push_back(error_at(-1, -1, verdict.message));
        return true;
    }
    cursor_ = verdict.end;
    if (!verdict.zeros_end) return fail_here(verdict.message);
    return fail_range(static_cast<int>(start + 1 - line_start_),
                      static_cast<int>(verdict.zeros_end - line_start_), verdict.message);
}

/// Which characters outside ASCII names may be made of (PEP 3131).
bool Tokenizer::check_name(const char* start) {
    const std::string_view name(start, cursor_);
    if (!source_.valid_utf8 && find_invalid_utf8(name) != name.npos) return fail_undecodable_name(name);
    for (const char* at = start; at != cursor_;) {
        const Utf8Character character = decode_utf8({at, cursor_});
        const bool fits = at == start ? unicode::is_identifier_start(character.code)
                                      : unicode::is_identifier_continue(character.code);
        if (!fits) {
            cursor_ = at + character.size;
            return fail_bad_character({at, cursor_}, character.code);
        }
        at += character.size;
    }
    return true;
}

bool Tokenizer::fail_bad_character(std::string_view character, char32_t code) {
    const auto number = static_cast<std::uint32_t>(code);
    if (!unicode::is_printable(code))
        return fail_here(fmt::format("invalid non-printable character U+{:04X}", number));
    return fail_here(fmt::format("invalid character '{}' (U+{:04X})", character, number));
}

/// Bytes that are not UTF-8, in a file that says it is: CPython decodes names only when it meets them.
bool Tokenizer::fail_undecodable_name(std::string_view name) {
    const auto place = static_cast<std::size_t>(name.end() - line_start_);
    return fail_later(SourceErrorKind::Syntax, place, -1, "(unicode error) " + utf8_decode_message(name));
}

// ---- Errors ------------------------------------------------------------------------------------------

/// An error that CPython's tokenizer raises itself: it wins over a syntax error found earlier in the file.
/// A column of -1 stands for the characters up to the cursor.
SourceError Tokenizer::error_at(int column, int end_column, std::string message) const {
    const auto here = static_cast<int>(utf8_length({line_start_, cursor_}));
    return {.kind = SourceErrorKind::Syntax,
            .message = std::move(message),
            .line = static_cast<int>(line_),
            .column = column < 0 ? here : column,
            .end_line = static_cast<int>(line_),
            .end_column = end_column < 0 ? here : end_column,
            .text = replace_invalid_utf8(current_line())};
}

bool Tokenizer::fail_range(int column, int end_column, std::string message) {
    return fail_with(error_at(column, end_column, std::move(message)), true);
}

/// An error that CPython's parser raises when it gets to the tokenizer's last token.
bool Tokenizer::fail_later(SourceErrorKind kind, std::size_t bytes, int end_column, std::string message) {
    const auto line = static_cast<int>(line_);
    return fail_with(
        parser_error(source_, kind, {line, static_cast<int>(bytes), line, end_column}, std::move(message)),
        false);
}

bool Tokenizer::fail_with(SourceError error, bool overrides) {
    // A text that breaks off behind a line end has no line there.
    line_ = std::min(line_, static_cast<std::uint32_t>(source_.line_starts.size()));
    add(TokenKind::Error, cursor_, cursor_);
    stream_.error = std::move(error);
    stream_.error_overrides = overrides;
    return false;
}

}  // namespace

TokenStream tokenize(const Source& source, const TokenOptions& options) {
    return Tokenizer(source, options).run();
}

}  // namespace minipy
