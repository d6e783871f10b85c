import Press

/// The blocks of tickers of the last days, so that they can be laid to stories that begin later.
struct Asides: Sendable {
  /// A block of a ticker that came.
  struct Block: Sendable {
    var article: Article.ID
    /// By its place among those the desk has met.
    var outlet: UInt32
    /// Its first and last paragraph, by their anchors.
    var anchors: ClosedRange<Int>
    var moment: Moment
    var arrived: Int64
    /// Whether a story has it.
    var isAttached = false
  }

  private var index = TraceIndex()
  /// By slot of the index.
  private var blocks: [Block?] = []
  private var sums = TraceIndex.Sums()

  /// Blocks that are kept at most.
  private static let most = 4_096
  /// Blocks that are asked about one article.
  private static let asked = 8

  /// The block of a number; nil for one that has gone.
  subscript(number: Int) -> Block? {
    number >= index.oldest && number < index.next ? blocks[index.slot(number)] : nil
  }

  /// Keeps a block.
  mutating func add(_ block: Block, _ trace: Trace) {
    let number = index.add(trace)
    resize()
    blocks[index.slot(number)] = block
  }

  mutating func setAttached(_ number: Int, _ isAttached: Bool = true) {
    blocks[index.slot(number)]?.isAttached = isAttached
  }

  /// Lets a story's blocks be laid to another.
  mutating func free(_ attachment: Story.Attachment) {
    for number in index.oldest..<index.next {
      guard let block = self[number], block.article == attachment.article,
        attachment.anchors.contains(block.anchors.lowerBound)
      else { continue }
      setAttached(number, false)
    }
  }

  /// Lets the blocks of an article go; answers whether it had any.
  mutating func remove(_ article: Article.ID) -> Bool {
    var hadAny = false
    for number in index.oldest..<index.next where self[number]?.article == article {
      blocks[index.slot(number)] = nil
      hadAny = true
    }
    return hadAny
  }

  /// Whether all blocks are of outlets before one.
  func areOutlets(below limit: Int) -> Bool {
    blocks.allSatisfy { Int($0?.outlet ?? 0) < limit }
  }

  /// Lets go what came before a time, and what is too much.
  mutating func letGo(before time: Int64) {
    while index.count > 0 {
      if let block = self[index.oldest], block.arrived >= time, index.count <= Self.most { return }
      blocks[index.slot(index.oldest)] = nil
      index.dropOldest()
    }
  }

  /// The blocks no story has that are most like an article, by number.
  mutating func near(_ trace: Trace) -> [Int] {
    guard index.count > 0 else { return [] }
    var work = 0
    index.findNear(trace, sums: &sums, work: &work)
    return sums.near
      .filter { $0.event >= JoinBars.dated.joinLarge && self[$0.article]?.isAttached == false }
      .sorted { ($0.event, $1.article) > ($1.event, $0.article) }
      .prefix(Self.asked).map(\.article)
  }

  /// A block's words.
  func trace(_ number: Int) -> Trace { index.trace(number) }

  private mutating func resize() {
    guard blocks.count != index.slots else { return }
    let before = blocks
    blocks = Array(repeating: nil, count: index.slots)
    let numbers = index.oldest..<index.next - 1
    for number in numbers { blocks[index.slot(number)] = before[number & (before.count - 1)] }
  }
}

extension Asides {
  func write(to writer: inout DeskWriter) {
    index.write(to: &writer)
    writer.put(list: index.oldest..<index.next) { writer, number in
      guard let block = self[number] else {
        writer.put(0)
        return
      }
      writer.put(1)
      writer.put(block.article)
      writer.put(block.outlet)
      writer.put(block.anchors.lowerBound)
      writer.put(block.anchors.upperBound)
      block.moment.write(to: &writer)
      writer.put(Int(block.arrived))
      writer.put(block.isAttached ? 1 : 0)
    }
  }

  /// Nil where the bytes are no blocks.
  init?(from reader: inout DeskReader) {
    guard let index = TraceIndex(from: &reader) else { return nil }
    self.index = index
    blocks = Array(repeating: nil, count: index.slots)
    let read = reader.list { reader -> Block? in
      guard reader.int() == 1 else { return nil }
      let article = reader.string()
      let outlet = reader.uint32()
      let first = reader.int()
      let last = max(first, reader.int())
      return Block(
        article: article, outlet: outlet, anchors: first...last, moment: Moment(from: &reader),
        arrived: Int64(reader.int()), isAttached: reader.int() == 1)
    }
    guard !reader.isBroken, read.count == index.count else { return nil }
    for (place, block) in read.enumerated() { blocks[index.slot(index.oldest + place)] = block }
  }
}
