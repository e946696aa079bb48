// Blob: one value in a table as a file of fixed size.
//
// A connection knows its open blobs and closes them when it is closed. Invariant: 0 <= offset <= size, and
// `size` stays what it was when the blob was opened.
//
// CPython: Modules/_sqlite/blob.c
#include <fmt/format.h>

#include <climits>

#include "modules/buffer_argument.h"
#include "modules/sqlite/sqlite.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slice.h"
#include "objects/text_argument.h"
#include "objects/weak_reference.h"

namespace minipy::sqlite {
namespace {

Blob* as_blob(Object* self) noexcept { return static_cast<Blob*>(self); }

void close_handle(sqlite3_blob* handle) {
    in_library([handle] { return sqlite3_blob_close(handle); });
}

/// Takes the blob off its connection's list and lets go of the handle.
void close(Blob* blob) noexcept {
    if (!blob->handle) return;
    Blob** place = &blob->connection->blobs;
    while (*place && *place != blob) place = &(*place)->next;
    if (*place) *place = blob->next;
    BlobHandle dropped = std::move(blob->handle);
    blob->handle.reset();
}

/// Work with an open blob.
class BlobUse {
  public:
    explicit BlobUse(Blob* blob) noexcept : blob_(share(blob)), use_(blob->connection) {}
    Status begin() {
        TRY(use_.begin());
        handle_ = blob_->handle;
        if (handle_) return done;
        return raise(ErrorClass::ProgrammingError, "Cannot operate on a closed blob.");
    }
    Status read(char* to, int size, int offset) {
        return check(in_library([&] { return sqlite3_blob_read(handle_.get(), to, size, offset); }));
    }
    Status write(const char* from, int size, int offset) {
        return check(in_library([&] { return sqlite3_blob_write(handle_.get(), from, size, offset); }));
    }

  private:
    Status check(int code) { return code == SQLITE_OK ? done : Status(raise_error(use_.database())); }

