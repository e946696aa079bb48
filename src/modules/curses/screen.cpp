// Functions of the module _curses about the screen: starting and ending it, its modes, sizes and windows.
//
// CPython: Modules/_cursesmodule.c (_curses_initscr_impl, NoArgNoReturnFunction ...)
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "modules/constants.h"
#include "modules/curses/curses.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "vm/gil.h"
#include "vm/import.h"

namespace minipy::curses {
namespace {

Module* as_module(Object* self) noexcept { return static_cast<Module*>(self); }

// --- functions that are one call of the library

template <auto function, NameText name>
NewRef curses_checked(Object*, Object* const*) {
    TRY(need_screen());
    return none_or_error(without_gil([] { return function(); }), name.text);
}

/// A mode that is switched on, or off if the argument says so.
template <auto on, auto off, NameText name>
NewRef curses_mode(Object*, Object* const* arguments) {
    const bool flag = TRY(argument_int(arguments[0])) != 0;
    TRY(need_screen());
    return none_or_error(flag ? on() : off(), name.text);
}

template <auto function>
NewRef curses_plain(Object*, Object* const*) {
    TRY(need_screen());
    function();
    return new_none();
}

template <auto function>
NewRef curses_truth(Object*, Object* const*) {
    TRY(need_screen());
    return new_bool(function() != FALSE);
}

template <auto function>
NewRef curses_whole(Object*, Object* const*) {
    TRY(need_screen());
    return new_int(static_cast<std::int64_t>(function()));
}

template <auto function>
NewRef curses_octets(Object*, Object* const*) {
    TRY(need_screen());
    const char* text = function();
    return new_bytes(text ? text : "");
}

/// A function of one flag.
template <auto function, NameText name>
NewRef curses_flag(Object*, Object* const* arguments) {
    const bool flag = TRY(argument_int(arguments[0])) != 0;
    TRY(need_screen());
    return none_or_error(function(flag), name.text);
}

int switch_meta(bool flag) { return meta(stdscr, flag); }
int switch_interrupt_flush(bool flag) { return intrflush(nullptr, flag); }

// --- starting

/// What only a started screen knows: the characters for lines, and its size.
Status add_screen_constants(Module* module) {
    const IntConstant constants[] = {
#define GRAPHIC(name) {"ACS_" #name, ACS_##name},
#include "modules/curses/line_graphics.def"
        {"LINES", LINES},
        {"COLS", COLS},
    };
    return module_set_constants(module, constants);
}

NewRef curses_initscr(Object* self, Object* const*) {
    if (state.has_screen) {
        without_gil([] { return wrefresh(stdscr); });
        return new_window(stdscr);
    }
    WINDOW* window = initscr();
    if (!window) return raise_curses_error("curses function returned NULL");
    state.has_terminal = state.has_screen = true;
    TRY(add_screen_constants(as_module(self)));
    Ref<Object> made = TRY(new_window(window));
    replace_field(state.encoding, share(as_window(made.get())->encoding));
    return made;
}

NewRef curses_filter(Object*, Object* const*) {
    filter();
    return new_none();
}

NewRef curses_use_env(Object*, Object* const* arguments) {
    use_env(TRY(argument_int(arguments[0])) != 0);
    return new_none();
}

// --- windows

NewRef curses_newwin(Object*, Object* const* arguments) {
    const auto* given = static_cast<const Tuple*>(arguments[0]);
    if (given->size != 2 && given->size != 4)
        return raise(type_error_type, "_curses.newwin requires 2 to 4 arguments");
    Ints<4> area{};
    for (Size i = 0; i < given->size; ++i) area.values[i] = TRY(parsed_int_argument((*given)[i]));
    TRY(need_screen());
    return new_window(newwin(area[0], area[1], area[2], area[3]));
}

NewRef curses_newpad(Object*, Object* const* arguments) {
    const Ints<2> size = TRY(int_arguments<2>(arguments));
    TRY(need_screen());
    return new_window(newpad(size[0], size[1]));
}

/// The octets that a file object has: what putwin() wrote.
NewRef curses_getwin(Object*, Object* const* arguments) {
    TRY(need_screen());
    Ref<Object> data = TRY(call_method(arguments[0], name<"read">));
    if (!is_bytes(data.get()))
        return raise(type_error_type, fmt::format("f.read() returned {} instead of bytes", data->type->name));
    auto* octets = static_cast<Bytes*>(data.get());
    if (octets->size == 0) return new_window(nullptr);
    std::FILE* stream = ::fmemopen(octets->data(), static_cast<std::size_t>(octets->size), "r");
    if (!stream) return raise(memory_error_type);
    WINDOW* window = getwin(stream);
    std::fclose(stream);
    return new_window(window);
}

// --- sizes

/// The size as attributes of this module and of the package.
Status update_size(Module* module) {
    Ref<Object> package = TRY(import_module("curses"));
    Ref<Int> lines = new_int(LINES), columns = new_int(COLS);
    TRY(set_attribute(package.get(), name<"LINES">, lines.get()));
    TRY(module_set(module, "LINES", lines.get()));
    TRY(set_attribute(package.get(), name<"COLS">, columns.get()));
    return module_set(module, "COLS", columns.get());
}

NewRef curses_update_lines_cols(Object* self, Object* const*) {
    TRY(update_size(as_module(self)));
    return new_none();
}

/// The library makes the windows larger cell by cell, and trusts the numbers.
constexpr int largest_side = 10000;

template <auto function, NameText name>
NewRef curses_resize(Object* self, Object* const* arguments) {
    const Ints<2> size = TRY(int_arguments<2>(arguments));
    TRY(need_screen());
    const bool fits = std::max(size[0], size[1]) <= largest_side;
    TRY(none_or_error(fits ? function(size[0], size[1]) : ERR, name.text));
    TRY(update_size(as_module(self)));
    return new_none();
}

NewRef curses_is_term_resized(Object*, Object* const* arguments) {
    const Ints<2> size = TRY(int_arguments<2>(arguments));
    TRY(need_screen());
    return new_bool(is_term_resized(size[0], size[1]));
}

// --- the cursor and time

NewRef curses_curs_set(Object*, Object* const* arguments) {
    const int visibility = TRY(argument_int(arguments[0]));
    TRY(need_screen());
    const int before = curs_set(visibility);
    if (before == ERR) return none_or_error(before, "curs_set");
    return new_int(before);
}

NewRef curses_getsyx(Object*, Object* const*) {
    TRY(need_screen());
    int y = -1, x = -1;
    getsyx(y, x);
    return pack({new_int(y).get(), new_int(x).get()});
}

NewRef curses_setsyx(Object*, Object* const* arguments) {
    const Ints<2> place = TRY(int_arguments<2>(arguments));
    TRY(need_screen());
    setsyx(place[0], place[1]);
    return new_none();
}

NewRef curses_delay_output(Object*, Object* const* arguments) {
    const int milliseconds = TRY(argument_int(arguments[0]));
    TRY(need_screen());
    return none_or_error(without_gil([=] { return delay_output(milliseconds); }), "delay_output");
}

NewRef curses_napms(Object*, Object* const* arguments) {
    const int milliseconds = TRY(argument_int(arguments[0]));
    TRY(need_screen());
    return new_int(without_gil([=] { return napms(milliseconds); }));
}

NewRef curses_halfdelay(Object*, Object* const* arguments) {
    const long tenths = TRY(long_argument(arguments[0]));
    if (tenths < 0) return raise(overflow_error_type, "unsigned byte integer is less than minimum");
    if (tenths > 255) return raise(overflow_error_type, "unsigned byte integer is greater than maximum");
    TRY(need_screen());
    return none_or_error(halfdelay(static_cast<int>(tenths)), "halfdelay");
}

NewRef curses_qiflush(Object*, Object* const* arguments) {
    const bool flag = TRY(argument_int(arguments[0])) != 0;
    TRY(need_screen());
    flag ? qiflush() : noqiflush();
    return new_none();
}

NewRef curses_typeahead(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    TRY(need_screen());
    return none_or_error(typeahead(file), "typeahead");
}

constexpr NativeDef functions[] = {
    {"initscr", curses_initscr, "($module, /)", "Starts the screen; gives the window that is all of it."},
    {"endwin", curses_checked<endwin, "endwin">, "($module, /)", "Gives the terminal back as it was."},
    {"isendwin", curses_truth<isendwin>, "($module, /)", "Whether endwin() has been called."},
    {"filter", curses_filter, "($module, /)", "Has initscr() use one line alone."},
    {"use_env", curses_use_env, "($module, flag, /)", "Whether LINES and COLUMNS count."},
    {"doupdate", curses_checked<doupdate, "doupdate">, "($module, /)", "Brings what is ready onto the screen."},
    {"beep", curses_checked<beep, "beep">, "($module, /)", "A short sound."},
    {"flash", curses_checked<flash, "flash">, "($module, /)", "Lights the screen up."},
    {"cbreak", curses_mode<cbreak, nocbreak, "cbreak">, "($module, flag=True, /)", "Keys come at once."},
    {"nocbreak", curses_checked<nocbreak, "nocbreak">, "($module, /)", "Keys come in lines."},
    {"echo", curses_mode<echo, noecho, "echo">, "($module, flag=True, /)", "Keys are shown."},
    {"noecho", curses_checked<noecho, "noecho">, "($module, /)", "Keys are not shown."},
    {"nl", curses_mode<nl, nonl, "nl">, "($module, flag=True, /)", "Return and newline are translated."},
    {"nonl", curses_checked<nonl, "nonl">, "($module, /)", "Return and newline are left alone."},
    {"raw", curses_mode<raw, noraw, "raw">, "($module, flag=True, /)", "Keys come at once, without signals."},
    {"noraw", curses_checked<noraw, "noraw">, "($module, /)", "Keys come in lines, with signals."},
    {"meta", curses_flag<switch_meta, "meta">, "($module, yes, /)", "Whether keys have eight bits."},
    {"intrflush", curses_flag<switch_interrupt_flush, "intrflush">, "($module, flag, /)",
     "Whether an interrupt drops the output that waits."},
    {"halfdelay", curses_halfdelay, "($module, tenths, /)", "Like cbreak(), waiting for some time only."},
    {"qiflush", curses_qiflush, "($module, flag=True, /)", "Whether signals from the keyboard drop queues."},
    {"noqiflush", curses_plain<noqiflush>, "($module, /)", "Signals from the keyboard drop nothing."},
    {"flushinp", curses_plain<flushinp>, "($module, /)", "Drops what has been typed."},
    {"typeahead", curses_typeahead, "($module, fd, /)", "The file looked at for keys while output is written."},
    {"def_prog_mode", curses_checked<def_prog_mode, "def_prog_mode">, "($module, /)",
     "Notes the terminal's modes as the program's."},
    {"def_shell_mode", curses_checked<def_shell_mode, "def_shell_mode">, "($module, /)",
     "Notes the terminal's modes as the shell's."},
    {"reset_prog_mode", curses_checked<reset_prog_mode, "reset_prog_mode">, "($module, /)",
     "Sets the program's modes again."},
    {"reset_shell_mode", curses_checked<reset_shell_mode, "reset_shell_mode">, "($module, /)",
     "Sets the shell's modes again."},
    {"savetty", curses_checked<savetty, "savetty">, "($module, /)", "Notes the modes for resetty()."},
    {"resetty", curses_checked<resetty, "resetty">, "($module, /)", "Sets the modes that savetty() noted."},
    {"newwin", curses_newwin, "-($module, *args)",
     "newwin(nlines, ncols, [begin_y=0, begin_x=0]): a new window."},
    {"newpad", curses_newpad, "($module, nlines, ncols, /)", "A new pad: a window that may exceed the screen."},
    {"getwin", curses_getwin, "($module, file, /)", "The window that putwin() has written to the file."},
    {"update_lines_cols", curses_update_lines_cols, "($module, /)", "Brings LINES and COLS up to date."},
    {"resizeterm", curses_resize<resizeterm, "resizeterm">, "($module, nlines, ncols, /)",
     "Adapts the windows to a new size."},
    {"resize_term", curses_resize<resize_term, "resize_term">, "($module, nlines, ncols, /)",
     "Adapts the windows to a new size; what resizeterm() is made of."},
    {"is_term_resized", curses_is_term_resized, "($module, nlines, ncols, /)",
     "Whether resize_term() would change windows."},
    {"curs_set", curses_curs_set, "($module, visibility, /)",
     "Shows the cursor: 0 not, 1 normally, 2 strongly."},
    {"getsyx", curses_getsyx, "($module, /)", "Where the cursor of the screen is."},
    {"setsyx", curses_setsyx, "($module, y, x, /)", "Moves the cursor of the screen."},
    {"delay_output", curses_delay_output, "($module, ms, /)", "Pauses by output."},
    {"napms", curses_napms, "($module, ms, /)", "Sleeps."},
    {"baudrate", curses_whole<baudrate>, "($module, /)", "The speed of the terminal."},
    {"termattrs", curses_whole<termattrs>, "($module, /)", "The attributes that the terminal can show."},
    {"termname", curses_octets<termname>, "($module, /)", "The terminal's name."},
    {"longname", curses_octets<longname>, "($module, /)", "The terminal's description."},
    {"has_ic", curses_truth<has_ic>, "($module, /)", "Whether the terminal can shift characters."},
    {"has_il", curses_truth<has_il>, "($module, /)", "Whether the terminal can shift lines."},
    {"has_colors", curses_truth<has_colors>, "($module, /)", "Whether the terminal has colours."},
    {"can_change_color", curses_truth<can_change_color>, "($module, /)", "Whether colours can be changed."},
};

}  // namespace

const std::span<const NativeDef> screen_functions = functions;

}  // namespace minipy::curses
