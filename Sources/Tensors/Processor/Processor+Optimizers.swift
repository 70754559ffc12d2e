internal import CKernels

/// Adam's numbers for one step, each rounded to the scalar type once.
package struct AdamNumbers<S: Scalar>: Sendable {
  let beta1, oneMinusBeta1, beta2, oneMinusBeta2, rootCorrection2, epsilon, negativeStep: S
  let weightDecay, shrinkage: S
  let decays, shrinks: Bool

  /// The numbers of `Processor.adamStep` in step 1, 2, …, computed in Double; the powers are within one unit in the last
  /// place on every machine (`Double.raised(to:)`).
  ///
  /// - Parameter decoupled: Whether the weight decay shrinks the parameters instead of being added to the gradient.
  package init(
    learningRate: Double, beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double,
    decoupled: Bool = false, step: Int
  ) {
    self.beta1 = S(beta1)
    oneMinusBeta1 = S(1 - beta1)
    self.beta2 = S(beta2)
    oneMinusBeta2 = S(1 - beta2)
    rootCorrection2 = S((1 - beta2.raised(to: step)).squareRoot())
    self.epsilon = S(epsilon)
    negativeStep = S(-learningRate / (1 - beta1.raised(to: step)))
    self.weightDecay = S(weightDecay)
    shrinkage = S(1 - learningRate * weightDecay)
    decays = weightDecay != 0 && !decoupled
    shrinks = weightDecay != 0 && decoupled
  }
}

extension Processor {
  /// p = fma(−rate, g, p), with g = fma(weightDecay, p, g) first unless the weight decay is 0.
  package func sgdStep<S: Scalar>(
    parameters p: UnsafeMutablePointer<S>, gradients g: UnsafePointer<S>, learningRate: Double,
    weightDecay: Double, count: Int
  ) {
    let kernel = kernels(S.self).sgd!
    let rate = Double(S(-learningRate)), decay = Double(S(weightDecay))
    divideElements(count) { part, _ in
      kernel(p + part.lowerBound, g + part.lowerBound, rate, decay, weightDecay == 0 ? 0 : 1, part.count)
    }
  }

  /// v = fma(momentum, v, g) — v = g in the first step — then p = fma(−rate, v, p).
  package func momentumStep<S: Scalar>(
    parameters p: UnsafeMutablePointer<S>, velocities v: UnsafeMutablePointer<S>,
    gradients g: UnsafePointer<S>, learningRate: Double, momentum: Double, isFirst: Bool,
    weightDecay: Double, count: Int
  ) {
    let kernel = kernels(S.self).sgd_momentum!
    let rate = Double(S(-learningRate)), mu = Double(S(momentum)), decay = Double(S(weightDecay))
    divideElements(count) { part, _ in
      let i = part.lowerBound
      kernel(
        p + i, v + i, g + i, rate, mu, isFirst ? 1 : 0, decay, weightDecay == 0 ? 0 : 1, part.count)
    }
  }

  /// g = fma(weightDecay, p, g) unless the weight decay is 0; v = fma(momentum, v, g) — v = g in the first
  /// step; u = fma(momentum, v, g); p = fma(−rate, u, p).
  ///
  /// Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum in deep learning",
  /// 2013, as PyTorch writes it.
  package func nesterovStep<S: Scalar>(
    parameters p: UnsafeMutablePointer<S>, velocities v: UnsafeMutablePointer<S>,
    gradients g: UnsafePointer<S>, learningRate: Double, momentum: Double, isFirst: Bool,
    weightDecay: Double, count: Int
  ) {
    let kernel = kernels(S.self).sgd_nesterov!
    let rate = Double(S(-learningRate)), mu = Double(S(momentum)), decay = Double(S(weightDecay))
    divideElements(count) { part, _ in
      let i = part.lowerBound
      kernel(
        p + i, v + i, g + i, rate, mu, isFirst ? 1 : 0, decay, weightDecay == 0 ? 0 : 1, part.count)
    }
  }

  /// RMSprop: g = fma(weightDecay, p, g) unless the weight decay is 0; v = v·α + (g·g)·(1−α); d = √v + ε;
  /// p = fma(−rate, g / d, p). Each operation is one rounded step.
  ///
  /// Tieleman and Hinton, "Lecture 6.5: RMSprop", 2012.
  package func rmspropStep<S: Scalar>(
    parameters p: UnsafeMutablePointer<S>, secondMoments v: UnsafeMutablePointer<S>,
    gradients g: UnsafePointer<S>, learningRate: Double, alpha: Double, epsilon: Double,
    weightDecay: Double, count: Int
  ) {
    let kernel = kernels(S.self).rmsprop!
    let rate = Double(S(-learningRate)), decay = Double(S(weightDecay))
    let alphaRounded = Double(S(alpha)), rest = Double(S(1 - alpha)), small = Double(S(epsilon))
    divideElements(count) { part, _ in
      let i = part.lowerBound
      kernel(
        p + i, v + i, g + i, rate, alphaRounded, rest, small, decay, weightDecay == 0 ? 0 : 1, part.count)
    }
  }

  /// Adagrad: g = fma(weightDecay, p, g) unless the weight decay is 0; s = fma(g, g, s); d = √s + ε;
  /// p = fma(−rate, g / d, p). Each operation is one rounded step.
  ///
  /// Duchi, Hazan and Singer, "Adaptive Subgradient Methods", 2011.
  package func adagradStep<S: Scalar>(
    parameters p: UnsafeMutablePointer<S>, sums s: UnsafeMutablePointer<S>, gradients g: UnsafePointer<S>,
    learningRate: Double, epsilon: Double, weightDecay: Double, count: Int
  ) {
    let kernel = kernels(S.self).adagrad!
    let rate = Double(S(-learningRate)), decay = Double(S(weightDecay)), small = Double(S(epsilon))
    divideElements(count) { part, _ in
      let i = part.lowerBound
      kernel(p + i, s + i, g + i, rate, small, decay, weightDecay == 0 ? 0 : 1, part.count)
    }
  }

  /// Adam: m = fma(g, 1−β₁, m·β₁); v = v·β₂ + (g·g)·(1−β₂); d = √v / √(1−β₂ᵗ) + ε;
  /// p = p + (m / d) · (−lr / (1−β₁ᵗ)). Each operation is one rounded step. Before all that a weight decay
  /// changes the gradient, g = fma(λ, p, g), or, decoupled, the parameter, p = p · (1 − lr·λ).
  ///
  /// Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, arXiv:1412.6980.
  package func adamStep<S: Scalar>(
    parameters p: UnsafeMutablePointer<S>, firstMoments m: UnsafeMutablePointer<S>,
    secondMoments v: UnsafeMutablePointer<S>, gradients g: UnsafePointer<S>, numbers: AdamNumbers<S>,
    count: Int
  ) {
    let kernel = kernels(S.self).adam!
    let c = reprise_adam(
      beta1: Double(numbers.beta1), one_minus_beta1: Double(numbers.oneMinusBeta1),
      beta2: Double(numbers.beta2), one_minus_beta2: Double(numbers.oneMinusBeta2),
      root_correction2: Double(numbers.rootCorrection2), epsilon: Double(numbers.epsilon),
      negative_step: Double(numbers.negativeStep), weight_decay: Double(numbers.weightDecay),
      shrinkage: Double(numbers.shrinkage), decays: numbers.decays ? 1 : 0,
      shrinks: numbers.shrinks ? 1 : 0)
    divideElements(count) { part, _ in
      let i = part.lowerBound
      withUnsafePointer(to: c) { kernel(p + i, m + i, v + i, g + i, $0, part.count) }
    }
  }
}
