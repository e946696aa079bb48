// frozenset: order of the slots, hash and comparison as python3.11 has them.
#include <doctest/doctest.h>

#include <vector>

#include "objects/errors.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/str.h"

using namespace minipy;

namespace {

Ref<Set> set_of(std::initializer_list<std::int64_t> values) {
    std::vector<Ref<Int>> owned;
    std::vector<Object*> items;
    for (std::int64_t value : values) items.push_back(owned.emplace_back(new_int(value)).get());
    return new_frozenset(items);
}

std::string text(const Ref<Set>& set) { return std::string(str_utf8(repr(set.get()).get())); }

}  // namespace

TEST_CASE("frozenset: items come in the order of CPython's table") {
    CHECK(text(set_of({})) == "frozenset()");
    CHECK(text(set_of({3, 2, 1, 2})) == "frozenset({1, 2, 3})");
    CHECK(text(set_of({8, 0, 16, 24, 32})) == "frozenset({0, 32, 8, 16, 24})");
    CHECK(text(set_of({7, 15, 23, 31, 39})) == "frozenset({39, 7, 15, 23, 31})");
    CHECK(text(set_of({100, 5, 13, 21, 29, 37, 45, 53, 61, 69, -2, 0, std::int64_t{1} << 40})) ==
          "frozenset({0, 1099511627776, 100, 5, 37, 69, 13, 45, 61, 21, 53, 29, -2})");
}

TEST_CASE("frozenset: hash and comparison do not depend on the order") {
    CHECK(*hash(set_of({}).get()) == 133146708735736);
    Ref<Set> set = set_of({100, 5, 13, 21, 29, 37, 45, 53, 61, 69, -2, 0, std::int64_t{1} << 40});
    CHECK(*hash(set.get()) == -245891341022237647);
    Ref<Set> a = set_of({1, 9, 17}), b = set_of({17, 9, 1}), c = set_of({1, 9});
    CHECK(*compare_truth(a.get(), b.get(), CompareOp::Eq));
    CHECK(*compare_truth(a.get(), c.get(), CompareOp::Ne));
    CHECK(*compare_truth(c.get(), a.get(), CompareOp::Lt));
    CHECK_FALSE(*compare_truth(a.get(), c.get(), CompareOp::Le));
    CHECK(*set_contains(a.get(), new_int(9).get()));
    CHECK_FALSE(*set_contains(a.get(), new_int(2).get()));
}
