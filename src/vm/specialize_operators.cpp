// Forms for operators, comparisons, subscripts, unpacking and loops, chosen by the types of the operands.
//
// CPython: Python/specialize.c (_Py_Specialize_BinaryOp and its relatives)
#include "objects/names.h"
#include "vm/generator.h"
#include "vm/operator_methods.h"
#include "vm/quick_loops.h"
#include "vm/quick_operators.h"
#include "vm/specialize.h"

namespace minipy {
namespace {

/// The opcode of the instruction behind this one's cache.
const CodeWord* following(const CodeWord* instruction) noexcept {
    return instruction + 1 + cache_entries(static_cast<Opcode>(instruction->opcode));
}

/// Whether `left + right` is stored to the local variable that `left` comes from.
bool is_stored_back(const CodeWord* instruction, Object* left, Object** locals) noexcept {
    const CodeWord* next = following(instruction);
    return base_opcode(static_cast<Opcode>(next->opcode)) == Opcode::STORE_FAST &&
           locals[next->argument] == left;
}

Opcode form_for_words(BinaryOp op, Object* left, Object* right) noexcept {
    switch (op) {
        case BinaryOp::Add: return Opcode::BINARY_OP_ADD_INT;
        case BinaryOp::Subtract: return Opcode::BINARY_OP_SUBTRACT_INT;
        case BinaryOp::Multiply: return Opcode::BINARY_OP_MULTIPLY_INT;
        case BinaryOp::TrueDivide: return Opcode::BINARY_OP_FLOAT;
        default: break;
    }
    std::int64_t result;
    if (other_word_operation(op, word(left), word(right), &result)) return Opcode::NOP;
    switch (op) {
        case BinaryOp::Remainder: return Opcode::BINARY_OP_REMAINDER_INT;
        case BinaryOp::FloorDivide: return Opcode::BINARY_OP_FLOOR_DIVIDE_INT;
        case BinaryOp::And: return Opcode::BINARY_OP_AND_INT;
        default: return Opcode::BINARY_OP_INT;
    }
}

Opcode form_for_floats(BinaryOp op, bool both) noexcept {
    switch (op) {
        case BinaryOp::Add: return both ? Opcode::BINARY_OP_ADD_FLOAT : Opcode::BINARY_OP_FLOAT;
        case BinaryOp::Subtract: return both ? Opcode::BINARY_OP_SUBTRACT_FLOAT : Opcode::BINARY_OP_FLOAT;
        case BinaryOp::Multiply: return both ? Opcode::BINARY_OP_MULTIPLY_FLOAT : Opcode::BINARY_OP_FLOAT;
        case BinaryOp::TrueDivide: return Opcode::BINARY_OP_FLOAT;
        default: return Opcode::NOP;
    }
}

/// NOP if there is no form.
Opcode operation_form(const CodeWord* instruction, Object* left, Object* right, BinaryOp op,
                      Object** locals) noexcept {
    if (is_word(left) && is_word(right)) return form_for_words(op, left, right);
    double unused;
    if (as_double(left, unused) && as_double(right, unused))
        return form_for_floats(op, is_exact_float(left) && is_exact_float(right));
    if (op != BinaryOp::Add || !is_exactly(left, str_type) || !is_exactly(right, str_type))
        return binary_method(left, right, instruction->argument) ? Opcode::BINARY_OP_METHOD : Opcode::NOP;
    return is_stored_back(instruction, left, locals) ? Opcode::BINARY_OP_INPLACE_ADD_UNICODE
                                                     : Opcode::BINARY_OP_ADD_UNICODE;
}

constexpr const char* no_form = "no form for these operands";

/// Takes the form, or waits if there is none.
void take_form(CodeWord* instruction, Opcode form, const Object* operand, const Object* other) noexcept {
    form == Opcode::NOP ? postpone(instruction, no_form, operand, other) : specialize_as(instruction, form);
}

/// For which orders of the operands (bits of compare_cache::jumps) the comparison holds.
unsigned orders_that_hold(CompareOp op) noexcept {
    unsigned orders = 0;
    for (int order = -1; order <= 1; ++order)
        if (holds(op, order)) orders |= 1u << (order + 1);
    // A NaN is unequal to everything and otherwise compares false.
    if (op == CompareOp::Ne) orders |= 1u << static_cast<unsigned>(Order::Unordered);
    return orders;
}

struct Jump {
    bool if_true, backward;
};

/// What the conditional jump behind a comparison does; false if there is none.
bool find_jump(const CodeWord* next, Jump& jump) noexcept {
    switch (static_cast<Opcode>(next->opcode)) {
        case Opcode::POP_JUMP_FORWARD_IF_TRUE: jump = {true, false}; return true;
        case Opcode::POP_JUMP_FORWARD_IF_FALSE: jump = {false, false}; return true;
        case Opcode::POP_JUMP_BACKWARD_IF_TRUE: jump = {true, true}; return true;
        case Opcode::POP_JUMP_BACKWARD_IF_FALSE: jump = {false, true}; return true;
        default: return false;
    }
}

}  // namespace

void specialize_binary_operation(CodeWord* instruction, Object* left, Object* right, unsigned argument,
                                 Object** locals) {
    const auto op = static_cast<BinaryOp>(argument < 13 ? argument : argument - 13);
    take_form(instruction, operation_form(instruction, left, right, op, locals), left, right);
}

void specialize_comparison(CodeWord* instruction, Object* left, Object* right, unsigned argument) {
    const auto op = static_cast<CompareOp>(argument);
    const bool words = is_word(left) && is_word(right), floats = is_exact_float(left) && is_exact_float(right);
    const bool texts = is_exactly(left, str_type) && is_exactly(right, str_type) &&
                       (op == CompareOp::Eq || op == CompareOp::Ne);
    if (compare_method(left, right, op)) return specialize_as(instruction, Opcode::COMPARE_OP_METHOD);
    Jump jump;
    if (!find_jump(following(instruction), jump))
        return take_form(instruction,
                         words    ? Opcode::COMPARE_OP_INT
                         : floats ? Opcode::COMPARE_OP_FLOAT
                                  : Opcode::NOP,
                         left, right);
    if (!words && !floats && !texts) return postpone(instruction, no_form, left, right);
    constexpr unsigned all_orders = 15;
    const unsigned orders = orders_that_hold(op);
    const unsigned jumps =
        (jump.if_true ? orders : ~orders & all_orders) | (jump.backward ? compare_cache::backward : 0);
    specialize_as(instruction, words    ? Opcode::COMPARE_OP_INT_JUMP
                               : floats ? Opcode::COMPARE_OP_FLOAT_JUMP
                                        : Opcode::COMPARE_OP_STR_JUMP);
    write_cache<std::uint16_t>(instruction + 1 + compare_cache::jumps, static_cast<std::uint16_t>(jumps));
}

void specialize_subscript(CodeWord* instruction, Object* container, Object* key) {
    if (is_exactly(container, dict_type)) return specialize_as(instruction, Opcode::BINARY_SUBSCR_DICT);
    if (is_word(key)) {
        if (is_exactly(container, list_type)) return specialize_as(instruction, Opcode::BINARY_SUBSCR_LIST_INT);
        if (is_exactly(container, tuple_type))
            return specialize_as(instruction, Opcode::BINARY_SUBSCR_TUPLE_INT);
        if (is_exactly(container, str_type)) return specialize_as(instruction, Opcode::BINARY_SUBSCR_STR_INT);
    }
    Type* type = container->type;
    Object* method = type->has(type_flag::heap) ? type_lookup(type, name<"__getitem__">) : nullptr;
    if (!method || !is_function(method) || !takes_exactly(static_cast<Function*>(method), 2))
        return postpone(instruction, no_form, container, key);
    const unsigned version = type_version(type);
    if (!version) return postpone(instruction, "the type has no version left", container);
    specialize_as(instruction, Opcode::BINARY_SUBSCR_GETITEM);
    write_cache<std::uint32_t>(instruction + 1 + call_cache::version, version);
}

void specialize_store_subscript(CodeWord* instruction, Object* container, Object* key) {
    if (is_exactly(container, dict_type)) return specialize_as(instruction, Opcode::STORE_SUBSCR_DICT);
    if (is_exactly(container, list_type) && is_word(key))
        return specialize_as(instruction, Opcode::STORE_SUBSCR_LIST_INT);
    postpone(instruction, no_form, container, key);
}

void specialize_unpack(CodeWord* instruction, Object* sequence, unsigned argument) {
    if (is_exactly(sequence, list_type)) return specialize_as(instruction, Opcode::UNPACK_SEQUENCE_LIST);
    if (!is_exactly(sequence, tuple_type)) return postpone(instruction, no_form, sequence);
    specialize_as(instruction,
                  argument == 2 ? Opcode::UNPACK_SEQUENCE_TWO_TUPLE : Opcode::UNPACK_SEQUENCE_TUPLE);
}

void specialize_iteration(CodeWord* instruction, Object* iterator) {
    const Type* type = iterator->type;
    take_form(instruction,
              type == &range_iterator_type   ? Opcode::FOR_ITER_RANGE
              : type == &list_iterator_type  ? Opcode::FOR_ITER_LIST
              : type == &tuple_iterator_type ? Opcode::FOR_ITER_TUPLE
              : type == &generator_type      ? Opcode::FOR_ITER_GENERATOR
                                             : Opcode::NOP,
              iterator, nullptr);
}

void specialize_send(CodeWord* instruction, Object* receiver) {
    take_form(instruction,
              is_generator(receiver) || is_coroutine(receiver) ? Opcode::SEND_GENERATOR : Opcode::NOP, receiver,
              nullptr);
}

}  // namespace minipy
