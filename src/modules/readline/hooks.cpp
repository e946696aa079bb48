// What readline calls while a line is edited: the completer and the hooks of the program.
//
// CPython: Modules/readline.c (on_hook, on_completion, flex_complete, on_completion_display_matches_hook)
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string_view>

#include <readline/readline.h>

#include "modules/readline/readline.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy::readline {

Hooks hooks{};
Scope completion_scope;

namespace {

/// Calls the hook of a moment; the number that it gives, 0 without one.
Result<int> hook_answer(Object* hook) {
    Ref<Object> keep = share(hook);
    Ref<Object> answer = TRY(call(keep.get(), {}));
    return is_none(answer.get()) ? 0 : argument_int(answer.get());
}

template <Object* Hooks::*which>
int on_hook() {
    if (!(hooks.*which)) return 0;
    const Result<int> answer = hook_answer(hooks.*which);
    if (answer) return *answer;
    clear_exception();
    return 0;
}

/// The candidate of that number, empty if there are no more.
Result<std::string> candidate(const char* text, int number, bool& found) {
    Ref<Object> completer = share(hooks.completer);
    Ref<Object> start = TRY(python_text(text));
    Ref<Object> answer = TRY(call(completer.get(), {start.get(), new_int(number).get()}));
    found = !is_none(answer.get());
    return found ? library_text(answer.get()) : std::string();
}

/// The library frees what it gets.
char* on_candidate(const char* text, int number) {
    if (!hooks.completer) return nullptr;
    rl_attempted_completion_over = 1;
    bool found = false;
    const Result<std::string> result = candidate(text, number, found);
    if (!result) clear_exception();
    return result && found ? ::strdup((*result).c_str()) : nullptr;
}

int characters(const char* octets, int count) {
    Ref<Object> text = python_text(std::string(octets, static_cast<std::size_t>(count)).c_str());
    return text ? static_cast<int>(static_cast<Str*>(text.get())->size) : 0;
}

char** on_completion(const char* text, int start, int end) {
    rl_completion_append_character = '\0';
    rl_completion_suppress_append = 0;
    const int begin = characters(rl_line_buffer, start);
    completion_scope = {begin, begin + characters(rl_line_buffer + start, end - start)};
    return rl_completion_matches(text, on_candidate);
}

/// matches[0] is what all of them have in common.
Status show_matches(char** matches, int count, int longest) {
    Ref<Object> hook = share(hooks.display_matches);
    Ref<List> list = new_list();
    for (int i = 1; i <= count; ++i) TRY(list_append(list.get(), TRY(python_text(matches[i])).get()));
    Ref<Object> common = TRY(python_text(matches[0]));
    TRY(call(hook.get(), {common.get(), list.get(), new_int(longest).get()}));
    return done;
}

void on_display_matches(char** matches, int count, int longest) {
    if (hooks.display_matches && !show_matches(matches, count, longest)) clear_exception();
}

}  // namespace

void install_hooks() noexcept {
    rl_startup_hook = on_hook<&Hooks::startup>;
    rl_pre_input_hook = on_hook<&Hooks::pre_input>;
    rl_attempted_completion_function = on_completion;
}

void install_display_matches_hook() noexcept {
    rl_completion_display_matches_hook = hooks.display_matches ? on_display_matches : nullptr;
}

}  // namespace minipy::readline
