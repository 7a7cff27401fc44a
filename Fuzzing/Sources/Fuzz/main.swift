import CFuzzer

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// FUZZ_TARGET=html Fuzz [libFuzzer's own arguments: folders of inputs, -max_total_time=…]
guard let name = getenv("FUZZ_TARGET"), let target = FuzzTarget(rawValue: String(cString: name))
else {
  for target in FuzzTarget.allCases { print(target.rawValue) }
  exit(2)
}
FuzzTarget.chosen = target

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
let result = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
  FuzzTarget.chosen.read(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
exit(result)
