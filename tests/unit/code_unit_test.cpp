// Numberings and the constant pool of the compiler.
#include "compiler/code_unit.h"

#include <doctest/doctest.h>

#include <array>

#include "objects/float.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

using namespace minipy;

TEST_CASE("numbering: first occurrence decides, few and many items") {
    std::vector<Ref<Int>> objects;
    for (int i = 0; i < 100; ++i) objects.push_back(new_int(100'000 + i));
    Numbering numbering;
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 100; ++i) CHECK(numbering.add(objects[static_cast<std::size_t>(i)].get()) == i);
    }
    CHECK(numbering.size() == 100);
    numbering.truncate(50);
    CHECK(numbering.find(objects[49].get()) == 49);
    CHECK(numbering.find(objects[50].get()) == -1);
    CHECK(numbering.add(objects[99].get()) == 50);
}

TEST_CASE("constant pool: equal in type and value, signs of zeros apart") {
    ConstantPool pool;
    Ref<Float> one = new_float(1.0), same = new_float(1.0), zero = new_float(0.0), minus_zero = new_float(-0.0);
    Ref<Int> integer = new_int(1);
    CHECK(pool.unique(one) == one.get());
    CHECK(pool.unique(same) == one.get());
    CHECK(pool.unique(integer) == integer.get());
    CHECK(pool.unique(&true_object) == &true_object);
    CHECK(pool.unique(zero) == zero.get());
    CHECK(pool.unique(minus_zero) == minus_zero.get());
    CHECK(pool.unique(&none) == &none);
}

TEST_CASE("constant pool: items of tuples are shared too") {
    ConstantPool pool;
    Ref<Float> one = new_float(1.0), same = new_float(1.0), minus = new_float(-0.0), plus = new_float(0.0);
    pool.unique(one);
    std::array<Object*, 2> items{same.get(), minus.get()}, others{same.get(), plus.get()};
    Ref<Tuple> tuple = new_tuple(items), equal = new_tuple(items), different = new_tuple(others);
    CHECK(pool.unique(tuple) == tuple.get());
    CHECK((*tuple)[0] == one.get());
    CHECK(pool.unique(equal) == tuple.get());
    CHECK(pool.unique(different) == different.get());
}
