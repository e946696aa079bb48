// The eval loop's private copy of a code object's instructions.
//
// CPython: Objects/codeobject.c (_PyCode_New), Python/specialize.c (_PyCode_Quicken)
#include "vm/code_words.h"

#include "memory/allocator.h"

namespace minipy {

CodeWord* prepare_code_words(Code* code) {
    const auto bytes = static_cast<std::size_t>(code->code->size);
    auto* words = static_cast<CodeWord*>(allocate(bytes));
    std::memcpy(words, code->code->data(), bytes);
    code->words = words;
    return words;
}

}  // namespace minipy
