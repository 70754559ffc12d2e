"""A training epoch of configs/001/batch-32.yaml in PyTorch: tensors sliced per batch, fused Adam.

Prints one line a repetition: seconds for the training steps of one epoch of 60,000 images.
Usage: epoch.py THREADS REPETITIONS IMAGES_IDX LABELS_IDX
"""
import gzip
import sys
import time

import numpy as np
import torch

threads, repetitions, images_path, labels_path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]
torch.set_num_threads(threads)
torch.manual_seed(0)


def read(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rb") as file:
        return file.read()


pixels = np.frombuffer(read(images_path), np.uint8, offset=16).reshape(-1, 784)
images = torch.from_numpy(pixels.copy()).float() / 255
labels = torch.from_numpy(np.frombuffer(read(labels_path), np.uint8, offset=8).astype(np.int64))

network = torch.nn.Sequential(torch.nn.Linear(784, 1000), torch.nn.ReLU(), torch.nn.Linear(1000, 10))
optimizer = torch.optim.Adam(network.parameters(), lr=1e-2, fused=True)
loss_function = torch.nn.CrossEntropyLoss()

for _ in range(repetitions):
    start = time.perf_counter()
    order = torch.randperm(len(images))
    total = 0.0
    for first in range(0, len(images), 32):
        batch = order[first:first + 32]
        optimizer.zero_grad()
        loss = loss_function(network(images[batch]), labels[batch])
        loss.backward()
        optimizer.step()
        total += loss.item()
    print(f"{time.perf_counter() - start:.4f}", flush=True)
