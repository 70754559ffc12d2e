"""Golden values from PyTorch 2.15 (random draws; x86-64, AVX2 build), kept in torch-random.json.

Each array is {"shape": [...], "f32"|"i64": base64 of the little-endian bytes, row-major}.
Run: python make_torch_goldens.py OUT_DIR
"""
import base64, json, sys
import numpy as np, torch
import torch.nn as nn

def enc(t):
    a = t.detach().cpu().numpy() if isinstance(t, torch.Tensor) else np.asarray(t)
    k = "f32" if a.dtype == np.float32 else "i64"
    a = np.ascontiguousarray(a, np.float32 if k == "f32" else np.int64)
    return {"shape": list(a.shape), k: base64.b64encode(a.tobytes()).decode()}

def save(path, cases):
    with open(path, "w") as f:
        json.dump(cases, f, indent=0)
        f.write("\n")

def torch_cases():
    out = []
    for seed in (0, 1, 2333, 4294967295):
        torch.manual_seed(seed); out.append(dict(draw="rand", seed=seed, n=17, y=enc(torch.rand(17))))
        torch.manual_seed(seed); out.append(dict(draw="randn_small", seed=seed, n=9, y=enc(torch.randn(9))))
        torch.manual_seed(seed); out.append(dict(draw="randn", seed=seed, n=20, y=enc(torch.randn(20))))
        torch.manual_seed(seed); out.append(dict(draw="randn", seed=seed, n=64, y=enc(torch.randn(64))))
        torch.manual_seed(seed); out.append(dict(draw="randperm", seed=seed, n=20, y=enc(torch.randperm(20))))
        torch.manual_seed(seed); out.append(dict(draw="randperm_sha256", seed=seed, n=60000, sha256=sha(torch.randperm(60000))))
        torch.manual_seed(seed); l = nn.Linear(6, 4); out.append(dict(draw="linear_init", seed=seed, inputs=6, outputs=4, weight=enc(l.weight), bias=enc(l.bias)))
        torch.manual_seed(seed); l = nn.Linear(784, 1000); out.append(dict(draw="linear_init_sha256", seed=seed, inputs=784, outputs=1000, weight=sha(l.weight), bias=sha(l.bias)))
        torch.manual_seed(seed); l = nn.Conv2d(3, 5, 3); out.append(dict(draw="conv2d_init", seed=seed, inputs=3, outputs=5, kernel=3, weight=enc(l.weight), bias=enc(l.bias)))
        torch.manual_seed(seed); y = nn.functional.dropout(torch.ones(50), 0.25); out.append(dict(draw="dropout", seed=seed, p=0.25, n=50, y=enc(y)))
        torch.manual_seed(seed); order = [int(b) for b in torch.utils.data.DataLoader(range(30), batch_size=None, shuffle=True)]
        out.append(dict(draw="dataloader_shuffle", seed=seed, n=30, y=enc(np.array(order))))
    # document 002: the regression data, drawn in the order that the document's program draws them
    torch.manual_seed(2333)
    x = torch.unsqueeze(torch.linspace(-1, 1, 20), 1); y = x + 0.3 * torch.randn(20, 1)
    x2 = torch.unsqueeze(torch.linspace(-1, 1, 20), 1); y2 = x2 + 0.3 * torch.randn(20, 1)
    out.append(dict(draw="document-002-data", seed=2333, x=enc(x), y_train=enc(y), y_test=enc(y2)))
    return out

def sha(t):
    import hashlib
    return hashlib.sha256(t.detach().numpy().tobytes()).hexdigest()

if __name__ == "__main__":
    save(f"{sys.argv[1]}/torch-random.json", torch_cases())
