// audioop: numbers that tell something of a piece of sound: its largest sample, its power, where it resembles
// another one.
//
// Sums are kept as double, whose 53 bits hold 2 million squares of the largest 16-bit sample without loss.
//
// CPython: Modules/audioop.c
#include <algorithm>
#include <cmath>
#include <limits>

#include "modules/audioop/audioop.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"

namespace minipy::audioop {
namespace {

NewRef audioop_getsample(Object*, Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.convert(arguments[0], arguments[1]));
    const Size index = TRY(argument_size(arguments[2]));
    TRY(fragment.check());
    if (index < 0 || index >= fragment.count()) return raise(*error_class, "Index out of range");
    const char* at = fragment.buffer.data + index * fragment.width;
    return new_int(with_width(fragment.width, [at](auto width) { return read_sample<width>(at); }));
}

NewRef audioop_max(Object*, Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.acquire(arguments));
    std::int64_t largest = 0;
    for_each_sample(fragment, [&](std::int64_t sample) { largest = std::max(largest, std::abs(sample)); });
    return new_int(largest);
}

NewRef audioop_minmax(Object*, Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.acquire(arguments));
    // What is left of an empty fragment, whatever its width.
    std::int32_t least = largest_sample<4>, most = smallest_sample<4>;
    for_each_sample(fragment, [&](std::int32_t sample) {
        least = std::min(least, sample);
        most = std::max(most, sample);
    });
    return pack({new_int(least).get(), new_int(most).get()});
}

NewRef audioop_avg(Object*, Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.acquire(arguments));
    if (fragment.buffer.size == 0) return new_int(0);
    double sum = 0;
    for_each_sample(fragment, [&](double sample) { sum += sample; });
    return new_int(static_cast<std::int64_t>(std::floor(sum / static_cast<double>(fragment.count()))));
}

NewRef audioop_rms(Object*, Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.acquire(arguments));
    if (fragment.buffer.size == 0) return new_int(0);
    double sum = 0;
    for_each_sample(fragment, [&](double sample) { sum += sample * sample; });
    return new_int(static_cast<std::int64_t>(std::sqrt(sum / static_cast<double>(fragment.count()))));
}

NewRef audioop_cross(Object*, Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.acquire(arguments));
    Size crossings = -1;  // the first sample counts as a crossing
    int previous = -1;
    for_each_sample(fragment, [&](std::int32_t sample) {
        const int negative = sample < 0;
        crossings += negative != previous;
        previous = negative;
    });
    return new_int(crossings);
}

/// Calls `use(distance)` for each two extreme values that follow one another. The ends of the fragment are no
/// extreme values, and neither is a run of equal samples between a rise and a rise.
template <class Use>
void for_each_swing(const Fragment& fragment, Use use) {
    enum class Direction { None, Up, Down };
    Direction direction = Direction::None;
    bool any = false, has_extreme = false;
    std::int64_t previous = 0, extreme = 0;
    for_each_sample(fragment, [&](std::int64_t sample) {
        if (any && sample != previous) {
            const Direction now = sample < previous ? Direction::Down : Direction::Up;
            if (direction != Direction::None && direction != now) {
                if (has_extreme) use(std::abs(previous - extreme));
                has_extreme = true;
                extreme = previous;
            }
            direction = now;
        }
        any = true;
        previous = sample;
    });
}

NewRef audioop_avgpp(Object*, Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.acquire(arguments));
    double sum = 0;
    Size swings = 0;
    for_each_swing(fragment, [&](std::int64_t distance) {
        sum += static_cast<double>(distance);
        ++swings;
    });
    return new_int(swings ? static_cast<std::int64_t>(sum / static_cast<double>(swings)) : 0);
}

NewRef audioop_maxpp(Object*, Object* const* arguments) {
    Fragment fragment;
    TRY(fragment.acquire(arguments));
    std::int64_t widest = 0;
    for_each_swing(fragment, [&](std::int64_t distance) { widest = std::max(widest, distance); });
    return new_int(widest);
}

// --- Likeness of two pieces of 16-bit sound

/// Octets as 16-bit samples.
struct Samples {
    HeldBuffer buffer;

    /// audioop.error "Strings should be even-sized".
    Status check() const {
        if (buffer.size % 2 == 0) return done;
        return raise(*error_class, "Strings should be even-sized");
    }
    Size count() const noexcept { return buffer.size / 2; }
    double operator[](Size index) const noexcept { return read_sample<2>(buffer.data + 2 * index); }
};

