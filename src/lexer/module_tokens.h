// The tokens that the module `tokenize` finds: comments, blank lines and stray characters included.
//
// The module is CPython's second tokenizer, written in Python; its view differs from the parser's: columns
// count characters, keywords are names, what is wrong often becomes an ERRORTOKEN. Both views stand on
// `scan_lexeme`. Invariant: `text` of every token is a piece of the source given (or empty), so the source must
// outlive it.
//
// CPython: Lib/tokenize.py
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minipy {

struct ModulePosition {
    std::uint32_t line;    // 1-based
    std::uint32_t column;  // 0-based, in characters
};

struct ModuleToken {
    std::string_view type;  // the exact type's name
    std::string_view text;
    ModulePosition start;
    ModulePosition end;
};

struct ModuleTokens {
    std::vector<ModuleToken> tokens;  // up to the error, if there is one
    std::string error = {};           // message of a TokenError or IndentationError
    ModulePosition error_place = {};
};

/// Of valid UTF-8 with its line ends as they are. ENCODING is not among the tokens. tokenize.generate_tokens.
ModuleTokens module_tokens(std::string_view text);

/// The text of a file as `tokenize.tokenize` decodes it.
struct ModuleSource {
    std::string text;      // UTF-8
    std::string encoding;  // as the ENCODING token has it
    std::string error = {};
    bool is_syntax_error = false;  // of the encoding's declaration; false: bytes that cannot be decoded
};
ModuleSource decode_for_module(std::string bytes, std::string_view filename);

}  // namespace minipy
