// The module `ossaudiodev`: sound devices and mixers of the Open Sound System, driven by requests (ioctl) to
// their files.
//
// Invariant: `file` is -1 once a device is closed; every use of it begins with `open_file`.
//
// CPython: Modules/ossaudiodev.c
#include <fcntl.h>
#include <linux/soundcard.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "modules/blocking.h"
#include "modules/buffer_argument.h"
#include "modules/constants.h"
#include "modules/deprecation.h"
#include "modules/support.h"
#include "modules/system_text.h"
#include "objects/bytes.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy {
namespace {

Type* error_class = nullptr;

/// A device for sound, or a mixer: the fields behind `file` are those of the former.
struct OssDevice : Object {
    int file;
    int mode;          // O_RDONLY, O_WRONLY, O_RDWR
    std::string name;  // of the file
};

extern Type audio_type, mixer_type;

OssDevice* as_device(Object* self) noexcept { return static_cast<OssDevice*>(self); }

/// ValueError "Operation on closed OSS device.".
Result<int> open_file(Object* self) {
    if (as_device(self)->file >= 0) return as_device(self)->file;
    return raise(value_error_type, "Operation on closed OSS device.");
}

NewRef new_device(Type& type, int file, int mode, const char* name) {
    OssDevice* made = as_device(allocate_instance(&type));
    std::construct_at(&made->name, name);
    made->file = file;
    made->mode = mode;
    return NewRef(made);
}

void device_dealloc(Object* self) noexcept {
    if (as_device(self)->file >= 0) ::close(as_device(self)->file);
    std::destroy_at(&as_device(self)->name);
    free_object(self);
}

// --- Requests

/// Makes the request with a number that the driver may change; gives the number.
Result<int> request(Object* self, unsigned long code, int number) {
    const int file = TRY(open_file(self));
    if (::ioctl(file, code, &number) == -1) return raise_errno();
    return number;
}

/// A method of one number: the request, and what the driver has made of it.
template <unsigned long code>
NewRef set_number(Object* self, Object* const* arguments) {
    TRY(open_file(self));
    return new_int(TRY(request(self, code, TRY(argument_int(arguments[0])))));
}

/// A method that asks for a number.
template <unsigned long code>
NewRef get_number(Object* self, Object* const*) {
    return new_int(TRY(request(self, code, 0)));
}

/// A method without numbers; the request may wait.
template <unsigned long code>
NewRef send(Object* self, Object* const*) {
    const int file = TRY(open_file(self));
    if (blocking([=] { return ::ioctl(file, code, 0); }) == -1) return raise_errno();
    return new_none();
}

// --- What both kinds of devices have

NewRef device_close(Object* self, Object* const*) {
    const int file = std::exchange(as_device(self)->file, -1);
    if (file >= 0) blocking([=] { return ::close(file); });
    return new_none();
}

NewRef device_fileno(Object* self, Object* const*) { return new_int(TRY(open_file(self))); }

NewRef device_enter(Object* self, Object* const*) { return new_ref(self); }
NewRef device_exit(Object* self, Object* const*) { return device_close(self, nullptr); }

// --- Devices for sound

NewRef audio_read(Object* self, Object* const* arguments) {
    const int file = TRY(open_file(self)), size = TRY(argument_int(arguments[0]));
    if (size < 0) return raise(system_error_type, "Negative size passed to PyBytes_FromStringAndSize");
    Ref<Bytes> room = TRY(new_bytes_uninitialized(size));
    const ssize_t count =
        TRY(blocking_retried([&] { return ::read(file, room->data(), static_cast<std::size_t>(size)); }));
    return new_bytes({room->data(), static_cast<std::size_t>(count)});
}

NewRef audio_write(Object* self, Object* const* arguments) {
    const int file = TRY(open_file(self));
    HeldBuffer data;
    TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    const std::string_view octets = data.view();
    return new_int(TRY(blocking_retried([&] { return ::write(file, octets.data(), octets.size()); })));
}

/// Writes all, waiting for the device each time it can take no more.
NewRef audio_writeall(Object* self, Object* const* arguments) {
    const int file = TRY(open_file(self));
    HeldBuffer data;
    TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    for (std::string_view left = data.view(); !left.empty();) {
        TRY(open_file(self));
        pollfd ready{file, POLLOUT, 0};
        TRY(blocking_retried([&] { return ::poll(&ready, 1, -1); }));
        const ssize_t written = blocking([&] { return ::write(file, left.data(), left.size()); });
        if (written >= 0)
            left.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EAGAIN)
            return raise_errno();
    }
    return new_none();
}

