public import Geometry

/// Units that a table states for its rows, by adcode or name, and whether positions lie in them.
public struct StatedUnits: Sendable {
  /// A unit with its area.
  public struct Unit: Sendable {
    /// GB/T 2260.
    public let adcode: String
    /// Chinese name in full.
    public let name: String
    /// Name of the prefecture above, empty where there is none.
    public let prefecture: String
    fileprivate let shapes: [Int]
    fileprivate let prefectureStem: String

    fileprivate init(adcode: String, name: String, prefecture: String, shapes: [Int]) {
      self.adcode = adcode
      self.name = name
      self.prefecture = prefecture
      self.shapes = shapes
      prefectureStem = UnitName.stem(prefecture)
    }
  }

  /// Positions outside a unit, but no farther than this, are not reported: what a border's drawing and a rooftop's
  /// coordinates leave open [G].
  public static let toleranceMetres = 1000.0

  /// All units, each with an area.
  public private(set) var units: [Unit] = []
  private var shapes: [BorderIndex] = []
  private var byAdcode: [String: Int] = [:]
  /// Units by name, and by name without its suffix.
  private var byName: [String: [Int]] = [:]
  private var prefectureByName: [String: [Int]] = [:]

  /// Counties of the country, and the prefectures and provinces that they make up.
  public init(_ gazetteer: Gazetteer, _ boundaries: Boundaries) {
    var shapeOf: [String: Int] = [:]
    for polygon in boundaries.counties.keys.sorted() {
      guard let area = boundaries.counties[polygon] else { continue }
      shapeOf[polygon] = shapes.count
      shapes.append(BorderIndex(area))
    }
    var members: [String: Set<Int>] = [:]
    for unit in gazetteer.units {
      guard let shape = unit.polygon.flatMap({ shapeOf[$0] }) else { continue }
      for ancestor in gazetteer.lineage(of: unit.adcode) {
        members[ancestor, default: []].insert(shape)
      }
    }
    for unit in gazetteer.units {
      guard unit.level != .town, let own = members[unit.adcode] else { continue }
      let above = unit.parent.flatMap { gazetteer[$0] }
      add(
        Unit(
          adcode: unit.adcode, name: unit.name,
          prefecture: unit.level == .county ? above?.name ?? "" : "", shapes: own.sorted()),
        isCounty: unit.level == .county)
    }
  }

  /// Counties with areas of their own.
  public init(counties: [(adcode: String, name: String, prefecture: String, area: Geometry)]) {
    for county in counties {
      shapes.append(BorderIndex(county.area))
      add(
        Unit(
          adcode: county.adcode, name: county.name, prefecture: county.prefecture,
          shapes: [shapes.count - 1]), isCounty: true)
    }
  }

  private mutating func add(_ unit: Unit, isCounty: Bool) {
    byAdcode[unit.adcode] = units.count
    for name in Set([unit.name, UnitName.stem(unit.name)]) {
      if isCounty {
        byName[name, default: []].append(units.count)
      } else {
        prefectureByName[name, default: []].append(units.count)
      }
    }
    units.append(unit)
  }

  /// The unit of an adcode of six digits or of the first six of a longer one.
  public func index(adcode: String) -> Int? { byAdcode[String(adcode.prefix(6))] }

  /// The unit of a name: a county, within a prefecture where one is named; the prefecture where no county is.
  /// Nil for a name that there is not, or that several have.
  public func index(county: String, prefecture: String) -> Int? {
    guard !county.isEmpty else {
      let found = found(prefecture, in: prefectureByName)
      return found.count == 1 ? found[0] : nil
    }
    var candidates = found(county, in: byName)
    if candidates.isEmpty { candidates = joined(county) }
    if !prefecture.isEmpty {
      let stem = UnitName.stem(prefecture)
      candidates = candidates.filter { units[$0].prefectureStem == stem }
    }
    return candidates.count == 1 ? candidates[0] : nil
  }

  private func found(_ name: String, in names: [String: [Int]]) -> [Int] {
    names[name] ?? names[UnitName.stem(name)] ?? []
  }

  /// Counties of a name that has the prefecture's before it: 杭州市西湖区.
  private func joined(_ name: String) -> [Int] {
    for split in name.indices.dropFirst() {
      let (head, tail) = (String(name[..<split]), String(name[split...]))
      guard prefectureByName[head] != nil || byName[tail] != nil else { continue }
      let within = found(tail, in: byName).filter {
        units[$0].prefecture == head || units[$0].prefectureStem == head
      }
      if !within.isEmpty { return within }
    }
    return []
  }

  /// Whether a position in degrees of EPSG:4490 lies in a unit.
  public func contains(_ position: Coordinate, in unit: Int) -> Bool {
    units[unit].shapes.contains { shapes[$0].contains(position) }
  }

  /// Metres from a position to a unit's border, 0 inside.
  public func distanceMetres(_ position: Coordinate, to unit: Int) -> Double {
    if contains(position, in: unit) { return 0 }
    return units[unit].shapes.reduce(Double.infinity) {
      min($0, shapes[$1].distanceMetres(position))
    }
  }
}
