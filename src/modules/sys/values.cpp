// The module `sys`: figures, names, flags and paths.
//
// CPython: Python/sysmodule.c (_PySys_InitCore, _PySys_UpdateConfig)
#include <fmt/format.h>

#include <cfloat>
#include <climits>
#include <initializer_list>

#include "modules/io/std_streams.h"
#include "modules/run_options.h"
#include "modules/sys/sys.h"
#include "modules/system_text.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/number_hash.h"
#include "objects/set.h"
#include "objects/simple_namespace.h"
#include "objects/singletons.h"
#include "objects/struct_sequence.h"
#include "objects/tuple.h"
#include "vm/import.h"
#include "vm/unraisable.h"

namespace minipy {
namespace {

using Values = std::initializer_list<Ref<Object>>;

Ref<Object> number(std::int64_t value) { return Ref<Object>(new_int(value)); }
Ref<Object> real(double value) { return Ref<Object>(new_float(value)); }
Ref<Object> text(std::string_view utf8) { return Ref<Object>(str_from_utf8(utf8)); }
Ref<Object> boolean(bool value) { return Ref<Object>(new_bool(value)); }

Ref<Object> make(StructSequenceType& type, Values values) {
    TRY(type.prepare());
    std::vector<Ref<Object>> fields(values);
    return new_struct_sequence(type, fields);
}

// --- struct sequences

constexpr const char* flags_fields[] = {
    "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
    "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
    "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits"};
const StructSequenceSpec flags_spec = {"sys.flags", "Flags given on the command line or in the environment.",
                                       flags_fields, std::size(flags_fields), false};
StructSequenceType flags_type(flags_spec);

constexpr const char* version_info_fields[] = {"major", "minor", "micro", "releaselevel", "serial"};
const StructSequenceSpec version_info_spec = {"sys.version_info", "The version as a named tuple.",
                                              version_info_fields, std::size(version_info_fields), false};
StructSequenceType version_info_type(version_info_spec);

constexpr const char* float_info_fields[] = {"max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp",
                                             "dig", "mant_dig", "epsilon", "radix", "rounds"};
const StructSequenceSpec float_info_spec = {"sys.float_info", "Range and precision of float.",
                                            float_info_fields, std::size(float_info_fields)};
StructSequenceType float_info_type(float_info_spec);

constexpr const char* int_info_fields[] = {"bits_per_digit", "sizeof_digit", "default_max_str_digits",
                                           "str_digits_check_threshold"};
const StructSequenceSpec int_info_spec = {"sys.int_info", "How int is represented.", int_info_fields,
                                          std::size(int_info_fields)};
StructSequenceType int_info_type(int_info_spec);

constexpr const char* hash_info_fields[] = {"width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits",
                                            "seed_bits", "cutoff"};
const StructSequenceSpec hash_info_spec = {"sys.hash_info", "How hashes are computed.", hash_info_fields,
                                           std::size(hash_info_fields)};
StructSequenceType hash_info_type(hash_info_spec);

constexpr const char* thread_info_fields[] = {"name", "lock", "version"};
const StructSequenceSpec thread_info_spec = {"sys.thread_info", "What threads are made of.", thread_info_fields,
                                             std::size(thread_info_fields)};
StructSequenceType thread_info_type(thread_info_spec);

Ref<Object> make_flags() {
    const RunOptions& options = run_options();
    const bool random_hash = options.hash_seed != "0";
    return make(flags_type,
                {number(options.debug), number(options.inspect), number(options.interactive),
                 number(options.optimize), number(options.dont_write_bytecode), number(options.no_user_site),
                 number(options.no_site), number(options.ignore_environment), number(options.verbose),
                 number(options.bytes_warning), number(options.quiet), number(random_hash),
                 number(options.isolated), boolean(options.dev_mode), number(utf8_mode()),
                 number(options.warn_default_encoding), boolean(options.safe_path),
                 number(options.int_max_str_digits)});
}

Ref<Object> make_version_info() {
    return make(version_info_type, {number(3), number(11), number(2), text("final"), number(0)});
}

Status fill_figures(Module* module) {
    TRY(module_set(
        module, "float_info",
        make(float_info_type, {real(DBL_MAX), number(DBL_MAX_EXP), number(DBL_MAX_10_EXP), real(DBL_MIN),
                               number(DBL_MIN_EXP), number(DBL_MIN_10_EXP), number(DBL_DIG),
                               number(DBL_MANT_DIG), real(DBL_EPSILON), number(FLT_RADIX), number(1)})
            .get()));
    TRY(module_set(module, "int_info",
                   make(int_info_type, {number(30), number(4), number(4300), number(640)}).get()));
    TRY(module_set(module, "hash_info",
                   make(hash_info_type,
                        {number(64), number(static_cast<std::int64_t>(hash_modulus)), number(314159), number(0),
                         number(1000003), text("siphash13"), number(64), number(128), number(0)})
                       .get()));
    TRY(module_set(module, "thread_info",
                   make(thread_info_type, {text("pthread"), text("semaphore"), text("NPTL 2.36")}).get()));
    TRY(module_set(module, "maxsize", number(INT64_MAX).get()));
    TRY(module_set(module, "maxunicode", number(0x10FFFF).get()));
    TRY(module_set(module, "byteorder", text("little").get()));
    return module_set(module, "float_repr_style", text("short").get());
}

// --- version

constexpr std::int64_t hex_version = 0x030B02F0;

#if defined(__clang__)
constexpr std::string_view version = "3.11.2 (minipy) [Clang " __clang_version__ "]";
#else
constexpr std::string_view version = "3.11.2 (minipy) [GCC " __VERSION__ "]";
#endif

Ref<Object> make_implementation(Object* version_info) {
    Ref<Dict> attributes = new_dict();
    TRY(dict_set(attributes.get(), name<"name">, text("cpython").get()));
    TRY(dict_set(attributes.get(), name<"cache_tag">, text("cpython-311").get()));
    TRY(dict_set(attributes.get(), name<"version">, version_info));
    TRY(dict_set(attributes.get(), name<"hexversion">, number(hex_version).get()));
    TRY(dict_set(attributes.get(), name<"_multiarch">, text("x86_64-linux-gnu").get()));
    return new_simple_namespace(attributes.get());
}

Status fill_version(Module* module) {
    Ref<Object> version_info = TRY(make_version_info());
    TRY(module_set(module, "version_info", version_info.get()));
    TRY(module_set(module, "implementation", make_implementation(version_info.get()).get()));
    TRY(module_set(module, "hexversion", number(hex_version).get()));
    TRY(module_set(module, "api_version", number(1013).get()));
    TRY(module_set(module, "version", text(version_text()).get()));
    TRY(module_set(module, "copyright", text("Copyright (c) the authors of minipy.").get()));
    TRY(module_set(module, "platform", text("linux").get()));
    TRY(module_set(module, "abiflags", text("").get()));
    Ref<Object> revision[] = {text("minipy"), text(""), text("")};  // implementation, branch, commit
    Object* items[] = {revision[0].get(), revision[1].get(), revision[2].get()};
    TRY(module_set(module, "_git", new_tuple(items).get()));
    return module_set(module, "_framework", text("").get());
}

// --- what the command line says

Ref<List> text_list(const std::vector<std::string>& items) {
    Ref<List> list = new_list();
    for (const std::string& item : items) TRY(list_append(list.get(), system_text(item).get()));
    return list;
}

/// -X name=value options: name -> value, or True without one.
Ref<Dict> make_x_options() {
    Ref<Dict> options = new_dict();
    for (const std::string& option : run_options().x_options) {
        const std::size_t equals = option.find('=');
        Ref<Object> key = system_text(std::string_view(option).substr(0, equals));
        Ref<Object> value = equals == std::string::npos
                                ? boolean(true)
                                : system_text(std::string_view(option).substr(equals + 1));
        TRY(dict_set(options.get(), key.get(), value.get()));
    }
    return options;
}

Status fill_options(Module* module) {
    const RunOptions& options = run_options();
    Ref<Object> flags = TRY(make_flags());
    TRY(module_set(module, "flags", flags.get()));
    TRY(module_set(module, "dont_write_bytecode",
                   boolean(options.dont_write_bytecode).get()));
    TRY(module_set(module, "argv", text_list(options.argv).get()));
    TRY(module_set(module, "orig_argv", text_list(options.orig_argv).get()));
    TRY(module_set(module, "warnoptions", text_list(options.warn_options).get()));
    return module_set(module, "_xoptions", make_x_options().get());
}

// --- modules

Ref<Object> make_stdlib_names() {
    Ref<Set> names = new_set();
    for (const char* module_name : {
#define NAME(text) text,
#include "modules/sys/stdlib_names.def"
         })
        TRY(set_add(names.get(), intern(module_name).get()));
    Object* argument = names.get();
    return call(&frozenset_type, {argument});
}

Ref<Tuple> make_builtin_names() {
    std::vector<Ref<Object>> names;
    std::vector<Object*> borrowed;
    for (const BuiltInModule& row : built_in_modules()) {
        names.push_back(intern(row.name));
        borrowed.push_back(names.back().get());
    }
    return new_tuple(borrowed);
}

Status fill_import(Module* module) {
    TRY(module_set(module, "modules", imported_modules()));
    TRY(module_set(module, "meta_path", new_list().get()));
    TRY(module_set(module, "path_hooks", new_list().get()));
    TRY(module_set(module, "path_importer_cache", new_dict().get()));
    TRY(module_set(module, "builtin_module_names", make_builtin_names().get()));
    return module_set(module, "stdlib_module_names", make_stdlib_names().get());
}

}  // namespace

std::string_view version_text() noexcept { return version; }

Status fill_sys_values(Module* module) {
    TRY(unraisable_arguments_type.prepare());
    TRY(fill_figures(module));
    TRY(fill_version(module));
    TRY(fill_sys_paths(module));
    TRY(fill_options(module));
    return fill_import(module);
}

}  // namespace minipy
