// Entering the eval loop: calls of Python functions from C++ code, and code run in a namespace.
//
// CPython: Python/ceval.c (PyEval_EvalCode, _PyEval_Vector), Objects/call.c
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/names.h"
#include "objects/vm_hooks.h"
#include "vm/eval.h"

namespace minipy {

NewRef function_vectorcall(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    ThreadState& thread = *current_thread;
    const Size total = positional + (keyword_names ? keyword_names->size : 0);
    for (Size i = 0; i < total; ++i) incref(arguments[i]);
    Frame* frame =
        frame_for_call(thread, static_cast<Function*>(callable), nullptr, arguments, positional, keyword_names);
    if (!frame) return failed;
    return run_frame(thread, frame);
}

NewRef evaluate_code(Code* code, Dict* globals, Object* locals) {
    Ref<Dict> builtins = TRY(builtins_of(globals));
    ThreadState& thread = *current_thread;
    return run_frame(thread, push_code_frame(thread, code, globals, builtins.get(), locals));
}

// --- what objects ask of the machine (objects/vm_hooks.h)

Dict* current_globals() noexcept {
    const Frame* frame = current_thread->frame;
    return frame ? frame->globals : nullptr;
}

Ref<Object> builtin(std::string_view wanted) {
    if (Object* found = dict_get(builtins_dict(), intern(wanted).get())) return share(found);
    return raise(attribute_error_type, wanted);
}

Object* current_module_name() noexcept {
    Dict* globals = current_globals();
    return globals ? dict_get(globals, name<"__name__">) : nullptr;
}

}  // namespace minipy
