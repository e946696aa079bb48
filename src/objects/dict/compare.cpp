// dict: text and equality.
//
// Both run Python code between entries (`__repr__`, `__eq__`), which may change the very dict: an entry is
// owned while it is shown or compared, and the walk goes by position.
//
// CPython: Objects/dictobject.c (dict_repr, dict_equal)
#include "objects/call.h"
#include "objects/dict/dict_internal.h"
#include "objects/int.h"
#include "objects/repr_guard.h"
#include "objects/singletons.h"
#include "objects/str_builder.h"

namespace minipy {
namespace {

Result<bool> equal(Dict* left, Dict* right) {
    if (left->used != right->used) return false;
    RecursionGuard guard(" in comparison");
    if (!guard.entered()) return failed;
    Size position = 0;
    while (DictEntry entry = dict_next_entry(left, position)) {
        Ref<Object> key = share(entry.key), value = share(entry.value);
        Ref<Object> other = Ref<Object>::share(TRY(dict_get_with_hash(right, key.get(), entry.hash)));
        if (!other || !TRY(compare_truth(value.get(), other.get(), CompareOp::Eq))) return false;
    }
    return true;
}

}  // namespace

NewRef dict_compare(Object* left, Object* right, CompareOp op) {
    const bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
    if (!equality || !is_dict(left) || !is_dict(right)) return new_ref(&not_implemented);
    return new_bool(TRY(equal(as_dict(left), as_dict(right))) == (op == CompareOp::Eq));
}

NewRef dict_repr(Object* self) {
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested()) return str_from_utf8("{...}");
    if (as_dict(self)->used == 0) return str_from_utf8("{}");
    StrBuilder text;
    text.append_ascii("{");
    Size position = 0;
    bool first = true;
    while (DictEntry entry = dict_next_entry(as_dict(self), position)) {
        Ref<Object> key = share(entry.key), value = share(entry.value);
        if (!first) text.append_ascii(", ");
        first = false;
        text.append(TRY(repr(key.get())).get());
        text.append_ascii(": ");
        text.append(TRY(repr(value.get())).get());
    }
    text.append_ascii("}");
    return text.finish();
}

}  // namespace minipy
