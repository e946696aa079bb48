// Jumping to another line: see line_jump.h.
//
// A jump is allowed where the value stack of the target is the lower part of the present one: the rest is
// dropped. To know the stacks, the code is run in the abstract: `StackShapes` follows all ways through it and
// notes for each instruction of what kinds the values on the stack are. Invariant: a shape, once known, does
// not change, as every way to an instruction finds the same stack.
//
// CPython: Objects/frameobject.c (mark_stacks, compatible_stack, frame_setlineno)
#include "vm/line_jump.h"

#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <string>
#include <vector>

#include "objects/errors.h"
#include "objects/exception_table.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "vm/tracing.h"

namespace minipy {
namespace {

/// What a value on the stack is good for. `Plain` stands for any object.
enum class Kind : char { Iterator = 1, Except = 2, Plain = 3, Null = 4, LastI = 5 };

constexpr std::size_t deepest_shape = 21;  // what CPython packs into a word

/// The kinds of the values, the lowest first.
struct StackShape {
    enum { Unknown, Known, TooDeep } state = Unknown;
    std::string kinds;

    void push(Kind kind) {
        if (kinds.size() == deepest_shape)
            state = TooDeep;
        else
            kinds += static_cast<char>(kind);
    }
    void pop() noexcept {
        if (!kinds.empty()) kinds.pop_back();
    }
    Kind top() const noexcept { return static_cast<Kind>(kinds.back()); }
    /// Order of depth first; among shapes of the same depth, any fixed one.
    bool operator>(const StackShape& other) const noexcept {
        return kinds.size() != other.kinds.size() ? kinds.size() > other.kinds.size() : kinds > other.kinds;
    }
};

class StackShapes {
  public:
    explicit StackShapes(const Code* code)
        : code_(code), shapes_(static_cast<std::size_t>(code->code->size / 2)) {
        shapes_[0].state = StackShape::Known;
        // Jumps back and handlers may reach code that has been passed already.
        do {
            again_ = false;
            follow_instructions();
            follow_handlers();
        } while (again_);
    }

    const StackShape& operator[](int unit) const { return shapes_[static_cast<std::size_t>(unit)]; }

  private:
    int size() const noexcept { return static_cast<int>(shapes_.size()); }

    void reach(int unit, StackShape shape, int from) {
        if (unit < 0 || unit >= size()) return;
        StackShape& known = shapes_[static_cast<std::size_t>(unit)];
        if (known.state != StackShape::Unknown) return;
        known = std::move(shape);
        if (unit < from) again_ = true;
    }

    void follow_instructions() {
        const auto* words = reinterpret_cast<const CodeWord*>(code_->code->data());
        int argument = 0;
        for (int unit = 0; unit < size();) {
            const auto opcode = static_cast<Opcode>(words[unit].opcode);
            argument = argument << 8 | words[unit].argument;
            const int next = unit + 1 + cache_entries(opcode);
            if (shapes_[static_cast<std::size_t>(unit)].state != StackShape::Unknown)
                follow(opcode, argument, unit, next);
            if (opcode != Opcode::EXTENDED_ARG) argument = 0;
            unit = next;
        }
    }

    void follow(Opcode opcode, int argument, int unit, int next);
    void follow_jump(Opcode opcode, int argument, int unit, int next);

    void follow_handlers() {
        ExceptionTableReader reader(code_->exception_table->view());
        for (ExceptionTableEntry entry; reader.next(entry);) {
            if (entry.start >= size()) continue;
            StackShape shape = shapes_[static_cast<std::size_t>(entry.start)];
            if (shape.state != StackShape::Known) continue;
            while (shape.kinds.size() > static_cast<std::size_t>(entry.depth)) shape.pop();
            if (entry.push_last_i) shape.push(Kind::LastI);
            shape.push(Kind::Except);
            reach(entry.target, std::move(shape), INT_MAX);
        }
    }

