"""Golden values of the random layout, version 1, from a second implementation: Python's integers and libm.

It follows the documentation of RandomStream and its distributions, not their code. Normal numbers go through
this machine's libm in double and are rounded to float once, so a case whose double lies within 1e-12 (relative)
of a rounding boundary is refused. Run: python3 make_philox_goldens.py > philox.json
"""
import hashlib, json, math, struct

M = 0xFFFFFFFF
PURPOSES = {"initialization": 1, "shuffling": 2, "dropout": 3, "augmentation": 4, "dataGeneration": 5}


def philox(counter, key):
    c, k = list(counter), list(key)
    for _ in range(10):
        a, b = c[0] * 0xD2511F53, c[2] * 0xCD9E8D57
        c = [(b >> 32) ^ c[1] ^ k[0], b & M, (a >> 32) ^ c[3] ^ k[1], a & M]
        k = [(k[0] + 0x9E3779B9) & M, (k[1] + 0xBB67AE85) & M]
    return c


def site_word(path):
    return int(hashlib.sha256(path.encode()).hexdigest()[:8], 16)


class Stream:
    def __init__(self, seed, purpose, path, step):
        p = PURPOSES[purpose]
        self.key = (seed, p)
        if seed > M:
            d = philox((p, 0, 0, M), (seed & M, seed >> 32))
            self.key = (d[0], d[1] | 0x80000000)
        self.site = 0 if path is None else site_word(path)
        self.step = step

    def block(self, index, attempt=0):
        return philox((index, self.site, self.step, attempt), self.key)

    def word(self, i, attempt=0):
        return self.block(i >> 2, attempt)[i & 3]

    def integer(self, i, bound):
        attempt = 0
        while True:
            m = self.word(i, attempt) * bound
            if (m & M) >= 2**32 % bound:
                return m >> 32
            attempt += 1

    def shuffle(self, n):
        order = list(range(n))
        for draw in range(n - 1):
            i = n - 1 - draw
            j = self.integer(draw, i + 1)
            order[i], order[j] = order[j], order[i]
        return order

    def normal(self, i):
        a, b = self.word(i & ~1), self.word(i | 1)
        r = math.sqrt(-2 * math.log((a + 1) / 2**32))
        q, rest = divmod(b + 2**29, 2**30)
        x = 2 * math.pi * (rest - 2**29) / 2**32
        s, c = math.sin(x), math.cos(x)
        cos, sin = [(c, s), (-s, c), (-c, -s), (s, -c)][q & 3]
        return guarded(r * (sin if i & 1 else cos))

    def uniform_in(self, i, lower, upper):
        value = single(lower + (self.word(i) >> 8) / 2**24 * (upper - lower))
        return value if value < upper else below(upper)


def single(x):
    return struct.unpack("<f", struct.pack("<f", x))[0]


def guarded(x):
    assert single(x * (1 - 1e-12)) == single(x * (1 + 1e-12)), f"too near a rounding boundary: {x!r}"
    return single(x)


def below(x):
    bits = struct.unpack("<i", struct.pack("<f", x))[0]
    return struct.unpack("<f", struct.pack("<i", bits - 1 if x > 0 else bits + 1))[0]


def bits(x):
    return struct.unpack("<I", struct.pack("<f", x))[0]


cases = []
for seed, purpose, path, step in [
    (0, "initialization", "hidden/linear/weight", 0), (1, "initialization", "hidden/linear/bias", 0),
    (20240229, "shuffling", None, 3), (M, "dropout", "dropout1", 4294967295),
    (2**32, "augmentation", "é/Ω", 17), (2**64 - 1, "dataGeneration", "two moons", 1),
]:
    s = Stream(seed, purpose, path, step)
    cases.append({
        "seed": str(seed), "purpose": PURPOSES[purpose], "path": path, "step": step,
        "words": [s.word(i) for i in range(9)],
        "lastWord": s.word(2**34 - 1),
        "uniform": [bits((s.word(i) >> 8) / 2**24) for i in range(9)],
        "uniformInRange": [bits(s.uniform_in(i, -0.125, 0.625)) for i in range(9)],
        "normal": [bits(s.normal(i)) for i in range(21)],
        "integersBelow10": [s.integer(i, 10) for i in range(12)],
        "integersBelow2147483649": [s.integer(i, 2**31 + 1) for i in range(12)],
        "permutationOf20": s.shuffle(20),
    })
rows = [",\n".join(f'"{name}": {json.dumps(value)}' for name, value in case.items()) for case in cases]
print('{"layoutVersion": 1, "cases": [\n{' + "},\n{".join(rows) + "}\n]}")
