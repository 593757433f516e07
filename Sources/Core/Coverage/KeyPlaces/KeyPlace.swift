public import Geometry

/// Kinds of key place: the scenes of the signal upgrade (MIIT 2023-257) that are places, not lines.
public enum KeyPlaceKind: String, Codable, CaseIterable, Sendable {
  /// 政务中心
  case government
  /// 医疗机构
  case hospital
  /// 学校、高等学校
  case school
  /// 交通枢纽: railway and coach stations, airports
  case transportHub = "transport-hub"
  /// 城市地铁: stations
  case metro
  /// 文旅景区
  case scenic
  /// 重点商超
  case shopping
  /// 口岸
  case borderPort = "border-port"
  /// 园区
  case park
  /// 住宅小区
  case residential
  /// 商务楼宇
  case office
  /// 乡镇农村: fairs, village offices and squares, village clinics
  case rural
  /// Anything else that the planner calls a key place.
  case other
}

/// A place that matters by itself, with the points at which its service is judged.
public struct KeyPlace: Hashable, Sendable {
  /// Identity in the file.
  public let id: String
  /// Name; empty where there is none.
  public let name: String
  /// What it is.
  public let kind: KeyPlaceKind
  /// Key points in degrees, EPSG:4490; one at least.
  public let points: [Coordinate]

  /// A key place.
  public init(id: String, name: String, kind: KeyPlaceKind, points: [Coordinate]) {
    self.id = id
    self.name = name
    self.kind = kind
    self.points = points
  }
}
