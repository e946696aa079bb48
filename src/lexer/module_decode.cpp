// Decoding as the module `tokenize` does it: like the tokenizer's way, with messages of its own.
//
// Invariant: the text keeps its line ends, because the module's tokens show them.
//
// CPython: detect_encoding() in Lib/tokenize.py
#include <fmt/format.h>

#include <algorithm>

#include "lexer/codecs.h"
#include "lexer/cookie.h"
#include "lexer/module_tokens.h"
#include "lexer/utf8.h"

namespace minipy {
namespace {

/// The lines in which a cookie is looked for, for the module a line ends in "\n" only.
std::string_view first_line(std::string_view bytes) { return bytes.substr(0, bytes.find('\n')); }

ModuleSource syntax_error(std::string message) { return {{}, {}, std::move(message), true}; }

/// A name as it stands in messages: repr() of plain text.
std::string quoted(std::string_view name) { return fmt::format("'{}'", name); }

}  // namespace

ModuleSource decode_for_module(std::string bytes, std::string_view filename) {
    const bool has_mark = bytes.starts_with(byte_order_mark);
    if (has_mark) bytes.erase(0, byte_order_mark.size());
    const Cookie cookie = find_cookie(bytes);
    const std::size_t head = cookie ? cookie.line_end : first_line(bytes).size();
    if (find_invalid_utf8(std::string_view(bytes).substr(0, head)) != std::string::npos)
        return syntax_error("invalid or missing encoding declaration for " + quoted(filename));
    const std::string encoding = cookie ? cookie.encoding : "utf-8";
    const SourceCodec* const codec = find_source_codec(encoding);
    if (!codec) return syntax_error(fmt::format("unknown encoding for {}: {}", quoted(filename), encoding));
    if (has_mark && encoding != "utf-8")
        return syntax_error(fmt::format("encoding problem for {}: utf-8", quoted(filename)));

    const auto line_of = [&](std::size_t at) {
        const std::size_t newline = at == 0 ? bytes.npos : bytes.rfind('\n', at - 1);
        return newline == bytes.npos ? 0 : newline + 1;
    };
    if (codec->kind == SourceCodec::Utf8) {
        const std::size_t bad = find_invalid_utf8(bytes);
        if (bad == bytes.npos) return {std::move(bytes), encoding};
        const std::size_t line = line_of(bad);
        return {{},
                {},
                utf8_decode_message(std::string_view(bytes).substr(line, bytes.find('\n', line) + 1 - line))};
    }
    Decoded decoded = decode_with(*codec, bytes);
    if (!decoded.problem) return {std::move(decoded.utf8), encoding};
    return {{}, {}, decode_with(*codec, bytes, line_of(decoded.problem->position)).problem->text};
}

}  // namespace minipy
