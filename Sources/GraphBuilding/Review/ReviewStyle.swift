/// The style sheet of ``ReviewPage``.
///
/// Text has a contrast of at least 4.5 to 1 with what it stands on, lines 3 to 1 (WCAG 2.2,
/// §1.4.3 and §1.4.11), in light surroundings and in dark; a test holds the colours to that.
enum ReviewStyle {
  /// The colours of light surroundings and of paper.
  static let light = """
    --page: #ffffff; --raised: #f7f9fb; --text: #1b2430; --muted: #54606e; --rule: #d3dae2;
    --link: #1b5c96; --hedge: #ffffff; --focus: #1b66a6;
    --established: #1b66a6; --established-soft: #e3effa;
    --probable: #0a7355; --probable-soft: #def3ea;
    --possible: #8a5600; --possible-soft: #fdf0d5;
    --speculative: #8f3e7b; --speculative-soft: #f7e7f3;
    """

  /// The colours of dark surroundings.
  static let dark = """
    --page: #11161d; --raised: #182029; --text: #e9eef4; --muted: #aab6c3; --rule: #37434f;
    --link: #8cc4f2; --hedge: #0b0f14; --focus: #8cc4f2;
    --established: #82bdee; --established-soft: #16293b;
    --probable: #5fd0ab; --probable-soft: #122d25;
    --possible: #ecc16a; --possible-soft: #352a12;
    --speculative: #e29acd; --speculative-soft: #341f30;
    """

  /// The whole style sheet.
  static let css = """
    :root {
    \(light)
    --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
    --sans: system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif;
    --mono: ui-monospace, Menlo, Consolas, "Liberation Mono", monospace;
    }
    @media screen and (prefers-color-scheme: dark) {
    :root {
    \(dark)
    }
    }
    \(page)\(sentences)\(cards)\(surroundings)
    """

