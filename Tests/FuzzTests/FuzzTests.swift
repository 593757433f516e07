import Foundation
import Geometry
import TestSupport
import Testing

/// Broken files: a reader refuses with a code or reads something that is right; it never crashes.
///
/// A hundred files each in every run. `tools/test --fuzz SECONDS` gives every reader so many seconds from a seed of its
/// own; the file that a reader did not survive is left in the folder that is printed.
@Suite struct FuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let seconds = environment["DEEPREACH_FUZZ_SECONDS"].flatMap(Double.init)
  private static let seed = environment["DEEPREACH_FUZZ_SEED"].flatMap(UInt64.init) ?? 1

  @Test(arguments: FuzzTargets.all)
  func aBrokenFileIsRefusedOrReadRight(target: FuzzTarget) throws {
    #expect(!target.seeds.isEmpty)
    let scratch = try Scratch()
    let path = scratch.path(target.file)
    for seed in target.seeds {
      try Data(seed).write(to: URL(fileURLWithPath: path))
      let problem = try? target.read(seed, path)
      #expect(problem == nil, "\(target.name): \(problem ?? "")")
    }
    let kept = Self.environment["DEEPREACH_FUZZ_FOLDER"].map {
      $0 + "/" + target.name.replacingOccurrences(of: " ", with: "-") + "." + target.file
    }
    let end = Self.seconds.map { ContinuousClock.now + .seconds($0) }
    var mutator = ByteMutator(seed: Self.seed)
    var files = 0
    var refused: [String: Int] = [:]
    while end.map({ ContinuousClock.now < $0 }) ?? (files < 100) {
      let bytes = mutator.mutated(target.seeds[files % target.seeds.count])
      files += 1
      let data = Data(bytes)
      try data.write(to: URL(fileURLWithPath: path))
      if let kept { try data.write(to: URL(fileURLWithPath: kept)) }
      do {
        if let problem = try target.read(bytes, path) {
          Issue.record("\(target.name), seed \(Self.seed), file \(files): \(problem)")
          return
        }
      } catch {
        refused[error.code, default: 0] += 1
        #expect(error.code.hasPrefix("DR-") && !error.problem.isEmpty)
      }
    }
    if let kept { try? FileManager.default.removeItem(atPath: kept) }
    if Self.seconds != nil {
      let codes = refused.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      print("\(target.name): \(files) files, \(codes.joined(separator: ", "))")
    }
  }

  @Test func mutationsAreTheSameForASeed() {
    var one = ByteMutator(seed: 7)
    var other = ByteMutator(seed: 7)
    let file = Array("lon,lat\n1,2\n".utf8)
    for _ in 0..<50 { #expect(one.mutated(file) == other.mutated(file)) }
  }
}
