// Small blocks from pools of equal size: 32 size classes, 16 KiB pools cut from 1 MiB arenas.
//
// A pool serves one size class; its free blocks form a list through their first word, and blocks never
// used yet are handed out by moving `fresh`. Pools with a free block are on the list of their class, wholly
// empty ones go back to the common list and may serve another class. Invariant: a pool is on its class's
// list if and only if it can serve a block. The size is known on release, so the pool is found by masking
// the block's address and no look-up of "is this address ours" is needed. A pool takes the blocks of
// `small_blocks::recent` for blocks in use.
//
// CPython: Objects/obmalloc.c
#include "memory/allocator.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>

#include "memory/allocator_stats.h"

namespace minipy {
namespace {

using small_blocks::alignment, small_blocks::class_count;

constexpr std::size_t pool_bytes = 16 * 1024;
constexpr std::size_t arena_bytes = 1024 * 1024;

struct Pool {
    Pool* next;  // on the list of its class, or on the list of empty pools
    Pool* previous;
    void* free;        // first free block
    char* fresh;       // first block never handed out
    char* end;         // past the last block that fits
    std::uint32_t used;
    std::uint32_t size_class;
};

constexpr std::size_t pool_header = (sizeof(Pool) + alignment - 1) / alignment * alignment;

struct Arena {
    char* memory;
    Arena* older;
};

struct PoolAllocator {
    Pool* usable[class_count] = {};
    Pool* empty = nullptr;
    char* arena_next = nullptr;
    char* arena_end = nullptr;
    Arena* arenas = nullptr;  // the newest first
};
PoolAllocator state;

[[noreturn]] void out_of_memory() { throw std::bad_alloc(); }

void* system_allocate(std::size_t bytes) {
    void* block = std::malloc(bytes ? bytes : 1);
    if (!block) out_of_memory();
    return block;
}

void link_usable(Pool* pool) noexcept {
    Pool*& head = state.usable[pool->size_class];
    pool->previous = nullptr;
    pool->next = head;
    if (head) head->previous = pool;
    head = pool;
}

void unlink_usable(Pool* pool) noexcept {
    if (pool->previous) pool->previous->next = pool->next;
    else state.usable[pool->size_class] = pool->next;
    if (pool->next) pool->next->previous = pool->previous;
}

Pool* take_pool_memory() {
    if (Pool* pool = state.empty) {
        state.empty = pool->next;
        return pool;
    }
    if (state.arena_next == state.arena_end) {
        void* arena = std::aligned_alloc(pool_bytes, arena_bytes);
        if (!arena) out_of_memory();
        state.arenas = new Arena{static_cast<char*>(arena), state.arenas};
        state.arena_next = static_cast<char*>(arena);
        state.arena_end = state.arena_next + arena_bytes;
    }
    Pool* pool = reinterpret_cast<Pool*>(state.arena_next);
    state.arena_next += pool_bytes;
    return pool;
}

Pool* new_pool(std::size_t size_class) {
    Pool* pool = take_pool_memory();
    const std::size_t block = (size_class + 1) * alignment;
    pool->free = nullptr;
    pool->fresh = reinterpret_cast<char*>(pool) + pool_header;
    pool->end = pool->fresh + (pool_bytes - pool_header) / block * block;
    pool->used = 0;
    pool->size_class = static_cast<std::uint32_t>(size_class);
    link_usable(pool);
    return pool;
}

void* allocate_small(std::size_t size_class) {
    Pool* pool = state.usable[size_class];
    if (!pool) pool = new_pool(size_class);
    void* block = pool->free;
    if (block) {
        std::memcpy(&pool->free, block, sizeof(void*));
    } else {
        block = pool->fresh;
        pool->fresh += (size_class + 1) * alignment;
    }
    ++pool->used;
    if (!pool->free && pool->fresh == pool->end) unlink_usable(pool);
    return block;
}

void release_small(void* block) noexcept {
    Pool* pool = reinterpret_cast<Pool*>(reinterpret_cast<std::uintptr_t>(block) & ~(pool_bytes - 1));
    const bool was_full = !pool->free && pool->fresh == pool->end;
    std::memcpy(block, &pool->free, sizeof(void*));
    pool->free = block;
    if (was_full) link_usable(pool);
    if (--pool->used == 0) {
        unlink_usable(pool);
        pool->next = state.empty;
        state.empty = pool;
    }
}

/// Of each class at most as many as one pool holds.
constexpr std::size_t recent_room(std::size_t size_class) {
    return pool_bytes / ((size_class + 1) * alignment);
}

constexpr std::array<small_blocks::Recent, class_count> no_recent_blocks() {
    std::array<small_blocks::Recent, class_count> lists{};
    for (std::size_t i = 0; i < class_count; ++i) lists[i].room = recent_room(i);
    return lists;
}

}  // namespace

constinit std::array<small_blocks::Recent, class_count> small_blocks::recent = no_recent_blocks();

void* allocate_from_pool(std::size_t bytes) {
    return small_blocks::fit(bytes) ? allocate_small(small_blocks::size_class(bytes)) : system_allocate(bytes);
}

void release_to_pool(void* block, std::size_t bytes) noexcept {
    if (small_blocks::fit(bytes)) release_small(block);
    else std::free(block);
}

void* reallocate(void* block, std::size_t old_bytes, std::size_t new_bytes) {
    if (!block) return allocate(new_bytes);
    if (!small_blocks::fit(old_bytes) && !small_blocks::fit(new_bytes)) {
        void* moved = std::realloc(block, new_bytes ? new_bytes : 1);
        if (!moved) out_of_memory();
        return moved;
    }
    void* moved = allocate(new_bytes);
    std::memcpy(moved, block, old_bytes < new_bytes ? old_bytes : new_bytes);
    release(block, old_bytes);
    return moved;
}

std::size_t allocated_blocks() noexcept {
    std::size_t blocks = 0;
    // Of the newest arena only the part before `arena_next` has been made into pools.
    char* end = state.arena_next;
    for (const Arena* arena = state.arenas; arena; arena = arena->older) {
        for (char* pool = arena->memory; pool < end; pool += pool_bytes)
            blocks += reinterpret_cast<Pool*>(pool)->used;
        if (arena->older) end = arena->older->memory + arena_bytes;
    }
    for (std::size_t i = 0; i < class_count; ++i) blocks -= recent_room(i) - small_blocks::recent[i].room;
    return blocks;
}

}  // namespace minipy
