// _blake2: BLAKE2b and BLAKE2s with keys, salts, personal texts and tree parameters, by libb2.
//
// Both variants are one template over their constants and functions.
//
// CPython: Modules/_blake2/blake2b_impl.c, blake2s_impl.c
#include <blake2.h>

#include <cstring>

#include "modules/constants.h"
#include "modules/hash/hash.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/bytes.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

struct Variant2b {
    using State = blake2b_state;
    using Parameters = blake2b_param;
    static constexpr const char *name = "blake2b", *full_name = "_blake2.blake2b";
    static constexpr const char* signature =
        "(data=b'', /, *, digest_size=_blake2.blake2b.MAX_DIGEST_SIZE, key=b'', salt=b'', person=b'', "
        "fanout=1, "
        "depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, "
        "usedforsecurity=True)";
    static constexpr int block = BLAKE2B_BLOCKBYTES, digest = BLAKE2B_OUTBYTES, key = BLAKE2B_KEYBYTES,
                         salt = BLAKE2B_SALTBYTES, person = BLAKE2B_PERSONALBYTES;
    static constexpr auto init = blake2b_init_param;
    static constexpr auto update = blake2b_update;
    static constexpr auto final = blake2b_final;
    static bool set_node_offset(Parameters& parameters, std::uint64_t offset) noexcept {
        parameters.node_offset = offset;
        return true;
    }
    static Type type;
};

struct Variant2s {
    using State = blake2s_state;
    using Parameters = blake2s_param;
    static constexpr const char *name = "blake2s", *full_name = "_blake2.blake2s";
    static constexpr const char* signature =
        "(data=b'', /, *, digest_size=_blake2.blake2s.MAX_DIGEST_SIZE, key=b'', salt=b'', person=b'', "
        "fanout=1, "
        "depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, "
        "usedforsecurity=True)";
    static constexpr int block = BLAKE2S_BLOCKBYTES, digest = BLAKE2S_OUTBYTES, key = BLAKE2S_KEYBYTES,
                         salt = BLAKE2S_SALTBYTES, person = BLAKE2S_PERSONALBYTES;
    static constexpr auto init = blake2s_init_param;
    static constexpr auto update = blake2s_update;
    static constexpr auto final = blake2s_final;
    static bool set_node_offset(Parameters& parameters, std::uint64_t offset) noexcept {
        std::memcpy(parameters.node_offset, &offset, sizeof(parameters.node_offset));
        return offset >> 48 == 0;
    }
    static Type type;
};

template <class V>
struct Blake2 : Object {
    typename V::State state;
    int digest_size;
};

template <class V>
Blake2<V>* as_blake2(Object* self) noexcept {
    return static_cast<Blake2<V>*>(self);
}

void blake2_dealloc(Object* self) noexcept { free_object(self); }

/// An optional argument in a range that fits an octet.
Result<std::uint8_t> octet_argument(Object* value_or_null, int fallback, int least, int most,
                                    const char* refusal) {
    const int value = value_or_null ? TRY(argument_int(value_or_null)) : fallback;
    if (value < least || value > most) return raise(value_error_type, refusal);
    return static_cast<std::uint8_t>(value);
}

/// A number without sign; what does not fit 64 bits is an OverflowError with the given text.
Result<std::uint64_t> unsigned_argument(Object* value_or_null, const char* too_large) {
    if (!value_or_null) return 0;
    if (!is_int(value_or_null)) return raise(type_error_type, "an integer is required");
    const Int* number = as_int(value_or_null);
    if (number->is_negative()) return raise(value_error_type, "value must be positive");
    if (number->is_small()) return static_cast<std::uint64_t>(number->small);
    if (number->limb_count == 1) return number->limbs[0];
    return raise(overflow_error_type, too_large);
}

