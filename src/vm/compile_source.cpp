// Source text to a code object, with errors as Python exceptions.
//
// CPython: Python/pythonrun.c, Python/errors.c (PyErr_SyntaxLocationObjectEx)
#include "vm/compile_source.h"

#include <fmt/format.h>
#include <unistd.h>

#include <functional>
#include <new>
#include <optional>
#include <utility>

#include "lexer/cookie.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/protocol.h"
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

/// What went wrong before the first token becomes a SyntaxError without a place. raise_tokenizer_init_error.
Failure raise_unreadable(const std::string& filename) {
    if (!pending_matches(lookup_error_type) && !pending_matches(value_error_type) &&
        !pending_matches(syntax_error_type))
        return failed;
    Ref<Object> error = take_exception();
    Ref<Object> message = TRY(to_str(error.get()));
    Ref<Object> file = str_from_utf8(filename), line = new_int(0), column = new_int(-1);
    Object* place[] = {file.get(), line.get(), column.get(), &none};
    Ref<Tuple> details = new_tuple(place);
    return raise_object(TRY(call(&syntax_error_type, {message.get(), details.get()})));
}

/// Bytes of a program whose cookie names another encoding than UTF-8 -> UTF-8, by whatever codec goes by the
/// name; gives the name, empty if there was nothing to do. decode_str.
Result<std::string> recode(std::string& bytes, const std::string& filename) {
    const bool has_mark = bytes.starts_with(byte_order_mark);
    const Cookie cookie = find_cookie(std::string_view(bytes).substr(has_mark ? byte_order_mark.size() : 0));
    if (!cookie || cookie.encoding == "utf-8") return std::string();
    if (has_mark) {
        (void)raise(syntax_error_type, fmt::format("encoding problem: {} with BOM", cookie.encoding));
        return raise_unreadable(filename);
    }
    Ref<Str> text = decode_octets(bytes, cookie.encoding);
    Ref<Bytes> utf8 = text ? encode_utf8(text.get()) : Ref<Bytes>();
    if (!utf8) return raise_unreadable(filename);
    bytes = utf8->view();
    return cookie.encoding;
}

Source read_source(std::string text, const std::string& filename, const SourceRequest& request,
                   const std::string& recoded_from) {
    // In CPython a module's text that ends in "\r\n" gets one more line end: its translate_newlines() sees the
    // null character behind it last.
    const bool is_given = !request.from_file || request.given_bytes;
    if (is_given && request.mode == ParseMode::Exec && text.ends_with("\r\n")) text += '\n';
    if (!request.from_file) return source_from_text(std::move(text), filename);
    if (recoded_from.empty()) return decode_source(std::move(text), filename, !request.given_bytes);
    Source source = source_from_text(std::move(text), filename);
    source.encoding = recoded_from;
    source.encoding_declared = true;
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

/// Parses; with `blocks_stay_open` the end of a text without a final line end closes no block.
ast::Mod* parse_request(const Source& source, const SourceRequest& request, ast::Arena& arena,
                        const ParseOptions& options) {
    if (!request.blocks_stay_open || request.mode != ParseMode::Single || !source.newline_added)
        return parse(source, request.mode, arena, options);
    TokenStream stream = tokenize(
        source, {.type_comments = options.type_comments, .async_as_names = options.feature_version < 7});
    std::vector<Token>& tokens = stream.tokens;
    if (tokens.back().kind == TokenKind::EndMarker)
        while (tokens.size() > 1 && tokens[tokens.size() - 2].kind == TokenKind::Dedent)
            tokens.erase(tokens.end() - 2);
    return parse_tokens(source, stream, request.mode, arena, options);
}

/// Parses the text for `use(tree, source, arena, handler of warnings)`.
template <class Made, class Use>
Ref<Made> with_tree(std::string text, const std::string& filename, const SourceRequest& request, Use use) {
    if (request.from_file && !request.given_bytes) TRY(audit("compile", nullptr, filename));
    else TRY(audit("compile", AuditOctets{text}, filename));
    std::string encoding;
    if (request.given_bytes) encoding = TRY(recode(text, filename));
    return with_errors_raised(filename, [&](const WarningHandler& warnings) {
        const Source source = read_source(std::move(text), filename, request, encoding);
        ast::Arena arena;
        ParseOptions options;
        options.incomplete_input_ok = request.incomplete_input_ok;
        options.barry_as_flufl = request.barry_as_flufl;
        options.type_comments = request.type_comments;
        options.feature_version = request.feature_version;
        options.warnings = &warnings;
        if (request.mode == ParseMode::Exec) options.is_file = is_readable_file;
        return use(parse_request(source, request, arena, options), source, arena, warnings);
    });
}

}  // namespace

Ref<Code> compile_text(std::string text, const std::string& filename, const SourceRequest& request) {
    return with_tree<Code>(
        std::move(text), filename, request,
        [&](ast::Mod* module, const Source& source, ast::Arena& arena, const auto& warnings) {
            CompileOptions options = request.options;
            options.warnings = &warnings;
            return compile(module, source, arena, options);
        });
}

Ref<Object> parse_text(std::string text, const std::string& filename, const SourceRequest& request,
                       const TreeUse& use) {
    return with_tree<Object>(std::move(text), filename, request,
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
