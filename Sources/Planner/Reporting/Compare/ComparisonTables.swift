public import Geometry
import Radio
import Territory

extension Comparison {
  /// `compare.csv` in long form: measure, quarter (empty for the run as a whole), one column a run.
  public func csv() -> [UInt8] {
    var writer = CSVWriter(header: ["measure", "quarter"] + runs.map(\.label))
    for measure in Measure.all {
      writer.append([.text(measure.key), .empty] + runs.map { measure.value(of: $0).cell })
    }
    for (key, value) in series {
      for quarter in quarters {
        writer.append(
          [.text(key), .text(quarter.description)] + runs.map { .integer(value($0, quarter)) })
      }
    }
    return writer.bytes
  }

  /// What is told quarter by quarter.
  var series: [(key: String, value: (ComparedRun, Quarter) -> Int)] {
    [
      ("cumulative_spent_yuan", { $0.spentYuan(by: $1) }),
      ("target_residents", { $0.targetResidents(at: $1) }),
    ]
  }

  /// `counties.csv`: one row a county and a city.
  public func countiesCSV() -> [UInt8] {
    let labels = runs.map(\.label)
    var writer = CSVWriter(
      header: ["adcode", "name", "level", "residents"]
        + labels.flatMap {
          ["target_residents_\($0)", "wait_quarters_\($0)", "resident_quarters_\($0)"]
        }
        + labels.dropFirst().flatMap {
          ["difference_residents_\($0)", "difference_resident_quarters_\($0)", "verdict_\($0)"]
        })
    for county in counties {
      var cells: [CSVCell] = [
        .text(county.adcode), .text(county.name), .text(county.isCity ? "city" : "county"),
        .integer(county.residents),
      ]
      for outcome in county.outcomes {
        cells += [
          .integer(outcome.targetResidents),
          outcome.waitQuarters.map { .decimal($0, decimals: 3) } ?? .empty,
          .integer(outcome.residentQuarters),
        ]
      }
      for run in runs.indices.dropFirst() {
        cells += [
          .integer(county.outcomes[run].targetResidents - county.outcomes[0].targetResidents),
          .integer(county.difference(run)), .text(county.verdict(run).rawValue),
        ]
      }
      writer.append(cells)
    }
    return writer.bytes
  }

  /// `compare.geojson`: counties as polygons. A district without a seat of its own has the figures of
  /// its city (property `city`), which stand on each of the city's districts.
  public func geoJSON() throws(UserError) -> [UInt8] {
    var writer = try GeoJSONWriter(members: LayerMembers.named("compare"))
    for (unit, county) in zip(units, CountyComparison.drawn(runs, units)) {
      var properties: JSONObject = [
        "adcode": .string(unit.adcode), "name": .string(unit.name),
        "city": county.isCity ? unit.parent.map { .string($0) } ?? .null : .null,
        "residents": .int(county.residents),
      ]
      for member in figures(of: county) { properties.append(member.key, member.value) }
      try writer.write(GeoJSONFeature(geometry: unit.polygon, properties: properties))
    }
    return try writer.finish()
  }

  /// A county's figures, one after the other with the run's label.
  private func figures(of county: CountyComparison) -> JSONObject {
    var figures = JSONObject()
    for (run, outcome) in zip(runs, county.outcomes) {
      figures.append("target_residents_\(run.label)", .int(outcome.targetResidents))
      figures.append(
        "wait_quarters_\(run.label)",
        outcome.waitQuarters.map { .rounded($0, decimals: 3) } ?? .null)
      figures.append("resident_quarters_\(run.label)", .int(outcome.residentQuarters))
    }
    for run in runs.indices.dropFirst() {
      let label = runs[run].label
      figures.append(
        "difference_residents_\(label)",
        .int(county.outcomes[run].targetResidents - county.outcomes[0].targetResidents))
      figures.append("difference_resident_quarters_\(label)", .int(county.difference(run)))
      figures.append("verdict_\(label)", .string(county.verdict(run).rawValue))
    }
    return figures
  }

  /// Everything as JSON: runs, measures, quarters, counties; values in the order of the runs.
  public func json() throws(UserError) -> [UInt8] {
    let value: JSONValue = [
      "runs": .array(
        runs.map { run in
          [
            "run": .string(run.label), "standard": .string(run.standard),
            "scenario": run.scenario.map { .string($0) } ?? .null,
            "groups": .array(run.groups.map { .string($0.rawValue) }),
            "from": .string(run.from.description), "until": .string(run.until.description),
          ]
        }),
      "measures": .array(
        Measure.all.map { measure in
          [
            "measure": .string(measure.key),
            "values": .array(runs.map { measure.value(of: $0).json }),
          ]
        }),
      "quarters": .array(
        quarters.map { quarter in
          .object(
            JSONObject(
              [("quarter", .string(quarter.description))]
                + series.map { key, value in
                  (key, .array(runs.map { .int(value($0, quarter)) }))
                }))
        }),
      "counties": .array(
        counties.map { county in
          var members: JSONObject = [
            "adcode": .string(county.adcode), "name": .string(county.name),
            "level": .string(county.isCity ? "city" : "county"),
            "residents": .int(county.residents),
          ]
          for member in figures(of: county) { members.append(member.key, member.value) }
          return .object(members)
        }),
    ]
    return try value.serialized(pretty: true)
  }
}
