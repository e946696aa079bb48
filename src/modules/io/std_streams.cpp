// The standard streams: sys.stdin, sys.stdout, sys.stderr, and the locale they take their encoding from.
//
// CPython: Python/pylifecycle.c (create_stdio), Python/initconfig.c (config_init_stdio_encoding)
#include "modules/io/std_streams.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <clocale>
#include <cstdlib>
#include <string>

#include "modules/io/io.h"
#include "modules/io/text_io.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "vm/import.h"
#include "vm/runtime.h"

namespace minipy {
namespace {

bool utf8_mode_on = false;
bool lenient_locale = false;  // "C", "POSIX" or one that stands in for them

std::string current_locale() {
    const char* locale = std::setlocale(LC_CTYPE, nullptr);
    return locale ? locale : "C";
}

bool is_legacy(const std::string& locale) { return locale == "C" || locale == "POSIX"; }

/// PEP 538: a UTF-8 locale in place of "C", for this process and those it starts.
void coerce_locale(bool ignore_environment) {
    const char* all = std::getenv("LC_ALL");
    if (all && *all) return;
    const char* wish = ignore_environment ? nullptr : std::getenv("PYTHONCOERCECLOCALE");
    if (wish && std::string_view(wish) == "0") return;
    for (const char* target : {"C.UTF-8", "C.utf8", "UTF-8"}) {
        if (!std::setlocale(LC_CTYPE, target)) continue;
        ::setenv("LC_CTYPE", target, 1);
        if (wish && std::string_view(wish) == "warn")
            fmt::print(stderr,
                       "Python detected LC_CTYPE=C: LC_CTYPE coerced to {} (set another locale or "
                       "PYTHONCOERCECLOCALE=0 to disable this locale coercion behavior).\n",
                       target);
        return;
    }
}

}  // namespace

void initialize_locale(int requested, bool ignore_environment) {
    if (!std::setlocale(LC_CTYPE, "")) std::setlocale(LC_CTYPE, "C");
    const bool legacy = is_legacy(current_locale());
    if (legacy) coerce_locale(ignore_environment);
    utf8_mode_on = requested < 0 ? legacy : requested > 0;
    const std::string locale = current_locale();
    lenient_locale = is_legacy(locale) || locale == "C.UTF-8" || locale == "C.utf8" || locale == "UTF-8";
}

bool utf8_mode() noexcept { return utf8_mode_on; }

std::string_view standard_errors() noexcept {
    return utf8_mode_on || lenient_locale ? "surrogateescape" : "strict";
}

namespace {

struct StreamSettings {
    std::string encoding, errors;
    bool unbuffered;
};

/// The name that the registry gives to the encoding, for those that need no registry.
std::string codec_name(const std::string& encoding) {
    const Codec* codec = find_codec(encoding);
    const std::string_view found = codec ? codec->name : "";
    if (found == "utf_8") return "utf-8";
    if (found == "latin_1") return "iso8859-1";
    if (found == "ascii" || encoding == "ANSI_X3.4-1968") return "ascii";
    return encoding;
}

StreamSettings read_settings(bool unbuffered, bool ignore_environment) {
    const std::string locale(str_utf8(locale_encoding().get()));
    StreamSettings settings{utf8_mode() ? "utf-8" : locale, std::string(standard_errors()), unbuffered};
    const char* wish = ignore_environment ? nullptr : std::getenv("PYTHONIOENCODING");
    if (wish && *wish) {
        const std::string text = wish;
        const std::size_t colon = text.find(':');
        if (colon != 0) settings.encoding = text.substr(0, colon);
        if (colon == text.npos || colon + 1 == text.size())
            settings.errors = colon == 0 ? settings.errors : "strict";
        else
            settings.errors = text.substr(colon + 1);
    }
    settings.encoding = codec_name(settings.encoding);
    return settings;
}

/// The text stream over a standard descriptor; None if that is not open.
Ref<Object> make_stream(int fd, const char* stream_name, const StreamSettings& settings) {
    if (::fcntl(fd, F_GETFD) < 0) return Ref<Object>(new_none());
    const bool writes = fd != STDIN_FILENO;
    Ref<Int> descriptor = new_int(fd);
    Ref<Object> buffer = TRY(open_stream({.file = descriptor.get(),
                                          .mode = writes ? "wb" : "rb",
                                          .buffering = settings.unbuffered && writes ? 0 : -1,
                                          .close_fd = false}));
    Ref<Object> raw = buffer;
    if (!is_exactly(raw.get(), file_io_type)) raw = TRY(get_attribute(buffer.get(), name<"raw">));
    Ref<Str> shown = str_from_utf8(stream_name);
    TRY(set_attribute(raw.get(), name<"name">, shown.get()));
    const bool is_terminal = TRY(ask(raw.get(), name<"isatty">));
    Ref<Str> encoding = str_from_utf8(settings.encoding);
    Ref<Str> errors = str_from_utf8(fd == STDERR_FILENO ? "backslashreplace" : settings.errors);
    Ref<Str> newline = str_from_utf8("\n"), mode = str_from_utf8(writes ? "w" : "r");
    Ref<TextIOWrapper> stream =
        TRY(new_text_stream({.buffer = buffer.get(),
                             .encoding = encoding.get(),
                             .errors = errors.get(),
                             .newline = newline.get(),
                             .line_buffering = !settings.unbuffered && (is_terminal || fd == STDERR_FILENO),
                             .write_through = settings.unbuffered}));
    TRY(set_attribute(stream.get(), name<"mode">, mode.get()));
    return stream;
}

Status publish(Str* public_name, Str* original_name, const Ref<Object>& stream) {
    if (!stream) return failed;
    TRY(set_sys_attribute(public_name, stream.get()));
    return set_sys_attribute(original_name, stream.get());
}

/// Flushes a stream if there is one that is open.
bool flush_stream(Object* stream) {
    if (!stream || is_none(stream)) return true;
    Ref<Object> keep = share(stream);
    const Result<bool> closed = is_closed(stream);
    if (!closed) {
        clear_exception();
        return true;
    }
    return *closed || Ref<Object>(call_method(stream, name<"flush">));
}

}  // namespace

Status make_standard_streams(bool unbuffered, bool ignore_environment) {
    Ref<Object> io = TRY(import_built_in("_io"));
    Ref<Object> open = TRY(get_attribute(io.get(), name<"open">));
    TRY(module_set(builtins_module(), "open", open.get()));
    const StreamSettings settings = read_settings(unbuffered, ignore_environment);
    TRY(publish(name<"stderr">, name<"__stderr__">, make_stream(STDERR_FILENO, "<stderr>", settings)));
    TRY(publish(name<"stdin">, name<"__stdin__">, make_stream(STDIN_FILENO, "<stdin>", settings)));
    return publish(name<"stdout">, name<"__stdout__">, make_stream(STDOUT_FILENO, "<stdout>", settings));
}

bool flush_standard_streams() noexcept {
    Object* out = sys_attribute(name<"stdout">);
    const bool flushed = flush_stream(out);
    if (!flushed) write_unraisable(out);
    if (!flush_stream(sys_attribute(name<"stderr">))) clear_exception();
    return flushed;
}

}  // namespace minipy
