// The methods, attributes and constructor of complex.
//
// CPython: Objects/complexobject.c
#include <fmt/format.h>

#include <optional>

#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/complex.h"
#include "objects/complex_slots.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/names.h"
#include "objects/number_convert.h"
#include "objects/number_format.h"
#include "objects/number_text.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

const Complex* as_complex(const Object* object) noexcept { return static_cast<const Complex*>(object); }

NewRef complex_conjugate(Object* self, Object* const*) {
    return new_complex(as_complex(self)->real, -as_complex(self)->imaginary);
}

NewRef complex_complex(Object* self, Object* const*) { return complex_exact(self); }

NewRef complex_getnewargs(Object* self, Object* const*) {
    Ref<Float> real = new_float(as_complex(self)->real), imaginary = new_float(as_complex(self)->imaginary);
    Object* const items[] = {real.get(), imaginary.get()};
    return new_tuple(items);
}

NewRef complex_format(Object* self, Object* const* arguments) {
    TRY(str_argument(arguments[0], "__format__"));
    const Str* spec = static_cast<const Str*>(arguments[0]);
    return spec->size == 0 ? NewRef(to_str(self)) : NewRef(format_complex(self, spec));
}

constexpr NativeDef method_table[] = {
    {"conjugate", complex_conjugate, "($self, /)", "The number with the sign of its imaginary part turned."},
    {"__complex__", complex_complex, "($self, /)", "The number itself, as exactly complex."},
    {"__getnewargs__", complex_getnewargs, "($self, /)", nullptr},
    {"__format__", complex_format, "($self, format_spec, /)", "The number as text by a format specification."},
};

constexpr MemberDef member_table[] = {
    {"real", MemberKind::Double, offsetof(Complex, real), true, "the real part of a complex number"},
    {"imag", MemberKind::Double, offsetof(Complex, imaginary), true, "the imaginary part of a complex number"},
};

struct Parts {
    double real = 0, imaginary = 0;
};

/// Cuts a number off the start of the text.
std::optional<double> take_double(std::string_view& text) {
    const std::size_t length = double_prefix(text);
    if (length == 0) return {};
    const double value = read_double(text.substr(0, length));
    text.remove_prefix(length);
    return value;
}

bool take_unit(std::string_view& text) noexcept {
    if (text.empty() || (text[0] | 0x20) != 'j') return false;
    text.remove_prefix(1);
    return true;
}

/// The number in front of a "j": a lone sign, or nothing, stands for one.
double take_imaginary(std::string_view& text) {
    if (std::optional<double> value = take_double(text)) return *value;
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    return negative ? -1.0 : 1.0;
}

/// "x", "yj" or "x+yj", without blanks around.
std::optional<Parts> read_parts(std::string_view text) {
    Parts parts;
    if (std::optional<double> first = take_double(text)) {
        if (take_unit(text)) {
            parts.imaginary = *first;
        } else {
            parts.real = *first;
            if (text.starts_with('+') || text.starts_with('-')) {
                parts.imaginary = take_imaginary(text);
                if (!take_unit(text)) return {};
            }
        }
    } else {
        parts.imaginary = take_imaginary(text);
        if (!take_unit(text)) return {};
    }
    if (!text.empty()) return {};
    return parts;
}

NewRef complex_of_text(Str* source) {
    const std::string ascii = ascii_number_text(source);
    std::optional<std::string> text = drop_underscores(strip_spaces(ascii));
    if (!text) {
        Ref<Str> shown = TRY(repr(source));
        return raise(value_error_type,
                     fmt::format("could not convert string to complex: {}", str_utf8(shown.get())));
    }
    std::string_view number = *text;
    if (number.size() >= 2 && number.front() == '(' && number.back() == ')')
        number = strip_spaces(number.substr(1, number.size() - 2));
    const std::optional<Parts> parts = read_parts(number);
    if (!parts) return raise(value_error_type, "complex() arg is a malformed string");
    return new_complex(parts->real, parts->imaginary);
}

/// One argument of the constructor, which may be complex itself; `refusal` is the message's beginning.
Result<Parts> number_parts(Object* object, const char* refusal) {
    if (is_complex(object)) return Parts{as_complex(object)->real, as_complex(object)->imaginary};
    if (!object->type->slots.to_float && !has_index(object))
        return raise(type_error_type, fmt::format("{}, not '{}'", refusal, object->type->name));
    return Parts{TRY(argument_double(object)), 0};
}

/// complex(real, imag) is real + imag * 1j, with zeros keeping their signs.
Result<Parts> combine(Object* real, Object* imaginary) {
    Ref<Object> converted = call_complex_method(real);
    if (pending_exception()) return failed;
    if (converted) real = converted.get();
    Parts result = TRY(number_parts(real, "complex() first argument must be a string or a number"));
    if (!imaginary) return result;
    const Parts second = TRY(number_parts(imaginary, "complex() second argument must be a number"));
    if (is_complex(imaginary)) result.real -= second.imaginary;
    result.imaginary = is_complex(real) ? result.imaginary + second.real : second.real;
    return result;
}

}  // namespace

constinit const std::span<const NativeDef> complex_methods = method_table;
constinit const std::span<const MemberDef> complex_members = member_table;

Ref<Object> call_complex_method(Object* object) {
    if (is_exactly(object, complex_type)) return nullptr;
    Ref<Object> method = lookup_special(object, name<"__complex__">);
    if (!method) return nullptr;
    Ref<Object> result = TRY(call(method.get(), {}));
    if (is_exactly(result.get(), complex_type)) return result;
    const std::string refusal = fmt::format("__complex__ returned non-complex (type {})", result->type->name);
    if (!is_complex(result.get())) return raise(type_error_type, refusal);
    TRY(warn(deprecation_warning_type,
             refusal +
                 ".  The ability to return an instance of a strict subclass of complex is deprecated, and may "
                 "not be supported in a future version of Python."));
    return result;
}

NewRef complex_new(Type* type, Tuple* arguments, Dict* keywords) {
    static constexpr const char* names[] = {"real", "imag"};
    Object* values[2] = {};
    TRY(bind_arguments("complex", names, arguments, keywords, values));
    auto [real, imaginary] = values;
    Ref<Int> zero = new_int(0);
    if (!real) real = zero.get();
    if (type == &complex_type && !imaginary && is_exactly(real, complex_type)) return new_ref(real);
    if (is_str(real) && imaginary)
        return raise(type_error_type, "complex() can't take second arg if first is a string");
    if (imaginary && is_str(imaginary)) return raise(type_error_type, "complex() second arg can't be a string");
    Ref<Object> made;
    if (is_str(real)) {
        made = TRY(complex_of_text(static_cast<Str*>(real)));
    } else {
        const Parts parts = TRY(combine(real, imaginary));
        made = new_complex(parts.real, parts.imaginary);
    }
    if (type == &complex_type) return made;
    auto* instance = static_cast<Complex*>(allocate_instance(type));
    instance->real = as_complex(made.get())->real;
    instance->imaginary = as_complex(made.get())->imaginary;
    return NewRef(instance);
}

}  // namespace minipy
