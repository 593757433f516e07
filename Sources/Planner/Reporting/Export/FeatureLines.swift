public import Geometry

/// The text of a FeatureCollection as `GeoJSONWriter` lays it out, a feature a line, in pieces that several threads can read at once.
///
/// A piece with a line that is not one feature is not read, and whoever reads goes through the whole text with `GeoJSONReader`, past
/// the features that the pieces before have given: each of those ended between two features, so that the next began there.
public struct FeatureLines: Sendable {
  private let reader: GeoJSONReader
  private let bytes: [UInt8]
  private let pieces: [Range<Int>]

  /// How many pieces there are; none where the text is laid out otherwise.
  public var count: Int { pieces.count }

  /// Cuts a text.
  ///
  /// - Parameter pieceBytes: least length of a piece but the last.
  public init(_ bytes: [UInt8], reader: GeoJSONReader, pieceBytes: Int = 1 << 18) {
    self.reader = reader
    self.bytes = bytes
    pieces = Self.pieces(of: bytes, reader, pieceBytes: max(1, pieceBytes))
  }

  private static func pieces(
    of bytes: [UInt8], _ reader: GeoJSONReader, pieceBytes: Int
  ) -> [Range<Int>] {
    let line = UInt8(ascii: "\n")
    guard let head = bytes.firstIndex(of: line), bytes[...head].reversed().starts(with: opening),
      // The features are those of the collection, and not of something inside another member.
      bytes[..<head].count(where: { "{[".utf8.contains($0) }) == 2,
      let tail = bytes.dropLast().lastIndex(of: line), tail >= head,
      bytes[tail + 1] == UInt8(ascii: "]"),
      // Without its features it is a collection without any.
      let rest = try? reader.features(in: Array(bytes[...head] + bytes[(tail + 1)...])),
      rest.isEmpty
    else { return [] }
    var pieces: [Range<Int>] = []
    var begin = head + 1
    while begin <= tail {
      let least = min(begin + pieceBytes, tail + 1)
      guard let end = bytes[(least - 1)...tail].firstIndex(of: line) else { return [] }
      pieces.append(begin..<end + 1)
      begin = end + 1
    }
    return pieces
  }

  /// The end of the first line, backward.
  private static let opening = Array("\"features\":[\n".utf8.reversed())
  private static let feature = Array("{\"type\":\"Feature\",".utf8)

  /// The features of a piece, without their numbers; nil where a line of it is not one feature, or is not right.
  public func features(of piece: Int) -> [GeoJSONFeature]? {
    var features: [GeoJSONFeature] = []
    let range = pieces[piece]
    var begin = range.lowerBound
    while begin < range.upperBound {
      guard let end = bytes[begin..<range.upperBound].firstIndex(of: UInt8(ascii: "\n")) else {
        return nil
      }
      let isLast = piece == pieces.count - 1 && end == range.upperBound - 1
      guard isLast || bytes[end - 1] == UInt8(ascii: ","),
        let feature = feature(in: begin..<(isLast ? end : end - 1))
      else { return nil }
      features.append(feature)
      begin = end + 1
    }
    return features
  }

  private func feature(in range: Range<Int>) -> GeoJSONFeature? {
    guard bytes[range].starts(with: Self.feature),
      var features = try? reader.features(in: Array(bytes[range])), features.count == 1
    else { return nil }
    // Of its line alone, it would not say where it is.
    features[0].place = reader.source
    return features[0]
  }
}
