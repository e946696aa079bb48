// Which Python function an operator runs, and what follows when it declines.
//
// CPython: Objects/typeobject.c (SLOT1BINFULL, slot_tp_richcompare)
#include "vm/operator_methods.h"

#include "objects/code.h"
#include "objects/declined.h"
#include "objects/names.h"

namespace minipy {
namespace {

struct MethodNames {
    Str *plain, *inplace;
};

/// By BinaryOp; `**` takes a third operand and stays with its slot.
const MethodNames& binary_names(BinaryOp op) noexcept {
    static const MethodNames names[] = {{name<"__add__">, name<"__iadd__">},
                                        {name<"__and__">, name<"__iand__">},
                                        {name<"__floordiv__">, name<"__ifloordiv__">},
                                        {name<"__lshift__">, name<"__ilshift__">},
                                        {name<"__matmul__">, name<"__imatmul__">},
                                        {name<"__mul__">, name<"__imul__">},
                                        {name<"__mod__">, name<"__imod__">},
                                        {name<"__or__">, name<"__ior__">},
                                        {nullptr, nullptr},
                                        {name<"__rshift__">, name<"__irshift__">},
                                        {name<"__sub__">, name<"__isub__">},
                                        {name<"__truediv__">, name<"__itruediv__">},
                                        {name<"__xor__">, name<"__ixor__">}};
    return names[static_cast<int>(op)];
}

/// Whether the left operand's method is asked first, and its class is one made by Python code.
bool left_goes_first(const Object* left, const Object* right) noexcept {
    return left->type->has(type_flag::heap) &&
           (left->type == right->type || !right->type->has(type_flag::heap));
}

/// The function if it takes two positional parameters and runs at once when it is called.
Function* plain_function_of_two(Object* method) noexcept {
    if (!method || !is_function(method)) return nullptr;
    auto* function = static_cast<Function*>(method);
    constexpr int suspends = code_flag::generator | code_flag::coroutine | code_flag::async_generator;
    const Code* code = function->code;
    return code->exact_arguments == 2 && !(code->flags & suspends) ? function : nullptr;
}

}  // namespace

Function* binary_method(Object* left, Object* right, unsigned argument) noexcept {
    if (!left_goes_first(left, right)) return nullptr;
    const bool inplace = argument >= 13;
    const auto op = static_cast<BinaryOp>(inplace ? argument - 13 : argument);
    if (op == BinaryOp::Power) return nullptr;
    const MethodNames& names = binary_names(op);
    if (inplace && type_lookup(left->type, names.inplace)) return nullptr;
    return plain_function_of_two(type_lookup(left->type, names.plain));
}

Function* compare_method(Object* left, Object* right, CompareOp op) noexcept {
    static Str* const names[] = {name<"__lt__">, name<"__le__">, name<"__eq__">,
                                 name<"__ne__">, name<"__gt__">, name<"__ge__">};
    if (!left_goes_first(left, right)) return nullptr;
    return plain_function_of_two(type_lookup(left->type, names[static_cast<int>(op)]));
}

NewRef operation_after_method(CodeWord instruction, Object* left, Object* right) {
    const unsigned argument = instruction.argument;
    if (base_opcode(static_cast<Opcode>(instruction.opcode)) == Opcode::COMPARE_OP)
        return comparison_after_left(left, right, static_cast<CompareOp>(argument));
    const bool inplace = argument >= 13;
    return operation_after_left(static_cast<BinaryOp>(inplace ? argument - 13 : argument), inplace, left,
                                right);
}

}  // namespace minipy
