// The module _curses_panel: windows in a stack, of which the upper ones cover the lower.
//
// Each panel of the library knows its Python object by its user pointer, so neighbours in the stack are found
// from there. Invariant: a panel owns its window, and the library's panel dies before it.
//
// CPython: Modules/_curses_panel.c
#include <fmt/format.h>

#include <utility>

#include "modules/buffer_argument.h"
#include "modules/curses/curses.h"
#include "modules/support.h"
#include "objects/int.h"
#include "objects/singletons.h"

#include <panel.h>

namespace minipy {
namespace curses {
namespace {

struct Panel : Object {
    PANEL* handle;
    Window* window;
    Object* user;  // or null
};

extern Type panel_type;

Panel* as_panel(Object* self) noexcept { return static_cast<Panel*>(self); }

Type& panel_error() {
    static Type* const type = new_exception_class("_curses_panel.error", exception_type);
    return *type;
}

NewRef none_or_panel_error(int code, const char* function) {
    if (code != ERR) return new_none();
    return raise(panel_error(), fmt::format("{}() returned ERR", function));
}

/// The object of a panel of the library, None for none.
NewRef object_of(const PANEL* handle) {
    if (!handle) return new_none();
    return new_ref(static_cast<Panel*>(const_cast<void*>(panel_userptr(handle))));
}

Result<Window*> window_argument(Object* value, const char* function, const char* what) {
    if (is_exactly(value, window_type)) return as_window(value);
    return raise(type_error_type,
                 fmt::format("{}() {} must be _curses.window, not {}", function, what, value->type->name));
}

void panel_dealloc(Object* self) noexcept {
    Panel* panel = as_panel(self);
    if (panel->handle) del_panel(panel->handle);
    xdecref(panel->window);
    xdecref(panel->user);
    free_object(self);
}

template <auto function, NameText name>
NewRef panel_checked(Object* self, Object* const*) {
    return none_or_panel_error(function(as_panel(self)->handle), name.text);
}

template <auto neighbour>
NewRef panel_neighbour(Object* self, Object* const*) {
    return object_of(neighbour(as_panel(self)->handle));
}

NewRef panel_is_hidden(Object* self, Object* const*) {
    return new_bool(panel_hidden(as_panel(self)->handle) != FALSE);
}

NewRef panel_move(Object* self, Object* const* arguments) {
    const Ints<2> place = TRY(int_arguments<2>(arguments));
    return none_or_panel_error(move_panel(as_panel(self)->handle, place[0], place[1]), "move_panel");
}

NewRef panel_replace(Object* self, Object* const* arguments) {
    Panel* panel = as_panel(self);
    Window* window = TRY(window_argument(arguments[0], "replace", "argument 1"));
    if (replace_panel(panel->handle, window->handle) == ERR)
        return raise(panel_error(), "replace_panel() returned ERR");
    replace_field(panel->window, share(window));
    return new_none();
}

NewRef panel_window_of(Object* self, Object* const*) { return new_ref(as_panel(self)->window); }

NewRef panel_set_userptr(Object* self, Object* const* arguments) {
    replace_field(as_panel(self)->user, share(arguments[0]));
    return new_none();
}

NewRef panel_get_userptr(Object* self, Object* const*) {
    if (!as_panel(self)->user) return raise(panel_error(), "no userptr set");
    return new_ref(as_panel(self)->user);
}

constexpr NativeDef panel_methods[] = {
    {"above", panel_neighbour<panel_above>, "($self, /)", "The panel above, or None."},
    {"below", panel_neighbour<panel_below>, "($self, /)", "The panel below, or None."},
    {"bottom", panel_checked<bottom_panel, "bottom_panel">, "($self, /)", "Puts the panel below all others."},
    {"hidden", panel_is_hidden, "($self, /)", "Whether the panel is hidden."},
    {"hide", panel_checked<hide_panel, "hide_panel">, "($self, /)", "Hides the panel."},
    {"move", panel_move, "($self, y, x, /)", "Moves the panel."},
    {"replace", panel_replace, "($self, win, /)", "Gives the panel another window."},
    {"set_userptr", panel_set_userptr, "($self, obj, /)", "Sets the object that goes with the panel."},
    {"show", panel_checked<show_panel, "show_panel">, "($self, /)", "Shows the panel, on top."},
    {"top", panel_checked<top_panel, "top_panel">, "($self, /)", "Puts the panel on top."},
    {"userptr", panel_get_userptr, "($self, /)", "The object that goes with the panel."},
    {"window", panel_window_of, "($self, /)", "The panel's window."},
};

const TypeSpec panel_spec = {
    .name = "_curses_panel.panel",
    .basic_size = sizeof(Panel),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = panel_dealloc},
    .methods = panel_methods,
};
Type panel_type(panel_spec);

// --- functions

NewRef panel_new_panel(Object*, Object* const* arguments) {
    Window* window = TRY(window_argument(arguments[0], "new_panel", "argument"));
    TRY(need_screen());
    PANEL* handle = new_panel(window->handle);
    if (!handle) return raise(panel_error(), "curses function returned NULL");
    auto made = Ref<Panel>::steal(static_cast<Panel*>(allocate_instance(&panel_type)));
    made->handle = handle;
    made->window = share(window).release();
    set_panel_userptr(handle, made.get());
    return Ref<Object>(std::move(made));
}

NewRef panel_bottom_panel(Object*, Object* const*) {
    TRY(need_screen());
    return object_of(panel_above(nullptr));
}

NewRef panel_top_panel(Object*, Object* const*) {
    TRY(need_screen());
    return object_of(panel_below(nullptr));
}

NewRef panel_update_panels(Object*, Object* const*) {
    TRY(need_screen());
    update_panels();
    return new_none();
}

constexpr NativeDef panel_functions[] = {
    {"new_panel", panel_new_panel, "($module, win, /)", "A panel for the window, on top of the others."},
    {"bottom_panel", panel_bottom_panel, "($module, /)", "The lowest panel, or None."},
    {"top_panel", panel_top_panel, "($module, /)", "The highest panel, or None."},
    {"update_panels", panel_update_panels, "($module, /)", "Gets the panels ready for doupdate()."},
};

Status panel_fill(Module* module) {
    TRY(module_add_type(module, panel_type));
    TRY(module_set(module, "error", &panel_error()));
    Ref<Str> version = str_from_utf8("2.1");
    TRY(module_set(module, "version", version.get()));
    return module_set(module, "__version__", version.get());
}

const ModuleSpec panel_module_spec = {"_curses_panel", nullptr, panel_functions, panel_fill};

}  // namespace
}  // namespace curses

Ref<Module> make_curses_panel_module() { return new_native_module(curses::panel_module_spec); }

}  // namespace minipy
