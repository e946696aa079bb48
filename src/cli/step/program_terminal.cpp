// The terminal of a stepped program: see program_terminal.h.
//
// CPython: Lib/pty.py (the like of it)
#include "cli/step/program_terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <utility>

namespace minipy::step {
namespace {

constexpr std::size_t most_lines = 5000, longest_line = 4096;

}  // namespace

bool ProgramTerminal::open() {
    int slave;
    if (::openpty(&master_, &slave, nullptr, nullptr, nullptr) < 0) return false;
    ::fcntl(master_, F_SETFL, O_NONBLOCK);
    ::fcntl(master_, F_SETFD, FD_CLOEXEC);
    for (int stream = 0; stream < 3; ++stream) {
        saved_[stream] = ::fcntl(stream, F_DUPFD_CLOEXEC, 3);
        ::dup2(slave, stream);
    }
    ::close(slave);
    return true;
}

void ProgramTerminal::close() noexcept {
    if (!is_open()) return;
    for (int stream = 0; stream < 3; ++stream) {
        ::dup2(saved_[stream], stream);
        ::close(std::exchange(saved_[stream], -1));
    }
    ::close(std::exchange(master_, -1));
}

void ProgramTerminal::set_size(int rows, int columns) noexcept {
    winsize size{};
    size.ws_row = static_cast<unsigned short>(rows);
    size.ws_col = static_cast<unsigned short>(columns);
    ::ioctl(master_, TIOCSWINSZ, &size);
}

void ProgramTerminal::type(std::string_view keys) noexcept {
    // What does not fit is lost, as on a terminal whose program does not read.
    [[maybe_unused]] const ssize_t written = ::write(master_, keys.data(), keys.size());
}

bool ProgramTerminal::read() {
    char buffer[4096];
    bool any = false;
    for (ssize_t count; (count = ::read(master_, buffer, sizeof buffer)) > 0; any = true)
        take({buffer, static_cast<std::size_t>(count)});
    return any;
}

void ProgramTerminal::read_rest(int patience) {
    pollfd waited{master_, POLLIN, 0};
    while (::poll(&waited, 1, patience) > 0 && read()) continue;
}

/// Lines end at "\n"; a lone "\r" begins the line anew; escape sequences and other control characters go.
void ProgramTerminal::take(std::string_view printed) {
    for (const char character : printed) {
        const auto code = static_cast<unsigned char>(character);
        if (in_escape_) {
            in_escape_ = character == '[' || (code >= 0x20 && code < 0x40);
        } else if (character == '\n') {
            lines_.emplace_back();
            if (lines_.size() > most_lines) lines_.pop_front();
        } else if (character == '\b') {
            if (!lines_.back().empty()) lines_.back().pop_back();
        } else if (code == 27) {
            in_escape_ = true;
        } else if (code >= 0x20 || character == '\t') {
            if (returns_) lines_.back().clear();
            if (lines_.back().size() < longest_line) lines_.back() += character;
        }
        returns_ = character == '\r' || (returns_ && code < 0x20 && character != '\n');
    }
}

std::vector<std::string> ProgramTerminal::last_lines(std::size_t count) const {
    const std::size_t size = lines_.size() - (lines_.back().empty() ? 1 : 0);
    const std::size_t first = size > count ? size - count : 0;
    return {lines_.begin() + static_cast<std::ptrdiff_t>(first),
            lines_.begin() + static_cast<std::ptrdiff_t>(size)};
}

std::string ProgramTerminal::text() const {
    std::string all;
    for (const std::string& line : lines_) all += (&line == &lines_.front() ? "" : "\n") + line;
    if (!lines_.back().empty()) all += '\n';
    return all;
}

}  // namespace minipy::step