    const Code* code_;
    std::vector<StackShape> shapes_;
    bool again_;
};

/// Both ways of a conditional jump, or the only one of `JUMP_*`.
void StackShapes::follow_jump(Opcode opcode, int argument, int unit, int next) {
    const bool backward = opcode_info(opcode).kind == ArgumentKind::JumpBackward;
    const StackShape before = shapes_[static_cast<std::size_t>(unit)];
    const auto after = [&](bool jump) {
        StackShape shape = before;
        for (int effect = stack_effect(opcode, argument, jump); effect < 0; ++effect) shape.pop();
        if (opcode == Opcode::FOR_ITER && !jump) shape.push(Kind::Plain);
        return shape;
    };
    reach(backward ? next - argument : next + argument, after(true), unit);
    const bool always = opcode == Opcode::JUMP_FORWARD || opcode == Opcode::JUMP_BACKWARD ||
                        opcode == Opcode::JUMP_BACKWARD_NO_INTERRUPT;
    if (!always) reach(next, after(false), unit);
}

void StackShapes::follow(Opcode opcode, int argument, int unit, int next) {
    if (is_jump(opcode)) return follow_jump(opcode, argument, unit, next);
    StackShape shape = shapes_[static_cast<std::size_t>(unit)];
    switch (opcode) {
        case Opcode::RETURN_VALUE:
        case Opcode::RAISE_VARARGS:
        case Opcode::RERAISE: return;
        case Opcode::GET_ITER:
        case Opcode::GET_AITER:
            shape.pop();
            shape.push(Kind::Iterator);
            break;
        case Opcode::PUSH_EXC_INFO: shape.push(Kind::Except); break;
        case Opcode::PUSH_NULL: shape.push(Kind::Null); break;
        case Opcode::LOAD_GLOBAL:
            if (argument & 1) shape.push(Kind::Null);
            shape.push(Kind::Plain);
            break;
        case Opcode::LOAD_METHOD:
            shape.pop();
            shape.push(Kind::Null);
            shape.push(Kind::Plain);
            break;
        default: {
            int effect = stack_effect(opcode, argument, false);
            for (; effect < 0; ++effect) shape.pop();
            for (; effect > 0; --effect) shape.push(Kind::Plain);
        }
    }
    reach(next, std::move(shape), unit);
}

bool kind_fits(Kind from, Kind to) noexcept {
    if (to == Kind::Plain) return from != Kind::Null;
    return to == Kind::Null || from == to;
}

/// Whether dropping the topmost values of the one leaves the other. compatible_stack.
bool shape_fits(StackShape from, const StackShape& to) {
    if (from.state != StackShape::Known || to.state != StackShape::Known) return false;
    while (from > to) from.pop();
    return std::ranges::equal(from.kinds, to.kinds, [](char left, char right) {
        return kind_fits(static_cast<Kind>(left), static_cast<Kind>(right));
    });
}

const char* why_not(const StackShape& from, const StackShape& to) {
    if (from.state == StackShape::TooDeep) return "stack to deep to analyze";  // CPython's spelling
    if (from.state == StackShape::Unknown) return "can't jump from unreachable code";
    if (to.state == StackShape::TooDeep) return "stack is too deep to analyze";
    if (to.state == StackShape::Unknown)
        return "can't jump into an exception handler, or code may be unreachable";
    if (to.kinds.empty()) return "incompatible stacks";
    switch (to.top()) {
        case Kind::Except: return "can't jump into an 'except' block as there's no exception";
        case Kind::LastI: return "can't jump into a re-raising block as there's no location";
        case Kind::Iterator: return "can't jump into the body of a for loop";
        default: return "incompatible stacks";
    }
}

/// For each code unit that begins a line: which one; -1 for the others. marklines.
std::vector<int> line_starts(Code* code) {
    std::vector<int> starts(static_cast<std::size_t>(code->code->size / 2), -1);
    int last = -1;
    for (std::size_t unit = 0; unit < starts.size(); ++unit) {
        const int line = line_of_unit(code, static_cast<int>(unit));
        if (line == last || line == -1) continue;
        starts[unit] = last = line;
    }
    return starts;
}

/// The instruction of the line whose stack is the deepest that fits; -1 with ValueError pending.
int find_target(const std::vector<int>& starts, int line, const StackShapes& shapes, const StackShape& here) {
    int best = -1;
    const char* refusal = nullptr;
    for (int unit = 0; unit < static_cast<int>(starts.size()); ++unit) {
        if (starts[static_cast<std::size_t>(unit)] != line) continue;
        const StackShape& shape = shapes[unit];
        if (shape_fits(here, shape)) {
            if (best < 0 || shape > shapes[best]) best = unit;
        } else if (!refusal) {
            refusal = why_not(here, shape);
        }
    }
    if (best < 0) (void)raise(value_error_type, refusal ? refusal : "cannot find bytecode for specified line");
    return best;
}

bool at_yield(const FrameObject* object) noexcept {
    return static_cast<Opcode>(object->frame->ip->opcode) == Opcode::YIELD_VALUE;
}

Status check_event(const FrameObject* object) {
    const Str* event = current_thread->traced_event;
    if (!event || event == name<"call">)
        return raise(value_error_type, "can't jump from the 'call' trace event of a new frame");
    if (event != name<"line"> && !(event == name<"return"> && at_yield(object)))
        return raise(value_error_type, "can only jump from a 'line' trace event");
    if (!object->trace) return raise(value_error_type, "f_lineno can only be set by a trace function");
    return done;
}

/// The line itself or the next one that has code; -1 if there is none.
int line_with_code(const std::vector<int>& starts, int wanted) {
    int found = INT_MAX;
    for (int line : starts)
        if (line >= wanted) found = std::min(found, line);
    return found == INT_MAX ? -1 : found;
}

/// Takes the top off the frame's stack. What a handler has pushed is the exception that was handled before.
void drop_top(Frame* frame, Kind kind) {
    Ref<Object> dropped = Ref<Object>::steal(*--frame->stack);
    if (kind != Kind::Except) return;
    if (is_none(dropped.get())) dropped.reset();
    Object*& handled = current_thread->handled->exception;
    dropped = Ref<Object>::steal(std::exchange(handled, dropped.release()));
}

}  // namespace

Status jump_to_line(FrameObject* object, Object* line_or_null) {
    if (!line_or_null) return raise(attribute_error_type, "cannot delete attribute");
    if (!is_exactly(line_or_null, int_type)) return raise(value_error_type, "lineno must be an integer");
    TRY(check_event(object));
    const Int* given = as_int(line_or_null);
    if (!given->is_small() || given->small > INT_MAX || given->small < INT_MIN)
        return raise(value_error_type, "lineno out of range");
    const int wanted = static_cast<int>(given->small);
    Frame* frame = object->frame;
    Code* code = frame->code;
    if (wanted < code->first_line)
        return raise(value_error_type, fmt::format("line {} comes before the current code block", wanted));
    const std::vector<int> starts = line_starts(code);
    const int line = wanted < 0 ? -1 : line_with_code(starts, wanted);
    if (line < 0)
        return raise(value_error_type, fmt::format("line {} comes after the current code block", wanted));

    const StackShapes shapes(code);
    StackShape here = shapes[frame->instruction_index()];
    const int target = find_target(starts, line, shapes, here);
    if (target < 0) return failed;
    // A generator that has just yielded goes on behind the yield whatever it is told.
    if (current_thread->traced_event == name<"return">) return done;
    for (; here > shapes[target]; here.pop()) drop_top(frame, here.top());
    object->line = 0;
    frame->ip = code_words(code) + target;
    return done;
}

}  // namespace minipy
