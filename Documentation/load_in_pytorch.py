"""Loads the exported parameters of document 001's network into PyTorch, and compares its outputs with those of the run.

Usage:
  reprise export 001/batch-32                      # writes results/001/batch-32/epoch-5.safetensors
  load_in_pytorch.py results/001/batch-32/epoch-5.safetensors results/001/batch-32/run.h5

A .npz does as well, with the epoch behind it, which it does not say. Needs torch, numpy, safetensors and h5py.
"""
import json
import sys
from collections import OrderedDict

import h5py
import numpy as np
import torch
from safetensors import safe_open
from torch import nn

file, run = sys.argv[1:3]
if file.endswith(".npz"):
    with np.load(file) as arrays:
        tensors = {name: torch.from_numpy(arrays[name]) for name in arrays.files}
    epoch = int(sys.argv[3])
else:
    with safe_open(file, "pt") as opened:
        tensors = {name: opened.get_tensor(name) for name in opened.keys()}
        texts = opened.metadata()
    epoch = int(texts["epoch"])
    print("network", json.loads(texts["configuration"])["network"])
    print("model sha256", texts["model-sha256"])

# A module tree with the configuration's names: groups `hidden` and `output`, a layer called by its kind.
units, inputs = tensors["hidden.linear.weight"].shape
model = nn.Sequential(OrderedDict(
    hidden=nn.Sequential(OrderedDict(linear=nn.Linear(inputs, units), relu=nn.ReLU())),
    output=nn.Sequential(OrderedDict(linear=nn.Linear(units, len(tensors["output.linear.bias"])))),
))
print(model.load_state_dict(tensors, strict=True))
model.eval()

# The run recorded what its network gave for the probe's examples.
with h5py.File(run) as archive:
    row = list(archive["run/activations/output/linear/epoch"]).index(epoch)
    recorded = torch.from_numpy(archive["run/activations/output/linear/value"][row])
    images = torch.from_numpy(archive["run/probe/input"][:]).flatten(1).float() / 255
with torch.no_grad():
    computed = model(images)
print(f"{len(images)} examples, outputs up to {recorded.abs().max():.1f}: "
      f"largest difference {(computed - recorded).abs().max():.2e}, "
      f"{int((computed.argmax(1) == recorded.argmax(1)).sum())} with the same class")
