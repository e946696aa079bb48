// audioop: sound in fewer bits: u-law and A-law of the telephone (ITU-T G.711), and Intel's adaptive
// differences (IMA ADPCM), 4 bits for each sample.
//
// All three work on 16 bits; other widths are scaled to that first, and from it.
//
// CPython: Modules/audioop.c (st_14linear2ulaw, st_linear2alaw, audioop_lin2adpcm_impl)
#include <algorithm>
#include <array>
#include <bit>

#include "modules/audioop/audioop.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/singletons.h"

namespace minipy::audioop {
namespace {

template <int width>
int read_16_bits(const char* from) noexcept {
    return read_scaled<width>(from) >> 16;
}
template <int width>
void write_16_bits(char* to, int value) noexcept {
    write_scaled<width>(to, static_cast<std::int32_t>(static_cast<std::uint32_t>(value) << 16));
}

// --- u-law and A-law: a sign, a segment of 3 bits (how often the distance between values doubles), 4 bits
// within it

constexpr unsigned segment_code(unsigned segment, unsigned magnitude, unsigned shift) {
    return segment << 4 | (magnitude >> shift & 0xF);
}

/// u-law keeps 14 bits; 33 is added so that the leading bit tells the segment, and all bits are inverted.
constexpr char encode_ulaw(int sample) {
    const int value = sample >> 2;
    const unsigned inverted = value < 0 ? 0x7F : 0xFF;
    const auto magnitude = static_cast<unsigned>(value < 0 ? -value : value) + 33;
    if (magnitude > 0x1FFF) return static_cast<char>(0x7F ^ inverted);
    const auto segment = static_cast<unsigned>(std::max(static_cast<int>(std::bit_width(magnitude)) - 6, 0));
    return static_cast<char>(segment_code(segment, magnitude, segment + 1) ^ inverted);
}

constexpr int decode_ulaw(unsigned code) {
    const unsigned plain = ~code;
    const int magnitude = static_cast<int>(((plain & 0xF) << 3) + 132) << (plain >> 4 & 7);
    return plain & 0x80 ? 132 - magnitude : magnitude - 132;
}

/// A-law keeps 13 bits, inverts every other one, and sets the sign of what is not negative.
constexpr char encode_alaw(int sample) {
    const int value = sample >> 3;
    const unsigned inverted = value < 0 ? 0x55 : 0xD5;
    const auto magnitude = static_cast<unsigned>(value < 0 ? -value - 1 : value);
    const auto segment = static_cast<unsigned>(std::max(static_cast<int>(std::bit_width(magnitude)) - 5, 0));
    return static_cast<char>(segment_code(segment, magnitude, std::max(segment, 1u)) ^ inverted);
}

constexpr int decode_alaw(unsigned code) {
    const unsigned plain = code ^ 0x55, segment = plain >> 4 & 7;
    const int within = static_cast<int>((plain & 0xF) << 4) + (segment ? 0x108 : 8);
    const int magnitude = segment > 1 ? within << (segment - 1) : within;
    return plain & 0x80 ? magnitude : -magnitude;
}

template <auto decode>
constexpr std::array<std::int16_t, 256> decoded_codes() {
    std::array<std::int16_t, 256> table{};
    for (unsigned code = 0; code < 256; ++code) table[code] = static_cast<std::int16_t>(decode(code));
    return table;
}
constexpr auto ulaw_values = decoded_codes<decode_ulaw>();
constexpr auto alaw_values = decoded_codes<decode_alaw>();

template <auto encode>
NewRef compress(Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.acquire(arguments));
    Ref<Bytes> output = TRY(new_output(fragment.count(), 1));
    with_width(fragment.width, [&](auto width) {
        const char* from = fragment.buffer.data;
        for (char *to = output->data(), *end = to + output->size; to != end; from += width)
            *to++ = encode(read_16_bits<width>(from));
    });
    return output;
}

NewRef expand(Object* const* arguments, const std::array<std::int16_t, 256>& values) {
    Fragment fragment;
    TRY(fragment.convert(arguments[0], arguments[1]));
    TRY(check_width(fragment.width));
    Ref<Bytes> output = TRY(new_output(fragment.buffer.size, fragment.width));
    with_width(fragment.width, [&](auto width) {
        char* to = output->data();
        for (const char code : fragment.buffer.view()) {
            write_16_bits<width>(to, values[static_cast<unsigned char>(code)]);
            to += width;
        }
    });
    return output;
}

NewRef audioop_lin2ulaw(Object*, Object* const* arguments) { return compress<encode_ulaw>(arguments); }
NewRef audioop_lin2alaw(Object*, Object* const* arguments) { return compress<encode_alaw>(arguments); }
NewRef audioop_ulaw2lin(Object*, Object* const* arguments) { return expand(arguments, ulaw_values); }
NewRef audioop_alaw2lin(Object*, Object* const* arguments) { return expand(arguments, alaw_values); }

// --- ADPCM

constexpr int step_sizes[] = {
    7,    8,     9,     10,    11,    12,    13,    14,    16,    17,    19,    21,    23,    25,   28,
    31,   34,    37,    41,    45,    50,    55,    60,    66,    73,    80,    88,    97,    107,  118,
    130,  143,   157,   173,   190,   209,   230,   253,   279,   307,   337,   371,   408,   449,  494,
    544,  598,   658,   724,   796,   876,   963,   1060,  1166,  1282,  1411,  1552,  1707,  1878, 2066,
    2272, 2499,  2749,  3024,  3327,  3660,  4026,  4428,  4871,  5358,  5894,  6484,  7132,  7845, 8630,
    9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767};
constexpr int last_step = static_cast<int>(std::size(step_sizes)) - 1;

/// How the size of steps changes with the size of a difference, its sign left out.
constexpr int step_changes[] = {-1, -1, -1, -1, 2, 4, 6, 8};

/// What both sides know: the value they have come to, and the size of the next step. Each code is a sign (8)
/// and a difference in quarters of a step.
struct Adpcm {
    int value = 0;
    int index = 0;

