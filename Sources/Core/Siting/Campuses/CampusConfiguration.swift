/// A part that a campus' network has beyond the public network.
public enum CampusPart: String, Codable, CaseIterable, Sendable {
  case slice
  case outdoorStations = "outdoor-stations"
  case secondOutdoor = "second-layer-outdoors"
  case indoorSystem = "indoor-system"
  case secondIndoor = "second-layer-indoors"
  case edgeNode = "edge-node"
  case positioning
  case privateCore = "private-core"
}

/// How one part of a campus, halls or yard, is served.
public struct CampusAccess: Hashable, Sendable {
  /// By cells of its own, or by the public ones.
  public let isDedicated: Bool
  /// Layers of cells of its own, 1 or 2; 1 with public ones.
  public let layers: Int

  /// Public, one layer and two layers of its own, in this order.
  public static let all = [
    CampusAccess(isDedicated: false, layers: 1), CampusAccess(isDedicated: true, layers: 1),
    CampusAccess(isDedicated: true, layers: 2),
  ]
}

/// A choice among the ways to serve a campus, before its cells are counted.
public struct CampusChoice: Hashable, Sendable {
  /// Halls.
  public let indoor: CampusAccess
  /// Yard.
  public let outdoor: CampusAccess
  /// Whose core.
  public let core: CampusCore
  /// A user plane at the campus.
  public let hasEdge: Bool
  /// Whether the network locates terminals.
  public let hasPositioning: Bool

  /// All choices, in a fixed order.
  ///
  /// A private core comes with its user plane, and serves cells of the campus alone; terminals are located by a
  /// server at the campus, and so with a user plane there.
  public static let all: [CampusChoice] = {
    var choices: [CampusChoice] = []
    for indoor in CampusAccess.all {
      for outdoor in CampusAccess.all {
        for core in CampusCore.allCases {
          for (hasEdge, hasPositioning) in [(false, false), (true, false), (true, true)]
          where core != .private || hasEdge {
            choices.append(
              CampusChoice(
                indoor: indoor, outdoor: outdoor, core: core, hasEdge: hasEdge,
                hasPositioning: hasPositioning))
          }
        }
      }
    }
    return choices
  }()
}

/// A campus' network: parts, cells and what they cost.
public struct CampusConfiguration: Hashable, Sendable {
  /// Parts beyond the public network, in the order of their cases.
  public let parts: [CampusPart]
  /// Heads of the indoor system.
  public let heads: Int
  /// Their basebands, each a station as the ministry counts them.
  public let basebands: Int
  /// Stations outside.
  public let outdoorStations: Int
  /// Whole yuan.
  public let costYuan: Int
  /// Electricity of the equipment.
  public let kilowatts: Double
  /// Days of one crew, rounded up.
  public let crewDays: Int
  /// New fibre on the campus.
  public let fibreMetres: Int
  /// Whether it hangs on public cells.
  public let usesMacro: Bool
  /// Whether it is a private network's.
  public var isPrivate: Bool { parts.contains(.privateCore) }
  /// Stations as the ministry counts them.
  public var stations: Int { basebands + outdoorStations }
}
