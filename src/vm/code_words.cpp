// The eval loop's private copy of a code object's instructions.
//
// CPython: Objects/codeobject.c (_PyCode_New), Python/specialize.c (_PyCode_Quicken)
#include "vm/code_words.h"

#include <cstdlib>
#include <new>

namespace minipy {

CodeWord* prepare_code_words(Code* code) {
    const auto bytes = static_cast<std::size_t>(code->code->size);
    auto* words = static_cast<CodeWord*>(std::malloc(bytes));  // the machine's own, not the program's memory
    if (!words) throw std::bad_alloc();
    std::memcpy(words, code->code->data(), bytes);
    code->words = words;
    return words;
}

}  // namespace minipy
