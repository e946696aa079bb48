// The import statement's work in C++: `sys.modules`, relative names, the hand-over to importlib.
//
// CPython: Python/import.c
#include "vm/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"
#include "vm/left_out.h"
#include "vm/traceback.h"

namespace minipy {
namespace {

Dict* modules = nullptr;
Module* the_sys_module = nullptr;  // owned

/// The module in `sys.modules`, borrowed, null if it is not there.
Result<Object*> find_module(Object* module_name) { return dict_get(modules, module_name); }

/// Whether the module's spec says that it is being imported. _PyModuleSpec_IsInitializing.
bool spec_is_initializing(Object* spec) noexcept {
    Ref<Object> flag;
    if (spec && find_attribute(spec, name<"_initializing">, flag)) {
        if (!flag) return false;
        if (const Result<bool> busy = truth(flag.get())) return *busy;
    }
    clear_exception();
    return false;
}

Ref<Object> spec_of(Object* module) noexcept {
    Ref<Object> spec;
    if (!find_attribute(module, name<"__spec__">, spec)) clear_exception();
    return spec;
}

/// Another thread may be importing the module: waits until it has. import_ensure_initialized.
Status wait_until_imported(Object* module, Object* module_name) {
    Ref<Object> spec;
    TRY(find_attribute(module, name<"__spec__">, spec));
    if (!spec_is_initializing(spec.get())) return done;
    TRY(call_method(importlib_bootstrap(), name<"_lock_unlock_module">, {module_name}));
    return done;
}

Failure raise_no_parent() {
    return raise(import_error_type, "attempted relative import with no known parent package");
}

/// A value of the importing module's globals, null for None too.
Object* set_global(Dict* globals, Str* key) noexcept {
    Object* value = dict_get(globals, key);
    return value && !is_none(value) ? value : nullptr;
}

/// The package of the importing module as `__package__` or its spec tells, empty if neither does.
Status declared_package(Dict* globals, Ref<Object>& package) {
    package = Ref<Object>::share(set_global(globals, name<"__package__">));
    Ref<Object> spec = Ref<Object>::share(set_global(globals, name<"__spec__">));
    if (package && !is_str(package.get())) return raise(type_error_type, "package must be a string");
    if (!spec) return done;
    Ref<Object> parent = TRY(get_attribute(spec.get(), name<"parent">));
    if (!package) {
        if (!is_str(parent.get())) return raise(type_error_type, "__spec__.parent must be a string");
        package = std::move(parent);
    } else if (!TRY(compare_truth(package.get(), parent.get(), CompareOp::Eq))) {
        return warn(import_warning_type, "__package__ != __spec__.parent");
    }
    return done;
}

/// The package as it follows from `__name__`: the module itself if it has a `__path__`, else what it lies in.
Ref<Object> package_from_name(Dict* globals) {
    TRY(warn(import_warning_type,
             "can't resolve package from __spec__ or __package__, falling back on "
             "__name__ and __path__"));
    Ref<Object> package = Ref<Object>::share(dict_get(globals, name<"__name__">));
    if (!package) return raise(key_error_type, "'__name__' not in globals");
    if (!is_str(package.get())) return raise(type_error_type, "__name__ must be a string");
    if (dict_get(globals, name<"__path__">)) return package;
    const std::string_view text = str_utf8(static_cast<Str*>(package.get()));
    const std::size_t dot = text.rfind('.');
    if (dot == std::string_view::npos) return raise_no_parent();
    return str_from_utf8(text.substr(0, dot));
}

/// "..name" in the importing module's package as an absolute name. resolve_name.
Ref<Str> resolve_relative(Str* relative, Object* globals, int level) {
    if (!globals || is_none(globals)) return raise(key_error_type, "'__name__' not in globals");
    if (!is_dict(globals)) return raise(type_error_type, "globals must be a dict");
    Ref<Object> package;
    TRY(declared_package(static_cast<Dict*>(globals), package));
    if (!package) package = TRY(package_from_name(static_cast<Dict*>(globals)));
    std::string_view base = str_utf8(static_cast<Str*>(package.get()));
    if (base.empty()) return raise_no_parent();
    for (int up = 1; up < level; ++up) {
        const std::size_t dot = base.rfind('.');
        if (dot == std::string_view::npos)
            return raise(import_error_type, "attempted relative import beyond top-level package");
        base = base.substr(0, dot);
    }
    if (relative->size == 0) return intern(base);
    return intern(fmt::format("{}.{}", base, str_utf8(relative)));
}

Ref<Object> import_function() { return builtin("__import__"); }

/// Tells how long an import took: by itself, and with the imports inside it, which are told of before.
class ImportTimer {
  public:
    explicit ImportTimer(Object* module_name) : module_name_(module_name) {
        if (!import_times_wanted) return;
        if (!std::exchange(header_printed_, true))
            fmt::print(stderr, "import time: self [us] | cumulative | imported package\n");
        ++depth_;
        inside_before_ = std::exchange(inside_, Clock::duration::zero());
        start_ = Clock::now();
    }
    ~ImportTimer() {
        if (!import_times_wanted) return;
        const Clock::duration all = Clock::now() - start_;
        const auto microseconds = [](Clock::duration time) {
            return std::chrono::ceil<std::chrono::microseconds>(time).count();
        };
        --depth_;
        fmt::print(stderr, "import time: {:9} | {:10} | {:{}}{}\n", microseconds(all - inside_),
                   microseconds(all), "", 2 * depth_, str_utf8(static_cast<Str*>(module_name_)));
        inside_ = inside_before_ + all;
    }
    ImportTimer(const ImportTimer&) = delete;

