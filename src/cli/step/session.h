// The stepper's commands: one table of them, for scripts by name and for the screen by key.
//
// A session knows where the program stands and which frame of the call stack is looked at. Invariant: a
// command either answers with text or says how the program goes on; it never runs the program itself.
//
// CPython: Lib/pdb.py (the like of it)
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/step/state.h"
#include "cli/step/stepper.h"
#include "vm/source_lines.h"

namespace minipy::step {

/// What a command leads to.
struct Answer {
    std::string text = {};            // without the last line's end; may be empty
    std::optional<Order> order = {};  // the program goes on
    bool quits = false;               // the process ends
    bool changes_view = false;        // another frame is looked at
};

inline constexpr int usual_opcode_width = 24;

class Session;

struct CommandRow {
    char key;
    std::string_view name;
    std::string_view argument;  // "WHERE", "[N]" or empty
    std::string_view help;
    Answer (*run)(Session& session, std::string_view argument);
};
std::span<const CommandRow> command_rows() noexcept;

/// The table as text, a line for each command.
std::string help_text();

class Session {
  public:
    explicit Session(Stepper& stepper) noexcept : stepper_(stepper) {}

    void stand_at(Frame* frame) noexcept { running_ = selected_ = frame; }
    /// A line such as "break price" or "b price".
    Answer execute(std::string_view line);

    Stepper& stepper() noexcept { return stepper_; }
    Frame* running() noexcept { return running_; }
    Frame* selected() noexcept { return selected_; }
    /// Looks at the caller of the frame looked at, or at its callee; false at the end of the stack.
    bool select_caller() noexcept;
    bool select_callee() noexcept;

    // What is shown of the frame looked at, in lines.

    /// Source lines around the current one, `before` and `after` of them at most; numbers and text.
    struct SourceLine {
        int number;
        std::string text;
    };
    std::vector<SourceLine> source(int before, int after);
    /// The instructions as `dis` shows them, opcodes padded to the width; `current` becomes the index of the
    /// current one.
    std::vector<std::string> disassembly(int opcode_width, std::size_t& current);
    /// "> price  price.py:2", the running frame first.
    std::vector<std::string> calls();
    /// What a script is shown at a stop.
    std::string state();

  private:
    std::string instruction_line();

    Stepper& stepper_;
    Frame* running_ = nullptr;
    Frame* selected_ = nullptr;
    SourceLines sources_;
};

/// "amount = 3 (shared)".
std::string value_line(const ShownValue& value);

}  // namespace minipy::step
