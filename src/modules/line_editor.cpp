// Editing lines: see line_editor.h.
//
// libedit's own interface is used, not its imitation of readline: types and names come from its header, the
// functions from the shared library. Invariant: `editor()` is null where the library is missing, and everything
// else still works.
//
// CPython: Modules/readline.c, Parser/myreadline.c (PyOS_StdioReadline)
#include "modules/line_editor.h"

#include <dlfcn.h>
#include <histedit.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <type_traits>

#include "modules/run_options.h"
#include "vm/signals.h"

namespace minipy {
namespace {

constexpr int history_length = 1000;

/// libedit's functions, each under its own name and type.
struct EditLibrary {
    decltype(&::el_init) el_init;
    decltype(&::el_set) el_set;
    decltype(&::el_gets) el_gets;
    decltype(&::el_source) el_source;
    decltype(&::history_init) history_init;
    decltype(&::history) history;

    /// False if the library is not there, or lacks one of them.
    bool load() noexcept {
        void* library = ::dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
        if (!library) return false;
        const auto find = [library](auto& place, const char* name) {
            place = reinterpret_cast<std::remove_reference_t<decltype(place)>>(::dlsym(library, name));
            return place != nullptr;
        };
        return find(el_init, "el_init") && find(el_set, "el_set") && find(el_gets, "el_gets") &&
               find(el_source, "el_source") && find(history_init, "history_init") && find(history, "history");
    }
};

struct Editor {
    EditLibrary library{};
    ::EditLine* line = nullptr;
    ::History* history = nullptr;
    std::string prompt;
    bool used = false;
};

/// $HOME/.minipy_history; empty without a home or in isolated mode.
std::string history_path() {
    const char* home = std::getenv("HOME");
    return home && *home && !run_options().isolated ? std::string(home) + "/.minipy_history" : std::string();
}

Editor* the_editor = nullptr;

char* current_prompt(::EditLine*) { return the_editor->prompt.data(); }

/// Makes the editor on first use; null if there can be none.
Editor* editor() {
    static const bool made = [] {
        auto made_editor = std::make_unique<Editor>();
        EditLibrary& library = made_editor->library;
        if (!library.load()) return false;
        made_editor->history = library.history_init();
        made_editor->line = library.el_init("minipy", stdin, stdout, stderr);
        if (!made_editor->history || !made_editor->line) return false;
        HistEvent event;
        library.history(made_editor->history, &event, H_SETSIZE, history_length);
        library.history(made_editor->history, &event, H_SETUNIQUE, 1);
        if (const std::string path = history_path(); !path.empty())
            library.history(made_editor->history, &event, H_LOAD, path.c_str());
        library.el_set(made_editor->line, EL_PROMPT, current_prompt);
        library.el_set(made_editor->line, EL_HIST, library.history, made_editor->history);
        library.el_set(made_editor->line, EL_EDITOR, "emacs");
        library.el_set(made_editor->line, EL_BIND, "^R", "em-inc-search-prev", nullptr);
        library.el_source(made_editor->line, nullptr);  // the user's ~/.editrc
        the_editor = made_editor.release();
        return true;
    }();
    return made ? the_editor : nullptr;
}

/// A line read through the editor.
Result<std::string> edited_line(Editor& active, const std::string& prompt) {
    active.prompt = prompt;
    int count = 0;
    errno = 0;
    const char* text = active.library.el_gets(active.line, &count);
    if (!text || count <= 0) {
        if (errno == EINTR) TRY(run_signal_handlers());
        return std::string();
    }
    const std::string line(text, static_cast<std::size_t>(count));
    if (line.find_first_not_of(" \t\r\n") != line.npos) {
        HistEvent event;
        active.library.history(active.history, &event, H_ENTER, line.c_str());
        active.used = true;
    }
    return line;
}

/// A line as C's own input gives it, the prompt on standard error.
Result<std::string> plain_line(const std::string& prompt) {
    std::fflush(stdout);
    std::fputs(prompt.c_str(), stderr);
    std::fflush(stderr);
    char* text = nullptr;
    std::size_t capacity = 0;
    for (;;) {
        errno = 0;
        const ssize_t length = ::getline(&text, &capacity, stdin);
        const bool interrupted = length < 0 && errno == EINTR;
        std::string line(text ? text : "", length < 0 ? 0 : static_cast<std::size_t>(length));
        if (length < 0) std::clearerr(stdin);
        if (interrupted) {
            const Status handled = run_signal_handlers();
            if (handled) continue;
            std::free(text);
            return failed;
        }
        std::free(text);
        return line;
    }
}

}  // namespace

bool is_at_terminal() noexcept { return ::isatty(STDIN_FILENO) && ::isatty(STDOUT_FILENO); }

Result<std::string> read_terminal_line(const std::string& prompt) {
    Editor* active = is_at_terminal() ? editor() : nullptr;
    return active ? edited_line(*active, prompt) : plain_line(prompt);
}

void save_line_history() noexcept {
    if (!the_editor || !the_editor->used) return;
    const std::string path = history_path();
    HistEvent event;
    if (!path.empty()) the_editor->library.history(the_editor->history, &event, H_SAVE, path.c_str());
}

}  // namespace minipy
