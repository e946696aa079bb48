// The stepper's engine: see stepper.h. Where an instruction fails half-way, its values have left the stack by
// an unknown amount; a stop there shows none of them.
//
// CPython: Lib/bdb.py
#include "cli/step/stepper.h"

#include <fmt/format.h>

#include <pthread.h>

#include <csignal>
#include <utility>

#include "cli/step/state.h"
#include "cli/value_text.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/protocol.h"
#include "vm/compile_source.h"
#include "vm/eval.h"
#include "vm/observer.h"
#include "vm/tracing.h"

namespace minipy::step {
namespace {

Stepper* active = nullptr;
volatile std::sig_atomic_t interrupted = 0;
void (*handler_before)(int) = SIG_DFL;

constexpr std::size_t longest_answer = 2000;
constexpr std::size_t most_events = 8;

constexpr StepListener listener = {
    .instruction = [](Frame* frame) { active->instruction(frame); },
    .raised = [](Frame* frame, Object* exception) { active->raised(frame, exception); },
    .left = [](Frame* frame, Object* value_or_null) { active->left(frame, value_or_null); },
};

void listen(const StepListener* to) noexcept {
    current_thread->listener = to;
    update_observed(*current_thread);
}

/// Nobody hears of what runs while it lives: neither the stepper nor the program's own trace functions. The
/// keywords of a call that is about to begin are kept.
class Silence {
  public:
    Silence() : keyword_names_(std::exchange(current_thread->keyword_names, nullptr)) {
        ++current_thread->tracing;
        listen(nullptr);
    }
    ~Silence() {
        --current_thread->tracing;
        listen(&listener);
        current_thread->keyword_names = keyword_names_;
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

  private:
    Aside aside_;
    Tuple* keyword_names_;
};

/// The opcode that is about to run, EXTENDED_ARG aside.
Opcode opcode_at(const CodeWord* word) noexcept {
    while (base_opcode(static_cast<Opcode>(word->opcode)) == Opcode::EXTENDED_ARG) ++word;
    return base_opcode(static_cast<Opcode>(word->opcode));
}

std::string shortened(std::string text) {
    if (text.size() <= longest_answer) return text;
    std::size_t end = longest_answer;
    while ((text[end] & 0xC0) == 0x80) --end;  // not inside a character
    return text.substr(0, end) + " ...";
}

/// "ValueError: no such thing", and the exception is dropped.
std::string take_error_text() {
    Ref<Object> exception = take_exception();
    Ref<Str> text = to_str(exception.get());
    if (!text) clear_exception();
    return fmt::format("{}: {}", short_name(exception->type), text ? str_utf8(text.get()) : "...");
}

Ref<Object> evaluate_in(Frame* frame, std::string_view expression) {
    SourceRequest request;
    request.mode = ParseMode::Eval;
    Ref<Code> code = TRY(compile_text(std::string(expression), "<step>", request));
    Ref<Object> locals = TRY(frame_locals(frame));
    return evaluate_code(code.get(), frame->globals, locals.get());
}

}  // namespace

void Stepper::begin() {
    active = this;
    handler_before = std::signal(SIGINT, [](int) { interrupted = 1; });
    // The child of a fork runs by itself: there is one terminal, and it is the parent's.
    ::pthread_atfork(nullptr, nullptr, [] { listen(nullptr); });
    listen(&listener);
}

void Stepper::detach() {
    listen(nullptr);
    std::signal(SIGINT, handler_before);
}

void Stepper::end() {
    detach();
    front_.ended(std::exchange(events_, {}));
}

std::string Stepper::evaluate(Frame* frame, std::string_view expression) {
    const std::size_t begin = expression.find_first_not_of(' ');
    if (begin == expression.npos) return "error: an expression is wanted";
    Ref<Object> value = evaluate_in(frame, expression.substr(begin));
    Ref<Str> text = value ? repr(value.get()) : nullptr;
    return shortened(text ? std::string(str_utf8(text.get())) : take_error_text());
}

Stepper::Activation& Stepper::activation_of(const Frame* frame) {
    for (std::size_t i = activations_.size(); i-- > 0;) {
        if (activations_[i].frame != frame) continue;
        activations_.resize(i + 1);  // those above have ended without a word
        return activations_.back();
    }
    return activations_.emplace_back(Activation{frame});
}

Moment Stepper::moment_of(Frame* frame) {
    Activation& known = activation_of(frame);
    const Opcode opcode = opcode_at(frame->ip);
    const int unit = frame->instruction_index(), line = line_of_unit(frame->code, unit);
    const bool jumped_back = unit < known.unit && opcode != Opcode::SEND;
    const bool line_begins = line >= 0 && (line != known.line || jumped_back);
    if (line >= 0) known.line = line;
    known.unit = unit;
    return {frame, opcode, line, line_begins, opcode == Opcode::RESUME && frame->ip->argument == 0};
}

bool Stepper::stride_ends(const Moment& moment, int depth) const noexcept {
    switch (order_.stride) {
        case Stride::Into: return true;
        case Stride::Over: return depth <= depth_;
        case Stride::Line: return depth < depth_ || (depth == depth_ && moment.line_begins);
        case Stride::LineInto: return depth < depth_ || moment.line_begins;
        case Stride::Out: return depth < depth_;
        case Stride::Continue:
        case Stride::Detach: break;
    }
    return false;
}

bool Stepper::order_ends(const Moment& moment) noexcept {
    const int depth = current_thread->recursion_depth;
    if (!stride_ends(moment, depth)) return false;
    depth_ = depth;
    return --order_.times <= 0;
}

void Stepper::instruction(Frame* frame) {
    if (!is_visible(frame)) return;
    if (!first_frame_) first_frame_ = frame;
    const Moment moment = moment_of(frame);
    std::vector<std::string> why;
    breakpoints_.check_watches(frame, why);
    breakpoints_.check(moment, why);
    if (interrupted) {
        interrupted = 0;
        why.emplace_back("interrupted");
    }
    if (!why.empty() || order_ends(moment)) stop(frame, std::move(why));
}

void Stepper::stop(Frame* frame, std::vector<std::string> why) {
    std::vector<std::string> events = std::exchange(events_, {});
    if (events.size() > most_events) events.erase(events.begin(), events.end() - most_events);
    events.insert(events.end(), why.begin(), why.end());
    {
        const Silence silence;
        order_ = front_.stopped(frame, events);
    }
    depth_ = current_thread->recursion_depth;
    if (order_.stride == Stride::Detach) detach();
}

void Stepper::raised(Frame* frame, const Object* exception) {
    if (!is_visible(frame) || std::exchange(last_raised_, exception) == exception) return;
    std::string text = fmt::format("raised in {}: {}", function_of(frame), value_text(exception));
    if (const auto number = breakpoints_.raise_breakpoint()) {
        // The instruction has failed half-way: what lies on the value stack is known again when it is unwound.
        frame->stack = frame->stack_base();
        stop(frame, {fmt::format("breakpoint {}: {}", *number, text)});
    } else if (order_.stride != Stride::Continue && current_thread->recursion_depth <= depth_) {
        events_.push_back(std::move(text));
    }
}

void Stepper::left(Frame* frame, const Object* value_or_null) {
    if (!is_visible(frame)) return;
    const bool yields = value_or_null && opcode_at(frame->ip) == Opcode::YIELD_VALUE;
    breakpoints_.check_watches(frame, events_);
    if (!yields) breakpoints_.check_end(frame, events_);
    if (value_or_null && order_.stride != Stride::Continue && current_thread->recursion_depth <= depth_)
        events_.push_back(fmt::format("{} {} {}", function_of(frame), yields ? "yielded" : "returned",
                                      value_text(value_or_null)));
    while (!activations_.empty() && activations_.back().frame != frame) activations_.pop_back();
    if (!activations_.empty()) activations_.pop_back();
    if (frame == first_frame_) end();
}

}  // namespace minipy::step
