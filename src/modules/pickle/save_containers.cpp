// Pickling of tuples, lists, dicts and sets: an empty container first, so that it can be referred to from
// within, then its items in batches.
//
// Tuples and frozensets cannot be filled later: they come behind their items. If they turn out to be in the
// memo by then, their items have referred to them, and the copy on the stack is thrown away for that one.
//
// CPython: Modules/_pickle.c (save_tuple, batch_list, batch_dict, save_set, save_frozenset)
#include "modules/pickle/save.h"
#include "modules/support.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/set.h"

namespace minipy::pickle {
namespace {

/// Fetches an item of an iterator; null at the end, false on failure.
bool fetch(Object* iterator, Ref<Object>& item) {
    item = next(iterator);
    return item || !pending_exception();
}

/// Items that an iterator gives one by one: one alone, or up to a batch of them behind a mark.
template <class SaveOne>
Status save_in_batches(Pickler* pickler, Object* iterator, char single, char several, SaveOne save_one) {
    Ref<Object> item, following;
    if (!pickler->binary) {
        while (fetch(iterator, item) && item) {
            TRY(save_one(item.get()));
            put(pickler, single);
        }
        return pending_exception() ? Status(failed) : done;
    }
    for (Size count = batch_size; count == batch_size;) {
        if (!fetch(iterator, item)) return failed;
        if (!item) break;
        if (!fetch(iterator, following)) return failed;
        if (!following) {
            TRY(save_one(item.get()));
            put(pickler, single);
            break;
        }
        put(pickler, op::mark);
        TRY(save_one(item.get()));
        count = 1;
        while (following) {
            TRY(save_one(following.get()));
            if (++count == batch_size) break;
            if (!fetch(iterator, following)) return failed;
        }
        put(pickler, several);
    }
    return done;
}

Status save_exact_list(Pickler* pickler, List* list) {
    if (list->size == 1) {
        Ref<Object> only = share(list->items[0]);
        TRY(save(pickler, only.get()));
        put(pickler, op::append);
        return done;
    }
    for (Size at = 0; at < list->size;) {
        put(pickler, op::mark);
        for (Size count = 0; count < batch_size && at < list->size; ++count) {
            Ref<Object> item = share(list->items[at++]);
            TRY(save(pickler, item.get()));
        }
        put(pickler, op::appends);
    }
    return done;
}

Status save_exact_dict(Pickler* pickler, Dict* dict) {
    const Size size = dict->used;
    const bool single = size == 1;
    Size position = 0, count = 0;
    Object *key, *value;
    while (dict_next(dict, position, key, value)) {
        Ref<Object> key_held = share(key), value_held = share(value);
        if (!single && count == 0) put(pickler, op::mark);
        TRY(save(pickler, key));
        TRY(save(pickler, value));
        if (dict->used != size) return raise(runtime_error_type, "dictionary changed size during iteration");
        if (single) {
            put(pickler, op::set_item);
        } else if (++count == batch_size) {
            put(pickler, op::set_items);
            count = 0;
        }
    }
    if (count) put(pickler, op::set_items);
    return done;
}

/// Throws the items of a finished container away: it is in the memo already.
void save_instead(Pickler* pickler, Size items, Size number) {
    if (pickler->binary)
        put(pickler, op::pop_mark);
    else
        put(pickler, std::string(static_cast<std::size_t>(items) + 1, op::pop));
    save_reference(pickler, number);
}

}  // namespace

Status save_tuple(Pickler* pickler, Object* object) {
    Tuple* tuple = static_cast<Tuple*>(object);
    if (tuple->size == 0) {
        pickler->binary ? put(pickler, op::empty_tuple) : put(pickler, std::string_view("(t"));
        return done;
    }
    const bool is_short = tuple->size <= 3 && pickler->protocol >= 2;
    if (!is_short) put(pickler, op::mark);
    for (Object* item : tuple->span()) TRY(save(pickler, item));
    const Size number = pickler->memo.find(object);
    if (number >= 0 && is_short) {
        put(pickler, std::string(static_cast<std::size_t>(tuple->size), op::pop));
        save_reference(pickler, number);
        return done;
    }
    if (number >= 0) {
        save_instead(pickler, tuple->size, number);
        return done;
    }
    static constexpr char short_opcodes[] = {op::tuple1, op::tuple2, op::tuple3};
    put(pickler, is_short ? short_opcodes[tuple->size - 1] : op::tuple);
    return memoize(pickler, object);
}

Status save_list(Pickler* pickler, Object* object) {
    FastGuard guard(pickler, object);
    TRY(guard.check());
    pickler->binary ? put(pickler, op::empty_list) : put(pickler, std::string_view("(l"));
    TRY(memoize(pickler, object));
    List* list = static_cast<List*>(object);
    if (list->size == 0) return done;
    if (pickler->binary) return save_exact_list(pickler, list);
    Ref<Object> iterator = TRY(iterate(object));
    return save_list_items(pickler, iterator.get());
}

Status save_list_items(Pickler* pickler, Object* iterator) {
    return save_in_batches(pickler, iterator, op::append, op::appends,
                           [&](Object* item) { return save(pickler, item); });
}

Status save_dict_items(Pickler* pickler, Object* iterator) {
    return save_in_batches(pickler, iterator, op::set_item, op::set_items, [&](Object* item) -> Status {
        if (!is_tuple(item) || static_cast<Tuple*>(item)->size != 2)
            return raise(type_error_type, "dict items iterator must return 2-tuples");
        TRY(save(pickler, (*static_cast<Tuple*>(item))[0]));
        return save(pickler, (*static_cast<Tuple*>(item))[1]);
    });
}

Status save_dict(Pickler* pickler, Object* object) {
    FastGuard guard(pickler, object);
    TRY(guard.check());
    pickler->binary ? put(pickler, op::empty_dict) : put(pickler, std::string_view("(d"));
    TRY(memoize(pickler, object));
    Dict* dict = static_cast<Dict*>(object);
    if (dict->used == 0) return done;
    if (pickler->binary) return save_exact_dict(pickler, dict);
    Ref<Object> items = TRY(call_method(object, name<"items">));
    Ref<Object> iterator = TRY(iterate(items.get()));
    return save_dict_items(pickler, iterator.get());
}

Status save_set(Pickler* pickler, Object* object) {
    Set* set = static_cast<Set*>(object);
    if (pickler->protocol < 4) {
        Ref<List> items = new_list();
        TRY(list_extend(items.get(), object));
        return save_call(pickler, &set_type, {items.get()}, object);
    }
    put(pickler, op::empty_set);
    TRY(memoize(pickler, object));
    const Size size = set->used;
    Size position = 0, count = 0;
    while (Object* item = set_next(set, position)) {
        if (count == 0) put(pickler, op::mark);
        Ref<Object> held = share(item);
        TRY(save(pickler, item));
        if (set->used != size) return raise(runtime_error_type, "set changed size during iteration");
        if (++count == batch_size) {
            put(pickler, op::add_items);
            count = 0;
        }
    }
    if (count) put(pickler, op::add_items);
    return done;
}

Status save_frozenset(Pickler* pickler, Object* object) {
    if (pickler->protocol < 4) {
        Ref<List> items = new_list();
        TRY(list_extend(items.get(), object));
        return save_call(pickler, &frozenset_type, {items.get()}, object);
    }
    put(pickler, op::mark);
    Size position = 0;
    while (Object* item = set_next(static_cast<Set*>(object), position)) TRY(save(pickler, item));
    if (const Size number = pickler->memo.find(object); number >= 0) {
        save_instead(pickler, 0, number);
        return done;
    }
    put(pickler, op::frozen_set);
    return memoize(pickler, object);
}

}  // namespace minipy::pickle
