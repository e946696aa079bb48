// The stepper driven by lines of text: `--step-commands FILE`.
//
// Each command is echoed behind "(step) " and followed by its answer, on standard output, between what the
// program prints. Empty lines and those that begin with '#' are nothing. When the commands are used up the
// program runs to its end.
#pragma once

#include <cstdio>

#include "cli/step/session.h"

namespace minipy::step {

class Script : public Front {
  public:
    explicit Script(std::FILE* commands) noexcept : commands_(commands), session_(stepper_) {}

    void begin() { stepper_.begin(); }
    Order stopped(Frame* frame, const std::vector<std::string>& events) override;
    void ended(const std::vector<std::string>& events) override;

  private:
    /// False at the end of the commands.
    bool read_line(std::string& line);

    std::FILE* commands_;
    Stepper stepper_{*this};
    Session session_;
};

/// Ends the process: what it has printed is written, nothing else of the program runs.
[[noreturn]] void quit_process();

}  // namespace minipy::step
