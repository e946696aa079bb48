// mmap: a piece of a file, or of memory of its own, as a mutable sequence of octets and as a file.
//
// The object owns the mapping and a duplicate of the file's descriptor. Invariant: while `exports` is not zero
// somebody looks at the memory through the buffer protocol, and the mapping must stay as it is. Code that ran
// in between (an `__index__`) may have closed the map: memory is looked at only after `check_open`.
//
// CPython: Modules/mmapmodule.c
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "modules/blocking.h"
#include "modules/buffer_argument.h"
#include "modules/constants.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/slice.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

enum Access : int { access_default, access_read, access_write, access_copy };

struct Map : Object {
    char* data;  // null once closed
    Size size;
    Size position;
    off_t offset;
    Size exports;
    int file;
    int flags;
    int protection;
    Access access;
    Object* weak_references;

    std::string_view view() const noexcept { return {data, static_cast<std::size_t>(size)}; }
    std::string_view rest() const noexcept {
        return view().substr(static_cast<std::size_t>(std::min(position, size)));
    }
};

Map* as_map(Object* self) noexcept { return static_cast<Map*>(self); }

Status check_open(Object* self) {
    if (as_map(self)->data) return done;
    return raise(value_error_type, "mmap closed or invalid");
}

Status check_writable(Object* self) {
    TRY(check_open(self));
    if (as_map(self)->access != access_read) return done;
    return raise(type_error_type, "mmap can't modify a readonly memory map.");
}

Status check_resizable(Object* self) {
    if (as_map(self)->exports > 0)
        return raise(buffer_error_type, "mmap can't resize with extant buffers exported.");
    if (as_map(self)->access == access_write || as_map(self)->access == access_default) return done;
    return raise(type_error_type, "mmap can't resize a readonly or copy-on-write memory map.");
}

void unmap(Map* map) noexcept {
    if (map->data) ::munmap(map->data, static_cast<std::size_t>(map->size));
    if (map->file >= 0) ::close(map->file);
    map->data = nullptr;
    map->file = -1;
}

// --- making one

/// A size or an offset: not negative.
Result<Size> extent_argument(Object* value, const char* what) {
    if (!has_index(value))
        return raise(type_error_type,
                     fmt::format("'{}' object cannot be interpreted as an integer", value->type->name));
    const Size size = TRY(argument_size(value));
    if (size < 0) return raise(overflow_error_type, fmt::format("memory mapped {} must be positive", what));
    return size;
}

/// What the program asks for.
struct Wanted {
    int file;
    Size size;
    Size offset = 0;
    int flags = MAP_SHARED;
    int protection = PROT_READ | PROT_WRITE;
    Access access = access_default;

    Status read(std::span<Object* const> bound) {
        file = TRY(argument_int(bound[0]));
        size = TRY(extent_argument(bound[1], "length"));
        if (bound[2]) flags = TRY(argument_int(bound[2]));
        if (bound[3]) protection = TRY(argument_int(bound[3]));
        const int given = bound[4] ? TRY(argument_int(bound[4])) : int{access_default};
        if (bound[5]) offset = TRY(extent_argument(bound[5], "offset"));
        TRY(audit("mmap.__new__", file, size, given, offset));
        return apply_access(given);
    }

    /// Brings the size to what the file has; ValueError if it has less.
    Status fit_to_file() {
        struct stat status;
        if (file == -1 || ::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) return done;
        if (size == 0) {
            if (status.st_size == 0) return raise(value_error_type, "cannot mmap an empty file");
            if (offset >= status.st_size)
                return raise(value_error_type, "mmap offset is greater than file size");
            size = status.st_size - offset;
        } else if (offset > status.st_size || status.st_size - offset < size) {
            return raise(value_error_type, "mmap length is greater than file size");
        }
        return done;
    }

  private:
    Status apply_access(int given) {
        if (given == access_default) {
            const bool reads = (protection & PROT_READ) != 0, writes = (protection & PROT_WRITE) != 0;
            access = reads && writes ? access_default : writes ? access_write : access_read;
            return done;
        }
        if (flags != MAP_SHARED || protection != (PROT_READ | PROT_WRITE))
            return raise(value_error_type, "mmap can't specify both access and flags, prot.");
        if (given < access_read || given > access_copy)
            return raise(value_error_type, "mmap invalid access parameter.");
        access = static_cast<Access>(given);
        if (access == access_read) protection = PROT_READ;
        if (access == access_copy) flags = MAP_PRIVATE;
        return done;
    }
};

