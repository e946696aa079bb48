// The module `builtins`: functions and names.
//
// CPython: Python/bltinmodule.c
#include "modules/builtins/builtins.h"

#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/builtin_types.h"
#include "objects/bytearray.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/format.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/iterators.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/number_format.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slot_table.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "vm/frame.h"
#include "vm/generator.h"
#include "vm/import.h"

namespace minipy {
namespace {

NewRef builtin_abs(Object*, Object* const* arguments) { return absolute(arguments[0]); }

/// all() and any(): walks until an item's truth is `decisive`.
NewRef first_with_truth(Object* iterable, bool decisive) {
    Ref<Object> iterator = TRY(iterate(iterable));
    for (;;) {
        Ref<Object> item = next(iterator.get());
        if (!item) break;
        if (TRY(truth(item.get())) == decisive) return new_bool(decisive);
    }
    if (pending_exception()) return failed;
    return new_bool(!decisive);
}

NewRef builtin_all(Object*, Object* const* arguments) { return first_with_truth(arguments[0], false); }
NewRef builtin_any(Object*, Object* const* arguments) { return first_with_truth(arguments[0], true); }
NewRef builtin_ascii(Object*, Object* const* arguments) { return ascii_repr(arguments[0]); }
NewRef builtin_bin(Object*, Object* const* arguments) { return int_to_base(arguments[0], 2); }
NewRef builtin_oct(Object*, Object* const* arguments) { return int_to_base(arguments[0], 8); }
NewRef builtin_hex(Object*, Object* const* arguments) { return int_to_base(arguments[0], 16); }
NewRef builtin_callable(Object*, Object* const* arguments) { return new_bool(is_callable(arguments[0])); }

NewRef builtin_chr(Object*, Object* const* arguments) {
    const Ref<Int> number = TRY(to_index(arguments[0]));
    if (!number->is_small() || number->small != static_cast<int>(number->small))
        return raise(overflow_error_type, "Python int too large to convert to C int");
    const int code_point = static_cast<int>(number->small);
    if (code_point < 0 || code_point > 0x10FFFF)
        return raise(value_error_type, "chr() arg not in range(0x110000)");
    return str_from_character(static_cast<char32_t>(code_point));
}

NewRef builtin_divmod(Object*, Object* const* arguments) {
    return divide_and_remainder(arguments[0], arguments[1]);
}
NewRef builtin_format(Object*, Object* const* arguments) {
    if (is_str(arguments[1])) return format_object(arguments[0], static_cast<Str*>(arguments[1]));
    return raise_bad_argument("format", "argument 2", "str", arguments[1]);
}
NewRef builtin_hash(Object*, Object* const* arguments) { return new_int(TRY(hash(arguments[0]))); }
NewRef builtin_id(Object*, Object* const* arguments) {
    const auto address = reinterpret_cast<std::intptr_t>(arguments[0]);
    TRY(audit("builtins.id", address));
    return new_int(address);
}
NewRef builtin_isinstance(Object*, Object* const* arguments) {
    return new_bool(TRY(is_instance(arguments[0], arguments[1])));
}
NewRef builtin_issubclass(Object*, Object* const* arguments) {
    return new_bool(TRY(is_subclass(arguments[0], arguments[1])));
}
NewRef builtin_len(Object*, Object* const* arguments) { return new_int(TRY(length(arguments[0]))); }
NewRef builtin_repr(Object*, Object* const* arguments) { return repr(arguments[0]); }

// --- attributes

Status check_attribute_name(Object* attribute) {
    if (is_str(attribute)) return done;
    return raise(type_error_type,
                 fmt::format("attribute name must be string, not '{}'", attribute->type->name));
}

NewRef builtin_getattr(Object*, Object* const* arguments) {
    TRY(check_attribute_name(arguments[1]));
    auto* attribute = static_cast<Str*>(arguments[1]);
    if (!arguments[2]) return get_attribute(arguments[0], attribute);
    Ref<Object> found;
    TRY(find_attribute(arguments[0], attribute, found));
    return found ? NewRef(std::move(found)) : new_ref(arguments[2]);
}

NewRef builtin_hasattr(Object*, Object* const* arguments) {
    TRY(check_attribute_name(arguments[1]));
    Ref<Object> found;
    TRY(find_attribute(arguments[0], static_cast<Str*>(arguments[1]), found));
    return new_bool(static_cast<bool>(found));
}

NewRef builtin_setattr(Object*, Object* const* arguments) {
    TRY(check_attribute_name(arguments[1]));
    TRY(set_attribute(arguments[0], static_cast<Str*>(arguments[1]), arguments[2]));
    return new_none();
}

NewRef builtin_delattr(Object*, Object* const* arguments) {
    TRY(check_attribute_name(arguments[1]));
    TRY(set_attribute(arguments[0], static_cast<Str*>(arguments[1]), nullptr));
    return new_none();
}

// --- namespaces

NewRef builtin_globals(Object*, Object* const*) {
    Frame* frame = current_thread->frame;
    return frame ? new_ref(frame->globals) : new_none();
}

NewRef builtin_locals(Object*, Object* const*) {
    Frame* frame = current_thread->frame;
    if (!frame) return raise(system_error_type, "frame does not exist");
    return frame_locals(frame);
}

NewRef builtin_dir(Object*, Object* const* arguments) {
    Ref<Object> names;
    if (arguments[0]) {
        Ref<Object> method = lookup_special(arguments[0], name<"__dir__">);
        if (!method) {
            if (pending_exception()) return failed;
            return raise(type_error_type, "object does not provide __dir__");
        }
        names = TRY(call(method.get(), {}));
    } else {
        Ref<Object> space = TRY(builtin_locals(nullptr, nullptr));
        names = TRY(call_method(space.get(), name<"keys">));
    }
    Ref<List> sorted = new_list();
    TRY(list_extend(sorted.get(), names.get()));
    TRY(list_sort(sorted.get()));
    return sorted;
}

NewRef builtin_vars(Object*, Object* const* arguments) {
    if (!arguments[0]) return builtin_locals(nullptr, nullptr);
    Ref<Object> space;
    TRY(find_attribute(arguments[0], name<"__dict__">, space));
    if (space) return space;
    return raise(type_error_type, "vars() argument must have __dict__ attribute");
}

// --- iteration

NewRef builtin_iter(Object*, Object* const* arguments) {
    if (!arguments[1]) return iterate(arguments[0]);
    if (!is_callable(arguments[0])) return raise(type_error_type, "iter(v, w): v must be callable");
    return new_callable_iterator(arguments[0], arguments[1]);
}

NewRef builtin_next(Object*, Object* const* arguments) {
    Object* iterator = arguments[0];
    if (!is_iterator(iterator))
        return raise(type_error_type, fmt::format("'{}' object is not an iterator", iterator->type->name));
    NewRef item = iterator->type->slots.next(iterator);
    if (item) return item;
    if (arguments[1]) {
        if (pending_exception()) {
            if (!pending_matches(stop_iteration_type)) return failed;
            clear_exception();
        }
        return new_ref(arguments[1]);
    }
    if (pending_exception()) return failed;
    return raise_object(new_exception_without_arguments(stop_iteration_type));
}

NewRef builtin_aiter(Object*, Object* const* arguments) { return get_async_iterator(arguments[0]); }

NewRef builtin_anext(Object*, Object* const* arguments) { return get_async_next(arguments[0], arguments[1]); }

/// min() and max(): keeps the first of the extreme items.
NewRef extreme(const char* function, CompareOp better, Object* const* arguments) {
    auto* positional = static_cast<Tuple*>(arguments[0]);
    Object *key = arguments[1], *fallback = arguments[2];
    if (positional->size == 0)
        return raise(type_error_type, fmt::format("{} expected at least 1 argument, got 0", function));
    if (positional->size > 1 && fallback)
        return raise(
            type_error_type,
            fmt::format("Cannot specify a default for {}() with multiple positional arguments", function));
    Ref<Object> iterator = TRY(iterate(positional->size == 1 ? (*positional)[0] : positional));
    Ref<Object> best, best_key;
    for (;;) {
        Ref<Object> item = next(iterator.get());
        if (!item) break;
        Ref<Object> item_key = key && !is_none(key) ? TRY(call(key, {item.get()})) : item;
        if (!best || TRY(compare_truth(item_key.get(), best_key.get(), better))) {
            best = std::move(item);
            best_key = std::move(item_key);
        }
    }
    if (pending_exception()) return failed;
    if (best) return best;
    if (fallback) return new_ref(fallback);
    return raise(value_error_type, fmt::format("{}() arg is an empty sequence", function));
}

NewRef builtin_min(Object*, Object* const* arguments) { return extreme("min", CompareOp::Lt, arguments); }
NewRef builtin_max(Object*, Object* const* arguments) { return extreme("max", CompareOp::Gt, arguments); }

NewRef builtin_sorted(Object*, Object* const* arguments) {
    Ref<List> list = new_list();
    TRY(list_extend(list.get(), arguments[0]));
    Object* key = arguments[1] && !is_none(arguments[1]) ? arguments[1] : nullptr;
    TRY(list_sort(list.get(), key, TRY(argument_int(arguments[2])) != 0));
    return list;
}

/// The total and the next item added as machine numbers, if both are exact ints of one word or floats (as in
/// CPython, an int may also join a float); false if the operator must do it. The total, when nobody else has
/// it, is written anew: no object per item.
bool add_plain(Ref<Object>& total, Object* item) {
    Object* sum = total.get();
    if (sum->type == &int_type && item->type == &int_type) {
        const Int *a = as_int(sum), *b = as_int(item);
        std::int64_t result;
        if (!are_small(a, b) || __builtin_add_overflow(a->small, b->small, &result)) return false;
        total = new_int(result);
        return true;
    }
    if (sum->type != &float_type) return false;
    double value;
    if (item->type == &float_type)
        value = float_value(item);
    else if (item->type == &int_type && as_int(item)->is_small())
        value = static_cast<double>(as_int(item)->small);
    else
        return false;
    if (sum->refcount == 1)
        static_cast<Float*>(sum)->value += value;
    else
        total = new_float(float_value(sum) + value);
    return true;
}

NewRef builtin_sum(Object*, Object* const* arguments) {
    Object* start = arguments[1];
    for (const auto& [type, message] :
         {std::pair{&str_type, "sum() can't sum strings [use ''.join(seq) instead]"},
          std::pair{&bytes_type, "sum() can't sum bytes [use b''.join(seq) instead]"},
          std::pair{&bytearray_type, "sum() can't sum bytearray [use b''.join(seq) instead]"}})
        if (is_instance_of(start, *type)) return raise(type_error_type, message);
    Ref<Object> iterator = TRY(iterate(arguments[0]));
    Ref<Object> total = share(start);
    for (;;) {
        Ref<Object> item = next(iterator.get());
        if (!item) break;
        if (add_plain(total, item.get())) continue;
        total = TRY(binary_operation(BinaryOp::Add, total.get(), item.get()));
    }
    if (pending_exception()) return failed;
    return total;
}

// --- numbers and characters

NewRef builtin_ord(Object*, Object* const* arguments) {
    Size size;
    if (is_str(arguments[0])) {
        auto* text = static_cast<Str*>(arguments[0]);
        if (text->size == 1) return new_int(static_cast<std::int64_t>(text->at(0)));
        size = text->size;
    } else if (is_bytes(arguments[0])) {
        auto* bytes = static_cast<Bytes*>(arguments[0]);
        if (bytes->size == 1) return new_int(static_cast<unsigned char>(bytes->data()[0]));
        size = bytes->size;
    } else if (is_instance_of(arguments[0], bytearray_type)) {
        auto* bytes = static_cast<ByteArray*>(arguments[0]);
        if (bytes->size == 1) return new_int(static_cast<unsigned char>(bytes->items[0]));
        size = bytes->size;
    } else {
        return raise(type_error_type,
                     fmt::format("ord() expected string of length 1, but {} found", arguments[0]->type->name));
    }
    return raise(type_error_type,
                 fmt::format("ord() expected a character, but string of length {} found", size));
}

NewRef builtin_pow(Object*, Object* const* arguments) {
    return power(arguments[0], arguments[1], arguments[2]);
}

NewRef builtin_round(Object*, Object* const* arguments) {
    Ref<Object> method = lookup_special(arguments[0], name<"__round__">);
    if (!method) {
        if (pending_exception()) return failed;
        return raise(type_error_type,
                     fmt::format("type {} doesn't define __round__ method", arguments[0]->type->name));
    }
    if (!arguments[1] || is_none(arguments[1])) return call(method.get(), {});
    return call(method.get(), {arguments[1]});
}

NewRef builtin_breakpoint(Object*, Object* const* arguments) {
    Ref<Object> hook = Ref<Object>::share(sys_attribute(name<"breakpointhook">));
    if (!hook) return raise(runtime_error_type, "lost sys.breakpointhook");
    TRY(audit("builtins.breakpoint", hook));
    return call_with_dict(hook.get(), static_cast<Tuple*>(arguments[0]), static_cast<Dict*>(arguments[1]));
}

NewRef builtin_import(Object*, Object* const* arguments) {
    return import_by_importlib(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4]);
}

constexpr NativeDef functions[] = {
    {"__build_class__", builtin_build_class, "-($module, func=<absent>, name=<absent>, /, *bases, **kwds)",
     "Makes a class: what a class statement calls."},
    {"__import__", builtin_import, "($module, /, name, globals=None, locals=None, fromlist=(), level=0)",
     "Imports a module: what an import statement calls."},
    {"abs", builtin_abs, "($module, x, /)", "The absolute value."},
    {"all", builtin_all, "($module, iterable, /)", "Whether every item is true; True for none at all."},
    {"any", builtin_any, "($module, iterable, /)", "Whether some item is true."},
    {"ascii", builtin_ascii, "($module, obj, /)", "repr() with everything beyond ASCII escaped."},
    {"bin", builtin_bin, "($module, number, /)", "The number in base 2.\n\n>>> bin(5)\n'0b101'"},
    {"breakpoint", builtin_breakpoint, "-($module, *args, **kws)",
     "Stops in the debugger: calls sys.breakpointhook() with the same arguments."},
    {"callable", builtin_callable, "($module, obj, /)", "Whether the object can be called."},
    {"chr", builtin_chr, "($module, i, /)", "The character with that code point."},
    {"compile", builtin_compile,
     "($module, /, source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)",
     "A code object (or an AST) from source text or an AST."},
    {"delattr", builtin_delattr, "($module, obj, name, /)", "del obj.name, with the name as a string."},
    {"dir", builtin_dir, "-($module, object=<absent>, /)",
     "The sorted names of an object, or of the current scope."},
    {"divmod", builtin_divmod, "($module, x, y, /)", "The pair (x // y, x % y)."},
    {"eval", builtin_eval, "($module, source, globals=None, locals=None, /)", "The value of an expression."},
    {"exec", builtin_exec, "($module, source, globals=None, locals=None, /, *, closure=None)",
     "Runs statements in the given namespaces."},
    {"format", builtin_format, "($module, value, format_spec='', /)", "value.__format__(format_spec)"},
    {"getattr", builtin_getattr, "-($module, object, name, default=<absent>, /)",
     "object.name, or the default if there is no such attribute."},
    {"globals", builtin_globals, "($module, /)", "The namespace of the current module."},
    {"hasattr", builtin_hasattr, "($module, obj, name, /)", "Whether the object has the attribute."},
    {"hash", builtin_hash, "($module, obj, /)", "The hash of an object: equal objects have equal ones."},
    {"hex", builtin_hex, "($module, number, /)", "The number in base 16.\n\n>>> hex(255)\n'0xff'"},
    {"id", builtin_id, "($module, obj, /)", "The identity of an object: its address."},
    {"input", builtin_input, "($module, prompt=<absent: ''>, /)",
     "A line from standard input, without its line end."},
    {"isinstance", builtin_isinstance, "($module, obj, class_or_tuple, /)",
     "Whether the object is an instance of the class, or of one of them."},
    {"issubclass", builtin_issubclass, "($module, cls, class_or_tuple, /)",
     "Whether the class is derived from the other, or from one of them."},
    {"iter", builtin_iter, "-($module, object, sentinel=<absent>, /)",
     "An iterator over the object; with a sentinel, over the results of calling it."},
    {"aiter", builtin_aiter, "($module, async_iterable, /)", "The asynchronous iterator of the object."},
    {"len", builtin_len, "($module, obj, /)", "The number of items in a container."},
    {"locals", builtin_locals, "($module, /)", "The namespace of the current scope."},
    {"max", builtin_max, "-%($module, *args, key=None, default=<absent>)",
     "max(iterable, *, default, key) or max(first, ..., *, key): the largest item or argument."},
    {"min", builtin_min, "-%($module, *args, key=None, default=<absent>)",
     "min(iterable, *, default, key) or min(first, ..., *, key): the smallest item or argument."},
    {"next", builtin_next, "-($module, iterator, default=<absent>, /)",
     "The next item, or the default when there is none."},
    {"anext", builtin_anext, "($module, aiterator, default=<unrepresentable>, /)",
     "An awaitable of the next item of an asynchronous iterator."},
    {"oct", builtin_oct, "($module, number, /)", "The number in base 8.\n\n>>> oct(15)\n'0o17'"},
    {"ord", builtin_ord, "($module, c, /)", "The code point of a character."},
    {"pow", builtin_pow, "($module, /, base, exp, mod=None)", "base ** exp, or base ** exp % mod."},
    {"print", builtin_print, "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)",
     "Writes the arguments to a stream, by default sys.stdout."},
    {"repr", builtin_repr, "($module, obj, /)", "The text that shows the object, for programmers."},
    {"round", builtin_round, "($module, /, number, ndigits=None)", "The number rounded to a number of digits."},
    {"setattr", builtin_setattr, "($module, obj, name, value, /)",
     "obj.name = value, with the name as a string."},
    {"sorted", builtin_sorted, "+($module, iterable, /, *, key=None, reverse=False)",
     "A new list of the items in ascending order."},
    {"sum", builtin_sum, "($module, iterable, /, start=0)", "The start value plus all items."},
    {"vars", builtin_vars, "-($module, object=<absent>, /)",
     "The __dict__ of an object, or the current scope."},
};

Status fill(Module* module) {
    TRY(module_set(module, "None", &none));
    TRY(module_set(module, "Ellipsis", &ellipsis));
    TRY(module_set(module, "NotImplemented", &not_implemented));
    TRY(module_set(module, "True", &true_object));
    TRY(module_set(module, "False", &false_object));
    TRY(module_set(module, "__debug__", &true_object));
    for (Type* type : exposed_types()) TRY(module_set(module, type->name, type));
    TRY(module_set(module, "EnvironmentError", &os_error_type));
    return module_set(module, "IOError", &os_error_type);
}

const ModuleSpec spec = {"builtins", "The functions, exceptions and types that every program sees.", functions,
                         fill};

}  // namespace

Ref<Module> make_builtins_module() { return new_native_module(spec); }

}  // namespace minipy
