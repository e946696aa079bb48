// decimal.Context: its attributes, the current context, and the `with` statement's localcontext().
//
// CPython: Modules/_decimal/_decimal.c (PyDecContext_Type, PyDecContextManager_Type)
#include "modules/decimal/decimal.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/index.h"
#include "objects/names.h"

namespace minipy::decimal {

std::uint64_t cached_context_stamp = 0;
Context* cached_context = nullptr;

namespace {

constexpr Conditions usual_traps = condition::any_invalid | condition::division_by_zero | condition::overflow;
constexpr Settings usual_settings = {28, 999999, -999999, Rounding::HalfEven, false};

/// Copied when they are made the current context.
Context *default_context = nullptr, *basic_context = nullptr, *extended_context = nullptr;
Object* context_variable = nullptr;

struct NamedRounding {
    const char* text;
    Object* name = nullptr;  // the interned text
};
/// In the order of `Rounding`.
std::array<NamedRounding, 8> roundings = {{{"ROUND_UP"},
                                           {"ROUND_DOWN"},
                                           {"ROUND_CEILING"},
                                           {"ROUND_FLOOR"},
                                           {"ROUND_HALF_UP"},
                                           {"ROUND_HALF_DOWN"},
                                           {"ROUND_HALF_EVEN"},
                                           {"ROUND_05UP"}}};

const char* text_of(Rounding rounding) noexcept { return roundings[static_cast<std::size_t>(rounding)].text; }

Ref<Context> make_context(Type* type) {
    Ref<SignalDict> traps = TRY(new_signal_dict()), flags = TRY(new_signal_dict());
    auto* made = as_context(allocate_instance(type));
    made->settings = default_context ? default_context->settings : usual_settings;
    traps->conditions = default_context ? default_context->traps->conditions : usual_traps;
    flags->conditions = default_context ? default_context->flags->conditions : 0;
    made->capitals = true;
    made->traps = traps.release();
    made->flags = flags.release();
    return Ref<Context>::steal(made);
}

Ref<Context> copy_of(const Context* context) {
    Ref<Context> copy = TRY(make_context(&context_type));
    copy->settings = context->settings;
    copy->capitals = context->capitals;
    copy->traps->conditions = context->traps->conditions;
    copy->flags->conditions = context->flags->conditions;
    return copy;
}

Ref<Context> fresh_copy_of(const Context* context) {
    Ref<Context> copy = TRY(copy_of(context));
    copy->flags->conditions = 0;
    return copy;
}

void context_dealloc(Object* self) noexcept {
    if (self == cached_context) cached_context = nullptr;
    xdecref(as_context(self)->traps);
    xdecref(as_context(self)->flags);
    free_object(self);
}

// --- attributes

/// A number within a range. TypeError, OverflowError, ValueError with the message.
Result<std::int64_t> number_argument(Object* value, std::int64_t least, std::int64_t most,
                                     const char* message) {
    if (!is_int(value)) return raise(type_error_type, "an integer is required");
    if (!as_int(value)->is_small())
        return raise(overflow_error_type, "Python int too large to convert to C ssize_t");
    const std::int64_t number = as_int(value)->small;
    if (number < least || number > most) return raise(value_error_type, message);
    return number;
}

NewRef context_precision(Object* self) { return new_int(as_context(self)->settings.precision); }
NewRef context_emax(Object* self) { return new_int(as_context(self)->settings.emax); }
NewRef context_emin(Object* self) { return new_int(as_context(self)->settings.emin); }
NewRef context_clamp(Object* self) { return new_int(as_context(self)->settings.clamp); }
NewRef context_capitals(Object* self) { return new_int(as_context(self)->capitals); }
NewRef context_rounding(Object* self) {
    return new_ref(roundings[static_cast<std::size_t>(as_context(self)->settings.rounding)].name);
}

Status context_set_precision(Object* self, Object* value) {
    as_context(self)->settings.precision =
        TRY(number_argument(value, 1, max_precision, "valid range for prec is [1, MAX_PREC]"));
    return done;
}

Status context_set_emin(Object* self, Object* value) {
    as_context(self)->settings.emin =
        TRY(number_argument(value, min_emin, 0, "valid range for Emin is [MIN_EMIN, 0]"));
    return done;
}

Status context_set_emax(Object* self, Object* value) {
    as_context(self)->settings.emax =
        TRY(number_argument(value, 0, max_emax, "valid range for Emax is [0, MAX_EMAX]"));
    return done;
}

Status context_set_clamp(Object* self, Object* value) {
    as_context(self)->settings.clamp = TRY(number_argument(value, 0, 1, "valid values for clamp are 0 or 1"));
    return done;
}

Status context_set_capitals(Object* self, Object* value) {
    as_context(self)->capitals = TRY(number_argument(value, 0, 1, "valid values for capitals are 0 or 1"));
    return done;
}

Status context_set_rounding(Object* self, Object* value) {
    as_context(self)->settings.rounding = TRY(rounding_argument(value));
    return done;
}

/// Neither `traps` nor `flags` are in the type's dictionary: they cannot be replaced, only filled.
NewRef context_get_attribute(Object* self, Object* attribute) {
    if (is_str(attribute)) {
        auto* text = static_cast<Str*>(attribute);
        if (str_equal(text, "traps")) return new_ref(as_context(self)->traps);
        if (str_equal(text, "flags")) return new_ref(as_context(self)->flags);
    }
    return generic_get_attribute(self, attribute);
}

Status context_set_attribute(Object* self, Object* attribute, Object* value_or_null) {
    if (!value_or_null) return raise(attribute_error_type, "context attributes cannot be deleted");
    if (is_str(attribute)) {
        auto* text = static_cast<Str*>(attribute);
        const bool traps = str_equal(text, "traps");
        if (traps || str_equal(text, "flags")) {
            const Conditions conditions = TRY(signals_of_mapping(value_or_null));
            (traps ? as_context(self)->traps : as_context(self)->flags)->conditions = conditions;
            return done;
        }
    }
    return generic_set_attribute(self, attribute, value_or_null);
}

constexpr GetSetDef context_getset[] = {
    {"prec", context_precision, context_set_precision, nullptr},
    {"Emax", context_emax, context_set_emax, nullptr},
    {"Emin", context_emin, context_set_emin, nullptr},
    {"rounding", context_rounding, context_set_rounding, nullptr},
    {"capitals", context_capitals, context_set_capitals, nullptr},
    {"clamp", context_clamp, context_set_clamp, nullptr},
};

constexpr const char* attribute_names[] = {"prec",     "rounding", "Emin",  "Emax",
                                           "capitals", "clamp",    "flags", "traps"};
using AttributeValues = std::array<Object*, std::size(attribute_names)>;

/// Sets what was given: null and None are left as they are.
Status set_attributes(Context* context, const AttributeValues& values) {
    static constexpr Status (*setters[])(Object*, Object*) = {
        context_set_precision, context_set_rounding, context_set_emin,
        context_set_emax,      context_set_capitals, context_set_clamp,
    };
    for (std::size_t i = 0; i < std::size(setters); ++i)
        if (values[i] && !is_none(values[i])) TRY(setters[i](context, values[i]));
    Object *flags = values[6], *traps = values[7];
    if (traps && !is_none(traps)) context->traps->conditions = TRY(signals_argument(traps));
    if (flags && !is_none(flags)) context->flags->conditions = TRY(signals_argument(flags));
    return done;
}

NewRef context_new(Type* type, Tuple*, Dict*) { return make_context(type); }

Status context_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    AttributeValues values{};
    TRY(bind_arguments("", attribute_names, arguments, keywords_or_null, values));
    return set_attributes(as_context(self), values);
}

NewRef context_repr(Object* self) {
    const Context* context = as_context(self);
    const Settings& settings = context->settings;
    return str_from_latin1(fmt::format(
        "Context(prec={}, rounding={}, Emin={}, Emax={}, capitals={:d}, clamp={:d}, flags={}, traps={})",
        settings.precision, text_of(settings.rounding), settings.emin, settings.emax, context->capitals,
        settings.clamp, signals_text(context->flags->conditions), signals_text(context->traps->conditions)));
}

const TypeSpec context_spec = {
    .name = "decimal.Context",
    .basic_size = sizeof(Context),
    .flags = type_flag::base_type,
    .doc =
        "What arithmetic goes by: precision, rounding, the range of exponents, which conditions are errors\n"
        "(traps) and which have come up (flags).",
    .slots = {.new_ = context_new,
              .init = context_init,
              .dealloc = context_dealloc,
              .repr = context_repr,
              .get_attribute = context_get_attribute,
              .set_attribute = context_set_attribute},
    .methods = context_methods,
    .getset = context_getset,
    .signature =
        "(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, "
        "traps=None)",
};

}  // namespace

