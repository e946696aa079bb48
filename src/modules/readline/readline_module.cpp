// The module readline: importing it has the prompt and input() edit lines by GNU readline.
//
// CPython: Modules/readline.c (setup_readline, set_hook, PyInit_readline)
#include <unistd.h>

#include <clocale>
#include <cstdio>

#include <readline/history.h>
#include <readline/readline.h>

#include "modules/function_tables.h"
#include "modules/io/file_io.h"
#include "modules/os_error.h"
#include "modules/readline/readline.h"
#include "modules/support.h"
#include "modules/system_text.h"
#include "modules/terminal_line.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/int.h"
#include "objects/singletons.h"

namespace minipy {
namespace readline {

namespace {

/// A surrogate that stands for no octet, as the encoding "locale" refuses it. unicode_encode_locale.
Failure raise_unencodable(Object* text, Size position) {
    Ref<Object> encoding = str_from_utf8("locale"), reason = str_from_utf8("encoding error");
    Ref<Object> start = new_int(position), end = new_int(position + 1);
    return raise_object(TRY(Ref<Object>(
        call(&unicode_encode_error_type, {encoding.get(), text, start.get(), end.get(), reason.get()}))));
}

}  // namespace

Result<std::string> library_text(Object* object) {
    if (!is_str(object)) return raise(type_error_type, "bad argument type for built-in operation");
    auto* text = static_cast<Str*>(object);
    for (Size i = 0; i < text->size; ++i)
        if (text->at(i) == U'\0') return raise(value_error_type, "embedded null character");
    for (Size i = 0; i < text->size; ++i) {
        const char32_t c = text->at(i);
        const bool is_surrogate = 0xD800 <= c && c <= 0xDFFF, is_octet = 0xDC80 <= c && c <= 0xDCFF;
        if (is_surrogate && !is_octet) return raise_unencodable(text, i);
    }
    return std::string(TRY(encode_utf8(text, "surrogateescape"))->view());
}

Ref<Object> python_text(const char* text) { return system_text(text); }

namespace {

/// The characters between words, which the library looks at.
std::string delimiters;

/// The prompt does not know what to do with text pasted in one piece; a program may switch this on again.
void switch_bracketed_paste_off() noexcept { rl_variable_bind("enable-bracketed-paste", "off"); }

/// The library's first steps. It sets the locale for characters, which is not its business.
void set_up_once() {
    static const bool is_set_up = [] {
        const std::string locale = std::setlocale(LC_CTYPE, nullptr);
        rl_readline_name = "python";
        using_history();
        rl_bind_key('\t', rl_insert);
        rl_bind_key_in_map('\t', rl_complete, emacs_meta_keymap);
        rl_bind_key_in_map('\033', rl_complete, emacs_meta_keymap);
        watch_terminal_size();
        install_hooks();
        delimiters = " \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?";
        rl_completer_word_break_characters = delimiters.data();
        if (!::isatty(STDOUT_FILENO)) rl_variable_bind("enable-meta-key", "off");  // it writes to the output
        rl_initialize();
        switch_bracketed_paste_off();
        std::setlocale(LC_CTYPE, locale.c_str());
        return true;
    }();
    (void)is_set_up;
    line_reader = edited_line;
}

NewRef readline_parse_and_bind(Object*, Object* const* arguments) {
    std::string line = TRY(library_text(arguments[0]));
    rl_parse_and_bind(line.data());
    return new_none();
}

NewRef readline_read_init_file(Object*, Object* const* arguments) {
    Ref<Object> octets;
    if (!is_none(arguments[0])) octets = TRY(path_octets(arguments[0]));
    const int error = rl_read_init_file(octets ? static_cast<Bytes*>(octets.get())->data() : nullptr);
    if (error) return raise_os_error(error);
    switch_bracketed_paste_off();
    return new_none();
}

NewRef readline_get_line_buffer(Object*, Object* const*) { return python_text(rl_line_buffer); }

NewRef readline_insert_text(Object*, Object* const* arguments) {
    const std::string text = TRY(library_text(arguments[0]));
    rl_insert_text(text.c_str());
    return new_none();
}

NewRef readline_redisplay(Object*, Object* const*) {
    rl_redisplay();
    return new_none();
}

// --- completion

NewRef set_hook(const char* function, Object*& place, Object* hook) {
    if (!is_none(hook) && !is_callable(hook))
        return raise(type_error_type, fmt::format("{}(func): argument not callable", function));
    replace_field(place, is_none(hook) ? Ref<Object>() : share(hook));
    return new_none();
}

NewRef readline_set_completer(Object*, Object* const* arguments) {
    return set_hook("set_completer", hooks.completer, arguments[0]);
}

NewRef readline_get_completer(Object*, Object* const*) {
    return new_ref(hooks.completer ? hooks.completer : &none);
}

NewRef readline_set_startup_hook(Object*, Object* const* arguments) {
    return set_hook("set_startup_hook", hooks.startup, arguments[0]);
}

NewRef readline_set_pre_input_hook(Object*, Object* const* arguments) {
    return set_hook("set_pre_input_hook", hooks.pre_input, arguments[0]);
}

NewRef readline_set_completion_display_matches_hook(Object*, Object* const* arguments) {
    NewRef result = set_hook("set_completion_display_matches_hook", hooks.display_matches, arguments[0]);
    install_display_matches_hook();
    return result;
}

NewRef readline_get_completion_type(Object*, Object* const*) { return new_int(rl_completion_type); }
NewRef readline_get_begidx(Object*, Object* const*) { return new_int(completion_scope.begin); }
NewRef readline_get_endidx(Object*, Object* const*) { return new_int(completion_scope.end); }

NewRef readline_set_completer_delims(Object*, Object* const* arguments) {
    delimiters = TRY(library_text(arguments[0]));
    rl_completer_word_break_characters = delimiters.data();
    return new_none();
}

NewRef readline_get_completer_delims(Object*, Object* const*) {
    return python_text(rl_completer_word_break_characters);
}

constexpr NativeDef functions[] = {
    {"parse_and_bind", readline_parse_and_bind, "($module, string, /)", "Obeys one line of an init file."},
    {"read_init_file", readline_read_init_file, "($module, filename=None, /)",
     "Obeys an init file, the one used last if none is given."},
    {"get_line_buffer", readline_get_line_buffer, "($module, /)", "The line as it is edited now."},
    {"insert_text", readline_insert_text, "($module, string, /)", "Inserts text at the cursor."},
    {"redisplay", readline_redisplay, "($module, /)", "Shows the line as it is edited now."},
    {"set_completer", readline_set_completer, "($module, function=None, /)",
     "Sets the function that is called as function(text, 0), function(text, 1) ... for the completions of text "
     "until it gives None."},
    {"get_completer", readline_get_completer, "($module, /)", "The function that gives completions, or None."},
    {"get_completion_type", readline_get_completion_type, "($module, /)",
     "What kind of completion is being tried."},
    {"get_begidx", readline_get_begidx, "($module, /)", "Where the text to be completed begins."},
    {"get_endidx", readline_get_endidx, "($module, /)", "Where the text to be completed ends."},
    {"set_completer_delims", readline_set_completer_delims, "($module, string, /)",
     "Sets the characters that end a word to be completed."},
    {"get_completer_delims", readline_get_completer_delims, "($module, /)",
     "The characters that end a word to be completed."},
    {"set_completion_display_matches_hook", readline_set_completion_display_matches_hook,
     "($module, function=None, /)",
     "Sets the function that shows completions: function(common, matches, longest)."},
    {"set_startup_hook", readline_set_startup_hook, "($module, function=None, /)",
     "Sets the function that is called before the prompt is shown."},
    {"set_pre_input_hook", readline_set_pre_input_hook, "($module, function=None, /)",
     "Sets the function that is called when the prompt has been shown."},
};

Status fill(Module* module) {
    TRY(module_add_functions(module, history_functions));
    TRY(module_set(module, "_READLINE_VERSION", new_int(RL_READLINE_VERSION).get()));
    TRY(module_set(module, "_READLINE_RUNTIME_VERSION", new_int(rl_readline_version).get()));
    TRY(module_set(module, "_READLINE_LIBRARY_VERSION", str_from_utf8(rl_library_version).get()));
    set_up_once();
    return done;
}

const ModuleSpec spec = {"readline", "Importing this module enables command line editing using GNU readline.",
                         functions, fill};

}  // namespace
}  // namespace readline

Ref<Module> make_readline_module() { return new_native_module(readline::spec); }

}  // namespace minipy
