// The module `posix`: moving data between files and memory, several buffers at once or without copying; locks
// on parts of files; files that exist in memory only.
//
// CPython: Modules/posixmodule.c
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

#include <memory>
#include <vector>

#include "modules/posix/posix.h"
#include "objects/audit.h"
#include "objects/buffer.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/int_large.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

/// The buffers of a sequence, held as long as this lives.
class BufferArray {
  public:
    ~BufferArray() {
        for (BufferView& view : views_) release_buffer(view);
    }
    BufferArray() = default;
    BufferArray(const BufferArray&) = delete;

    Status acquire(Object* sequence, const char* function, int flags) {
        if (!is_sequence(sequence))
            return raise(type_error_type, fmt::format("{}() arg 2 must be a sequence", function));
        items_ = TRY(sequence_to_tuple(sequence));
        views_.reserve(static_cast<std::size_t>(items_->size));
        for (Object* item : items_->span()) {
            BufferView view;
            TRY(get_buffer(item, view, flags));
            views_.push_back(view);
            parts_.push_back({view.data, static_cast<std::size_t>(view.size)});
        }
        return done;
    }
    const iovec* parts() const noexcept { return parts_.data(); }
    int count() const noexcept { return static_cast<int>(parts_.size()); }

  private:
    Ref<Tuple> items_;
    std::vector<BufferView> views_;
    std::vector<iovec> parts_;
};

/// readv, writev, preadv, pwritev: how many octets were moved.
template <class Call>
NewRef move_buffers(Object* const* arguments, const char* function, bool reads, Call call) {
    const int file = TRY(argument_int(arguments[0]));
    BufferArray buffers;
    TRY(buffers.acquire(arguments[1], function, reads ? buffer_flag::writable : buffer_flag::simple));
    return new_int(TRY(retried([&] { return call(file, buffers.parts(), buffers.count()); })));
}

NewRef posix_readv(Object*, Object* const* arguments) {
    return move_buffers(arguments, "readv", true, ::readv);
}
NewRef posix_writev(Object*, Object* const* arguments) {
    return move_buffers(arguments, "writev", false, ::writev);
}

template <auto function, bool reads>
NewRef move_at(Object*, Object* const* arguments) {
    const Size offset = TRY(argument_size(arguments[2]));
    const int flags = TRY(argument_int(arguments[3]));
    return move_buffers(
        arguments, reads ? "preadv" : "pwritev", reads,
        [=](int file, const iovec* parts, int count) { return function(file, parts, count, offset, flags); });
}

// --- between files

NewRef posix_sendfile(Object*, Object* const* arguments) {
    const int out = TRY(argument_int(arguments[0])), in = TRY(argument_int(arguments[1]));
    const Size count = TRY(argument_size(arguments[3]));
    if (is_none(arguments[2]))
        return new_int(
            TRY(retried([=] { return ::sendfile(out, in, nullptr, static_cast<std::size_t>(count)); })));
    off_t offset = TRY(argument_size(arguments[2]));
    return new_int(TRY(retried([&] { return ::sendfile(out, in, &offset, static_cast<std::size_t>(count)); })));
}

/// copy_file_range and splice: two files, each with an offset or at its own position.
template <class Call>
NewRef copy_between(Object* const* arguments, Call call) {
    const int from = TRY(argument_int(arguments[0])), to = TRY(argument_int(arguments[1]));
    const Size count = TRY(argument_size(arguments[2]));
    if (count < 0) return raise(value_error_type, "negative value for 'count' not allowed");
    off_t offsets[2] = {};
    off_t* places[2] = {};
    for (int i = 0; i < 2; ++i) {
        if (is_none(arguments[3 + i])) continue;
        offsets[i] = TRY(argument_size(arguments[3 + i]));
        places[i] = &offsets[i];
    }
    return new_int(
        TRY(retried([&] { return call(from, places[0], to, places[1], static_cast<std::size_t>(count)); })));
}

NewRef posix_copy_file_range(Object*, Object* const* arguments) {
    return copy_between(arguments, [](int from, off_t* from_place, int to, off_t* to_place, std::size_t count) {
        return ::copy_file_range(from, from_place, to, to_place, count, 0);
    });
}

NewRef posix_splice(Object*, Object* const* arguments) {
    const auto flags = static_cast<unsigned>(TRY(argument_int(arguments[5])));
    return copy_between(arguments,
                        [flags](int from, off_t* from_place, int to, off_t* to_place, std::size_t count) {
                            return ::splice(from, from_place, to, to_place, count, flags);
                        });
}

// --- parts of files

NewRef posix_lockf(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0])), command = TRY(argument_int(arguments[1]));
    const Size length = TRY(argument_size(arguments[2]));
    TRY(audit("os.lockf", file, command, length));
    return none_or_error(::lockf(file, command, length));
}

