// Scanners: a matching that goes on where it stopped, one match for each call.
//
// Invariant: while a call is running the scanner refuses further calls (a signal handler could make one).
//
// CPython: Modules/_sre/sre.c (ScannerObject)
#include "modules/sre/sre.h"
#include "modules/support.h"
#include "objects/singletons.h"

namespace minipy::sre {
namespace {

struct Scanner : Object {
    Pattern* pattern;
    Object* string;
    Matching* matching;  // owned; null after the last match
    bool running;
};

using ScannerFields = OwnedFields<Scanner, &Scanner::pattern>;

Scanner* as_scanner(Object* self) noexcept { return static_cast<Scanner*>(self); }

int scanner_traverse(Object* self, Visit visit, void* context) {
    Object* string = as_scanner(self)->string;
    if (const int result = string ? visit(string, context) : 0) return result;
    return ScannerFields::traverse(self, visit, context);
}

/// The matching looks into the string and the pattern: it goes first.
void scanner_clear(Object* self) {
    Scanner* scanner = as_scanner(self);
    delete std::exchange(scanner->matching, nullptr);
    replace_field(scanner->string, Ref<Object>());
    replace_field(scanner->pattern, Ref<Pattern>());
}

void scanner_dealloc(Object* self) noexcept {
    untrack(self);
    scanner_clear(self);
    free_object(self);
}

NewRef next_match(Object* self, Result<bool> (Matching::*look)()) {
    Scanner* scanner = as_scanner(self);
    if (scanner->running) return raise(value_error_type, "regular expression scanner already executing");
    if (!scanner->matching) return new_none();
    Matching& matching = *scanner->matching;
    scanner->running = true;
    const Result<bool> found = (matching.*look)();
    scanner->running = false;
    if (!TRY(found)) {
        delete std::exchange(scanner->matching, nullptr);
        return new_none();
    }
    Ref<Object> match = TRY(new_match(scanner->pattern, matching));
    matching.advance();
    return match;
}

NewRef scanner_match(Object* self, Object* const*) { return next_match(self, &Matching::match); }
NewRef scanner_search(Object* self, Object* const*) { return next_match(self, &Matching::search); }

constexpr NativeDef scanner_methods[] = {
    {"match", scanner_match, "($self, /)", nullptr},
    {"search", scanner_search, "($self, /)", nullptr},
};
constexpr MemberDef scanner_members[] = {
    {"pattern", MemberKind::Object, offsetof(Scanner, pattern), true, nullptr},
};

const TypeSpec scanner_spec = {
    .name = "_sre.SRE_Scanner",
    .basic_size = sizeof(Scanner),
    .flags = type_flag::collected | type_flag::immutable | type_flag::disallow_new,
    .slots = {.dealloc = scanner_dealloc, .traverse = scanner_traverse, .clear = scanner_clear},
    .methods = scanner_methods,
    .members = scanner_members,
};

}  // namespace

Type scanner_type(scanner_spec);

Ref<Object> new_scanner(Pattern* pattern, Object* string, Size start, Size end) {
    auto matching = std::make_unique<Matching>(*pattern->program, pattern->groups);
    TRY(begin_matching(pattern, *matching, string, start, end));
    Ref<Object> made = Ref<Object>::steal(allocate_instance(&scanner_type));
    Scanner* scanner = as_scanner(made.get());
    scanner->pattern = share(pattern).release();
    scanner->string = share(string).release();
    scanner->matching = matching.release();
    return made;
}

}  // namespace minipy::sre
