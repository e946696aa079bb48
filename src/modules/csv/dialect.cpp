// Dialect: the options of a reader or writer, taken from a dialect's name, any object with such attributes, and
// keywords, the later ones winning.
//
// CPython: Modules/_csv.c (dialect_new)
#include <iterator>

#include "modules/csv/csv.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy::csv {
namespace {

/// What a dialect is made of, in the order of the constructor's parameters.
enum Option { delimiter, double_quote, escape, terminator, quote, quoting, skip_space, strict, option_count };

constexpr const char* parameter_names[] = {"dialect",    "delimiter",        "doublequote",
                                           "escapechar", "lineterminator",   "quotechar",
                                           "quoting",    "skipinitialspace", "strict"};
constexpr const char* const* option_names = parameter_names + 1;

Dialect* as_dialect(Object* self) noexcept { return static_cast<Dialect*>(self); }

/// One character. TypeError; `what` names what else may be given.
Result<char32_t> character_option(Object* value, const char* option, const char* what) {
    if (!is_str(value))
        return raise(type_error_type,
                     fmt::format("\"{}\" must be {}, not {}", option, what, value->type->name));
    const Str* text = static_cast<Str*>(value);
    if (text->size != 1)
        return raise(type_error_type, fmt::format("\"{}\" must be a 1-character string", option));
    return text->at(0);
}

Result<char32_t> optional_character(Object* value_or_null, const char* option, char32_t fallback) {
    if (!value_or_null) return fallback;
    if (is_none(value_or_null)) return no_character;
    return character_option(value_or_null, option, "string or None");
}

Result<bool> flag_option(Object* value_or_null, bool fallback) {
    if (!value_or_null) return fallback;
    return truth(value_or_null);
}

Result<int> quoting_option(Object* value_or_null) {
    if (!value_or_null) return static_cast<int>(quote_minimal);
    if (value_or_null->type != &int_type) return raise(type_error_type, "\"quoting\" must be an integer");
    const Int* number = as_int(value_or_null);
    if (!number->is_small() || number->small != static_cast<int>(number->small))
        return raise(overflow_error_type, "Python int too large to convert to C int");
    return static_cast<int>(number->small);
}

Ref<Str> terminator_option(Object* value_or_null) {
    if (!value_or_null) return str_from_utf8("\r\n");
    if (is_none(value_or_null)) return Ref<Str>();
    if (is_str(value_or_null)) return share(static_cast<Str*>(value_or_null));
    return raise(type_error_type, "\"lineterminator\" must be a string");
}

/// Fills the dialect in; a null option is left to its default.
Status set_options(Dialect* dialect, std::span<const Ref<Object>> options) {
    const auto given = [&](Option option) { return options[option].get(); };
    dialect->delimiter =
        given(delimiter) ? TRY(character_option(given(delimiter), "delimiter", "string")) : U',';
    dialect->double_quote = TRY(flag_option(given(double_quote), true));
    dialect->escape = TRY(optional_character(given(escape), "escapechar", no_character));
    Ref<Str> line_end = terminator_option(given(terminator));
    if (!line_end && pending_exception()) return failed;
    dialect->line_terminator = line_end.release();
    dialect->quote = TRY(optional_character(given(quote), "quotechar", U'"'));
    dialect->quoting = TRY(quoting_option(given(quoting)));
    dialect->skip_initial_space = TRY(flag_option(given(skip_space), false));
    dialect->strict = TRY(flag_option(given(strict), false));
    if (dialect->quoting < quote_minimal || dialect->quoting > quote_none)
        return raise(type_error_type, "bad \"quoting\" value");
    if (given(quote) && is_none(given(quote)) && !given(quoting)) dialect->quoting = quote_none;
    if (dialect->quoting != quote_none && dialect->quote == no_character)
        return raise(type_error_type, "quotechar must be set if quoting enabled");
    if (!dialect->line_terminator) return raise(type_error_type, "lineterminator must be set");
    return done;
}

NewRef dialect_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    Object* bound[std::size(parameter_names)];
    TRY(bind_arguments("", parameter_names, arguments, keywords_or_null, bound));
    Ref<Object> base = share(bound[0]);
    if (base && is_str(base.get())) base = TRY(registered_dialect(base.get()));
    Ref<Object> options[option_count];
    bool any = false;
    for (int i = 0; i < option_count; ++i) {
        options[i] = share(bound[i + 1]);
        any = any || options[i];
    }
    if (base && !any && is_instance_of(base.get(), dialect_type)) return base;
    for (int i = 0; base && i < option_count; ++i) {
        if (options[i]) continue;
        options[i] = get_attribute(base.get(), intern(option_names[i]).get());
        if (!options[i]) clear_exception();  // whatever it is: an object without the option has the default
    }
    Ref<Object> made = Ref<Object>::steal(allocate_instance(type));
    TRY(set_options(as_dialect(made.get()), options));
    return made;
}

