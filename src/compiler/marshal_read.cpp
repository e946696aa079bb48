// Bytes -> Python values, whoever wrote the bytes.
//
// Invariants: nothing is allocated that the bytes left could not fill; nesting ends at a fixed depth; a
// reference to a tuple or code object that is still being read is refused, so no cycle can arise that other
// code would not expect.
//
// CPython: Python/marshal.c (r_object)
#include <bit>
#include <vector>

#include "compiler/marshal.h"
#include "lexer/utf8.h"
#include "objects/code.h"
#include "objects/codecs.h"
#include "objects/complex.h"
#include "objects/dict.h"
#include "objects/list.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/int_large.h"
#include "objects/set.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

Failure bad_data(std::string_view what) {
    return raise(value_error_type, "bad marshal data (" + std::string(what) + ")");
}

/// Whether the text is UTF-8; surrogates as three bytes are let through ("surrogatepass").
bool is_utf8_with_surrogates(std::string_view text) noexcept {
    for (;;) {
        const std::size_t bad = find_invalid_utf8(text);
        if (bad == std::string_view::npos) return true;
        text.remove_prefix(bad);
        const auto octet = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
        const bool is_surrogate = text.size() >= 3 && octet(0) == 0xED && octet(1) >= 0xA0 &&
                                  octet(1) <= 0xBF && (octet(2) & 0xC0) == 0x80;
        if (!is_surrogate) return false;
        text.remove_prefix(3);
    }
}

template <class T>
Ref<T> exactly(Ref<Object> object, const Type& type) {
    if (object && object->type != &type) return bad_data("wrong type in code object");
    return Ref<T>::steal(static_cast<T*>(object.release()));
}

class Unmarshaller {
  public:
    Unmarshaller(std::string_view bytes, std::size_t unfolded_limit)
        : rest_(bytes), size_(bytes.size()), unfolded_limit_(unfolded_limit) {}
    explicit Unmarshaller(const MarshalFeed& feed) : feed_(&feed), size_(0), unfolded_limit_(SIZE_MAX) {}

    /// The next object; `owner` is what a NULL in its place would be missing from.
    Ref<Object> object(const char* owner = "object") {
        const unsigned char first = TRY(type_octet());
        const char letter = static_cast<char>(first & ~marshal_type::flag_ref);
        if (letter == marshal_type::null)
            return raise(type_error_type, "NULL object in marshal data for " + std::string(owner));
        return object_of(first);
    }

  private:
    Ref<Object> object_of(unsigned char first) {
        const char letter = static_cast<char>(first & ~marshal_type::flag_ref);
        if (depth_ >= marshal_depth_limit) return raise(value_error_type, "recursion limit exceeded");
        ++depth_;
        place_ = no_place;
        Ref<Object> result = first & marshal_type::flag_ref ? remembered(letter) : content(letter);
        --depth_;
        return result;
    }

    /// Reads an object that later ones may refer to; its place in the list is taken before its parts'.
    Ref<Object> remembered(char letter) {
        const std::size_t index = references_.size(), start = unfolded();
        references_.emplace_back();
        place_ = index;
        Ref<Object> result = content(letter);
        references_[index] = {result, unfolded() - start};
        return result;
    }

    /// A list or dict may be among its own items, so it can be referred to before they are read.
    void enter(Object* container) {
        if (place_ != no_place) references_[place_].object = share(container);
    }

    Ref<Object> content(char letter) {
        switch (letter) {
            case marshal_type::none: return share(&none);
            case marshal_type::ellipsis: return share(&ellipsis);
            case marshal_type::stop_iteration: return share<Object>(&stop_iteration_type);
            case marshal_type::false_: return new_bool(false);
            case marshal_type::true_: return new_bool(true);
            case marshal_type::int32: return new_int(static_cast<std::int32_t>(TRY(number(4))));
            case marshal_type::int64: return new_int(static_cast<std::int64_t>(TRY(number(8))));
            case marshal_type::large_int: return large_int();
            case marshal_type::float_binary: return new_float(TRY(double64()));
            case marshal_type::float_text: return new_float(TRY(double_text()));
            case marshal_type::complex_binary: return complex(&Unmarshaller::double64);
            case marshal_type::complex_text: return complex(&Unmarshaller::double_text);
            case marshal_type::bytes: return new_bytes(TRY(sized("bytes object")));
            case marshal_type::tuple: return tuple(TRY(size("tuple")));
            case marshal_type::small_tuple: return tuple(static_cast<Size>(TRY(number(1))));
            case marshal_type::frozenset: return frozenset();
            case marshal_type::set: return set();
            case marshal_type::list: return list();
            case marshal_type::dict: return dict();
            case marshal_type::code: return code();
            case marshal_type::reference: return reference();
            default: return string(letter);
        }
    }

