package dev.sluice.validate;

import static dev.sluice.validate.TestingSubmissions.ACME;
import static dev.sluice.validate.TestingSubmissions.NOW;
import static dev.sluice.validate.TestingSubmissions.POLICY;
import static dev.sluice.validate.TestingSubmissions.files;
import static dev.sluice.validate.TestingSubmissions.javascript;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.job.Languages;
import dev.sluice.job.Program;
import dev.sluice.job.Route;
import dev.sluice.job.Tier;
import dev.sluice.tenant.Policies;
import dev.sluice.validate.ValidatedSubmission.Decision;
import dev.sluice.verdict.FaultDomain;
import dev.sluice.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidatorTest {
  private final Validator validator = new Validator(List.of(new TestingSyntax("javascript")));
  private final Policies policies =
      tenant -> Optional.of(POLICY).filter(policy -> tenant.equals(ACME));

  @Test
  void an_ordinary_submission_is_accepted_with_its_policy_and_its_route() {
    assertThat(validator.judge(javascript("1"), policies, NOW).decision())
        .isEqualTo(
            new Decision.Accepted(
                7,
                new Route(
                    Tier.ISOLATE, "self-contained javascript: nothing in it needs a container")));
  }

  @Test
  void an_accepted_submission_keeps_what_was_seen_in_it() {
    assertThat(validator.judge(javascript("eval(x)"), policies, NOW))
        .satisfies(
            judged -> assertThat(judged.decision()).isInstanceOf(Decision.Accepted.class),
            judged ->
                assertThat(judged.findings())
                    .extracting(Finding::rule)
                    .containsExactly("dynamic-code"));
  }

  @Test
  void the_first_rule_that_rejects_ends_the_judgement() {
    ValidatedSubmission judged =
        validator.judge(
            TestingSubmissions.of(new Program("cobol", List.of(), "../main")), policies, NOW);

    assertThat(judged.findings()).extracting(Finding::rule).containsExactly("known-language");
    assertThat(judged.decision())
        .isEqualTo(new Decision.Rejected(Verdict.REJECTED, judged.findings().getFirst().message()));
  }

  @Test
  void a_syntax_error_is_the_fault_of_the_code() {
    assertThat(validator.judge(javascript("f("), policies, NOW).decision())
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            rejected -> {
              assertThat(rejected.verdict()).isEqualTo(Verdict.COMPILE_ERROR);
              assertThat(rejected.verdict().faultDomain()).isEqualTo(FaultDomain.CODE);
            });
  }

  @Test
  void an_unknown_tenant_is_denied() {
    assertThat(validator.judge(javascript("1"), _ -> Optional.empty(), NOW).decision())
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            rejected -> assertThat(rejected.verdict()).isEqualTo(Verdict.POLICY_DENIED));
  }

  @Test
  void a_language_that_no_pool_runs_yet_is_rejected() {
    assertThat(
            validator
                .judge(TestingSubmissions.of(Languages.TYPESCRIPT, "1"), policies, NOW)
                .decision())
        .isEqualTo(
            new Decision.Rejected(Verdict.REJECTED, "language typescript: no pool runs it yet"));
  }

  @Test
  void a_submission_with_faults_without_end_gets_findings_with_an_end() {
    String[] paths =
        IntStream.range(0, 200).mapToObj(index -> "../" + index).toArray(String[]::new);

    ValidatedSubmission judged =
        validator.judge(TestingSubmissions.of(files("../0", paths)), policies, NOW);

    assertThat(judged.findings()).hasSize(Validator.MAXIMUM_FINDINGS);
    assertThat(judged.decision()).isInstanceOf(Decision.Rejected.class);
  }

  @Test
  void the_same_submission_gets_the_same_judgement() {
    assertThat(validator.judge(javascript("eval(1)"), policies, NOW))
        .isEqualTo(validator.judge(javascript("eval(1)"), policies, NOW));
  }
}
