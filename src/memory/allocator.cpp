// Small blocks from pools of equal size: 32 size classes, 16 KiB pools cut from 1 MiB arenas.
//
// A pool serves one size class; its free blocks form a list through their first word, and blocks never
// used yet are handed out by moving `fresh`. Pools with a free block are on the list of their class, wholly
// empty ones go back to the common list and may serve another class. Invariant: a pool is on its class's
// list if and only if it can serve a block. The size is known on release, so the pool is found by masking
// the block's address and no look-up of "is this address ours" is needed. A pool takes the blocks of
// `small_blocks::recent` for blocks in use. While somebody watches the allocator (allocation_tracer.h) these
// lists are empty and take nothing in, so that every block passes through this file.
//
// CPython: Objects/obmalloc.c
#include "memory/allocator.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>

#include "memory/allocation_tracer.h"
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

const AllocationTracer* tracer = nullptr;

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

/// Lets the C library keep freed memory of a megabyte or two. It begins by handing back all above 128 KiB, so
/// that a long string that grows and shrinks at the end of the heap costs two system calls and new pages each
/// time (a loop of `text += part` took six times as long). A freed block with a mapping of its own raises these
/// limits, here to 1 MiB and, for the end of the heap, 2 MiB; larger blocks raise them further, as before.
void keep_more_of_the_heap() noexcept {
    void* volatile block = std::malloc(arena_bytes);
    std::free(block);
}

Pool* take_pool_memory() {
    if (Pool* pool = state.empty) {
        state.empty = pool->next;
        return pool;
    }
    if (state.arena_next == state.arena_end) {
        if (!state.arenas) keep_more_of_the_heap();
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
    void* block =
        small_blocks::fit(bytes) ? allocate_small(small_blocks::size_class(bytes)) : system_allocate(bytes);
    if (tracer) [[unlikely]] tracer->allocated(block, bytes);
    return block;
}

void release_to_pool(void* block, std::size_t bytes) noexcept {
    if (tracer) [[unlikely]] tracer->released(block);
    if (small_blocks::fit(bytes)) release_small(block);
    else std::free(block);
}

void* reallocate(void* block, std::size_t old_bytes, std::size_t new_bytes) {
    if (!block) return allocate(new_bytes);
    if (!small_blocks::fit(old_bytes) && !small_blocks::fit(new_bytes)) {
        if (tracer) [[unlikely]] tracer->released(block);
        void* moved = std::realloc(block, new_bytes ? new_bytes : 1);
        if (!moved) out_of_memory();
        if (tracer) [[unlikely]] tracer->allocated(moved, new_bytes);
        return moved;
    }
    void* moved = allocate(new_bytes);
    std::memcpy(moved, block, old_bytes < new_bytes ? old_bytes : new_bytes);
    release(block, old_bytes);
    return moved;
}

void set_allocation_tracer(const AllocationTracer* watcher_or_null) noexcept {
    tracer = nullptr;
    for (std::size_t i = 0; i < class_count; ++i) {
        small_blocks::Recent& list = small_blocks::recent[i];
        while (void* block = list.first) {
            list.first = *static_cast<void**>(block);
            release_small(block);
        }
        list.room = watcher_or_null ? 0 : recent_room(i);
    }
    tracer = watcher_or_null;
}

AllocatorUse allocator_use() noexcept {
    AllocatorUse use{};
    use.arena_bytes = arena_bytes;
    use.pool_bytes = pool_bytes;
    // Of the newest arena only the part before `arena_next` has been made into pools.
    char* end = state.arena_next;
    for (const Arena* arena = state.arenas; arena; arena = arena->older) {
        ++use.arenas;
        for (char* memory = arena->memory; memory < end; memory += pool_bytes) {
            const Pool* pool = reinterpret_cast<Pool*>(memory);
            if (pool->used == 0) {
                ++use.free_pools;
                continue;
            }
            ++use.classes[pool->size_class].pools;
            use.classes[pool->size_class].used += pool->used;
        }
        if (arena->older) end = arena->older->memory + arena_bytes;
    }
    for (std::size_t i = 0; i < class_count; ++i)
        for (void* block = small_blocks::recent[i].first; block; block = *static_cast<void**>(block))
            ++use.classes[i].recent;
    return use;
}

std::size_t allocated_blocks() noexcept {
    std::size_t blocks = 0;
    for (const SizeClassUse& of_class : allocator_use().classes) blocks += of_class.used - of_class.recent;
    return blocks;
}

}  // namespace minipy
