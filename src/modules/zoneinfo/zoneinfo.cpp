// The type ZoneInfo, and its caches.
//
// `ZoneInfo(key)` gives the same object as long as it is alive: the class (and each class derived from it) has
// a dict of weak references by key, and the last few zones of ZoneInfo itself are kept alive. Invariant: what
// was read from a file object has no way back, and refuses to be pickled.
//
// CPython: Modules/_zoneinfo.c (zoneinfo_new, strong_cache_node)
#include "modules/zoneinfo/zoneinfo.h"

#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/names.h"
#include "objects/weak_reference.h"
#include "vm/import.h"

namespace minipy::zoneinfo {
namespace {

enum class Source : unsigned char { NoCache, Cache, File };

struct Zone : datetime::TzInfo {
    Object* key;        // None if it was made of a file without one
    Object* file_repr;  // or null
    ZoneData* data;
    Object* weak_references;
    Source source;
};

Zone* as_zone(Object* self) noexcept { return static_cast<Zone*>(self); }

void zone_dealloc(Object* self) noexcept {
    clear_weak_references(self);
    xdecref(std::exchange(as_zone(self)->key, nullptr));
    xdecref(std::exchange(as_zone(self)->file_repr, nullptr));
    delete std::exchange(as_zone(self)->data, nullptr);
    free_object(self);
}

// --- loading

Ref<Zone> zone_from_open_file(Type* type, Object* key, Object* file) {
    std::unique_ptr<ZoneData> data = load_zone(file);
    if (!data) return failed;
    Ref<Zone> made = Ref<Zone>::steal(static_cast<Zone*>(allocate_instance(type)));
    made->key = share(key).release();
    made->data = data.release();
    return made;
}

Ref<Object> open_zone(Object* key) {
    Ref<Object> paths = TRY(import_module("zoneinfo._tzpath"));
    Ref<Object> path = TRY(call_method(paths.get(), name<"find_tzfile">, {key}));
    if (is_none(path.get())) {
        Ref<Object> common = TRY(import_module("zoneinfo._common"));
        return call_method(common.get(), name<"load_tzdata">, {key});
    }
    Ref<Object> io = TRY(import_module("io"));
    Ref<Str> mode = str_from_utf8("rb");
    return call_method(io.get(), name<"open">, {path.get(), mode.get()});
}

Ref<Zone> new_zone(Type* type, Object* key) {
    Ref<Object> file = TRY(open_zone(key));
    Ref<Zone> made = zone_from_open_file(type, key, file.get());
    Ref<Object> error = take_exception();
    Ref<Object> closed = call_method(file.get(), name<"close">);
    if (error) return clear_exception(), restore_exception(std::move(error));
    return closed ? made : nullptr;
}

// --- caches

struct CachedZone {
    Ref<Object> key, zone;
};

/// The zones of the last keys asked for, the newest first; of ZoneInfo itself only.
std::vector<CachedZone>& recent_zones() {
    static auto* const zones = new std::vector<CachedZone>;
    return *zones;
}

constexpr std::size_t recent_count = 8;

/// Takes the key's entry out; null if there is none. Comparing keys may change the list.
Result<Ref<Object>> take_recent(Object* key) {
    std::vector<CachedZone>& zones = recent_zones();
    for (std::size_t i = 0; i < zones.size(); ++i) {
        const CachedZone entry = zones[i];
        if (!TRY(compare_truth(entry.key.get(), key, CompareOp::Eq))) continue;
        const auto found = std::ranges::find_if(
            zones, [&](const CachedZone& each) { return each.zone.get() == entry.zone.get(); });
        if (found != zones.end()) zones.erase(found);
        return entry.zone;
    }
    return Ref<Object>();
}

void put_recent(Object* key, Object* zone) {
    std::vector<CachedZone>& zones = recent_zones();
    zones.insert(zones.begin(), {share(key), share(zone)});
    if (zones.size() <= recent_count) return;
    const CachedZone oldest = std::move(zones.back());
    zones.pop_back();
}

Ref<Object> new_weak_dict() {
    Ref<Object> weakref = TRY(import_module("weakref"));
    return call_method(weakref.get(), name<"WeakValueDictionary">);
}

/// The class's zones that are alive, by their keys.
Ref<Object> weak_cache(Type* type) {
    static Object* base_cache = nullptr;
    if (type != &zone_info_type) return get_attribute(type, name<"_weak_cache">);
    if (!base_cache) base_cache = TRY(new_weak_dict()).release();
    return share(base_cache);
}

NewRef cached_zone(Type* type, Object* key) {
    const bool is_base = type == &zone_info_type;
    if (is_base) {
        if (Ref<Object> recent = TRY(take_recent(key))) {
            put_recent(key, recent.get());
            return recent;
        }
    }
    Ref<Object> cache = TRY(weak_cache(type));
    Ref<Object> zone = TRY(call_method(cache.get(), name<"get">, {key, &none}));
    if (is_none(zone.get())) {
        Ref<Zone> made = TRY(new_zone(type, key));
        made->source = Source::Cache;
        zone = TRY(call_method(cache.get(), name<"setdefault">, {key, made.get()}));
    }
    if (is_base) put_recent(key, zone.get());
    return zone;
}

// --- class methods

/// The only argument, which may be given as `key`.
Result<Object*> key_argument(Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"key"};
    Object* key;
    TRY(bind_arguments("", names, arguments, keywords_or_null, {&key, 1}, 1));
    if (!key) return raise(type_error_type, "function missing required argument 'key' (pos 1)");
    return key;
}

NewRef zone_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    return cached_zone(type, TRY(key_argument(arguments, keywords_or_null)));
}

