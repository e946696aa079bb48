// The arena of one compilation: memory of all AST nodes and owner of the objects they point to.
//
// Nodes are placed one after the other and freed together with the arena; none has a destructor.
// Invariant: every object reachable from a node is owned by the arena that holds the node.
//
// CPython: Python/pyarena.c
#pragma once

#include <cstring>
#include <memory_resource>
#include <span>
#include <type_traits>
#include <vector>

#include "memory/ref.h"
#include "parser/ast.h"

namespace minipy::ast {

class Arena {
  public:
    Arena() : memory_(first_buffer_bytes) {}
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    ~Arena() {
        for (Object* object : owned_) decref(object);
    }

    /// A node of a sum type: `arena.make<BinOp>(position, left, op, right)`.
    template <class Node, class... Fields>
        requires requires { Node::node_kind; }
    Node* make(Position at, Fields... fields) {
        static_assert(std::is_trivially_destructible_v<Node>);
        return new (raw(sizeof(Node), alignof(Node))) Node{{Node::node_kind, at}, fields...};
    }
    /// A module node or a node of a product type; fields as declared, position first where it has one.
    template <class Node, class... Fields>
    Node* make_plain(Fields... fields) {
        static_assert(std::is_trivially_destructible_v<Node>);
        return new (raw(sizeof(Node), alignof(Node))) Node{fields...};
    }

    /// A copy of the items that lives as long as the arena.
    template <class T>
    std::span<T> copy(std::span<const T> items) {
        if (items.empty()) return {};
        T* memory = static_cast<T*>(raw(items.size_bytes(), alignof(T)));
        std::memcpy(static_cast<void*>(memory), items.data(), items.size_bytes());
        return {memory, items.size()};
    }

    /// Hands the object over to the arena; returns it borrowed. _PyArena_AddPyObject.
    template <class T>
    T* own(Ref<T> object) {
        owned_.push_back(object.get());
        return object.release();
    }

    void* raw(std::size_t bytes, std::size_t alignment) {
        bytes_ += bytes;
        return memory_.allocate(bytes, alignment);
    }
    /// Memory of all nodes and sequences so far.
    std::size_t bytes() const { return bytes_; }

  private:
    static constexpr std::size_t first_buffer_bytes = 16 * 1024;
    std::pmr::monotonic_buffer_resource memory_;
    std::vector<Object*> owned_;
    std::size_t bytes_ = 0;
};

}  // namespace minipy::ast
