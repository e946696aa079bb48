// Exception groups: splitting them, and what is left to raise after `except*`.
//
// A group is a tree whose leaves are plain exceptions. `split_tree` walks it once and makes, by the group's own
// `derive`, new groups of the same shape around the leaves that match and around the rest; metadata
// (traceback, context, cause, notes) is copied to them. Invariant: `exceptions` is a tuple of exceptions and
// is never empty.
//
// CPython: Objects/exceptions.c (BaseExceptionGroup_*, exceptiongroup_split_recursive, _PyExc_PrepReraiseStar)
#include <fmt/format.h>

#include <unordered_set>
#include <utility>
#include <vector>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/exceptions_internal.h"
#include "objects/instance.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/union_type.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

ExceptionGroup* as_group(Object* object) noexcept { return as_layout<ExceptionGroup>(object); }
Tuple* members_of(Object* group) noexcept { return static_cast<Tuple*>(as_group(group)->exceptions); }

// --- construction

/// The class to make: BaseExceptionGroup becomes ExceptionGroup if it can. TypeError for bare BaseExceptions in
/// a class that is an Exception.
Type* class_for_members(Type* type, const Tuple* members) {
    bool all_exceptions = true;
    for (Object* member : members->span())
        all_exceptions = all_exceptions && is_instance_of(member, exception_type);
    if (all_exceptions) return type == &base_exception_group_type ? exception_group_class() : type;
    if (type == exception_group_class())
        return (void)raise(type_error_type, "Cannot nest BaseExceptions in an ExceptionGroup"), nullptr;
    if (is_subtype(type, &exception_type))
        return (void)raise(type_error_type, fmt::format("Cannot nest BaseExceptions in '{}'", type->name)),
               nullptr;
    return type;
}

Ref<Tuple> check_members(Object* exceptions) {
    if (!is_sequence(exceptions))
        return raise(type_error_type, "second argument (exceptions) must be a sequence");
    Ref<Tuple> members = TRY(sequence_to_tuple(exceptions));
    if (members->size == 0)
        return raise(value_error_type, "second argument (exceptions) must be a non-empty sequence");
    for (Size i = 0; i < members->size; ++i)
        if (!is_exception((*members)[i]))
            return raise(value_error_type,
                         fmt::format("Item {} of second argument (exceptions) is not an exception", i));
    return members;
}

NewRef group_new(Type* type, Tuple* arguments, Dict*) {
    if (arguments->size != 2)
        return raise(type_error_type, fmt::format("BaseExceptionGroup.__new__() takes exactly 2 arguments "
                                                  "({} given)",
                                                  arguments->size));
    Object* message = (*arguments)[0];
    if (!is_str(message)) return raise_bad_argument("BaseExceptionGroup.__new__() argument 1", "str", message);
    Ref<Tuple> members = TRY(check_members((*arguments)[1]));
    type = class_for_members(type, members.get());
    if (!type) return failed;
    Ref<Object> made = TRY(base_exception_new(type, arguments, nullptr));
    set_field(as_group(made.get())->message, message);
    as_group(made.get())->exceptions = members.release();
    return made;
}

Ref<Object> make_group(std::string_view message, Object* exceptions) {
    Ref<Str> text = str_from_utf8(message);
    return call(&base_exception_group_type, {text.get(), exceptions});
}

// --- splitting

/// What decides which exceptions of the tree belong to the matching part.
class Matcher {
  public:
    /// A function, an exception class or a tuple of such. TypeError otherwise.
    Status from_condition(Object* condition) {
        if (!is_python_function(condition) && !is_class_or_classes(condition))
            return raise(type_error_type, "expected a function, exception type or tuple of exception types");
        condition_ = condition;
        return done;
    }
    /// The leaves themselves.
    void from_leaves(std::unordered_set<Object*> leaves) { leaves_ = std::move(leaves); }

    Result<bool> matches(Object* exception) const {
        if (!condition_) return !is_exception_group(exception) && leaves_.contains(exception);
        if (is_tuple(condition_)) {
            for (Object* type : static_cast<Tuple*>(condition_)->span())
                if (is_subtype(exception->type, static_cast<Type*>(type))) return true;
            return false;
        }
        if (is_exception_class(condition_)) return is_subtype(exception->type, static_cast<Type*>(condition_));
        Ref<Object> answer = TRY(call(condition_, {exception}));
        return truth(answer.get());
    }

  private:
    static bool is_class_or_classes(Object* condition) noexcept {
        if (!is_exactly(condition, tuple_type)) return is_exception_class(condition);
        for (Object* item : static_cast<Tuple*>(condition)->span())
            if (!is_exception_class(item)) return false;
        return true;
    }

