// The methods that bytes and bytearray share, as rows of a NativeDef table: included into both tables.
//
// CPython: Objects/bytesobject.c (bytes_methods), Objects/bytearrayobject.c (bytearray_methods)
#pragma once

#define OCTET_METHODS                                                                                        \
    {"capitalize", octets_capitalize, "-($self, /)", "The first letter capital, the others small."},         \
        {"center", octets_center, "($self, width, fillchar=b' ', /)",                                        \
         "Filled on both sides up to the width."},                                                           \
        {"count", octets_count, "-%($self, sub, start=None, end=None, /)",                                   \
         "How often sub occurs without overlaps."},                                                          \
        {"decode", octets_decode, "($self, /, encoding='utf-8', errors='strict')",                           \
         "The text that the octets stand for."},                                                             \
        {"endswith", octets_endswith, "-%($self, suffix, start=None, end=None, /)",                          \
         "Whether it ends with the suffix."},                                                                \
        {"expandtabs", octets_expandtabs, "($self, /, tabsize=8)", "Tabs replaced by spaces."},              \
        {"find", octets_find, "-%($self, sub, start=None, end=None, /)", "The lowest index of sub, or -1."}, \
        {"hex", octets_hex, "($self, /, sep=<unrepresentable>, bytes_per_sep=1)",                            \
         "Hexadecimal text of the octets.\n\n>>> b'mini'.hex('-')\n'6d-69-6e-69'"},                          \
        {"index", octets_index, "-%($self, sub, start=None, end=None, /)",                                   \
         "Like find, but raises ValueError."},                                                               \
        {"isalnum", octets_isalnum, "-($self, /)", "Whether all are ASCII letters or digits."},              \
        {"isalpha", octets_isalpha, "-($self, /)", "Whether all are ASCII letters."},                        \
        {"isascii", octets_isascii, "-($self, /)", "Whether all are below 128."},                            \
        {"isdigit", octets_isdigit, "-($self, /)", "Whether all are ASCII digits."},                         \
        {"islower", octets_islower, "-($self, /)", "Whether all letters are small and there is one."},       \
        {"isspace", octets_isspace, "-($self, /)", "Whether all are ASCII whitespace."},                     \
        {"istitle", octets_istitle, "-($self, /)", "Whether each word begins with its only capital."},       \
        {"isupper", octets_isupper, "-($self, /)", "Whether all letters are capital and there is one."},     \
        {"join", octets_join, "($self, iterable_of_bytes, /)",                                               \
         "The items of the iterable with this one between them."},                                           \
        {"ljust", octets_ljust, "($self, width, fillchar=b' ', /)", "Filled on the right up to the width."}, \
        {"lower", octets_lower, "-($self, /)", "ASCII letters made small."},                                 \
        {"lstrip", octets_lstrip, "($self, bytes=None, /)",                                                  \
         "Without the leading whitespace, or octets given."},                                                \
        {"maketrans", octets_maketrans, "(frm, to, /)", "A table for translate."},                           \
        {"partition", octets_partition, "($self, sep, /)",                                                   \
         "(before, sep, after) around the first separator."},                                                \
        {"removeprefix", octets_removeprefix, "($self, prefix, /)", "Without the prefix, if it is there."},  \
        {"removesuffix", octets_removesuffix, "($self, suffix, /)", "Without the suffix, if it is there."},  \
        {"replace", octets_replace, "($self, old, new, count=-1, /)", "A copy with old replaced by new."},   \
        {"rfind", octets_rfind, "-%($self, sub, start=None, end=None, /)",                                   \
         "The highest index of sub, or -1."},                                                                \
        {"rindex", octets_rindex, "-%($self, sub, start=None, end=None, /)",                                 \
         "Like rfind, but raises ValueError."},                                                              \
        {"rjust", octets_rjust, "($self, width, fillchar=b' ', /)", "Filled on the left up to the width."},  \
        {"rpartition", octets_rpartition, "($self, sep, /)",                                                 \
         "(before, sep, after) around the last separator."},                                                 \
        {"rsplit", octets_rsplit, "($self, /, sep=None, maxsplit=-1)",                                       \
         "Like split, counting from the right."},                                                            \
        {"rstrip", octets_rstrip, "($self, bytes=None, /)",                                                  \
         "Without the trailing whitespace, or octets given."},                                               \
        {"split", octets_split, "($self, /, sep=None, maxsplit=-1)",                                         \
         "A list of the parts between separators."},                                                         \
        {"splitlines", octets_splitlines, "($self, /, keepends=False)", "A list of the lines."},             \
        {"startswith", octets_startswith, "-%($self, prefix, start=None, end=None, /)",                      \
         "Whether it begins with it."},                                                                      \
        {"strip", octets_strip, "($self, bytes=None, /)",                                                    \
         "Without whitespace, or octets given, at both ends."},                                              \
        {"swapcase", octets_swapcase, "-($self, /)", "Small letters made capital and the other way round."}, \
        {"title", octets_title, "-($self, /)", "Each word with a capital and otherwise small letters."},     \
        {"translate", octets_translate, "($self, table, /, delete=b'')",                                     \
         "Each octet replaced by the table's."},                                                             \
        {"upper", octets_upper, "-($self, /)", "ASCII letters made capital."}, {                             \
        "zfill", octets_zfill, "($self, width, /)", "Filled with zeros behind the sign up to the width."     \
    }
