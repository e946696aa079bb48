// The terminal that a stepped program sees: a pseudo terminal whose other end the stepper holds.
//
// What the program prints is kept as lines for a pane, and what the user types while it runs is sent to it, so
// that neither disturbs the drawing. Invariant: from `open` to `close` the descriptors 0 to 2 are the program's
// and the real terminal has descriptors of its own; nothing here blocks.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace minipy::step {

class ProgramTerminal {
  public:
    ~ProgramTerminal() { close(); }

    /// Puts the pseudo terminal in the place of the standard streams; false with `errno` set if there is none.
    bool open();
    /// Gives the real terminal back.
    void close() noexcept;
    bool is_open() const noexcept { return master_ >= 0; }

    /// The real terminal, and the end of the pseudo terminal that is read here.
    int real_input() const noexcept { return saved_[0]; }
    int real_output() const noexcept { return saved_[1]; }
    int master() const noexcept { return master_; }

    void set_size(int rows, int columns) noexcept;
    void type(std::string_view keys) noexcept;
    /// Takes in what the program has printed; whether there was anything.
    bool read();
    /// Waits for what is still on its way, at most so many milliseconds for each piece.
    void read_rest(int patience);

    /// The last lines printed, at most so many.
    std::vector<std::string> last_lines(std::size_t count) const;
    /// All lines that are kept, with their ends.
    std::string text() const;

  private:
    void take(std::string_view printed);

    int saved_[3] = {-1, -1, -1};
    int master_ = -1;
    std::deque<std::string> lines_{std::string()};  // the last is not ended yet
    bool in_escape_ = false;                        // inside "ESC [ ..."
    bool returns_ = false;                          // a carriage return is waiting for what follows
};

}  // namespace minipy::step
