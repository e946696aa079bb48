// writer: joins fields into rows, quoting and escaping what a reader would take for something else.
//
// Each field is looked at once: if its characters ask for quotes on the way, the quote that stands in front of
// it is put there afterwards, in the second of two rounds.
//
// CPython: Modules/_csv.c (csv_writerow, join_append)
#include "modules/csv/csv.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str_builder.h"

namespace minipy::csv {
namespace {

struct Writer : Object {
    Object* write;
    Dialect* dialect;
};

Writer* as_writer(Object* self) noexcept { return static_cast<Writer*>(self); }

using WriterLife = OwnedFields<Writer, &Writer::write, &Writer::dialect>;

/// Whether `float(value)` or `int(value)` would not go by its text. PyNumber_Check.
bool is_number(const Object* value) noexcept {
    const Slots& slots = value->type->slots;
    return slots.to_int || slots.to_float || slots.index;
}

/// The text of one row while its fields come in.
class RowWriter {
  public:
    explicit RowWriter(const Dialect& dialect) : dialect_(dialect) {}

    Status add(Object* field) {
        const bool quoted =
            dialect_.quoting == quote_all || (dialect_.quoting == quote_nonnumeric && !is_number(field));
        if (is_none(field)) return add_text(nullptr, quoted);
        Ref<Str> text = is_str(field) ? share(static_cast<Str*>(field)) : TRY(to_str(field));
        return add_text(text.get(), quoted);
    }

    Ref<Str> finish() {
        if (fields_ == 1 && text_.size() == 0) {  // else it would read as a row without any field
            if (dialect_.quoting == quote_none)
                return raise(error_class(), "single empty field record must be quoted");
            fields_ = 0;
            TRY(add_text(nullptr, true));
        }
        text_.append(dialect_.line_terminator);
        return text_.finish();
    }

  private:
    bool is_special(char32_t c) const noexcept {
        if (c == dialect_.delimiter || c == dialect_.escape || c == dialect_.quote) return true;
        const Str* end = dialect_.line_terminator;
        for (Size i = 0; i < end->size; ++i)
            if (end->at(i) == c) return true;
        return false;
    }

    /// What a special character is preceded by within a field; no_character for nothing. Says whether the field
    /// has to be quoted.
    char32_t prefix_of(char32_t c, bool& quoted) const noexcept {
        if (dialect_.quoting == quote_none) return dialect_.escape;
        if (c == dialect_.quote && !dialect_.double_quote) return dialect_.escape;
        if (c == dialect_.escape && c != dialect_.quote) return dialect_.escape;
        quoted = true;
        return c == dialect_.quote ? c : no_character;
    }

    bool must_escape(char32_t c) const noexcept {
        return dialect_.quoting == quote_none || (c == dialect_.quote && !dialect_.double_quote);
    }

    Result<bool> needs_quotes(const Str* field) const {
        bool quoted = false;
        for (Size i = 0; i < field->size; ++i) {
            const char32_t c = field->at(i);
            if (!is_special(c)) continue;
            if (must_escape(c) && dialect_.escape == no_character)
                return raise(error_class(), "need to escape, but no escapechar set");
            (void)prefix_of(c, quoted);
        }
        return quoted;
    }

    Status add_text(const Str* field_or_null, bool quoted) {
        if (field_or_null && TRY(needs_quotes(field_or_null))) quoted = true;
        if (fields_++ > 0) text_.append(dialect_.delimiter);
        if (quoted) text_.append(dialect_.quote);
        if (field_or_null) add_escaped(field_or_null);
        if (quoted) text_.append(dialect_.quote);
        return done;
    }

    void add_escaped(const Str* field) {
        Size plain = 0;
        for (Size i = 0; i < field->size; ++i) {
            const char32_t c = field->at(i);
            if (!is_special(c)) continue;
            text_.append(field, plain, i);
            plain = i;
            bool quoted = false;
            if (const char32_t prefix = prefix_of(c, quoted); prefix != no_character) text_.append(prefix);
        }
        text_.append(field, plain, field->size);
    }

    const Dialect& dialect_;
    StrBuilder text_;
    Size fields_ = 0;
};

NewRef writer_writerow(Object* self, Object* const* arguments) {
    if (!as_writer(self)->write) return raise(runtime_error_type, "the writer was made without a file");
    Ref<Dialect> dialect = share(as_writer(self)->dialect);
    Ref<Object> write = share(as_writer(self)->write);
    Ref<Object> fields = iterate(arguments[0]);
    if (!fields) {
        if (!pending_matches(type_error_type)) return failed;
        clear_exception();
        return raise(error_class(), fmt::format("iterable expected, not {}", arguments[0]->type->name));
    }
    RowWriter row(*dialect);
    while (Ref<Object> field = next(fields.get())) TRY(row.add(field.get()));
    if (pending_exception()) return failed;
    Ref<Str> text = TRY(row.finish());
    return call(write.get(), {text.get()});
}

NewRef writer_writerows(Object* self, Object* const* arguments) {
    Ref<Object> rows = TRY(iterate(arguments[0]));
    while (Ref<Object> row = next(rows.get())) {
        Object* only = row.get();
        TRY(writer_writerow(self, &only));
    }
    if (pending_exception()) return failed;
    return new_none();
}

constexpr NativeDef writer_methods[] = {
    {"writerow", writer_writerow, "-($self, row, /)",
     "writerow(iterable)\n\nWrites one row: None as an empty field, what is not text as str() shows it."},
    {"writerows", writer_writerows, "-($self, rows, /)",
     "writerows(iterable of iterables)\n\nWrites one row after the other."},
};
constexpr MemberDef writer_members[] = {
    {"dialect", MemberKind::Object, offsetof(Writer, dialect), true, nullptr},
};

const TypeSpec writer_spec = {
    .name = "_csv.writer",
    .basic_size = sizeof(Writer),
    .flags = type_flag::base_type | type_flag::collected | type_flag::immutable,
    .doc = "Writes rows of fields to a file.",
    .slots = {.dealloc = WriterLife::dealloc, .traverse = WriterLife::traverse, .clear = WriterLife::clear},
    .methods = writer_methods,
    .members = writer_members,
};

}  // namespace

Type writer_type(writer_spec);

NewRef csv_writer(Object*, Object* const* arguments) {
    auto* positional = static_cast<Tuple*>(arguments[0]);
    TRY(check_count("", positional->size, 1, 2));
    Ref<Object> write;
    TRY(find_attribute((*positional)[0], name<"write">, write));
    if (!write || !is_callable(write.get()))
        return raise(type_error_type, "argument 1 must have a \"write\" method");
    Ref<Dialect> dialect =
        TRY(make_dialect(positional->size > 1 ? (*positional)[1] : nullptr, static_cast<Dict*>(arguments[1])));
    Writer* made = as_writer(allocate_instance(&writer_type));
    made->write = write.release();
    made->dialect = dialect.release();
    return NewRef(made);
}

}  // namespace minipy::csv
