import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct SourceTextTests {
  /// Lines and columns count scalars from 1, offsets from 0: é is one scalar of two bytes, 𝄞 one of
  /// four.
  @Test(arguments: [
    (0, 1, 1, 0), (1, 1, 2, 1), (3, 1, 3, 2), (4, 2, 1, 3), (8, 2, 2, 4), (9, 2, 3, 5),
  ])
  func countsScalars(byte: Int, line: Int, column: Int, offset: Int) {
    let source = SourceText(name: "f", bytes: Array("a\u{e9}\n\u{1d11e}b".utf8))
    #expect(source.location(of: byte) == SourceLocation(file: "f", line: line, column: column))
    #expect(source.scalarOffset(of: byte) == offset)
  }

  @Test func countsAcrossItsMarks() {
    let text = String(repeating: "\u{e9}x", count: 1000)
    let source = SourceText(name: "f", bytes: Array(text.utf8))
    #expect((0...1000).allSatisfy { source.scalarOffset(of: $0 * 3) == $0 * 2 })
  }

  @Test func hasOneLineWhereThereIsNoText() {
    let source = SourceText(name: "f", bytes: [])
    #expect(source.location(of: 0) == SourceLocation(file: "f", line: 1, column: 1))
    #expect(source.lineRange(0).isEmpty)
  }

  @Test(
    arguments: [
      ([0xef, 0xbb, 0xbf, 0x61], "a", TextEncoding.utf8),
      ([0xff, 0xfe, 0x61, 0x00, 0xe9, 0x00], "a\u{e9}", .utf16LittleEndian),
      ([0xfe, 0xff, 0x00, 0x61], "a", .utf16BigEndian),
      ([0x61, 0, 0x62, 0, 0x63, 0, 0x64, 0, 0x65, 0], "abcde", .utf16LittleEndian),
      ([0x63, 0x61, 0x66, 0xe9, 0x92, 0x73], "caf\u{e9}\u{2019}s", .windows1252),
      ([0xc3, 0xa9, 0xc3, 0xa8, 0xff], "\u{e9}\u{e8}\u{fffd}", .utf8),
      ([0x61, 0x00, 0x62], "a\u{fffd}b", .utf8),
      ([], "", .utf8),
    ] as [([UInt8], String, TextEncoding)])
  func decodesWhatItMeets(bytes: [UInt8], text: String, encoding: TextEncoding) {
    let decoded = TextDecoding.decode(bytes)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
    #expect(decoded.encoding == encoding)
  }
}