Result<int> set_exactly(Object* self, unsigned long code, int wanted, bool strict, const char* what) {
    const int got = TRY(request(self, code, wanted));
    if (!strict || got == wanted) return got;
    return raise(*error_class,
                 fmt::format("unable to set requested {} (wanted {}, got {})", what, wanted, got));
}

NewRef audio_setparameters(Object* self, Object* const* arguments) {
    TRY(open_file(self));
    const int format = TRY(argument_int(arguments[0])), channels = TRY(argument_int(arguments[1]));
    const int rate = TRY(argument_int(arguments[2]));
    const bool strict = TRY(argument_int(arguments[3])) != 0;
    const int got_format = TRY(set_exactly(self, SNDCTL_DSP_SETFMT, format, strict, "format"));
    const int got_channels = TRY(set_exactly(self, SNDCTL_DSP_CHANNELS, channels, strict, "channels"));
    const int got_rate = TRY(set_exactly(self, SNDCTL_DSP_SPEED, rate, strict, "rate"));
    return pack({new_int(got_format).get(), new_int(got_channels).get(), new_int(got_rate).get()});
}

/// How many octets a frame (a sample of each channel) takes as the device is set.
Result<int> frame_size(Object* self) {
    const int format = TRY(request(self, SNDCTL_DSP_SETFMT, 0));
    int sample;
    switch (format) {
        case AFMT_MU_LAW:
        case AFMT_A_LAW:
        case AFMT_U8:
        case AFMT_S8: sample = 1; break;
        case AFMT_S16_LE:
        case AFMT_S16_BE:
        case AFMT_U16_LE:
        case AFMT_U16_BE: sample = 2; break;
        default: return raise_os_error(EOPNOTSUPP);
    }
    const int channels = TRY(request(self, SNDCTL_DSP_CHANNELS, 0));
    return channels > 0 ? channels * sample : sample;
}

/// A method that tells how many frames of the device's memory are meant by `octets(info)`.
template <auto octets>
NewRef frames(Object* self, Object* const*) {
    const int file = TRY(open_file(self)), size = TRY(frame_size(self));
    audio_buf_info info;
    if (::ioctl(file, SNDCTL_DSP_GETOSPACE, &info) < 0) return raise_errno();
    return new_int(octets(info) / size);
}

int all_octets(const audio_buf_info& info) { return info.fragstotal * info.fragsize; }
int waiting_octets(const audio_buf_info& info) { return all_octets(info) - info.bytes; }
int free_octets(const audio_buf_info& info) { return info.bytes; }

NewRef audio_getptr(Object* self, Object* const*) {
    const int file = TRY(open_file(self));
    const bool reads = as_device(self)->mode == O_RDONLY;
    count_info info;
    if (::ioctl(file, reads ? SNDCTL_DSP_GETIPTR : SNDCTL_DSP_GETOPTR, &info) == -1) return raise_errno();
    return pack({new_int(info.bytes).get(), new_int(info.blocks).get(), new_int(info.ptr).get()});
}

NewRef get_closed(Object* self) { return new_bool(as_device(self)->file < 0); }
NewRef get_name(Object* self) { return system_text(as_device(self)->name); }
NewRef get_mode(Object* self) {
    switch (as_device(self)->mode) {
        case O_RDONLY: return str_from_utf8("r");
        case O_WRONLY: return str_from_utf8("w");
        default: return str_from_utf8("rw");
    }
}

