// Text -> tokens.
//
// `Source` is one decoded file: UTF-8, "\n" as the only line end, a newline at the very end. `tokenize`
// turns all of it into one array; parser positions are indices into that array, so going back is free.
// Invariant: a token's columns follow from its offsets and `line_starts`; the array ends in EndMarker, or
// in one Error token where the lexer had to stop (`error` says why). The parser raises that error when it
// reaches the token, as CPython does, whose tokenizer runs just ahead of its parser.
//
// CPython: Parser/tokenizer.c
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexer/source_error.h"

namespace minipy {

enum class TokenKind : std::uint8_t {
#define KIND(Name, text) Name,
#define OPERATOR(Name, exact, text) Name,
#define KEYWORD(Name, text) Keyword##Name,
#include "lexer/token.def"
};

struct Token {
    std::uint32_t start;  // byte offsets into Source::text
    std::uint32_t end;
    std::uint32_t line;   // 1-based
    std::uint32_t end_line;
    TokenKind kind;
};

struct Source {
    std::string filename;
    std::string text;                        // UTF-8, normalised line ends; text.c_str() ends the scan
    std::string encoding = "utf-8";          // as the cookie or BOM says
    bool newline_added = false;              // the file had no final newline
    bool valid_utf8 = true;                  // false: bad bytes were let through (cookie or BOM said utf-8)
    bool from_file = false;                  // made by decode_source: CPython reads files line by line
    bool encoding_declared = false;          // by cookie or BOM
    bool byte_order_mark = false;            // not part of `text`
    std::vector<std::uint32_t> line_starts;  // offset of each line; line n starts at line_starts[n - 1]
    std::optional<SourceError> broken_end;   // why the text ends before the file does: bytes not to be decoded

    bool is_fragment = false;                // the expression of an f-string, a text of its own

    /// In a file without a declared encoding CPython 3.11 counts the columns of the parser's errors in bytes.
    bool columns_in_bytes() const { return is_fragment || (from_file && !encoding_declared); }
    std::string_view line(int number) const;  // without its line end
};

/// `# type: ignore[...]`: the line, and what stands behind "ignore".
struct TypeIgnoreComment {
    int line;
    std::string_view tag;
};

struct TokenStream {
    std::vector<Token> tokens;
    std::optional<SourceError> error;  // of the last token, if that is TokenKind::Error
    bool error_overrides = false;      // does `error` win over a syntax error that stands before it?
    std::vector<std::uint32_t> open_brackets;  // token indices of brackets never closed, outermost first
    std::vector<TypeIgnoreComment> type_ignores;  // with TokenOptions::type_comments
    std::vector<SourceError> warnings;  // SyntaxWarnings (`1if x`), in order, each as the error it can become
};

/// Decodes the bytes of a file: BOM, encoding cookie, line ends. Throws SourceError for an unknown encoding;
/// bytes that cannot be decoded are reported by `tokenize` (Source::broken_end). Bytes that are no file's,
/// given to compile(), need no cookie to be read as UTF-8 that may be bad.
Source decode_source(std::string bytes, std::string filename, bool from_file = true);

/// Text that is already decoded (`compile(str)`, `-c`); a cookie is ignored. Throws for null characters.
Source source_from_text(std::string utf8, std::string filename);

/// An error of CPython's parser, whose columns and text depend on how the source came in. Columns are given as
/// byte offsets in their line plus 1; values up to 0 are passed on. RAISE_ERROR_KNOWN_LOCATION.
struct ErrorRange {
    int line;
    int column;
    int end_line;
    int end_column;
};
SourceError parser_error(const Source& source, SourceErrorKind kind, ErrorRange range, std::string message);

/// What compile() does to a text before it reads it: "\n" for every line end, one at the very end.
std::string normalise_lines(std::string_view text, bool& newline_added);

struct TokenOptions {
    bool type_comments = false;   // `# type: ...` makes tokens
    bool async_as_names = false;  // `async` and `await` are keywords only in and before `async def`
};

/// The tokens that the parser sees (no comments, no NL). Never throws; see TokenStream::error.
TokenStream tokenize(const Source& source, const TokenOptions& options = {});

/// The text of a token.
inline std::string_view token_text(const Source& source, const Token& token) {
    return std::string_view(source.text).substr(token.start, token.end - token.start);
}

/// "(" for LeftParen, "if" for KeywordIf, "NAME" for Name: for messages and dumps.
std::string_view token_kind_text(TokenKind kind);

/// "LPAR", "NAME", "NEWLINE": the name in the module `token`.
std::string_view exact_token_name(TokenKind kind);

}  // namespace minipy
