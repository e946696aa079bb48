// Finding the encoding cookie.
//
// Invariant: only comments are looked at that stand alone on their line.
//
// CPython: get_coding_spec(), get_normal_name() in Parser/tokenizer.c
#include "lexer/cookie.h"

#include <algorithm>

#include "lexer/scanner.h"

namespace minipy {
namespace {

constexpr std::string_view blanks = " \t\f";

/// "utf-8" and "iso-8859-1" for what is a spelling of them, judged by the first twelve characters.
std::string normal_name(std::string_view name) {
    std::string normal(name.substr(0, 12));
    for (char& c : normal) c = c == '_' ? '-' : is_ascii_letter(c) ? static_cast<char>(c | 0x20) : c;
    const auto is_spelling = [&](std::string_view of) {
        return normal.starts_with(of) && (normal.size() == of.size() || normal[of.size()] == '-');
    };
    if (is_spelling("utf-8")) return "utf-8";
    if (is_spelling("latin-1") || is_spelling("iso-8859-1") || is_spelling("iso-latin-1")) return "iso-8859-1";
    return std::string(name);
}

std::string cookie_of_line(std::string_view line) {
    const std::size_t comment = line.find_first_not_of(blanks);
    if (comment == line.npos || line[comment] != '#') return {};
    constexpr std::string_view word = "coding";
    for (std::size_t at = comment; (at = line.find(word, at)) != line.npos; ++at) {
        std::size_t start = at + word.size();
        if (start >= line.size() || (line[start] != ':' && line[start] != '=')) continue;
        start = std::min(line.find_first_not_of(" \t", start + 1), line.size());
        const auto belongs = [](char c) {
            return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
        };
        const auto end =
            std::find_if_not(line.begin() + static_cast<std::ptrdiff_t>(start), line.end(), belongs);
        const std::string_view name(line.begin() + static_cast<std::ptrdiff_t>(start), end);
        if (!name.empty()) return normal_name(name);
    }
    return {};
}

}  // namespace

Cookie find_cookie(std::string_view bytes) {
    std::size_t start = 0;
    for (int number = 0; number < 2 && start < bytes.size(); ++number) {
        const std::size_t end = std::min(bytes.find_first_of("\r\n", start), bytes.size());
        const std::string_view line = bytes.substr(start, end - start);
        const bool is_crlf = bytes.substr(end).starts_with("\r\n");
        start = std::min(end + (is_crlf ? 2 : 1), bytes.size());
        if (std::string encoding = cookie_of_line(line); !encoding.empty()) return {std::move(encoding), start};
        const std::size_t code = line.find_first_not_of(blanks);
        if (code != line.npos && line[code] != '#') break;
    }
    return {};
}

}  // namespace minipy
