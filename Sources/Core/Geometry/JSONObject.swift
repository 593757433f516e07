/// Named JSON values in a fixed order: the order they were read or added in.
public struct JSONObject: Hashable, Sendable {
  /// One named value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let key: String
    /// What it stands for.
    public var value: JSONValue

    /// A named value.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The members in order. Names may repeat in what was read; then the last one counts.
  public private(set) var members: [Member]

  /// No members.
  public init() { members = [] }

  /// No members yet, with room for so many.
  init(capacity: Int) {
    members = []
    members.reserveCapacity(capacity)
  }

  /// Members in the order given.
  public init(_ pairs: some Sequence<(String, JSONValue)>) {
    members = pairs.map { Member(key: $0.0, value: $0.1) }
  }

  /// The value of a name. Setting replaces in place or adds at the end; nil removes.
  public subscript(key: String) -> JSONValue? {
    get { members.last { $0.key == key }?.value }
    set {
      guard let newValue else {
        members.removeAll { $0.key == key }
        return
      }
      if let index = members.lastIndex(where: { $0.key == key }) {
        members[index].value = newValue
      } else {
        members.append(Member(key: key, value: newValue))
      }
    }
  }

  /// Adds at the end without looking whether the name is there.
  public mutating func append(_ key: String, _ value: JSONValue) {
    members.append(Member(key: key, value: value))
  }

  /// The names in order.
  public var keys: [String] { members.map(\.key) }
  /// Whether there are no members.
  public var isEmpty: Bool { members.isEmpty }
  /// How many members there are.
  public var count: Int { members.count }
}

extension JSONObject: Sequence {
  /// Goes through the members in order.
  public func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Members in the order written.
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
