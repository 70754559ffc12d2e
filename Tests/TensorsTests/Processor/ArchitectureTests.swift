import CArchitectures
import CKernels
import Foundation
import Tensors
import Testing

/// The digests that every architecture gives: here those of this machine's instruction sets; `make architectures` has others
/// emulated.
@Suite struct ArchitectureTests {
  private static let sets: [InstructionSet: reprise_isa] = [
    .scalar: REPRISE_ISA_SCALAR, .sse2: REPRISE_ISA_SSE2, .avx2: REPRISE_ISA_AVX2,
    .avx512: REPRISE_ISA_AVX512, .neon: REPRISE_ISA_NEON,
  ]

  @Test(arguments: InstructionSet.available)
  func theCommittedDigestsComeOut(_ set: InstructionSet) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Architectures/digests.txt")
    let committed = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let isa = try #require(Self.sets[set])
    let table = try #require(architectures_table(isa))
    defer { free(table) }
    let computed = String(cString: table).split(separator: "\n")
    let different = Set(computed).symmetricDifference(committed).sorted()
    #expect(different == [], "\(set): \(different.joined(separator: "; "))")
  }
}
