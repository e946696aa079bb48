// Frame objects: what `sys._getframe()` and tracebacks show of frames.
//
// CPython: Objects/frameobject.c
#include "vm/frame_object.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <utility>

#include "memory/collector.h"
#include "objects/audit.h"
#include "objects/cell.h"
#include "objects/attribute.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/line_table.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "vm/generator.h"
#include "vm/line_jump.h"
#include "vm/tracing.h"

namespace minipy {
namespace {

FrameObject* as_frame(Object* object) noexcept { return static_cast<FrameObject*>(object); }

bool has_ended(const FrameObject* object) noexcept { return object->frame->owner == FrameOwner::FrameObject; }

/// Drops what an ended frame's object holds.
void clear_content(FrameObject* object) noexcept {
    Frame* frame = object->frame;
    for (Object** slot = frame->fast_locals(); slot < frame->stack; ++slot)
        xdecref(std::exchange(*slot, nullptr));
    frame->stack = frame->fast_locals();
}

void frame_dealloc(Object* self) noexcept {
    FrameObject* object = as_frame(self);
    untrack(self);
    if (has_ended(object)) {
        Frame* frame = object->frame;
        const std::size_t bytes = frame_bytes(frame->code);
        clear_frame(frame);
        release(frame, bytes);
    }
    xdecref(object->back);
    xdecref(object->trace);
    free_object(self);
}

int frame_traverse(Object* self, Visit visit, void* context) {
    FrameObject* object = as_frame(self);
    if (object->back)
        if (int result = visit(object->back, context)) return result;
    if (object->trace)
        if (int result = visit(object->trace, context)) return result;
    if (!has_ended(object)) return 0;
    Frame* frame = object->frame;
    for (Object** slot = frame->fast_locals(); slot < frame->stack; ++slot)
        if (*slot)
            if (int result = visit(*slot, context)) return result;
    for (Object* field :
         {static_cast<Object*>(frame->function), static_cast<Object*>(frame->code), frame->locals})
        if (field)
            if (int result = visit(field, context)) return result;
    if (frame->function) return 0;
    // What no function runs owns its namespaces itself.
    if (int result = visit(frame->globals, context)) return result;
    return visit(frame->builtins, context);
}

void frame_clear_slot(Object* self) {
    if (has_ended(as_frame(self))) clear_content(as_frame(self));
}

int current_line(FrameObject* object) { return object->line ? object->line : frame_line(object->frame); }

NewRef frame_repr(Object* self) {
    FrameObject* object = as_frame(self);
    const Code* code = object->frame->code;
    return str_from_utf8(fmt::format("<frame at {}, file {}, line {}, code {}>", static_cast<void*>(self),
                                     repr_for_message(code->filename.get()), current_line(object),
                                     str_utf8(code->name.get())));
}

NewRef get_back(Object* self) {
    FrameObject* object = as_frame(self);
    if (object->back) return new_ref(object->back);
    Frame* caller = has_ended(object) ? nullptr : object->frame->previous;
    if (!caller) return new_none();
    return new_ref(frame_object(caller));
}

NewRef get_line(Object* self) {
    const int line = current_line(as_frame(self));
    if (line < 0) return new_none();
    return new_int(line);
}

Status set_line(Object* self, Object* value_or_null) { return jump_to_line(as_frame(self), value_or_null); }

NewRef get_code(Object* self) {
    TRY(audit("object.__getattr__", self, "f_code"));
    return new_ref(as_frame(self)->frame->code);
}
NewRef get_globals(Object* self) { return new_ref(as_frame(self)->frame->globals); }
NewRef get_builtins(Object* self) { return new_ref(as_frame(self)->frame->builtins); }
NewRef get_locals(Object* self) { return frame_locals(as_frame(self)->frame); }
NewRef get_lasti(Object* self) { return new_int(as_frame(self)->frame->instruction_index() * 2); }

NewRef get_trace(Object* self) {
    Object* trace = as_frame(self)->trace;
    return new_ref(trace ? trace : &none);
}

Status set_trace(Object* self, Object* value_or_null) {
    if (value_or_null && is_none(value_or_null)) value_or_null = nullptr;
    xincref(value_or_null);
    Ref<Object> old = Ref<Object>::steal(std::exchange(as_frame(self)->trace, value_or_null));
    return done;
}

NewRef frame_clear_method(Object* self, Object* const*) {
    FrameObject* object = as_frame(self);
    if (has_ended(object))
        clear_content(object);
    else if (object->frame->owner != FrameOwner::Generator || !end_generator_of(object->frame))
        return raise(runtime_error_type, "cannot clear an executing frame");
    return new_none();
}

NewRef frame_sizeof(Object* self, Object* const*) {
    const Size slots =
        Frame::local_slots(as_frame(self)->frame->code) + as_frame(self)->frame->code->stack_size;
    return new_int(static_cast<std::int64_t>(sizeof(FrameObject) + sizeof(Frame)) +
                   slots * Size{sizeof(Object*)});
}

constexpr GetSetDef frame_getset[] = {
    {"f_back", get_back, nullptr, nullptr},       {"f_locals", get_locals, nullptr, nullptr},
    {"f_lineno", get_line, set_line, nullptr},     {"f_trace", get_trace, set_trace, nullptr},
    {"f_globals", get_globals, nullptr, nullptr}, {"f_builtins", get_builtins, nullptr, nullptr},
    {"f_code", get_code, nullptr, nullptr},       {"f_lasti", get_lasti, nullptr, nullptr},
};
constexpr MemberDef frame_members[] = {
    {"f_trace_lines", MemberKind::Bool, offsetof(FrameObject, trace_lines), false, nullptr},
    {"f_trace_opcodes", MemberKind::Bool, offsetof(FrameObject, trace_opcodes), false, nullptr},
};
constexpr NativeDef frame_methods[] = {
    {"clear", frame_clear_method, "-($self)", "Drops what the locals of an ended frame refer to."},
    {"__sizeof__", frame_sizeof, "-($self)", "Bytes of memory, locals and value stack included."},
};

const TypeSpec frame_spec = {
    .name = "frame",
    .basic_size = sizeof(FrameObject),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = frame_dealloc,
              .traverse = frame_traverse,
              .clear = frame_clear_slot,
              .repr = frame_repr,
              .set_attribute = generic_set_attribute},
    .methods = frame_methods,
    .getset = frame_getset,
    .members = frame_members,
};

/// Puts the values of the named slots into the dict; unbound ones are removed from it.
Status copy_slots(Frame* frame, Dict* dict) {
    const Code* code = frame->code;
    for (Size i = 0; i < Frame::local_slots(code); ++i) {
        const auto kind = static_cast<std::uint8_t>(code->local_kinds->data()[i]);
        if ((kind & local_kind::free) && !(code->flags & code_flag::optimized)) continue;
        Object* value = frame->fast_locals()[i];
        if (value && (kind & (local_kind::cell | local_kind::free)) && is_exactly(value, cell_type))
            value = static_cast<Cell*>(value)->content;
        Object* name = (*code->local_names)[i];
        if (value)
            TRY(dict_set(dict, name, value));
        else if (TRY(dict_get(dict, name)))
            TRY(dict_delete(dict, name));
    }
    return done;
}

}  // namespace

