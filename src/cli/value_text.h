// Values as the tracer shows them: short, and without running any of the program's code.
//
// CPython: Lib/reprlib.py (the idea)
#pragma once

#include <string>

#include "memory/object.h"
#include "memory/ref.h"

namespace minipy {

/// While it lives, the program's pending exception is aside, and there is room to recurse: what looks at the
/// program may fail, and where the recursion is too deep it would, without leaving an error in the program's.
class Aside {
  public:
    Aside() noexcept;
    ~Aside();
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;

  private:
    Ref<Object> pending_;
    int depth_;
};

/// A few words for any object, or "NULL": simple values as their literals, containers by their first items,
/// functions and classes by name, all others by their type.
std::string value_text(const Object* value_or_null, int depth = 2);

}  // namespace minipy
