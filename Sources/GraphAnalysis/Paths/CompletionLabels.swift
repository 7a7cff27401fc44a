/// The labels of a search: what it costs to reach a state, and whether that is settled.
///
/// The labels of a state form a list, newest first. Emptying is O(1).
///
/// - Complexity: O(1) time and space for each label; the labels of one state are looked through one
///   by one, of which there are few.
struct CompletionLabels {
  struct Label {
    var state: Int
    var cost: PathCost
    /// The label of the same state that was made before; −1 for none.
    var next: Int
    var isClosed = false
    /// Whether it is on a best completion.
    var isOnBest = false
  }

  private var labels: [Label] = []
  /// The newest label of each state; nil where no state can be reached.
  private let newestOfState: SearchSpace<Int>?
  /// Whether a label must be as good in both numbers of the cost to make another superfluous.
  private let keepsParetoSet: Bool

  init(_ space: SearchSpace<Int>?, keepsParetoSet: Bool) {
    newestOfState = space
    self.keepsParetoSet = keepsParetoSet
  }

  var hasNoStates: Bool { newestOfState == nil }

  subscript(number: Int) -> Label {
    get { labels[number] }
    _modify { yield &labels[number] }
  }

  /// Begins a new search.
  mutating func removeAll() {
    labels.removeAll(keepingCapacity: true)
    newestOfState?.map.removeAll()
  }

  /// Adds a label to a state and gives its number.
  mutating func add(_ state: Int, _ cost: PathCost) -> Int {
    let number = labels.count
    labels.append(Label(state: state, cost: cost, next: newest(state)))
    newestOfState?.map.set(state, number)
    return number
  }

  /// The newest label of a state; −1 for none.
  @inline(__always)
  func newest(_ state: Int) -> Int { newestOfState?.map[state, default: -1] ?? -1 }

  @inline(__always)
  private func beats(_ a: PathCost, _ b: PathCost) -> Bool {
    keepsParetoSet ? a.dominates(b) : a <= b
  }

  /// Whether a state has a label that makes one of this cost superfluous.
  func contains(_ state: Int, asGoodAs cost: PathCost) -> Bool {
    var number = newest(state)
    while number >= 0 {
      let label = labels[number]
      if beats(label.cost, cost) { return true }
      number = label.next
    }
    return false
  }

  /// Whether a label was made superfluous by one that was settled since.
  func isBeaten(_ number: Int) -> Bool {
    let label = labels[number]
    var other = newest(label.state)
    while other >= 0 {
      let rival = labels[other]
      if rival.isClosed, beats(rival.cost, label.cost) { return true }
      other = rival.next
    }
    return false
  }

  /// The settled label of a state with exactly this cost; −1 for none.
  func closed(_ state: Int, _ cost: PathCost) -> Int {
    var number = newest(state)
    while number >= 0 {
      let label = labels[number]
      if label.isClosed, label.cost == cost { return number }
      number = label.next
    }
    return -1
  }
}
