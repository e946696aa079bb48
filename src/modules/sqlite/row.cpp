// Row: a tuple of values that also knows the names of its columns.
//
// CPython: Modules/_sqlite/row.c
#include <algorithm>

#include "modules/sqlite/sqlite.h"
#include "modules/support.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slice.h"
#include "objects/tuple.h"

namespace minipy::sqlite {
namespace {

Row* as_row(Object* self) noexcept { return static_cast<Row*>(self); }

NewRef row_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords(type, keywords_or_null));
    TRY(check_count("Row", arguments->size, 2, 2));
    Object *cursor = (*arguments)[0], *data = (*arguments)[1];
    if (!is_instance_of(cursor, cursor_type))
        return raise_bad_argument("Row", "argument 1", "sqlite3.Cursor", cursor);
    if (!is_tuple(data)) return raise_bad_argument("Row", "argument 2", "tuple", data);
    auto made = Ref<Object>::steal(allocate_instance(type));
    Object* description = as_cursor(cursor)->description;
    as_row(made.get())->data = share(static_cast<Tuple*>(data)).release();
    as_row(made.get())->description = share(description ? description : &none).release();
    return made;
}

/// The names of the columns; a description that somebody made is never seen here.
template <class Function>
void for_each_name(const Row* row, Function function) {
    if (!is_tuple(row->description)) return;
    const auto* description = static_cast<const Tuple*>(row->description);
    for (Size i = 0; i < description->size; ++i)
        if (!function(i, static_cast<Str*>((*static_cast<Tuple*>((*description)[i]))[0]))) return;
}

char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether the names differ at most in the case of ASCII letters.
bool same_name(const Str* left, const Str* right) {
    return std::ranges::equal(str_utf8(left), str_utf8(right), {}, lower, lower);
}

NewRef item_at(const Row* row, Size index) {
    if (index < 0 || index >= row->data->size) return raise(index_error_type, "tuple index out of range");
    return new_ref((*row->data)[index]);
}

NewRef row_get_item(Object* self, Object* key) {
    const Row* row = as_row(self);
    if (is_int(key)) {
        const Size index = TRY(index_size(key));
        return item_at(row, index < 0 ? index + row->data->size : index);
    }
    if (is_str(key)) {
        Size found = -1;
        for_each_name(row, [&](Size index, Str* name) {
            if (same_name(name, static_cast<Str*>(key))) found = index;
            return found < 0;
        });
        if (found < 0) return raise(index_error_type, "No item with that key");
        return item_at(row, found);
    }
    if (is_exactly(key, slice_type)) return get_item(row->data, key);
    return raise(index_error_type, "Index must be int or string");
}

NewRef row_item(Object* self, Size index) { return item_at(as_row(self), index); }
Result<Size> row_length(Object* self) { return as_row(self)->data->size; }
NewRef row_iter(Object* self) { return iterate(as_row(self)->data); }

NewRef row_keys(Object* self, Object* const*) {
    Ref<List> names = new_list();
    Status status = done;
    for_each_name(as_row(self), [&](Size, Str* name) {
        status = list_append(names.get(), name);
        return static_cast<bool>(status);
    });
    TRY(status);
    return names;
}

Result<Hash> row_hash(Object* self) {
    const Hash description = TRY(hash(as_row(self)->description));
    return description ^ TRY(hash(as_row(self)->data));
}

NewRef row_compare(Object* left, Object* right, CompareOp op) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || !is_instance_of(right, row_type))
        return new_ref(&not_implemented);
    const bool same = TRY(compare_truth(as_row(left)->description, as_row(right)->description, CompareOp::Eq));
    if (same) return compare(as_row(left)->data, as_row(right)->data, op);
    return new_bool(op == CompareOp::Ne);
}

constexpr NativeDef row_methods[] = {
    {"keys", row_keys, "($self, /)", "The names of the columns."},
};

using Life = OwnedFields<Row, &Row::data, &Row::description>;

}  // namespace

const TypeSpec row_spec = {
    .name = "sqlite3.Row",
    .basic_size = sizeof(Row),
    .flags = type_flag::base_type | type_flag::collected | type_flag::immutable,
    .slots = {.new_ = row_new,
              .dealloc = Life::dealloc,
              .traverse = Life::traverse,
              .clear = Life::clear,
              .hash = row_hash,
              .compare = row_compare,
              .iter = row_iter,
              .length = row_length,
              .get_item = row_get_item,
              .item = row_item},
    .methods = row_methods,
};
Type row_type(row_spec);

}  // namespace minipy::sqlite
