// Values as the tracer shows them: see value_text.h.
//
// CPython: Lib/reprlib.py (the idea)
#include "cli/value_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "objects/bytes.h"
#include "objects/code.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/singletons.h"
#include "objects/thread_state.h"
#include "objects/tuple.h"
#include "vm/function.h"

namespace minipy {
namespace {

constexpr std::size_t longest_text = 24;
constexpr Size most_items = 3;

std::string shortened(std::string text) {
    if (text.size() <= longest_text) return text;
    std::size_t end = longest_text - 6;
    while (end > 0 && (text[end] & 0xC0) == 0x80) --end;  // not inside a character
    return text.substr(0, end) + "..." + text.back();
}

std::string items_text(std::span<Object* const> items, char open, char close, int depth) {
    std::string text(1, open);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i) text += ", ";
        if (i == most_items || depth == 0) {
            text += "...";
            break;
        }
        text += value_text(items[i], depth - 1);
    }
    return text + close;
}

std::string tuple_text(std::span<Object* const> items, int depth) {
    std::string text = items_text(items, '(', ')', depth);
    if (items.size() == 1) text.insert(text.end() - 1, ',');
    return text;
}

std::string dict_text(const Dict* dict, int depth) {
    std::string text = "{";
    Size position = 0, count = 0;
    Object *key, *value;
    while (dict_next(const_cast<Dict*>(dict), position, key, value)) {
        if (count) text += ", ";
        if (count++ == most_items || depth == 0) {
            text += "...";
            break;
        }
        text += fmt::format("{}: {}", value_text(key, depth - 1), value_text(value, depth - 1));
    }
    return text + "}";
}

std::string set_text(const Set* set, int depth) {
    std::vector<Object*> first;
    Size position = 0;
    while (static_cast<Size>(first.size()) <= most_items)
        if (Object* key = set_next(set, position))
            first.push_back(key);
        else
            break;
    const std::string items = items_text(first, '{', '}', depth);
    const bool is_plain = set->type == &set_type;
    if (is_plain && set->used) return items;
    return fmt::format("{}({})", is_plain ? "set" : "frozenset", set->used ? items : "");
}

/// Whether `repr` of it is quick, and nothing of the program's.
bool has_literal(const Object* value) noexcept {
    for (const Type* type : {&int_type, &str_type, &float_type, &bytes_type, &bool_type})
        if (value->type == type) return true;
    return is_none(value) || value == &ellipsis || value == &not_implemented;
}

std::string literal_text(const Object* value) {
    // A huge number or text is not written out to show its beginning.
    constexpr std::intptr_t most_limbs = 64;
    if (value->type == &int_type && std::abs(static_cast<const Int*>(value)->limb_count) > most_limbs)
        return "<large int>";
    if (value->type == &str_type && static_cast<const Str*>(value)->size > 4096) return "<long str>";
    if (value->type == &bytes_type && static_cast<const Bytes*>(value)->size > 4096) return "<long bytes>";
    const Aside aside;
    return shortened(repr_for_message(const_cast<Object*>(value)));
}

}  // namespace

Aside::Aside() noexcept : pending_(take_exception()), depth_(current_thread->recursion_depth) {
    constexpr int room = 200;
    current_thread->recursion_depth = std::min(depth_, std::max(current_thread->recursion_limit - room, 0));
}

Aside::~Aside() {
    current_thread->recursion_depth = depth_;
    if (pending_) (void)restore_exception(std::move(pending_));
}

std::string value_text(const Object* value, int depth) {
    if (!value) return "NULL";
    if (has_literal(value)) return literal_text(value);
    if (value->type == &tuple_type) return tuple_text(static_cast<const Tuple*>(value)->span(), depth);
    if (value->type == &list_type)
        return items_text(const_cast<List*>(static_cast<const List*>(value))->span(), '[', ']', depth);
    if (value->type == &dict_type) return dict_text(static_cast<const Dict*>(value), depth);
    if (value->type == &set_type || value->type == &frozenset_type)
        return set_text(static_cast<const Set*>(value), depth);
    if (value->type == &function_type)
        return fmt::format("<function {}>", str_utf8(static_cast<const Function*>(value)->name));
    if (value->type == &code_type)
        return fmt::format("<code {}>", str_utf8(static_cast<const Code*>(value)->name.get()));
    if (value->type == &builtin_function_type)
        return fmt::format("<built-in {}>",
                           static_cast<const BuiltinFunction*>(value)->signature->definition->name);
    if (is_instance_of(value, type_type))
        return fmt::format("<class {}>", static_cast<const Type*>(value)->name);
    if (is_exception(value))
        return value->type->name +
               items_text(static_cast<const BaseException*>(value)->args->span(), '(', ')', 1);
    return fmt::format("<{}>", value->type->name);
}

}  // namespace minipy
