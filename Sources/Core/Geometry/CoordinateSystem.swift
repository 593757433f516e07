/// The coordinate systems that positions of China come in.
///
/// WGS 84 and CGCS2000 differ by less than a metre and are treated as equal here, which is enough
/// for planning and not for surveying.
public enum CoordinateSystem: Hashable, Sendable {
  /// Degrees of WGS 84, EPSG:4326, longitude first.
  case wgs84
  /// Degrees of CGCS2000, EPSG:4490, longitude first: the system positions rest in.
  case cgcs2000
  /// The shifted degrees of AMap, Tencent and others, "Mars coordinates".
  case gcj02
  /// The twice shifted degrees of Baidu.
  case bd09
  /// Any system of the EPSG registry, east before north whatever the registry's order.
  case epsg(Int)

  /// Reads `wgs84`, `cgcs2000`, `gcj02`, `GCJ-02`, `bd09`, `EPSG:4527` or `4527`, in upper or lower
  /// case; names with hyphens, underscores and spaces or without.
  /// - Throws: DR-110 for anything else.
  public init(parsing text: String) throws(UserError) {
    let plain = text.lowercased().filter { !"-_ ".contains($0) }
    switch plain {
    case "wgs84", "epsg:4326", "4326": self = .wgs84
    case "cgcs2000", "epsg:4490", "4490": self = .cgcs2000
    case "gcj02", "gcj": self = .gcj02
    case "bd09", "bd09ll": self = .bd09
    default:
      let exact = text.lowercased()
      let digits = exact.hasPrefix("epsg:") ? exact.dropFirst(5) : exact[...]
      guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let code = Int(digits),
        (1024...32767).contains(code)
      else {
        throw UserError(
          "DR-110", .badData, at: "coordinate system", "'\(text)' is not known",
          remedy: "give wgs84, cgcs2000, gcj02, bd09 or an EPSG code such as EPSG:4527")
      }
      self = .epsg(code)
    }
  }

  /// Whether positions are degrees that need no transformation at all.
  public var isPlainDegrees: Bool {
    switch self {
    case .wgs84, .cgcs2000, .epsg(4326), .epsg(4490): true
    default: false
    }
  }
}

extension CoordinateSystem: CustomStringConvertible {
  /// The name that `init(parsing:)` reads back.
  public var description: String {
    switch self {
    case .wgs84: "wgs84"
    case .cgcs2000: "cgcs2000"
    case .gcj02: "gcj02"
    case .bd09: "bd09"
    case .epsg(let code): "EPSG:\(code)"
    }
  }
}
