// list.sort: a stable merge sort that makes use of order already there.
//
// The list is cut into runs that ascend already (descending ones are turned round); short runs are grown to a
// minimum by binary insertion; runs are merged pairwise so that their lengths stay balanced. The list is empty
// while it is being sorted, so that comparisons which look at it, or change it, do no harm. Invariant: the
// array always holds each item exactly once, so that whatever a comparison raises, nothing is lost.
//
// CPython: Objects/listobject.c (list_sort_impl), Objects/listsort.txt
#include <boost/container/small_vector.hpp>

#include <algorithm>
#include <vector>

#include "objects/call.h"
#include "objects/float.h"
#include "objects/list/list_internal.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

/// An item with its sort key, both borrowed from the arrays that own them.
struct Entry {
    Object* key;
    Object* item;
};

/// Short lists need no memory of their own.
using Entries = boost::container::small_vector<Entry, 32>;

using Less = Result<bool> (*)(Object* left, Object* right);

Result<bool> less_general(Object* left, Object* right) {
    Ref<Object> answer = TRY(compare(left, right, CompareOp::Lt));
    return truth(answer.get());
}
Result<bool> less_small_int(Object* left, Object* right) {
    return static_cast<Int*>(left)->small < static_cast<Int*>(right)->small;
}
Result<bool> less_float(Object* left, Object* right) {
    return static_cast<Float*>(left)->value < static_cast<Float*>(right)->value;
}
Result<bool> less_str(Object* left, Object* right) {
    return str_compare(static_cast<Str*>(left), static_cast<Str*>(right)) < 0;
}

/// By the first items that differ, as tuples compare; what they are does not matter.
Result<bool> less_tuple(Object* left, Object* right) {
    const auto *a = static_cast<Tuple*>(left), *b = static_cast<Tuple*>(right);
    const Size common = std::min(a->size, b->size);
    for (Size i = 0; i < common; ++i) {
        Object *x = (*a)[i], *y = (*b)[i];
        if (x == y) continue;
        if (x->type == &int_type && y->type == &int_type && are_small(as_int(x), as_int(y))) {
            if (as_int(x)->small != as_int(y)->small) return as_int(x)->small < as_int(y)->small;
        } else if (x->type == &str_type && y->type == &str_type) {
            if (const int order = str_compare(static_cast<Str*>(x), static_cast<Str*>(y))) return order < 0;
        } else if (!TRY(compare_truth(x, y, CompareOp::Eq))) {
            return compare_truth(x, y, CompareOp::Lt);
        }
    }
    return a->size < b->size;
}

/// Merge sort by one comparison, which the compiler puts in line.
template <Less less_keys>
class Sorter {
  public:
    explicit Sorter(Entries& entries) : entries_(entries) {}

    Status sort() {
        const std::size_t count = entries_.size();
        const std::size_t minimum = minimum_run(count);
        for (std::size_t start = 0; start < count;) {
            std::size_t length = TRY(count_run(start));
            const std::size_t forced = std::min(minimum, count - start);
            if (length < forced) {
                TRY(insert_sorted(start, start + length, start + forced));
                length = forced;
            }
            runs_.push_back({start, length});
            TRY(merge_unbalanced());
            start += length;
        }
        while (runs_.size() > 1) {
            const std::size_t n = runs_.size();
            TRY(merge_at(n > 2 && runs_[n - 3].length < runs_[n - 1].length ? n - 3 : n - 2));
        }
        return done;
    }

  private:
    struct Run {
        std::size_t start, length;
    };

    static Result<bool> less(const Entry& left, const Entry& right) { return less_keys(left.key, right.key); }

    /// Between 32 and 64, so that the number of runs is a power of two or a little less.
    static std::size_t minimum_run(std::size_t count) {
        std::size_t remainder = 0;
        while (count >= 64) {
            remainder |= count & 1;
            count >>= 1;
        }
        return count + remainder;
    }

    /// Length of the run at `start`; a strictly descending one is reversed.
    Result<std::size_t> count_run(std::size_t start) {
        std::size_t end = start + 1;
        if (end == entries_.size()) return std::size_t{1};
        const bool descending = TRY(less(entries_[end], entries_[start]));
        for (++end; end < entries_.size(); ++end)
            if (TRY(less(entries_[end], entries_[end - 1])) != descending) break;
        if (descending)
            std::reverse(entries_.begin() + static_cast<std::ptrdiff_t>(start),
                         entries_.begin() + static_cast<std::ptrdiff_t>(end));
        return end - start;
    }

    /// Grows the sorted range [start, sorted) to [start, end).
    Status insert_sorted(std::size_t start, std::size_t sorted, std::size_t end) {
        for (; sorted < end; ++sorted) {
            const Entry pivot = entries_[sorted];
            std::size_t low = start, high = sorted;
            while (low < high) {
                const std::size_t middle = low + (high - low) / 2;
                if (TRY(less(pivot, entries_[middle])))
                    high = middle;
                else
                    low = middle + 1;
            }
            for (std::size_t i = sorted; i > low; --i) entries_[i] = entries_[i - 1];
            entries_[low] = pivot;
        }
        return done;
    }

