// _lru_cache_wrapper: a function that remembers its results.
//
// The cache is a dict from call keys to results. With a limit, its values are links of a ring in order of use:
// the root stands between the most and the least recently used. Invariant: outside of a dict operation the
// links in the ring are exactly the values of the dict; every operation that may run code of the program (hash,
// comparison, the function itself) can re-enter, so what it found out is checked again afterwards.
//
// CPython: Modules/_functoolsmodule.c (lru_cache_object)
#include "modules/functools/functools.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict/dict_internal.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/vm_hooks.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

struct Link : Object {
    Link* previous;  // borrowed: the dict owns the links
    Link* next;
    Object* key;
    Object* result;
    Hash hash;  // of the key, which is asked for it once
};

constexpr Size unlimited = -1;

struct LruCache : Object {
    Link root;  // never an object on its own: only its `previous` and `next` are used
    Object* function;
    Dict* cache;
    Object* info_type;
    Dict* dict;  // or null
    Object* weak_references;
    Size limit;
    Size hits, misses;
    bool typed;
};

using LinkLife = OwnedFields<Link, &Link::key, &Link::result>;
using CacheFields =
    OwnedFields<LruCache, &LruCache::function, &LruCache::cache, &LruCache::info_type, &LruCache::dict>;

LruCache* as_cache(Object* self) noexcept { return static_cast<LruCache*>(self); }

void reset_ring(LruCache* cache) noexcept { cache->root.previous = cache->root.next = &cache->root; }

void unlink(Link* link) noexcept {
    link->previous->next = link->next;
    link->next->previous = link->previous;
    link->previous = link->next = nullptr;
}

/// Puts the link at the end of the ring: the most recently used.
void link_last(LruCache* cache, Link* link) noexcept {
    Link* last = cache->root.previous;
    last->next = cache->root.previous = link;
    link->previous = last;
    link->next = &cache->root;
}

// --- keys

/// Stands in a key between positional arguments and keywords.
Object* keyword_mark() {
    static Object* const mark = allocate_instance(&object_type);
    return mark;
}

/// One positional str or int is its own key; anything else is a tuple of all that the call gave.
Ref<Object> make_key(const LruCache* cache, Object* const* arguments, Size positional, Tuple* keyword_names) {
    const Size keywords = keyword_names ? keyword_names->size : 0;
    if (!cache->typed && !keywords && positional == 1 &&
        (is_exactly(arguments[0], str_type) || is_exactly(arguments[0], int_type)))
        return share(arguments[0]);
    const Size types = cache->typed ? positional + keywords : 0;
    Ref<Tuple> key = new_tuple_uninitialized(positional + (keywords ? 1 + 2 * keywords : 0) + types);
    Object** slot = key->items();
    const auto put = [&](Object* item) { *slot++ = share(item).release(); };
    for (Size i = 0; i < positional; ++i) put(arguments[i]);
    if (keywords) put(keyword_mark());
    for (Size i = 0; i < keywords; ++i) {
        put((*keyword_names)[i]);
        put(arguments[positional + i]);
    }
    for (Size i = 0; i < types; ++i) put(arguments[i]->type);
    return key;
}

// --- calls

NewRef call_unlimited(LruCache* cache, Object* const* arguments, Size positional, Tuple* keyword_names) {
    Ref<Object> key = TRY(make_key(cache, arguments, positional, keyword_names));
    const Hash key_hash = TRY(hash(key.get()));
    if (Object* found = TRY(dict_get_with_hash(cache->cache, key.get(), key_hash))) {
        ++cache->hits;
        return new_ref(found);
    }
    ++cache->misses;
    Ref<Object> result = TRY(call(cache->function, arguments, positional, keyword_names));
    TRY(dict_set_with_hash(cache->cache, key.get(), result.get(), key_hash));
    return result;
}

/// Remembers a result in a link of its own.
Status add_link(LruCache* cache, Object* key, Hash key_hash, Object* result) {
    auto* link = static_cast<Link*>(allocate_instance(&lru_link_type));
    Ref<Link> owner = Ref<Link>::steal(link);
    link->key = share(key).release();
    link->result = share(result).release();
    link->hash = key_hash;
    TRY(dict_set_with_hash(cache->cache, key, link, key_hash));
    link_last(cache, link);
    return done;
}

/// Remembers a result in place of the least recently used one.
Status replace_oldest(LruCache* cache, Object* key, Hash key_hash, Object* result) {
    Link* oldest = cache->root.next;
    if (oldest == &cache->root) return done;  // emptied meanwhile
    Ref<Link> link = share(oldest);
    unlink(oldest);
    Ref<Object> old_key = share(oldest->key), old_result = share(oldest->result);
    const Result<Object*> popped = dict_pop_with_hash(cache->cache, oldest->key, oldest->hash);
    if (!popped) {
        link_last(cache, oldest);
        return failed;
    }
    if (!*popped) return done;  // another call has removed it already
    Ref<Object> dropped = Ref<Object>::steal(*popped);
    replace_field(oldest->key, share(key));
    replace_field(oldest->result, share(result));
    oldest->hash = key_hash;
    TRY(dict_set_with_hash(cache->cache, key, oldest, key_hash));
    link_last(cache, oldest);
    return done;
}

