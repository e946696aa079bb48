// FileIO: opening, reading, writing and closing a file descriptor.
//
// System calls that a signal interrupts are made again after the signal's handlers have run.
//
// CPython: Modules/_io/fileio.c
#include "modules/io/file_io.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>

#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "vm/gil.h"
#include "vm/interrupt.h"
#include "vm/warnings.h"

namespace minipy {
namespace {

constexpr Size largest_transfer = 0x7ffff000;  // what Linux moves in one call

Failure raise_closed() { return raise(value_error_type, "I/O operation on closed file"); }
Failure raise_mode(const char* action) {
    return raise_unsupported(fmt::format("File not open for {}", action));
}

/// Makes a system call until no signal interrupts it; -1 with `errno` set if it failed in another way.
template <class Call>
Result<Size> retrying(Call system_call) {
    for (;;) {
        const Size result = without_gil(system_call);
        if (result >= 0 || errno != EINTR) return result;
        TRY(after_interrupt());
    }
}

/// The outcome of a read or write as its callers see it.
Result<Size> transferred(Size result) {
    if (result >= 0) return result;
    if (errno == EAGAIN || errno == EWOULDBLOCK) return would_block;
    return raise_os_error(errno);
}

}  // namespace

Result<Size> file_read(FileIO* file, char* to, Size size) {
    if (file->fd < 0) return raise_closed();
    if (!file->readable) return raise_mode("reading");
    if (size > largest_transfer) size = largest_transfer;
    return transferred(TRY(retrying([&] { return ::read(file->fd, to, static_cast<std::size_t>(size)); })));
}

Result<Size> file_write(FileIO* file, const char* from, Size size) {
    if (file->fd < 0) return raise_closed();
    if (!file->writable) return raise_mode("writing");
    if (size > largest_transfer) size = largest_transfer;
    return transferred(TRY(retrying([&] { return ::write(file->fd, from, static_cast<std::size_t>(size)); })));
}

Result<off_t> file_seek(FileIO* file, off_t offset, int whence) {
    if (file->fd < 0) return raise_closed();
    const off_t result = ::lseek(file->fd, offset, whence);
    if (file->seekable < 0) file->seekable = result >= 0;
    if (result < 0) return raise_os_error(errno);
    return result;
}

Result<bool> file_is_seekable(FileIO* file) {
    if (file->fd < 0) return raise_closed();
    if (file->seekable < 0) file->seekable = ::lseek(file->fd, 0, SEEK_CUR) >= 0;
    return file->seekable > 0;
}

Ref<Object> plain_path(Object* path) {
    if (is_str(path) || is_bytes(path)) return share(path);
    Ref<Object> method = lookup_special(path, name<"__fspath__">);
    if (!method) {
        if (pending_exception()) return failed;
        return raise(type_error_type,
                     fmt::format("expected str, bytes or os.PathLike object, not {}", path->type->name));
    }
    Ref<Object> plain = TRY(call(method.get(), {}));
    if (is_str(plain.get()) || is_bytes(plain.get())) return plain;
    return raise(type_error_type, fmt::format("expected {}.__fspath__() to return str or bytes, not {}",
                                              path->type->name, plain->type->name));
}

Ref<Object> path_octets(Object* path) {
    Ref<Object> plain = TRY(plain_path(path));
    if (is_str(plain.get())) plain = TRY(encode_utf8(static_cast<Str*>(plain.get()), "surrogateescape"));
    if (static_cast<Bytes*>(plain.get())->view().find('\0') != std::string_view::npos)
        return raise(value_error_type, "embedded null byte");
    return plain;
}

namespace {

Status close_descriptor(FileIO* file) {
    if (file->fd < 0) return done;
    const int fd = std::exchange(file->fd, -1);
    if (without_gil([=] { return ::close(fd); }) < 0) return raise_os_error(errno);
    return done;
}

NewRef file_new(Type* type, Tuple*, Dict*) {
    FileIO* file = as_file(allocate_instance(type));
    file->fd = -1;
    file->seekable = -1;
    file->close_fd = true;
    return NewRef(file);
}

/// Reads the mode text into the file's fields; gives the flags for open().
Result<int> parse_mode(FileIO* file, std::string_view mode) {
    static constexpr char wrong_mode[] =
        "Must have exactly one of create/read/write/append mode and at most one plus";
    bool main_seen = false, plus = false;
    int flags = 0;
    for (const char letter : mode) {
        if (letter == 'b') continue;
        if (letter == '+') {
            if (plus) return raise(value_error_type, wrong_mode);
            file->readable = file->writable = plus = true;
            continue;
        }
        if (letter != 'r' && letter != 'w' && letter != 'x' && letter != 'a')
            return raise(value_error_type, fmt::format("invalid mode: {}", mode));
        if (main_seen) return raise(value_error_type, wrong_mode);
        main_seen = true;
        file->readable |= letter == 'r';
        file->writable |= letter != 'r';
        file->created = letter == 'x';
        file->appending = letter == 'a';
        flags |= letter == 'w' ? O_CREAT | O_TRUNC : letter == 'x' ? O_CREAT | O_EXCL : 0;
        if (letter == 'a') flags |= O_APPEND | O_CREAT;
    }
    if (!main_seen) return raise(value_error_type, wrong_mode);
    flags |= file->readable && file->writable ? O_RDWR : file->readable ? O_RDONLY : O_WRONLY;
    return flags | O_CLOEXEC;
}

/// The descriptor that the program's opener returns.
Result<int> open_with(Object* opener, Object* path, int flags) {
    Ref<Int> flag_number = new_int(flags);
    Ref<Object> answer = TRY(call(opener, {path, flag_number.get()}));
    if (!is_int(answer.get())) return raise(type_error_type, "expected integer from opener");
    const int fd = TRY(argument_int(answer.get()));
    if (fd < 0) return raise(value_error_type, fmt::format("opener returned {}", fd));
    ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    return fd;
}

Status open_path(FileIO* file, Object* path, int flags, bool close_fd, Object* opener) {
    Ref<Object> octets = TRY(path_octets(path));
    file->close_fd = true;
    if (!close_fd) return raise(value_error_type, "Cannot use closefd=False with file name");
    if (opener && !is_none(opener)) {
        file->fd = TRY(open_with(opener, path, flags));
        return done;
    }
    const char* text = static_cast<Bytes*>(octets.get())->data();
    const Size fd = TRY(retrying([&] { return static_cast<Size>(::open(text, flags, 0666)); }));
    if (fd < 0) return raise_os_error(errno, path);
    file->fd = static_cast<int>(fd);
    return done;
}

/// Refuses directories and learns the block size.
Status inspect(FileIO* file, Object* path) {
    struct stat status;
    file->block_size = default_buffer_size;
    if (::fstat(file->fd, &status) < 0) {
        if (errno == EBADF) return raise_os_error(EBADF);
        return done;
    }
    if (S_ISDIR(status.st_mode)) return raise_os_error(EISDIR, path);
    if (status.st_blksize > 1) file->block_size = static_cast<unsigned>(status.st_blksize);
    return done;
}

/// The descriptor, if `path` is an int; -1 if it is a name, or fails to be one as a number too large does.
Result<int> descriptor_argument(Object* path) {
    if (!has_index(path)) return -1;
    const Result<int> fd = argument_int(path);
    if (!fd) clear_exception();
    if (fd && *fd < 0) return raise(value_error_type, "negative file descriptor");
    return fd ? *fd : -1;
}

Status open_file(FileIO* file, Object* path, std::string_view mode, bool close_fd, Object* opener) {
    const int fd = TRY(descriptor_argument(path));
    const int flags = TRY(parse_mode(file, mode));
    TRY(audit("open", path, mode, flags));
    if (fd >= 0) {
        file->fd = fd;
        file->close_fd = close_fd;
    } else {
        TRY(open_path(file, path, flags, close_fd, opener));
    }
    TRY(inspect(file, path));
    TRY(set_attribute(file, name<"name">, path));
    if (file->appending && ::lseek(file->fd, 0, SEEK_END) < 0 && errno != ESPIPE) return raise_os_error(errno);
    return done;
}

Status file_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"file", "mode", "closefd", "opener"};
    Object* bound[4];
    TRY(bind_arguments("FileIO", names, arguments, keywords_or_null, bound, 1));
    if (bound[1] && !is_str(bound[1])) return raise_bad_argument("FileIO", "argument 'mode'", "str", bound[1]);
    const bool close_fd = !bound[2] || TRY(truth(bound[2]));
    FileIO* file = as_file(self);
    if (file->fd >= 0) {
        if (file->close_fd) TRY(close_descriptor(file));
        file->fd = -1;
    }
    file->created = file->readable = file->writable = file->appending = false;
    file->seekable = -1;
    if (open_file(file, bound[0], bound[1] ? str_utf8(static_cast<Str*>(bound[1])) : "r", close_fd, bound[3]))
        return done;
    // A descriptor that the caller brought stays open when the construction fails.
    Ref<Object> error = take_exception();
    if (has_index(bound[0]) || !file->close_fd) file->fd = -1;
    (void)close_descriptor(file);
    clear_exception();
    return raise_object(std::move(error));
}

