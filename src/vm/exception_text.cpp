// The text of an uncaught exception: its chain, groups as trees, notes, suggestions.
//
// A chain is written innermost first. A group is written as its own text followed by its members, each
// indented by two more columns:
//
//     + Exception Group Traceback (most recent call last):
//     |   ...
//     +-+---------------- 1 ----------------
//       | ValueError: 1
//       +------------------------------------
//
// Invariant: chains are followed by iteration and groups nest no deeper than is shown, so no exception
// overflows the C++ stack; one that has been written already is not followed again.
//
// CPython: Python/pythonrun.c (print_exception_recursive, print_exception_group)
#include <fmt/format.h>

#include <iterator>
#include <optional>
#include <unordered_set>
#include <vector>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exception_group.h"
#include "objects/exception_layouts.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "vm/suggestions.h"
#include "vm/traceback.h"
#include "vm/traceback_text.h"

namespace minipy {
namespace {

constexpr int deepest_group = 10;
constexpr Size widest_group = 15;

constexpr std::string_view cause_sentence =
    "The above exception was the direct cause of the following exception:\n";
constexpr std::string_view context_sentence =
    "During handling of the above exception, another exception occurred:\n";

/// `str(object)`, or nothing if that fails; the error is dropped.
std::optional<std::string> text_of(Object* object) {
    Ref<Str> text = to_str(object);
    if (text) return std::string(str_utf8(text.get()));
    clear_exception();
    return std::nullopt;
}

/// The attribute, or empty; errors are dropped.
Ref<Object> attribute_of(Object* object, Str* name) {
    Ref<Object> found;
    if (!find_attribute(object, name, found)) clear_exception();
    return found;
}

/// The qualified name of an exception's class, with its module if that is not an obvious one.
std::string title_of(Type* type) {
    Ref<Object> module = attribute_of(type, name<"__module__">);
    std::string title = "<unknown>.";
    if (module && is_str(module.get())) {
        title = str_utf8(static_cast<Str*>(module.get()));
        title = title == "builtins" || title == "__main__" ? "" : title + ".";
    }
    return title += type->qualified_name ? str_utf8(type->qualified_name) : short_name(type);
}

/// The place a SyntaxError tells, with its message; nothing if an attribute is not what it should be.
/// parse_syntax_error.
struct SyntaxPlace {
    SourceError error;
    std::string filename;
    Ref<Object> message;
};

std::optional<int> number_of(const Ref<Object>& value) {
    if (!value || !is_int(value.get()) || !as_int(value.get())->is_small()) return std::nullopt;
    return static_cast<int>(as_int(value.get())->small);
}

std::optional<int> number_or_none(const Ref<Object>& value, int fallback) {
    if (!value || is_none(value.get())) return fallback;
    return number_of(value);
}

std::optional<SyntaxPlace> syntax_place(Object* exception) {
    if (!attribute_of(exception, name<"print_file_and_line">)) return std::nullopt;
    SyntaxPlace place;
    place.message = attribute_of(exception, name<"msg">);
    Ref<Object> filename = attribute_of(exception, name<"filename">);
    const std::optional<int> line = number_of(attribute_of(exception, name<"lineno">));
    Ref<Object> column_value = attribute_of(exception, name<"offset">);
    const std::optional<int> column = number_or_none(column_value, -1);
    Ref<Object> text = attribute_of(exception, name<"text">);
    if (!place.message || !filename || !line || !column || !column_value || !text) return std::nullopt;
    place.error.kind =
        is_exactly(exception, syntax_error_type) ? SourceErrorKind::Syntax : SourceErrorKind::Indentation;
    if (place.error.kind == SourceErrorKind::Syntax) {
        const std::optional<int> end_line = number_or_none(attribute_of(exception, name<"end_lineno">), *line);
        const std::optional<int> end_column = number_or_none(attribute_of(exception, name<"end_offset">), -1);
        if (!end_line || !end_column) return std::nullopt;
        place.error.end_line = *end_line;
        place.error.end_column = *end_column;
    }
    place.error.line = *line;
    place.error.column = *column;
    if (is_str(text.get())) place.error.text = std::string(str_utf8(static_cast<Str*>(text.get())));
    if (is_none(filename.get()))
        place.filename = "<string>";
    else if (std::optional<std::string> shown = text_of(filename.get()))
        place.filename = std::move(*shown);
    return place;
}

class ExceptionPrinter {
  public:
    /// The exception after everything it was raised from.
    void print_chain(Object* exception);
    std::string take() { return std::move(out_); }

