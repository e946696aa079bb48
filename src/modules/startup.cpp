// How a program run begins.
//
// The order matters: settings that types and strings depend on, types, the name table `sys.modules`, builtins
// and sys, importlib (which needs both), signals, the standard streams (which need codecs and io), `__main__`,
// then what is written in Python: `warnings` if there are filters to set, `site`. A failure before the streams
// exist is reported on standard error by C means.
//
// CPython: Python/pylifecycle.c (Py_InitializeFromConfig)
#include "modules/startup.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <utility>

#include "memory/collector.h"
#include "modules/builtins/builtins.h"
#include "modules/codecs/codecs.h"
#include "modules/io/std_streams.h"
#include "modules/system_text.h"
#include "modules/tracemalloc/tracemalloc.h"
#include "objects/attribute.h"
#include "objects/bytes/bytes_warning.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/line_table.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/string_hash.h"
#include "vm/import.h"
#include "vm/runtime.h"
#include "vm/specialize.h"
#include "vm/unraisable.h"

namespace minipy {
namespace {

RunOptions options;

/// Strings were hashed before anybody had read the options: with the key that the environment asks for.
void apply_hash_seed() {
    const char* variable = std::getenv("PYTHONHASHSEED");
    const std::string_view used = variable ? variable : "";
    const bool was_random = used.empty() || used == "random";
    const bool is_random = options.hash_seed.empty() || options.hash_seed == "random";
    if (was_random && is_random) return;
    if (used == options.hash_seed) return;
    set_hash_seed(options.hash_seed.c_str());
    rehash_interned();
}

void apply_settings() {
    apply_hash_seed();
    collector.stress = options.gc_stress;
    columns_wanted = options.debug_ranges;
    specialization_enabled = options.specialize;
    bytes_warning_level = options.bytes_warning;
    development_mode = options.dev_mode;
    import_times_wanted = options.import_times;
    if (options.int_max_str_digits >= 0) int_max_str_digits = options.int_max_str_digits;
}

Status add_builtins() {
    Ref<Module> module = TRY(make_builtins_module());
    TRY(dict_set(imported_modules(), name<"builtins">, module.get()));
    set_builtins_module(std::move(module));
    return done;
}

/// `__main__` as `-c` leaves it; a file's loader replaces the one of built-in modules.
Status add_main() {
    Ref<Module> module = TRY(new_module("__main__"));
    Ref<Object> loader = TRY(get_attribute(importlib_bootstrap(), name<"BuiltinImporter">));
    TRY(module_set(module.get(), "__loader__", loader.get()));
    TRY(module_set(module.get(), "__annotations__", new_dict().get()));
    TRY(module_set(module.get(), "__builtins__", builtins_module()));
    return dict_set(imported_modules(), name<"__main__">, module.get());
}

/// The module reads `sys.warnoptions` when it is imported.
void load_warnings() {
    if (options.warn_options.empty() || import_module("warnings")) return;
    fmt::print(stderr, "'import warnings' failed; traceback:\n");
    print_uncaught();
}

Status add_site_directories() {
    if (options.site_directories.empty()) return done;
    Ref<Object> site = TRY(import_module("site"));
    Ref<Object> add = TRY(get_attribute(site.get(), name<"addsitedir">));
    for (const std::string& directory : options.site_directories)
        TRY(call(add.get(), {system_text(directory).get()}));
    return done;
}

/// The fault handler, where there is one.
void enable_fault_handler() {
    if (!options.fault_handler || !find_built_in("faulthandler")) return;
    Ref<Object> module = import_module("faulthandler"), enabled;
    if (module) enabled = call_method(module.get(), name<"enable">);
    if (!enabled) print_uncaught();
}

/// The options were checked, but for the largest number of frames.
Status trace_memory_if_asked() {
    if (options.trace_memory_frames == 0) return done;
    if (start_memory_trace(options.trace_memory_frames)) return done;
    fmt::print(stderr,
               "Fatal Python error: init_interp_main: can't initialize tracemalloc\n"
               "Python runtime state: core initialized\n");
    return failed;
}

Status load_site() {
    if (!options.no_site && !import_module("site")) {
        fmt::print(stderr,
                   "Fatal Python error: init_import_site: Failed to import the site module\n"
                   "Python runtime state: initialized\n");
        return failed;
    }
    return add_site_directories();
}

Status start() {
    initialize_locale(options.utf8_mode, options.ignore_environment);
    begin_imports();
    TRY(add_builtins());
    TRY(import_built_in("sys"));
    TRY(set_preliminary_stderr());
    TRY(install_importlib());
    connect_codec_registry();
    TRY(trace_memory_if_asked());
    TRY(import_built_in("_signal"));
    TRY(make_standard_streams(options.unbuffered, options.ignore_environment));
    TRY(add_main());
    keep_original_builtins();
    enable_fault_handler();
    load_warnings();
    return load_site();
}

/// The library may have been taken away since minipy was built, or MINIPY_STDLIB may be wrong.
bool has_library() {
    Object* directory = sys_attribute(name<"_stdlib_dir">);
    if (!directory || !is_str(directory)) return false;
    const std::string path(str_utf8(static_cast<Str*>(directory)));
    std::error_code error;
    if (std::filesystem::exists(path + "/os.py", error)) return true;
    fmt::print(stderr,
               "minipy: CPython 3.11's library is not in {} (Debian package libpython3.11-stdlib); "
               "MINIPY_STDLIB can name another directory\n",
               path);
    return false;
}

}  // namespace

const RunOptions& run_options() noexcept { return options; }

const char* python_variable(const char* variable) noexcept {
    const char* value = options.ignore_environment ? nullptr : std::getenv(variable);
    return value && *value ? value : nullptr;
}

bool initialize_runtime(RunOptions given) {
    options = std::move(given);
    apply_settings();
    initialize_types();
    if (start()) return true;
    (void)has_library();
    (void)leave_process(finish_uncaught());
    return false;
}

}  // namespace minipy
