// Source text to a code object, with errors as Python exceptions.
//
// CPython: Python/pythonrun.c, Python/errors.c (PyErr_SyntaxLocationObjectEx)
#include "vm/compile_source.h"

#include <unistd.h>

#include <functional>
#include <new>
#include <optional>
#include <utility>

#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "vm/source_lines.h"
#include "vm/warnings.h"

namespace minipy {
namespace {

Type& exception_type_of(SourceErrorKind kind) noexcept {
    switch (kind) {
        case SourceErrorKind::Syntax: return syntax_error_type;
        case SourceErrorKind::Indentation: return indentation_error_type;
        case SourceErrorKind::Tab: return tab_error_type;
        case SourceErrorKind::Memory: return memory_error_type;
        case SourceErrorKind::Recursion: return recursion_error_type;
        case SourceErrorKind::Value: return value_error_type;
        case SourceErrorKind::Overflow: return overflow_error_type;
        case SourceErrorKind::System: return system_error_type;
        case SourceErrorKind::UnicodeDecode: return unicode_error_type;  // its message is all there is
    }
    __builtin_unreachable();
}

Source read_source(std::string text, const std::string& filename, const SourceRequest& request) {
    if (!request.from_file) return source_from_text(std::move(text), filename);
    return decode_source(std::move(text), filename, !request.given_bytes);
}

}  // namespace

Failure raise_source_error(const SourceError& error, const std::string& filename) {
    Type& type = exception_type_of(error.kind);
    if (!is_subtype(&type, &syntax_error_type)) {
        if (error.message.empty()) return raise(type);
        return raise(type, error.message);
    }
    Ref<Object> message = str_from_utf8(error.message);
    if (!error.has_location) return raise(type, error.message);
    Ref<Object> file = str_from_utf8(filename), line = new_int(error.line), column = new_int(error.column);
    Ref<Object> end_line = new_int(error.end_line), end_column = new_int(error.end_column);
    Ref<Object> text = error.text ? Ref<Object>(str_from_utf8(*error.text)) : Ref<Object>(new_none());
    Object* place[] = {file.get(), line.get(), column.get(), text.get(), end_line.get(), end_column.get()};
    Ref<Tuple> details = new_tuple(place);
    return raise_object(TRY(call(&type, {message.get(), details.get()})));
}

namespace {

/// Issues warnings as the front half finds them. One that a filter turns into an error is reported by the
/// finder with a place of its own; any other failure of the warning machinery is kept until the front half has
/// ended.
class WarningIssuer {
  public:
    explicit WarningIssuer(const std::string& filename) : filename_(filename) {}

    bool operator()(const SourceWarning& warning) {
        if (failure_) return false;
        Type& category =
            warning.kind == SourceWarning::Kind::Syntax ? syntax_warning_type : deprecation_warning_type;
        Ref<Object> message = str_from_utf8(warning.message);
        WarningPlace place{
            .filename = str_from_utf8(filename_), .line = warning.line, .module = {}, .registry = {}};
        if (warn_explicit({.category = &category, .message = message.get()}, place)) return false;
        if (pending_matches(category)) {
            clear_exception();
            return true;
        }
        failure_ = take_exception();
        return false;
    }

    Ref<Object>& failure() noexcept { return failure_; }

  private:
    const std::string& filename_;
    Ref<Object> failure_;
};

/// Runs the front half in `body(handler of warnings)`; what it throws becomes pending.
template <class Body>
auto with_errors_raised(const std::string& filename, Body body)
    -> decltype(body(std::declval<const WarningHandler&>())) {
    WarningIssuer issuer(filename);
    const WarningHandler warnings = std::ref(issuer);
    std::optional<SourceError> error;
    decltype(body(warnings)) result;
    try {
        result = body(warnings);
    } catch (const SourceError& caught) {
        error = caught;
    } catch (const std::bad_alloc&) {
        return raise(memory_error_type);
    }
    if (error) {
        return raise_source_error(*error, filename);
    }
    if (issuer.failure()) return raise_object(std::move(issuer.failure()));
    return result;
}

/// CPython shows the lines of a file where statements have its name, wherever they come from.
bool is_readable_file(const std::string& filename) { return ::access(filename.c_str(), R_OK) == 0; }

/// Parses the text for `use(tree, source, arena, handler of warnings)`.
template <class Use>
auto with_tree(std::string text, const std::string& filename, const SourceRequest& request, Use use) {
    return with_errors_raised(filename, [&](const WarningHandler& warnings) {
        const Source source = read_source(std::move(text), filename, request);
        ast::Arena arena;
        ParseOptions options;
        options.incomplete_input_ok = request.incomplete_input_ok;
        options.barry_as_flufl = request.barry_as_flufl;
        options.type_comments = request.type_comments;
        options.feature_version = request.feature_version;
        options.warnings = &warnings;
        if (request.mode == ParseMode::Exec) options.is_file = is_readable_file;
        return use(parse(source, request.mode, arena, options), source, arena, warnings);
    });
}

}  // namespace

Ref<Code> compile_text(std::string text, const std::string& filename, const SourceRequest& request) {
    return with_tree(std::move(text), filename, request,
                     [&](ast::Mod* module, const Source& source, ast::Arena& arena, const auto& warnings) {
                         CompileOptions options = request.options;
                         options.warnings = &warnings;
                         return compile(module, source, arena, options);
                     });
}

Ref<Object> parse_text(std::string text, const std::string& filename, const SourceRequest& request,
                       const TreeUse& use) {
    return with_tree(std::move(text), filename, request,
                     [&](ast::Mod* module, const Source& source, ast::Arena& arena, const auto&) {
                         return use(module, source, arena);
                     });
}

Ref<Code> compile_tree(ast::Mod* module, ast::Arena& arena, const std::string& filename,
                       const CompileOptions& given) {
    return with_errors_raised(filename, [&](const WarningHandler& warnings) {
        Source source;
        source.filename = filename;
        CompileOptions options = given;
        options.warnings = &warnings;
        try {
            return compile(module, source, arena, options);
        } catch (SourceError& error) {
            // The tree may have been made from a file, whose line is shown then.
            SourceLines lines;
            if (error.has_location)
                if (const auto line = lines.line(filename, error.line)) error.text = std::string(*line) + '\n';
            throw;
        }
    });
}

}  // namespace minipy
