/// A character written by name or number, such as `&eacute;`, `&#233;` or `&#xe9;`.
struct CharacterReference: Hashable {
  /// The character in UTF-8.
  var bytes: [UInt8]
  /// How many bytes of the page it takes.
  var length: Int

  /// Reads the reference at a `&` (HTML Standard, §13.2.5.72).
  ///
  /// A name without a semicolon is read where browsers must read it: those of Latin-1 and `&amp`,
  /// `&lt`, `&gt`, `&quot`. Numbers 128 to 159 mean bytes of Windows-1252.
  ///
  /// - Complexity: O(length of the reference); names have at most 24 letters.
  init?(at place: Int, in source: [UInt8], before end: Int) {
    guard place + 2 < end, source[place] == 0x26 else { return nil }
    if source[place + 1] == 0x23 {
      self.init(numberAt: place, in: source, before: end)
    } else {
      self.init(nameAt: place, in: source, before: end)
    }
  }

  private init?(numberAt place: Int, in source: [UInt8], before end: Int) {
    var index = place + 2
    let isHex = index < end && source[index].lowered == 0x78
    if isHex { index += 1 }
    let first = index
    var value: UInt32 = 0
    while index < end, let digit = Self.digit(source[index], isHex: isHex) {
      value = min(value * (isHex ? 16 : 10) + digit, 0x110000)
      index += 1
    }
    guard index > first else { return nil }
    if index < end, source[index] == 0x3b { index += 1 }
    var scalar = Unicode.Scalar(value) ?? "\u{fffd}"
    if value == 0 { scalar = "\u{fffd}" }
    if (0x80...0x9f).contains(value) { scalar = TextDecoding.windows1252(UInt8(value)) }
    self.init(bytes: Array(String(scalar).utf8), length: index - place)
  }

  private init?(nameAt place: Int, in source: [UInt8], before end: Int) {
    var index = place + 1
    let limit = min(end, place + 1 + Self.longestName)
    while index < limit, Self.isNameByte(source[index]) { index += 1 }
    guard index > place + 1 else { return nil }
    let name = String(decoding: source[(place + 1)..<index], as: UTF8.self)
    let isEnded = index < end && source[index] == 0x3b
    guard isEnded || Self.bareNames.contains(name), let bytes = Self.named[name] else {
      return nil
    }
    self.init(bytes: bytes, length: index - place + (isEnded ? 1 : 0))
  }

  private init(bytes: [UInt8], length: Int) {
    self.bytes = bytes
    self.length = length
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isUpperByte || byte.isLowerByte || byte.isDigitByte
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    if byte.isDigitByte { return UInt32(byte - 0x30) }
    guard isHex, (0x61...0x66).contains(byte.lowered) else { return nil }
    return UInt32(byte.lowered - 0x57)
  }

  // MARK: Names

  private static let longestName = 24

  private static let named: [String: [UInt8]] = {
    var named: [String: [UInt8]] = [:]
    for (number, name) in latin1.split(whereSeparator: \.isWhitespace).enumerated() {
      if let scalar = Unicode.Scalar(UInt32(160 + number)) {
        named[String(name)] = Array(String(scalar).utf8)
      }
    }
    for entry in others.split(whereSeparator: \.isWhitespace) {
      let parts = entry.split(separator: "=")
      if parts.count == 2, let value = UInt32(parts[1], radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        named[String(parts[0])] = Array(String(scalar).utf8)
      }
    }
    return named
  }()

  private static let bareNames: Set<String> = {
    var names = Set(latin1.split(whereSeparator: \.isWhitespace).map(String.init))
    names.formUnion(["amp", "lt", "gt", "quot", "AMP", "LT", "GT", "QUOT"])
    return names
  }()

