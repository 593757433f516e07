import Coverage
import Geometry
import Radio
import TestSupport
import Testing

@Suite("Probability that a loss is borne, outdoors and in buildings")
struct EntryLossTests {
  /// Two ways to the same figure: audits' `ServiceProbability`, and a prediction's mixture.
  @Test("as audits have it", arguments: [0.0, 0.25, 1])
  func audits(highLossShare: Double) throws {
    let model = try UrbanMacro(
      carrierGHz: 2.6, baseStationHeightMetres: 30, userHeightMetres: 1.5)
    let pattern = SectorPattern.element
    let sector = ServiceProbability.Sector(pattern, heightDifferenceMetres: 28.5)
    let outdoors = ServiceProbability(
      model: model, maximumLossDB: 125, place: .outdoors, sector: sector)
    let indoors = ServiceProbability(
      model: model, maximumLossDB: 125, place: .indoors(highLossShare: highLossShare),
      sector: sector)
    let entry = EntryLoss(
      tr38901: 2.6, highLossShare: highLossShare, maximumDepthMetres: 25)
    let grid = try MastWorld.grid(radiusMetres: 3000, cellMetres: 150)
    let prediction = try MastWorld.statistical(grid)
    let layout = SectorLayout(azimuthsDegrees: [40, 200])
    let antenna = MastAntenna(pattern, layout)
    let facing = SectorAntenna(pattern, layout)
    for (index, point) in prediction.points.enumerated() where point.state == .computed {
      let offset = MastWorld.offset(grid, index)
      let distance = (offset.x * offset.x + offset.y * offset.y).squareRoot()
      let mixture = try #require(prediction.propagation.mixture(of: point, at: offset))
      let rest = 125 - antenna.lossDB(towards: offset, heightDifferenceMetres: 28.5)
      let horizontal = facing.horizontalLossDB(east: offset.x, north: offset.y)
      let out = outdoors.probability(atMetres: distance, horizontalLossDB: horizontal)
      let inside = indoors.probability(atMetres: distance, horizontalLossDB: horizontal)
      #expect(abs(EntryLoss.outdoors.probability(mixture, maximumLossDB: rest) - out) < 1e-12)
      #expect(abs(entry.probability(mixture, maximumLossDB: rest) - inside) < 1e-12)
    }
  }

  /// Against a fine sum over P.2109's distribution.
  @Test("P.2109's hundred parts are its distribution", arguments: [90.0, 100, 110, 120, 135])
  func recommendation(maximum: Double) throws {
    let mixture = LossMixture(
      LossMixture.Component(share: 1, lossDB: 92, deviationDB: 4, indoorDeviationDB: 4))
    let building = try BuildingEntryLossP2109(.traditional, carrierGHz: 2.6)
    let parts = 20_000
    var sum = 0.0
    for part in 0..<parts {
      let entry = try building.lossDB(probability: (Double(part) + 0.5) / Double(parts))
      sum += NormalDistribution.upperTail((92 + entry - maximum) / 4) / Double(parts)
    }
    let entry = try EntryLoss(p2109: .traditional, carrierGHz: 2.6)
    #expect(abs(entry.probability(mixture, maximumLossDB: maximum) - sum) < 0.002)
  }

  @Test("without spread the loss is borne or it is not")
  func step() {
    let mixture = LossMixture(
      LossMixture.Component(share: 1, lossDB: 100, deviationDB: 0, indoorDeviationDB: 0))
    #expect(EntryLoss.outdoors.probability(mixture, maximumLossDB: 100) == 1)
    #expect(EntryLoss.outdoors.probability(mixture, maximumLossDB: 99.999) == 0)
  }

  @Test("a Gaussian path with walls spreads by the root of both squares")
  func walls() {
    let entry = EntryLoss(tr38901: 3.5, highLossShare: 1, maximumDepthMetres: 25)
    let wall = BuildingEntryLoss(.highLoss, carrierGHz: 3.5)
    let mixture = LossMixture(
      LossMixture.Component(share: 1, lossDB: 95, deviationDB: 5, indoorDeviationDB: 5))
    let spread = (25 + wall.deviationDB * wall.deviationDB).squareRoot()
    let expected = NormalDistribution.upperTail((95 + wall.wallLossDB + 25.0 / 6 - 130) / spread)
    #expect(abs(entry.probability(mixture, maximumLossDB: 130) - expected) < 1e-12)
  }
}
