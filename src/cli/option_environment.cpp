// What environment variables and -X options add to the command line.
//
// A word on the command line wins over the environment, except that counts (-O, -v ...) take the larger. A bad
// value is a fatal error; its text names CPython's own function, as users of both search for it.
//
// CPython: Python/initconfig.c (config_read, config_init_warnoptions), Python/preconfig.c
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <initializer_list>
#include <optional>

#include "cli/option_parser.h"

namespace minipy {
namespace {

constexpr int least_digits_limit = 640;

class Resolver {
  public:
    explicit Resolver(Invocation& invocation) : invocation_(invocation), options_(invocation.options) {}

    std::string resolve() {
        read_counts();
        read_switches();
        read_texts();
        collect_warnings();
        for (const auto step : {&Resolver::read_utf8, &Resolver::read_hash_seed, &Resolver::read_digits_limit,
                                &Resolver::read_frozen, &Resolver::read_trace})
            if (std::string error = (this->*step)(); !error.empty()) return error;
        return {};
    }

  private:
    const char* variable(const char* name) const noexcept {
        const char* value = options_.ignore_environment ? nullptr : std::getenv(name);
        return value && *value ? value : nullptr;
    }

    /// The value of the -X option, of the first if it is given twice; nothing if it is not there. An option
    /// without "=" has the value that stands in for it.
    std::optional<std::string_view> x_option(std::string_view name,
                                             std::string_view without = "") const noexcept {
        for (const std::string& option : options_.x_options) {
            const std::string_view text = option;
            const std::size_t equals = text.find('=');
            if (text.substr(0, equals) == name) return equals == text.npos ? without : text.substr(equals + 1);
        }
        return std::nullopt;
    }

    static std::string fatal(std::string_view message, std::string_view state = "preinitialized") {
        return fmt::format("Fatal Python error: {}\nPython runtime state: {}\n\n", message, state);
    }

    static std::optional<int> whole_number(std::string_view text) noexcept {
        int value = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
        return value;
    }

    /// A variable that may hold a number; anything else counts as 1. _Py_get_env_flag.
    void raise_count(int& count, const char* name) const noexcept {
        const char* text = variable(name);
        if (!text) return;
        const int value = whole_number(text).value_or(1);
        count = std::max(count, value < 0 ? 1 : value);
    }

    void read_counts() {
        raise_count(options_.debug, "PYTHONDEBUG");
        raise_count(options_.verbose, "PYTHONVERBOSE");
        raise_count(options_.optimize, "PYTHONOPTIMIZE");
        const auto raise_flag = [this](bool& flag, const char* name) {
            int count = flag;
            raise_count(count, name);
            flag = count > 0;
        };
        raise_flag(options_.inspect, "PYTHONINSPECT");
        raise_flag(options_.dont_write_bytecode, "PYTHONDONTWRITEBYTECODE");
        raise_flag(options_.no_user_site, "PYTHONNOUSERSITE");
        raise_flag(options_.unbuffered, "PYTHONUNBUFFERED");
        raise_flag(options_.safe_path, "PYTHONSAFEPATH");
    }

    void read_switches() {
        const auto is_on = [this](std::string_view option, const char* name) {
            return x_option(option).has_value() || variable(name);
        };
        options_.dev_mode = is_on("dev", "PYTHONDEVMODE");
        options_.import_times = is_on("importtime", "PYTHONPROFILEIMPORTTIME");
        options_.warn_default_encoding = is_on("warn_default_encoding", "PYTHONWARNDEFAULTENCODING");
        options_.fault_handler = options_.dev_mode || is_on("faulthandler", "PYTHONFAULTHANDLER");
        options_.debug_ranges = !is_on("no_debug_ranges", "PYTHONNODEBUGRANGES");
        options_.gc_stress |= x_option("gc-stress").has_value();
        options_.specialize = !x_option("no-specialize");
    }

    void read_texts() {
        const auto read = [this](std::string& place, const char* name) {
            if (const char* text = variable(name)) place = text;
        };
        read(options_.pycache_prefix, "PYTHONPYCACHEPREFIX");
        if (const auto prefix = x_option("pycache_prefix")) options_.pycache_prefix = *prefix;
        read(options_.home, "PYTHONHOME");
        read(options_.module_path, "PYTHONPATH");
        read(options_.platlibdir, "PYTHONPLATLIBDIR");
        read(options_.stdio_encoding, "PYTHONIOENCODING");
        read(options_.library, "MINIPY_STDLIB");
        if (const char* directories = variable("MINIPY_SITE"))
            add_split(options_.site_directories, directories, ':');
    }

