#pragma once
// A library that is loaded before a program's own ones (LD_PRELOAD) and makes its file calls fail, or ends it between
// two of them. It is steered by the environment:
//
// FAULT_TREE     an absolute path: calls about this directory and what is below it are counted, from 0
// FAULT_JOURNAL  a file to which a line is appended for each of them
// FAULT          what becomes of which call; without it, all are made
//
//   17 kill       the process is killed before call 17
//   17 half-kill  call 17, which writes, writes half of its bytes; then the process is killed
//   17 short      call 17 transfers half of its bytes, which a file call may do at any time
//   17 fail 28    call 17 is not made and fails with errno 28
//   17 half 28    call 17 writes half of its bytes; the next one fails with errno 28
//   17 from 28    call 17 and all after it are not made and fail with errno 28
//
// A line of the journal has the call's number, its name, its answer (-1 for one that failed), its descriptor, its
// offset or flags, the number of bytes written, its path below the tree and the new path where there is one, each
// followed by a tab; after its newline come the bytes that were written and one more newline.
