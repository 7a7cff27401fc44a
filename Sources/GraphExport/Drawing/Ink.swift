import GraphModel

/// A colour of the palette: one for light surroundings and paper, one for dark.
///
/// The hues are near those of Okabe and Ito's set, which people with any common colour blindness
/// tell apart (https://jfly.uni-koeln.de/color/), darkened or lightened until text has a contrast
/// of 4.5 to 1 with what it stands on and lines 3 to 1, as WCAG 2.2 §1.4.3 and §1.4.11 ask. No
/// meaning rests on colour alone: roles have their columns and headings, lines their dashes,
/// arrowheads their shapes.
package struct Ink: Sendable, Hashable {
  /// The name in style sheets.
  package let name: String
  /// `0xRRGGBB` in light surroundings.
  package let light: UInt32
  /// `0xRRGGBB` in dark surroundings.
  package let dark: UInt32

  private init(_ name: String, _ light: UInt32, _ dark: UInt32) {
    self.name = name
    self.light = light
    self.dark = dark
  }

  /// The background.
  package static let page = Ink("page", 0xFFFFFF, 0x11161D)
  static let text = Ink("text", 0x1B2430, 0xE9EEF4)
  static let muted = Ink("muted", 0x54606E, 0xAAB6C3)
  static let rule = Ink("rule", 0xD3DAE2, 0x37434F)
  static let heroFill = Ink("hero", 0x22385A, 0xD5E2F6)
  static let heroText = Ink("hero-text", 0xFFFFFF, 0x14213A)

  /// Borders, lines and small text of a role.
  static func line(_ role: Role?) -> Ink {
    switch role {
    case .cause: Ink("cause", 0xA8480F, 0xF2A676)
    case .protective: Ink("protective", 0x0A7355, 0x5FD0AB)
    case .condition: Ink("condition", 0x22385A, 0xD5E2F6)
    case .symptom: Ink("symptom", 0x1B66A6, 0x82BDEE)
    case .disease: Ink("disease", 0x8F3E7B, 0xE29ACD)
    case nil: Ink("neutral", 0x4C5866, 0xAEBAC7)
    }
  }

  /// The surface of a box.
  static func surface(_ role: Role?) -> Ink {
    switch role {
    case .cause: Ink("cause-soft", 0xFEF6F0, 0x231A15)
    case .protective: Ink("protective-soft", 0xF0F9F6, 0x12221D)
    case .condition: Ink("condition-soft", 0xF0F4FA, 0x1B2534)
    case .symptom: Ink("symptom-soft", 0xF1F7FC, 0x131F2B)
    case .disease: Ink("disease-soft", 0xFBF3F9, 0x261823)
    case nil: Ink("neutral-soft", 0xF6F8FA, 0x1A2129)
    }
  }

  /// The surface of a group's own row.
  static func header(_ role: Role?) -> Ink {
    switch role {
    case .cause: Ink("cause-head", 0xFADFCC, 0x41291B)
    case .protective: Ink("protective-head", 0xCDEDE1, 0x173A2E)
    case .condition: Ink("condition-head", 0xD8E3F2, 0x2A3B55)
    case .symptom: Ink("symptom-head", 0xD2E6F7, 0x1B3449)
    case .disease: Ink("disease-head", 0xF1D8EA, 0x42263A)
    case nil: Ink("neutral-head", 0xE1E7ED, 0x2C3743)
    }
  }

  /// The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
  static func contrast(_ a: UInt32, _ b: UInt32) -> Double {
    let bright = max(luminance(a), luminance(b))
    let dim = min(luminance(a), luminance(b))
    return (bright + 0.05) / (dim + 0.05)
  }

  private static func luminance(_ color: UInt32) -> Double {
    func channel(_ shift: UInt32) -> Double {
      let value = Double(color >> shift & 0xFF) / 255
      // WCAG: a power of 2.4; x^2.4 = x² · x^0.4, and x^0.4 is the fifth root of x².
      if value <= 0.04045 { return value / 12.92 }
      let base = (value + 0.055) / 1.055
      let square = base * base
      var root = 1.0
      for _ in 0..<40 {
        let fourth = root * root * root * root
        root -= (fourth * root - square) / (5 * fourth)
      }
      return square * root
    }
    return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
  }
}
