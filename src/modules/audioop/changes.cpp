// audioop: sound made of sound: louder, mixed, in another width or rate, backwards.
//
// Invariant: a result that does not fit the width is the nearest sample that does; only `bias` wraps around.
//
// CPython: Modules/audioop.c
#include <algorithm>
#include <climits>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "modules/audioop/audioop.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/number_convert.h"
#include "objects/singletons.h"

namespace minipy::audioop {
namespace {

/// The nearest sample of the width, rounded down.
template <int width>
std::int32_t clipped(double value) noexcept {
    constexpr double least = smallest_sample<width>, most = largest_sample<width>;
    if (value > most) return largest_sample<width>;
    if (value < least + 1) return smallest_sample<width>;
    return static_cast<std::int32_t>(std::floor(value));
}

/// A new fragment with `change(sample at from)` for each sample; `change` takes and gives octets' places.
template <class Change>
NewRef changed(const Fragment& fragment, Change change) {
    Ref<Bytes> output = TRY(new_output(fragment.buffer.size, 1));
    with_width(fragment.width, [&](auto width) {
        char* to = output->data();
        const char* const end = fragment.buffer.data + fragment.buffer.size;
        for (const char* from = fragment.buffer.data; from != end; from += width, to += width)
            change(width, from, to);
    });
    return output;
}

NewRef audioop_mul(Object*, Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.convert(arguments[0], arguments[1]));
    const double factor = TRY(argument_double(arguments[2]));
    TRY(fragment.check());
    return changed(fragment, [factor](auto width, const char* from, char* to) {
        write_sample<width>(to, clipped<width>(read_sample<width>(from) * factor));
    });
}

NewRef audioop_bias(Object*, Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.convert(arguments[0], arguments[1]));
    const auto bias = static_cast<std::uint32_t>(TRY(argument_int(arguments[2])));
    TRY(fragment.check());
    return changed(fragment, [bias](auto width, const char* from, char* to) {
        const auto sum = static_cast<std::uint32_t>(read_sample<width>(from)) + bias;
        write_sample<width>(to, static_cast<std::int32_t>(sum));
    });
}

NewRef audioop_byteswap(Object*, Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.acquire(arguments));
    return changed(fragment,
                   [](auto width, const char* from, char* to) { std::reverse_copy(from, from + width, to); });
}

NewRef audioop_reverse(Object*, Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.acquire(arguments));
    const char* const begin = fragment.buffer.data;
    const char* const end = begin + fragment.buffer.size;
    return changed(fragment, [&](auto width, const char* from, char* to) {
        std::memcpy(to, end - width - (from - begin), width);
    });
}

NewRef audioop_add(Object*, Object* const* arguments) {
    Fragment first;
    HeldBuffer second;
    TRY(get_buffer(arguments[0], first.buffer, buffer_flag::simple));
    TRY(get_buffer(arguments[1], second, buffer_flag::simple));
    first.width = TRY(argument_int(arguments[2]));
    TRY(first.check());
    if (first.buffer.size != second.size) return raise(*error_class, "Lengths should be the same");
    const std::ptrdiff_t apart = second.data - first.buffer.data;
    return changed(first, [apart](auto width, const char* from, char* to) {
        const std::int64_t sum = std::int64_t{read_sample<width>(from)} + read_sample<width>(from + apart);
        write_sample<width>(to, static_cast<std::int32_t>(std::clamp<std::int64_t>(sum, smallest_sample<width>,
                                                                                   largest_sample<width>)));
    });
}

// --- Channels

/// Fragment, width and two factors.
struct StereoArguments {
    Fragment fragment;
    double left, right;

    Status acquire(Object* const* arguments) {
        TRY(fragment.convert(arguments[0], arguments[1]));
        left = TRY(argument_double(arguments[2]));
        right = TRY(argument_double(arguments[3]));
        return fragment.check();
    }
};

NewRef audioop_tomono(Object*, Object* const* arguments) {
    StereoArguments given;
    TRY(given.acquire(arguments));
    const Fragment& fragment = given.fragment;
    if (fragment.count() % 2) return raise(*error_class, "not a whole number of frames");
    Ref<Bytes> output = TRY(new_output(fragment.buffer.size / 2, 1));
    with_width(fragment.width, [&](auto width) {
        char* to = output->data();
        const char* const end = fragment.buffer.data + fragment.buffer.size;
        for (const char* from = fragment.buffer.data; from != end; from += 2 * width, to += width) {
            const double left = read_sample<width>(from), right = read_sample<width>(from + width);
            write_sample<width>(to, clipped<width>(left * given.left + right * given.right));
        }
    });
    return output;
}

