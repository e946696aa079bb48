// Containers that contain themselves.
//
// CPython: Objects/object.c (Py_ReprEnter, Py_ReprLeave)
#include "objects/repr_guard.h"

#include <algorithm>
#include <vector>

namespace minipy {
namespace {

thread_local std::vector<Object*> being_shown;

}  // namespace

ReprGuard::ReprGuard(Object* object) noexcept
    : recursion_(" while getting the repr of an object"),
      object_(object),
      nested_(std::find(being_shown.begin(), being_shown.end(), object) != being_shown.end()) {
    if (!nested_) being_shown.push_back(object);
}

ReprGuard::~ReprGuard() {
    if (nested_) return;
    being_shown.erase(std::find(being_shown.rbegin(), being_shown.rend(), object_).base() - 1);
}

}  // namespace minipy
