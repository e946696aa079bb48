// The module `posix`: starting a program in a process of its own, in one step.
//
// The words of argv and env, and the actions and attributes that the system wants, are collected first; all of
// them live until the call has returned.
//
// CPython: Modules/posixmodule.c (py_posix_spawn)
#include <fmt/format.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>

#include <list>

#include "modules/posix/posix.h"
#include "modules/posix/words.h"
#include "modules/signal_set.h"
#include "objects/audit.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

enum FileAction { open_action, close_action, dup2_action };

/// posix_spawn_file_actions_t that frees itself; paths of files to be opened stay alive with it.
class FileActions {
  public:
    FileActions() { ::posix_spawn_file_actions_init(&actions_); }
    ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
    FileActions(const FileActions&) = delete;

    Status add_all(Object* sequence) {
        if (is_none(sequence)) return done;
        if (!is_sequence(sequence)) return raise(type_error_type, "file_actions must be a sequence or None");
        Ref<Tuple> items = TRY(sequence_to_tuple(sequence));
        for (Object* item : items->span()) TRY(add(item));
        return done;
    }
    const posix_spawn_file_actions_t* get() const noexcept { return &actions_; }

  private:
    Status add(Object* item) {
        if (!is_tuple(item) || static_cast<Tuple*>(item)->size == 0)
            return raise(type_error_type, "Each file_actions element must be a non-empty tuple");
        const Tuple& action = *static_cast<Tuple*>(item);
        const Size kind = TRY(argument_size(action[0]));
        if (kind == open_action) return add_open(action);
        if (kind == close_action) {
            if (action.size != 2)
                return raise(type_error_type, "A close file_action tuple must have 2 elements");
            return check(::posix_spawn_file_actions_addclose(&actions_, TRY(argument_int(action[1]))));
        }
        if (kind != dup2_action) return raise(type_error_type, "Unknown file_actions identifier");
        if (action.size != 3) return raise(type_error_type, "A dup2 file_action tuple must have 3 elements");
        const int from = TRY(argument_int(action[1]));
        return check(::posix_spawn_file_actions_adddup2(&actions_, from, TRY(argument_int(action[2]))));
    }

    Status add_open(const Tuple& action) {
        if (action.size != 5) return raise(type_error_type, "A open file_action tuple must have 5 elements");
        const int file = TRY(argument_int(action[1]));
        PathArgument& path = paths_.emplace_back();
        TRY(path.acquire(action[2], "posix_spawn"));
        const int flags = TRY(argument_int(action[3]));
        const auto mode = static_cast<mode_t>(TRY(argument_int(action[4])));
        return check(::posix_spawn_file_actions_addopen(&actions_, file, path.text(), flags, mode));
    }

    static Status check(int error) {
        if (error) return raise_os_error(error);
        return done;
    }

    posix_spawn_file_actions_t actions_;
    std::list<PathArgument> paths_;
};

/// What `posix_spawn` takes by keyword, in the order of its signature.
struct Settings {
    Object *file_actions, *group, *reset_ids, *new_session, *blocked, *defaults, *scheduler;
};

