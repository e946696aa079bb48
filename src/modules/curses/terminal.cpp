// Functions of the module _curses about the terminal: its capabilities, colours, keys and mouse.
//
// CPython: Modules/_cursesmodule.c (_curses_setupterm_impl ... _curses_unget_wch)
#include <fmt/format.h>

#include <climits>

#include "modules/buffer_argument.h"
#include "modules/curses/curses.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"
#include "vm/import.h"

// What the library's term.h declares; that header makes macros of the capabilities' names (`columns`, `tab`).
extern "C" {
NCURSES_EXPORT(int) setupterm(const char*, int, int*);
NCURSES_EXPORT(char*) tigetstr(const char*);
NCURSES_EXPORT(int) tigetflag(const char*);
NCURSES_EXPORT(int) tigetnum(const char*);
NCURSES_EXPORT(char*) tparm(const char*, ...);
NCURSES_EXPORT(int) putp(const char*);
}

namespace minipy::curses {
namespace {

// --- capabilities

/// The file that the terminal is at: what `fd` says, or standard output.
Result<int> terminal_file(Object* file) {
    const int given = TRY(argument_int(file));
    if (given != -1) return given;
    Object* output = sys_attribute(name<"stdout">);
    if (!output || is_none(output)) return raise_curses_error("lost sys.stdout");
    Ref<Object> keep = share(output);
    return file_argument(keep.get());
}

Result<const char*> terminal_name(Object* value) {
    if (is_none(value)) return static_cast<const char*>(nullptr);
    if (!is_str(value)) return raise_bad_argument("setupterm", "argument 'term'", "str or None", value);
    return c_string_argument(value, "setupterm");
}

NewRef curses_setupterm(Object*, Object* const* arguments) {
    const char* terminal = TRY(terminal_name(arguments[0]));
    const int file = TRY(terminal_file(arguments[1]));
    int error = 1;
    if (!state.has_terminal && setupterm(terminal, file, &error) == ERR)
        return raise_curses_error(error == 0    ? "setupterm: could not find terminal"
                                  : error == -1 ? "setupterm: could not find terminfo database"
                                                : "setupterm: unknown error");
    state.has_terminal = true;
    return new_none();
}

template <auto function, NameText name>
NewRef curses_capability(Object*, Object* const* arguments) {
    const char* capability = TRY(c_string_argument(arguments[0], name.text));
    TRY(need_terminal());
    return new_int(function(capability));
}

NewRef curses_tigetstr(Object*, Object* const* arguments) {
    const char* capability = TRY(c_string_argument(arguments[0], "tigetstr"));
    TRY(need_terminal());
    const char* text = tigetstr(capability);
    if (!text || text == reinterpret_cast<const char*>(-1)) return new_none();
    return new_bytes(text);
}

/// Whether a format asks for strings (%s, %l), which no caller from Python can give.
bool asks_for_strings(std::string_view format) noexcept {
    for (std::size_t at = format.find('%'); at != format.npos; at = format.find('%', at + 1)) {
        at = format.find_first_not_of(":#+- .0123456789", at + 1);
        if (at == format.npos) return false;
        if (format[at] == 's' || format[at] == 'l') return true;
    }
    return false;
}

NewRef curses_tparm(Object*, Object* const* arguments) {
    const std::string format = TRY(octets_argument(arguments[0]));
    const Ints<9> ints = TRY(parsed_ints<9>(arguments + 1));
    TRY(need_terminal());
    const auto i = [&](std::size_t index) { return static_cast<long>(ints[index]); };  // it takes longs
    const char* text = asks_for_strings(format)
                           ? nullptr
                           : tparm(format.c_str(), i(0), i(1), i(2), i(3), i(4), i(5), i(6), i(7), i(8));
    if (!text) return raise_curses_error("tparm() returned NULL");
    return new_bytes(text);
}

NewRef curses_putp(Object*, Object* const* arguments) {
    const std::string text = TRY(octets_argument(arguments[0]));
    return none_or_error(putp(text.c_str()), "putp");
}

NewRef curses_erasechar(Object*, Object* const*) {
    TRY(need_screen());
    const char character = erasechar();
    return new_bytes({&character, 1});
}

NewRef curses_killchar(Object*, Object* const*) {
    const char character = killchar();
    return new_bytes({&character, 1});
}

// --- colours

Failure raise_too_small(const char* what) {
    return raise(value_error_type, fmt::format("{} is less than 0.", what));
}

/// A colour; what lies below `least` is refused, the rest is for the library to judge.
Result<int> color_argument(Object* value, int least = 0) {
    Ref<Int> number = TRY(to_index(value));
    if (number->is_small() ? number->small < least : number->is_negative())
        return raise_too_small("Color number");
    if (number->is_small() && number->small < COLORS) return static_cast<int>(number->small);
    return raise(value_error_type, fmt::format("Color number is greater than COLORS-1 ({}).", COLORS - 1));
}

Result<int> color_or_default(Object* value) { return color_argument(value, INT_MIN); }

/// The number of a pair, of which `check_pair` says whether there is one.
Result<int> pair_argument(Object* value) {
    Ref<Int> number = TRY(to_index(value));
    if (number->is_negative()) return raise_too_small("Color pair");
    if (number->is_small() && number->small <= INT_MAX) return static_cast<int>(number->small);
    return raise(value_error_type, fmt::format("Color pair is greater than maximum ({}).", INT_MAX));
}

Status check_pair(int pair) {
    if (pair < COLOR_PAIRS) return done;
    return raise(value_error_type,
                 fmt::format("Color pair is greater than COLOR_PAIRS-1 ({}).", COLOR_PAIRS - 1));
}

Result<int> component_argument(Object* value) {
    Ref<Int> number = TRY(to_index(value));
    if (number->is_negative()) return raise(value_error_type, "Color component is less than 0");
    if (!number->is_small() || number->small > 1000)
        return raise(value_error_type, "Color component is greater than 1000");
    return static_cast<int>(number->small);
}

NewRef curses_start_color(Object* self, Object* const*) {
    TRY(need_screen());
    if (start_color() == ERR) return raise_curses_error("start_color() returned ERR");
    state.has_colors = true;
    auto* module = static_cast<Module*>(self);
    TRY(module_set(module, "COLORS", new_int(COLORS).get()));
    TRY(module_set(module, "COLOR_PAIRS", new_int(COLOR_PAIRS).get()));
    return new_none();
}

NewRef curses_use_default_colors(Object*, Object* const*) {
    TRY(need_colors());
    if (use_default_colors() == ERR) return raise_curses_error("use_default_colors() returned ERR");
    return new_none();
}

NewRef curses_color_content(Object*, Object* const* arguments) {
    const int color = TRY(color_argument(arguments[0]));
    TRY(need_colors());
    int red, green, blue;
    if (extended_color_content(color, &red, &green, &blue) == ERR)
        return none_or_error(ERR, "extended_color_content");
    return pack({new_int(red).get(), new_int(green).get(), new_int(blue).get()});
}

NewRef curses_init_color(Object*, Object* const* arguments) {
    const int color = TRY(color_argument(arguments[0]));
    const int red = TRY(component_argument(arguments[1])), green = TRY(component_argument(arguments[2])),
              blue = TRY(component_argument(arguments[3]));
    TRY(need_colors());
    return none_or_error(init_extended_color(color, red, green, blue), "init_extended_color");
}

NewRef curses_init_pair(Object*, Object* const* arguments) {
    const int pair = TRY(pair_argument(arguments[0]));
    const int foreground = TRY(color_or_default(arguments[1])),
              background = TRY(color_or_default(arguments[2]));
    TRY(need_colors());
    TRY(check_pair(pair));
    return none_or_error(init_extended_pair(pair, foreground, background), "init_extended_pair");
}

NewRef curses_pair_content(Object*, Object* const* arguments) {
    const int pair = TRY(pair_argument(arguments[0]));
    TRY(need_colors());
    TRY(check_pair(pair));
    int foreground, background;
    if (extended_pair_content(pair, &foreground, &background) == ERR)
        return none_or_error(ERR, "extended_pair_content");
    return pack({new_int(foreground).get(), new_int(background).get()});
}

NewRef curses_color_pair(Object*, Object* const* arguments) {
    const int number = TRY(argument_int(arguments[0]));
    TRY(need_colors());
    return new_int(static_cast<int>(COLOR_PAIR(number)));
}

NewRef curses_pair_number(Object*, Object* const* arguments) {
    const int attributes = TRY(argument_int(arguments[0]));
    TRY(need_colors());
    return new_int(static_cast<int>(PAIR_NUMBER(attributes)));
}

NewRef curses_has_extended_color_support(Object*, Object* const*) { return new_bool(true); }

// --- keys

NewRef curses_keyname(Object*, Object* const* arguments) {
    const int key = TRY(argument_int(arguments[0]));
    TRY(need_screen());
    if (key < 0) return raise(value_error_type, "invalid key number");
    const char* text = keyname(key);
    return new_bytes(text ? text : "");
}

NewRef curses_has_key(Object*, Object* const* arguments) {
    const int key = TRY(argument_int(arguments[0]));
    TRY(need_screen());
    return new_bool(has_key(key) != 0);
}

NewRef curses_unctrl(Object*, Object* const* arguments) {
    TRY(need_screen());
    const chtype character = TRY(character_argument(arguments[0], state.encoding));
    const char* text = unctrl(character);
    return new_bytes(text ? text : "");
}

NewRef curses_ungetch(Object*, Object* const* arguments) {
    TRY(need_screen());
    const chtype character = TRY(character_argument(arguments[0], state.encoding));
    return none_or_error(ungetch(static_cast<int>(character)), "ungetch");
}

Result<wchar_t> wide_argument(Object* value) {
    if (is_str(value)) return wide_character(static_cast<Str*>(value), "str of length 1 or int");
    if (!is_exactly(value, int_type))
        return raise(type_error_type, fmt::format("expect str of length 1 or int, got {}", value->type->name));
    const Int* number = as_int(value);
    if (!number->is_small()) return raise(overflow_error_type, "int doesn't fit in long");
    const wchar_t character = static_cast<wchar_t>(number->small);
    if (character != number->small) return raise(overflow_error_type, "character doesn't fit in wchar_t");
    return character;
}

NewRef curses_unget_wch(Object*, Object* const* arguments) {
    TRY(need_screen());
    return none_or_error(unget_wch(TRY(wide_argument(arguments[0]))), "unget_wch");
}

template <auto get>
NewRef curses_get_setting(Object*, Object* const*) {
    return new_int(get());
}

int escape_delay() { return ESCDELAY; }
int tab_size() { return TABSIZE; }

template <auto set, NameText name, NameText argument>
NewRef curses_set_setting(Object*, Object* const* arguments) {
    const int value = TRY(argument_int(arguments[0]));
    if (value <= 0) return raise(value_error_type, fmt::format("{} must be > 0", argument.text));
    return none_or_error(set(value), name.text);
}

// --- the mouse

NewRef curses_getmouse(Object*, Object* const*) {
    TRY(need_screen());
    MEVENT event;
    if (getmouse(&event) == ERR) return raise_curses_error("getmouse() returned ERR");
    return pack({new_int(event.id).get(), new_int(event.x).get(), new_int(event.y).get(),
                 new_int(event.z).get(), new_int(event.bstate).get()});
}

/// An int of any size, of which the low bits count.
Result<mmask_t> mask_argument(Object* value, const char* which) {
    if (!is_int(value)) return raise_bad_argument(which, "int", value);
    return static_cast<mmask_t>(TRY(wrapped_argument(value)));
}

NewRef curses_ungetmouse(Object*, Object* const* arguments) {
    MEVENT event{};
    event.id = TRY(short_argument(arguments[0]));
    const Ints<3> place = TRY(int_arguments<3>(arguments + 1));
    event.x = place[0];
    event.y = place[1];
    event.z = place[2];
    event.bstate = TRY(mask_argument(arguments[4], "ungetmouse() argument 5"));
    TRY(need_screen());
    return none_or_error(ungetmouse(&event), "ungetmouse");
}

NewRef curses_mousemask(Object*, Object* const* arguments) {
    const mmask_t mask = TRY(mask_argument(arguments[0], "mousemask() argument"));
    TRY(need_screen());
    mmask_t old = 0;
    const mmask_t available = mousemask(mask, &old);
    return pack({new_int(available).get(), new_int(old).get()});
}

NewRef curses_mouseinterval(Object*, Object* const* arguments) {
    const int interval = TRY(argument_int(arguments[0]));
    TRY(need_screen());
    return none_or_error(mouseinterval(interval), "mouseinterval");
}

constexpr NativeDef functions[] = {
    {"setupterm", curses_setupterm, "($module, /, term=None, fd=-1)",
     "Looks the terminal up; $TERM if not named."},
    {"tigetflag", curses_capability<tigetflag, "tigetflag">, "($module, capname, /)",
     "A capability that is there or not; -1 if it is of another kind."},
    {"tigetnum", curses_capability<tigetnum, "tigetnum">, "($module, capname, /)",
     "A capability that is a number; -2 if it is of another kind, -1 if it is missing."},
    {"tigetstr", curses_tigetstr, "($module, capname, /)", "A capability that is a text, or None."},
    {"tparm", curses_tparm, "($module, str, i1=0, i2=0, i3=0, i4=0, i5=0, i6=0, i7=0, i8=0,\n      i9=0, /)",
     "A capability's text with its parameters filled in."},
    {"putp", curses_putp, "($module, string, /)", "Writes a capability's text to the terminal."},
    {"erasechar", curses_erasechar, "($module, /)", "The key that erases a character."},
    {"killchar", curses_killchar, "($module, /)", "The key that erases a line."},
    {"start_color", curses_start_color, "($module, /)", "Makes colours ready for use."},
    {"use_default_colors", curses_use_default_colors, "($module, /)", "Lets -1 be the terminal's own colour."},
    {"color_content", curses_color_content, "($module, color_number, /)", "Red, green and blue of a colour."},
    {"init_color", curses_init_color, "($module, color_number, r, g, b, /)", "Changes a colour."},
    {"init_pair", curses_init_pair, "($module, pair_number, fg, bg, /)", "Changes a pair of colours."},
    {"pair_content", curses_pair_content, "($module, pair_number, /)", "The colours of a pair."},
    {"color_pair", curses_color_pair, "($module, pair_number, /)", "A pair of colours as an attribute."},
    {"pair_number", curses_pair_number, "($module, attr, /)", "The pair of colours in an attribute."},
    {"has_extended_color_support", curses_has_extended_color_support, "($module, /)",
     "Whether more than 256 pairs can be used."},
    {"keyname", curses_keyname, "($module, key, /)", "The name of a key."},
    {"has_key", curses_has_key, "($module, key, /)", "Whether the terminal has the key."},
    {"unctrl", curses_unctrl, "($module, ch, /)", "A character as it can be shown: ^C."},
    {"ungetch", curses_ungetch, "($module, ch, /)", "Has the next getch() give the key."},
    {"unget_wch", curses_unget_wch, "($module, ch, /)", "Has the next get_wch() give the character."},
    {"get_escdelay", curses_get_setting<escape_delay>, "($module, /)",
     "How many milliseconds the rest of a key is waited for."},
    {"set_escdelay", curses_set_setting<set_escdelay, "set_escdelay", "ms">, "($module, ms, /)",
     "Sets how many milliseconds the rest of a key is waited for."},
    {"get_tabsize", curses_get_setting<tab_size>, "($module, /)", "The distance of tabulators."},
    {"set_tabsize", curses_set_setting<set_tabsize, "set_tabsize", "size">, "($module, size, /)",
     "Sets the distance of tabulators."},
    {"getmouse", curses_getmouse, "($module, /)", "The event of the mouse: (id, x, y, z, bstate)."},
    {"ungetmouse", curses_ungetmouse, "($module, id, x, y, z, bstate, /)",
     "Has the next getmouse() give the event."},
    {"mousemask", curses_mousemask, "($module, newmask, /)", "Sets which events of the mouse come."},
    {"mouseinterval", curses_mouseinterval, "($module, interval, /)",
     "How many milliseconds may lie between press and release of a click."},
};

}  // namespace

const std::span<const NativeDef> terminal_functions = functions;

}  // namespace minipy::curses
