// Warning filters: see warning_filters.h.
//
// CPython: Lib/warnings.py, Python/_warnings.c
#include "cli/warning_filters.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>

namespace minipy {
namespace {

enum class Action { Default, Always, Ignore, Module, Once, Error };
constexpr std::pair<std::string_view, Action> action_names[] = {
    {"default", Action::Default}, {"always", Action::Always}, {"ignore", Action::Ignore},
    {"module", Action::Module},   {"once", Action::Once},     {"error", Action::Error}};

constexpr std::string_view other_categories[] = {
    "BytesWarning",              "EncodingWarning", "FutureWarning",  "ImportWarning",
    "PendingDeprecationWarning", "ResourceWarning", "RuntimeWarning", "UnicodeWarning", "UserWarning"};

struct Filter {
    Action action;
    std::string message, category, module;
    int line;  // 0: any
};

std::vector<Filter> filters;  // the last one is asked first
bool has_options = false;     // if only invalid ones

std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\f\r\n") {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

std::optional<Action> action_named(std::string_view word) {
    if (word.empty()) return Action::Default;
    if (word == "all") return Action::Always;
    for (const auto& [name, action] : action_names)
        if (name.starts_with(word)) return action;
    return std::nullopt;
}

std::string_view category_of(const SourceWarning& warning) {
    return warning.kind == SourceWarning::Kind::Syntax ? "SyntaxWarning" : "DeprecationWarning";
}

bool is_known_category(std::string_view name) {
    return name == "Warning" || name == "SyntaxWarning" || name == "DeprecationWarning" ||
           std::ranges::find(other_categories, name) != std::end(other_categories);
}

void reject_option(std::string_view what, std::string_view word) {
    fmt::print(stderr, "Invalid -W option ignored: {} '{}'\n", what, word);
}

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
    return text.size() >= start.size() &&
           std::ranges::equal(text.substr(0, start.size()), start, {}, lower, lower);
}

std::string_view module_of(std::string_view filename) {
    if (filename.ends_with(".py")) filename.remove_suffix(3);
    return filename.empty() ? "<unknown>" : filename;
}

bool matches(const Filter& filter, const SourceWarning& warning, std::string_view filename) {
    return starts_with_ignoring_case(warning.message, filter.message) &&
           (filter.category == "Warning" || filter.category == category_of(warning)) &&
           (filter.module.empty() || filter.module == module_of(filename)) &&
           (filter.line == 0 || filter.line == warning.line);
}

Action action_for(const SourceWarning& warning, std::string_view filename) {
    for (auto filter = filters.rbegin(); filter != filters.rend(); ++filter)
        if (matches(*filter, warning, filename)) return filter->action;
    return warning.kind == SourceWarning::Kind::Syntax ? Action::Default : Action::Ignore;
}

/// Without options CPython leaves blanks at the line's end: it shows the line before `warnings` is imported.
void show(const SourceWarning& warning, const Source& source) {
    std::fflush(stdout);
    fmt::print(stderr, "{}:{}: {}: {}\n", source.filename, warning.line, category_of(warning), warning.message);
    if (source.filename == "<stdin>") return;
    const std::string_view line = source.line(warning.line);
    const std::size_t first = std::min(line.find_first_not_of(" \t\f"), line.size());
    fmt::print(stderr, "  {}\n", !has_options ? line.substr(first) : trimmed(line));
}

bool is_first(const SourceWarning& warning) {
    static std::set<std::pair<std::string, std::string>> seen;
    return seen.emplace(category_of(warning), warning.message).second;
}

}  // namespace

void add_warning_option(std::string_view option) {
    has_options = true;
    std::array<std::string_view, 5> fields;  // action, message, category, module, line
    std::size_t count = 0;
    for (std::string_view rest = option; count < fields.size(); ++count) {
        const std::size_t colon = rest.find(':');
        fields[count] = trimmed(rest.substr(0, colon));
        if (colon == rest.npos) break;
        rest.remove_prefix(colon + 1);
    }
    if (count == fields.size()) return reject_option("too many fields (max 5):", option);
    const auto& [action_word, message, category, module, line_word] = fields;
    const std::optional<Action> action = action_named(action_word);
    if (!action) return reject_option("invalid action:", action_word);
    if (!category.empty() && !is_known_category(category))
        return reject_option("unknown warning category:", category);
    int line = 0;
    const char* end = line_word.data() + line_word.size();
    const auto [stop, failure] = std::from_chars(line_word.data(), end, line);
    if (!line_word.empty() && (failure != std::errc{} || stop != end || line < 0))
        return reject_option("invalid lineno", line_word);
    filters.push_back({*action, std::string(message), std::string(category.empty() ? "Warning" : category),
                       std::string(module), line});
}

void add_warning_options_of_environment() {
    const char* options = std::getenv("PYTHONWARNINGS");
    for (std::string_view rest = options ? options : ""; !rest.empty();) {
        const std::size_t comma = rest.find(',');
        if (comma != 0) add_warning_option(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma, rest.size() - 1) + 1);
    }
}

WarningHandler warning_handler(const Source& source) {
    return [&source](const SourceWarning& warning) {
        const Action action = action_for(warning, source.filename);
        if (action == Action::Error) return true;
        if (action != Action::Ignore && (action != Action::Once || is_first(warning))) show(warning, source);
        return false;
    };
}

}  // namespace minipy
