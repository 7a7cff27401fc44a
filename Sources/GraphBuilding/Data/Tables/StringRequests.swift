import GraphModel

/// The strings that one piece of a file asks a ``StringPool`` for. Number 0 is the empty string.
final class StringRequests: @unchecked Sendable {
  struct Request: BitwiseCopyable, Sendable {
    var hash: UInt64
    nonisolated(unsafe) var start: UnsafePointer<UInt8>
    /// The length, and in the highest bit whether the string was new.
    var lengthAndNew: UInt32
    /// The string's number, once it is known.
    var result: UInt32 = 0

    var length: Int { Int(lengthAndNew & 0x7fff_ffff) }
    var isNew: Bool { lengthAndNew >> 31 != 0 }
    mutating func markNew() { lengthAndNew |= 0x8000_0000 }

    init(hash: UInt64, start: UnsafePointer<UInt8>, length: Int) {
      self.hash = hash
      self.start = start
      lengthAndNew = UInt32(truncatingIfNeeded: length) & 0x7fff_ffff
    }
  }

  @exclusivity(unchecked) var requests = Pile<Request>(minimumCapacity: 1024)
  /// The numbers of the requests, by partition.
  @exclusivity(unchecked) private var order = Pile<UInt32>(minimumCapacity: 1024)
  private var bounds = [Int](repeating: 0, count: StringTable.partitionCount + 1)

  init() {}

  var count: Int { requests.count }

  /// Forgets everything, and keeps the memory.
  func removeAll() {
    requests.truncate(to: 0)
    order.truncate(to: 0)
  }

  /// Asks for a string, whose bytes must stay where they are until it is interned.
  ///
  /// - Returns: the number of the request, from 1; 0 for the empty string.
  @inline(__always) func add(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    add(text, hash: ByteHash.hash(text))
  }

  /// Asks for a string of which the hash is known.
  @inline(__always) func add(
    _ text: UnsafeBufferPointer<UInt8>, hash: UInt64
  ) -> UInt32 {
    guard let start = text.baseAddress, !text.isEmpty else { return 0 }
    requests.append(Request(hash: hash, start: start, length: text.count))
    return UInt32(truncatingIfNeeded: requests.count)
  }

  /// Names a string that is known.
  func add(_ text: UnsafeBufferPointer<UInt8>, knownAs index: StringIndex) {
    let number = add(text)
    if number != 0 { requests.base[Int(number) - 1].result = index }
  }

  /// The bytes that were asked for.
  func text(_ number: UInt32) -> UnsafeBufferPointer<UInt8> {
    guard number > 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    let request = requests[Int(number) - 1]
    return UnsafeBufferPointer(start: request.start, count: request.length)
  }

  func hash(_ number: UInt32) -> UInt64 {
    number == 0 ? 0 : requests[Int(number) - 1].hash
  }

  /// The index of the string, once the round is answered.
  @inline(__always) func answer(_ number: UInt32) -> StringIndex {
    number == 0 ? 0 : requests[Int(number) - 1].result
  }

  /// Whether this request was the first ever for its string.
  @inline(__always) func isNew(_ number: UInt32) -> Bool {
    number != 0 && requests[Int(number) - 1].isNew
  }

  /// Sorts the requests by partition; call it when all are added.
  func sort() {
    for number in 0..<bounds.count { bounds[number] = 0 }
    for number in 0..<requests.count { bounds[partition(number) + 1] += 1 }
    for number in 1..<bounds.count { bounds[number] += bounds[number - 1] }
    order.extend(to: requests.count)
    var next = bounds
    for number in 0..<requests.count {
      let partition = partition(number)
      order[next[partition]] = UInt32(truncatingIfNeeded: number)
      next[partition] += 1
    }
  }

  private func partition(_ number: Int) -> Int {
    Int(truncatingIfNeeded: requests[number].hash >> StringTable.partitionShift)
  }

  func range(ofPartition number: Int) -> Range<Int> { bounds[number]..<bounds[number + 1] }

  func sorted(_ position: Int) -> UnsafeMutablePointer<Request> {
    requests.base + Int(order[position])
  }

  func resolve(_ firsts: [UInt32]) {
    for number in 0..<requests.count {
      let result = requests[number].result
      if result & StringTable.provisional != 0 {
        (requests.base + number).pointee.result =
          firsts[partition(number)] + (result & ~StringTable.provisional)
      }
    }
  }
}
