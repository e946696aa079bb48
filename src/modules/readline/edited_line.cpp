// Reading a line by readline's interface of callbacks, one key at a time, so that signals are handled between
// two keys.
//
// CPython: Modules/readline.c (readline_until_enter_or_signal, call_readline)
#include <sys/select.h>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <readline/history.h>
#include <readline/readline.h>

#include "modules/readline/readline.h"
#include "objects/errors.h"
#include "vm/gil.h"
#include "vm/signals.h"

namespace minipy::readline {

bool adds_lines_to_history = true;

namespace {

/// Characters are what the environment says for as long as a line is edited.
class EnvironmentLocale {
  public:
    EnvironmentLocale() : saved_(std::setlocale(LC_CTYPE, nullptr)) { std::setlocale(LC_CTYPE, ""); }
    ~EnvironmentLocale() { std::setlocale(LC_CTYPE, saved_.c_str()); }
    EnvironmentLocale(const EnvironmentLocale&) = delete;
    EnvironmentLocale& operator=(const EnvironmentLocale&) = delete;

  private:
    std::string saved_;
};

/// The line that has been read, null at the end of input. The library's callback has no argument of its own.
char* finished_text = nullptr;
bool is_finished = false;

void on_line(char* text) {
    finished_text = text;
    is_finished = true;
    rl_callback_handler_remove();
}

/// Keys that belong to one command, the answer to a question: other threads run while they are waited for.
int wait_for_key(std::FILE* stream) {
    return without_gil([stream] { return rl_getc(stream); });
}

// --- changes of the terminal's size

using SignalFunction = void (*)(int);
volatile std::sig_atomic_t size_has_changed = 0;
SignalFunction previous_size_handler = nullptr;

void on_size_change(int number) {
    size_has_changed = 1;
    if (previous_size_handler && previous_size_handler != SIG_IGN && previous_size_handler != SIG_DFL)
        previous_size_handler(number);
}

/// Takes back what the library has done to the terminal for a line that will not be finished.
void abandon_line() noexcept {
    rl_free_line_state();
    rl_callback_sigcleanup();
    rl_cleanup_after_signal();
    rl_callback_handler_remove();
}

/// Waits for a key and gives it to the library.
Status take_key() {
    if (size_has_changed) {
        size_has_changed = 0;
        rl_resize_terminal();
    }
    TRY(run_signal_handlers());  // of one that came while the library was at work
    const int file = ::fileno(rl_instream);
    fd_set files;
    FD_ZERO(&files);
    FD_SET(file, &files);
    const int ready = without_gil([&] { return ::select(file + 1, &files, nullptr, nullptr, nullptr); });
    if (ready > 0) rl_callback_read_char();
    return done;
}

void remember(const char* line) {
    if (adds_lines_to_history && *line && std::strcmp(line, last_history_line()) != 0) add_history(line);
}

}  // namespace

void watch_terminal_size() noexcept {
    struct sigaction action = {}, previous = {};
    action.sa_handler = on_size_change;
    if (::sigaction(SIGWINCH, &action, &previous) == 0) previous_size_handler = previous.sa_handler;
}

Result<std::string> edited_line(const std::string& prompt) {
    EnvironmentLocale locale;
    rl_catch_signals = 0;
    rl_getc_function = wait_for_key;
    is_finished = false;
    rl_callback_handler_install(prompt.c_str(), on_line);
    while (!is_finished) {
        if (take_key()) continue;
        abandon_line();
        return failed;
    }
    if (!finished_text) return std::string();
    remember(finished_text);
    std::string line = finished_text;
    std::free(finished_text);
    return line + '\n';
}

}  // namespace minipy::readline
