// `minipy --tokens [FILE...]`: the tokens of a file, in the words of CPython's own tool.
//
// Prints what `python3.11 -m tokenize -e FILE` prints, errors included: a file with an error in it shows no
// tokens, standard input (no FILE, or -) those in front of the error. With `--headers` a line "# FILE" stands
// before each file's tokens.
//
// CPython: main() in Lib/tokenize.py
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "cli/command.h"
#include "cli/input.h"
#include "lexer/module_tokens.h"
#include "lexer/utf8.h"
#include "objects/str.h"

namespace minipy {
namespace {

void append(fmt::memory_buffer& out, std::string_view text) {
    out.append(text.data(), text.data() + text.size());
}

void pad(fmt::memory_buffer& out, std::size_t used, std::size_t width) {
    constexpr std::string_view spaces = "                    ";
    if (used < width) append(out, spaces.substr(0, width - used));
}

/// repr(text), padded. Most tokens are plain ASCII without quotes: those are shown as they are.
void append_repr(fmt::memory_buffer& out, std::string_view text) {
    constexpr std::size_t width = 15;
    const auto is_plain = [](char c) { return c >= ' ' && c < 0x7F && c != '\'' && c != '\\'; };
    if (std::all_of(text.begin(), text.end(), is_plain)) {
        out.push_back('\'');
        append(out, text);
        out.push_back('\'');
        return pad(out, text.size() + 2, width);
    }
    const Ref<Str> repr = str_repr(str_from_utf8(text).get());
    append(out, str_utf8(repr.get()));
    pad(out, static_cast<std::size_t>(repr->size), width);
}

void append_token(fmt::memory_buffer& out, const ModuleToken& token) {
    const std::size_t start = out.size();
    fmt::format_to(std::back_inserter(out), "{},{}-{},{}:", token.start.line, token.start.column,
                   token.end.line, token.end.column);
    pad(out, out.size() - start, 20);
    append(out, token.type);
    pad(out, token.type.size(), 15);
    append_repr(out, token.text);
    out.push_back('\n');
}

void write(fmt::memory_buffer& out) {
    std::fwrite(out.data(), 1, out.size(), stdout);
    out.clear();
}

void print_tokens(const std::vector<ModuleToken>& tokens, fmt::memory_buffer& out) {
    constexpr std::size_t enough = 1 << 16;
    for (const ModuleToken& token : tokens) {
        append_token(out, token);
        if (out.size() > enough) write(out);
    }
    write(out);
}

int report(const ModuleTokens& result, std::string_view name) {
    if (result.error.empty()) return 0;
    std::fflush(stdout);
    fmt::print(stderr, "{}:{}:{}: error: {}\n", name, result.error_place.line, result.error_place.column,
               result.error);
    return 1;
}

int report_encoding(const ModuleSource& source, std::string_view name) {
    std::fflush(stdout);
    if (source.is_syntax_error) {
        fmt::print(stderr, "{}: error: {}\n", name, source.error);
    } else {
        fmt::print(stderr, "unexpected error: {}\n", source.error);
    }
    return 1;
}

/// Standard input is text to the module: UTF-8, any line end read as "\n".
int tokens_of_input(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\r') {
            text.push_back(bytes[i]);
        } else if (!bytes.substr(i).starts_with("\r\n")) {
            text.push_back('\n');
        }
    }
    if (find_invalid_utf8(text) != text.npos)
        return report_encoding({{}, {}, utf8_decode_message(text)}, "<stdin>");
    const ModuleTokens result = module_tokens(text);
    fmt::memory_buffer out;
    print_tokens(result.tokens, out);
    return report(result, "<stdin>");
}

int tokens_of_file(std::string_view path) {
    std::optional<std::string> bytes = read_input(path);
    if (!bytes) return 2;
    const ModuleSource source = decode_for_module(std::move(*bytes), path);
    if (!source.error.empty()) return report_encoding(source, path);
    const ModuleTokens result = module_tokens(source.text);
    if (!result.error.empty()) return report(result, path);
    fmt::memory_buffer out;
    append_token(out, {"ENCODING", source.encoding, {0, 0}, {0, 0}});
    print_tokens(result.tokens, out);
    return 0;
}

}  // namespace

int command_tokens(Arguments arguments) {
    const bool headers = !arguments.empty() && arguments[0] == "--headers";
    if (headers) arguments = arguments.subspan(1);
    if (arguments.empty() || (arguments.size() == 1 && arguments[0] == "-")) {
        const std::optional<std::string> bytes = read_input("-");
        return bytes ? tokens_of_input(*bytes) : 2;
    }
    int code = 0;
    for (const std::string_view path : arguments) {
        if (headers) fmt::print("# {}\n", path);
        code = std::max(code, tokens_of_file(path));
    }
    return code;
}

}  // namespace minipy
