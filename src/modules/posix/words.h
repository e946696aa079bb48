// The words of argv and of the environment, as the calls that start programs want them.
//
// CPython: Modules/posixmodule.c (parse_arglist, parse_envlist)
#pragma once

#include <string>
#include <vector>

#include "modules/posix/posix.h"

namespace minipy {

class WordArray {
  public:
    Status add(Object* word, const char* function) {
        PathArgument text;
        TRY(text.acquire(word, function, "argv"));
        words_.emplace_back(text.text());
        return done;
    }
    void add(std::string word) { words_.push_back(std::move(word)); }
    /// Nothing that could be a program's name stands first.
    bool empty() const noexcept { return words_.empty() || words_[0].empty(); }
    /// A null behind the last; valid until the next `add`.
    char** pointers() {
        pointers_.clear();
        for (std::string& word : words_) pointers_.push_back(word.data());
        pointers_.push_back(nullptr);
        return pointers_.data();
    }

  private:
    std::vector<std::string> words_;
    std::vector<char*> pointers_;
};

/// "name=value" for each item of the mapping. ValueError "illegal environment variable name".
Status collect_environment(Object* mapping, WordArray& words);

}  // namespace minipy
