// The module `_string`: format strings taken apart, for string.Formatter.
//
// CPython: Objects/stringlib/unicode_format.h (formatteriter_next, formatter_field_name_split)
#include <fmt/format.h>

#include "modules/support.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str/format_fields.h"
#include "objects/str_builder.h"

namespace minipy {
namespace {

Result<Str*> format_argument(Object* argument) {
    if (is_str(argument)) return static_cast<Str*>(argument);
    return raise(type_error_type, fmt::format("expected str, got {}", argument->type->name));
}

struct FormatterIterator : Object {
    Str* text;
    Size at;
};

FormatterIterator* as_iterator(Object* object) noexcept { return static_cast<FormatterIterator*>(object); }

void iterator_dealloc(Object* self) noexcept {
    decref(as_iterator(self)->text);
    free_object(self);
}

/// The literal text up to the next field; `field` says whether one follows, behind its opening brace then. A
/// doubled brace ends the text, with one brace in it.
Result<Size> read_literal(Str* text, Size& at, bool& field) {
    field = false;
    while (at < text->size && text->at(at) != '{' && text->at(at) != '}') ++at;
    const Size end = at;
    if (at == text->size) return end;
    const char32_t brace = text->at(at++);
    if (at < text->size && text->at(at) == brace) {
        ++at;
        return end + 1;
    }
    field = brace == '{' && at < text->size;
    if (field) return end;
    return raise(value_error_type,
                 fmt::format("Single '{}' encountered in format string", static_cast<char>(brace)));
}

/// (literal text, field name, format spec, conversion); None for what is not there.
NewRef iterator_next(Object* self) {
    FormatterIterator* iterator = as_iterator(self);
    Str* text = iterator->text;
    if (iterator->at >= text->size) return nullptr;
    const Size start = iterator->at;
    bool has_field;
    const Size end = TRY(read_literal(text, iterator->at, has_field));
    Ref<Str> literal = TRY(str_substring(text, start, end));
    if (!has_field) return pack({literal.get(), &none, &none, &none});
    const FormatField field = TRY(read_format_field(text, iterator->at));
    Ref<Str> label = TRY(str_substring(text, field.name_start, field.name_end));
    Ref<Str> spec = TRY(str_substring(text, field.spec_start, field.spec_end));
    Ref<Object> conversion = share(&none);
    if (field.conversion) conversion = str_from_character(field.conversion);
    return pack({literal.get(), label.get(), spec.get(), conversion.get()});
}

NewRef iterator_self(Object* self) { return new_ref(self); }

const TypeSpec iterator_spec = {
    .name = "formatteriterator",
    .basic_size = sizeof(FormatterIterator),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = iterator_dealloc, .iter = iterator_self, .next = iterator_next},
};
Type iterator_type(iterator_spec);

NewRef string_formatter_parser(Object*, Object* const* arguments) {
    Str* text = TRY(format_argument(arguments[0]));
    Object* iterator = allocate_instance(&iterator_type);
    as_iterator(iterator)->text = share(text).release();
    return NewRef(iterator);
}

/// (first part, an iterator over (is attribute, key) for the rest)
NewRef string_field_name_split(Object*, Object* const* arguments) {
    Str* text = TRY(format_argument(arguments[0]));
    Size at = first_part_end(text, 0, text->size);
    const Size number = TRY(format_number(text, 0, at));
    Ref<Object> first = number >= 0 ? Ref<Object>(new_int(number)) : Ref<Object>(str_substring(text, 0, at));
    if (!first) return failed;
    Ref<List> steps = new_list();
    while (at < text->size) {
        FormatStep step;
        TRY(read_format_step(text, at, text->size, step));
        Ref<Object> is_attribute = new_bool(step.is_attribute);
        TRY(list_append(steps.get(), pack({is_attribute.get(), step.key.get()}).get()));
    }
    Ref<Object> rest = TRY(iterate(steps.get()));
    return pack({first.get(), rest.get()});
}

constexpr NativeDef functions[] = {
    {"formatter_parser", string_formatter_parser, "-($module, string, /)",
     "The literal texts and fields of a format string."},
    {"formatter_field_name_split", string_field_name_split, "-($module, string, /)",
     "The first part of a field's name and the steps behind it."},
};

Status fill(Module*) {
    ready_type(iterator_type);
    return done;
}

const ModuleSpec spec = {"_string", "Format strings taken apart, for string.Formatter.", functions, fill};

}  // namespace

Ref<Module> make_string_module() { return new_native_module(spec); }

}  // namespace minipy