    Ref<Object> string(char letter) {
        switch (letter) {
            case marshal_type::ascii: return latin1(TRY(sized("string")), false);
            case marshal_type::ascii_interned: return latin1(TRY(sized("string")), true);
            case marshal_type::short_ascii: return latin1(TRY(take(TRY(number(1)))), false);
            case marshal_type::short_ascii_interned: return latin1(TRY(take(TRY(number(1)))), true);
            case marshal_type::unicode: return unicode(false);
            case marshal_type::interned: return unicode(true);
            default: return bad_data("unknown type code");
        }
    }

    static Ref<Object> latin1(std::string_view text, bool is_interned) {
        return maybe_interned(str_from_latin1(text), is_interned);
    }

    Ref<Object> unicode(bool is_interned) {
        const std::string_view text = TRY(sized("string"));
        if (!is_utf8_with_surrogates(text)) return decode_utf8(text, "surrogatepass");
        return maybe_interned(str_from_utf8(text), is_interned);
    }

    static Ref<Object> maybe_interned(Ref<Str> string, bool is_interned) {
        if (is_interned) intern(string);
        return string;
    }

    Ref<Object> large_int() {
        const auto signed_count = static_cast<std::int32_t>(TRY(number(4)));
        const std::size_t count = static_cast<std::size_t>(std::abs(std::int64_t{signed_count}));
        if (count == 0) return new_int(0);
        const std::string_view digits = TRY(take(count * 2));
        Limbs limbs = TRY(allocate_limbs(count * marshal_digit_bits / limb_bits + 1));
        std::fill(limbs.begin(), limbs.end(), mp_limb_t{0});
        for (std::size_t i = 0; i < count; ++i) {
            const mp_limb_t digit = little_endian(digits.substr(i * 2, 2));
            if (digit >> marshal_digit_bits) return bad_data("digit out of range in long");
            if (i + 1 == count && digit == 0) return bad_data("unnormalized long data");
            const std::size_t bit = i * marshal_digit_bits, limb = bit / limb_bits, shift = bit % limb_bits;
            limbs[limb] |= digit << shift;
            if (shift + marshal_digit_bits > limb_bits) limbs[limb + 1] |= digit >> (limb_bits - shift);
        }
        return int_from_limbs(limbs.data(), static_cast<mp_size_t>(limbs.size()), signed_count < 0);
    }

    Ref<Object> complex(Result<double> (Unmarshaller::*read)()) {
        const double real = TRY((this->*read)());
        return new_complex(real, TRY((this->*read)()));
    }

    Ref<Object> tuple(Size size) {
        TRY(check_items(size));
        if (size > largest_trusted_size) return long_tuple(size);
        Ref<Tuple> tuple = new_tuple_uninitialized(size);
        for (Size i = 0; i < size; ++i) tuple->items()[i] = TRY(object("tuple")).release();
        return tuple;
    }

    /// Grows with the items that are really there: claims inside claims could add up to more than any memory.
    Ref<Object> long_tuple(Size size) {
        Items items;
        TRY(read_items(items, size, "tuple"));
        return new_tuple(items.borrowed);
    }

    Ref<Object> frozenset() {
        const Size count = TRY(size("set"));
        TRY(check_items(count));
        Items items;
        TRY(read_items(items, count, "set"));
        return new_frozenset(items.borrowed);
    }

    Ref<Object> set() {
        const Size count = TRY(size("set"));
        TRY(check_items(count));
        Ref<Set> set = TRY(new_set());
        for (Size i = 0; i < count; ++i) TRY(set_add(set.get(), TRY(object("set")).get()));
        return set;
    }

    Ref<Object> list() {
        const Size count = TRY(size("list"));
        TRY(check_items(count));
        Ref<List> list = new_list();
        enter(list.get());
        for (Size i = 0; i < count; ++i) TRY(list_append(list.get(), TRY(object("list")).get()));
        return list;
    }

    /// Keys and values in turn, up to the letter of "nothing".
    Ref<Object> dict() {
        Ref<Dict> dict = new_dict();
        enter(dict.get());
        for (;;) {
            const unsigned char first = TRY(type_octet());
            if (first == marshal_type::null) return dict;
            Ref<Object> key = TRY(object_of(first));
            Ref<Object> value = TRY(object("dict"));
            TRY(dict_set(dict.get(), key.get(), value.get()));
        }
    }

    struct Items {
        std::vector<Ref<Object>> owned;
        std::vector<Object*> borrowed;
    };

