// Replacement fields of format strings: see format_fields.h.
//
// CPython: Objects/stringlib/unicode_format.h
#include "objects/str/format_fields.h"

#include <cstddef>

#include "objects/errors.h"
#include "objects/int.h"
#include "objects/unicode_data.h"

namespace minipy {
namespace {

/// `!r` and the ':' or '}' that must follow; `at` ends up behind that.
Status read_conversion(const Str* text, Size& at, FormatField& field) {
    if (at >= text->size) {
        return raise(value_error_type, "end of string while looking for conversion specifier");
    }
    field.conversion = text->at(at++);
    if (at >= text->size) return raise(value_error_type, "unmatched '{' in format spec");
    const char32_t c = text->at(at++);
    if (c != ':' && c != '}') return raise(value_error_type, "expected ':' after conversion specifier");
    return done;
}

}  // namespace

Result<FormatField> read_format_field(const Str* text, Size& at) {
    FormatField field;
    field.name_start = at;
    char32_t c = 0;
    bool in_brackets = false;
    for (; at < text->size; ++at) {
        c = text->at(at);
        if (c == '[')
            in_brackets = true;
        else if (c == ']')
            in_brackets = false;
        else if (in_brackets)
            continue;
        else if (c == '{')
            return raise(value_error_type, "unexpected '{' in field name");
        else if (c == '}' || c == ':' || c == '!')
            break;
    }
    if (at == text->size) return raise(value_error_type, "expected '}' before end of string");
    field.name_end = at++;
    if (c == '!') {
        TRY(read_conversion(text, at, field));
        c = text->at(at - 1);
    }
    field.spec_start = field.spec_end = at;
    if (c == '}') return field;
    for (int depth = 1; at < text->size; ++at) {
        if (text->at(at) == '{') {
            field.nested_spec = true;
            ++depth;
        } else if (text->at(at) == '}' && --depth == 0) {
            field.spec_end = at++;
            return field;
        }
    }
    return raise(value_error_type, "unmatched '{' in format spec");
}

Size first_part_end(const Str* text, Size start, Size end) noexcept {
    while (start < end && text->at(start) != '.' && text->at(start) != '[') ++start;
    return start;
}

Status read_format_step(Str* text, Size& at, Size end, FormatStep& step) {
    const char32_t opening = text->at(at++);
    const Size start = at;
    if (opening != '.' && opening != '[')
        return raise(value_error_type, "Only '.' or '[' may follow ']' in format field specifier");
    step.is_attribute = opening == '.';
    if (step.is_attribute) {
        at = first_part_end(text, at, end);
    } else {
        while (at < end && text->at(at) != ']') ++at;
        if (at == end) return raise(value_error_type, "Missing ']' in format string");
    }
    if (at == start) return raise(value_error_type, "Empty attribute in format string");
    const Size stop = at;
    if (!step.is_attribute) ++at;
    const Size number = step.is_attribute ? -1 : TRY(format_number(text, start, stop));
    step.key = number >= 0 ? Ref<Object>(new_int(number)) : Ref<Object>(str_substring(text, start, stop));
    return step.key ? Status(done) : Status(failed);
}

Result<Size> format_number(const Str* text, Size start, Size end) {
    if (start == end) return -1;
    Size number = 0;
    for (Size i = start; i < end; ++i) {
        const int digit = unicode::decimal_value(text->at(i));
        if (digit < 0) return -1;
        if (number > (PTRDIFF_MAX - digit) / 10) {
            return raise(value_error_type, "Too many decimal digits in format string");
        }
        number = number * 10 + digit;
    }
    return number;
}

}  // namespace minipy
