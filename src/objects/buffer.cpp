// Getting and giving back buffers.
//
// CPython: Objects/abstract.c (PyObject_GetBuffer, PyBuffer_Release)
#include "objects/buffer.h"

#include <fmt/format.h>

#include <utility>

#include "objects/errors.h"

namespace minipy {

Status get_buffer(Object* object, BufferView& view, int flags) {
    if (GetBufferSlot slot = object->type->slots.get_buffer) return slot(object, &view, flags);
    return raise(type_error_type, fmt::format("a bytes-like object is required, not '{}'", object->type->name));
}

void release_buffer(BufferView& view) noexcept {
    Object* exporter = std::exchange(view.object, nullptr);
    if (!exporter) return;
    if (ReleaseBufferSlot slot = exporter->type->slots.release_buffer) slot(exporter, &view);
    decref(exporter);
}

}  // namespace minipy
