// compile(), eval(), exec(): source at run time.
//
// All three take text or bytes-like objects; eval and exec take code too, compile takes and gives trees.
// Invariant: the globals that code runs with have `__builtins__` (those of the caller unless they say
// otherwise).
//
// CPython: Python/bltinmodule.c
#include <fmt/format.h>

#include "modules/ast/convert.h"
#include "modules/builtins/builtins.h"
#include "modules/source_argument.h"
#include "modules/startup.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/cell.h"
#include "objects/codecs.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"
#include "vm/compile_source.h"
#include "vm/eval.h"

namespace minipy {
namespace {

namespace compile_flag {
constexpr int dont_imply_dedent = 0x200, only_ast = 0x400, type_comments = 0x1000,
              allow_top_level_await = 0x2000, allow_incomplete_input = 0x4000;
constexpr int future = future_features, nested = 0x10;  // nested: of old, without effect
constexpr int all = future | nested | dont_imply_dedent | only_ast | type_comments | allow_top_level_await |
                    allow_incomplete_input;
}  // namespace compile_flag

CompileOptions compile_options(int flags, int optimize) {
    CompileOptions options;
    options.optimize = optimize < 0 ? run_options().optimize : optimize;
    options.future_flags = flags & compile_flag::future;
    options.allow_top_level_await = (flags & compile_flag::allow_top_level_await) != 0;
    return options;
}

SourceRequest source_request(const SourceText& text, ParseMode mode, int flags, int optimize = -1) {
    SourceRequest request;
    request.mode = mode;
    request.options = compile_options(flags, optimize);
    request.incomplete_input_ok = (flags & compile_flag::allow_incomplete_input) != 0;
    request.blocks_stay_open = (flags & compile_flag::dont_imply_dedent) != 0;
    request.barry_as_flufl = (flags & code_flag::future_barry_as_bdfl) != 0;
    request.from_file = request.given_bytes = !text.decoded;
    return request;
}

/// What eval() and exec() do with a text.
Ref<Code> compile_string(SourceText text, ParseMode mode, int flags) {
    const SourceRequest request = source_request(text, mode, flags);
    return compile_text(std::move(text.octets), "<string>", request);
}

Ref<Code> compile_python_tree(Object* tree, const std::string& filename, ParseMode mode, int flags,
                              int optimize) {
    TRY(audit("compile", tree, nullptr));
    ast::Arena arena;
    ast::Mod* module = tree_from_python(tree, mode, arena);
    if (!module) return failed;
    return compile_tree(module, arena, filename, compile_options(flags, optimize));
}

/// The future statements in force where the caller stands. PyEval_MergeCompilerFlags.
int inherited_flags() noexcept {
    const Frame* frame = current_thread->frame;
    return frame ? frame->code->flags & compile_flag::future : 0;
}

Result<ParseMode> parse_mode(Object* mode, int flags) {
    const std::string_view text = str_utf8(TRY(str_argument(mode, "compile", "argument 'mode'")));
    const bool only_ast = flags & compile_flag::only_ast;
    if (text == "exec") return ParseMode::Exec;
    if (text == "eval") return ParseMode::Eval;
    if (text == "single") return ParseMode::Single;
    if (text != "func_type")
        return raise(value_error_type, only_ast
                                           ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
                                           : "compile() mode must be 'exec', 'eval' or 'single'");
    if (!only_ast) return raise(value_error_type, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
    return ParseMode::FunctionType;
}

}  // namespace

/// (source, filename, mode, flags, dont_inherit, optimize, _feature_version)
NewRef builtin_compile(Object*, Object* const* arguments) {
    const std::string filename = TRY(source_filename(arguments[1]));
    int flags = arguments[3] ? TRY(argument_int(arguments[3])) : 0;
    const bool inherit = !arguments[4] || !TRY(truth(arguments[4]));
    const int optimize = arguments[5] ? TRY(argument_int(arguments[5])) : -1;
    const int feature_version = arguments[6] ? TRY(argument_int(arguments[6])) : -1;
    if (flags & ~compile_flag::all) return raise(value_error_type, "compile(): unrecognised flags");
    if (optimize < -1 || optimize > 2) return raise(value_error_type, "compile(): invalid optimize value");
    if (inherit) flags |= inherited_flags();
    const ParseMode mode = TRY(parse_mode(arguments[2], flags));
    if (TRY(is_tree(arguments[0]))) {
        if (flags & compile_flag::only_ast) return new_ref(arguments[0]);
        return compile_python_tree(arguments[0], filename, mode, flags, optimize);
    }
    SourceText text = TRY(source_text(arguments[0], "compile", "string, bytes or AST"));
    SourceRequest request = source_request(text, mode, flags, optimize);
    if (flags & compile_flag::only_ast) {
        request.type_comments = (flags & compile_flag::type_comments) != 0;
        if (feature_version >= 0) request.feature_version = feature_version;
        return parse_text(std::move(text.octets), filename, request,
                          [](ast::Mod* module, const Source&, ast::Arena&) { return tree_to_python(module); });
    }
    return compile_text(std::move(text.octets), filename, request);
}

namespace {

/// The namespaces to run code in, taken from the caller where they are None.
struct Namespaces {
    Ref<Object> globals, locals;
};

Status fill_from_caller(Namespaces& spaces, Object* globals, Object* locals) {
    spaces.globals = share(globals);
    spaces.locals = share(locals);
    if (!is_none(globals)) {
        if (is_none(locals)) spaces.locals = spaces.globals;
        return done;
    }
    Frame* frame = current_thread->frame;
    if (!frame) return done;
    spaces.globals = share<Object>(frame->globals);
    if (is_none(locals)) spaces.locals = TRY(frame_locals(frame));
    return done;
}

bool is_mapping(const Object* object) noexcept { return object->type->slots.get_item != nullptr; }

/// Code run with these globals finds its builtins there.
Status add_builtins(Dict* globals) {
    const Frame* frame = current_thread->frame;
    return dict_set_default(globals, name<"__builtins__">, frame ? frame->builtins : builtins_dict())
               ? Status(done)
               : Status(failed);
}

/// The expression's text without the blanks in front, which would be an indent.
SourceText without_leading_blanks(SourceText text) {
    text.octets.erase(0, std::min(text.octets.find_first_not_of(" \t"), text.octets.size()));
    return text;
}

/// Runs code whose free variables are given as cells.
NewRef run_with_closure(Code* code, Dict* globals, Object* locals, Object* closure) {
    const Size wanted = code_free_names(code)->size;
    const auto* cells = static_cast<Tuple*>(closure);
    bool fits = closure && is_exactly(closure, tuple_type) && cells->size == wanted;
    if (fits)
        for (Object* cell : cells->span()) fits = fits && is_exactly(cell, cell_type);
    if (!fits)
        return raise(type_error_type,
                     fmt::format("code object requires a closure of exactly length {}", wanted));
    Ref<Function> function = TRY(new_function(code, globals));
    incref(closure);
    xdecref(std::exchange(function->closure, static_cast<Tuple*>(closure)));
    ThreadState& thread = *current_thread;
    Frame* frame = frame_for_call(thread, function.get(), locals, nullptr, 0, nullptr);
    if (!frame) return failed;
    return run_frame(thread, frame);
}

}  // namespace

NewRef builtin_eval(Object*, Object* const* arguments) {
    Object *source = arguments[0], *globals = arguments[1], *locals = arguments[2];
    if (!is_none(locals) && !is_mapping(locals)) return raise(type_error_type, "locals must be a mapping");
    if (!is_none(globals) && !is_dict(globals))
        return raise(type_error_type, is_mapping(globals)
                                          ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                          : "globals must be a dict");
    Namespaces spaces;
    TRY(fill_from_caller(spaces, globals, locals));
    if (is_none(spaces.globals.get()) || is_none(spaces.locals.get()))
        return raise(type_error_type, "eval must be given globals and locals when called without a frame");
    auto* space = static_cast<Dict*>(spaces.globals.get());
    TRY(add_builtins(space));
    if (is_code(source)) {
        auto* code = static_cast<Code*>(source);
        TRY(audit("exec", code));
        if (code_free_names(code)->size)
            return raise(type_error_type, "code object passed to eval() may not contain free variables");
        return evaluate_code(code, space, spaces.locals.get());
    }
    SourceText text = without_leading_blanks(TRY(source_text(source, "eval", "string, bytes or code")));
    Ref<Code> code = TRY(compile_string(std::move(text), ParseMode::Eval, inherited_flags()));
    TRY(audit("exec", code));
    return evaluate_code(code.get(), space, spaces.locals.get());
}

NewRef builtin_exec(Object*, Object* const* arguments) {
    Object *source = arguments[0], *closure = is_none(arguments[3]) ? nullptr : arguments[3];
    Namespaces spaces;
    TRY(fill_from_caller(spaces, arguments[1], arguments[2]));
    Object *globals = spaces.globals.get(), *locals = spaces.locals.get();
    if (is_none(globals) && !current_thread->frame)
        return raise(system_error_type, "globals and locals cannot be NULL");
    if (!is_dict(globals))
        return raise(type_error_type,
                     fmt::format("exec() globals must be a dict, not {}", globals->type->name));
    if (!is_mapping(locals))
        return raise(type_error_type,
                     fmt::format("locals must be a mapping or None, not {}", locals->type->name));
    auto* space = static_cast<Dict*>(globals);
    TRY(add_builtins(space));
    Ref<Code> code;
    if (is_code(source)) {
        TRY(audit("exec", source));
        code = share(static_cast<Code*>(source));
        const bool has_free_names = code_free_names(code.get())->size != 0;
        if (!has_free_names && closure)
            return raise(type_error_type, "cannot use a closure with this code object");
        if (has_free_names) {
            Ref<Object> result = TRY(run_with_closure(code.get(), space, locals, closure));
            return new_none();
        }
    } else {
        if (closure) return raise(type_error_type, "closure can only be used when source is a code object");
        SourceText text = TRY(source_text(source, "exec", "string, bytes or code"));
        code = TRY(compile_string(std::move(text), ParseMode::Exec, inherited_flags()));
        TRY(audit("exec", code));
    }
    Ref<Object> result = TRY(evaluate_code(code.get(), space, locals));
    return new_none();
}

}  // namespace minipy
