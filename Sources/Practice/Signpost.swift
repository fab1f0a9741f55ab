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
/// until then the screen says where it was copied from and that nobody has checked it yet.
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