/// posix_spawnattr_t that frees itself.
class Attributes {
  public:
    Attributes() { ::posix_spawnattr_init(&attributes_); }
    ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }
    Attributes(const Attributes&) = delete;

    Status set(const Settings& settings) {
        if (settings.group) {
            ::posix_spawnattr_setpgroup(&attributes_, TRY(argument_int(settings.group)));
            flags_ |= POSIX_SPAWN_SETPGROUP;
        }
        if (TRY(argument_int(settings.reset_ids))) flags_ |= POSIX_SPAWN_RESETIDS;
        if (TRY(truth(settings.new_session))) flags_ |= POSIX_SPAWN_SETSID;
        sigset_t signals;
        if (settings.blocked) {
            TRY(parse_signal_set(settings.blocked, signals));
            ::posix_spawnattr_setsigmask(&attributes_, &signals);
            flags_ |= POSIX_SPAWN_SETSIGMASK;
        }
        if (settings.defaults) {
            TRY(parse_signal_set(settings.defaults, signals));
            ::posix_spawnattr_setsigdefault(&attributes_, &signals);
            flags_ |= POSIX_SPAWN_SETSIGDEF;
        }
        if (settings.scheduler) TRY(set_scheduler(settings.scheduler));
        ::posix_spawnattr_setflags(&attributes_, static_cast<short>(flags_));
        return done;
    }
    const posix_spawnattr_t* get() const noexcept { return &attributes_; }

  private:
    Status set_scheduler(Object* pair) {
        if (!is_tuple(pair) || static_cast<Tuple*>(pair)->size != 2)
            return raise(type_error_type, "A scheduler tuple must have two elements");
        const Tuple& items = *static_cast<Tuple*>(pair);
        if (!is_none(items[0])) {
            ::posix_spawnattr_setschedpolicy(&attributes_, TRY(argument_int(items[0])));
            flags_ |= POSIX_SPAWN_SETSCHEDULER;
        }
        const sched_param parameter = TRY(scheduling_parameter(items[1]));
        ::posix_spawnattr_setschedparam(&attributes_, &parameter);
        flags_ |= POSIX_SPAWN_SETSCHEDPARAM;
        return done;
    }

    posix_spawnattr_t attributes_;
    int flags_ = 0;
};

Status collect_words(Object* const* arguments, const char* function, WordArray& words, WordArray& variables) {
    if (!is_list(arguments[1]) && !is_tuple(arguments[1]))
        return raise(type_error_type, fmt::format("{}: argv must be a tuple or list", function));
    Ref<Tuple> items = TRY(sequence_to_tuple(arguments[1]));
    if (items->size == 0) return raise(value_error_type, fmt::format("{}: argv must not be empty", function));
    for (Object* item : items->span()) TRY(words.add(item, function));
    if (words.empty())
        return raise(value_error_type, fmt::format("{}: argv first element cannot be empty", function));
    if (!arguments[2]->type->slots.get_item)
        return raise(type_error_type, fmt::format("{}: environment must be a mapping object", function));
    return collect_environment(arguments[2], variables);
}

template <auto spawn, bool search>
NewRef start_program(Object*, Object* const* arguments) {
    constexpr const char* function = search ? "posix_spawnp" : "posix_spawn";
    PathArgument path;
    TRY(path.acquire(arguments[0], function));
    WordArray words, variables;
    TRY(collect_words(arguments, function, words, variables));
    TRY(audit("os.posix_spawn", path.object(), arguments[1], arguments[2]));
    const Settings settings{arguments[3], arguments[4], arguments[5], arguments[6],
                            arguments[7], arguments[8], arguments[9]};
    FileActions actions;
    TRY(actions.add_all(settings.file_actions ? settings.file_actions : &none));
    Attributes attributes;
    TRY(attributes.set(settings));
    pid_t process = 0;
    const int error =
        spawn(&process, path.text(), actions.get(), attributes.get(), words.pointers(), variables.pointers());
    if (error) return raise_os_error(error, path.object());
    return new_int(process);
}

constexpr NativeDef functions[] = {
    {"posix_spawn", start_program<::posix_spawn, false>,
     "($module, path, argv, env, /, *, file_actions=(), setpgroup=<unrepresentable>, resetids=False, "
     "setsid=False, setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)",
     "Starts a program; its process."},
    {"posix_spawnp", start_program<::posix_spawnp, true>,
     "($module, path, argv, env, /, *, file_actions=(), setpgroup=<unrepresentable>, resetids=False, "
     "setsid=False, setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)",
     "Starts a program that is looked for along PATH; its process."},
};

}  // namespace

std::span<const NativeDef> posix_spawn_functions() noexcept { return functions; }

Status add_posix_spawn(Module* module) {
    TRY(module_set(module, "POSIX_SPAWN_OPEN", new_int(open_action).get()));
    TRY(module_set(module, "POSIX_SPAWN_CLOSE", new_int(close_action).get()));
    return module_set(module, "POSIX_SPAWN_DUP2", new_int(dup2_action).get());
}

}  // namespace minipy
