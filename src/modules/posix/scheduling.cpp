// The module `posix`: priorities, and which processors a process may use.
//
// CPython: Modules/posixmodule.c
#include <fmt/format.h>
#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include <memory>

#include "modules/posix/posix.h"
#include "objects/arguments.h"
#include "objects/call.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/singletons.h"
#include "objects/struct_sequence.h"

namespace minipy {
namespace {

constexpr const char* parameter_fields[] = {"sched_priority"};
const StructSequenceSpec parameter_spec = {"posix.sched_param", "How a process is scheduled.", parameter_fields,
                                           1};
StructSequenceType parameter_type(parameter_spec);

/// Takes the one field by its name, not a sequence of fields.
NewRef parameter_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    Object* values[1];
    TRY(bind_arguments("sched_param", parameter_fields, arguments, keywords_or_null, values, 1));
    Ref<Object> fields[] = {share(values[0])};
    return new_struct_sequence(parameter_type, fields);
}

/// The priority in a `sched_param`.
Result<sched_param> parameter_argument(Object* value) {
    if (!is_exactly(value, parameter_type)) return raise(type_error_type, "must have a sched_param object");
    Object* priority = (*static_cast<Tuple*>(value))[0];
    sched_param result{};
    result.sched_priority = TRY(argument_int(priority));
    return result;
}

NewRef posix_sched_getparam(Object*, Object* const* arguments) {
    sched_param current;
    if (::sched_getparam(TRY(argument_int(arguments[0])), &current) < 0) return raise_errno();
    Ref<Object> fields[] = {Ref<Object>(new_int(current.sched_priority))};
    return new_struct_sequence(parameter_type, fields);
}

NewRef posix_sched_setparam(Object*, Object* const* arguments) {
    const int process = TRY(argument_int(arguments[0]));
    const sched_param wanted = TRY(parameter_argument(arguments[1]));
    return none_or_error(::sched_setparam(process, &wanted));
}

NewRef posix_sched_setscheduler(Object*, Object* const* arguments) {
    const int process = TRY(argument_int(arguments[0])), policy = TRY(argument_int(arguments[1]));
    const sched_param wanted = TRY(parameter_argument(arguments[2]));
    return none_or_error(::sched_setscheduler(process, policy, &wanted));
}

/// A system call of one int that gives an int, or -1 for an error.
template <auto function>
NewRef ask_number(Object*, Object* const* arguments) {
    const int result = function(TRY(argument_int(arguments[0])));
    if (result < 0) return raise_errno();
    return new_int(result);
}

NewRef posix_sched_rr_get_interval(Object*, Object* const* arguments) {
    timespec interval;
    if (::sched_rr_get_interval(TRY(argument_int(arguments[0])), &interval) < 0) return raise_errno();
    return new_float(static_cast<double>(interval.tv_sec) + 1e-9 * static_cast<double>(interval.tv_nsec));
}

NewRef posix_sched_yield(Object*, Object* const*) { return none_or_error(::sched_yield()); }

// --- processors

struct CpuSet {
    static constexpr int least_capacity = 1024, most_capacity = 1 << 20;

    explicit CpuSet(int cpus) : capacity(cpus), set(CPU_ALLOC(static_cast<std::size_t>(cpus)), free_set) {
        CPU_ZERO_S(bytes(), set.get());
    }
    std::size_t bytes() const noexcept { return CPU_ALLOC_SIZE(static_cast<std::size_t>(capacity)); }

