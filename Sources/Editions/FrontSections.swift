import Evidence
import Hypertext
import Languages
import Press

/// The sections below a lead: the fullest across the page, the others three abreast; between them
/// where figures differ and what was said.
extension FrontLayout {
  func sections(_ plan: FrontPlan, voices: [Voice]) -> HTML {
    """
    \(plan.wide.map(across))\(plan.rows.prefix(1), abreast)\
    \(disagreements(plan.disagreements))\(said(voices))\(plan.rows.dropFirst(), abreast)
    """
  }

  private func heading(_ group: SectionGroup) -> HTML {
    let name = words.sections[group.section]
    guard let section = group.section else {
      return "<div class=\"sec\"><h2 id=\"\(group.anchor)\">\(name)</h2></div>"
    }
    return """
      <div class="sec"><h2 id="\(group.anchor)">\
      <a href="\(url: edition.path(.section(section)))">\(name)</a></h2></div>
      """
  }

  private func across(_ group: SectionGroup) -> HTML {
    let large = TeaserView(marks: marks, size: .large, showsStandfirst: true)
    let small = TeaserView(marks: marks, showsStandfirst: true)
    return """
      <section aria-labelledby="\(group.anchor)">\(heading(group))
      <div class="wide">\(group.stories.prefix(1), { large.html($0) })<div>\
      \(group.stories.dropFirst(), { small.html($0) })</div></div></section>

      """
  }

  private func abreast(_ groups: [SectionGroup]) -> HTML {
    "<div class=\"g3\">\(groups, column)</div>"
  }

  private func column(_ group: SectionGroup) -> HTML {
    let top = TeaserView(marks: marks, size: .middle, showsStandfirst: true)
    let small = TeaserView(marks: marks)
    return """
      <section aria-labelledby="\(group.anchor)">\(heading(group))
      \(group.stories.prefix(1), { top.html($0) })\
      \(group.stories.dropFirst(), { small.html($0) })</section>

      """
  }

  /// Other stories in which outlets give figures that cannot both be true: the lowest and the
  /// highest of each.
  private func disagreements(_ stories: [StoryTeaser]) -> HTML? {
    guard !stories.isEmpty else { return nil }
    return """
      <section aria-labelledby="dif"><div class="sec"><h2 id="dif">\(words.paper.disagreements)</h2></div>
      <div class="g3">\(stories, disagreement)</div></section>

      """
  }

  private func disagreement(_ story: StoryTeaser) -> HTML {
    """
    <div class="dv"><h3><a href="\(url: edition.path(.story(story.id)))#zahlen"\
    \(attribute: "lang", edition.foreign(story.language))>\
    \(edition.heading(story.headline, story.language, limit: 160))</a></h3>\
    <ul class="dis">\(story.comparison?.ends ?? [], { reading in
      "<li>\(marks.source(reading.citation))<b>\(marks.quote(reading.citation, limit: 90))</b></li>"
    })</ul></div>

    """
  }

  /// One quotation stands between rules, several stand side by side.
  private func said(_ voices: [Voice]) -> HTML? {
    guard let first = voices.first else { return nil }
    guard voices.count > 1 else { return pull(first) }
    return """
      <section aria-labelledby="said"><div class="sec"><h2 id="said">\(words.paper.voices)</h2></div>
      <div class="quo">\(voices.prefix(3), quotation)</div></section>

      """
  }

  private func quotation(_ voice: Voice) -> HTML {
    let citation = voice.claim.citation
    return """
      <blockquote class="\(marks.palette[citation.outlet])"><p data-v="\(marks.verbatim(citation.passage))"\
      \(attribute: "lang", edition.foreign(voice.language))>\
      <q>\(Typography.setQuoted(citation.words.shortened(to: 240), in: voice.language))</q></p>\
      <footer><b>\(marks.party(voice.claim.speaker, in: citation) ?? words.evidence.noSpeaker)</b>\
      \(marks.party(voice.role, in: citation).map { ", \($0)" as HTML }) \
      \(marks.source(citation))</footer></blockquote>

      """
  }

  /// A quotation between the sections.
  private func pull(_ voice: Voice) -> HTML {
    let citation = voice.claim.citation
    let speaker = marks.party(voice.claim.speaker, in: citation)
    let role = marks.party(voice.role, in: citation)
    return """
      <figure class="say"><blockquote class="pull"><p data-v="\(marks.verbatim(citation.passage))"\
      \(attribute: "lang", edition.foreign(voice.language))>\
      <q>\(Typography.setQuoted(citation.words.shortened(to: 300), in: voice.language))</q></p></blockquote>
      <figcaption class="meta"><b>\(speaker ?? words.evidence.noSpeaker)</b>\
      \(role.map { "<br>\($0)" as HTML })<br>\(marks.source(citation))</figcaption></figure>

      """
  }
}

extension Comparison {
  /// The lowest and the highest reading, or all where values are missing and there are only two.
  var ends: [Reading] {
    let values = readings.compactMap { reading in
      (reading.figure.value ?? reading.figure.low ?? reading.figure.high).map { (reading, $0) }
    }
    guard let low = values.min(by: { $0.1 < $1.1 }), let high = values.max(by: { $0.1 < $1.1 }),
      low.0 != high.0
    else { return Array(readings.prefix(2)) }
    return [low.0, high.0]
  }
}