    Object* condition_ = nullptr;
    std::unordered_set<Object*> leaves_;
};

/// Both parts of an exception; empty for nothing.
struct Parts {
    Ref<Object> match, rest;
};

/// A sequence of notes is copied; anything else in `__notes__` is left alone.
Status copy_notes(Object* from, Object* to) {
    Ref<Object> notes;
    TRY(find_attribute(from, name<"__notes__">, notes));
    if (!notes || !is_sequence(notes.get())) return done;
    Ref<List> copy = new_list();
    TRY(list_extend(copy.get(), notes.get()));
    return set_attribute(to, name<"__notes__">, copy.get());
}

/// A group like `original` around the members; empty without an exception for no members.
/// exceptiongroup_subset.
Result<Ref<Object>> subset(Object* original, List* members) {
    if (members->size == 0) return Ref<Object>();
    Ref<Object> group = TRY(call_method(original, name<"derive">, {members}));
    if (!is_exception_group(group.get()))
        return raise(type_error_type, "derive must return an instance of BaseExceptionGroup");
    auto *from = as_group(original), *to = as_group(group.get());
    set_field(to->traceback, from->traceback);
    set_field(to->context, from->context);
    set_field(to->cause, from->cause);
    to->suppress_context = true;  // as whenever a cause is set
    TRY(copy_notes(original, group.get()));
    return group;
}

Status split_tree(Object* exception, const Matcher& matcher, bool want_rest, Parts& parts) {
    if (TRY(matcher.matches(exception))) {
        parts.match = share(exception);
        return done;
    }
    if (!is_exception_group(exception)) {
        if (want_rest) parts.rest = share(exception);
        return done;
    }
    RecursionGuard recursion(" in exceptiongroup_split_recursive");
    if (!recursion.entered()) return failed;
    Ref<List> matching = new_list(), others = new_list();
    Ref<Tuple> members = share(members_of(exception));
    for (Object* member : members->span()) {
        Parts of_member;
        TRY(split_tree(member, matcher, want_rest, of_member));
        if (of_member.match) TRY(list_append(matching.get(), of_member.match.get()));
        if (of_member.rest) TRY(list_append(others.get(), of_member.rest.get()));
    }
    parts.match = TRY(subset(exception, matching.get()));
    if (want_rest) parts.rest = TRY(subset(exception, others.get()));
    return done;
}

Ref<Object> or_none(Ref<Object> object) { return object ? std::move(object) : Ref<Object>(new_none()); }

// --- methods

NewRef group_str(Object* self) {
    Ref<Str> message = TRY(to_str(as_group(self)->message));
    const Size count = members_of(self)->size;
    return str_from_utf8(
        fmt::format("{} ({} sub-exception{})", str_utf8(message.get()), count, count == 1 ? "" : "s"));
}

NewRef group_derive(Object* self, Object* const* arguments) {
    return call(&base_exception_group_type, {as_group(self)->message, arguments[0]});
}

NewRef group_split(Object* self, Object* const* arguments) {
    Matcher matcher;
    TRY(matcher.from_condition(arguments[0]));
    Parts parts;
    TRY(split_tree(self, matcher, true, parts));
    Ref<Object> match = or_none(std::move(parts.match)), rest = or_none(std::move(parts.rest));
    Object* pair[] = {match.get(), rest.get()};
    return new_tuple(pair);
}

NewRef group_subgroup(Object* self, Object* const* arguments) {
    Matcher matcher;
    TRY(matcher.from_condition(arguments[0]));
    Parts parts;
    TRY(split_tree(self, matcher, false, parts));
    return or_none(std::move(parts.match));
}

using ExceptionGroupLife = OwnFields<ExceptionGroup, &ExceptionGroup::message, &ExceptionGroup::exceptions>;

constexpr NativeDef group_methods[] = {
    {"__class_getitem__", class_getitem, "-($type, object, /)", "See PEP 585"},
    {"derive", group_derive, "-($self, excs, /)", "A group with the same message and these exceptions."},
    {"split", group_split, "-($self, condition, /)", "The matching part of the group, and the rest."},
    {"subgroup", group_subgroup, "-($self, condition, /)", "The matching part of the group."},
};
constexpr MemberDef group_members[] = {
    {"message", MemberKind::Object, offsetof(ExceptionGroup, message), true, "exception message"},
    {"exceptions", MemberKind::Object, offsetof(ExceptionGroup, exceptions), true, "nested exceptions"},
};

