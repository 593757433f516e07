import Coverage
import Geometry
import Territory

/// The maps of a comparison: what the script draws from, and pictures for paper and where no script runs.
struct ComparisonMap {
  private let comparison: Comparison
  private let language: Language
  private let territory: MapTerritory
  private let shapes: MapShapes
  private let units: [AdministrativeUnit]
  private let positions: [String: Coordinate]

  /// Runs beside the base that are drawn on paper.
  private static let mostPictures = 3

  /// - Throws: what the readers of settlements and boundaries throw.
  init(
    _ comparison: Comparison, _ language: Language, sources: ComparisonSources
  ) throws(UserError) {
    self.comparison = comparison
    self.language = language
    let territory = MapTerritory(
      gazetteer: sources.gazetteer, regions: comparison.runs[0].regions)
    self.territory = territory
    shapes = try MapShapes(territory, boundaries: sources.boundaries)
    units = territory.gazetteer.units.filter {
      $0.level < .town && territory.includes($0.adcode)
    }
    positions = try ComparedPositions.read(in: comparison.folder)
  }

  private func words(_ word: ComparisonWords, _ values: [String] = []) -> String {
    word.text(language, values)
  }

  /// What is drawn, as one JSON value: frame, what each run says of the settlements, words.
  var value: JSONValue {
    let base = comparison.runs[0]
    var residents: [String: Int] = [:]
    var settlements: [String: Int] = [:]
    for place in base.places {
      for adcode in holders(of: place) {
        residents[adcode, default: 0] += place.population
        settlements[adcode, default: 0] += 1
      }
    }
    let units = MapUnits(
      units.map {
        MapUnits.Entry(
          unit: $0, residents: residents[$0.adcode] ?? 0,
          settlements: settlements[$0.adcode] ?? 0)
      })
    let places = MapPlaces(
      base.places.map { place in
        MapPlaces.Entry(
          id: place.settlement, name: place.name, kind: place.kind,
          unit: units.number(
            place.kind, county: place.county, prefecture: place.prefecture,
            province: province(of: place)),
          position: positions[place.settlement], residents: place.population)
      })
    let frame = MapFrame(
      shapes: shapes, units: units, places: places, quarters: comparison.quarters)
    var members = frame.members(language)
    members.append("start", .int(start))
    members.append("runs", .array(comparison.runs.map(run)))
    members.append("words", .object(shownWords))
    return .object(members)
  }

  /// Where the maps begin: the quarter in which the runs are farthest apart, counted from 1.
  private var start: Int {
    let gaps = comparison.quarters.map { quarter in
      let residents = comparison.runs.map { $0.targetResidents(at: quarter) }
      return (residents.max() ?? 0) - (residents.min() ?? 0)
    }
    return (gaps.indices.max { (gaps[$0], $1) < (gaps[$1], $0) } ?? 0) + 1
  }

  /// The unit that a place counts in, and those above it.
  private func holders(of place: ComparedPlace) -> [String] {
    let own = place.kind == .city ? place.prefecture : place.county ?? place.prefecture
    let line = territory.gazetteer.lineage(of: own ?? place.settlement)
    return line.isEmpty ? [province(of: place)] : line
  }

  private func province(of place: ComparedPlace) -> String {
    String((place.prefecture ?? place.county ?? place.settlement).prefix(2)) + "0000"
  }

  /// A run's label, and of each settlement the status before the plan, the target, stations and yuan of its
  /// scheduled packages, and when it rises.
  private func run(_ run: ComparedRun) -> JSONValue {
    var packed = PackedNumbers()
    for place in run.places {
      packed.append(place.before.rank)
      packed.append(place.target.rank)
      packed.append(place.stations)
      packed.append(place.spentYuan)
      packed.append(place.rises.count)
      for rise in place.rises {
        packed.append(rise.quarter.index - comparison.from.index)
        packed.append(rise.status.rank)
      }
    }
    return ["label": .string(run.label), "figures": .string(packed.base64)]
  }

  private var shownWords: JSONObject {
    let shared: [PageWords] = [
      .play, .pause, .now, .searchNothing, .noData, .byStatus, .status, .legend, .notDrawn,
      .inside, .people,
    ]
    return JSONObject(
      shared.map { ($0.rawValue, .string($0.text(language))) }
        + ComparisonWords.map.map { ($0.rawValue, .string($0.text(language))) })
  }

  /// Two maps in step with their controls, and the pictures.
  var markup: Markup {
    let controls = MapControls(language: language)
    let maps = [0, 1].map { index in
      Markup.element(
        "div", ["class": "map-side"],
        [
          .element(
            "label", [:],
            [.element("span", [:], text: words(.shows)), choices(index)]),
          controls.frame(
            "map-\(index + 1)", alternative: words(.alternative, [String(index + 1)])),
        ])
    }
    let pair = Markup.all([
      .element("div", ["class": "map-pair"], maps),
      .element("p", ["class": "note"], text: words(.help)),
    ])
    return .all([controls.markup(pair, share: words(.byShare)), pictures])
  }

  /// What a map can show: every run, and the differences of every other run from the base.
  private func choices(_ map: Int) -> Markup {
    let runs = comparison.runs
    var options: [(value: String, text: String)] = runs.enumerated().map {
      ("run-\($0)", $0 == 0 ? words(.base, [$1.label]) : $1.label)
    }
    for run in runs.indices.dropFirst() {
      let pair = [runs[run].label, runs[0].label]
      options.append(("status-\(run)", words(.statusDifference, pair)))
      options.append(("time-\(run)", words(.timeDifference, pair)))
    }
    return .element(
      "select", ["id": "map-\(map + 1)-shows", "class": "map-shows"],
      options.map { option in
        let tag = PageText.tag(option.text) ?? "en"
        return option.value == "run-\(map)"
          ? .element(
            "option", ["value": option.value, "lang": tag, "selected": ""], text: option.text)
          : .element("option", ["value": option.value, "lang": tag], text: option.text)
      })
  }

  private var pictures: Markup {
    let picture = MapPicture(territory, shapes: shapes)
    let base = ComparedUnits(comparison.runs[0], units, from: comparison.from)
    func planned(_ run: Int, _ units: ComparedUnits) -> (title: Markup, drawing: Markup) {
      let title = words(.planned, [comparison.runs[run].label])
      return (
        PageText.spoken(title, language),
        picture.svg(id: "still-\(run)", title: title, statuses: units.statuses)
      )
    }
    var pictures = [planned(0, base)]
    for run in comparison.runs.indices.dropFirst().prefix(Self.mostPictures) {
      let other = ComparedUnits(comparison.runs[run], units, from: comparison.from)
      let pair = [comparison.runs[run].label, comparison.runs[0].label]
      let title = words(.timeDifference, pair)
      pictures.append(planned(run, other))
      pictures.append(
        (
          PageText.spoken(title, language),
          picture.svg(
            id: "still-time-\(run)", title: title, looks: ComparedUnits.looks,
            numbers: other.differences(from: base))
        ))
    }
    let differences: [ComparisonWords] = [.later2, .later1, .same, .sooner1, .sooner2]
    return MapControls.still(
      keys: MapControls.statusKeys(language)
        + zip(ComparedUnits.looks, differences).map { ($0, words($1)) }.reversed(),
      pictures: pictures)
  }
}
