// The slow side of names: namespaces that may be any mapping, builtins, imports.
//
// CPython: Python/ceval.c (LOAD_NAME and its relatives, import_name, import_from, import_all_from)
#pragma once

#include "vm/frame.h"

namespace minipy {

/// Locals, globals, builtins; NameError. LOAD_NAME.
NewRef load_name(Frame* frame, Str* name);
Status store_name(Frame* frame, Str* name, Object* value);
Status delete_name(Frame* frame, Str* name);

/// Globals, then builtins (either may be a dict subclass with `__getitem__` of its own); NameError.
NewRef load_global(Dict* globals, Dict* builtins, Str* name);
Status delete_global(Frame* frame, Str* name);

/// LOAD_CLASSDEREF.
NewRef load_class_variable(Frame* frame, int slot);
Status setup_annotations(Frame* frame);
NewRef load_build_class(Frame* frame);

/// `import name`: calls `builtins.__import__`.
NewRef import_name(Frame* frame, Str* name, Object* from_list, Object* level);
/// `from module import name`, with the fallback to `sys.modules`; ImportError "cannot import name ...".
NewRef import_from(Object* module, Str* name);
/// `from module import *`.
Status import_star(Frame* frame, Object* module);

}  // namespace minipy
