// The buffer protocol: looking at the memory of bytes-like objects.
//
// `OctetsView` is the simple case that most natives need: contiguous octets, read only. Invariant: the memory
// stays where it is as long as the view lives.
//
// CPython: Include/cpython/object.h (Py_buffer), Objects/abstract.c (PyObject_GetBuffer)
#pragma once

#include <string_view>

#include "objects/type.h"

namespace minipy {

/// Py_buffer. `object` is a reference owned by the view.
struct BufferView {
    char* data = nullptr;
    Object* object = nullptr;
    Size size = 0;  // in octets
    Size item_size = 1;
    bool read_only = true;
    int dimensions = 1;
    const char* format = nullptr;   // null: "B"
    const Size* shape = nullptr;    // null: one dimension of `size` items
    const Size* strides = nullptr;  // null: contiguous
    const Size* suboffsets = nullptr;
    void* internal = nullptr;
};

namespace buffer_flag {
inline constexpr int simple = 0, writable = 0x1, format = 0x4, dimensions = 0x8, strides = 0x18,
                     c_contiguous = 0x38, f_contiguous = 0x58, any_contiguous = 0x98, indirect = 0x118;
}  // namespace buffer_flag

/// PyObject_GetBuffer: TypeError "a bytes-like object is required, not 'int'".
Status get_buffer(Object* object, BufferView& view, int flags);
/// PyBuffer_Release.
void release_buffer(BufferView& view) noexcept;

/// Whether the object exports a buffer. PyObject_CheckBuffer.
inline bool has_octets(const Object* object) noexcept { return object->type->slots.get_buffer != nullptr; }

/// A view of a buffer, released when it goes out of sight.
struct HeldBuffer : BufferView {
    HeldBuffer() = default;
    ~HeldBuffer() { release_buffer(*this); }
    HeldBuffer(const HeldBuffer&) = delete;
    HeldBuffer& operator=(const HeldBuffer&) = delete;

    std::string_view view() const noexcept { return {data, static_cast<std::size_t>(size)}; }
};

/// The octets of a bytes-like object.
class OctetsView {
  public:
    /// TypeError "a bytes-like object is required, not 'int'".
    Status acquire(Object* object) { return get_buffer(object, buffer_, buffer_flag::simple); }
    std::string_view view() const noexcept { return buffer_.view(); }

  private:
    HeldBuffer buffer_;
};

}  // namespace minipy
