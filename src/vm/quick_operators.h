// Arithmetic, comparisons, subscripts and unpacking for operands of known types.
//
// The guards are the exact types of the operands (and that ints are machine words), looked at each time; the
// cache of BINARY_OP is its counter alone. An int or float on the value stack with a refcount of 1 is a
// temporary that nobody else can see: the result is written into it instead of into a new object. Gains: no
// dispatch through slots, no reflected operands to consider, mostly no allocation.
//
// CPython: Python/ceval.c (BINARY_OP_ADD_INT, COMPARE_OP_INT_JUMP and their relatives)
#pragma once

#include "objects/dict_keys.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/tuple.h"
#include "vm/ops_containers.h"
#include "vm/ops_operators.h"
#include "vm/quick_calls.h"
#include "vm/specialize.h"

namespace minipy {

inline bool is_word(const Object* object) noexcept {
    return object->type == &int_type && static_cast<const Int*>(object)->is_small();
}
inline std::int64_t word(const Object* object) noexcept { return static_cast<const Int*>(object)->small; }
inline bool is_exact_float(const Object* object) noexcept { return object->type == &float_type; }

/// `decref` of an int of one word: no look-up of how it dies.
inline void drop_word(Object* object) noexcept {
    if (--object->refcount == 0) release(object, sizeof(Int));
}
inline void drop_float(Object* object) noexcept {
    if (--object->refcount == 0) release(object, sizeof(Float));
}

/// [word, word] -> [value]
MINIPY_OP void replace_words(Object**& sp, std::int64_t value) {
    Object *right = sp[-1], *left = sp[-2];
    --sp;
    const bool shared = smallest_shared_int <= value && value <= largest_shared_int;
    if (!shared && left->refcount == 1) {
        static_cast<Int*>(left)->small = value;
        drop_word(right);
        return;
    }
    if (!shared && right->refcount == 1) {
        static_cast<Int*>(right)->small = value;
        sp[-1] = right;
        drop_word(left);
        return;
    }
    sp[-1] = new_int(value).release();
    drop_word(left);
    drop_word(right);
}

/// [float, float] -> [value]
MINIPY_OP void replace_floats(Object**& sp, double value) {
    Object *right = sp[-1], *left = sp[-2];
    --sp;
    if (left->refcount == 1) {
        static_cast<Float*>(left)->value = value;
        drop_float(right);
        return;
    }
    if (right->refcount == 1) {
        static_cast<Float*>(right)->value = value;
        sp[-1] = right;
        drop_float(left);
        return;
    }
    sp[-1] = new_float(value).release();
    drop_float(left);
    drop_float(right);
}

OP(BINARY_OP_ADAPTIVE) {
    if (!is_due(ip)) return Flow::General;
    specialize_binary_operation(ip - 1, sp[-2], sp[-1], argument, frame->fast_locals());
    return Flow::Again;
}

/// `calculate(left, right, &result)` tells whether the result left the word.
template <class Calculate>
MINIPY_OP Flow word_operation(CodeWord*& ip, Object**& sp, Calculate calculate) {
    Object *left = sp[-2], *right = sp[-1];
    std::int64_t result;
    if (!is_word(left) || !is_word(right) || calculate(word(left), word(right), &result)) [[unlikely]]
        return miss(ip);
    replace_words(sp, result);
    ip += cache_entries(Opcode::BINARY_OP);
    return Flow::Next;
}

template <class Calculate>
MINIPY_OP Flow float_operation(CodeWord*& ip, Object**& sp, Calculate calculate) {
    Object *left = sp[-2], *right = sp[-1];
    if (!is_exact_float(left) || !is_exact_float(right)) [[unlikely]]
        return miss(ip);
    replace_floats(sp, calculate(float_value(left), float_value(right)));
    ip += cache_entries(Opcode::BINARY_OP);
    return Flow::Next;
}

OP(BINARY_OP_ADD_INT) {
    return word_operation(ip, sp, [](auto a, auto b, auto* r) { return __builtin_add_overflow(a, b, r); });
}
OP(BINARY_OP_SUBTRACT_INT) {
    return word_operation(ip, sp, [](auto a, auto b, auto* r) { return __builtin_sub_overflow(a, b, r); });
}
OP(BINARY_OP_MULTIPLY_INT) {
    return word_operation(ip, sp, [](auto a, auto b, auto* r) { return __builtin_mul_overflow(a, b, r); });
}
OP(BINARY_OP_ADD_FLOAT) {
    return float_operation(ip, sp, [](double a, double b) { return a + b; });
}
OP(BINARY_OP_SUBTRACT_FLOAT) {
    return float_operation(ip, sp, [](double a, double b) { return a - b; });
}
OP(BINARY_OP_MULTIPLY_FLOAT) {
    return float_operation(ip, sp, [](double a, double b) { return a * b; });
}

/// Quotient and remainder rounded down, for a positive divisor. Most operands fit 32 bits, and the processor
/// divides these in half of the time or less.
struct Division {
    std::int64_t quotient, remainder;
};
inline Division divide_words(std::int64_t a, std::int64_t b) noexcept {
    if (static_cast<std::uint64_t>(a | b) >> 32 == 0) [[likely]] {
        const auto small_a = static_cast<std::uint32_t>(a), small_b = static_cast<std::uint32_t>(b);
        return {small_a / small_b, small_a % small_b};
    }
    const std::int64_t quotient = a / b, remainder = a % b;
    return remainder < 0 ? Division{quotient - 1, remainder + b} : Division{quotient, remainder};
}

/// The operators without a form of their own, for machine words. True if the general form must do it: division
/// by zero, a result that is no word, negative or large shifts, operators whose result may be no int.
inline bool other_word_operation(BinaryOp op, std::int64_t a, std::int64_t b, std::int64_t* result) noexcept {
    switch (op) {
        case BinaryOp::And: return *result = a & b, false;
        case BinaryOp::Or: return *result = a | b, false;
        case BinaryOp::Xor: return *result = a ^ b, false;
        case BinaryOp::RightShift:
            if (b < 0) return true;
            return *result = a >> (b < 63 ? b : 63), false;
        case BinaryOp::LeftShift:
            if (b < 0 || b > 62) return true;
            *result = static_cast<std::int64_t>(static_cast<std::uint64_t>(a) << b);
            return *result >> b != a;
        case BinaryOp::FloorDivide:
            if (b <= 0) return true;
            return *result = divide_words(a, b).quotient, false;
        case BinaryOp::Remainder:
            if (b <= 0) return true;
            return *result = divide_words(a, b).remainder, false;
        default: return true;
    }
}

/// A form for one operator, which needs no branch on which it is.
template <BinaryOp op>
MINIPY_OP Flow one_word_operation(CodeWord*& ip, Object**& sp) {
    return word_operation(ip, sp, [](auto a, auto b, auto* r) { return other_word_operation(op, a, b, r); });
}
OP(BINARY_OP_REMAINDER_INT) { return one_word_operation<BinaryOp::Remainder>(ip, sp); }
OP(BINARY_OP_FLOOR_DIVIDE_INT) { return one_word_operation<BinaryOp::FloorDivide>(ip, sp); }
OP(BINARY_OP_AND_INT) { return one_word_operation<BinaryOp::And>(ip, sp); }

OP(BINARY_OP_INT) {
    const auto op = static_cast<BinaryOp>(argument < 13 ? argument : argument - 13);
    return word_operation(ip, sp, [op](auto a, auto b, auto* r) { return other_word_operation(op, a, b, r); });
}

/// Whether the int of one word is a double, too, without rounding.
inline bool is_exact_in_double(const Object* object) noexcept {
    constexpr std::int64_t limit = std::int64_t{1} << 53;
    return -limit <= word(object) && word(object) <= limit;
}

/// The operand as a double if it is a float or an int of one word.
inline bool as_double(const Object* object, double& value) noexcept {
    if (is_exact_float(object)) return value = float_value(object), true;
    if (!is_word(object)) return false;
    return value = static_cast<double>(word(object)), true;
}

// + - * / with at least one float, and / of two ints that are exact as doubles.
OP(BINARY_OP_FLOAT) {
    Object *left = sp[-2], *right = sp[-1];
    double a, b, result;
    if (!as_double(left, a) || !as_double(right, b)) [[unlikely]]
        return miss(ip);
    const auto op = static_cast<BinaryOp>(argument < 13 ? argument : argument - 13);
    if (!is_exact_float(left) && !is_exact_float(right) &&
        (op != BinaryOp::TrueDivide || !is_exact_in_double(left) || !is_exact_in_double(right))) [[unlikely]]
        return miss(ip);
    switch (op) {
        case BinaryOp::Add: result = a + b; break;
        case BinaryOp::Subtract: result = a - b; break;
        case BinaryOp::Multiply: result = a * b; break;
        case BinaryOp::TrueDivide:
            if (b == 0.0) return miss(ip);
            result = a / b;
            break;
        default: return miss(ip);
    }
    ip += cache_entries(Opcode::BINARY_OP);
    if (left->refcount == 1 && is_exact_float(left)) {
        static_cast<Float*>(left)->value = result;
        decref(*--sp);
        return Flow::Next;
    }
    drop(sp, 2);
    push(sp, new_float(result).release());
    return Flow::Next;
}

// A temporary on the left is grown in place.
OP(BINARY_OP_ADD_UNICODE) {
    if (!is_exactly(sp[-2], str_type) || !is_exactly(sp[-1], str_type)) [[unlikely]]
        return miss(ip);
    Ref<Object> right = pop(sp);
    Ref<Str> left = Ref<Str>::steal(static_cast<Str*>(*--sp));
    ip += cache_entries(Opcode::BINARY_OP);
    return push_result(sp, Ref<Object>(str_append(std::move(left), static_cast<Str*>(right.get()))));
}

// s = s + t, s += t on a local variable: the STORE_FAST behind would drop the variable's reference anyway, so
// it is dropped before, and the string, if nobody else has it, grows in place. If that fails for lack of
// memory, the variable is unbound, as in CPython.
OP(BINARY_OP_INPLACE_ADD_UNICODE) {
    Object*& local = frame->fast_locals()[ip[cache_entries(Opcode::BINARY_OP)].argument];
    if (!is_exactly(sp[-2], str_type) || !is_exactly(sp[-1], str_type) || local != sp[-2]) [[unlikely]]
        return miss(ip);
    decref(std::exchange(local, nullptr));
    return op_BINARY_OP_ADD_UNICODE(ip, sp, frame, argument, thread);
}

/// [left, right] stay; the function runs in a frame of its own.
MINIPY_OP Flow enter_operator(CodeWord*& ip, Object**& sp, Frame*& frame, ThreadState& thread,
                              Function* function) {
    incref(function);
    Frame* callee = push_frame(thread, function, 2);
    callee->role = FrameRole::Operator;
    incref(callee->fast_locals()[0] = sp[-2]);
    incref(callee->fast_locals()[1] = sp[-1]);
    return enter_frame(ip, sp, frame, thread, callee);
}

// The method is looked up each time (mostly in the cache of `type_lookup`): nothing to invalidate.
OP(BINARY_OP_METHOD) {
    Function* function = binary_method(sp[-2], sp[-1], argument);
    if (!function) [[unlikely]]
        return miss(ip);
    ip += cache_entries(Opcode::BINARY_OP);
    return enter_operator(ip, sp, frame, thread, function);
}

OP(COMPARE_OP_METHOD) {
    Function* function = compare_method(sp[-2], sp[-1], static_cast<CompareOp>(argument));
    if (!function) [[unlikely]]
        return miss(ip);
    ip += cache_entries(Opcode::COMPARE_OP);
    return enter_operator(ip, sp, frame, thread, function);
}

// --- comparisons, with the conditional jump that follows

namespace compare_cache {
inline constexpr int jumps = 1;  // bit n: jump if the operands are in Order n
inline constexpr unsigned backward = 16;
}  // namespace compare_cache
enum class Order : unsigned { Less, Equal, Greater, Unordered };

template <class T>
Order order_of(T left, T right) noexcept {
    return left < right    ? Order::Less
           : left > right  ? Order::Greater
           : left == right ? Order::Equal
                           : Order::Unordered;
}

OP(COMPARE_OP_ADAPTIVE) {
    if (!is_due(ip)) return Flow::General;
    specialize_comparison(ip - 1, sp[-2], sp[-1], argument);
    return Flow::Again;
}

/// Goes on behind the jump, or where it leads.
MINIPY_OP Flow jump_by_order(CodeWord*& ip, Order order, ThreadState& thread) {
    const unsigned jumps = read_cache<std::uint16_t>(ip + compare_cache::jumps);
    const unsigned distance = ip[cache_entries(Opcode::COMPARE_OP)].argument;
    ip += cache_entries(Opcode::COMPARE_OP) + 1;
    if (!(jumps >> static_cast<unsigned>(order) & 1)) return Flow::Next;
    if (jumps & compare_cache::backward) {
        ip -= distance;
        return check_breaker(thread);
    }
    ip += distance;
    return Flow::Next;
}

OP(COMPARE_OP_INT_JUMP) {
    Object *left = sp[-2], *right = sp[-1];
    if (!is_word(left) || !is_word(right)) [[unlikely]]
        return miss(ip);
    const Order order = order_of(word(left), word(right));
    sp -= 2;
    drop_word(left);
    drop_word(right);
    return jump_by_order(ip, order, thread);
}

OP(COMPARE_OP_FLOAT_JUMP) {
    Object *left = sp[-2], *right = sp[-1];
    if (!is_exact_float(left) || !is_exact_float(right)) [[unlikely]]
        return miss(ip);
    const Order order = order_of(float_value(left), float_value(right));
    sp -= 2;
    drop_float(left);
    drop_float(right);
    return jump_by_order(ip, order, thread);
}

// == and != only.
OP(COMPARE_OP_STR_JUMP) {
    Object *left = sp[-2], *right = sp[-1];
    if (!is_exactly(left, str_type) || !is_exactly(right, str_type)) [[unlikely]]
        return miss(ip);
    const bool equal = left == right || str_equal(static_cast<Str*>(left), static_cast<Str*>(right));
    drop(sp, 2);
    return jump_by_order(ip, equal ? Order::Equal : Order::Less, thread);
}

template <class T>
bool holds_between(CompareOp op, T left, T right) noexcept {
    switch (op) {
        case CompareOp::Lt: return left < right;
        case CompareOp::Le: return left <= right;
        case CompareOp::Eq: return left == right;
        case CompareOp::Ne: return left != right;
        case CompareOp::Gt: return left > right;
        case CompareOp::Ge: return left >= right;
    }
    return false;
}

OP(COMPARE_OP_INT) {
    if (!is_word(sp[-2]) || !is_word(sp[-1])) [[unlikely]]
        return miss(ip);
    const bool result = holds_between(static_cast<CompareOp>(argument), word(sp[-2]), word(sp[-1]));
    drop_word(*--sp);
    drop_word(*--sp);
    ip += cache_entries(Opcode::COMPARE_OP);
    push(sp, new_bool(result).object);
    return Flow::Next;
}

OP(COMPARE_OP_FLOAT) {
    if (!is_exact_float(sp[-2]) || !is_exact_float(sp[-1])) [[unlikely]]
        return miss(ip);
    const bool result =
        holds_between(static_cast<CompareOp>(argument), float_value(sp[-2]), float_value(sp[-1]));
    drop_float(*--sp);
    drop_float(*--sp);
    ip += cache_entries(Opcode::COMPARE_OP);
    push(sp, new_bool(result).object);
    return Flow::Next;
}

// --- subscripts

OP(BINARY_SUBSCR_ADAPTIVE) {
    if (!is_due(ip)) return Flow::General;
    specialize_subscript(ip - 1, sp[-2], sp[-1]);
    return Flow::Again;
}

/// The place that an index word means in a sequence of that size, counted from the end if negative; the size
/// itself if there is none.
inline std::size_t place_of(std::int64_t index, Size size) noexcept {
    if (index < 0) index += size;
    return static_cast<std::size_t>(index) < static_cast<std::size_t>(size) ? static_cast<std::size_t>(index)
                                                                            : static_cast<std::size_t>(size);
}

/// [container, index word] -> [item]
MINIPY_OP Flow replace_container(CodeWord*& ip, Object**& sp, Object* item) {
    incref(item);
    drop_word(*--sp);
    decref(std::exchange(sp[-1], item));
    ip += cache_entries(Opcode::BINARY_SUBSCR);
    return Flow::Next;
}

OP(BINARY_SUBSCR_LIST_INT) {
    if (!is_exactly(sp[-2], list_type) || !is_word(sp[-1])) [[unlikely]]
        return miss(ip);
    auto* list = static_cast<List*>(sp[-2]);
    const std::size_t place = place_of(word(sp[-1]), list->size);
    if (place == static_cast<std::size_t>(list->size)) [[unlikely]]
        return miss(ip);
    return replace_container(ip, sp, list->items[place]);
}

OP(BINARY_SUBSCR_TUPLE_INT) {
    if (!is_exactly(sp[-2], tuple_type) || !is_word(sp[-1])) [[unlikely]]
        return miss(ip);
    auto* tuple = static_cast<Tuple*>(sp[-2]);
    const std::size_t place = place_of(word(sp[-1]), tuple->size);
    if (place == static_cast<std::size_t>(tuple->size)) [[unlikely]]
        return miss(ip);
    return replace_container(ip, sp, tuple->items()[place]);
}

OP(BINARY_SUBSCR_STR_INT) {
    if (!is_exactly(sp[-2], str_type) || !is_word(sp[-1])) [[unlikely]]
        return miss(ip);
    auto* string = static_cast<Str*>(sp[-2]);
    const std::size_t place = place_of(word(sp[-1]), string->size);
    if (place == static_cast<std::size_t>(string->size)) [[unlikely]]
        return miss(ip);
    Ref<Str> character = str_from_character(string->at(static_cast<Size>(place)));
    return replace_container(ip, sp, character.get());
}

OP(BINARY_SUBSCR_DICT) {
    if (!is_exactly(sp[-2], dict_type)) [[unlikely]]
        return miss(ip);
    auto* dict = static_cast<Dict*>(sp[-2]);
    Object* value = is_exactly(sp[-1], str_type) ? dict_peek(dict, static_cast<Str*>(sp[-1])) : nullptr;
    if (!value) {
        const Result<Object*> found = dict_get(dict, sp[-1]);
        if (!found) return Flow::Error;
        if (!*found) return raise_key_error(sp[-1]), Flow::Error;
        value = *found;
    }
    incref(value);
    decref(*--sp);
    decref(std::exchange(sp[-1], value));
    ip += cache_entries(Opcode::BINARY_SUBSCR);
    return Flow::Next;
}

// A class whose __getitem__ is a Python function: the frame takes container and key over.
OP(BINARY_SUBSCR_GETITEM) {
    Type* type = sp[-2]->type;
    if (type->version != read_cache<std::uint32_t>(ip + call_cache::version)) [[unlikely]]
        return miss(ip);
    auto* function = static_cast<Function*>(type_lookup(type, name<"__getitem__">));
    if (!takes_exactly(function, 2)) [[unlikely]]
        return miss(ip);
    incref(function);
    Frame* callee = push_frame(thread, function, 2);
    sp -= 2;
    callee->fast_locals()[0] = sp[0];
    callee->fast_locals()[1] = sp[1];
    ip += cache_entries(Opcode::BINARY_SUBSCR);
    return enter_frame(ip, sp, frame, thread, callee);
}

OP(STORE_SUBSCR_ADAPTIVE) {
    if (!is_due(ip)) return Flow::General;
    specialize_store_subscript(ip - 1, sp[-2], sp[-1]);
    return Flow::Again;
}

// [value, list, index] -> []
OP(STORE_SUBSCR_LIST_INT) {
    if (!is_exactly(sp[-2], list_type) || !is_word(sp[-1])) [[unlikely]]
        return miss(ip);
    auto* list = static_cast<List*>(sp[-2]);
    const std::size_t place = place_of(word(sp[-1]), list->size);
    if (place == static_cast<std::size_t>(list->size)) [[unlikely]]
        return miss(ip);
    drop_word(*--sp);
    sp -= 2;
    Object* old = std::exchange(list->items[place], sp[0]);
    ip += cache_entries(Opcode::STORE_SUBSCR);
    decref(old);
    decref(list);
    return Flow::Next;
}

// [value, dict, key] -> []
OP(STORE_SUBSCR_DICT) {
    if (!is_exactly(sp[-2], dict_type)) [[unlikely]]
        return miss(ip);
    const Status stored = dict_set(static_cast<Dict*>(sp[-2]), sp[-1], sp[-3]);
    drop(sp, 3);
    ip += cache_entries(Opcode::STORE_SUBSCR);
    return flow_of(stored);
}

// --- unpacking

OP(UNPACK_SEQUENCE_ADAPTIVE) {
    if (!is_due(ip)) return Flow::General;
    specialize_unpack(ip - 1, sp[-1], argument);
    return Flow::Again;
}

/// [sequence] -> [last, ..., first]
MINIPY_OP Flow unpack_items(CodeWord*& ip, Object**& sp, Object* const* items, unsigned count) {
    Object* sequence = *--sp;
    for (unsigned i = count; i > 0; --i) push_shared(sp, items[i - 1]);
    decref(sequence);
    ip += cache_entries(Opcode::UNPACK_SEQUENCE);
    return Flow::Next;
}

OP(UNPACK_SEQUENCE_TWO_TUPLE) {
    if (!is_exactly(sp[-1], tuple_type) || static_cast<Tuple*>(sp[-1])->size != 2) [[unlikely]]
        return miss(ip);
    return unpack_items(ip, sp, static_cast<Tuple*>(sp[-1])->items(), 2);
}

OP(UNPACK_SEQUENCE_TUPLE) {
    if (!is_exactly(sp[-1], tuple_type) || static_cast<Tuple*>(sp[-1])->size != argument) [[unlikely]]
        return miss(ip);
    return unpack_items(ip, sp, static_cast<Tuple*>(sp[-1])->items(), argument);
}

OP(UNPACK_SEQUENCE_LIST) {
    if (!is_exactly(sp[-1], list_type) || static_cast<List*>(sp[-1])->size != argument) [[unlikely]]
        return miss(ip);
    return unpack_items(ip, sp, static_cast<List*>(sp[-1])->items, argument);
}

}  // namespace minipy
