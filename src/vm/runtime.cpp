// Start and end of the whole machine.
//
// CPython: Python/pylifecycle.c
#include "vm/runtime.h"

#include "memory/collector.h"
#include "objects/builtin_types.h"
#include "objects/descriptor.h"
#include "objects/dict.h"
#include "objects/module.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/generator.h"
#include "vm/traceback.h"

namespace minipy {
namespace {

Type* const machine_types[] = {
    &function_type,
    &method_type,
    &frame_type,
    &traceback_type,
    &generator_type,
    &coroutine_type,
    &coroutine_wrapper_type,
    &async_generator_type,
    &async_generator_send_type,
    &async_generator_throw_type,
    &async_generator_wrapped_value_type,
    &anext_awaitable_type,
};

Module* builtins = nullptr;  // owned; alive for the whole process
Dict* builtins_copy = nullptr;  // likewise

}  // namespace

void initialize_types() {
    static const bool ready = [] {
        ready_object_types();
        for (Type* type : machine_types) ready_type(*type);
        collector.enabled = true;  // it needs all slots in their places
        return true;
    }();
    (void)ready;
}

void set_builtins_module(Ref<Module> module) noexcept { builtins = module.release(); }

Module* builtins_module() noexcept { return builtins; }

void keep_original_builtins() noexcept { builtins_copy = dict_copy(builtins->dict).release(); }

Dict* original_builtins() noexcept { return builtins_copy; }

Dict* builtins_dict() noexcept { return builtins->dict; }

}  // namespace minipy
