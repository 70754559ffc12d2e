import Archive
import ArgumentParser
import Experiments
import Foundation
import Interchange

/// `reprise export`: a run's parameters or training state, for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a run's parameters for other programs, such as PyTorch and NumPy.",
    discussion: """
      Names are those that PyTorch's load_state_dict takes: group, layer and parameter, joined by dots. Running \
      statistics are there at epochs that keep their whole state, the last one always. safetensors also hold the \
      configuration and the model's SHA-256. With --state the file holds all that training goes on from. \
      Documentation/load_in_pytorch.py shows how to read it.
      """)

  /// The formats that hold tensors by name.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case safetensors, npz
  }

  @Argument(
    help: ArgumentHelp(
      "An experiment (001/batch-32), a run's directory or a run.h5.", valueName: "run"),
    completion: .file())
  var source: String

  @Option(help: "The epoch; by default the last one.")
  var epoch: Int?

  @Option(help: "The format; by default what --output ends in, or safetensors.")
  var format: Format?

  @Option(
    help: "The file; by default epoch-<N>.<format> beside run.h5, with --state state-<N>.<format>.",
    completion: .file(extensions: ["safetensors", "npz"]))
  var output: String?

  @Flag(help: "The whole training state: parameters, buffers, optimizer, step, metrics.")
  var state = false

  @Flag(help: "Replace a file that is there already.")
  var force = false

  func validate() throws {
    if let output, let format, TensorFile.Format(of: output)?.rawValue != format.rawValue {
      throw ValidationError("--output must end in .\(format.rawValue).")
    }
  }

  func run() throws {
    let archive = try RunArchive(RunFile.path(of: source))
    let export =
      try state
      ? Export.checkpoint(of: archive, epoch: epoch) : Export.model(of: archive, epoch: epoch)
    if !export.missingBuffers.isEmpty {
      note(
        "epoch \(export.epoch) keeps no whole state, so these are not in the file: "
          + export.missingBuffers.joined(separator: ", ") + "; epochs that have them are: "
          + archive.stateEpochs.map(String.init).joined(separator: ", "))
    }
    let name = "\(state ? "state" : "epoch")-\(export.epoch).\((format ?? .safetensors).rawValue)"
    let folder = URL(fileURLWithPath: archive.path).deletingLastPathComponent()
    let path = output ?? folder.appendingPathComponent(name).relativePath
    try export.write(to: path, replacing: force)
    print("file \(path)")
    print("tensors \(export.tensors.count)")
    if let digest = export.metadata["model-sha256"] { print("model sha256 \(digest)") }
  }
}