/// Copies an optional bytes-like argument of limited size; its size.
Result<std::uint8_t> short_octets(Object* value_or_null, std::uint8_t* to, int most, const char* what) {
    if (!value_or_null) return std::uint8_t{0};
    HeldBuffer view;
    TRY(get_buffer(value_or_null, view, buffer_flag::simple));
    if (view.size > most)
        return raise(value_error_type, fmt::format("maximum {} length is {} bytes", what, most));
    if (view.size) std::memcpy(to, view.data, static_cast<std::size_t>(view.size));
    return static_cast<std::uint8_t>(view.size);
}

enum Argument {
    Data,
    DigestSize,
    Key,
    Salt,
    Person,
    Fanout,
    Depth,
    LeafSize,
    NodeOffset,
    NodeDepth,
    InnerSize,
    LastNode,
    UsedForSecurity,
    argument_count
};

template <class V>
Status read_parameters(Object* const* bound, typename V::Parameters& parameters, std::uint8_t* key) {
    const std::string digest_refusal = fmt::format("digest_size must be between 1 and {} bytes", V::digest);
    const std::string inner_refusal = fmt::format("inner_size must be between 0 and is {}", V::digest);
    parameters.digest_length =
        TRY(octet_argument(bound[DigestSize], V::digest, 1, V::digest, digest_refusal.c_str()));
    TRY(short_octets(bound[Salt], parameters.salt, V::salt, "salt"));
    TRY(short_octets(bound[Person], parameters.personal, V::person, "person"));
    parameters.fanout = TRY(octet_argument(bound[Fanout], 1, 0, 255, "fanout must be between 0 and 255"));
    parameters.depth = TRY(octet_argument(bound[Depth], 1, 1, 255, "depth must be between 1 and 255"));
    const std::uint64_t leaf_size =
        TRY(unsigned_argument(bound[LeafSize], "Python int too large to convert to C unsigned long"));
    if (leaf_size > UINT32_MAX) return raise(overflow_error_type, "leaf_size is too large");
    parameters.leaf_length = static_cast<std::uint32_t>(leaf_size);
    if (!V::set_node_offset(parameters, TRY(unsigned_argument(bound[NodeOffset], "int too big to convert"))))
        return raise(overflow_error_type, "node_offset is too large");
    parameters.node_depth =
        TRY(octet_argument(bound[NodeDepth], 0, 0, 255, "node_depth must be between 0 and 255"));
    parameters.inner_length = TRY(octet_argument(bound[InnerSize], 0, 0, V::digest, inner_refusal.c_str()));
    parameters.key_length = TRY(short_octets(bound[Key], key, V::key, "key"));
    return done;
}

template <class V>
void add_data(Blake2<V>* hash, std::string_view data) noexcept {
    V::update(&hash->state, reinterpret_cast<const std::uint8_t*>(data.data()), data.size());
}

template <class V>
NewRef blake2_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {
        "",          "digest_size", "key",        "salt",       "person",    "fanout",         "depth",
        "leaf_size", "node_offset", "node_depth", "inner_size", "last_node", "usedforsecurity"};
    Object* bound[argument_count];
    if (arguments->size > 1)
        return raise(type_error_type, fmt::format("{}() takes at most 1 positional argument ({} given)",
                                                  V::name, arguments->size));
    TRY(bind_arguments(V::name, names, arguments, keywords_or_null, bound));
    typename V::Parameters parameters{};
    std::uint8_t key[V::block] = {};
    TRY(read_parameters<V>(bound, parameters, key));
    const bool last_node = bound[LastNode] && TRY(truth(bound[LastNode]));
    HeldBuffer data;
    if (bound[Data]) TRY(hash_data_argument(bound[Data], data));
    Ref<Object> made = Ref<Object>::steal(allocate_instance(type));
    Blake2<V>* hash = as_blake2<V>(made.get());
    if (V::init(&hash->state, &parameters) < 0)
        return raise(runtime_error_type, "error initializing hash state");
    hash->state.last_node = last_node;
    hash->digest_size = parameters.digest_length;
    if (parameters.key_length) add_data(hash, {reinterpret_cast<const char*>(key), V::block});
    if (bound[Data]) add_data(hash, data.view());
    return made;
}

