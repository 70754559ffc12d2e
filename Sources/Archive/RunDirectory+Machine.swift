/// What belongs to one machine and one day, and so never to the archive.
extension RunDirectory {
  /// Appends one line of JSON to `timing.jsonl`: wall clock, throughput.
  public func appendTiming(_ json: String) throws {
    try operations.appendLine(json, to: path + "/timing.jsonl")
  }

  /// Replaces `host.json`: the machine's name, processor, memory.
  public func writeHost(_ json: String) throws {
    let file = path + "/host.json"
    try Array((json + "\n").utf8).withUnsafeBytes { bytes in
      try operations.writeFile(file + ".tmp", [bytes])
    }
    try operations.rename(file + ".tmp", to: file)
  }
}