Type* as_type(Object* cls) noexcept { return static_cast<Type*>(cls); }

NewRef zone_no_cache(Object* cls, Object* const* arguments) {
    Object* key = TRY(key_argument(static_cast<Tuple*>(arguments[0]), static_cast<Dict*>(arguments[1])));
    return new_zone(as_type(cls), key);
}

NewRef zone_from_file(Object* cls, Object* const* arguments) {
    static constexpr const char* names[] = {"", "key"};
    auto* positional = static_cast<Tuple*>(arguments[0]);
    Object* bound[2];
    if (!positional->size)
        return raise(type_error_type, "function takes at least 1 positional argument (0 given)");
    TRY(bind_arguments("", names, positional, static_cast<Dict*>(arguments[1]), bound, 1));
    Ref<Zone> made = TRY(zone_from_open_file(as_type(cls), bound[1] ? bound[1] : &none, bound[0]));
    made->source = Source::File;
    made->file_repr = TRY(repr(bound[0])).release();
    return made;
}

NewRef zone_clear_cache(Object* cls, Object* const* arguments) {
    static constexpr const char* names[] = {"only_keys"};
    Object* only_keys;
    if (static_cast<Tuple*>(arguments[0])->size)
        return raise(type_error_type, "function takes no positional arguments");
    TRY(bind_arguments("", names, static_cast<Tuple*>(arguments[0]), static_cast<Dict*>(arguments[1]),
                       {&only_keys, 1}));
    const bool is_base = cls == &zone_info_type;
    Ref<Object> cache = TRY(weak_cache(as_type(cls)));
    if (!only_keys || is_none(only_keys)) {
        Ref<Object> cleared = TRY(call_method(cache.get(), name<"clear">));
        if (is_base) std::vector<CachedZone>().swap(recent_zones());
        return new_none();
    }
    Ref<Object> keys = TRY(iterate(only_keys));
    while (Ref<Object> key = next(keys.get())) {
        Ref<Object> recent = is_base ? TRY(take_recent(key.get())) : nullptr;
        Ref<Object> forgotten = TRY(call_method(cache.get(), name<"pop">, {key.get(), &none}));
    }
    return pending_exception() ? NewRef(failed) : new_none();
}