NewRef audioop_tostereo(Object*, Object* const* arguments) {
    StereoArguments given;
    TRY(given.acquire(arguments));
    const Fragment& fragment = given.fragment;
    Ref<Bytes> output = TRY(new_output(fragment.buffer.size, 2));
    with_width(fragment.width, [&](auto width) {
        char* to = output->data();
        const char* const end = fragment.buffer.data + fragment.buffer.size;
        for (const char* from = fragment.buffer.data; from != end; from += width, to += 2 * width) {
            const double sample = read_sample<width>(from);
            write_sample<width>(to, clipped<width>(sample * given.left));
            write_sample<width>(to + width, clipped<width>(sample * given.right));
        }
    });
    return output;
}

// --- Widths and rates

NewRef audioop_lin2lin(Object*, Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.convert(arguments[0], arguments[1]));
    const int new_width = TRY(argument_int(arguments[2]));
    TRY(fragment.check());
    TRY(check_width(new_width));
    Ref<Bytes> output = TRY(new_output(fragment.count(), new_width));
    with_width(fragment.width, [&](auto given) {
        constexpr int width = given;
        with_width(new_width, [&](auto wanted) {
            char* to = output->data();
            const char* const end = fragment.buffer.data + fragment.buffer.size;
            for (const char* from = fragment.buffer.data; from != end; from += width, to += wanted)
                write_scaled<wanted>(to, read_scaled<width>(from));
        });
    });
    return output;
}

/// A conversion from one rate to another, which can go on with the next fragment. Time is counted in units of
/// which a frame of the input takes `out_rate` and one of the output `in_rate`. Invariant: `position` is how
/// far the next output frame lies behind the newest input frame, negative if more input has to come first.
struct RateConversion {
    struct Channel {
        int previous, current;  // scaled to 32 bits
    };
    std::vector<Channel> channels;
    int in_rate, out_rate;
    int weight_now, weight_before;  // of the filter that each new sample goes through
    int position;

    /// Takes up where another call has left off: (position, ((previous, current), ...)).
    Status resume(Object* state);
    NewRef state() const;

    template <int width>
    void take_frame(const char* from) noexcept {
        for (Channel& channel : channels) {
            channel.previous = channel.current;
            const double now = read_scaled<width>(from), before = channel.previous;
            channel.current =
                static_cast<int>((weight_now * now + weight_before * before) /
                                 (static_cast<double>(weight_now) + static_cast<double>(weight_before)));
            from += width;
        }
        position += out_rate;
    }

    template <int width>
    char* make_frame(char* to) noexcept {
        for (const Channel& channel : channels) {
            const double before = static_cast<double>(channel.previous) * position;
            const double now =
                static_cast<double>(channel.current) * (static_cast<double>(out_rate) - position);
            write_scaled<width>(to, static_cast<int>((before + now) / out_rate));
            to += width;
        }
        position -= in_rate;
        return to;
    }
};

Failure raise_bad_state() { return raise(type_error_type, "ratecv(): illegal state argument"); }

Status RateConversion::resume(Object* state) {
    if (!is_tuple(state)) return raise(type_error_type, "state must be a tuple or None");
    const Tuple& parts = *static_cast<Tuple*>(state);
    if (parts.size != 2) return raise_bad_state();
    position = TRY(argument_int(parts[0]));
    if (!is_tuple(parts[1])) return raise_bad_state();
    const Tuple& samples = *static_cast<Tuple*>(parts[1]);
    if (samples.size != static_cast<Size>(channels.size()))
        return raise(*error_class, "illegal state argument");
    for (Size i = 0; i < samples.size; ++i) {
        if (!is_tuple(samples[i])) return raise_bad_state();
        const Tuple& pair = *static_cast<Tuple*>(samples[i]);
        if (pair.size != 2) return raise_bad_state();
        channels[static_cast<std::size_t>(i)] = {TRY(argument_int(pair[0])), TRY(argument_int(pair[1]))};
    }
    return done;
}

NewRef RateConversion::state() const {
    std::vector<Ref<Object>> pairs;
    for (const Channel& channel : channels)
        pairs.push_back(pack({new_int(channel.previous).get(), new_int(channel.current).get()}));
    std::vector<Object*> borrowed;
    for (const Ref<Object>& pair : pairs) borrowed.push_back(pair.get());
    return pack({new_int(position).get(), new_tuple(borrowed).get()});
}

