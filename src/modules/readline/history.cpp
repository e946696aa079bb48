// The history of lines, and the files it is kept in.
//
// CPython: Modules/readline.c (readline_read_history_file_impl ... readline_add_history_impl)
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include <readline/history.h>
#include <readline/readline.h>

#include "modules/io/file_io.h"
#include "modules/os_error.h"
#include "modules/readline/readline.h"
#include "objects/bytes.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy::readline {
namespace {

/// Lines to be kept in a file; all of them if negative.
int kept_lines = -1;

/// A file's name as an argument. `c_str()` is null for None: the library's own choice.
class FileName {
  public:
    Status take(Object* path) {
        if (is_none(path)) return done;
        octets_ = TRY(path_octets(path));
        return done;
    }
    const char* c_str() const noexcept {
        return octets_ ? static_cast<Bytes*>(octets_.get())->data() : nullptr;
    }

  private:
    Ref<Object> octets_;
};

NewRef none_or_error(int error) {
    if (error) return raise_os_error(error);
    return new_none();
}

void shorten(const FileName& file, int error) noexcept {
    if (!error && kept_lines >= 0) history_truncate_file(file.c_str(), kept_lines);
}

NewRef readline_read_history_file(Object*, Object* const* arguments) {
    FileName file;
    TRY(file.take(arguments[0]));
    return none_or_error(read_history(file.c_str()));
}

NewRef readline_write_history_file(Object*, Object* const* arguments) {
    FileName file;
    TRY(file.take(arguments[0]));
    const int error = write_history(file.c_str());
    shorten(file, error);
    return none_or_error(error);
}

NewRef readline_append_history_file(Object*, Object* const* arguments) {
    const int count = TRY(argument_int(arguments[0]));
    FileName file;
    TRY(file.take(arguments[1]));
    const int error = append_history(std::max(count, 0), file.c_str());
    shorten(file, error);
    return none_or_error(error);
}

NewRef readline_get_history_item(Object*, Object* const* arguments) {
    const HIST_ENTRY* entry = history_get(TRY(argument_int(arguments[0])));
    if (!entry) return new_none();
    return python_text(entry->line);
}

NewRef readline_get_current_history_length(Object*, Object* const*) { return new_int(history_length); }

NewRef readline_set_history_length(Object*, Object* const* arguments) {
    kept_lines = TRY(argument_int(arguments[0]));
    return new_none();
}

NewRef readline_get_history_length(Object*, Object* const*) { return new_int(kept_lines); }

Status check_position(int position) {
    if (position >= 0) return done;
    return raise(value_error_type, "History index cannot be negative");
}

/// Frees an entry that has left the history.
NewRef discard(HIST_ENTRY* entry, int position) {
    if (!entry) return raise(value_error_type, fmt::format("No history item at position {}", position));
    std::free(free_history_entry(entry));
    return new_none();
}

NewRef readline_remove_history_item(Object*, Object* const* arguments) {
    const int position = TRY(argument_int(arguments[0]));
    TRY(check_position(position));
    return discard(remove_history(position), position);
}

NewRef readline_replace_history_item(Object*, Object* const* arguments) {
    const int position = TRY(argument_int(arguments[0]));
    Str* text = TRY(str_argument(arguments[1], "replace_history_item", "argument 2"));
    TRY(check_position(position));
    const std::string line = TRY(library_text(text));
    return discard(replace_history_entry(position, line.c_str(), nullptr), position);
}

NewRef readline_add_history(Object*, Object* const* arguments) {
    const std::string line = TRY(library_text(arguments[0]));
    add_history(line.c_str());
    return new_none();
}

NewRef readline_set_auto_history(Object*, Object* const* arguments) {
    adds_lines_to_history = TRY(truth(arguments[0]));
    return new_none();
}

NewRef readline_clear_history(Object*, Object* const*) {
    clear_history();
    return new_none();
}

constexpr NativeDef functions[] = {
    {"read_history_file", readline_read_history_file, "($module, filename=None, /)",
     "Reads lines of history from a file, ~/.history if none is given."},
    {"write_history_file", readline_write_history_file, "($module, filename=None, /)",
     "Writes the history to a file, ~/.history if none is given."},
    {"append_history_file", readline_append_history_file, "($module, nelements, filename=None, /)",
     "Adds the last nelements lines of the history to a file, ~/.history if none is given."},
    {"get_history_item", readline_get_history_item, "($module, index, /)",
     "The line at that index, which counts from 1; None if there is none."},
    {"get_current_history_length", readline_get_current_history_length, "($module, /)",
     "How many lines the history has now."},
    {"set_history_length", readline_set_history_length, "($module, length, /)",
     "Sets how many lines a history file keeps; all of them if negative."},
    {"get_history_length", readline_get_history_length, "($module, /)", "How many lines a history file keeps."},
    {"set_auto_history", readline_set_auto_history, "($module, enabled, /)",
     "Says whether lines that are read go into the history."},
    {"add_history", readline_add_history, "($module, string, /)", "Adds a line to the history."},
    {"remove_history_item", readline_remove_history_item, "($module, pos, /)",
     "Removes the line at that position, which counts from 0."},
    {"replace_history_item", readline_replace_history_item, "($module, pos, line, /)",
     "Puts another line at that position, which counts from 0."},
    {"clear_history", readline_clear_history, "($module, /)", "Removes all lines of the history."},
};

}  // namespace

const std::span<const NativeDef> history_functions = functions;

const char* last_history_line() noexcept {
    const HIST_ENTRY* entry = history_length > 0 ? history_get(history_length) : nullptr;
    return entry ? entry->line : "";
}

}  // namespace minipy::readline
