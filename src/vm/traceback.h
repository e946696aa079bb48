// traceback: where an exception passed through, innermost call last.
//
// CPython: Include/cpython/traceback.h, Python/traceback.c
#pragma once

#include "vm/frame.h"

namespace minipy {

struct Traceback : Object {
    Traceback* next;  // towards the place where it was raised
    FrameObject* frame;
    int instruction;  // byte offset, tb_lasti
    int line;         // -1: not computed yet
};

extern Type traceback_type;

/// Line of the link, -1 if it has none. tb_lineno.
int traceback_line(Traceback* traceback) noexcept;

/// Adds the frame, at its current instruction, in front of the pending exception's traceback. PyTraceBack_Here.
void add_traceback(ThreadState& thread, Frame* frame);

}  // namespace minipy
