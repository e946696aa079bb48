# Modules of the standard library as part of the program: minipy_freeze (the compiler with a main of its own)
# writes their bytecode into a generated C++ file, which becomes the library minipy_frozen.
add_executable(minipy_freeze ${CMAKE_SOURCE_DIR}/src/cli/freeze_main.cpp)
target_link_libraries(minipy_freeze PRIVATE minipy_core)

set(generated_frozen ${CMAKE_BINARY_DIR}/generated/frozen_modules.cpp)
add_custom_command(OUTPUT ${generated_frozen}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
  COMMAND minipy_freeze ${MINIPY_STDLIB} ${generated_frozen}
  DEPENDS minipy_freeze ${MINIPY_STDLIB}/importlib/_bootstrap.py ${MINIPY_STDLIB}/importlib/_bootstrap_external.py
  COMMENT "freezing the modules that imports need" VERBATIM)
add_library(minipy_frozen STATIC ${generated_frozen})
target_link_libraries(minipy_frozen PUBLIC minipy_flags)
