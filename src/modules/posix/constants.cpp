// The module `posix`: integer constants, under their C names.
//
// CPython: Modules/posixmodule.c (all_ins)
#include <dlfcn.h>
#include <fcntl.h>
#include <linux/limits.h>
#include <linux/memfd.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <sysexits.h>
#include <unistd.h>

#include <cstdio>

#include "modules/posix/posix.h"
#include "objects/int.h"

namespace minipy {
namespace {

struct Constant {
    const char* name;
    std::int64_t value;
};

constexpr Constant constants[] = {
#define CONSTANT(name) {#name, name},
#include "modules/posix/constants.def"
};

}  // namespace

Status add_posix_constants(Module* module) {
    for (const Constant& constant : constants)
        TRY(module_set(module, constant.name, new_int(constant.value).get()));
    return done;
}

}  // namespace minipy