NewRef zone_unpickle(Object* cls, Object* const* arguments) {
    const Tuple& given = *static_cast<Tuple*>(arguments[0]);
    if (given.size != 2)
        return raise(type_error_type, fmt::format("function takes exactly 2 arguments ({} given)", given.size));
    if (TRY(argument_int(given[1]))) return cached_zone(as_type(cls), given[0]);
    return new_zone(as_type(cls), given[0]);
}

NewRef zone_init_subclass(Object* cls, Object* const*) {
    Ref<Object> cache = TRY(new_weak_dict());
    TRY(set_attribute(cls, name<"_weak_cache">, cache.get()));
    return new_none();
}

// --- methods

struct LocalMoment {
    std::int64_t seconds;  // since 1970, by the clock on the wall
    bool fold;
    int year;
};

/// What a class derived from datetime says by its method and attributes.
Result<LocalMoment> foreign_moment(Object* object) {
    const auto number = [&](Str* attribute) -> Result<Size> {
        Ref<Object> value = TRY(get_attribute(object, attribute));
        return argument_size(value.get());
    };
    Ref<Object> ordinal = TRY(call_method(object, name<"toordinal">));
    const Size days = TRY(argument_size(ordinal.get()));
    const Size hour = TRY(number(name<"hour">)), minute = TRY(number(name<"minute">)),
               second = TRY(number(name<"second">));
    if (!datetime::is_datetime(object))
        return raise(type_error_type, fmt::format("expected a datetime, not '{}'", object->type->name));
    // 64 bits hold what a datetime can mean; a liar's numbers wrap around.
    const datetime::Wide seconds =
        ((datetime::Wide{days} - 719163) * 24 + hour) * 3600 + datetime::Wide{minute} * 60 + second;
    const datetime::DateTime* moment = datetime::as_datetime(object);
    return LocalMoment{static_cast<std::int64_t>(seconds), moment->fold, moment->year};
}

Result<LocalMoment> local_moment(Object* object) {
    if (!is_exactly(object, datetime::datetime_type)) return foreign_moment(object);
    const datetime::DateTime* moment = datetime::as_datetime(object);
    return LocalMoment{datetime::ordinal_of(moment->day_of()) * datetime::seconds_per_day -
                           datetime::epoch_seconds + moment->clock.seconds(),
                       moment->fold, moment->year};
}

/// One part of the type that holds at the moment; None where a moment without date would be needed.
NewRef at_moment(Object* self, Object* moment, Ref<Object> TimeType::*part) {
    const ZoneData* data = as_zone(self)->data;
    if (is_none(moment)) return data->fixed_offset ? new_ref((data->tail.standard.*part).get()) : new_none();
    const LocalMoment local = TRY(local_moment(moment));
    return new_ref((data->at_local(local.seconds, local.fold, local.year).*part).get());
}

NewRef zone_utcoffset(Object* self, Object* const* arguments) {
    return at_moment(self, arguments[0], &TimeType::utc_offset);
}
NewRef zone_dst(Object* self, Object* const* arguments) {
    return at_moment(self, arguments[0], &TimeType::dst_offset);
}
NewRef zone_tzname(Object* self, Object* const* arguments) {
    return at_moment(self, arguments[0], &TimeType::abbreviation);
}

NewRef with_fold(Ref<Object> moment) {
    if (!is_exactly(moment.get(), datetime::datetime_type)) {
        Ref<Object> replace = TRY(get_attribute(moment.get(), name<"replace">));
        Ref<Tuple> names = pack({name<"fold">});
        Object* one = &shared_int(1);
        return call(replace.get(), &one, 0, names.get());
    }
    datetime::as_datetime(moment.get())->fold = true;  // nobody else has seen it
    return moment;
}

NewRef zone_fromutc(Object* self, Object* const* arguments) {
    Object* moment = arguments[0];
    if (!datetime::is_datetime(moment)) return raise(type_error_type, "fromutc: argument must be a datetime");
    if (datetime::as_datetime(moment)->tzinfo != self)
        return raise(value_error_type, "fromutc: dt.tzinfo is not self");
    const LocalMoment utc = TRY(local_moment(moment));
    bool fold;
    const TimeType& type = as_zone(self)->data->at_utc(utc.seconds, utc.year, fold);
    Ref<Object> local = TRY(binary_operation(BinaryOp::Add, moment, type.utc_offset.get()));
    return fold ? with_fold(std::move(local)) : NewRef(std::move(local));
}

