// reader: splits lines into rows of fields.
//
// A machine of a few states takes one character after the other; runs of ordinary characters within a field are
// taken at once. A row may go over several lines when a quoted field holds the line's end or the end is
// escaped; the end of each line is a character of its own kind, `line_end`. Invariant: between two calls
// `field` is empty.
//
// CPython: Modules/_csv.c (Reader_iternext, parse_process_char)
#include <memory>

#include "modules/csv/csv.h"
#include "modules/support.h"
#include "objects/list.h"
#include "objects/number_convert.h"
#include "objects/protocol.h"
#include "objects/str_builder.h"

namespace minipy::csv {

Size field_limit = 128 * 1024;

namespace {

constexpr char32_t line_end = 0xFFFFFFFE;

enum class State {
    RowStart,
    FieldStart,
    Escaped,
    InField,
    InQuotes,
    EscapedInQuotes,
    QuoteInQuotes,
    RowEnd,
    AfterEscapedLineEnd,
};

struct Reader : Object {
    Object* lines;  // iterator
    Dialect* dialect;
    Size line_number;
};

Reader* as_reader(Object* self) noexcept { return static_cast<Reader*>(self); }

using ReaderLife = OwnedFields<Reader, &Reader::lines, &Reader::dialect>;

constexpr bool ends_line(char32_t character) noexcept {
    return character == '\n' || character == '\r' || character == line_end;
}

/// Makes one row out of as many lines as it needs.
class RowParser {
  public:
    explicit RowParser(const Dialect& dialect) : dialect_(dialect), row_(new_list()) {}

    bool complete() const noexcept { return state_ == State::RowStart; }
    bool is_open() const noexcept { return field_.size() != 0 || state_ == State::InQuotes; }
    Ref<List> take_row() noexcept { return std::move(row_); }

    template <class Character>
    Status line(const Str* text, const Character* characters) {
        for (Size at = 0; at < text->size;) {
            const Size end = run_end(characters, at, text->size);
            if (end > at) {
                TRY(check_room(end - at));
                field_.append(text, at, end);
                at = end;
            } else {
                TRY(character(characters[at++]));
            }
        }
        return character(line_end);
    }

    /// The field is complete: a str, or a float if it must be a number.
    Status save_field() {
        Ref<Object> field = TRY(field_.finish());
        if (std::exchange(is_number_, false)) field = TRY(number_to_float(field.get()));
        return list_append_steal(row_.get(), field.release());
    }

  private:
    /// How far the characters from `at` on simply belong to the field.
    template <class Character>
    Size run_end(const Character* characters, Size at, Size size) const noexcept {
        if (state_ == State::InField) {
            while (at < size && !ends_line(characters[at]) && characters[at] != dialect_.escape &&
                   characters[at] != dialect_.delimiter)
                ++at;
        } else if (state_ == State::InQuotes) {
            while (at < size && characters[at] != dialect_.escape && characters[at] != dialect_.quote) ++at;
        }
        return at;
    }

    Status check_room(Size more) {
        if (field_.size() + more <= field_limit) return done;
        return raise(error_class(), fmt::format("field larger than field limit ({})", field_limit));
    }

    Status add(char32_t character) {
        TRY(check_room(1));
        field_.append(character);
        return done;
    }

    Status end_field(State next) {
        TRY(save_field());
        state_ = next;
        return done;
    }

    static State after_line(char32_t end) noexcept { return end == line_end ? State::RowStart : State::RowEnd; }

    bool is_quote(char32_t character) const noexcept {
        return character == dialect_.quote && dialect_.quoting != quote_none;
    }

    Status character(char32_t c) {
        switch (state_) {
            case State::RowStart:
                if (c == line_end) return done;  // an empty line is an empty row
                if (ends_line(c)) return go(State::RowEnd);
                return field_start(c);
            case State::FieldStart: return field_start(c);
            case State::Escaped:
                TRY(add(c == line_end ? U'\n' : c));
                return go(c == '\n' || c == '\r' ? State::AfterEscapedLineEnd : State::InField);
            case State::AfterEscapedLineEnd:
                if (c == line_end) return done;
                return in_field(c);
            case State::InField: return in_field(c);
            case State::InQuotes: return in_quotes(c);
            case State::EscapedInQuotes: TRY(add(c == line_end ? U'\n' : c)); return go(State::InQuotes);
            case State::QuoteInQuotes: return quote_in_quotes(c);
            case State::RowEnd:
                if (c == '\n' || c == '\r') return done;
                if (c == line_end) return go(State::RowStart);
                return raise(error_class(),
                             "new-line character seen in unquoted field - do you need to open the file in "
                             "universal-newline mode?");
        }
        return done;
    }

