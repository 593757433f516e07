import Coverage
import Geometry
import Territory

/// The tables of a comparison's page: a row for every measure, county and run.
struct ComparedTables {
  private let comparison: Comparison
  private let language: Language

  init(_ comparison: Comparison, _ language: Language) {
    self.comparison = comparison
    self.language = language
  }

  private var runs: [ComparedRun] { comparison.runs }

  private func words(_ word: ComparisonWords, _ values: [String] = []) -> String {
    word.text(language, values)
  }

  /// What decides, a row a run: coverage, money and dates.
  var first: Markup {
    let shown = measures.filter { measure in
      switch measure {
      case .settlements(_, let status): status == .deep
      case .targetResidents, .spentYuan, .halfOfResidents: true
      default: false
      }
    }
    return table(
      [Cell(words(.run), isNumber: false)] + shown.map { Cell($0.title(language)) },
      runs.map { run in
        [Cell(run.label, isNumber: false)] + shown.map { Cell($0.value(of: run).text(language)) }
      })
  }

  /// Every measure, a column a run.
  var all: Markup {
    table(
      [Cell(Message.measure.text(language), isNumber: false)] + runs.map { Cell($0.label) },
      measures.map { measure in
        [Cell(measure.title(language), isNumber: false)]
          + runs.map { Cell(measure.value(of: $0).text(language)) }
      })
  }

  /// Those of kinds of settlement that there are.
  private var measures: [Measure] {
    let kinds = Set(runs.flatMap { $0.places.map(\.kind) })
    return Measure.all.filter { $0.kind.map(kinds.contains) ?? true }
  }

  /// Counties and cities, from the greatest winner of the first run beside the base to the greatest loser.
  var counties: Markup {
    let others = Array(runs.indices.dropFirst())
    var header = [Cell(Message.unit.text(language), isNumber: false)]
    header.append(Cell(Message.population.text(language)))
    for run in others {
      header.append(Cell(Message.verdict.text(language) + " · " + runs[run].label, isNumber: false))
      header.append(Cell(Message.residentYears.text(language) + " · " + runs[run].label))
    }
    for run in runs {
      header.append(Cell(Message.targetResidents.text(language) + " · " + run.label))
      header.append(Cell(words(.wait, [run.label])))
    }
    let order = comparison.counties.sorted { one, other in
      for run in others where one.difference(run) != other.difference(run) {
        return one.difference(run) > other.difference(run)
      }
      return one.adcode == other.adcode
        ? one.isCity && !other.isCity
        : one.adcode.utf8.lexicographicallyPrecedes(other.adcode.utf8)
    }
    return table(header, order.map { row($0, others) }, class: "sortable")
  }

  private func row(_ county: CountyComparison, _ others: [Int]) -> [Cell] {
    let name = county.name + (county.isCity ? " · " + words(.district) : "")
    var cells = [Cell(name, isNumber: false), Cell(DecimalText.grouped(county.residents))]
    for run in others {
      let years = Int((Double(county.difference(run)) / 4).rounded())
      cells.append(Cell(Message(county.verdict(run)).text(language), isNumber: false))
      cells.append(Cell(DecimalText.grouped(years)))
    }
    for outcome in county.outcomes {
      cells.append(Cell(DecimalText.grouped(outcome.targetResidents)))
      cells.append(
        Cell(outcome.waitQuarters.map { DecimalText.fixed($0, decimals: 1) } ?? "–"))
    }
    return cells
  }

  /// What each run is.
  var origins: Markup {
    let words: [ComparisonWords] = [
      .run, .standard, .scenario, .firstQuarter, .lastQuarter, .network,
    ]
    return table(
      words.map { Cell(self.words($0), isNumber: false) },
      runs.map { run in
        [
          run.label, run.standard, run.scenario ?? "–", run.from.description,
          run.until.description, run.networkKind.map { Message($0).text(language) } ?? "–",
        ].map { Cell($0, isNumber: false) }
      })
  }

  private struct Cell {
    let text: String
    let isNumber: Bool

    init(_ text: String, isNumber: Bool = true) {
      self.text = text
      self.isNumber = isNumber
    }
  }

  /// A table whose first column names the rows.
  private func table(_ header: [Cell], _ rows: [[Cell]], class look: String = "") -> Markup {
    func line(_ cells: [Cell], isHeader: Bool) -> Markup {
      .element(
        "tr", [:],
        cells.enumerated().map { index, cell in
          let kind = cell.isNumber ? "number" : "text"
          let content = [PageText.spoken(cell.text, language)]
          if isHeader { return .element("th", ["scope": "col", "class": kind], content) }
          return index == 0
            ? .element("th", ["scope": "row", "class": kind], content)
            : .element("td", ["class": kind], content)
        })
    }
    return PageText.scrolling(
      .element(
        "table", ["class": look],
        [
          .element("thead", [:], [line(header, isHeader: true)]),
          .element("tbody", [:], rows.map { line($0, isHeader: false) }),
        ]))
  }
}
