// Decoding by ICU, with the borders of CPython's codecs.
//
// A single-byte code page is turned into a table of 128 characters first. ICU gives control or private
// characters to bytes that a code page leaves undefined; CPython refuses those bytes, and so does the table.
// Invariant: bytes below 128 are ASCII in every single-byte codec.
//
// CPython: Lib/encodings/__init__.py (search_function), Objects/unicodeobject.c (PyUnicode_DecodeCharmap)
#include "lexer/codecs.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <utility>

namespace minipy {
namespace {

constexpr SourceCodec codecs[] = {
#define CODEC(name, kind, converter, aliases) {name, SourceCodec::kind, converter, aliases},
#include "lexer/codecs.def"
};

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const SourceCodec& codec) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(codec.converter, &status));
    if (converter)
        ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    return converter;
}

void append_utf8(std::string& result, char32_t code) {
    icu::UnicodeString(static_cast<UChar32>(code)).toUTF8String(result);
}

bool contains_word(std::string_view words, std::string_view word) {
    for (std::size_t at = 0; (at = words.find(word, at)) != words.npos; ++at) {
        const std::size_t end = at + word.size();
        if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
    }
    return false;
}

/// Where CPython's code pages have another character (0: none) than ICU's.
struct Difference {
    std::string_view codec;
    int byte;
    char32_t code;
};
constexpr Difference differences[] = {
    {"cp437", 0xE6, 0xB5},  {"cp852", 0xAA, 0xAC}, {"cp860", 0xE6, 0xB5}, {"cp861", 0xE6, 0xB5},
    {"cp862", 0xE6, 0xB5},  {"cp863", 0xE6, 0xB5}, {"cp865", 0xE6, 0xB5}, {"cp869", 0x88, 0xB7},
    {"cp869", 0xEF, 0x384}, {"cp1253", 0xAA, 0},   {"tis_620", 0xA0, 0},
};

/// The characters of the bytes from 128 on; 0 where there is none.
using CodePage = std::array<char32_t, 128>;

CodePage code_page(const SourceCodec& codec) {
    CodePage page{};
    const Converter converter = open_converter(codec);
    if (!converter) return page;
    const bool has_controls = codec.name.starts_with("iso") || codec.name.starts_with("tis");
    for (int byte = 128; byte < 256; ++byte) {
        const char source = static_cast<char>(byte);
        UChar target[2];
        UErrorCode status = U_ZERO_ERROR;
        ucnv_resetToUnicode(converter.get());
        const int length = ucnv_toUChars(converter.get(), target, 2, &source, 1, &status);
        if (U_FAILURE(status) || length != 1) continue;
        const char32_t code = target[0];
        const bool is_control = code < 0xA0 && !has_controls;
        const bool is_private = code >= 0xE000 && code <= 0xF8FE;
        if (!is_control && !is_private && code != 0xFFFD) page[static_cast<std::size_t>(byte - 128)] = code;
    }
    for (const Difference& difference : differences)
        if (difference.codec == codec.name)
            page[static_cast<std::size_t>(difference.byte - 128)] = difference.code;
    return page;
}

Decoded fail_byte(std::string utf8, std::string_view codec, std::string_view bytes, std::size_t at,
                  std::size_t origin, std::string_view reason) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    return {std::move(utf8),
            DecodeProblem{at, fmt::format("'{}' codec can't decode byte 0x{:02x} in position {}: {}", codec,
                                          byte, at - origin, reason)}};
}

Decoded decode_single_byte(const SourceCodec& codec, std::string_view bytes, std::size_t origin) {
    const CodePage page = codec.kind == SourceCodec::SingleByte ? code_page(codec) : CodePage{};
    std::string result;
    result.reserve(bytes.size() + bytes.size() / 4);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte < 0x80) {
            result.push_back(bytes[at]);
            continue;
        }
        const char32_t code = codec.kind == SourceCodec::Latin1 ? byte : page[byte - 0x80u];
        if (code != 0) {
            append_utf8(result, code);
        } else if (codec.kind == SourceCodec::Ascii) {
            return fail_byte(std::move(result), "ascii", bytes, at, origin, "ordinal not in range(128)");
        } else {
            return fail_byte(std::move(result), "charmap", bytes, at, origin, "character maps to <undefined>");
        }
    }
    return {std::move(result)};
}

Decoded decode_multibyte(const SourceCodec& codec, std::string_view bytes, std::size_t origin) {
    const Converter converter = open_converter(codec);
    std::string result;
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    UChar buffer[4096];
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    // A buffer may end between two surrogates: the halves meet in `text`.
    icu::UnicodeString text;
    while (converter && status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        UChar* target = buffer;
        ucnv_toUnicode(converter.get(), &target, buffer + 4096, &source, end, nullptr, true, &status);
        text.append(buffer, static_cast<int>(target - buffer));
    }
    text.toUTF8String(result);
    if (U_SUCCESS(status)) return {std::move(result)};
    char bad[8];
    std::int8_t length = sizeof bad;
    UErrorCode ignored = U_ZERO_ERROR;
    if (converter) ucnv_getInvalidChars(converter.get(), bad, &length, &ignored);
    const auto taken = static_cast<std::size_t>(source - bytes.data());
    const std::size_t at =
        taken > static_cast<std::size_t>(length) ? taken - static_cast<std::size_t>(length) : 0;
    return fail_byte(std::move(result), codec.name, bytes, at, origin, "illegal multibyte sequence");
}

}  // namespace

const SourceCodec* find_source_codec(std::string_view name) {
    // encodings.normalize_encoding: what is not a letter, digit or dot separates words.
    std::string normal;
    bool separated = false;
    for (const char c : name) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        if (!is_upper && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '.') {
            separated = true;
            continue;
        }
        if (std::exchange(separated, false) && !normal.empty()) normal.push_back('_');
        normal.push_back(is_upper ? static_cast<char>(c | 0x20) : c);
    }
    if (normal.empty()) return nullptr;
    for (const SourceCodec& codec : codecs)
        if (codec.name == normal || contains_word(codec.aliases, normal)) return &codec;
    return nullptr;
}

Decoded decode_with(const SourceCodec& codec, std::string_view bytes, std::size_t origin) {
    if (bytes.empty()) return {};
    return codec.kind == SourceCodec::Multibyte ? decode_multibyte(codec, bytes, origin)
                                                : decode_single_byte(codec, bytes, origin);
}

}  // namespace minipy
