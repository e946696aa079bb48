// Python values -> bytes. See marshal.h for the format.
//
// CPython: Python/marshal.c (w_object, w_complex_object)
#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <unordered_map>
#include <vector>

#include "compiler/marshal.h"
#include "objects/buffer.h"
#include "objects/code.h"
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

class Marshaller {
  public:
    explicit Marshaller(int version, int depth = 0) : version_(version), depth_(depth) {}

    Status object(Object* object) {
        if (depth_ >= marshal_depth_limit)
            return raise(value_error_type, "object too deeply nested to marshal");
        ++depth_;
        const Status status = unguarded_object(object);
        --depth_;
        return status;
    }

    std::string take() { return std::move(out_); }

  private:
    Status unguarded_object(Object* object) {
        if (const char letter = singleton_letter(object)) {
            out_.push_back(letter);
            return done;
        }
        flag_ = 0;
        if (version_ >= 3 && object->refcount > 1) {  // others may come to it again
            const auto [place, is_new] = indices_.try_emplace(object, static_cast<int>(indices_.size()));
            if (!is_new) {
                out_.push_back(marshal_type::reference);
                long32(place->second);
                return done;
            }
            flag_ = marshal_type::flag_ref;
        }
        return content(object);
    }

    static char singleton_letter(const Object* object) noexcept {
        if (object == &none) return marshal_type::none;
        if (object == &ellipsis) return marshal_type::ellipsis;
        if (object == &true_object) return marshal_type::true_;
        if (object == &false_object) return marshal_type::false_;
        if (object == static_cast<Object*>(&stop_iteration_type)) return marshal_type::stop_iteration;
        return 0;
    }

    Status content(Object* object) {
        const Type* type = object->type;
        if (type == &str_type) return string(static_cast<Str*>(object));
        if (type == &code_type) return code(*static_cast<Code*>(object));
        if (type == &tuple_type) return tuple(static_cast<Tuple*>(object));
        if (type == &int_type) return integer(static_cast<Int*>(object));
        if (type == &bytes_type) return bytes(static_cast<Bytes*>(object));
        if (type == &float_type) return float_(static_cast<Float*>(object));
        if (type == &complex_type) return complex(static_cast<Complex*>(object));
        if (type == &frozenset_type) return set(static_cast<Set*>(object), marshal_type::frozenset);
        if (type == &set_type) return set(static_cast<Set*>(object), marshal_type::set);
        if (type == &list_type) return list(static_cast<List*>(object));
        if (type == &dict_type) return dict(static_cast<Dict*>(object));
        if (!has_octets(object)) return raise(value_error_type, "unmarshallable object");
        OctetsView octets;
        TRY(octets.acquire(object));
        letter(marshal_type::bytes);
        return sized(octets.view());
    }

    Status list(const List* list) {
        letter(marshal_type::list);
        TRY(size32(list->size));
        for (Size i = 0; i < list->size; ++i) TRY(object(list->items[i]));
        return done;
    }

    // Keys and values in turn; the letter of "nothing" ends them.
    Status dict(Dict* dict) {
        letter(marshal_type::dict);
        Size position = 0;
        Object *key, *value;
        while (dict_next(dict, position, key, value)) {
            TRY(object(key));
            TRY(object(value));
        }
        out_.push_back(marshal_type::null);
        return done;
    }

    Status string(const Str* string) {
        const std::string_view utf8 = str_utf8(string);
        using namespace marshal_type;
        const bool as_interned = version_ >= 3 && string->interned, as_ascii = version_ >= 4 && string->ascii;
        if (as_ascii && utf8.size() < 256) {
            letter(string->interned ? short_ascii_interned : short_ascii);
            out_.push_back(static_cast<char>(utf8.size()));
            out_ += utf8;
            return done;
        }
        if (as_ascii)
            letter(as_interned ? ascii_interned : ascii);
        else
            letter(as_interned ? interned : unicode);
        return sized(utf8);
    }

    Status bytes(const Bytes* bytes) {
        letter(marshal_type::bytes);
        return sized(bytes->view());
    }

    Status tuple(const Tuple* tuple) {
        if (version_ >= 4 && tuple->size < 256) {
            letter(marshal_type::small_tuple);
            out_.push_back(static_cast<char>(tuple->size));
        } else {
            letter(marshal_type::tuple);
            TRY(size32(tuple->size));
        }
        for (Object* item : tuple->span()) TRY(object(item));
        return done;
    }

