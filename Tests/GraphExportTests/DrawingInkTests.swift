import GraphModel
import Testing

@testable import GraphExport

@Suite struct DrawingInkTests {
  static let roles: [Role?] = Role.allCases + [nil]

  @Test func agreesWithTheContrastsThatWCAGGives() {
    // Black on white is 21; #777777 on white is 4.48, the W3C's well-known near miss.
    #expect(abs(Ink.contrast(0, 0xFFFFFF) - 21) < 0.001)
    #expect(abs(Ink.contrast(0x777777, 0xFFFFFF) - 4.478) < 0.005)
  }

  @Test(arguments: roles)
  func textCanBeReadInBothModes(role: Role?) {
    for surface in [Ink.surface(role), .header(role), .page] {
      #expect(Ink.contrast(Ink.text.light, surface.light) >= 7)
      #expect(Ink.contrast(Ink.text.dark, surface.dark) >= 7)
    }
    // Headings and reference numbers stand on the page in the colour of the role.
    #expect(Ink.contrast(Ink.line(role).light, Ink.page.light) >= 4.5)
    #expect(Ink.contrast(Ink.line(role).dark, Ink.page.dark) >= 4.5)
  }

  @Test(arguments: roles)
  func linesCanBeSeenOnWhatTheyStandOn(role: Role?) {
    for surface in [Ink.surface(role), .header(role)] {
      #expect(Ink.contrast(Ink.line(role).light, surface.light) >= 3)
      #expect(Ink.contrast(Ink.line(role).dark, surface.dark) >= 3)
    }
  }

  @Test(arguments: roles)
  func textCanBeReadOverTheStrongestValue(role: Role?) {
    func mixed(_ top: UInt32, _ bottom: UInt32) -> UInt32 {
      [16, 8, 0].reduce(UInt32(0)) { sum, shift in
        let over = Double(top >> UInt32(shift) & 0xFF) * NodePainting.strongestValue
        let under = Double(bottom >> UInt32(shift) & 0xFF) * (1 - NodePainting.strongestValue)
        return sum | UInt32((over + under).rounded()) << UInt32(shift)
      }
    }
    let light = mixed(Ink.line(role).light, Ink.surface(role).light)
    let dark = mixed(Ink.line(role).dark, Ink.surface(role).dark)
    #expect(Ink.contrast(Ink.text.light, light) >= 4.5)
    #expect(Ink.contrast(Ink.text.dark, dark) >= 4.5)
  }

  @Test func mutedAndHeroTextCanBeRead() {
    #expect(Ink.contrast(Ink.muted.light, Ink.page.light) >= 4.5)
    #expect(Ink.contrast(Ink.muted.dark, Ink.page.dark) >= 4.5)
    #expect(Ink.contrast(Ink.heroText.light, Ink.heroFill.light) >= 7)
    #expect(Ink.contrast(Ink.heroText.dark, Ink.heroFill.dark) >= 7)
  }
}
