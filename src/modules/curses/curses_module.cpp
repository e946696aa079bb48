// The module _curses: errors, constants, and what is known of the screen.
//
// CPython: Modules/_cursesmodule.c (PyInit__curses)
#include <fmt/format.h>

#include <array>

#include "modules/buffer_argument.h"
#include "modules/constants.h"
#include "modules/curses/curses.h"
#include "modules/function_tables.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/struct_sequence.h"

namespace minipy {
namespace curses {

State state;

Type& error_class() {
    static Type* const type = new_exception_class("_curses.error", exception_type);
    return *type;
}

Failure raise_curses_error(const char* message) { return raise(error_class(), message); }

NewRef none_or_error(int code, const char* function) {
    if (code != ERR) return new_none();
    return raise(error_class(), fmt::format("{}() returned ERR", function));
}

Status need_terminal() {
    if (state.has_terminal) return done;
    return raise_curses_error("must call (at least) setupterm() first");
}

Status need_screen() {
    if (state.has_screen) return done;
    return raise_curses_error("must call initscr() first");
}

Status need_colors() {
    TRY(need_screen());
    if (state.has_colors) return done;
    return raise_curses_error("must call start_color() first");
}

namespace {

constexpr IntConstant constants[] = {
#define CONSTANT(name) {#name, name},
#include "modules/curses/constants.def"
};

constexpr const char* version_fields[] = {"major", "minor", "patch"};
constexpr StructSequenceSpec version_spec = {"curses.ncurses_version", "The version of the library ncurses.",
                                             version_fields, 3, false};

Status add_library_version(Module* module) {
    static StructSequenceType type(version_spec);
    TRY(type.prepare());
    std::array<Ref<Object>, 3> values{new_int(NCURSES_VERSION_MAJOR), new_int(NCURSES_VERSION_MINOR),
                                      new_int(NCURSES_VERSION_PATCH)};
    return module_set(module, "ncurses_version", TRY(new_struct_sequence(type, values)).get());
}

Status add_function_keys(Module* module) {
    constexpr int count = 64;
    for (int i = 0; i < count; ++i) TRY(module_set(module, fmt::format("KEY_F{}", i), new_int(KEY_F(i)).get()));
    return done;
}

Status fill(Module* module) {
    TRY(module_add_type(module, window_type));
    TRY(module_add_functions(module, screen_functions));
    TRY(module_add_functions(module, terminal_functions));
    TRY(module_set(module, "error", &error_class()));
    TRY(module_set_constants(module, constants));
    TRY(add_function_keys(module));
    TRY(add_library_version(module));
    Ref<Bytes> version = new_bytes("2.2");
    TRY(module_set(module, "version", version.get()));
    return module_set(module, "__version__", version.get());
}

const ModuleSpec spec = {"_curses", nullptr, {}, fill};

}  // namespace
}  // namespace curses

Ref<Module> make_curses_module() { return new_native_module(curses::spec); }

}  // namespace minipy
