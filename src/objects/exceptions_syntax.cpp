// SyntaxError: a message and the place in the source, given as `SyntaxError(msg, (filename, lineno, offset,
// text[, end_lineno, end_offset]))`.
//
// CPython: Objects/exceptions.c (SyntaxError_init, SyntaxError_str)
#include <fmt/format.h>

#include <iterator>

#include "objects/attribute.h"
#include "objects/exceptions_internal.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

/// Takes the place apart: four parts, or six with the end of the range.
Status store_place(SyntaxError* error, Object* place) {
    Ref<Tuple> parts = TRY(sequence_to_tuple(place));
    if (parts->size < 4 || parts->size > 6)
        return raise(type_error_type, fmt::format("function takes at {} {} arguments ({} given)",
                                                  parts->size < 4 ? "least" : "most", parts->size < 4 ? 4 : 6,
                                                  parts->size));
    Object** const fields[] = {&error->filename, &error->line,     &error->column,
                               &error->text,     &error->end_line, &error->end_column};
    for (Size i = 0; i < std::ssize(fields); ++i)
        set_field(*fields[i], i < parts->size ? (*parts)[i] : nullptr);
    if (parts->size != 5) return done;
    return raise(type_error_type, "end_offset must be provided when end_lineno is provided");
}

/// "message (file, line 3)", with what is known of the place.
NewRef syntax_error_str(Object* self) {
    auto* error = as_layout<SyntaxError>(self);
    const bool has_file = error->filename && is_str(error->filename);
    const bool has_line = error->line && is_exactly(error->line, int_type);
    Ref<Str> message = TRY(to_str(error->message ? error->message : &none));
    if (!has_file && !has_line) return message;

    std::string_view file = has_file ? str_utf8(static_cast<Str*>(error->filename)) : "";
    file.remove_prefix(file.rfind('/') + 1);  // npos + 1 is 0
    std::string place(file);
    if (has_line) {
        Ref<Str> line = TRY(to_str(error->line));
        place += fmt::format("{}line {}", has_file ? ", " : "", str_utf8(line.get()));
    }
    return str_from_utf8(fmt::format("{} ({})", str_utf8(message.get()), place));
}

using SyntaxErrorLife =
    OwnFields<SyntaxError, &SyntaxError::message, &SyntaxError::filename, &SyntaxError::line,
              &SyntaxError::column, &SyntaxError::end_line, &SyntaxError::end_column, &SyntaxError::text,
              &SyntaxError::print_file_and_line>;

constexpr MemberDef syntax_error_members[] = {
    {"msg", MemberKind::Object, offsetof(SyntaxError, message), false, "The message."},
    {"filename", MemberKind::Object, offsetof(SyntaxError, filename), false, "The file."},
    {"lineno", MemberKind::Object, offsetof(SyntaxError, line), false, "The line, from 1."},
    {"offset", MemberKind::Object, offsetof(SyntaxError, column), false, "The column, from 1."},
    {"text", MemberKind::Object, offsetof(SyntaxError, text), false, "The line's text."},
    {"end_lineno", MemberKind::Object, offsetof(SyntaxError, end_line), false, "Where the range ends."},
    {"end_offset", MemberKind::Object, offsetof(SyntaxError, end_column), false, "Where the range ends."},
    {"print_file_and_line", MemberKind::Object, offsetof(SyntaxError, print_file_and_line), false,
     "Whether the message is printed below file and line."},
};

const TypeSpec syntax_error_spec = {.name = "SyntaxError",
                                    .basic_size = sizeof(SyntaxError),
                                    .flags = exception_flags,
                                    .base = &exception_type,
                                    .doc = "A source text is no program.",
                                    .slots = {.init = syntax_error_init,
                                              .dealloc = exception_dealloc,
                                              .traverse = SyntaxErrorLife::traverse,
                                              .clear = SyntaxErrorLife::clear,
                                              .str = syntax_error_str},
                                    .members = syntax_error_members};

}  // namespace

Status syntax_error_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    TRY(base_exception_init(self, arguments, keywords_or_null));
    auto* error = as_layout<SyntaxError>(self);
    if (arguments->size >= 1) set_field(error->message, (*arguments)[0]);
    if (arguments->size == 2) return store_place(error, (*arguments)[1]);
    return done;
}

Type syntax_error_type(syntax_error_spec);

}  // namespace minipy
