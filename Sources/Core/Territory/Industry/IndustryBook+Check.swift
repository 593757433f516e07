import Geometry

extension IndustryBook {
  /// - Throws: DR-910.
  func check(_ path: String) throws(UserError) {
    func refuse(_ key: String, _ problem: String, _ remedy: String) -> UserError {
      UserError("DR-910", .badData, at: "\(path): \(key)", problem, remedy: remedy)
    }
    func unique(_ key: String, _ names: [String]) throws(UserError) {
      var seen: Set<String> = []
      for name in names where !seen.insert(ColumnNames.plain(name)).inserted {
        throw refuse(key, "'\(name)' stands twice", "give every name once")
      }
    }
    // Id and translation of one are mostly the same word.
    func own(_ names: [String]) -> [String] { Set(names.map(ColumnNames.plain)).sorted() }
    func share(_ key: String, _ figure: Figure) throws(UserError) {
      guard (0...1).contains(figure.value) else {
        throw refuse(key, "the share is \(figure.value)", "give 0 to 1")
      }
    }
    func amount(_ key: String, _ figure: Figure, above least: Double = 0) throws(UserError) {
      guard figure.value > least, figure.value <= 1e12 else {
        throw refuse(key, "the figure is \(figure.value)", "give more than \(least), up to 1e12")
      }
    }
    try unique("industries", industries.flatMap { own([$0.id, $0.zh, $0.en]) })
    try unique("scenarios", scenarios.flatMap { own([$0.id, $0.zh, $0.en]) })
    try unique("tdd", tdd.map(\.name))
    let known = Set(industries.map(\.id))
    for scenario in scenarios {
      for industry in scenario.industries where !known.contains(industry) {
        throw refuse(scenario.id, "industry '\(industry)' is unknown", "name one of the book's")
      }
      for (key, figure) in [
        ("reliability", scenario.reliability), ("activeShare", scenario.activeShare),
        ("indoorShare", scenario.indoorShare),
      ] { try share("\(scenario.id).\(key)", figure) }
      for (key, figure) in [
        ("uplinkMbps", scenario.uplinkMbps), ("downlinkMbps", scenario.downlinkMbps),
        ("latencyMilliseconds", scenario.latencyMilliseconds),
        ("terminalsPer100Employees", scenario.terminalsPer100Employees),
      ] { try amount("\(scenario.id).\(key)", figure) }
    }
    for kind in CampusKind.allCases {
      guard let form = form(kind) else {
        throw refuse("campuses", "'\(kind.rawValue)' is missing", "give its people and halls")
      }
      try amount("campuses.\(kind.rawValue).employeesPerHectare", form.employeesPerHectare)
      try share("campuses.\(kind.rawValue).hallShare", form.hallShare)
    }
    for pattern in tdd {
      try share("tdd.\(pattern.name)", pattern.downlinkShare)
      try amount("tdd.\(pattern.name)", pattern.uplinkShare)
      guard pattern.downlinkShare.value + pattern.uplinkShare.value <= 1 else {
        throw refuse("tdd.\(pattern.name)", "the shares are more than the time", "give 1 at most")
      }
    }
    try checkEstimate(known, refuse, share, amount)
    for (key, figure) in divisors { try amount(key, figure) }
    for (key, figure) in network { try amount(key, figure, above: -0.001) }
  }

  private func checkEstimate(
    _ known: Set<String>, _ refuse: (String, String, String) -> UserError,
    _ share: (String, Figure) throws(UserError) -> Void,
    _ amount: (String, Figure, Double) throws(UserError) -> Void
  ) throws(UserError) {
    for (key, figure) in [
      ("adultShare", estimate.adultShare), ("employedShare", estimate.employedShare),
      ("manufacturing", estimate.manufacturing), ("mining", estimate.mining),
      ("utilities", estimate.utilities),
    ] { try share("estimate.\(key)", figure) }
    try amount("estimate.employeesPerCampus", estimate.employeesPerCampus, 0.999)
    try amount("estimate.leastEmployees", estimate.leastEmployees, 0.999)
    var sums: [EmploymentBranch: Double] = [:]
    for part in estimate.parts {
      try share("estimate.\(part.industry)", part.share)
      if let densest = part.densest { try amount("estimate.\(part.industry).densest", densest, 0) }
      guard known.contains(part.industry) else {
        throw refuse(
          "estimate.\(part.industry)", "the industry is unknown", "name one of the book's")
      }
      sums[part.of, default: 0] += part.share.value
    }
    for branch in EmploymentBranch.allCases where sums[branch] ?? 0 > 1.000_001 {
      throw refuse(
        "estimate.\(branch.rawValue)", "its parts are more than all of it", "give 1 at most")
    }
  }

  /// Figures by which cells are counted.
  private var divisors: [(String, Figure)] {
    [
      ("radio.terminalLayers", radio.terminalLayers),
      ("radio.indoor.layers", radio.indoor.layers),
      ("radio.indoor.downlinkLayers", radio.indoor.downlinkLayers),
      ("radio.indoor.headsPerBaseband", radio.indoor.headsPerBaseband),
      ("radio.outdoor.layers", radio.outdoor.layers),
      ("radio.outdoor.downlinkLayers", radio.outdoor.downlinkLayers),
      ("radio.outdoor.sectors", radio.outdoor.sectors),
      ("radio.macro.edgeMetres", radio.macro.edgeMetres),
      ("positioning.anchors", positioning.anchors),
    ]
  }

  /// Figures that only must not be negative.
  private var network: [(String, Figure)] {
    [
      ("radio.indoor.headYuan", radio.indoor.headYuan),
      ("radio.indoor.cablingYuan", radio.indoor.cablingYuan),
      ("radio.indoor.basebandYuan", radio.indoor.basebandYuan),
      ("radio.outdoor.stationYuan", radio.outdoor.stationYuan),
      ("positioning.serverYuan", positioning.serverYuan), ("parts.sliceYuan", parts.sliceYuan),
      ("parts.edgeYuan", parts.edgeYuan), ("parts.privateCoreYuan", parts.privateCoreYuan),
      ("parts.upkeepShare", parts.upkeepShare), ("latency.coreKilometres", latency.coreKilometres),
      ("radio.macro.publicShare", radio.macro.publicShare),
      ("radio.macro.sliceShare", radio.macro.sliceShare),
    ]
  }
}
