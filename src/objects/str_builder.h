// Building a string piece by piece without knowing its size or width.
//
// The characters lie in a buffer (at first inside the builder) in the narrowest kind so far; a wider one
// widens what is there, a full buffer doubles. `bound` is tight for the kind, so `finish` copies once into a
// string of the right size. Running out of memory is remembered and raised by `finish`.
//
// CPython: Objects/unicodeobject.c (_PyUnicodeWriter)
#pragma once

#include <cstdint>
#include <string_view>

#include "objects/str_data.h"

namespace minipy {

class StrBuilder {
  public:
    StrBuilder() noexcept = default;
    ~StrBuilder();
    StrBuilder(const StrBuilder&) = delete;
    StrBuilder& operator=(const StrBuilder&) = delete;

    void append(char32_t character) {
        if (!reserve(1, character)) return;
        if (kind_ == 1) reinterpret_cast<std::uint8_t*>(data_)[size_++] = static_cast<std::uint8_t>(character);
        else if (kind_ == 2)
            reinterpret_cast<std::uint16_t*>(data_)[size_++] = static_cast<std::uint16_t>(character);
        else reinterpret_cast<std::uint32_t*>(data_)[size_++] = character;
    }
    void append(const Str* string) { append_copy(string, 0, string->size, bound_of(string)); }
    void append(const Str* string, Size start, Size end);
    void append_ascii(std::string_view ascii);
    void append_utf8(std::string_view utf8);
    void append_repeated(char32_t character, Size count);

    Size size() const noexcept { return size_; }
    bool ascii() const noexcept { return bound_ < 0x80; }

    /// The string; MemoryError if room ran out. The builder is empty afterwards.
    Ref<Str> finish();

  private:
    /// Makes room for `more` characters that need the kind of `bound`.
    bool reserve(Size more, char32_t bound) {
        bound_ |= bound;
        if (bound < limit_ && more <= capacity_ - size_) [[likely]] return !out_of_memory_;
        return grow(more, bound);
    }
    bool grow(Size more, char32_t bound);
    void append_copy(const Str* string, Size start, Size size, char32_t bound);
    template <class Function>
    void with_end(Function&& function) {
        if (kind_ == 1) function(reinterpret_cast<std::uint8_t*>(data_) + size_);
        else if (kind_ == 2) function(reinterpret_cast<std::uint16_t*>(data_) + size_);
        else function(reinterpret_cast<std::uint32_t*>(data_) + size_);
    }

    static constexpr std::size_t inline_bytes = 256;

    char* data_ = inline_;
    Size size_ = 0;
    Size capacity_ = inline_bytes;  // in characters of the kind
    char32_t limit_ = 0x100;        // first character too wide for the kind
    char32_t bound_ = 0;            // all characters together, by bitwise OR
    std::uint8_t kind_ = 1;
    bool out_of_memory_ = false;
    alignas(8) char inline_[inline_bytes];
};

}  // namespace minipy