  private:
    using Clock = std::chrono::steady_clock;
    static inline bool header_printed_ = false;
    static inline int depth_ = 0;
    static inline Clock::duration inside_{};  // taken by imports inside the one that runs
    Object* module_name_;
    Clock::time_point start_{};
    Clock::duration inside_before_{};
};

/// The module of an absolute name, imported if it is not there yet.
Ref<Object> find_or_load(Object* absolute) {
    Ref<Object> module = Ref<Object>::share(TRY(find_module(absolute)));
    if (module && !is_none(module.get())) {
        TRY(wait_until_imported(module.get(), absolute));
        return module;
    }
    Module* bootstrap = importlib_bootstrap();
    if (!bootstrap)
        return raise(import_error_type, fmt::format("no module named '{}' before importlib",
                                                    str_utf8(static_cast<Str*>(absolute))));
    TRY(audit("import", absolute, nullptr, sys_attribute(name<"path">), sys_attribute(name<"meta_path">),
              sys_attribute(name<"path_hooks">)));
    Ref<Object> function = TRY(import_function());
    const ImportTimer timer(absolute);
    return call_method(bootstrap, name<"_find_and_load">, {absolute, function.get()});
}

/// What `import a.b.c` binds: the module that the name's first part stands for.
Ref<Object> first_part(Str* relative, Str* absolute, Ref<Object> module, int level) {
    if (level > 0 && relative->size == 0) return module;
    const std::string_view text = str_utf8(relative);
    const std::size_t dot = text.find('.');
    if (dot == std::string_view::npos) return module;
    if (level == 0) return find_or_load(intern(text.substr(0, dot)).get());
    const std::string_view full = str_utf8(absolute);
    Ref<Str> wanted = intern(full.substr(0, full.size() - (text.size() - dot)));
    Object* found = TRY(find_module(wanted.get()));
    if (found) return share(found);
    return raise(key_error_type,
                 fmt::format("{} not in sys.modules as expected", repr_for_message(wanted.get())));
}

/// The modules that `from package import a, b` names and that are not attributes yet.
Ref<Object> with_from_list(Ref<Object> module, Object* from_list) {
    Ref<Object> path;
    TRY(find_attribute(module.get(), name<"__path__">, path));
    if (!path) return module;
    Ref<Object> function = TRY(import_function());
    return call_method(importlib_bootstrap(), name<"_handle_fromlist">,
                       {module.get(), from_list, function.get()});
}

Ref<Object> import_level(Object* module_name, Object* globals, Object* from_list, int level) {
    if (!is_str(module_name)) return raise(type_error_type, "module name must be a string");
    if (level < 0) return raise(value_error_type, "level must be >= 0");
    auto* relative = static_cast<Str*>(module_name);
    if (level == 0 && relative->size == 0) return raise(value_error_type, "Empty module name");
    Ref<Str> absolute = level ? TRY(resolve_relative(relative, globals, level)) : share(relative);
    Ref<Object> module = TRY(find_or_load(absolute.get()));
    if (from_list && !is_none(from_list) && TRY(truth(from_list)))
        return with_from_list(std::move(module), from_list);
    return first_part(relative, absolute.get(), std::move(module), level);
}

bool is_importlib_frame(const Code* code) noexcept {
    return str_equal(code->filename.get(), "<frozen importlib._bootstrap>") ||
           str_equal(code->filename.get(), "<frozen importlib._bootstrap_external>");
}

/// Makes `link` (a pointer that owns what it points to) skip to `next`.
void cut_traceback(Object** link, Traceback* next) noexcept {
    xincref(next);
    decref(std::exchange(*link, next));
}

/// Takes importlib's frames out of the pending exception's traceback: all of them from an ImportError, from
/// others the runs that end in `_call_with_frames_removed`. remove_importlib_frames.
void remove_importlib_frames() noexcept {
    auto* exception = static_cast<BaseException*>(pending_exception());
    if (!exception || !exception->traceback) return;
    const bool always = is_instance_of(exception, import_error_type);
    Object** link = &exception->traceback;
    Object** outer = nullptr;  // to the first frame of the present run
    bool inside = false;
    while (auto* traceback = static_cast<Traceback*>(*link)) {
        const Code* code = traceback->frame->frame->code;
        const bool was_inside = std::exchange(inside, is_importlib_frame(code));
        if (inside && !was_inside) outer = link;
        if (inside && (always || str_equal(code->name.get(), "_call_with_frames_removed"))) {
            cut_traceback(outer, traceback->next);
            link = outer;
        } else {
            link = reinterpret_cast<Object**>(&traceback->next);
        }
    }
}

Failure raise_cannot_import(Object* module, Object* module_name, Str* wanted) {
    const std::string what = repr_for_message(wanted);
    const std::string where = module_name ? repr_for_message(module_name) : "'<unknown module name>'";
    Ref<Object> file;
    if (!find_attribute(module, name<"__file__">, file)) clear_exception();
    if (!file || !is_str(file.get()))
        return raise_import_error(fmt::format("cannot import name {} from {} (unknown location)", what, where),
                                  module_name, nullptr);
    const std::string_view path = str_utf8(static_cast<Str*>(file.get()));
    const bool circular = spec_is_initializing(spec_of(module).get());
    const std::string message =
        circular ? fmt::format(
                       "cannot import name {} from partially initialized module {} (most likely due to "
                       "a circular import) ({})",
                       what, where, path)
                 : fmt::format("cannot import name {} from {} ({})", what, where, path);
    return raise_import_error(message, module_name, file.get());
}

}  // namespace

Failure raise_import_error(std::string_view message, Object* module_name, Object* path) {
    Object* names[] = {name<"name">, name<"path">};
    Ref<Tuple> keywords = new_tuple(names);
    Ref<Str> text = str_from_utf8(message);
    Object* arguments[] = {text.get(), module_name ? module_name : &none, path ? path : &none};
    Ref<Object> error = TRY(call(&import_error_type, arguments, 1, keywords.get()));
    return raise_object(std::move(error));
}

void begin_imports() {
    if (!modules) modules = new_dict().release();
}

Dict* imported_modules() noexcept { return modules; }

NewRef import_by_importlib(Object* module_name, Object* globals, Object*, Object* from_list, Object* level) {
    const int levels = TRY(argument_int(level));
    Ref<Object> module = import_level(module_name, globals, from_list, levels);
    if (module) return module;
    explain_left_out_module();
    remove_importlib_frames();
    return failed;
}

Ref<Object> import_module(std::string_view module_name) {
    Ref<Str> text = intern(module_name);
    Ref<Object> function = TRY(import_function());
    Ref<List> from_list = new_list();
    Ref<Dict> globals = new_dict();
    TRY(call(function.get(), {text.get(), globals.get(), globals.get(), from_list.get(), &shared_int(0)}));
    Object* module = TRY(find_module(text.get()));
    if (module) return share(module);
    return raise_key_error(text.get());
}

const BuiltInModule* find_built_in(std::string_view module_name) noexcept {
    const std::span<const BuiltInModule> all = built_in_modules();
    const auto row = std::ranges::lower_bound(all, module_name, {}, &BuiltInModule::name);
    return row != all.end() && row->name == module_name ? &*row : nullptr;
}

Ref<Object> import_built_in(std::string_view module_name) {
    begin_imports();
    Ref<Str> key = intern(module_name);
    if (Object* known = TRY(find_module(key.get()))) return share(known);
    const BuiltInModule* row = find_built_in(module_name);
    if (!row) return nullptr;
    Ref<Module> module = TRY(row->make());
    TRY(dict_set(modules, key.get(), module.get()));
    if (module_name == "sys" && !the_sys_module) the_sys_module = share(module.get()).release();
    return module;
}

Module* sys_module() noexcept { return the_sys_module; }

NewRef import_from_fallback(Object* module, Str* wanted) {
    Ref<Object> module_name;
    if (!find_attribute(module, name<"__name__">, module_name)) clear_exception();
    if (module_name && !is_str(module_name.get())) module_name.reset();
    if (module_name) {
        const std::string_view package = str_utf8(static_cast<Str*>(module_name.get()));
        Ref<Str> full = str_from_utf8(fmt::format("{}.{}", package, str_utf8(wanted)));
        if (Object* found = TRY(find_module(full.get()))) return new_ref(found);
    }
    return raise_cannot_import(module, module_name.get(), wanted);
}

Failure raise_star_name_error(Object* module, Object* wanted, bool from_dict) {
    Ref<Object> module_name = get_attribute(module, name<"__name__">);
    if (!module_name) return failed;
    if (!is_str(module_name.get()))
        return raise(type_error_type,
                     fmt::format("module __name__ must be a string, not {}", module_name->type->name));
    return raise(type_error_type, fmt::format("{} in {}.{} must be str, not {}", from_dict ? "Key" : "Item",
                                              str_utf8(static_cast<Str*>(module_name.get())),
                                              from_dict ? "__dict__" : "__all__", wanted->type->name));
}

Object* sys_attribute(Str* attribute) noexcept {
    return the_sys_module ? dict_get(the_sys_module->dict, attribute) : nullptr;
}

Status set_sys_attribute(Str* attribute, Object* value_or_null) {
    Dict* dict = the_sys_module->dict;
    if (value_or_null) return dict_set(dict, attribute, value_or_null);
    if (!dict_get(dict, attribute)) return done;
    return dict_delete(dict, attribute);
}

bool import_times_wanted = false;

/// What the module's dict says: asking the module itself would ask again when it has no spec.
static Ref<Object> spec_in_dict(Module* module) noexcept {
    return share(module->dict ? dict_get(module->dict, name<"__spec__">) : nullptr);
}

bool is_being_imported(Module* module) noexcept { return spec_is_initializing(spec_in_dict(module).get()); }

bool is_submodule_being_imported(Module* module, Str* attribute) noexcept {
    Ref<Object> spec = spec_in_dict(module), pending;
    if (spec && find_attribute(spec.get(), name<"_uninitialized_submodules">, pending) && pending)
        if (const Result<bool> waiting = contains(pending.get(), attribute)) return *waiting;
    clear_exception();
    return false;
}

}  // namespace minipy
