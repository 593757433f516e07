/// How the text of a file was written.
public enum TextEncoding: String, Codable, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// The national standard of China; GBK and GB 2312 are parts of it.
  case gb18030 = "GB18030"
  /// UTF-8 with lines in GB18030 between: files that were put together by hand.
  case mixed = "UTF-8 and GB18030"
}