template <class V>
NewRef blake2_copy(Object* self, Object* const*) {
    auto* copy = static_cast<Blake2<V>*>(allocate_instance(self->type));
    copy->state = as_blake2<V>(self)->state;
    copy->digest_size = as_blake2<V>(self)->digest_size;
    return NewRef(copy);
}

template <class V>
NewRef blake2_update(Object* self, Object* const* arguments) {
    HeldBuffer data;
    TRY(hash_data_argument(arguments[0], data));
    add_data(as_blake2<V>(self), data.view());
    return new_none();
}

template <class V>
std::string finish(Object* self) {
    typename V::State copy = as_blake2<V>(self)->state;
    std::string digest(static_cast<std::size_t>(as_blake2<V>(self)->digest_size), '\0');
    V::final(&copy, reinterpret_cast<std::uint8_t*>(digest.data()), digest.size());
    return digest;
}

template <class V>
NewRef blake2_digest(Object* self, Object* const*) {
    return new_bytes(finish<V>(self));
}
template <class V>
NewRef blake2_hexdigest(Object* self, Object* const*) {
    return hex_digits(finish<V>(self));
}
template <class V>
NewRef blake2_name(Object*) {
    return str_from_utf8(V::name);
}
template <class V>
NewRef blake2_block_size(Object*) {
    return new_int(V::block);
}
template <class V>
NewRef blake2_digest_size(Object* self) {
    return new_int(as_blake2<V>(self)->digest_size);
}

template <class V>
constexpr NativeDef methods[] = {
    {"copy", blake2_copy<V>, "($self, /)", "A copy of the hash object."},
    {"digest", blake2_digest<V>, "($self, /)", "The digest of the data so far, as bytes."},
    {"hexdigest", blake2_hexdigest<V>, "($self, /)", "The digest of the data so far, as hexadecimal digits."},
    {"update", blake2_update<V>, "($self, data, /)", "Goes on with more data."},
};
template <class V>
constexpr GetSetDef getset[] = {
    {"name", blake2_name<V>, nullptr, nullptr},
    {"block_size", blake2_block_size<V>, nullptr, nullptr},
    {"digest_size", blake2_digest_size<V>, nullptr, nullptr},
};

template <class V>
constexpr TypeSpec spec = {
    .name = V::full_name,
    .basic_size = sizeof(Blake2<V>),
    .doc = "A new BLAKE2 hash object.",
    .slots = {.new_ = blake2_new<V>, .dealloc = blake2_dealloc},
    .methods = methods<V>,
    .getset = getset<V>,
    .signature = V::signature,
};

Type Variant2b::type(spec<Variant2b>);
Type Variant2s::type(spec<Variant2s>);

/// The sizes as attributes of the type and, with its name in front, of the module.
template <class V>
Status add_variant(Module* module, const char* prefix) {
    TRY(module_add_type(module, V::type));
    const IntConstant sizes[] = {{"SALT_SIZE", V::salt},
                                 {"PERSON_SIZE", V::person},
                                 {"MAX_KEY_SIZE", V::key},
                                 {"MAX_DIGEST_SIZE", V::digest}};
    for (const IntConstant& size : sizes) {
        Ref<Int> value = new_int(size.value);
        Ref<Str> attribute = intern(size.name);
        TRY(dict_set(V::type.dict, attribute.get(), value.get()));
        TRY(module_set(module, fmt::format("{}_{}", prefix, size.name), value.get()));
    }
    return done;
}

Status blake2_fill(Module* module) {
    TRY(add_variant<Variant2b>(module, "BLAKE2B"));
    return add_variant<Variant2s>(module, "BLAKE2S");
}

const ModuleSpec blake2_module_spec = {"_blake2", "BLAKE2b and BLAKE2s.", {}, blake2_fill};

}  // namespace

Ref<Module> make_blake2_module() { return new_native_module(blake2_module_spec); }

}  // namespace minipy
