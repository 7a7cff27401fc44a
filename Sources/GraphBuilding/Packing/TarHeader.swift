/// The block of 512 bytes before each member of a tar archive (POSIX.1-1988 ustar, and the
/// additions of GNU tar and of POSIX.1-2001 "pax").
package struct TarHeader {
  package static let blockSize = 512

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

  /// The block before a file that is written: readable by all, owned by nobody, without a date.
  ///
  /// - Parameter name: at most a hundred bytes of UTF-8.
  /// - Returns: nil for a longer name.
  package static func block(of name: String, size: Int) -> [UInt8]? {
    guard name.utf8.count <= 100, size >= 0 else { return nil }
    var block = [UInt8](repeating: 0, count: blockSize)
    func write(_ text: String, at start: Int) {
      for (offset, byte) in text.utf8.enumerated() { block[start + offset] = byte }
    }
    func octal(_ value: Int, width: Int) -> String {
      let digits = String(value, radix: 8)
      return String(repeating: "0", count: max(width - digits.count, 0)) + digits
    }
    write(name, at: 0)
    for (start, value) in [(100, 0o644), (108, 0), (116, 0)] {
      write(octal(value, width: 7), at: start)
    }
    if size < 1 << 33 {
      write(octal(size, width: 11), at: 124)
    } else {
      // What eleven octal digits cannot tell is in base 256 (GNU).
      block[124] = 0x80
      for place in 0..<8 { block[135 - place] = UInt8(truncatingIfNeeded: size >> (8 * place)) }
    }
    write(octal(0, width: 11), at: 136)
    block[156] = UInt8(ascii: "0")
    write("ustar", at: 257)
    write("00", at: 263)
    for place in 148..<156 { block[place] = 0x20 }
    let sum = block.reduce(0) { $0 + Int($1) }
    write(octal(sum, width: 6), at: 148)
    block[154] = 0
    return block
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
