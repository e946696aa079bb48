// memoryview.cast: the same octets in another format or shape.
//
// Invariant: one of the two formats is a format of single octets, and the source lies contiguously.
//
// CPython: Objects/memoryobject.c (memoryview_cast_impl, cast_to_1D, cast_to_ND)
#include <algorithm>

#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/memoryview/view_internal.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

constexpr Size most_dimensions = 64;

bool is_octet_code(char code) noexcept { return code == 'b' || code == 'B' || code == 'c'; }

/// The view as one dimension of items of the new format.
Status to_one_dimension(ViewLayout& layout, Str* format) {
    const char source = layout.code();
    if (!source)
        return raise(value_error_type,
                     "memoryview: source format must be a native single character format "
                     "prefixed with an optional '@'");
    const Size size = layout.octet_count();
    layout.format = str_utf8(format);
    const char target = layout.code();
    if (!target)
        return raise(value_error_type,
                     "memoryview: destination format must be a native single character format "
                     "prefixed with an optional '@'");
    if (!is_octet_code(source) && !is_octet_code(target))
        return raise(type_error_type, "memoryview: cannot cast between two non-byte formats");
    layout.item_size = code_size(target);
    if (size % layout.item_size)
        return raise(type_error_type, "memoryview: length is not a multiple of itemsize");
    layout.shape.assign(1, size / layout.item_size);
    layout.set_contiguous_strides();
    return done;
}

/// The extents that the argument gives.
Status read_shape(Tuple* extents, Extents& shape) {
    for (Object* extent : extents->span()) {
        if (!is_int(extent))
            return raise(type_error_type, "memoryview.cast(): elements of shape must be integers");
        const Size size = TRY(argument_size(extent));
        if (size <= 0)
            return raise(value_error_type, "memoryview.cast(): elements of shape must be integers > 0");
        shape.push_back(size);
    }
    return done;
}

Status to_shape(ViewLayout& layout, Tuple* extents) {
    Extents shape;
    TRY(read_shape(extents, shape));
    const Size size = layout.octet_count();
    Size product = layout.item_size;
    for (Size extent : shape) {
        if (product > PTRDIFF_MAX / extent)
            return raise(value_error_type, "memoryview.cast(): product(shape) > SSIZE_MAX");
        product *= extent;
    }
    if (product != size) return raise(type_error_type, "memoryview: product(shape) * itemsize != buffer size");
    layout.shape = shape;
    layout.set_contiguous_strides();
    return done;
}

Status check_shape_argument(const ViewLayout& layout, Object* shape) {
    if (!is_list(shape) && !is_tuple(shape)) return raise(type_error_type, "shape must be a list or a tuple");
    const Size count = TRY(length(shape));
    if (count > most_dimensions)
        return raise(value_error_type, "memoryview: number of dimensions must not exceed 64");
    if (layout.dimensions() != 1 && count != 1)
        return raise(type_error_type, "memoryview: cast must be 1D -> ND or ND -> 1D");
    return done;
}

}  // namespace

NewRef view_cast(Object* self, Object* const* arguments) {
    if (!is_str(arguments[0])) return raise_bad_argument("cast", "argument 'format'", "str", arguments[0]);
    MemoryView* view = as_view(self);
    TRY(check_not_released(view));
    ViewLayout layout = *view->layout;
    if (!layout.is_c_contiguous())
        return raise(type_error_type, "memoryview: casts are restricted to C-contiguous views");
    Object* shape = arguments[1];
    if ((shape || layout.dimensions() != 1) && std::ranges::find(layout.shape, 0) != layout.shape.end())
        return raise(type_error_type, "memoryview: cannot cast view with zeros in shape or strides");
    Ref<Tuple> extents;
    if (shape) {
        TRY(check_shape_argument(layout, shape));
        extents = TRY(sequence_to_tuple(shape));
    }
    TRY(to_one_dimension(layout, static_cast<Str*>(arguments[0])));
    if (extents) TRY(to_shape(layout, extents.get()));
    TRY(check_not_released(view));
    return new_view(view->buffer, std::move(layout));
}

}  // namespace minipy
