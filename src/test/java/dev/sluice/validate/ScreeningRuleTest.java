package dev.sluice.validate;

import static dev.sluice.validate.TestingSubmissions.examined;
import static dev.sluice.validate.TestingSubmissions.javascript;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScreeningRuleTest {
  private final Rule rule = new ScreeningRule();

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\u0001',
      value = {
        "const key = '-----BEGIN RSA PRIVATE ' + 'KEY-----' => none",
        "-----BEGIN RSA PRIVATE KEY-----        => private-key",
        "-----BEGIN PRIVATE KEY-----            => private-key",
        "id = 'AKIAIOSFODNN7EXAMPLE'            => cloud-credentials",
        "ghp_0123456789abcdefghijABCDEFGHIJ012345 => cloud-credentials",
        "get('http://169.254.169.254/latest')   => metadata-address",
        "open('/proc/self/environ')             => proc-filesystem",
        "curl --unix-socket /var/run/docker.sock=> proc-filesystem",
        ":(){ :|:& };:                          => fork-bomb",
        "bomb() { bomb | bomb & }; bomb         => fork-bomb",
        "while True: os.fork()                  => fork-bomb",
        "pool = 'stratum+tcp://a:3333'          => crypto-miner",
        "eval(text)                             => dynamic-code",
        "new Function('return 1')()             => dynamic-code",
        "pattern.exec(text)                     => none",
        "evaluate(text)                         => none",
        "medieval (text)                        => none",
        "/process/list                          => none",
        "admin\u202e                            => hidden-text",
      })
  void each_screening_sees_what_it_looks_for_and_nothing_else(String code, String finding) {
    assertThat(rule.examine(examined(javascript(code))))
        .extracting(Finding::rule)
        .isEqualTo(finding.equals("none") ? List.of() : List.of(finding));
  }

  @ParameterizedTest
  @ValueSource(ints = {5_000, 5_001})
  void a_very_long_line_is_seen(int length) {
    String code = "1\n" + "x".repeat(length) + "\n2";

    assertThat(rule.examine(examined(javascript(code))))
        .extracting(Finding::rule)
        .isEqualTo(length > 5_000 ? List.of("obfuscated") : List.of());
  }

  @Test
  void a_finding_is_recorded_and_does_not_reject() {
    assertThat(rule.examine(examined(javascript("eval(x)"))))
        .containsExactly(
            Finding.recorded(
                "dynamic-code",
                "\"main.js\" makes code out of text while it runs, which no reading beforehand can"
                    + " judge"));
  }

  @Test
  void a_finding_that_the_policy_names_as_blocking_rejects() {
    assertThat(rule.examine(examined(javascript("'-----BEGIN PRIVATE KEY-----'"))))
        .extracting(Finding::rejects)
        .containsExactly(Optional.of(Verdict.POLICY_DENIED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", " ", ":", ":(){ ", "while ", "-----BEGIN ", "eval ", "_", "A", "/proc/1"})
  void any_text_is_screened_in_linear_time(String part) {
    String code = part.repeat(SizesRule.CODE_BYTES / part.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> rule.examine(examined(javascript(code))));
  }
}
