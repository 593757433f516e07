import Foundation
import Reporting
import TestSupport
import Testing

@Suite struct ZIPArchiveTests {
  private func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  @Test func theCheckSumIsTheStandards() {
    #expect(ZIPArchive.checkSum(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(ZIPArchive.checkSum([]) == 0)
    #expect(ZIPArchive.checkSum([0x61]) == 0xE8B7_BE43)
  }

  /// Read back from its end, as every program does: directory, headers, contents.
  @Test func whatIsStoredIsFound() throws {
    let files: [(name: String, content: [UInt8])] = [
      ("run.qgs", Array("<qgis/>".utf8)), ("岱山/空", []),
      ("bytes", (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
    ]
    var archive = ZIPArchive()
    for file in files { archive.add(file.name, file.content) }
    let bytes = archive.bytes()
    let end = bytes.count - 22
    #expect(number(bytes[end..<end + 4]) == 0x0605_4B50)
    #expect(number(bytes[end + 8..<end + 10]) == 3 && number(bytes[end + 10..<end + 12]) == 3)
    let size = number(bytes[end + 12..<end + 16])
    var at = number(bytes[end + 16..<end + 20])
    #expect(at + size == end)
    for file in files {
      #expect(number(bytes[at..<at + 4]) == 0x0201_4B50)
      let sum = number(bytes[at + 16..<at + 20])
      let nameLength = number(bytes[at + 28..<at + 30])
      #expect(number(bytes[at + 20..<at + 24]) == file.content.count)
      let header = number(bytes[at + 42..<at + 46])
      #expect(String(decoding: bytes[at + 46..<at + 46 + nameLength], as: UTF8.self) == file.name)
      // The local header says the same, and the content stands behind it.
      #expect(number(bytes[header..<header + 4]) == 0x0403_4B50)
      #expect(Array(bytes[header + 4..<header + 30]) == Array(bytes[at + 6..<at + 32]))
      let start = header + 30 + nameLength
      let content = Array(bytes[start..<start + file.content.count])
      #expect(content == file.content)
      #expect(Int(ZIPArchive.checkSum(content)) == sum)
      at += 46 + nameLength
    }
    #expect(at == end)
  }

  @Test func theSameFilesGiveTheSameBytes() {
    func bytes() -> [UInt8] {
      var archive = ZIPArchive()
      archive.add("a", [1, 2, 3])
      return archive.bytes()
    }
    #expect(bytes() == bytes())
    // 1980-01-01, midnight.
    #expect(Array(bytes()[10..<14]) == [0, 0, 0x21, 0])
  }

  /// Another program reads it, where it is installed.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip")))
  func unzipReadsIt() throws {
    let scratch = try Scratch()
    var archive = ZIPArchive()
    archive.add("run.qgs", Array("<qgis/>".utf8))
    try Data(archive.bytes()).write(to: scratch.url.appendingPathComponent("a.zip"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    process.arguments = ["-p", scratch.path("a.zip"), "run.qgs"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && output == Data("<qgis/>".utf8))
  }
}
