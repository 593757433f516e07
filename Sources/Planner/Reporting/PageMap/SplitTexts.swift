import Geometry

/// Texts cut in two, each half written once: names and codes that begin with their county and end alike.
struct SplitTexts {
  private var heads = TextNumbers()
  private var tails = TextNumbers()
  private var packed = PackedNumbers()
  private var count = 0

  /// Adds a text.
  ///
  /// - Parameter head: what it may begin with; it is cut behind that.
  mutating func append(_ text: String, behind head: String) {
    let cut = text.hasPrefix(head) ? head : ""
    packed.append(heads.number(cut))
    packed.append(tails.number(String(text.dropFirst(cut.count))))
    count += 1
  }

  /// Heads, tails, and of each text the numbers of both.
  var value: JSONValue {
    [
      "count": .int(count), "heads": .array(heads.all.map { .string($0) }),
      "tails": .array(tails.all.map { .string($0) }), "figures": .string(packed.base64),
    ]
  }
}
