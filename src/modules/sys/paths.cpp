// The module `sys`: where the program, its library and its site directories are.
//
// minipy brings no library of its own; it runs on the one that was found when it was built, unless
// MINIPY_STDLIB or PYTHONHOME names another. That library's directory is `sys.base_prefix`; `sys.prefix` is the
// directory above minipy's own `bin`. As the two differ, `site` treats minipy as a virtual environment:
// packages installed for the other interpreter stay out of the way.
//
// CPython: Modules/getpath.py
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "modules/run_options.h"
#include "modules/sys/sys.h"
#include "modules/system_text.h"
#include "objects/list.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

namespace fs = std::filesystem;

/// The path made absolute, nothing looked up.
std::string absolute_path(const fs::path& path) {
    std::error_code error;
    const fs::path result = fs::absolute(path, error);
    std::string text = (error ? path : result.lexically_normal()).string();
    if (text.size() > 1 && text.ends_with('/')) text.pop_back();
    return text;
}

std::string search_path(const std::string& program) {
    const char* variable = std::getenv("PATH");
    std::string_view rest = variable ? variable : "";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        const std::string candidate = std::string(rest.substr(0, end)) + "/" + program;
        if (end && ::access(candidate.c_str(), X_OK) == 0 && !fs::is_directory(candidate)) return candidate;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

/// The file that was started, by the name that was used for it: a link stays one.
std::string executable_path() {
    const std::string& program = run_options().program;
    std::string found = program.find('/') == program.npos ? search_path(program) : program;
    std::error_code error;
    if (found.empty() || !fs::exists(found, error)) found = fs::read_symlink("/proc/self/exe", error).string();
    return found.empty() ? found : absolute_path(found);
}

std::string real_path(const std::string& path) {
    std::error_code error;
    const fs::path result = fs::canonical(path, error);
    return error ? path : result.string();
}

/// Whether the executable lies in a virtual environment, which `site` will tell the rest of.
bool is_in_environment(const fs::path& executable) {
    std::error_code error;
    const fs::path directory = executable.parent_path();
    return fs::exists(directory / "pyvenv.cfg", error) ||
           fs::exists(directory.parent_path() / "pyvenv.cfg", error);
}

struct Places {
    std::string executable, base_executable, prefix, base_prefix, library;
};

Places find_places() {
    const RunOptions& options = run_options();
    Places places;
    places.executable = executable_path();
    const std::string real = real_path(places.executable);
    places.base_executable = is_in_environment(places.executable) ? real : places.executable;
    places.prefix = fs::path(real).parent_path().parent_path().string();
    places.library = MINIPY_STDLIB_PATH;
    if (!options.home.empty()) {
        places.prefix = options.home.substr(0, options.home.find(':'));
        places.library = absolute_path(fs::path(places.prefix) / "lib" / "python3.11");
    }
    if (!options.library.empty()) places.library = absolute_path(options.library);
    places.base_prefix = fs::path(places.library).parent_path().parent_path().string();
    return places;
}

/// PYTHONPATH's entries, then the library.
Ref<List> make_path(const fs::path& library) {
    Ref<List> path = new_list();
    const auto add = [&path](const std::string& entry) {
        return list_append(path.get(), system_text(entry).get());
    };
    std::string_view rest = run_options().module_path;
    for (bool more = !rest.empty(); more;) {
        const std::size_t colon = rest.find(':');
        more = colon != rest.npos;
        TRY(add(
            absolute_path(std::string(rest.substr(0, colon)).insert(0, rest.starts_with('/') ? "" : "./"))));
        if (more) rest.remove_prefix(colon + 1);
    }
    TRY(add((library.parent_path() / "python311.zip").string()));
    TRY(add(library.string()));
    return path;
}

}  // namespace

Status fill_sys_paths(Module* module) {
    const Places places = find_places();
    const RunOptions& options = run_options();
    const auto set = [module](const char* attribute, const std::string& value) {
        return module_set(module, attribute, system_text(value).get());
    };
    for (const char* attribute : {"prefix", "exec_prefix"}) TRY(set(attribute, places.prefix));
    for (const char* attribute : {"base_prefix", "base_exec_prefix"}) TRY(set(attribute, places.base_prefix));
    TRY(set("executable", places.executable));
    TRY(set("_base_executable", places.base_executable));
    TRY(set("_stdlib_dir", places.library));
    TRY(set("platlibdir", options.platlibdir.empty() ? "lib" : options.platlibdir));
    if (options.pycache_prefix.empty())
        TRY(module_set(module, "pycache_prefix", &none));
    else
        TRY(set("pycache_prefix", options.pycache_prefix));
    return module_set(module, "path", make_path(places.library).get());
}

}  // namespace minipy
