// What DAGitty finds on seeded random diagrams: minimal sufficient adjustment sets for the total and
// the direct effect, and conditional instruments.
//
//   DAGITTY=path/to/dagitty-alg.js node Tests/Oracles/causal_oracle.js \
//     > Tests/GraphAnalysisTests/Golden/dagitty.json
//
// dagitty-alg.js is the bundle of DAGitty's R package (inst/js); 3.1 was used.
const fs = require("fs")
const vm = require("vm")
const scope = vm.createContext({ console })
vm.runInContext(fs.readFileSync(process.env.DAGITTY, "utf8"), scope)
const { GraphAnalyzer, GraphParser } = vm.runInContext("DAGitty", scope)

// SplitMix64, as in SeededRandom.swift.
function seeded(seed) {
  const mask = (1n << 64n) - 1n
  let state = BigInt(seed)
  return (bound) => {
    state = (state + 0x9e3779b97f4a7c15n) & mask
    let mixed = state
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & mask
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & mask
    return Number((mixed ^ (mixed >> 31n)) % BigInt(bound))
  }
}

const ids = (nodes) => nodes.map((node) => Number(node.id)).sort((a, b) => a - b)
const bySize = (a, b) => a.length - b.length || compare(a, b)
const compare = (a, b) => {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] - b[i]
  return 0
}

const diagrams = []
for (let seed = 1; seed <= 80; seed++) {
  const random = seeded(seed)
  const count = 6 + random(7)
  const order = [...Array(count).keys()]
  for (let i = count - 1; i > 0; i--) {
    const j = random(i + 1)
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  const arrows = []
  const density = 2 + random(3)
  for (let i = 0; i < count; i++)
    for (let j = i + 1; j < count; j++) if (random(density + 2) < 2) arrows.push([order[i], order[j]])
  // The outcome is no ancestor of the exposure.
  const first = random(count - 1)
  const cause = order[first]
  const outcome = order[first + 1 + random(count - first - 1)]
  const unobserved = order.filter((node) => node !== cause && node !== outcome && random(4) === 0)
  const text =
    "dag{" + order.map((node) => {
      if (node === cause) return `${node} [exposure]`
      if (node === outcome) return `${node} [outcome]`
      return unobserved.includes(node) ? `${node} [latent]` : `${node}`
    }).join("\n") + "\n" + arrows.map(([a, b]) => `${a} -> ${b}`).join("\n") + "}"
  const diagram = GraphParser.parseGuess(text)
  diagrams.push({
    count, arrows, cause, outcome, unobserved: unobserved.sort((a, b) => a - b),
    total: GraphAnalyzer.listMsasTotalEffect(diagram).map(ids).sort(bySize),
    direct: GraphAnalyzer.listMsasDirectEffect(diagram).map(ids).sort(bySize),
    instruments: GraphAnalyzer.conditionalInstruments(diagram)
      .map(([node]) => Number(node.id)).sort((a, b) => a - b),
  })
}
console.log("[\n" + diagrams.map((d) => JSON.stringify(d)).join(",\n") + "\n]")
