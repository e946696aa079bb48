// Source text to a code object, with errors as Python exceptions: what `compile()`, `exec`, imports and the
// start of a program use.
//
// The front half throws `SourceError`; this is the one boundary where it becomes a SyntaxError object.
//
// CPython: Python/pythonrun.c (Py_CompileStringObject)
#pragma once

#include <functional>
#include <string>

#include "compiler/compile.h"

namespace minipy {

/// All of code_flag::future_*.
inline constexpr int future_features = 0x1FE0000;

struct SourceRequest {
    ParseMode mode = ParseMode::Exec;
    CompileOptions options = {};
    bool from_file = false;    // bytes of a file: cookie, BOM, line ends; else text that is decoded already
    bool given_bytes = false;  // with from_file: bytes given to compile()
    bool incomplete_input_ok = false;
    bool blocks_stay_open = false;  // PyCF_DONT_IMPLY_DEDENT
    bool barry_as_flufl = false;
    bool type_comments = false;
    int feature_version = latest_feature_version;
};

/// Makes an object of a tree that lives only during the call.
using TreeUse = std::function<Ref<Object>(ast::Mod*, const Source&, ast::Arena&)>;

/// Compiles the text. Raises SyntaxError and its relatives, and what a warning filter turns into an error.
Ref<Code> compile_text(std::string text, const std::string& filename, const SourceRequest& request);

/// Parses the text and hands on what `use` makes of the tree. Raises as `compile_text` does.
Ref<Object> parse_text(std::string text, const std::string& filename, const SourceRequest& request,
                       const TreeUse& use);

/// Compiles a tree that came from no text; the arena owns it. Raises SyntaxError and its relatives.
Ref<Code> compile_tree(ast::Mod* module, ast::Arena& arena, const std::string& filename,
                       const CompileOptions& options);

/// Makes the exception that the error stands for pending.
Failure raise_source_error(const SourceError& error, const std::string& filename);

}  // namespace minipy
