// Jumping to another line: what assigning to `f_lineno` in a trace function does.
//
// CPython: Objects/frameobject.c (frame_setlineno)
#pragma once

#include "vm/frame.h"

namespace minipy {

/// Makes the frame go on at the line, or at the next one that has code. ValueError if the value stack there
/// would not fit, or if the frame is not at a 'line' event of its own trace function.
Status jump_to_line(FrameObject* frame, Object* line_or_null);

}  // namespace minipy
