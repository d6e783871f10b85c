import Press

extension StoryDesk {
  /// Raised when a desk's bytes mean something else.
  private static let edition: UInt64 = 0x5052_4553_5344_0007

  /// The desk as bytes; one made of them goes on as this one would have.
  package func encode() -> [UInt8] {
    var writer = DeskWriter()
    index.write(to: &writer)
    writer.put(list: outlets) { $0.put($1.id) }
    writer.put(list: articles.compactMap { $0 }) { writer, kept in
      writer.put(kept.id)
      writer.put(kept.outlet)
      writer.put(kept.number)
      writer.put(Int(kept.arrived))
      writer.put(kept.mark)
      kept.sketch.write(to: &writer)
      writer.put(list: kept.credits) { $0.put($1) }
    }
    writer.put(list: spots.filter { $0.number > 0 }) { writer, spot in
      writer.put(spot.number)
      writer.put(spot.draft)
      writer.put(spot.outlet)
      writer.put(spot.section?.rawValue)
      spot.moment.write(to: &writer)
    }
    writer.put(list: drafts) { $1.write(to: &$0) }
    writer.put(list: sagaOfDraft) { $0.put(UInt32($1)) }
    writer.put(list: freeDrafts) { $0.put($1) }
    writer.put(list: sagas) { writer, saga in
      writer.put(saga.id)
      writer.put(list: saga.drafts) { $0.put($1) }
      writer.put(list: Array(saga.numbers)) { $0.put($1) }
    }
    writer.put(list: freeSagas) { $0.put($1) }
    writer.put(Int(latest))
    asides.write(to: &writer)
    var head = DeskWriter()
    head.put(Self.edition)
    head.put(Self.sum(writer.bytes[...]))
    return head.bytes + writer.bytes
  }

  /// A desk from its bytes; nil where they are of another edition or damaged.
  package init?(decoding bytes: [UInt8]) {
    self.init()
    var head = DeskReader(bytes, from: 0)
    guard bytes.count > 16, head.uint64() == Self.edition,
      head.uint64() == Self.sum(bytes[16...])
    else { return nil }
    var reader = DeskReader(bytes, from: 16)
    guard let index = TraceIndex(from: &reader) else { return nil }
    self.index = index
    resize()
    for outlet in reader.list({ $0.string() }) { _ = place(of: outlet) }
    let kept = reader.list { reader in
      Kept(
        id: reader.string(), outlet: reader.uint32(), number: reader.int(),
        arrived: Int64(reader.int()), mark: reader.uint64(), sketch: CopySketch(from: &reader),
        credits: reader.list { $0.uint32() })
    }
    let standing = reader.list { reader in
      Spot(
        number: reader.int(), draft: reader.int(), outlet: reader.uint32(),
        section: reader.optionalString().flatMap(Section.init(rawValue:)),
        moment: Moment(from: &reader))
    }
    drafts = reader.list { Draft(from: &$0) }
    sagaOfDraft = reader.list { Int32(truncatingIfNeeded: $0.uint32()) }
    freeDrafts = reader.list { $0.int() }
    sagas = reader.list { reader in
      SagaDraft(
        id: reader.string(), drafts: reader.list { $0.int() },
        numbers: OldestFirst(reader.list { $0.int() }))
    }
    freeSagas = reader.list { $0.int() }
    latest = Int64(reader.int())
    guard let asides = Asides(from: &reader) else { return nil }
    self.asides = asides
    guard !reader.isBroken, isWhole(kept, standing) else { return nil }
    for article in kept {
      articles[index.slot(article.number)] = article
      numbers[article.id] = article.number
    }
    for spot in standing { spots[index.slot(spot.number)] = spot }
    noteVersions()
    for saga in sagas {
      for (place, draft) in saga.drafts.enumerated() { drafts[draft].place = place }
    }
  }

  /// Whether everything that is pointed to is there.
  private func isWhole(_ kept: [Kept], _ standing: [Spot]) -> Bool {
    let numbers = index.oldest..<index.next
    return kept.allSatisfy {
      numbers.contains($0.number) && outlets.indices.contains(Int($0.outlet))
    }
      && standing.allSatisfy {
        numbers.contains($0.number) && drafts.indices.contains($0.draft)
          && outlets.indices.contains(Int($0.outlet))
      }
      && asides.areOutlets(below: outlets.count)
      && drafts.count == sagaOfDraft.count
      && sagaOfDraft.allSatisfy { sagas.indices.contains(Int($0)) }
      && drafts.allSatisfy { $0.numbers.allSatisfy { $0 > 0 } }
      && sagas.enumerated().allSatisfy { place, saga in
        saga.drafts.allSatisfy { drafts.indices.contains($0) && Int(sagaOfDraft[$0]) == place }
          && saga.numbers.allSatisfy { $0 > 0 }
      }
      && freeDrafts.allSatisfy { drafts.indices.contains($0) }
      && freeSagas.allSatisfy { sagas.indices.contains($0) }
  }

  private static func sum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash
  }
}

extension StoryDesk.Draft {
  func write(to writer: inout DeskWriter) {
    writer.put(id)
    writer.put(section?.rawValue)
    writer.put(hasCredits ? 1 : 0)
    writer.put(list: members) { writer, member in
      writer.put(member.article)
      writer.put(member.copyOf)
      writer.put(member.citing)
      writer.put(member.because)
    }
    writer.put(list: attachments) { writer, attachment in
      writer.put(attachment.article)
      writer.put(attachment.anchors.lowerBound)
      writer.put(attachment.anchors.upperBound)
      writer.put(attachment.because)
    }
    writer.put(list: numbers) { $0.put($1) }
    writer.put(first)
    writer.put(last)
  }

  init(from reader: inout DeskReader) {
    self.init(id: reader.string())
    section = reader.optionalString().flatMap(Section.init(rawValue:))
    hasCredits = reader.int() == 1
    members = reader.list { reader in
      Story.Member(
        article: reader.string(), copyOf: reader.optionalString(),
        citing: reader.optionalString(), because: reader.string())
    }
    attachments = reader.list { reader in
      let article = reader.string()
      let start = reader.int()
      let end = max(start, reader.int())
      return Story.Attachment(article: article, anchors: start...end, because: reader.string())
    }
    numbers = reader.list { $0.int() }
    first = reader.optionalInt64()
    last = reader.optionalInt64()
  }
}

extension CopySketch {
  func write(to writer: inout DeskWriter) {
    writer.put(UInt32(limit))
    writer.put(list: words) { $0.put(UInt32($1)) }
    writer.put(list: sentences) { $0.put(UInt32($1)) }
  }

  init(from reader: inout DeskReader) {
    self.init()
    limit = UInt16(truncatingIfNeeded: reader.uint32())
    words = reader.list { UInt16(truncatingIfNeeded: $0.uint32()) }
    sentences = reader.list { UInt16(truncatingIfNeeded: $0.uint32()) }
  }
}
