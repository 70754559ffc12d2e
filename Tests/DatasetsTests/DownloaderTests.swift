import Datasets
import Foundation
import Testing

@Suite struct DownloaderTests {
  private let body: [UInt8] = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 3) }

  private func answer(_ status: String, length: Int?, _ body: [UInt8]) -> [UInt8] {
    let lengthLine = length.map { "Content-Length: \($0)\r\n" } ?? ""
    return Array("HTTP/1.1 \(status)\r\nConnection: close\r\n\(lengthLine)\r\n".utf8) + body
  }

  private func problem(_ answer: [UInt8], limit: Int = 1_000_000, closes: Bool = true) throws -> String {
    let server = try LocalServer(answer: answer, closes: closes)
    let problem = datasetFailure { _ = try Downloader(patience: 1).download(server.address, limit: limit) }
    return problem.replacingOccurrences(of: server.address + ": ", with: "")
  }

  @Test func bytesArriveAsTheyAre() throws {
    for length in [body.count, nil] {
      let server = try LocalServer(answer: answer("200 OK", length: length, body))
      #expect(try Downloader().download(server.address, limit: body.count) == body)
    }
  }

  @Test func otherStatusesAreNoAnswer() throws {
    #expect(try problem(answer("404 Not Found", length: 3, [1, 2, 3])) == "answers with status 404")
    #expect(try problem(answer("500 Oh", length: 0, [])) == "answers with status 500")
  }

  @Test func bodiesAreBounded() throws {
    let tooLong = "sends more than the 99999 bytes expected at most"
    #expect(try problem(answer("200 OK", length: body.count, body), limit: 99_999) == tooLong)
    #expect(try problem(answer("200 OK", length: nil, body), limit: 99_999) == tooLong)
  }

  @Test func bodiesThatAreCutOffAreNoAnswer() throws {
    let cut = try problem(answer("200 OK", length: body.count + 1, body))
    #expect(cut != "no error" && !cut.hasPrefix("another error"))
  }

  @Test func silenceIsNoAnswer() throws {
    let silence = try problem([], closes: false)
    #expect(silence != "no error" && !silence.hasPrefix("another error"))
  }

  @Test func serversThatAreNotThereAreNoAnswer() throws {
    let address = try LocalServer(answer: []).address
    let gone = datasetFailure { _ = try Downloader().download(address, limit: 1) }
    #expect(gone != "no error" && gone.hasPrefix(address))
    #expect(datasetFailure { _ = try Downloader().download("", limit: 1) } == ": is not an address")
  }
}
