"""A second program's view of a run.h5, with h5py: the run's identity and, after each kept epoch, the SHA-256 of the model.

Usage: check_archive.py results/001/batch-32/run.h5
"""
import hashlib
import json
import sys

import h5py

with h5py.File(sys.argv[1]) as archive:
    run = archive["run"]
    identity = hashlib.sha256(run["identity/data"][()]).hexdigest()
    print("identity", identity, "equal" if identity == archive.attrs["identity"] else "DIFFERENT")
    paths = json.loads(run["index/data"][()])["parameters"]  # in declaration order
    if not paths:
        sys.exit("no epoch keeps a model")  # as of a computation
    stored = dict(zip(run["digests/epoch"][:], run["digests/model"].asstr()[:]))
    groups = [run["parameters/" + path] for path in paths]
    for row, epoch in enumerate(groups[0].parent["epoch"][:]):
        digest = hashlib.sha256(b"".join(group[row].astype("<f4").tobytes() for group in groups)).hexdigest()
        print("epoch", epoch, digest, "equal" if digest == stored[epoch] else "DIFFERENT")
