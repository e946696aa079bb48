// audioop: arithmetic on raw sound, which is samples of 1 to 4 octets each, signed, in the machine's byte
// order.
//
// `with_width` turns the width that a program gives into a constant, so that each loop is compiled once for
// each width and has no choice to make inside. Invariant: a Fragment that has been acquired holds a whole
// number of samples of its width.
//
// CPython: Modules/audioop.c
#pragma once

#include <cstdint>
#include <cstring>
#include <type_traits>

#include "modules/buffer_argument.h"
#include "modules/support.h"
#include "objects/bytes.h"

namespace minipy::audioop {

/// audioop.error.
extern Type* error_class;

/// "Size should be 1, 2, 3 or 4".
Status check_width(int width);

/// A bytes-like argument together with the width of its samples.
struct Fragment {
    HeldBuffer buffer;
    int width = 0;

    /// Takes the arguments as they are, and looks at them in `check`: CPython converts all of them first.
    Status convert(Object* octets, Object* sample_width);
    /// audioop.error "not a whole number of frames".
    Status check() const;
    /// Both at once, for functions of a fragment and a width alone.
    Status acquire(Object* const* arguments);

    Size count() const noexcept { return buffer.size / width; }
};

template <int width>
std::int32_t read_sample(const char* from) noexcept {
    if constexpr (width == 3) {
        std::uint32_t bits = 0;
        std::memcpy(&bits, from, 3);
        return static_cast<std::int32_t>(bits << 8) >> 8;
    } else {
        std::conditional_t<width == 1, std::int8_t, std::conditional_t<width == 2, std::int16_t, std::int32_t>>
            value;
        std::memcpy(&value, from, width);
        return value;
    }
}

/// Stores the low octets (of the little-endian machines that there are).
template <int width>
void write_sample(char* to, std::int32_t value) noexcept {
    std::memcpy(to, &value, width);
}

/// The sample as if it were one of 32 bits, and back.
template <int width>
std::int32_t read_scaled(const char* from) noexcept {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(read_sample<width>(from)) << (32 - 8 * width));
}
template <int width>
void write_scaled(char* to, std::int32_t value) noexcept {
    write_sample<width>(to, value >> (32 - 8 * width));
}

template <int width>
inline constexpr std::int32_t largest_sample = static_cast<std::int32_t>((std::uint32_t{1} << (8 * width - 1)) -
                                                                         1);
template <int width>
inline constexpr std::int32_t smallest_sample = -largest_sample<width> - 1;

/// use(std::integral_constant<int, width>).
template <class Use>
decltype(auto) with_width(int width, Use use) {
    switch (width) {
        case 1: return use(std::integral_constant<int, 1>());
        case 2: return use(std::integral_constant<int, 2>());
        case 3: return use(std::integral_constant<int, 3>());
        default: return use(std::integral_constant<int, 4>());
    }
}

/// Calls `use(sample)` for each sample of the fragment.
template <class Use>
void for_each_sample(const Fragment& fragment, Use use) {
    with_width(fragment.width, [&](auto constant) {
        constexpr int width = constant;
        const char* const end = fragment.buffer.data + fragment.buffer.size;
        for (const char* at = fragment.buffer.data; at != end; at += width) use(read_sample<width>(at));
    });
}

/// MemoryError "not enough memory for output buffer" if there would be more than a word can count.
Result<Ref<Bytes>> new_output(Size count, Size width);

// The tables of functions: measures.cpp, changes.cpp, codecs.cpp.
extern const std::span<const NativeDef> measures, changes, codecs;

}  // namespace minipy::audioop
