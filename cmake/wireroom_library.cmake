# wireroom_library(NAME DEPENDS …): the folder's *.cc as one static library wireroom_NAME, its *_test.cc as one test
# program NAME_test. Including another folder's header is only possible where the folder is named in DEPENDS.
function(wireroom_library name)
  cmake_parse_arguments(ARG "" "" "DEPENDS;LINK" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cc)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "(_test|_main)\\.cc$")
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(TRANSFORM ARG_DEPENDS PREPEND wireroom_)
  add_library(wireroom_${name} STATIC ${sources})
  target_include_directories(wireroom_${name} PUBLIC ${CMAKE_SOURCE_DIR}/include ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(wireroom_${name} PUBLIC ${ARG_DEPENDS} ${ARG_LINK})
  if(WIREROOM_TESTS AND tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE wireroom_${name} GTest::gmock GTest::gtest_main)
    if(TARGET wireroom_testing)
      target_link_libraries(${name}_test PRIVATE wireroom_testing)
    endif()
    wireroom_test_program(${name}_test)
    add_test(NAME ${name} COMMAND ${name}_test)
  endif()
endfunction()

# What all test programs share: under sanitizers the tests themselves are compiled without optimisation, which takes two
# thirds of the time; the code that they test is not.
function(wireroom_test_program target)
  if(WIREROOM_SANITIZE)
    target_compile_options(${target} PRIVATE -O0)
  endif()
endfunction()

# wireroom_sharded_test(NAME PROGRAM SHARDS ARGUMENT…): one program as several tests that may run side by side.
function(wireroom_sharded_test name program shards)
  math(EXPR last "${shards} - 1")
  foreach(shard RANGE ${last})
    add_test(NAME ${name}_${shard} COMMAND ${program} ${ARGN})
    set_tests_properties(${name}_${shard} PROPERTIES
                         ENVIRONMENT "GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${shard}")
  endforeach()
endfunction()
