package dev.sluice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rules hold in the house, and each of them sees the violation that was planted for it. */
class HouseRulesTest {
  private static final String PLANTED = "dev.sluice.architecture.planted";
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.sluice");
  private static final JavaClasses CROOKED = new ClassFileImporter().importPackages(PLANTED);

  @TestFactory
  Stream<DynamicTest> holds() {
    return new HouseRules("dev.sluice")
        .all()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getDescription(), () -> rule.allowEmptyShould(true).check(HOUSE)));
  }

  @TestFactory
  Stream<DynamicTest> sees_a_planted_violation_of() {
    return new HouseRules(PLANTED)
        .all()
        .map(
            rule ->
                DynamicTest.dynamicTest(rule.getDescription(), () -> assertSeesItsViolation(rule)));
  }

  @Test
  void every_room_has_its_floor() {
    List<String> known = HouseRules.FLOORS.stream().flatMap(List::stream).toList();

    assertThat(new HouseRules("dev.sluice").rooms(HOUSE)).isSubsetOf(known);
  }

  private static void assertSeesItsViolation(ArchRule rule) {
    EvaluationResult result = rule.evaluate(CROOKED);

    assertThat(result.hasViolation()).as(rule.getDescription()).isTrue();
  }
}