Type frame_type(frame_spec);

FrameObject* frame_object(Frame* frame) {
    if (frame->object) return frame->object;
    auto* object = new (allocate_collected(sizeof(FrameObject))) FrameObject{};
    object->refcount = 1;
    object->type = &frame_type;
    object->frame = frame;
    object->trace_lines = true;
    if (frame->object) {  // a collection at the allocation has run code that asked for it
        release_collected(object, sizeof(FrameObject));
        return frame->object;
    }
    track(object);
    return frame->object = object;
}

void keep_frame_content(FrameObject* object, Frame* frame) noexcept {
    const std::size_t bytes = frame_bytes(frame->code);
    auto* copy = static_cast<Frame*>(allocate(bytes));
    std::memcpy(static_cast<void*>(copy), frame, bytes);
    copy->stack = copy->fast_locals() + (frame->stack - frame->fast_locals());
    copy->owner = FrameOwner::FrameObject;
    copy->object = nullptr;
    // A generator that ends before it has begun: as if it had just begun.
    copy->ip = std::max(copy->ip, const_cast<CodeWord*>(first_traceable(copy->code)));
    object->frame = copy;
    if (frame->previous && !object->back) {
        object->back = frame_object(frame->previous);
        incref(object->back);
    }
    copy->previous = nullptr;
}

Ref<Object> frame_locals(Frame* frame) {
    if (!frame->locals) frame->locals = new_dict().release();
    if (frame->code->flags & code_flag::optimized || Frame::local_slots(frame->code))
        if (is_dict(frame->locals)) TRY(copy_slots(frame, static_cast<Dict*>(frame->locals)));
    return share(frame->locals);
}

void locals_to_fast(Frame* frame) {
    const Code* code = frame->code;
    if (!frame->locals || !Frame::local_slots(code)) return;
    Ref<Object> pending = take_exception();
    for (Size i = 0; i < Frame::local_slots(code); ++i) {
        const auto kind = static_cast<std::uint8_t>(code->local_kinds->data()[i]);
        if ((kind & local_kind::free) && !(code->flags & code_flag::optimized)) continue;
        Ref<Object> value = get_item(frame->locals, (*code->local_names)[i]);
        if (!value) clear_exception();
        Object** slot = &frame->fast_locals()[i];
        if (*slot && (kind & (local_kind::cell | local_kind::free)) && is_exactly(*slot, cell_type))
            slot = &static_cast<Cell*>(*slot)->content;
        Ref<Object> old = Ref<Object>::steal(std::exchange(*slot, value.release()));
    }
    if (pending) (void)restore_exception(std::move(pending));
}

}  // namespace minipy
