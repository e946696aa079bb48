// Decimals from ints, floats, texts and tuples, and back.
//
// CPython: Modules/_decimal/_decimal.c (PyDecType_FromObjectExact, dec_as_long, dec_hash)
#include <bit>
#include <cmath>

#include "modules/decimal/decimal.h"
#include "objects/float.h"
#include "objects/int_large.h"
#include "objects/list.h"
#include "objects/number_hash.h"
#include "objects/number_text.h"
#include "objects/protocol.h"
#include "objects/unicode_data.h"

namespace minipy::decimal {

// --- to numbers

namespace {

/// More limbs go by way of text, for which GMP has a fast algorithm.
constexpr std::size_t few_limbs = 60;

Words words_of_limbs(const mp_limb_t* limbs, std::size_t count) {
    Limbs rest(limbs, limbs + count);
    Words words;
    while (count) {
        words.push_back(mpn_divrem_1(rest.data(), 0, rest.data(), static_cast<mp_size_t>(count), base));
        while (count && rest[count - 1] == 0) --count;
    }
    return words;
}

Words magnitude_words(const Int* value) {
    const IntParts parts(value);
    const auto count = static_cast<std::size_t>(parts.size());
    if (count == 0) return {};
    if (count == 1) return words_of(parts.limbs()[0]);
    if (count <= few_limbs) return words_of_limbs(parts.limbs(), count);
    std::string text = int_digits(value, 10);
    return words_from_digits(std::string_view(text).substr(parts.negative()));
}

/// 5**exponent.
Words power_of_five(int exponent) {
    Words power = words_of(1), square = words_of(5);
    for (; exponent; exponent /= 2) {
        if (exponent % 2) power = multiply(power, square);
        if (exponent > 1) square = multiply(square, square);
    }
    return power;
}

Words power_of_two(int exponent) {
    Words power = words_of(1);
    for (; exponent > 0; exponent -= 59) power = multiply(power, words_of(Word{1} << std::min(exponent, 59)));
    return power;
}

}  // namespace

Number number_from_int(const Int* value) { return {value->is_negative(), magnitude_words(value), 0}; }

Number number_from_double(double value) {
    if (std::isnan(value)) return quiet_nan();
    const bool negative = std::signbit(value);
    if (std::isinf(value)) return infinity(negative);
    if (value == 0) return {negative, {}, 0};
    int exponent;
    auto mantissa = static_cast<std::uint64_t>(std::ldexp(std::frexp(std::fabs(value), &exponent), 53));
    exponent -= 53;
    const int zeros = std::countr_zero(mantissa);
    mantissa >>= zeros;
    exponent += zeros;
    const Words whole = words_of(mantissa);
    // m * 2**-k = m * 5**k * 10**-k
    if (exponent < 0) return {negative, multiply(whole, power_of_five(-exponent)), exponent};
    return {negative, multiply(whole, power_of_two(exponent)), 0};
}

namespace {

/// A text as the arithmetic reads it: digits of other scripts as 0-9, white space and underscores left out if
/// wanted. Empty if there are other characters, which is no number either.
std::string numeric_text(const Str* text, bool leniently) {
    Size start = 0, end = text->size;
    if (leniently) {
        while (end > start && unicode::is_space(text->at(end - 1))) --end;
        while (start < end && unicode::is_space(text->at(start))) ++start;
    }
    std::string ascii;
    ascii.reserve(static_cast<std::size_t>(end - start));
    for (Size i = start; i < end; ++i) {
        const char32_t c = text->at(i);
        if (leniently && c == '_') continue;
        if (0 < c && c < 128) {
            ascii += static_cast<char>(c);
            continue;
        }
        const int digit = unicode::decimal_value(c);
        if (digit < 0) return {};
        ascii += static_cast<char>('0' + digit);
    }
    return ascii;
}

/// A number that must be as it was given: what the widest context changes is invalid.
NewRef exact_decimal(Type* type, Number number, Conditions conditions, Context* context) {
    if (conditions & condition::changed) number = failure(condition::invalid_operation, conditions);
    conditions &= condition::errors;
    if (conditions) TRY(note(context, conditions));
    return new_decimal(number, type);
}

NewRef rounded_decimal(Number number, Conditions conditions, Context* context) {
    finalize(number, context->settings, conditions);
    if (conditions) TRY(note(context, conditions));
    return new_decimal(number);
}

NewRef decimal_from_ascii(Type* type, std::string_view text, Context* context, bool exact) {
    Conditions conditions = 0;
    Number number = parse(text, exact ? widest : context->settings, conditions);
    if (exact) return exact_decimal(type, std::move(number), conditions, context);
    if (conditions) TRY(note(context, conditions));
    return new_decimal(number, type);
}

NewRef decimal_from_text(Type* type, const Str* text, Context* context, bool exact) {
    if (text->ascii) {
        // Most texts are numbers as they stand.
        Conditions conditions = 0;
        const Number number = parse(text->view1(), exact ? widest : context->settings, conditions);
        if (!conditions) return new_decimal(number, type);
    }
    return decimal_from_ascii(type, numeric_text(text, exact), context, exact);
}

// --- tuples

Result<int> digit_of(Object* item, int most, const char* message) {
    if (!is_int(item)) return raise(value_error_type, message);
    const Int* number = as_int(item);
    if (!number->is_small()) return raise(overflow_error_type, "Python int too large to convert to C long");
    if (number->small < 0 || number->small > most) return raise(value_error_type, message);
    return static_cast<int>(number->small);
}

constexpr const char* bad_digits_text = "coefficient must be a tuple of digits";

/// The text after the sign of an exponent or special value.
Status append_kind(std::string& head, std::string& tail, Object* item) {
    if (is_str(item)) {
        const auto* text = static_cast<Str*>(item);
        if (str_equal(text, "F")) {
            head += "Inf";
        } else if (str_equal(text, "n")) {
            head += "NaN";
        } else if (str_equal(text, "N")) {
            head += "sNaN";
        } else {
            return raise(value_error_type, "string argument in the third position must be 'F', 'n' or 'N'");
        }
        return done;
    }
    if (!is_int(item)) return raise(value_error_type, "exponent must be an integer");
    if (!as_int(item)->is_small())
        return raise(overflow_error_type, "Python int too large to convert to C ssize_t");
    tail = fmt::format("E{}", as_int(item)->small);
    return done;
}

/// The items of a tuple or list as they lie there: no `__iter__` of a subclass runs. PyList_AsTuple.
Ref<Tuple> items_of(Object* sequence) {
    if (is_tuple(sequence)) return share(static_cast<Tuple*>(sequence));
    return new_tuple(static_cast<List*>(sequence)->span());
}

Status append_digits(std::string& text, Object* sequence, bool special, bool infinite) {
    if (!is_tuple(sequence) && !is_list(sequence)) return raise(value_error_type, bad_digits_text);
    Ref<Tuple> digits = TRY(items_of(sequence));
    if (digits->size == 0 && !special) text += '0';
    for (Object* item : digits->span()) {
        const int digit = TRY(digit_of(item, 9, bad_digits_text));
        if (!infinite) text += static_cast<char>('0' + digit);
    }
    return done;
}

/// (sign, digits, exponent) as text.
Result<std::string> tuple_text(Object* sequence) {
    Ref<Tuple> triple = TRY(items_of(sequence));
    if (triple->size != 3) return raise(value_error_type, "argument must be a sequence of length 3");
    const int sign = TRY(digit_of((*triple)[0], 1, "sign must be an integer with the value 0 or 1"));
    std::string text = sign ? "-" : "+", tail;
    TRY(append_kind(text, tail, (*triple)[2]));
    const bool special = tail.empty();
    TRY(append_digits(text, (*triple)[1], special, special && text.ends_with("Inf")));
    return text + tail;
}

NewRef decimal_from_number(Type* type, Number number, Context* context, bool exact) {
    if (!exact) return rounded_decimal(std::move(number), 0, context);
    return new_decimal(number, type);
}

NewRef convert(Type* type, Object* value, Context* context, bool exact) {
    if (is_str(value)) return decimal_from_text(type, static_cast<Str*>(value), context, exact);
    if (is_int(value)) return decimal_from_number(type, number_from_int(as_int(value)), context, exact);
    if (is_tuple(value) || is_list(value)) {
        const std::string text = TRY(tuple_text(value));
        return decimal_from_ascii(type, text, context, exact);
    }
    if (is_float(value)) {
        TRY(note(context, condition::float_operation));
        return decimal_from_number(type, number_from_double(float_value(value)), context, exact);
    }
    return raise_unsupported(value);
}

}  // namespace

NewRef decimal_from_object(Type* type, Object* value_or_null, Context* context) {
    if (!value_or_null) return new_decimal(View{}, type);
    if (is_decimal(value_or_null)) {
        if (type == &decimal_type && is_exactly(value_or_null, decimal_type)) return new_ref(value_or_null);
        return guard_memory([&] { return new_decimal(view_of(value_or_null), type); });
    }
    return guard_memory([&] { return convert(type, value_or_null, context, true); });
}

NewRef create_decimal(Object* value, Context* context) {
    if (!is_decimal(value)) return guard_memory([&] { return convert(&decimal_type, value, context, false); });
    const View number = view_of(value);
    const Settings& settings = context->settings;
    if (number.is_nan() && digits_of(number.coefficient) > settings.precision - settings.clamp) {
        TRY(note(context, condition::conversion_syntax));
        return new_decimal(quiet_nan());
    }
    return guard_memory([&] { return rounded_decimal(Number(number), 0, context); });
}

NewRef decimal_from_float(Type* type, Object* value) {
    if (is_int(value)) return guard_memory([&] { return new_decimal(number_from_int(as_int(value)), type); });
    if (!is_float(value)) return raise(type_error_type, "argument must be int or float");
    return guard_memory([&] { return new_decimal(number_from_double(float_value(value)), type); });
}

// --- from numbers

namespace {

Ref<Int> int_from_words(Natural words, bool negative) {
    if (words.size() > few_limbs) {
        Ref<Int> value = TRY(int_from_digits(coefficient_text(words), 10, false));
        if (!negative) return value;
        const IntParts parts(value.get());
        return int_from_limbs(parts.limbs(), parts.size(), true);
    }
    std::array<mp_limb_t, few_limbs + 1> limbs{};
    mp_size_t count = 0;
    for (std::size_t i = words.size(); i-- > 0;) {
        mp_limb_t carry = count ? mpn_mul_1(limbs.data(), limbs.data(), count, base) : 0;
        if (carry) limbs[static_cast<std::size_t>(count++)] = carry;
        if (count == 0) {
            limbs[0] = words[i];
            count = 1;
        } else if (mpn_add_1(limbs.data(), limbs.data(), count, words[i])) {
            limbs[static_cast<std::size_t>(count++)] = 1;
        }
    }
    return int_from_limbs(limbs.data(), count, negative);
}

Failure raise_special(const View& number, const char* what) {
    if (number.is_nan()) return raise(value_error_type, fmt::format("cannot convert NaN to {}", what));
    return raise(overflow_error_type, fmt::format("cannot convert Infinity to {}", what));
}

}  // namespace

NewRef decimal_to_int(const View& number, Context* context, Rounding rounding) {
    if (number.is_special()) return raise_special(number, "integer");
    return guard_memory([&]() -> NewRef {
        Conditions none = 0;
        const Number whole = to_integral(number, context->settings.with_rounding(rounding), none);
        if (whole.exponent == 0) return int_from_words(whole.coefficient, whole.negative);
        const Words digits = shift_left(whole.coefficient, static_cast<std::uint64_t>(whole.exponent));
        return int_from_words(digits, whole.negative);
    });
}

namespace {

/// A short coefficient and a small power of ten are doubles themselves: one operation rounds correctly.
bool is_short_double(const View& number, double& value) noexcept {
    static constexpr double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    constexpr std::int64_t highest = std::size(powers) - 1;
    const Natural digits = number.coefficient;
    if (number.is_special() || digits.size() > 1 || number.exponent > highest || number.exponent < -highest)
        return false;
    const Word coefficient = digits.empty() ? 0 : digits[0];
    if (coefficient > Word{1} << 53) return false;
    value = static_cast<double>(coefficient);
    value = number.exponent < 0 ? value / powers[-number.exponent] : value * powers[number.exponent];
    if (number.negative) value = -value;
    return true;
}

}  // namespace

NewRef decimal_to_float(Object* self) {
    const View number = view_of(self);
    double value;
    if (is_short_double(number, value)) return new_float(value);
    if (number.is_nan()) {
        if (number.kind == Kind::SignalingNan)
            return raise(value_error_type, "cannot convert signaling NaN to float");
        return new_float(std::copysign(std::nan(""), number.negative ? -1.0 : 1.0));
    }
    return guard_memory([&]() -> NewRef {
        if (number.is_infinite()) return new_float(number.negative ? -INFINITY : INFINITY);
        // The exponent form: the point does not move far.
        return new_float(parse_double(to_text(number, Notation::Exponent, false)));
    });
}

NewRef as_integer_ratio(Object* self, Object* const*) {
    const View number = view_of(self);
    if (number.is_special()) return raise_special(number, "integer ratio");
    return guard_memory([&]() -> NewRef {
        const std::int64_t exponent = number.is_zero() ? 0 : number.exponent;
        if (exponent >= 0) {
            const Words whole = shift_left(number.coefficient, static_cast<std::uint64_t>(exponent));
            Ref<Int> numerator = TRY(int_from_words(whole, number.negative));
            return tuple_of(numerator.get(), new_int(1).get());
        }
        const Words tens = shift_left(one, static_cast<std::uint64_t>(-exponent));
        Ref<Int> numerator = TRY(int_from_words(number.coefficient, number.negative));
        Ref<Int> denominator = TRY(int_from_words(tens, false));
        Mpz divisor, quotient;
        mpz_gcd(divisor, MpzView(numerator.get()), MpzView(denominator.get()));
        mpz_divexact(quotient, MpzView(numerator.get()), divisor);
        numerator = TRY(int_from_mpz(quotient));
        mpz_divexact(quotient, MpzView(denominator.get()), divisor);
        denominator = TRY(int_from_mpz(quotient));
        return tuple_of(numerator.get(), denominator.get());
    });
}

namespace {

std::uint64_t product_modulo(std::uint64_t left, std::uint64_t right) noexcept {
    return static_cast<std::uint64_t>(static_cast<DoubleWord>(left) * right % hash_modulus);
}

std::uint64_t power_modulo(std::uint64_t number, std::uint64_t exponent) noexcept {
    std::uint64_t power = 1;
    for (; exponent; exponent /= 2) {
        if (exponent % 2) power = product_modulo(power, number);
        number = product_modulo(number, number);
    }
    return power;
}

/// The inverse of 10 modulo 2**61 - 1.
constexpr std::uint64_t inverse_of_ten = 2075258708292324556;
static_assert(static_cast<std::uint64_t>(static_cast<DoubleWord>(inverse_of_ten) * 10 % hash_modulus) == 1);

Hash hash_of_number(const View& number) noexcept {
    std::uint64_t residue = 0;
    for (std::size_t i = number.coefficient.size(); i-- > 0;)
        residue = (product_modulo(residue, base % hash_modulus) + number.coefficient[i]) % hash_modulus;
    const std::int64_t exponent = number.exponent;
    residue = product_modulo(
        residue, exponent >= 0 ? power_modulo(10, static_cast<std::uint64_t>(exponent))
                               : power_modulo(inverse_of_ten, static_cast<std::uint64_t>(-exponent)));
    return finish_hash(residue, number.negative);
}

}  // namespace

Result<Hash> hash_of(Object* self) {
    auto* decimal = static_cast<Decimal*>(self);
    if (decimal->hash != -1) return decimal->hash;
    const View number = decimal->view();
    if (number.kind == Kind::SignalingNan) return raise(type_error_type, "Cannot hash a signaling NaN value");
    if (number.is_nan())
        decimal->hash = double_hash(self, std::nan(""));
    else if (number.is_infinite())
        decimal->hash = number.negative ? -hash_of_infinity : hash_of_infinity;
    else
        decimal->hash = hash_of_number(number);
    return decimal->hash;
}

Ref<Str> decimal_text(const View& number, const Context* context, Notation notation) {
    return guard_memory(
        [&]() -> Ref<Str> { return str_from_latin1(to_text(number, notation, context->capitals)); });
}

}  // namespace minipy::decimal
