public import Coverage
import Territory

/// The colours of maps: those of the page's style sheet by day, so that a run looks the same everywhere. They go from
/// light to dark, and so are told apart without colour.
public enum MapPalette {
  /// Colour of a status; nil for a place of which none is known.
  public static func colour(_ status: CoverageStatus?) -> MapColour {
    switch status {
    case nil: MapColour(0xd3d5d9)
    case CoverageStatus.none?: MapColour(0xf1e6cf)
    case .reached?: MapColour(0x98c8b4)
    case .continuous?: MapColour(0x4597b0)
    case .deep?: MapColour(0x1d3f7a)
    }
  }

  /// Outlines of areas and points.
  public static let border = MapColour(0x4a5361)
  /// Sites that stand.
  public static let site = MapColour(0x5b4a8a)
  /// What nothing more is said of.
  public static let plain = MapColour(0x2f6f9f)
  /// From the first quarter to the last.
  public static let ramp = [0xf1e6cf, 0xa9cfae, 0x62a9a6, 0x347496, 0x1d3f7a].map(MapColour.init)

  /// Colour of one of so many steps along the ramp.
  static func step(_ index: Int, of count: Int) -> MapColour {
    guard count > 1 else { return ramp[ramp.count - 1] }
    let way = Double(index) / Double(count - 1) * Double(ramp.count - 1)
    let lower = min(Int(way), ramp.count - 2)
    return ramp[lower].mixed(with: ramp[lower + 1], part: way - Double(lower))
  }
}
