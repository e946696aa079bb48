// complex: objects, text, arithmetic, methods.
//
// CPython: Objects/complexobject.c
#include "objects/complex.h"

#include <cmath>

#include "memory/allocator.h"
#include "objects/float.h"
#include "objects/number_hash.h"
#include "objects/str.h"

namespace minipy {
namespace {

const Complex* as_complex(const Object* object) noexcept { return static_cast<const Complex*>(object); }

void complex_dealloc(Object* self) noexcept { release(self, sizeof(Complex)); }

NewRef complex_repr(Object* self) {
    const Complex* value = as_complex(self);
    std::string imaginary = double_repr(value->imaginary, false) + "j";
    if (value->real == 0 && !std::signbit(value->real)) return str_from_latin1(imaginary);
    bool needs_plus = imaginary[0] != '-';
    return str_from_latin1("(" + double_repr(value->real, false) + (needs_plus ? "+" : "") + imaginary + ")");
}

Result<Hash> complex_hash(Object* self) {
    const Complex* value = as_complex(self);
    std::uint64_t hash = static_cast<std::uint64_t>(double_hash(self, value->real)) +
                         hash_of_imaginary_unit * static_cast<std::uint64_t>(double_hash(self, value->imaginary));
    return hash == std::uint64_t(-1) ? -2 : static_cast<Hash>(hash);
}

Result<bool> complex_truth(Object* self) {
    return as_complex(self)->real != 0 || as_complex(self)->imaginary != 0;
}

const TypeSpec complex_spec = {
    .name = "complex",
    .basic_size = sizeof(Complex),
    .flags = type_flag::base_type,
    .doc = "Create a complex number from a string or numbers.",
    .slots = {.dealloc = complex_dealloc, .repr = complex_repr, .hash = complex_hash, .truth = complex_truth},
};

}  // namespace

Type complex_type(complex_spec);

Ref<Complex> new_complex(double real, double imaginary) {
    Complex* made = static_cast<Complex*>(allocate(sizeof(Complex)));
    made->refcount = 1;
    made->type = &complex_type;
    made->real = real;
    made->imaginary = imaginary;
    return Ref<Complex>::steal(made);
}

}  // namespace minipy
