// The frame stack: chunks of memory in which frames lie one behind the other.
//
// CPython: Python/pystate.c (_PyThreadState_PushFrame), Python/frame.c
#include "vm/frame.h"

#include <algorithm>
#include <cstdlib>
#include <new>
#include <utility>

#include "objects/line_table.h"
#include "vm/frame_object.h"
#include "vm/generator.h"

namespace minipy {
namespace {

constexpr std::size_t chunk_bytes = 256 * 1024;

}  // namespace

void add_frame_chunk(ThreadState& thread, std::size_t bytes) {
    const std::size_t size = std::max(chunk_bytes, bytes + sizeof(FrameChunk));
    void* memory = std::malloc(size);
    if (!memory) throw std::bad_alloc();
    auto* chunk = new (memory) FrameChunk{thread.chunks, thread.frame_top, thread.frame_end};
    thread.chunks = chunk;
    thread.frame_top = reinterpret_cast<char*>(chunk + 1);
    thread.frame_end = static_cast<char*>(memory) + size;
}

void drop_empty_chunk(ThreadState& thread) noexcept {
    FrameChunk* empty = thread.chunks;
    if (!empty->previous) return;
    thread.chunks = empty->previous;
    thread.frame_top = empty->top;
    thread.frame_end = empty->end;
    std::free(empty);
}

void free_frame_stack(ThreadState& thread) noexcept {
    while (FrameChunk* chunk = thread.chunks) {
        thread.chunks = chunk->previous;
        std::free(chunk);
    }
}

Frame* push_function_frame(ThreadState& thread, Function* function, Object* locals_or_null) {
    Frame* frame = push_frame(thread, function, 0);
    frame->locals = locals_or_null;
    return frame;
}

Frame* push_code_frame(ThreadState& thread, Code* code, Dict* globals, Dict* builtins, Object* locals) {
    Frame* frame = new_frame(thread, code);
    std::fill_n(frame->fast_locals(), Frame::local_slots(code), nullptr);
    frame->function = nullptr;
    frame->globals = globals;
    frame->builtins = builtins;
    frame->locals = locals;
    incref(globals);
    incref(builtins);
    incref(locals);
    return frame;
}

void clear_frame(Frame* frame) noexcept {
    if (FrameObject* object = std::exchange(frame->object, nullptr)) {
        if (object->refcount > 1) {
            keep_frame_content(object, frame);
            decref(object);
            return;
        }
        decref(object);
    }
    for (Object** slot = frame->fast_locals(); slot < frame->stack; ++slot)
        xdecref(std::exchange(*slot, nullptr));
    xdecref(frame->locals);
    if (frame->function) {
        decref(frame->function);
    } else {
        decref(frame->globals);
        decref(frame->builtins);
    }
    decref(frame->code);
}

void pop_frame(ThreadState& thread, Frame* frame) noexcept {
    if (frame->owner == FrameOwner::Generator) return finish_generator_frame(frame);
    clear_frame(frame);
    give_back_room(thread, frame);
}

int frame_line(const Frame* frame) noexcept {
    const Code* code = frame->code;
    return find_range(code->line_table->view(), code->first_line, frame->instruction_index()).line;
}

}  // namespace minipy
