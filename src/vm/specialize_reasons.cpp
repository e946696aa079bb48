// Notes of why sites did not specialise: see specialize_reasons.h.
//
// CPython: Python/specialize.c (SPECIALIZATION_FAIL)
#include "vm/specialize_reasons.h"

#include "objects/type.h"

namespace minipy {

std::unique_ptr<SpecializationReasons> specialization_reasons;

void SpecializationReasons::note(const CodeWord* instruction, const char* reason, const Object* operand,
                                 const Object* other) {
    std::string text = reason;
    if (operand) text += std::string(": ") + operand->type->name;
    if (other) text += std::string(", ") + other->type->name;
    notes_[instruction] = std::move(text);
}

void SpecializationReasons::forget(const CodeWord* words, Size count) {
    std::erase_if(notes_,
                  [=](const auto& entry) { return entry.first >= words && entry.first < words + count; });
}

std::string SpecializationReasons::at(const CodeWord* instruction) const {
    const auto found = notes_.find(instruction);
    return found == notes_.end() ? std::string() : found->second;
}

}  // namespace minipy
