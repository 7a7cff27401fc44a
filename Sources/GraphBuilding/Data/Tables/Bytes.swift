/// Comparing and copying of bytes.
enum Bytes {
  @inline(__always) static func areEqual(
    _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    let (a, b) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
    if count >= 8 {
      var at = 0
      while at + 8 < count {
        if word(a + at) != word(b + at) { return false }
        at += 8
      }
      // The last eight overlap those before them where the length is no multiple of eight.
      return word(a + (count - 8)) == word(b + (count - 8))
    }
    if count >= 4 {
      return a.loadUnaligned(as: UInt32.self) == b.loadUnaligned(as: UInt32.self)
        && (a + (count - 4)).loadUnaligned(as: UInt32.self)
          == (b + (count - 4)).loadUnaligned(as: UInt32.self)
    }
    for at in 0..<count
    where (a + at).load(as: UInt8.self) != (b + at).load(as: UInt8.self) { return false }
    return true
  }
  /// Which of two texts of the same length comes first by its bytes: below 0 the first, above 0 the
  /// second, 0 where they are equal.
  @inline(__always) static func order(
    _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int
  ) -> Int {
    var at = 0
    while at + 8 <= count {
      let (left, right) = (word(UnsafeRawPointer(a + at)), word(UnsafeRawPointer(b + at)))
      if left != right { return left.bigEndian < right.bigEndian ? -1 : 1 }
      at += 8
    }
    if count >= 8 {
      // The last eight overlap those before them, which are equal.
      let (left, right) = (
        word(UnsafeRawPointer(a + (count - 8))), word(UnsafeRawPointer(b + (count - 8)))
      )
      return left == right ? 0 : left.bigEndian < right.bigEndian ? -1 : 1
    }
    while at < count {
      if a[at] != b[at] { return a[at] < b[at] ? -1 : 1 }
      at += 1
    }
    return 0
  }

  @inline(__always) private static func word(_ place: UnsafeRawPointer) -> UInt64 {
    place.loadUnaligned(as: UInt64.self)
  }

  /// Copies bytes, of which most texts have few.
  @inline(__always) static func copy(
    _ from: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ count: Int
  ) {
    guard count >= 8, count <= 32 else {
      target.update(from: from, count: count)
      return
    }
    let (source, place) = (UnsafeRawPointer(from), UnsafeMutableRawPointer(target))
    var at = 0
    while at + 8 < count {
      (place + at).storeBytes(of: word(source + at), as: UInt64.self)
      at += 8
    }
    (place + (count - 8)).storeBytes(of: word(source + (count - 8)), as: UInt64.self)
  }
}