    Status integer(const Int* value) {
        if (value->is_small() && value->small == static_cast<std::int32_t>(value->small)) {
            letter(marshal_type::int32);
            long32(static_cast<std::int32_t>(value->small));
            return done;
        }
        letter(marshal_type::large_int);
        return digits(IntParts(value));
    }

    // The number of 15-bit digits with the sign, then the digits, least significant first.
    Status digits(const IntParts& value) {
        const std::size_t count = (value.bits() + marshal_digit_bits - 1) / marshal_digit_bits;
        TRY(check_size(static_cast<Size>(count)));
        long32(value.negative() ? -static_cast<std::int32_t>(count) : static_cast<std::int32_t>(count));
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t bit = i * marshal_digit_bits, limb = bit / limb_bits, shift = bit % limb_bits;
            mp_limb_t digit = value.limbs()[limb] >> shift;
            if (shift + marshal_digit_bits > limb_bits && limb + 1 < static_cast<std::size_t>(value.size()))
                digit |= value.limbs()[limb + 1] << (limb_bits - shift);
            little_endian(digit & ((1u << marshal_digit_bits) - 1), 2);
        }
        return done;
    }

    Status float_(const Float* value) {
        letter(version_ > 1 ? marshal_type::float_binary : marshal_type::float_text);
        number(value->value);
        return done;
    }

    Status complex(const Complex* value) {
        letter(version_ > 1 ? marshal_type::complex_binary : marshal_type::complex_text);
        number(value->real);
        number(value->imaginary);
        return done;
    }

    void number(double value) {
        if (version_ > 1) return double64(value);
        const std::string text = double_text(value, 'g', 17, {});
        out_.push_back(static_cast<char>(text.size()));
        out_ += text;
    }

    // Items go out in the order of their own bytes: the order of the table depends on the hash seed.
    Status set(const Set* set, char kind) {
        letter(kind);
        TRY(size32(set->used));
        std::vector<std::pair<std::string, Object*>> items;
        for (const SetEntry& entry : set->slots()) {
            if (!entry.key) continue;
            Marshaller alone(version_, depth_);
            TRY(alone.object(entry.key));
            items.emplace_back(alone.take(), entry.key);
        }
        std::ranges::sort(items, {}, [](const auto& item) -> const std::string& { return item.first; });
        for (const auto& item : items) TRY(object(item.second));
        return done;
    }

    Status code(const Code& code) {
        letter(marshal_type::code);
        for (int number : {code.argument_count, code.positional_only_count, code.keyword_only_count,
                           code.stack_size, code.flags})
            long32(number);
        const std::initializer_list<Object*> parts = {
            code.code.get(),        code.constants.get(), code.names.get(), code.local_names.get(),
            code.local_kinds.get(), code.filename.get(),  code.name.get(),  code.qualified_name.get()};
        for (Object* part : parts) TRY(object(part));
        long32(code.first_line);
        TRY(object(code.line_table.get()));
        return object(code.exception_table.get());
    }

    /// Starts an object, with the mark that it can be referred to.
    void letter(char type) { out_.push_back(static_cast<char>(static_cast<unsigned char>(type) | flag_)); }

    Status sized(std::string_view text) {
        TRY(size32(static_cast<Size>(text.size())));
        out_ += text;
        return done;
    }

    static Status check_size(Size size) {
        if (size <= std::numeric_limits<std::int32_t>::max()) return done;
        return raise(value_error_type, "unmarshallable object");
    }
    Status size32(Size size) {
        TRY(check_size(size));
        long32(static_cast<std::int32_t>(size));
        return done;
    }
    void long32(std::int32_t value) { little_endian(static_cast<std::uint32_t>(value), 4); }
    void double64(double value) { little_endian(std::bit_cast<std::uint64_t>(value), 8); }
    void little_endian(std::uint64_t value, int bytes) {
        for (; bytes > 0; --bytes, value >>= 8) out_.push_back(static_cast<char>(value));
    }

    std::string out_;
    std::unordered_map<Object*, int> indices_;
    unsigned char flag_ = 0;
    int version_;
    int depth_;
};

}  // namespace

Result<std::string> marshal_dump(Object* object, int version) {
    Marshaller marshaller(version);
    TRY(marshaller.object(object));
    return marshaller.take();
}

}  // namespace minipy