    /// Keeps each run longer than the two behind it together.
    Status merge_unbalanced() {
        while (runs_.size() > 1) {
            const std::size_t n = runs_.size() - 2;
            const bool unbalanced = (n > 0 && runs_[n - 1].length <= runs_[n].length + runs_[n + 1].length) ||
                                    (n > 1 && runs_[n - 2].length <= runs_[n - 1].length + runs_[n].length);
            if (unbalanced)
                TRY(merge_at(runs_[n - 1].length < runs_[n + 1].length ? n - 1 : n));
            else if (runs_[n].length <= runs_[n + 1].length)
                TRY(merge_at(n));
            else
                break;
        }
        return done;
    }

    Status merge_at(std::size_t index) {
        const Run left = runs_[index], right = runs_[index + 1];
        runs_[index].length += right.length;
        runs_.erase(runs_.begin() + static_cast<std::ptrdiff_t>(index) + 1);
        // What is in place already need not move: the head of the left run and the tail of the right one.
        const std::size_t start = TRY(upper_bound(entries_[right.start], left.start, left.start + left.length));
        if (start == right.start) return done;
        const std::size_t end =
            TRY(lower_bound(entries_[right.start - 1], right.start, right.start + right.length));
        return merge(start, right.start, end);
    }

    /// First place in [low, high) whose entry is greater than the pivot.
    Result<std::size_t> upper_bound(const Entry& pivot, std::size_t low, std::size_t high) {
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (TRY(less(pivot, entries_[middle])))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    /// First place in [low, high) whose entry is not less than the pivot.
    Result<std::size_t> lower_bound(const Entry& pivot, std::size_t low, std::size_t high) {
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (TRY(less(entries_[middle], pivot)))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// Merges [start, middle) and [middle, end); the left part goes through a buffer. On failure the rest of
    /// the buffer moves back, so that no entry is lost.
    Status merge(std::size_t start, std::size_t middle, std::size_t end) {
        buffer_.assign(entries_.begin() + static_cast<std::ptrdiff_t>(start),
                       entries_.begin() + static_cast<std::ptrdiff_t>(middle));
        std::size_t left = 0, right = middle, out = start;
        Status status = done;
        while (left < buffer_.size() && right < end) {
            const Result<bool> take_right = less(entries_[right], buffer_[left]);
            if (!take_right) {
                status = failed;
                break;
            }
            entries_[out++] = *take_right ? entries_[right++] : buffer_[left++];
        }
        while (left < buffer_.size()) entries_[out++] = buffer_[left++];
        return status;
    }

    Entries& entries_;
    boost::container::small_vector<Run, 16> runs_;
    std::vector<Entry> buffer_;
};

/// Sorts by a comparison that needs no dispatch when all keys are of one simple type.
Status sort_entries(Entries& entries) {
    const Type* type = entries.empty() ? nullptr : entries[0].key->type;
    bool small = type == &int_type;
    for (const Entry& entry : entries) {
        if (entry.key->type != type) return Sorter<less_general>(entries).sort();
        small = small && as_int(entry.key)->is_small();
    }
    if (small) return Sorter<less_small_int>(entries).sort();
    if (type == &str_type) return Sorter<less_str>(entries).sort();
    if (type == &float_type) return Sorter<less_float>(entries).sort();
    if (type == &tuple_type) return Sorter<less_tuple>(entries).sort();
    return Sorter<less_general>(entries).sort();
}

/// The keys of the items, owned; empty on failure.
Status compute_keys(Entries& entries, Object* function, std::vector<Ref<Object>>& owner) {
    owner.reserve(entries.size());
    for (Entry& entry : entries) {
        owner.push_back(TRY(call(function, {entry.item})));
        entry.key = owner.back().get();
    }
    return done;
}

}  // namespace

Status list_sort(List* list, Object* key_or_null, bool reverse) {
    // The list gives its array away for the time of the sort; whatever adds to it replaces the mark.
    static Object* being_sorted = nullptr;
    Object** items = std::exchange(list->items, &being_sorted);
    const Size size = std::exchange(list->size, 0), capacity = std::exchange(list->capacity, 0);

    Entries entries;
    entries.resize(static_cast<std::size_t>(size), boost::container::default_init);
    for (Entry *entry = entries.data(), *end = entry + size; entry < end; ++entry, ++items)
        *entry = {*items, *items};
    items -= size;
    std::vector<Ref<Object>> keys;
    Status status = key_or_null ? compute_keys(entries, key_or_null, keys) : Status(done);
    if (status) {
        // Reversing before and after keeps equal items in their order.
        if (reverse) std::reverse(entries.begin(), entries.end());
        status = sort_entries(entries);
        if (reverse) std::reverse(entries.begin(), entries.end());
    }
    for (Size i = 0; i < size; ++i) items[i] = entries[static_cast<std::size_t>(i)].item;

    keys.clear();  // their finalizers may still change the list
    const bool modified = list->items != &being_sorted;
    Ref<List> intruder = new_list();
    if (modified) {
        std::swap(intruder->items, list->items);
        std::swap(intruder->size, list->size);
        std::swap(intruder->capacity, list->capacity);
    }
    list->items = items;
    list->size = size;
    list->capacity = capacity;
    if (status && modified) return raise(value_error_type, "list modified during sort");
    return status;
}

NewRef list_sort_method(Object* self, Object* const* arguments) {
    Object* key = arguments[0] && !is_none(arguments[0]) ? arguments[0] : nullptr;
    TRY(list_sort(as_list(self), key, TRY(argument_int(arguments[1])) != 0));
    return new_none();
}

}  // namespace minipy
