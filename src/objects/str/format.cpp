// str.format: replacement fields in braces, and `format()` of any object.
//
//   '{' [name ('.' attribute | '[' index ']')*] ['!' conversion] [':' spec] '}'
//
// A specification may hold fields itself, one level deep. Fields without a name are numbered; a template
// numbers all of its fields or none.
//
// CPython: Objects/stringlib/unicode_format.h, Objects/abstract.c (PyObject_Format)
#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/format.h"
#include "objects/format_spec.h"
#include "objects/int.h"
#include "objects/number_format.h"
#include "objects/protocol.h"
#include "objects/str/format_fields.h"
#include "objects/str/slots.h"
#include "objects/str_builder.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"
#include "objects/unicode_data.h"

namespace minipy {
namespace {

Ref<Str> convert(Object* value, char32_t conversion) {
    switch (conversion) {
        case 's': return to_str(value);
        case 'r': return repr(value);
        case 'a': return ascii_repr(value);
        default:
            return raise(
                value_error_type,
                conversion > 32 && conversion < 127
                    ? fmt::format("Unknown conversion specifier {}", static_cast<char>(conversion))
                    : fmt::format("Unknown conversion specifier \\x{:x}", static_cast<unsigned>(conversion)));
    }
}

class Formatter {
  public:
    /// `keywords` is a dict or, for format_map, any mapping; `arguments` is null for format_map.
    Formatter(Tuple* arguments, Object* keywords) noexcept : arguments_(arguments), keywords_(keywords) {}

    Ref<Str> run(Str* text, int depth) {
        if (depth < 0) return raise(value_error_type, "Max string recursion exceeded");
        StrBuilder builder;
        for (Size at = 0; at < text->size;) {
            const Size start = at;
            while (at < text->size && text->at(at) != '{' && text->at(at) != '}') ++at;
            if (start == 0 && at == text->size) return share(text);
            builder.append(text, start, at);
            if (at == text->size) break;
            const char32_t brace = text->at(at++);
            if (at < text->size && text->at(at) == brace) {
                builder.append(brace);
                ++at;
            } else if (brace == '}' || at == text->size) {
                return raise(value_error_type,
                             fmt::format("Single '{}' encountered in format string", static_cast<char>(brace)));
            } else {
                Ref<Str> formatted = TRY(format_field(text, at, depth));
                // A field that is all there is needs no copy.
                if (builder.size() == 0 && at == text->size) return formatted;
                builder.append(formatted.get());
            }
        }
        return builder.finish();
    }

  private:
    Ref<Str> format_field(Str* text, Size& at, int depth);
    Ref<Object> value_of(Str* text, const FormatField& field);
    Ref<Object> first_value(Str* text, Size start, Size end);
    Ref<Object> follow_path(Ref<Object> value, Str* text, Size at, Size end);