void file_dealloc(Object* self) noexcept {
    if (begin_stream_dealloc(self)) end_stream_dealloc(self);
}

// --- methods

/// ResourceWarning: unclosed file; `source` is the outermost of the layers that die.
Status warn_unclosed(Object* source) {
    WarningPlace place;
    TRY(warning_place(1, place));
    Ref<Str> text = str_from_utf8(fmt::format("unclosed file {}", repr_for_message(source)));
    return warn_explicit({&resource_warning_type, text.get(), nullptr, source}, place);
}

NewRef file_dealloc_warn(Object* self, Object* const* arguments) {
    FileIO* file = as_file(self);
    if (file->fd < 0 || !file->close_fd) return new_none();
    Ref<Object> earlier = take_exception();
    if (!warn_unclosed(arguments[0])) {
        if (pending_matches(warning_type)) write_unraisable(self);
        clear_exception();
    }
    if (earlier) (void)restore_exception(std::move(earlier));
    return new_none();
}

NewRef file_close(Object* self, Object* const*) {
    FileIO* file = as_file(self);
    if (file->finalizing) Ref<Object> warned = file_dealloc_warn(self, &self);
    Ref<Object> base_result = call_method(&raw_io_base_type, name<"close">, {self});
    Ref<Object> base_error = base_result ? Ref<Object>() : take_exception();
    if (!file->close_fd)
        file->fd = -1;
    else
        (void)close_descriptor(file);
    chain_exceptions(std::move(base_error));
    if (pending_exception()) return failed;
    return new_none();
}

