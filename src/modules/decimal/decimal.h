// The module `_decimal`: its objects, and how they use the arithmetic of number.h.
//
// A Decimal keeps up to two words (36 digits, more than the usual precision) in itself, longer coefficients in
// a block of their own. Decimals never change. A Context is its Settings and two SignalDicts, which hold its
// traps and its flags. The current context is the value of a context variable; it is looked up again only
// when the running context of variables has changed.
//
// Invariant: an operation notes its conditions in the context before it raises, and nobody looks at the
// context after that, since raising may run other code.
//
// CPython: Modules/_decimal/_decimal.c
#pragma once

#include <array>

#include "modules/contexts/contextvars.h"
#include "modules/decimal/number.h"
#include "modules/support.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy::decimal {

extern Type decimal_type, context_type, signal_dict_mixin_type, context_manager_type;

struct Decimal : Object {
    static constexpr std::size_t inline_words = 2;

    Hash hash;  // -1: not computed yet
    std::int64_t exponent;
    union {
        Word inside[inline_words];
        Word* outside;  // of exactly `count` words
    };
    std::uint32_t count;
    Kind kind;
    bool negative;

    const Word* words() const noexcept { return count <= inline_words ? inside : outside; }
    View view() const noexcept { return {{words(), count}, exponent, kind, negative}; }
};

/// The flags or the traps of a context as a mapping from signals to bools.
struct SignalDict : Object {
    Conditions conditions;
};

struct Context : Object {
    Settings settings;
    bool capitals;
    SignalDict* traps;
    SignalDict* flags;
};

inline bool is_decimal(const Object* object) noexcept { return is_instance_of(object, decimal_type); }
inline bool is_context(const Object* object) noexcept { return is_instance_of(object, context_type); }
inline View view_of(const Object* object) noexcept { return static_cast<const Decimal*>(object)->view(); }
inline Context* as_context(Object* object) noexcept { return static_cast<Context*>(object); }
inline SignalDict* as_signal_dict(Object* object) noexcept { return static_cast<SignalDict*>(object); }

// decimal_object.cpp

/// A new Decimal, or one of a class derived from it.
NewRef new_decimal(const View& number, Type* type = &decimal_type);

// signals.cpp

/// Adds the conditions to the context's flags; raises if one of them is trapped. The argument of the exception
/// is the list of trapped conditions.
Status raise_trapped(Context* context, Conditions conditions);
inline Status note(Context* context, Conditions conditions) {
    context->flags->conditions |= conditions;
    if (conditions & context->traps->conditions) [[unlikely]]
        return raise_trapped(context, conditions);
    return done;
}
/// Makes the exceptions and SignalDict and adds them to the module.
Status add_signals(Module* module);
Ref<SignalDict> new_signal_dict();
/// A list of exceptions, or a mapping with all of them, as flags. TypeError, KeyError.
Result<Conditions> signals_argument(Object* value);
Result<Conditions> signals_of_mapping(Object* value);
Ref<Object> signals_as_list(Conditions conditions);
/// "[InvalidOperation, Rounded]".
std::string signals_text(Conditions conditions);

// context.cpp

/// The current context, borrowed; made when the thread has none yet.
Context* find_current_context();
extern std::uint64_t cached_context_stamp;
extern Context* cached_context;
inline Context* current_context() {
    if (cached_context_stamp == running_context_stamp() && cached_context) [[likely]]
        return cached_context;
    return find_current_context();
}
/// The optional argument `context`: None means the current one. TypeError.
inline Context* context_argument(Object* argument) {
    if (is_none(argument)) return current_context();
    if (is_context(argument)) [[likely]]
        return as_context(argument);
    raise(type_error_type, "optional argument must be a context");
    return nullptr;
}
/// A rounding mode by its name. TypeError.
Result<Rounding> rounding_argument(Object* value);
Status add_contexts(Module* module);
NewRef context_copy(Object* self, Object* const* arguments);
NewRef context_reduce(Object* self, Object* const* arguments);
extern const std::span<const NativeDef> context_methods, context_functions;

// conversions.cpp

/// What a constructor makes of an object, exactly; a condition otherwise.
NewRef decimal_from_object(Type* type, Object* value_or_null, Context* context);
/// The same, rounded to the context: `Context.create_decimal`.
NewRef create_decimal(Object* value, Context* context);
/// The exact value of a float or int. TypeError.
NewRef decimal_from_float(Type* type, Object* value);
Number number_from_int(const Int* value);
Number number_from_double(double value);
/// A finite number, rounded to a whole one, as int. ValueError, OverflowError.
NewRef decimal_to_int(const View& number, Context* context, Rounding rounding);
NewRef decimal_to_float(Object* self);
NewRef as_integer_ratio(Object* self, Object* const* arguments);
Result<Hash> hash_of(Object* self);
Ref<Str> decimal_text(const View& number, const Context* context, Notation notation = Notation::Scientific);

// format.cpp
NewRef decimal_format(Object* self, Object* const* arguments);

extern const std::span<const NativeDef> decimal_methods;
/// DecimalTuple.
extern Object* decimal_tuple_class;

// --- operations as natives

/// Runs a computation on numbers: `compute(conditions)` gives a Number, which becomes a new Decimal.
template <class Compute>
NewRef computed(Context* context, Compute&& compute) {
    try {
        Conditions conditions = 0;
        const Number number = compute(conditions);
        if (conditions) TRY(note(context, conditions));
        return new_decimal(number);
    } catch (const std::bad_alloc&) {
        context->flags->conditions |= condition::memory_error;
        return raise(memory_error_type);
    }
}

/// A number that an operation works on: a Decimal's own, or that of an int.
class Operand {
  public:
    /// False, without an exception, for other types.
    bool take(Object* object) {
        if (is_decimal(object)) [[likely]] {
            view_ = view_of(object);
            return true;
        }
        if (!is_int(object)) return false;
        converted_ = number_from_int(as_int(object));
        view_ = converted_;
        return true;
    }
    operator const View&() const noexcept { return view_; }
    const View& view() const noexcept { return view_; }

  private:
    Number converted_;
    View view_;
};

inline Failure raise_unsupported(Object* object) {
    return raise(type_error_type,
                 fmt::format("conversion from {} to Decimal is not supported", object->type->name));
}

/// Takes all operands or raises TypeError.
inline Status take_operands(std::initializer_list<std::pair<Operand*, Object*>> pairs) {
    for (auto [operand, object] : pairs)
        if (!operand->take(object)) return raise_unsupported(object);
    return done;
}

template <UnaryOperation* operation>
NewRef run(Context* context, Object* number) {
    if (!context) return failed;
    Operand operand;
    TRY(take_operands({{&operand, number}}));
    return computed(context,
                    [&](Conditions& conditions) { return operation(operand, context->settings, conditions); });
}

template <BinaryOperation* operation>
NewRef run(Context* context, Object* left, Object* right) {
    if (!context) return failed;
    Operand a, b;
    TRY(take_operands({{&a, left}, {&b, right}}));
    return computed(context,
                    [&](Conditions& conditions) { return operation(a, b, context->settings, conditions); });
}

/// `power(base, exponent, modulus)`; the modulus may be None.
NewRef run_power(Context* context, const View& number, const View& exponent, const Operand* modulus_or_null);
/// `(quotient, remainder)`.
NewRef run_divmod(Context* context, const View& left, const View& right);

}  // namespace minipy::decimal
