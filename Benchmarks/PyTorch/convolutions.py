"""Forward and both gradients of convolutions in PyTorch, batch 32.

Usage: convolutions.py THREADS
For every line "channels side outputs kernel stride padding calls" of standard input it prints a line: the seconds of a
forward pass, an input gradient and a weight gradient, each the mean of so many calls after one that is not counted.
"""
import sys
import time

import torch

torch.set_num_threads(int(sys.argv[1]))


def seconds(calls, work):
    work()
    start = time.perf_counter()
    for _ in range(calls):
        work()
    return (time.perf_counter() - start) / calls


for line in sys.stdin:
    channels, side, outputs, kernel, stride, padding, calls = map(int, line.split())
    x = torch.rand(32, channels, side, side) - 0.5
    weight = torch.rand(outputs, channels, kernel, kernel) - 0.5
    bias = torch.rand(outputs)
    y = torch.nn.functional.conv2d(x, weight, bias, stride, padding)
    dy = torch.rand_like(y)

    def backward(*mask):
        return torch.ops.aten.convolution_backward(
            dy, x, weight, [outputs], [stride] * 2, [padding] * 2, [1, 1], False, [0, 0], 1, list(mask))

    with torch.no_grad():
        forward = seconds(calls, lambda: torch.nn.functional.conv2d(x, weight, bias, stride, padding))
        inputs = seconds(calls, lambda: backward(True, False, False))
        weights = seconds(calls, lambda: backward(False, True, True))
    print(forward, inputs, weights, flush=True)
