"""SHA-256 of chained draws from one PyTorch generator, kept in torch-chains.json (made with PyTorch 2.13.0, CPU).

Every draw starts where the one before left the generator, so the short path's spare normal number, the odd
sizes and the data loader's hidden draws are all in it. Each line: [draw, size, SHA-256 of the little-endian
bytes]; dropout's bytes are 1 where an element is kept. Run: python make_torch_chains.py > torch-chains.json
"""
import hashlib, json, math, torch
import torch.nn as nn
from torch.utils.data import DataLoader, random_split


def sha(t):
    return hashlib.sha256(t.detach().numpy().tobytes()).hexdigest()


def loader(n, shuffle):
    return torch.cat(list(DataLoader(torch.arange(n), batch_size=7, shuffle=shuffle)))


def chain(seed):
    torch.manual_seed(seed)
    for n in (1, 3, 15, 16, 17, 33, 625):
        yield "randn", n, sha(torch.randn(n))
        yield "normal 0.3 1.7", n, sha(torch.empty(n).normal_(0.3, 1.7))
        yield "rand", n, sha(torch.rand(n))
        yield "uniform -0.7 0.1", n, sha(torch.empty(n).uniform_(-0.7, 0.1))
        weight = torch.empty(1, n)
        nn.init.kaiming_uniform_(weight, a=math.sqrt(5))
        yield "weight", n, sha(weight)
        yield "dropout 0.2", n, sha((nn.functional.dropout(torch.ones(n), 0.2) > 0).to(torch.uint8))
        yield "loader shuffled", n, sha(loader(n, True))
        yield "loader ordered", n, sha(loader(n, False))
        first, second = random_split(range(n), [n - n // 5, n // 5])
        yield "split", n, sha(torch.tensor(list(first.indices) + list(second.indices)))


chains = []
for seed in (0, 2**32 + 5):
    rows = ",\n".join(json.dumps(row) for row in chain(seed))
    chains.append(f'{{"seed": {seed}, "draws": [\n{rows}\n]}}')
print("[" + ",\n".join(chains) + "]")
