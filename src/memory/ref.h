// Ownership of objects in C++ types: `Ref<T>` owns one reference, a plain `T*` borrows.
//
// `NewRef` is what slots and natives return: a new reference travelling in a machine register (a class
// with a destructor would be returned through memory). It has no destructor on purpose: turn it into a
// `Ref` at once, or return it on. An empty `Ref` or `NewRef` from a fallible function means that an
// exception is pending on the thread; `Result<T>` says the same for values that are not objects.
//
// CPython: the "new reference / borrowed reference / stolen reference" conventions of its C API
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

#include "memory/object.h"

namespace minipy {

/// The value of a failed fallible function: converts to an empty `NewRef`/`Ref` and a failed `Result`.
struct Failure {};
inline constexpr Failure failed{};

/// A new reference in a register, or null with an exception pending. Owned by whoever receives it.
struct [[nodiscard]] NewRef {
    Object* object;

    constexpr NewRef(std::nullptr_t) noexcept : object(nullptr) {}
    constexpr NewRef(Failure) noexcept : object(nullptr) {}
    constexpr explicit NewRef(Object* owned) noexcept : object(owned) {}
    explicit operator bool() const noexcept { return object != nullptr; }
};

/// An owning pointer to an object; empty means "no object".
template <class T>
class [[nodiscard]] Ref {
  public:
    constexpr Ref() noexcept = default;
    constexpr Ref(std::nullptr_t) noexcept {}
    constexpr Ref(Failure) noexcept {}
    Ref(const Ref& other) noexcept : pointer_(other.pointer_) { acquire(); }
    Ref(Ref&& other) noexcept : pointer_(other.release()) {}
    template <class U>
        requires std::is_convertible_v<U*, T*>
    Ref(const Ref<U>& other) noexcept : pointer_(other.get()) { acquire(); }
    template <class U>
        requires std::is_convertible_v<U*, T*>
    Ref(Ref<U>&& other) noexcept : pointer_(other.release()) {}
    /// Takes over what a slot or native returned.
    Ref(NewRef owned) noexcept
        requires std::is_same_v<T, Object>
        : pointer_(owned.object) {}
    ~Ref() {
        if (pointer_) decref(pointer_);
    }

    /// Swaps first and drops the old object last: its `__del__` may run and look at this very slot.
    Ref& operator=(Ref other) noexcept {
        std::swap(pointer_, other.pointer_);
        return *this;
    }

    /// Takes over a reference that the caller owns.
    static Ref steal(T* owned) noexcept {
        Ref ref;
        ref.pointer_ = owned;
        return ref;
    }
    /// Makes a reference of its own to a borrowed object (null stays empty).
    static Ref share(T* borrowed) noexcept {
        Ref ref;
        ref.pointer_ = borrowed;
        ref.acquire();
        return ref;
    }

    T* get() const noexcept { return pointer_; }
    T* operator->() const noexcept { return pointer_; }
    T& operator*() const noexcept { return *pointer_; }
    explicit operator bool() const noexcept { return pointer_ != nullptr; }

    /// Gives the reference away; the caller owns it now.
    [[nodiscard]] T* release() noexcept { return std::exchange(pointer_, nullptr); }
    void reset() noexcept { Ref dropped = std::move(*this); }

    /// `return ref;` from a slot or native.
    operator NewRef() && noexcept { return NewRef(release()); }

  private:
    void acquire() noexcept {
        if (pointer_) incref(pointer_);
    }

    T* pointer_ = nullptr;
};

/// A new reference to a borrowed object, ready to be returned. Py_NewRef.
inline NewRef new_ref(Object* borrowed) noexcept {
    incref(borrowed);
    return NewRef(borrowed);
}

/// A `Ref<T>` to a borrowed object.
template <class T>
Ref<T> share(T* borrowed) noexcept {
    return Ref<T>::share(borrowed);
}

/// A plain value, or a failure with an exception pending on the thread. Two registers at most for small T.
template <class T>
class [[nodiscard]] Result {
  public:
    constexpr Result(T value) noexcept : value_(std::move(value)), ok_(true) {}
    constexpr Result(Failure) noexcept : value_(), ok_(false) {}

    explicit operator bool() const noexcept { return ok_; }
    const T& operator*() const noexcept { return value_; }
    T& operator*() noexcept { return value_; }

  private:
    T value_;
    bool ok_;
};

/// Success or failure of a function that gives no value.
struct Done {};
using Status = Result<Done>;
inline constexpr Done done{};

}  // namespace minipy

/// The one macro that hides a `return`: evaluates a `Ref`, `NewRef` or `Result` and passes a failure on.
/// `Ref<Object> x = TRY(f());` `bool b = TRY(truth(o));` A bare `TRY(status());` drops the value.
#define TRY(expression)                                             \
    ({                                                              \
        auto try_result_ = (expression);                            \
        if (!try_result_) [[unlikely]] return ::minipy::failed;     \
        ::minipy::detail::unwrap(std::move(try_result_));           \
    })

namespace minipy::detail {
inline Ref<Object> unwrap(NewRef result) noexcept { return Ref<Object>(result); }
template <class T>
Ref<T> unwrap(Ref<T>&& result) noexcept {
    return std::move(result);
}
template <class T>
T unwrap(Result<T>&& result) noexcept {
    return std::move(*result);
}
}  // namespace minipy::detail
