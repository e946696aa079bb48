// The stepper's engine: listens to each step of the eval loop (vm/observer.h) and decides where the program
// stops. What a stop looks like and who says how to go on is a `Front`'s business: a script or a screen.
//
// A stride ends at the first instruction that fulfils its condition. Depth is counted by the thread's nested
// calls, so that "the next line of this function" holds whatever runs in between: calls, generators, natives
// that call back. Invariant: while the program stands, nobody listens, so that an expression which the user
// asks for runs unseen; frames of frozen modules are never stopped in.
//
// CPython: Lib/bdb.py
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/code_views.h"
#include "cli/step/breakpoints.h"
#include "vm/frame.h"

namespace minipy::step {

/// How the program goes on.
enum class Stride {
    Into,      // to the next instruction
    Over,      // the same, but not inside calls
    Line,      // to the next line of this function, or of its caller when it ends
    LineInto,  // to the next line anywhere
    Out,       // until this function has returned
    Continue,  // until a breakpoint
    Detach,    // to the end, without stops
};

/// So many strides; a breakpoint ends them all.
struct Order {
    Stride stride;
    int times = 1;
};

/// Who shows the stops.
class Front {
  public:
    virtual ~Front() = default;
    /// The program stands before the instruction of `frame`; `events` tells what has happened since the last
    /// stop and why it stands. Returns how it goes on.
    virtual Order stopped(Frame* frame, const std::vector<std::string>& events) = 0;
    /// The program's own code has ended; what is left is the interpreter's end.
    virtual void ended(const std::vector<std::string>& events) = 0;
};

class Stepper {
  public:
    explicit Stepper(Front& front) noexcept : front_(front) {}

    /// Listens to the running thread from now on; the one stepper of the process.
    void begin();

    Breakpoints& breakpoints() noexcept { return breakpoints_; }
    CodeViews& views() noexcept { return views_; }

    /// Whether Ctrl-C was pressed and the program has not come to an instruction since.
    static bool is_interrupted() noexcept;

    /// Evaluates the text in the frame, unseen by all listeners: the `repr` of the value, or the error.
    static std::string evaluate(Frame* frame, std::string_view expression);

    // What the eval loop reports.
    void instruction(Frame* frame);
    void raised(Frame* frame, const Object* exception);
    void left(Frame* frame, const Object* value_or_null);

  private:
    /// What is known of a frame under way.
    struct Activation {
        const Frame* frame;
        int line = -1, unit = -1;  // of the instruction before
    };
    Moment moment_of(Frame* frame);
    Activation& activation_of(const Frame* frame);
    bool stride_ends(const Moment& moment, int depth) const noexcept;
    /// Whether the last of the strides ends here; the next one begins if it was not.
    bool order_ends(const Moment& moment) noexcept;
    void stop(Frame* frame, std::vector<std::string> why);
    void end();
    /// Hears of nothing more; an interrupt is the program's again.
    void detach();

    Front& front_;
    Breakpoints breakpoints_;
    CodeViews views_;
    std::vector<Activation> activations_;
    const Frame* first_frame_ = nullptr;
    Order order_{Stride::Into};
    int depth_ = 0;                        // at the last stop
    const Object* last_raised_ = nullptr;  // compared, never followed
    std::vector<std::string> events_;      // since the last stop
};

}  // namespace minipy::step
