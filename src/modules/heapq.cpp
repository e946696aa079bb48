// _heapq: a list kept as a heap: items[k] <= items[2k+1] and items[k] <= items[2k+2].
//
// An item sinks all the way to a leaf before it rises to its place, which saves comparisons since what is put
// at the root usually came from the bottom. Comparing may run any code: each comparison owns its operands, and
// a list whose size has changed is an error.
//
// CPython: Modules/_heapqmodule.c
#include "modules/support.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

enum class Order { Smallest, Largest };  // what is at the root

template <Order order>
Result<bool> goes_above(Object* left, Object* right) {
    Ref<Object> keep_left = share(left), keep_right = share(right);
    return order == Order::Smallest ? compare_truth(left, right, CompareOp::Lt)
                                    : compare_truth(right, left, CompareOp::Lt);
}

/// The same for two items of the list, which has to keep its size.
template <Order order>
Result<bool> item_goes_above(List* heap, Size left, Size right) {
    const Size size = heap->size;
    const bool above = TRY(goes_above<order>(heap->items[left], heap->items[right]));
    if (heap->size != size) return raise(runtime_error_type, "list changed size during iteration");
    return above;
}

/// Lets the item rise until its parent belongs above it, at most to `top`. siftdown.
template <Order order>
Status rise(List* heap, Size top, Size at) {
    while (at > top) {
        const Size parent = (at - 1) / 2;
        if (!TRY(item_goes_above<order>(heap, at, parent))) break;
        std::swap(heap->items[at], heap->items[parent]);
        at = parent;
    }
    return done;
}

/// Lets the item sink to a leaf and rise from there. siftup.
template <Order order>
Status sink(List* heap, Size at) {
    const Size top = at, end = heap->size;
    while (at < end / 2) {
        Size child = 2 * at + 1;
        if (child + 1 < end && !TRY(item_goes_above<order>(heap, child, child + 1))) ++child;
        std::swap(heap->items[at], heap->items[child]);
        at = child;
    }
    return rise<order>(heap, top, at);
}

Result<List*> heap_argument(Object* value, const char* function, const char* what = "argument 1") {
    if (is_list(value)) return static_cast<List*>(value);
    return raise_bad_argument(function, what, "list", value);
}

NewRef heapq_heappush(Object*, Object* const* arguments) {
    List* heap = TRY(heap_argument(arguments[0], "heappush"));
    TRY(list_append(heap, arguments[1]));
    TRY(rise<Order::Smallest>(heap, 0, heap->size - 1));
    return new_none();
}

template <Order order>
NewRef pop(List* heap) {
    if (heap->size == 0) return raise(index_error_type, "index out of range");
    Ref<Object> last = Ref<Object>::steal(heap->items[--heap->size]);
    if (heap->size == 0) return last;
    Ref<Object> root = Ref<Object>::steal(std::exchange(heap->items[0], last.release()));
    TRY(sink<order>(heap, 0));
    return root;
}

NewRef heapq_heappop(Object*, Object* const* arguments) {
    return pop<Order::Smallest>(TRY(heap_argument(arguments[0], "heappop", "argument")));
}

NewRef heapq_heappop_max(Object*, Object* const* arguments) {
    return pop<Order::Largest>(TRY(heap_argument(arguments[0], "_heappop_max", "argument")));
}

/// Puts the item in the place of the root, which is handed over.
template <Order order>
NewRef replace_root(List* heap, Object* item) {
    if (heap->size == 0) return raise(index_error_type, "index out of range");
    Ref<Object> root = Ref<Object>::steal(std::exchange(heap->items[0], share(item).release()));
    TRY(sink<order>(heap, 0));
    return root;
}

NewRef heapq_heapreplace(Object*, Object* const* arguments) {
    return replace_root<Order::Smallest>(TRY(heap_argument(arguments[0], "heapreplace")), arguments[1]);
}

NewRef heapq_heapreplace_max(Object*, Object* const* arguments) {
    return replace_root<Order::Largest>(TRY(heap_argument(arguments[0], "_heapreplace_max")), arguments[1]);
}

NewRef heapq_heappushpop(Object*, Object* const* arguments) {
    List* heap = TRY(heap_argument(arguments[0], "heappushpop"));
    if (heap->size == 0 || !TRY(goes_above<Order::Smallest>(heap->items[0], arguments[1])))
        return new_ref(arguments[1]);
    return replace_root<Order::Smallest>(heap, arguments[1]);
}

template <Order order>
NewRef heapify(List* heap) {
    for (Size at = heap->size / 2 - 1; at >= 0; --at) TRY(sink<order>(heap, at));
    return new_none();
}

NewRef heapq_heapify(Object*, Object* const* arguments) {
    return heapify<Order::Smallest>(TRY(heap_argument(arguments[0], "heapify", "argument")));
}

NewRef heapq_heapify_max(Object*, Object* const* arguments) {
    return heapify<Order::Largest>(TRY(heap_argument(arguments[0], "_heapify_max", "argument")));
}

constexpr NativeDef heapq_functions[] = {
    {"heappush", heapq_heappush, "($module, heap, item, /)", "Adds the item to the heap."},
    {"heappushpop", heapq_heappushpop, "($module, heap, item, /)",
     "Adds the item, then takes the smallest: faster than both calls."},
    {"heappop", heapq_heappop, "($module, heap, /)", "Takes the smallest item off the heap."},
    {"heapreplace", heapq_heapreplace, "($module, heap, item, /)",
     "Takes the smallest item, then adds the new one, which may be smaller still."},
    {"heapify", heapq_heapify, "($module, heap, /)", "Makes a heap of the list, in linear time."},
    {"_heappop_max", heapq_heappop_max, "($module, heap, /)",
     "heappop of a heap with the largest at the root."},
    {"_heapify_max", heapq_heapify_max, "($module, heap, /)", "heapify with the largest at the root."},
    {"_heapreplace_max", heapq_heapreplace_max, "($module, heap, item, /)",
     "heapreplace of a heap with the largest at the root."},
};

Status heapq_fill(Module* module) {
    return module_set(
        module, "__about__",
        str_from_utf8("A heap in a list: the item at k is not above those at 2k+1 and 2k+2, so the "
                      "smallest is always the first.")
            .get());
}

const ModuleSpec heapq_spec = {"_heapq", "Heap queues (priority queues) in lists.", heapq_functions,
                               heapq_fill};

}  // namespace

Ref<Module> make_heapq_module() { return new_native_module(heapq_spec); }

}  // namespace minipy
