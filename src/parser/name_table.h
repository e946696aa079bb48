// Names of one source text: from the characters of a NAME token to the one interned string.
//
// A text repeats its names some ten times, so each is interned, and given to the arena, once; later
// occurrences are found here by their characters. Open addressing, never more than half full.
//
// CPython: _PyPegen_new_identifier in Parser/pegen.c
#pragma once

#include <string_view>
#include <vector>

#include "parser/arena.h"

namespace minipy {

class NameTable {
  public:
    NameTable() : slots_(256) {}

    /// The interned string (NFKC for what is not ASCII), owned by the arena. May throw std::bad_alloc.
    ast::Identifier find(std::string_view name, ast::Arena& arena) {
        std::size_t mask = slots_.size() - 1;
        std::uint64_t hash = hash_of(name);
        for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
            if (!slots_[i].identifier) return insert(i, hash, name, arena);
            if (slots_[i].hash == hash && slots_[i].name == name) return slots_[i].identifier;
        }
    }

  private:
    struct Slot {
        std::uint64_t hash;
        std::string_view name;  // in the source text
        ast::Identifier identifier = nullptr;
    };

    static std::uint64_t hash_of(std::string_view name);
    ast::Identifier insert(std::size_t slot, std::uint64_t hash, std::string_view name, ast::Arena& arena);
    void grow();

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

}  // namespace minipy
