package dev.sluice.isolate;

import dev.sluice.job.Languages;
import dev.sluice.sandbox.SamplePrograms;

/** The sample programs of the pools' contract, in JavaScript. */
final class JavaScriptSamples {
  static final SamplePrograms ALL =
      new SamplePrograms(
          Languages.JAVASCRIPT,
          "console.log('hello')",
          "console.log(stdin.replace(/\\n$/, ''))",
          "console.error('careful')",
          "exit(7)",
          "console.log('hello'); for (;;);",
          "console.log('hello'); setTimeout(() => {}, 3_600_000)",
          "const kept = []; for (;;) kept.push(new Array(100_000).fill(1.5))",
          "for (let n = 0; ; n++) console.log('line ' + n)");

  private JavaScriptSamples() {}
}
