// cell: a variable shared by nested functions; `staticmethod` and `classmethod`: functions that bind in
// another way.
//
// CPython: Objects/cellobject.c, Objects/funcobject.c
#pragma once

#include "objects/type.h"

namespace minipy {

struct Cell : Object {
    Object* content;  // null: unbound
};

extern Type cell_type;

/// PyCell_New. Null makes an empty cell.
Ref<Cell> new_cell(Object* content_or_null);

/// staticmethod and classmethod share this layout.
struct CallableWrapper : Object {
    Object* callable;
    Dict* dict;
};

extern Type static_method_type, class_method_type;

/// PyStaticMethod_New, PyClassMethod_New.
Ref<Object> new_static_method(Object* callable);
Ref<Object> new_class_method(Object* callable);

}  // namespace minipy
