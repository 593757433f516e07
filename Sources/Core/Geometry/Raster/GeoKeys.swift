/// The keys by which a GeoTIFF names its coordinate system (OGC 19-008r4, chapter 7).
struct GeoKeys {
  /// Keys that are read or written, by the standard's numbers.
  enum Key: UInt16 {
    case modelType = 1024
    case rasterType = 1025
    case citation = 1026
    case geodeticSystem = 2048
    case angularUnit = 2054
    case ellipsoid = 2056
    case semiMajorAxis = 2057
    case inverseFlattening = 2059
    case projectedSystem = 3072
    case projectedCitation = 3073
    case projection = 3074
    case method = 3075
    case linearUnit = 3076
    case parallel1 = 3078
    case parallel2 = 3079
    case originLongitude = 3080
    case originLatitude = 3081
    case falseEasting = 3082
    case falseNorthing = 3083
  }

  private static let userDefined = 32767
  private static let albersEqualArea = 11
  private static let metre = 9001
  private static let degree = 9102

  private var entries: [UInt16: (location: UInt16, count: UInt16, value: UInt16)] = [:]
  private(set) var doubles: [Double] = []
  private(set) var text = ""

  /// The directory as it stands in the tag.
  var directory: [UInt16] {
    var shorts: [UInt16] = [1, 1, 0, UInt16(entries.count)]
    for (key, entry) in entries.sorted(by: { $0.key < $1.key }) {
      shorts += [key, entry.location, entry.count, entry.value]
    }
    return shorts
  }

  /// Reads a directory; keys that reach beyond it are left out.
  init(directory: [UInt16], doubles: [Double]) {
    self.doubles = doubles
    guard directory.count >= 4 else { return }
    for index in 0..<min(Int(directory[3]), (directory.count - 4) / 4) {
      let start = 4 + 4 * index
      entries[directory[start]] = (
        directory[start + 1], directory[start + 2], directory[start + 3]
      )
    }
  }

  /// The keys of a raster whose cells are areas.
  /// - Throws: DR-183 when PROJ does not know the system.
  init(describing system: RasterSystem?) throws(UserError) {
    set(.rasterType, 1)
    switch system {
    case nil: set(.modelType, 0)
    case .epsg(let code):
      switch try EPSGKind(code) {
      case .geographic:
        set(.modelType, 2)
        set(.geodeticSystem, code)
      case .projected:
        set(.modelType, 1)
        set(.projectedSystem, code)
      }
    case .chinaAlbers:
      set(.modelType, 1)
      set(.geodeticSystem, 4490)
      set(.angularUnit, GeoKeys.degree)
      set(.projectedSystem, GeoKeys.userDefined)
      set(.projection, GeoKeys.userDefined)
      set(.method, GeoKeys.albersEqualArea)
      set(.linearUnit, GeoKeys.metre)
      set(.projectedCitation, text: "CGCS2000 / China Albers equal area 25-47-105")
      for (key, value) in GeoKeys.chinaAlbers { set(key, double: value) }
    }
  }

  private static let chinaAlbers: [(Key, Double)] = [
    (.parallel1, 25), (.parallel2, 47), (.originLongitude, 105), (.originLatitude, 0),
    (.falseEasting, 0), (.falseNorthing, 0),
  ]

  /// Whether positions are those of cells' middles rather than corners.
  var isPoint: Bool { number(.rasterType) == 2 }

  /// The coordinate system, as far as it has a code or is China's.
  var system: RasterSystem? {
    let code =
      switch number(.modelType) {
      case 1: number(.projectedSystem)
      case 2: number(.geodeticSystem)
      default: nil as Int?
      }
    if let code, (1024..<GeoKeys.userDefined).contains(code) { return .epsg(code) }
    return isChinaAlbers ? .chinaAlbers : nil
  }

  private var isChinaAlbers: Bool {
    guard number(.modelType) == 1, number(.method) == GeoKeys.albersEqualArea,
      (number(.linearUnit) ?? GeoKeys.metre) == GeoKeys.metre
    else { return false }
    let isSystem = number(.geodeticSystem).map { [4490, 4326].contains($0) } ?? false
    // 7019 is GRS 1980, 1024 is CGCS2000's own name for it.
    let isEllipsoid =
      number(.ellipsoid).map { [7019, 1024].contains($0) } ?? false
      || (double(.semiMajorAxis) == 6_378_137
        && abs((double(.inverseFlattening) ?? 0) - 298.257222101) < 1e-8)
    return (isSystem || isEllipsoid)
      && GeoKeys.chinaAlbers.allSatisfy { abs((double($0.0) ?? 0) - $0.1) < 1e-9 }
  }

  private func number(_ key: Key) -> Int? {
    guard let entry = entries[key.rawValue], entry.location == 0 else { return nil }
    return Int(entry.value)
  }

  private func double(_ key: Key) -> Double? {
    guard let entry = entries[key.rawValue], entry.location == 34736,
      doubles.indices.contains(Int(entry.value))
    else { return nil }
    return doubles[Int(entry.value)]
  }

  private mutating func set(_ key: Key, _ value: Int) {
    entries[key.rawValue] = (0, 1, UInt16(truncatingIfNeeded: value))
  }

  private mutating func set(_ key: Key, double: Double) {
    entries[key.rawValue] = (34736, 1, UInt16(doubles.count))
    doubles.append(double)
  }

  /// Texts stand one after the other in one tag, each ended by a bar.
  private mutating func set(_ key: Key, text added: String) {
    entries[key.rawValue] = (34737, UInt16(added.utf8.count + 1), UInt16(text.utf8.count))
    text += added + "|"
  }
}
