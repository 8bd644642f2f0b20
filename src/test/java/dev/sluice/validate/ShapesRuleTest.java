package dev.sluice.validate;

import static dev.sluice.validate.TestingSubmissions.asking;
import static dev.sluice.validate.TestingSubmissions.seenBy;
import static dev.sluice.validate.TestingSubmissions.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.ByteSize;
import dev.sluice.job.Content;
import dev.sluice.job.Invocation;
import dev.sluice.job.Languages;
import dev.sluice.job.LimitOverrides;
import dev.sluice.job.Program;
import dev.sluice.job.RequestedTier;
import dev.sluice.job.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesRuleTest {
  private final Rule rule = new ShapesRule();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void priorities_from_one_to_five_pass(int priority) {
    assertThat(seenBy(rule, with(priority(priority)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 6})
  void other_priorities_are_rejected(int priority) {
    assertThat(seenBy(rule, with(priority(priority))))
        .containsExactly("priority must be from 1 to 5: " + priority);
  }

  @Test
  void environment_names_are_those_of_posix() {
    assertThat(seenBy(rule, with(environment(Map.of("PATH_2", "x", "_", ""))))).isEmpty();
    assertThat(seenBy(rule, with(environment(Map.of("2A", "x")))))
        .containsExactly(
            "env names must be letters, digits and _ and not start with a digit: \"2A\"");
    assertThat(seenBy(rule, with(environment(Map.of("A=B\n", "x")))))
        .containsExactly(
            "env names must be letters, digits and _ and not start with a digit: \"A=B\\u000a\"");
  }

  @Test
  void nul_is_rejected_and_the_value_of_a_variable_is_not_shown() {
    assertThat(seenBy(rule, with(environment(Map.of("TOKEN", "secret\0")))))
        .containsExactly("env.TOKEN must not contain NUL");
    assertThat(
            seenBy(
                rule,
                with(
                    new Invocation(
                        List.of("a", "b\0"), Content.EMPTY, Map.of(), Optional.empty()))))
        .containsExactly("args[1] must not contain NUL");
  }

  @Test
  void labels_have_plain_names() {
    assertThat(
            seenBy(
                rule,
                TestingSubmissions.of(
                    Program.of(Languages.JAVASCRIPT, "1"),
                    Invocation.PLAIN,
                    Terms.PLAIN,
                    Map.of("ok.label/x", "any thing", "\u202eevil", "x"))))
        .containsExactly("labels must have names of letters, digits and ._:/-: \"\\u202eevil\"");
  }

  @Test
  void limits_are_positive() {
    LimitOverrides limits =
        new LimitOverrides(
            Optional.of(Duration.ZERO),
            Optional.of(Duration.ofMillis(-1)),
            Optional.of(new ByteSize(0)),
            Optional.of(new ByteSize(0)),
            Optional.of(0),
            Optional.of(new ByteSize(0)));

    assertThat(seenBy(rule, asking(limits)))
        .containsExactly(
            "limits.wallMillis must be at least 1: 0",
            "limits.cpuMillis must be at least 1: -1",
            "limits.memoryBytes must be at least 1: 0",
            "limits.outputBytes must be at least 1: 0",
            "limits.processes must be at least 1: 0");
  }

  @Test
  void a_limit_that_no_number_of_milliseconds_holds_is_rejected() {
    assertThat(
            seenBy(rule, asking(LimitOverrides.NONE.withWall(Duration.ofSeconds(Long.MAX_VALUE)))))
        .containsExactly(
            "limits.wallMillis must be at most a year: " + Duration.ofSeconds(Long.MAX_VALUE));
  }

  private static Terms priority(int priority) {
    return new Terms(priority, RequestedTier.AUTO, LimitOverrides.NONE, Set.of(), Optional.empty());
  }

  private static Invocation environment(Map<String, String> environment) {
    return new Invocation(List.of(), Content.EMPTY, environment, Optional.empty());
  }
}
