// Numbers: expressions on int, bool, float and complex and what CPython 3.11 prints for them.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

#include "objects/complex.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/number_format.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"

using namespace minipy;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

/// The repr of a result, or "Type: message" of the exception.
std::string shown(NewRef result) {
    Ref<Object> object = result;
    if (object) return std::string(str_utf8(repr(object.get()).get()));
    Ref<Object> exception = take_exception();
    return std::string(short_name(exception->type)) + ": " +
           std::string(str_utf8(to_str(exception.get()).get()));
}

/// A number from its text: "True", "12", "-1.5", "2j", "0x..." ...
Ref<Object> number(std::string_view text) {
    if (text == "True" || text == "False") return new_bool(text == "True");
    Type& type =
        text.ends_with('j') ? complex_type
        : text.find_first_of(".in") != text.npos || (text.find('e') != text.npos && !text.starts_with("0x"))
            ? float_type
            : int_type;
    Ref<Object> source = str_from_utf8(text), base = new_int(0);
    Object* const items[] = {source.get(), base.get()};
    Ref<Tuple> arguments = new_tuple(std::span(items, &type == &int_type ? 2 : 1));
    return type.slots.new_(&type, arguments.get(), nullptr);
}

std::string binary(BinaryOp op, std::string_view left, std::string_view right) {
    return shown(binary_operation(op, number(left).get(), number(right).get()));
}

std::string construct(Type& type, std::string_view text) {
    Ref<Object> source = str_from_utf8(text);
    Object* const items[] = {source.get()};
    return shown(type.slots.new_(&type, new_tuple(items).get(), nullptr));
}

std::string method(std::string_view self, std::string_view name,
                   std::initializer_list<Object*> arguments = {}) {
    Ref<Object> object = number(self);
    Object* bound[4] = {};
    std::copy(arguments.begin(), arguments.end(), bound);
    for (const NativeDef& native : object->type->spec->methods)
        if (name == native.name) {
            const bool of_class = std::string_view(native.signature).starts_with("($type");
            return shown(native.function(of_class ? object->type : object.get(), bound));
        }
    return "no such method";
}

std::string formatted(std::string_view value, std::string_view spec) {
    Ref<Object> object = number(value);
    Ref<Str> text = str_from_utf8(spec);
    return shown(is_int(object.get())     ? format_int(object.get(), text.get())
                 : is_float(object.get()) ? format_float(object.get(), text.get())
                                          : format_complex(object.get(), text.get()));
}

}  // namespace

TEST_CASE("text of doubles is the shortest that reads back") {
    const struct {
        double value;
        const char* text;
    } cases[] = {{1, "1.0"},
                 {-0.0, "-0.0"},
                 {1e16, "1e+16"},
                 {1e15, "1000000000000000.0"},
                 {1e-4, "0.0001"},
                 {1e-5, "1e-05"},
                 {0.1, "0.1"},
                 {5e-324, "5e-324"},
                 {1.5e300, "1.5e+300"},
                 {not_a_number, "nan"},
                 {-infinity, "-inf"},
                 {123456.789, "123456.789"},
                 {9007199254740993.0, "9007199254740992.0"}};
    for (const auto& [value, text] : cases) CHECK(double_repr(value) == text);
}

TEST_CASE("reading doubles rounds correctly whatever the length") {
    CHECK(parse_double("9007199254740993." + std::string(500, '0') + "1") == 9007199254740994.0);
    CHECK(parse_double("0." + std::string(400, '0') + "1e400") == 0.1);
    CHECK(parse_double("1e99999999999999999999") == infinity);
    CHECK(parse_double("1e-99999999999999999999") == 0);
    CHECK(std::signbit(parse_double("-1e-400")));
}

