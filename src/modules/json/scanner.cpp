// _json.make_scanner: reads one value out of a text.
//
// Recursive descent over the characters in their real width. Where a value should begin and none does,
// StopIteration(position) is raised, which json.decoder makes an error of. Equal keys become one object by way
// of the memo, which lives as long as one call.
//
// CPython: Modules/_json.c (scanner_call, _parse_object_unicode ...)
#include "modules/json/json.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

struct JsonScanner : Object {
    bool strict;
    Object* object_hook;
    Object* object_pairs_hook;
    Object* parse_float;
    Object* parse_int;
    Object* parse_constant;
};

JsonScanner* as_scanner(Object* self) noexcept { return static_cast<JsonScanner*>(self); }

using ScannerLife =
    OwnedFields<JsonScanner, &JsonScanner::object_hook, &JsonScanner::object_pairs_hook,
                &JsonScanner::parse_float, &JsonScanner::parse_int, &JsonScanner::parse_constant>;

Failure raise_no_value(Size position) {
    return raise_object(TRY(call(&stop_iteration_type, {new_int(position).get()})));
}

/// One call of the scanner.
template <class Character>
class Reader {
  public:
    Reader(const JsonScanner* scanner, Str* text, const Character* characters, Size at)
        : scanner_(scanner),
          text_(text),
          characters_(characters),
          end_(text->size),
          at_(at),
          memo_(new_dict()) {}

    Size position() const noexcept { return at_; }

    Ref<Object> value() {
        if (at_ >= end_) return raise_no_value(at_);
        switch (characters_[at_]) {
            case '"': ++at_; return read_json_string(text_, at_, scanner_->strict);
            case '{': return nested(&Reader::object, " while decoding a JSON object from a unicode string");
            case '[': return nested(&Reader::array, " while decoding a JSON array from a unicode string");
            case 'n':
                if (take("null")) return new_none();
                break;
            case 't':
                if (take("true")) return new_bool(true);
                break;
            case 'f':
                if (take("false")) return new_bool(false);
                break;
            case 'N':
                if (take("NaN")) return constant("NaN");
                break;
            case 'I':
                if (take("Infinity")) return constant("Infinity");
                break;
            case '-':
                if (take("-Infinity")) return constant("-Infinity");
                break;
            default: break;
        }
        return number();
    }

  private:
    Ref<Object> nested(Ref<Object> (Reader::*read)(), const char* where) {
        RecursionGuard guard(where);
        if (!guard.entered()) return failed;
        ++at_;
        return (this->*read)();
    }

    bool is_at(char32_t wanted) const noexcept { return at_ < end_ && characters_[at_] == wanted; }
    bool is_digit_at(Size index) const noexcept { return index < end_ && characters_[index] - U'0' < 10u; }

    void skip_spaces() noexcept {
        while (at_ < end_ && (characters_[at_] == ' ' || characters_[at_] == '\t' || characters_[at_] == '\n' ||
                              characters_[at_] == '\r'))
            ++at_;
    }

    bool take(std::string_view word) noexcept {
        if (static_cast<Size>(word.size()) > end_ - at_) return false;
        for (std::size_t i = 0; i < word.size(); ++i)
            if (characters_[at_ + static_cast<Size>(i)] != static_cast<unsigned char>(word[i])) return false;
        at_ += static_cast<Size>(word.size());
        return true;
    }

    Ref<Object> constant(std::string_view word) {
        Ref<Str> shown = intern(word);
        return call(scanner_->parse_constant, {shown.get()});
    }

    // --- objects and arrays; at_ is behind the bracket

    /// Key and value, and what stands between them.
    Status pair(Ref<Object>& key, Ref<Object>& value_read) {
        if (!is_at('"'))
            return raise_json_error("Expecting property name enclosed in double quotes", text_, at_);
        ++at_;
        Ref<Object> name_read = TRY(read_json_string(text_, at_, scanner_->strict));
        key = share(TRY(dict_set_default(memo_.get(), name_read.get(), name_read.get())));
        skip_spaces();
        if (!is_at(':')) return raise_json_error("Expecting ':' delimiter", text_, at_);
        ++at_;
        skip_spaces();
        value_read = TRY(value());
        return done;
    }

    /// Moves over a comma and blanks; false at the closing bracket, which is passed, too.
    Result<bool> more(char32_t bracket) {
        skip_spaces();
        if (is_at(bracket)) {
            ++at_;
            return false;
        }
        if (!is_at(',')) return raise_json_error("Expecting ',' delimiter", text_, at_);
        ++at_;
        skip_spaces();
        return true;
    }

    Ref<Object> object() {
        const bool as_pairs = !is_none(scanner_->object_pairs_hook);
        Ref<Dict> members = new_dict();
        Ref<List> pairs = new_list();
        skip_spaces();
        bool open = !is_at('}');
        if (!open) ++at_;
        while (open) {
            Ref<Object> key, member;
            TRY(pair(key, member));
            if (as_pairs)
                TRY(list_append_steal(pairs.get(), pack({key.get(), member.get()}).release()));
            else
                TRY(dict_set(members.get(), key.get(), member.get()));
            open = TRY(more('}'));
        }
        if (as_pairs) return call(scanner_->object_pairs_hook, {pairs.get()});
        if (!is_none(scanner_->object_hook)) return call(scanner_->object_hook, {members.get()});
        return members;
    }

