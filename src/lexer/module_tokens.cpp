// Lexemes -> the tokens of the module `tokenize`.
//
// Works line by line as the module does, because its rules are stated per line: indentation is looked at where
// a line begins outside brackets, and whatever its regular expression cannot match at a place becomes an
// ERRORTOKEN of one character (the blanks in front of it first, one by one).
// Invariant: `at_` is the scan's position, `line_start_` the start of its line, `line_` that line's number.
//
// CPython: _tokenize() in Lib/tokenize.py
#include "lexer/module_tokens.h"

#include <algorithm>

#include "lexer/scanner.h"
#include "lexer/utf8.h"
#include "objects/unicode_data.h"

namespace minipy {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

/// "\w" of the module `re`.
bool is_word(char32_t code) { return code == '_' || unicode::is_alnum(code); }

class ModuleTokenizer {
  public:
    explicit ModuleTokenizer(std::string_view text)
        : begin_(text.data()), end_(begin_ + text.size()), at_(begin_), line_start_(at_), counted_(at_) {
        result_.tokens.reserve(text.size() / 5 + 8);
    }

    ModuleTokens run() {
        for (Line line; (line = begin_line()) != Line::Stop;)
            if (line == Line::HasTokens)
                while (take_lexeme()) {
                }
        if (result_.error.empty()) finish();
        return std::move(result_);
    }

  private:
    enum class Line { HasTokens, IsDone, Stop };
    Line begin_line();
    Line begin_statement();
    Line blank_line();
    Line change_indentation(int column);

    // True if the line goes on behind what was taken
    bool take_lexeme();
    bool take_string(const char* start);
    bool take_word(const char* blanks, const char* start);
    bool take_unterminated(const char* blanks, const char* start, LexemeKind kind);
    bool take_joined_lines(const char* start, const char* next, char quote);
    bool take_stray(const char* blanks, const char* start);
    bool end_line(const char* next);
    void finish();

    /// The end of the line that `place` is in, its line end included.
    const char* line_limit(const char* place) const {
        const char* newline = std::find(place, end_, '\n');
        return newline == end_ ? end_ : newline + 1;
    }
    ModulePosition position(const char* place);
    void add(std::string_view type, const char* start, const char* end) {
        const ModulePosition from = position(start);
        result_.tokens.push_back({type, {start, end}, from, position(end)});
    }
    void add(LexemeKind kind, const char* start, const char* end) {
        add(exact_token_name(token_kind(kind)), start, end);
    }
    void add_lines(std::string_view type, const char* start, const char* end);
    void fail(std::string_view message, ModulePosition place) {
        result_.error = message;
        result_.error_place = place;
        at_ = end_;
    }

