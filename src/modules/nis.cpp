// The module `nis`: maps of the Network Information Service, Sun's directory of users, hosts and so on.
//
// The system's libnsl is loaded when the module is imported: hardly any program wants it, and it brings six
// libraries along. Invariant: texts that libnsl allocates are freed here.
//
// CPython: Modules/nismodule.c
#include <dlfcn.h>
#include <rpcsvc/ypclnt.h>

#include <cstdlib>
#include <memory>

#include "modules/blocking.h"
#include "modules/buffer_argument.h"
#include "modules/deprecation.h"
#include "modules/support.h"
#include "modules/system_text.h"
#include "objects/codecs.h"
#include "objects/dict.h"
#include "objects/list.h"
#include "objects/text_argument.h"
#include "vm/import.h"

namespace minipy {
namespace {

/// An entry of the list of maps. struct ypmaplist, which libnsl's header does not declare.
struct MapEntry {
    char* map;
    MapEntry* next;
};

/// libnsl's functions, each under its own name and type.
struct NisLibrary {
    decltype(&::yp_get_default_domain) yp_get_default_domain;
    decltype(&::yp_match) yp_match;
    decltype(&::yp_all) yp_all;
    int (*yp_maplist)(const char* domain, MapEntry** maps);
    decltype(&::yperr_string) yperr_string;

    /// False if the library is not there, or lacks one of them.
    bool load() noexcept {
        void* library = ::dlopen("libnsl.so.2", RTLD_NOW | RTLD_LOCAL);
        if (!library) return false;
        const auto find = [library](auto& place, const char* name) {
            place = reinterpret_cast<std::remove_reference_t<decltype(place)>>(::dlsym(library, name));
            return place != nullptr;
        };
        return find(yp_get_default_domain, "yp_get_default_domain") && find(yp_match, "yp_match") &&
               find(yp_all, "yp_all") && find(yp_maplist, "yp_maplist") && find(yperr_string, "yperr_string");
    }
};

NisLibrary nis;
Type* error_class = nullptr;

Failure raise_nis(int code) { return raise(*error_class, nis.yperr_string(code)); }

/// A short name of a map, the name of the map itself, and whether its texts count their final null character.
struct MapAlias {
    std::string_view alias;
    const char* map;
    bool counts_null = false;
};
constexpr MapAlias aliases[] = {
    {"passwd", "passwd.byname"},       {"group", "group.byname"},           {"networks", "networks.byaddr"},
    {"hosts", "hosts.byname"},         {"protocols", "protocols.bynumber"}, {"services", "services.byname"},
    {"aliases", "mail.aliases", true}, {"ethers", "ethers.byname"},
};

MapAlias resolve(const char* map) noexcept {
    for (const MapAlias& row : aliases)
        if (row.alias == map || std::string_view(map) == row.map) return row;
    return {map, map};
}

/// The argument, or the domain of this machine where it was left out.
Result<const char*> domain_argument(Object* value_or_null, const char* function, const char* what) {
    if (value_or_null) return c_string_argument(value_or_null, function, what);
    char* domain = nullptr;
    if (const int code = nis.yp_get_default_domain(&domain)) return raise_nis(code);
    return domain;
}

NewRef nis_get_default_domain(Object*, Object* const*) {
    return system_text(TRY(domain_argument(nullptr, "", "")));
}

NewRef nis_match(Object*, Object* const* arguments) {
    Str* key = TRY(str_argument(arguments[0], "match", "argument 1"));
    const char* name = TRY(c_string_argument(arguments[1], "match", "argument 2"));
    if (arguments[2]) TRY(c_string_argument(arguments[2], "match", "argument 3"));
    Ref<Bytes> octets = TRY(encode_utf8(key, "surrogateescape"));
    const char* domain = TRY(domain_argument(arguments[2], "match", "argument 3"));
    const MapAlias map = resolve(name);
    char* found = nullptr;
    int size = 0;
    const int key_size = static_cast<int>(octets->size) + map.counts_null;
    const int code =
        blocking([&] { return nis.yp_match(domain, map.map, octets->data(), key_size, &found, &size); });
    const std::unique_ptr<char, decltype(&std::free)> owner(found, std::free);
    if (code) return raise_nis(code);
    return system_text({found, static_cast<std::size_t>(std::max(size - map.counts_null, 0))});
}

/// What `yp_all` fills: it calls back for each entry.
struct Entries {
    Dict* dict;
    bool counts_null;
    bool failed_once = false;
};

/// Adds one entry; anything but 0 ends the listing.
int add_entry(int status, char* key, int key_size, char* value, int value_size, char* context) {
    constexpr int is_entry = 1;
    if (status != is_entry) return 1;
    auto& entries = *reinterpret_cast<Entries*>(context);
    const auto text = [&](const char* octets, int size) {
        const bool null_counted = entries.counts_null && size > 0 && octets[size - 1] == '\0';
        return system_text({octets, static_cast<std::size_t>(size - null_counted)});
    };
    if (key_size <= 0 || value_size < 0) return 0;
    const Ref<Object> name = text(key, key_size), content = text(value, value_size);
    entries.failed_once = !name || !content || !dict_set(entries.dict, name.get(), content.get());
    return entries.failed_once;
}

NewRef nis_cat(Object*, Object* const* arguments) {
    const char* name = TRY(c_string_argument(arguments[0], "cat", "argument 1"));
    const char* domain = TRY(domain_argument(arguments[1], "cat", "argument 2"));
    const MapAlias map = resolve(name);
    Ref<Dict> found = new_dict();
    Entries entries{found.get(), map.counts_null};
    ypall_callback callback{};
    callback.foreach = add_entry;
    callback.data = reinterpret_cast<char*>(&entries);
    const int code = nis.yp_all(domain, map.map, &callback);
    if (entries.failed_once) return failed;
    if (code) return raise_nis(code);
    return found;
}

NewRef nis_maps(Object*, Object* const* arguments) {
    const char* domain = TRY(domain_argument(arguments[0], "maps", "argument 1"));
    MapEntry* maps = nullptr;
    const int code = blocking([&] { return nis.yp_maplist(domain, &maps); });
    Ref<List> names = new_list();
    Status state = done;
    while (maps) {
        if (state) state = list_append(names.get(), system_text(maps->map).get());
        std::free(maps->map);
        std::free(std::exchange(maps, maps->next));
    }
    TRY(std::move(state));
    if (code) return raise(*error_class, "No NIS master found for any map");
    return names;
}

constexpr NativeDef nis_functions[] = {
    {"match", nis_match, "-($module, /, key, map, domain=<absent>)", "The value of a key in a map."},
    {"cat", nis_cat, "-($module, /, map, domain=<absent>)", "All entries of a map, as a dict."},
    {"maps", nis_maps, "-($module, /, domain=<absent>)", "The names of all maps of a domain."},
    {"get_default_domain", nis_get_default_domain, "-($module)", "The domain of this machine."},
};

Status nis_fill(Module* module) {
    TRY(warn_of_removal("nis"));
    if (!error_class && !nis.load())
        return raise_import_error("the library libnsl.so.2 is not there", intern("nis").get(), nullptr);
    if (!error_class) error_class = new_exception_class("nis.error", exception_type);
    return module_set(module, "error", error_class);
}

const ModuleSpec nis_spec = {"nis", "Maps of the Network Information Service.", nis_functions, nis_fill};

}  // namespace

Ref<Module> make_nis_module() { return new_native_module(nis_spec); }

}  // namespace minipy
