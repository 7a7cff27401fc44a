/// The block of 512 bytes before each member of a tar archive (POSIX.1-1988 ustar, and the
/// additions of GNU tar and of POSIX.1-2001 "pax").
struct TarHeader {
  static let blockSize = 512

  /// What kind of member follows.
  enum Kind: Hashable {
    case file
    /// The name of the next member, which is too long for its header (GNU).
    case longName
    /// Records about the next member (pax).
    case records
    /// A folder, a link, a device: nothing to read.
    case other
  }

  var name: String
  var size: Int
  var kind: Kind

  /// The header in a block; nil where the checksum or the size is none.
  init?(_ block: UnsafeBufferPointer<UInt8>) {
    guard block.count == Self.blockSize, Self.checks(block),
      let size = Self.number(block[124..<136])
    else { return nil }
    self.size = size
    let isUstar = block[257..<262].elementsEqual("ustar".utf8)
    let prefix = isUstar && block[262] == 0 ? Self.text(block[345..<500]) : ""
    name = (prefix.isEmpty ? "" : prefix + "/") + Self.text(block[0..<100])
    kind =
      switch block[156] {
      case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): .file
      case UInt8(ascii: "L"): .longName
      case UInt8(ascii: "x"): .records
      default: .other
      }
  }

  /// The bytes of the member with the padding after them.
  var paddedSize: Int { (size + Self.blockSize - 1) / Self.blockSize * Self.blockSize }

  /// The sum of all bytes, those of the checksum itself taken for blanks.
  private static func checks(_ block: UnsafeBufferPointer<UInt8>) -> Bool {
    var sum = 0
    for (position, byte) in block.enumerated() {
      sum += (148..<156).contains(position) ? 0x20 : Int(byte)
    }
    return number(block[148..<156]) == sum
  }

  private static func text(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// An octal number, or one in base 256 (GNU); nil where it is neither, or too large for a file.
  private static func number(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let first = field.first else { return nil }
    var value = 0
    if first & 0x80 != 0 {
      value = Int(first & 0x3f)
      if first & 0x40 != 0 { return nil }
      for byte in field.dropFirst() {
        if value >= 1 << 48 { return nil }
        value = value << 8 | Int(byte)
      }
      return value < 1 << 48 ? value : nil
    }
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
    for byte in digits {
      guard (0x30...0x37).contains(byte) else { return nil }
      value = value << 3 | Int(byte - 0x30)
    }
    return value
  }

  /// The name in the records of pax: lines of a length, a key, `=` and a value.
  static func path(inRecords records: UnsafeBufferPointer<UInt8>) -> String? {
    var rest = records[...]
    while let blank = rest.firstIndex(of: 0x20),
      let length = Int(String(decoding: rest[..<blank], as: UTF8.self)), length > 0,
      length <= rest.count, blank < rest.startIndex + length
    {
      let record = rest[rest.index(after: blank)..<(rest.startIndex + length)]
      if record.starts(with: "path=".utf8) {
        return String(decoding: record.dropFirst(5).prefix { $0 != 0x0a }, as: UTF8.self)
      }
      rest = rest[(rest.startIndex + length)...]
    }
    return nil
  }
}