NewRef map_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"fileno", "length", "flags", "prot", "access", "offset"};
    Object* bound[6];
    TRY(bind_arguments("", names, arguments, keywords_or_null, bound, 2));
    Wanted wanted;
    TRY(wanted.read(bound));
    TRY(wanted.fit_to_file());
    Ref<Object> made = Ref<Object>::steal(allocate_instance(type));
    Map* map = as_map(made.get());
    map->file = -1;
    if (wanted.file == -1) {
        wanted.flags |= MAP_ANONYMOUS;
    } else {
        map->file = ::fcntl(wanted.file, F_DUPFD_CLOEXEC, 0);
        if (map->file < 0) return raise_errno();
    }
    void* memory = blocking([&] {
        return ::mmap(nullptr, static_cast<std::size_t>(wanted.size), wanted.protection, wanted.flags,
                      wanted.file, wanted.offset);
    });
    if (memory == MAP_FAILED) return raise_errno();
    map->data = static_cast<char*>(memory);
    map->size = wanted.size;
    map->offset = wanted.offset;
    map->flags = wanted.flags;
    map->protection = wanted.protection;
    map->access = wanted.access;
    return made;
}

void map_dealloc(Object* self) noexcept {
    clear_weak_references(self);
    unmap(as_map(self));
    free_object(self);
}

// --- as a sequence

Result<Size> map_length(Object* self) {
    TRY(check_open(self));
    return as_map(self)->size;
}

/// The place that an index means.
Result<Size> place_of(Object* self, Object* index) {
    Size place = TRY(index_size(index));
    TRY(check_open(self));
    if (place < 0) place += as_map(self)->size;
    if (place < 0 || place >= as_map(self)->size) return raise(index_error_type, "mmap index out of range");
    return place;
}

/// The places that a slice means.
Result<SliceRange> range_of(Object* self, Object* slice) {
    const SliceRange bounds = TRY(slice_unpack(static_cast<Slice*>(slice)));
    TRY(check_open(self));
    return slice_adjust(bounds, as_map(self)->size);
}

NewRef map_get_item(Object* self, Object* key) {
    TRY(check_open(self));
    if (has_index(key))
        return new_int(static_cast<unsigned char>(as_map(self)->data[TRY(place_of(self, key))]));
    if (key->type != &slice_type) return raise(type_error_type, "mmap indices must be integers");
    const SliceRange range = TRY(range_of(self, key));
    const char* data = as_map(self)->data;
    if (range.step == 1) return new_bytes({data + range.start, static_cast<std::size_t>(range.count)});
    Ref<Bytes> picked = TRY(new_bytes_uninitialized(range.count));
    for (Size i = 0; i < range.count; ++i) picked->data()[i] = data[range.start + i * range.step];
    return picked;
}

Status set_slice(Object* self, Object* slice, Object* value_or_null) {
    TRY(range_of(self, slice));
    if (!value_or_null) return raise(type_error_type, "mmap object doesn't support slice deletion");
    HeldBuffer octets;
    TRY(get_buffer(value_or_null, octets, buffer_flag::simple));
    const SliceRange range = TRY(range_of(self, slice));
    if (octets.size != range.count) return raise(index_error_type, "mmap slice assignment is wrong size");
    TRY(check_writable(self));
    char* data = as_map(self)->data;
    if (range.step == 1) {
        std::memmove(data + range.start, octets.data, static_cast<std::size_t>(range.count));
        return done;
    }
    for (Size i = 0; i < range.count; ++i) data[range.start + i * range.step] = octets.data[i];
    return done;
}

Status map_set_item(Object* self, Object* key, Object* value_or_null) {
    TRY(check_writable(self));
    if (key->type == &slice_type) return set_slice(self, key, value_or_null);
    if (!has_index(key)) return raise(type_error_type, "mmap indices must be integer");
    TRY(place_of(self, key));
    if (!value_or_null) return raise(type_error_type, "mmap doesn't support item deletion");
    if (!has_index(value_or_null)) return raise(type_error_type, "mmap item value must be an int");
    const Size value = TRY(index_size(value_or_null, &type_error_type));
    if (value < 0 || value > 255) return raise(value_error_type, "mmap item value must be in range(0, 256)");
    const Size place = TRY(place_of(self, key));
    as_map(self)->data[place] = static_cast<char>(value);
    return done;
}

NewRef map_item(Object* self, Size index) {
    TRY(check_open(self));
    if (index < 0 || index >= as_map(self)->size) return raise(index_error_type, "mmap index out of range");
    return new_bytes({as_map(self)->data + index, 1});
}

