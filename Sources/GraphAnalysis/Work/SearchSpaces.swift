import Synchronization

/// The maps that searches on one graph use, kept from search to search.
///
/// A thousand questions to a graph of millions of nodes allocate as many maps as one question needs
/// at a time. Maps of fewer keys than are wanted are let go.
final class SearchSpaces: Sendable {
  private let idle = Mutex<[any AnyObject & Sendable]>([])
  /// No more maps than this wait for the next search.
  private static let most = 16

  /// An empty map for at least this many keys, which comes back when the lease ends.
  func lease<Value: BitwiseCopyable & Sendable>(
    _ type: Value.Type, count: Int
  ) -> SearchSpace<Value> {
    let kept = idle.withLock { maps -> StampedMap<Value>? in
      guard
        let place = maps.lastIndex(where: { ($0 as? StampedMap<Value>)?.count ?? -1 >= count })
      else { return nil }
      return maps.remove(at: place) as? StampedMap<Value>
    }
    kept?.removeAll()
    return SearchSpace(kept ?? StampedMap(count: count), of: self)
  }

  fileprivate func takeBack<Value: BitwiseCopyable & Sendable>(_ map: StampedMap<Value>) {
    idle.withLock { maps in
      if maps.count >= Self.most { maps.removeFirst() }
      maps.append(map)
    }
  }
}

/// A map for as long as a search lives.
final class SearchSpace<Value: BitwiseCopyable & Sendable>: Sendable {
  let map: StampedMap<Value>
  private let spaces: SearchSpaces

  fileprivate init(_ map: StampedMap<Value>, of spaces: SearchSpaces) {
    self.map = map
    self.spaces = spaces
  }

  deinit { spaces.takeBack(map) }
}
