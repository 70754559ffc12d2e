import Files
import Foundation
import Settings

/// The images of a folder with their parts and classes, in the order of the examples, and what keeps the folder from
/// being a data set; no image is opened.
///
/// Two layouts are told apart by looking into `training/` (or `train/`):
///
/// * Food-11's: files `<class>_<index>.jpg`. Classes are 0 … n − 1, all of them in the training part, and their names
///   are these numbers. Files are in the order of class and index, as numbers.
/// * torchvision's `ImageFolder`: a folder for each class with its files. Classes have the order of their names'
///   UTF-8 bytes in the training part, files that of class and name.
///
/// The parts follow each other as training, `validation/` (`val/`), `evaluation/` (`test/`); the last two may be
/// missing, and may lack classes. Images end in .jpg, .jpeg or .png, in any case of letters; files that end in
/// anything else or begin with a dot are passed over.
package struct ImageFolderListing: Sendable {
  /// One image.
  package struct File: Sendable {
    /// Its part.
    package let part: Dataset.Part
    /// Its path below the folder.
    package let name: String
    /// Its class's index.
    package let label: Int
  }

  /// The folder.
  package let folder: String
  /// The classes' names, by index.
  package private(set) var classNames: [String] = []
  /// The images that have a place in the data set.
  package private(set) var files: [File] = []
  /// How many files of each part end as images do, also those that have no place.
  package private(set) var counts: [(part: Dataset.Part, images: Int)] = []
  /// What is wrong with the folder, each with the file or folder it is about; none if it is a data set.
  package private(set) var problems: [DatasetError] = []

  /// What the training part's folder can be called.
  static let trainingNames = ["training", "train"]
  private static let partNames: [(part: Dataset.Part, names: [String])] = [
    (.training, trainingNames), (.validation, ["validation", "val"]), (.test, ["evaluation", "test"]),
  ]

  /// Lists a folder.
  ///
  /// - Throws: `DatasetError` where there is no training part, a part has both of its names, or a folder cannot be read.
  package init(of folder: String) throws {
    self.folder = folder
    var isByFolders: Bool?
    for (part, names) in Self.partNames {
      let present = try names.filter { try Self.isDirectory("\(folder)/\($0)") }
      guard present.count < 2 else {
        throw DatasetError.damaged(
          file: folder, reason: "has both \(names[0])/ and \(names[1])/: rename one of them")
      }
      guard let name = present.first else {
        guard part != .training else {
          throw DatasetError.damaged(
            file: folder,
            reason: "has no folder training/ or train/: an image folder has one, and validation/ (val/) and "
              + "evaluation/ (test/) where there are such parts")
        }
        continue
      }
      let contents = try Contents(of: name, in: folder)
      if !contents.images.isEmpty, let inner = contents.folders.first {
        problem(
          "\(name)/\(inner)",
          "is a folder beside images: either all images are named <class>_<index>, or each class has a folder"
        )
      }
      let isOfFolders = contents.images.isEmpty && !contents.folders.isEmpty
      if contents.images.isEmpty, contents.folders.isEmpty {
        problem(name, "has no images (.jpg, .jpeg, .png): fill it\(part == .training ? "" : " or remove it")")
        counts.append((part, 0))
      } else if (isByFolders ?? isOfFolders) != isOfFolders {
        problem(name, "has \(isOfFolders ? "a folder for each class" : "images"), unlike the training part")
        counts.append((part, contents.images.count))
      } else if isOfFolders {
        try list(part, name, classes: contents.folders)
      } else {
        list(part, name, numbered: contents.images)
      }
      isByFolders = isByFolders ?? isOfFolders
    }
  }

  private mutating func problem(_ name: String, _ reason: String) {
    problems.append(.damaged(file: "\(folder)/\(name)", reason: reason))
  }

  // MARK: Layouts

  /// Takes up a part whose files are named `<class>_<index>`.
  private mutating func list(_ part: Dataset.Part, _ directory: String, numbered images: [String]) {
    counts.append((part, images.count))
    var found: [(label: Int, index: Int, name: String)] = []
    for image in images {
      let numbers = (image as NSString).deletingPathExtension.split(
        separator: "_", omittingEmptySubsequences: false
      ).map { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) : nil }
      guard numbers.count == 2, let label = numbers[0], let index = numbers[1] else {
        problem(
          "\(directory)/\(image)",
          "is not named <class>_<index>, two numbers such as 3_12.jpg: rename it or take it away")
        continue
      }
      guard label < 256 else {
        problem("\(directory)/\(image)", "is of class \(label); there are 256 classes at most, 0 to 255")
        continue
      }
      guard classNames.isEmpty || label < classNames.count else {
        problem(
          "\(directory)/\(image)",
          "is of class \(label), and the training part has \(classNames.count) classes")
        continue
      }
      found.append((label, index, image))
    }
    found.sort {
      ($0.label, $0.index) < ($1.label, $1.index)
        || ($0.label, $0.index) == ($1.label, $1.index) && Self.precede($0.name, $1.name)
    }
    if part == .training {
      let present = Set(found.map(\.label))
      let count = (present.max() ?? -1) + 1
      classNames = (0..<count).map(String.init)
      let missing = (0..<count).filter { !present.contains($0) }
      if let first = missing.first {
        let others = missing.count == 1 ? "" : " and \(missing.count - 1) others"
        problem(
          directory,
          "has no image of class \(first)\(others), but of class \(count - 1): classes are 0 to n - 1, without a gap"
        )
      }
    }
    files += found.map { File(part: part, name: "\(directory)/\($0.name)", label: $0.label) }
  }

  /// Takes up a part that has a folder for each class.
  private mutating func list(_ part: Dataset.Part, _ directory: String, classes: [String]) throws {
    if part == .training {
      classNames = classes
      if classes.count > 256 { problem(directory, "has \(classes.count) classes; there are 256 at most") }
    }
    var count = 0
    for name in classes {
      let contents = try Contents(of: "\(directory)/\(name)", in: folder)
      count += contents.images.count
      for inner in contents.folders {
        problem("\(directory)/\(name)/\(inner)", "is a folder in a class's folder, where only images can be")
      }
      guard let label = classNames.firstIndex(of: name) else {
        if !classNames.isEmpty {
          problem("\(directory)/\(name)", "is a class that the training part does not have")
        }
        continue
      }
      if contents.images.isEmpty {
        problem("\(directory)/\(name)", "is a class without images (.jpg, .jpeg, .png): fill it or remove it")
      }
      files += contents.images.map { File(part: part, name: "\(directory)/\(name)/\($0)", label: label) }
    }
    counts.append((part, count))
  }

  /// The names in one folder that matter, each list in the order of their bytes.
  private struct Contents {
    var images: [String] = []
    var folders: [String] = []

    init(of name: String, in folder: String) throws {
      let path = "\(folder)/\(name)"
      do {
        for entry in try FileOperations.names(in: path) where !entry.hasPrefix(".") {
          if ["jpg", "jpeg", "png"].contains((entry as NSString).pathExtension.lowercased()) {
            images.append(entry)
          } else if try FileOperations.isDirectory("\(path)/\(entry)") {
            folders.append(entry)
          }
        }
      } catch let error as FileError {
        throw DatasetError(reading: path, error)
      }
      images.sort(by: ImageFolderListing.precede)
      folders.sort(by: ImageFolderListing.precede)
    }
  }

  private static func isDirectory(_ path: String) throws -> Bool {
    do {
      return try FileOperations.isDirectory(path)
    } catch let error as FileError {
      throw DatasetError(reading: path, error)
    }
  }

  /// The order of names' bytes, which is not that of Swift's strings.
  private static func precede(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