/// Where the octets are found, -1 if nowhere.
NewRef search(Object* self, Object* const* arguments, bool last) {
    TRY(check_open(self));
    HeldBuffer wanted;
    TRY(get_buffer(arguments[0], wanted, buffer_flag::simple));
    Size start = arguments[1] ? TRY(argument_size(arguments[1])) : last ? 0 : as_map(self)->position;
    Size end = arguments[2] ? TRY(argument_size(arguments[2])) : as_map(self)->size;
    if (last && !arguments[1]) start = as_map(self)->position;
    TRY(check_open(self));
    const Size size = as_map(self)->size;
    const auto clip = [size](Size bound) {
        return std::clamp<Size>(bound < 0 ? bound + size : bound, 0, size);
    };
    start = clip(start);
    end = std::max(clip(end), start);
    const std::string_view range =
        as_map(self)->view().substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
    const std::size_t found = last ? range.rfind(wanted.view()) : range.find(wanted.view());
    return new_int(found == range.npos ? -1 : start + static_cast<Size>(found));
}

NewRef map_find(Object* self, Object* const* arguments) { return search(self, arguments, false); }
NewRef map_rfind(Object* self, Object* const* arguments) { return search(self, arguments, true); }

NewRef map_move(Object* self, Object* const* arguments) {
    const Size to = TRY(argument_size(arguments[0])), from = TRY(argument_size(arguments[1]));
    const Size count = TRY(argument_size(arguments[2]));
    TRY(check_writable(self));
    const Size size = as_map(self)->size;
    if (to < 0 || from < 0 || count < 0 || size - to < count || size - from < count)
        return raise(value_error_type, "source, destination, or count out of range");
    char* data = as_map(self)->data;
    std::memmove(data + to, data + from, static_cast<std::size_t>(count));
    return new_none();
}

// --- as a file

NewRef take(Map* map, Size count) {
    const std::string_view octets = map->rest().substr(0, static_cast<std::size_t>(count));
    map->position += static_cast<Size>(octets.size());
    return new_bytes(octets);
}

NewRef map_read(Object* self, Object* const* arguments) {
    Size count = -1;
    TRY(check_open(self));
    if (!is_none(arguments[0])) {
        if (!has_index(arguments[0]))
            return raise(type_error_type,
                         fmt::format("argument should be integer or None, not '{}'", arguments[0]->type->name));
        count = TRY(index_size(arguments[0], &overflow_error_type));
        TRY(check_open(self));
    }
    return take(as_map(self), count < 0 ? PTRDIFF_MAX : count);
}

NewRef map_readline(Object* self, Object* const*) {
    TRY(check_open(self));
    const std::size_t newline = as_map(self)->rest().find('\n');
    return take(as_map(self), newline == std::string_view::npos ? PTRDIFF_MAX : static_cast<Size>(newline) + 1);
}

NewRef map_read_byte(Object* self, Object* const*) {
    TRY(check_open(self));
    Map* map = as_map(self);
    if (map->position >= map->size) return raise(value_error_type, "read byte out of range");
    return new_int(static_cast<unsigned char>(map->data[map->position++]));
}

NewRef map_write(Object* self, Object* const* arguments) {
    HeldBuffer octets;
    TRY(get_buffer(arguments[0], octets, buffer_flag::simple));
    TRY(check_writable(self));
    Map* map = as_map(self);
    if (map->position > map->size || map->size - map->position < octets.size)
        return raise(value_error_type, "data out of range");
    std::memmove(map->data + map->position, octets.data, static_cast<std::size_t>(octets.size));
    map->position += octets.size;
    return new_int(octets.size);
}

NewRef map_write_byte(Object* self, Object* const* arguments) {
    const Size value = TRY(argument_size(arguments[0]));
    if (value < 0) return raise(overflow_error_type, "unsigned byte integer is less than minimum");
    if (value > 255) return raise(overflow_error_type, "unsigned byte integer is greater than maximum");
    TRY(check_writable(self));
    Map* map = as_map(self);
    if (map->position >= map->size) return raise(value_error_type, "write byte out of range");
    map->data[map->position++] = static_cast<char>(value);
    return new_none();
}

NewRef map_seek(Object* self, Object* const* arguments) {
    const Size distance = TRY(argument_size(arguments[0]));
    const int whence = arguments[1] ? TRY(argument_int(arguments[1])) : SEEK_SET;
    TRY(check_open(self));
    Map* map = as_map(self);
    if (whence < SEEK_SET || whence > SEEK_END) return raise(value_error_type, "unknown seek type");
    const Size from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? map->position : map->size;
    Size place;
    if (__builtin_add_overflow(from, distance, &place) || place < 0 || place > map->size)
        return raise(value_error_type, "seek out of range");
    map->position = place;
    return new_none();
}

