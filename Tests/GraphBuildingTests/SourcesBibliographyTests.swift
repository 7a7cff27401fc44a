import GraphModel
import Testing

@testable import GraphBuilding

@Suite struct BibliographyFiles {
  func read(_ text: String) -> BibliographyReader.Reading {
    BibliographyReader.read(InputFile(name: "r.json", text: text))
  }

  @Test func readsEveryFieldOfAWork() throws {
    let reading = read(
      """
      [{ "id": "martin2023", "type": "article-journal", "title": "On walls",
         "author": [{ "family": "Martín", "given": "F" }, { "literal": "WHO" },
                    { "family": "Berg", "given": "Ann", "non-dropping-particle": "van den" }],
         "container-title": "Walls", "issued": { "date-parts": [[2023, 5]] }, "volume": 14,
         "issue": "S1", "page": "1-9", "DOI": "https://doi.org/10.3389/FIMMU.2023.1",
         "PMID": 123, "URL": "https://example.org/walls" }]
      """)
    #expect(reading.diagnostics.isEmpty)
    let entry = try #require(reading.entries.first)
    #expect(entry.key == "martin2023")
    #expect(entry.location == SourceLocation(file: "r.json", line: 1, column: 10))
    #expect(
      entry.reference
        == Reference(
          id: "DOI:10.3389/fimmu.2023.1", key: "martin2023", type: "article-journal",
          title: "On walls", authors: ["Martín F", "WHO", "van den Berg, Ann"],
          container: "Walls", year: 2023, volume: "14", issue: "S1", pages: "1-9",
          doi: "10.3389/fimmu.2023.1", pmid: "123", url: "https://example.org/walls"))
  }

  @Test(arguments: [
    (#"{ "raw": "2021-03-01" }"#, 2021), (#"{ "literal": "spring 1996" }"#, 1996),
    (#"{ "date-parts": [["2014"]] }"#, 2014), (#""2009""#, 2009),
  ])
  func readsTheYearHoweverItIsWritten(issued: String, year: Int) {
    let reading = read(#"[{"id": "a", "title": "t", "issued": \#(issued)}]"#)
    #expect(reading.entries.first?.reference.year == year)
    #expect(reading.diagnostics.isEmpty)
  }

  @Test(arguments: [
    (#"{"id": "a"}"#, "1:1: error: the bibliography is an object", "square brackets"),
    (#"[7]"#, "1:2: error: a work is a number", "in braces"),
    (
      #"[{"title": "t", "author": [{"family": "O'Neil"}], "issued": "1999"}]"#,
      "1:2: error: a work has no \"id\": 't'", "oneil1999"
    ),
    (#"[{"id": "a b", "title": "t"}]"#, "1:9: error: the key 'a b' holds ' '", "snelson2021"),
    (
      "[{\"id\": \"a\", \"title\": \"t\"},\n {\"id\": \"a\", \"title\": \"u\"}]",
      "2:9: error: the key 'a' is taken by another work, at r.json:1:9", "another \"id\""
    ),
    (#"[{"id": "a", "title": "t", "DOI": "11.1/x"}]"#, "1:35: error: '11.1/x' is no DOI", "10."),
    (
      #"[{"id": "a", "title": "t", "DOI": "10.1000/X"}, {"id": "b", "title": "u", "DOI": "10.1000/x"}]"#,
      "1:82: error: 'b' and 'a' have the same DOI 10.1000/x", "keep one"
    ),
    (#"[{"id": "a"}]"#, "1:2: warning: the work 'a' has no title", "add a \"title\""),
    (#"[{"id": "a", "title": "t", "issued": {}}]"#, "1:38: warning: the year of 'a'", "date-parts"),
    (#"[{"id": "a", "title": "t"},]"#, "1:27: error: a comma", "remove the comma"),
  ])
  func tellsWhatIsWrongAndWhatToDo(text: String, problem: String, advice: String) {
    let told = read(text).diagnostics.map(\.description)
    #expect(
      told.contains { $0.hasPrefix("r.json:" + problem) && $0.contains(advice) }, "\(told)")
  }

  @Test(
    arguments: [
      ("10.1000/182", "10.1000/182"), ("DOI:10.1000/AbC", "10.1000/abc"),
      ("https://doi.org/10.1002/(SICI)1<1::X>3.0", "10.1002/(sici)1<1::x>3.0"),
      ("http://dx.doi.org/10.1000/1", "10.1000/1"), (" doi: 10.1000/1 ", "10.1000/1"),
      ("10.1000", nil), ("10.1000/", nil), ("10.x/1", nil), ("10.1000/a b", nil), ("", nil),
      ("https://example.org/10.1000/1", nil),
    ] as [(String, String?)])
  func normalisesDigitalObjectIdentifiers(text: String, doi: String?) {
    #expect(DOI.normalized(text) == doi)
  }

  @Test(arguments: [
    ("PMID:12", "PMID:12"), ("pmid: 12", "PMID:12"), ("https://doi.org/10.1000/X", "DOI:10.1000/x"),
    ("https://example.org/a", "https://example.org/a"), ("PMC:PMC1", "PMC:PMC1"), (":", ":"),
  ])
  func knowsAWorkByWhatADataFileCallsIt(text: String, id: String) {
    #expect(Reference(publication: text).id == id)
  }
}
