// Entry point of the unit tests.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include "vm/runtime.h"

int main(int argc, char** argv) {
    minipy::initialize_types();
    return doctest::Context(argc, argv).run();
}
