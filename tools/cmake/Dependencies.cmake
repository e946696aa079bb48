# Libraries and tools that minipy builds on. A missing one ends the configuration with the name of its
# Debian package.

function(minipy_missing what package)
  message(FATAL_ERROR "minipy needs ${what}; on Debian 12: apt-get install ${package}")
endfunction()

# Static archives before shared objects: start-up then maps and relocates no library but the C library's; the
# others were half of the memory and a quarter of the time of `minipy -c pass`. (30 MB of the binary are ICU's data,
# of which only what is looked up is ever read.)
set(CMAKE_FIND_LIBRARY_SUFFIXES .a .so)
set(OPENSSL_USE_STATIC_LIBS ON)

find_program(RE2C re2c)
if(NOT RE2C)
  minipy_missing(re2c re2c)
endif()

find_path(BOOST_CONTAINER_INCLUDE boost/container/small_vector.hpp)
if(NOT BOOST_CONTAINER_INCLUDE)
  minipy_missing(Boost.Container libboost-container-dev)
endif()

find_package(fmt QUIET)
if(NOT fmt_FOUND)
  minipy_missing({fmt} libfmt-dev)
endif()

find_path(GMP_INCLUDE gmp.h)
find_library(GMP_LIBRARY gmp)
if(NOT GMP_INCLUDE OR NOT GMP_LIBRARY)
  minipy_missing(GMP libgmp-dev)
endif()

find_package(ICU QUIET COMPONENTS uc data)
if(NOT ICU_FOUND)
  minipy_missing(ICU libicu-dev)
endif()

# The libraries of the modules zlib, binascii, bz2, lzma and of the hashes.
find_package(ZLIB QUIET)
if(NOT ZLIB_FOUND)
  minipy_missing(zlib zlib1g-dev)
endif()
find_package(BZip2 QUIET)
if(NOT BZIP2_FOUND)
  minipy_missing(libbz2 libbz2-dev)
endif()
find_package(LibLZMA QUIET)
if(NOT LIBLZMA_FOUND)
  minipy_missing(liblzma liblzma-dev)
endif()
find_package(OpenSSL 3 QUIET COMPONENTS Crypto)
if(NOT OPENSSL_FOUND)
  minipy_missing("OpenSSL's libcrypto" libssl-dev)
endif()
find_path(READLINE_INCLUDE readline/readline.h)
find_library(READLINE_LIBRARY libreadline.a)
if(NOT READLINE_INCLUDE OR NOT READLINE_LIBRARY)
  minipy_missing("GNU readline" libreadline-dev)
endif()
# Linked into the program as they are: shared ones would be loaded at every start, for --step and _curses alone.
find_path(CURSES_INCLUDE curses.h)
find_library(CURSES_LIBRARY libncursesw.a)
find_library(TERMINFO_LIBRARY libtinfo.a)
find_library(PANEL_LIBRARY libpanelw.a)
if(NOT CURSES_INCLUDE OR NOT CURSES_LIBRARY OR NOT TERMINFO_LIBRARY OR NOT PANEL_LIBRARY)
  minipy_missing(ncurses libncurses-dev)
endif()
find_path(BLAKE2_INCLUDE blake2.h)
find_library(BLAKE2_LIBRARY b2)
if(NOT BLAKE2_INCLUDE OR NOT BLAKE2_LIBRARY)
  minipy_missing(libb2 libb2-dev)
endif()

find_package(Threads REQUIRED)

# Debian has {fmt} as a shared object only, which would bring the C++ library's in again: its compiled half is
# instantiated here instead.
add_library(minipy_fmt STATIC ${CMAKE_CURRENT_LIST_DIR}/fmt_compiled.cpp)
target_compile_options(minipy_fmt PRIVATE -ffunction-sections)

add_library(minipy_dependencies INTERFACE)
target_include_directories(minipy_dependencies SYSTEM INTERFACE ${BOOST_CONTAINER_INCLUDE} ${GMP_INCLUDE} ${READLINE_INCLUDE}
  ${CURSES_INCLUDE} ${BLAKE2_INCLUDE})
target_link_libraries(minipy_dependencies INTERFACE minipy_fmt ${GMP_LIBRARY} ICU::uc
  ICU::data ZLIB::ZLIB BZip2::BZip2 LibLZMA::LibLZMA OpenSSL::Crypto ${BLAKE2_LIBRARY}
  ${READLINE_LIBRARY} ${PANEL_LIBRARY} ${CURSES_LIBRARY} ${TERMINFO_LIBRARY} Threads::Threads ${CMAKE_DL_LIBS})
if(NOT MINIPY_SANITIZE)
  target_link_options(minipy_dependencies INTERFACE -static-libstdc++ -static-libgcc)
endif()

