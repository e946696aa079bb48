// Free lists: blocks of one size kept for the next object of the same type, last freed first reused.
//
// Invariant: a block on the list came from `allocate(bytes)`; its first word is the link. Under
// AddressSanitizer nothing is kept, so that a use after free is seen.
//
// CPython: the `free_list` of Objects/floatobject.c
#pragma once

#include <cstddef>

#include "memory/allocator.h"

namespace minipy {

template <std::size_t bytes, std::size_t limit>
class FreeList {
  public:
    void* take() {
        if (!head_) [[unlikely]]
            return allocate(bytes);
        Block* block = head_;
        head_ = block->next;
        --count_;
        return block;
    }

    void give(void* memory) noexcept {
        if (count_ == capacity) [[unlikely]]
            return minipy::release(memory, bytes);
        Block* block = static_cast<Block*>(memory);
        block->next = head_;
        head_ = block;
        ++count_;
    }

    std::size_t size() const noexcept { return count_; }

  private:
    struct Block {
        Block* next;
    };
#ifdef MINIPY_SANITIZED
    static constexpr std::size_t capacity = 0;
#else
    static constexpr std::size_t capacity = limit;
#endif

    Block* head_ = nullptr;
    std::size_t count_ = 0;
};

}  // namespace minipy
