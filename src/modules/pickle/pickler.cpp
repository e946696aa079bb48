// Pickler: options, attributes and the life of the object. The writing itself is in save*.cpp.
//
// CPython: Modules/_pickle.c (Pickler_Type)
#include <memory>

#include "modules/pickle/output.h"
#include "modules/pickle/pickle.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy::pickle {
namespace {

NewRef pickler_new(Type* type, Tuple*, Dict*) { return new_pickler(type); }

int pickler_traverse(Object* self, Visit visit, void* context) {
    Pickler* pickler = as_pickler(self);
    for (Object* field : {pickler->write, pickler->persistent_id.function, pickler->dispatch_table,
                          pickler->reducer_override, pickler->buffer_callback})
        if (int result = field ? visit(field, context) : 0) return result;
    for (const MemoTable::Entry& entry : pickler->memo.entries())
        if (int result = entry.object ? visit(entry.object, context) : 0) return result;
    return 0;
}

void pickler_clear(Object* self) {
    Pickler* pickler = as_pickler(self);
    pickler->persistent_id.drop();
    replace_field(pickler->write, Ref<Object>());
    replace_field(pickler->dispatch_table, Ref<Object>());
    replace_field(pickler->reducer_override, Ref<Object>());
    replace_field(pickler->buffer_callback, Ref<Object>());
    pickler->memo.clear();
}

void pickler_dealloc(Object* self) noexcept {
    untrack(self);
    pickler_clear(self);
    Pickler* pickler = as_pickler(self);
    std::destroy_at(&pickler->output);
    std::destroy_at(&pickler->memo);
    std::destroy_at(&pickler->fast_path);
    free_object(self);
}

Status pickler_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"file", "protocol", "fix_imports", "buffer_callback"};
    Object* bound[4];
    TRY(bind_arguments("Pickler", names, arguments, keywords_or_null, bound, 1));
    TRY(set_options(as_pickler(self), bound[0], bound[1], bound[2], bound[3]));
    Pickler* pickler = as_pickler(self);
    TRY(pickler->persistent_id.find(self, name<"persistent_id">));
    Ref<Object> table;
    TRY(find_attribute(self, name<"dispatch_table">, table));
    replace_field(pickler->dispatch_table, std::move(table));
    return done;
}

NewRef pickler_dump(Object* self, Object* const* arguments) {
    Pickler* pickler = as_pickler(self);
    if (!pickler->write)
        return raise(pickling_error(),
                     fmt::format("Pickler.__init__() was not called by {}.__init__()", self->type->name));
    Ref<Object> override_found;
    TRY(find_attribute(self, name<"reducer_override">, override_found));
    replace_field(pickler->reducer_override, override_found);
    pickler->output.clear();
    Status result = guard_memory([&] { return dump(pickler, arguments[0]); });
    if (result) result = flush(pickler);
    pickler->output.clear();
    replace_field(pickler->reducer_override, Ref<Object>());  // may be a method: no cycle stays behind
    if (!result) return failed;
    return new_none();
}

NewRef pickler_clear_memo(Object* self, Object* const*) {
    as_pickler(self)->memo.clear();
    return new_none();
}

NewRef pickler_sizeof(Object* self, Object* const*) {
    const Pickler* pickler = as_pickler(self);
    return new_int(static_cast<std::int64_t>(self->type->basic_size + pickler->output.capacity() +
                                             pickler->memo.entries().size() * sizeof(MemoTable::Entry)));
}

NewRef get_persistent_id(Object* self) {
    if (!as_pickler(self)->persistent_id) return raise(attribute_error_type, "persistent_id");
    return as_pickler(self)->persistent_id.value(self);
}

Status set_persistent_id(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise(type_error_type, "attribute deletion is not supported");
    if (!is_callable(value_or_null))
        return raise(type_error_type, "persistent_id must be a callable taking one argument");
    as_pickler(self)->persistent_id.set(value_or_null);
    return done;
}

constexpr NativeDef pickler_methods[] = {
    {"dump", pickler_dump, "($self, obj, /)", "Writes the object to the file, as one stream."},
    {"clear_memo", pickler_clear_memo, "($self, /)",
     "Forgets which objects have been written: they are written anew when they are met again."},
    {"__sizeof__", pickler_sizeof, "($self, /)", "How much memory the pickler takes."},
};
constexpr MemberDef pickler_members[] = {
    {"bin", MemberKind::Int, offsetof(Pickler, binary), false, nullptr},
    {"fast", MemberKind::Int, offsetof(Pickler, fast), false, nullptr},
    {"dispatch_table", MemberKind::ObjectOrError, offsetof(Pickler, dispatch_table), false, nullptr},
};
constexpr GetSetDef pickler_getset[] = {
    {"memo", get_pickler_memo, set_pickler_memo, nullptr},
    {"persistent_id", get_persistent_id, set_persistent_id, nullptr},
};

const TypeSpec pickler_spec = {
    .name = "_pickle.Pickler",
    .basic_size = sizeof(Pickler),
    .flags = type_flag::base_type | type_flag::collected,
    .doc =
        "Writes objects to a binary file as pickles.\n\nThe protocol is 0 to 5; 4 if none is given, the "
        "highest "
        "if it is negative. fix_imports: below protocol 3 names are those of Python 2. buffer_callback: hears "
        "of "
        "each buffer that may be kept out of the stream (protocol 5).",
    .slots = {.new_ = pickler_new,
              .init = pickler_init,
              .dealloc = pickler_dealloc,
              .traverse = pickler_traverse,
              .clear = pickler_clear},
    .methods = pickler_methods,
    .getset = pickler_getset,
    .members = pickler_members,
    .signature = "(file, protocol=None, fix_imports=True, buffer_callback=None)",
};

}  // namespace

Type pickler_type(pickler_spec);

Ref<Pickler> new_pickler(Type* type) {
    Pickler* made = as_pickler(allocate_instance(type));
    std::construct_at(&made->output);
    std::construct_at(&made->memo);
    std::construct_at(&made->fast_path);
    made->frame_start = -1;
    return Ref<Pickler>::steal(made);
}

Status set_options(Pickler* pickler, Object* file_or_null, Object* protocol, Object* fix_imports,
                   Object* buffer_callback) {
    int version = default_protocol;
    if (protocol && !is_none(protocol)) {
        version = TRY(argument_int(protocol));
        if (version < 0) version = highest_protocol;
        if (version > highest_protocol)
            return raise(value_error_type, fmt::format("pickle protocol must be <= {}", highest_protocol));
    }
    const bool fixes = !fix_imports || TRY(truth(fix_imports));
    Ref<Object> write;
    if (file_or_null) {
        TRY(find_attribute(file_or_null, name<"write">, write));
        if (!write) return raise(type_error_type, "file must have a 'write' attribute");
    }
    const bool has_callback = buffer_callback && !is_none(buffer_callback);
    if (has_callback && version < 5) return raise(value_error_type, "buffer_callback needs protocol >= 5");
    pickler->protocol = version;
    pickler->binary = version > 0;
    pickler->fix_imports = fixes && version < 3;
    pickler->fast = 0;
    pickler->memo.clear();
    replace_field(pickler->write, write);
    replace_field(pickler->buffer_callback, has_callback ? share(buffer_callback) : Ref<Object>());
    return done;
}

}  // namespace minipy::pickle
