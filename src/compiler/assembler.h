// Flow graph -> code object: the last step of compilation.
//
// CPython: Python/compile.c (assemble, makecode)
#pragma once

#include "compiler/flow_graph_passes.h"
#include "objects/code.h"

namespace minipy {

/// Runs all passes over the unit's graph and makes its code object. Throws SourceError (SystemError for a
/// graph that breaks its rules).
Ref<Code> assemble(CodeUnit& unit, AssemblyContext& context);

}  // namespace minipy
