"""Forward and both gradients of convolutions in PyTorch, one thread, batch 32.

Reads lines "channels height outputs kernel stride padding" from standard input; prints for each the best
milliseconds of forward, input gradient and weight gradient.
"""
import sys
import time

import torch

torch.set_num_threads(1)


def best(work):
    work()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


for line in sys.stdin:
    channels, side, outputs, kernel, stride, padding = map(int, line.split())
    x = torch.rand(32, channels, side, side) - 0.5
    weight = torch.rand(outputs, channels, kernel, kernel) - 0.5
    bias = torch.rand(outputs)
    y = torch.nn.functional.conv2d(x, weight, bias, stride, padding)
    dy = torch.rand_like(y)

    def backward(*mask):
        return torch.ops.aten.convolution_backward(
            dy, x, weight, [outputs], [stride] * 2, [padding] * 2, [1, 1], False, [0, 0], 1, list(mask))

    with torch.no_grad():
        forward = best(lambda: torch.nn.functional.conv2d(x, weight, bias, stride, padding))
        inputs = best(lambda: backward(True, False, False))
        weights = best(lambda: backward(False, True, True))
    print(f"{forward:.3f} {inputs:.3f} {weights:.3f}", flush=True)
