// What the compiler knows about one code object while it is being made: names, constants, flags and the
// flow graph of its instructions.
//
// Code generation fills a unit, the flow-graph passes rewrite its graph (and may add constants), the
// assembler makes the code object from it. Invariants: an instruction's argument is an index into the
// numbering that its opcode speaks of; cells and free variables share one range of indices, cells first;
// every constant in `constants` came out of the `ConstantPool`, so identity decides whether two are the same.
// When assembly starts the graph ends in a return and `flags` are final.
//
// CPython: Python/compile.c (struct compiler_unit, merge_consts_recursive), Objects/codeobject.c
// (_PyCode_ConstantKey)
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "compiler/flow_graph.h"
#include "compiler/symbol_table.h"

namespace minipy {

struct Set;

/// Objects numbered 0, 1, 2 ... in order of first occurrence; told apart by identity. Borrows them.
class Numbering {
  public:
    /// The object's number, given to it now if it had none.
    int add(Object* object) {
        int number = find(object);
        if (number >= 0) return number;
        number = size();
        items_.push_back(object);
        if (items_.size() > linear_limit) enter(number);
        return number;
    }
    /// The object's number, or -1.
    int find(const Object* object) const noexcept;

    int size() const noexcept { return static_cast<int>(items_.size()); }
    Object* operator[](int number) const noexcept { return items_[static_cast<std::size_t>(number)]; }
    std::span<Object* const> items() const noexcept { return items_; }
    /// Forgets all numbers from `size` on.
    void truncate(int size);

  private:
    static constexpr std::size_t linear_limit = 8;  // up to here a search beats the hash table

    void enter(int number);
    void rebuild(std::size_t slot_count);

    std::vector<Object*> items_;
    std::vector<std::int32_t> slots_;  // open addressing over `items_`; -1 is free; empty while items are few
};

/// All constants of one compilation, each value once. Equal means equal in value and type, recursively, with
/// 0.0 and -0.0 apart: `1`, `1.0` and `True` are three constants.
class ConstantPool {
  public:
    ConstantPool() = default;
    ConstantPool(const ConstantPool&) = delete;
    ConstantPool& operator=(const ConstantPool&) = delete;
    ~ConstantPool();

    /// The one object that stands for this value, borrowed; the pool owns it. The items of a tuple that is
    /// new to the pool are replaced in place by theirs.
    Object* unique(Object* constant);
    template <class T>
    Object* unique(const Ref<T>& constant) {
        return unique(constant.get());
    }

  private:
    struct Slot {
        std::size_t hash;
        Object* constant;  // owned; null: free
    };
    void replace(Object*& item);
    Object* add_frozenset(Set* set, std::size_t hash);
    void grow();

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

enum class UnitKind { Module, Class, Function, AsyncFunction, Lambda, Comprehension };

struct CodeUnit {
    UnitKind kind;
    SymbolTableEntry* scope;
    Str* name;
    Ref<Str> qualified_name;
    Str* private_class = nullptr;  // whose name mangles `__x`; null outside classes
    int argument_count = 0;        // co_argcount: positional-only ones included
    int positional_only_count = 0;
    int keyword_only_count = 0;
    int first_line = 1;
    int flags = 0;  // co_flags

    Numbering constants;       // co_consts
    Numbering names;           // co_names
    Numbering locals;          // co_varnames: arguments, then other fast locals
    Numbering cells;           // co_cellvars
    Numbering free_variables;  // co_freevars; index in instructions: cells.size() + number

    FlowGraph graph;
};

}  // namespace minipy
