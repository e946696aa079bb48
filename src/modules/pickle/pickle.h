// _pickle: objects as streams of octets, and back. What its files share.
//
// A pickle is a program for a small stack machine: `Pickler` writes it, `Unpickler` runs it. The memo gives
// each object that may be met again a number. Invariant: a stream is a run of opcodes with their arguments,
// whatever the protocol; from protocol 4 on they stand in frames, which a reader can fetch at once.
//
// CPython: Modules/_pickle.c, Lib/pickle.py, Lib/pickletools.py
#pragma once

#include <string>
#include <vector>

#include "objects/buffer.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/type.h"

namespace minipy::pickle {

inline constexpr int highest_protocol = 5, default_protocol = 4;
/// How many items a list, dict or set gets in one go.
inline constexpr Size batch_size = 1000;
/// Frames end behind the first opcode past this size; larger octets stand outside of them.
inline constexpr Size frame_target = 64 * 1024, frame_head = 9, frame_least = 4;

namespace op {
inline constexpr char mark = '(', stop = '.', pop = '0', pop_mark = '1', dup = '2', real = 'F', integer = 'I',
                      bin_int = 'J', bin_int1 = 'K', big = 'L', bin_int2 = 'M', none = 'N', persistent = 'P',
                      bin_persistent = 'Q', reduce = 'R', string = 'S', bin_string = 'T',
                      short_bin_string = 'U', unicode = 'V', bin_unicode = 'X', append = 'a', build = 'b',
                      global = 'c', dict = 'd', empty_dict = '}', appends = 'e', get = 'g', bin_get = 'h',
                      inst = 'i', long_bin_get = 'j', list = 'l', empty_list = ']', obj = 'o', put = 'p',
                      bin_put = 'q', long_bin_put = 'r', set_item = 's', tuple = 't', empty_tuple = ')',
                      set_items = 'u', bin_float = 'G';
// protocol 2
inline constexpr char proto = '\x80', new_obj = '\x81', ext1 = '\x82', ext2 = '\x83', ext4 = '\x84',
                      tuple1 = '\x85', tuple2 = '\x86', tuple3 = '\x87', new_true = '\x88', new_false = '\x89',
                      long1 = '\x8a', long4 = '\x8b';
// protocol 3
inline constexpr char bin_bytes = 'B', short_bin_bytes = 'C';
// protocol 4
inline constexpr char short_bin_unicode = '\x8c', bin_unicode8 = '\x8d', bin_bytes8 = '\x8e',
                      empty_set = '\x8f', add_items = '\x90', frozen_set = '\x91', new_obj_ex = '\x92',
                      stack_global = '\x93', memoize = '\x94', frame = '\x95';
// protocol 5
inline constexpr char bytearray8 = '\x96', next_buffer = '\x97', readonly_buffer = '\x98';
}  // namespace op

/// What the library's Python modules say of types, extensions, and the names that things had in Python 2.
struct Tables {
    Dict* dispatch;  // copyreg
    Dict* extension_codes;
    Dict* extensions;
    Dict* extension_cache;
    Dict* names_from_2;  // _compat_pickle
    Dict* modules_from_2;
    Dict* names_to_2;
    Dict* modules_to_2;
};
extern Tables tables;
/// Looks the tables up in `copyreg` and `_compat_pickle`.
Status load_tables();

Type& pickle_error();
Type& pickling_error();
Type& unpickling_error();

extern Type pickler_type, unpickler_type, pickle_buffer_type, pickler_memo_type, unpickler_memo_type;

/// The objects that have been pickled, with their numbers. Owns them, so that no other can take their place.
class MemoTable {
  public:
    MemoTable() = default;
    MemoTable(const MemoTable&) = delete;
    MemoTable& operator=(const MemoTable&) = delete;
    ~MemoTable() { clear(); }

    struct Entry {
        Object* object;  // null: free
        Size number;
    };

    /// The number of the object, or -1.
    Size find(const Object* object) const noexcept;
    void add(Object* object, Size number);
    Size size() const noexcept { return used_; }
    void clear() noexcept;
    const std::vector<Entry>& entries() const noexcept { return entries_; }

  private:
    std::size_t slot_of(const Object* object) const noexcept;
    void grow();

    std::vector<Entry> entries_;  // a power of two of them, at most two thirds in use
    Size used_ = 0;
};

/// A callable that a subclass may provide as a method: the instance is not kept alive by itself.
struct Hook {
    Object* function = nullptr;
    bool bound = false;  // to be called with the instance first

