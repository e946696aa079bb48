// The arguments of `f(*tuple, **dict)` laid out as an array with keyword names, as vectorcall wants them.
//
// CPython: Objects/call.c (_PyStack_UnpackDict)
#pragma once

#include <boost/container/small_vector.hpp>

#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {

/// Borrowed positional values, then one value for each of the names. Dicts do not keep still while a call runs,
/// so whoever calls with the array owns the values meanwhile.
struct UnpackedArguments {
    boost::container::small_vector<Object*, 8> values;
    Size positional = 0;
    Ref<Tuple> names;  // or empty

    void add_first(Object* self) { values.push_back(self), ++positional; }
    /// Adds the rest. Fails if a keyword is no string.
    Status add(Tuple* arguments, Dict* keywords_or_null) {
        values.insert(values.end(), arguments->items(), arguments->items() + arguments->size);
        positional += arguments->size;
        if (!keywords_or_null || keywords_or_null->used == 0) return done;
        names = new_tuple_uninitialized(keywords_or_null->used);
        Size position = 0, count = 0;
        Object *key, *value;
        bool all_strings = true;
        while (dict_next(keywords_or_null, position, key, value)) {
            all_strings &= is_str(key);
            incref(names->items()[count++] = key);
            values.push_back(value);
        }
        return all_strings ? Status(done) : Status(raise(type_error_type, "keywords must be strings"));
    }
};

}  // namespace minipy