  private:
    struct Link {
        Ref<Object> exception;
        std::string_view sentence;  // said before it; empty for the innermost
    };

    LineMargin margin() const { return {2 * group_depth_, group_depth_ ? "| " : ""}; }
    void start_line() { margin().write(out_); }
    void add(std::string_view text) { out_ += text; }
    void add_line(std::string_view text);
    void add_text_lines(std::string_view text);

    /// What the exception was raised from, if that has not been written yet.
    Link link_before(Object* exception);
    void print_one(Object* exception);
    void print_traceback(Object* exception);
    void print_place(const SyntaxPlace& place);
    void print_message(Type* type, Object* value);
    void print_suggestion(Object* exception);
    void print_notes(Object* notes);
    void print_group(Object* group);
    void print_members(const Tuple* members);

    std::string out_;
    SourceLines sources_;
    std::unordered_set<Object*> seen_;
    int group_depth_ = 0;
    bool need_close_ = false;  // the frame of the innermost group's last member is still open
};

void ExceptionPrinter::add_line(std::string_view text) {
    start_line();
    add(text);
    add("\n");
}

/// Text of any number of lines, each behind the margin; no line end after the last one.
void ExceptionPrinter::add_text_lines(std::string_view text) {
    while (!text.empty()) {
        const std::size_t newline = text.find('\n');
        const std::string_view line = text.substr(0, newline == text.npos ? newline : newline + 1);
        start_line();
        add(line);
        text.remove_prefix(line.size());
    }
}

ExceptionPrinter::Link ExceptionPrinter::link_before(Object* exception) {
    auto* head = static_cast<BaseException*>(exception);
    Object* before = head->cause ? head->cause : head->suppress_context ? nullptr : head->context;
    if (!before || seen_.contains(before)) return {};
    return {share(before), head->cause ? cause_sentence : context_sentence};
}

void ExceptionPrinter::print_chain(Object* exception) {
    std::vector<Link> links;  // outermost first; a sentence leads from its link to the one in front
    links.push_back({share(exception), {}});
    for (;;) {
        seen_.insert(links.back().exception.get());
        Link before = link_before(links.back().exception.get());
        if (!before.exception) break;
        links.push_back(std::move(before));
    }
    const bool need_close = need_close_;
    for (auto link = links.rbegin(); link != links.rend(); ++link) {
        need_close_ = need_close;
        Object* current = link->exception.get();
        if (is_exception_group(current))
            print_group(current);
        else
            print_one(current);
        if (link->sentence.empty()) continue;
        add_line("");
        start_line();
        add(link->sentence);
        add_line("");
    }
}

void ExceptionPrinter::print_one(Object* exception) {
    print_traceback(exception);
    Ref<Object> notes = attribute_of(exception, name<"__notes__">);
    if (const std::optional<SyntaxPlace> place = syntax_place(exception)) {
        print_place(*place);
        print_message(exception->type, place->message.get());
    } else {
        print_message(exception->type, exception);
        print_suggestion(exception);
    }
    add("\n");
    if (notes) print_notes(notes.get());
}

void ExceptionPrinter::print_traceback(Object* exception) {
    auto* traceback = static_cast<Traceback*>(static_cast<BaseException*>(exception)->traceback);
    if (!traceback) return;
    const bool group = is_exception_group(exception);
    const std::string_view header =
        group ? "Exception Group Traceback (most recent call last):\n" : "Traceback (most recent call last):\n";
    const std::string_view header_mark = group && group_depth_ == 1 ? "+ " : margin().mark;
    append_traceback(out_, traceback, header, header_mark, margin(), sources_);
}

void ExceptionPrinter::print_place(const SyntaxPlace& place) {
    add_line(fmt::format("  File \"{}\", line {}", place.filename, place.error.line));
    if (place.error.text) add_text_lines(marked_line(place.error));
}

void ExceptionPrinter::print_message(Type* type, Object* value) {
    start_line();
    add(title_of(type));
    if (is_none(value)) return;
    const std::optional<std::string> text = text_of(value);
    if (!text)
        add(": <exception str() failed>");
    else if (!text->empty())
        add(": " + *text);
}

void ExceptionPrinter::print_suggestion(Object* exception) {
    if (Ref<Str> suggestion = suggestion_for(exception))
        add(fmt::format(". Did you mean: '{}'?", str_utf8(suggestion.get())));
}

void ExceptionPrinter::print_notes(Object* notes) {
    if (!is_sequence(notes)) {
        Ref<Str> shown = repr(notes);
        if (!shown) clear_exception();
        start_line();
        return add(shown ? str_utf8(shown.get()) : "<__notes__ repr() failed>");
    }
    Ref<Tuple> items = sequence_to_tuple(notes);
    if (!items) return clear_exception();
    for (Object* note : items->span()) {
        if (const std::optional<std::string> text = text_of(note))
            add_text_lines(*text);
        else
            add("<note str() failed>");
        add("\n");
    }
}

void ExceptionPrinter::print_group(Object* group) {
    if (group_depth_ > deepest_group)
        return add_line(fmt::format("... (max_group_depth is {})", deepest_group));
    const bool outermost = group_depth_ == 0;
    if (outermost) ++group_depth_;
    print_one(group);
    print_members(static_cast<Tuple*>(static_cast<ExceptionGroup*>(group)->exceptions));
    if (outermost) --group_depth_;
}

void ExceptionPrinter::print_members(const Tuple* members) {
    const Size shown = members->size <= widest_group ? members->size : widest_group + 1;
    need_close_ = false;
    for (Size i = 0; i < shown; ++i) {
        const bool last = i == shown - 1, cut = i >= widest_group;
        if (last) need_close_ = true;
        LineMargin{2 * group_depth_, ""}.write(out_);
        add(fmt::format("{}+---------------- {} ----------------\n", i == 0 ? "+-" : "  ",
                        cut ? "..." : std::to_string(i + 1)));
        ++group_depth_;
        if (cut) {
            const Size more = members->size - widest_group;
            add_line(fmt::format("and {} more exception{}", more, more > 1 ? "s" : ""));
        } else {
            print_chain((*members)[i]);
        }
        if (last && need_close_) {
            LineMargin{2 * group_depth_, ""}.write(out_);
            add("+------------------------------------\n");
            need_close_ = false;
        }
        --group_depth_;
    }
}

}  // namespace

std::string exception_text(Object* exception) {
    if (!is_exception(exception))
        return fmt::format("TypeError: print_exception(): Exception expected for value, {} found\n",
                           short_name(exception->type));
    ExceptionPrinter printer;
    printer.print_chain(exception);
    return printer.take();
}

std::string unraisable_text(Object* exception) {
    std::string text;
    SourceLines sources;
    if (auto* traceback = static_cast<Traceback*>(static_cast<BaseException*>(exception)->traceback))
        append_traceback(text, traceback, "Traceback (most recent call last):\n", "", {}, sources);
    text += title_of(exception->type);
    return text + ": " + text_of(exception).value_or("<exception str() failed>") + "\n";
}

void write_error_text(std::string_view text, Object* file_or_null) noexcept {
    std::fflush(stdout);
    if (!file_or_null || is_none(file_or_null)) {
        std::fwrite(text.data(), 1, text.size(), stderr);
        return;
    }
    Ref<Object> file = share(file_or_null);  // its write() may take it out of `sys`
    Ref<Str> string = str_from_utf8(text);
    Ref<Object> written = call_method(file.get(), name<"write">, {string.get()});
    if (!written) clear_exception();
    Ref<Object> flushed = call_method(file.get(), name<"flush">);
    if (!flushed) clear_exception();
}

void display_exception(Object* exception, Object* file_or_null) noexcept {
    if (file_or_null && is_none(file_or_null)) return;
    Ref<Object> file = Ref<Object>::share(file_or_null);
    write_error_text(exception_text(exception), file.get());
}

void display_given(Object* value, Object* traceback_or_null, Object* file_or_null) noexcept {
    if (is_exception(value) && traceback_or_null && is_exactly(traceback_or_null, traceback_type)) {
        auto* exception = static_cast<BaseException*>(value);
        if (!exception->traceback) exception->traceback = share(traceback_or_null).release();
    }
    display_exception(value, file_or_null);
}

}  // namespace minipy
