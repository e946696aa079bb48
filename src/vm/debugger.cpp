// Stops for a debugger: see debugger.h. This file also describes the layouts of objects to it.
//
// It is compiled with debug information in every build (CMakeLists.txt), and `debugger_layouts` mentions the
// types that tools/gdb/ reads: so a release binary tells gdb where the fields of a list or a frame lie, at the
// cost of one file's debug information. Invariant: what the scripts read by name is reachable from there.
//
// CPython: Tools/gdb/libpython.py needs the debug information of the whole interpreter
#include "vm/debugger.h"

#include <string_view>

#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/cell.h"
#include "objects/complex.h"
#include "objects/descriptor.h"
#include "objects/exception_layouts.h"
#include "objects/float.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/module.h"
#include "objects/native.h"
#include "objects/property.h"
#include "objects/range.h"
#include "objects/set.h"
#include "objects/slice.h"
#include "objects/weak_reference.h"
#include "vm/generator.h"
#include "vm/threads.h"
#include "vm/tracing.h"

namespace minipy {

DebuggerStops debugger_stops;

/// Naming the arguments in the assembly keeps the call and its registers as they are written, under GCC and
/// clang.
[[gnu::noinline]] void debugger_stop(ThreadState* thread, Frame* frame) {
    asm volatile("" : : "r"(thread), "r"(frame));
}

namespace {

/// "shapes.py" and "lib/shapes.py" fit "/home/me/lib/shapes.py"; "pes.py" does not.
bool is_file(const Str* filename, std::string_view wanted) {
    const std::string_view path = str_utf8(filename);
    if (!path.ends_with(wanted)) return false;
    return path.size() == wanted.size() || wanted.starts_with('/') ||
           path[path.size() - wanted.size() - 1] == '/';
}

/// The instruction with which a function begins its work, and a generator only when it is first resumed.
bool is_start(const CodeWord* ip) {
    return base_opcode(static_cast<Opcode>(ip->opcode)) == Opcode::RESUME && ip->argument == 0;
}

/// Whether the code unit is the first of a run of its line; -1 is no line.
bool begins_line(Code* code, int unit) {
    const int line = line_of_unit(code, unit);
    return line >= 0 && (unit == 0 || line_of_unit(code, unit - 1) != line);
}

/// What the machine itself is made of does not count as the program.
bool is_frozen(const Code* code) { return str_utf8(code->filename.get()).starts_with("<frozen "); }

bool fits(const StopPoint& point, const Frame* frame, int line) {
    const Code* code = frame->code;
    switch (point.kind) {
        case StopKind::None: return false;
        case StopKind::Opcode:
            return static_cast<int>(base_opcode(static_cast<Opcode>(frame->ip->opcode))) == point.number &&
                   !is_frozen(code);
        case StopKind::Function:
            return is_start(frame->ip) &&
                   (str_utf8(code->name.get()) == point.text ||
                    str_utf8(code->qualified_name.get()) == point.text) &&
                   !is_frozen(code);
        case StopKind::Line:
            return line == point.number && begins_line(frame->code, frame->instruction_index()) &&
                   is_file(code->filename.get(), point.text);
    }
    return false;
}

bool step_is_over(const ThreadState* thread, const Frame* frame, int line) {
    const DebuggerStops& stops = debugger_stops;
    if (stops.stepping == Stepping::No || stops.thread != thread) return false;
    if (stops.stepping == Stepping::Instruction) return true;
    return frame == stops.frame && line != stops.line && line >= 0 && !is_start(frame->ip);
}

/// `py-next` goes on in the caller when the frame has returned or yielded.
void follow_caller(const Frame* frame) {
    if (debugger_stops.frame != frame || !frame->previous) return;
    debugger_stops.frame = frame->previous;
    debugger_stops.line = -1;
}

void before_instruction(Frame* frame) {
    ThreadState* thread = current_thread;
    const int line = line_of_unit(frame->code, frame->instruction_index());
    std::uint32_t reached = step_is_over(thread, frame, line) ? 1 : 0;
    for (int i = 0; i < DebuggerStops::capacity; ++i)
        if (fits(debugger_stops.points[i], frame, line)) reached |= 2u << i;
    if (reached) {
        debugger_stops.reached = reached;
        debugger_stop(thread, frame);
    }
    if (base_opcode(static_cast<Opcode>(frame->ip->opcode)) == Opcode::RETURN_GENERATOR) follow_caller(frame);
}

/// Pointers to everything that the scripts look into. Never read.
struct DebuggerLayouts {
    Int* integer;
    Float* floating;
    Complex* complex;
    Str* string;
    Bytes* bytes;
    ByteArray* byte_array;
    List* list;
    Tuple* tuple;
    Dict* dict;
    GeneralEntry* general_entry;
    StringEntry* string_entry;
    DictValues* values;
    ManagedHead* managed_head;
    GcHead* collector_head;
    Set* set;
    Slice* slice;
    Range* range;
    Cell* cell;
    CallableWrapper* wrapper;
    Property* property;
    WeakReference* weak_reference;
    Module* module;
    Descriptor* descriptor;
    BuiltinFunction* builtin_function;
    Function* function;
    Method* method;
    Code* code;
    Generator* generator;
    FrameObject* frame_object;
    BaseException* exception;
    OSError* os_error;
    Type* type;
    Opcode opcode;
    ThreadState* thread;
};
[[gnu::used]] DebuggerLayouts debugger_layouts;

}  // namespace

const StepListener debugger_listener = {
    .instruction = before_instruction,
    .raised = [](Frame*, Object*) {},
    .left = [](Frame* frame, Object*) { follow_caller(frame); },
};

}  // namespace minipy
