// What the compressors and decompressors of bz2, lzma and zlib have in common: moving octets through a stream
// that is fed pieces of input and given room for output.
//
// The three libraries have streams with the same four fields. Invariant: between two calls the stream points
// neither at input nor at output; what a decompressor of bz2 or lzma has not looked at is kept in `pending`.
//
// CPython: Modules/_bz2module.c, Modules/_lzmamodule.c, Include/internal/pycore_blocks_output_buffer.h
#pragma once

#include <algorithm>
#include <climits>
#include <cstdint>
#include <string>
#include <string_view>

#include "modules/buffer_argument.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/index.h"
#include "vm/gil.h"

namespace minipy {

/// What one step of a stream has come to.
enum class Progress { Going, Ended, Failed };

/// Octets on their way through a stream.
struct Transfer {
    std::string_view input;
    Size limit = PTRDIFF_MAX;  // of the output
    std::size_t chunk = 32 * 1024;  // how much room the next step gets
    std::string output = {};
    bool is_full = false;  // the last step had no room left: the stream may hold more

    /// Runs steps until the input is used up, the limit is reached, or the stream ends or fails.
    template <class Stream, class Step>
    Progress run(Stream& stream, Step step) {
        for (;;) {
            const Progress progress = run_once(stream, step);
            if (progress != Progress::Going) return progress;
            if (is_full) {
                if (static_cast<Size>(output.size()) == limit) return progress;
                chunk = std::min<std::size_t>(chunk * 2, std::size_t{1} << 26);
            } else if (input.empty()) {
                return progress;
            }
        }
    }

  private:
    template <class Stream, class Step>
    Progress run_once(Stream& stream, Step& step) {
        const std::size_t piece = std::min<std::size_t>(input.size(), UINT_MAX);
        const std::size_t old = output.size();
        const std::size_t room = std::min(chunk, static_cast<std::size_t>(limit) - old);
        output.resize(old + room);
        stream.next_in = reinterpret_cast<decltype(stream.next_in)>(const_cast<char*>(input.data()));
        stream.avail_in = static_cast<decltype(stream.avail_in)>(piece);
        stream.next_out = reinterpret_cast<decltype(stream.next_out)>(output.data() + old);
        stream.avail_out = static_cast<decltype(stream.avail_out)>(room);
        const Progress progress = step(stream);
        input.remove_prefix(piece - stream.avail_in);
        is_full = stream.avail_out == 0;
        output.resize(old + room - stream.avail_out);
        return progress;
    }
};

/// Keeps two threads from stepping one stream, which happens without the GIL. A thread that is inside already
/// passes; only the outermost lock is left again.
class StreamLock {
  public:
    explicit StreamLock(OperationLock& lock) noexcept : lock_(lock), entered_(lock.enter()) {}
    ~StreamLock() {
        if (entered_) lock_.leave();
    }
    StreamLock(const StreamLock&) = delete;
    StreamLock& operator=(const StreamLock&) = delete;

  private:
    OperationLock& lock_;
    const bool entered_;
};

template <class Stream>
struct CompressorObject : Object {
    Stream stream;  // all zero: not begun
    OperationLock lock;
    bool flushed;
};

/// The method `compress(data)`. `compress(compressor, input, action)` of the library steps the stream.
template <class C, auto take_more>
NewRef compressor_compress(Object* self, Object* const* arguments) {
    C* compressor = static_cast<C*>(self);
    HeldBuffer data;
    TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    StreamLock lock(compressor->lock);
    if (compressor->flushed) return raise(value_error_type, "Compressor has been flushed");
    return compress(compressor, data.view(), take_more);
}

/// The method `flush()`.
template <class C, auto finish>
NewRef compressor_flush(Object* self, Object* const*) {
    C* compressor = static_cast<C*>(self);
    StreamLock lock(compressor->lock);
    if (compressor->flushed) return raise(value_error_type, "Repeated call to flush()");
    compressor->flushed = true;
    return compress(compressor, std::string_view(), finish);
}

/// The rows of both methods.
template <class C, auto take_more, auto finish>
inline constexpr NativeDef compressor_methods[] = {
    {"compress", compressor_compress<C, take_more>, "($self, data, /)",
     "Takes more data; gives what is ready of the result, which may be empty."},
    {"flush", compressor_flush<C, finish>, "($self, /)", "Ends the stream and gives the rest of the result."},
};

/// The part of a decompressor that Python sees, and its input that waits for room for output.
struct DecompressorObject : Object {
    OperationLock lock;
    bool eof;
    bool needs_input;
    Object* unused_data;
    std::string pending;
    std::size_t taken;  // how much of it has been looked at: it is not moved up with every call
};

inline void drop_pending(DecompressorObject* self) noexcept {
    self->pending.clear();
    self->taken = 0;
}

/// The state of a new stream. As in CPython, one that has come to its end stays there.
inline void begin_anew(DecompressorObject* self) {
    drop_pending(self);
    self->needs_input = true;
    replace_field(self->unused_data, Ref<Object>(new_bytes({})));
}

/// What a call has to work on: the pending input with `data` behind it.
inline std::string_view waiting_input(DecompressorObject* self, std::string_view data) {
    if (self->pending.empty()) return data;
    if (self->taken > self->pending.size() / 2) {
        self->pending.erase(0, self->taken);
        self->taken = 0;
    }
    self->pending.append(data);
    return std::string_view(self->pending).substr(self->taken);
}

/// Keeps what a call has left over of its input. `drained`: all output has come out.
inline void keep_rest(DecompressorObject* self, std::string_view rest, bool drained) {
    if (self->eof && !rest.empty()) replace_field(self->unused_data, Ref<Object>(new_bytes(rest)));
    self->needs_input = !self->eof && rest.empty() && drained;
    if (self->eof || rest.empty())
        drop_pending(self);
    else if (self->pending.empty())
        self->pending = rest;
    else
        self->taken = self->pending.size() - rest.size();
}

/// The method `decompress(data, max_length)`. `check_readable(decompressor)` refuses what has ended or failed;
/// `decompress(decompressor, data, limit)` steps the stream.
template <class D>
NewRef decompressor_decompress(Object* self, Object* const* arguments) {
    D* decompressor = static_cast<D*>(self);
    HeldBuffer data;
    TRY(get_buffer(arguments[0], data, buffer_flag::simple));
    const Size limit = arguments[1] ? TRY(argument_size(arguments[1])) : -1;
    StreamLock lock(decompressor->lock);
    TRY(check_readable(decompressor));
    return decompress(decompressor, data.view(), limit < 0 ? PTRDIFF_MAX : limit);
}

template <class D>
inline constexpr NativeDef decompressor_methods[] = {
    {"decompress", decompressor_decompress<D>, "($self, /, data, max_length=-1)",
     "Takes more data and gives what it decompresses to: at most max_length octets if that is not negative, "
     "the rest with the next call."},
};

inline constexpr MemberDef eof_member = {"eof", MemberKind::Bool, offsetof(DecompressorObject, eof), true,
                                         "Whether the end of the stream has been reached."},
                           unused_data_member = {"unused_data", MemberKind::Object,
                                                 offsetof(DecompressorObject, unused_data), true,
                                                 "What came behind the end of the stream."},
                           needs_input_member = {"needs_input", MemberKind::Bool,
                                                 offsetof(DecompressorObject, needs_input), true,
                                                 "Whether more output takes more input."};

}  // namespace minipy
