import Evidence
import Hypertext
import Press

/// The sections below a lead: the fullest across the page, the others three abreast.
extension FrontLayout {
  private static let perSection = 4

  func sections(_ stories: [StoryTeaser], voice: Voice?) -> HTML {
    var groups = Self.groups(stories)
    let wide = groups.firstIndex { $0.stories.count >= 3 }.map { groups.remove(at: $0) }
    let first = groups.prefix(3)
    let rest = groups.dropFirst(3)
    return """
      \(wide.map(across))\(abreast(Array(first)))\(voice.map(pull))\(abreast(Array(rest)))
      """
  }

  /// Stories by section, in the order in which the sections first come up.
  private static func groups(_ stories: [StoryTeaser]) -> [SectionGroup] {
    var groups: [SectionGroup] = []
    for story in stories {
      if let index = groups.firstIndex(where: { $0.section == story.section }) {
        groups[index].stories.append(story)
      } else {
        groups.append(SectionGroup(section: story.section, stories: [story]))
      }
    }
    // What has no section comes last, whatever its rank.
    return groups.filter { $0.section != nil } + groups.filter { $0.section == nil }
  }

  private func heading(_ group: SectionGroup) -> HTML {
    let name = edition.wording.sections[group.section]
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
      \(group.stories.dropFirst().prefix(4), { small.html($0) })</div></div></section>

      """
  }

  private func abreast(_ groups: [SectionGroup]) -> HTML? {
    groups.isEmpty ? nil : "<div class=\"g3\">\(groups, column)</div>"
  }

  private func column(_ group: SectionGroup) -> HTML {
    let top = TeaserView(marks: marks, size: .middle, showsStandfirst: true)
    let small = TeaserView(marks: marks)
    return """
      <section aria-labelledby="\(group.anchor)">\(heading(group))
      \(group.stories.prefix(1), { top.html($0) })\
      \(group.stories.dropFirst().prefix(Self.perSection - 1), { small.html($0) })</section>

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

  private var words: Wording { edition.wording }
}

/// One section's stories on a front.
struct SectionGroup {
  var section: Section?
  var stories: [StoryTeaser]

  var anchor: String { section?.rawValue ?? "rest" }
}
