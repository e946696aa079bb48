// The slow paths of StrBuilder.
//
// CPython: Objects/unicodeobject.c (_PyUnicodeWriter_PrepareInternal and relatives)
#include "objects/str_builder.h"

#include <cstdlib>

#include "objects/errors.h"

namespace minipy {

StrBuilder::~StrBuilder() {
    if (data_ != inline_) std::free(data_);
}

bool StrBuilder::grow(Size more, char32_t bound) {
    const std::uint8_t kind = std::max<std::uint8_t>(kind_, bound < 0x100 ? 1 : bound < 0x10000 ? 2 : 4);
    constexpr Size most = PTRDIFF_MAX / 8;
    if (out_of_memory_ || more > most - size_) {
        out_of_memory_ = true;
        return false;
    }
    const Size capacity = std::max(size_ + more, std::min(capacity_ * 2, most));
    auto* bigger = static_cast<char*>(std::malloc(static_cast<std::size_t>(capacity) * kind));
    if (!bigger) {
        out_of_memory_ = true;
        return false;
    }
    auto copy_to = [&](auto* to) {
        if (kind_ == 1)
            copy_characters(to, reinterpret_cast<std::uint8_t*>(data_), size_);
        else if (kind_ == 2)
            copy_characters(to, reinterpret_cast<std::uint16_t*>(data_), size_);
        else
            copy_characters(to, reinterpret_cast<std::uint32_t*>(data_), size_);
    };
    if (kind == 1)
        copy_to(reinterpret_cast<std::uint8_t*>(bigger));
    else if (kind == 2)
        copy_to(reinterpret_cast<std::uint16_t*>(bigger));
    else
        copy_to(reinterpret_cast<std::uint32_t*>(bigger));
    if (data_ != inline_) std::free(data_);
    data_ = bigger;
    capacity_ = capacity;
    kind_ = kind;
    limit_ = kind == 1 ? 0x100 : kind == 2 ? 0x10000 : 0x110000;
    return true;
}

void StrBuilder::append_copy(const Str* string, Size start, Size size, char32_t bound) {
    if (size <= 0 || !reserve(size, bound)) return;
    with_end([&](auto* to) {
        with_data(string, [&](const auto* from) { copy_characters(to, from + start, size); });
    });
    size_ += size;
}

void StrBuilder::append(const Str* string, Size start, Size end) {
    if (end <= start) return;
    char32_t bound = string->ascii ? 0x7F : with_data(string, [&](const auto* from) {
        return bound_of(from + start, end - start);
    });
    append_copy(string, start, end - start, bound);
}

void StrBuilder::append_ascii(std::string_view ascii) {
    const auto size = static_cast<Size>(ascii.size());
    if (size == 0 || !reserve(size, 0x7F)) return;
    with_end([&](auto* to) { copy_characters(to, reinterpret_cast<const std::uint8_t*>(ascii.data()), size); });
    size_ += size;
}

void StrBuilder::append_utf8(std::string_view utf8) {
    if (is_ascii(utf8)) return append_ascii(utf8);
    Ref<Str> string = str_from_utf8(utf8);
    if (string) append(string.get());
}

void StrBuilder::append_repeated(char32_t character, Size count) {
    if (count <= 0 || !reserve(count, character)) return;
    with_end(
        [&](auto* to) { std::fill_n(to, count, static_cast<std::remove_pointer_t<decltype(to)>>(character)); });
    size_ += count;
}

Ref<Str> StrBuilder::finish() {
    if (out_of_memory_) return raise(memory_error_type);
    const Size size = size_;
    size_ = 0;
    if (size == 0) return empty_str();
    if (size == 1 && bound_ < 0x100) return str_from_character(static_cast<std::uint8_t>(data_[0]));
    Ref<Str> made = TRY(new_str(size, std::min<char32_t>(bound_, 0x10FFFF)));
    std::memcpy(made->data(), data_, static_cast<std::size_t>(size) * kind_);
    return made;
}

}  // namespace minipy
