#pragma once

#include "CKernels.h"

/// The digests of what an instruction set computes, as text: for each kernel of kernel-list.h, each function of
/// single-functions.h and each scalar type a line `kernel NAME f32|f64 DIGEST` or `function NAME f32|f64 DIGEST`. Every
/// architecture and every instruction set gives the same text.
///
/// A digest is FNV-1a (64 bits) over the little-endian bytes of all results, a NaN as 7fc00000 or 7ff8000000000000.
///
/// NULL where this build or this machine lacks the instruction set or memory; to be freed by the caller.
char *architectures_table(reprise_isa isa);