    Ref<Blob> blob_;
    Use use_;
    BlobHandle handle_;
};

Ref<Bytes> read_octets(BlobUse& use, int size, int offset) {
    Ref<Bytes> octets = TRY(new_bytes_uninitialized(size));
    if (size) TRY(use.read(octets->data(), size, offset));
    return octets;
}

NewRef blob_close(Object* self, Object* const*) {
    Use use(as_blob(self)->connection);
    TRY(use.begin());
    close(as_blob(self));
    return new_none();
}

NewRef blob_read(Object* self, Object* const* arguments) {
    Blob* blob = as_blob(self);
    const int wanted = TRY(argument_int(arguments[0]));
    BlobUse use(blob);
    TRY(use.begin());
    const int left = blob->size - blob->offset;
    Ref<Bytes> octets = TRY(read_octets(use, wanted < 0 || wanted > left ? left : wanted, blob->offset));
    blob->offset += static_cast<int>(octets->size);
    return octets;
}

NewRef blob_write(Object* self, Object* const* arguments) {
    Blob* blob = as_blob(self);
    HeldBuffer data;
    TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    BlobUse use(blob);
    TRY(use.begin());
    if (data.size > INT_MAX) return raise(overflow_error_type, "data longer than INT_MAX bytes");
    if (data.size > blob->size - blob->offset) return raise(value_error_type, "data longer than blob length");
    const int size = static_cast<int>(data.size);
    TRY(use.write(data.data, size, blob->offset));
    blob->offset += size;
    return new_none();
}

NewRef blob_seek(Object* self, Object* const* arguments) {
    Blob* blob = as_blob(self);
    const int offset = TRY(argument_int(arguments[0]));
    const int origin = TRY(argument_int(arguments[1]));
    BlobUse use(blob);
    TRY(use.begin());
    if (origin < 0 || origin > 2)
        return raise(value_error_type, "'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END");
    const std::int64_t base = origin == 0 ? 0 : origin == 1 ? blob->offset : blob->size;
    const std::int64_t target = base + offset;
    if (target > INT_MAX) return raise(overflow_error_type, "seek offset results in overflow");
    if (target < 0 || target > blob->size) return raise(value_error_type, "offset out of blob range");
    blob->offset = static_cast<int>(target);
    return new_none();
}

NewRef blob_tell(Object* self, Object* const*) {
    BlobUse use(as_blob(self));
    TRY(use.begin());
    return new_int(as_blob(self)->offset);
}

NewRef blob_enter(Object* self, Object* const*) {
    BlobUse use(as_blob(self));
    TRY(use.begin());
    return new_ref(self);
}

NewRef blob_exit(Object* self, Object* const*) {
    BlobUse use(as_blob(self));
    TRY(use.begin());
    close(as_blob(self));
    return new_bool(false);
}

Result<Size> blob_length(Object* self) {
    BlobUse use(as_blob(self));
    TRY(use.begin());
    return as_blob(self)->size;
}

// --- items

Result<int> item_index(const Blob* blob, Object* key) {
    const Size index = TRY(index_size(key));
    const Size place = index < 0 ? index + blob->size : index;
    if (place < 0 || place >= blob->size) return raise(index_error_type, "Blob index out of range");
    return static_cast<int>(place);
}

/// The stretch of the blob that holds all octets of a slice.
struct Extent {
    int start, size;
};

Extent extent_of(const SliceRange& range) noexcept {
    const Size last = range.start + (range.count - 1) * range.step;
    return {static_cast<int>(std::min(range.start, last)),
            static_cast<int>(std::max(range.start, last) - std::min(range.start, last) + 1)};
}

Ref<Bytes> read_slice(BlobUse& use, const SliceRange& range) {
    if (range.count <= 0) return new_bytes({});
    const Extent extent = extent_of(range);
    Ref<Bytes> stretch = TRY(read_octets(use, extent.size, extent.start));
    if (range.step == 1) return stretch;
    Ref<Bytes> octets = TRY(new_bytes_uninitialized(range.count));
    for (Size i = 0; i < range.count; ++i)
        octets->data()[i] = stretch->data()[range.start + i * range.step - extent.start];
    return octets;
}

Status write_slice(BlobUse& use, const SliceRange& range, std::string_view octets) {
    if (range.count <= 0) return done;
    const Extent extent = extent_of(range);
    if (range.step == 1) return use.write(octets.data(), extent.size, extent.start);
    Ref<Bytes> stretch = TRY(read_octets(use, extent.size, extent.start));
    std::string changed(stretch->view());
    for (Size i = 0; i < range.count; ++i)
        changed[static_cast<std::size_t>(range.start + i * range.step - extent.start)] =
            octets[static_cast<std::size_t>(i)];
    return use.write(changed.data(), extent.size, extent.start);
}

NewRef blob_get_item(Object* self, Object* key) {
    BlobUse use(as_blob(self));
    TRY(use.begin());
    if (has_index(key)) {
        char octet;
        TRY(use.read(&octet, 1, TRY(item_index(as_blob(self), key))));
        return new_int(static_cast<unsigned char>(octet));
    }
    if (!is_exactly(key, slice_type)) return raise(type_error_type, "Blob indices must be integers");
    return read_slice(use, TRY(slice_range(static_cast<Slice*>(key), as_blob(self)->size)));
}

Status set_octet(Blob* blob, BlobUse& use, Object* key, Object* value_or_null) {
    if (!value_or_null) return raise(type_error_type, "Blob doesn't support item deletion");
    if (!is_int(value_or_null))
        return raise(type_error_type,
                     fmt::format("'{}' object cannot be interpreted as an integer", value_or_null->type->name));
    const int index = TRY(item_index(blob, key));
    const Int* number = as_int(value_or_null);
    if (!number->is_small() || number->small < 0 || number->small > 255)
        return raise(value_error_type, "byte must be in range(0, 256)");
    const char octet = static_cast<char>(number->small);
    return use.write(&octet, 1, index);
}

Status set_slice(Blob* blob, BlobUse& use, const Slice* slice, Object* value_or_null) {
    if (!value_or_null) return raise(type_error_type, "Blob doesn't support slice deletion");
    const SliceRange range = TRY(slice_range(slice, blob->size));
    HeldBuffer octets;
    TRY(get_buffer(value_or_null, octets, buffer_flag::simple));
    if (octets.size != range.count) return raise(index_error_type, "Blob slice assignment is wrong size");
    return write_slice(use, range, octets.view());
}

Status blob_set_item(Object* self, Object* key, Object* value_or_null) {
    BlobUse use(as_blob(self));
    TRY(use.begin());
    if (has_index(key)) return set_octet(as_blob(self), use, key, value_or_null);
    if (is_exactly(key, slice_type))
        return set_slice(as_blob(self), use, static_cast<Slice*>(key), value_or_null);
    return raise(type_error_type, "Blob indices must be integers");
}

// A blob is read by index and slice but is no sequence.

NewRef blob_iter(Object*) { return raise(type_error_type, "'sqlite3.Blob' object is not iterable"); }
Result<bool> blob_contains(Object*, Object*) {
    return raise(type_error_type, "argument of type 'sqlite3.Blob' is not iterable");
}

int blob_traverse(Object* self, Visit visit, void* context) {
    Connection* connection = as_blob(self)->connection;
    return connection ? visit(connection, context) : 0;
}

void blob_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    close(as_blob(self));
    std::destroy_at(&as_blob(self)->handle);
    xdecref(as_blob(self)->connection);
    free_object(self);
}

constexpr NativeDef blob_methods[] = {
    {"close", blob_close, "($self, /)", "Closes the blob."},
    {"read", blob_read, "($self, length=-1, /)", "Reads octets from where the blob stands, all if negative."},
    {"write", blob_write, "($self, data, /)", "Writes octets to where the blob stands; its size stays."},
    {"seek", blob_seek, "($self, offset, origin=0, /)", "Moves to another place."},
    {"tell", blob_tell, "($self, /)", "Where the blob stands."},
    {"__enter__", blob_enter, "($self, /)", "The blob itself."},
    {"__exit__", blob_exit, "($self, type, val, tb, /)", "Closes the blob."},
};

}  // namespace

