// Making strings: from characters, from UTF-8, and back to UTF-8.
//
// Every way in measures first (how many characters, how wide), allocates once in the narrowest kind and then
// copies. A non-ASCII string keeps its UTF-8 text, made at the first request, until it dies; an ASCII string
// is its own UTF-8.
//
// CPython: Objects/unicodeobject.c (PyUnicode_New, unicode_decode_utf8, PyUnicode_AsUTF8AndSize)

#include "memory/allocator.h"
#include "objects/errors.h"
#include "objects/memory_guard.h"
#include "objects/str_data.h"
#include "objects/str_storage.h"

namespace minipy {
namespace {

Str* shared_empty = nullptr;
Str* shared_characters[256] = {};

constexpr Size max_str_size = PTRDIFF_MAX / 4 - 64;

std::uint8_t kind_for(char32_t character) noexcept {
    return character < 0x100 ? 1 : character < 0x10000 ? 2 : 4;
}

/// A string to be filled in, of the narrowest kind for the character.
Str* allocate_for(Size size, char32_t max_character) {
    return allocate_str(size, kind_for(max_character), max_character < 0x80);
}

Str* make_shared_character(unsigned character) {
    Str* string = allocate_for(1, character);
    *static_cast<std::uint8_t*>(string->data()) = static_cast<std::uint8_t>(character);
    string->interned = true;
    return shared_characters[character] = string;
}

/// Decodes the character at `at`, in text known to be valid; the place behind it.
template <class Character>
const unsigned char* decode_character(const unsigned char* at, Character* to) noexcept {
    const char32_t lead = *at;
    if (lead < 0x80) {
        *to = static_cast<Character>(lead);
        return at + 1;
    }
    if (lead < 0xE0) {
        *to = static_cast<Character>((lead & 0x1F) << 6 | (at[1] & 0x3F));
        return at + 2;
    }
    if (lead < 0xF0) {
        *to = static_cast<Character>((lead & 0x0F) << 12 | (at[1] & 0x3F) << 6 | (at[2] & 0x3F));
        return at + 3;
    }
    *to = static_cast<Character>((lead & 0x07) << 18 | (at[1] & 0x3F) << 12 | (at[2] & 0x3F) << 6 |
                                 (at[3] & 0x3F));
    return at + 4;
}

/// Decodes text known to be valid.
template <class Character>
void decode_valid_utf8(std::string_view utf8, Character* to) noexcept {
    auto* at = reinterpret_cast<const unsigned char*>(utf8.data());
    auto* end = at + utf8.size();
    while (at < end) {
        for (; end - at >= 8 && !high_bits(reinterpret_cast<const char*>(at)); at += 8, to += 8)
            copy_characters(to, at, 8);
        for (auto* stop = end - at > 8 ? at + 8 : end; at < stop;) at = decode_character(at, to++);
    }
}

template <class Character>
Size utf8_size_of(const Character* characters, Size size) noexcept {
    Size bytes = size;
    for (Size i = 0; i < size; ++i) {
        char32_t c = characters[i];
        bytes += (c >= 0x80) + (c >= 0x800) + (c >= 0x10000);
    }
    return bytes;
}

template <class Character>
char* write_utf8(const Character* at, Size size, char* to) noexcept {
    for (const Character* end = at + size; at < end;) {
        if constexpr (sizeof(Character) == 1) {
            for (; end - at >= 8 && !high_bits(reinterpret_cast<const char*>(at)); at += 8, to += 8)
                std::memcpy(to, at, 8);
        }
        for (const Character* stop = end - at > 8 ? at + 8 : end; at < stop; ++at) {
            if (*at < 0x80)
                *to++ = static_cast<char>(*at);
            else
                to = encode_utf8(*at, to);
        }
    }
    return to;
}

}  // namespace

Ref<Str> empty_str() noexcept {
    if (!shared_empty) {
        shared_empty = allocate_for(0, 0);
        shared_empty->interned = true;
    }
    return share(shared_empty);
}

Ref<Str> str_from_character(char32_t character) {
    if (character < 256) {
        Str* string = shared_characters[character];
        return share(string ? string : make_shared_character(character));
    }
    Ref<Str> made = TRY(new_str(1, character));
    with_mutable_data(made.get(),
                      [&](auto* to) { *to = static_cast<std::remove_pointer_t<decltype(to)>>(character); });
    return made;
}

Ref<Str> new_str(Size size, char32_t max_character) {
    if (size > max_str_size) return raise(memory_error_type);
    return guard_memory([&] { return Ref<Str>::steal(allocate_for(size, max_character)); });
}

Ref<Str> str_from_latin1(std::string_view bytes) {
    return str_from_characters(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                               static_cast<Size>(bytes.size()));
}

Ref<Str> str_from_code_points(std::u32string_view code_points) {
    return str_from_characters(code_points.data(), static_cast<Size>(code_points.size()));
}

Ref<Str> str_from_utf8(std::string_view utf8) {
    if (is_ascii(utf8)) return str_from_measured_utf8(utf8, static_cast<Size>(utf8.size()), 0);
    // The lead octets alone tell how many characters there are and how wide the widest is.
    Size characters = 0;
    unsigned char highest = 0;
    for (unsigned char octet : utf8) {
        characters += (octet & 0xC0) != 0x80;
        highest = std::max(highest, octet);
    }
    return str_from_measured_utf8(utf8, characters, highest);
}

Ref<Str> str_from_measured_utf8(std::string_view utf8, Size characters, unsigned char highest) {
    if (highest < 0x80) {
        if (utf8.empty()) return empty_str();
        if (utf8.size() == 1) return str_from_character(static_cast<unsigned char>(utf8[0]));
        Ref<Str> made = TRY(new_ascii_str(characters));
        std::memcpy(made->data(), utf8.data(), utf8.size());
        return made;
    }
    const char32_t bound = highest >= 0xF0 ? 0x10FFFF : highest >= 0xC4 ? 0xFFFF : 0xFF;
    if (characters == 1 && bound < 256) {
        std::uint8_t only;
        decode_valid_utf8(utf8, &only);
        return str_from_character(only);
    }
    Ref<Str> made = TRY(new_str(characters, bound));
    with_mutable_data(made.get(), [&](auto* to) { decode_valid_utf8(utf8, to); });
    return made;
}

char* encode_utf8(char32_t c, char* to) noexcept {
    if (c < 0x80) {
        *to++ = static_cast<char>(c);
    } else if (c < 0x800) {
        *to++ = static_cast<char>(0xC0 | c >> 6);
        *to++ = static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        *to++ = static_cast<char>(0xE0 | c >> 12);
        *to++ = static_cast<char>(0x80 | (c >> 6 & 0x3F));
        *to++ = static_cast<char>(0x80 | (c & 0x3F));
    } else {
        *to++ = static_cast<char>(0xF0 | c >> 18);
        *to++ = static_cast<char>(0x80 | (c >> 12 & 0x3F));
        *to++ = static_cast<char>(0x80 | (c >> 6 & 0x3F));
        *to++ = static_cast<char>(0x80 | (c & 0x3F));
    }
    return to;
}

Size utf8_size(const Str* string) noexcept {
    return with_data(string, [&](const auto* characters) { return utf8_size_of(characters, string->size); });
}

char* write_utf8(const Str* string, char* to) noexcept {
    return with_data(string, [&](const auto* characters) { return write_utf8(characters, string->size, to); });
}

std::string_view str_utf8(const Str* string) {
    if (string->ascii) return string->view1();
    Utf8Cache* cache = utf8_cache(const_cast<Str*>(string));
    if (!cache->text) {
        cache->size = utf8_size(string);
        cache->text = static_cast<char*>(allocate(static_cast<std::size_t>(cache->size) + 1));
        *write_utf8(string, cache->text) = '\0';
    }
    return {cache->text, static_cast<std::size_t>(cache->size)};
}

}  // namespace minipy