    static void free_set(cpu_set_t* used) { CPU_FREE(used); }
    int capacity;
    std::unique_ptr<cpu_set_t, void (*)(cpu_set_t*)> set;
};

NewRef posix_sched_getaffinity(Object*, Object* const* arguments) {
    const int process = TRY(argument_int(arguments[0]));
    for (int capacity = CpuSet::least_capacity;; capacity *= 2) {
        CpuSet allowed(capacity);
        if (::sched_getaffinity(process, allowed.bytes(), allowed.set.get()) < 0) {
            if (errno == EINVAL && capacity < CpuSet::most_capacity) continue;  // the machine has more
            return raise_errno();
        }
        Ref<Set> cpus = new_set();
        for (int cpu = 0; cpu < capacity; ++cpu)
            if (CPU_ISSET_S(static_cast<std::size_t>(cpu), allowed.bytes(), allowed.set.get()))
                TRY(set_add(cpus.get(), new_int(cpu).get()));
        return cpus;
    }
}

NewRef posix_sched_setaffinity(Object*, Object* const* arguments) {
    const int process = TRY(argument_int(arguments[0]));
    Ref<Tuple> items = TRY(sequence_to_tuple(arguments[1]));
    CpuSet wanted(CpuSet::most_capacity);
    for (Object* item : items->span()) {
        if (!is_int(item))
            return raise(type_error_type, fmt::format("expected an iterator of ints, but iterator yielded {}",
                                                      repr_for_message(item->type)));
        const Size cpu = TRY(argument_size(item));
        if (cpu < 0) return raise(value_error_type, "negative CPU number");
        if (cpu > INT32_MAX - 1) return raise(overflow_error_type, "CPU number too large");
        if (cpu >= CpuSet::most_capacity) return raise_os_error(EINVAL);
        CPU_SET_S(static_cast<std::size_t>(cpu), wanted.bytes(), wanted.set.get());
    }
    return none_or_error(::sched_setaffinity(process, wanted.bytes(), wanted.set.get()));
}

// --- priorities

NewRef posix_nice(Object*, Object* const* arguments) {
    errno = 0;
    const int value = ::nice(TRY(argument_int(arguments[0])));
    if (value == -1 && errno) return raise_errno();
    return new_int(value);
}

NewRef posix_getpriority(Object*, Object* const* arguments) {
    const int which = TRY(argument_int(arguments[0])), who = TRY(argument_int(arguments[1]));
    errno = 0;
    const int value = ::getpriority(static_cast<__priority_which>(which), static_cast<id_t>(who));
    if (errno) return raise_errno();
    return new_int(value);
}

NewRef posix_setpriority(Object*, Object* const* arguments) {
    const int which = TRY(argument_int(arguments[0])), who = TRY(argument_int(arguments[1]));
    const int value = TRY(argument_int(arguments[2]));
    return none_or_error(::setpriority(static_cast<__priority_which>(which), static_cast<id_t>(who), value));
}

constexpr NativeDef functions[] = {
    {"sched_getparam", posix_sched_getparam, "($module, pid, /)", "How a process is scheduled."},
    {"sched_setparam", posix_sched_setparam, "($module, pid, param, /)", "Says how a process is scheduled."},
    {"sched_getscheduler", ask_number<::sched_getscheduler>, "($module, pid, /)",
     "The policy that a process is scheduled by."},
    {"sched_setscheduler", posix_sched_setscheduler, "($module, pid, policy, param, /)",
     "Sets the policy that a process is scheduled by."},
    {"sched_get_priority_max", ask_number<::sched_get_priority_max>, "($module, /, policy)",
     "The highest priority of a policy."},
    {"sched_get_priority_min", ask_number<::sched_get_priority_min>, "($module, /, policy)",
     "The lowest priority of a policy."},
    {"sched_rr_get_interval", posix_sched_rr_get_interval, "($module, pid, /)",
     "The slice of time of a process, in seconds."},
    {"sched_yield", posix_sched_yield, "($module, /)", "Lets others run."},
    {"sched_getaffinity", posix_sched_getaffinity, "($module, pid, /)",
     "The processors that a process may use."},
    {"sched_setaffinity", posix_sched_setaffinity, "($module, pid, mask, /)",
     "Says which processors a process may use."},
    {"nice", posix_nice, "($module, increment, /)", "Adds to the niceness of this process; the new one."},
    {"getpriority", posix_getpriority, "($module, /, which, who)", "The niceness of a process, group or user."},
    {"setpriority", posix_setpriority, "($module, /, which, who, priority)",
     "Sets the niceness of a process, group or user."},
};

}  // namespace

Result<sched_param> scheduling_parameter(Object* value) { return parameter_argument(value); }

std::span<const NativeDef> posix_scheduling_functions() noexcept { return functions; }

Status add_posix_scheduling(Module* module) {
    parameter_type.slots.new_ = parameter_new;
    TRY(parameter_type.prepare());
    return module_set(module, "sched_param", &parameter_type);
}

}  // namespace minipy