    const char* const begin_;
    const char* const end_;
    const char* at_;
    const char* line_start_;
    const char* counted_;  // the place in the line whose column is `column_`
    std::uint32_t column_ = 0;
    std::uint32_t line_ = 1;
    int depth_ = 0;  // below zero after one closing bracket too many
    bool continued_ = false;
    bool ends_in_blanks_ = false;
    std::vector<int> indentations_ = {0};
    ModuleTokens result_;
};

/// Places are asked for from left to right, so that each character is counted once; the start of an indented
/// line is the exception.
ModulePosition ModuleTokenizer::position(const char* place) {
    if (place < counted_) {
        counted_ = line_start_;
        column_ = 0;
    }
    column_ += static_cast<std::uint32_t>(utf8_length({counted_, place}));
    counted_ = place;
    return {line_, column_};
}

// ---- Lines -------------------------------------------------------------------------------------------

ModuleTokenizer::Line ModuleTokenizer::begin_line() {
    if (!result_.error.empty()) return Line::Stop;
    if (depth_ == 0 && !continued_) return begin_statement();
    continued_ = false;
    if (at_ != end_) return Line::HasTokens;
    fail("EOF in multi-line statement", {line_, 0});
    return Line::Stop;
}

ModuleTokenizer::Line ModuleTokenizer::begin_statement() {
    constexpr int tab_size = 8;
    int column = 0;
    for (; at_ != end_ && is_blank(*at_); ++at_)
        column = *at_ == ' ' ? column + 1 : *at_ == '\t' ? (column / tab_size + 1) * tab_size : 0;
    if (at_ == end_) {
        ends_in_blanks_ = at_ != line_start_;
        return Line::Stop;
    }
    return *at_ == '#' || *at_ == '\r' || *at_ == '\n' ? blank_line() : change_indentation(column);
}

ModuleTokenizer::Line ModuleTokenizer::blank_line() {
    const char* const limit = line_limit(at_);
    if (*at_ == '#') {
        const char* comment_end = limit;
        while (comment_end[-1] == '\n' || comment_end[-1] == '\r') --comment_end;
        add(LexemeKind::Comment, at_, comment_end);
        at_ = comment_end;
    }
    add(LexemeKind::Nl, at_, limit);
    end_line(limit);
    return Line::IsDone;
}

ModuleTokenizer::Line ModuleTokenizer::change_indentation(int column) {
    if (column > indentations_.back()) {
        indentations_.push_back(column);
        add(LexemeKind::Indent, line_start_, at_);
    }
    while (column < indentations_.back()) {
        if (!std::binary_search(indentations_.begin(), indentations_.end(), column)) {
            fail("unindent does not match any outer indentation level", position(at_));
            return Line::Stop;
        }
        indentations_.pop_back();
        add(LexemeKind::Dedent, at_, at_);
    }
    return Line::HasTokens;
}

bool ModuleTokenizer::end_line(const char* next) {
    at_ = line_start_ = counted_ = next;
    column_ = 0;
    ++line_;
    return false;
}

/// What the module adds behind the last line.
void ModuleTokenizer::finish() {
    const auto add_empty = [&](LexemeKind kind, ModulePosition start, ModulePosition end) {
        result_.tokens.push_back({exact_token_name(token_kind(kind)), {}, start, end});
    };
    const std::string_view text(begin_, end_);
    if (!ends_in_blanks_ && !text.empty() && text.back() != '\n' && text.back() != '\r') {
        const std::string_view last = text.substr(text.rfind('\n') + 1);
        std::string_view stripped = last;
        for (Utf8Character c; !stripped.empty() && unicode::is_space((c = decode_utf8(stripped)).code);)
            stripped.remove_prefix(static_cast<std::size_t>(c.size));
        const auto width = static_cast<std::uint32_t>(utf8_length(last));
        if (!stripped.starts_with('#'))
            add_empty(LexemeKind::Newline, {line_ - 1, width}, {line_ - 1, width + 1});
    }
    for (std::size_t i = 1; i < indentations_.size(); ++i)
        add_empty(LexemeKind::Dedent, {line_, 0}, {line_, 0});
    add_empty(LexemeKind::EndMarker, {line_, 0}, {line_, 0});
}

// ---- Lexemes -----------------------------------------------------------------------------------------

bool ModuleTokenizer::take_lexeme() {
    const char* const blanks = at_;
    while (at_ != end_ && is_blank(*at_)) ++at_;
    const char* const start = at_;
    const LexemeKind kind = scan_lexeme(at_, end_);
    switch (kind) {
        case LexemeKind::End:
            return end_line(end_);
        case LexemeKind::LineEnd:
            add(depth_ > 0 ? LexemeKind::Nl : LexemeKind::Newline, start, at_);
            return end_line(at_);
        case LexemeKind::Continuation:
            continued_ = true;
            return end_line(at_);
        case LexemeKind::UnicodeName:
            return take_word(blanks, start);
        case LexemeKind::LongString:
            return take_string(start);
        case LexemeKind::UnterminatedString:
        case LexemeKind::UnterminatedLongString:
            return take_unterminated(blanks, start, kind);
        case LexemeKind::LessGreater:
            at_ = start + 1;
            add(LexemeKind::Less, start, at_);
            return true;
        case LexemeKind::Backslash:
        case LexemeKind::Stray:
        case LexemeKind::Control:
            return take_stray(blanks, start);
        case LexemeKind::LeftParen:
        case LexemeKind::LeftBracket:
        case LexemeKind::LeftBrace:
            ++depth_;
            break;
        case LexemeKind::RightParen:
        case LexemeKind::RightBracket:
        case LexemeKind::RightBrace:
            --depth_;
            break;
        default:
            break;
    }
    add(kind, start, at_);
    return true;
}

/// A string that spans lines.
bool ModuleTokenizer::take_string(const char* start) {
    add_lines("STRING", start, at_);
    return true;
}

void ModuleTokenizer::add_lines(std::string_view type, const char* start, const char* end) {
    const ModulePosition from = position(start);
    const auto lines = std::count(start, end, '\n');
    if (lines > 0) {
        line_ += static_cast<std::uint32_t>(lines);
        column_ = 0;
        line_start_ = counted_ =
            std::find(std::reverse_iterator(end), std::reverse_iterator(start), '\n').base();
    }
    result_.tokens.push_back({type, {start, end}, from, position(end)});
}

/// Bytes outside ASCII: a name as far as characters are letters or digits, else a stray character.
bool ModuleTokenizer::take_word(const char* blanks, const char* start) {
    const std::string_view bytes(start, at_);
    std::size_t size = 0;
    for (Utf8Character c; size < bytes.size() && is_word((c = decode_utf8(bytes.substr(size))).code);)
        size += static_cast<std::size_t>(c.size);
    if (size == 0) return take_stray(blanks, start);
    at_ = start + size;
    const bool is_name = unicode::is_identifier_start(decode_utf8(bytes).code);
    add(is_name ? LexemeKind::Name : LexemeKind::Stray, start, at_);
    return true;
}

bool ModuleTokenizer::take_unterminated(const char* blanks, const char* start, LexemeKind kind) {
    if (kind == LexemeKind::UnterminatedLongString) {
        fail("EOF in multi-line string", position(start));
        return false;
    }
    const char quote = at_[-1];
    const char* p = at_;
    for (; p != end_ && *p != '\n'; ++p) {
        if (*p != '\\' || p + 1 == end_) continue;
        const char* const next = p + 1;
        if (*next == '\n') return take_joined_lines(start, next + 1, quote);
        if (*next == '\r' && next + 1 != end_ && next[1] == '\n')
            return take_joined_lines(start, next + 2, quote);
        ++p;
    }
    // No string at all: its prefix is a name, its quote a stray character.
    if (start == at_ - 1) return take_stray(blanks, start);
    --at_;
    add(LexemeKind::Name, start, at_);
    return true;
}

/// A string whose first line ends in a backslash, but which the scanner did not find an end of. The module
/// looks at one line at a time; a line without quote or backslash at its end makes the whole an ERRORTOKEN.
bool ModuleTokenizer::take_joined_lines(const char* start, const char* next, char quote) {
    while (next != end_) {
        const char* const limit = line_limit(next);
        const char* p = next;
        while (p != limit && *p != quote && (*p != '\\' || (p + 1 != limit && p[1] != '\n')))
            p += *p == '\\' ? 2 : 1;
        if (p != limit && *p == quote) {
            at_ = p + 1;
            return take_string(start);
        }
        const std::string_view line(next, limit);
        if (!line.ends_with("\\\n") && !line.ends_with("\\\r\n")) {
            const ModulePosition from = position(start);
            const auto lines_before = static_cast<std::uint32_t>(std::count(start, next, '\n'));
            line_ += lines_before;
            result_.tokens.push_back(
                {"ERRORTOKEN", {start, limit}, from, {line_, static_cast<std::uint32_t>(utf8_length(line))}});
            return end_line(limit);
        }
        next = limit;
    }
    fail("EOF in multi-line string", position(start));
    return false;
}

bool ModuleTokenizer::take_stray(const char* blanks, const char* start) {
    for (const char* p = blanks; p != start; ++p) add(LexemeKind::Error, p, p + 1);
    at_ = start + decode_utf8({start, end_}).size;
    add(LexemeKind::Error, start, at_);
    return true;
}

}  // namespace

ModuleTokens module_tokens(std::string_view text) { return ModuleTokenizer(text).run(); }

}  // namespace minipy