if(MINIPY_TESTS)
  find_path(DOCTEST_INCLUDE doctest/doctest.h)
  if(NOT DOCTEST_INCLUDE)
    minipy_missing(doctest doctest-dev)
  endif()
endif()
if(MINIPY_BENCHMARKS)
  find_package(benchmark QUIET)
  if(NOT benchmark_FOUND)
    minipy_missing("Google Benchmark" libbenchmark-dev)
  endif()
endif()

# The parser of XML.
find_path(EXPAT_INCLUDE expat.h)
find_library(EXPAT_LIBRARY NAMES libexpat.a expat)
if(NOT EXPAT_INCLUDE OR NOT EXPAT_LIBRARY)
  minipy_missing(expat libexpat1-dev)
endif()
target_link_libraries(minipy_dependencies INTERFACE ${EXPAT_LIBRARY})

# The libraries of the modules _crypt and _uuid.
find_path(CRYPT_INCLUDE crypt.h)
find_library(CRYPT_LIBRARY crypt)
if(NOT CRYPT_INCLUDE OR NOT CRYPT_LIBRARY)
  minipy_missing(libcrypt libcrypt-dev)
endif()
find_path(UUID_INCLUDE uuid/uuid.h)
find_library(UUID_LIBRARY uuid)
if(NOT UUID_INCLUDE OR NOT UUID_LIBRARY)
  minipy_missing(libuuid uuid-dev)
endif()
target_link_libraries(minipy_dependencies INTERFACE ${CRYPT_LIBRARY} ${UUID_LIBRARY})
# Only its header: the library is loaded when the module nis is imported.
find_path(NSL_INCLUDE rpcsvc/ypclnt.h)
if(NOT NSL_INCLUDE)
  minipy_missing(libnsl libnsl-dev)
endif()

# Optional: without them the modules _dbm, _gdbm and _sqlite3 are left out, and say so when they are imported.
set(MINIPY_OPTIONAL_MODULES "")
function(minipy_optional key module library package header names)
  find_path(${key}_INCLUDE ${header})
  find_library(${key}_LIBRARY NAMES ${names})
  if(${key}_INCLUDE AND ${key}_LIBRARY)
    set(MINIPY_OPTIONAL_MODULES ${MINIPY_OPTIONAL_MODULES} MINIPY_HAS_${key} PARENT_SCOPE)
    target_link_libraries(minipy_dependencies INTERFACE ${${key}_LIBRARY})
  else()
    message(STATUS "note: no ${library} (${package}): the module ${module} is left out")
  endif()
endfunction()
minipy_optional(DB _dbm "Berkeley DB" libdb5.3-dev db.h "db-5.3;db")
minipy_optional(GDBM _gdbm "GNU dbm" libgdbm-dev gdbm.h gdbm)
minipy_optional(SQLITE _sqlite3 SQLite libsqlite3-dev sqlite3.h libsqlite3.a)
if("MINIPY_HAS_SQLITE" IN_LIST MINIPY_OPTIONAL_MODULES)
  target_link_libraries(minipy_dependencies INTERFACE m)
endif()

# The oracle of the tests: CPython 3.11, Debian's first.
find_program(MINIPY_ORACLE NAMES python3.11 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(MINIPY_ORACLE NAMES python3.11)
if(NOT MINIPY_ORACLE)
  minipy_missing("CPython 3.11 (the oracle of its tests)" "python3.11 libpython3.11-stdlib")
endif()
execute_process(COMMAND ${MINIPY_ORACLE} -S -E -c "import platform; print(platform.python_version())"
  OUTPUT_VARIABLE MINIPY_ORACLE_VERSION OUTPUT_STRIP_TRAILING_WHITESPACE)
if(NOT MINIPY_ORACLE_VERSION MATCHES "^3\\.11\\.")
  message(FATAL_ERROR "${MINIPY_ORACLE} is Python ${MINIPY_ORACLE_VERSION}; the oracle must be a 3.11")
elseif(NOT MINIPY_ORACLE_VERSION STREQUAL "3.11.2")
  message(STATUS "note: the oracle ${MINIPY_ORACLE} is ${MINIPY_ORACLE_VERSION}; figures are stated for 3.11.2")
endif()

if(NOT MINIPY_STDLIB)
  execute_process(COMMAND ${MINIPY_ORACLE} -S -E -c "import os; print(os.path.dirname(os.__file__))"
    OUTPUT_VARIABLE stdlib OUTPUT_STRIP_TRAILING_WHITESPACE)
  set(MINIPY_STDLIB ${stdlib} CACHE PATH "CPython 3.11's Lib" FORCE)
endif()
if(NOT EXISTS ${MINIPY_STDLIB}/importlib/_bootstrap.py)
  minipy_missing("CPython 3.11's library (not in ${MINIPY_STDLIB})" libpython3.11-stdlib)
endif()
