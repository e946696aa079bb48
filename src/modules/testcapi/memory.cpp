// What the tests ask of memory: blocks that are tracked by hand, blocks of no size, buffers without a view.
//
// CPython: Modules/_testcapi/mem.c, Modules/_testcapimodule.c (getbuffer_with_null_view)
#include <fmt/format.h>

#include "memory/allocator.h"
#include "modules/buffer_argument.h"
#include "modules/testcapi/testcapi.h"
#include "modules/tracemalloc/tracemalloc.h"
#include "modules/tracemalloc/tracer.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "vm/gil.h"

namespace minipy {
namespace {

/// The block that the first two arguments name: domain and address.
Result<tracing_memory::BlockKey> block_argument(Object* const* arguments) {
    const int domain = TRY(argument_int(arguments[0]));
    return tracing_memory::BlockKey{static_cast<std::uintptr_t>(TRY(argument_size(arguments[1]))),
                                    static_cast<unsigned>(domain)};
}

Status check_tracing(const char* function) {
    if (tracing_memory::is_tracing()) return done;
    return raise(runtime_error_type, fmt::format("{} error", function));
}

NewRef testcapi_tracemalloc_track(Object*, Object* const* arguments) {
    const tracing_memory::BlockKey key = TRY(block_argument(arguments));
    const Size bytes = TRY(argument_size(arguments[2]));
    if (arguments[3] && TRY(truth(arguments[3]))) {
        // The way leads through objects, so the lock is taken again before it is noted.
        const WithoutGil others_may_run;
    }
    TRY(check_tracing("PyTraceMalloc_Track"));
    tracing_memory::track(key, static_cast<std::size_t>(bytes));
    return new_none();
}

NewRef testcapi_tracemalloc_untrack(Object*, Object* const* arguments) {
    const tracing_memory::BlockKey key = TRY(block_argument(arguments));
    TRY(check_tracing("PyTraceMalloc_Untrack"));
    tracing_memory::untrack(key);
    return new_none();
}

NewRef testcapi_tracemalloc_get_traceback(Object*, Object* const* arguments) {
    const tracing_memory::BlockKey key = TRY(block_argument(arguments));
    return traced_way(key.domain, key.address);
}

NewRef testcapi_pymem_alloc0(Object*, Object* const*) {
    void* block = allocate(0);
    block = reallocate(block, 0, 0);
    release(block, 0);
    return new_none();
}

/// Small blocks come from pools, as CPython's "pymalloc" does it.
NewRef testcapi_allocator_name(Object*, Object* const*) {
    return str_from_utf8(small_blocks::in_use ? "pymalloc" : "malloc");
}

/// A request for a buffer without a place to put the view: no type here grants one.
NewRef testcapi_getbuffer_with_null_view(Object*, Object* const* arguments) {
    HeldBuffer view;
    TRY(get_buffer(arguments[0], view, buffer_flag::simple));
    return raise(buffer_error_type,
                 fmt::format("{}: view==NULL argument is obsolete", arguments[0]->type->name));
}

constexpr NativeDef functions[] = {
    {"getbuffer_with_null_view", testcapi_getbuffer_with_null_view, "-($module, object, /)", nullptr},
    {"pymem_getallocatorsname", testcapi_allocator_name, "-($module)", nullptr},
    {"tracemalloc_track", testcapi_tracemalloc_track,
     "-($module, domain, address, size, release_gil=<absent>, /)", nullptr},
    {"tracemalloc_untrack", testcapi_tracemalloc_untrack, "-($module, domain, address, /)", nullptr},
    {"tracemalloc_get_traceback", testcapi_tracemalloc_get_traceback, "-($module, domain, address, /)",
     nullptr},
    {"test_pymem_alloc0", testcapi_pymem_alloc0, "-($module)", nullptr},
};

}  // namespace

std::span<const NativeDef> testcapi_memory_functions() noexcept { return functions; }

}  // namespace minipy
