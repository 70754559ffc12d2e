import Archive
import CHDF5
import Foundation
import Tensors
import Testing

/// What other programs do to a finished archive: open it for writing and close it, add to it, change it.
@Suite struct RewrittenTests {
  let sample = SampleRun(epochs: 1, keptEpochs: [0, 1])

  /// Opens a finished run's file for writing with libhdf5 alone, as a script may, and closes it again.
  private func rewrite(_ path: String, _ body: (hid_t) -> Bool = { _ in true }) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let isDone = HDF5.withLock {
      // 1 is H5F_ACC_RDWR, a macro that cannot be imported.
      let file = H5Fopen(path, 1, chdf5_default())
      defer { H5Fclose(file) }
      return file >= 0 && body(file)
    }
    #expect(isDone)
  }

  private func addAttribute(_ file: hid_t, to object: String, value: Int64) -> Bool {
    let owner = H5Oopen(file, object, chdf5_default())
    let space = chdf5_scalar_space()
    let attribute = H5Acreate2(
      owner, "note", chdf5_int64(), space, chdf5_default(), chdf5_default())
    defer {
      H5Aclose(attribute)
      H5Sclose(space)
      H5Oclose(owner)
    }
    return withUnsafeBytes(of: value) { H5Awrite(attribute, chdf5_int64(), $0.baseAddress) } >= 0
  }

  /// The run as a directory and as an archive after something was done to its file.
  private func expectIntact(_ directory: String, isRewritten: Bool) throws {
    let path = RunDirectory.archivePath(in: directory)
    let archive = try RunArchive(path)
    #expect(archive.isRewritten == isRewritten)
    #expect(archive.identity == sample.identity)
    #expect(try archive.parameters(at: 1) == sample.parameters(1))
    #expect(try archive.checkpoint() == sample.checkpoint(1))
    #expect(try archive.computedContentDigest() == archive.contentDigest)
    #expect(try RunDirectory(directory, identity: sample.identity).state() == .finished)
  }

  @Test func openingForWritingAndClosingChangesNothing() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    let before = try bytes(scratch("run/run.h5"))
    try rewrite(scratch("run/run.h5"))
    #expect(try bytes(scratch("run/run.h5")) == before)
    try expectIntact(scratch("run"), isRewritten: false)
  }

  @Test func addedAttributesLeaveTheRunFinishedAndIntact() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    let before = try bytes(scratch("run/run.h5"))
    try rewrite(scratch("run/run.h5")) { file in
      addAttribute(file, to: "/", value: 1) && addAttribute(file, to: "/run/loss", value: 2)
        && addAttribute(file, to: "/run/parameters/output/weight", value: 3)
    }
    #expect(try bytes(scratch("run/run.h5")) != before)
    #expect(try bytes(scratch("run/run.h5")).prefix(512) == before.prefix(512))
    try expectIntact(scratch("run"), isRewritten: true)
  }

  /// As `h5repack` and copying scripts do: other bytes and fewer of them, with the label kept in front.
  @Test func shorterFileWithTheSameValuesIsIntact() throws {
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    let path = scratch("run/run.h5")
    let before = try bytes(path)
    let isCopied = HDF5.withLock {
      let creation = H5Pcreate(chdf5_file_creation())
      H5Pset_userblock(creation, 512)
      let source = H5Fopen(path, chdf5_read_only(), chdf5_default())
      let target = H5Fcreate(scratch("copy.h5"), chdf5_truncate(), creation, chdf5_default())
      defer {
        H5Fclose(target)
        H5Fclose(source)
        H5Pclose(creation)
      }
      return H5Ocopy(source, "/run", target, "/run", chdf5_default(), chdf5_default()) >= 0
    }
    #expect(isCopied)
    let copy = try bytes(scratch("copy.h5"))
    #expect(copy.count < before.count)
    try write(before.prefix(512) + copy.dropFirst(512), to: path)
    try expectIntact(scratch("run"), isRewritten: true)
    // Archives of it that are open at once do not disturb each other.
    let archives = try (0..<3).map { _ in try RunArchive(path) }
    for archive in archives { #expect(try archive.parameters(at: 0) == sample.parameters(0)) }

    try write(before.prefix(512) + copy.dropFirst(512).dropLast(), to: path)
    for open in [
      { _ = try RunArchive(path) }, { _ = try RunDirectory(scratch("run"), identity: sample.identity) },
    ] as [() throws -> Void] {
      #expect { try open() } throws: { error in
        guard let error = error as? ArchiveError else { return false }
        return error.kind == .damaged && error.reason == "is cut short"
      }
    }
  }

  @Test func changedAddedAndRemovedValuesAreDamage() throws {
    let scratch = try Scratch()
    let changes: [(String, (hid_t) -> Bool)] = [
      (
        "one loss changed",
        { file in
          let dataset = H5Dopen2(file, "/run/loss/train", chdf5_default())
          defer { H5Dclose(dataset) }
          return [0.5, 0.25].withUnsafeBytes {
            H5Dwrite(
              dataset, chdf5_float64(), chdf5_all(), chdf5_all(), chdf5_default(), $0.baseAddress)
          } >= 0
        }
      ),
      (
        "a dataset added",
        { file in
          let space = chdf5_scalar_space()
          let dataset = H5Dcreate2(
            file, "/run/loss/mine", chdf5_float64(), space, chdf5_default(), chdf5_default(), chdf5_default())
          defer {
            H5Dclose(dataset)
            H5Sclose(space)
          }
          return dataset >= 0
        }
      ),
      ("a dataset removed", { file in H5Ldelete(file, "/run/loss/train", chdf5_default()) >= 0 }),
      (
        "a dataset renamed",
        { file in
          H5Lmove(file, "/run/loss/train", file, "/run/loss/test", chdf5_default(), chdf5_default()) >= 0
        }
      ),
      (
        "a link to another file",
        { file in
          H5Lcreate_external("other.h5", "/", file, "/run/other", chdf5_default(), chdf5_default()) >= 0
        }
      ),
    ]
    for (name, change) in changes {
      try sample.complete(scratch(name))
      let path = RunDirectory.archivePath(in: scratch(name))
      try rewrite(path, change)
      #expect("\(name)") { _ = try RunArchive(path) } throws: { error in
        guard let error = error as? ArchiveError else { return false }
        return error.kind == .damaged && error.file == path
          && error.remedy.contains("run the experiment again")
      }
    }
  }

  // The variable PYTHON names an interpreter with h5py; a machine without one shows the test as skipped.
  @Test(
    .enabled(
      if: IndependentReaderTests.python != nil, "needs the variable PYTHON: an interpreter with h5py"))
  func h5pyLeavesTheRunFinished() throws {
    let python = try #require(IndependentReaderTests.python)
    let scratch = try Scratch()
    try sample.complete(scratch("run"))
    let path = scratch("run/run.h5")
    let before = try bytes(path)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    _ = try IndependentReaderTests.output(
      python, ["-c", "import h5py, sys; h5py.File(sys.argv[1], 'r+').close()", path])
    #expect(try bytes(path) == before)
    try expectIntact(scratch("run"), isRewritten: false)
    _ = try IndependentReaderTests.output(
      python, ["-c", "import h5py, sys; h5py.File(sys.argv[1], 'r+')['run/loss'].attrs['seen'] = 'ja'", path])
    try expectIntact(scratch("run"), isRewritten: true)
  }
}
