# wireroom_embed(OUTPUT TABLE PREFIX FILES… NAMES …): writes an assembly file that embeds files with .incbin and a table
# TABLE … TABLE_end of (name, first byte, one past the last), in the order given. The symbols inside begin with PREFIX.
function(wireroom_embed output table prefix)
  cmake_parse_arguments(ARG "" "" "FILES;NAMES" ${ARGN})
  set(bytes "    .section .rodata\n")
  set(entries "")
  set(number 0)
  foreach(file name IN ZIP_LISTS ARG_FILES ARG_NAMES)
    set(label ${prefix}_${number})
    string(APPEND bytes "    .balign 64\n${label}_begin:\n    .incbin \"${file}\"\n${label}_end:\n    .byte 0\n"
           "${label}_name:\n    .asciz \"${name}\"\n")
    string(APPEND entries "    .quad ${label}_name, ${label}_begin, ${label}_end\n")
    math(EXPR number "${number} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${output} CONTENT
"${bytes}
    .section .data.rel.ro, \"aw\"
    .balign 8
    .globl ${table}
${table}:
${entries}    .globl ${table}_end
${table}_end:
    .quad 0
    .section .note.GNU-stack,\"\",@progbits
" @ONLY)
  set_source_files_properties(${output} PROPERTIES OBJECT_DEPENDS "${ARG_FILES}")
endfunction()
