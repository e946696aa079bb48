// The module `_locale`: the C library's locales: setting them, what they say about numbers and texts, comparing
// text by them, translated messages.
//
// CPython: Modules/_localemodule.c
#include <fmt/format.h>
#include <langinfo.h>
#include <libintl.h>

#include <climits>
#include <clocale>
#include <cwchar>
#include <string>
#include <vector>

#include "modules/io/std_streams.h"
#include "modules/os_error.h"
#include "modules/support.h"
#include "modules/system_text.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"

namespace minipy {
namespace {

Type* locale_error = nullptr;  // locale.Error, owned

struct Constant {
    const char* name;
    int value;
};

constexpr Constant categories[] = {
    {"LC_CTYPE", LC_CTYPE},       {"LC_TIME", LC_TIME},       {"LC_COLLATE", LC_COLLATE},
    {"LC_MONETARY", LC_MONETARY}, {"LC_NUMERIC", LC_NUMERIC}, {"LC_MESSAGES", LC_MESSAGES},
    {"LC_ALL", LC_ALL},           {"CHAR_MAX", CHAR_MAX},
};

constexpr Constant language_items[] = {
#define ITEM(name) {#name, name},
    ITEM(DAY_1) ITEM(DAY_2) ITEM(DAY_3) ITEM(DAY_4) ITEM(DAY_5) ITEM(DAY_6) ITEM(DAY_7) ITEM(ABDAY_1)
        ITEM(ABDAY_2) ITEM(ABDAY_3) ITEM(ABDAY_4) ITEM(ABDAY_5) ITEM(ABDAY_6) ITEM(ABDAY_7) ITEM(MON_1)
            ITEM(MON_2) ITEM(MON_3) ITEM(MON_4) ITEM(MON_5) ITEM(MON_6) ITEM(MON_7) ITEM(MON_8) ITEM(MON_9)
                ITEM(MON_10) ITEM(MON_11) ITEM(MON_12) ITEM(ABMON_1) ITEM(ABMON_2) ITEM(ABMON_3) ITEM(ABMON_4)
                    ITEM(ABMON_5) ITEM(ABMON_6) ITEM(ABMON_7) ITEM(ABMON_8) ITEM(ABMON_9) ITEM(ABMON_10)
                        ITEM(ABMON_11) ITEM(ABMON_12) ITEM(RADIXCHAR) ITEM(THOUSEP) ITEM(CRNCYSTR) ITEM(D_FMT)
                            ITEM(D_T_FMT) ITEM(T_FMT) ITEM(AM_STR) ITEM(PM_STR) ITEM(CODESET) ITEM(T_FMT_AMPM)
                                ITEM(ERA) ITEM(ERA_D_FMT) ITEM(ERA_D_T_FMT) ITEM(ERA_T_FMT) ITEM(ALT_DIGITS)
                                    ITEM(YESEXPR) ITEM(NOEXPR) ITEM(_DATE_FMT)
#undef ITEM
};

Failure raise_locale_error(const char* message) {
    return raise_object(TRY(Ref<Object>(call(locale_error, {str_from_utf8(message).get()}))));
}

NewRef locale_setlocale(Object*, Object* const* arguments) {
    const int category = TRY(argument_int(arguments[0]));
    const bool asks = !arguments[1] || is_none(arguments[1]);
    const char* wanted = asks ? nullptr : TRY(c_string_argument(arguments[1], "setlocale", "argument 2"));
    const char* result = std::setlocale(category, wanted);
    if (!result) return raise_locale_error(asks ? "locale query failed" : "unsupported locale setting");
    return system_text(result);
}

/// "\3\3\0" as [3, 3, 0]: the sizes of groups of digits.
Ref<Object> grouping_list(const char* groups) {
    Ref<List> list = new_list();
    if (!*groups) return list;
    for (; *groups && *groups < CHAR_MAX; ++groups) TRY(list_append(list.get(), new_int(*groups).get()));
    TRY(list_append(list.get(), new_int(*groups).get()));
    return list;
}

NewRef locale_localeconv(Object*, Object* const*) {
    const lconv* rules = std::localeconv();
    Ref<Dict> result = new_dict();
    const auto set = [&result](const char* key, const Ref<Object>& value) -> Status {
        if (!value) return failed;
        return dict_set(result.get(), intern(key).get(), value.get());
    };
    for (const auto& [key, value] : {std::pair{"int_curr_symbol", rules->int_curr_symbol},
                                     {"currency_symbol", rules->currency_symbol},
                                     {"mon_decimal_point", rules->mon_decimal_point},
                                     {"mon_thousands_sep", rules->mon_thousands_sep}})
        TRY(set(key, system_text(value)));
    TRY(set("mon_grouping", grouping_list(rules->mon_grouping)));
    for (const auto& [key, value] :
         {std::pair{"positive_sign", rules->positive_sign}, {"negative_sign", rules->negative_sign}})
        TRY(set(key, system_text(value)));
    for (const auto& [key, value] : {std::pair{"int_frac_digits", rules->int_frac_digits},
                                     {"frac_digits", rules->frac_digits},
                                     {"p_cs_precedes", rules->p_cs_precedes},
                                     {"p_sep_by_space", rules->p_sep_by_space},
                                     {"n_cs_precedes", rules->n_cs_precedes},
                                     {"n_sep_by_space", rules->n_sep_by_space},
                                     {"p_sign_posn", rules->p_sign_posn},
                                     {"n_sign_posn", rules->n_sign_posn}})
        TRY(set(key, Ref<Object>(new_int(value))));
    TRY(set("decimal_point", system_text(rules->decimal_point)));
    TRY(set("thousands_sep", system_text(rules->thousands_sep)));
    TRY(set("grouping", grouping_list(rules->grouping)));
    return result;
}

NewRef locale_nl_langinfo(Object*, Object* const* arguments) {
    const int wanted = TRY(argument_int(arguments[0]));
    for (const Constant& item : language_items)
        if (item.value == wanted) return system_text(::nl_langinfo(wanted));
    return raise(value_error_type, "unsupported langinfo constant");
}

/// The characters as the C library's wide ones. ValueError "embedded null character".
Result<std::wstring> wide_text(Object* value, const char* function, const char* what) {
    Str* text = TRY(str_argument(value, function, what));
    std::wstring result;
    result.reserve(static_cast<std::size_t>(text->size));
    for (Size i = 0; i < text->size; ++i) {
        if (text->at(i) == 0) return raise(value_error_type, "embedded null character");
        result += static_cast<wchar_t>(text->at(i));
    }
    return result;
}

NewRef locale_strcoll(Object*, Object* const* arguments) {
    const std::wstring left = TRY(wide_text(arguments[0], "strcoll", "argument 1"));
    const std::wstring right = TRY(wide_text(arguments[1], "strcoll", "argument 2"));
    return new_int(std::wcscoll(left.c_str(), right.c_str()));
}

NewRef locale_strxfrm(Object*, Object* const* arguments) {
    const std::wstring text = TRY(wide_text(arguments[0], "strxfrm", "argument"));
    std::vector<wchar_t> buffer(text.size() + 1);
    errno = 0;
    std::size_t size = std::wcsxfrm(buffer.data(), text.c_str(), buffer.size());
    if (errno && errno != ERANGE) return raise_os_error(errno);
    if (size >= buffer.size()) {
        buffer.resize(size + 1);
        size = std::wcsxfrm(buffer.data(), text.c_str(), buffer.size());
    }
    const std::u32string points(buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(size));
    return str_from_code_points(points);
}

NewRef locale_getencoding(Object*, Object* const*) {
    if (utf8_mode()) return str_from_utf8("utf-8");
    return system_text(::nl_langinfo(CODESET));
}

// --- messages

/// A text argument that may be None.
Result<const char*> optional_text(Object* value, const char* function, const char* what) {
    if (is_none(value)) return nullptr;
    if (!is_str(value))
        return raise(type_error_type,
                     fmt::format("{}() {} must be str or None, not {}", function, what, value->type->name));
    return c_string_argument(value, function, what);
}

NewRef locale_gettext(Object*, Object* const* arguments) {
    return system_text(::gettext(TRY(c_string_argument(arguments[0], "gettext"))));
}

NewRef locale_dgettext(Object*, Object* const* arguments) {
    const char* domain = TRY(optional_text(arguments[0], "dgettext", "argument 1"));
    return system_text(::dgettext(domain, TRY(c_string_argument(arguments[1], "dgettext", "argument 2"))));
}

NewRef locale_dcgettext(Object*, Object* const* arguments) {
    const char* domain = TRY(optional_text(arguments[0], "dcgettext", "argument 1"));
    const char* message = TRY(c_string_argument(arguments[1], "dcgettext", "argument 2"));
    return system_text(::dcgettext(domain, message, TRY(argument_int(arguments[2]))));
}

NewRef locale_textdomain(Object*, Object* const* arguments) {
    const char* current = ::textdomain(TRY(optional_text(arguments[0], "textdomain", "argument")));
    if (!current) return raise_errno();
    return system_text(current);
}

NewRef locale_bindtextdomain(Object*, Object* const* arguments) {
    const char* domain = TRY(c_string_argument(arguments[0], "bindtextdomain", "argument 1"));
    if (!*domain) return raise_locale_error("domain must be a non-empty string");
    const char* directory = TRY(optional_text(arguments[1], "bindtextdomain", "argument 2"));
    const char* current = ::bindtextdomain(domain, directory);
    if (!current) return raise_errno();
    return system_text(current);
}

NewRef locale_bind_codeset(Object*, Object* const* arguments) {
    const char* domain = TRY(c_string_argument(arguments[0], "bind_textdomain_codeset", "argument 1"));
    const char* codeset = TRY(optional_text(arguments[1], "bind_textdomain_codeset", "argument 2"));
    const char* current = ::bind_textdomain_codeset(domain, codeset);
    if (!current) return new_none();
    return system_text(current);
}

constexpr NativeDef functions[] = {
    {"setlocale", locale_setlocale, "($module, category, locale=<unrepresentable>, /)",
     "Sets a locale; without one, tells which is set."},
    {"localeconv", locale_localeconv, "($module, /)", "How numbers and money are written."},
    {"strcoll", locale_strcoll, "($module, os1, os2, /)", "Compares two texts by the locale: <0, 0 or >0."},
    {"strxfrm", locale_strxfrm, "($module, string, /)", "A text that compares by itself as by the locale."},
    {"nl_langinfo", locale_nl_langinfo, "($module, key, /)", "What the locale says about a language item."},
    {"getencoding", locale_getencoding, "($module, /)", "The encoding of the locale."},
    {"gettext", locale_gettext, "($module, msg, /)", "The translated message."},
    {"dgettext", locale_dgettext, "($module, domain, msg, /)", "The message translated in a domain."},
    {"dcgettext", locale_dcgettext, "($module, domain, msg, category, /)",
     "The message translated in a domain and category."},
    {"textdomain", locale_textdomain, "($module, domain, /)", "Sets the domain of messages."},
    {"bindtextdomain", locale_bindtextdomain, "($module, domain, dir, /)",
     "Says where the messages of a domain are."},
    {"bind_textdomain_codeset", locale_bind_codeset, "($module, domain, codeset, /)",
     "Sets the encoding of a domain's messages."},
};

Status fill(Module* module) {
    for (const Constant& constant : categories)
        TRY(module_set(module, constant.name, new_int(constant.value).get()));
    for (const Constant& item : language_items) TRY(module_set(module, item.name, new_int(item.value).get()));
    Ref<Dict> space = new_dict();
    TRY(dict_set(space.get(), name<"__module__">, name<"locale">));
    Object* base = &exception_type;
    Ref<Tuple> bases = new_tuple({&base, 1});
    Ref<Object> error = TRY(call(&type_type, {name<"Error">, bases.get(), space.get()}));
    TRY(module_set(module, "Error", error.get()));
    locale_error = static_cast<Type*>(error.release());
    return done;
}

const ModuleSpec spec = {"_locale", "The C library's locales. Use the module locale.", functions, fill};

}  // namespace

Ref<Module> make_locale_module() { return new_native_module(spec); }

}  // namespace minipy
