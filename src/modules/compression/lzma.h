// _lzma: what its files share. A chain of filters comes from Python as a list of dicts, each with an "id" and
// the options that the filter knows.
//
// CPython: Modules/_lzmamodule.c
#pragma once

#include <lzma.h>

#include <array>
#include <cstdint>

#include "objects/errors.h"
#include "objects/type.h"

namespace minipy::lzma {

/// `_lzma.LZMAError`.
Type& error_class();

/// The exception for a return code of the library; `done` for those that are no errors.
Status check_code(lzma_ret code);

/// An integer of 32 or 64 bits without sign.
Result<std::uint64_t> unsigned_number(Object* value, bool is_word = false);

/// A chain of filters as the library wants it, with the options inside. Must stay where it is.
class FilterChain {
  public:
    FilterChain() = default;
    FilterChain(const FilterChain&) = delete;
    FilterChain& operator=(const FilterChain&) = delete;

    /// From a sequence of dicts.
    Status read(Object* specifications);
    /// The chain of a single one.
    Status read_one(Object* specification);

    const lzma_filter* filters() const noexcept { return filters_.data(); }

  private:
    Status read_filter(std::size_t index, Object* specification);
    Status read_lzma(std::size_t index, Object* specification);

    union Options {
        lzma_options_lzma lzma;
        lzma_options_delta delta;
        lzma_options_bcj bcj;
    };
    std::array<lzma_filter, LZMA_FILTERS_MAX + 1> filters_{};
    std::array<Options, LZMA_FILTERS_MAX> options_{};
};

/// The filter as a dict. ValueError for one that is not known.
Ref<Dict> describe_filter(const lzma_filter& filter);

extern Type compressor_type, decompressor_type;

}  // namespace minipy::lzma