    explicit operator bool() const noexcept { return function != nullptr; }
    /// Looks the attribute up; leaves the hook empty if there is none.
    Status find(Object* self, Str* attribute);
    NewRef call(Object* self, Object* argument) const;
    /// As a program sees it.
    NewRef value(Object* self) const;
    void set(Object* callable) noexcept;
    void drop() noexcept;
};

struct Pickler : Object {
    Object* write;  // null: the output stays in memory
    Hook persistent_id;
    Object* dispatch_table;
    Object* reducer_override;
    Object* buffer_callback;
    int protocol;
    int binary;
    int fast;
    int fast_nesting;
    bool fix_imports;
    bool framing;
    Size frame_start;  // of the open frame, -1 for none
    std::string output;
    MemoTable memo;
    std::vector<Object*> fast_path;  // in fast mode: the deep containers being pickled
};

inline Pickler* as_pickler(Object* self) noexcept { return static_cast<Pickler*>(self); }

/// Writes the whole stream of the object; what stays in memory is in `output`.
Status dump(Pickler* pickler, Object* object);
/// A new pickler with its options; `file` null: into memory.
Ref<Pickler> new_pickler(Type* type);
Status set_options(Pickler* pickler, Object* file_or_null, Object* protocol, Object* fix_imports,
                   Object* buffer_callback);

/// `sys.modules` and attributes: the module that the object is to be found in.
Ref<Object> module_of(Object* object, Object* dotted_name);
/// The attribute under a name with dots, and the object that it belongs to; empty with AttributeError.
Ref<Object> deep_attribute(Object* object, Str* dotted_name, Ref<Object>* parent = nullptr);

struct Unpickler : Object {
    Object* read;  // null: all input is there
    Object* readline;
    Object* peek;  // or null
    Hook persistent_load;
    Object* buffers;  // iterator, or null
    Object* data;     // bytes-like that the input lies in, or null
    std::string_view input;
    std::size_t at;
    bool peeked;  // the file has not been told that the input was taken
    int protocol;
    bool ready;
    bool running;
    bool fix_imports;
    bool as_bytes;  // encoding "bytes"
    std::string encoding, errors;
    std::vector<Object*> stack;
    std::vector<Size> marks;
    std::vector<Object*> memo;  // null: no object has the number
    Size memo_used;             // numbers given
};

inline Unpickler* as_unpickler(Object* self) noexcept { return static_cast<Unpickler*>(self); }

NewRef load(Unpickler* unpickler);
Ref<Unpickler> new_unpickler(Type* type);
/// `function` is what TypeErrors name.
Status set_options(Unpickler* unpickler, const char* function, Object* fix_imports, Object* encoding,
                   Object* errors, Object* buffers);
Status set_file(Unpickler* unpickler, Object* file);
void clear_unpickler_memo(Unpickler* unpickler) noexcept;
/// Gives the object the number. ValueError for a negative one.
Status remember(Unpickler* unpickler, Size number, Object* object);

/// `Unpickler.find_class`, without asking a subclass.
NewRef find_class(Unpickler* unpickler, Object* module_name, Object* global_name);

/// Reading: at least `count` octets at `input[at]`. UnpicklingError "pickle data was truncated".
Status need(Unpickler* unpickler, std::size_t count);
inline Result<std::string_view> read_octets(Unpickler* unpickler, std::size_t count) {
    if (unpickler->input.size() - unpickler->at < count) [[unlikely]]
        TRY(need(unpickler, count));
    const std::string_view octets(unpickler->input.data() + unpickler->at, count);
    unpickler->at += count;
    return octets;
}
/// A line without its newline.
Result<std::string_view> read_line(Unpickler* unpickler);
/// A line that must not be empty. UnpicklingError "pickle data was truncated".
Result<std::string_view> read_full_line(Unpickler* unpickler);
/// Tells the file how much of what was peeked at has been used.
Status settle(Unpickler* unpickler);

/// The attribute `memo` of both types.
NewRef get_pickler_memo(Object* self);
NewRef get_unpickler_memo(Object* self);
Status set_pickler_memo(Object* self, Object* value_or_null);
Status set_unpickler_memo(Object* self, Object* value_or_null);

/// The buffer under a PickleBuffer. ValueError if it has been released.
Result<const BufferView*> buffer_of(Object* pickle_buffer);

}  // namespace minipy::pickle