void dialect_dealloc(Object* self) noexcept {
    xdecref(as_dialect(self)->line_terminator);
    free_object(self);
}

NewRef shown_character(char32_t character) {
    if (character == no_character) return new_none();
    return str_from_character(character);
}

NewRef dialect_delimiter(Object* self) { return shown_character(as_dialect(self)->delimiter); }
NewRef dialect_escapechar(Object* self) { return shown_character(as_dialect(self)->escape); }
NewRef dialect_quotechar(Object* self) { return shown_character(as_dialect(self)->quote); }
NewRef dialect_quoting(Object* self) { return new_int(as_dialect(self)->quoting); }
NewRef dialect_lineterminator(Object* self) { return new_ref(as_dialect(self)->line_terminator); }

NewRef dialect_reduce(Object* self, Object* const*) {
    return raise(type_error_type, fmt::format("cannot pickle '{}' instances", short_name(self->type)));
}

constexpr NativeDef dialect_methods[] = {
    {"__reduce__", dialect_reduce, "-($self)", "Raises TypeError: dialects are not pickled."},
    {"__reduce_ex__", dialect_reduce, "-($self, *args)", "Raises TypeError: dialects are not pickled."},
};
constexpr GetSetDef dialect_getset[] = {
    {"delimiter", dialect_delimiter, nullptr, nullptr},
    {"escapechar", dialect_escapechar, nullptr, nullptr},
    {"lineterminator", dialect_lineterminator, nullptr, nullptr},
    {"quotechar", dialect_quotechar, nullptr, nullptr},
    {"quoting", dialect_quoting, nullptr, nullptr},
};
constexpr MemberDef dialect_members[] = {
    {"skipinitialspace", MemberKind::Bool, offsetof(Dialect, skip_initial_space), true, nullptr},
    {"doublequote", MemberKind::Bool, offsetof(Dialect, double_quote), true, nullptr},
    {"strict", MemberKind::Bool, offsetof(Dialect, strict), true, nullptr},
};

const TypeSpec dialect_spec = {
    .name = "_csv.Dialect",
    .basic_size = sizeof(Dialect),
    .flags = type_flag::base_type | type_flag::immutable,
    .doc = "The options of reading and writing rows.",
    .slots = {.new_ = dialect_new, .dealloc = dialect_dealloc},
    .methods = dialect_methods,
    .getset = dialect_getset,
    .members = dialect_members,
};

}  // namespace

Type dialect_type(dialect_spec);

Ref<Dialect> make_dialect(Object* dialect_or_null, Dict* options_or_null) {
    Ref<Tuple> arguments = dialect_or_null ? pack({dialect_or_null}) : new_tuple({});
    Ref<Object> made = TRY(call_with_dict(&dialect_type, arguments.get(), options_or_null));
    return Ref<Dialect>::steal(static_cast<Dialect*>(made.release()));
}

}  // namespace minipy::csv
