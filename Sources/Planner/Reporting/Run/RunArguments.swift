/// The arguments of a run, as they were given.
public enum RunArguments {
  /// Options that bear on where and how fast, not on what comes out.
  private static let withoutBearing = ["--threads", "--output", "-o", "--pdf"]

  /// The arguments without the number of threads, the folder written to and the PDF beside it: two runs that differ in
  /// nothing else have the same bytes in their manifest.
  public static func bearing(_ arguments: [String]) -> [String] {
    var kept: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if withoutBearing.contains(argument) {
        index += 1
      } else if !withoutBearing.contains(where: { argument.hasPrefix("\($0)=") }) {
        kept.append(argument)
      }
    }
    return kept
  }
}
