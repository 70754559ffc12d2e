#ifndef CPEAK_H
#define CPEAK_H

// The vector widths of a loop of fused multiply-adds.
typedef enum { PEAK_BYTES_16 = 16, PEAK_BYTES_32 = 32, PEAK_BYTES_64 = 64 } peak_width;

// Does `steps` steps of 12 independent chains of Float multiply-adds in vectors of a width, all in registers, and
// returns how many operations that were (two a lane and multiply-add); 0 where this build has no such vectors with
// a multiply-add of their own. The processor must have them.
double peak_multiply_adds(peak_width width, long steps);

#endif
