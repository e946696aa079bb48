// libFuzzer target for the front half: hostile bytes through decoder, both views of the tokens, and parser.
//
// What it looks for: crashes, reads out of bounds, endless loops, and broken invariants of the token array.
// The first byte chooses how the text comes in: as a file, as text that is decoded already, or as one
// expression.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "lexer/lexer.h"
#include "lexer/module_tokens.h"
#include "parser/arena.h"
#include "parser/parser.h"
#include "vm/runtime.h"

namespace {

using namespace minipy;

void require(bool holds) {
    if (!holds) std::abort();
}

/// Tokens follow each other and end in EndMarker or Error.
void check_tokens(const Source& source, const TokenStream& stream) {
    require(!stream.tokens.empty());
    const TokenKind last = stream.tokens.back().kind;
    require(stream.error ? last == TokenKind::Error : last == TokenKind::EndMarker);
    std::uint32_t end = 0;
    for (const Token& token : stream.tokens) {
        if (token.kind == TokenKind::Error) break;
        require(token.start >= end && token.end >= token.start && token.end <= source.text.size());
        require(token.line <= token.end_line && token.end_line <= source.line_starts.size());
        end = token.end;
    }
}

void run_front(std::string bytes, ParseMode mode, bool is_text) {
    try {
        const Source source =
            is_text ? source_from_text(std::move(bytes), "fuzz") : decode_source(std::move(bytes), "fuzz");
        check_tokens(source, tokenize(source));
        ast::Arena arena;
        parse(source, mode, arena);
    } catch (const SourceError&) {
    }
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    minipy::initialize_types();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const ModuleSource decoded = decode_for_module(bytes, "fuzz");
    module_tokens(decoded.text);
    switch (data[0] % 4) {
        case 1:
            run_front(decoded.text, ParseMode::Exec, true);
            break;
        case 2:
            run_front(decoded.text, ParseMode::Eval, true);
            break;
        case 3:
            run_front(decoded.text, ParseMode::Single, true);
            break;
        default:
            run_front(bytes, ParseMode::Exec, false);
    }
    return 0;
}
