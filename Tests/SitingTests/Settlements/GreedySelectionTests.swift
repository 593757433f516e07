import Coverage
import Radio
import Siting
import TestSupport
import Testing

@Suite struct GreedySelectionTests {
  @Test func oneDiscThatServesAllIsEnough() throws {
    var world = try World(side: 1000, radius: 800, spacing: 250)
    let outcome = world.select(share: 1)
    #expect(outcome.isMet)
    #expect(outcome.chosen == [0])
  }

  @Test func unreachableGoalIsSaid() throws {
    var world = try World(side: 2000, radius: 300, spacing: 5000)
    let outcome = world.select(share: 0.95)
    #expect(!outcome.isMet)
    #expect(outcome.chosen == [0])
  }

  @Test func metGoalChoosesNothing() throws {
    var world = try World(side: 1000, radius: 800, spacing: 250)
    _ = world.select(share: 0.9)
    #expect(world.select(share: 0.9).chosen.isEmpty)
  }

  @Test(arguments: [0.5, 0.8, 0.95], [180.0, 320.0]) func lazyEqualsPlainGreedy(
    share: Double, radius: Double
  ) throws {
    var world = try World(side: 2500, radius: radius, spacing: 200)
    let plain = world.plainGreedy(share: share)
    let lazy = world.select(share: share)
    #expect(lazy.chosen == plain)
    #expect(lazy.isMet)
    #expect(world.state.masks[0].share >= share)
  }

  private struct World {
    let place: AssessedPlace
    let candidates: [SitePlacement]
    let reach: SectorReach
    var state: CoverageState
    var used: Set<Int> = []

    init(side: Double, radius: Double, spacing: Double) throws {
      let place = AssessedPlace(try PlaneWorld.square(sideMetres: side), cellMetres: 50)
      self.place = place
      let layer = CoverageLayer(place: .outdoor, thresholdDBm: -105, pointProbability: 0.75)
      state = CoverageState(place, layers: [layer])
      candidates = place.latticePoints(spacingMetres: spacing).map {
        SitePlacement(position: $0, frame: place.frame)
      }
      reach = StationReach(
        pattern: .element, contours: [ServiceContour(radiusMetres: radius)]
      ).facing(.omnidirectional)
    }

    mutating func select(share: Double) -> GreedySelection.Outcome {
      let cells = Int((share * Double(place.grid.cellCount)).rounded(.up))
      return GreedySelection().select(
        [CoverageGoal(layer: 0, cells: cells)], from: candidates, reach: reach, used: &used,
        in: &state)
    }

    /// Every candidate looked at in every round.
    func plainGreedy(share: Double) -> [Int] {
      let cells = Int((share * Double(place.grid.cellCount)).rounded(.up))
      var mask = CoverageMask(place.grid)
      var chosen: [Int] = []
      while mask.servedCount < cells {
        let missing = cells - mask.servedCount
        let gains = candidates.indices.map { index in
          chosen.contains(index)
            ? 0
            : min(missing, mask.gain(of: reach.footprint(0, at: candidates[index]), in: place.grid))
        }
        guard let most = gains.max(), most > 0, let best = gains.firstIndex(of: most) else { break }
        mask.add(reach.footprint(0, at: candidates[best]), in: place.grid)
        chosen.append(best)
      }
      return chosen
    }
  }
}
