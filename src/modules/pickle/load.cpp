// The machine that runs a pickle: a stack, marks on it, and the memo.
//
// `(` sets a mark; what is built from "everything above the mark" takes it away again. Invariant: nothing below
// the topmost mark is touched, so that no stream can underflow what is not its own.
//
// CPython: Modules/_pickle.c (load)
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <span>
#include <utility>

#include "modules/pickle/pickle.h"
#include "modules/pickle/stack.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/int_large.h"
#include "objects/list.h"
#include "objects/memoryview.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/singletons.h"
#include "objects/str_data.h"
#include "vm/import.h"

namespace minipy::pickle {
namespace {

constexpr std::size_t least_memo = 32;

/// A number of as many octets as its type has, least significant first.
template <class Number>
Result<Number> read_number(Unpickler* self) {
    static_assert(std::endian::native == std::endian::little);
    Number value;
    std::memcpy(&value, TRY(read_octets(self, sizeof value)).data(), sizeof value);
    return value;
}

/// Octets with their number in front.
template <class Number>
Result<std::string_view> read_counted(Unpickler* self, const char* what) {
    const Number size = TRY(read_number<Number>(self));
    if constexpr (std::is_signed_v<Number>) {
        if (size < 0) return raise(unpickling_error(), fmt::format("{} pickle has negative byte count", what));
    } else if (size > static_cast<std::uint64_t>(PTRDIFF_MAX)) {
        return raise(overflow_error_type,
                     fmt::format("{} exceeds system's maximum size of {} bytes", what, PTRDIFF_MAX));
    }
    return read_octets(self, static_cast<std::size_t>(size));
}

// --- numbers and texts

/// A line as a C string: with its newline, and no more than stands before a NUL.
std::string c_string(std::string_view line) {
    const std::size_t nul = line.find('\0');
    return nul == line.npos ? std::string(line) + '\n' : std::string(line.substr(0, nul));
}

Ref<Object> int_from_text(std::string_view text, int base) {
    Ref<Str> digits = TRY(decode_utf8(text));
    return call(&int_type, {digits.get(), new_int(base).get()});
}

/// `I`: a number as C's strtol reads it, or one of the booleans, which have two digits.
NewRef read_int_line(Unpickler* self) {
    const std::string_view line = TRY(read_full_line(self));
    const std::string text = c_string(line);
    char* end = nullptr;
    errno = 0;
    const long value = std::strtol(text.c_str(), &end, 0);
    if (errno == 0 && (*end == '\n' || *end == '\0')) {
        if (line.size() == 2 && (value == 0 || value == 1)) return new_bool(value);
        return new_int(value);
    }
    Ref<Object> number = int_from_text(text, 0);
    if (!number) {
        clear_exception();
        return raise(value_error_type, "could not convert string to int");
    }
    return number;
}

NewRef read_long_line(Unpickler* self) {
    const std::string_view line = TRY(read_full_line(self));
    if (line.ends_with('L'))
        return int_from_text(line.substr(0, std::min(line.find('\0'), line.size() - 1)), 0);
    return int_from_text(c_string(line), 0);
}

/// Two's complement, least significant octet first.
template <class Number>
NewRef read_long(Unpickler* self) {
    return int_from_octets(TRY(read_counted<Number>(self, "LONG")), true, true);
}

/// `F`: the text of a float and nothing else, not even spaces.
NewRef read_float_line(Unpickler* self) {
    const std::string_view line = TRY(read_full_line(self));
    const std::string_view text = line.substr(0, line.find('\0'));
    const std::string_view digits = text.substr(text.starts_with('+') || text.starts_with('-'));
    double size = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
    const Ref<Str> shown = TRY(decode_utf8(c_string(line), "replace"));
    if (error == std::errc::invalid_argument || digits.starts_with('-'))
        return raise(value_error_type,
                     fmt::format("could not convert string to float: '{}'", str_utf8(shown.get())));
    if (end != digits.data() + digits.size())
        return raise(value_error_type, "could not convert string to float");
    const double value = parse_double(text);
    if (error == std::errc::result_out_of_range && std::isinf(value))
        return raise(overflow_error_type,
                     fmt::format("value too large to convert to float: '{}'", str_utf8(shown.get())));
    return new_float(value);
}

NewRef read_float(Unpickler* self) {
    const auto bits = TRY(read_number<std::uint64_t>(self));
    return new_float(std::bit_cast<double>(__builtin_bswap64(bits)));
}

/// Octets that Python 2 wrote as a str.
NewRef old_string(Unpickler* self, std::string_view octets) {
    if (self->as_bytes) return new_bytes(octets);
    return decode_octets(octets, self->encoding, self->errors);
}

/// `S`: a bytes literal.
NewRef read_literal(Unpickler* self) {
    std::string_view line = TRY(read_line(self));
    if (line.size() < 2 || line.front() != line.back() || (line.front() != '\'' && line.front() != '"'))
        return raise(unpickling_error(), "the STRING opcode argument must be quoted");
    Ref<Object> codecs = TRY(import_module("_codecs"));
    Ref<Object> decode = TRY(get_attribute(codecs.get(), intern("escape_decode").get()));
    Ref<Bytes> literal = new_bytes(line.substr(1, line.size() - 2));
    Ref<Object> result = TRY(call(decode.get(), {literal.get()}));
    Ref<Object> octets = TRY(get_item(result.get(), new_int(0).get()));
    return old_string(self, static_cast<Bytes*>(octets.get())->view());
}

NewRef text_from(std::string_view utf8) {
    static const std::string errors = "surrogatepass";
    return decode_utf8(utf8, errors);
}

NewRef read_bytearray(Unpickler* self) {
    return new_bytearray(TRY(read_counted<std::uint64_t>(self, "BYTEARRAY8")));
}

/// The next of the buffers that were kept out of the stream.
NewRef next_out_of_band(Unpickler* self) {
    if (!self->buffers)
        return raise(unpickling_error(),
                     "pickle stream refers to out-of-band data but no *buffers* argument was given");
    Ref<Object> buffer = next(self->buffers);
    if (!buffer && !pending_exception()) return raise(unpickling_error(), "not enough out-of-band buffers");
    return buffer;
}

Status make_top_read_only(Unpickler* self) {
    TRY(check_depth(self, 1));
    Object*& top = self->stack.back();
    Ref<Object> view = TRY(new_memoryview(top));
    Ref<Object> read_only = TRY(get_attribute(view.get(), intern("readonly").get()));
    if (TRY(truth(read_only.get()))) return done;
    Ref<Object> replaced = TRY(call_method(view.get(), intern("toreadonly").get()));
    replace_field(self->stack.back(), std::move(replaced));
    return done;
}

// --- containers

Status push_tuple(Unpickler* self, Size count) {
    TRY(check_depth(self, count));
    if (count == 0) return push(self, new_tuple({}));
    Ref<Tuple> made = new_tuple_uninitialized(count);
    std::copy_n(self->stack.end() - count, count, made->items());
    self->stack.resize(self->stack.size() - static_cast<std::size_t>(count));
    return push(self, made);
}

NewRef list_above_mark(Unpickler* self) {
    const Size start = TRY(take_mark(self));
    const Size count = depth(self) - start;
    Ref<List> made = new_list(count);
    std::copy_n(self->stack.begin() + start, count, made->items);
    self->stack.resize(static_cast<std::size_t>(start));
    return made;
}

NewRef dict_above_mark(Unpickler* self) {
    const Size start = TRY(take_mark(self));
    Taken items = take_above(self, start);
    if (items.size() % 2) return raise(unpickling_error(), "odd number of items for DICT");
    Ref<Dict> made = new_dict(static_cast<Size>(items.size() / 2));
    for (std::size_t i = 0; i < items.size(); i += 2)
        TRY(dict_set(made.get(), items[i].get(), items[i + 1].get()));
    return made;
}

/// Appends what lies from `start` on to the list (or what acts as one) below it.
Status append_above(Unpickler* self, Size start) {
    if (start <= fence(self)) return raise_underflow(self);
    if (start == depth(self)) return done;
    if (Object* below = self->stack[start - 1]; is_exactly(below, list_type)) {
        for (Object*& item : std::span(self->stack).subspan(start))
            TRY(list_append_steal(static_cast<List*>(below), std::exchange(item, nullptr)));
        self->stack.resize(static_cast<std::size_t>(start));
        return done;
    }
    Taken items = take_above(self, start);
    Ref<Object> list = share(self->stack.back());
    Ref<Object> extend;
    TRY(find_attribute(list.get(), intern("extend").get(), extend));
    if (extend) {
        Ref<List> together = new_list();
        for (Ref<Object>& item : items) TRY(list_append_steal(together.get(), item.release()));
        TRY(call(extend.get(), {together.get()}));
        return done;
    }
    Ref<Object> append = TRY(get_attribute(list.get(), name<"append">));
    for (Ref<Object>& item : items) TRY(call(append.get(), {item.get()}));
    return done;
}

Status set_above(Unpickler* self, Size start) {
    if (start <= fence(self)) return raise_underflow(self);
    if (start == depth(self)) return done;
    if ((depth(self) - start) % 2) return raise(unpickling_error(), "odd number of items for SETITEMS");
    // The items stay on the stack meanwhile: code that runs for a key cannot get at an unpickler that is
    // running.
    Object* dict = self->stack[start - 1];
    const bool plain = is_exactly(dict, dict_type);
    for (Size i = start; i < depth(self); i += 2) {
        Object *key = self->stack[i], *value = self->stack[i + 1];
        TRY(plain ? dict_set(static_cast<Dict*>(dict), key, value) : set_item(dict, key, value));
    }
    while (depth(self) > start) (void)pop_top(self);
    return done;
}

Status add_above_mark(Unpickler* self) {
    const Size start = TRY(take_mark(self));
    if (start <= fence(self)) return raise_underflow(self);
    if (start == depth(self)) return done;
    Taken items = take_above(self, start);
    Ref<Object> set = share(self->stack.back());
    if (is_exactly(set.get(), set_type)) {
        for (Ref<Object>& item : items) TRY(set_add(static_cast<Set*>(set.get()), item.get()));
        return done;
    }
    Ref<Object> add = TRY(get_attribute(set.get(), intern("add").get()));
    for (Ref<Object>& item : items) TRY(call(add.get(), {item.get()}));
    return done;
}

NewRef frozenset_above_mark(Unpickler* self) {
    const Size start = TRY(take_mark(self));
    Taken items = take_above(self, start);
    std::vector<Object*> borrowed;
    for (Ref<Object>& item : items) borrowed.push_back(item.get());
    return new_frozenset(borrowed);
}

// --- the memo

Status push_remembered(Unpickler* self, Size number) {
    if (number < 0 || number >= static_cast<Size>(self->memo.size()) || !self->memo[number])
        return raise(unpickling_error(), fmt::format("Memo value not found at index {}", number));
    return push(self, share(self->memo[number]));
}

Result<Size> memo_number(std::string_view line) {
    Ref<Object> number = TRY(int_from_text(c_string(line), 10));
    return argument_size(number.get());
}

Status remember_top(Unpickler* self, Size number) {
    TRY(check_depth(self, 1));
    if (number < 0) return raise(value_error_type, "negative PUT argument");
    return remember(self, number, self->stack.back());
}

Status load_put(Unpickler* self) {
    const std::string_view line = TRY(read_full_line(self));
    TRY(check_depth(self, 1));
    return remember_top(self, TRY(memo_number(line)));
}

// --- persistent ids

Status require_persistent_load(const Unpickler* self) {
    if (self->persistent_load) return done;
    return raise(unpickling_error(),
                 "A load persistent id instruction was encountered,\nbut no persistent_load function was "
                 "specified.");
}

Status push_persistent(Unpickler* self, Ref<Object> id) {
    return push(self, TRY(self->persistent_load.call(self, id.get())));
}

Status load_persistent(Unpickler* self) {
    TRY(require_persistent_load(self));
    return push_persistent(self, TRY(pop(self)));
}

Status load_persistent_line(Unpickler* self) {
    TRY(require_persistent_load(self));
    const std::string_view line = TRY(read_line(self));
    if (!is_ascii(line)) return raise(unpickling_error(), "persistent IDs in protocol 0 must be ASCII strings");
    return push_persistent(self, str_from_utf8(line));
}

// --- stack and stream

Status load_pop(Unpickler* self) {
    if (!self->marks.empty() && self->marks.back() == depth(self)) {
        self->marks.pop_back();
        return done;
    }
    TRY(pop(self));
    return done;
}

Status load_protocol(Unpickler* self) {
    const int protocol = TRY(read_number<std::uint8_t>(self));
    if (protocol > highest_protocol)
        return raise(value_error_type, fmt::format("unsupported pickle protocol: {}", protocol));
    self->protocol = protocol;
    return done;
}

/// A frame is only fetched: its content follows as if it were not there.
Status load_frame(Unpickler* self) {
    const auto size = TRY(read_number<std::uint64_t>(self));
    if (size > static_cast<std::uint64_t>(PTRDIFF_MAX))
        return raise(overflow_error_type,
                     fmt::format("FRAME length exceeds system's maximum of {} bytes", PTRDIFF_MAX));
    return need(self, size);
}

Failure raise_bad_opcode(char opcode) {
    const auto code = static_cast<unsigned char>(opcode);
    if (0x20 <= code && code <= 0x7e && code != '\'' && code != '\\')
        return raise(unpickling_error(), fmt::format("invalid load key, '{}'.", opcode));
    return raise(unpickling_error(), fmt::format("invalid load key, '\\x{:02x}'.", code));
}

/// Opcodes that push what they read.
Status run_scalar(Unpickler* self, char opcode) {
    switch (opcode) {
        case op::none: return push(self, new_none());
        case op::new_true: return push(self, new_bool(true));
        case op::new_false: return push(self, new_bool(false));
        case op::bin_int: return push(self, new_int(TRY(read_number<std::int32_t>(self))));
        case op::bin_int1: return push(self, new_int(TRY(read_number<std::uint8_t>(self))));
        case op::bin_int2: return push(self, new_int(TRY(read_number<std::uint16_t>(self))));
        case op::integer: return push(self, TRY(read_int_line(self)));
        case op::big: return push(self, TRY(read_long_line(self)));
        case op::long1: return push(self, TRY(read_long<std::uint8_t>(self)));
        case op::long4: return push(self, TRY(read_long<std::int32_t>(self)));
        case op::real: return push(self, TRY(read_float_line(self)));
        case op::bin_float: return push(self, TRY(read_float(self)));
        case op::string: return push(self, TRY(read_literal(self)));
        case op::short_bin_string:
            return push(self, TRY(old_string(self, TRY(read_counted<std::uint8_t>(self, "BINSTRING")))));
        case op::bin_string:
            return push(self, TRY(old_string(self, TRY(read_counted<std::uint32_t>(self, "BINSTRING")))));
        case op::short_bin_bytes:
            return push(self, new_bytes(TRY(read_counted<std::uint8_t>(self, "BINBYTES"))));
        case op::bin_bytes: return push(self, new_bytes(TRY(read_counted<std::uint32_t>(self, "BINBYTES"))));
        case op::bin_bytes8: return push(self, new_bytes(TRY(read_counted<std::uint64_t>(self, "BINBYTES"))));
        case op::bytearray8: return push(self, TRY(read_bytearray(self)));
        case op::next_buffer: return push(self, TRY(next_out_of_band(self)));
        case op::readonly_buffer: return make_top_read_only(self);
        case op::unicode: return push(self, TRY(decode_raw_unicode_escape(TRY(read_line(self)))));
        case op::short_bin_unicode:
            return push(self, TRY(text_from(TRY(read_counted<std::uint8_t>(self, "BINUNICODE")))));
        case op::bin_unicode:
            return push(self, TRY(text_from(TRY(read_counted<std::uint32_t>(self, "BINUNICODE")))));
        case op::bin_unicode8:
            return push(self, TRY(text_from(TRY(read_counted<std::uint64_t>(self, "BINUNICODE")))));
        default: return raise_bad_opcode(opcode);
    }
}

/// Opcodes that build containers and fill them.
Status run_container(Unpickler* self, char opcode) {
    switch (opcode) {
        case op::empty_list: return push(self, new_list());
        case op::empty_dict: return push(self, new_dict());
        case op::empty_tuple: return push_tuple(self, 0);
        case op::empty_set: return push(self, new_set());
        case op::tuple1: return push_tuple(self, 1);
        case op::tuple2: return push_tuple(self, 2);
        case op::tuple3: return push_tuple(self, 3);
        case op::tuple: {
            const Size start = TRY(take_mark(self));
            return push_tuple(self, depth(self) - start);
        }
        case op::list: return push(self, TRY(list_above_mark(self)));
        case op::dict: return push(self, TRY(dict_above_mark(self)));
        case op::frozen_set: return push(self, TRY(frozenset_above_mark(self)));
        case op::append: return append_above(self, depth(self) - 1);
        case op::appends: return append_above(self, TRY(take_mark(self)));
        case op::set_item: return set_above(self, depth(self) - 2);
        case op::set_items: return set_above(self, TRY(take_mark(self)));
        case op::add_items: return add_above_mark(self);
        default: return run_scalar(self, opcode);
    }
}

Status run_opcode(Unpickler* self, char opcode) {
    switch (opcode) {
        case op::mark: self->marks.push_back(depth(self)); return done;
        case op::memoize: return remember_top(self, memo_count(self));
        case op::bin_put: return remember_top(self, TRY(read_number<std::uint8_t>(self)));
        case op::long_bin_put: return remember_top(self, TRY(read_number<std::uint32_t>(self)));
        case op::put: return load_put(self);
        case op::bin_get: return push_remembered(self, TRY(read_number<std::uint8_t>(self)));
        case op::long_bin_get: return push_remembered(self, TRY(read_number<std::uint32_t>(self)));
        case op::get: return push_remembered(self, TRY(memo_number(TRY(read_full_line(self)))));
        case op::global: return load_global(self);
        case op::stack_global: return load_stack_global(self);
        case op::ext1: return load_extension(self, TRY(read_number<std::uint8_t>(self)));
        case op::ext2: return load_extension(self, TRY(read_number<std::uint16_t>(self)));
        case op::ext4: return load_extension(self, TRY(read_number<std::int32_t>(self)));
        case op::reduce: return load_reduce(self);
        case op::new_obj: return load_newobj(self, false);
        case op::new_obj_ex: return load_newobj(self, true);
        case op::inst: return load_inst(self);
        case op::obj: return load_obj(self);
        case op::build: return load_build(self);
        case op::persistent: return load_persistent_line(self);
        case op::bin_persistent: return load_persistent(self);
        case op::pop: return load_pop(self);
        case op::pop_mark: (void)take_above(self, TRY(take_mark(self))); return done;
        case op::dup: TRY(check_depth(self, 1)); return push(self, share(self->stack.back()));
        case op::proto: return load_protocol(self);
        case op::frame: return load_frame(self);
        default: return run_container(self, opcode);
    }
}

NewRef run(Unpickler* self) {
    for (;;) {
        const Result<std::string_view> opcode = read_octets(self, 1);
        if (!opcode) {
            if (!pending_matches(unpickling_error())) return failed;
            clear_exception();
            return raise(eof_error_type, "Ran out of input");
        }
        if ((*opcode)[0] == op::stop) return TRY(pop(self));
        TRY(run_opcode(self, (*opcode)[0]));
    }
}

}  // namespace

Status remember(Unpickler* self, Size number, Object* object) {
    if (number >= static_cast<Size>(self->memo.size())) {
        if (number > (Size{1} << 32)) return raise(memory_error_type);
        self->memo.resize(std::max({static_cast<std::size_t>(number) + 1, self->memo.size() * 2, least_memo}),
                          nullptr);
    }
    if (!self->memo[number]) ++self->memo_used;
    replace_field(self->memo[number], share(object));
    return done;
}

NewRef load(Unpickler* self) {
    if (self->running) return raise(runtime_error_type, "Unpickler.load() called while it is running");
    self->running = true;
    self->protocol = 0;
    Ref<Object> keep = share(self);
    Ref<Object> result = run(self);
    (void)take_above(self, 0);
    self->marks.clear();
    self->running = false;
    if (result) TRY(settle(self));
    return result;
}

}  // namespace minipy::pickle
