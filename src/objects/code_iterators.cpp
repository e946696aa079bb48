// The iterators of `code.co_lines()` and `code.co_positions()`: they walk along the line table as they are
// asked.
//
// Invariant: the reader looks into the octets of the code object, which the iterator keeps.
//
// CPython: Objects/codeobject.c (lineiter_next, positionsiter_next)
#include <new>

#include "objects/code_methods.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/line_table.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

struct LineIterator : Object {
    Code* code;
    LineTableReader reader;
};

struct PositionsIterator : Object {
    Code* code;
    LineTableReader reader;
    LineTableEntry entry;
    int unit;  // the next one; in or at the end of `entry`
};

LineTableReader table_of(const Code* code) { return {code->line_table->view(), code->first_line}; }

template <class Iterator>
void iterator_dealloc(Object* self) noexcept {
    decref(static_cast<Iterator*>(self)->code);
    free_object(self);
}

NewRef iterator_self(Object* self) { return new_ref(self); }

Ref<Object> known_or_none(int number) {
    return number < 0 ? Ref<Object>(new_none()) : Ref<Object>(new_int(number));
}

NewRef line_next(Object* self) {
    LineTableEntry entry;
    if (!static_cast<LineIterator*>(self)->reader.next(entry)) return nullptr;
    Ref<Object> start = new_int(entry.start * 2), end = new_int(entry.end * 2),
                line = known_or_none(entry.range.line);
    Object* parts[] = {start.get(), end.get(), line.get()};
    return new_tuple(parts);
}

NewRef positions_next(Object* self) {
    auto* iterator = static_cast<PositionsIterator*>(self);
    if (iterator->unit == iterator->entry.end && !iterator->reader.next(iterator->entry)) return nullptr;
    ++iterator->unit;
    const SourceRange& range = iterator->entry.range;
    Ref<Object> line = known_or_none(range.line), end_line = known_or_none(range.end_line),
                column = known_or_none(range.column), end_column = known_or_none(range.end_column);
    Object* parts[] = {line.get(), end_line.get(), column.get(), end_column.get()};
    return new_tuple(parts);
}

template <class Iterator>
TypeSpec iterator_spec(const char* name, UnarySlot next) {
    return {.name = name,
            .basic_size = sizeof(Iterator),
            .flags = type_flag::base_type | type_flag::disallow_new,
            .slots = {.dealloc = iterator_dealloc<Iterator>, .iter = iterator_self, .next = next}};
}

const TypeSpec line_spec = iterator_spec<LineIterator>("line_iterator", line_next);
const TypeSpec positions_spec = iterator_spec<PositionsIterator>("positions_iterator", positions_next);

}  // namespace

Type line_iterator_type(line_spec);
Type positions_iterator_type(positions_spec);

NewRef code_co_lines(Object* self, Object* const*) {
    auto* code = static_cast<Code*>(self);
    incref(code);
    return NewRef(new (allocate(sizeof(LineIterator)))
                      LineIterator{{1, &line_iterator_type}, code, table_of(code)});
}

NewRef code_co_positions(Object* self, Object* const*) {
    auto* code = static_cast<Code*>(self);
    incref(code);
    return NewRef(new (allocate(sizeof(PositionsIterator)))
                      PositionsIterator{{1, &positions_iterator_type}, code, table_of(code), {}, 0});
}

}  // namespace minipy
