/// Places to turn to, for one nation or region.
package struct SignpostList: Sendable, Hashable {
  package var id: String
  package var pack: String?
  package var title: String
  package var nation: String?
  package var region: String?
  package var items: [Signpost]

  package init(
    id: String, pack: String? = nil, title: String, nation: String? = nil,
    region: String? = nil, items: [Signpost]
  ) {
    self.id = id
    self.pack = pack
    self.title = title
    self.nation = nation
    self.region = region
    self.items = items
  }
}

/// One place to turn to.
///
/// `verifiedBy` and `verifiedOn` stay empty until a named person checked the operator's own page;
/// until then `prompts show` and `doctor` say where it was copied from and that nobody has checked it
/// yet. Whoever needs it now is not told.
package struct Signpost: Sendable, Hashable {
  /// Whom a signpost is for.
  package enum Audience: String, Sendable, Hashable, CaseIterable {
    case me
    case someoneISupport = "someone-i-support"
    case safeguarding
    case speakingUp = "speaking-up"
  }

  package var id: String
  package var name: String
  package var contact: String
  package var hours: String?
  package var audience: [Audience]
  package var sourceURL: String?
  /// Days as `YYYY-MM-DD`.
  package var verifiedOn: String?
  package var verifiedBy: String?
  package var reviewBy: String?

  package init(
    id: String, name: String, contact: String, hours: String? = nil, audience: [Audience],
    sourceURL: String? = nil, verifiedOn: String? = nil, verifiedBy: String? = nil,
    reviewBy: String? = nil
  ) {
    self.id = id
    self.name = name
    self.contact = contact
    self.hours = hours
    self.audience = audience
    self.sourceURL = sourceURL
    self.verifiedOn = verifiedOn
    self.verifiedBy = verifiedBy
    self.reviewBy = reviewBy
  }
}

extension Signpost {
  /// The place on one line, such as `Samaritans: call 116 123, free (24/7)`.
  package var line: String { "\(name): \(contact)" + (hours.map { " (\($0))" } ?? "") }

  /// Whether it is the emergency number and no other: 999 is every digit of it.
  package var isEmergency: Bool { contact.filter(\.isNumber) == "999" }

  /// Whether a named person checked it on a day that is known.
  package var isChecked: Bool { verifiedBy != nil && verifiedOn != nil }

  /// The site it was copied from, such as `samaritans.org`.
  package var sourceHost: String? {
    guard let sourceURL else { return nil }
    let rest = sourceURL.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first
    let host = rest.map(String.init) ?? sourceURL
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// What it is for, if not for the person who reads it.
  package var purpose: String? {
    guard !audience.contains(.me) else { return nil }
    let words = audience.map { audience in
      switch audience {
      case .me: "for you"
      case .someoneISupport: "for someone you support"
      case .safeguarding: "when someone must be told"
      case .speakingUp: "to raise a concern"
      }
    }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }
}

extension SignpostList {
  /// `PACK/ID`, or the id where no pack is known.
  package var fullID: String { pack.map { "\($0)/\(id)" } ?? id }

  /// Where it is for, such as `Scotland`; nil for anywhere.
  package var area: String? {
    let parts = [region, nation].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// Whether it is for the whole of the United Kingdom, as a list without a nation is.
  package var isForAnyNation: Bool {
    guard let nation else { return true }
    return ["uk", "united kingdom"].contains(nation.lowercased())
  }
}
