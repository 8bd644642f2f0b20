package dev.sluice.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Content;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaScriptNeedsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "const fs = require('fs')                    | imports node:fs",
        "import { spawn } from \"node:child_process\"| imports node:child_process",
        "import'net'                                 | imports node:net",
        "export * from \"http\"                      | imports node:http",
        "await import(`fs/promises`)                 | imports node:fs/promises",
        "import _ from 'lodash'                      | imports lodash, a package that is not among the job's files",
        "await fetch('http://127.0.0.1:1')           | uses fetch, which asks for the network",
        "new WebSocket(url)                          | uses WebSocket, which asks for the network",
        "if (/['\"]/.test(a)) require('os')          | imports node:os",
        "const a = 4 / 2; const b = 'x/'; require('tty') | imports node:tty",
      })
  void what_only_node_has_is_found(String code, String need) {
    assertThat(JavaScriptNeeds.of(Program.of(Languages.JAVASCRIPT, code))).contains(need);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "// const fs = require('fs')",
        "/* import fs from 'node:fs' */ 1",
        "console.log(\"require('fs')\")",
        "console.log(`import 'fs'`)",
        "loader.require('fs')",
        "process.exit(3)",
        "console.log(Buffer.from('a'), __dirname)",
        "const assert = require('node:assert/strict')",
        "import { inspect } from 'util'",
        "import path from 'node:path'",
        "const fetch = () => 1; fetch()",
        "queue.fetch()",
        "Array.from('abc')",
        "const text = 'unclosed\nconst other = 1",
      })
  void what_only_looks_like_it_is_not(String code) {
    assertThat(JavaScriptNeeds.of(Program.of(Languages.JAVASCRIPT, code))).isEmpty();
  }

  @Test
  void modules_among_the_files_of_the_job_are_its_own() {
    Program program =
        program(
            new SourceFile("main.js", Content.of("import a from './lib/a.js'; require('lib/b')")),
            new SourceFile("lib/a.js", Content.of("export default 1")),
            new SourceFile("lib/b.js", Content.of("1")));

    assertThat(JavaScriptNeeds.of(program)).isEmpty();
  }

  @Test
  void packages_to_install_need_a_container() {
    Program program =
        program(
            new SourceFile("main.js", Content.of("1")),
            new SourceFile(
                "package.json", Content.of("{\"dependencies\": {\"left-pad\": \"1\"}}")));

    assertThat(JavaScriptNeeds.of(program)).contains("package.json asks for packages");
  }

  @Test
  void any_text_is_read_to_its_end_in_linear_time() {
    Random random = new Random(20261123);
    String[] parts = {
      "'", "\"", "`", "/", "*", "\\", "\n", "require", "(", "${", "[", " ", "import"
    };

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(200, 0, parts.length).forEach(part -> text.append(parts[part]));
            JavaScriptNeeds.of(Program.of(Languages.JAVASCRIPT, text.toString()));
          }
          for (String part : parts) {
            JavaScriptNeeds.of(Program.of(Languages.JAVASCRIPT, part.repeat(200_000)));
          }
        });
  }

  private static Program program(SourceFile... files) {
    return new Program("javascript", List.of(files), "main.js");
  }
}
