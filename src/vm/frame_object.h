// Frame objects: what `sys._getframe()` and tracebacks show of frames.
//
// CPython: Objects/frameobject.c
#pragma once

#include "vm/frame.h"

namespace minipy {

/// The frame has ended but its object lives on: the content moves into the object, which owns it from now on,
/// and the caller's frame becomes `back`. take_ownership.
void keep_frame_content(FrameObject* object, Frame* frame) noexcept;

}  // namespace minipy
