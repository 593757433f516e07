import Foundation

/// A TIFF put together by hand: little-endian, one strip, any tags one likes, right or wrong.
struct TinyTIFF {
  enum Values {
    case shorts([UInt16])
    case longs([UInt32])
    case doubles([Double])
    case floats([Float])
    case text(String)

    var type: UInt16 {
      switch self {
      case .text: 2
      case .shorts: 3
      case .longs: 4
      case .floats: 11
      case .doubles: 12
      }
    }

    var bytes: [UInt8] {
      switch self {
      case .shorts(let all): all.flatMap { little($0) }
      case .longs(let all): all.flatMap { little($0) }
      case .floats(let all): all.flatMap { little($0.bitPattern) }
      case .doubles(let all): all.flatMap { little($0.bitPattern) }
      case .text(let text): Array(text.utf8) + [0]
      }
    }

    var count: Int {
      switch self {
      case .shorts(let all): all.count
      case .longs(let all): all.count
      case .floats(let all): all.count
      case .doubles(let all): all.count
      case .text(let text): text.utf8.count + 1
      }
    }

    private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
      withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
  }

  var tags: [UInt16: Values]
  var pixels: [UInt8]

  /// Three by two bytes, 1 to 6, a degree each, from 100 east and 30 north.
  init() {
    tags = [
      256: .shorts([3]), 257: .shorts([2]), 258: .shorts([8]), 259: .shorts([1]),
      262: .shorts([1]), 273: .longs([8]), 277: .shorts([1]), 278: .shorts([2]),
      279: .longs([6]), 339: .shorts([1]), 33550: .doubles([1, 1, 0]),
      33922: .doubles([0, 0, 0, 100, 30, 0]),
      34735: .shorts([1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326]),
    ]
    pixels = [1, 2, 3, 4, 5, 6]
  }

  var bytes: [UInt8] {
    var file: [UInt8] = [0x49, 0x49, 42, 0, 0, 0, 0, 0] + pixels
    if file.count % 2 == 1 { file.append(0) }
    var entries: [UInt8] = []
    for (tag, values) in tags.sorted(by: { $0.key < $1.key }) {
      entries += Values.shorts([tag, values.type]).bytes
      entries += Values.longs([UInt32(values.count)]).bytes
      var inline = values.bytes
      if inline.count > 4 {
        entries += Values.longs([UInt32(file.count)]).bytes
        file += inline
        if file.count % 2 == 1 { file.append(0) }
      } else {
        inline += [UInt8](repeating: 0, count: 4 - inline.count)
        entries += inline
      }
    }
    file.replaceSubrange(4..<8, with: Values.longs([UInt32(file.count)]).bytes)
    return file + Values.shorts([UInt16(tags.count)]).bytes + entries + [0, 0, 0, 0]
  }
}
