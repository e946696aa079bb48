// _curses and _curses_panel over ncursesw: what their files share.
//
// ncurses keeps one screen in globals, and so do these modules what they know of it. Invariant: a Window exists
// only after `initscr`, and no function of the library that needs a screen is called before.
//
// CPython: Modules/_cursesmodule.c, Include/py_curses.h
#pragma once

// The library's functions, not its macros: those are called `clear`, `move`, `erase` ...
#define NCURSES_NOMACROS 1
#define NCURSES_WIDECHAR 1
#include <curses.h>

#include <span>
#include <string>

#include "objects/errors.h"
#include "objects/index.h"
#include "objects/module.h"
#include "objects/names.h"
#include "objects/number_convert.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/type.h"

namespace minipy::curses {

struct Window : Object {
    WINDOW* handle;
    Str* encoding;
};

extern Type window_type;

inline Window* as_window(Object* self) noexcept { return static_cast<Window*>(self); }
inline WINDOW* handle_of(Object* self) noexcept { return as_window(self)->handle; }

/// A Window for the library's; `encoding_or_null` is the locale's if not given. error if there is no window.
NewRef new_window(WINDOW* handle, Str* encoding_or_null = nullptr);

/// How far the terminal is known.
struct State {
    bool has_terminal = false, has_screen = false, has_colors = false;
    Str* encoding = nullptr;  // of the first window
};
extern State state;

Type& error_class();
Failure raise_curses_error(const char* message);
/// None, or error "f() returned ERR".
NewRef none_or_error(int code, const char* function);
/// error "must call initscr() first" and its like.
Status need_terminal();
Status need_screen();
Status need_colors();

// --- arguments

/// A C long: TypeError, OverflowError.
Result<long> long_argument(Object* value);
/// A C short.
Result<short> short_argument(Object* value);
/// A character and attributes in one number, of bytes, str or int. OverflowError "byte doesn't fit in chtype".
Result<chtype> character_argument(Object* value, Str* encoding);

/// Text as ncurses takes it: wide for str, octets for bytes. Octets are borrowed from the object.
struct Text {
    bool is_wide = false;
    std::wstring wide = {};
    const char* octets = nullptr;
};
Result<Text> text_argument(Object* value);
/// The one character of a str.
Result<wchar_t> wide_character(Str* text, const char* expected);
/// Octets without null ones: TypeError, ValueError "embedded null byte".
Result<std::string> octets_argument(Object* value);

/// The arguments of a method that may begin with a place and end with attributes: ([y, x,] core..., [attr]).
struct Placed {
    bool has_place = false, has_attributes = false;
    int y = 0, x = 0;
    Object* const* core = nullptr;
    long attributes = A_NORMAL;
};
Result<Placed> placed_arguments(Object* tuple, Size core_count, const char* method);

/// ([y, x]): TypeError for another number of arguments.
Result<Placed> place_argument(Object* tuple, const char* method);

/// All arguments as ints: those that a method has as such, or what it finds in a tuple of arguments, where
/// CPython uses other words for what is too large.
template <std::size_t count>
struct Ints {
    int values[count];
    int operator[](std::size_t index) const noexcept { return values[index]; }
};
template <std::size_t count>
Result<Ints<count>> int_arguments(Object* const* arguments, Result<int> (*parse)(Object*) = argument_int) {
    Ints<count> ints{};
    for (std::size_t i = 0; i < count; ++i) {
        const Result<int> value = parse(arguments[i]);
        if (!value) return failed;
        ints.values[i] = *value;
    }
    return ints;
}
template <std::size_t count>
Result<Ints<count>> parsed_ints(Object* const* items) {
    return int_arguments<count>(items, parsed_int_argument);
}

/// The same of a tuple; another number of arguments is a TypeError with that message.
template <std::size_t count>
Result<Ints<count>> exact_ints(Object* tuple, const char* message) {
    const auto* given = static_cast<const Tuple*>(tuple);
    if (given->size == static_cast<Size>(count)) return parsed_ints<count>(given->items());
    return raise(type_error_type, message);
}

// --- methods of the window in window_text.cpp; their rows are in window.cpp
NewRef window_addch(Object* self, Object* const* arguments);
NewRef window_addstr(Object* self, Object* const* arguments);
NewRef window_addnstr(Object* self, Object* const* arguments);
NewRef window_insch(Object* self, Object* const* arguments);
NewRef window_insstr(Object* self, Object* const* arguments);
NewRef window_insnstr(Object* self, Object* const* arguments);
NewRef window_echochar(Object* self, Object* const* arguments);
NewRef window_inch(Object* self, Object* const* arguments);
NewRef window_instr(Object* self, Object* const* arguments);
NewRef window_getch(Object* self, Object* const* arguments);
NewRef window_getkey(Object* self, Object* const* arguments);
NewRef window_get_wch(Object* self, Object* const* arguments);
NewRef window_getstr(Object* self, Object* const* arguments);

/// Functions of the module in terminal.cpp and screen.cpp.
extern const std::span<const NativeDef> terminal_functions, screen_functions;

}  // namespace minipy::curses