NewRef zone_repr(Object* self) {
    const Zone* zone = as_zone(self);
    if (!is_none(zone->key)) {
        Ref<Str> key = TRY(repr(zone->key));
        return str_from_utf8(fmt::format("{}(key={})", self->type->name, str_utf8(key.get())));
    }
    return str_from_utf8(
        fmt::format("{}.from_file({})", self->type->name, str_utf8(static_cast<Str*>(zone->file_repr))));
}

NewRef zone_str(Object* self) {
    return is_none(as_zone(self)->key) ? zone_repr(self) : new_ref(as_zone(self)->key);
}

NewRef zone_reduce(Object* self, Object* const*) {
    const Zone* zone = as_zone(self);
    if (zone->source == Source::File) {
        Ref<Object> pickle = TRY(import_module("pickle"));
        Ref<Object> error = TRY(get_attribute(pickle.get(), name<"PicklingError">));
        Ref<Str> message = str_from_utf8("Cannot pickle a ZoneInfo file from a file stream.");
        return raise_object(TRY(Ref<Object>(call(error.get(), {message.get()}))));
    }
    Ref<Object> constructor = TRY(get_attribute(self, name<"_unpickle">));
    Ref<Tuple> arguments = pack({zone->key, &shared_int(zone->source == Source::Cache ? 1 : 0)});
    return pack({constructor.get(), arguments.get()});
}

constexpr NativeDef zone_methods[] = {
    {"clear_cache", zone_clear_cache, "-($type, *args, **kwargs)",
     "Forgets the zones kept by their keys, or only those of `only_keys`."},
    {"no_cache", zone_no_cache, "-($type, *args, **kwargs)", "A new zone, whatever the caches hold."},
    {"from_file", zone_from_file, "-($type, *args, **kwargs)", "A zone read from a file object."},
    {"utcoffset", zone_utcoffset, "-($self, dt, /)", "The offset from UTC at the datetime, as timedelta."},
    {"dst", zone_dst, "-($self, dt, /)", "How much of the offset is daylight saving time, as timedelta."},
    {"tzname", zone_tzname, "-($self, dt, /)", "The abbreviation that holds at the datetime."},
    {"fromutc", zone_fromutc, "-($self, dt, /)", "The datetime in UTC as local time."},
    {"__reduce__", zone_reduce, "-($self)", "For pickle."},
    {"_unpickle", zone_unpickle, "-($type, *args)", "For pickle."},
    {"__init_subclass__", zone_init_subclass, "-($type, *args, **kwargs)", "Gives a class its own cache."},
};
constexpr MemberDef zone_members[] = {{"key", MemberKind::Object, offsetof(Zone, key), true, nullptr}};

const TypeSpec zone_spec = {
    .name = "zoneinfo.ZoneInfo",
    .basic_size = sizeof(Zone),
    .flags = type_flag::base_type,
    .base = &datetime::tzinfo_type,
    .slots = {.new_ = zone_new,
              .dealloc = zone_dealloc,
              .repr = zone_repr,
              .str = zone_str,
              .get_attribute = generic_get_attribute},
    .methods = zone_methods,
    .members = zone_members,
    .weakrefs_offset = offsetof(Zone, weak_references),
};

Status zoneinfo_fill(Module* module) {
    // The base class belongs to that module.
    Ref<Object> base_module = TRY(import_module("datetime"));
    return module_add_type(module, zone_info_type);
}

const ModuleSpec zoneinfo_spec = {"_zoneinfo", "Time zones of the IANA database.", {}, zoneinfo_fill};

}  // namespace

Type zone_info_type(zone_spec);

}  // namespace minipy::zoneinfo

namespace minipy {

Ref<Module> make_zoneinfo_module() { return new_native_module(zoneinfo::zoneinfo_spec); }

}  // namespace minipy