    Ref<Object> array() {
        Ref<List> items = new_list();
        skip_spaces();
        bool open = !is_at(']');
        if (!open) ++at_;
        while (open) {
            Ref<Object> item = TRY(value());
            TRY(list_append_steal(items.get(), item.release()));
            open = TRY(more(']'));
        }
        return items;
    }

    // --- numbers

    void skip_digits() noexcept {
        while (is_digit_at(at_)) ++at_;
    }

    /// Moves over a fraction and an exponent if they are there.
    bool skip_float_part() noexcept {
        bool found = false;
        if (is_at('.') && is_digit_at(at_ + 1)) {
            ++at_;
            skip_digits();
            found = true;
        }
        if (is_at('e') || is_at('E')) {
            const Size sign = at_ + 1;
            const bool is_signed = sign < end_ && (characters_[sign] == '-' || characters_[sign] == '+');
            if (is_digit_at(sign + is_signed)) {
                at_ = sign + is_signed;
                skip_digits();
                found = true;
            }
        }
        return found;
    }

    Ref<Object> number() {
        const Size start = at_;
        if (is_at('-')) ++at_;
        if (!is_digit_at(at_)) {
            at_ = start;
            return raise_no_value(start);
        }
        if (is_at('0'))
            ++at_;
        else
            skip_digits();
        const bool is_float = skip_float_part();
        Object* parser = is_float ? scanner_->parse_float : scanner_->parse_int;
        if (parser != (is_float ? static_cast<Object*>(&float_type) : &int_type)) {
            Ref<Str> digits = TRY(str_substring(text_, start, at_));
            return call(parser, {digits.get()});
        }
        return plain_number(start, is_float);
    }

    Ref<Object> plain_number(Size start, bool is_float) {
        std::string digits(characters_ + start, characters_ + at_);
        if (is_float) return new_float(parse_double(digits));
        const bool negative = digits[0] == '-';
        Ref<Int> magnitude = TRY(int_from_digits(std::string_view(digits).substr(negative), 10));
        if (!negative) return magnitude;
        return minipy::negative(magnitude.get());
    }

    const JsonScanner* scanner_;
    Str* text_;
    const Character* characters_;
    Size end_, at_;
    Ref<Dict> memo_;
};

NewRef scanner_call(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"string", "idx"};
    Object* bound[2];
    TRY(bind_arguments("scan_once", names, arguments, keywords_or_null, bound, 2));
    const Size start = TRY(argument_size(bound[1]));
    if (!is_str(bound[0]))
        return raise(type_error_type,
                     fmt::format("first argument must be a string, not {}", bound[0]->type->name));
    if (start < 0) return raise(value_error_type, "idx cannot be negative");
    Ref<Str> text = share(static_cast<Str*>(bound[0]));
    return with_data(text.get(), [&](const auto* characters) -> NewRef {
        Reader reader(as_scanner(self), text.get(), characters, start);
        Ref<Object> value = TRY(reader.value());
        return pack({value.get(), new_int(reader.position()).get()});
    });
}

NewRef scanner_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"context"};
    Object* context;
    TRY(bind_arguments("make_scanner", names, arguments, keywords_or_null, {&context, 1}, 1));
    Ref<Object> strict = TRY(get_attribute(context, name<"strict">));
    const bool is_strict = TRY(truth(strict.get()));
    Ref<Object> object_hook = TRY(get_attribute(context, name<"object_hook">));
    Ref<Object> object_pairs_hook = TRY(get_attribute(context, name<"object_pairs_hook">));
    Ref<Object> parse_float = TRY(get_attribute(context, name<"parse_float">));
    Ref<Object> parse_int = TRY(get_attribute(context, name<"parse_int">));
    Ref<Object> parse_constant = TRY(get_attribute(context, name<"parse_constant">));
    auto* made = static_cast<JsonScanner*>(allocate_instance(type));
    made->strict = is_strict;
    made->object_hook = object_hook.release();
    made->object_pairs_hook = object_pairs_hook.release();
    made->parse_float = parse_float.release();
    made->parse_int = parse_int.release();
    made->parse_constant = parse_constant.release();
    return NewRef(made);
}

constexpr MemberDef scanner_members[] = {
    {"strict", MemberKind::Bool, offsetof(JsonScanner, strict), true, "strict"},
    {"object_hook", MemberKind::Object, offsetof(JsonScanner, object_hook), true, "object_hook"},
    {"object_pairs_hook", MemberKind::Object, offsetof(JsonScanner, object_pairs_hook), true, nullptr},
    {"parse_float", MemberKind::Object, offsetof(JsonScanner, parse_float), true, "parse_float"},
    {"parse_int", MemberKind::Object, offsetof(JsonScanner, parse_int), true, "parse_int"},
    {"parse_constant", MemberKind::Object, offsetof(JsonScanner, parse_constant), true, "parse_constant"},
};

const TypeSpec scanner_spec = {
    .name = "_json.Scanner",
    .basic_size = sizeof(JsonScanner),
    .flags = type_flag::collected,
    .doc = "Reads JSON values.",
    .slots = {.new_ = scanner_new,
              .dealloc = ScannerLife::dealloc,
              .traverse = ScannerLife::traverse,
              .clear = ScannerLife::clear,
              .call = scanner_call},
    .members = scanner_members,
};

}  // namespace

Type json_scanner_type(scanner_spec);

}  // namespace minipy