    Status go(State next) noexcept {
        state_ = next;
        return done;
    }

    Status field_start(char32_t c) {
        state_ = State::FieldStart;
        if (ends_line(c)) return end_field(after_line(c));
        if (is_quote(c)) return go(State::InQuotes);
        if (c == dialect_.escape) return go(State::Escaped);
        if (c == ' ' && dialect_.skip_initial_space) return done;
        if (c == dialect_.delimiter) return save_field();
        is_number_ = dialect_.quoting == quote_nonnumeric;
        TRY(add(c));
        return go(State::InField);
    }

    Status in_field(char32_t c) {
        if (ends_line(c)) return end_field(after_line(c));
        if (c == dialect_.escape) return go(State::Escaped);
        if (c == dialect_.delimiter) return end_field(State::FieldStart);
        TRY(add(c));
        return go(State::InField);
    }

    Status in_quotes(char32_t c) {
        if (c == line_end) return done;
        if (c == dialect_.escape) return go(State::EscapedInQuotes);
        if (is_quote(c)) return go(dialect_.double_quote ? State::QuoteInQuotes : State::InField);
        return add(c);
    }

    /// A quote has been seen within quotes: half of a pair, or the end of the quoted part.
    Status quote_in_quotes(char32_t c) {
        if (is_quote(c)) {
            TRY(add(c));
            return go(State::InQuotes);
        }
        if (c == dialect_.delimiter) return end_field(State::FieldStart);
        if (ends_line(c)) return end_field(after_line(c));
        if (!dialect_.strict) {
            TRY(add(c));
            return go(State::InField);
        }
        Ref<Str> delimiter = str_from_character(dialect_.delimiter), quote = str_from_character(dialect_.quote);
        return raise(error_class(),
                     fmt::format("'{}' expected after '{}'", str_utf8(delimiter.get()), str_utf8(quote.get())));
    }

    const Dialect& dialect_;
    Ref<List> row_;
    StrBuilder field_;
    State state_ = State::RowStart;
    bool is_number_ = false;
};

NewRef reader_next(Object* self) {
    Reader* reader = as_reader(self);
    if (!reader->lines) return raise(runtime_error_type, "the reader was made without lines");
    Ref<Dialect> dialect = share(reader->dialect);
    Ref<Object> lines = share(reader->lines);
    RowParser parser(*dialect);
    do {
        Ref<Object> line = next(lines.get());
        if (!line) {
            if (pending_exception() || !parser.is_open()) return nullptr;
            if (dialect->strict) return raise(error_class(), "unexpected end of data");
            TRY(parser.save_field());
            break;
        }
        if (!is_str(line.get()))
            return raise(error_class(),
                         fmt::format("iterator should return strings, not {} (the file should be "
                                     "opened in text mode)",
                                     line->type->name));
        ++reader->line_number;
        const Str* text = static_cast<Str*>(line.get());
        TRY(with_data(text, [&](const auto* characters) { return parser.line(text, characters); }));
    } while (!parser.complete());
    return parser.take_row();
}

NewRef reader_iter(Object* self) { return new_ref(self); }

constexpr MemberDef reader_members[] = {
    {"dialect", MemberKind::Object, offsetof(Reader, dialect), true, nullptr},
    {"line_num", MemberKind::Size, offsetof(Reader, line_number), true, nullptr},
};

const TypeSpec reader_spec = {
    .name = "_csv.reader",
    .basic_size = sizeof(Reader),
    .flags = type_flag::base_type | type_flag::collected | type_flag::immutable,
    .doc = "Iterator over the rows of a text; line_num counts the lines that it has taken.",
    .slots = {.dealloc = ReaderLife::dealloc,
              .traverse = ReaderLife::traverse,
              .clear = ReaderLife::clear,
              .iter = reader_iter,
              .next = reader_next},
    .members = reader_members,
};

}  // namespace

Type reader_type(reader_spec);

NewRef csv_reader(Object*, Object* const* arguments) {
    auto* positional = static_cast<Tuple*>(arguments[0]);
    TRY(check_count("", positional->size, 1, 2));
    Ref<Object> lines = TRY(iterate((*positional)[0]));
    Ref<Dialect> dialect =
        TRY(make_dialect(positional->size > 1 ? (*positional)[1] : nullptr, static_cast<Dict*>(arguments[1])));
    Reader* made = as_reader(allocate_instance(&reader_type));
    made->lines = lines.release();
    made->dialect = dialect.release();
    return NewRef(made);
}

}  // namespace minipy::csv
