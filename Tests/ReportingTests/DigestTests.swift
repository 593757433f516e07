import Reporting
import Testing

@Suite struct DigestTests {
  /// The examples of FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownVectors(text: String, expected: String) {
    #expect(Digest(of: Array(text.utf8)).hexadecimal == expected)
  }

  @Test func aFilesDigestHasItsLength() {
    let file = FileDigest(path: "a.csv", bytes: Array("abc".utf8))
    #expect(file.byteCount == 3)
    #expect(file.path == "a.csv")
    #expect(file.sha256 == Digest(of: Array("abc".utf8)).hexadecimal)
  }
}
