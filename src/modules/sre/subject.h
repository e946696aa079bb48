// What is searched: a str, or the octets of a bytes-like object.
//
// Invariant: the text stays where it is as long as the Subject lives (a buffer is held until then).
//
// CPython: Modules/_sre/sre.c (getstring, getslice)
#pragma once

#include "objects/buffer.h"
#include "objects/str.h"

namespace minipy::sre {

class Subject {
  public:
    /// Borrows the string. TypeError "expected string or bytes-like object, got 'int'".
    Status acquire(Object* string);

    const void* data() const noexcept { return data_; }
    Size length() const noexcept { return length_; }
    /// Bytes per character: 1, 2 or 4.
    int width() const noexcept { return width_; }
    bool is_text() const noexcept { return is_text_; }
    Object* string() const noexcept { return string_; }

    /// A str, or bytes whatever the type of the subject.
    Ref<Object> slice(Size start, Size end) const;

  private:
    Object* string_ = nullptr;
    OctetsView octets_;
    const void* data_ = nullptr;
    Size length_ = 0;
    int width_ = 1;
    bool is_text_ = false;
};

}  // namespace minipy::sre
