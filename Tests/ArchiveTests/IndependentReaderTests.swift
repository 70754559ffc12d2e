import Archive
import Foundation
import Tensors
import Testing

/// Programs that share no code with ours read the same values.
@Suite struct IndependentReaderTests {
  let sample = SampleRun()

  /// A program's path, from the variable PATH.
  static func program(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// An interpreter that has h5py, if the variable PYTHON names one.
  static var python: String? { ProcessInfo.processInfo.environment["PYTHON"] }

  /// What a program prints.
  static func output(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  // h5dump comes with Debian's hdf5-tools; the test needs it and shows as skipped without it.
  @Test(.enabled(if: program("h5dump") != nil, "needs h5dump (Debian: apt install hdf5-tools)"))
  func h5dumpReadsTheSameBytes() throws {
    let h5dump = try #require(Self.program("h5dump"))
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    let file = scratch("run/run.h5")
    let raw = scratch("values")
    func dumped(_ object: String) throws -> [UInt8] {
      _ = try Self.output(h5dump, ["-d", object, "-b", "LE", "-o", raw, file])
      return try bytes(raw)
    }
    let weights = try [0, 1, 3].flatMap { epoch in
      try #require(sample.parameters(epoch)[0].tensor.floats).flatMap { littleEndian($0.bitPattern) }
    }
    #expect(try dumped("/run/parameters/hidden/linear/weight") == weights)
    let losses = try (0...3).flatMap { epoch in
      littleEndian(try #require(sample.record(epoch).metric("loss/validation")).bitPattern)
    }
    #expect(try dumped("/run/loss/validation") == losses)
    #expect(try dumped("/run/probe/input") == sample.header.probe?.inputs.bytes)
    let header = try Self.output(h5dump, ["-H", "-p", file])
    #expect(header.contains("H5T_IEEE_F32LE"))
    #expect(header.contains("COMPRESSION DEFLATE { LEVEL 1 }"))
    #expect(header.contains("CHUNKED ( 1, 8, 6 )"))
    #expect(try Self.output(h5dump, ["-B", "-H", file]).contains("USERBLOCK_SIZE 512"))
  }

  // The variable PYTHON names an interpreter with h5py; a machine without one shows the test as skipped.
  @Test(.enabled(if: python != nil, "needs the variable PYTHON: an interpreter with h5py"))
  func h5pyFindsTheSameContent() throws {
    let python = try #require(Self.python)
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    // The content digest's definition, once more, from its text.
    let program = """
      import hashlib, sys, h5py, numpy
      file, lines = h5py.File(sys.argv[1]), []
      left_out = ("run/provenance/", "run/title", "run/program_name")
      def visit(name, item):
          if isinstance(item, h5py.Group) or name.startswith(left_out): return
          text = item.dtype.kind == "S"
          values = b"".join(t + b"\\0" for t in numpy.atleast_1d(item[()])) if text else item[()].tobytes()
          kind, shape = "text" if text else str(item.dtype), "x".join(map(str, item.shape))
          lines.append((("/" + name).encode(), kind, shape, hashlib.sha256(values).hexdigest()))
      file.visititems(visit)
      digest = hashlib.sha256()
      for path, *rest in sorted(lines):
          digest.update(path + "".join("\\t" + s for s in rest).encode() + b"\\n")
      group = file[file.attrs["default"]]
      group = group[group.attrs["default"]]
      print(digest.hexdigest(), group.name, group.attrs["signal"], group[group.attrs["axes"]][()])
      """
    let answer = try Self.output(python, ["-c", program, scratch("run/run.h5")])
    let digest = try RunArchive(scratch("run/run.h5")).contentDigest
    #expect(answer == "\(digest) /run/loss validation [0 1 2 3]\n")
  }

  /// What viewers need of the tree, in h5py's words: text attributes are `str`, every plotted array names its
  /// axes and they are dimension scales of the right length, notes have a type, layers keep their order.
  @Test(.enabled(if: python != nil, "needs the variable PYTHON: an interpreter with h5py"))
  func h5pyFindsWhatViewersNeed() throws {
    let python = try #require(Self.python)
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    let program = """
      import sys, h5py
      file = h5py.File(sys.argv[1])
      run = file["run"]
      counts = {}
      def visit(name, item):
          kind = item.attrs.get("NX_class")
          if kind: counts[kind] = counts.get(kind, 0) + 1
          if kind == "NXdata":
              assert isinstance(item["title"][()].decode(), str) and item["title"].shape == (), name
              axes, signal = item.attrs["axes"], item[item.attrs["signal"]]
              axes = [axes] if isinstance(axes, str) else list(axes)
              assert "." not in axes and len(axes) == signal.ndim, name
              assert isinstance(signal.attrs["long_name"], str), name
              for number, axis in enumerate(axes):
                  assert item[axis].shape == (signal.shape[number],), (name, axis)
                  assert item.attrs[axis + "_indices"] == number, (name, axis)
          elif kind == "NXnote":
              assert item["type"].asstr()[()] == "application/json", name
          elif isinstance(item, h5py.Dataset) and not name.startswith(("run/states/", "run/title")):
              assert item.dtype.kind == "S" or isinstance(item.attrs["long_name"], str), name
              for dimension in item.dims if item.ndim and not item.is_scale else []:
                  assert len(dimension) == 1, name
                  scale = dimension[0]
                  assert scale.is_scale and scale.parent == item.parent, name
                  assert scale.attrs["CLASS"] == b"DIMENSION_SCALE", name
                  assert isinstance(scale.attrs["units"], str), name
      file.visititems(visit)
      weight = run["parameters/hidden/linear/weight"]
      print(sorted(counts.items()))
      print([d[0].name.split("/")[-1] for d in weight.dims], weight.attrs["CLASS"])
      print(list(run["parameters"]), list(run["parameters/hidden/linear"]))
      print(run["loss/validation"].attrs["long_name"], "|", run["loss/title"].asstr()[()])
      print(run["probe/sheet"].shape, run["probe/sheet"].attrs["IMAGE_SUBCLASS"], run["probe/sheet"][1, 1])
      spread = run["histograms/hidden/linear/weight"]
      last = spread["3"]
      print(list(spread))
      print(spread.attrs["signal"], list(spread.attrs["auxiliary_signals"]))
      print(last.attrs["signal"], last.attrs["axes"], last["title"].asstr()[()], len(last["edge"]))
      print(last["count"][()].sum(), last["center"].attrs["long_name"], spread["not_finite"][()])
      print(run["activations/hidden/relu/label"][()], list(run["probe/class_name"].asstr()))
      """
    let answer = try Self.output(python, ["-c", program, scratch("run/run.h5")])
    #expect(
      answer == """
        [('NXcollection', 24), ('NXdata', 28), ('NXentry', 1), ('NXnote', 6)]
        ['epoch', 'output', 'input'] b'IMAGE'
        ['hidden', 'output'] ['weight', 'bias', 'epoch', 'output', 'input', 'title']
        Validation cross-entropy (nats) | Cross-entropy
        (13, 15, 3) b'IMAGE_TRUECOLOR' [0 0 0]
        ['0', '1', '3', 'mean', 'minimum', 'maximum', 'standard_deviation', 'not_finite', 'epoch', 'title']
        mean ['minimum', 'maximum', 'standard_deviation']
        count center Histogram of hidden/linear/weight, epoch 3 101
        48 Value of an element [0 0 0]
        [3 1 4 1] ['T-shirt', 'Hose', 'Pullover', 'Kleid', 'Mäntel']

        """)
  }

  private func littleEndian<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}
