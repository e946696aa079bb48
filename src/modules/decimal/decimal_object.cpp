// decimal.Decimal: the object, its operators and its comparisons.
//
// CPython: Modules/_decimal/_decimal.c (PyDec_Type)
#include "modules/decimal/decimal.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/complex.h"
#include "objects/construct.h"
#include "objects/float.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "vm/import.h"

namespace minipy::decimal {

NewRef new_decimal(const View& number, Type* type) {
    const std::size_t count = number.coefficient.size();
    Word* outside = nullptr;
    if (count > Decimal::inline_words) {
        outside = static_cast<Word*>(allocate(count * sizeof(Word)));
        std::copy_n(number.coefficient.data(), count, outside);
    }
    Decimal* made;
    if (type == &decimal_type) [[likely]] {
        made = static_cast<Decimal*>(allocate(sizeof(Decimal)));
        made->refcount = 1;
        made->type = type;
    } else {
        made = static_cast<Decimal*>(allocate_instance(type));
    }
    made->hash = -1;
    made->exponent = number.is_special() ? 0 : number.exponent;
    made->count = static_cast<std::uint32_t>(count);
    made->kind = number.kind;
    made->negative = number.negative;
    if (outside) {
        made->outside = outside;
    } else {
        made->inside[0] = count > 0 ? number.coefficient[0] : 0;
        made->inside[1] = count > 1 ? number.coefficient[1] : 0;
    }
    return NewRef(made);
}

namespace {

void decimal_dealloc(Object* self) noexcept {
    auto* decimal = static_cast<Decimal*>(self);
    if (decimal->count > Decimal::inline_words) release(decimal->outside, decimal->count * sizeof(Word));
    if (is_exactly(self, decimal_type)) return release(self, sizeof(Decimal));
    free_object(self);
}

NewRef decimal_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"value", "context"};
    Object* bound[2];
    TRY(bind_arguments("", names, arguments, keywords_or_null, bound));
    Context* context = context_argument(bound[1] ? bound[1] : &none);
    if (!context) return failed;
    return decimal_from_object(type, bound[0], context);
}

NewRef decimal_construct(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (!is_one_argument(positional, keyword_names))
        return construct_generally(callable, arguments, positional, keyword_names);
    Context* context = current_context();
    if (!context) return failed;
    return decimal_from_object(static_cast<Type*>(callable), arguments[0], context);
}

NewRef decimal_str(Object* self) {
    const Context* context = current_context();
    if (!context) return failed;
    return decimal_text(view_of(self), context);
}

NewRef decimal_repr(Object* self) {
    const Context* context = current_context();
    if (!context) return failed;
    return guard_memory([&]() -> NewRef {
        const std::string text = to_text(view_of(self), Notation::Scientific, context->capitals);
        return str_from_latin1("Decimal('" + text + "')");
    });
}

// --- operators

template <UnaryOperation* operation>
NewRef unary_operator(Object* self) {
    return run<operation>(current_context(), self);
}

/// Takes the operands of an operator; what is no number gives NotImplemented, by false.
bool take_both(Operand& a, Operand& b, Object* left, Object* right) { return a.take(left) && b.take(right); }

template <BinaryOperation* operation>
NewRef binary_operator(Object* left, Object* right) {
    Context* context = current_context();
    if (!context) return failed;
    if (is_exactly(left, decimal_type) && is_exactly(right, decimal_type)) [[likely]]
        return computed(context, [&](Conditions& conditions) {
            return operation(view_of(left), view_of(right), context->settings, conditions);
        });
    return guard_memory([&]() -> NewRef {
        Operand a, b;
        if (!take_both(a, b, left, right)) return new_ref(&not_implemented);
        return computed(context,
                        [&](Conditions& conditions) { return operation(a, b, context->settings, conditions); });
    });
}

NewRef decimal_divmod(Object* left, Object* right) {
    Context* context = current_context();
    if (!context) return failed;
    return guard_memory([&]() -> NewRef {
        Operand a, b;
        if (!take_both(a, b, left, right)) return new_ref(&not_implemented);
        return run_divmod(context, a, b);
    });
}

NewRef decimal_power(Object* number, Object* exponent, Object* modulus) {
    Context* context = current_context();
    if (!context) return failed;
    return guard_memory([&]() -> NewRef {
        Operand a, b, c;
        if (!take_both(a, b, number, exponent)) return new_ref(&not_implemented);
        if (is_none(modulus)) return run_power(context, a, b, nullptr);
        if (!c.take(modulus)) return new_ref(&not_implemented);
        return run_power(context, a, b, &c);
    });
}

Result<bool> decimal_truth(Object* self) { return !view_of(self).is_zero(); }

NewRef decimal_to_int_down(Object* self) {
    Context* context = current_context();
    if (!context) return failed;
    return decimal_to_int(view_of(self), context, Rounding::Down);
}

// --- comparison

/// Two numbers to compare in place of a Decimal and something else.
struct Comparands {
    Operand left, right;
    Number left_made, right_made;
    View a, b;
};

