// Raising from native code: any class with any arguments, no memory, a class that never comes to an end.
//
// CPython: Modules/_testcapimodule.c (raise_exception, make_exception_with_doc), Modules/_testcapi/exceptions.c
#include <cerrno>
#include <vector>

#include "modules/buffer_argument.h"
#include "modules/support.h"
#include "modules/testcapi/testcapi.h"
#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

/// Raises `exception(0, 1, ... count - 1)`.
NewRef testcapi_raise_exception(Object*, Object* const* arguments) {
    const int count = TRY(argument_int(arguments[1]));
    if (!is_exception_class(arguments[0]))
        return raise(system_error_type,
                     fmt::format("_PyErr_SetObject: exception {} is not a BaseException subclass",
                                 str_utf8(TRY(repr(arguments[0])).get())));
    std::vector<Ref<Object>> values;
    std::vector<Object*> borrowed;
    for (int i = 0; i < count; ++i) borrowed.push_back(values.emplace_back(new_int(i)).get());
    Ref<Object> exception = TRY(call(arguments[0], borrowed.data(), static_cast<Size>(borrowed.size())));
    return raise_object(std::move(exception));
}

NewRef testcapi_raise_memoryerror(Object*, Object* const*) { return raise(memory_error_type); }

/// A class made as those of built-in modules are. PyErr_NewExceptionWithDoc.
NewRef testcapi_make_exception(Object*, Object* const* arguments) {
    if (!is_str(arguments[0])) return raise(type_error_type, "name must be a string");
    const std::string_view full = str_utf8(static_cast<Str*>(arguments[0]));
    const std::size_t dot = full.rfind('.');
    if (dot == full.npos) return raise(system_error_type, "PyErr_NewException: name must be module.class");
    Ref<Str> class_name = str_from_utf8(full.substr(dot + 1)), module = str_from_utf8(full.substr(0, dot));
    Ref<Dict> space = arguments[3] ? dict_copy(static_cast<Dict*>(arguments[3])) : new_dict();
    TRY(dict_set_default(space.get(), name<"__module__">, module.get()));
    if (arguments[1]) TRY(dict_set(space.get(), name<"__doc__">, arguments[1]));
    Object* base = arguments[2] ? arguments[2] : &exception_type;
    Ref<Object> bases = is_tuple(base) ? share(base) : Ref<Object>(pack({base}));
    return call(&type_type, {class_name.get(), bases.get(), space.get()});
}

/// An instance raises its own class before it is finished.
Status recursing_init(Object* self, Tuple*, Dict*) {
    RecursionGuard guard(" while normalizing an exception");
    if (!guard.entered()) return failed;
    Ref<Object> exception = TRY(call(self->type, {}));
    return raise_object(std::move(exception));
}

const TypeSpec recursing_spec = {.name = "RecursingInfinitelyError",
                                 .basic_size = sizeof(BaseException),
                                 .flags = type_flag::base_type,
                                 .base = &exception_type,
                                 .doc = "An exception that is never finished.",
                                 .slots = {.init = recursing_init}};
Type recursing_type(recursing_spec);

NewRef testcapi_set_errno(Object*, Object* const* arguments) {
    const int number = TRY(argument_int(arguments[0]));
    errno = number;
    return new_none();
}

constexpr NativeDef functions[] = {
    {"raise_exception", testcapi_raise_exception, "-($module, exception, num_args, /)", nullptr},
    {"raise_memoryerror", testcapi_raise_memoryerror, "-($module)", nullptr},
    {"make_exception_with_doc", testcapi_make_exception,
     "-($module, name, doc=<absent>, base=<absent>, dict=<absent>)", nullptr},
    {"set_errno", testcapi_set_errno, "-($module, number, /)", nullptr},
};

}  // namespace

std::span<const NativeDef> testcapi_raising_functions() noexcept { return functions; }

Status add_testcapi_raising(Module* module) {
    TRY(module_set(module, "error", new_exception_class("_testcapi.error", exception_type)));
    return module_add_type(module, recursing_type);
}

}  // namespace minipy