NewRef map_tell(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_int(as_map(self)->position);
}

NewRef map_size(Object* self, Object* const*) {
    TRY(check_open(self));
    struct stat status;
    if (::fstat(as_map(self)->file, &status) != 0) return raise_errno();
    return new_int(status.st_size);
}

NewRef map_flush(Object* self, Object* const* arguments) {
    const Size offset = arguments[0] ? TRY(argument_size(arguments[0])) : 0;
    TRY(check_open(self));
    Map* map = as_map(self);
    const Size size = arguments[1] ? TRY(argument_size(arguments[1])) : map->size;
    if (offset < 0 || size < 0 || map->size - offset < size)
        return raise(value_error_type, "flush values out of range");
    if (map->access == access_read || map->access == access_copy) return new_none();
    if (::msync(map->data + offset, static_cast<std::size_t>(size), MS_SYNC) == -1) return raise_errno();
    return new_none();
}

NewRef map_resize(Object* self, Object* const* arguments) {
    const Size size = TRY(argument_size(arguments[0]));
    TRY(check_open(self));
    TRY(check_resizable(self));
    Map* map = as_map(self);
    if (size < 0 || PTRDIFF_MAX - size < map->offset) return raise(value_error_type, "new size out of range");
    if (map->file != -1 && ::ftruncate(map->file, map->offset + size) == -1) return raise_errno();
    void* moved = ::mremap(map->data, static_cast<std::size_t>(map->size), static_cast<std::size_t>(size),
                           MREMAP_MAYMOVE);
    if (moved == MAP_FAILED) return raise_errno();
    map->data = static_cast<char*>(moved);
    map->size = size;
    return new_none();
}

NewRef map_madvise(Object* self, Object* const* arguments) {
    const int advice = TRY(argument_int(arguments[0]));
    const Size start = arguments[1] ? TRY(argument_size(arguments[1])) : 0;
    TRY(check_open(self));
    Map* map = as_map(self);
    Size size = arguments[2] ? TRY(argument_size(arguments[2])) : map->size;
    if (start < 0 || start >= map->size) return raise(value_error_type, "madvise start out of bounds");
    if (size < 0) return raise(value_error_type, "madvise length invalid");
    if (PTRDIFF_MAX - start < size) return raise(overflow_error_type, "madvise length too large");
    size = std::min(size, map->size - start);
    if (::madvise(map->data + start, static_cast<std::size_t>(size), advice) != 0) return raise_errno();
    return new_none();
}

NewRef map_close(Object* self, Object* const*) {
    if (as_map(self)->exports > 0) return raise(buffer_error_type, "cannot close exported pointers exist");
    unmap(as_map(self));
    return new_none();
}

NewRef map_enter(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_ref(self);
}

NewRef map_exit(Object* self, Object* const*) { return map_close(self, nullptr); }

NewRef map_closed(Object* self) { return new_bool(as_map(self)->data == nullptr); }

NewRef map_repr(Object* self) {
    static constexpr const char* access_names[] = {"ACCESS_DEFAULT", "ACCESS_READ", "ACCESS_WRITE",
                                                   "ACCESS_COPY"};
    const Map* map = as_map(self);
    if (!map->data) return str_from_utf8(fmt::format("<{} closed=True>", self->type->name));
    return str_from_utf8(fmt::format("<{} closed=False, access={}, length={}, pos={}, offset={}>",
                                     self->type->name, access_names[map->access], map->size, map->position,
                                     map->offset));
}

// --- as a buffer

Status map_get_buffer(Object* self, BufferView* view, int flags) {
    TRY(check_open(self));
    Map* map = as_map(self);
    if ((flags & buffer_flag::writable) && map->access == access_read)
        return raise(buffer_error_type, "Object is not writable.");
    view->data = map->data;
    view->object = share(self).release();
    view->size = map->size;
    view->read_only = map->access == access_read;
    ++map->exports;
    return done;
}

void map_release_buffer(Object* self, BufferView*) { --as_map(self)->exports; }

