import Files
import Interchange
import Tensors
import Testing

@Suite struct NPYTests {
  private func tensor(_ bytes: [UInt8]) throws -> Tensor { try NPY.tensor(bytes, file: "x.npy") }

  private func file(_ header: String, data: Int, version: [UInt8] = [1, 0]) -> [UInt8] {
    let text = Array(header.utf8)
    return [0x93] + Array("NUMPY".utf8) + version + [UInt8(text.count & 255), UInt8(text.count >> 8)] + text
      + [UInt8](repeating: 0, count: data)
  }

  @Test(arguments: Samples.named.map(\.tensor))
  func whatIsReadIsWhatWasWritten(_ tensor: Tensor) throws {
    let bytes = try NPY.bytes(of: tensor, file: "x")
    #expect(try self.tensor(bytes) == tensor)
    #expect((bytes.count - tensor.count * tensor.elementType.byteCount) % 64 == 0)
    #expect(Samples.acceptedCuts(bytes) { _ = try self.tensor($0) } == [])
    #expect(throws: InterchangeError.self) { try self.tensor(bytes + [0]) }
  }

  /// The golden's header is one of those that NumPy pads as this does.
  @Test func theBytesAreNumPys() throws {
    let golden = try FileOperations.contents(of: Samples.golden("array.npy"))
    #expect(try tensor(golden) == Samples.goldens[0].tensor)
    #expect(try NPY.bytes(of: Samples.goldens[0].tensor, file: "x") == golden)
  }

  @Test func flippedHeadersAreRefusedOrReadWithoutACrash() throws {
    let bytes = try NPY.bytes(of: Samples.doubles, file: "x")
    let read = try Samples.flipped(bytes, upTo: bytes.count - 48) { try tensor($0) }
    #expect(!read.isEmpty && read.count < 10_000)
  }

  @Test(arguments: [
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }\n", 8, true),
    ("{'shape':(2),'fortran_order':False,'descr':'<f4'}", 8, true),
    ("{'descr': '<f4', 'fortran_order': True, 'shape': (2,), }", 8, false),
    ("{'descr': '>f4', 'fortran_order': False, 'shape': (2,), }", 8, false),
    ("{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (2,), }", 8, false),
    ("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", 8, false),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }", 8, false),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4, 0), }", 0, false),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }", 8, false),
    ("{'descr': '<f4', 'fortran_order': False}", 4, false),
    ("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", 8, false),
    ("{'descr': '<f4', 'fortran_order': 0, 'shape': (2,), }", 8, false),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'x': 1}", 8, false),
    ("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), } 1", 8, false), ("", 8, false),
    ("{'descr': '<f4\\'', 'fortran_order': False, 'shape': (2,), }", 8, false),
  ])
  func headersAreReadStrictly(_ header: String, _ data: Int, _ isRead: Bool) throws {
    let bytes = file(header, data: data)
    if isRead {
      #expect(try tensor(bytes) == Tensor([0, 0] as [Float]))
    } else {
      let error = #expect(throws: InterchangeError.self) { try tensor(bytes) }
      #expect(error?.kind == .unreadable && error?.file == "x.npy")
    }
  }

  @Test func otherVersionsAreRefused() {
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }"
    #expect(throws: InterchangeError.self) { try tensor(file(header, data: 8, version: [2, 0])) }
  }

  @Test func aShapeThatDoesNotFitInTheHeaderIsRefused() {
    let shape = Shape([Int](repeating: 1, count: 30_000))
    #expect(throws: InterchangeError.self) {
      try NPY.bytes(of: Tensor([1] as [Float], shape: shape), file: "x")
    }
  }
}
