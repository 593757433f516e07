import Geometry
import Scheduling
import TestSupport
import Testing

/// What no project can have.
@Suite struct MakespanProjectTests {
  private func code(
    _ activities: [MakespanActivity], _ resources: [RenewableResource] = []
  ) -> String? {
    userError { try MakespanProject(activities: activities, resources: resources) }?.code
  }

  private func activity(
    _ id: String, _ duration: Int = 1, _ demands: [Int] = [], before: [String] = []
  ) -> MakespanActivity {
    MakespanActivity(id: id, duration: duration, demands: demands, successors: before)
  }

  private let crane = RenewableResource(id: "crane", capacity: 2)

  @Test func networkIsHeldBothWays() throws {
    let project = try MakespanProject(
      activities: [
        activity("a", before: ["c", "b", "c"]), activity("b", before: ["c"]), activity("c"),
      ], resources: [])
    #expect(project.successors == [[1, 2], [2], []])
    #expect(project.predecessors == [[], [0], [0, 1]])
  }

  @Test func tooManyAreRefused() {
    #expect(code((0...10_000).map { activity("\($0)") }) == "DR-620")
    #expect(
      code([], (0...1_000).map { RenewableResource(id: "\($0)", capacity: 1) }) == "DR-620")
  }

  @Test func idsThatStandTwiceAreRefused() {
    #expect(code([activity("a"), activity("a")]) == "DR-621")
    #expect(code([], [crane, crane]) == "DR-621")
  }

  @Test(arguments: [-1, Int.min, 1_000_001, Int.max])
  func figuresOutOfRangeAreRefused(figure: Int) {
    #expect(code([activity("a", figure)]) == "DR-622")
    #expect(code([activity("a", 1, [figure])], [crane]) == "DR-622")
    #expect(code([], [RenewableResource(id: "r", capacity: figure)]) == "DR-622")
  }

  @Test func sumOfDurationsIsLimited() {
    #expect(code([activity("a", 600_000), activity("b", 600_000)]) == "DR-622")
  }

  @Test func memoryIsLimited() {
    let resources = (0..<21).map { RenewableResource(id: "\($0)", capacity: 1) }
    let none = [Int](repeating: 0, count: 21)
    #expect(code([activity("a", 1_000_000, none)], resources) == "DR-628")
    #expect(code([activity("a", 900_000, none)], resources) == nil)
  }

  @Test func demandsMustFitTheResources() {
    #expect(code([activity("a")], [crane]) == "DR-623")
    #expect(code([activity("a", 1, [3])], [crane]) == "DR-624")
  }

  @Test func successorsMustBeThereAndLeadInNoCircle() {
    #expect(code([activity("a", before: ["b"])]) == "DR-625")
    #expect(code([activity("a", before: ["a"])]) == "DR-626")
    #expect(code([activity("a", before: ["b"]), activity("b", before: ["a"])]) == "DR-626")
  }
}
