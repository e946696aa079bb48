// Adjacent string tokens -> one Constant or JoinedStr.
//
// Prefixes and quotes are taken off, escapes decoded, the pieces joined. A single literal without a
// backslash, which nearly all are, goes straight from the source into its object. Invariant: text that has
// not become a node yet is gathered in one buffer, so neighbours ("a" f"b{c}") make one Constant.
//
// CPython: Parser/action_helpers.c (_PyPegen_concatenate_strings), Parser/string_parser.c
#pragma once

#include <boost/container/small_vector.hpp>
#include <span>
#include <string>
#include <string_view>

#include "lexer/lexer.h"
#include "parser/ast.h"

namespace minipy {

class Parser;

/// The node for a run of string tokens. Throws SourceError, placed at the token behind the run: the parser
/// has fetched it to see that the run ends there.
ast::Expr* parse_string_tokens(Parser& parser, std::span<const Token> tokens);

/// A string token taken apart.
struct StringToken {
    bool is_bytes = false;
    bool is_raw = false;
    bool is_format = false;
    std::string_view body;  // between the quotes

    explicit StringToken(std::string_view text);
};

/// What all nodes of a run share.
struct StringRun {
    ast::Position at;        // from the first to the last token
    Object* kind = nullptr;  // of Constants: "u" if the first literal starts with u
};

/// The nodes of a JoinedStr as they come, and the text that waits for its node. FstringParser.
class StringPieces {
  public:
    StringPieces(Parser& parser, const StringRun& run) : parser_(parser), run_(run) {}
    StringPieces(const StringPieces&) = delete;
    StringPieces& operator=(const StringPieces&) = delete;

    /// For appending text.
    std::string& text() noexcept { return text_; }
    /// A formatted value; text before it becomes a Constant.
    void add_value(ast::Expr* value);
    /// The JoinedStr; its last Constant has its position too.
    ast::Expr* join(ast::Position at, Object* kind);

  private:
    void flush_text(ast::Position at, Object* kind);

    Parser& parser_;
    const StringRun& run_;
    std::string text_;
    boost::container::small_vector<ast::Expr*, 16> values_;
};

/// Appends the body of a str literal, or a piece of it, with its escapes decoded. Throws SourceError.
void append_literal_text(Parser& parser, const Token& token, std::string_view body, bool raw,
                         std::string& text);

/// A file that declares to be UTF-8 may have bytes that are not: an error once a literal holds them.
void require_utf8(Parser& parser, std::string_view text);

/// Notes a DeprecationWarning at the token's line for an escape without meaning ("d" of \d).
void warn_bad_escape(Parser& parser, const Token& token, std::string_view escape);

}  // namespace minipy