NewRef call_limited(LruCache* cache, Object* const* arguments, Size positional, Tuple* keyword_names) {
    Ref<Object> key = TRY(make_key(cache, arguments, positional, keyword_names));
    const Hash key_hash = TRY(hash(key.get()));
    if (Object* found = TRY(dict_get_with_hash(cache->cache, key.get(), key_hash))) {
        Ref<Link> link = share(static_cast<Link*>(found));
        if (link->previous) {
            unlink(link.get());
            link_last(cache, link.get());
        }
        ++cache->hits;
        return new_ref(link->result);
    }
    ++cache->misses;
    Ref<Object> result = TRY(call(cache->function, arguments, positional, keyword_names));
    // The call may have come to the same key by recursion.
    if (TRY(dict_get_with_hash(cache->cache, key.get(), key_hash))) return result;
    if (cache->cache->used < cache->limit)
        TRY(add_link(cache, key.get(), key_hash, result.get()));
    else
        TRY(replace_oldest(cache, key.get(), key_hash, result.get()));
    return result;
}

NewRef lru_cache_call(Object* self, Object* const* arguments, Size positional, Tuple* keyword_names) {
    LruCache* cache = as_cache(self);
    Ref<Object> keep = share(self);
    if (cache->limit == unlimited) return call_unlimited(cache, arguments, positional, keyword_names);
    if (cache->limit > 0) return call_limited(cache, arguments, positional, keyword_names);
    ++cache->misses;
    return call(cache->function, arguments, positional, keyword_names);
}

// --- life

Result<Size> limit_of(Object* limit) {
    if (is_none(limit)) return unlimited;
    if (!has_index(limit)) return raise(type_error_type, "maxsize should be integer or None");
    const Size given = TRY(index_size(limit, &overflow_error_type));
    return given < 0 ? 0 : given;
}

NewRef lru_cache_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"user_function", "maxsize", "typed", "cache_info_type"};
    Object* bound[4];
    TRY(bind_arguments("lru_cache", names, arguments, keywords_or_null, bound, 4));
    if (!is_callable(bound[0])) return raise(type_error_type, "the first argument must be callable");
    const Size limit = TRY(limit_of(bound[1]));
    const bool typed = TRY(truth(bound[2]));
    auto* cache = static_cast<LruCache*>(allocate_instance(type));
    reset_ring(cache);
    cache->limit = limit;
    cache->typed = typed;
    cache->function = share(bound[0]).release();
    cache->info_type = share(bound[3]).release();
    cache->cache = new_dict().release();
    return NewRef(cache);
}

void lru_cache_clear(Object* self) {
    reset_ring(as_cache(self));
    CacheFields::clear(self);
}

void lru_cache_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    lru_cache_clear(self);
    free_object(self);
}

NewRef lru_cache_get(Object* self, Object* instance_or_null, Object*) {
    if (!instance_or_null || is_none(instance_or_null)) return new_ref(self);
    return bind_method(self, instance_or_null);
}

// --- methods

NewRef lru_cache_info(Object* self, Object* const*) {
    const LruCache* cache = as_cache(self);
    Ref<Int> hits = new_int(cache->hits), misses = new_int(cache->misses), used = new_int(cache->cache->used);
    Ref<Object> limit = cache->limit == unlimited ? new_none() : NewRef(new_int(cache->limit));
    return call(cache->info_type, {hits.get(), misses.get(), limit.get(), used.get()});
}

NewRef lru_cache_forget(Object* self, Object* const*) {
    LruCache* cache = as_cache(self);
    cache->hits = cache->misses = 0;
    reset_ring(cache);
    // The links must not point into the ring that is no more while their keys and results die.
    Size position = 0;
    Object *key, *link;
    while (cache->limit > 0 && dict_next(cache->cache, position, key, link))
        static_cast<Link*>(link)->previous = static_cast<Link*>(link)->next = nullptr;
    dict_clear(cache->cache);
    return new_none();
}

NewRef lru_cache_reduce(Object* self, Object* const*) { return get_attribute(self, name<"__qualname__">); }
NewRef lru_cache_copy(Object* self, Object* const*) { return new_ref(self); }
NewRef lru_cache_dict(Object* self) { return instance_dict(self); }

constexpr NativeDef lru_cache_methods[] = {
    {"cache_info", lru_cache_info, "-($self)", "Report cache statistics"},
    {"cache_clear", lru_cache_forget, "-($self)", "Clear the cache and cache statistics"},
    {"__reduce__", lru_cache_reduce, "-($self)", nullptr},
    {"__copy__", lru_cache_copy, "-($self)", nullptr},
    {"__deepcopy__", lru_cache_copy, "-($self, memo, /)", nullptr},
};
constexpr GetSetDef lru_cache_getset[] = {{"__dict__", lru_cache_dict, nullptr, nullptr}};

const TypeSpec lru_cache_spec = {
    .name = "functools._lru_cache_wrapper",
    .basic_size = sizeof(LruCache),
    .flags = type_flag::collected | type_flag::method_descriptor,
    .doc = "A callable that remembers the results of the function it wraps.",
    .slots = {.new_ = lru_cache_new,
              .dealloc = lru_cache_dealloc,
              .traverse = CacheFields::traverse,
              .clear = lru_cache_clear,
              .vectorcall = lru_cache_call,
              .descriptor_get = lru_cache_get},
    .methods = lru_cache_methods,
    .getset = lru_cache_getset,
    .dict_offset = offsetof(LruCache, dict),
    .weakrefs_offset = offsetof(LruCache, weak_references),
};

const TypeSpec link_spec = {
    .name = "functools._lru_list_elem",
    .basic_size = sizeof(Link),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = LinkLife::dealloc, .traverse = LinkLife::traverse, .clear = LinkLife::clear},
};

}  // namespace

Type lru_link_type(link_spec);
Type lru_cache_type(lru_cache_spec);

}  // namespace minipy
