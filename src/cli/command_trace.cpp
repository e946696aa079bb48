// `minipy --trace FILE`: runs a program and shows each instruction as it is run.
//
//     call f(n=3)
//         2     return n + 1
//             2 LOAD_FAST                0 (n)                []  ->  [3]
//             4 LOAD_CONST               1 (1)                [3]  ->  [3, 1]
//         ...
//     return 4
//
// The tracer listens to the eval loop (vm/observer.h). An instruction's line is begun when it is about to run
// and ended, with the stack it leaves, when the next one of the same frame is. Invariant: nothing of the
// program runs to show a value (no `__repr__`), and only the frames under way are remembered. The trace goes to
// standard error, so that it can be told from the program's output.
//
// CPython: Python/ceval.c (lltrace), there in debug builds only
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "cli/code_views.h"
#include "cli/command.h"
#include "cli/run_command.h"
#include "cli/value_text.h"
#include "objects/exceptions.h"
#include "vm/observer.h"
#include "vm/source_lines.h"

namespace minipy {
namespace {

constexpr int stack_column = 44;
constexpr int deepest_indent = 40;

/// What has been shown of one frame.
struct TracedFrame {
    const Frame* frame;
    int line = -1;
    std::string open_line;  // the instruction under way, whose resulting stack is not known yet
};

class Tracer {
  public:
    void watch_only(std::string_view function) { wanted_ = function; }

    void instruction(Frame* frame);
    void raised(Frame* frame, const Object* exception);
    void left(Frame* frame, const Object* value_or_null);

  private:
    bool is_wanted(const Code* code) const {
        const std::string_view file = str_utf8(code->filename.get());
        if (wanted_.empty()) return !file.starts_with("<frozen ");
        return wanted_ == str_utf8(code->name.get()) || wanted_ == str_utf8(code->qualified_name.get());
    }
    TracedFrame& enter(Frame* frame);
    void show_line(TracedFrame& traced, const Frame* frame, int line);
    void print(std::string_view text) const {
        const int indent = std::min(2 * static_cast<int>(frames_.size() - 1), deepest_indent);
        fmt::print(stderr, "{:{}}{}\n", "", indent, text);
    }
    void close_line(TracedFrame& traced, std::string_view outcome) {
        if (traced.open_line.empty()) return;
        print(traced.open_line + std::string(outcome));
        traced.open_line.clear();
    }
    std::string wanted_;  // name of the only function to show; empty: all
    std::vector<TracedFrame> frames_;
    CodeViews views_;
    SourceLines sources_;
};

std::string stack_text(Frame* frame) {
    std::string text = "[";
    for (Object** slot = frame->stack_base(); slot < frame->stack; ++slot) {
        if (slot != frame->stack_base()) text += ", ";
        text += value_text(*slot);
    }
    return text + "]";
}

/// "f(n=3)": the function with what its arguments are bound to.
std::string call_text(Frame* frame) {
    const Code* code = frame->code;
    std::string text = fmt::format("{}(", str_utf8(code->qualified_name.get()));
    const int count = code->argument_count + code->keyword_only_count;
    for (int i = 0; i < count; ++i) {
        if (i) text += ", ";
        text += fmt::format("{}={}", str_utf8(static_cast<Str*>((*code->local_names)[i])),
                            value_text(frame->fast_locals()[i]));
    }
    return text + ")";
}

/// The entry of the frame: the topmost one, or a new one above it.
TracedFrame& Tracer::enter(Frame* frame) {
    if (!frames_.empty() && frames_.back().frame == frame) return frames_.back();
    if (!frames_.empty()) close_line(frames_.back(), "...");
    const bool resumed = frame->resume_at != code_words(frame->code);
    frames_.push_back({frame, -1, {}});
    print(fmt::format("{} {}", resumed ? "resume" : "call", call_text(frame)));
    return frames_.back();
}

void Tracer::show_line(TracedFrame& traced, const Frame* frame, int line) {
    if (line == traced.line || line < 1) return;
    traced.line = line;
    const std::string_view file = str_utf8(frame->code->filename.get());
    print(fmt::format("{:>6}  {}", line, sources_.line(file, line).value_or("")));
}

void Tracer::instruction(Frame* frame) {
    if (!is_wanted(frame->code)) return;
    TracedFrame& traced = enter(frame);
    const std::string stack = stack_text(frame);
    close_line(traced, "  ->  " + stack);
    show_line(traced, frame, frame_line(frame));
    const DisassembledInstruction* found = views_.current(frame);
    if (!found) return;
    const std::string text = fmt::format("{:>12} {}", found->offset, instruction_text(*found, 23));
    traced.open_line = fmt::format("{:<{}}  {}", text, stack_column + 16, stack);
    if (found->opcode == Opcode::RETURN_GENERATOR) left(frame, nullptr);
}

void Tracer::raised(Frame* frame, const Object* exception) {
    if (!is_wanted(frame->code)) return;
    TracedFrame& traced = enter(frame);
    close_line(traced, "");
    print(fmt::format("      raised {}", value_text(exception)));
}

void Tracer::left(Frame* frame, const Object* value_or_null) {
    if (frames_.empty() || frames_.back().frame != frame) return;
    const auto opcode = static_cast<Opcode>(frame->ip->opcode);
    close_line(frames_.back(), "");
    if (value_or_null)
        print(fmt::format("{} {}", opcode == Opcode::YIELD_VALUE ? "yield" : "return",
                          value_text(value_or_null)));
    else
        print(current_thread->pending_exception ? "leave by exception" : "return a generator");
    frames_.pop_back();
    if (!frames_.empty()) frames_.back().line = -1;
}

Tracer tracer;

constexpr StepListener listener = {
    .instruction = [](Frame* frame) { tracer.instruction(frame); },
    .raised = [](Frame* frame, Object* exception) { tracer.raised(frame, exception); },
    .left = [](Frame* frame, Object* value_or_null) { tracer.left(frame, value_or_null); },
};

void begin_tracing() {
    current_thread->listener = &listener;
    update_observed(*current_thread);
}

}  // namespace

int command_trace(Arguments arguments) {
    while (!arguments.empty() && arguments[0].starts_with("--trace-function")) {
        constexpr std::string_view joined = "--trace-function=";
        if (arguments[0].starts_with(joined)) {
            tracer.watch_only(arguments[0].substr(joined.size()));
        } else if (arguments[0] == "--trace-function" && arguments.size() > 1) {
            tracer.watch_only(arguments[1]);
            arguments = arguments.subspan(1);
        } else {
            return bad_usage;
        }
        arguments = arguments.subspan(1);
    }
    if (arguments.empty()) return bad_usage;
    return run_program("minipy", arguments, {.before = begin_tracing});
}

}  // namespace minipy
