// Unpickler: options, attributes and the life of the object. The reading itself is in load*.cpp.
//
// CPython: Modules/_pickle.c (Unpickler_Type)
#include <memory>

#include "modules/pickle/pickle.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/call.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy::pickle {
namespace {

NewRef unpickler_new(Type* type, Tuple*, Dict*) { return new_unpickler(type); }

int unpickler_traverse(Object* self, Visit visit, void* context) {
    Unpickler* unpickler = as_unpickler(self);
    for (Object* field : {unpickler->read, unpickler->readline, unpickler->peek,
                          unpickler->persistent_load.function, unpickler->buffers, unpickler->data})
        if (int result = field ? visit(field, context) : 0) return result;
    for (const std::vector<Object*>* objects : {&unpickler->stack, &unpickler->memo})
        for (Object* object : *objects)
            if (int result = object ? visit(object, context) : 0) return result;
    return 0;
}

void drop_all(std::vector<Object*>& objects) noexcept {
    std::vector<Object*> dropped;
    dropped.swap(objects);
    for (Object* object : dropped) xdecref(object);
}

void unpickler_clear(Object* self) {
    Unpickler* unpickler = as_unpickler(self);
    unpickler->persistent_load.drop();
    unpickler->input = {};
    unpickler->at = 0;
    for (Object** field :
         {&unpickler->read, &unpickler->readline, &unpickler->peek, &unpickler->buffers, &unpickler->data})
        replace_field(*field, Ref<Object>());
    drop_all(unpickler->stack);
    unpickler->marks.clear();
    clear_unpickler_memo(unpickler);
}

void unpickler_dealloc(Object* self) noexcept {
    untrack(self);
    unpickler_clear(self);
    Unpickler* unpickler = as_unpickler(self);
    std::destroy_at(&unpickler->encoding);
    std::destroy_at(&unpickler->errors);
    std::destroy_at(&unpickler->stack);
    std::destroy_at(&unpickler->marks);
    std::destroy_at(&unpickler->memo);
    free_object(self);
}

Status unpickler_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"file", "fix_imports", "encoding", "errors", "buffers"};
    if (arguments->size > 1)
        return raise(type_error_type, fmt::format("Unpickler() takes exactly 1 positional argument ({} given)",
                                                  arguments->size));
    Object* bound[5];
    TRY(bind_arguments("Unpickler", names, arguments, keywords_or_null, bound, 1));
    Unpickler* unpickler = as_unpickler(self);
    if (unpickler->running) return raise(runtime_error_type, "Unpickler.load() is running");
    clear_unpickler_memo(unpickler);
    TRY(set_file(unpickler, bound[0]));
    TRY(set_options(unpickler, "Unpickler", bound[1], bound[2], bound[3], bound[4]));
    TRY(unpickler->persistent_load.find(self, name<"persistent_load">));
    unpickler->ready = true;
    return done;
}

NewRef unpickler_load(Object* self, Object* const*) {
    Unpickler* unpickler = as_unpickler(self);
    if (!unpickler->ready)
        return raise(unpickling_error(),
                     fmt::format("Unpickler.__init__() was not called by {}.__init__()", self->type->name));
    return guard_memory([&] { return load(unpickler); });
}

NewRef unpickler_find_class(Object* self, Object* const* arguments) {
    return find_class(as_unpickler(self), arguments[0], arguments[1]);
}

NewRef unpickler_sizeof(Object* self, Object* const*) {
    const Unpickler* unpickler = as_unpickler(self);
    return new_int(static_cast<std::int64_t>(self->type->basic_size +
                                             unpickler->memo.capacity() * sizeof(Object*) +
                                             unpickler->marks.capacity() * sizeof(Size)));
}

NewRef get_persistent_load(Object* self) {
    if (!as_unpickler(self)->persistent_load) return raise(attribute_error_type, "persistent_load");
    return as_unpickler(self)->persistent_load.value(self);
}

Status set_persistent_load(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise(type_error_type, "attribute deletion is not supported");
    if (!is_callable(value_or_null))
        return raise(type_error_type, "persistent_load must be a callable taking one argument");
    as_unpickler(self)->persistent_load.set(value_or_null);
    return done;
}

constexpr NativeDef unpickler_methods[] = {
    {"load", unpickler_load, "($self, /)",
     "Reads one stream from the file and gives the object that it describes."},
    {"find_class", unpickler_find_class, "($self, module_name, global_name, /)",
     "The global with that name, its module imported if need be. A subclass may restrict what is found."},
    {"__sizeof__", unpickler_sizeof, "($self, /)", "How much memory the unpickler takes."},
};
constexpr GetSetDef unpickler_getset[] = {
    {"memo", get_unpickler_memo, set_unpickler_memo, nullptr},
    {"persistent_load", get_persistent_load, set_persistent_load, nullptr},
};

const TypeSpec unpickler_spec = {
    .name = "_pickle.Unpickler",
    .basic_size = sizeof(Unpickler),
    .flags = type_flag::base_type | type_flag::collected,
    .doc =
        "Reads objects from a binary file that holds pickles.\n\nThe protocol is found out. encoding and "
        "errors: how "
        "to decode strings of Python 2, \"bytes\" for not at all. buffers: what had been kept out of the "
        "stream.",
    .slots = {.new_ = unpickler_new,
              .init = unpickler_init,
              .dealloc = unpickler_dealloc,
              .traverse = unpickler_traverse,
              .clear = unpickler_clear},
    .methods = unpickler_methods,
    .getset = unpickler_getset,
    .signature = "(file, *, fix_imports=True, encoding='ASCII', errors='strict',\n          buffers=())",
};

}  // namespace

Type unpickler_type(unpickler_spec);

void clear_unpickler_memo(Unpickler* unpickler) noexcept {
    unpickler->memo_used = 0;
    drop_all(unpickler->memo);
}

Ref<Unpickler> new_unpickler(Type* type) {
    Unpickler* made = as_unpickler(allocate_instance(type));
    std::construct_at(&made->encoding);
    std::construct_at(&made->errors);
    std::construct_at(&made->stack);
    std::construct_at(&made->marks);
    std::construct_at(&made->memo);
    return Ref<Unpickler>::steal(made);
}

Status set_options(Unpickler* unpickler, const char* function, Object* fix_imports, Object* encoding,
                   Object* errors, Object* buffers) {
    unpickler->fix_imports = !fix_imports || TRY(truth(fix_imports));
    unpickler->encoding =
        encoding ? TRY(c_string_argument(encoding, function, "argument 'encoding'")) : "ASCII";
    unpickler->errors = errors ? TRY(c_string_argument(errors, function, "argument 'errors'")) : "strict";
    unpickler->as_bytes = unpickler->encoding == "bytes";
    Ref<Object> iterator;
    // What the signatures show as the default, an empty tuple, means none as well.
    const bool is_default = buffers && is_exactly(buffers, tuple_type) && !static_cast<Tuple*>(buffers)->size;
    if (buffers && !is_none(buffers) && !is_default) iterator = TRY(iterate(buffers));
    replace_field(unpickler->buffers, std::move(iterator));
    return done;
}

}  // namespace minipy::pickle
