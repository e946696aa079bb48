// The module `_tokenize`: the tokens that the parser sees, one by one, as tuples (text, type, line, end line,
// column, end column, source line). Columns count UTF-8 octets; comments and blank lines make no tokens.
//
// The text is cut into tokens at once. Invariants: `next_token` never passes the stream's last token, EndMarker
// or Error; after an error that was raised nothing follows. (CPython's tokenizer goes on behind it.)
//
// CPython: Python/Python-tokenize.c
#include <algorithm>
#include <memory>

#include "lexer/lexer.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/codecs.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/iterator_support.h"
#include "objects/text_argument.h"
#include "vm/compile_source.h"
#include "vm/warnings.h"

namespace minipy {
namespace {

constexpr const char* source_name = "<string>";

/// A text, its tokens, and how far they have been handed out.
struct Reading {
    explicit Reading(Source text) : source(std::move(text)), stream(tokenize(source)) {}

    Source source;
    TokenStream stream;
    std::size_t next_token = 0;
    std::size_t next_warning = 0;
    std::uint32_t first_line = 1;  // of the lines joined by backslashes or a string so far
    std::uint32_t last_line = 1;
};

struct TokenizerIterator : Object {
    Reading* reading;
};

Reading& reading_of(Object* self) noexcept { return *static_cast<TokenizerIterator*>(self)->reading; }

NewRef tokenizer_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"source"};
    Object* bound[1];
    TRY(bind_arguments("tokenizeriter", names, arguments, keywords_or_null, bound, 1));
    const char* text = TRY(c_string_argument(bound[0], "tokenizeriter", "argument 'source'"));
    auto reading = std::make_unique<Reading>(source_from_text(text, source_name));
    Object* made = allocate_instance(type);
    static_cast<TokenizerIterator*>(made)->reading = reading.release();
    return NewRef(made);
}

void tokenizer_dealloc(Object* self) noexcept {
    delete static_cast<TokenizerIterator*>(self)->reading;
    free_object(self);
}

/// The number of a token's type in the module `token`.
int type_number(TokenKind kind) noexcept {
    constexpr int first_operator = 7, other_operator = 54, await_number = 55, async_number = 56;
    switch (kind) {
        case TokenKind::EndMarker: return 0;
        case TokenKind::Number: return 2;
        case TokenKind::String: return 3;
        case TokenKind::Newline: return 4;
        case TokenKind::Indent: return 5;
        case TokenKind::Dedent: return 6;
        case TokenKind::Stray: return other_operator;
        case TokenKind::KeywordAwait: return await_number;
        case TokenKind::KeywordAsync: return async_number;
        default: break;
    }
    const int place = static_cast<int>(kind) - static_cast<int>(TokenKind::LeftParen);
    const bool is_operator = place >= 0 && kind <= TokenKind::ColonEqual;
    return is_operator ? first_operator + place : 1;
}

/// Whether the text between two tokens that spans lines joins these by a backslash, not by brackets or blank
/// lines.
bool is_joined(std::string_view between) noexcept {
    const std::string_view first = between.substr(0, between.find('\n'));
    return first.ends_with('\\') && first.find('#') == std::string_view::npos;
}

/// Moves `first_line` and `last_line` to the lines that CPython's buffer holds when it has found the token.
void advance_lines(Reading& reading, const Token& token) {
    const bool in_line = reading.next_token > 0;
    const std::uint32_t behind = in_line ? reading.stream.tokens[reading.next_token - 1].end : 0;
    const auto& starts = reading.source.line_starts;
    const std::string_view text = reading.source.text;
    for (std::uint32_t line = reading.last_line; line < token.line; ++line) {
        const std::uint32_t from = std::max(behind, starts[line - 1]);
        if (!in_line || !is_joined(text.substr(from, starts[line] - from))) reading.first_line = line + 1;
    }
    reading.last_line = std::max(reading.last_line, token.end_line);
}

Ref<Str> line_of(const Reading& reading) {
    const auto& starts = reading.source.line_starts;
    const std::uint32_t from = starts[reading.first_line - 1];
    const std::size_t to =
        reading.last_line < starts.size() ? starts[reading.last_line] : reading.source.text.size();
    return str_from_utf8(std::string_view(reading.source.text).substr(from, to - from));
}

/// Tells the warning, or raises the SyntaxError that a filter makes of it.
Status issue(const SourceError& warning) {
    Ref<Object> message = str_from_utf8(warning.message);
    WarningPlace place{
        .filename = str_from_utf8(source_name), .line = warning.line, .module = {}, .registry = {}};
    if (warn_explicit({.category = &syntax_warning_type, .message = message.get()}, place)) return done;
    if (!pending_matches(syntax_warning_type)) return failed;
    clear_exception();
    return raise_source_error(warning, source_name);
}

/// The end of the iteration: the error, if CPython's tokenizer would raise it itself and it has not been
/// raised.
NewRef finish(Reading& reading) {
    const auto error = std::exchange(reading.stream.error, std::nullopt);
    if (error && reading.stream.error_overrides) return raise_source_error(*error, source_name);
    return raise(stop_iteration_type, "EOF");
}

NewRef tokenizer_next(Object* self) {
    Reading& reading = reading_of(self);
    const Token token = reading.stream.tokens[reading.next_token];
    if (token.kind == TokenKind::EndMarker || token.kind == TokenKind::Error) return finish(reading);
    advance_lines(reading, token);
    ++reading.next_token;
    const auto& warnings = reading.stream.warnings;
    while (reading.next_warning < warnings.size() &&
           warnings[reading.next_warning].line <= static_cast<int>(token.line))
        TRY(issue(warnings[reading.next_warning++]));
    const auto& starts = reading.source.line_starts;
    const bool has_place = token.kind != TokenKind::Indent && token.kind != TokenKind::Dedent;
    const int column = has_place ? static_cast<int>(token.start - starts[token.line - 1]) : -1;
    const int end_column = has_place ? static_cast<int>(token.end - starts[token.end_line - 1]) : -1;
    Ref<Str> text = has_place ? str_from_utf8(token_text(reading.source, token)) : empty_str();
    Ref<Str> line = line_of(reading);
    return pack({text.get(), new_int(type_number(token.kind)).get(), new_int(token.line).get(),
                 new_int(token.end_line).get(), new_int(column).get(), new_int(end_column).get(), line.get()});
}

const TypeSpec tokenizer_spec = {
    .name = "_tokenize.TokenizerIter",
    .basic_size = sizeof(TokenizerIterator),
    .slots = {.new_ = tokenizer_new,
              .dealloc = tokenizer_dealloc,
              .iter = iterator_self,
              .next = tokenizer_next},
};
Type tokenizer_type(tokenizer_spec);

Status tokenize_fill(Module* module) { return module_add_type(module, tokenizer_type); }

const ModuleSpec tokenize_spec = {"_tokenize", nullptr, {}, tokenize_fill};

}  // namespace

Ref<Module> make_tokenize_module() { return new_native_module(tokenize_spec); }

}  // namespace minipy