  private static let page = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 3rem 1.5rem 4rem; max-width: 76rem; background: var(--page);
      color: var(--text); font: 1rem/1.5 var(--sans); overflow-wrap: anywhere;
    }
    a { color: var(--link); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
    .skip { position: absolute; left: -100vw; }
    .skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--page); }
    .eyebrow {
      margin: 0; color: var(--muted); font-size: .8125rem; letter-spacing: .08em;
      text-transform: uppercase;
    }
    h1 { margin: .25rem 0 .5rem; font: 700 2.25rem/1.15 var(--serif); text-wrap: balance; }
    .source { margin: 0 0 2rem; color: var(--muted); }
    .source strong { color: var(--text); }
    .file, code { font-family: var(--mono); font-size: .875em; }
    .count { color: var(--muted); font-variant-numeric: tabular-nums; }
    .summary {
      padding: 1.5rem; background: var(--raised); border: 1px solid var(--rule);
      border-radius: .75rem;
    }
    .summary h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .summary h3 { margin: 1.25rem 0 .5rem; font-size: .875rem; color: var(--muted); font-weight: 500; }
    .figures { display: flex; flex-wrap: wrap; gap: .75rem 2.75rem; margin: 0; }
    .figures div { display: flex; flex-direction: column-reverse; }
    .figures dt { color: var(--muted); font-size: .875rem; }
    .figures dd { margin: 0; font: 600 2rem/1.1 var(--sans); font-variant-numeric: tabular-nums; }
    .scale { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: 0; padding: 0; list-style: none; }
    .scale .dots { margin-left: .5rem; }
    .hint { margin: 1rem 0 0; color: var(--muted); font-size: .875rem; max-width: 60rem; }
    .summary details { margin-top: .75rem; font-size: .875rem; }
    .reasons { margin: .5rem 0 0; padding: 0; list-style: none; }
    .reasons .count { display: inline-block; min-width: 2.5em; text-align: right; margin-right: .5em; }
    summary { cursor: pointer; color: var(--muted); }
    nav { margin: 2rem 0 0; font-size: .9375rem; }
    nav ol { margin: 0; padding: 0; list-style: none; columns: 18rem; column-gap: 2.5rem; }
    nav li { padding: .15rem 0; break-inside: avoid; }
    nav a { text-decoration: none; }
    nav a:hover { text-decoration: underline; }
    main { margin-top: 2.5rem; }
    footer {
      margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--rule);
      color: var(--muted); font-size: .875rem;
    }

    """

  private static let sentences = """
    .passage {
      display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 27rem);
      column-gap: 3rem; row-gap: .75rem; align-items: start; margin: 0 0 1.5rem;
    }
    .text, .heading > :first-child { grid-column: 1; margin: 0; }
    .text { position: relative; font: 1.1875rem/1.75 var(--serif); max-width: 41rem; }
    @media screen and (min-width: 56rem) { .text { position: sticky; top: 1.5rem; } }
    .items { margin: 0; padding: 0; list-style: none; }
    .item .text, .continued .text { padding-inline-start: 1.75rem; }
    .bullet { position: absolute; inset-inline-start: .25rem; color: var(--muted); }
    .d2 .text { margin-inline-start: 1.75rem; } .d3 .text { margin-inline-start: 3.5rem; }
    .d4 .text { margin-inline-start: 5.25rem; } .d5 .text { margin-inline-start: 7rem; }
    .heading { margin-top: 2.75rem; margin-bottom: 1rem; }
    .heading > :first-child { font-family: var(--serif); line-height: 1.25; text-wrap: balance; }
    h2 { font-size: 1.75rem; } h3 { font-size: 1.4375rem; }
    h4, h5, h6 { font-size: 1.1875rem; }
    .cell { margin-bottom: .5rem; }
    .cell .text { padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); }
    .cell.head .text { font-weight: 700; }
    .cell.first { margin-top: 1.25rem; }
    .code .text { font: .9375rem/1.5 var(--mono); }
    .reference .text, .footnote .text { font-size: 1rem; line-height: 1.5; }
    .s {
      padding: .1em .05em; text-decoration: underline 2px; text-underline-offset: .28em;
      text-decoration-skip-ink: none; -webkit-box-decoration-break: clone;
      box-decoration-break: clone; border-radius: .2em;
    }
    .s.established { background: var(--established-soft); text-decoration-color: var(--established); }
    .s.probable {
      background: var(--probable-soft); text-decoration-color: var(--probable);
      text-decoration-style: dashed;
    }
    .s.possible {
      background: var(--possible-soft); text-decoration-color: var(--possible);
      text-decoration-style: dotted;
    }
    .s.speculative {
      background: var(--speculative-soft); text-decoration-color: var(--speculative);
      text-decoration-style: wavy; text-decoration-thickness: 1.5px;
    }
    .s.skipped { color: var(--muted); text-decoration: none; }
    .s.unstated { background: var(--raised); }
    .n {
      padding-inline: .15em .35em; font: 600 .6875rem/1 var(--sans); vertical-align: .4em; color: inherit;
      text-decoration: none; font-variant-numeric: tabular-nums;
    }
    .established .n { color: var(--established); } .probable .n { color: var(--probable); }
    .possible .n { color: var(--possible); } .speculative .n { color: var(--speculative); }
    .n:hover { text-decoration: underline; }
    mark {
      background: var(--hedge); color: inherit; font-weight: 700; font-style: italic;
      padding: .05em .2em; border-radius: .2em; text-decoration: inherit;
    }
    .hint mark { border: 1px solid var(--rule); }

    """

  private static let cards = """
    .notes {
      grid-column: 2; margin: 0; padding: 0; list-style: none; display: grid; gap: .625rem;
      font-size: .9375rem; line-height: 1.45;
    }
    .card {
      padding: .75rem 1rem; background: var(--raised); border: 1px solid var(--rule);
      border-inline-start: 4px solid var(--muted); border-radius: .5rem; break-inside: avoid;
    }
    .card.established { border-inline-start-color: var(--established); }
    .card.probable { border-inline-start: 4px dashed var(--probable); }
    .card.possible { border-inline-start: 4px dotted var(--possible); }
    .card.speculative { border-inline-start: 5px double var(--speculative); }
    .how { margin: 0 0 .375rem; font-size: .8125rem; color: var(--muted); }
    .dots { letter-spacing: .1em; }
    .established .dots, .established .level { color: var(--established); }
    .probable .dots, .probable .level { color: var(--probable); }
    .possible .dots, .possible .level { color: var(--possible); }
    .speculative .dots, .speculative .level { color: var(--speculative); }
    .level { font-weight: 600; }
    .s + .dots { color: var(--muted); }
    .hedge { font-style: italic; }
    .back {
      display: inline-block; min-width: 1.625em; padding: 0 .3em; margin-inline-end: .25em;
      border: 1px solid var(--rule); border-radius: 1em; background: var(--page);
      color: var(--muted); font: 600 .75rem/1.5 var(--sans); text-align: center;
      text-decoration: none; font-variant-numeric: tabular-nums;
    }
    .back:hover { color: var(--text); border-color: var(--muted); }
    .claims { margin: 0; padding: 0; list-style: none; }
    .claims li { padding: .125rem 0 .125rem 1rem; text-indent: -1rem; }
    .claims b { font-weight: 600; }
    .verb { color: var(--muted); font-style: italic; }
    .against { margin: .25rem 0 0; font-size: .8125rem; color: var(--possible); }
    .ground { margin: .375rem 0 0; font-size: .8125rem; color: var(--muted); }
    .card details { margin-top: .375rem; font-size: .75rem; }
    .card dl { margin: .375rem 0 0; }
    .card dt { margin-top: .375rem; } .card dd { margin: 0; color: var(--muted); }
    .skipped-note { padding-inline-start: 1.0625rem; color: var(--muted); font-size: .8125rem; }
    :target { scroll-margin-top: 2rem; }
    .claims :target, .card:target, .s:target, .back:target {
      outline: 3px solid var(--focus); outline-offset: 2px; border-radius: .25rem;
    }

    """

  private static let surroundings = """
    @media screen and (max-width: 56rem) {
      body { padding: 1.5rem 1rem 3rem; }
      h1 { font-size: 1.75rem; }
      .passage { grid-template-columns: minmax(0, 1fr); }
      .notes { grid-column: 1; margin-inline-start: 1rem; }
    }
    @media (forced-colors: active) {
      .s { text-decoration-color: LinkText; }
      .s.skipped { color: GrayText; }
      mark { border: 1px solid; }
    }
    @media print {
      body { max-width: none; padding: 0; font-size: 10pt; }
      .skip, nav, .card details, .summary details > summary { display: none; }
      .passage { grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr); column-gap: 1.5rem; }
      .text { font-size: 11pt; line-height: 1.6; }
      .notes { font-size: 9pt; }
      .s, .card, mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      h2, h3, h4, h5, h6 { break-after: avoid; }
      a { color: inherit; }
    }

    """
}