TEST_CASE("binary operations") {
    using enum BinaryOp;
    const struct {
        BinaryOp op;
        const char *left, *right, *result;
    } cases[] = {
        {Add, "9223372036854775807", "1", "9223372036854775808"},
        {Subtract, "-9223372036854775808", "1", "-9223372036854775809"},
        {Subtract, "9223372036854775808", "1", "9223372036854775807"},
        {Multiply, "4294967296", "-4294967296", "-18446744073709551616"},
        {FloorDivide, "-7", "2", "-4"},
        {FloorDivide, "-9223372036854775808", "-1", "9223372036854775808"},
        {Remainder, "-9223372036854775808", "-1", "0"},
        {Remainder, "-7", "2", "1"},
        {Remainder, "7", "-18446744073709551616", "-18446744073709551609"},
        {FloorDivide, "-18446744073709551617", "18446744073709551616", "-2"},
        {FloorDivide, "1", "0", "ZeroDivisionError: integer division or modulo by zero"},
        {Remainder, "1", "0", "ZeroDivisionError: integer modulo by zero"},
        {TrueDivide, "1", "0", "ZeroDivisionError: division by zero"},
        {TrueDivide, "9007199254740993", "1", "9007199254740992.0"},
        {TrueDivide, "1",
         "0x"
         "10000000000000000000000000000000000000000",
         "6.842277657836021e-49"},
        {Power, "2", "100", "1267650600228229401496703205376"},
        {Power, "-3", "3", "-27"},
        {Power, "2", "-1", "0.5"},
        {Power, "0", "-1", "ZeroDivisionError: 0.0 cannot be raised to a negative power"},
        {Power, "10.0", "400", "OverflowError: (34, 'Numerical result out of range')"},
        {Power, "-8", "0.5", "(1.7319121124709868e-16+2.8284271247461903j)"},
        {Power, "2j", "2", "(-4+0j)"},
        {Power, "0j", "-1", "ZeroDivisionError: 0.0 to a negative or complex power"},
        {LeftShift, "-1", "64", "-18446744073709551616"},
        {LeftShift, "1", "-1", "ValueError: negative shift count"},
        {LeftShift, "1", "4611686018427387904", "MemoryError: "},
        {LeftShift, "1", "73786976294838206464", "OverflowError: too many digits in integer"},
        {RightShift, "-18446744073709551617", "64", "-2"},
        {RightShift, "-5", "73786976294838206464", "-1"},
        {And, "-18446744073709551616", "0x1ffffffffffffffff", "18446744073709551616"},
        {Or, "True", "False", "True"},
        {Xor, "True", "1", "0"},
        {Add, "True", "True", "2"},
        {FloorDivide, "-1.0", "0.1", "-10.0"},
        {Remainder, "-1.0", "0.1", "5.551115123125783e-17"},
        {Remainder, "1", "0.0", "ZeroDivisionError: float modulo"},
        {TrueDivide, "1j", "0", "ZeroDivisionError: complex division by zero"},
        {FloorDivide, "1j", "1", "TypeError: unsupported operand type(s) for //: 'complex' and 'int'"},
        {Add, "1", "nan", "nan"},
    };
    for (const auto& [op, left, right, result] : cases) {
        CAPTURE(std::string(left));
        CAPTURE(std::string(right));
        CHECK(binary(op, left, right) == std::string(result));
    }
}

TEST_CASE("pow with a modulus") {
    const struct {
        const char *base, *exponent, *modulus, *result;
    } cases[] = {{"2", "5", "-7", "-3"},
                 {"3", "-1", "-7", "-2"},
                 {"2", "-1", "4", "ValueError: base is not invertible for the given modulus"},
                 {"2", "1", "0", "ValueError: pow() 3rd argument cannot be 0"},
                 {"7", "-1", "1", "0"},
                 {"-5", "0x10000000000000001", "0x7fffffffffffffff", "1605873107957974790"}};
    for (const auto& [base, exponent, modulus, result] : cases) {
        CAPTURE(base);
        CHECK(shown(int_type.slots.power(number(base).get(), number(exponent).get(), number(modulus).get())) ==
              result);
    }
}

TEST_CASE("ints and floats compare by their exact values") {
    const auto less = [](const char* left, const char* right) {
        return shown(float_type.slots.compare(number(left).get(), number(right).get(), CompareOp::Lt)) ==
               "True";
    };
    CHECK(less("9007199254740992.0", "9007199254740993"));
    CHECK_FALSE(less("9007199254740994.0", "9007199254740993"));
    CHECK(less("9.223372036854775807e18", "9223372036854775809"));
    CHECK_FALSE(less("9.223372036854775807e18", "9223372036854775807"));
    CHECK(less("-inf", "-18446744073709551616"));
    CHECK_FALSE(less("nan", "1"));
}

TEST_CASE("equal numbers hash equally") {
    const auto hash_of = [](const char* text) { return *hash(number(text).get()); };
    CHECK(hash_of("-1") == -2);
    CHECK(hash_of("2305843009213693951") == 0);
    CHECK(hash_of("-1.0") == -2);
    CHECK(hash_of("0x10000000000000000000000000") == hash_of("1267650600228229401496703205376.0"));
    CHECK(hash_of("0.5") == 1152921504606846976);
    CHECK(hash_of("inf") == 314159);
    CHECK(hash_of("3j") == 3000009);
}

