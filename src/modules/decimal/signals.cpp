// The signals: exceptions for the conditions of arithmetic, and SignalDict, the mapping from them to bools.
//
// Nine signals can be trapped. InvalidOperation stands for several conditions, which have exceptions of their
// own, derived from it: those are only named in the list that is the raised exception's argument.
//
// CPython: Modules/_decimal/_decimal.c (signal_map, cond_map, PyDecSignalDictMixin_Type)
#include "modules/buffer_argument.h"
#include "modules/decimal/decimal.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/slot_table.h"
#include "vm/import.h"

namespace minipy::decimal {
namespace {

struct Signal {
    const char* name;
    Conditions conditions;
    Type* exception = nullptr;  // made with the module
};

enum SignalIndex {
    InvalidOperation,
    FloatOperation,
    DivisionByZero,
    Overflow,
    Underflow,
    Subnormal,
    Inexact,
    Rounded
};

std::array<Signal, 9> signals = {{
    {"InvalidOperation", condition::any_invalid},
    {"FloatOperation", condition::float_operation},
    {"DivisionByZero", condition::division_by_zero},
    {"Overflow", condition::overflow},
    {"Underflow", condition::underflow},
    {"Subnormal", condition::subnormal},
    {"Inexact", condition::inexact},
    {"Rounded", condition::rounded},
    {"Clamped", condition::clamped},
}};

/// The parts of InvalidOperation.
std::array<Signal, 5> invalid_conditions = {{
    {"InvalidOperation", condition::invalid_operation},
    {"ConversionSyntax", condition::conversion_syntax},
    {"DivisionImpossible", condition::division_impossible},
    {"DivisionUndefined", condition::division_undefined},
    {"InvalidContext", condition::invalid_context},
}};

Type* decimal_exception = nullptr;
Tuple* signal_tuple = nullptr;
Type* signal_dict_type = nullptr;

constexpr const char* bad_signals_text =
    "valid values for signals are:\n"
    "  [InvalidOperation, FloatOperation, DivisionByZero,\n"
    "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n"
    "   Clamped]";

const Signal* find_signal(const Object* exception) noexcept {
    for (const Signal& signal : signals)
        if (signal.exception == exception) return &signal;
    return nullptr;
}

Result<Conditions> signal_argument(Object* exception) {
    const Signal* signal = find_signal(exception);
    if (!signal) return raise(key_error_type, bad_signals_text);
    return signal->conditions;
}

Status append_signals(List* list, std::span<const Signal> table, Conditions conditions) {
    for (const Signal& signal : table)
        if (conditions & signal.conditions) TRY(list_append(list, signal.exception));
    return done;
}

}  // namespace

Status raise_trapped(Context* context, Conditions conditions) {
    const Conditions trapped = conditions & context->traps->conditions;
    Ref<List> names = new_list();
    TRY(append_signals(names.get(), invalid_conditions, trapped));
    TRY(append_signals(names.get(), std::span(signals).subspan(1), trapped));
    for (const Signal& signal : signals)
        if (trapped & signal.conditions)
            return raise_object(TRY(new_exception_with(*signal.exception, names.get())));
    return done;
}

Ref<Object> signals_as_list(Conditions conditions) {
    Ref<List> list = new_list();
    TRY(append_signals(list.get(), signals, conditions));
    return list;
}

std::string signals_text(Conditions conditions) {
    // By the conditions' bits.
    static constexpr const char* names[] = {
        "Clamped",          "InvalidOperation", "DivisionByZero",   "InvalidOperation", "InvalidOperation",
        "InvalidOperation", "Inexact",          "InvalidOperation", "InvalidOperation", "InvalidOperation",
        "FloatOperation",   "Overflow",         "Rounded",          "Subnormal",        "Underflow",
    };
    std::string text = "[";
    bool invalid = false;
    for (std::size_t i = 0; i < std::size(names); ++i) {
        const Conditions bit = Conditions{1} << i;
        if (!(conditions & bit)) continue;
        if ((bit & condition::any_invalid) && std::exchange(invalid, true)) continue;
        if (text.size() > 1) text += ", ";
        text += names[i];
    }
    return text + "]";
}

Result<Conditions> signals_of_mapping(Object* value) {
    if (is_exactly(value, *signal_dict_type)) return as_signal_dict(value)->conditions;
    if (!is_dict(value)) return raise(type_error_type, "argument must be a signal dict");
    auto* dict = static_cast<Dict*>(value);
    if (dict->used != static_cast<Size>(signals.size())) return raise(key_error_type, "invalid signal dict");
    Conditions conditions = 0;
    for (const Signal& signal : signals) {
        Ref<Object> flag = share(TRY(dict_get(dict, signal.exception)));
        if (!flag) return raise(key_error_type, "invalid signal dict");
        if (TRY(truth(flag.get()))) conditions |= signal.conditions;
    }
    return conditions;
}

Result<Conditions> signals_argument(Object* value) {
    if (!is_list(value)) return signals_of_mapping(value);
    Conditions conditions = 0;
    for (Object* item : static_cast<List*>(value)->span()) conditions |= TRY(signal_argument(item));
    return conditions;
}

Ref<SignalDict> new_signal_dict() {
    return Ref<SignalDict>::steal(as_signal_dict(allocate_instance(signal_dict_type)));
}

namespace {

// --- SignalDict

NewRef signal_dict_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }
Status signal_dict_init(Object*, Tuple*, Dict*) { return done; }
void signal_dict_dealloc(Object* self) noexcept { free_object(self); }
Result<Size> signal_dict_length(Object*) { return static_cast<Size>(signals.size()); }
NewRef signal_dict_iter(Object*) { return iterate(signal_tuple); }

NewRef signal_dict_get(Object* self, Object* key) {
    return new_bool(as_signal_dict(self)->conditions & TRY(signal_argument(key)));
}

Status signal_dict_set(Object* self, Object* key, Object* value_or_null) {
    if (!value_or_null) return raise(value_error_type, "signal keys cannot be deleted");
    const Conditions conditions = TRY(signal_argument(key));
    if (TRY(truth(value_or_null)))
        as_signal_dict(self)->conditions |= conditions;
    else
        as_signal_dict(self)->conditions &= ~conditions;
    return done;
}

NewRef signal_dict_repr(Object* self) {
    std::string text = "{";
    for (const Signal& signal : signals) {
        if (text.size() > 1) text += ", ";
        const bool set = as_signal_dict(self)->conditions & signal.conditions;
        text += fmt::format("<class 'decimal.{}'>:{}", signal.name, set ? "True" : "False");
    }
    return str_from_latin1(text + "}");
}

NewRef signal_dict_compare(Object* left, Object* right, CompareOp op) {
    if (op != CompareOp::Eq && op != CompareOp::Ne) return new_ref(&not_implemented);
    if (!is_exactly(right, *signal_dict_type) && !is_dict(right)) return new_ref(&not_implemented);
    const Result<Conditions> other = signals_of_mapping(right);
    if (!other) {
        // A dict of another kind is just not comparable.
        if (!pending_matches(key_error_type)) return failed;
        clear_exception();
        return new_ref(&not_implemented);
    }
    return new_bool((as_signal_dict(left)->conditions == *other) == (op == CompareOp::Eq));
}

NewRef signal_dict_copy(Object* self, Object* const*) {
    Ref<Dict> copy = new_dict();
    for (const Signal& signal : signals) {
        const bool set = as_signal_dict(self)->conditions & signal.conditions;
        TRY(dict_set(copy.get(), signal.exception, Ref<Object>(new_bool(set)).get()));
    }
    return copy;
}

constexpr NativeDef signal_dict_methods[] = {
    {"copy", signal_dict_copy, "-($self)", nullptr},
};

const TypeSpec signal_dict_mixin_spec = {
    .name = "decimal.SignalDictMixin",
    .basic_size = sizeof(SignalDict),
    .flags = type_flag::base_type,
    .slots = {.new_ = signal_dict_new,
              .init = signal_dict_init,
              .dealloc = signal_dict_dealloc,
              .repr = signal_dict_repr,
              .hash = hash_not_implemented,
              .compare = signal_dict_compare,
              .get_attribute = generic_get_attribute,
              .iter = signal_dict_iter,
              .length = signal_dict_length,
              .get_item = signal_dict_get,
              .set_item = signal_dict_set},
    .methods = signal_dict_methods,
};

// --- exceptions

/// A class of exceptions with several bases, added to the module.
Status add_exception(Module* module, const char* text, std::initializer_list<Object*> bases, Type*& made) {
    Ref<Str> class_name = intern(text), module_name = intern("decimal");
    Ref<Dict> space = new_dict();
    TRY(dict_set(space.get(), name<"__module__">, module_name.get()));
    Ref<Object> cls = TRY(call(&type_type, {class_name.get(), pack(bases).get(), space.get()}));
    made = static_cast<Type*>(cls.release());
    return module_set(module, text, made);
}

Status add_signal(Module* module, SignalIndex index, std::initializer_list<Object*> bases) {
    return add_exception(module, signals[index].name, bases, signals[index].exception);
}

Status add_exceptions(Module* module) {
    TRY(add_exception(module, "DecimalException", {&arithmetic_error_type}, decimal_exception));
    for (int index : {8, 7, 6, 5, 0})
        TRY(add_signal(module, static_cast<SignalIndex>(index), {decimal_exception}));
    Type *inexact = signals[Inexact].exception, *rounded = signals[Rounded].exception;
    TRY(add_signal(module, Underflow, {inexact, rounded, signals[Subnormal].exception}));
    TRY(add_signal(module, Overflow, {inexact, rounded}));
    TRY(add_signal(module, DivisionByZero, {decimal_exception, &zero_division_error_type}));
    TRY(add_signal(module, FloatOperation, {decimal_exception, &type_error_type}));
    Type* invalid = signals[InvalidOperation].exception;
    invalid_conditions[0].exception = invalid;
    for (Signal& part : std::span(invalid_conditions).subspan(1)) {
        const bool undefined = part.conditions == condition::division_undefined;
        TRY(undefined ? add_exception(module, part.name, {invalid, &zero_division_error_type}, part.exception)
                      : add_exception(module, part.name, {invalid}, part.exception));
    }
    return done;
}

/// `class SignalDict(SignalDictMixin, MutableMapping)`.
Status make_signal_dict_class() {
    Ref<Object> abc = TRY(import_module("collections.abc"));
    Ref<Object> mapping = TRY(get_attribute(abc.get(), name<"MutableMapping">));
    Ref<Str> class_name = intern("SignalDict");
    Ref<Object> cls =
        TRY(call(&type_type,
                 {class_name.get(), pack({&signal_dict_mixin_type, mapping.get()}).get(), new_dict().get()}));
    signal_dict_type = static_cast<Type*>(cls.release());
    return done;
}

}  // namespace

Type signal_dict_mixin_type(signal_dict_mixin_spec);

Status add_signals(Module* module) {
    ready_type(signal_dict_mixin_type);
    TRY(make_signal_dict_class());
    TRY(add_exceptions(module));
    std::array<Object*, signals.size()> exceptions;
    for (std::size_t i = 0; i < signals.size(); ++i) exceptions[i] = signals[i].exception;
    signal_tuple = new_tuple(exceptions).release();
    return done;
}

}  // namespace minipy::decimal