/// Room for what is left of the file and one octet more, which shows the end.
std::size_t expected_size(const FileIO* file) {
    struct stat status;
    if (::fstat(file->fd, &status) < 0 || status.st_size <= 0) return default_buffer_size;
    const off_t position = ::lseek(file->fd, 0, SEEK_CUR);
    if (position < 0 || position > status.st_size) return default_buffer_size;
    return static_cast<std::size_t>(status.st_size - position) + 1;
}

NewRef file_readall(Object* self, Object* const*) {
    FileIO* file = as_file(self);
    if (file->fd < 0) return raise_closed();
    return guard_memory([&]() -> NewRef {
        Ref<Bytes> octets = TRY(new_bytes_uninitialized(static_cast<Size>(expected_size(file))));
        Size used = 0;
        for (;;) {
            if (used == octets->size) {
                const Size more = used < 65536 ? used + default_buffer_size : used + (used >> 1);
                Ref<Bytes> larger = TRY(new_bytes_uninitialized(more));
                std::char_traits<char>::copy(larger->data(), octets->data(), static_cast<std::size_t>(used));
                octets = std::move(larger);
            }
            const Size read = TRY(file_read(file, octets->data() + used, octets->size - used));
            if (read == would_block && used == 0) return new_none();
            if (read <= 0) break;
            used += read;
        }
        return new_bytes(octets->view().substr(0, static_cast<std::size_t>(used)));
    });
}

