// The module `select`: waiting for files to become ready, by select() (select.cpp), poll() (poll.cpp) and epoll
// (epoll.cpp).
//
// A wait that a signal interrupts goes on with the time that is left, after the signal's handler.
//
// CPython: Modules/selectmodule.c
#pragma once

#include "modules/blocking.h"
#include "objects/module.h"

namespace minipy {

extern Type poll_type, epoll_type;

/// A new object of select.poll().
NewRef select_poll(Object* module, Object* const* arguments);

Ref<Module> make_select_module();

}  // namespace minipy
