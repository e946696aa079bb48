// The stepper on a terminal, drawn by ncurses in panes:
//
//     source          | bytecode
//     value stack     | locals, cells   | calls
//     what the program prints
//
// While the program runs, a thread of the stepper reads what it prints and, if it takes a while, shows it and
// sends what is typed to it. Invariant: who draws or reads keys holds `mutex_`: the program's thread while it
// stands, the other one while it runs. The drawing begins at the first stop, so that errors before it are seen
// on the bare terminal; a screen that was drawn is never destroyed, for the child of a fork has no such thread.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "cli/step/program_terminal.h"
#include "cli/step/session.h"

namespace minipy::step {

class Screen : public Front {
  public:
    Screen() noexcept : session_(stepper_) {}

    void begin() { stepper_.begin(); }
    Order stopped(Frame* frame, const std::vector<std::string>& events) override;
    void ended(const std::vector<std::string>& events) override;
    /// Shows all that was printed until a key is pressed, and leaves the screen.
    void finish(const std::string& message);
    /// Gives the terminal back.
    void leave();

  private:
    /// A part of the screen: rows below a title.
    struct Pane {
        int row, column, height, width;
    };
    struct Layout {
        Pane source, bytecode, stack, locals, calls, output;
    };

    bool enter();
    Layout layout() const;
    void draw();
    void draw_source(const Pane& pane);
    void draw_bytecode(const Pane& pane);
    void draw_values(const Layout& panes);
    void draw_output(const Pane& pane);
    void draw_pane(const Pane& pane, const std::string& title, const std::vector<std::string>& lines,
                   std::size_t current);
    void draw_line(int row, int column, int width, const std::string& text, unsigned long attributes);

    int next_key();
    Answer answer_to(int key);
    void show_answer(const std::string& text);
    void show_pages(const std::vector<std::string>& lines, const std::string& title, std::size_t first = 0);
    /// What the user types behind the label; false if it was given up.
    bool ask(const std::string& label, std::string& line);
    void accompany();  // the thread's function

    Stepper stepper_{*this};
    Session session_;
    ProgramTerminal terminal_;
    std::FILE* tty_in_ = nullptr;
    std::FILE* tty_out_ = nullptr;
    std::string message_;
    bool stands_ = false;
    pid_t process_ = 0;  // that has drawn it
    std::chrono::steady_clock::time_point running_since_;
    std::mutex mutex_;
    std::atomic<bool> leaving_{false};
    std::thread companion_;
};

}  // namespace minipy::step
