// Breakpoints and watched names: see breakpoints.h. A watched value counts as changed when the name is bound to
// another object or when the short text of the object changes, so that a list which grows is noticed too.
//
// CPython: Lib/bdb.py
#include "cli/step/breakpoints.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "cli/value_text.h"
#include "compiler/disassembler.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/str.h"
#include "vm/tracing.h"

namespace minipy::step {
namespace {

std::optional<int> read_number(std::string_view text) noexcept {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// The opcode of that name.
std::optional<Opcode> find_opcode(std::string_view name) noexcept {
    for (int number = 0; number < 256 && !name.empty(); ++number)
        if (opcode_name(static_cast<Opcode>(number)) == name) return static_cast<Opcode>(number);
    return std::nullopt;
}

/// Whether the path ends in those parts: "price.py" and "shop/price.py" fit "/home/shop/price.py".
bool names_file(std::string_view path, std::string_view parts) noexcept {
    if (!path.ends_with(parts)) return false;
    return path.size() == parts.size() || parts.starts_with('/') || path[path.size() - parts.size() - 1] == '/';
}

bool has_line(Code* code, int line) {
    const auto units = code->code->size / static_cast<Size>(sizeof(CodeWord));
    for (int unit = 0; unit < units; ++unit)
        if (line_of_unit(code, unit) == line) return true;
    return false;
}

/// Whether no instruction stands on the line; that is known of a file whose module is being run.
bool is_line_without_code(std::string_view file, int line, const Frame* frame) {
    for (; frame; frame = frame->previous) {
        Code* code = frame->code;
        if (!names_file(str_utf8(code->filename.get()), file) || str_utf8(code->name.get()) != "<module>")
            continue;
        auto lacks_line = [line](Code* one) { return !has_line(one, line); };
        return for_each_code(code, lacks_line);
    }
    return false;
}

/// What the watched name stands for now; `frame` is the running one. Nothing if that cannot be told here.
std::optional<const Object*> find_value(const Watch& watch, const Frame* frame) noexcept {
    if (watch.cell) return watch.cell->content;
    if (watch.space) return dict_get(watch.space.get(), watch.key.get());
    if (watch.frame != frame) return std::nullopt;
    return const_cast<Frame*>(frame)->fast_locals()[watch.slot];
}

std::string text_of(const Object* value) { return value ? value_text(value) : "unbound"; }

/// Finds where the name lives: a fast local, a cell, or a namespace that has it.
void locate(Watch& watch, Frame* frame) {
    const Tuple* names = frame->code->local_names.get();
    for (Size i = 0; i < names->size; ++i) {
        if (str_utf8(static_cast<Str*>((*names)[i])) != watch.name) continue;
        Object* slot = frame->fast_locals()[i];
        if (slot && is_exactly(slot, cell_type)) {
            watch.cell = share(static_cast<Cell*>(slot));
        } else {
            watch.frame = frame;
            watch.slot = static_cast<int>(i);
        }
        return;
    }
    watch.key = intern(watch.name);
    const bool is_function = frame->code->flags & code_flag::optimized;
    const bool has_space = !is_function && frame->locals && is_instance_of(frame->locals, dict_type);
    watch.space = share(has_space ? static_cast<Dict*>(frame->locals) : frame->globals);
}

}  // namespace

std::string Breakpoint::description() const {
    switch (kind) {
        case Kind::Line: {
            const std::string_view file = text;
            return fmt::format("breakpoint {}: {}:{}", number, file.substr(file.rfind('/') + 1), line);
        }
        case Kind::Function: return fmt::format("breakpoint {}: function {}", number, text);
        case Kind::Opcode: return fmt::format("breakpoint {}: opcode {}", number, text);
        case Kind::Raise: break;
    }
    return fmt::format("breakpoint {}: raise", number);
}

std::string Breakpoints::added(Breakpoint::Kind kind, std::string_view text, int line) {
    breakpoints_.push_back({++last_number_, kind, std::string(text), line});
    return breakpoints_.back().description();
}

std::string Breakpoints::add_line(std::string_view file, int line, const Frame* frame) {
    const std::string_view short_name = file.substr(file.rfind('/') + 1);
    if (is_line_without_code(file, line, frame))
        return fmt::format("error: there is no code on line {} of {}", line, short_name);
    return added(Breakpoint::Kind::Line, file, line);
}

std::string Breakpoints::add(std::string_view where, const Frame* frame) {
    using Kind = Breakpoint::Kind;
    if (const auto line = read_number(where))
        return add_line(str_utf8(frame->code->filename.get()), *line, frame);
    if (const std::size_t colon = where.rfind(':'); colon != where.npos) {
        const auto line = read_number(where.substr(colon + 1));
        if (!line || colon == 0) return fmt::format("error: '{}' is no FILE:LINE", where);
        return add_line(where.substr(0, colon), *line, frame);
    }
    if (where == "raise") return added(Kind::Raise, "", 0);
    const std::optional<Opcode> opcode = find_opcode(where);
    if (opcode && base_opcode(*opcode) != *opcode)
        return fmt::format("error: specialised instructions do not run in steps; {} does",
                           opcode_name(base_opcode(*opcode)));
    return added(opcode ? Kind::Opcode : Kind::Function, where, 0);
}

std::string Breakpoints::add_watch(std::string_view name, Frame* frame) {
    Ref<Str> text_of_name = str_from_utf8(name);
    if (!text_of_name) clear_exception();
    if (!text_of_name || !str_is_identifier(text_of_name.get()))
        return fmt::format("error: '{}' is no name", name);
    Watch watch;
    watch.number = last_number_ + 1;
    watch.name = name;
    locate(watch, frame);
    watch.object = find_value(watch, frame).value_or(nullptr);
    watch.value = text_of(watch.object);
    ++last_number_;
    std::string text = fmt::format("watch {}: {} = {}", watch.number, name, watch.value);
    watches_.push_back(std::move(watch));
    return text;
}

std::string Breakpoints::remove(int number) {
    const std::size_t before = breakpoints_.size() + watches_.size();
    std::erase_if(breakpoints_, [number](const Breakpoint& one) { return one.number == number; });
    std::erase_if(watches_, [number](const Watch& one) { return one.number == number; });
    const bool removed = breakpoints_.size() + watches_.size() < before;
    return removed ? fmt::format("deleted {}", number)
                   : fmt::format("error: there is no breakpoint {}", number);
}

void Breakpoints::clear() noexcept {
    breakpoints_.clear();
    watches_.clear();
}

std::string Breakpoints::list() const {
    if (empty()) return "no breakpoints";
    std::string text;
    for (const Breakpoint& one : breakpoints_) text += one.description() + '\n';
    for (const Watch& one : watches_)
        text += fmt::format("watch {}: {} = {}\n", one.number, one.name, one.value);
    text.pop_back();
    return text;
}

void Breakpoints::check(const Moment& moment, std::vector<std::string>& why) const {
    using Kind = Breakpoint::Kind;
    const Code* code = moment.frame->code;
    for (const Breakpoint& one : breakpoints_) {
        const bool hit = one.kind == Kind::Opcode ? opcode_name(moment.opcode) == one.text
                         : one.kind == Kind::Line ? moment.line_begins && moment.line == one.line &&
                                                        names_file(str_utf8(code->filename.get()), one.text)
                         : one.kind == Kind::Function
                             ? moment.function_begins && (str_utf8(code->name.get()) == one.text ||
                                                          str_utf8(code->qualified_name.get()) == one.text)
                             : false;
        if (hit) why.push_back(one.description());
    }
}

void Breakpoints::check_watches(const Frame* frame, std::vector<std::string>& why) {
    for (Watch& watch : watches_) {
        const std::optional<const Object*> value = find_value(watch, frame);
        if (!value) continue;
        std::string text = text_of(*value);
        if (*value == watch.object && text == watch.value) continue;
        why.push_back(fmt::format("watch {}: {}: {} -> {}", watch.number, watch.name, watch.value, text));
        watch.object = *value;
        watch.value = std::move(text);
    }
}

void Breakpoints::check_end(const Frame* frame, std::vector<std::string>& why) {
    std::erase_if(watches_, [&](const Watch& watch) {
        if (watch.frame != frame || !frame) return false;
        why.push_back(fmt::format("watch {}: {} has ended with its function", watch.number, watch.name));
        return true;
    });
}

std::optional<int> Breakpoints::raise_breakpoint() const noexcept {
    for (const Breakpoint& one : breakpoints_)
        if (one.kind == Breakpoint::Kind::Raise) return one.number;
    return std::nullopt;
}

}  // namespace minipy::step
