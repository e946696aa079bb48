// The module `posix`: waiting for other processes, and what they leave behind.
//
// CPython: Modules/posixmodule.c (os_waitid_impl, wait_helper)
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "modules/posix/posix.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/struct_sequence.h"
#include "vm/import.h"

namespace minipy {
namespace {

constexpr const char* waitid_fields[] = {"si_pid", "si_uid", "si_signo", "si_status", "si_code"};
const StructSequenceSpec waitid_spec = {"posix.waitid_result", "What waitid() tells of a process.",
                                        waitid_fields, 5};
StructSequenceType waitid_type(waitid_spec);

Ref<Object> number(std::int64_t value) { return Ref<Object>(new_int(value)); }

NewRef posix_waitid(Object*, Object* const* arguments) {
    const auto kind = static_cast<idtype_t>(TRY(argument_int(arguments[0])));
    const auto id = static_cast<id_t>(TRY(argument_int(arguments[1])));
    const int options = TRY(argument_int(arguments[2]));
    siginfo_t info{};
    TRY(retried([&] { return ::waitid(kind, id, &info, options); }));
    if (info.si_pid == 0) return new_none();
    Ref<Object> fields[] = {number(info.si_pid), number(info.si_uid), number(info.si_signo),
                            number(info.si_status), number(info.si_code)};
    return new_struct_sequence(waitid_type, fields);
}

/// `resource.struct_rusage`, made from sixteen figures.
Ref<Object> resource_usage(const rusage& used) {
    const auto seconds = [](const timeval& time) {
        return Ref<Object>(
            new_float(static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6));
    };
    const Ref<Object> figures[] = {
        seconds(used.ru_utime), seconds(used.ru_stime),   number(used.ru_maxrss),  number(used.ru_ixrss),
        number(used.ru_idrss),  number(used.ru_isrss),    number(used.ru_minflt),  number(used.ru_majflt),
        number(used.ru_nswap),  number(used.ru_inblock),  number(used.ru_oublock), number(used.ru_msgsnd),
        number(used.ru_msgrcv), number(used.ru_nsignals), number(used.ru_nvcsw),   number(used.ru_nivcsw)};
    std::vector<Object*> items;
    for (const Ref<Object>& figure : figures) items.push_back(figure.get());
    Ref<Tuple> tuple = new_tuple(items);
    Ref<Object> module = TRY(import_module("resource"));
    Ref<Object> type = TRY(get_attribute(module.get(), name<"struct_rusage">));
    Ref<Object> usage = call(type.get(), {tuple.get()});
    return usage;
}

NewRef wait_with_usage(pid_t process, int options) {
    int status = 0;
    rusage used{};
    const Size ended = TRY(retried([&] { return ::wait4(process, &status, options, &used); }));
    Ref<Object> usage = TRY(resource_usage(used));
    Ref<Int> first = new_int(ended), second = new_int(status);
    return pack({first.get(), second.get(), usage.get()});
}

NewRef posix_wait3(Object*, Object* const* arguments) {
    return wait_with_usage(-1, TRY(argument_int(arguments[0])));
}
NewRef posix_wait4(Object*, Object* const* arguments) {
    const int process = TRY(argument_int(arguments[0]));
    return wait_with_usage(process, TRY(argument_int(arguments[1])));
}

NewRef posix_pidfd_open(Object*, Object* const* arguments) {
    const int process = TRY(argument_int(arguments[0]));
    const long file = ::syscall(SYS_pidfd_open, process, TRY(argument_int(arguments[1])));
    if (file < 0) return raise_errno();
    return new_int(file);
}

constexpr NativeDef functions[] = {
    {"waitid", posix_waitid, "($module, idtype, id, options, /)", "Waits for a change of a process."},
    {"wait3", posix_wait3, "($module, /, options)", "Waits for a process: (pid, status, resources used)."},
    {"wait4", posix_wait4, "($module, /, pid, options)",
     "Waits for one process: (pid, status, resources used)."},
    {"pidfd_open", posix_pidfd_open, "($module, /, pid, flags=0)", "A file that stands for a process."},
};

}  // namespace

std::span<const NativeDef> posix_waiting_functions() noexcept { return functions; }

Status add_posix_waiting(Module* module) {
    TRY(waitid_type.prepare());
    return module_set(module, "waitid_result", &waitid_type);
}

}  // namespace minipy
