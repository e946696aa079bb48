// traceback objects.
//
// CPython: Python/traceback.c
#include "vm/traceback.h"

#include <fmt/format.h>

#include <new>
#include <utility>

#include "memory/collector.h"
#include "objects/arguments.h"
#include "objects/audit.h"
#include "objects/errors.h"
#include "objects/list.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/line_table.h"
#include "objects/list.h"
#include "objects/native.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

Traceback* as_traceback(Object* object) noexcept { return static_cast<Traceback*>(object); }

void traceback_clear(Object* self) {
    Ref<Object> next = Ref<Object>::steal(std::exchange(as_traceback(self)->next, nullptr));
    Ref<Object> frame = Ref<Object>::steal(std::exchange(as_traceback(self)->frame, nullptr));
}

/// A long chain is taken down link by link, not by recursion.
void traceback_dealloc(Object* self) noexcept {
    Traceback* traceback = as_traceback(self);
    while (traceback) {
        untrack(traceback);
        Traceback* next = traceback->next;
        xdecref(traceback->frame);
        free_object(traceback);
        traceback = next && --next->refcount == 0 ? next : nullptr;
    }
}

int traceback_traverse(Object* self, Visit visit, void* context) {
    if (Object* next = as_traceback(self)->next)
        if (int result = visit(next, context)) return result;
    Object* frame = as_traceback(self)->frame;
    return frame ? visit(frame, context) : 0;
}

Ref<Object> make(Traceback* next, FrameObject* frame, int instruction, int line) {
    auto* traceback = new (allocate_collected(sizeof(Traceback)))
        Traceback{{1, &traceback_type}, next, frame, instruction, line};
    xincref(next);
    incref(frame);
    track(traceback);
    return Ref<Object>::steal(traceback);
}

NewRef traceback_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"tb_next", "tb_frame", "tb_lasti", "tb_lineno"};
    Object* values[4];
    TRY(bind_arguments("TracebackType", names, arguments, keywords_or_null, values, 4));
    if (!is_exactly(values[1], frame_type))
        return raise_bad_argument("TracebackType", "argument 'tb_frame'", "frame", values[1]);
    const int instruction = TRY(argument_int(values[2])), line = TRY(argument_int(values[3]));
    if (!is_none(values[0]) && !is_exactly(values[0], traceback_type))
        return raise(type_error_type,
                     fmt::format("expected traceback object or None, got '{}'", values[0]->type->name));
    return make(is_none(values[0]) ? nullptr : as_traceback(values[0]), static_cast<FrameObject*>(values[1]),
                instruction, line);
}

NewRef get_line(Object* self) {
    const int line = traceback_line(as_traceback(self));
    if (line < 0) return new_none();
    return new_int(line);
}

NewRef get_next(Object* self) {
    Traceback* next = as_traceback(self)->next;
    return next ? new_ref(next) : new_none();
}

Status set_next(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise(type_error_type, "can't delete tb_next attribute");
    if (!is_none(value_or_null) && !is_exactly(value_or_null, traceback_type))
        return raise(type_error_type,
                     fmt::format("expected traceback object, got '{}'", value_or_null->type->name));
    Traceback* next = is_none(value_or_null) ? nullptr : as_traceback(value_or_null);
    for (Traceback* link = next; link; link = link->next)
        if (link == self) return raise(value_error_type, "traceback loop detected");
    xincref(next);
    Ref<Object> old = Ref<Object>::steal(std::exchange(as_traceback(self)->next, next));
    return done;
}

NewRef get_frame(Object* self) {
    TRY(audit("object.__getattr__", self, "tb_frame"));
    return new_ref(as_traceback(self)->frame);
}

Status refuse_line(Object*, Object*) { return raise(attribute_error_type, "readonly attribute"); }

constexpr GetSetDef traceback_getset[] = {
    {"tb_next", get_next, set_next, nullptr},
    {"tb_lineno", get_line, refuse_line, nullptr},
    {"tb_frame", get_frame, nullptr, nullptr},
};
constexpr MemberDef traceback_members[] = {
    {"tb_lasti", MemberKind::Int, offsetof(Traceback, instruction), true, nullptr},
};

NewRef traceback_dir(Object*, Object* const*) {
    Ref<List> names = new_list();
    for (const char* attribute : {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"})
        TRY(list_append(names.get(), intern(attribute).get()));
    return names;
}

constexpr NativeDef traceback_methods[] = {
    {"__dir__", traceback_dir, "-($self)", "The attributes that say where it was."},
};

const TypeSpec traceback_spec = {
    .name = "traceback",
    .basic_size = sizeof(Traceback),
    .flags = type_flag::collected,
    .doc = "Where an exception passed through, one link for each frame.",
    .slots = {.new_ = traceback_new,
              .dealloc = traceback_dealloc,
              .traverse = traceback_traverse,
              .clear = traceback_clear},
    .methods = traceback_methods,
    .getset = traceback_getset,
    .members = traceback_members,
};

}  // namespace

Type traceback_type(traceback_spec);

int traceback_line(Traceback* traceback) noexcept {
    if (traceback->line == -1) {
        const Code* code = traceback->frame->frame->code;
        traceback->line =
            find_range(code->line_table->view(), code->first_line, traceback->instruction / 2).line;
    }
    return traceback->line;
}

void add_traceback(ThreadState& thread, Frame* frame) {
    auto* exception = static_cast<BaseException*>(thread.pending_exception);
    auto* next = static_cast<Traceback*>(exception->traceback);
    Ref<Object> link = make(next, frame_object(frame), frame->instruction_index() * 2, -1);
    exception->traceback = link.release();
    xdecref(next);
}

}  // namespace minipy
