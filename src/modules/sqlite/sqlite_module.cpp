// The module _sqlite3: connect(), adapters and converters, constants.
//
// CPython: Modules/_sqlite/module.c
#include "modules/constants.h"
#include "modules/sqlite/sqlite.h"
#include "modules/support.h"
#include "objects/bytearray.h"
#include "objects/call.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy {
namespace sqlite {
namespace {

// --- PrepareProtocol: what adapters are registered for

Status protocol_init(Object*, Tuple*, Dict*) { return done; }

const TypeSpec prepare_protocol_spec = {
    .name = "sqlite3.PrepareProtocol",
    .basic_size = sizeof(Object),
    .flags = type_flag::immutable,
    .doc = "The protocol by which objects become values of SQL.",
    .slots = {.init = protocol_init},
};

// --- functions

/// The factory gets the arguments as they are.
NewRef sqlite_connect(Object*, Object* const* arguments) {
    constexpr Size factory_position = 5;
    auto* positional = static_cast<Tuple*>(arguments[0]);
    auto* keywords = static_cast<Dict*>(arguments[1]);
    Object* factory = &connection_type;
    if (positional->size > factory_position)
        factory = (*positional)[factory_position];
    else if (Object* named = keywords ? dict_get(keywords, name<"factory">) : nullptr)
        factory = named;
    Ref<Object> keep = share(factory);
    return call_with_dict(keep.get(), positional, keywords && keywords->used ? keywords : nullptr);
}

NewRef sqlite_complete_statement(Object*, Object* const* arguments) {
    const char* sql = TRY(c_string_argument(arguments[0], "complete_statement", "argument 'statement'"));
    return new_bool(sqlite3_complete(sql) != 0);
}

NewRef sqlite_enable_shared_cache(Object*, Object* const* arguments) {
    const int enable = TRY(argument_int(arguments[0]));
    if (sqlite3_enable_shared_cache(enable) != SQLITE_OK)
        return raise(ErrorClass::OperationalError, "Changing the shared_cache flag failed");
    return new_none();
}

NewRef sqlite_enable_callback_tracebacks(Object*, Object* const* arguments) {
    shows_callback_errors = TRY(argument_int(arguments[0])) != 0;
    return new_none();
}

NewRef sqlite_register_adapter(Object*, Object* const* arguments) {
    Object* type = arguments[0];
    if (type == &int_type || type == &float_type || type == &str_type || type == &bytearray_type)
        base_types_are_adapted = true;
    Ref<Tuple> key = pack({type, &prepare_protocol_type});
    TRY(dict_set(adapters(), key.get(), arguments[1]));
    return new_none();
}

NewRef sqlite_register_converter(Object*, Object* const* arguments) {
    Str* type_name = TRY(str_argument(arguments[0], "register_converter", "argument 1"));
    Ref<Object> upper = TRY(call_method(type_name, name<"upper">));
    TRY(dict_set(converters(), upper.get(), arguments[1]));
    return new_none();
}

NewRef sqlite_adapt(Object*, Object* const* arguments) {
    Object* protocol = arguments[1] ? arguments[1] : static_cast<Object*>(&prepare_protocol_type);
    return adapt(arguments[0], protocol, arguments[2]);
}

constexpr NativeDef functions[] = {
    {"connect", sqlite_connect, "-($module, /, *args, **kwargs)",
     "Opens a database: connect(database, timeout=5.0, detect_types=0, isolation_level='', "
     "check_same_thread=True, factory=Connection, cached_statements=128, uri=False)."},
    {"complete_statement", sqlite_complete_statement, "($module, /, statement)",
     "Whether the text holds at least one whole statement."},
    {"enable_shared_cache", sqlite_enable_shared_cache, "($module, /, do_enable)",
     "Says whether connections of one thread share a cache."},
    {"enable_callback_tracebacks", sqlite_enable_callback_tracebacks, "($module, enable, /)",
     "Says whether what callbacks raise is shown."},
    {"register_adapter", sqlite_register_adapter, "($module, type, adapter, /)",
     "Sets what makes values for SQL of the type's objects."},
    {"register_converter", sqlite_register_converter, "($module, typename, converter, /)",
     "Sets what makes objects of the octets in columns of that declared type."},
    {"adapt", sqlite_adapt, "($module, obj, proto=PrepareProtocolType, alt=<unrepresentable>, /)",
     "The object as a value that the protocol asks for."},
};

constexpr IntConstant constants[] = {
    {"PARSE_DECLTYPES", by_declared_type},
    {"PARSE_COLNAMES", by_column_name},
#define ERROR_CODE(name) {"SQLITE_" #name, SQLITE_##name},
#include "modules/sqlite/error_codes.def"
#define CONSTANT(name) {"SQLITE_" #name, SQLITE_##name},
#include "modules/sqlite/constants.def"
};

/// The level of the DB-API that the library's own way with threads makes for.
int thread_safety() noexcept {
    switch (sqlite3_threadsafe()) {
        case 0: return 0;   // one thread
        case 2: return 1;   // threads may share the module
        default: return 3;  // and connections
    }
}

Status add_errors(Module* module) {
#define X(name) TRY(module_set(module, #name, &error_type(ErrorClass::name)));
    SQLITE_EXCEPTIONS(X)
#undef X
    return done;
}

Status fill(Module* module) {
    if (sqlite3_initialize() != SQLITE_OK)
        return raise(import_error_type, sqlite3_errstr(sqlite3_initialize()));
    for (Type* type : {&connection_type, &cursor_type, &row_type, &blob_type, &prepare_protocol_type})
        TRY(module_add_type(module, *type));
    ready_type(statement_type);
    TRY(add_errors(module));
    TRY(module_set_constants(module, constants));
    TRY(module_set(module, "threadsafety", new_int(thread_safety()).get()));
    TRY(module_set(module, "version", str_from_utf8("2.6.0").get()));
    TRY(module_set(module, "sqlite_version", str_from_utf8(sqlite3_libversion()).get()));
    TRY(module_set(module, "adapters", adapters()));
    return module_set(module, "converters", converters());
}

const ModuleSpec spec = {"_sqlite3", nullptr, functions, fill};

}  // namespace

Type prepare_protocol_type(prepare_protocol_spec);

}  // namespace sqlite

Ref<Module> make_sqlite3_module() { return new_native_module(sqlite::spec); }

}  // namespace minipy
