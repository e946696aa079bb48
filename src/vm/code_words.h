// Instructions as the eval loop runs them: a private copy of `co_code` with live inline caches.
//
// A word is one opcode with its argument byte, or one unit of an inline cache. The copy is made when the code
// first runs; warm instructions in it are overwritten by their specialised forms. Invariant: what `co_code`
// shows is never touched, and the copy has the same length, so indices agree.
//
// CPython: Include/cpython/code.h (_Py_CODEUNIT), Include/internal/pycore_code.h (caches)
#pragma once

#include <cstdint>
#include <cstring>

#include "objects/code.h"
#include "objects/opcode.h"

namespace minipy {

struct CodeWord {
    std::uint8_t opcode;
    std::uint8_t argument;
};
static_assert(sizeof(CodeWord) == 2);

/// Makes the copy. Fails only for lack of memory.
CodeWord* prepare_code_words(Code* code);

/// The copy; made on first use.
inline CodeWord* code_words(const Code* code) noexcept {
    auto* words = static_cast<CodeWord*>(code->words);
    return words ? words : prepare_code_words(const_cast<Code*>(code));
}

/// Reads and writes values that span cache units, which lie at odd alignments.
template <class T>
T read_cache(const CodeWord* cache) noexcept {
    T value;
    std::memcpy(&value, cache, sizeof(T));
    return value;
}
template <class T>
void write_cache(CodeWord* cache, T value) noexcept {
    std::memcpy(cache, &value, sizeof(T));
}

}  // namespace minipy
