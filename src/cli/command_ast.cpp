// `minipy --ast`: the syntax tree of a file.
//
// The output is that of `python3.11 -m ast --no-type-comments`, whose options -a, -m and -i it takes. With
// --batch it takes many files and ends the output of each, tree or error, with a null byte.
//
// CPython: Lib/ast.py (main)
#include <fmt/core.h>

#include <charconv>
#include <optional>
#include <vector>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/warning_filters.h"
#include "parser/ast_dump.h"
#include "parser/parser.h"

namespace minipy {

namespace {

struct AstOptions {
    DumpOptions dump{.attributes = false, .indent = 3};
    ParseMode mode = ParseMode::Exec;
    bool batch = false;
    std::vector<std::string_view> files;
};

std::optional<ParseMode> mode_named(std::string_view name) {
    if (name == "exec") return ParseMode::Exec;
    if (name == "single") return ParseMode::Single;
    if (name == "eval") return ParseMode::Eval;
    if (name == "func_type") return ParseMode::FunctionType;
    return std::nullopt;
}

std::optional<AstOptions> read_options(Arguments arguments) {
    AstOptions options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string_view word = arguments[i];
        bool has_next = i + 1 < arguments.size();
        if (word == "-a" || word == "--include-attributes") {
            options.dump.attributes = true;
        } else if (word == "--batch") {
            options.batch = true;
        } else if (word == "--no-type-comments") {
            continue;
        } else if ((word == "-m" || word == "--mode") && has_next) {
            std::optional<ParseMode> mode = mode_named(arguments[++i]);
            if (!mode) return std::nullopt;
            options.mode = *mode;
        } else if ((word == "-i" || word == "--indent") && has_next) {
            std::string_view digits = arguments[++i];
            int indent = 0;
            if (std::from_chars(digits.data(), digits.data() + digits.size(), indent).ec != std::errc{})
                return {};
            options.dump.indent = indent;
        } else {
            options.files.push_back(word);
        }
    }
    bool right_count = options.batch || options.files.size() == 1;
    return right_count ? std::optional(std::move(options)) : std::nullopt;
}

int print_tree(const AstOptions& options, const Source& source) {
    ast::Arena arena;
    const WarningHandler warnings = warning_handler(source);
    ast::Mod* module = parse(source, options.mode, arena, {.warnings = options.batch ? nullptr : &warnings});
    std::string text = dump_ast(module, options.dump);
    text += '\n';
    std::fwrite(text.data(), 1, text.size(), stdout);
    return 0;
}

void print_batch(const AstOptions& options) {
    for (std::string_view file : options.files) {
        try {
            std::optional<std::string> bytes = read_input(file);
            if (bytes) print_tree(options, decode_source(std::move(*bytes), std::string(file)));
        } catch (const SourceError& error) {
            fmt::print("{}", format_source_error(error, file));
        }
        std::fputc('\0', stdout);
    }
}

}  // namespace

int command_ast(Arguments arguments) {
    std::optional<AstOptions> options = read_options(arguments);
    if (!options) return bad_usage;
    if (options->batch) {
        print_batch(*options);
        return 0;
    }
    return with_source(options->files[0], [&](const Source& source) { return print_tree(*options, source); });
}

}  // namespace minipy
