// The compiled half of {fmt}, made from its headers: what the library's own source file instantiates, as far as
// minipy uses it. Here instead of libfmt.so so that starting minipy loads no C++ library.
#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
namespace detail {
template FMT_API auto thousands_sep_impl(locale_ref) -> thousands_sep_result<char>;
template FMT_API auto decimal_point_impl(locale_ref) -> char;
} // namespace detail
FMT_END_NAMESPACE
