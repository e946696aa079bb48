// _csv: reading and writing rows of text fields that are set apart by a delimiter.
//
// A `Dialect` says which characters delimit, quote and escape, and what is quoted. Invariant: a finished
// dialect has a delimiter, and a quote character unless nothing is ever quoted.
//
// CPython: Modules/_csv.c
#pragma once

#include "objects/errors.h"
#include "objects/str.h"
#include "objects/type.h"

namespace minipy::csv {

enum Quoting : int { quote_minimal, quote_all, quote_nonnumeric, quote_none };

/// A place for a character where none is set: no character of a text equals it.
inline constexpr char32_t no_character = 0xFFFFFFFF;

struct Dialect : Object {
    bool double_quote;
    bool skip_initial_space;
    bool strict;
    int quoting;
    char32_t delimiter;
    char32_t quote;
    char32_t escape;
    Str* line_terminator;
};

extern Type dialect_type, reader_type, writer_type;

/// `_csv.Error`.
Type& error_class();

/// The dialects that have been registered by name, borrowed.
Dict* registered_dialects();
/// The dialect of that name, or Error "unknown dialect".
Ref<Object> registered_dialect(Object* name);
/// `Dialect(dialect, **options)`; both may be null.
Ref<Dialect> make_dialect(Object* dialect_or_null, Dict* options_or_null);

/// The longest field that a reader accepts. field_size_limit.
extern Size field_limit;

/// Natives of the module: reader(iterable, dialect, **options), writer(file, dialect, **options).
NewRef csv_reader(Object* module, Object* const* arguments);
NewRef csv_writer(Object* module, Object* const* arguments);

}  // namespace minipy::csv
