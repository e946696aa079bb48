// Literals taken apart, decoded and joined; what is formatted inside them is fstring.cpp's.
//
// Invariant: tokens of a run are looked at in order and each is decoded before the next is compared with
// it, so of several errors the one raised is CPython's.
//
// CPython: Parser/action_helpers.c, Parser/string_parser.c
#include "parser/string_literal.h"

#include <algorithm>

#include "lexer/utf8.h"
#include "objects/bytes.h"
#include "objects/str.h"
#include "parser/escapes.h"
#include "parser/fstring.h"
#include "parser/grammar.h"

namespace minipy {

namespace {

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool has_escape(std::string_view body) { return body.find('\\') != body.npos; }

void check_bytes_body(Parser& parser, std::string_view body) {
    if (std::any_of(body.begin(), body.end(), is_beyond_ascii)) {
        parser.raise("bytes can only contain ASCII literal characters");
    }
}

/// Each stretch beyond ASCII alone, which the message counts from: with escapes, CPython decodes them so.
void require_utf8_stretches(Parser& parser, std::string_view body) {
    if (parser.source().valid_utf8) return;
    for (auto start = body.begin(); start != body.end();) {
        start = std::find_if(start, body.end(), is_beyond_ascii);
        auto end = std::find_if_not(start, body.end(), is_beyond_ascii);
        require_utf8(parser, {start, end});
        start = end;
    }
}

/// Runs a decoder of escapes.h over the body; its error becomes a SyntaxError, what it returns a warning.
template <class Decoder>
void decode_body(Parser& parser, const Token& token, std::string_view body, std::string& out, Decoder decoder) {
    try {
        std::string_view bad_escape = decoder(out, body);
        if (!bad_escape.empty()) warn_bad_escape(parser, token, bad_escape);
    } catch (EscapeError& error) {
        parser.raise(std::move(error.message));
    }
}

void append_literal_bytes(Parser& parser, const Token& token, const StringToken& literal, std::string& octets) {
    check_bytes_body(parser, literal.body);
    if (literal.is_raw)
        octets += literal.body;
    else
        decode_body(parser, token, literal.body, octets, append_decoded_bytes);
}

Object* u_kind(Parser& parser, const Token& first) {
    return parser.text(first)[0] == 'u' ? parser.arena().own(intern("u")) : nullptr;
}

ast::Expr* constant(Parser& parser, ast::Position at, Ref<Object> value, Object* kind) {
    return parser.arena().make<ast::Constant>(at, parser.arena().own(std::move(value)), kind);
}

/// The object of a lone literal without escapes, straight from the source.
ast::Expr* plain_literal(Parser& parser, const StringRun& run, const StringToken& literal) {
    if (literal.is_bytes) {
        check_bytes_body(parser, literal.body);
        return constant(parser, run.at, new_bytes(literal.body), nullptr);
    }
    require_utf8(parser, literal.body);
    return constant(parser, run.at, str_from_utf8(literal.body), run.kind);
}

}  // namespace

void require_utf8(Parser& parser, std::string_view text) {
    if (parser.source().valid_utf8 || find_invalid_utf8(text) == text.npos) return;
    parser.raise("(unicode error) " + utf8_decode_message(text));
}

StringToken::StringToken(std::string_view text) {
    std::size_t quote = 0;
    for (; text[quote] != '"' && text[quote] != '\''; ++quote) {
        char letter = static_cast<char>(text[quote] | 0x20);
        is_bytes |= letter == 'b';
        is_raw |= letter == 'r';
        is_format |= letter == 'f';
    }
    body = text.substr(quote);
    bool triple = body.size() >= 6 && body[1] == body[0] && body[2] == body[0];
    std::size_t quotes = triple ? 3 : 1;
    body = body.substr(quotes, body.size() - 2 * quotes);
}

void warn_bad_escape(Parser& parser, const Token& token, std::string_view escape) {
    if (!parser.options().warnings) return;
    const ast::Position at = parser.position(token, token);
    parser.warn({SourceWarning::Kind::Deprecation, bad_escape_message(escape), at.line}, at);
}

void append_literal_text(Parser& parser, const Token& token, std::string_view body, bool raw,
                         std::string& text) {
    if (raw || !has_escape(body)) {
        require_utf8(parser, body);
        text += body;
    } else {
        require_utf8_stretches(parser, body);
        decode_body(parser, token, body, text, append_decoded_text);
    }
}

void StringPieces::add_value(ast::Expr* value) {
    flush_text(run_.at, run_.kind);
    values_.push_back(value);
}

ast::Expr* StringPieces::join(ast::Position at, Object* kind) {
    flush_text(at, kind);
    std::span<ast::Expr* const> values(values_.data(), values_.size());
    return parser_.arena().make<ast::JoinedStr>(at, parser_.arena().copy(values));
}

void StringPieces::flush_text(ast::Position at, Object* kind) {
    if (text_.empty()) return;
    values_.push_back(constant(parser_, at, str_from_utf8(text_), kind));
    text_.clear();
}

ast::Expr* parse_string_tokens(Parser& parser, std::span<const Token> tokens) {
    StringRun run{parser.position(tokens.front(), tokens.back()), u_kind(parser, tokens.front())};
    StringToken first(parser.text(tokens.front()));
    if (tokens.size() == 1 && !first.is_format && (first.is_raw || !has_escape(first.body)))
        return plain_literal(parser, run, first);

    StringPieces pieces(parser, run);
    bool joined = false;
    for (const Token& token : tokens) {
        StringToken literal(parser.text(token));
        if (literal.is_bytes)
            append_literal_bytes(parser, token, literal, pieces.text());
        else if (!literal.is_format)
            append_literal_text(parser, token, literal.body, literal.is_raw, pieces.text());
        if (literal.is_bytes != first.is_bytes) parser.raise("cannot mix bytes and nonbytes literals");
        if (literal.is_format) parser.require_version(6, "Format strings are");
        if (literal.is_format) append_fstring(parser, run, token, literal, pieces);
        joined |= literal.is_format;
    }
    if (joined) return pieces.join(run.at, run.kind);
    if (first.is_bytes) return constant(parser, run.at, new_bytes(pieces.text()), nullptr);
    return constant(parser, run.at, str_from_utf8(pieces.text()), run.kind);
}

}  // namespace minipy