NewRef file_read_method(Object* self, Object* const* arguments) {
    FileIO* file = as_file(self);
    if (file->fd < 0) return raise_closed();
    if (!file->readable) return raise_mode("reading");
    Size size = TRY(size_argument(arguments[0]));
    if (size < 0) return file_readall(self, nullptr);
    if (size > largest_transfer) size = largest_transfer;
    Ref<Bytes> octets = TRY(new_bytes_uninitialized(size));
    const Size read = TRY(file_read(file, octets->data(), size));
    if (read == would_block) return new_none();
    if (read == size) return octets;
    return new_bytes(octets->view().substr(0, static_cast<std::size_t>(read)));
}

NewRef file_readinto(Object* self, Object* const* arguments) {
    FileIO* file = as_file(self);
    BufferView buffer;
    TRY(get_writable_buffer(arguments[0], buffer, "readinto"));
    const Result<Size> read = file_read(file, buffer.data, buffer.size);
    release_buffer(buffer);
    if (!read) return failed;
    if (*read == would_block) return new_none();
    return new_int(*read);
}

NewRef file_write_method(Object* self, Object* const* arguments) {
    OctetsView octets;
    TRY(octets.acquire(arguments[0]));
    const std::string_view view = octets.view();
    const Size written = TRY(file_write(as_file(self), view.data(), static_cast<Size>(view.size())));
    if (written == would_block) return new_none();
    return new_int(written);
}

NewRef file_seek_method(Object* self, Object* const* arguments) {
    if (as_file(self)->fd < 0) return raise_closed();
    const std::int64_t offset = TRY(offset_argument(arguments[0]));
    const int whence = TRY(argument_int(arguments[1]));
    return new_int(TRY(file_seek(as_file(self), offset, whence)));
}

NewRef file_tell(Object* self, Object* const*) { return new_int(TRY(file_seek(as_file(self), 0, SEEK_CUR))); }

NewRef file_truncate(Object* self, Object* const* arguments) {
    FileIO* file = as_file(self);
    if (file->fd < 0) return raise_closed();
    if (!file->writable) return raise_mode("writing");
    Ref<Object> size = share(arguments[0]);
    if (is_none(size.get())) size = new_int(TRY(file_seek(file, 0, SEEK_CUR)));
    const std::int64_t length = TRY(offset_argument(size.get()));
    const Size result = TRY(retrying([&] { return static_cast<Size>(::ftruncate(file->fd, length)); }));
    if (result < 0) return raise_os_error(errno);
    return size;
}

NewRef file_seekable(Object* self, Object* const*) { return new_bool(TRY(file_is_seekable(as_file(self)))); }
NewRef file_readable(Object* self, Object* const*) {
    if (as_file(self)->fd < 0) return raise_closed();
    return new_bool(as_file(self)->readable);
}
NewRef file_writable(Object* self, Object* const*) {
    if (as_file(self)->fd < 0) return raise_closed();
    return new_bool(as_file(self)->writable);
}
NewRef file_fileno(Object* self, Object* const*) {
    if (as_file(self)->fd < 0) return raise_closed();
    return new_int(as_file(self)->fd);
}
NewRef file_isatty(Object* self, Object* const*) {
    if (as_file(self)->fd < 0) return raise_closed();
    return new_bool(::isatty(as_file(self)->fd));
}

const char* mode_text(const FileIO* file) noexcept {
    if (file->created) return file->readable ? "xb+" : "xb";
    if (file->appending) return file->readable ? "ab+" : "ab";
    if (!file->readable) return "wb";
    return file->writable ? "rb+" : "rb";
}

