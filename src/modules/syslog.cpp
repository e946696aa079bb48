// syslog: messages to the system's log.
//
// openlog keeps the pointer to the identity it is given, so the text is owned here as long as the log is open.
//
// CPython: Modules/syslogmodule.c
#include <syslog.h>

#include <string>

#include "modules/constants.h"
#include "modules/support.h"
#include "objects/audit.h"
#include "objects/codecs.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"
#include "vm/import.h"

namespace minipy {
namespace {

std::string identity;
bool log_is_open = false;

/// `shown`: the name as the audit event has it.
Status open_log(const std::string& name, int options, int facility, Object* shown) {
    TRY(audit("syslog.openlog", shown, options, facility));
    identity = name;
    ::openlog(identity.empty() ? nullptr : identity.c_str(), options, facility);
    log_is_open = true;
    return done;
}

/// The program's name: the last part of sys.argv[0]; empty if there is none.
std::string program_name() {
    Object* arguments = sys_attribute(name<"argv">);
    if (!arguments || !is_list(arguments) || static_cast<List*>(arguments)->size == 0) return "";
    Object* first = static_cast<List*>(arguments)->items[0];
    if (!is_str(first)) return "";
    const std::string_view path = str_utf8(static_cast<Str*>(first));
    return std::string(path.substr(path.rfind('/') + 1));
}

Status open_log_of_program(int options, int facility) {
    const std::string program = program_name();
    Ref<Object> shown = program.empty() ? share<Object>(&none) : Ref<Object>(str_from_utf8(program));
    return open_log(program, options, facility, shown.get());
}

NewRef syslog_openlog(Object*, Object* const* arguments) {
    Ref<Bytes> name;  // what stands behind a NUL is not seen
    if (arguments[0]) name = TRY(encode_utf8(TRY(str_argument(arguments[0], "openlog", "argument 1"))));
    const int options = arguments[1] ? TRY(argument_int(arguments[1])) : 0;
    const int facility = arguments[2] ? TRY(argument_int(arguments[2])) : LOG_USER;
    TRY(name ? open_log(name->data(), options, facility, arguments[0])
             : open_log_of_program(options, facility));
    return new_none();
}

NewRef syslog_syslog(Object*, Object* const* arguments) {
    const auto* given = static_cast<Tuple*>(arguments[0]);
    const auto refuse = [] { return raise(type_error_type, "[priority,] message string"); };
    if (given->size < 1 || given->size > 2) return refuse();
    Object* message = (*given)[given->size - 1];
    if (!is_str(message)) return refuse();
    int priority = LOG_INFO;
    if (given->size == 2) {
        const Result<int> number = argument_int((*given)[0]);
        if (!number) {
            clear_exception();
            return refuse();
        }
        priority = *number;
    }
    TRY(audit("syslog.syslog", priority, message));
    if (!log_is_open) TRY(open_log_of_program(0, LOG_USER));
    Ref<Bytes> text = TRY(encode_utf8(static_cast<Str*>(message)));
    ::syslog(priority, "%s", text->data());
    return new_none();
}

NewRef syslog_closelog(Object*, Object* const*) {
    if (!log_is_open) return new_none();
    TRY(audit("syslog.closelog"));
    ::closelog();
    log_is_open = false;
    identity.clear();
    return new_none();
}

NewRef syslog_setlogmask(Object*, Object* const* arguments) {
    const int mask = TRY(argument_int(arguments[0]));
    TRY(audit("syslog.setlogmask", mask));
    return new_int(::setlogmask(mask));
}

/// The bit that the processor makes of `1 << number`.
unsigned bit_of(unsigned number) noexcept { return 1u << (number & 31); }

NewRef syslog_log_mask(Object*, Object* const* arguments) {
    return new_int(static_cast<int>(bit_of(TRY(argument_int(arguments[0])))));
}

NewRef syslog_log_upto(Object*, Object* const* arguments) {
    return new_int(static_cast<int>(bit_of(TRY(argument_int(arguments[0])) + 1u) - 1));
}

constexpr IntConstant constants[] = {
#define CONSTANT(name) {#name, name},
    CONSTANT(LOG_EMERG) CONSTANT(LOG_ALERT) CONSTANT(LOG_CRIT) CONSTANT(LOG_ERR) CONSTANT(LOG_WARNING)
        CONSTANT(LOG_NOTICE) CONSTANT(LOG_INFO) CONSTANT(LOG_DEBUG) CONSTANT(LOG_PID) CONSTANT(LOG_CONS)
            CONSTANT(LOG_NDELAY) CONSTANT(LOG_ODELAY) CONSTANT(LOG_NOWAIT) CONSTANT(LOG_PERROR)
                CONSTANT(LOG_KERN) CONSTANT(LOG_USER) CONSTANT(LOG_MAIL) CONSTANT(LOG_DAEMON) CONSTANT(LOG_AUTH)
                    CONSTANT(LOG_LPR) CONSTANT(LOG_LOCAL0) CONSTANT(LOG_LOCAL1) CONSTANT(LOG_LOCAL2)
                        CONSTANT(LOG_LOCAL3) CONSTANT(LOG_LOCAL4) CONSTANT(LOG_LOCAL5) CONSTANT(LOG_LOCAL6)
                            CONSTANT(LOG_LOCAL7) CONSTANT(LOG_SYSLOG) CONSTANT(LOG_CRON) CONSTANT(LOG_UUCP)
                                CONSTANT(LOG_NEWS) CONSTANT(LOG_AUTHPRIV)
#undef CONSTANT
};

constexpr NativeDef syslog_functions[] = {
    {"openlog", syslog_openlog, "-($module, /, ident=<absent>, logoption=0, facility=<absent>)",
     "Sets how the messages that follow are marked."},
    {"closelog", syslog_closelog, "-($module, /)", "Closes the log and forgets what openlog set."},
    {"syslog", syslog_syslog, "-($module, *arguments)",
     "Sends a message, of the priority LOG_INFO if none is given."},
    {"setlogmask", syslog_setlogmask, "-($module, mask, /)",
     "Sets which priorities are logged; gives the old mask."},
    {"LOG_MASK", syslog_log_mask, "-($module, priority, /)", "The mask of one priority."},
    {"LOG_UPTO", syslog_log_upto, "-($module, priority, /)", "The mask of all priorities up to one."},
};

Status syslog_fill(Module* module) { return module_set_constants(module, constants); }

const ModuleSpec syslog_spec = {"syslog", nullptr, syslog_functions, syslog_fill};

}  // namespace

Ref<Module> make_syslog_module() { return new_native_module(syslog_spec); }

}  // namespace minipy
