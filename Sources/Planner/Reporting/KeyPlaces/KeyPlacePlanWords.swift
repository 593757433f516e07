/// Texts on key places of a plan, in both languages.
enum KeyPlacePlanWords: String, CaseIterable {
  case answer, note
  case served, planned, outside, unreachable, spared, notBuilt

  var translation: Translation {
    switch self {
    case .answer:
      Translation(
        "重点场所（{0}）：{1} 处中现状 {2} 处达标，规划全部建成后 {3} 处，进度安排期末 {4} 处；为关键点位另设 {5} 个建设包，共 {6}。",
        "Key places ({0}): of {1}, {2} are covered as things stand, {3} with every package built, {4} by the end of the schedule; {5} packages for key points alone, {6}."
      )
    case .note:
      Translation(
        "重点场所不改变聚落的状态。同一覆盖问题同时选定各状态与关键点位所需站点；各状态不需要的站点归入 key-places 建设包，在其他建设包之后。",
        "Key places change no settlement's status. Stations for statuses and key points are chosen as one problem; those that no status needs are a package key-places, after the others."
      )
    case .served: Translation("现状已服务", "served as things stand")
    case .planned: Translation("由规划站点服务", "served by planned stations")
    case .outside:
      Translation("在所有聚落之外，不为其建站", "outside all settlements, not built for")
    case .unreachable:
      Translation("所在聚落没有候选站点的主载波可达", "out of reach of the main carrier of every candidate there")
    case .spared:
      Translation("标准要求的占比无需此场所", "not needed for the standard's share of places")
    case .notBuilt:
      Translation(
        "所需站点无法建成（SS-SINR 会使状态下降）", "stations cannot be built, as SS-SINR would cost a status")
    }
  }

  func text(_ language: Language, _ values: [String] = []) -> String {
    translation.text(language, values)
  }

  static func text(of outcome: KeyPointOutcome, _ language: Language) -> String {
    let word: KeyPlacePlanWords =
      switch outcome {
      case .served: .served
      case .planned: .planned
      case .outside: .outside
      case .unreachable: .unreachable
      case .spared: .spared
      case .notBuilt: .notBuilt
      }
    return word.text(language)
  }
}
