// The stepper driven by lines of text: `--step-commands FILE`.
//
// Each command is echoed behind "(step) " and followed by its answer, on standard output, between what the
// program prints. Empty lines and those that begin with '#' are nothing. When the commands are used up the
// program runs to its end.
#pragma once

#include <cstdio>
#include <string>
#include <utility>

#include "cli/step/session.h"

namespace minipy::step {

class Script : public Front {
  public:
    /// Commands from an open file, called by that name.
    Script(std::FILE* commands, std::string name) noexcept
        : commands_(commands), name_(std::move(name)), session_(stepper_) {}

    void begin() { stepper_.begin(); }
    Order stopped(Frame* frame, const std::vector<std::string>& events) override;
    void ended(const std::vector<std::string>& events) override;

  private:
    /// False at the end of the commands.
    bool read_line(std::string& line);

    std::FILE* commands_;
    std::string name_;
    int line_number_ = 0;
    Stepper stepper_{*this};
    Session session_;
};

/// Ends the process: what it has printed is written, nothing else of the program runs.
[[noreturn]] void quit_process();

}  // namespace minipy::step
