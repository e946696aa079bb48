// fsum, prod, hypot, dist: sums and products of many numbers.
//
// fsum keeps the exact sum as a list of doubles that do not overlap (Shewchuk); hypot and dist add squares with
// their rounding errors and correct the square root once, so that the result is nearly always the nearest
// double.
//
// CPython: Modules/mathmodule.c (math_fsum, vector_norm)
#include <boost/container/small_vector.hpp>
#include <cmath>

#include "modules/math/math.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/number_convert.h"
#include "objects/protocol.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

using Numbers = boost::container::small_vector<double, 16>;

/// Adds x to the partial sums exactly: afterwards they are again without overlap, the largest last.
void add_exactly(Numbers& partials, double x) {
    std::size_t kept = 0;
    for (double y : partials) {
        if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
        const double high = x + y, low = y - (high - x);
        if (low != 0.0) partials[kept++] = low;
        x = high;
    }
    partials.resize(kept);
    partials.push_back(x);
}

/// The partial sums as one double, rounded half to even over all of them.
double rounded_sum(const Numbers& partials) noexcept {
    std::size_t n = partials.size();
    if (n == 0) return 0.0;
    double high = partials[--n], low = 0.0;
    while (n > 0) {
        const double x = high, y = partials[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0.0) break;
    }
    // A tie is decided by the sign of what follows.
    if (n > 0 && ((low < 0.0 && partials[n - 1] < 0.0) || (low > 0.0 && partials[n - 1] > 0.0))) {
        const double twice = low * 2.0, x = high + twice;
        if (twice == x - high) high = x;
    }
    return high;
}

/// |vector| scaled by its largest component, squares added with their errors.
double euclidean_length(const Numbers& vector) noexcept {
    double largest = 0.0;
    bool any_nan = false;
    for (const double x : vector) {
        any_nan |= std::isnan(x);
        if (std::fabs(x) > largest) largest = std::fabs(x);
    }
    if (std::isinf(largest)) return largest;
    if (any_nan) return NAN;
    if (largest == 0.0 || vector.size() <= 1) return largest;
    int exponent;
    std::frexp(largest, &exponent);
    double sum = 0.0, error = 0.0;
    for (const double component : vector) {
        const double x = std::ldexp(component, -exponent), square = x * x, before = sum;
        sum += square;
        error += (std::fabs(before) >= square ? (before - sum) + square : (square - sum) + before) +
                 std::fma(x, x, -square);
    }
    double length = std::sqrt(sum + error);
    length += (std::fma(-length, length, sum) + error) / (2.0 * length);
    return std::ldexp(length, exponent);
}

}  // namespace

NewRef math_fsum(Object*, Object* const* arguments) {
    Ref<Object> iterator = TRY(iterate(arguments[0]));
    Numbers partials;
    double special = 0.0, infinities = 0.0;
    while (Ref<Object> item = next(iterator.get())) {
        const double x = TRY(argument_double(item.get()));
        if (!std::isfinite(x)) {
            if (std::isinf(x)) infinities += x;
            special += x;
            continue;
        }
        add_exactly(partials, x);
        if (!std::isfinite(partials.back())) return raise(overflow_error_type, "intermediate overflow in fsum");
    }
    if (pending_exception()) return failed;
    if (std::isnan(infinities)) return raise(value_error_type, "-inf + inf in fsum");
    if (special != 0.0) return new_float(special);
    return new_float(rounded_sum(partials));
}

NewRef math_prod(Object*, Object* const* arguments) {
    Ref<Object> iterator = TRY(iterate(arguments[0]));
    Ref<Object> product = share(arguments[1]);
    while (Ref<Object> item = next(iterator.get()))
        product = TRY(binary_operation(BinaryOp::Multiply, product.get(), item.get()));
    if (pending_exception()) return failed;
    return product;
}

NewRef math_hypot(Object*, Object* const* arguments) {
    Numbers vector;
    for (Object* coordinate : static_cast<Tuple*>(arguments[0])->span())
        vector.push_back(TRY(argument_double(coordinate)));
    return new_float(euclidean_length(vector));
}

NewRef math_dist(Object*, Object* const* arguments) {
    Ref<Tuple> p = TRY(sequence_to_tuple(arguments[0]));
    Ref<Tuple> q = TRY(sequence_to_tuple(arguments[1]));
    if (p->size != q->size)
        return raise(value_error_type, "both points must have the same number of dimensions");
    Numbers vector;
    for (Size i = 0; i < p->size; ++i) {
        const double a = TRY(argument_double((*p)[i])), b = TRY(argument_double((*q)[i]));
        vector.push_back(a - b);
    }
    return new_float(euclidean_length(vector));
}

}  // namespace minipy
