// Source text to a code object, with errors as Python exceptions.
//
// CPython: Python/pythonrun.c, Python/errors.c (PyErr_SyntaxLocationObjectEx)
#include "vm/compile_source.h"

#include <functional>
#include <new>
#include <optional>

#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/singletons.h"
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
    Source source = decode_source(std::move(text), filename);
    if (request.given_bytes) source.from_file = false;
    return source;
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

}  // namespace

Ref<Code> compile_text(std::string text, const std::string& filename, const SourceRequest& request) {
    WarningIssuer issuer(filename);
    const WarningHandler warnings = std::ref(issuer);
    std::optional<SourceError> error;
    Ref<Code> code;
    try {
        const Source source = read_source(std::move(text), filename, request);
        ast::Arena arena;
        ParseOptions parse_options;
        parse_options.incomplete_input_ok = request.incomplete_input_ok;
        parse_options.barry_as_flufl = request.barry_as_flufl;
        parse_options.warnings = &warnings;
        ast::Mod* module = parse(source, request.mode, arena, parse_options);
        CompileOptions options = request.options;
        options.warnings = &warnings;
        code = compile(module, source, arena, options);
    } catch (const SourceError& caught) {
        error = caught;
    } catch (const std::bad_alloc&) {
        return raise(memory_error_type);
    }
    if (error) {
        // Statements given as a string get a final line end before they are read, and it is shown.
        const bool ended = request.mode == ParseMode::Exec && (!request.from_file || request.given_bytes);
        if (ended && error->text && !error->text->ends_with('\n')) *error->text += '\n';
        return raise_source_error(*error, filename);
    }
    if (issuer.failure()) return raise_object(std::move(issuer.failure()));
    return code;
}

}  // namespace minipy
