// `minipy --dis FILE`: the bytecode of a source file or .pyc, as `python3.11 -m dis FILE` prints it.
//
// CPython: Lib/dis.py
#include <fmt/core.h>

#include "cli/code_input.h"
#include "cli/command.h"
#include "compiler/disassembler.h"
#include "objects/protocol.h"

namespace minipy {
namespace {

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

/// Prints the code object and those inside it; false with an exception pending if a constant has no text.
bool print_disassembly(Code* root, bool show_caches) {
    auto visit = [root, show_caches](Code* code) {
        if (code != root) {
            Ref<Str> name = repr(code);
            if (!name) return false;
            print("\nDisassembly of ");
            print(str_utf8(name.get()));
            print(":\n");
        }
        Result<std::string> text = disassembly_text(code, show_caches);
        if (text) print(*text);
        return static_cast<bool>(text);
    };
    return for_each_code(root, visit);
}

}  // namespace

int command_dis(Arguments arguments) {
    if (!arguments.empty() && arguments[0] == "--adaptive") return command_dis_adaptive(arguments.subspan(1));
    bool show_caches = false;
    CompileOptions options;
    std::string_view file;
    for (std::string_view word : arguments) {
        if (word == "--show-caches")
            show_caches = true;
        else if (word == "-O" || word == "-OO")
            options.optimize = static_cast<int>(word.size()) - 1;
        else if (file.empty() && (word == "-" || !word.starts_with('-')))
            file = word;
        else
            return bad_usage;
    }
    if (file.empty()) return bad_usage;
    return with_code(file, options, [show_caches](Code* code) {
        return print_disassembly(code, show_caches) ? 0 : report_exception();
    });
}

}  // namespace minipy
