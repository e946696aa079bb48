// PickleBuffer: marks memory that a pickler may leave out of the stream (PEP 574).
//
// CPython: Objects/picklebufobject.c
#include <new>

#include "modules/pickle/pickle.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/memoryview.h"
#include "objects/memoryview/view_internal.h"
#include "objects/singletons.h"
#include "objects/weak_reference.h"

namespace minipy::pickle {
namespace {

struct PickleBuffer : Object {
    BufferView view;  // its object is null once released
    Object* weak_references;
};

PickleBuffer* as_buffer(Object* self) noexcept { return static_cast<PickleBuffer*>(self); }

NewRef buffer_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {""};
    Object* base;
    if (arguments->size == 0)
        return raise(type_error_type, "PickleBuffer() takes exactly 1 positional argument (0 given)");
    TRY(no_keywords("PickleBuffer", keywords_or_null));
    TRY(bind_arguments("PickleBuffer", names, arguments, nullptr, {&base, 1}, 1));
    PickleBuffer* made = as_buffer(allocate_instance(type));
    new (&made->view) BufferView;
    Ref<Object> owned = Ref<Object>::steal(made);
    TRY(get_buffer(base, made->view, buffer_flag::indirect));
    return owned;
}

void buffer_clear(Object* self) { release_buffer(as_buffer(self)->view); }

void buffer_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    buffer_clear(self);
    free_object(self);
}

int buffer_traverse(Object* self, Visit visit, void* context) {
    Object* base = as_buffer(self)->view.object;
    return base ? visit(base, context) : 0;
}

Status buffer_get_buffer(Object* self, BufferView* view, int flags) {
    const BufferView* own = TRY(buffer_of(self));
    return get_buffer(own->object, *view, flags);
}

NewRef buffer_raw(Object* self, Object* const*) {
    const BufferView* own = TRY(buffer_of(self));
    BufferView contiguous;
    if (!get_buffer(own->object, contiguous, buffer_flag::any_contiguous)) {
        clear_exception();
        return raise(buffer_error_type, "cannot extract raw buffer from non-contiguous buffer");
    }
    release_buffer(contiguous);
    Ref<Object> shaped = TRY(new_memoryview(self));
    const MemoryView* view = as_view(shaped.get());
    ViewLayout flat;
    flat.data = view->layout->data;
    flat.read_only = view->layout->read_only;
    flat.shape = {view->layout->octet_count()};
    flat.set_contiguous_strides();
    return new_view(view->buffer, std::move(flat));
}

NewRef buffer_release(Object* self, Object* const*) {
    buffer_clear(self);
    return new_none();
}

constexpr NativeDef buffer_methods[] = {
    {"raw", buffer_raw, "($self, /)", "The memory as a memoryview of octets. BufferError if it has gaps."},
    {"release", buffer_release, "($self, /)", "Lets go of the memory."},
};

const TypeSpec buffer_spec = {
    .name = "pickle.PickleBuffer",
    .basic_size = sizeof(PickleBuffer),
    .flags = type_flag::collected,
    .doc = "Memory that may be pickled apart from the stream.",
    .slots = {.new_ = buffer_new,
              .dealloc = buffer_dealloc,
              .traverse = buffer_traverse,
              .clear = buffer_clear,
              .get_buffer = buffer_get_buffer},
    .methods = buffer_methods,
    .weakrefs_offset = offsetof(PickleBuffer, weak_references),
};

}  // namespace

Type pickle_buffer_type(buffer_spec);

Result<const BufferView*> buffer_of(Object* pickle_buffer) {
    const BufferView* view = &as_buffer(pickle_buffer)->view;
    if (!view->object) return raise(value_error_type, "operation forbidden on released PickleBuffer object");
    return view;
}

}  // namespace minipy::pickle