/// A fraction n/d is compared as left * d with n.
Status take_rational(Comparands& pair, Object* other) {
    Operand numerator, denominator;
    Ref<Object> n = TRY(get_attribute(other, name<"numerator">));
    if (!is_int(n.get())) return raise(type_error_type, "argument must be an integer");
    pair.right_made = number_from_int(as_int(n.get()));
    pair.b = pair.right_made;
    if (pair.a.is_special()) return done;
    Ref<Object> d = TRY(get_attribute(other, name<"denominator">));
    if (!is_int(d.get())) return raise(type_error_type, "argument must be an integer");
    Conditions conditions = 0;
    View whole = pair.a;
    whole.exponent = 0;
    pair.left_made = multiply(whole, number_from_int(as_int(d.get())), widest, conditions);
    if (conditions) return raise(value_error_type, "exact conversion for comparison failed");
    pair.left_made.exponent = pair.a.exponent;
    pair.a = pair.left_made;
    return done;
}

Status take_double(Comparands& pair, double value, Context* context) {
    context->flags->conditions |= condition::float_operation;
    pair.right_made = number_from_double(value);
    pair.b = pair.right_made;
    return done;
}

/// numbers.Rational.
Object* rational_class() {
    static Object* kept = nullptr;
    if (!kept) {
        Ref<Object> module = import_module("numbers");
        if (!module) return nullptr;
        Ref<Object> found = get_attribute(module.get(), name<"Rational">);
        kept = found.release();
    }
    return kept;
}

/// False if the other object is no number that can be compared.
Result<bool> take_comparands(Comparands& pair, Object* self, Object* other, bool equality, Context* context) {
    pair.a = view_of(self);
    if (pair.right.take(other)) {
        pair.b = pair.right;
        return true;
    }
    if (is_float(other)) {
        if (!equality) TRY(note(context, condition::float_operation));
        TRY(take_double(pair, float_value(other), context));
        return true;
    }
    if (is_complex(other) && equality) {
        const auto* value = static_cast<Complex*>(other);
        if (value->imaginary != 0.0) return false;
        TRY(take_double(pair, value->real, context));
        return true;
    }
    Object* rational = rational_class();
    if (!rational) return failed;
    if (!TRY(is_instance(other, rational))) return false;
    TRY(take_rational(pair, other));
    return true;
}

NewRef compare_views(const View& a, const View& b, CompareOp op, Context* context) {
    if (!a.is_nan() && !b.is_nan()) return new_bool(holds(op, compare_values(a, b)));
    const bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
    if (!equality || a.kind == Kind::SignalingNan || b.kind == Kind::SignalingNan)
        TRY(note(context, condition::invalid_operation));
    return new_bool(op == CompareOp::Ne);
}

NewRef decimal_compare(Object* self, Object* other, CompareOp op) {
    Context* context = current_context();
    if (!context) return failed;
    if (is_decimal(other)) [[likely]]
        return compare_views(view_of(self), view_of(other), op, context);
    return guard_memory([&]() -> NewRef {
        Comparands pair;
        Ref<Context> keep = share(context);
        const bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
        if (!TRY(take_comparands(pair, self, other, equality, context))) return new_ref(&not_implemented);
        return compare_views(pair.a, pair.b, op, context);
    });
}

NewRef decimal_real(Object* self) { return new_ref(self); }
NewRef decimal_imaginary(Object*) { return new_decimal(View{}); }

constexpr GetSetDef decimal_getset[] = {
    {"real", decimal_real, nullptr, nullptr},
    {"imag", decimal_imaginary, nullptr, nullptr},
};

const TypeSpec decimal_spec = {
    .name = "decimal.Decimal",
    .basic_size = sizeof(Decimal),
    .flags = type_flag::base_type,
    .doc =
        "A decimal number, made exactly from an int, a text, a tuple of sign, digits and exponent, a float\n"
        "or another Decimal. The context is asked only for what to do about an invalid text.",
    .slots = {.new_ = decimal_new,
              .dealloc = decimal_dealloc,
              .repr = decimal_repr,
              .str = decimal_str,
              .hash = hash_of,
              .compare = decimal_compare,
              .get_attribute = generic_get_attribute,
              .construct = decimal_construct,
              .add = binary_operator<add>,
              .subtract = binary_operator<subtract>,
              .multiply = binary_operator<multiply>,
              .remainder = binary_operator<remainder>,
              .divmod = decimal_divmod,
              .power = decimal_power,
              .negative = unary_operator<minus>,
              .positive = unary_operator<plus>,
              .absolute = unary_operator<absolute>,
              .truth = decimal_truth,
              .to_int = decimal_to_int_down,
              .to_float = decimal_to_float,
              .floor_divide = binary_operator<divide_whole>,
              .true_divide = binary_operator<divide>},
    .methods = decimal_methods,
    .getset = decimal_getset,
    .signature = "(value=\"0\", context=None)",
};

}  // namespace

Type decimal_type(decimal_spec);

NewRef run_power(Context* context, const View& number, const View& exponent, const Operand* modulus_or_null) {
    return computed(context, [&](Conditions& conditions) {
        const Settings& settings = context->settings;
        return modulus_or_null ? power_modulo(number, exponent, *modulus_or_null, settings, conditions)
                               : power(number, exponent, settings, conditions);
    });
}

NewRef run_divmod(Context* context, const View& left, const View& right) {
    return guard_memory([&]() -> NewRef {
        Conditions conditions = 0;
        Number rest;
        const Number quotient = divide_with_remainder(left, right, rest, context->settings, conditions);
        TRY(note(context, conditions));
        Ref<Object> a = TRY(new_decimal(quotient)), b = TRY(new_decimal(rest));
        return tuple_of(a.get(), b.get());
    });
}

}  // namespace minipy::decimal
