"""Training steps of configs/001/batch-32.yaml, configs/003/bce-sigmoid.yaml and configs/003/combined.yaml in PyTorch.

Usage: epochs.py EXPERIMENT THREADS
For every line of standard input, which is a number of steps, it prints a line: the seconds of a step. Before the first
it does 200 steps that are not counted. The images are random numbers: PyTorch's time does not depend on them.
"""
import sys
import time

import torch
from torch import nn

experiment, threads = sys.argv[1], int(sys.argv[2])
torch.set_num_threads(threads)
torch.manual_seed(0)

count = 60_000
images = torch.rand(count, 784)
labels = torch.randint(10, (count,))

if experiment == "001/batch-32":
    batch_size = 32
    network = nn.Sequential(nn.Linear(784, 1000), nn.ReLU(), nn.Linear(1000, 10))
    loss_function, targets = nn.CrossEntropyLoss(), labels
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-2, fused=True)
else:
    batch_size = 1
    loss_function, targets = nn.BCELoss(), nn.functional.one_hot(labels, 10).float()
    if experiment == "003/bce-sigmoid":
        network = nn.Sequential(nn.Linear(784, 200), nn.Sigmoid(), nn.Linear(200, 10), nn.Sigmoid())
        optimizer = torch.optim.SGD(network.parameters(), lr=1e-2, fused=True)
    elif experiment == "003/combined":
        network = nn.Sequential(
            nn.Linear(784, 200), nn.LeakyReLU(0.02), nn.LayerNorm(200), nn.Linear(200, 10), nn.Sigmoid())
        optimizer = torch.optim.Adam(network.parameters(), lr=1e-3, fused=True)
    else:
        sys.exit(f"no program for {experiment}")


def batches(steps):
    if batch_size == 1:
        for step in range(steps):
            yield images[step % count:step % count + 1], targets[step % count:step % count + 1]
        return
    order = torch.randperm(count)
    for step in range(steps):
        first = step * batch_size % count
        indices = order[first:first + batch_size]
        yield images[indices], targets[indices]


def train(steps):
    total = 0.0
    for inputs, wanted in batches(steps):
        optimizer.zero_grad()
        loss = loss_function(network(inputs), wanted)
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total


train(200)
for line in sys.stdin:
    steps = int(line)
    start = time.perf_counter()
    train(steps)
    print((time.perf_counter() - start) / steps, flush=True)
