// What the files of int share: the slots, the tables of methods.
#pragma once

#include "objects/type.h"

namespace minipy {

/// All slots of int; constant-initialised, so that bool can start from them.
extern const Slots int_slots;

}  // namespace minipy
