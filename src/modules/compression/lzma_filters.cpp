// Filters of _lzma: dicts to the library's structures and back.
//
// CPython: Modules/_lzmamodule.c (parse_filter_spec, build_filter_spec)
#include <algorithm>

#include "modules/compression/lzma.h"
#include "modules/support.h"
#include "objects/int.h"
#include "objects/int_large.h"
#include "objects/protocol.h"
#include "objects/str.h"

namespace minipy::lzma {
namespace {

/// `specification[key]`; empty without an exception if it is not there.
Status find_option(Object* specification, const char* key, Ref<Object>& found) {
    found = get_item(specification, intern(key).get());
    if (found) return done;
    if (!pending_matches(key_error_type)) return failed;
    clear_exception();
    return done;
}

/// Where an option of a filter goes.
struct Option {
    const char* name;
    std::uint32_t* place;
};

/// Fills in the options that are given; ValueError if one is not known or does not fit, whatever the reason.
Status read_options(Object* specification, std::span<const Option> options, const char* filter) {
    const auto refuse = [&] {
        clear_exception();
        return raise(value_error_type, fmt::format("Invalid filter specifier for {} filter", filter));
    };
    if (!is_dict(specification)) return refuse();
    Size position = 0;
    Object *key, *value;
    while (dict_next(static_cast<Dict*>(specification), position, key, value)) {
        const auto option = std::find_if(options.begin(), options.end(), [&](const Option& candidate) {
            return is_str(key) && str_equal(static_cast<Str*>(key), candidate.name);
        });
        if (option == options.end()) return refuse();
        if (!option->place) continue;
        const Result<std::uint64_t> number = unsigned_number(value, true);
        if (!number) return refuse();
        *option->place = static_cast<std::uint32_t>(*number);
    }
    return done;
}

bool is_bcj(lzma_vli id) noexcept {
    switch (id) {
        case LZMA_FILTER_X86:
        case LZMA_FILTER_POWERPC:
        case LZMA_FILTER_IA64:
        case LZMA_FILTER_ARM:
        case LZMA_FILTER_ARMTHUMB:
        case LZMA_FILTER_SPARC: return true;
        default: return false;
    }
}

Failure raise_unknown_filter(lzma_vli id) {
    return raise(value_error_type, fmt::format("Invalid filter ID: {}", id));
}

}  // namespace

Result<std::uint64_t> unsigned_number(Object* value, bool is_word) {
    if (!is_int(value)) return raise(type_error_type, "an integer is required");
    const Int* number = as_int(value);
    if (number->is_negative()) return raise(overflow_error_type, "can't convert negative int to unsigned");
    const IntParts parts(number);
    if (parts.size() > 1) return raise(overflow_error_type, "int too big to convert");
    const std::uint64_t result = number->is_zero() ? 0 : parts.limbs()[0];
    if (is_word && result > UINT32_MAX) return raise(overflow_error_type, "Value too large for uint32_t type");
    return result;
}

Status FilterChain::read_lzma(std::size_t index, Object* specification) {
    lzma_options_lzma& options = options_[index].lzma;
    Ref<Object> preset_given;
    TRY(find_option(specification, "preset", preset_given));
    std::uint32_t preset = LZMA_PRESET_DEFAULT;
    if (preset_given) preset = static_cast<std::uint32_t>(TRY(unsigned_number(preset_given.get(), true)));
    if (lzma_lzma_preset(&options, preset))
        return raise(error_class(), fmt::format("Invalid compression preset: {}", preset));
    std::uint32_t mode = options.mode, finder = options.mf;
    const Option places[] = {{"id", nullptr},
                             {"preset", nullptr},
                             {"dict_size", &options.dict_size},
                             {"lc", &options.lc},
                             {"lp", &options.lp},
                             {"pb", &options.pb},
                             {"mode", &mode},
                             {"nice_len", &options.nice_len},
                             {"mf", &finder},
                             {"depth", &options.depth}};
    TRY(read_options(specification, places, "LZMA"));
    options.mode = static_cast<lzma_mode>(mode);
    options.mf = static_cast<lzma_match_finder>(finder);
    return done;
}

Status FilterChain::read_filter(std::size_t index, Object* specification) {
    if (!specification->type->slots.get_item)
        return raise(type_error_type, "Filter specifier must be a dict or dict-like object");
    Ref<Object> id_given;
    TRY(find_option(specification, "id", id_given));
    if (!id_given) return raise(value_error_type, "Filter specifier must have an \"id\" entry");
    const lzma_vli id = TRY(unsigned_number(id_given.get()));
    Options& options = options_[index];
    if (id == LZMA_FILTER_LZMA1 || id == LZMA_FILTER_LZMA2) {
        TRY(read_lzma(index, specification));
    } else if (id == LZMA_FILTER_DELTA) {
        options.delta = {};
        options.delta.type = LZMA_DELTA_TYPE_BYTE;
        options.delta.dist = LZMA_DELTA_DIST_MIN;
        const Option places[] = {{"id", nullptr}, {"dist", &options.delta.dist}};
        TRY(read_options(specification, places, "delta"));
    } else if (is_bcj(id)) {
        options.bcj = {};
        const Option places[] = {{"id", nullptr}, {"start_offset", &options.bcj.start_offset}};
        TRY(read_options(specification, places, "BCJ"));
    } else {
        return raise_unknown_filter(id);
    }
    filters_[index] = {id, &options};
    filters_[index + 1] = {LZMA_VLI_UNKNOWN, nullptr};
    return done;
}

Status FilterChain::read(Object* specifications) {
    if (is_dict(specifications)) return raise(type_error_type, "dict is not a sequence");
    const Size count = TRY(length(specifications));
    if (count > LZMA_FILTERS_MAX)
        return raise(value_error_type,
                     fmt::format("Too many filters - liblzma supports a maximum of {}", LZMA_FILTERS_MAX));
    filters_[0] = {LZMA_VLI_UNKNOWN, nullptr};
    for (Size i = 0; i < count; ++i) {
        Ref<Object> specification = TRY(get_item(specifications, new_int(i).get()));
        TRY(read_filter(static_cast<std::size_t>(i), specification.get()));
    }
    return done;
}

Status FilterChain::read_one(Object* specification) { return read_filter(0, specification); }

Ref<Dict> describe_filter(const lzma_filter& filter) {
    Ref<Dict> described = new_dict();
    const auto set = [&](const char* name, std::uint64_t value) {
        return dict_set(described.get(), intern(name).get(), new_int_unsigned(value).get());
    };
    TRY(set("id", filter.id));
    if (filter.id == LZMA_FILTER_LZMA1 || filter.id == LZMA_FILTER_LZMA2) {
        const auto* options = static_cast<const lzma_options_lzma*>(filter.options);
        if (filter.id == LZMA_FILTER_LZMA1) {
            TRY(set("lc", options->lc));
            TRY(set("lp", options->lp));
            TRY(set("pb", options->pb));
        }
        TRY(set("dict_size", options->dict_size));
    } else if (filter.id == LZMA_FILTER_DELTA) {
        TRY(set("dist", static_cast<const lzma_options_delta*>(filter.options)->dist));
    } else if (is_bcj(filter.id)) {
        if (filter.options)
            TRY(set("start_offset", static_cast<const lzma_options_bcj*>(filter.options)->start_offset));
    } else {
        return raise_unknown_filter(filter.id);
    }
    return described;
}

}  // namespace minipy::lzma
