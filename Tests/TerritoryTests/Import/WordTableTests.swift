import Territory
import Testing

@Suite struct WordTableTests {
  private func index(_ table: inout WordTable, _ word: String) -> Int32 {
    Array(word.utf8).withUnsafeBufferPointer { table.index(of: $0) }
  }

  @Test func numbersWordsInTheOrderInWhichTheyCome() {
    var table = WordTable()
    #expect(["b", "a", "b", "", "a", ""].map { index(&table, $0) } == [0, 1, 0, 2, 1, 2])
    #expect(table.count == 3)
    #expect(Array(table[0]) == Array("b".utf8))
    #expect(table[2].isEmpty)
  }

  @Test func thousandsOfWordsAreToldApart() {
    var table = WordTable()
    for number in 0..<20_000 { #expect(index(&table, "ue\(number)") == Int32(number)) }
    for number in stride(from: 0, to: 20_000, by: 7) {
      #expect(index(&table, "ue\(number)") == Int32(number))
    }
  }

  @Test func unionGivesTheNumbersAnew() {
    var (one, two) = (WordTable(), WordTable())
    _ = ["x", "y"].map { index(&one, $0) }
    _ = ["z", "y"].map { index(&two, $0) }
    #expect(one.formUnion(two) == [2, 1])
    #expect(one.count == 3)
  }
}
