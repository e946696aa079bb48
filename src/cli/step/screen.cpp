// The stepper's screen: see screen.h. Everything is drawn anew at each stop; curses sends what has changed.
//
// CPython: nothing alike; curses is used as its module `_curses` uses it
#include "cli/step/screen.h"

#define NCURSES_NOMACROS
#include <curses.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <cwchar>

#include "cli/step/guardian.h"
#include "cli/step/script.h"
#include "cli/step/state.h"

namespace minipy::step {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
constexpr int key_patience = 100;             // milliseconds between looks at what the program prints
constexpr auto patience = milliseconds(150);  // a run that takes longer is shown
constexpr int escape_key = 27, delete_key = 127, erase_key = 8;
constexpr const char* hint = "s step  n next  l line  i into  o out  c continue  b break  p print  ? keys";

/// The text cut and filled to so many columns of the terminal.
std::string fitted(const std::string& text, int width) {
    std::string line;
    int column = 0;
    std::mbstate_t state{};
    for (std::size_t at = 0; at < text.size() && column < width;) {
        if (text[at] == '\t') {
            const int stop = std::min((column / 8 + 1) * 8, width);
            line.append(static_cast<std::size_t>(stop - column), ' ');
            column = stop;
            ++at;
            continue;
        }
        wchar_t wide;
        const std::size_t length = std::mbrtowc(&wide, text.data() + at, text.size() - at, &state);
        const bool known = length != static_cast<std::size_t>(-1) && length != static_cast<std::size_t>(-2);
        const int columns = known && length ? ::wcwidth(wide) : -1;
        if (columns < 0) {
            line += '?';
            ++column;
            ++at;
            state = {};
            continue;
        }
        if (column + columns > width) break;
        line.append(text, at, length);
        column += columns;
        at += length;
    }
    return line + std::string(static_cast<std::size_t>(std::max(width - column, 0)), ' ');
}

std::vector<std::string> lines_of(const std::vector<ShownValue>& values) {
    std::vector<std::string> lines;
    for (const ShownValue& value : values) lines.push_back(value_line(value));
    return lines;
}

std::vector<std::string> split_lines(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

}  // namespace

// --- the screen as a whole

bool Screen::enter() {
    if (!terminal_.open()) return false;
    tty_in_ = ::fdopen(::dup(terminal_.real_input()), "r");
    tty_out_ = ::fdopen(::dup(terminal_.real_output()), "w");
    if (!tty_in_ || !tty_out_ || !::newterm(nullptr, tty_out_, tty_in_)) {
        terminal_.close();
        return false;
    }
    ::cbreak();
    ::noecho();
    ::keypad(stdscr, TRUE);
    ::set_escdelay(25);
    ::wtimeout(stdscr, key_patience);
    ::curs_set(0);
    terminal_.set_size(LINES, COLS);
    note_screen_is_drawn(true);
    process_ = ::getpid();
    companion_ = std::thread([this] { accompany(); });
    return true;
}

void Screen::leave() {
    if (!terminal_.is_open()) return;
    leaving_ = true;
    if (companion_.joinable()) companion_.join();
    ::endwin();
    terminal_.close();
    note_screen_is_drawn(false);
}

Screen::Layout Screen::layout() const {
    constexpr int usual_body = 21;  // of 24 rows, without the head and the two lines at the bottom
    const int body = LINES - 3, columns = COLS;
    const int output = std::max(body * 4 / usual_body, 2), values = std::max(body * 7 / usual_body, 3);
    const int code = std::max(body - output - values, 2);
    const int half = columns / 2, third = columns / 3;
    return {.source = {1, 0, code, half - 1},
            .bytecode = {1, half, code, columns - half},
            .stack = {1 + code, 0, values, third - 1},
            .locals = {1 + code, third, values, third - 1},
            .calls = {1 + code, 2 * third, values, columns - 2 * third},
            .output = {1 + code + values, 0, output, columns}};
}

void Screen::draw() {
    ::werase(stdscr);
    if (LINES < 10 || COLS < 40) {
        draw_line(0, 0, COLS, "too small; q quits", 0);
    } else {
        const Layout panes = layout();
        Frame* frame = session_.selected();
        draw_line(0, 0, COLS,
                  fmt::format(" {} in {}, depth {}", place_of(frame), function_of(frame), visible_depth(frame)),
                  A_REVERSE);
        draw_source(panes.source);
        draw_bytecode(panes.bytecode);
        draw_values(panes);
        draw_output(panes.output);
        draw_line(LINES - 2, 0, COLS, message_, A_BOLD);
        draw_line(LINES - 1, 0, COLS,
                  stands_ ? hint : "running: what you type goes to the program; Ctrl-C stops it", A_DIM);
    }
    ::wrefresh(stdscr);
}

void Screen::draw_line(int row, int column, int width, const std::string& text, unsigned long attributes) {
    if (width <= 0 || row >= LINES) return;
    ::wattrset(stdscr, static_cast<int>(attributes));
    // The last cell of the screen would scroll it.
    const bool last_cell = row == LINES - 1 && column + width >= COLS;
    ::mvwaddstr(stdscr, row, column, fitted(text, last_cell ? width - 1 : width).c_str());
    ::wattrset(stdscr, A_NORMAL);
}

/// Lines below a title; with a current line it is marked and kept in view, in the middle if it can be.
void Screen::draw_pane(const Pane& pane, const std::string& title, const std::vector<std::string>& lines,
                       std::size_t current) {
    draw_line(pane.row, pane.column, pane.width, title, A_UNDERLINE);
    const auto room = static_cast<std::size_t>(std::max(pane.height - 1, 0));
    std::size_t first = 0;
    if (current != nowhere && lines.size() > room)
        first = std::min(current > room / 2 ? current - room / 2 : 0, lines.size() - room);
    for (std::size_t i = 0; i < room && first + i < lines.size(); ++i) {
        const bool hides_more = current == nowhere && i + 1 == room && lines.size() > room;
        const std::string text = hides_more ? fmt::format("... {} more", lines.size() - i) : lines[first + i];
        draw_line(pane.row + 1 + static_cast<int>(i), pane.column, pane.width, text,
                  first + i == current ? A_REVERSE : A_NORMAL);
    }
}

void Screen::draw_source(const Pane& pane) {
    const int line = frame_line(session_.selected());
    std::vector<std::string> lines;
    std::size_t current = nowhere;
    for (const Session::SourceLine& one : session_.source(pane.height, pane.height)) {
        if (one.number == line) current = lines.size();
        lines.push_back(fmt::format("{:>4} {}", one.number, one.text));
    }
    draw_pane(pane, "source", lines, current);
}

void Screen::draw_bytecode(const Pane& pane) {
    std::size_t current = nowhere;
    const std::vector<std::string> lines = session_.disassembly(0, current);
    draw_pane(pane, "bytecode", lines, current);
}

void Screen::draw_values(const Layout& panes) {
    Frame* frame = session_.selected();
    std::vector<std::string> stack = {"in the hands of a native"};
    if (has_known_stack(frame, session_.running())) {
        stack = lines_of(value_stack(frame));
        std::reverse(stack.begin(), stack.end());
    }
    draw_pane(panes.stack, "value stack, top first", stack, nowhere);
    std::vector<std::string> locals = lines_of(local_values(frame));
    for (const std::string& cell : lines_of(cell_values(frame))) locals.push_back("cell " + cell);
    draw_pane(panes.locals, "locals", locals, nowhere);
    draw_pane(panes.calls, "calls", session_.calls(), nowhere);
}

void Screen::draw_output(const Pane& pane) {
    draw_pane(pane, "output", terminal_.last_lines(static_cast<std::size_t>(std::max(pane.height - 1, 1))),
              nowhere);
}

// --- while the program stands

int Screen::next_key() {
    for (;;) {
        const int key = ::wgetch(stdscr);
        const bool resized = key == KEY_RESIZE;
        if (resized) terminal_.set_size(LINES, COLS);
        if (key != ERR && !resized) return key;
        if (terminal_.read() || resized) draw();
    }
}

bool Screen::ask(const std::string& label, std::string& line) {
    line.clear();
    ::curs_set(1);
    for (;;) {
        draw_line(LINES - 1, 0, COLS, label + line, 0);
        ::wmove(stdscr, LINES - 1, std::min(static_cast<int>((label + line).size()), COLS - 1));
        ::wrefresh(stdscr);
        const int key = next_key();
        if (key == '\n' || key == '\r' || key == KEY_ENTER || key == escape_key) {
            ::curs_set(0);
            return key != escape_key;
        }
        if (key == KEY_BACKSPACE || key == delete_key || key == erase_key) {
            while (!line.empty() && (line.back() & 0xC0) == 0x80) line.pop_back();
            if (!line.empty()) line.pop_back();
        } else if (key >= ' ' && key < 256) {
            line += static_cast<char>(key);
        }
    }
}

/// Page by page until one leaves the last of them, or `q` or Escape is pressed.
void Screen::show_pages(const std::vector<std::string>& lines, const std::string& title, std::size_t first) {
    for (;;) {
        const auto room = static_cast<std::size_t>(std::max(LINES - 2, 1));
        const bool is_last = first + room >= lines.size();
        ::werase(stdscr);
        draw_line(0, 0, COLS, " " + title, A_REVERSE);
        for (std::size_t i = 0; i < room && first + i < lines.size(); ++i)
            draw_line(static_cast<int>(i) + 1, 0, COLS, lines[first + i], 0);
        draw_line(LINES - 1, 0, COLS, is_last ? "any key to go back" : "any key for more; Up back, q leave",
                  A_DIM);
        ::wrefresh(stdscr);
        int key;
        while ((key = ::wgetch(stdscr)) == ERR) terminal_.read();
        if (key == KEY_RESIZE) {
            terminal_.set_size(LINES, COLS);
        } else if (key == KEY_UP || key == KEY_PPAGE) {
            first -= std::min(first, room);
        } else if (key == 'q' || key == escape_key || is_last) {
            return;
        } else {
            first += room;
        }
    }
}

/// A line at the bottom, or pages for what does not fit there.
void Screen::show_answer(const std::string& text) {
    const std::vector<std::string> lines = split_lines(text);
    if (lines.size() == 1 && static_cast<int>(text.size()) < COLS) {
        message_ = text;
    } else {
        show_pages(lines, "answer");
    }
}

Answer Screen::answer_to(int key) {
    std::string line;
    if (key == ' ') key = 's';
    if (key == KEY_UP) key = 'u';
    if (key == KEY_DOWN) key = 'd';
    if (key == 'O') {
        const std::vector<std::string> lines = terminal_.last_lines(nowhere);
        const auto room = static_cast<std::size_t>(std::max(LINES - 2, 1));
        show_pages(lines, "what the program has printed, the end of it first",
                   lines.size() > room ? lines.size() - room : 0);
        return {};
    }
    if (key == '?') {
        show_pages(split_lines(help_text()),
                   "keys; besides: ':' a command by its name (step 5), O all of the output");
        return {};
    }
    if (key == ':') return ask(":", line) ? session_.execute(line) : Answer{};
    for (const CommandRow& row : command_rows()) {
        if (key != row.key) continue;
        const bool asks = !row.argument.empty() && row.argument != "[N]";
        if (asks && !ask(fmt::format("{} {}: ", row.name, row.argument), line)) return {};
        return session_.execute(fmt::format("{} {}", row.name, line));
    }
    return {.text = "no such key; ? lists them"};
}

Order Screen::stopped(Frame* frame, const std::vector<std::string>& events) {
    const std::lock_guard lock(mutex_);
    if (!terminal_.is_open() && !enter()) {
        fmt::print(stderr, "minipy: the terminal cannot be used: {}\n", std::strerror(errno));
        quit_process();
    }
    session_.stand_at(frame);
    stands_ = true;
    message_.clear();
    for (const std::string& event : events) message_ += (message_.empty() ? "" : "; ") + event;
    for (;;) {
        terminal_.read();
        draw();
        const Answer answer = answer_to(next_key());
        message_.clear();
        if (answer.quits) {
            companion_.detach();  // it waits for the lock that this thread holds
            ::endwin();
            note_screen_is_drawn(false);
            quit_process();
        }
        if (!answer.text.empty()) show_answer(answer.text);
        if (!answer.order) continue;
        stands_ = false;
        running_since_ = steady_clock::now();
        return *answer.order;
    }
}

// --- while it runs, and at its end

void Screen::accompany() {
    while (!leaving_) {
        pollfd waited{terminal_.master(), POLLIN, 0};
        ::poll(&waited, 1, key_patience / 2);
        const std::lock_guard lock(mutex_);
        if (stands_ || leaving_) continue;
        const bool printed = terminal_.read();
        if (steady_clock::now() - running_since_ < patience || ::isendwin()) continue;
        ::wtimeout(stdscr, 0);
        for (int key; (key = ::wgetch(stdscr)) != ERR;) {
            if (key == KEY_BACKSPACE) key = delete_key;
            const char typed = static_cast<char>(key);
            if (key < 256) terminal_.type({&typed, 1});
        }
        ::wtimeout(stdscr, key_patience);
        if (printed) draw_output(layout().output);
        draw_line(LINES - 1, 0, COLS, "running: what you type goes to the program; Ctrl-C stops it", A_DIM);
        ::wrefresh(stdscr);
    }
}

void Screen::ended(const std::vector<std::string>& events) {
    const std::lock_guard lock(mutex_);
    running_since_ = steady_clock::now();
    message_.clear();
    for (const std::string& event : events) message_ += (message_.empty() ? "" : "; ") + event;
}

void Screen::finish(const std::string& message) {
    // The child of a fork has come to its end: the screen is its parent's.
    if (!terminal_.is_open() || ::getpid() != process_) return;
    {
        const std::lock_guard lock(mutex_);
        constexpr int last_words = 50;
        terminal_.read_rest(last_words);
        stands_ = true;
        show_pages(terminal_.last_lines(static_cast<std::size_t>(std::max(LINES - 2, 1))), message);
    }
    leave();
    // What was printed is seen on the bare terminal too.
    fmt::print("{}", terminal_.text());
    std::fflush(stdout);
}

}  // namespace minipy::step
