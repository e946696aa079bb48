// What can be seen of a stopped frame, as short texts: the stepper's panes and its answers are made of these.
//
// Invariant: nothing of the program runs to make them, and no reference is kept, so that looking changes
// nothing, reference counts included.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vm/frame.h"

namespace minipy::step {

/// `name` is empty on the value stack.
struct ShownValue {
    std::string name, value;
    std::string references;  // "2 refs"; "shared" for what the whole interpreter shares; empty for NULL
};

/// Whether steps stop in the frame: not in those of frozen modules, which have no source to show.
bool is_visible(const Frame* frame) noexcept;

/// The visible frame that called this one, or null.
Frame* visible_caller(const Frame* frame) noexcept;

/// How many visible frames there are, this one included.
int visible_depth(const Frame* frame) noexcept;

/// "price.py:2": the file without its directory.
std::string place_of(const Frame* frame);
std::string function_of(const Frame* frame);

/// A value, "unbound" for null, with its count of references.
ShownValue shown_value(std::string name, const Object* value_or_null);

/// Whether the frame's value stack can be looked at: the running frame's can, and that of a caller whose call
/// runs in the same loop; what a native was called with has its owner elsewhere. `running` is the topmost
/// frame.
bool has_known_stack(const Frame* frame, const Frame* running) noexcept;
/// From the bottom; the top is last.
std::vector<ShownValue> value_stack(Frame* frame);
/// Fast locals that no cell holds; of a module or class body its namespace, without `__names__`.
std::vector<ShownValue> local_values(Frame* frame);
/// What the cells of the frame hold, its own and those of its closure.
std::vector<ShownValue> cell_values(Frame* frame);
/// Without `__names__`.
std::vector<ShownValue> global_values(Frame* frame);

}  // namespace minipy::step
