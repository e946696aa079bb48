// The type window: moving, clearing, lines and boxes, subwindows, refreshing.
//
// The library refuses to delete a window that has subwindows; it stays until the end of the process then.
//
// CPython: Modules/_cursesmodule.c (PyCursesWindow_...)
#include "modules/curses/curses.h"

#include <fmt/format.h>
#include <langinfo.h>

#include <algorithm>
#include <cstdio>

#include "modules/os_error.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "vm/gil.h"

namespace minipy::curses {

NewRef new_window(WINDOW* handle, Str* encoding_or_null) {
    if (!handle) return raise_curses_error("curses function returned NULL");
    auto made = Ref<Window>::steal(static_cast<Window*>(allocate_instance(&window_type)));
    made->handle = handle;
    const char* codeset = ::nl_langinfo(CODESET);
    made->encoding = encoding_or_null ? share(encoding_or_null).release()
                                      : str_from_utf8(codeset && *codeset ? codeset : "utf-8").release();
    return Ref<Object>(std::move(made));
}

namespace {

Failure raise_count(const char* method, const char* count) {
    return raise(type_error_type, fmt::format("{} requires {} arguments", method, count));
}

void window_dealloc(Object* self) noexcept {
    Window* window = as_window(self);
    if (window->handle && window->handle != stdscr) delwin(window->handle);
    xdecref(window->encoding);
    free_object(self);
}

// --- methods that are one call of the library

template <auto function, NameText name>
NewRef window_checked(Object* self, Object* const*) {
    return none_or_error(function(handle_of(self)), name.text);
}

template <auto function>
NewRef window_plain(Object* self, Object* const*) {
    function(handle_of(self));
    return new_none();
}

Result<bool> flag_argument(Object* tuple) {
    const Ints<1> flag = TRY(exact_ints<1>(tuple, "True(1) or False(0)"));
    return flag[0] != 0;
}

template <auto function, NameText name>
NewRef window_flag(Object* self, Object* const* arguments) {
    return none_or_error(function(handle_of(self), TRY(flag_argument(arguments[0]))), name.text);
}

template <auto function>
NewRef window_plain_flag(Object* self, Object* const* arguments) {
    function(handle_of(self), TRY(flag_argument(arguments[0])));
    return new_none();
}

template <auto function, NameText name>
NewRef window_numbers(Object* self, Object* const* arguments) {
    const Ints<2> numbers = TRY(int_arguments<2>(arguments));
    return none_or_error(function(handle_of(self), numbers[0], numbers[1]), name.text);
}

/// The same where CPython asks for the arguments in its older way.
template <auto function, NameText name, NameText expected>
NewRef window_exact_numbers(Object* self, Object* const* arguments) {
    const Ints<2> numbers = TRY(exact_ints<2>(arguments[0], expected.text));
    return none_or_error(function(handle_of(self), numbers[0], numbers[1]), name.text);
}

template <auto get_y, auto get_x>
NewRef window_place(Object* self, Object* const*) {
    WINDOW* window = handle_of(self);
    return pack({new_int(get_y(window)).get(), new_int(get_x(window)).get()});
}

NewRef window_is_wintouched(Object* self, Object* const*) { return new_bool(is_wintouched(handle_of(self))); }

NewRef window_is_linetouched(Object* self, Object* const* arguments) {
    const int line = TRY(argument_int(arguments[0]));
    if (line < 0 || line >= getmaxy(handle_of(self)))
        return raise(type_error_type, "is_linetouched: line number outside of boundaries");
    return new_bool(is_linetouched(handle_of(self), line));
}

NewRef window_enclose(Object* self, Object* const* arguments) {
    const Ints<2> place = TRY(int_arguments<2>(arguments));
    return new_bool(wenclose(handle_of(self), place[0], place[1]));
}

NewRef window_timeout(Object* self, Object* const* arguments) {
    const Ints<1> delay = TRY(exact_ints<1>(arguments[0], "delay"));
    wtimeout(handle_of(self), delay[0]);
    return new_none();
}

/// A number of lines to shift by: no more than there are, as the library trusts it.
int shifted_lines(WINDOW* window, int lines) noexcept {
    return std::clamp(lines, -getmaxy(window), getmaxy(window));
}

NewRef window_insdelln(Object* self, Object* const* arguments) {
    const Ints<1> lines = TRY(exact_ints<1>(arguments[0], "nlines"));
    WINDOW* window = handle_of(self);
    return none_or_error(winsdelln(window, shifted_lines(window, lines[0])), "winsdelln");
}

// --- attributes and background

template <auto function, NameText name>
NewRef window_attributes(Object* self, Object* const* arguments) {
    const long attributes = TRY(long_argument(arguments[0]));
    return none_or_error(function(handle_of(self), static_cast<int>(attributes)), name.text);
}

/// A character and the attributes behind it.
Result<chtype> cell_arguments(Object* self, Object* const* arguments) {
    const chtype character = TRY(character_argument(arguments[0], as_window(self)->encoding));
    return character | static_cast<chtype>(arguments[1] ? TRY(long_argument(arguments[1])) : A_NORMAL);
}

NewRef window_bkgd(Object* self, Object* const* arguments) {
    return none_or_error(wbkgd(handle_of(self), TRY(cell_arguments(self, arguments))), "bkgd");
}

NewRef window_bkgdset(Object* self, Object* const* arguments) {
    wbkgdset(handle_of(self), TRY(cell_arguments(self, arguments)));
    return new_none();
}

NewRef window_getbkgd(Object* self, Object* const*) { return new_int(getbkgd(handle_of(self))); }

/// ([y, x,] [n,] attr).
NewRef window_chgat(Object* self, Object* const* arguments) {
    WINDOW* window = handle_of(self);
    const auto* given = static_cast<const Tuple*>(arguments[0]);
    const Size count = given->size;
    if (count < 1 || count > 4) return raise_count("chgat", "1 to 4");
    const bool has_place = count >= 3;
    int y = 0, x = 0, length = -1;
    if (has_place) {
        const Ints<2> place = TRY(parsed_ints<2>(given->items()));
        y = place[0];
        x = place[1];
    }
    if (count % 2 == 0) length = TRY(parsed_int_argument((*given)[count - 2]));
    const long all = TRY(long_argument((*given)[count - 1]));
    const auto color = static_cast<short>((all >> 8) & 0xFF);
    const auto attributes = static_cast<attr_t>(all - (static_cast<long>(color) << 8));
    const bool is_inside = !has_place || wmove(window, y, x) != ERR;
    const int code = is_inside ? wchgat(window, length, attributes, color, nullptr) : ERR;
    wtouchln(window, has_place ? y : getcury(window), 1, 1);
    return none_or_error(code, "chgat");
}

// --- lines, boxes, deleting

template <auto draw, NameText name>
NewRef window_line(Object* self, Object* const* arguments) {
    WINDOW* window = handle_of(self);
    const Placed placed = TRY(placed_arguments(arguments[0], 2, name.text));
    const int length = std::max(TRY(parsed_int_argument(placed.core[1])), 0);
    if (placed.has_place && wmove(window, placed.y, placed.x) == ERR) return none_or_error(ERR, "wmove");
    const chtype character = TRY(character_argument(placed.core[0], as_window(self)->encoding));
    return none_or_error(draw(window, character | static_cast<chtype>(placed.attributes), length), name.text);
}

/// In a window of one column the library would write behind the line's end.
NewRef draw_border(WINDOW* window, const chtype (&s)[8]) {
    if (getmaxx(window) > 1) wborder(window, s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]);
    return new_none();
}

NewRef window_border(Object* self, Object* const* arguments) {
    chtype sides[8] = {};
    for (int i = 0; i < 8; ++i)
        if (arguments[i]) sides[i] = TRY(character_argument(arguments[i], as_window(self)->encoding));
    return draw_border(handle_of(self), sides);
}

NewRef window_box(Object* self, Object* const* arguments) {
    const auto* given = static_cast<const Tuple*>(arguments[0]);
    if (given->size != 0 && given->size != 2) return raise_count("_curses.window.box", "0 to 2");
    chtype sides[2] = {};
    for (Size i = 0; i < given->size; ++i)
        sides[i] = TRY(character_argument((*given)[i], as_window(self)->encoding));
    return draw_border(handle_of(self), {sides[0], sides[0], sides[1], sides[1], 0, 0, 0, 0});
}

NewRef window_delch(Object* self, Object* const* arguments) {
    const Placed placed = TRY(place_argument(arguments[0], "delch"));
    if (!placed.has_place) return none_or_error(wdelch(handle_of(self)), "wdelch");
    return none_or_error(mvwdelch(handle_of(self), placed.y, placed.x), "mvwdelch");
}

NewRef window_scroll(Object* self, Object* const* arguments) {
    const auto* given = static_cast<const Tuple*>(arguments[0]);
    if (given->size > 1) return raise_count("_curses.window.scroll", "0 to 1");
    const int lines = given->size ? TRY(parsed_int_argument((*given)[0])) : 1;
    return none_or_error(wscrl(handle_of(self), shifted_lines(handle_of(self), lines)), "scroll");
}

NewRef window_touchline(Object* self, Object* const* arguments) {
    const auto* given = static_cast<const Tuple*>(arguments[0]);
    if (given->size != 2 && given->size != 3) return raise_count("_curses.window.touchline", "2 to 3");
    const Ints<2> lines = TRY(parsed_ints<2>(given->items()));
    const bool changed = given->size == 2 || TRY(parsed_int_argument((*given)[2])) != 0;
    return none_or_error(wtouchln(handle_of(self), lines[0], lines[1], changed), "touchline");
}

// --- other windows

/// ([nlines, ncols,] begin_y, begin_x).
Result<Ints<4>> area_arguments(Object* tuple, const char* method) {
    const auto* given = static_cast<const Tuple*>(tuple);
    if (given->size == 4) return parsed_ints<4>(given->items());
    if (given->size != 2) return raise_count(method, "2 to 4");
    const Ints<2> begin = TRY(parsed_ints<2>(given->items()));
    return Ints<4>{{0, 0, begin[0], begin[1]}};
}

/// Sides and places of windows are shorts: the library adds ints and trusts what comes of it.
template <std::size_t count>
bool are_shorts(const Ints<count>& numbers) noexcept {
    return std::ranges::all_of(numbers.values, [](int number) { return number == static_cast<short>(number); });
}

using MakeWindow = WINDOW* (*)(WINDOW* parent, int lines, int columns, int y, int x);

WINDOW* part_of(WINDOW* parent, MakeWindow make, const Ints<4>& area) noexcept {
    return are_shorts(area) ? make(parent, area[0], area[1], area[2], area[3]) : nullptr;
}

int move_part(WINDOW* part, int y, int x) noexcept {
    return are_shorts(Ints<2>{{y, x}}) ? mvderwin(part, y, x) : ERR;
}

NewRef window_derwin(Object* self, Object* const* arguments) {
    const Ints<4> area = TRY(area_arguments(arguments[0], "_curses.window.derwin"));
    return new_window(part_of(handle_of(self), derwin, area));
}

NewRef window_subwin(Object* self, Object* const* arguments) {
    WINDOW* window = handle_of(self);
    const Ints<4> area = TRY(area_arguments(arguments[0], "_curses.window.subwin"));
    return new_window(part_of(window, is_pad(window) ? subpad : subwin, area), as_window(self)->encoding);
}

/// Whether the source has all of the rectangle; the library would look one line too far.
bool has_rectangle(WINDOW* source, const Ints<6>& r) noexcept {
    const auto fits = [](std::int64_t from, std::int64_t first, std::int64_t last, int size) {
        return from >= 0 && from + last - first < size;
    };
    return fits(r[0], r[2], r[4], getmaxy(source)) && fits(r[1], r[3], r[5], getmaxx(source));
}

template <auto copy_all, bool overlays, NameText name>
NewRef window_copy(Object* self, Object* const* arguments) {
    const auto* given = static_cast<const Tuple*>(arguments[0]);
    if (given->size != 1 && given->size != 7)
        return raise_count(fmt::format("_curses.window.{}", name.text).c_str(), "1 to 7");
    Object* target = (*given)[0];
    if (!is_exactly(target, window_type))
        return raise_bad_argument(name.text, "argument 1", "_curses.window", target);
    WINDOW* source = handle_of(self);
    if (given->size == 1) return none_or_error(copy_all(source, handle_of(target)), name.text);
    const Ints<6> r = TRY(parsed_ints<6>(given->items() + 1));
    const int code = has_rectangle(source, r)
                         ? copywin(source, handle_of(target), r[0], r[1], r[2], r[3], r[4], r[5], overlays)
                         : ERR;
    return none_or_error(code, "copywin");
}

// --- onto the screen

/// A pad says which part of it goes where.
template <auto of_window, auto of_pad, NameText name>
NewRef window_onto_screen(Object* self, Object* const* arguments) {
    constexpr bool is_final = std::string_view(name.text) == "refresh";
    const auto* given = static_cast<const Tuple*>(arguments[0]);
    WINDOW* window = handle_of(self);
    const std::string method = fmt::format("_curses.window.{}", name.text);
    if (given->size != 0 && given->size != 6) return raise_count(method.c_str(), "0 to 6");
    if (!is_pad(window)) {
        if (given->size)
            return raise(type_error_type,
                         fmt::format("{}() takes no arguments ({} given)", name.text, given->size));
        const int code = without_gil([window] { return of_window(window); });
        return none_or_error(code, is_final ? "wrefresh" : "wnoutrefresh");
    }
    if (given->size == 0)
        return raise_curses_error(is_final ? "refresh() for a pad requires 6 arguments"
                                           : "noutrefresh() called for a pad requires 6 arguments");
    const Ints<6> r = TRY(parsed_ints<6>(given->items()));
    const int code = without_gil([&] { return of_pad(window, r[0], r[1], r[2], r[3], r[4], r[5]); });
    return none_or_error(code, is_final ? "prefresh" : "pnoutrefresh");
}

/// Writes the window into memory, which a file object gets.
NewRef window_putwin(Object* self, Object* const* arguments) {
    char* text = nullptr;
    std::size_t size = 0;
    std::FILE* stream = ::open_memstream(&text, &size);
    if (!stream) return raise_errno();
    const int code = putwin(handle_of(self), stream);
    std::fclose(stream);
    Ref<Bytes> octets = new_bytes({text, size});
    std::free(text);
    if (code == ERR) return none_or_error(code, "putwin");
    return call_method(arguments[0], name<"write">, {octets.get()});
}

// --- the type

NewRef window_get_encoding(Object* self) { return new_ref(as_window(self)->encoding); }

Status window_set_encoding(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise(type_error_type, "encoding may not be deleted");
    if (!is_str(value_or_null)) return raise(type_error_type, "setting encoding to a non-string");
    (void)TRY(encode_ascii(static_cast<Str*>(value_or_null)));
    replace_field(as_window(self)->encoding, share(static_cast<Str*>(value_or_null)));
    return done;
}

constexpr GetSetDef getset[] = {
    {"encoding", window_get_encoding, window_set_encoding, "How characters that are not ASCII are encoded."},
};

constexpr const char* takes_flag = "-($self, *args)";

constexpr NativeDef methods[] = {
    {"addch", window_addch, "-($self, *args)", "addch([y, x,] ch, [attr]): puts a character."},
    {"addnstr", window_addnstr, "-($self, *args)",
     "addnstr([y, x,] str, n, [attr]): puts at most n characters."},
    {"addstr", window_addstr, "-($self, *args)", "addstr([y, x,] str, [attr]): puts a text."},
    {"attroff", window_attributes<wattroff, "attroff">, "($self, attr, /)", "Switches attributes off."},
    {"attron", window_attributes<wattron, "attron">, "($self, attr, /)", "Switches attributes on."},
    {"attrset", window_attributes<wattrset, "attrset">, "($self, attr, /)", "Sets all attributes."},
    {"bkgd", window_bkgd, "($self, ch, attr=_curses.A_NORMAL, /)", "Sets the background everywhere."},
    {"bkgdset", window_bkgdset, "($self, ch, attr=_curses.A_NORMAL, /)", "Sets the background from now on."},
    {"border", window_border,
     "($self, ls=_curses.ACS_VLINE, rs=_curses.ACS_VLINE,\n       ts=_curses.ACS_HLINE, bs=_curses.ACS_HLINE,\n"
     "       tl=_curses.ACS_ULCORNER, tr=_curses.ACS_URCORNER,\n"
     "       bl=_curses.ACS_LLCORNER, br=_curses.ACS_LRCORNER, /)",
     "Draws a border along the edges."},
    {"box", window_box, "-($self, *args)", "box([verch=0, horch=0]): a border of two characters."},
    {"chgat", window_chgat, "-($self, *args)",
     "chgat([y, x,] [n=-1,] attr): sets attributes of what is there."},
    {"clear", window_plain<wclear>, "-($self)", "Empties the window; the screen is drawn anew next time."},
    {"clearok", window_flag<clearok, "clearok">, takes_flag, "Has the next refresh clear the screen."},
    {"clrtobot", window_plain<wclrtobot>, "-($self)", "Erases from the cursor to the end."},
    {"clrtoeol", window_plain<wclrtoeol>, "-($self)", "Erases from the cursor to the end of the line."},
    {"cursyncup", window_plain<wcursyncup>, "-($self)", "Puts the cursors of the parents where this one is."},
    {"delch", window_delch, "-($self, *args)", "delch([y, x]): removes a character."},
    {"deleteln", window_checked<wdeleteln, "wdeleteln">, "-($self)", "Removes the line of the cursor."},
    {"derwin", window_derwin, "-($self, *args)",
     "derwin([nlines=0, ncols=0,] begin_y, begin_x): a part of the window, placed relative to it."},
    {"echochar", window_echochar, "($self, ch, attr=_curses.A_NORMAL, /)", "Puts a character and refreshes."},
    {"enclose", window_enclose, "($self, y, x, /)", "Whether a place of the screen lies in the window."},
    {"erase", window_checked<werase, "werase">, "-($self)", "Empties the window."},
    {"get_wch", window_get_wch, "-($self, *args)",
     "get_wch([y, x]): waits for a key, a character or a number."},
    {"getbegyx", window_place<getbegy, getbegx>, "-($self)", "Where the window begins."},
    {"getbkgd", window_getbkgd, "($self, /)", "The background."},
    {"getch", window_getch, "-($self, *args)", "getch([y, x]): waits for a key, a number."},
    {"getkey", window_getkey, "-($self, *args)", "getkey([y, x]): waits for a key, its name."},
    {"getmaxyx", window_place<getmaxy, getmaxx>, "-($self)", "How large the window is."},
    {"getparyx", window_place<getpary, getparx>, "-($self)", "Where the window begins in its parent."},
    {"getstr", window_getstr, "-($self, *args)", "getstr([y, x,] [n]): reads a line."},
    {"getyx", window_place<getcury, getcurx>, "-($self)", "Where the cursor is."},
    {"hline", window_line<whline, "hline">, "-($self, *args)",
     "hline([y, x,] ch, n, [attr]): a horizontal line."},
    {"idcok", window_plain_flag<idcok>, takes_flag, "Lets the terminal shift characters."},
    {"idlok", window_flag<idlok, "idlok">, takes_flag, "Lets the terminal shift lines."},
    {"immedok", window_plain_flag<immedok>, takes_flag, "Refreshes after each change."},
    {"inch", window_inch, "-($self, *args)", "inch([y, x]): the character at a place."},
    {"insch", window_insch, "-($self, *args)",
     "insch([y, x,] ch, [attr]): puts a character before the others."},
    {"insdelln", window_insdelln, "-($self, *args)",
     "Inserts lines above the cursor, or removes as many if negative."},
    {"insertln", window_checked<winsertln, "winsertln">, "-($self)", "Inserts a line above the cursor."},
    {"insnstr", window_insnstr, "-($self, *args)",
     "insnstr([y, x,] str, n, [attr]): puts a text before the others."},
    {"insstr", window_insstr, "-($self, *args)", "insstr([y, x,] str, [attr]): puts a text before the others."},
    {"instr", window_instr, "-($self, *args)", "instr([y, x,] [n]): the text from a place on."},
    {"is_linetouched", window_is_linetouched, "($self, line, /)", "Whether the line has changed."},
    {"is_wintouched", window_is_wintouched, "-($self)", "Whether the window has changed."},
    {"keypad", window_flag<keypad, "keypad">, takes_flag, "Has keys of several octets come as one number."},
    {"leaveok", window_flag<leaveok, "leaveok">, takes_flag, "Leaves the cursor where it is after refreshing."},
    {"move", window_exact_numbers<wmove, "wmove", "y,x">, "-($self, *args)", "Moves the cursor."},
    {"mvderwin", window_exact_numbers<move_part, "mvderwin", "y,x">, "-($self, *args)",
     "Shows another part of the parent."},
    {"mvwin", window_exact_numbers<mvwin, "mvwin", "y,x">, "-($self, *args)", "Moves the window."},
    {"nodelay", window_flag<nodelay, "nodelay">, takes_flag, "Has getch() not wait."},
    {"notimeout", window_flag<notimeout, "notimeout">, takes_flag, "Waits for the rest of a key for ever."},
    {"noutrefresh", window_onto_screen<wnoutrefresh, pnoutrefresh, "noutrefresh">, "-($self, *args)",
     "noutrefresh([pminrow, pmincol, sminrow, smincol, smaxrow, smaxcol]): gets ready for doupdate()."},
    {"overlay", window_copy<overlay, true, "overlay">, "-($self, *args)",
     "overlay(destwin, [sminrow, smincol, dminrow, dmincol, dmaxrow, dmaxcol]): copies all but blanks."},
    {"overwrite", window_copy<overwrite, false, "overwrite">, "-($self, *args)",
     "overwrite(destwin, [sminrow, smincol, dminrow, dmincol, dmaxrow, dmaxcol]): copies all."},
    {"putwin", window_putwin, "($self, file, /)", "Writes the window to a file; getwin() reads it."},
    {"redrawln", window_numbers<wredrawln, "redrawln">, "($self, beg, num, /)",
     "Lines that the screen has lost."},
    {"redrawwin", window_checked<redrawwin, "redrawwin">, "-($self)", "The screen has lost the whole window."},
    {"refresh", window_onto_screen<wrefresh, prefresh, "refresh">, "-($self, *args)",
     "refresh([pminrow, pmincol, sminrow, smincol, smaxrow, smaxcol]): brings the window onto the screen."},
    {"resize", window_exact_numbers<wresize, "wresize", "lines,columns">, "-($self, *args)",
     "Changes the size."},
    {"scroll", window_scroll, "-($self, *args)", "scroll([lines=1]): moves the text up."},
    {"scrollok", window_flag<scrollok, "scrollok">, takes_flag,
     "Scrolls when the cursor leaves the last line."},
    {"setscrreg", window_numbers<wsetscrreg, "wsetscrreg">, "($self, top, bottom, /)",
     "Sets the lines that scroll."},
    {"standend", window_plain<wstandend>, "-($self)", "Switches all attributes off."},
    {"standout", window_plain<wstandout>, "-($self)", "Switches A_STANDOUT on."},
    {"subpad", window_subwin, "-($self, *args)",
     "subpad([nlines=0, ncols=0,] begin_y, begin_x): a part of a pad."},
    {"subwin", window_subwin, "-($self, *args)",
     "subwin([nlines=0, ncols=0,] begin_y, begin_x): a part of the window, placed by the screen."},
    {"syncdown", window_plain<wsyncdown>, "-($self)", "Takes over that the parents have changed."},
    {"syncok", window_flag<syncok, "syncok">, takes_flag, "Tells the parents of each change."},
    {"syncup", window_plain<wsyncup>, "-($self)", "Tells the parents that the window has changed."},
    {"timeout", window_timeout, "-($self, *args)",
     "How many milliseconds getch() waits; for ever if negative."},
    {"touchline", window_touchline, "-($self, *args)",
     "touchline(start, count, [changed=True]): says that lines have changed, or not."},
    {"touchwin", window_checked<touchwin, "touchwin">, "-($self)", "Says that all lines have changed."},
    {"untouchwin", window_checked<untouchwin, "untouchwin">, "-($self)", "Says that no line has changed."},
    {"vline", window_line<wvline, "vline">, "-($self, *args)",
     "vline([y, x,] ch, n, [attr]): a vertical line."},
};

}  // namespace

const TypeSpec window_spec = {
    .name = "_curses.window",
    .basic_size = sizeof(Window),
    .flags = type_flag::immutable | type_flag::disallow_new,
    .slots = {.dealloc = window_dealloc},
    .methods = methods,
    .getset = getset,
};
Type window_type(window_spec);

}  // namespace minipy::curses
