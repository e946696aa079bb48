// What is wrong with a number that letters or digits follow at once.
//
// CPython: verify_end_of_number() in Parser/tokenizer.c
#pragma once

#include <string>

namespace minipy {

struct NumberVerdict {
    std::string message;              // empty: nothing is wrong
    bool is_warning = false;          // a keyword follows directly, as in `1if x`
    const char* end = nullptr;        // of an error: behind the last character that CPython had read
    const char* zeros_end = nullptr;  // of "leading zeros ...": behind the first digit that is not zero
};

/// `start` is where the number starts, in a text that ends in a zero.
NumberVerdict judge_number(const char* start);

}  // namespace minipy