const TypeSpec base_exception_group_spec = {.name = "BaseExceptionGroup",
                                            .basic_size = sizeof(ExceptionGroup),
                                            .flags = exception_flags,
                                            .base = &base_exception_type,
                                            .doc = "Several exceptions raised as one.",
                                            .slots = {.new_ = group_new,
                                                      .init = base_exception_init,
                                                      .dealloc = exception_dealloc,
                                                      .traverse = ExceptionGroupLife::traverse,
                                                      .clear = ExceptionGroupLife::clear,
                                                      .str = group_str},
                                            .methods = group_methods,
                                            .members = group_members};

}  // namespace

Type base_exception_group_type(base_exception_group_spec);

Type* exception_group_class() {
    static Type* const made = [] {
        Object* base_list[] = {&base_exception_group_type, &exception_type};
        Ref<Tuple> bases = new_tuple(base_list);
        Ref<Dict> space = new_dict();
        Ref<Str> class_name = str_from_utf8("ExceptionGroup"), module = str_from_utf8("builtins");
        (void)dict_set(space.get(), name<"__module__">, module.get());
        Ref<Object> type = call(&type_type, {class_name.get(), bases.get(), space.get()});
        return static_cast<Type*>(type.release());
    }();
    return made;
}

// --- except*

Status check_except_star_type(Object* type_or_tuple) {
    const auto check = [](Object* type) -> Status {
        if (!is_exception_class(type))
            return raise(type_error_type,
                         "catching classes that do not inherit from BaseException is not allowed");
        if (is_subtype(static_cast<Type*>(type), &base_exception_group_type))
            return raise(type_error_type,
                         "catching ExceptionGroup with except* is not allowed. Use except instead.");
        return done;
    };
    if (!is_tuple(type_or_tuple)) return check(type_or_tuple);
    for (Object* type : static_cast<Tuple*>(type_or_tuple)->span()) TRY(check(type));
    return done;
}

Ref<Object> wrap_in_group(Object* exception) {
    Ref<Tuple> members = new_tuple({&exception, 1});
    return make_group("", members.get());
}

Status split_group(Object* group, Object* type, Ref<Object>& match, Ref<Object>& rest) {
    Ref<Object> parts = TRY(call_method(group, name<"split">, {type}));
    auto* pair = static_cast<Tuple*>(parts.get());
    if (!is_tuple(pair))
        return raise(type_error_type,
                     fmt::format("{}.split must return a tuple, not {}", group->type->name, parts->type->name));
    if (pair->size < 2)
        return raise(type_error_type, fmt::format("{}.split must return a 2-tuple, got tuple of size {}",
                                                  group->type->name, pair->size));
    match = share((*pair)[0]);
    rest = share((*pair)[1]);
    return done;
}

namespace {

/// Whether an exception that left an except* clause is a part of the original group raised again, and no new
/// one. is_same_exception_metadata.
bool is_raised_again(Object* exception, Object* original) noexcept {
    if (!is_exception_group(exception)) return false;
    auto *left = as_group(exception), *right = as_group(original);
    return left->notes == right->notes && left->traceback == right->traceback && left->cause == right->cause &&
           left->context == right->context;
}

void collect_leaves(Object* group, std::unordered_set<Object*>& leaves) {
    std::vector<Object*> waiting = {group};
    while (!waiting.empty()) {
        Object* exception = waiting.back();
        waiting.pop_back();
        if (!is_exception_group(exception))
            leaves.insert(exception);
        else
            for (Object* member : members_of(exception)->span()) waiting.push_back(member);
    }
}

/// The part of the original that consists of the leaves of these groups; empty if they have none.
Result<Ref<Object>> project(Object* original, const std::vector<Object*>& kept) {
    std::unordered_set<Object*> leaves;
    for (Object* group : kept) collect_leaves(group, leaves);
    Matcher matcher;
    matcher.from_leaves(std::move(leaves));
    Parts parts;
    TRY(split_tree(original, matcher, false, parts));
    return std::move(parts.match);
}

}  // namespace

NewRef merge_except_star(Object* original, List* raised) {
    if (raised->size == 0) return new_none();
    if (!is_exception_group(original)) {
        // It was wrapped for the one clause that matched, so there is one entry.
        return new_ref(raised->span()[0]);
    }
    std::vector<Object*> again;
    Ref<List> fresh = new_list();
    for (Object* exception : raised->span()) {
        if (is_none(exception)) continue;
        if (is_raised_again(exception, original))
            again.push_back(exception);
        else
            TRY(list_append(fresh.get(), exception));
    }
    Ref<Object> rest = TRY(project(original, again));
    if (fresh->size == 0) return or_none(std::move(rest));
    if (rest) TRY(list_append(fresh.get(), rest.get()));
    return make_group("", fresh.get());
}

}  // namespace minipy
