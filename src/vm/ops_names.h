// Names in namespaces: locals of class bodies and modules, globals, builtins.
//
// CPython: Python/ceval.c
#pragma once

#include "objects/dict_keys.h"
#include "vm/names.h"
#include "vm/ops.h"

namespace minipy {

// [value] -> []
OP(STORE_NAME) {
    Ref<Object> value = pop(sp);
    return flow_of(store_name(frame, code_name(frame, argument), value.get()));
}

OP(DELETE_NAME) { return flow_of(delete_name(frame, code_name(frame, argument))); }

// [] -> [value]; of a module at once if `dict_peek` finds it, since there is no cache to remember its place
OP(LOAD_NAME) {
    Str* name = code_name(frame, argument);
    if (frame->locals == frame->globals && is_exactly(frame->globals, dict_type)) {
        if (Object* value = dict_peek(frame->globals, name)) {
            push_shared(sp, value);
            return Flow::Next;
        }
    }
    return push_result(sp, load_name(frame, name));
}

// [] -> [value] or, with an odd argument, [NULL, value]
OP(LOAD_GLOBAL) {
    if (argument & 1) push(sp, nullptr);
    ip += cache_entries(Opcode::LOAD_GLOBAL);
    return push_result(sp, load_global(frame->globals, frame->builtins, code_name(frame, argument >> 1)));
}

// [value] -> []
OP(STORE_GLOBAL) {
    Ref<Object> value = pop(sp);
    return flow_of(dict_set(frame->globals, code_name(frame, argument), value.get()));
}

OP(DELETE_GLOBAL) { return flow_of(delete_global(frame, code_name(frame, argument))); }

// [] -> [value]: the class's namespace first, then the cell
OP(LOAD_CLASSDEREF) { return push_result(sp, load_class_variable(frame, static_cast<int>(argument))); }

OP(SETUP_ANNOTATIONS) { return flow_of(setup_annotations(frame)); }

OP(LOAD_BUILD_CLASS) { return push_result(sp, load_build_class(frame)); }

OP(LOAD_ASSERTION_ERROR) {
    push_shared(sp, &assertion_error_type);
    return Flow::Next;
}

// [level, from list] -> [module]
OP(IMPORT_NAME) {
    Ref<Object> from_list = pop(sp), level = pop(sp);
    return push_result(sp, import_name(frame, code_name(frame, argument), from_list.get(), level.get()));
}

// [module] -> [module, module.name]
OP(IMPORT_FROM) { return push_result(sp, import_from(peek(sp, 1), code_name(frame, argument))); }

// [module] -> []
OP(IMPORT_STAR) {
    Ref<Object> module = pop(sp);
    return flow_of(import_star(frame, module.get()));
}

}  // namespace minipy
