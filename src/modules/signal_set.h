// Sets of signals as arguments.
//
// CPython: Modules/signalmodule.c (_Py_Sigset_Converter)
#pragma once

#include <csignal>

#include "memory/ref.h"

namespace minipy {

/// The signals whose numbers an iterable gives. ValueError "signal number 99 out of range [1; 64]".
Status parse_signal_set(Object* iterable, sigset_t& signals);

}  // namespace minipy