  /// The names of U+00A0 to U+00FF, in that order.
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave
    iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc
    uuml yacute thorn yuml
    """

  /// The other names of HTML 4, and those of HTML 5 that writers of prose use.
  private static let others = """
    Tab=9 NewLine=a excl=21 QUOT=22 quot=22 num=23 dollar=24 percnt=25 AMP=26 amp=26 apos=27
    lpar=28 rpar=29 ast=2a plus=2b comma=2c period=2e sol=2f colon=3a semi=3b LT=3c lt=3c
    equals=3d GT=3e gt=3e quest=3f commat=40 lbrack=5b lsqb=5b bsol=5c rbrack=5d rsqb=5d Hat=5e
    lowbar=5f grave=60 lbrace=7b lcub=7b verbar=7c vert=7c rbrace=7d rcub=7d NonBreakingSpace=a0
    half=bd amacr=101 aogon=105 cacute=107 Ccaron=10c ccaron=10d eogon=119 ecaron=11b gbreve=11f
    imacr=12b inodot=131 Lstrok=141 lstrok=142 nacute=144 omacr=14d odblac=151 OElig=152 oelig=153
    rcaron=159 sacute=15b scedil=15f Scaron=160 scaron=161 uring=16f udblac=171 Yuml=178
    zacute=17a zdot=17c Zcaron=17d zcaron=17e fnof=192 circ=2c6 tilde=2dc Alpha=391 Beta=392
    Gamma=393 Delta=394 Epsilon=395 Zeta=396 Eta=397 Theta=398 Iota=399 Kappa=39a Lambda=39b
    Mu=39c Nu=39d Xi=39e Omicron=39f Pi=3a0 Rho=3a1 Sigma=3a3 Tau=3a4 Upsilon=3a5 Phi=3a6 Chi=3a7
    Psi=3a8 Omega=3a9 alpha=3b1 beta=3b2 gamma=3b3 delta=3b4 epsilon=3b5 zeta=3b6 eta=3b7
    theta=3b8 iota=3b9 kappa=3ba lambda=3bb mu=3bc nu=3bd xi=3be omicron=3bf pi=3c0 rho=3c1
    sigmaf=3c2 sigma=3c3 tau=3c4 upsilon=3c5 phi=3c6 chi=3c7 psi=3c8 omega=3c9 thetasym=3d1
    upsih=3d2 piv=3d6 ensp=2002 emsp=2003 emsp13=2004 emsp14=2005 numsp=2007 puncsp=2008
    thinsp=2009 hairsp=200a ZeroWidthSpace=200b zwnj=200c zwj=200d lrm=200e rlm=200f dash=2010
    hyphen=2010 ndash=2013 mdash=2014 horbar=2015 lsquo=2018 rsquo=2019 sbquo=201a ldquo=201c
    rdquo=201d bdquo=201e dagger=2020 Dagger=2021 bull=2022 bullet=2022 hellip=2026 mldr=2026
    permil=2030 prime=2032 Prime=2033 lsaquo=2039 rsaquo=203a oline=203e frasl=2044 euro=20ac
    image=2111 weierp=2118 real=211c trade=2122 alefsym=2135 larr=2190 uarr=2191 rarr=2192
    darr=2193 harr=2194 crarr=21b5 lArr=21d0 uArr=21d1 rArr=21d2 dArr=21d3 hArr=21d4 forall=2200
    part=2202 exist=2203 empty=2205 nabla=2207 isin=2208 notin=2209 ni=220b prod=220f sum=2211
    minus=2212 lowast=2217 radic=221a prop=221d infin=221e ang=2220 and=2227 or=2228 cap=2229
    cup=222a int=222b there4=2234 sim=223c cong=2245 asymp=2248 ne=2260 equiv=2261 le=2264
    leq=2264 ge=2265 geq=2265 sub=2282 sup=2283 nsub=2284 sube=2286 supe=2287 oplus=2295
    otimes=2297 perp=22a5 sdot=22c5 lceil=2308 rceil=2309 lfloor=230a rfloor=230b loz=25ca
    starf=2605 star=2606 spades=2660 clubs=2663 hearts=2665 diams=2666 check=2713 checkmark=2713
    lang=27e8 rang=27e9
    """
}
