"""Training steps of whole networks in PyTorch: document 004's CNN and ResNet-18, batch 64, fused Adam.

Usage: networks.py NETWORK CHANNELS SIDE THREADS FORMAT
NETWORK is cnn or resnet, FORMAT contiguous or channels_last. For every line of standard input, which is a number of
steps, it prints a line: the seconds of a step, and the process's peak resident memory in MB. The first step of the
process is not counted.
"""
import resource
import sys
import time

import torch
from torch import nn

network, format = sys.argv[1], sys.argv[5]
channels, side, threads = map(int, sys.argv[2:5])
torch.set_num_threads(threads)
torch.manual_seed(0)


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(inputs, outputs, 3, stride, 1), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True),
            nn.Conv2d(outputs, outputs, 3, 1, 1), nn.BatchNorm2d(outputs))
        self.shortcut = None
        if stride != 1 or inputs != outputs:
            self.shortcut = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride), nn.BatchNorm2d(outputs))
        self.relu = nn.ReLU(inplace=True)

    def forward(self, x):
        out = self.body(x)
        out += x if self.shortcut is None else self.shortcut(x)
        return self.relu(out)


def resnet():
    layers = [nn.Conv2d(channels, 64, 7, 2, 3), nn.BatchNorm2d(64), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2, 1)]
    inputs = 64
    for outputs, stride in ((64, 1), (128, 2), (256, 2), (512, 2)):
        layers += [Block(inputs, outputs, stride), Block(outputs, outputs, 1)]
        inputs = outputs
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d((1, 1)), nn.Flatten(), nn.Linear(512, 11))


def cnn():
    layers, inputs, rest = [], channels, side
    for outputs in (64, 128, 256, 512, 512):
        layers += [
            nn.Conv2d(inputs, outputs, 3, 1, 1), nn.BatchNorm2d(outputs), nn.ReLU(),
            nn.MaxPool2d(2, 2, ceil_mode=True)]
        inputs, rest = outputs, (rest + 1) // 2
    return nn.Sequential(
        *layers, nn.Flatten(), nn.Linear(512 * rest * rest, 1024), nn.ReLU(), nn.Linear(1024, 512), nn.ReLU(),
        nn.Linear(512, 11))


model = (cnn if network == "cnn" else resnet)()
images, labels = torch.rand(64, channels, side, side), torch.arange(64) % 11
if format == "channels_last":
    model = model.to(memory_format=torch.channels_last)
    images = images.to(memory_format=torch.channels_last)
optimizer = torch.optim.Adam(model.parameters(), lr=3e-4, weight_decay=1e-5, fused=True)
loss_function = nn.CrossEntropyLoss()



def step():
    optimizer.zero_grad()
    loss = loss_function(model(images), labels)
    loss.backward()
    optimizer.step()
    loss.item()


step()
for line in sys.stdin:
    start = time.perf_counter()
    for _ in range(int(line)):
        step()
    seconds = (time.perf_counter() - start) / int(line)
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
