/// The bounds of the uniform distributions from which PyTorch's Linear and Conv2d layers start.
///
/// Both sources use them, in the operations of PyTorch's own programs, since the last bit of a bound is in
/// every parameter. `fanIn` is the number of inputs that one output adds up: inputs for Linear, input channels ×
/// kernel height × kernel width for Conv2d; at least 1.
///
/// Source: He, Zhang, Ren and Sun, "Delving deep into rectifiers", 2015, arXiv:1502.01852, with the leaky
/// slope a = √5 of PyTorch's layers.
public enum KaimingUniform {
  /// The weight's bound √3 · (gain / √fanIn) with gain = √(2 / (1 + a²)), each step rounded to Double.
  public static func weightBound(fanIn: Int) -> Double {
    let slope = 5.0.squareRoot()
    let gain = (2 / (1 + slope * slope)).squareRoot()
    return 3.0.squareRoot() * (gain / Double(fanIn).squareRoot())
  }

  /// The bias's bound 1 / √fanIn.
  public static func biasBound(fanIn: Int) -> Double {
    1 / Double(fanIn).squareRoot()
  }
}