/// Calls that give the error itself instead of setting `errno`.
NewRef none_or_number(int error) {
    if (error) return raise_os_error(error);
    return new_none();
}

NewRef posix_fadvise_range(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    const Size offset = TRY(argument_size(arguments[1])), length = TRY(argument_size(arguments[2]));
    return none_or_number(::posix_fadvise(file, offset, length, TRY(argument_int(arguments[3]))));
}

NewRef posix_fallocate_range(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    const Size offset = TRY(argument_size(arguments[1]));
    return none_or_number(::posix_fallocate(file, offset, TRY(argument_size(arguments[2]))));
}

NewRef posix_sync(Object*, Object* const*) {
    ::sync();
    return new_none();
}

// --- files in memory

NewRef posix_memfd_create(Object*, Object* const* arguments) {
    Ref<Object> given = TRY(fspath(arguments[0]));
    PathArgument label;
    TRY(label.acquire(given.get(), "memfd_create", "name"));
    const int flags = arguments[1] ? TRY(argument_int(arguments[1])) : static_cast<int>(MFD_CLOEXEC);
    return new_int(TRY(retried([&] { return ::memfd_create(label.text(), static_cast<unsigned>(flags)); })));
}

NewRef posix_eventfd(Object*, Object* const* arguments) {
    const Size initial = TRY(argument_size(arguments[0]));
    if (initial < 0 || initial > UINT32_MAX)
        return raise(overflow_error_type, initial < 0 ? "can't convert negative value to unsigned int"
                                                      : "Python int too large to convert to C unsigned int");
    const int flags = arguments[1] ? TRY(argument_int(arguments[1])) : static_cast<int>(EFD_CLOEXEC);
    return new_int(TRY(retried([=] { return ::eventfd(static_cast<unsigned>(initial), flags); })));
}

NewRef posix_eventfd_read(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    eventfd_t value = 0;
    TRY(retried([&] { return ::eventfd_read(file, &value); }));
    return new_int_unsigned(value);
}

NewRef posix_eventfd_write(Object*, Object* const* arguments) {
    const int file = TRY(argument_int(arguments[0]));
    if (!is_int(arguments[1])) return raise(type_error_type, "an integer is required");
    const Int* given = as_int(arguments[1]);
    if (given->is_negative()) return raise(value_error_type, "value must be positive");
    const IntParts parts(given);
    if (parts.size() > 1) return raise(overflow_error_type, "int too big to convert");
    const eventfd_t value = given->is_zero() ? 0 : parts.limbs()[0];
    TRY(retried([=] { return ::eventfd_write(file, value); }));
    return new_none();
}

constexpr NativeDef functions[] = {
    {"readv", posix_readv, "($module, fd, buffers, /)", "Reads into several buffers."},
    {"writev", posix_writev, "($module, fd, buffers, /)", "Writes several buffers."},
    {"preadv", move_at<::preadv2, true>, "($module, fd, buffers, offset, flags=0, /)",
     "Reads into several buffers at a position."},
    {"pwritev", move_at<::pwritev2, false>, "($module, fd, buffers, offset, flags=0, /)",
     "Writes several buffers at a position."},
    {"sendfile", posix_sendfile, "($module, /, out_fd, in_fd, offset, count)", "Copies from file to file."},
    {"copy_file_range", posix_copy_file_range,
     "($module, /, src, dst, count, offset_src=None, offset_dst=None)", "Copies a part of a file."},
    {"splice", posix_splice, "($module, /, src, dst, count, offset_src=None, offset_dst=None, flags=0)",
     "Moves data between a pipe and a file."},
    {"lockf", posix_lockf, "($module, fd, command, length, /)", "Locks a part of a file."},
    {"posix_fadvise", posix_fadvise_range, "($module, fd, offset, length, advice, /)",
     "Tells how a part of a file will be used."},
    {"posix_fallocate", posix_fallocate_range, "($module, fd, offset, length, /)",
     "Makes room on the disk for a part of a file."},
    {"sync", posix_sync, "($module, /)", "Writes everything to the disks."},
    {"memfd_create", posix_memfd_create, "($module, /, name, flags=MFD_CLOEXEC)", "A file in memory."},
    {"eventfd", posix_eventfd, "($module, /, initval, flags=EFD_CLOEXEC)", "A counter that is a file."},
    {"eventfd_read", posix_eventfd_read, "($module, /, fd)", "Takes the value of such a counter."},
    {"eventfd_write", posix_eventfd_write, "($module, /, fd, value)", "Adds to such a counter."},
};

}  // namespace

std::span<const NativeDef> posix_transfer_functions() noexcept { return functions; }

}  // namespace minipy
