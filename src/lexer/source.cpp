// A source text: line ends made equal, and the index of its lines.
//
// Invariant: a `Source` made here holds no null character and no "\r", and is empty or ends in "\n"; every
// line, the last one too, has its entry in `line_starts`.
//
// CPython: translate_newlines() and tok_underflow_file() in Parser/tokenizer.c
#include <cstring>
#include <limits>

#include "lexer/cookie.h"
#include "lexer/lexer.h"
#include "lexer/source_internal.h"
#include "lexer/utf8.h"

namespace minipy {
namespace {

std::vector<std::uint32_t> find_lines(const std::string& text) {
    std::vector<std::uint32_t> starts;
    starts.reserve(text.size() / 32 + 1);
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    for (const char* line = begin; line < end;) {
        starts.push_back(static_cast<std::uint32_t>(line - begin));
        const void* newline = std::memchr(line, '\n', static_cast<std::size_t>(end - line));
        line = static_cast<const char*>(newline) + 1;
    }
    return starts;
}

}  // namespace

std::string_view Source::line(int number) const {
    if (number < 1 || static_cast<std::size_t>(number) > line_starts.size()) return {};
    const std::size_t start = line_starts[static_cast<std::size_t>(number) - 1];
    return std::string_view(text).substr(start, text.find('\n', start) - start);
}

std::string normalise_lines(std::string_view text, bool& newline_added) {
    std::string result;
    result.reserve(text.size() + 1);
    std::size_t copied = 0;
    for (std::size_t at; (at = text.find('\r', copied)) != text.npos;) {
        result.append(text, copied, at - copied).push_back('\n');
        copied = at + 1 < text.size() && text[at + 1] == '\n' ? at + 2 : at + 1;
    }
    result.append(text, copied);
    newline_added = !result.empty() && result.back() != '\n';
    if (newline_added) result.push_back('\n');
    return result;
}

SourceError error_without_line(SourceErrorKind kind, std::string message) {
    return {.kind = kind, .message = std::move(message), .has_location = false, .text = {}};
}

SourceError parser_error(const Source& source, SourceErrorKind kind, ErrorRange range, std::string message) {
    // CPython reads the line once more from the file, byte order mark included, and counts there.
    const auto shown_line = [&](int number) {
        const bool has_end =
            !source.newline_added || static_cast<std::size_t>(number) < source.line_starts.size();
        std::string line = source.byte_order_mark && number == 1 ? std::string(byte_order_mark) : std::string();
        return line.append(replace_invalid_utf8(source.line(number))).append(has_end ? "\n" : "");
    };
    const std::string text = shown_line(range.line);
    const auto count = [&](int bytes, const std::string& line) {
        if (source.columns_in_bytes() || bytes <= 0) return bytes;
        const auto size = static_cast<std::size_t>(bytes);
        return static_cast<int>(utf8_length(std::string_view(line).substr(0, size)) + (size > line.size()));
    };
    return {
        .kind = kind,
        .message = std::move(message),
        .line = range.line,
        .column = count(range.column, text),
        .end_line = range.end_line,
        .end_column = count(range.end_column, range.end_line == range.line ? text : shown_line(range.end_line)),
        .text = text};
}

Source finish_source(std::string utf8, std::string filename) {
    constexpr std::size_t largest = std::numeric_limits<std::uint32_t>::max() - 1;
    if (utf8.size() > largest) throw error_without_line(SourceErrorKind::Memory, "");
    Source source;
    source.filename = std::move(filename);
    if (utf8.find('\r') != utf8.npos) {
        source.text = normalise_lines(utf8, source.newline_added);
    } else {
        source.newline_added = !utf8.empty() && utf8.back() != '\n';
        source.text = std::move(utf8);
        if (source.newline_added) source.text.push_back('\n');
    }
    source.line_starts = find_lines(source.text);
    return source;
}

Source source_from_text(std::string utf8, std::string filename) {
    if (utf8.find('\0') != utf8.npos)
        throw error_without_line(SourceErrorKind::Value, "source code string cannot contain null bytes");
    Source source = finish_source(std::move(utf8), std::move(filename));
    source.encoding_declared = true;
    return source;
}

}  // namespace minipy
