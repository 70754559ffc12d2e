import Foundation

/// OpenBLAS's matrix product on one thread, loaded at run time if the machine has it.
struct OpenBLAS {
  private typealias Gemm =
    @convention(c) (
      Int32, Int32, Int32, Int32, Int32, Int32, Float, UnsafePointer<Float>, Int32, UnsafePointer<Float>,
      Int32, Float, UnsafeMutablePointer<Float>, Int32
    ) -> Void

  private let gemm: Gemm
  /// The kernels that OpenBLAS chose for this processor, and its version.
  let name: String

  /// Loads the library; `nil` if there is none.
  init?() {
    guard let library = dlopen("libopenblas.so.0", RTLD_NOW) ?? dlopen("libopenblas.dylib", RTLD_NOW),
      let gemm = dlsym(library, "cblas_sgemm"), let threads = dlsym(library, "openblas_set_num_threads"),
      let config = dlsym(library, "openblas_get_config"), let core = dlsym(library, "openblas_get_corename")
    else { return nil }
    self.gemm = unsafeBitCast(gemm, to: Gemm.self)
    typealias Text = @convention(c) () -> UnsafePointer<CChar>
    unsafeBitCast(threads, to: (@convention(c) (Int32) -> Void).self)(1)
    let version = String(cString: unsafeBitCast(config, to: Text.self)()).split(separator: " ").prefix(2)
    name =
      "\(version.joined(separator: " ")), \(String(cString: unsafeBitCast(core, to: Text.self)())) kernels"
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