/// The sum of products of `count` samples, from `start` on in the first piece.
double product(const Samples& first, Size start, const Samples& second, Size count) {
    double sum = 0;
    for (Size i = 0; i < count; ++i) sum += first[start + i] * second[i];
    return sum;
}

Status two_pieces(Object* const* arguments, Samples& first, Samples& second) {
    TRY(get_buffer(arguments[0], first.buffer, buffer_flag::simple));
    TRY(get_buffer(arguments[1], second.buffer, buffer_flag::simple));
    TRY(first.check());
    return second.check();
}

/// For each place, the factor is looked for by which the reference comes nearest to the piece there; the place
/// where the distance that remains is smallest in proportion wins. With sums over the reference's length, the
/// distance is (sum(R*R) * sum(A*A) - sum(A*R)^2) / sum(A*A).
NewRef audioop_findfit(Object*, Object* const* arguments) {
    Samples piece, reference;
    TRY(two_pieces(arguments, piece, reference));
    const Size count = reference.count();
    if (piece.count() < count) return raise(*error_class, "First sample should be longer");
    const double reference_power = product(reference, 0, reference, count);
    double power = product(piece, 0, piece, count);
    Size best = 0;
    double best_distance = 0;
    for (Size start = 0; start <= piece.count() - count; ++start) {
        if (start > 0) {
            const double left = piece[start - 1], entered = piece[start + count - 1];
            power = power + entered * entered - left * left;
        }
        const double likeness = product(piece, start, reference, count);
        const double distance = (reference_power * power - likeness * likeness) / power;
        if (start > 0 && !(distance < best_distance)) continue;
        best = start;
        best_distance = distance;
    }
    const double factor = product(piece, best, reference, count) / reference_power;
    return pack({new_int(best).get(), new_float(factor).get()});
}

NewRef audioop_findfactor(Object*, Object* const* arguments) {
    Samples piece, reference;
    TRY(two_pieces(arguments, piece, reference));
    const Size count = reference.count();
    if (piece.count() != count) return raise(*error_class, "Samples should be same size");
    return new_float(product(piece, 0, reference, count) / product(reference, 0, reference, count));
}

/// The power of the piece at each place follows from the one before by the sample that leaves and the one that
/// enters.
NewRef audioop_findmax(Object*, Object* const* arguments) {
    Samples piece;
    TRY(get_buffer(arguments[0], piece.buffer, buffer_flag::simple));
    const Size count = TRY(argument_size(arguments[1]));
    TRY(piece.check());
    if (count < 0 || piece.count() < count) return raise(*error_class, "Input sample should be longer");
    double power = product(piece, 0, piece, count), most = power;
    Size best = 0;
    for (Size start = 1; start <= piece.count() - count; ++start) {
        const double left = piece[start - 1], entered = piece[start + count - 1];
        power = power + entered * entered - left * left;
        if (!(power > most)) continue;
        most = power;
        best = start;
    }
    return new_int(best);
}

constexpr NativeDef table[] = {
    {"getsample", audioop_getsample, "($module, fragment, width, index, /)", "The sample at that place."},
    {"max", audioop_max, "($module, fragment, width, /)", "The largest absolute value of a sample."},
    {"minmax", audioop_minmax, "($module, fragment, width, /)", "The smallest and the largest sample."},
    {"avg", audioop_avg, "($module, fragment, width, /)", "The mean of the samples."},
    {"rms", audioop_rms, "($module, fragment, width, /)",
     "The root of the samples' mean square: the power of the sound."},
    {"avgpp", audioop_avgpp, "($module, fragment, width, /)",
     "The mean distance between extreme values that follow one another."},
    {"maxpp", audioop_maxpp, "($module, fragment, width, /)",
     "The largest distance between extreme values that follow one another."},
    {"cross", audioop_cross, "($module, fragment, width, /)", "How often the sound goes through zero."},
    {"findfit", audioop_findfit, "($module, fragment, reference, /)",
     "Where, and made how much louder, the reference comes nearest to the sound."},
    {"findfactor", audioop_findfactor, "($module, fragment, reference, /)",
     "The factor by which the reference comes nearest to the sound."},
    {"findmax", audioop_findmax, "($module, fragment, length, /)",
     "Where the piece of that length with the most power is."},
};

}  // namespace

const std::span<const NativeDef> measures = table;

}  // namespace minipy::audioop
