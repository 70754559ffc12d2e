"""A second program's view of a run.h5: the SHA-256 of the model after each kept epoch, recomputed with h5py.

Usage: check_archive.py results/001/batch-32/run.h5
"""
import hashlib
import sys

import h5py

with h5py.File(sys.argv[1]) as archive:
    run = archive["run"]
    stored = dict(zip(run["digests/epoch"][:], run["digests/model"][:]))
    paths = run["parameters"].attrs["paths"].decode().split("\n")  # in declaration order
    groups = [run["parameters/" + path] for path in paths]
    for row, epoch in enumerate(groups[0].parent["epoch"][:]):
        digest = hashlib.sha256(b"".join(group[row].astype("<f4").tobytes() for group in groups)).hexdigest()
        print("epoch", epoch, digest, "equal" if digest == stored[epoch].decode() else "DIFFERENT")
