import Coverage
import Geometry
import Radio
import Territory
import TestSupport
import Testing

/// Audits of worlds whose answers are known in closed form.
@Suite struct AuditEngineTests {
  @Test func oneMastOnAPlaneCoversADisc() throws {
    let world = try AuditWorld(sideMetres: 6000)
    let audit = world.audit([world.site("a", 0, 0)])
    let expected = Double.pi * 1000 * 1000 / (6000 * 6000)
    #expect(abs(audit.outdoorShare / expected - 1) < 0.01)
    #expect(abs(audit.indoorShare / (expected / 4) - 1) < 0.02)
    #expect(audit.stations == 1)
    #expect(audit.status == .reached)
    #expect(audit.failing?.criterion == "outdoor-share")
  }

  @Test func twoDistantMastsCoverTwice() throws {
    let world = try AuditWorld(sideMetres: 6000)
    let one = world.audit([world.site("a", -1500, 0)])
    let two = world.audit([world.site("a", -1500, 0), world.site("b", 1500, 0)])
    #expect(abs(two.outdoorShare / one.outdoorShare - 2) < 0.01)
  }

  @Test func noSiteIsNone() throws {
    let audit = try AuditWorld(sideMetres: 1000).audit([])
    #expect(audit.status == .none)
    #expect(audit.failing?.criterion == "reach")
    #expect(audit.outdoorShare == 0)
  }

  @Test func enoughSitesAreDeep() throws {
    let world = try AuditWorld(sideMetres: 1200)
    #expect(world.audit([world.site("a", 0, 0)]).status == .continuous)
    let four = [(-300.0, -300.0), (300, -300), (-300, 300), (300, 300)].enumerated().map {
      world.site("s\($0.offset)", $0.element.0, $0.element.1)
    }
    #expect(world.audit(four).status == .deep)
    #expect(world.audit(four).failing == nil)
  }

  @Test func aNeighboursSiteServesButIsNotCounted() throws {
    let world = try AuditWorld(sideMetres: 1000)
    let audit = world.audit([world.site("a", 800, 0, settlement: "another")])
    #expect(audit.stations == 0)
    #expect(audit.outdoorShare > 0.3)
    #expect(audit.status == .reached)
  }

  @Test func aRegistersSiteBelongsWhereItStands() throws {
    let world = try AuditWorld(sideMetres: 1000)
    #expect(world.audit([world.site("a", 600, 0, settlement: nil)]).stations == 1)
    #expect(world.audit([world.site("a", 900, 0, settlement: nil)]).stations == 0)
  }

  @Test(arguments: 0..<25) func moreSitesNeverCoverLess(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let world = try AuditWorld(sideMetres: 4000)
    var sites: [Site] = []
    var last = world.audit(sites)
    for index in 0..<6 {
      sites.append(
        world.site(
          "s\(index)", Double.random(in: -2500...2500, using: &random),
          Double.random(in: -2500...2500, using: &random)))
      let audit = world.audit(sites)
      #expect(audit.outdoorShare >= last.outdoorShare)
      #expect(audit.indoorShare >= last.indoorShare)
      #expect(audit.status >= last.status)
      last = audit
    }
  }

  @Test(arguments: 0..<15) func aUnionServesWhatEitherServes(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let world = try AuditWorld(sideMetres: 4000)
    var networks: [[Site]] = []
    for name in ["a", "b"] {
      networks.append(
        (0..<4).map { index in
          world.site(
            "\(name)\(index)", Double.random(in: -2500...2500, using: &random),
            Double.random(in: -2500...2500, using: &random))
        })
    }
    let (one, other) = (world.state(networks[0]), world.state(networks[1]))
    let both = world.state(networks[0] + networks[1])
    for layer in both.layers.indices {
      let differing = (0..<world.place.grid.cellCount).filter { cell in
        both.masks[layer][cell] != (one.masks[layer][cell] || other.masks[layer][cell])
      }
      #expect(differing.isEmpty)
    }
    #expect(both.stations == one.stations + other.stations)
  }

  @Test func theOrderOfSitesDoesNotMatter() throws {
    let world = try AuditWorld(sideMetres: 4000)
    let sites = (0..<8).map { world.site("s\($0)", Double($0) * 400 - 1600, Double($0 % 3) * 500) }
    #expect(world.audit(sites) == world.audit(sites.reversed()))
  }

  @Test func densityCountsAllOperators() throws {
    // 100 000 residents, threshold 12 per 10 000 of all operators, this group carries half: 60.
    let world = try AuditWorld(sideMetres: 400, density: 12)
    let sites = (0..<60).map { world.site("s\($0)", Double($0) - 30, 0) }
    #expect(world.audit(Array(sites.dropLast())).failing?.criterion == "stations-per-10k")
    #expect(world.audit(sites).status == .deep)
  }
}

/// A square city and a configuration that serves 1000 m outdoors and 500 m indoors.
struct AuditWorld {
  let place: AssessedPlace
  let engine: AuditEngine

  init(sideMetres: Double, density: Double? = nil) throws {
    place = AssessedPlace(try PlaneWorld.square(sideMetres: sideMetres), cellMetres: 25)
    let standard = Self.standard(density: density)
    let layers = Assessment(standard, kind: .city).layers
    let reach = ReachBook(configurations: ["x"], layers: layers) { _, _, layer in
      layer.place == .outdoor ? 1000 : 500
    }
    engine = AuditEngine(standard: standard, reach: reach, stationShare: 0.5)
  }

  func site(_ id: String, _ east: Double, _ north: Double, settlement: String? = "410000") -> Site {
    Site(
      id: id,
      position: Albers.china.unproject(place.frame.plane(Coordinate(x: east, y: north))),
      group: .mobile, configurations: ["x"], heightMetres: 25, status: .existing, kind: .measured,
      settlement: settlement)
  }

  func state(_ sites: [Site]) -> CoverageState {
    engine.state(of: place, network: SiteIndex(sites))
  }

  func audit(_ sites: [Site]) -> SettlementAudit { engine.audit(state(sites), group: .mobile) }

  static func standard(density: Double?) -> Standard {
    func figure(_ value: Double) -> Figure {
      Figure(value: value, unit: "1", kind: .judgement, source: "test")
    }
    func share(_ kind: CriterionKind, _ threshold: Double, _ level: Double) -> Criterion {
      Criterion(
        criterion: kind, threshold: figure(threshold), rsrpDBm: figure(level),
        pointProbability: figure(0.75))
    }
    func count(_ kind: CriterionKind, _ threshold: Double) -> Criterion {
      Criterion(
        criterion: kind, threshold: figure(threshold), rsrpDBm: nil, pointProbability: nil)
    }
    var deep = [share(.indoorShare, 0.9, -110)]
    if let density { deep.append(count(.stationsPer10k, density)) }
    let rules = [
      StatusRule(status: .reached, criteria: [count(.reach, 1)]),
      StatusRule(status: .continuous, criteria: [share(.outdoorShare, 0.95, -105)]),
      StatusRule(status: .deep, criteria: deep),
    ]
    return Standard(
      name: "test", titleChinese: "", titleEnglish: "", description: "", source: "", city: rules,
      countySeat: rules, townSeat: rules)
  }
}
