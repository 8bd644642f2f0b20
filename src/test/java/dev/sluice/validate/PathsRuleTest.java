package dev.sluice.validate;

import static dev.sluice.validate.TestingSubmissions.files;
import static dev.sluice.validate.TestingSubmissions.seenBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsRuleTest {
  private final Rule rule = new PathsRule();

  @ParameterizedTest
  @ValueSource(
      strings = {"main.js", "lib/a b/c.js", ".hidden", "..a/b", "a..", "ä/猫.js", "a/...js"})
  void ordinary_paths_pass(String path) {
    assertThat(seenBy(rule, TestingSubmissions.of(files(path, path)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/etc/passwd",
        "..",
        "../a",
        "a/../../b",
        "a/..",
        ".",
        "./a",
        "a/./b",
        "a//b",
        "a/",
        "a\\b",
        "..\\a",
        "a\0b",
        "a\nb",
        "a\u202eb",
        "a\u200bb",
        "a\ud800b",
        "e\u0301.js",
      })
  void paths_that_lead_astray_are_rejected(String path) {
    assertThat(seenBy(rule, TestingSubmissions.of(files(path, path)))).hasSize(1);
  }

  @Test
  void the_message_names_the_path_cut_and_escaped() {
    String path = "../\n" + "x".repeat(200);

    assertThat(seenBy(rule, TestingSubmissions.of(files(path, path))))
        .containsExactly(
            "path \"../\\u000a"
                + "x".repeat(76)
                + "…\" must not contain control or invisible characters");
  }

  @Test
  void paths_and_their_parts_have_a_longest_length() {
    String deep = "a/".repeat(255) + "bc";

    assertThat(seenBy(rule, TestingSubmissions.of(files(deep, deep)))).isEmpty();
    assertThat(PathsRule.fault(deep + "d")).contains("be longer than 512 bytes");
    assertThat(PathsRule.fault("x".repeat(256))).contains("have a part longer than 255 bytes");
  }

  @Test
  void no_path_comes_twice() {
    assertThat(seenBy(rule, TestingSubmissions.of(files("a.js", "a.js", "b.js", "a.js"))))
        .containsExactly("path \"a.js\" must not come twice");
  }

  @Test
  void no_path_is_both_a_file_and_a_folder() {
    assertThat(seenBy(rule, TestingSubmissions.of(files("a.js", "a.js", "lib/a.js", "lib"))))
        .containsExactly("path \"lib\" must not be both a file and a folder");
  }

  @Test
  void the_entrypoint_is_one_of_the_files() {
    assertThat(seenBy(rule, TestingSubmissions.of(files("main.js", "other.js"))))
        .containsExactly("entrypoint is not among the files: \"main.js\"");
  }

  @Test
  void a_program_has_files() {
    assertThat(seenBy(rule, TestingSubmissions.of(new Program("javascript", List.of(), "main.js"))))
        .containsExactly("files must have at least one file");
  }

  /** Whatever passes lies below its folder, under the name that the file system gives it too. */
  @Test
  void no_path_that_passes_leaves_its_folder() {
    Random random = new Random(20261123);
    String[] parts = {
      ".", "..", "/", "\\", "a", "b.js", "\0", "\n", " ", "~", "%2e", "\u202e", "e\u0301", "é", ":",
      "\ud800", "//", "...", "-", "c:"
    };
    Path folder = Path.of("/work");
    int passed = 0;
    for (int round = 0; round < 200_000; round++) {
      StringBuilder text = new StringBuilder();
      random.ints(1 + random.nextInt(8), 0, parts.length).forEach(part -> text.append(parts[part]));
      String path = text.toString();
      if (PathsRule.fault(path).isEmpty()) {
        passed++;
        Path resolved = folder.resolve(path);
        assertThat(resolved.normalize()).as(path).isEqualTo(resolved);
        assertThat(resolved.startsWith(folder)).as(path).isTrue();
        assertThat(folder.relativize(resolved).toString()).isEqualTo(path);
        assertThat(resolved.getNameCount()).as(path).isEqualTo(1 + path.split("/", -1).length);
      }
    }
    assertThat(passed).isBetween(1_000, 150_000);
  }
}
