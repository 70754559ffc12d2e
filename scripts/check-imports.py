#!/usr/bin/env python3
"""Fails unless every target imports exactly the modules of this package's manifest that it declares.

SwiftPM lets a target import whatever another one happens to build. Here the manifest is the map of the house, so an
import that it does not declare is an error, and so is a declared dependency that nothing imports.
"""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOLCHAIN = {
    "CryptoKit", "Dispatch", "Foundation", "FoundationNetworking", "FoundationXML", "Synchronization", "Testing",
}
IMPORT = re.compile(
    r"^ *(?:@\w+ +)*(?:(?:public|package|internal|fileprivate|private) +)?import +"
    r"(?:(?:typealias|struct|class|enum|protocol|let|var|func) +)?([A-Z]\w*)", re.MULTILINE)


def folder(target):
    if target.get("path"):
        return ROOT / target["path"]
    return ROOT / ("Tests" if target["type"] == "test" else "Sources") / target["name"]


def declared(target):
    names = set()
    for dependency in target["dependencies"]:
        kind, value = next(iter(dependency.items()))
        names.add(value[0] if kind in ("byName", "target", "product") else str(value))
    return names


def main():
    manifest = json.loads(
        subprocess.run(
            ["swift", "package", "dump-package"], cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    problems = []
    for target in manifest["targets"]:
        sources = sorted(folder(target).rglob("*.swift"))
        if not sources:
            continue
        known, used = declared(target), set()
        for source in sources:
            for module in IMPORT.findall(source.read_text(encoding="utf-8")):
                used.add(module)
                if module not in known | TOOLCHAIN | {target["name"]}:
                    problems.append(
                        f"{source.relative_to(ROOT)}: imports {module}, which Package.swift does not declare for "
                        f"{target['name']}")
        for module in sorted(known - used):
            problems.append(f"Package.swift: {target['name']} depends on {module} and never imports it")
    print("\n".join(problems) or "imports: every one is declared, every declared one is used", file=sys.stderr)
    return 1 if problems else 0


sys.exit(main())