// The connection is let go of only with the blob itself: its list of blobs would hold on to a dead one.
const TypeSpec blob_spec = {
    .name = "sqlite3.Blob",
    .basic_size = sizeof(Blob),
    .flags = type_flag::collected | type_flag::immutable | type_flag::disallow_new,
    .slots = {.dealloc = blob_dealloc,
              .traverse = blob_traverse,
              .iter = blob_iter,
              .length = blob_length,
              .get_item = blob_get_item,
              .set_item = blob_set_item,
              .contains = blob_contains},
    .methods = blob_methods,
    .weakrefs_offset = offsetof(Blob, weakrefs),
};
Type blob_type(blob_spec);

void close_blobs(Connection* connection) noexcept {
    while (connection->blobs) close(connection->blobs);
}

NewRef open_blob(Connection* connection, Object* const* arguments) {
    const char* table = TRY(c_string_argument(arguments[0], "blobopen", "argument 1"));
    const char* column = TRY(c_string_argument(arguments[1], "blobopen", "argument 2"));
    const int row = TRY(argument_int(arguments[2]));
    const bool read_only = TRY(argument_int(arguments[3])) != 0;
    const char* database_name = TRY(c_string_argument(arguments[4], "blobopen", "argument 'name'"));
    Use use(connection);
    TRY(use.begin());
    sqlite3_blob* handle = nullptr;
    const int code = in_library([&] {
        return sqlite3_blob_open(use.database(), database_name, table, column, row, !read_only, &handle);
    });
    if (code == SQLITE_MISUSE) return raise(ErrorClass::InterfaceError, sqlite3_errstr(code));
    if (code != SQLITE_OK) return raise_error(use.database());
    auto made = Ref<Blob>::steal(static_cast<Blob*>(allocate_instance(&blob_type)));
    std::construct_at(&made->handle, handle, close_handle);
    made->connection = share(connection).release();
    made->size = sqlite3_blob_bytes(handle);
    made->next = std::exchange(connection->blobs, made.get());
    return Ref<Object>(std::move(made));
}

}  // namespace minipy::sqlite
