import Geometry
import Scheduling
import Territory
import TestSupport
import Testing

/// Files of what has happened, and what they are held against.
@Suite struct RolloutActualsTests {
  private func read(_ text: String) throws -> RolloutActuals {
    try RolloutActuals(name: "done.csv", bytes: Array(text.utf8))
  }

  @Test func readsWhatIsThere() throws {
    let entries = try read(
      "note,finished,id,started,cost_yuan,mode\n\"as, told\",2021Q3,a,2021Q2,0,energy-saving\n,,b,2021Q1,,\n"
    ).entries
    #expect(entries.map(\.id) == ["a", "b"])
    #expect(entries.map(\.place) == ["done.csv:2", "done.csv:3"])
    #expect(entries[0].finished == Quarter("2021Q3") && entries[0].costYuan == 0)
    #expect(entries[0].mode == "energy-saving")
    #expect(entries[1].finished == nil && entries[1].costYuan == nil && entries[1].mode == nil)
  }

  @Test func hostileFilesNameLineAndValue() throws {
    let header = "id,started,finished,mode,cost_yuan\n"
    let cases: [(String, String, [String])] = [
      ("", "DR-201", []),
      ("id,finished\n", "DR-205", ["started"]),
      ("id,started\n", "DR-205", ["finished"]),
      ("id,started,finished,fnished\n", "DR-671", ["fnished", ":1"]),
      ("id,started,finished,id\n", "DR-671", ["twice"]),
      (header + "a,2021Q1\n", "DR-202", [":2"]),
      (header + ",2021Q1,,,\n", "DR-671", [":2", "no id"]),
      (header + "a,2021Q1,,,\na,2021Q1,,,\n", "DR-671", [":3", "line 2"]),
      (header + "a,,2021Q1,,\n", "DR-672", [":2"]),
      (header + "a,2021Q2,2021Q1,,\n", "DR-672", [":2", "2021Q1"]),
      (header + "a,2021Q5,,,\n", "DR-653", [":2", "2021Q5"]),
      (header + "a,yesterday,,,\n", "DR-653", ["yesterday"]),
      (header + "a,2021Q1,never,,\n", "DR-653", ["never"]),
      (header + "a,2021Q1,,wind,\n", "DR-653", ["wind"]),
      (header + "a,2021Q1,,,-1\n", "DR-654", ["-1"]),
      (header + "a,2021Q1,,,1e3\n", "DR-654", ["1e3"]),
      (header + "a,2021Q1,,,99999999999999999999\n", "DR-654", ["99999999999999999999"]),
      (header + "a,2021Q1,,,9223372036854775807\n", "DR-654", ["9223372036854775807"]),
      (header + "\"a,2021Q1,,,\n", "DR-203", [":2"]),
    ]
    for (text, code, words) in cases {
      let error = userError { try read(text) }
      #expect(error?.code == code, "\(text): \(String(describing: error))")
      let said = error?.description ?? ""
      for word in words { #expect(said.contains(word), "\(text): \(said)") }
    }
  }

  @Test func whatContradictsThePackagesIsRefused() throws {
    func code(_ change: (inout ReplanMaking) -> Void) throws -> String? {
      var world = ReplanMaking(quarters: 4, asOf: 3)
      world.add("a", costYuan: 10)
      world.add("b", costYuan: 10, quarters: 2)
      let before = try world.before()
      change(&world)
      return userError { try world.after(before) }?.code
    }
    #expect(try code { _ in } == nil)
    #expect(try code { $0.happen("z", 1) } == "DR-671")
    #expect(try code { $0.happen("a", 3) } == "DR-672")
    #expect(try code { $0.happen("a", 0) } == "DR-674")
    #expect(try code { $0.happen("a", 1, 5) } == "DR-674")
    #expect(try code { $0.happen("b", 2, 4) } == nil)
    #expect(try code { $0.asOf = 0 } == "DR-670")
    #expect(try code { $0.asOf = 5 } == "DR-670")
    #expect(try code { $0.committedQuarters = -1 } == "DR-670")
    #expect(try code { $0.committedQuarters = 401 } == "DR-670")
    #expect(try code { $0.moveCost = -0.1 } == "DR-670")
    #expect(try code { $0.moveCost = .nan } == "DR-670")
    #expect(
      try code { world in
        world.packages.append(RolloutPackage(package("n", costYuan: 1, feasible: false)))
        world.happen("n", 1)
      } == "DR-671")
    // Three quarters from the second on do not end inside four.
    var long = ReplanMaking(quarters: 4, asOf: 4)
    long.add("a", costYuan: 10, quarters: 3)
    let before = try long.before()
    long.happen("a", 3)
    #expect(userError { try long.after(before) }?.code == "DR-674")
  }
}
