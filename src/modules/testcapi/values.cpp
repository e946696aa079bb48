// The protocols of built-in types called directly: sequences by index, dicts by hash, the trie of contexts,
// floats as octets; a recorder of trace events; natives whose signature text is what a test looks at.
//
// CPython: Modules/_testcapimodule.c (sequence_getitem, dict_getitem_knownhash, docstring_*),
// Modules/_testcapi/ float.c
#include <algorithm>
#include <iterator>

#include "modules/contexts/hamt.h"
#include "modules/struct/struct.h"
#include "modules/support.h"
#include "modules/testcapi/testcapi.h"
#include "objects/attribute.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/thread_state.h"
#include "vm/signals.h"
#include "vm/tracing.h"

namespace minipy {
namespace {

// --- sequences and dicts

Failure no_sequence(const Object* object, const char* lacking) {
    if (object->type->slots.get_item)
        return raise(type_error_type, fmt::format("{} is not a sequence", object->type->name));
    return raise(type_error_type, fmt::format("'{}' object does not support {}", object->type->name, lacking));
}

/// The index as the sequence slots take it. An index from the end that is too low stays negative.
Result<Size> from_start(Object* sequence, Size index) {
    if (index >= 0 || !sequence->type->slots.length) return index;
    return index + TRY(length(sequence));
}

NewRef testcapi_sequence_getitem(Object*, Object* const* arguments) {
    const Size index = TRY(argument_size(arguments[1]));
    const IndexSlot slot = arguments[0]->type->slots.item;
    if (!slot) return no_sequence(arguments[0], "indexing");
    return slot(arguments[0], TRY(from_start(arguments[0], index)));
}

NewRef testcapi_sequence_setitem(Object*, Object* const* arguments) {
    const Size index = TRY(argument_size(arguments[1]));
    const SetIndexSlot slot = arguments[0]->type->slots.set_index_item;
    if (!slot) return no_sequence(arguments[0], "item assignment");
    TRY(slot(arguments[0], TRY(from_start(arguments[0], index)), arguments[2]));
    return new_none();
}

NewRef testcapi_getitem_knownhash(Object*, Object* const* arguments) {
    const Size hash = TRY(argument_size(arguments[2]));
    if (!is_dict(arguments[0])) return raise(system_error_type, "bad argument to internal function");
    Object* value = TRY(dict_get_with_hash(static_cast<Dict*>(arguments[0]), arguments[1], hash));
    if (!value) return raise_key_error(arguments[1]);
    return new_ref(value);
}

// --- floats

struct FloatPlace {
    Layout layout;
    Field field;
};

FloatPlace float_place(Size width, bool little_endian) {
    FloatPlace place;
    place.layout.native = false;
    place.layout.big_endian = !little_endian;
    place.field = {FieldKind::Float, width == 2 ? 'e' : width == 4 ? 'f' : 'd', width, 0, 1};
    return place;
}

bool is_float_width(Size width) noexcept { return width == 2 || width == 4 || width == 8; }

NewRef testcapi_float_pack(Object*, Object* const* arguments) {
    const int width = TRY(argument_int(arguments[0]));
    const int little_endian = TRY(argument_int(arguments[2]));
    if (!is_float_width(width)) return raise(value_error_type, "size must 2, 4 or 8");
    const FloatPlace place = float_place(width, little_endian);
    unsigned char octets[8];
    TRY(pack_value(place.layout, place.field, arguments[1], octets));
    return new_bytes({reinterpret_cast<const char*>(octets), static_cast<std::size_t>(width)});
}

NewRef testcapi_float_unpack(Object*, Object* const* arguments) {
    OctetsView data;
    TRY(data.acquire(arguments[0]));
    const int little_endian = TRY(argument_int(arguments[1]));
    const auto width = static_cast<Size>(data.view().size());
    if (!is_float_width(width)) return raise(value_error_type, "data length must 2, 4 or 8 bytes");
    const FloatPlace place = float_place(width, little_endian);
    return unpack_value(place.layout, place.field, reinterpret_cast<const unsigned char*>(data.view().data()));
}

// --- the machine

NewRef testcapi_create_cfunction(Object* self, Object* const* arguments);

NewRef testcapi_hamt(Object*, Object* const*) {
    ready_hamt_types();
    return new_hamt();
}

constexpr NativeDef create_definition = {"create_cfunction", testcapi_create_cfunction, "-($module)", nullptr};

/// A new function object each time, which does the same. PyCFunction_New.
NewRef testcapi_create_cfunction(Object*, Object* const*) {
    static const NativeSignature* const signature = new_signature(create_definition);
    return new_builtin_function(signature, nullptr, nullptr, nullptr);
}

/// The signal is noted, but nobody has looked when the generator goes on.
NewRef testcapi_raise_interrupt_then_send(Object*, Object* const* arguments) {
    note_signal(SIGINT);
    return call_method(arguments[0], name<"send">, {&none});
}

/// The number of a trace event among CPython's PyTrace_ constants.
int event_number(Object* event) {
    constexpr std::string_view names[] = {"call",   "exception",   "line",     "return",
                                          "c_call", "c_exception", "c_return", "opcode"};
    return static_cast<int>(std::ranges::find(names, str_utf8(static_cast<Str*>(event))) - std::begin(names));
}

/// The trace function made by settrace_to_record: its self is the list, to which it adds (event, line,
/// argument).
NewRef record_event(Object* self, Object* const* arguments) {
    Ref<Object> line = TRY(get_attribute(arguments[0], name<"f_lineno">));
    Ref<Int> event = new_int(event_number(arguments[1]));
    TRY(list_append(static_cast<List*>(self), pack({event.get(), line.get(), arguments[2]}).get()));
    return new_ref(current_thread->trace_function);
}

NewRef testcapi_settrace_to_record(Object*, Object* const* arguments) {
    static constexpr NativeDef definition = {"record_event", record_event, "-($self, frame, event, arg, /)",
                                             nullptr};
    static const NativeSignature* const signature = new_signature(definition);
    if (!is_list(arguments[0])) return raise(type_error_type, "argument must be a list");
    Ref<Object> recorder = new_builtin_function(signature, arguments[0], nullptr, &list_type);
    TRY(set_trace_function(*current_thread, recorder.get()));
    return new_none();
}

NewRef testcapi_nothing(Object*, Object* const*) { return new_none(); }

constexpr NativeDef functions[] = {
    {"hamt", testcapi_hamt, "-($module)", nullptr},
    {"sequence_getitem", testcapi_sequence_getitem, "-($module, sequence, index, /)", nullptr},
    {"sequence_setitem", testcapi_sequence_setitem, "-($module, sequence, index, value, /)", nullptr},
    {"dict_getitem_knownhash", testcapi_getitem_knownhash, "-($module, dict, key, hash, /)", nullptr},
    {"float_pack", testcapi_float_pack, "-($module, size, value, little_endian, /)", nullptr},
    {"float_unpack", testcapi_float_unpack, "-($module, data, little_endian, /)", nullptr},
    create_definition,
    {"raise_SIGINT_then_send_None", testcapi_raise_interrupt_then_send, "-($module, generator, /)", nullptr},
    {"settrace_to_record", testcapi_settrace_to_record, "-($module, list, /)", nullptr},
    {"test_with_docstring", testcapi_nothing, "-($module)", "An ordinary docstring."},
    {"docstring_empty", testcapi_nothing, "-($module)", nullptr},
    {"docstring_no_signature", testcapi_nothing, "-($module)", "A docstring without signature."},
    {"docstring_with_signature", testcapi_nothing, "($module, /, sig)", "A docstring with a signature."},
    {"docstring_with_signature_but_no_doc", testcapi_nothing, "($module, /, sig)", nullptr},
    {"docstring_with_signature_with_defaults", testcapi_nothing,
     "($module, s='avocado', b=b'bytes', d=3.14, i=35, n=None, t=True, f=False, local=the_number_three, "
     "sys=sys.maxsize, exp=sys.maxsize - 1)",
     "Defaults of many kinds."},
};

}  // namespace

std::span<const NativeDef> testcapi_value_functions() noexcept { return functions; }

}  // namespace minipy
