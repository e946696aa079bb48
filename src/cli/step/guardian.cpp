// The process that outlives a stepped program and puts the terminal right when the program has been killed: see
// guardian.h.
#include "cli/step/guardian.h"

#define NCURSES_NOMACROS
#include <curses.h>
#include <fmt/core.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

namespace minipy::step {
namespace {

bool* screen_is_drawn = nullptr;  // in memory that both processes see

/// Undoes what the curses of the child have done: modes of the terminal, and what its screen shows.
void restore(const termios& modes) {
    ::tcsetattr(STDIN_FILENO, TCSANOW, &modes);
    int error;
    if (::setupterm(nullptr, STDOUT_FILENO, &error) != OK) return;
    for (const char* name : {"sgr0", "cnorm", "rmkx", "rmcup"}) {
        const char* text = ::tigetstr(name);
        if (text && text != reinterpret_cast<const char*>(-1)) ::putp(text);
    }
    std::fflush(stdout);
}

std::string description(int status) {
    if (WIFEXITED(status)) return fmt::format("has left at once, exit code {}", WEXITSTATUS(status));
    return fmt::format("was ended by a signal: {}", ::strsignal(WTERMSIG(status)));
}

/// Ends as the child did, so that the shell sees what it would have seen.
[[noreturn]] void end_like(int status) {
    if (WIFSIGNALED(status)) {
        const rlimit no_core{0, 0};
        ::setrlimit(RLIMIT_CORE, &no_core);  // the child's is the one of interest
        std::signal(WTERMSIG(status), SIG_DFL);
        ::kill(::getpid(), WTERMSIG(status));
    }
    std::_Exit(WEXITSTATUS(status));
}

pid_t guarded = 0;

void hand_on(int signal) { ::kill(guarded, signal); }

[[noreturn]] void guard(pid_t child, const termios& modes) {
    // Keys that interrupt are the child's business; who wants the guardian to end means the child.
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGQUIT, SIG_IGN);
    guarded = child;
    for (const int signal : {SIGTERM, SIGHUP}) std::signal(signal, hand_on);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    if (*screen_is_drawn) {
        restore(modes);
        fmt::print(stderr, "minipy: the program {}\n", description(status));
    }
    end_like(status);
}

}  // namespace

void guard_terminal() {
    termios modes;
    if (::tcgetattr(STDIN_FILENO, &modes) < 0) return;
    void* memory = ::mmap(nullptr, sizeof(bool), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) return;
    screen_is_drawn = new (memory) bool(false);
    const pid_t child = ::fork();
    if (child > 0) guard(child, modes);
}

void note_screen_is_drawn(bool drawn) noexcept {
    if (screen_is_drawn) *screen_is_drawn = drawn;
}

}  // namespace minipy::step