NewRef file_repr(Object* self) {
    FileIO* file = as_file(self);
    if (file->fd < 0) return str_from_utf8("<_io.FileIO [closed]>");
    const char* close_fd = file->close_fd ? "True" : "False";
    Ref<Object> file_name;
    TRY(find_attribute(self, name<"name">, file_name));
    if (!file_name)
        return str_from_utf8(
            fmt::format("<_io.FileIO fd={} mode='{}' closefd={}>", file->fd, mode_text(file), close_fd));
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested())
        return raise(runtime_error_type, fmt::format("reentrant call inside {}.__repr__", self->type->name));
    Ref<Str> shown = TRY(repr(file_name.get()));
    return str_from_utf8(fmt::format("<_io.FileIO name={} mode='{}' closefd={}>", str_utf8(shown.get()),
                                     mode_text(file), close_fd));
}

NewRef file_get_closed(Object* self) { return new_bool(as_file(self)->fd < 0); }
NewRef file_get_close_fd(Object* self) { return new_bool(as_file(self)->close_fd); }
NewRef file_get_mode(Object* self) { return str_from_utf8(mode_text(as_file(self))); }
NewRef file_get_block_size(Object* self) { return new_int(as_file(self)->block_size); }
Status file_set_block_size(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise(type_error_type, "can't delete numeric/char attribute");
    as_file(self)->block_size = static_cast<unsigned>(TRY(argument_int(value_or_null)));
    return done;
}

constexpr NativeDef file_methods[] = {
    {"read", file_read_method, "($self, size=-1, /)",
     "At most `size` octets by one system call; all without a size."},
    {"readall", file_readall, "($self, /)", "All octets up to the end of the file."},
    {"readinto", file_readinto, "($self, buffer, /)", "Reads octets into the buffer; how many."},
    {"write", file_write_method, "($self, b, /)", "Writes octets by one system call; how many were written."},
    {"seek", file_seek_method, "($self, pos, whence=0, /)",
     "Moves to a position counted from start, here or end."},
    {"tell", file_tell, "($self, /)", "The position in the file."},
    {"truncate", file_truncate, "($self, size=None, /)",
     "Changes the file's size, by default to the position."},
    {"close", file_close, "($self, /)", "Closes the descriptor, unless it belongs to somebody else."},
    {"seekable", file_seekable, "($self, /)", "Whether positions can be set."},
    {"readable", file_readable, "($self, /)", "Whether the file was opened for reading."},
    {"writable", file_writable, "($self, /)", "Whether the file was opened for writing."},
    {"fileno", file_fileno, "($self, /)", "The file descriptor."},
    {"isatty", file_isatty, "($self, /)", "Whether the descriptor is a terminal's."},
    {"_dealloc_warn", file_dealloc_warn, "-($self, source, /)", nullptr},
};

constexpr GetSetDef file_getset[] = {
    {"_blksize", file_get_block_size, file_set_block_size, nullptr},
    {"_finalizing", stream_get_finalizing, stream_set_finalizing, nullptr},
    {"closed", file_get_closed, nullptr, "True if the file is closed"},
    {"closefd", file_get_close_fd, nullptr, "Whether close() closes the descriptor too."},
    {"mode", file_get_mode, nullptr, "How the file was opened, as in open()."},
};

const TypeSpec file_spec = {
    .name = "_io.FileIO",
    .basic_size = sizeof(FileIO),
    .flags = type_flag::base_type | type_flag::collected,
    .base = &raw_io_base_type,
    .doc = "A file as a raw stream: octets straight from and to a file descriptor.",
    .slots = {.new_ = file_new,
              .init = file_init,
              .dealloc = file_dealloc,
              .repr = file_repr,
              .get_attribute = generic_get_attribute},
    .methods = file_methods,
    .getset = file_getset,
    .signature = "(file, mode='r', closefd=True, opener=None)",
};

}  // namespace

Type file_io_type(file_spec);

}  // namespace minipy
