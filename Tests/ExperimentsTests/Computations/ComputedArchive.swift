import Archive
import Experiments
import Settings
import Tensors
import Testing

/// The archive of a computation, from the text of its configuration.
func computedArchive(_ yaml: String, _ scratch: Scratch, _ name: String = "run") throws -> RunArchive {
  let settings = try ExperimentFile(contentsOf: scratch.write(yaml, to: "\(name).yaml")).settings()
  return try ExperimentRun(settings, from: DatasetLibrary(), directory: scratch(name)).perform(
    on: Processor())
}

/// All numbers of a computed array, row-major.
func computedNumbers(_ archive: RunArchive, _ group: String, _ array: String) throws -> [Double] {
  var numbers: [Double] = []
  try #require(try archive.computed(group).values(array)).elements.forEachDouble { numbers.append($0) }
  return numbers
}