/// Turns frames of input into frames of output; the octets made are counted.
template <int width>
Size convert_frames(RateConversion& conversion, const Fragment& fragment, Size frames, char* output) {
    const char* from = fragment.buffer.data;
    char* to = output;
    for (;;) {
        while (conversion.position < 0) {
            if (frames-- == 0) return to - output;
            conversion.take_frame<width>(from);
            from += width * static_cast<Size>(conversion.channels.size());
        }
        while (conversion.position >= 0) to = conversion.make_frame<width>(to);
    }
}

Status check_rates(const RateConversion& conversion, const Fragment& fragment, int channels) {
    TRY(check_width(fragment.width));
    if (channels < 1) return raise(*error_class, "# of channels should be >= 1");
    if (channels > INT_MAX / fragment.width)
        return raise(overflow_error_type, "width * nchannels too big for a C int");
    if (conversion.weight_now < 1 || conversion.weight_before < 0)
        return raise(*error_class, "weightA should be >= 1, weightB should be >= 0");
    if (fragment.buffer.size % (fragment.width * channels))
        return raise(*error_class, "not a whole number of frames");
    if (conversion.in_rate <= 0 || conversion.out_rate <= 0)
        return raise(*error_class, "sampling rate not > 0");
    return done;
}

void reduce(int& first, int& second) noexcept {
    const int divisor = std::gcd(first, second);
    first /= divisor;
    second /= divisor;
}

NewRef audioop_ratecv(Object*, Object* const* arguments) {
    Fragment fragment;
    RateConversion conversion;
    TRY(fragment.convert(arguments[0], arguments[1]));
    const int channels = TRY(argument_int(arguments[2]));
    conversion.in_rate = TRY(argument_int(arguments[3]));
    conversion.out_rate = TRY(argument_int(arguments[4]));
    conversion.weight_now = TRY(argument_int(arguments[6]));
    conversion.weight_before = TRY(argument_int(arguments[7]));
    TRY(check_rates(conversion, fragment, channels));
    reduce(conversion.in_rate, conversion.out_rate);
    reduce(conversion.weight_now, conversion.weight_before);
    conversion.position = -conversion.out_rate;
    conversion.channels.resize(static_cast<std::size_t>(channels));
    if (!is_none(arguments[5])) TRY(conversion.resume(arguments[5]));
    const Size frame = Size{fragment.width} * channels, frames = fragment.buffer.size / frame;
    // Never less than what comes out: what is due before more input comes, and then so many times `in_rate`
    // frames, rounded up, make `out_rate` frames each.
    const Size first = conversion.position < 0 ? 0 : Size{conversion.position} / conversion.in_rate + 1;
    const Size bound = frames ? 1 + (frames - 1) / conversion.in_rate : 0;
    if (bound && conversion.out_rate > (std::numeric_limits<Size>::max() / frame - first) / bound)
        return raise(memory_error_type, "not enough memory for output buffer");
    Ref<Bytes> room = TRY(new_output(first + bound * conversion.out_rate, frame));
    const Size made = with_width(fragment.width, [&](auto width) {
        return convert_frames<width>(conversion, fragment, frames, room->data());
    });
    Ref<Bytes> output = TRY(new_bytes({room->data(), static_cast<std::size_t>(made)}));
    Ref<Object> state = TRY(conversion.state());
    return pack({output.get(), state.get()});
}

constexpr NativeDef table[] = {
    {"mul", audioop_mul, "($module, fragment, width, factor, /)", "Each sample times the factor."},
    {"bias", audioop_bias, "($module, fragment, width, bias, /)", "Each sample plus the bias, wrapped around."},
    {"add", audioop_add, "($module, fragment1, fragment2, width, /)", "The two pieces mixed into one."},
    {"reverse", audioop_reverse, "($module, fragment, width, /)", "The samples in the opposite order."},
    {"byteswap", audioop_byteswap, "($module, fragment, width, /)",
     "The octets of each sample in the opposite order."},
    {"tomono", audioop_tomono, "($module, fragment, width, lfactor, rfactor, /)",
     "The left and the right sample of each pair, each times its factor, mixed into one."},
    {"tostereo", audioop_tostereo, "($module, fragment, width, lfactor, rfactor, /)",
     "Each sample twice: times the one factor, then times the other."},
    {"lin2lin", audioop_lin2lin, "($module, fragment, width, newwidth, /)", "The samples in another width."},
    {"ratecv", audioop_ratecv,
     "($module, fragment, width, nchannels, inrate, outrate, state,\n       weightA=1, weightB=0, /)",
     "The sound at another rate, and the state to give with the piece that follows."},
};

}  // namespace

const std::span<const NativeDef> changes = table;

}  // namespace minipy::audioop