    Status read_items(Items& items, Size count, const char* owner) {
        for (Size i = 0; i < count; ++i)
            items.borrowed.push_back(items.owned.emplace_back(TRY(object(owner))).get());
        return done;
    }

    Ref<Object> reference() {
        const std::uint64_t index = TRY(number(4));
        if (index >= references_.size() || !references_[index].object) return bad_data("invalid reference");
        repeated_ += references_[index].unfolded;
        if (unfolded() > unfolded_limit_) return bad_data("too large with all references written out");
        return references_[index].object;
    }

    /// How long what has been read would be without references.
    std::size_t unfolded() const noexcept { return size_ - rest_.size() + repeated_; }

    Ref<Object> code() {
        CodeFields fields;
        for (int* field : {&fields.argument_count, &fields.positional_only_count, &fields.keyword_only_count,
                           &fields.stack_size, &fields.flags})
            *field = static_cast<std::int32_t>(TRY(number(4)));
        fields.code = TRY(exactly<Bytes>(object(), bytes_type));
        fields.constants = TRY(exactly<Tuple>(object(), tuple_type));
        fields.names = TRY(exactly<Tuple>(object(), tuple_type));
        fields.local_names = TRY(exactly<Tuple>(object(), tuple_type));
        fields.local_kinds = TRY(exactly<Bytes>(object(), bytes_type));
        fields.filename = TRY(exactly<Str>(object(), str_type));
        fields.name = TRY(exactly<Str>(object(), str_type));
        fields.qualified_name = TRY(exactly<Str>(object(), str_type));
        fields.first_line = static_cast<std::int32_t>(TRY(number(4)));
        fields.line_table = TRY(exactly<Bytes>(object(), bytes_type));
        fields.exception_table = TRY(exactly<Bytes>(object(), bytes_type));
        if (const char* fault = check_code_fields(fields))
            return bad_data("code object: " + std::string(fault));
        return new_code(std::move(fields));
    }

    /// Each item takes a byte at least: a container that claims more than is left is refused at once.
    Status check_items(Size count) {
        if (!feed_ && static_cast<std::size_t>(count) > rest_.size())
            return raise(eof_error_type, "EOF read where object expected");
        return done;
    }

    Result<Size> size(std::string_view what) {
        const auto size = static_cast<std::int32_t>(TRY(number(4)));
        if (size < 0) return bad_data(std::string(what) + " size out of range");
        return Size{size};
    }
    Result<std::string_view> sized(std::string_view what) {
        return take(static_cast<std::size_t>(TRY(size(what))));
    }

    Result<double> double64() { return std::bit_cast<double>(TRY(number(8))); }
    Result<double> double_text() {
        const std::string text(TRY(take(TRY(number(1)))));
        char* end = nullptr;
        const double value = std::strtod(text.c_str(), &end);
        if (text.empty() || end != text.c_str() + text.size())
            return raise(value_error_type,
                         "could not convert string to float: '" + replace_invalid_utf8(text) + "'");
        return value;
    }

    Result<std::uint64_t> number(std::size_t bytes) { return little_endian(TRY(take(bytes))); }
    static std::uint64_t little_endian(std::string_view bytes) noexcept {
        std::uint64_t value = 0;
        for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
        return value;
    }

    Result<std::string_view> take(std::size_t bytes) {
        if (feed_) return (*feed_)(bytes);
        if (bytes > rest_.size()) return raise(eof_error_type, "marshal data too short");
        const std::string_view taken = rest_.substr(0, bytes);
        rest_.remove_prefix(bytes);
        return taken;
    }
    Result<unsigned char> type_octet() {
        if (!feed_ && rest_.empty()) return raise(eof_error_type, "EOF read where object expected");
        return static_cast<unsigned char>(TRY(take(1))[0]);
    }

    static constexpr Size largest_trusted_size = 1024;

    static constexpr std::size_t no_place = SIZE_MAX;

    std::string_view rest_;
    const MarshalFeed* feed_ = nullptr;  // what the bytes come from, if they are not all in `rest_`
    std::size_t place_ = no_place;       // in the list, of the object whose content is read next
    struct Reference {
        Ref<Object> object;  // empty: still being read
        std::size_t unfolded = 0;
    };
    std::vector<Reference> references_;
    std::size_t size_;
    std::size_t repeated_ = 0;  // bytes that references stand for
    std::size_t unfolded_limit_;
    int depth_ = 0;
};

}  // namespace

Ref<Object> marshal_load(std::string_view bytes, std::size_t unfolded_limit) {
    return Unmarshaller(bytes, unfolded_limit).object();
}

Ref<Object> marshal_load_from(const MarshalFeed& feed) { return Unmarshaller(feed).object(); }

}  // namespace minipy
