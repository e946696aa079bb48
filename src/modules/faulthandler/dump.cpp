// Writing stacks: see dump.h.
//
// CPython: Python/traceback.c (dump_frame, dump_traceback)
#include "modules/faulthandler/dump.h"

#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "memory/collector.h"
#include "vm/frame.h"
#include "vm/threads.h"

namespace minipy::fault {
namespace {

constexpr int most_frames = 100, most_threads = 100;
constexpr Size most_characters = 500;

/// ASCII as it is, anything else as an escape.
void write_str(int file, const Str* text) noexcept {
    const Size size = text->size < most_characters ? text->size : most_characters;
    for (Size i = 0; i < size; ++i) {
        const char32_t c = text->at(i);
        if (' ' <= c && c <= 126) {
            const char plain = static_cast<char>(c);
            write_text(file, {&plain, 1});
        } else {
            write_text(file, c < 0x100 ? "\\x" : c < 0x10000 ? "\\u" : "\\U");
            write_number(file, c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8, 16);
        }
    }
    if (size < text->size) write_text(file, "...");
}

void write_frame(int file, const Frame* frame) noexcept {
    const Code* code = frame->code;
    write_text(file, "  File \"");
    write_str(file, code->filename.get());
    write_text(file, "\", line ");
    const int line = frame_line(frame);
    line >= 0 ? write_number(file, static_cast<unsigned long>(line)) : write_text(file, "???");
    write_text(file, " in ");
    write_str(file, code->name.get());
    write_text(file, "\n");
}

void write_frames(int file, const ThreadState* thread) noexcept {
    if (!thread || !thread->frame) {
        write_text(file, "  <no Python frame>\n");
        return;
    }
    int depth = 0;
    for (const Frame* frame = thread->frame; frame; frame = frame->previous) {
        if (depth++ == most_frames) {
            write_text(file, "  ...\n");
            return;
        }
        write_frame(file, frame);
    }
}

}  // namespace

void write_text(int file, std::string_view text) noexcept {
    while (!text.empty()) {
        const ssize_t written = ::write(file, text.data(), text.size());
        if (written < 0 && errno != EINTR) return;
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
}

void write_number(int file, unsigned long number, int least_digits, unsigned base) noexcept {
    char digits[64];
    char* first = digits + sizeof digits;
    for (; number || least_digits > 0; number /= base, --least_digits)
        *--first = "0123456789abcdef"[number % base];
    write_text(file, {first, static_cast<std::size_t>(digits + sizeof digits - first)});
}

ThreadState* thread_here() noexcept {
    const auto identity = static_cast<unsigned long>(::pthread_self());
    for (ThreadState* thread = first_thread_state; thread; thread = thread->next)
        if (thread->identity == identity) return thread;
    return nullptr;
}

void dump_thread(int file, const ThreadState* thread) noexcept {
    write_text(file, "Stack (most recent call first):\n");
    write_frames(file, thread);
}

void dump_threads(int file, const ThreadState* current) noexcept {
    int count = 0;
    for (const ThreadState* thread = first_thread_state; thread; thread = thread->next) {
        if (count) write_text(file, "\n");
        if (count++ == most_threads) {
            write_text(file, "...\n");
            return;
        }
        write_text(file, thread == current ? "Current thread 0x" : "Thread 0x");
        write_number(file, thread->identity, 2 * static_cast<int>(sizeof(unsigned long)), 16);
        write_text(file, " (most recent call first):\n");
        if (thread == current && collector.collecting) write_text(file, "  Garbage-collecting\n");
        write_frames(file, thread);
    }
}

void fatal_error(std::string_view function, std::string_view message) noexcept {
    for (const std::string_view text :
         {std::string_view("Fatal Python error: "), function, std::string_view(": "), message,
          std::string_view("\nPython runtime state: initialized\n\n")})
        write_text(STDERR_FILENO, text);
    dump_threads(STDERR_FILENO, thread_here());
    std::signal(SIGABRT, SIG_DFL);  // nobody is to tell it a second time
    std::abort();
}

}  // namespace minipy::fault
