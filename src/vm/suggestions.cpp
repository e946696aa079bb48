// "Did you mean": candidates are measured by the cost of turning the misspelt name into them.
//
// The cost is the Levenshtein distance over UTF-8 bytes where a changed, added or dropped byte costs 2 and a
// change of case 1. A candidate must need changes in at most a third of the letters involved; of equally near
// ones the first wins. Invariant: too many candidates, or too long names, give no suggestion rather than a
// slow one.
//
// CPython: Python/suggestions.c
#include "vm/suggestions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <string_view>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exception_layouts.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "vm/traceback.h"

namespace minipy {
namespace {

constexpr Size most_candidates = 750;
constexpr std::size_t longest_name = 40;
constexpr Size move_cost = 2, case_cost = 1;

Size replacement_cost(char a, char b) noexcept {
    if (a == b) return 0;
    const auto lower = [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(a) == lower(b) ? case_cost : move_cost;
}

void drop_common_ends(std::string_view& a, std::string_view& b) noexcept {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
}

/// What it costs to turn one name into the other, or anything above `limit` if it is more than that.
/// levenshtein_distance.
Size edit_cost(std::string_view a, std::string_view b, Size limit) noexcept {
    drop_common_ends(a, b);
    if (a.empty() || b.empty()) return static_cast<Size>(a.size() + b.size()) * move_cost;
    if (a.size() > longest_name || b.size() > longest_name) return limit + 1;
    if (b.size() < a.size()) std::swap(a, b);
    if (static_cast<Size>(b.size() - a.size()) * move_cost > limit) return limit + 1;

    // row[i]: from what has been read of b to the first i + 1 letters of a.
    std::array<Size, longest_name> row;
    for (std::size_t i = 0; i < a.size(); ++i) row[i] = static_cast<Size>(i + 1) * move_cost;
    Size cost = 0;
    for (std::size_t read = 0; read < b.size(); ++read) {
        Size diagonal = static_cast<Size>(read) * move_cost;
        cost = diagonal;
        Size cheapest = std::numeric_limits<Size>::max();
        for (std::size_t i = 0; i < a.size(); ++i) {
            const Size replace = diagonal + replacement_cost(b[read], a[i]);
            diagonal = row[i];
            cost = std::min(std::min(cost, diagonal) + move_cost, replace);
            row[i] = cost;
            cheapest = std::min(cheapest, cost);
        }
        if (cheapest > limit) return limit + 1;
    }
    return cost;
}

/// The nearest of the names in a list. calculate_suggestions.
Ref<Str> nearest(List* names, const Str* misspelt) {
    if (names->size >= most_candidates) return nullptr;
    const std::string_view wanted = str_utf8(misspelt);
    Size best_cost = std::numeric_limits<Size>::max();
    Str* best = nullptr;
    for (Object* item : names->span()) {
        if (!is_str(item)) return nullptr;
        const std::string_view candidate = str_utf8(static_cast<Str*>(item));
        if (candidate == wanted) continue;
        const Size third = static_cast<Size>(wanted.size() + candidate.size() + 3) * move_cost / 6;
        const Size limit = std::min(third, best_cost - 1);
        const Size cost = edit_cost(wanted, candidate, limit);
        if (cost > limit) continue;
        best = static_cast<Str*>(item);
        best_cost = cost;
    }
    return Ref<Str>::share(best);
}

/// `dir(object)` as a list; empty if it fails.
Ref<List> attribute_names(Object* object) {
    Ref<Object> method = lookup_special(object, name<"__dir__">);
    if (!method) return failed;
    Ref<Object> names = TRY(call(method.get(), {}));
    Ref<List> sorted = new_list();
    TRY(list_extend(sorted.get(), names.get()));
    TRY(list_sort(sorted.get()));
    return sorted;
}

Ref<Str> nearest_in(Object* iterable, const Str* misspelt) {
    Ref<List> names = new_list();
    TRY(list_extend(names.get(), iterable));
    return nearest(names.get(), misspelt);
}

Ref<Str> suggestion_for_attribute(const AttributeError* error) {
    if (!error->name || !error->object || !is_str(error->name)) return nullptr;
    Ref<List> names = TRY(attribute_names(error->object));
    return nearest(names.get(), static_cast<Str*>(error->name));
}

/// Locals, globals and builtins of the frame where the name was looked up.
Ref<Str> suggestion_for_name(const NameError* error) {
    auto* traceback = static_cast<Traceback*>(error->traceback);
    if (!error->name || !is_str(error->name) || !traceback) return nullptr;
    while (traceback->next) traceback = traceback->next;
    const auto* misspelt = static_cast<Str*>(error->name);
    const Frame* frame = traceback->frame->frame;
    Ref<Tuple> locals = code_variable_names(frame->code);
    for (Object* names : {static_cast<Object*>(locals.get()), static_cast<Object*>(frame->globals),
                          static_cast<Object*>(frame->builtins)})
        if (Ref<Str> found = nearest_in(names, misspelt); found || pending_exception()) return found;
    return nullptr;
}

}  // namespace

Ref<Str> suggestion_for(Object* exception) {
    Ref<Str> found;
    if (is_exactly(exception, attribute_error_type))
        found = suggestion_for_attribute(static_cast<AttributeError*>(exception));
    else if (is_exactly(exception, name_error_type))
        found = suggestion_for_name(static_cast<NameError*>(exception));
    if (!found) clear_exception();
    return found;
}

}  // namespace minipy
