// sys._debugmallocstats: what the allocator's pools and lists hold, as a table on standard error.
//
// CPython: Objects/obmalloc.c (_PyObject_DebugMallocStats), Python/sysmodule.c (sys__debugmallocstats_impl)
#include <fmt/core.h>

#include <cstdio>

#include "memory/allocator_stats.h"
#include "modules/sys/sys.h"
#include "objects/singletons.h"

namespace minipy {

NewRef sys_debugmallocstats(Object*, Object* const*) {
    const AllocatorUse use = allocator_use();
    fmt::print(stderr,
               "Small block threshold = {}, in {} size classes.\n\n"
               "class   size   pools   blocks in use   waiting   free in pools\n"
               "-----   ----   -----   -------------   -------   -------------\n",
               small_blocks::largest, small_blocks::class_count);
    std::size_t pools = 0, octets = 0;
    for (std::size_t i = 0; i < use.classes.size(); ++i) {
        const SizeClassUse& of_class = use.classes[i];
        const std::size_t size = (i + 1) * small_blocks::alignment, used = of_class.used - of_class.recent;
        pools += of_class.pools;
        octets += used * size;
        if (!of_class.pools) continue;
        const std::size_t room = of_class.pools * (use.pool_bytes / size);
        fmt::print(stderr, "{:5} {:6} {:7} {:15} {:9} {:15}\n", i, size, of_class.pools, used, of_class.recent,
                   room > of_class.used ? room - of_class.used : 0);
    }
    fmt::print(stderr,
               "\n{:8} arenas * {} bytes\n{:8} pools in use * {} bytes\n{:8} pools free\n{:8} bytes in use\n"
               "{:8} free PyDictObjects: released blocks of every type wait in the lists above\n",
               use.arenas, use.arena_bytes, pools, use.pool_bytes, use.free_pools, octets, 0);
    return new_none();
}

}  // namespace minipy
