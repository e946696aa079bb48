// StopIteration as a carrier of a generator's return value.
//
// CPython: Objects/genobject.c (_PyGen_SetStopIterationValue, _PyGen_FetchStopIterationValue)
#pragma once

#include "objects/exceptions.h"

namespace minipy {

struct StopIteration : BaseException {
    Object* value;
};

/// Makes StopIteration(value) pending.
Failure raise_stop_iteration(Object* value);

/// Takes a pending StopIteration (or "nothing pending") as a return value; false if another exception is
/// pending, which then stays.
bool take_stop_iteration_value(Ref<Object>& value);

}  // namespace minipy
