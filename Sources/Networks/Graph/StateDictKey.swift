/// PyTorch's names of a network's numbers: the keys of `torch.nn.Module.state_dict()`.
///
/// A module tree that has our groups' and layers' names has these keys: `hidden/linear/weight` is
/// `hidden.linear.weight`. A batch normalization's `running-mean` and `running-variance` are `running_mean` and
/// `running_var`, beside which PyTorch counts the batches that were trained, `num_batches_tracked`.
package enum StateDictKey {
  /// The key of a parameter's path.
  package static func parameter(_ path: String) -> String { path.replacing("/", with: ".") }

  /// The key of a buffer's path.
  package static func buffer(_ path: String) -> String {
    let key = parameter(path)
    guard let (ours, torch) = bufferNames.first(where: { key.hasSuffix(".\($0.ours)") }) else { return key }
    return key.dropLast(ours.count) + torch
  }

  /// The key of the count of trained batches beside a running mean; `nil` for every other buffer.
  package static func batchCount(besideBuffer path: String) -> String? {
    let key = buffer(path)
    return key.hasSuffix(".running_mean") ? key.dropLast("running_mean".count) + "num_batches_tracked" : nil
  }

  private static let bufferNames: [(ours: String, torch: String)] = [
    ("running-mean", "running_mean"), ("running-variance", "running_var"),
  ]
}
