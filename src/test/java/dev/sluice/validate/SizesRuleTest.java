package dev.sluice.validate;

import static dev.sluice.validate.TestingSubmissions.javascript;
import static dev.sluice.validate.TestingSubmissions.seenBy;
import static dev.sluice.validate.TestingSubmissions.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.SourceFile;
import dev.sluice.job.Terms;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SizesRuleTest {
  private final Rule rule = new SizesRule();

  @Test
  void code_at_the_limit_passes() {
    assertThat(seenBy(rule, javascript("x".repeat(SizesRule.CODE_BYTES)))).isEmpty();
  }

  @Test
  void code_above_the_limit_is_rejected() {
    assertThat(seenBy(rule, javascript("x".repeat(SizesRule.CODE_BYTES + 1))))
        .containsExactly("code has 2097153 bytes, at most 2097152 are taken");
  }

  @Test
  void too_many_files_are_rejected() {
    List<SourceFile> files =
        IntStream.rangeClosed(0, SizesRule.FILES)
            .mapToObj(index -> new SourceFile("f" + index + ".js", Content.EMPTY))
            .toList();

    assertThat(seenBy(rule, TestingSubmissions.of(new Program("javascript", files, "f0.js"))))
        .containsExactly("files has 257 files, at most 256 are taken");
  }

  @Test
  void too_long_a_standard_input_is_rejected() {
    Content stdin = Content.of(new byte[SizesRule.STDIN_BYTES + 1]);

    assertThat(seenBy(rule, with(new Invocation(List.of(), stdin, Map.of(), Optional.empty()))))
        .containsExactly("stdin has 1048577 bytes, at most 1048576 are taken");
  }

  @Test
  void too_many_and_too_long_arguments_are_rejected() {
    List<String> many = Collections.nCopies(257, "");
    List<String> longs = List.of("ä".repeat(32 * 1024));

    assertThat(seenBy(rule, with(new Invocation(many, Content.EMPTY, Map.of(), Optional.empty()))))
        .containsExactly("args has 257 arguments, at most 256 are taken");
    assertThat(seenBy(rule, with(new Invocation(longs, Content.EMPTY, Map.of(), Optional.empty()))))
        .containsExactly("args has 65537 bytes, at most 65536 are taken");
  }

  @Test
  void too_large_an_environment_is_rejected() {
    Map<String, String> environment =
        IntStream.range(0, 257).boxed().collect(Collectors.toMap(i -> "V" + i, i -> "x"));

    assertThat(
            seenBy(
                rule,
                with(new Invocation(List.of(), Content.EMPTY, environment, Optional.empty()))))
        .containsExactly("env has 257 variables, at most 256 are taken");
  }

  @Test
  void too_many_labels_are_rejected() {
    Map<String, String> labels =
        IntStream.range(0, 65).boxed().collect(Collectors.toMap(i -> "l" + i, i -> "x"));

    assertThat(
            seenBy(
                rule,
                TestingSubmissions.of(
                    Program.of(Languages.JAVASCRIPT, "1"), Invocation.PLAIN, Terms.PLAIN, labels)))
        .containsExactly("labels has 65 labels, at most 64 are taken");
  }

  @Test
  void parts_that_are_small_enough_alone_must_be_small_enough_together() {
    Invocation invocation =
        new Invocation(
            List.of(),
            Content.of(new byte[SizesRule.STDIN_BYTES]),
            Map.of(),
            Optional.of("x".repeat(SizesRule.EXPECTED_STDOUT_BYTES)));
    Program program = Program.of(Languages.JAVASCRIPT, "x".repeat(1024 * 1024));

    assertThat(seenBy(rule, TestingSubmissions.of(program, invocation, Terms.PLAIN, Map.of())))
        .containsExactly("the submission has 3145753 bytes, at most 3145728 are taken");
  }
}
