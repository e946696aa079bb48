// How the interpreter is to run: what the command line and the environment say, worked out.
//
// src/cli/ fills one of these before anything else exists; from then on it is read, never changed, by whoever
// needs a setting. Texts are the octets that the system gave (see `argument_text`).
//
// CPython: Python/initconfig.c (PyConfig), Python/preconfig.c
#pragma once

#include <string>
#include <vector>

namespace minipy {

struct RunOptions {
    std::string program = "minipy";  // argv[0] as given, for messages
    std::vector<std::string> argv;   // sys.argv
    std::vector<std::string> orig_argv;
    std::vector<std::string> warn_options;
    std::vector<std::string> x_options;
    std::vector<std::string> site_directories;  // --site, MINIPY_SITE

    // Counts of the options -d -O -v -b -q.
    int debug = 0, optimize = 0, verbose = 0, bytes_warning = 0, quiet = 0;
    // sys.flags.interactive is -i alone; a terminal as standard input does not set it.
    bool interactive = false, inspect = false;
    bool dont_write_bytecode = false, ignore_environment = false, isolated = false, no_site = false,
         no_user_site = false, unbuffered = false, safe_path = false, skip_first_line = false;
    bool dev_mode = false, warn_default_encoding = false, import_times = false, frozen_modules = true,
         fault_handler = false;

    int utf8_mode = -1;           // 0, 1, or negative: as the locale says
    int int_max_str_digits = -1;  // negative: nobody said
    int trace_memory_frames = 0;  // 0: memory is not traced
    std::string hash_seed;        // a number, "random" or empty
    std::string check_hash_based_pycs = "default";
    std::string pycache_prefix, home, library, module_path, stdio_encoding, platlibdir;

    bool debug_ranges = true;  // code objects know columns
    bool gc_stress = false;
    bool specialize = true;
};

/// Those of this process.
const RunOptions& run_options() noexcept;

/// The environment variable's value, null if it is empty, not set, or not to be looked at.
const char* python_variable(const char* name) noexcept;

}  // namespace minipy
