// `__init__` of a type declared as a native: its signature text binds the arguments of both ways in which an
// instance is initialized, the call of the type itself and `__init__` by name.
//
// Invariant: the call of the type makes neither tuple nor dict of the arguments.
//
// CPython: what Argument Clinic makes of an `__init__`
#pragma once

#include "objects/instance.h"
#include "objects/native.h"
#include "objects/unpacked_arguments.h"

namespace minipy::asyncio {

template <const NativeDef& definition>
const NativeSignature& signature_of() {
    static const NativeSignature* const signature = new_signature(definition);
    return *signature;
}

/// The `init` slot.
template <const NativeDef& definition>
Status initialize_from_tuple(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    UnpackedArguments unpacked;
    TRY(unpacked.add(arguments, keywords_or_null));
    Ref<Object> nothing = TRY(call_native(signature_of<definition>(), self, nullptr, unpacked.values.data(),
                                          unpacked.positional, unpacked.names.get()));
    return done;
}

/// The `construct` slot of the type itself.
template <Type& type, const NativeDef& definition>
NewRef construct_instance(Object*, Object* const* arguments, Size positional, Tuple* keyword_names) {
    Ref<Object> made = Ref<Object>::steal(allocate_instance(&type));
    Ref<Object> nothing =
        TRY(call_native(signature_of<definition>(), made.get(), nullptr, arguments, positional, keyword_names));
    return made;
}

}  // namespace minipy::asyncio
