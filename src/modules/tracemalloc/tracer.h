// What tracemalloc remembers: of every block of memory that is in use its size and the way through the program
// that led to it.
//
// A way is kept once, however many blocks came by it, and so is every file name in it. Invariants: a trace's
// `way` lives until the traces are cleared; nothing here is allocated with the allocator that is being traced.
// The caller holds the GIL.
//
// CPython: Modules/_tracemalloc.c
#pragma once

#include <compare>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "objects/str.h"

namespace minipy::tracing_memory {

/// One step of a way: the file name is owned by the tracer; null stands for "<unknown>".
struct Place {
    Str* filename;
    int line;

    bool operator==(const Place&) const = default;
};

/// How a block was come by, the innermost place first; `depth` counts the places that were too many as well.
struct Way {
    std::vector<Place> places;
    int depth = 0;

    bool operator==(const Way&) const = default;
};

/// Whose addresses they are: 0 is Python's own memory, others are named by who tracks blocks by hand.
struct BlockKey {
    std::uintptr_t address;
    unsigned domain;

    bool operator==(const BlockKey&) const = default;
};
struct BlockKeyHash {
    std::size_t operator()(const BlockKey& key) const noexcept {
        return (key.address >> 4) * 0x9E3779B97F4A7C15u + key.domain;
    }
};

struct Trace {
    const Way* way;
    std::size_t bytes;
};
using Traces = std::unordered_map<BlockKey, Trace, BlockKeyHash>;

inline constexpr int most_places = 65535;

/// Begins with ways of at most `places` places; nothing happens if memory is traced already.
void start(int places);
void stop() noexcept;
bool is_tracing() noexcept;
/// Forgets all blocks.
void clear() noexcept;
int places_limit() noexcept;
const Traces& traces() noexcept;

struct Usage {
    std::size_t now, peak;
};
Usage usage() noexcept;
void reset_peak() noexcept;
/// Octets that the tables take.
std::size_t own_memory() noexcept;

/// The trace of the block, or null.
const Trace* find(const BlockKey& key) noexcept;
/// Notes a block that was not come by through Python's allocator, and forgets it. PyTraceMalloc_Track.
void track(const BlockKey& key, std::size_t bytes) noexcept;
void untrack(const BlockKey& key) noexcept;

}  // namespace minipy::tracing_memory
