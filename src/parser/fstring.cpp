// The reader of f-strings: where text ends, where an expression ends, what follows it.
//
// Invariants: `at_` never passes `end_`; expressions are met from left to right, so the line and its start
// are kept by counting on from the last one.
//
// CPython: Parser/string_parser.c
#include "parser/fstring.h"

#include <fmt/format.h>

#include <algorithm>

#include "parser/grammar.h"

namespace minipy {

namespace {

constexpr int max_brackets = 200;  // MAXLEVEL
constexpr int max_nesting = 2;     // of replacement fields: f"{a:{b}}" and no deeper

/// The blanks that the parser skips.
bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\f'; }
/// The blanks that may follow `=`: those of Py_ISSPACE.
bool is_space(char c) noexcept { return is_blank(c) || c == '\r' || c == '\v'; }

/// The rough idea of quotes and brackets by which the end of an expression is found.
class ExpressionScan {
  public:
    ExpressionScan(Parser& parser, std::string_view text) : parser_(parser), text_(text) {}

    /// Length of the expression: up to `!`, `:`, `=` or `}` outside of brackets and strings, or all the text.
    std::size_t length() {
        for (; at_ < text_.size(); ++at_) {
            char c = text_[at_];
            if (c == '\\') parser_.raise("f-string expression part cannot include a backslash");
            if (quote_)
                maybe_close_string(c);
            else if (!step(c))
                break;
        }
        if (quote_) parser_.raise("f-string: unterminated string");
        if (depth_) unmatched(brackets_[depth_ - 1]);
        return at_;
    }

  private:
    char next() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : '\0'; }
    bool at_triple(char quote) const {
        return at_ + 2 < text_.size() && text_[at_ + 1] == quote && text_[at_ + 2] == quote;
    }

    /// False at the character that ends the expression.
    bool step(char c) {
        switch (c) {
            case '\'':
            case '"': open_string(c); break;
            case '(':
            case '[':
            case '{': open_bracket(c); break;
            case '#': parser_.raise("f-string expression part cannot include '#'");
            case '!':
            case '=':
            case '<':
            case '>':
                if (depth_) break;
                if (next() == '=')
                    ++at_;  // a comparison
                else
                    return c == '<' || c == '>';
                break;
            case ':': return depth_ > 0;
            case '}':
                if (!depth_) return false;
                [[fallthrough]];
            case ')':
            case ']': close_bracket(c); break;
            default: break;
        }
        return true;
    }

    void open_string(char quote) {
        quote_ = quote;
        triple_ = at_triple(quote);
        if (triple_) at_ += 2;
    }

    void maybe_close_string(char c) {
        if (c != quote_ || (triple_ && !at_triple(c))) return;
        if (triple_) at_ += 2;
        quote_ = 0;
    }

    void open_bracket(char c) {
        if (depth_ == max_brackets) parser_.raise("f-string: too many nested parenthesis");
        brackets_[depth_++] = c;
    }

    void close_bracket(char c) {
        if (!depth_) unmatched(c);
        char opening = brackets_[--depth_];
        if (c == (opening == '(' ? ')' : opening == '[' ? ']' : '}')) return;
        parser_.raise(fmt::format("f-string: closing parenthesis '{}' does not match opening parenthesis '{}'",
                                  c, opening));
    }

    [[noreturn]] void unmatched(char bracket) {
        parser_.raise(fmt::format("f-string: unmatched '{}'", bracket));
    }

    Parser& parser_;
    std::string_view text_;
    std::size_t at_ = 0;
    char quote_ = 0;
    bool triple_ = false;
    int depth_ = 0;
    char brackets_[max_brackets];
};

class FStringReader {
  public:
    FStringReader(Parser& parser, const StringRun& run, const Token& token, const StringToken& literal)
        : parser_(parser),
          run_(run),
          token_(token),
          is_raw_(literal.is_raw),
          at_(literal.body.data()),
          end_(at_ + literal.body.size()),
          counted_(parser.text(token).data()) {}

    /// All of the literal (nesting 0), or a format spec up to its closing brace. fstring_parse.
    void pieces(StringPieces& out, int nesting) {
        for (;;) {
            text(out.text(), nesting);
            if (at_ == end_ || *at_ == '}') break;
            replacement_field(out, nesting);
        }
        if (nesting > 0 && at_ == end_) missing_brace();
    }

