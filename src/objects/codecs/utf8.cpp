// UTF-8.
//
// Decoding checks first how far the octets are well-formed; if that is the end, the text is made in one go.
// An ill-formed sequence is reported with its longest well-formed beginning, as Unicode recommends.
//
// CPython: Objects/stringlib/codecs.h, Objects/unicodeobject.c (unicode_decode_utf8, unicode_encode_utf8)
#include <algorithm>
#include <bit>
#include <type_traits>

#include "objects/codecs.h"
#include "objects/codecs/error_handler.h"
#include "objects/errors.h"
#include "objects/str_storage.h"

namespace minipy {
namespace {

/// The sequence at the start of `octets`: its length if well-formed; else the length of what is wrong.
struct Sequence {
    int length;
    const char* error;  // null: well-formed
};

constexpr const char* unexpected_end = "unexpected end of data";

/// Octets that follow the lead, and the range that the first of them must be in.
struct LeadInfo {
    int following;
    unsigned char low, high;
};

LeadInfo lead_info(unsigned char lead) noexcept {
    if (lead < 0xC2) return {0, 0, 0};
    if (lead < 0xE0) return {1, 0x80, 0xBF};
    if (lead < 0xF0)
        return {2, static_cast<unsigned char>(lead == 0xE0 ? 0xA0 : 0x80),
                static_cast<unsigned char>(lead == 0xED ? 0x9F : 0xBF)};
    if (lead < 0xF5)
        return {3, static_cast<unsigned char>(lead == 0xF0 ? 0x90 : 0x80),
                static_cast<unsigned char>(lead == 0xF4 ? 0x8F : 0xBF)};
    return {0, 0, 0};
}

Sequence examine(std::string_view octets) noexcept {
    const auto lead = static_cast<unsigned char>(octets[0]);
    if (lead < 0x80) return {1, nullptr};
    const LeadInfo info = lead_info(lead);
    if (info.following == 0) return {1, "invalid start byte"};
    for (int i = 1; i <= info.following; ++i) {
        if (static_cast<std::size_t>(i) >= octets.size()) return {i, unexpected_end};
        const auto octet = static_cast<unsigned char>(octets[static_cast<std::size_t>(i)]);
        const bool fits = i == 1 ? octet >= info.low && octet <= info.high : (octet & 0xC0) == 0x80;
        if (!fits) return {i, "invalid continuation byte"};
    }
    return {info.following + 1, nullptr};
}

/// Whether the rest may be the start of a character that later octets complete: of a surrogate too, which an
/// error handler may know what to do with.
bool is_unfinished(std::string_view rest, const Sequence& sequence) noexcept {
    return sequence.error == unexpected_end ||
           (rest.size() == 2 && rest[0] == '\xED' && (rest[1] & '\xE0') == '\xA0');
}

/// What a walk over octets finds: where the first ill-formed sequence is, what stands before it.
struct Scan {
    const char* at;
    Size characters = 0;
    unsigned char highest = 0;
};

bool is_continuation(char octet) noexcept { return (octet & 0xC0) == 0x80; }

/// The length of the usual sequences: two octets, or three in the ranges where any continuation will do.
/// 0 for all others.
int usual_length(const char* at, const char* end, unsigned char lead) noexcept {
    if (end - at < 3 || !is_continuation(at[1])) return 0;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    return lead > 0xE0 && lead < 0xF0 && lead != 0xED && is_continuation(at[2]) ? 3 : 0;
}

Scan scan(std::string_view octets) noexcept {
    const char *begin = octets.data(), *end = begin + octets.size();
    Scan found{begin};
    Size continuations = 0;
    const char*& at = found.at;
    while (at < end) {
        while (end - at >= 32 && is_ascii_block(at)) at += 32;
        if (end - at >= 8) {
            const std::uint64_t high = high_bits(at);
            at += high ? std::countr_zero(high) / 8 : 8;
            if (!high) continue;
        }
        if (at == end) break;
        const auto lead = static_cast<unsigned char>(*at);
        int length = lead < 0x80 ? 1 : usual_length(at, end, lead);
        if (length == 0) {
            const Sequence sequence = examine({at, static_cast<std::size_t>(end - at)});
            if (sequence.error) break;
            length = sequence.length;
        }
        found.highest = std::max(found.highest, lead);
        at += length;
        continuations += length - 1;
    }
    found.characters = at - begin - continuations;
    return found;
}

/// Looks at all characters, so that the compiler makes vector code of it.
bool has_surrogates(const Str* string) noexcept {
    if (string->kind == 1) return false;
    return with_data(string, [&](const auto* characters) {
        using Character = std::remove_cvref_t<decltype(*characters)>;
        Character found = 0;
        for (Size i = 0; i < string->size; ++i)
            found |= static_cast<Character>((characters[i] & static_cast<Character>(~0x7FF)) == 0xD800);
        return found != 0;
    });
}

/// Strings this short are written where there is room for the longest that they can become, without measuring.
constexpr Size short_size = 256;
constexpr int longest_sequence = 4;

}  // namespace

std::size_t valid_utf8_prefix(std::string_view octets) noexcept {
    return static_cast<std::size_t>(scan(octets).at - octets.data());
}

Ref<Str> decode_utf8(std::string_view octets, const std::string& errors, Size* consumed) {
    const Scan found = scan(octets);
    if (consumed) *consumed = static_cast<Size>(octets.size());
    if (found.at == octets.data() + octets.size())
        return str_from_measured_utf8(octets, found.characters, found.highest);
    std::size_t valid;
    DecodeErrors handler("utf-8", octets, errors, SurrogateForm::Utf8);
    StrBuilder builder;
    for (std::size_t at = 0; at < octets.size();) {
        valid = valid_utf8_prefix(octets.substr(at));
        builder.append_utf8(octets.substr(at, valid));
        at += valid;
        if (at == octets.size()) break;
        const Sequence sequence = examine(octets.substr(at));
        const auto start = static_cast<Size>(at);
        if (consumed && is_unfinished(octets.substr(at), sequence)) {
            *consumed = start;
            break;
        }
        at = static_cast<std::size_t>(
            TRY(handler.handle(builder, start, start + sequence.length, sequence.error)));
    }
    return builder.finish();
}

bool append_utf8(std::string& octets, const Str* string) {
    if (has_surrogates(string)) return false;
    if (string->size <= short_size) {
        char buffer[short_size * longest_sequence];
        octets.append(buffer, write_utf8(string, buffer));
    } else {
        const std::size_t start = octets.size();
        octets.resize(start + static_cast<std::size_t>(utf8_size(string)));
        write_utf8(string, octets.data() + start);
    }
    return true;
}

Result<std::string_view> strict_utf8(Str* string) {
    if (has_surrogates(string)) TRY(encode_utf8(string));  // raises
    return str_utf8(string);
}

Ref<Bytes> encode_utf8(Str* string, const std::string& errors) {
    if (string->ascii) return new_bytes(string->view1());
    if (!has_surrogates(string)) {
        if (string->size <= short_size) {
            char buffer[short_size * longest_sequence];
            return new_bytes({buffer, write_utf8(string, buffer)});
        }
        Ref<Bytes> whole = TRY(new_bytes_uninitialized(utf8_size(string)));
        write_utf8(string, whole->data());
        return whole;
    }
    std::string octets;
    octets.reserve(static_cast<std::size_t>(string->size) * 2);
    auto add = [&](char32_t c) {
        char buffer[4];
        octets.append(buffer, encode_utf8(c, buffer));
    };
    EncodeErrors handler("utf-8", string, errors, SurrogateForm::Utf8);
    for (Size i = 0; i < string->size;) {
        const char32_t c = string->at(i);
        if (!is_surrogate(c)) {
            add(c);
            ++i;
            continue;
        }
        Size end = i + 1;
        while (end < string->size && is_surrogate(string->at(end))) ++end;
        std::u32string text;
        const Size next = TRY(handler.handle(octets, text, i, end, "surrogates not allowed"));
        for (char32_t replacement : text) {
            if (replacement >= 0x80) return handler.fail(i, end, "surrogates not allowed");
            add(replacement);
        }
        i = next;
    }
    return new_bytes(octets);
}

}  // namespace minipy
