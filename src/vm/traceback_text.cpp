// The entries of a traceback, and the carets under their source lines (PEP 657).
//
//   File "f.py", line 3, in f
//     return a[1] + b
//            ~~~~~^~~
//
// The instruction's range comes from the line table. If the text of the range is one expression statement with
// a binary operation or a subscript, its operator gets "^" and the operands "~"; a range that is the whole line
// gets no carets at all. Invariant: columns of the line table are UTF-8 bytes, columns printed are characters.
//
// CPython: Python/traceback.c
#include "vm/traceback_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/fold_constants.h"
#include "lexer/utf8.h"
#include "objects/int.h"
#include "objects/line_table.h"
#include "objects/names.h"
#include "objects/str.h"
#include "parser/parser.h"
#include "vm/import.h"
#include "vm/traceback.h"

namespace minipy {
namespace {

constexpr Size default_limit = 1000;
constexpr int shown_of_equal_entries = 3;

bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\f'; }

/// Where the operator of the range lies, in bytes from the range's start.
struct Anchors {
    int start, end;
};

/// The operator between the operands: the first one or two characters that are no blanks. As in 3.11.2, the
/// parenthesis that closes the left operand is taken for it.
Anchors find_operator(std::string_view text, const ast::BinOp* operation) {
    const int end = operation->right->at.column;
    for (int i = operation->left->at.end_column; i < end; ++i) {
        const auto index = static_cast<std::size_t>(i);
        if (is_blank(text[index])) continue;
        const bool two = i + 1 < end && !is_blank(text[index + 1]);
        return {i, i + (two ? 2 : 1)};
    }
    return {-1, -1};
}

/// extract_anchors_from_line: the text of the range is parsed once more.
std::optional<Anchors> find_anchors(std::string_view text) {
    try {
        const Source source = source_from_text(std::string(text), "<traceback>");
        ast::Arena arena;
        ast::Mod* module = parse(source, ParseMode::Exec, arena);
        fold_constants(module, arena, 0, 0);
        const ast::Seq<ast::Stmt*> body = ast::as<ast::Module>(module)->body;
        if (body.size() != 1) return std::nullopt;
        const auto* statement = ast::try_as<ast::ExprStmt>(body[0]);
        if (!statement) return std::nullopt;
        if (const auto* operation = ast::try_as<ast::BinOp>(statement->value))
            return find_operator(text, operation);
        if (const auto* subscript = ast::try_as<ast::Subscript>(statement->value))
            return Anchors{subscript->value->at.end_column, subscript->slice->at.end_column + 1};
        return std::nullopt;
    } catch (const SourceError&) {
        return std::nullopt;
    }
}

Size characters(std::string_view text, int bytes) {
    return static_cast<Size>(utf8_length(text.substr(0, std::min(static_cast<std::size_t>(std::max(bytes, 0)),
                                                                 text.size()))));
}

/// The line of carets, starting at the line's first character that is no blank; nothing if there is to be none.
std::optional<std::string> caret_line(std::string_view line, const SourceRange& range) {
    if (range.line < 0 || range.end_line < 0 || range.column < 0 || range.end_column < 0) return std::nullopt;
    const auto indent = static_cast<Size>(std::find_if_not(line.begin(), line.end(), is_blank) - line.begin());
    const Size start = characters(line, range.column);
    Size end = characters(line, range.end_column);
    std::optional<Anchors> anchors;
    if (range.line == range.end_line) {
        const auto first = std::min(static_cast<std::size_t>(range.column), line.size());
        const auto last = std::clamp(static_cast<std::size_t>(range.end_column), first, line.size());
        const std::string_view text = line.substr(first, last - first);
        anchors = find_anchors(text);
        if (anchors)
            anchors = Anchors{static_cast<int>(start + characters(text, anchors->start)),
                              static_cast<int>(start + characters(text, anchors->end))};
    } else {
        std::string_view shown = line;  // all of it but blanks at its end
        while (!shown.empty() && is_blank(shown.back())) shown.remove_suffix(1);
        end = static_cast<Size>(utf8_length(shown));
    }
    const Size stripped = static_cast<Size>(utf8_length(line)) - indent;
    if (!anchors && end - start == stripped) return std::nullopt;
    std::string carets;
    for (Size column = indent; column < end; ++column) {
        if (column < start)
            carets += ' ';
        else if (!anchors)
            carets += '^';
        else
            carets += anchors->start <= column && column < anchors->end ? '^' : '~';
    }
    return carets;
}

/// tb_displayline.
void append_entry(std::string& out, Traceback* traceback, const LineMargin& margin, SourceLines& sources) {
    const Code* code = traceback->frame->frame->code;
    const int number = traceback_line(traceback);
    const std::string_view filename = str_utf8(code->filename.get());
    margin.write(out);
    fmt::format_to(std::back_inserter(out), "  File \"{}\", line {}, in {}\n", filename, number,
                   str_utf8(code->name.get()));
    const std::optional<std::string_view> line = sources.line(filename, number);
    if (!line) return;
    const std::string_view stripped = line->substr(std::min(line->find_first_not_of(" \t\f"), line->size()));
    margin.write(out);
    fmt::format_to(std::back_inserter(out), "    {}\n", stripped);
    const std::optional<std::string> carets =
        caret_line(*line, find_range(code->line_table->view(), code->first_line, traceback->instruction / 2));
    if (!carets) return;
    margin.write(out);
    fmt::format_to(std::back_inserter(out), "    {}\n", *carets);
}

/// `sys.tracebacklimit`, or CPython's default.
Size traceback_limit() {
    const Object* limit = sys_attribute(name<"tracebacklimit">);
    if (!limit || !is_int(limit)) return default_limit;
    const Int* value = as_int(limit);
    if (value->is_small()) return value->small;
    return value->is_negative() ? 0 : default_limit;
}

bool same_place(Traceback* left, Traceback* right) {
    const Code *a = left->frame->frame->code, *b = right->frame->frame->code;
    return traceback_line(left) == traceback_line(right) && traceback_line(left) != -1 &&
           a->filename.get() == b->filename.get() && a->name.get() == b->name.get();
}

void append_repetition(std::string& out, int count) {
    const int more = count - shown_of_equal_entries;
    if (more > 0)
        fmt::format_to(std::back_inserter(out), "  [Previous line repeated {} more time{}]\n", more,
                       more > 1 ? "s" : "");
}

}  // namespace

bool append_traceback(std::string& out, Traceback* traceback, std::string_view header,
                      std::string_view header_mark, LineMargin margin, SourceLines& sources) {
    const Size limit = traceback_limit();
    if (limit <= 0) return false;
    LineMargin{margin.indent, header_mark}.write(out);
    out += header;
    Size depth = 0;
    for (Traceback* link = traceback; link; link = link->next) ++depth;
    for (; depth > limit; --depth) traceback = traceback->next;
    Traceback* previous = nullptr;
    int equal = 0;
    for (Traceback* link = traceback; link; link = link->next) {
        if (!previous || !same_place(previous, link)) {
            append_repetition(out, equal);
            equal = 0;
        }
        if (++equal <= shown_of_equal_entries) append_entry(out, link, margin, sources);
        previous = link;
    }
    append_repetition(out, equal);
    return true;
}

}  // namespace minipy
