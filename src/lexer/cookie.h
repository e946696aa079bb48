// Encoding cookies: `# -*- coding: latin-1 -*-` in the first two lines.
//
// CPython: get_coding_spec() in Parser/tokenizer.c, detect_encoding() in Lib/tokenize.py; PEP 263
#pragma once

#include <string>
#include <string_view>

namespace minipy {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Cookie {
    std::string encoding;      // "utf-8" and "iso-8859-1" for their common spellings, else as written; "": none
    std::size_t line_end = 0;  // behind the line that holds it

    explicit operator bool() const noexcept { return !encoding.empty(); }
};

/// The cookie of a file, its byte order mark taken off. The second line counts only if the first one is blank
/// or a comment.
Cookie find_cookie(std::string_view bytes);

}  // namespace minipy
