// TextIOWrapper: the text layer over a buffered stream.
//
// Reading decodes a chunk at a time into `decoded` and hands out parts of it; `snapshot` keeps what the decoder
// needs to find the octet position of a character again (tell). Writing gathers encoded text in `pending`.
// Invariant: `pending` is empty whenever the buffered stream is read, moved or asked for its position.
//
// CPython: Modules/_io/textio.c
#pragma once

#include <string>

#include "modules/io/io.h"
#include "modules/io/newline.h"
#include "modules/io/text_codec.h"
#include "objects/str.h"

namespace minipy {

/// Where the decoder stood before the chunk, and the octets decoded since.
struct TextSnapshot {
    bool valid = false;
    Size flags = 0;
    std::string octets;
};

struct TextIOWrapper : Stream {
    bool initialized, detached;
    bool line_buffering, write_through;
    bool seekable, telling, has_read1;
    Object* buffer;
    Object* encoding;
    Object* errors;
    Size chunk_size;
    NewlineMode newline;
    std::string_view write_ending;  // what '\n' is written as; empty: as it is
    // Members with constructors: made and ended by `new_` and `dealloc`.
    TextCodec codec;
    std::string pending;
    Ref<Str> decoded;
    Size decoded_used;
    TextSnapshot snapshot;
    double octets_per_character;
};

inline TextIOWrapper* as_text(Object* object) noexcept { return static_cast<TextIOWrapper*>(object); }

/// A text stream over `buffer`; null arguments stand for None.
struct TextOptions {
    Object* buffer;
    Object* encoding = nullptr;
    Object* errors = nullptr;
    Object* newline = nullptr;
    bool line_buffering = false;
    bool write_through = false;
};
Ref<TextIOWrapper> new_text_stream(const TextOptions& options);
Status text_setup(TextIOWrapper* stream, const TextOptions& options);

/// The encoding of the locale, as `open` uses it without an argument.
Ref<Str> locale_encoding();

Status text_check(TextIOWrapper* stream);
/// ValueError if the stream is not initialized, detached or closed.
Status text_check_open(TextIOWrapper* stream);
Result<bool> text_is_closed(TextIOWrapper* stream);

/// `stream.write(text)`; the stream has been checked to be open.
Status text_write(TextIOWrapper* stream, Str* text);
/// Hands what is pending to the buffered stream.
Status text_write_pending(TextIOWrapper* stream);
Status text_flush(TextIOWrapper* stream);

/// All characters (negative), or so many unless the end comes first.
Ref<Str> text_read(TextIOWrapper* stream, Size size);
/// A line with its end; empty at the end of the file.
Ref<Str> text_readline(TextIOWrapper* stream, Size limit);

/// Forgets what was read ahead.
void text_forget_decoded(TextIOWrapper* stream) noexcept;

NewRef text_seek(Object* self, Object* const* arguments);
NewRef text_tell(Object* self, Object* const* arguments);

}  // namespace minipy
