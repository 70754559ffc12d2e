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

  private func output(_ program: String, _ arguments: [String]) throws -> String {
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
      _ = try output(h5dump, ["-d", object, "-b", "LE", "-o", raw, file])
      return try bytes(raw)
    }
    let weights = try [0, 1, 3].flatMap { epoch in
      try #require(sample.parameters(epoch)[0].array.floats).flatMap { littleEndian($0.bitPattern) }
    }
    #expect(try dumped("/run/parameters/hidden/linear/weight") == weights)
    let losses = try (0...3).flatMap { epoch in
      littleEndian(try #require(sample.record(epoch).metric("loss/validation")).bitPattern)
    }
    #expect(try dumped("/run/loss/validation") == losses)
    #expect(try dumped("/run/probe/image") == sample.header.probe?.images.bytes)
    let header = try output(h5dump, ["-H", "-p", file])
    #expect(header.contains("H5T_IEEE_F32LE"))
    #expect(header.contains("COMPRESSION DEFLATE { LEVEL 1 }"))
    #expect(header.contains("CHUNKED ( 1, 8, 6 )"))
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
      def visit(name, item):
          if isinstance(item, h5py.Group) or name.startswith("run/provenance/"): return
          text = item.dtype.kind == "S"
          values = b"".join(numpy.atleast_1d(item[()]).tolist()) if text else item[()].tobytes()
          kind, shape = "text" if text else str(item.dtype), "x".join(map(str, item.shape))
          lines.append((("/" + name).encode(), kind, shape, hashlib.sha256(values).hexdigest()))
      file.visititems(visit)
      digest = hashlib.sha256()
      for path, *rest in sorted(lines): digest.update(path + "".join("\\t" + s for s in rest).encode() + b"\\n")
      group = file[file.attrs["default"].decode()]
      group = group[group.attrs["default"].decode()]
      print(digest.hexdigest(), group.name, group.attrs["signal"].decode(), group[group.attrs["axes"]][()])
      """
    let answer = try output(python, ["-c", program, scratch("run/run.h5")])
    let digest = try RunArchive(scratch("run/run.h5")).contentDigest
    #expect(answer == "\(digest) /run/loss validation [0 1 2 3]\n")
  }

  private func littleEndian<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}
