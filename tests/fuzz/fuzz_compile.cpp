// libFuzzer target for the compiler: source -> code object, in all modes and with all flags, then the code
// object through marshal and the disassembler.
//
// What it looks for: crashes and endless loops, code objects that their own reader refuses, and a stack depth
// or table that the disassembler stumbles over. The first byte chooses mode, -O level and flags.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "compiler/compile.h"
#include "compiler/disassembler.h"
#include "compiler/marshal.h"
#include "lexer/utf8.h"
#include "objects/errors.h"
#include "vm/runtime.h"

namespace {

using namespace minipy;

struct Choices {
    explicit Choices(std::uint8_t byte) {
        constexpr ParseMode modes[] = {ParseMode::Exec, ParseMode::Exec, ParseMode::Eval, ParseMode::Single};
        as_file = byte % 4 == 0;
        mode = modes[byte % 4];
        options.optimize = byte / 4 % 4 % 3;
        options.allow_top_level_await = byte & 16;
        if (byte & 32) options.future_flags |= code_flag::future_annotations;
        if (byte & 64) options.future_flags |= code_flag::future_barry_as_bdfl;
    }
    bool as_file = false;
    ParseMode mode{};
    CompileOptions options;
};

/// What the compiler made can be written and read again.
void check_code(Code* code) {
    auto visit = [](Code* inner) {
        if (!disassembly_text(inner, true)) clear_exception();  // a constant whose text is too large
        return true;
    };
    for_each_code(code, visit);
    const Result<std::string> bytes = marshal_dump(code);
    if (!bytes) return clear_exception();  // nested too deeply
    if (!marshal_load(*bytes)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    minipy::initialize_types();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    Choices choices(data[0]);
    std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    if (!choices.as_file && find_invalid_utf8(bytes) != bytes.npos) return -1;  // text is decoded already
    const WarningHandler warnings = [](const SourceWarning&) { return false; };
    choices.options.warnings = &warnings;
    try {
        const Source source = choices.as_file ? decode_source(std::move(bytes), "fuzz")
                                              : source_from_text(std::move(bytes), "fuzz");
        ast::Arena arena;
        const bool barry = choices.options.future_flags & code_flag::future_barry_as_bdfl;
        ast::Mod* module =
            parse(source, choices.mode, arena, {.barry_as_flufl = barry, .warnings = &warnings});
        check_code(compile(module, source, arena, choices.options).get());
    } catch (const SourceError&) {
    }
    return 0;
}
