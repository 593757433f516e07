public import Geometry
import Territory

extension AntennaConfiguration {
  /// Pattern of its sectors.
  ///
  /// - Throws: DR-305 for a figure outside its range.
  public func pattern() throws(UserError) -> SectorPattern {
    try SectorPattern(
      horizontalBeamwidthDegrees: horizontalBeamwidthDegrees.value,
      verticalBeamwidthDegrees: verticalBeamwidthDegrees.value, mostDB: frontToBackDB.value,
      downtiltDegrees: downtiltDegrees.value)
  }
}
