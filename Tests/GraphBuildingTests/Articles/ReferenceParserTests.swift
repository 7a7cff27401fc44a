import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct ReferenceParserTests {
  private func parse(_ text: String) -> Reference {
    ReferenceParser.parse(Array(text.utf8), number: 1)
  }

  @Test func readsVancouver() {
    let found = parse(
      "Doe J, Roe AB, Poe E, et al. Salt and stones: a trial? J Ex Med. 2019;12(3):45-67. "
        + "doi:10.1000/Ab.(1)2")
    #expect(found.authors == ["Doe J", "Roe AB", "Poe E"])
    #expect(found.title == "Salt and stones: a trial?")
    #expect(found.container == "J Ex Med")
    #expect(found.year == 2019)
    #expect([found.volume, found.issue, found.pages] == ["12", "3", "45-67"])
    #expect(found.doi == "10.1000/ab.(1)2")
    #expect(found.id == "DOI:10.1000/ab.(1)2")
    #expect(found.key == "1")
  }

  @Test func readsAPA() {
    let found = parse(
      "Doe, J., & Roe, A. B. (2018). Salt and stones. Journal of Examples, 12(3), 45\u{2013}67. "
        + "https://doi.org/10.1000/xyz")
    #expect(found.authors == ["Doe, J.", "Roe, A. B."])
    #expect(found.title == "Salt and stones")
    #expect(found.container == "Journal of Examples")
    #expect(found.year == 2018)
    #expect([found.volume, found.issue, found.pages] == ["12", "3", "45\u{2013}67"])
    #expect(found.url == nil)
  }

  @Test(arguments: [
    ("Salt. https://x.org/salt.", "https://x.org/salt", "Salt"),
    ("PMID: 123456", "PMID:123456", nil),
    ("See https://pubmed.ncbi.nlm.nih.gov/98765/", "PMID:98765", "See"),
  ])
  func readsWhatLittleThereIs(text: String, id: String, title: String?) {
    let found = parse(text)
    #expect(found.id == id)
    #expect(found.title == title)
  }

  @Test func namesAWorkWithoutIdentifierByItsText() {
    #expect(parse("Doe J. Salt. 1999.").id == parse("Doe J. Salt. 1999.").id)
    #expect(parse("Doe J. Salt. 1999.").id != parse("Doe J. Salt. 1998.").id)
    #expect(parse("Doe J. Salt. 1999.").id.hasPrefix("etiograph:ref-"))
  }

  @Test(arguments: [
    "", "10.", "10.1000", "10.1000/", "doi:", "(2020", "(2020)", "2020", ". . .",
    "https://", "PMID:", ";:(),",
  ])
  func survivesScraps(text: String) { #expect(!parse(text).id.isEmpty) }
}
