// Texts of a stopped frame: see state.h. Counts of references are shown as they are, the stepper holding none;
// for objects that the whole interpreter shares (small ints, interned strings) they would only be noise.
#include "cli/step/state.h"

#include <fmt/format.h>

#include "cli/value_text.h"
#include "objects/cell.h"
#include "objects/dict.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy::step {
namespace {

/// Whether all the interpreter may refer to it: its count says nothing about the program.
bool is_shared(const Object* object) noexcept {
    constexpr std::int64_t least_shared = -5, most_shared = 256;
    if (is_exactly(object, int_type)) {
        const auto* number = static_cast<const Int*>(object);
        return number->is_small() && number->small >= least_shared && number->small <= most_shared;
    }
    if (is_exactly(object, str_type)) {
        const auto* text = static_cast<const Str*>(object);
        return text->interned || text->size <= 1;
    }
    if (is_module(object)) return true;
    if (is_exactly(object, tuple_type)) return static_cast<const Tuple*>(object)->size == 0;
    if (is_instance_of(object, type_type)) return !static_cast<const Type*>(object)->has(type_flag::heap);
    return is_none(object) || is_exactly(object, bool_type) || object == &ellipsis ||
           object == &not_implemented;
}

bool is_special(std::string_view name) noexcept { return name.starts_with("__") && name.ends_with("__"); }

std::vector<ShownValue> namespace_values(Dict* space) {
    std::vector<ShownValue> values;
    Size position = 0;
    Object *key, *value;
    while (dict_next(space, position, key, value)) {
        if (!is_exactly(key, str_type)) continue;
        const std::string_view name = str_utf8(static_cast<Str*>(key));
        if (!is_special(name)) values.push_back(shown_value(std::string(name), value));
    }
    return values;
}

/// Calls `use(name, slot, in_cell)` for each fast local.
template <class Use>
void for_each_fast_local(Frame* frame, const Use& use) {
    const Code* code = frame->code;
    const std::string_view kinds = code->local_kinds->view();
    for (Size i = 0; i < Frame::local_slots(code); ++i) {
        Object* slot = frame->fast_locals()[i];
        const auto kind = static_cast<std::uint8_t>(kinds[static_cast<std::size_t>(i)]);
        // Before MAKE_CELL has run, an argument that gets a cell is still a plain local.
        const bool in_cell =
            (kind & (local_kind::cell | local_kind::free)) && (!slot || is_exactly(slot, cell_type));
        use(std::string(str_utf8(static_cast<Str*>((*code->local_names)[i]))), slot, in_cell);
    }
}

}  // namespace

bool is_visible(const Frame* frame) noexcept {
    return !str_utf8(frame->code->filename.get()).starts_with("<frozen ");
}

Frame* visible_caller(const Frame* frame) noexcept {
    Frame* caller = frame->previous;
    while (caller && !is_visible(caller)) caller = caller->previous;
    return caller;
}

int visible_depth(const Frame* frame) noexcept {
    int depth = 1;
    while ((frame = visible_caller(frame))) ++depth;
    return depth;
}

std::string place_of(const Frame* frame) {
    std::string_view file = str_utf8(frame->code->filename.get());
    file.remove_prefix(file.rfind('/') + 1);  // npos + 1 is 0
    const int line = frame_line(frame);
    return line > 0 ? fmt::format("{}:{}", file, line) : std::string(file);
}

std::string function_of(const Frame* frame) { return std::string(str_utf8(frame->code->qualified_name.get())); }

ShownValue shown_value(std::string name, const Object* value_or_null) {
    if (!value_or_null) return {name, name.empty() ? "NULL" : "unbound", ""};
    std::string references = "shared";
    if (!is_shared(value_or_null))
        references = fmt::format("{} ref{}", value_or_null->refcount, value_or_null->refcount == 1 ? "" : "s");
    return {std::move(name), value_text(value_or_null), std::move(references)};
}

bool has_known_stack(const Frame* frame, const Frame* running) noexcept {
    if (frame == running) return true;
    while (running && running->previous != frame) running = running->previous;
    return running && !running->entry;
}

std::vector<ShownValue> value_stack(Frame* frame) {
    std::vector<ShownValue> values;
    for (Object** slot = frame->stack_base(); slot < frame->stack; ++slot)
        values.push_back(shown_value("", *slot));
    return values;
}

std::vector<ShownValue> local_values(Frame* frame) {
    // A function's frame has a dict too, once somebody has asked for its locals.
    if (frame->locals && !(frame->code->flags & code_flag::optimized)) {
        const bool is_dict = is_instance_of(frame->locals, dict_type);
        return is_dict ? namespace_values(static_cast<Dict*>(frame->locals)) : std::vector<ShownValue>();
    }
    std::vector<ShownValue> values;
    for_each_fast_local(frame, [&values](std::string name, Object* slot, bool in_cell) {
        if (!in_cell) values.push_back(shown_value(std::move(name), slot));
    });
    return values;
}

std::vector<ShownValue> cell_values(Frame* frame) {
    std::vector<ShownValue> values;
    for_each_fast_local(frame, [&values](std::string name, Object* slot, bool in_cell) {
        if (in_cell)
            values.push_back(shown_value(std::move(name), slot ? static_cast<Cell*>(slot)->content : slot));
    });
    return values;
}

std::vector<ShownValue> global_values(Frame* frame) { return namespace_values(frame->globals); }

}  // namespace minipy::step
