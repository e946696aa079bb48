// resource: limits on what a process may use, and what it has used.
//
// CPython: Modules/resource.c
#include <sys/resource.h>
#include <unistd.h>

#include "modules/constants.h"
#include "modules/os_error.h"
#include "modules/support.h"
#include "objects/audit.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/struct_sequence.h"

namespace minipy {
namespace {

constexpr const char* usage_fields[] = {
    "ru_utime", "ru_stime",   "ru_maxrss",  "ru_ixrss",  "ru_idrss",  "ru_isrss",    "ru_minflt", "ru_majflt",
    "ru_nswap", "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw",  "ru_nivcsw"};
constexpr StructSequenceSpec usage_spec = {"resource.struct_rusage", "What getrusage gives.", usage_fields, 16};
StructSequenceType usage_type(usage_spec);

NewRef resource_getrusage(Object*, Object* const* arguments) {
    const int who = TRY(argument_int(arguments[0]));
    rusage usage;
    if (::getrusage(static_cast<__rusage_who>(who), &usage) < 0) {
        if (errno == EINVAL) return raise(value_error_type, "invalid who parameter");
        return raise_errno();
    }
    const auto seconds = [](const timeval& time) {
        return Ref<Object>(
            new_float(static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6));
    };
    const long numbers[] = {usage.ru_maxrss,  usage.ru_ixrss,  usage.ru_idrss,  usage.ru_isrss,
                            usage.ru_minflt,  usage.ru_majflt, usage.ru_nswap,  usage.ru_inblock,
                            usage.ru_oublock, usage.ru_msgsnd, usage.ru_msgrcv, usage.ru_nsignals,
                            usage.ru_nvcsw,   usage.ru_nivcsw};
    Ref<Object> values[16] = {seconds(usage.ru_utime), seconds(usage.ru_stime)};
    for (int i = 0; i < 14; ++i) values[2 + i] = new_int(numbers[i]);
    return new_struct_sequence(usage_type, values);
}

Result<int> resource_argument(Object* value) {
    const int resource = TRY(argument_int(value));
    if (resource < 0 || resource >= RLIM_NLIMITS) return raise(value_error_type, "invalid resource specified");
    return resource;
}

NewRef limit_pair(const rlimit& limit) {
    return pack({new_int(static_cast<std::int64_t>(limit.rlim_cur)).get(),
                 new_int(static_cast<std::int64_t>(limit.rlim_max)).get()});
}

Result<rlim_t> limit_value(Object* value) {
    Ref<Int> number = TRY(to_index(value));
    if (!number->is_small()) return raise(overflow_error_type, "Python int too large to convert to C long");
    return static_cast<rlim_t>(number->small);
}

Result<rlimit> limits_argument(Object* value) {
    Ref<Tuple> pair = TRY(sequence_to_tuple(value));
    if (pair->size != 2) return raise(value_error_type, "expected a tuple of 2 integers");
    rlimit limit;
    limit.rlim_cur = TRY(limit_value((*pair)[0]));
    limit.rlim_max = TRY(limit_value((*pair)[1]));
    return limit;
}

Failure raise_limit_error() {
    if (errno == EINVAL) return raise(value_error_type, "current limit exceeds maximum limit");
    if (errno == EPERM) return raise(value_error_type, "not allowed to raise maximum limit");
    return raise_errno();
}

NewRef resource_getrlimit(Object*, Object* const* arguments) {
    const int resource = TRY(resource_argument(arguments[0]));
    rlimit limit;
    if (::getrlimit(static_cast<__rlimit_resource>(resource), &limit) < 0) return raise_errno();
    return limit_pair(limit);
}

NewRef resource_setrlimit(Object*, Object* const* arguments) {
    const int resource = TRY(resource_argument(arguments[0]));
    TRY(audit("resource.setrlimit", resource, arguments[1]));
    const rlimit limit = TRY(limits_argument(arguments[1]));
    if (::setrlimit(static_cast<__rlimit_resource>(resource), &limit) < 0) return raise_limit_error();
    return new_none();
}

NewRef resource_prlimit(Object*, Object* const* arguments) {
    const auto* given = static_cast<Tuple*>(arguments[0]);
    if (given->size < 2 || given->size > 3)
        return raise(type_error_type, "resource.prlimit requires 2 to 3 arguments");
    const int process = TRY(argument_int((*given)[0])), resource = TRY(resource_argument((*given)[1]));
    TRY(audit("resource.prlimit", process, resource, given->size == 3 ? (*given)[2] : nullptr));
    rlimit old, fresh{};
    if (given->size == 3) fresh = TRY(limits_argument((*given)[2]));
    const rlimit* change = given->size == 3 ? &fresh : nullptr;
    if (::prlimit(process, static_cast<__rlimit_resource>(resource), change, &old) < 0) {
        if (errno == EINVAL) return raise(value_error_type, "current limit exceeds maximum limit");
        return raise_errno();
    }
    return limit_pair(old);
}

NewRef resource_getpagesize(Object*, Object* const*) { return new_int(::sysconf(_SC_PAGESIZE)); }

constexpr IntConstant constants[] = {
#define CONSTANT(name) {#name, name},
    CONSTANT(RLIMIT_AS) CONSTANT(RLIMIT_CORE) CONSTANT(RLIMIT_CPU) CONSTANT(RLIMIT_DATA) CONSTANT(RLIMIT_FSIZE)
        CONSTANT(RLIMIT_MEMLOCK) CONSTANT(RLIMIT_MSGQUEUE) CONSTANT(RLIMIT_NICE) CONSTANT(RLIMIT_NOFILE)
            CONSTANT(RLIMIT_NPROC) CONSTANT(RLIMIT_OFILE) CONSTANT(RLIMIT_RSS) CONSTANT(RLIMIT_RTPRIO)
                CONSTANT(RLIMIT_RTTIME) CONSTANT(RLIMIT_SIGPENDING) CONSTANT(RLIMIT_STACK)
                    CONSTANT(RUSAGE_CHILDREN) CONSTANT(RUSAGE_SELF) CONSTANT(RUSAGE_THREAD)
#undef CONSTANT
                        {"RLIM_INFINITY", static_cast<std::int64_t>(RLIM_INFINITY)},
};

constexpr NativeDef resource_functions[] = {
    {"getrusage", resource_getrusage, "($module, who, /)",
     "What the process, its thread or its children have used."},
    {"getrlimit", resource_getrlimit, "($module, resource, /)", "The soft and the hard limit of a resource."},
    {"prlimit", resource_prlimit, "-($module, *arguments)",
     "The limits of another process; sets them if a third argument gives new ones."},
    {"setrlimit", resource_setrlimit, "($module, resource, limits, /)", "Sets the soft and the hard limit."},
    {"getpagesize", resource_getpagesize, "($module, /)", "The size of a page of memory in bytes."},
};

Status resource_fill(Module* module) {
    TRY(usage_type.prepare());
    TRY(module_set(module, "error", &os_error_type));
    TRY(module_set(module, "struct_rusage", &usage_type));
    return module_set_constants(module, constants);
}

const ModuleSpec resource_spec = {"resource", nullptr, resource_functions, resource_fill};

}  // namespace

Ref<Module> make_resource_module() { return new_native_module(resource_spec); }

}  // namespace minipy
