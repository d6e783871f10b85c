import Press

extension StoryDesk {
  /// Lays the blocks of a ticker to the stories they tell of, and keeps all for stories to come.
  ///
  /// Called before the ticker itself is in the window, else its blocks would be most like it.
  mutating func attachBlocks(of arrival: Arrival, _ moment: Moment, _ outlet: UInt32) {
    for block in Ticker.blocks(of: arrival.body) {
      let trace = reader.trace(of: block, in: arrival, words: index.words, number: index.next)
      var aside = Asides.Block(
        article: arrival.id, outlet: outlet, anchors: block.anchors, moment: moment,
        arrived: arrival.arrived)
      aside.isAttached = attach(aside, trace)
      asides.add(aside, trace)
    }
  }

  /// Lays blocks that came before to the story of a new article, where that is now the one they tell
  /// of.
  mutating func attachAsides(_ trace: Trace) {
    for number in asides.near(trace) {
      guard let block = asides[number] else { continue }
      if attach(block, asides.trace(number)) { asides.setAttached(number) }
    }
  }

  /// Lays a block to the story it is most like, if it would be a member there were it an article.
  private mutating func attach(_ block: Asides.Block, _ trace: Trace) -> Bool {
    var moment = block.moment
    let view = look(trace, &moment, block.outlet)
    guard let best = view.stories.first, best.score >= bar(view, moment) else { return false }
    let own = numbers[block.article].flatMap { spot($0)?.draft }
    guard best.place != own else { return false }
    drafts[best.place].attach(
      Story.Attachment(
        article: block.article, anchors: block.anchors,
        because: reason(best.score, near: best.count)))
    touch(best.place)
    return true
  }

  /// Takes a ticker's blocks off all stories, those of the story it is a member of or all.
  mutating func detach(_ article: Article.ID, from draft: Int? = nil) {
    for place in draft.map({ $0..<$0 + 1 }) ?? drafts.indices
    where drafts[place].attachments.contains(where: { $0.article == article }) {
      drafts[place].attachments.removeAll { $0.article == article }
      touch(place)
    }
  }
}

extension StoryDesk.Draft {
  /// Takes a block on; one that follows another of the same ticker is laid to it.
  mutating func attach(_ attachment: Story.Attachment) {
    let last = attachments.indices.last {
      attachments[$0].article == attachment.article
        && attachments[$0].anchors.upperBound + 1 == attachment.anchors.lowerBound
    }
    if let last {
      attachments[last].anchors =
        attachments[last].anchors.lowerBound...attachment.anchors.upperBound
    } else {
      attachments.append(attachment)
    }
  }
}
