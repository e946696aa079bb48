// Characters and texts in and out of a window.
//
// CPython: Modules/_cursesmodule.c (_curses_window_addch_impl ... PyCursesWindow_InStr)
#include <algorithm>

#include "modules/curses/curses.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/int.h"
#include "vm/gil.h"
#include "vm/signals.h"

namespace minipy::curses {
namespace {

/// The library fills at most this many octets, and adds a zero.
constexpr int longest_text = 2047;

/// Text is written with these attributes; the window's own come back.
class Attributes {
  public:
    Attributes(WINDOW* window, const Placed& placed) noexcept
        : window_(placed.has_attributes ? window : nullptr), old_(getattrs(window)) {
        if (window_) wattrset(window_, static_cast<int>(placed.attributes));
    }
    ~Attributes() {
        if (window_) wattrset(window_, old_);
    }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;

  private:
    WINDOW* window_;
    int old_;
};

/// Moves to the place, if one is given; false if it is outside.
bool move_to(WINDOW* window, const Placed& placed) noexcept {
    return !placed.has_place || wmove(window, placed.y, placed.x) != ERR;
}

/// Writes a text by one of the library's two functions.
template <class Wide, class Narrow>
NewRef put_text(Object* self, const Placed& placed, Wide wide, const char* wide_name, Narrow narrow,
                const char* narrow_name) {
    WINDOW* window = handle_of(self);
    const Text text = TRY(text_argument(placed.core[0]));
    const Attributes attributes(window, placed);
    int code = ERR;
    if (move_to(window, placed))
        code = text.is_wide ? wide(window, text.wide.c_str()) : narrow(window, text.octets);
    return none_or_error(code, text.is_wide ? wide_name : narrow_name);
}

NewRef add_wide_character(WINDOW* window, const Placed& placed) {
    const wchar_t text[2] = {
        TRY(wide_character(static_cast<Str*>(placed.core[0]), "bytes or str of length 1, or int")), 0};
    const auto attributes = static_cast<attr_t>(placed.attributes);
    cchar_t cell;
    setcchar(&cell, text, attributes, static_cast<short>(PAIR_NUMBER(attributes)), nullptr);
    return none_or_error(move_to(window, placed) ? wadd_wch(window, &cell) : ERR, "add_wch");
}

/// The octets of a text that the library has written into the buffer, none after an error.
NewRef read_text(int code, const char* buffer) { return new_bytes(code == ERR ? "" : buffer); }

/// ([y, x,] [n]): where to read and at most how many octets.
struct Reading {
    Placed placed;
    int limit = longest_text;
};

Result<Reading> reading_arguments(Object* tuple, const char* wrong_count) {
    const auto* given = static_cast<const Tuple*>(tuple);
    if (given->size > 3) return raise(type_error_type, wrong_count);
    Reading reading;
    if (given->size >= 2) {
        const Ints<2> place = TRY(parsed_ints<2>(given->items()));
        reading.placed.has_place = true;
        reading.placed.y = place[0];
        reading.placed.x = place[1];
    }
    if (given->size % 2 == 0) return reading;
    const int limit = TRY(parsed_int_argument((*given)[given->size - 1]));
    if (limit < 0) return raise(value_error_type, "'n' must be nonnegative");
    reading.limit = std::min(limit, longest_text);
    return reading;
}

/// What a function that waits for a key gives, other threads running meanwhile.
template <class Get>
int wait_for_key(WINDOW* window, const Placed& placed, Get get) {
    return without_gil([&] { return move_to(window, placed) ? get(window) : ERR; });
}

Failure raise_no_input() {
    TRY(run_signal_handlers());
    return raise_curses_error("no input");
}

}  // namespace

NewRef window_addch(Object* self, Object* const* arguments) {
    WINDOW* window = handle_of(self);
    const Placed placed = TRY(placed_arguments(arguments[0], 1, "addch"));
    Object* value = placed.core[0];
    if (is_str(value)) return add_wide_character(window, placed);
    if (is_exactly(value, int_type) && !as_int(value)->is_small())
        return raise(overflow_error_type, "int doesn't fit in long");
    const chtype character = TRY(character_argument(value, as_window(self)->encoding));
    const int code =
        move_to(window, placed) ? waddch(window, character | static_cast<chtype>(placed.attributes)) : ERR;
    return none_or_error(code, "addch");
}

NewRef window_addstr(Object* self, Object* const* arguments) {
    const Placed placed = TRY(placed_arguments(arguments[0], 1, "addstr"));
    const auto wide = [](WINDOW* window, const wchar_t* text) { return waddnwstr(window, text, -1); };
    const auto narrow = [](WINDOW* window, const char* text) { return waddnstr(window, text, -1); };
    return put_text(self, placed, wide, "addwstr", narrow, "addstr");
}

NewRef window_addnstr(Object* self, Object* const* arguments) {
    const Placed placed = TRY(placed_arguments(arguments[0], 2, "addnstr"));
    const int limit = TRY(parsed_int_argument(placed.core[1]));
    const auto wide = [limit](WINDOW* window, const wchar_t* text) { return waddnwstr(window, text, limit); };
    const auto narrow = [limit](WINDOW* window, const char* text) { return waddnstr(window, text, limit); };
    return put_text(self, placed, wide, "addnwstr", narrow, "addnstr");
}

NewRef window_insstr(Object* self, Object* const* arguments) {
    const Placed placed = TRY(placed_arguments(arguments[0], 1, "insstr"));
    const auto wide = [](WINDOW* window, const wchar_t* text) { return wins_nwstr(window, text, -1); };
    const auto narrow = [](WINDOW* window, const char* text) { return winsnstr(window, text, -1); };
    return put_text(self, placed, wide, "inswstr", narrow, "insstr");
}

NewRef window_insnstr(Object* self, Object* const* arguments) {
    const Placed placed = TRY(placed_arguments(arguments[0], 2, "insnstr"));
    const int limit = TRY(parsed_int_argument(placed.core[1]));
    const auto wide = [limit](WINDOW* window, const wchar_t* text) { return wins_nwstr(window, text, limit); };
    const auto narrow = [limit](WINDOW* window, const char* text) { return winsnstr(window, text, limit); };
    return put_text(self, placed, wide, "insn_wstr", narrow, "insnstr");
}

NewRef window_insch(Object* self, Object* const* arguments) {
    WINDOW* window = handle_of(self);
    const Placed placed = TRY(placed_arguments(arguments[0], 1, "insch"));
    const chtype character = TRY(character_argument(placed.core[0], as_window(self)->encoding));
    const int code =
        move_to(window, placed) ? winsch(window, character | static_cast<chtype>(placed.attributes)) : ERR;
    return none_or_error(code, "insch");
}

NewRef window_echochar(Object* self, Object* const* arguments) {
    WINDOW* window = handle_of(self);
    const chtype character = TRY(character_argument(arguments[0], as_window(self)->encoding));
    const long attributes = arguments[1] ? TRY(long_argument(arguments[1])) : A_NORMAL;
    const chtype cell = character | static_cast<chtype>(attributes);
    return none_or_error(is_pad(window) ? pechochar(window, cell) : wechochar(window, cell), "echochar");
}

NewRef window_inch(Object* self, Object* const* arguments) {
    WINDOW* window = handle_of(self);
    const Placed placed = TRY(place_argument(arguments[0], "inch"));
    return new_int(move_to(window, placed) ? winch(window) : static_cast<chtype>(ERR));
}

NewRef window_instr(Object* self, Object* const* arguments) {
    WINDOW* window = handle_of(self);
    const Reading reading = TRY(reading_arguments(arguments[0], "instr requires 0 or 3 arguments"));
    char buffer[longest_text + 1];
    return read_text(move_to(window, reading.placed) ? winnstr(window, buffer, reading.limit) : ERR, buffer);
}

NewRef window_getstr(Object* self, Object* const* arguments) {
    const Reading reading = TRY(reading_arguments(arguments[0], "getstr requires 0 to 3 arguments"));
    char buffer[longest_text + 1];
    const int code = wait_for_key(handle_of(self), reading.placed,
                                  [&](WINDOW* window) { return wgetnstr(window, buffer, reading.limit); });
    return read_text(code, buffer);
}

NewRef window_getch(Object* self, Object* const* arguments) {
    const Placed placed = TRY(place_argument(arguments[0], "getch"));
    return new_int(wait_for_key(handle_of(self), placed, [](WINDOW* window) { return wgetch(window); }));
}

NewRef window_getkey(Object* self, Object* const* arguments) {
    const Placed placed = TRY(place_argument(arguments[0], "getkey"));
    const int key = wait_for_key(handle_of(self), placed, [](WINDOW* window) { return wgetch(window); });
    if (key == ERR) return raise_no_input();
    if (key <= 255) return str_from_character(static_cast<char32_t>(key));
    const char* name = keyname(key);
    return str_from_utf8(name ? name : "");
}

NewRef window_get_wch(Object* self, Object* const* arguments) {
    const Placed placed = TRY(place_argument(arguments[0], "get_wch"));
    wint_t key = 0;
    const int code =
        wait_for_key(handle_of(self), placed, [&](WINDOW* window) { return wget_wch(window, &key); });
    if (code == ERR) return raise_no_input();
    if (code == KEY_CODE_YES) return new_int(key);
    return str_from_character(static_cast<char32_t>(key));
}

}  // namespace minipy::curses
