// The module `atexit`: functions that run when the program ends, the last registered first.
//
// CPython: Modules/atexitmodule.c
#include "modules/atexit.h"

#include <fmt/format.h>

#include <vector>

#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "vm/unraisable.h"

namespace minipy {
namespace {

struct ExitFunction {
    Ref<Object> function;
    Ref<Object> arguments;
    Ref<Object> keywords;
};

std::vector<ExitFunction> functions_at_exit;

NewRef atexit_register(Object*, Object* const* arguments) {
    auto* given = static_cast<Tuple*>(arguments[0]);
    if (given->size == 0) return raise(type_error_type, "register() takes at least 1 argument (0 given)");
    Object* function = (*given)[0];
    if (!is_callable(function)) return raise(type_error_type, "the first argument must be callable");
    functions_at_exit.push_back({share(function), new_tuple(given->span().subspan(1)), share(arguments[1])});
    return new_ref(function);
}

NewRef atexit_unregister(Object*, Object* const* arguments) {
    for (std::size_t i = 0; i < functions_at_exit.size();) {
        Ref<Object> function = functions_at_exit[i].function;
        const bool same = TRY(compare_truth(function.get(), arguments[0], CompareOp::Eq));
        // The comparison may have changed the list.
        if (same && i < functions_at_exit.size())
            functions_at_exit.erase(functions_at_exit.begin() + static_cast<std::ptrdiff_t>(i));
        else
            ++i;
    }
    return new_none();
}

NewRef atexit_run(Object*, Object* const*) {
    run_exit_functions();
    return new_none();
}

void forget_exit_functions() noexcept {
    std::vector<ExitFunction> dropped = std::move(functions_at_exit);
    functions_at_exit.clear();
}

NewRef atexit_clear(Object*, Object* const*) {
    forget_exit_functions();
    return new_none();
}

NewRef atexit_count(Object*, Object* const*) {
    return new_int(static_cast<std::int64_t>(functions_at_exit.size()));
}

constexpr NativeDef functions[] = {
    {"register", atexit_register, "-($module, *args, **kwargs)", "Registers a call for the program's end."},
    {"unregister", atexit_unregister, "-($module, func, /)", "Takes a function's registrations back."},
    {"_run_exitfuncs", atexit_run, "-($module)", "Runs the registered calls now."},
    {"_clear", atexit_clear, "-($module)", "Forgets the registered calls."},
    {"_ncallbacks", atexit_count, "-($module)", "How many calls are registered."},
};

const ModuleSpec spec = {"atexit", "Functions that run when the program ends.", functions};

}  // namespace

void run_exit_functions() noexcept {
    // What is registered meanwhile lies behind the place reached, and is dropped.
    for (std::size_t place = functions_at_exit.size(); place-- > 0;) {
        if (place >= functions_at_exit.size()) continue;
        ExitFunction last = std::move(functions_at_exit[place]);
        functions_at_exit.erase(functions_at_exit.begin() + static_cast<std::ptrdiff_t>(place));
        Ref<Object> result = call_unpacked(last.function.get(), last.arguments.get(), last.keywords.get());
        if (!result) write_unraisable(last.function.get(), "Exception ignored in atexit callback");
    }
    forget_exit_functions();
}

Ref<Module> make_atexit_module() { return new_native_module(spec); }

}  // namespace minipy
