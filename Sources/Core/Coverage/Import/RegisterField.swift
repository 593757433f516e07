/// What the import of a register reads of a row.
enum RegisterField: Int, CaseIterable, Sendable {
  case id, cell, lon, lat, group, mcc, mnc, area, technology, configuration, band, frequency
  case arfcn, antenna, height, azimuth, tilt, power, status, adcode, unit, prefecture

  /// Place among all fields.
  var place: Int { rawValue }

  /// Name in the book of columns.
  var name: String { self == .height ? "height_m" : "\(self)" }
}
