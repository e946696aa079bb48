// `minipy --step FILE`: runs a program by steps, on the terminal or by the commands of a script.
//
// The program runs as it would without: the stepper is a listener of the eval loop (vm/observer.h). Its text
// streams are not buffered (-u), so that what it prints is seen when it is printed.
//
// CPython: Lib/pdb.py steps by lines; stepping by instructions is minipy's own
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/run_command.h"
#include "cli/step/guardian.h"
#include "cli/step/screen.h"
#include "cli/step/script.h"

namespace minipy {
namespace {

// For the hooks, which are plain functions.
step::Script* script = nullptr;
step::Screen* screen = nullptr;

int run_unbuffered(Arguments arguments, ProgramHooks hooks) {
    std::vector<std::string_view> words = {"-u"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return run_program("minipy", words, hooks);
}

int step_by_script(const std::string& path, Arguments program) {
    std::FILE* commands = path == "-" ? stdin : std::fopen(path.c_str(), "r");
    if (!commands) {
        fmt::print(stderr, "minipy: can't open file '{}': [Errno {}] {}\n", path, errno, std::strerror(errno));
        return 2;
    }
    step::Script front(commands, path == "-" ? "<stdin>" : path);
    script = &front;
    return run_unbuffered(program, {.before = [] { script->begin(); }});
}

int step_on_screen(Arguments program) {
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        fmt::print(stderr,
                   "minipy: --step needs a terminal; without one give it commands: --step-commands FILE\n");
        return 2;
    }
    step::guard_terminal();
    screen = new step::Screen;
    return run_unbuffered(
        program, {.before = [] { screen->begin(); },
                  .after =
                      [](ExitStatus status) {
                          screen->finish(fmt::format(
                              "the program has ended, exit code {}; what it has printed:", status.code));
                      }});
}

}  // namespace

int command_step(Arguments arguments) {
    constexpr std::string_view option = "--step-commands", joined = "--step-commands=";
    std::string commands;
    if (!arguments.empty() && arguments[0].starts_with(joined)) {
        commands = arguments[0].substr(joined.size());
        arguments = arguments.subspan(1);
    } else if (arguments.size() > 1 && arguments[0] == option) {
        commands = arguments[1];
        arguments = arguments.subspan(2);
    }
    if (arguments.empty() || arguments[0] == option) return bad_usage;
    return commands.empty() ? step_on_screen(arguments) : step_by_script(commands, arguments);
}

}  // namespace minipy
