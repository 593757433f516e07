/// Texts that are named by number, each once.
struct TextNumbers {
  private(set) var all = [""]
  private var numbers = ["": 0]

  mutating func number(_ text: String) -> Int {
    if let known = numbers[text] { return known }
    numbers[text] = all.count
    all.append(text)
    return all.count - 1
  }
}
