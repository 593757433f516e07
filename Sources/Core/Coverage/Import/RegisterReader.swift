import Territory

/// What is the same for every block of a register's rows.
struct RegisterReader: Sendable {
  let table: DelimitedTable
  let words: RegisterWords
  let rules: RegisterRules
  let scanner: FieldScanner
  /// What holds for rows without a cell of their own, one after the other, and where each field's stands.
  let constants: [UInt8]
  let constantRanges: [Range<Int>]
  let has: [Bool]

  init(_ table: DelimitedTable, _ map: ColumnMap, _ rules: RegisterRules) {
    self.table = table
    self.rules = rules
    words = RegisterWords(map, rules)
    let columns = RegisterField.allCases.map { map.indices[$0.name] }
    scanner = FieldScanner(delimiter: table.delimiter, columns: columns)
    var constants: [UInt8] = []
    constantRanges = RegisterField.allCases.map { field in
      let start = constants.count
      constants += Array((map.constants[field.name] ?? "").utf8)
      return start..<constants.count
    }
    self.constants = constants
    has = zip(columns, constantRanges).map { $0 != nil || !$1.isEmpty }
  }

  func has(_ field: RegisterField) -> Bool { has[field.place] }

  func hasConstant(_ field: RegisterField) -> Bool { !constantRanges[field.place].isEmpty }

  /// Reads the rows of a block; lines count from 0.
  func read(_ range: Range<Int>) -> RegisterBlock {
    table.bytes.withUnsafeBufferPointer { text in
      constants.withUnsafeBufferPointer { constants in
        var block = RegisterBlock(self, text, constants)
        block.read(range)
        return block
      }
    }
  }
}
