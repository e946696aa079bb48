// Encoding cookies: `# -*- coding: latin-1 -*-` in the first two lines.
//
// CPython: get_coding_spec() in Parser/tokenizer.c, detect_encoding() in Lib/tokenize.py; PEP 263
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace minipy {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Cookie {
    std::string encoding;  // "utf-8" and "iso-8859-1" for their common spellings, else as written
    std::size_t line_end;  // behind the line that holds it
};

/// The cookie of a file, its byte order mark taken off. The second line counts only if the first one is blank
/// or a comment.
std::optional<Cookie> find_cookie(std::string_view bytes);

}  // namespace minipy
