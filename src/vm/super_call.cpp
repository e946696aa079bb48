// `super()` without arguments: the class and the instance come from the running function.
//
// CPython: Objects/typeobject.c (super_init_without_args)
#include "objects/cell.h"
#include "objects/errors.h"
#include "objects/str.h"
#include "objects/vm_hooks.h"
#include "vm/frame.h"

namespace minipy {
namespace {

/// The first argument, which a nested function may have moved into a cell.
Object* first_argument(Frame* frame) noexcept {
    Object* first = frame->fast_locals()[0];
    const auto kind = static_cast<std::uint8_t>(frame->code->local_kinds->data()[0]);
    if (first && (kind & local_kind::cell) && is_exactly(first, cell_type))
        return static_cast<Cell*>(first)->content;
    return first;
}

/// The `__class__` cell among the free variables, or null.
Object* class_cell(Frame* frame) noexcept {
    const Code* code = frame->code;
    for (Size i = 0; i < Frame::local_slots(code); ++i) {
        const auto kind = static_cast<std::uint8_t>(code->local_kinds->data()[i]);
        if ((kind & local_kind::free) && str_equal(static_cast<Str*>((*code->local_names)[i]), "__class__"))
            return frame->fast_locals()[i];
    }
    return nullptr;
}

}  // namespace

Status super_arguments_from_frame(Ref<Object>& type, Ref<Object>& self) {
    Frame* frame = current_thread->frame;
    if (!frame) return raise(runtime_error_type, "super(): no current frame");
    if (frame->code->argument_count == 0) return raise(runtime_error_type, "super(): no arguments");
    self = Ref<Object>::share(first_argument(frame));
    if (!self) return raise(runtime_error_type, "super(): arg[0] deleted");
    Object* cell = class_cell(frame);
    if (!cell) return raise(runtime_error_type, "super(): __class__ cell not found");
    if (!is_exactly(cell, cell_type)) return raise(runtime_error_type, "super(): bad __class__ cell");
    type = Ref<Object>::share(static_cast<Cell*>(cell)->content);
    if (!type) return raise(runtime_error_type, "super(): empty __class__ cell");
    if (!is_instance_of(type.get(), type_type))
        return raise(runtime_error_type,
                     std::string("super(): __class__ is not a type (") + type->type->name + ")");
    return done;
}

}  // namespace minipy
