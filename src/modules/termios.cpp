// termios: how a terminal treats what goes through it.
//
// The attributes of a terminal travel as a list of seven: four sets of flags, two speeds, the special
// characters.
//
// CPython: Modules/termios.c
#include <linux/serial.h>
#include <sys/ioctl.h>
#include <termios.h>

#include <cstring>

#include "modules/blocking.h"
#include "modules/buffer_argument.h"
#include "modules/constants.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

Type& termios_error() {
    static Type* const type = new_exception_class("termios.error", exception_type);
    return *type;
}

Failure raise_termios_error() {
    const int error = errno;
    return raise_object(
        TRY(call(&termios_error(), {new_int(error).get(), str_from_utf8(std::strerror(error)).get()})));
}

NewRef none_or_termios_error(int result) {
    if (result == -1) return raise_termios_error();
    return new_none();
}

/// The special characters; in raw mode two of them are numbers.
Ref<List> special_characters(const termios& mode) {
    Ref<List> characters = new_list();
    for (int i = 0; i < NCCS; ++i) {
        const bool number = !(mode.c_lflag & ICANON) && (i == VMIN || i == VTIME);
        const char character = static_cast<char>(mode.c_cc[i]);
        Ref<Object> item =
            number ? Ref<Object>(new_int(mode.c_cc[i])) : Ref<Object>(new_bytes({&character, 1}));
        TRY(list_append_steal(characters.get(), item.release()));
    }
    return characters;
}

NewRef termios_tcgetattr(Object*, Object* const* arguments) {
    const int file = TRY(file_argument(arguments[0]));
    termios mode;
    if (::tcgetattr(file, &mode) == -1) return raise_termios_error();
    Ref<List> attributes = new_list();
    for (const tcflag_t value :
         {mode.c_iflag, mode.c_oflag, mode.c_cflag, mode.c_lflag, ::cfgetispeed(&mode), ::cfgetospeed(&mode)})
        TRY(list_append_steal(attributes.get(), new_int(value).release()));
    TRY(list_append_steal(attributes.get(), TRY(special_characters(mode)).release()));
    return attributes;
}

Result<cc_t> special_character(Object* item) {
    if (is_bytes(item) && static_cast<Bytes*>(item)->size == 1)
        return static_cast<cc_t>(static_cast<Bytes*>(item)->view()[0]);
    if (is_int(item)) return static_cast<cc_t>(TRY(argument_size(item)));
    return raise(type_error_type, "tcsetattr: elements of attributes must be characters or integers");
}

NewRef termios_tcsetattr(Object*, Object* const* arguments) {
    const int file = TRY(file_argument(arguments[0])), when = TRY(argument_int(arguments[1]));
    auto* attributes = static_cast<List*>(arguments[2]);
    if (!is_list(arguments[2]) || attributes->size != 7)
        return raise(type_error_type, "tcsetattr, arg 3: must be 7 element list");
    termios mode;
    if (::tcgetattr(file, &mode) == -1) return raise_termios_error();
    tcflag_t numbers[6];
    for (int i = 0; i < 6; ++i) numbers[i] = static_cast<tcflag_t>(TRY(argument_size(attributes->items[i])));
    auto* characters = static_cast<List*>(attributes->items[6]);
    if (!is_list(characters) || characters->size != NCCS)
        return raise(type_error_type, fmt::format("tcsetattr: attributes[6] must be {} element list", NCCS));
    mode.c_iflag = numbers[0];
    mode.c_oflag = numbers[1];
    mode.c_cflag = numbers[2];
    mode.c_lflag = numbers[3];
    for (int i = 0; i < NCCS; ++i) mode.c_cc[i] = TRY(special_character(characters->items[i]));
    if (::cfsetispeed(&mode, numbers[4]) == -1 || ::cfsetospeed(&mode, numbers[5]) == -1)
        return raise_termios_error();
    return none_or_termios_error(blocking([&] { return ::tcsetattr(file, when, &mode); }));
}

/// A function of a file and a number.
template <int (*function)(int file, int number)>
NewRef termios_control(Object*, Object* const* arguments) {
    const int file = TRY(file_argument(arguments[0])), number = TRY(argument_int(arguments[1]));
    return none_or_termios_error(blocking([&] { return function(file, number); }));
}

NewRef termios_tcdrain(Object*, Object* const* arguments) {
    const int file = TRY(file_argument(arguments[0]));
    return none_or_termios_error(blocking([&] { return ::tcdrain(file); }));
}

NewRef termios_tcgetwinsize(Object*, Object* const* arguments) {
    const int file = TRY(file_argument(arguments[0]));
    winsize size;
    if (::ioctl(file, TIOCGWINSZ, &size) == -1) return raise_termios_error();
    return pack({new_int(size.ws_row).get(), new_int(size.ws_col).get()});
}

NewRef termios_tcsetwinsize(Object*, Object* const* arguments) {
    const int file = TRY(file_argument(arguments[0]));
    if (!is_sequence(arguments[1]) || TRY(length(arguments[1])) != 2)
        return raise(type_error_type, "tcsetwinsize, arg 2: must be a two-item sequence");
    Ref<Tuple> given = TRY(sequence_to_tuple(arguments[1]));
    const Size rows = TRY(argument_size((*given)[0])), columns = TRY(argument_size((*given)[1]));
    winsize size;
    if (::ioctl(file, TIOCGWINSZ, &size) == -1) return raise_termios_error();
    size.ws_row = static_cast<unsigned short>(rows);
    size.ws_col = static_cast<unsigned short>(columns);
    if (size.ws_row != rows || size.ws_col != columns)
        return raise(overflow_error_type, "winsize value(s) out of range.");
    return none_or_termios_error(::ioctl(file, TIOCSWINSZ, &size));
}

constexpr IntConstant constants[] = {
#define NAME(constant) {#constant, static_cast<std::int64_t>(constant)},
#define EXTRA(name, value) {name, value},
#include "modules/termios_constants.def"
};

constexpr NativeDef termios_functions[] = {
    {"tcgetattr", termios_tcgetattr, "($module, fd, /)", "The attributes of a terminal."},
    {"tcsetattr", termios_tcsetattr, "($module, fd, when, attributes, /)",
     "Sets the attributes of a terminal."},
    {"tcsendbreak", termios_control<::tcsendbreak>, "($module, fd, duration, /)", "Sends a break."},
    {"tcdrain", termios_tcdrain, "($module, fd, /)", "Waits until all output has been sent."},
    {"tcflush", termios_control<::tcflush>, "($module, fd, queue, /)", "Throws away what waits in a queue."},
    {"tcflow", termios_control<::tcflow>, "($module, fd, action, /)", "Stops or starts input or output."},
    {"tcgetwinsize", termios_tcgetwinsize, "($module, fd, /)", "Rows and columns of a terminal."},
    {"tcsetwinsize", termios_tcsetwinsize, "($module, fd, winsize, /)", "Sets rows and columns of a terminal."},
};

Status termios_fill(Module* module) {
    TRY(module_set_constants(module, constants));
    return module_set(module, "error", &termios_error());
}

const ModuleSpec termios_spec = {"termios", "POSIX calls for the control of terminals.", termios_functions,
                                 termios_fill};

}  // namespace

Ref<Module> make_termios_module() { return new_native_module(termios_spec); }

}  // namespace minipy