    static void add_split(std::vector<std::string>& list, std::string_view text, char separator) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(separator), text.size());
            if (end) list.emplace_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    /// The order in which `warnings` reads them: those that count most come last. An option is kept once.
    void collect_warnings() {
        std::vector<std::string> all;
        if (options_.dev_mode) all.emplace_back("default");
        if (const char* given = variable("PYTHONWARNINGS")) add_split(all, given, ',');
        all.insert(all.end(), options_.warn_options.begin(), options_.warn_options.end());
        if (options_.bytes_warning)
            all.emplace_back(options_.bytes_warning > 1 ? "error::BytesWarning" : "default::BytesWarning");
        options_.warn_options.clear();
        for (std::string& option : all)
            if (std::ranges::find(options_.warn_options, option) == options_.warn_options.end())
                options_.warn_options.push_back(std::move(option));
    }

    std::string read_utf8() {
        if (const auto given = x_option("utf8", "1")) {
            if (*given != "1" && *given != "0")
                return fatal("preconfig_init_utf8_mode: invalid -X utf8 option value", "preinitializing");
            options_.utf8_mode = *given != "0";
        } else if (const char* text = variable("PYTHONUTF8")) {
            const std::string_view value = text;
            if (value != "1" && value != "0")
                return fatal("preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value",
                             "preinitializing");
            options_.utf8_mode = value == "1";
        }
        return {};
    }

    std::string read_hash_seed() {
        const char* text = invocation_.hash_option ? nullptr : variable("PYTHONHASHSEED");
        options_.hash_seed = text ? text : "";
        if (!text || options_.hash_seed == "random") return {};
        std::uint32_t seed = 0;
        const char* end = text + options_.hash_seed.size();
        const auto [stop, error] = std::from_chars(text, end, seed);
        if (error == std::errc{} && stop == end) return {};
        return fatal(
            "config_init_hash_seed: PYTHONHASHSEED must be \"random\" or an integer in range [0; "
            "4294967295]");
    }

    std::string read_digits_limit() {
        const auto read = [this](std::string_view text, const char* source) -> std::string {
            const std::optional<int> limit = whole_number(text);
            if (!limit || (*limit != 0 && *limit < least_digits_limit))
                return fatal(
                    fmt::format("config_init_int_max_str_digits: {}: invalid limit; must be >= {} or 0 "
                                "for unlimited.",
                                source, least_digits_limit));
            options_.int_max_str_digits = *limit;
            return {};
        };
        if (const char* text = variable("PYTHONINTMAXSTRDIGITS"))
            if (std::string error = read(text, "PYTHONINTMAXSTRDIGITS"); !error.empty()) return error;
        if (const auto text = x_option("int_max_str_digits")) return read(*text, "-X int_max_str_digits");
        return {};
    }

    std::string read_frozen() {
        const auto given = x_option("frozen_modules");
        if (!given) return {};
        if (!given->empty() && *given != "on" && *given != "off")
            return fatal("bad value for option -X frozen_modules (expected \"on\" or \"off\")");
        options_.frozen_modules = *given != "off";
        return {};
    }

    std::string read_trace() {
        const auto read = [this](std::string_view text, const char* source) -> std::string {
            const std::optional<int> frames = text.empty() ? 0 : whole_number(text);
            if (!frames || *frames < 0)
                return fatal(fmt::format("config_init_tracemalloc: {}: invalid number of frames", source));
            options_.trace_memory_frames = *frames;
            return {};
        };
        if (const char* text = variable("PYTHONTRACEMALLOC"))
            if (std::string error = read(text, "PYTHONTRACEMALLOC"); !error.empty()) return error;
        const auto given = x_option("tracemalloc", "1");
        return given ? read(*given, "-X tracemalloc=NFRAME") : "";
    }

    Invocation& invocation_;
    RunOptions& options_;
};

}  // namespace

std::string resolve_options(Invocation& invocation) { return Resolver(invocation).resolve(); }

}  // namespace minipy
