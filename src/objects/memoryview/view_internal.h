// What the files of memoryview share.
//
// `SharedBuffer` is the buffer got from the exporter; all views cut out of one another share it and the last
// one gives it back. `ViewLayout` says which of its octets a view shows, and as what. Invariant: a view has a
// buffer until it is released; a released view refuses everything.
//
// CPython: Include/memoryobject.h, Objects/memoryobject.c
#pragma once

#include <boost/container/small_vector.hpp>

#include <string>

#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/type.h"

namespace minipy {

struct SharedBuffer {
    BufferView view;
    Size users = 1;
};

using Extents = boost::container::small_vector<Size, 4>;

/// Where the items lie: the first one at `data`, dimension i with `shape[i]` items `strides[i]` octets apart.
struct ViewLayout {
    char* data = nullptr;
    Size item_size = 1;
    std::string format = "B";
    bool read_only = true;
    Extents shape, strides;

    std::size_t dimensions() const noexcept { return shape.size(); }
    Size item_count() const noexcept {
        Size count = 1;
        for (Size extent : shape) count *= extent;
        return count;
    }
    Size octet_count() const noexcept { return item_count() * item_size; }
    /// The one letter of a format of plain numbers; 0 for any other format.
    char code() const noexcept;
    bool is_c_contiguous() const noexcept;
    bool is_f_contiguous() const noexcept;
    /// Strides for items that lie side by side, the last index running fastest.
    void set_contiguous_strides();
};

struct MemoryView : Object {
    SharedBuffer* buffer;  // null once released
    ViewLayout* layout;
    Size exports;
    Hash hash;  // -1: not computed yet
    Object* weak_references;
};

inline MemoryView* as_view(Object* object) noexcept { return static_cast<MemoryView*>(object); }

// memoryview.cpp

/// ValueError if the view has been released.
Status check_not_released(const MemoryView* view);
/// The layout that an exporter's buffer describes.
ViewLayout layout_of(const BufferView& view);
/// A further view of the same buffer.
Ref<Object> new_view(SharedBuffer* buffer, ViewLayout layout);
/// All octets in the order of the items; `by_columns`: the first index running fastest.
Ref<Bytes> octets_in_order(const ViewLayout& layout, bool by_columns = false);

// items.cpp

/// The item's size for a code, 0 if the code is none.
Size code_size(char code) noexcept;
NewRef read_item(char code, const char* from);
/// TypeError "memoryview: invalid type for format 'B'", ValueError "... invalid value ...".
Status write_item(char code, char* to, Object* value);
/// The code of a view whose items can be read. NotImplementedError otherwise.
Result<char> readable_code(const ViewLayout& layout);

// access.cpp
NewRef view_get_item(Object* self, Object* key);
NewRef view_item(Object* self, Size index);
Status view_set_item(Object* self, Object* key, Object* value_or_null);
NewRef view_compare(Object* left, Object* right, CompareOp op);
NewRef view_tolist(Object* self, Object* const* arguments);
NewRef view_iter(Object* self);

// cast.cpp
NewRef view_cast(Object* self, Object* const* arguments);

}  // namespace minipy