    Status resume(const char* function, Object* state);
    NewRef result(const Bytes* output) const {
        return pack({const_cast<Bytes*>(output), pack({new_int(value).get(), new_int(index).get()}).get()});
    }

    /// The code whose difference comes next to the sample's.
    unsigned code_for(int sample) const noexcept {
        int step = step_sizes[index], left = std::abs(sample - value);
        unsigned code = sample < value ? 8 : 0;
        for (unsigned bit = 4; bit; bit >>= 1, step >>= 1) {
            if (left < step) continue;
            code |= bit;
            left -= step;
        }
        return code;
    }

    void apply(unsigned code) noexcept {
        const int step = step_sizes[index];
        int difference = step >> 3;
        if (code & 4) difference += step;
        if (code & 2) difference += step >> 1;
        if (code & 1) difference += step >> 2;
        value = std::clamp(code & 8 ? value - difference : value + difference, smallest_sample<2>,
                           largest_sample<2>);
        index = std::clamp(index + step_changes[code & 7], 0, last_step);
    }
};

Status Adpcm::resume(const char* function, Object* state) {
    if (is_none(state)) return done;
    if (!is_tuple(state)) return raise(type_error_type, "state must be a tuple or None");
    const Tuple& parts = *static_cast<Tuple*>(state);
    if (parts.size != 2) return raise(type_error_type, fmt::format("{}(): illegal state argument", function));
    value = TRY(argument_int(parts[0]));
    index = TRY(argument_int(parts[1]));
    if (smallest_sample<2> <= value && value <= largest_sample<2> && 0 <= index && index <= last_step)
        return done;
    return raise(value_error_type, "bad state");
}

NewRef audioop_lin2adpcm(Object*, Object* const* arguments) {
    Fragment fragment;
    Adpcm coder;
    TRY(fragment.acquire(arguments));
    TRY(coder.resume("lin2adpcm", arguments[2]));
    const Size samples = fragment.count();
    Ref<Bytes> output = TRY(new_output(samples / 2, 1));
    with_width(fragment.width, [&](auto width) {
        const char* from = fragment.buffer.data;
        unsigned first_half = 0;
        for (Size i = 0; i < samples; ++i, from += width) {
            const unsigned code = coder.code_for(read_16_bits<width>(from));
            coder.apply(code);
            if (i % 2 == 0)
                first_half = code << 4;  // of a last odd sample it is lost
            else
                output->data()[i / 2] = static_cast<char>(first_half | code);
        }
    });
    return coder.result(output.get());
}

NewRef audioop_adpcm2lin(Object*, Object* const* arguments) {
    Fragment fragment;
    Adpcm coder;
    TRY(fragment.convert(arguments[0], arguments[1]));
    TRY(check_width(fragment.width));
    TRY(coder.resume("adpcm2lin", arguments[2]));
    Ref<Bytes> output = TRY(new_output(fragment.buffer.size, 2 * fragment.width));
    with_width(fragment.width, [&](auto width) {
        char* to = output->data();
        for (const char octet : fragment.buffer.view()) {
            const auto pair = static_cast<unsigned char>(octet);
            for (const int code : {pair >> 4, pair & 0xF}) {
                coder.apply(static_cast<unsigned>(code));
                write_16_bits<width>(to, coder.value);
                to += width;
            }
        }
    });
    return coder.result(output.get());
}

constexpr NativeDef table[] = {
    {"lin2ulaw", audioop_lin2ulaw, "($module, fragment, width, /)", "The samples as u-law, an octet each."},
    {"ulaw2lin", audioop_ulaw2lin, "($module, fragment, width, /)", "Octets of u-law as samples."},
    {"lin2alaw", audioop_lin2alaw, "($module, fragment, width, /)", "The samples as A-law, an octet each."},
    {"alaw2lin", audioop_alaw2lin, "($module, fragment, width, /)", "Octets of A-law as samples."},
    {"lin2adpcm", audioop_lin2adpcm, "($module, fragment, width, state, /)",
     "The samples as ADPCM, 4 bits each, and the state to give with the piece that follows."},
    {"adpcm2lin", audioop_adpcm2lin, "($module, fragment, width, state, /)",
     "ADPCM as samples, and the state to give with the piece that follows."},
};

}  // namespace

const std::span<const NativeDef> codecs = table;

}  // namespace minipy::audioop