TEST_CASE("small ints are shared") {
    CHECK(new_int(256).get() == new_int(256).get());
    CHECK(number("-5").get() == new_int(-5).get());
    CHECK(new_int(257).get() != Ref<Int>(new_int(257)).get());
}

TEST_CASE("constructors read text") {
    const struct {
        Type& type;
        const char *text, *result;
    } cases[] = {
        {int_type, " 1_000 ", "1000"},
        {int_type, "\u0663\u0664", "34"},
        {int_type, "1__0", "ValueError: invalid literal for int() with base 10: '1__0'"},
        {int_type, "", "ValueError: invalid literal for int() with base 10: ''"},
        {float_type, "-Infinity", "-inf"},
        {float_type, "1_0.5e-1_0", "1.05e-09"},
        {float_type, "1e", "ValueError: could not convert string to float: '1e'"},
        {complex_type, " ( 1-2J ) ", "(1-2j)"},
        {complex_type, "-j", "-1j"},
        {complex_type, "1 + 2j", "ValueError: complex() arg is a malformed string"},
    };
    for (const auto& [type, text, result] : cases) CHECK(construct(type, text) == std::string(result));
    CHECK(construct(int_type, std::string(4301, '7')) ==
          "ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; "
          "use sys.set_int_max_str_digits() to increase the limit");
}

TEST_CASE("decimal text of large ints") {
    Ref<Int> large = int_from_digits(std::string(100'000, '7'), 10, false);
    CHECK(int_digits(large.get(), 10) == std::string(100'000, '7'));
    CHECK_FALSE(int_repr(large.get()));
    CHECK(shown(nullptr) ==
          "ValueError: Exceeds the limit (4300 digits) for integer string conversion; use "
          "sys.set_int_max_str_digits() to increase the limit");
    CHECK(int_digits(new_int(-255).get(), 16) == "-ff");
}

TEST_CASE("methods") {
    Ref<Int> two = new_int(2), minus_two = new_int(-2), nine = new_int(9);
    Ref<Str> little = str_from_utf8("little"), big = str_from_utf8("big"), hex = str_from_utf8("0x1.8p-1");
    Object *yes = &true_object, *no = &false_object;
    CHECK(method("-256", "bit_length") == "9");
    CHECK(method("-0xffffffffffffffffff", "bit_count") == "72");
    CHECK(method("-129", "to_bytes", {two.get(), little.get(), yes}) == "b'\\x7f\\xff'");
    CHECK(method("-1", "to_bytes", {two.get(), little.get(), no}) ==
          "OverflowError: can't convert negative int to unsigned");
    CHECK(method("0x10000000000000000", "to_bytes", {nine.get(), big.get(), no}) ==
          "b'\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00'");
    CHECK(method("150", "__round__", {minus_two.get()}) == "200");
    CHECK(method("2.675", "__round__", {two.get()}) == "2.67");
    CHECK(method("250.0", "__round__", {minus_two.get()}) == "200.0");
    CHECK(method("0.5", "__round__") == "0");
    CHECK(method("-0.1", "as_integer_ratio") == "(-3602879701896397, 36028797018963968)");
    CHECK(method("5e-324", "hex") == "'0x0.0000000000001p-1022'");
    CHECK(method("0.0", "fromhex", {hex.get()}) == "0.75");
    CHECK(method("1j", "conjugate") == "-1j");
}

TEST_CASE("format specifications") {
    const struct {
        const char *value, *spec, *result;
    } cases[] = {
        {"1234", "010,", "'00,001,234'"},
        {"-255", "#010x", "'-0x00000ff'"},
        {"1099511627776", "_b", "'1_0000_0000_0000_0000_0000_0000_0000_0000_0000_0000'"},
        {"65", "\u20ac^5c", "'\u20ac\u20acA\u20ac\u20ac'"},
        {"1", ",x", "ValueError: Cannot specify ',' with 'x'."},
        {"1", "xx", "ValueError: Invalid format specifier 'xx' for object of type 'int'"},
        {"1", "99999999999999999", "MemoryError: "},
        {"1234.5", "+,.2f", "'+1,234.50'"},
        {"123.0", ".3", "'1.23e+02'"},
        {"-0.001", "z.1f", "'0.0'"},
        {"0.5", ".0%", "'50%'"},
        {"inf", "010F", "'0000000INF'"},
        {"2j", ">10.1f", "'  0.0+2.0j'"},
        {"2j", "05", "ValueError: Zero padding is not allowed in complex format specifier"},
    };
    for (const auto& [value, spec, result] : cases) CHECK(formatted(value, spec) == std::string(result));
}