    Tuple* arguments_;
    Object* keywords_;
    Size next_number_ = 0;
    enum { Undecided, Automatic, Manual } numbering_ = Undecided;
};

Ref<Str> Formatter::format_field(Str* text, Size& at, int depth) {
    const FormatField field = TRY(read_format_field(text, at));
    Ref<Object> value = TRY(value_of(text, field));
    if (field.conversion) value = TRY(convert(value.get(), field.conversion));
    Ref<Str> spec = TRY(str_substring(text, field.spec_start, field.spec_end));
    if (field.nested_spec) spec = TRY(run(spec.get(), depth - 1));
    Ref<Object> formatted = TRY(format_object(value.get(), spec.get()));
    return Ref<Str>::steal(as_str(formatted.release()));
}

Ref<Object> Formatter::value_of(Str* text, const FormatField& field) {
    const Size first_end = first_part_end(text, field.name_start, field.name_end);
    Ref<Object> value = TRY(first_value(text, field.name_start, first_end));
    return follow_path(std::move(value), text, first_end, field.name_end);
}

Ref<Object> Formatter::first_value(Str* text, Size start, Size end) {
    Size number = TRY(format_number(text, start, end));
    const bool automatic = start == end;
    if (number >= 0 || automatic) {
        if (numbering_ == Undecided) numbering_ = automatic ? Automatic : Manual;
        if (automatic != (numbering_ == Automatic)) {
            return raise(value_error_type,
                         automatic
                             ? "cannot switch from manual field specification to automatic field numbering"
                             : "cannot switch from automatic field numbering to manual field specification");
        }
        if (automatic) number = next_number_++;
    }
    if (number < 0) {
        Ref<Str> name = TRY(str_substring(text, start, end));
        return get_item(keywords_, name.get());
    }
    if (!arguments_) return raise(value_error_type, "Format string contains positional fields");
    if (number >= arguments_->size) {
        return raise(index_error_type,
                     fmt::format("Replacement index {} out of range for positional args tuple", number));
    }
    return share((*arguments_)[number]);
}

Ref<Object> Formatter::follow_path(Ref<Object> value, Str* text, Size at, Size end) {
    while (at < end) {
        FormatStep step;
        TRY(read_format_step(text, at, end, step));
        value = TRY(step.is_attribute ? get_attribute(value.get(), as_str(step.key.get()))
                                      : get_item(value.get(), step.key.get()));
    }
    return value;
}

/// What str refuses of a specification.
Status check_spec(const FormatSpec& spec, const Object* string) {
    if (spec.type != 's') return raise_unknown_format_code(spec.type, string);
    if (spec.sign) {
        return raise(value_error_type, spec.sign == ' ' ? "Space not allowed in string format specifier"
                                                        : "Sign not allowed in string format specifier");
    }
    if (spec.no_negative_zero) {
        return raise(value_error_type, "Negative zero coercion (z) not allowed in string format specifier");
    }
    if (spec.alternate) {
        return raise(value_error_type, "Alternate form (#) not allowed in string format specifier");
    }
    if (spec.align == '=')
        return raise(value_error_type, "'=' alignment not allowed in string format specifier");
    return done;
}

}  // namespace

Ref<Str> format_str(Str* string, const Str* text) {
    if (text->size == 0) return to_str(string);  // a subclass may have a __str__ of its own
    const FormatSpec spec = TRY(parse_format_spec(text, string, 's', '<'));
    TRY(check_spec(spec, string));
    const Size size = spec.precision >= 0 ? std::min(spec.precision, string->size) : string->size;
    const Size missing = std::max<Size>(spec.width - size, 0);
    if (missing == 0 && size == string->size) return str_exact(string);
    const Size before = spec.align == '>' ? missing : spec.align == '^' ? missing / 2 : 0;
    StrBuilder builder;
    builder.append_repeated(spec.fill, before);
    builder.append(string, 0, size);
    builder.append_repeated(spec.fill, missing - before);
    return builder.finish();
}

Ref<Object> format_object(Object* value, Str* spec_or_null) {
    const bool empty = !spec_or_null || spec_or_null->size == 0;
    if (is_exactly(value, str_type))
        return empty ? share(value) : Ref<Object>(format_str(as_str(value), spec_or_null));
    if (is_exactly(value, int_type)) return empty ? int_repr(as_int(value)) : format_int(value, spec_or_null);
    if (is_exactly(value, float_type)) return empty ? repr(value) : format_float(value, spec_or_null);
    static Str* const name = intern("__format__").release();
    Ref<Object> method = lookup_special(value, name);
    if (!method) {
        if (pending_exception()) return failed;
        return raise(type_error_type, fmt::format("Type {} doesn't define __format__", value->type->name));
    }
    Ref<Str> spec = spec_or_null ? share(spec_or_null) : empty_str();
    Ref<Object> result = TRY(call(method.get(), {spec.get()}));
    if (!is_str(result.get())) {
        return raise(type_error_type, fmt::format("__format__ must return a str, not {}", result->type->name));
    }
    return result;
}

NewRef str_format(Object* self, Object* const* arguments) {
    return Formatter(static_cast<Tuple*>(arguments[0]), arguments[1]).run(as_str(self), 1);
}

NewRef str_format_map(Object* self, Object* const* arguments) {
    return Formatter(nullptr, arguments[0]).run(as_str(self), 1);
}

NewRef str_format_dunder(Object* self, Object* const* arguments) {
    TRY(str_argument(arguments[0], "__format__"));
    return format_str(as_str(self), as_str(arguments[0]));
}

}  // namespace minipy
