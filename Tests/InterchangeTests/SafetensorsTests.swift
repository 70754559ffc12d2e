import Files
import Interchange
import Tensors
import Testing

@Suite struct SafetensorsTests {
  private func contents(_ bytes: [UInt8]) throws -> Safetensors.Contents {
    try Safetensors.contents(bytes, file: "x.safetensors")
  }

  private func file(_ header: String, data: Int) -> [UInt8] {
    let text = Array(header.utf8)
    return (0..<8).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) } + text
      + [UInt8](repeating: 0, count: data)
  }

  @Test func whatIsReadIsWhatWasWritten() throws {
    let texts = ["configuration": "{\"a\":\"ü\"}\n\u{1}", "": "", "Ω": "\\\"/"]
    let bytes = try Safetensors.bytes(of: Samples.named, metadata: texts, file: "x")
    let read = try contents(bytes)
    #expect(read.tensors == Samples.named)
    #expect(read.metadata == texts)
    #expect(try Safetensors.bytes(of: read.tensors, metadata: read.metadata, file: "y") == bytes)
    #expect(try contents(Safetensors.bytes(of: [], file: "x")).tensors.isEmpty)
  }

  /// The layout is the format's: read here by hand.
  @Test func bytesAreThoseOfTheFormat() throws {
    let bytes = try Safetensors.bytes(
      of: [NamedTensor("b", Tensor([9] as [UInt8])), NamedTensor("a/x", Tensor([1, -0.0] as [Float]))],
      metadata: ["k": "v"], file: "x")
    let header =
      #"{"__metadata__":{"k":"v"},"b":{"dtype":"U8","shape":[1],"data_offsets":[8,9]},"#
      + #""a/x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#
    let padded = header + String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    #expect(
      bytes == [UInt8(padded.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(padded.utf8)
        + [0, 0, 0x80, 0x3f, 0, 0, 0, 0x80, 9])
  }

  @Test func whatTheLibraryWroteIsRead() throws {
    let read = try contents(FileOperations.contents(of: Samples.golden("arrays.safetensors")))
    #expect(read.tensors.sorted { $0.path < $1.path } == Samples.goldens)
    #expect(read.metadata == ["key": "two\nlines, é"])
  }

  @Test func aCutOffFileIsRefused() throws {
    let bytes = try Safetensors.bytes(of: Samples.named, metadata: ["a": "b"], file: "x")
    #expect(Samples.acceptedCuts(bytes) { _ = try contents($0) } == [])
    #expect(throws: InterchangeError.self) { try contents(bytes + [0]) }
  }

  @Test func flippedHeadersAreRefusedOrReadWithoutACrash() throws {
    let bytes = try Safetensors.bytes(of: Samples.named, file: "x")
    let end = bytes.count - Samples.named.reduce(0) { $0 + $1.tensor.count * $1.tensor.elementType.byteCount }
    let read = try Samples.flipped(bytes, upTo: end) { try contents($0).tensors }
    #expect(!read.isEmpty && read.count < 10_000, "a changed name is another name, a changed size an error")
  }

  private static let tensor = #"{"dtype":"F32","shape":[2],"data_offsets":[0,8]}"#

  @Test(arguments: [
    (#"{"a":\#(tensor)}"#, 8, true), (#"  {"a" : \#(tensor) }  "#, 8, true), ("{}", 0, true),
    (#"{"\u0061\ud83d\ude42":\#(tensor)}"#, 8, true),
    // A size that does not fit, a gap, an overlap, offsets in reverse.
    (#"{"a":\#(tensor)}"#, 9, false), (#"{"a":\#(tensor)}"#, 7, false),
    (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}"#, 12, false),
    (#"{"a":\#(tensor),"b":\#(tensor)}"#, 8, false), (#"{"a":\#(tensor),"b":\#(tensor)}"#, 16, false),
    (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#, 8, false),
    (#"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#, 8, false),
    // Products that no integer holds.
    (#"{"a":{"dtype":"F32","shape":[4611686018427387904,4,0],"data_offsets":[0,0]}}"#, 0, false),
    (#"{"a":{"dtype":"F64","shape":[2305843009213693952],"data_offsets":[0,0]}}"#, 0, false),
    (#"{"a":{"dtype":"U8","shape":[99999999999999999999],"data_offsets":[0,0]}}"#, 0, false),
    (#"{"a":{"dtype":"U8","shape":[-1],"data_offsets":[0,0]}}"#, 0, false),
    // Names that stand twice, members that are missing, unknown or twice.
    (#"{"a":\#(tensor),"\u0061":\#(tensor)}"#, 8, false),
    (#"{"__metadata__":{"k":"v","k":"w"}}"#, 0, false), (#"{"__metadata__":{"k":1}}"#, 0, false),
    (#"{"a":{"dtype":"F32","shape":[2]}}"#, 8, false),
    (#"{"a":{"dtype":"F32","dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, 8, false),
    (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":0}}"#, 8, false),
    (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,9]}}"#, 8, false),
    (#"{"a":{"dtype":"BF16","shape":[4],"data_offsets":[0,8]}}"#, 8, false),
    // What is no JSON.
    ("", 0, false), ("{", 0, false), ("[]", 0, false), (#"{"a":\#(tensor),}"#, 8, false), ("{}{}", 0, false),
    (#"{"\ud83d":\#(tensor)}"#, 8, false), (#"{"\ud83d\u0061":\#(tensor)}"#, 8, false),
    (#"{"\x":\#(tensor)}"#, 8, false), (#"{"\u00g0":\#(tensor)}"#, 8, false), (#"{"a"#, 0, false),
    (#"{"a":{"dtype":"F32","shape":[02],"data_offsets":[0,8]}}"#, 8, false),
  ])
  func headersAreReadStrictly(_ header: String, _ data: Int, _ isRead: Bool) throws {
    let bytes = file(header, data: data)
    if isRead {
      #expect(try contents(bytes).tensors.allSatisfy { $0.tensor == Tensor([0, 0] as [Float]) })
    } else {
      let error = #expect(throws: InterchangeError.self) { try contents(bytes) }
      #expect(error?.kind == .unreadable && error?.file == "x.safetensors")
    }
  }

  @Test func textsThatAreNoUTF8AreRefused() {
    var bytes = file(#"{"__metadata__":{"k":"v"}}"#, data: 0)
    bytes[8 + 22] = 0xff
    #expect(throws: InterchangeError.self) { try contents(bytes) }
  }

  /// The length is compared before anything of the header is read.
  @Test func anEnormousHeaderIsRefused() {
    for length in [1 << 40, 100_000_001, -1] {
      let bytes = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array("{}".utf8)
      #expect(throws: InterchangeError.self) { try contents(bytes) }
    }
  }

  @Test func badNamesAreRefused() {
    let tensor = Tensor([1] as [Float])
    for names in [["a", "a"], [""], ["__metadata__"]] {
      let error = #expect(throws: InterchangeError.self) {
        try Safetensors.bytes(of: names.map { NamedTensor($0, tensor) }, file: "x")
      }
      #expect(error?.kind == .invalid)
    }
  }
}