constexpr NativeDef audio_methods[] = {
    {"read", audio_read, "-%($self, size, /)", "Records so many octets."},
    {"write", audio_write, "-%($self, data, /)", "Plays what the device takes; how many octets those are."},
    {"writeall", audio_writeall, "-%($self, data, /)", "Plays all, waiting for the device."},
    {"nonblock", send<SNDCTL_DSP_NONBLOCK>, "-%($self)", "Lets reading and writing wait no more, for good."},
    {"setfmt", set_number<SNDCTL_DSP_SETFMT>, "-%($self, format, /)", "Sets the format of samples."},
    {"getfmts", get_number<SNDCTL_DSP_GETFMTS>, "-%($self)", "The formats of samples, as a mask of bits."},
    {"channels", set_number<SNDCTL_DSP_CHANNELS>, "-%($self, count, /)", "Sets the number of channels."},
    {"speed", set_number<SNDCTL_DSP_SPEED>, "-%($self, rate, /)", "Sets the number of samples in a second."},
    {"sync", send<SNDCTL_DSP_SYNC>, "-%($self)", "Waits until all has been played."},
    {"reset", send<SNDCTL_DSP_RESET>, "-%($self)", "Stops at once."},
    {"post", send<SNDCTL_DSP_POST>, "-%($self)", "Tells the device that a pause follows."},
    {"setparameters", audio_setparameters, "-%($self, format, nchannels, samplerate, strict=0, /)",
     "Sets three things at once; what they are now."},
    {"bufsize", frames<all_octets>, "-%($self)", "How many frames the device's memory holds."},
    {"obufcount", frames<waiting_octets>, "-%($self)", "How many frames are waiting to be played."},
    {"obuffree", frames<free_octets>, "-%($self)", "How many frames can be written without waiting."},
    {"getptr", audio_getptr, "-%($self)", "Octets, blocks and place that the device has come to."},
    {"close", device_close, "-%($self)", "Closes the device."},
    {"fileno", device_fileno, "-%($self)", "The number of the open file."},
    {"flush", send<SNDCTL_DSP_SYNC>, "-%($self)", "The same as sync()."},
    {"__enter__", device_enter, "-($self)", nullptr},
    {"__exit__", device_exit, "-($self, *args)", nullptr},
};
constexpr GetSetDef audio_getset[] = {
    {"closed", get_closed, nullptr, nullptr},
    {"name", get_name, nullptr, nullptr},
    {"mode", get_mode, nullptr, nullptr},
};

// --- Mixers

Result<int> channel_argument(Object* value) {
    const int channel = TRY(argument_int(value));
    if (0 <= channel && channel <= SOUND_MIXER_NRDEVICES) return channel;  // the driver knows better
    return raise(*error_class, "Invalid mixer channel specified.");
}

/// Both sides' volumes, of the number that holds them.
NewRef volumes(int both) { return pack({new_int(both & 0xFF).get(), new_int(both >> 8 & 0xFF).get()}); }

NewRef mixer_get(Object* self, Object* const* arguments) {
    TRY(open_file(self));
    const int channel = TRY(channel_argument(arguments[0]));
    return volumes(TRY(request(self, MIXER_READ(channel), 0)));
}

NewRef mixer_set(Object* self, Object* const* arguments) {
    TRY(open_file(self));
    if (!is_tuple(arguments[1]) || static_cast<Tuple*>(arguments[1])->size != 2)
        return raise(type_error_type, "set() argument 2 must be 2-item tuple");
    const Tuple& given = *static_cast<Tuple*>(arguments[1]);
    const int number = TRY(argument_int(arguments[0]));
    const int left = TRY(argument_int(given[0])), right = TRY(argument_int(given[1]));
    const int channel = TRY(channel_argument(new_int(number).get()));
    if (left < 0 || right < 0 || left > 100 || right > 100)
        return raise(*error_class, "Volumes must be between 0 and 100.");
    return volumes(TRY(request(self, MIXER_WRITE(channel), right << 8 | left)));
}

constexpr NativeDef mixer_methods[] = {
    {"close", device_close, "-%($self)", "Closes the mixer."},
    {"fileno", device_fileno, "-%($self)", "The number of the open file."},
    {"controls", get_number<SOUND_MIXER_READ_DEVMASK>, "-%($self)", "Which channels there are, as bits."},
    {"stereocontrols", get_number<SOUND_MIXER_READ_STEREODEVS>, "-%($self)", "Which channels have two sides."},
    {"reccontrols", get_number<SOUND_MIXER_READ_RECMASK>, "-%($self)", "Which channels can be recorded."},
    {"get", mixer_get, "-%($self, control, /)", "The volumes of a channel, left and right."},
    {"set", mixer_set, "-%($self, control, volumes, /)", "Sets the volumes of a channel; what they are now."},
    {"get_recsrc", get_number<SOUND_MIXER_READ_RECSRC>, "-%($self)", "Which channels are being recorded."},
    {"set_recsrc", set_number<SOUND_MIXER_WRITE_RECSRC>, "-%($self, mask, /)", "Sets which are."},
    {"__enter__", device_enter, "-($self)", nullptr},
    {"__exit__", device_exit, "-($self, *args)", nullptr},
};

