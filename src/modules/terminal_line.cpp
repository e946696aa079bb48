// A line typed at the terminal: see terminal_line.h.
//
// CPython: Parser/myreadline.c (PyOS_Readline, PyOS_StdioReadline)
#include "modules/terminal_line.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include "objects/errors.h"
#include "vm/gil.h"
#include "vm/signals.h"

namespace minipy {
namespace {

constinit OperationLock reading{};

/// What getline has come to: a line, its end, or a signal.
struct PlainLine {
    std::string text;
    bool was_interrupted;
};

PlainLine get_plain_line() {
    char* text = nullptr;
    std::size_t capacity = 0;
    errno = 0;
    const ssize_t length = without_gil([&] { return ::getline(&text, &capacity, stdin); });
    const bool was_interrupted = length < 0 && errno == EINTR;
    if (length < 0) std::clearerr(stdin);
    PlainLine line{length < 0 ? std::string() : std::string(text, static_cast<std::size_t>(length)),
                   was_interrupted};
    std::free(text);
    return line;
}

/// A line as C's own input gives it, the prompt on standard error.
Result<std::string> plain_line(const std::string& prompt) {
    std::fflush(stdout);
    std::fputs(prompt.c_str(), stderr);
    std::fflush(stderr);
    for (;;) {
        PlainLine line = get_plain_line();
        if (!line.was_interrupted) return std::move(line.text);
        TRY(run_signal_handlers());
    }
}

}  // namespace

LineReader line_reader = nullptr;

bool is_at_terminal() noexcept { return ::isatty(STDIN_FILENO) && ::isatty(STDOUT_FILENO); }

Result<std::string> read_terminal_line(const std::string& prompt) {
    if (!reading.enter()) return raise(runtime_error_type, "can't re-enter readline");
    Result<std::string> line = line_reader && is_at_terminal() ? line_reader(prompt) : plain_line(prompt);
    reading.leave();
    return line;
}

}  // namespace minipy
