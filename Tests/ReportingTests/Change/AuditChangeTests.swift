import Coverage
import Foundation
import Geometry
import Radio
import Reporting
import Territory
import TestSupport
import Testing

@Suite("An audit held against an earlier one")
struct AuditChangeTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The first place of two worlds; standards are there to be looked at unless told otherwise.
  private func change(
    _ before: AuditWorld, _ after: AuditWorld, hasStandards: Bool = true, rsrpAfter: Double = -105,
    sites: (before: [Site]?, after: [Site]?) = ([], [])
  ) throws -> PlaceChange {
    let (old, new) = (try before.run(scratch, "old"), try after.run(scratch, "new"))
    return try AuditChange(
      before: old, after: new,
      sources: ChangeSources(
        standards: hasStandards
          ? (try before.standard(), try after.standard(rsrpDBm: rsrpAfter)) : (nil, nil),
        sites: sites)
    ).places[0]
  }

  private static let standardFile = "geodata/books/standards/deep-coverage.yaml"

  @Test("the same audit twice: nothing changed, and nothing is blamed")
  func same() throws {
    let place = try change(AuditWorld(), AuditWorld())
    #expect(place.direction == .same && !place.isChanged && place.cause == "")
    #expect(place.standardSteps == 0 && place.otherSteps == 0)
  }

  @Test("sites near a place are the network's doing; those far away are not")
  func network() throws {
    let before = AuditWorld()
    var after = before
    after.places[0].values = [1, 0.97, 0.95]
    after.inputs["sites.csv"] = "b"
    let near = try change(
      before, after, sites: ([AuditWorld.site("a")], [AuditWorld.site("a"), AuditWorld.site("b")]))
    #expect(near.direction == .rose && near.passes == (false, true))
    #expect(near.cause == "network" && near.sites?.added == 1 && near.sites?.removed == 0)
    #expect(near.otherSteps == 1)
    let taller = try change(
      before, after, sites: ([AuditWorld.site("a")], [AuditWorld.site("a", heightMetres: 40)]))
    #expect(taller.cause == "network" && taller.sites?.changed == 1)
    let far = try change(before, after, sites: ([], [AuditWorld.site("far", east: 0.5)]))
    #expect(far.cause == "unknown" && far.sites?.added == 0)
    // Registers that are gone leave it open, and the network is what is left.
    let unseen = try change(before, after, sites: (nil, nil))
    #expect(unseen.cause == "network" && unseen.sites == nil)
  }

  @Test("the standard's part is exact: earlier values by later thresholds")
  func standard() throws {
    let before = AuditWorld()
    var after = before
    after.thresholds[1] = 0.98
    after.inputs[Self.standardFile] = "b"
    let place = try change(before, after)
    #expect(place.direction == .fell && place.underNewStandard == .reached)
    #expect(place.standardSteps == -1 && place.otherSteps == 0 && place.cause == "standard")
    // Against each other: the thresholds fall, and the network rises beyond.
    var both = after
    both.places[0].values = [1, 0.99, 0.95]
    both.inputs["sites.csv"] = "b"
    let mixed = try change(before, both, sites: ([], [AuditWorld.site("a")]))
    #expect(mixed.direction == .rose && mixed.standardSteps == -1 && mixed.otherSteps == 2)
    #expect(mixed.cause == "standard;network")
  }

  @Test("another measure, or a standard that is gone, is not told apart")
  func unseparatedStandard() throws {
    let before = AuditWorld()
    var after = before
    after.places[0].values = [1, 0.9, 0.4]
    after.inputs[Self.standardFile] = "b"
    let measured = try change(before, after, rsrpAfter: -95)
    #expect(measured.underNewStandard == nil && measured.cause == "standard")
    #expect(measured.criteria.map(\.isSameMeasure) == [true, false, false])
    after.places[0].population = 300
    let gone = try change(before, after, hasStandards: false)
    #expect(gone.underNewStandard == nil && gone.cause == "standard+data")
    #expect(gone.criteria.allSatisfy { $0.isSameMeasure == nil })
    // What the unknown measure cannot change is told all the same: nothing is reached.
    var none = before
    none.places[0].values = [0, 0.96, 0.5]
    after.places[0].values = [0, 0.9, 0.4]
    #expect(try change(none, after, rsrpAfter: -95).underNewStandard == CoverageStatus.none)
  }

  @Test("what differs together is named together")
  func unseparated() throws {
    let before = AuditWorld()
    var after = before
    after.places[0].values = [1, 0.9, 0.4]
    after.places[0].population = 250
    after.inputs["geodata/units/towns.csv"] = "b"
    #expect(try change(before, after).cause == "data")
    after.inputs["geodata/books/bands.yaml"] = "b"
    #expect(try change(before, after).cause == "data+model")
    after.places[0].population = 200
    #expect(try change(before, after).cause == "model")
    after.inputs["sites.csv"] = "b"
    #expect(try change(before, after, sites: (nil, nil)).cause == "network+model")
    // Prices bear on no status.
    var prices = before
    prices.places[0].values = [1, 0.9, 0.4]
    prices.inputs["geodata/books/costs.yaml"] = "b"
    #expect(try change(before, prices).cause == "unknown")
    var shape = before
    shape.places[0].values = [1, 0.9, 0.4]
    shape.places[0].squareMetres = 2e6
    #expect(try change(before, shape).cause == "data")
    // Published counts are the network where it is modelled, and the rule's denominator beside a register.
    var counts = before
    counts.places[0].values = [1, 0.9, 0.4]
    counts.inputs["geodata/books/stations.yaml"] = "b"
    #expect(try change(before, counts).cause == "model")
    var modelled = before
    modelled.project = ["standard": "deep-coverage", "sites": .null, "grid": 50]
    counts.project = modelled.project
    #expect(try change(modelled, counts, sites: (nil, nil)).cause == "network")
    var program = before
    program.places[0].values = [1, 0.9, 0.4]
    program.toolVersion = "0.2.0"
    #expect(try change(before, program).cause == "model")
  }

  @Test("the steps sum to the change, whatever the values", arguments: 0..<40)
  func steps(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func world() -> AuditWorld {
      var world = AuditWorld()
      world.places[0].values = (0..<3).map { _ in Double(Int.random(in: 0...4, using: &random)) / 4
      }
      world.thresholds = (0..<3).map { _ in Double(Int.random(in: 1...4, using: &random)) / 4 }
      world.inputs[Self.standardFile] = "\(Int.random(in: 0...9999, using: &random))"
      return world
    }
    let (before, after) = (world(), world())
    let place = try change(before, after)
    let old = before.status(before.places[0])
    let new = after.status(after.places[0])
    #expect(place.status.before == old && place.status.after == new)
    // All measures are known, so that the standard's part is told, and is the status of the old values.
    var judged = before
    judged.thresholds = after.thresholds
    #expect(place.underNewStandard == judged.status(before.places[0]))
    #expect(
      try #require(place.standardSteps) + #require(place.otherSteps) == new.rank - old.rank)
  }

  @Test("values whose four decimals do not repeat their status are not judged anew")
  func rounding() throws {
    var before = AuditWorld()
    before.places[0].values = [1, 0.949_99, 0.5]
    #expect(before.status(before.places[0]) == .reached)
    var after = before
    after.thresholds[2] = 0.8
    after.inputs[Self.standardFile] = "b"
    #expect(try change(before, after).underNewStandard == nil)
  }

  @Test(
    "tables, map and report; the same bytes again, and no folder of somebody else's is replaced")
  func files() throws {
    var before = AuditWorld()
    before.places.append(.init(id: "330182200", kind: .townSeat))
    before.places.append(.init(id: "330182300", kind: .townSeat))
    var after = before
    after.places[0].values = [1, 0.97, 0.95]
    after.places[2].id = "330182400"
    after.inputs["sites.csv"] = "b"
    let (old, new) = (try before.run(scratch, "old"), try after.run(scratch, "new"))
    let change = try AuditChange(
      before: old, after: new,
      sources: ChangeSources(standards: (nil, nil), sites: (nil, nil)))
    #expect(change.places.map(\.direction) == [.rose, .same, .removed, .added])
    let files = ChangeFiles(change, .english)
    try files.write(to: scratch.path("c"))
    let texts = try scratch.names("c").map { try scratch.text("c/\($0)") }
    try files.write(to: scratch.path("c"))
    #expect(try scratch.names("c").map { try scratch.text("c/\($0)") } == texts)
    let rows = try scratch.text("c/changes.csv").split(separator: "\n")
    #expect(rows.count == 4)
    #expect(rows[1].contains("mobile,rose,continuous,deep,false,true,continuous,0,1,network,"))
    let criteria = try scratch.text("c/criteria.csv").split(separator: "\n")
    #expect(criteria.contains { $0.contains("deep,indoor-share,0.5000,0.9500,0.4500,") })
    let map = try GeoJSONReader(source: "c").features(
      in: Array(try scratch.text("c/changes.geojson").utf8))
    #expect(map.map { $0.properties["direction"]?.string } == ["rose", "removed", "added"])
    #expect(map.allSatisfy { $0.geometry != nil })
    let units = try scratch.text("c/units.csv")
    #expect(units.contains("prefecture,330100,2,1,0,1,0,0,1,400,200,0"))
    #expect(try scratch.text("c/changes.md").contains("1 rose, 0 fell"))
    let chinese = ChangeFiles(change, .chinese)
    try chinese.write(to: scratch.path("c"))
    #expect(try scratch.text("c/changes.md").contains("1 项上升"))
    try scratch.file("c/mine.txt", "mine")
    #expect(userError { try files.write(to: scratch.path("c")) }?.code == "DR-717")
  }

  @Test("runs of plan, of other places and tampered ones are refused")
  func refusals() throws {
    let old = try AuditWorld().run(scratch, "old")
    var other = AuditWorld()
    other.places[0].id = "330199"
    let new = try other.run(scratch, "new")
    let sources = ChangeSources(standards: (nil, nil), sites: (nil, nil))
    #expect(
      userError { try AuditChange(before: old, after: new, sources: sources) }?.code == "DR-719")
    try TinyPlan().write(scratch, to: "plan")
    #expect(userError { try AuditedRun(reading: scratch.path("plan")) }?.code == "DR-718")
    #expect(userError { try AuditedRun(reading: scratch.path("none")) }?.code == "DR-702")
    let table = try scratch.text("new/audit.csv")
    try scratch.file("new/audit.csv", table.replacingOccurrences(of: "0.9600", with: "0.9900"))
    #expect(userError { try AuditedRun(reading: scratch.path("new")) }?.code == "DR-711")
  }
}
