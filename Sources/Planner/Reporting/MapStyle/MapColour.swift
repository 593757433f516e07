/// A colour of the map, opaque.
public struct MapColour: Hashable, Sendable {
  /// 0 to 255.
  public let red: Int
  /// 0 to 255.
  public let green: Int
  /// 0 to 255.
  public let blue: Int

  /// A colour as a style sheet writes it: `0x1d3f7a`.
  public init(_ hexadecimal: Int) {
    red = hexadecimal >> 16 & 255
    green = hexadecimal >> 8 & 255
    blue = hexadecimal & 255
  }

  private init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour at a part of the way to another.
  func mixed(with other: MapColour, part: Double) -> MapColour {
    func mix(_ one: Int, _ two: Int) -> Int {
      Int((Double(one) + (Double(two) - Double(one)) * part).rounded())
    }
    return MapColour(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// As QGIS writes it: `29,63,122,255`.
  public var qgis: String { "\(red),\(green),\(blue),255" }

  /// As style sheets write it: `#1d3f7a`.
  public var hexadecimal: String { "#" + Self.digits([red, green, blue]) }

  /// As KML writes it, opacity first, then blue, green, red: `ff7a3f1d`.
  public func kml(opacity: Int = 255) -> String {
    Self.digits([opacity, blue, green, red])
  }

  private static func digits(_ parts: [Int]) -> String {
    parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
