import Settings
import Tensors

/// The rectifier, max(x, 0), through which NaN goes; `Processor.relu` and `reluBackward`.
public struct ReLU: ElementwiseLayer, Equatable {
  /// What configurations call it.
  public static let kind = "relu"
  package static let hasKinkAtZero = true
  package static var backwardReads: (x: Bool, y: Bool) { (false, true) }
  package static let worksInPlace = true

  /// A rectifier has no options.
  public init() {}

  package func forward<S: Scalar>(_ e: Elements<S>) {
    e.processor.relu(e.x, into: e.y, count: e.count)
  }

  /// From Y, which is not above 0 exactly where X is not.
  package func backward<S: Scalar>(
    _ e: Elements<S>, from dY: UnsafePointer<S>, into dX: UnsafeMutablePointer<S>
  ) {
    e.processor.reluBackward(dY, output: e.y, into: dX, count: e.count)
  }
}

extension ReLU: GradientChecked {
  package static let gradientChecks = [GradientCheck.Case("relu", ReLU(), input: [11])]
}

/// The leaky rectifier, which keeps a fraction of what is not above 0; `Processor.leakyReLU` and
/// `leakyReLUBackward`.
public struct LeakyReLU: ElementwiseLayer, Equatable {
  /// What configurations call it.
  public static let kind = "leaky-relu"
  package static let hasKinkAtZero = true
  package static var backwardReads: (x: Bool, y: Bool) { (true, false) }

  /// The factor of values that are not above 0.
  public let negativeSlope: Double

  /// A leaky rectifier; the default slope is PyTorch's.
  public init(negativeSlope: Double = 0.01) { self.negativeSlope = negativeSlope }

  /// Reads `negative-slope`, which must be finite.
  public init(from decoder: any Decoder) throws {
    let options = try decoder.container(keyedBy: CodingKeys.self)
    negativeSlope = try options.value(.negativeSlope, default: LeakyReLU().negativeSlope)
    try check(readFrom: decoder)
  }

  package var problem: OptionProblem? { OptionProblem(CodingKeys.negativeSlope, negativeSlope, .finiteFloat) }

  package func forward<S: Scalar>(_ e: Elements<S>) {
    e.processor.leakyReLU(e.x, slope: S(negativeSlope), into: e.y, count: e.count)
  }

  /// From X, since a negative slope would hide its sign in Y.
  package func backward<S: Scalar>(
    _ e: Elements<S>, from dY: UnsafePointer<S>, into dX: UnsafeMutablePointer<S>
  ) {
    e.processor.leakyReLUBackward(dY, input: e.x, slope: S(negativeSlope), into: dX, count: e.count)
  }
}

extension LeakyReLU: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case("leaky-relu", LeakyReLU(), input: [11]),
    GradientCheck.Case("leaky-relu with a negative slope", LeakyReLU(negativeSlope: -0.3), input: [11]),
  ]
}

/// The logistic function, in Float correctly rounded; `Processor.sigmoid` and `sigmoidBackward`.
public struct Sigmoid: ElementwiseLayer, Equatable {
  /// What configurations call it.
  public static let kind = "sigmoid"
  package static var backwardReads: (x: Bool, y: Bool) { (false, true) }

  /// A sigmoid has no options.
  public init() {}

  package func forward<S: Scalar>(_ e: Elements<S>) {
    e.processor.sigmoid(e.x, into: e.y, count: e.count)
  }

  package func backward<S: Scalar>(
    _ e: Elements<S>, from dY: UnsafePointer<S>, into dX: UnsafeMutablePointer<S>
  ) {
    e.processor.sigmoidBackward(dY, output: e.y, into: dX, count: e.count)
  }
}

extension Sigmoid: GradientChecked {
  package static let gradientChecks = [GradientCheck.Case("sigmoid", Sigmoid(), input: [11])]
}

/// x times its logistic function, also called Swish; `Processor.silu` and `siluBackward`.
///
/// Ramachandran, Zoph and Le, "Searching for Activation Functions", 2017, arXiv:1710.05941.
public struct SiLU: ElementwiseLayer, Equatable {
  /// What configurations call it.
  public static let kind = "silu"

  /// It has no options.
  public init() {}

  package func forward<S: Scalar>(_ e: Elements<S>) {
    e.processor.silu(e.x, into: e.y, count: e.count)
  }

  package func backward<S: Scalar>(
    _ e: Elements<S>, from dY: UnsafePointer<S>, into dX: UnsafeMutablePointer<S>
  ) {
    e.processor.siluBackward(dY, input: e.x, into: dX, count: e.count)
  }
}

extension SiLU: GradientChecked {
  package static let gradientChecks = [GradientCheck.Case("silu", SiLU(), input: [11])]
}

/// The hyperbolic tangent, in Float correctly rounded; `Processor.tanh` and `tanhBackward`.
public struct Tanh: ElementwiseLayer, Equatable {
  /// What configurations call it.
  public static let kind = "tanh"
  package static var backwardReads: (x: Bool, y: Bool) { (false, true) }

  /// A hyperbolic tangent has no options.
  public init() {}

  package func forward<S: Scalar>(_ e: Elements<S>) {
    e.processor.tanh(e.x, into: e.y, count: e.count)
  }

  package func backward<S: Scalar>(
    _ e: Elements<S>, from dY: UnsafePointer<S>, into dX: UnsafeMutablePointer<S>
  ) {
    e.processor.tanhBackward(dY, output: e.y, into: dX, count: e.count)
  }
}

extension Tanh: GradientChecked {
  package static let gradientChecks = [GradientCheck.Case("tanh", Tanh(), input: [11])]
}

/// One dimension for each sample: a shape of any dimensions becomes (count,), in row-major order.
///
/// The flat value has a slot, a path and a gradient of its own like any other, so it is a copy where those are kept.
public struct Flatten: ElementwiseLayer, Equatable {
  /// What configurations call it.
  public static let kind = "flatten"
  package static var backwardReads: (x: Bool, y: Bool) { (false, false) }
  package static let worksInPlace = true

  /// A flattening has no options.
  public init() {}

  package func outputShape(_ input: Shape) -> Shape { [input.count] }

  package func forward<S: Scalar>(_ e: Elements<S>) {
    e.processor.copy(e.x, into: e.y, count: e.count)
  }

  package func backward<S: Scalar>(
    _ e: Elements<S>, from dY: UnsafePointer<S>, into dX: UnsafeMutablePointer<S>
  ) {
    e.processor.copy(dY, into: dX, count: e.count)
  }
}

extension Flatten: GradientChecked {
  package static let gradientChecks = [
    GradientCheck.Case("flatten", Sequential([Flatten(), Linear(outputs: 3)]), input: [2, 3, 4])
  ]
}
