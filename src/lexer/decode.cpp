// The bytes of a file -> its text: byte order mark, encoding cookie, bad bytes.
//
// CPython reads a file line by line, so an error in an early line is reported before a bad byte in a late one.
// Here the whole file is decoded first; where it cannot be, the text ends before the bad line, and
// `Source::broken_end` holds the error for the tokenizer to raise when it gets there.
// Invariant: a file without a cookie or mark has only valid UTF-8 in its text. One that declares UTF-8 is not
// checked at all: its names and strings are when they are decoded.
//
// CPython: check_bom(), check_coding_spec(), fp_setreadl(), decoding_fgets() in Parser/tokenizer.c; PEP 263
#include <fmt/format.h>

#include <algorithm>

#include "lexer/codecs.h"
#include "lexer/cookie.h"
#include "lexer/lexer.h"
#include "lexer/source_internal.h"
#include "lexer/utf8.h"

namespace minipy {
namespace {

/// CPython's stream decodes so many bytes at a time, the first part beginning one byte before the line after
/// the cookie.
constexpr std::size_t chunk_size = 8192;

SourceError encoding_problem(std::string_view encoding, std::string_view rest = "") {
    return error_without_line(SourceErrorKind::Syntax, fmt::format("encoding problem: {}{}", encoding, rest));
}

/// A null byte hides the rest of its line, line end included, so that the next line goes on in its place.
std::string cut_at_nulls(std::string_view bytes) {
    std::string result;
    while (!bytes.empty()) {
        const std::size_t null = bytes.find('\0');
        result.append(bytes, 0, null);
        if (null == bytes.npos) break;
        bytes.remove_prefix(std::min(bytes.find('\n', null), bytes.size() - 1) + 1);
    }
    return result;
}

/// UTF-8 that nobody declared: ends before the first line with a byte that is not UTF-8.
Source source_from_plain_utf8(std::string bytes, std::string filename) {
    const std::size_t bad = find_invalid_utf8(bytes);
    if (bad == bytes.npos) return finish_source(std::move(bytes), std::move(filename));
    const auto byte = static_cast<unsigned char>(bytes[bad]);
    bytes.resize(bytes.find_last_of("\r\n", bad) + 1);
    Source source = finish_source(std::move(bytes), std::move(filename));
    source.broken_end = error_without_line(
        SourceErrorKind::Syntax,
        fmt::format(
            "Non-UTF-8 code starting with '\\x{:02x}' in file {} on line {}, but no encoding declared; see "
            "https://peps.python.org/pep-0263/ for details",
            byte, source.filename, source.line_starts.size() + 1));
    return source;
}

Source source_from_codec(std::string_view bytes, const Cookie& cookie, std::string filename) {
    const SourceCodec* codec = find_source_codec(cookie.encoding);
    if (!codec) throw encoding_problem(cookie.encoding);
    if (codec->kind == SourceCodec::Utf8) {  // under a name that cookies do not know
        if (find_invalid_utf8(bytes) != bytes.npos) throw encoding_problem(cookie.encoding);
        return finish_source(std::string(bytes), std::move(filename));
    }
    Decoded decoded = decode_with(*codec, bytes);
    if (!decoded.problem) return finish_source(std::move(decoded.utf8), std::move(filename));

    const std::size_t first_chunk = cookie.line_end - 1;
    const std::size_t bad = decoded.problem->position;
    if (bad < first_chunk + chunk_size) throw encoding_problem(cookie.encoding);
    const std::size_t chunk = first_chunk + (bad - first_chunk) / chunk_size * chunk_size;
    decoded = decode_with(*codec, bytes.substr(0, bytes.rfind('\n', chunk - 1) + 1));
    Source source = finish_source(std::move(decoded.utf8), std::move(filename));
    const auto line = static_cast<int>(source.line_starts.size());
    source.broken_end =
        SourceError{.message = "(unicode error) " + decode_with(*codec, bytes, chunk).problem->text,
                    .line = line,
                    .end_line = line,
                    .end_column = -1,
                    .text = std::string(source.line(line))};
    return source;
}

Source decode(std::string_view bytes, std::string filename, bool from_file) {
    const bool has_mark = bytes.starts_with(byte_order_mark);
    if (has_mark) bytes.remove_prefix(byte_order_mark.size());
    const Cookie cookie = find_cookie(bytes);
    if (!cookie && !has_mark && from_file)
        return source_from_plain_utf8(cut_at_nulls(bytes), std::move(filename));
    const std::string encoding = cookie ? cookie.encoding : "utf-8";
    const bool is_utf8 = encoding == "utf-8";
    if (has_mark && !is_utf8) throw encoding_problem(encoding, " with BOM");

    Source source = is_utf8 ? finish_source(cut_at_nulls(bytes), std::move(filename))
                            : source_from_codec(bytes, cookie, std::move(filename));
    source.encoding_declared = has_mark || cookie;
    source.byte_order_mark = has_mark;
    source.valid_utf8 = find_invalid_utf8(source.text) == std::string::npos;
    source.encoding = encoding;
    return source;
}

}  // namespace

Source decode_source(std::string bytes, std::string filename, bool from_file) {
    Source source = decode(bytes, std::move(filename), from_file);
    source.from_file = from_file;
    return source;
}

}  // namespace minipy
