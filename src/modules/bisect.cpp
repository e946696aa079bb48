// _bisect: binary search in a sorted sequence, and insertion at the place found.
//
// The sequence may be anything that has items by number; lists and tuples are read without calling their slots.
// Comparing may run code that shortens the sequence: an item is read through the bounds of the moment.
//
// CPython: Modules/_bisectmodule.c
#include "modules/support.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

/// `sequence[index]` for an index that is not negative.
Ref<Object> item_at(Object* sequence, Size index) {
    if (is_exactly(sequence, list_type)) {
        auto* list = static_cast<List*>(sequence);
        if (index >= list->size) return raise(index_error_type, "list index out of range");
        return share(list->items[index]);
    }
    if (is_exactly(sequence, tuple_type)) return share((*static_cast<Tuple*>(sequence))[index]);
    if (IndexSlot item = sequence->type->slots.item) return item(sequence, index);
    return get_item(sequence, new_int(index).get());
}

enum class Side { Left, Right };

/// The first place whose item is greater than `wanted` (Right) or not less than it (Left).
Result<Size> search(Object* sequence, Object* wanted, Size low, Size high, Object* key, Side side) {
    if (!is_sequence(sequence))
        return raise(type_error_type, fmt::format("{} is not a sequence", sequence->type->name));
    while (low < high) {
        const Size middle = low + (high - low) / 2;
        Ref<Object> item = TRY(item_at(sequence, middle));
        if (!is_none(key)) item = TRY(call(key, {item.get()}));
        const bool go_right = side == Side::Left ? TRY(compare_truth(item.get(), wanted, CompareOp::Lt))
                                                 : !TRY(compare_truth(wanted, item.get(), CompareOp::Lt));
        if (go_right)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/// Reads `lo` and `hi` of the arguments (a, x, lo, hi, key) and searches.
Result<Size> search_with(Object* const* arguments, Object* wanted, Side side) {
    const Size low = TRY(argument_size(arguments[2]));
    Size high = -1;
    if (!is_none(arguments[3])) {
        if (!has_index(arguments[3]))
            return raise(type_error_type,
                         fmt::format("argument should be integer or None, not '{}'", arguments[3]->type->name));
        high = TRY(index_size(arguments[3], &overflow_error_type));
    }
    if (low < 0) return raise(value_error_type, "lo must be non-negative");
    if (high == -1) high = TRY(length(arguments[0]));
    return search(arguments[0], wanted, low, high, arguments[4], side);
}

template <Side side>
NewRef bisect_search(Object*, Object* const* arguments) {
    return new_int(TRY(search_with(arguments, arguments[1], side)));
}

template <Side side>
NewRef bisect_insort(Object*, Object* const* arguments) {
    Object *sequence = arguments[0], *item = arguments[1], *key = arguments[4];
    Ref<Object> wanted = share(item);
    if (!is_none(key)) wanted = TRY(call(key, {item}));
    const Size place = TRY(search_with(arguments, wanted.get(), side));
    if (is_exactly(sequence, list_type))
        TRY(list_insert(static_cast<List*>(sequence), place, item));
    else
        TRY(call_method(sequence, name<"insert">, {new_int(place).get(), item}));
    return new_none();
}

constexpr const char* signature = "($module, /, a, x, lo=0, hi=None, *, key=None)";

constexpr NativeDef bisect_functions[] = {
    {"bisect_right", bisect_search<Side::Right>, signature,
     "The place at which to insert x so that a stays sorted, behind equal items."},
    {"bisect_left", bisect_search<Side::Left>, signature,
     "The place at which to insert x so that a stays sorted, before equal items."},
    {"insort_right", bisect_insort<Side::Right>, signature, "Inserts x into the sorted a, behind equal items."},
    {"insort_left", bisect_insort<Side::Left>, signature, "Inserts x into the sorted a, before equal items."},
};

const ModuleSpec bisect_spec = {"_bisect", "Binary search and insertion in sorted sequences.",
                                bisect_functions};

}  // namespace

Ref<Module> make_bisect_module() { return new_native_module(bisect_spec); }

}  // namespace minipy
