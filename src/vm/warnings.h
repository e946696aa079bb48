// Warnings: filters decide whether one is ignored, shown (once for each place, module or program) or raised.
//
// The filters, the default action and the registry of "once" belong to `warnings` when that module is loaded
// and to the lists here before; showing goes to `warnings._showwarnmsg` or straight to `sys.stderr`. Invariant:
// a registry whose version is not the filters' version counts as empty.
//
// CPython: Python/_warnings.c
#pragma once

#include "objects/module.h"

namespace minipy {

/// Where a warning is said to come from; owned.
struct WarningPlace {
    Ref<Object> filename;
    int line = 0;
    Ref<Object> module;    // its name
    Ref<Object> registry;  // dict, None, or empty
};

/// What the filters look at, and the object whose life the warning is about (may be null).
struct WarningContent {
    Object* category;
    Object* message;
    Object* source_line = nullptr;
    Object* source = nullptr;
};

/// The place `stack_level` Python calls up. setup_context.
Status warning_place(Size stack_level, WarningPlace& place);

/// Filters the warning and shows it; fails if it is raised instead. warn_explicit.
Status warn_explicit(const WarningContent& content, WarningPlace& place);

/// The category a warning has: that of a Warning instance, else what was given, else UserWarning. TypeError if
/// it is no Warning subclass. get_category.
Ref<Object> warning_category(Object* message, Object* category_or_null);

/// The filters have changed: what the registries remember counts no more.
void warning_filters_mutated() noexcept;

/// Sets `filters`, `_defaultaction` and `_onceregistry` of the module `_warnings`.
Status add_warning_state(Module* module);

}  // namespace minipy
