// Where a stepped program stops besides at the end of a step: breakpoints and watched names, in one numbered
// list.
//
// Invariant: a watch owns the cell or namespace that it looks into, or looks only while its own frame runs, so
// that it never reads memory of what has ended.
//
// CPython: Lib/bdb.py (breakpoints); those by opcode and watched names are minipy's own
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "objects/cell.h"
#include "objects/dict.h"
#include "vm/frame.h"

namespace minipy::step {

struct Breakpoint {
    enum class Kind { Line, Function, Opcode, Raise };
    int number;
    Kind kind;
    std::string text;  // file, function, or opcode
    int line = 0;

    std::string description() const;
};

struct Watch {
    int number;
    std::string name;
    // One of three: a fast local of a frame, a cell, an entry of a namespace.
    const Frame* frame = nullptr;
    int slot = -1;
    Ref<Cell> cell;
    Ref<Dict> space;
    Ref<Str> key;
    const Object* object = nullptr;  // the value seen last; compared, never followed
    std::string value;               // its text
};

/// A step of the program as breakpoints see it.
struct Moment {
    const Frame* frame;
    Opcode opcode;     // behind EXTENDED_ARG
    int line;          // -1: none
    bool line_begins;  // the instruction is the first of its line, or a jump back led to it
    bool function_begins;
};

class Breakpoints {
  public:
    /// "12" in the file of the frame, "file.py:12", "function", "OPCODE" or "raise". What was set, or an error
    /// in words.
    std::string add(std::string_view where, const Frame* frame);
    /// The name as the frame sees it; the same.
    std::string add_watch(std::string_view name, Frame* frame);
    std::string remove(int number);
    void clear() noexcept;
    std::string list() const;
    bool empty() const noexcept { return breakpoints_.empty() && watches_.empty(); }

    /// Adds what stops the program here to the reasons.
    void check(const Moment& moment, std::vector<std::string>& why) const;
    /// The same for watched names, whose new values count as seen. `frame` is about to run an instruction.
    void check_watches(const Frame* frame, std::vector<std::string>& why);
    /// The frame ends, and the watches of its locals with it.
    void check_end(const Frame* frame, std::vector<std::string>& why);
    /// The breakpoint for exceptions, if there is one.
    std::optional<int> raise_breakpoint() const noexcept;

  private:
    std::string add_line(std::string_view file, int line, const Frame* frame);
    std::string added(Breakpoint::Kind kind, std::string_view text, int line);

    std::vector<Breakpoint> breakpoints_;
    std::vector<Watch> watches_;
    int last_number_ = 0;
};

}  // namespace minipy::step
