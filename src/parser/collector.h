// Sequences of nodes while their length is not known: they grow on one stack shared by the whole parser and
// move to the arena when complete. Collectors nest like the rules that own them.
//
// CPython: the realloc'ed arrays of `_loopN` and `_gatherN` rules in Parser/parser.c
#pragma once

#include <span>
#include <vector>

#include "parser/arena.h"

namespace minipy {

template <class T>
class Collector {
    static_assert(std::is_pointer_v<T>);

  public:
    explicit Collector(std::vector<void*>& stack) : stack_(stack), base_(stack.size()) {}
    Collector(const Collector&) = delete;
    Collector& operator=(const Collector&) = delete;
    ~Collector() { stack_.resize(base_); }

    void add(T item) { stack_.push_back(item); }
    std::size_t size() const { return stack_.size() - base_; }
    bool empty() const { return size() == 0; }
    T operator[](std::size_t index) const { return static_cast<T>(stack_[base_ + index]); }
    T back() const { return static_cast<T>(stack_.back()); }
    void clear() { stack_.resize(base_); }
    void shrink(std::size_t size) { stack_.resize(base_ + size); }

    /// The items so far, in the arena.
    std::span<T> finish(ast::Arena& arena) const {
        std::span<void* const> items(stack_.data() + base_, size());
        if (items.empty()) return {};
        T* memory = static_cast<T*>(arena.raw(items.size() * sizeof(T), alignof(T)));
        for (std::size_t i = 0; i < items.size(); ++i) memory[i] = static_cast<T>(items[i]);
        return {memory, items.size()};
    }

  private:
    std::vector<void*>& stack_;
    std::size_t base_;
};

}  // namespace minipy
