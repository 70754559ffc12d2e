import Foundation
import Tensors

/// OpenBLAS's matrix product on one thread, loaded at run time if the machine has it.
///
/// `OPENBLAS` may name a library, such as that of a newer version; otherwise the system's is taken.
struct OpenBLAS {
  private typealias Gemm =
    @convention(c) (
      Int32, Int32, Int32, Int32, Int32, Int32, Float, UnsafePointer<Float>, Int32, UnsafePointer<Float>,
      Int32, Float, UnsafeMutablePointer<Float>, Int32
    ) -> Void

  private let gemm: Gemm
  /// Its version.
  let version: String
  /// The kernels that it uses.
  let kernels: String

  /// OpenBLAS's name for kernels of an instruction set; `nil` where ours has no counterpart there.
  private static func coreType(for set: InstructionSet) -> String? {
    switch set {
    case .avx512: "SkylakeX"
    case .avx2: "Haswell"
    case .sse2: "Nehalem"
    default: nil
    }
  }

  /// Loads the library, with the kernels for an instruction set; `nil` if there is none.
  ///
  /// - Parameter instructionSet: `nil` for what OpenBLAS picks itself. A process has one choice: the first.
  init?(_ instructionSet: InstructionSet?) {
    // Both are read when the library is loaded. A machine may have them set for other programs' sake.
    unsetenv("OPENBLAS_CORETYPE")
    unsetenv("OPENBLAS_L2_SIZE")
    if let type = instructionSet.flatMap(Self.coreType) { setenv("OPENBLAS_CORETYPE", type, 1) }
    let named = ProcessInfo.processInfo.environment["OPENBLAS"]
    let names = named.map { [$0] } ?? ["libopenblas.so.0", "libopenblas.dylib"]
    guard let library = names.lazy.compactMap({ dlopen($0, RTLD_NOW) }).first else { return nil }
    // The builds that Python packages bring put a prefix before every name.
    func symbol(_ name: String) -> UnsafeMutableRawPointer? {
      dlsym(library, name) ?? dlsym(library, "scipy_" + name)
    }
    guard let gemm = symbol("cblas_sgemm"), let threads = symbol("openblas_set_num_threads"),
      let config = symbol("openblas_get_config"), let core = symbol("openblas_get_corename")
    else { return nil }
    self.gemm = unsafeBitCast(gemm, to: Gemm.self)
    typealias Text = @convention(c) () -> UnsafePointer<CChar>
    unsafeBitCast(threads, to: (@convention(c) (Int32) -> Void).self)(1)
    version = String(cString: unsafeBitCast(config, to: Text.self)())
      .split(separator: " ").prefix(2).joined(separator: " ")
    kernels = String(cString: unsafeBitCast(core, to: Text.self)())
  }

  /// C (m, n) = A (m, k) · B (k, n), row-major; an operand marked so is stored transposed.
  func multiply(_ problem: Product, _ a: [Float], _ b: [Float], into c: inout [Float]) {
    let (m, n, k) = (Int32(problem.m), Int32(problem.n), Int32(problem.k))
    let (rowMajor, plain, transposed): (Int32, Int32, Int32) = (101, 111, 112)
    gemm(
      rowMajor, problem.transposesA ? transposed : plain, problem.transposesB ? transposed : plain, m, n, k,
      1,
      a, problem.transposesA ? m : k, b, problem.transposesB ? k : n, 0, &c, n)
  }
}
