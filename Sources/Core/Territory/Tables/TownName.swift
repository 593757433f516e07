/// The name of a town as names are compared: offices left out, and without what kind of unit it is.
enum TownName {
  private static let kinds = ["街道", "地区", "苏木", "镇", "乡"]

  /// `东华门街道办事处` is 东华门街道.
  static func plain(_ name: String) -> String {
    let text = name.filter { $0 != " " && $0 != "\u{3000}" }
    for kind in ["街道", "地区", "镇", "乡"] where text.hasSuffix(kind + "办事处") {
      return String(text.dropLast(3))
    }
    return text.hasSuffix("办事处") ? text.dropLast(3) + "街道" : text
  }

  /// `东华门街道` is 东华门, as a township made a town keeps its name. A name of one character stays whole.
  static func stem(_ plain: String) -> String {
    for kind in kinds where plain.hasSuffix(kind) {
      let stem = plain.dropLast(kind.count)
      return stem.count > 1 ? String(stem) : plain
    }
    return plain
  }
}
