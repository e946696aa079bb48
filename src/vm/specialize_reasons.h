// Why instructions keep their general form, in words: for `minipy --dis --adaptive`.
//
// A site that finds no special form for its operands says so when it postpones the next look. Invariant:
// nothing is noted unless somebody has asked before the program began, and then only where the search for a
// form ends, which is off the path of warm code; a run without it pays nothing.
//
// CPython: Python/specialize.c (SPECIALIZATION_FAIL, in builds with Py_STATS)
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "vm/code_words.h"

namespace minipy {

class SpecializationReasons {
  public:
    /// The types of the operands, if given, follow the reason. The latest note of a site stays.
    void note(const CodeWord* instruction, const char* reason, const Object* operand = nullptr,
              const Object* other = nullptr);
    /// Of words that begin a new life.
    void forget(const CodeWord* words, Size count);
    /// "no form for these operands: str, int"; empty if nothing was noted.
    std::string at(const CodeWord* instruction) const;

  private:
    std::unordered_map<const CodeWord*, std::string> notes_;
};

/// Null unless reasons are asked for.
extern std::unique_ptr<SpecializationReasons> specialization_reasons;

}  // namespace minipy