constexpr NativeDef map_methods[] = {
    {"close", map_close, "-($self)", "Gives the memory and the file back."},
    {"find", map_find, "-($self, sub, start=<absent>, end=<absent>, /)",
     "First place of the octets from start (the position if it is left out) on, or -1."},
    {"rfind", map_rfind, "-($self, sub, start=<absent>, end=<absent>, /)", "Last place of the octets, or -1."},
    {"flush", map_flush, "-($self, offset=<absent>, size=<absent>, /)",
     "Writes what has been changed to the file."},
    {"madvise", map_madvise, "-($self, option, start=<absent>, length=<absent>, /)",
     "Tells the system how the memory is going to be used."},
    {"move", map_move, "-($self, dest, src, count, /)", "Copies count octets from src to dest."},
    {"read", map_read, "-($self, n=None, /)", "Up to n octets from the position on; all without n."},
    {"read_byte", map_read_byte, "-($self)", "The octet at the position as an int."},
    {"readline", map_readline, "-($self)", "The octets up to the next newline, which is included."},
    {"resize", map_resize, "-($self, newsize, /)", "Changes the size of the map, and of the file under it."},
    {"seek", map_seek, "-($self, pos, whence=<absent>, /)", "Moves the position."},
    {"size", map_size, "-($self)", "The size of the file."},
    {"tell", map_tell, "-($self)", "The position."},
    {"write", map_write, "-($self, bytes, /)", "Writes the octets at the position; returns how many."},
    {"write_byte", map_write_byte, "-($self, byte, /)", "Writes an int as an octet at the position."},
    {"__enter__", map_enter, "-($self)", nullptr},
    {"__exit__", map_exit, "-($self, *args)", nullptr},
};
constexpr GetSetDef map_getset[] = {{"closed", map_closed, nullptr, nullptr}};

const TypeSpec map_spec = {
    .name = "mmap.mmap",
    .basic_size = sizeof(Map),
    .flags = type_flag::base_type | type_flag::immutable,
    .doc =
        "mmap(fileno, length[, flags[, prot[, access[, offset]]]])\n\nMaps length octets of the file from "
        "offset "
        "on; all of it if length is 0. A fileno of -1 maps memory that belongs to no file. access takes the "
        "place "
        "of flags and prot.",
    .slots = {.new_ = map_new,
              .dealloc = map_dealloc,
              .repr = map_repr,
              .length = map_length,
              .get_item = map_get_item,
              .set_item = map_set_item,
              .item = map_item,
              .get_buffer = map_get_buffer,
              .release_buffer = map_release_buffer},
    .methods = map_methods,
    .getset = map_getset,
    .weakrefs_offset = offsetof(Map, weak_references),
};

Type map_type(map_spec);

constexpr IntConstant constants[] = {
#define CONSTANT(name) {#name, name},
    CONSTANT(PROT_EXEC) CONSTANT(PROT_READ) CONSTANT(PROT_WRITE) CONSTANT(MAP_SHARED) CONSTANT(MAP_PRIVATE)
        CONSTANT(MAP_DENYWRITE) CONSTANT(MAP_EXECUTABLE) CONSTANT(MAP_ANON) CONSTANT(MAP_ANONYMOUS)
            CONSTANT(MAP_POPULATE) CONSTANT(MAP_STACK) CONSTANT(MADV_NORMAL) CONSTANT(MADV_RANDOM)
                CONSTANT(MADV_SEQUENTIAL) CONSTANT(MADV_WILLNEED) CONSTANT(MADV_DONTNEED) CONSTANT(MADV_REMOVE)
                    CONSTANT(MADV_DONTFORK) CONSTANT(MADV_DOFORK) CONSTANT(MADV_HWPOISON)
                        CONSTANT(MADV_MERGEABLE) CONSTANT(MADV_UNMERGEABLE) CONSTANT(MADV_HUGEPAGE)
                            CONSTANT(MADV_NOHUGEPAGE) CONSTANT(MADV_DONTDUMP) CONSTANT(MADV_DODUMP)
                                CONSTANT(MADV_FREE)
#undef CONSTANT
                                    {"ACCESS_DEFAULT", access_default},
    {"ACCESS_READ", access_read},
    {"ACCESS_WRITE", access_write},
    {"ACCESS_COPY", access_copy},
};

Status mmap_fill(Module* module) {
    const Size page = ::sysconf(_SC_PAGESIZE);
    TRY(module_set(module, "error", &os_error_type));
    TRY(module_add_type(module, map_type));
    TRY(module_set_constants(module, constants));
    TRY(module_set(module, "PAGESIZE", new_int(page).get()));
    return module_set(module, "ALLOCATIONGRANULARITY", new_int(page).get());
}

const ModuleSpec mmap_spec = {"mmap", nullptr, {}, mmap_fill};

}  // namespace

Ref<Module> make_mmap_module() { return new_native_module(mmap_spec); }

}  // namespace minipy
