"""Writes the files of this folder with NumPy 2.4.6 and safetensors 0.8.0, which our readers must read.

Usage: make_goldens.py FOLDER
"""
import sys

import numpy as np
from safetensors.numpy import save_file

folder = sys.argv[1]
arrays = {
    "a": np.array([[0.0, -0.0, 1.5], [np.inf, -2.25, 1e-45]], "<f4"),
    "b": np.array(3.25, "<f8"),
    "c": np.array([-1, 2**62], "<i8"),
    "d": np.zeros((0, 3), "|u1"),
}
np.save(f"{folder}/array.npy", arrays["a"])
np.savez(f"{folder}/arrays.npz", **arrays)
np.savez_compressed(f"{folder}/compressed.npz", **arrays)
np.savez(f"{folder}/list.npz", arrays["a"], arrays["b"])
save_file(arrays, f"{folder}/arrays.safetensors", {"key": "two\nlines, é"})