const TypeSpec audio_spec = {
    .name = "ossaudiodev.oss_audio_device",
    .basic_size = sizeof(OssDevice),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = device_dealloc},
    .methods = audio_methods,
    .getset = audio_getset,
};
Type audio_type(audio_spec);

const TypeSpec mixer_spec = {
    .name = "ossaudiodev.oss_mixer_device",
    .basic_size = sizeof(OssDevice),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = device_dealloc},
    .methods = mixer_methods,
};
Type mixer_type(mixer_spec);

// --- Opening

Failure raise_opening(const char* name) { return raise_errno(system_text(name).get()); }

const char* usual_device(const char* variable, const char* otherwise) {
    const char* named = std::getenv(variable);
    return named ? named : otherwise;
}

/// `open(device, mode)` or `open(mode)`.
NewRef ossaudiodev_open(Object*, Object* const* arguments) {
    const char* device = TRY(c_string_argument(arguments[0], "open", "argument 1"));
    const char* mode = arguments[1] ? TRY(c_string_argument(arguments[1], "open", "argument 2")) : nullptr;
    if (!mode) mode = std::exchange(device, nullptr);
    const std::string_view letters = mode;
    const int flags = letters == "r" ? O_RDONLY : letters == "w" ? O_WRONLY : letters == "rw" ? O_RDWR : -1;
    if (flags < 0) return raise(*error_class, "mode must be 'r', 'w', or 'rw'");
    if (!device) device = usual_device("AUDIODEV", "/dev/dsp");
    // A device that somebody else has open is an error, not a wait; once it is open, using it may wait.
    const int file = blocking([=] { return ::open(device, flags | O_NONBLOCK | O_CLOEXEC); });
    if (file < 0) return raise_opening(device);
    int formats;
    if (::fcntl(file, F_SETFL, 0) == -1 || ::ioctl(file, SNDCTL_DSP_GETFMTS, &formats) == -1) {
        (void)raise_opening(device);
        ::close(file);
        return failed;
    }
    return new_device(audio_type, file, flags, device);
}

NewRef ossaudiodev_openmixer(Object*, Object* const* arguments) {
    const char* device = arguments[0] ? TRY(c_string_argument(arguments[0], "openmixer", "argument 1"))
                                      : usual_device("MIXERDEV", "/dev/mixer");
    const int file = blocking([=] { return ::open(device, O_RDWR | O_CLOEXEC); });
    if (file < 0) return raise_opening(device);
    return new_device(mixer_type, file, O_RDWR, device);
}

constexpr NativeDef functions[] = {
    {"open", ossaudiodev_open, "-%($module, device, mode=<absent>, /)",
     "Opens a device for sound: open(mode) or open(device, mode), with r, w or rw."},
    {"openmixer", ossaudiodev_openmixer, "-%($module, device=<absent>, /)", "Opens a mixer."},
};

constexpr IntConstant constants[] = {
#define CONSTANT(name) {#name, name},
#include "modules/ossaudio_constants.def"
};

/// A list of what the header says of each channel of a mixer.
Status add_names(Module* module, const char* attribute, std::span<const char* const> names) {
    Ref<List> list = new_list();
    for (const char* name : names) TRY(list_append(list.get(), str_from_utf8(name).get()));
    return module_set(module, attribute, list.get());
}

Status fill(Module* module) {
    TRY(warn_of_removal("ossaudiodev"));
    if (!error_class) error_class = new_exception_class("ossaudiodev.OSSAudioError", exception_type);
    for (const char* name : {"error", "OSSAudioError"}) TRY(module_set(module, name, error_class));
    constexpr const char* labels[] = SOUND_DEVICE_LABELS;
    constexpr const char* names[] = SOUND_DEVICE_NAMES;
    TRY(add_names(module, "control_labels", labels));
    TRY(add_names(module, "control_names", names));
    ready_type(audio_type);
    ready_type(mixer_type);
    return module_set_constants(module, constants);
}

const ModuleSpec spec = {"ossaudiodev", nullptr, functions, fill};

}  // namespace

Ref<Module> make_ossaudiodev_module() { return new_native_module(spec); }

}  // namespace minipy