  private:
    /// Text up to a brace that is not doubled. In a format spec braces cannot be doubled. fstring_find_literal.
    void text(std::string& out, int nesting) {
        const char* start = at_;
        auto add = [&] { append_literal_text(parser_, token_, {start, at_}, is_raw_, out); };
        while (at_ < end_) {
            char c = *at_++;
            if (c == '\\' && !is_raw_ && at_ < end_) {
                c = *at_++;
                if (c == 'N') {
                    skip_character_name();
                    continue;
                }
                if (c == '{') warn_bad_escape(parser_, token_, "{");
            }
            if (c != '{' && c != '}') continue;
            if (nesting == 0 && at_ < end_ && *at_ == c) {
                add();
                start = ++at_;
                continue;
            }
            if (nesting == 0 && c == '}') parser_.raise("f-string: single '}' is not allowed");
            --at_;
            break;
        }
        add();
    }

    /// The braces of \N{name} are no replacement field.
    void skip_character_name() {
        if (at_ < end_ && *at_++ == '{') at_ = std::min(std::find(at_, end_, '}') + 1, end_);
    }

    /// `{expression = !conversion :spec}`. fstring_find_expr.
    void replacement_field(StringPieces& out, int nesting) {
        if (nesting == max_nesting) parser_.raise("f-string: expressions nested too deeply");
        const char* start = ++at_;
        at_ += ExpressionScan(parser_, {start, end_}).length();
        expect_more();

        ast::Expr* value = expression({start, at_});
        bool shows_itself = *at_ == '=';
        if (shows_itself) {
            if (parser_.options().feature_version < 8)
                parser_.raise(
                    "f-string: self documenting expressions are only supported in Python 3.8 and greater");
            do ++at_;
            while (at_ < end_ && is_space(*at_));
            expect_more();
        }
        std::string_view shown = shows_itself ? std::string_view(start, at_) : std::string_view();
        require_utf8(parser_, shown);
        int conversion = *at_ == '!' ? conversion_letter() : -1;
        ast::Expr* spec = nullptr;
        expect_more();
        if (*at_ == ':') spec = format_spec(nesting + 1);
        if (at_ == end_ || *at_ != '}') missing_brace();
        ++at_;
        if (shows_itself && !spec && conversion == -1) conversion = 'r';
        out.text() += shown;
        out.add_value(parser_.arena().make<ast::FormattedValue>(run_.at, value, conversion, spec));
    }

    int conversion_letter() {
        ++at_;
        expect_more();
        char letter = *at_++;
        if (letter != 's' && letter != 'r' && letter != 'a')
            parser_.raise("f-string: invalid conversion character: expected 's', 'r', or 'a'");
        return letter;
    }

    ast::Expr* format_spec(int nesting) {
        ++at_;
        expect_more();
        StringPieces spec(parser_, run_);
        pieces(spec, nesting);
        return spec.join(parser_.position(token_, token_), nullptr);
    }

    /// The node of an expression, which ends where `at_` stands. fstring_compile_expr.
    ast::Expr* expression(std::string_view text) {
        if (std::all_of(text.begin(), text.end(), is_blank)) {
            if (*at_ != '}') parser_.raise(fmt::format("f-string: expression required before '{}'", *at_));
            parser_.raise("f-string: empty expression not allowed");
        }
        std::string parenthesized;
        parenthesized.reserve(text.size() + 3);
        parenthesized.append("(").append(text).append(")");
        auto [line, column] = place_of_brace(text.data() - 1);
        return parser_.fstring_expression(std::move(parenthesized), line, column);
    }

    struct Place {
        int line;
        int column;
    };

    /// Where CPython believes the brace to be. When nothing but blanks stand between it and the end of its
    /// line, the column does not matter to it. fstring_find_expr_location.
    Place place_of_brace(const char* brace) {
        for (; counted_ < brace; ++counted_) {
            if (*counted_ != '\n') continue;
            ++lines_;
            line_start_ = counted_ + 1;
        }
        ast::Position token = parser_.position(token_, token_);
        const char* visible =
            std::find_if_not(brace + 1, end_, [](char c) { return c != '\n' && is_blank(c); });
        bool line_ends = visible == end_ || *visible == '\n' || *visible == '}';
        int column = line_ends ? 0 : static_cast<int>(brace - line_start_);
        return {token.line + lines_, lines_ ? column : token.column + column};
    }

    void expect_more() {
        if (at_ == end_) missing_brace();
    }
    [[noreturn]] void missing_brace() { parser_.raise("f-string: expecting '}'"); }

    Parser& parser_;
    const StringRun& run_;
    const Token& token_;
    bool is_raw_;
    const char* at_;
    const char* end_;
    const char* counted_;  // newlines before here are in lines_
    const char* line_start_ = counted_;
    int lines_ = 0;
};

}  // namespace

void append_fstring(Parser& parser, const StringRun& run, const Token& token, const StringToken& literal,
                    StringPieces& pieces) {
    FStringReader(parser, run, token, literal).pieces(pieces, 0);
}

}  // namespace minipy