NewRef context_copy(Object* self, Object* const*) { return copy_of(as_context(self)); }

NewRef context_reduce(Object* self, Object* const*) {
    const Context* context = as_context(self);
    const Settings& settings = context->settings;
    Ref<Object> flags = TRY(signals_as_list(context->flags->conditions));
    Ref<Object> traps = TRY(signals_as_list(context->traps->conditions));
    Ref<Object> rounding = TRY(context_rounding(self));
    Ref<Tuple> values = pack({new_int(settings.precision).get(), rounding.get(), new_int(settings.emin).get(),
                              new_int(settings.emax).get(), new_int(context->capitals).get(),
                              new_int(settings.clamp).get(), flags.get(), traps.get()});
    return pack({self->type, values.get()});
}

namespace {

// --- the current context

Status set_current(Context* context) {
    Ref<Context> chosen = share(context);
    if (context == default_context || context == basic_context || context == extended_context)
        chosen = TRY(fresh_copy_of(context));
    cached_context = nullptr;
    return context_variable_set(context_variable, chosen.get());
}

Status require_context(Object* object) {
    if (is_context(object)) return done;
    return raise(type_error_type, "argument must be a context");
}

NewRef decimal_getcontext(Object*, Object* const*) {
    Context* context = current_context();
    if (!context) return failed;
    return new_ref(context);
}

NewRef decimal_setcontext(Object*, Object* const* arguments) {
    TRY(require_context(arguments[0]));
    TRY(set_current(as_context(arguments[0])));
    return new_none();
}

// --- localcontext()

struct ContextManager : Object {
    Context* local;
    Context* global;
};

ContextManager* as_manager(Object* self) noexcept { return static_cast<ContextManager*>(self); }

/// The keywords that set attributes.
Result<AttributeValues> attribute_keywords(Dict* keywords) {
    AttributeValues values{};
    Size position = 0;
    Object *key, *value;
    while (dict_next(keywords, position, key, value)) {
        const auto* text = static_cast<Str*>(key);
        const auto* found = std::find_if(std::begin(attribute_names), std::end(attribute_names),
                                         [&](const char* attribute) { return str_equal(text, attribute); });
        if (found == std::end(attribute_names))
            return raise(type_error_type,
                         fmt::format("'{}' is an invalid keyword argument for this function", str_utf8(text)));
        values[static_cast<std::size_t>(found - attribute_names)] = value;
    }
    return values;
}

NewRef decimal_localcontext(Object*, Object* const* arguments) {
    Context* current = current_context();
    if (!current) return failed;
    Ref<Context> global = share(current);
    const AttributeValues values = TRY(attribute_keywords(static_cast<Dict*>(arguments[1])));
    Context* chosen = context_argument(arguments[0]);
    if (!chosen) return failed;
    Ref<Context> local = TRY(copy_of(chosen));
    TRY(set_attributes(local.get(), values));
    auto* manager = as_manager(allocate_instance(&context_manager_type));
    manager->local = local.release();
    manager->global = global.release();
    return NewRef(manager);
}

void manager_dealloc(Object* self) noexcept {
    xdecref(as_manager(self)->local);
    xdecref(as_manager(self)->global);
    free_object(self);
}

NewRef manager_enter(Object* self, Object* const*) {
    TRY(set_current(as_manager(self)->local));
    return new_ref(as_manager(self)->local);
}

NewRef manager_exit(Object* self, Object* const*) {
    TRY(set_current(as_manager(self)->global));
    return new_none();
}

constexpr NativeDef manager_methods[] = {
    {"__enter__", manager_enter, "-($self)", nullptr},
    {"__exit__", manager_exit, "-($self, *args)", nullptr},
};

const TypeSpec context_manager_spec = {
    .name = "decimal.ContextManager",
    .basic_size = sizeof(ContextManager),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = manager_dealloc, .get_attribute = generic_get_attribute},
    .methods = manager_methods,
};

