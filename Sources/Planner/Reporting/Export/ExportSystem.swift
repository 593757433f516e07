public import Geometry

/// The coordinate system that layers are written in, and what files say of it.
public struct ExportSystem: Sendable {
  /// The system; nil where none was asked for, so that positions stay as they rest: CGCS2000, taken as equal to WGS 84.
  public let asked: CoordinateSystem?
  /// What the registry says; nil for the shifted systems, which it does not have.
  public let definition: CoordinateSystemDefinition?

  /// Degrees as they rest.
  public static let resting = ExportSystem()

  private init() {
    asked = nil
    definition = nil
  }

  /// The system asked for; nil leaves positions as they rest.
  ///
  /// - Throws: DR-727 for a code that is no system of two axes.
  public init(_ asked: CoordinateSystem?) throws(UserError) {
    self.asked = asked
    if let code = asked?.epsgCode {
      definition = try CoordinateSystemDefinition(epsg: code)
    } else {
      definition = nil
    }
  }

  /// The system that positions are in.
  var system: CoordinateSystem { asked ?? .cgcs2000 }

  /// Whether positions are degrees of WGS 84, or of CGCS2000, which counts as equal.
  public var isPlainDegrees: Bool { system.isPlainDegrees }

  /// The system in a word or two, for columns: `EPSG:4528`, `GCJ-02 (shifted, not WGS 84)`.
  public var label: String {
    switch system {
    case .gcj02: "GCJ-02 (shifted, not WGS 84)"
    case .bd09: "BD-09 (shifted, not WGS 84)"
    case .wgs84, .cgcs2000, .epsg: "EPSG:\(system.epsgCode ?? 0)"
    }
  }

  /// What a reader must know who would take positions for WGS 84; nil where that is right.
  public var warning: String? {
    switch system {
    case .gcj02:
      "Positions are in GCJ-02: shifted by some hundred metres, not WGS 84, for maps in GCJ-02 only. 坐标为 GCJ-02（已加偏），不是 WGS 84，只能叠加在 GCJ-02 地图上。"
    case .bd09:
      "Positions are in BD-09: shifted by up to a kilometre, not WGS 84, for maps in BD-09 only. 坐标为 BD-09（已加偏），不是 WGS 84，只能叠加在 BD-09 地图上。"
    case .wgs84, .cgcs2000, .epsg:
      asked == nil || system == .wgs84 || system == .epsg(4326)
        ? nil
        : "Positions are in \(label) (\(definition?.name ?? "")), not in WGS 84. 坐标系为 \(label)，不是 WGS 84。"
    }
  }
}
