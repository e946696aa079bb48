// What the sanitizers are told where ASAN_OPTIONS and UBSAN_OPTIONS say nothing else. Linked into the programs
// of a sanitized build only.
//
// Types, interned strings and signatures of natives live as long as the process on purpose, so that leaks are
// not looked for; what cannot be allocated is a MemoryError.

extern "C" const char* __asan_default_options();
extern "C" const char* __ubsan_default_options();

const char* __asan_default_options() { return "detect_leaks=0:allocator_may_return_null=1"; }
const char* __ubsan_default_options() { return "halt_on_error=1:print_stacktrace=1"; }