constexpr NativeDef functions[] = {
    {"getcontext", decimal_getcontext, "($module, /)", "The current context."},
    {"setcontext", decimal_setcontext, "($module, context, /)", "Makes a context the current one."},
    {"localcontext", decimal_localcontext, "!($module, /, ctx=None, **kwargs)",
     "A context manager that works with a copy of the context, with the attributes given as keywords."},
};

Status add_template(Module* module, const char* attribute, Context*& place) {
    place = TRY(make_context(&context_type)).release();
    return module_set(module, attribute, place);
}

}  // namespace

Type context_type(context_spec);
Type context_manager_type(context_manager_spec);
const std::span<const NativeDef> context_functions = functions;

Result<Rounding> rounding_argument(Object* value) {
    for (std::size_t i = 0; i < roundings.size(); ++i)
        if (value == roundings[i].name ||
            (is_str(value) && str_equal(static_cast<Str*>(value), roundings[i].text)))
            return static_cast<Rounding>(i);
    return raise(type_error_type,
                 "valid values for rounding are:\n"
                 "  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                 "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n"
                 "   ROUND_05UP]");
}

Context* find_current_context() {
    const Result<Object*> value = context_variable_value(context_variable);
    if (!value) return nullptr;
    Object* found = *value;
    if (!found) {
        Ref<Context> made = fresh_copy_of(default_context);
        if (!made || !context_variable_set(context_variable, made.get())) return nullptr;
        found = made.get();
    }
    // Whoever lists the variables of a contextvars.Context gets at this one.
    if (!is_context(found)) {
        raise(type_error_type, "the current context is not a decimal.Context");
        return nullptr;
    }
    cached_context = as_context(found);
    cached_context_stamp = running_context_stamp();
    return cached_context;
}

Status add_contexts(Module* module) {
    TRY(add_template(module, "DefaultContext", default_context));
    context_variable = TRY(new_context_variable("decimal_context")).release();
    TRY(add_template(module, "BasicContext", basic_context));
    basic_context->settings.precision = 9;
    basic_context->settings.rounding = Rounding::HalfUp;
    basic_context->traps->conditions |= condition::underflow | condition::clamped;
    TRY(add_template(module, "ExtendedContext", extended_context));
    extended_context->settings.precision = 9;
    extended_context->traps->conditions = 0;
    for (NamedRounding& rounding : roundings) {
        rounding.name = intern(rounding.text).release();
        TRY(module_set(module, rounding.text, rounding.name));
    }
    return done;
}

}  // namespace minipy::decimal
