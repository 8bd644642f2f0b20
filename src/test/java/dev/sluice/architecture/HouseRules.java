package dev.sluice.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Who may import whom, as rules over a root package: the real one, or one with a planted violation
 * of each rule.
 */
final class HouseRules {
  /** From the ground up: a floor may use the floors below it and nothing above. */
  static final List<List<String>> FLOORS =
      List.of(
          List.of("job"),
          List.of("cgroup"),
          List.of("tenant"),
          List.of("verdict"),
          List.of("audit"),
          List.of("route"),
          List.of("validate"),
          List.of("ledger"),
          List.of("sandbox"),
          List.of("capability"),
          List.of("isolate", "container"),
          List.of("kafka"),
          List.of("json"),
          List.of("http", "cli"),
          List.of("app"));

  private static final List<String> PURE =
      List.of("job", "tenant", "verdict", "audit", "route", "validate", "ledger", "sandbox");

  /** Library by library: the only packages that may use it. */
  private static final Map<String, List<String>> EXCLUSIVE =
      new TreeMap<>(
          Map.of(
              "io.vertx..", List.of("http", "capability"),
              "org.apache.kafka..", List.of("kafka"),
              "org.graalvm..", List.of("isolate"),
              "com.github.dockerjava..", List.of("container"),
              "picocli..", List.of("cli", "app"),
              "org.apache.avro..", List.of("kafka.wire", "isolate.protocol")));

  private final String root;

  HouseRules(String root) {
    this.root = root;
  }

  Stream<ArchRule> all() {
    List<ArchRule> rules = new ArrayList<>();
    rules.add(floorsRestOnLowerOnes());
    rules.add(roomsOfOneFloorAreStrangers());
    rules.add(pureRoomsUseNothingButTheLanguage());
    rules.add(pureRoomsHaveNoClock());
    rules.add(pureRoomsHaveNoEnvironment());
    rules.add(pureRoomsHaveNoDice());
    EXCLUSIVE.forEach((library, rooms) -> rules.add(onlyTheseUse(library, rooms)));
    rules.add(generatedClassesStayInWire());
    rules.add(onlyCommandsPrint());
    rules.add(noCycles());
    rules.add(everyPackageIsNullMarked());
    return rules.stream();
  }

  private ArchRule floorsRestOnLowerOnes() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<JavaClass>("depend on their own floor and lower ones only") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                int floor = floorOf(item);
                item.getDirectDependenciesFromSelf().stream()
                    .filter(
                        dependency -> floor >= 0 && floorOf(dependency.getTargetClass()) > floor)
                    .forEach(
                        dependency ->
                            events.add(
                                SimpleConditionEvent.violated(item, dependency.getDescription())));
              }
            })
        .as("floors rest on lower ones");
  }

  private ArchRule roomsOfOneFloorAreStrangers() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<JavaClass>("not use another room of their floor") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                    .filter(
                        dependency ->
                            floorOf(item) >= 0
                                && floorOf(item) == floorOf(dependency.getTargetClass())
                                && !roomOf(item).equals(roomOf(dependency.getTargetClass())))
                    .forEach(
                        dependency ->
                            events.add(
                                SimpleConditionEvent.violated(item, dependency.getDescription())));
              }
            })
        .as("pools and edges never use each other");
  }

  private ArchRule pureRoomsUseNothingButTheLanguage() {
    String[] allowed =
        Stream.concat(Stream.of("java..", "org.jspecify.."), PURE.stream().map(this::room))
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAnyPackage(pure())
        .should()
        .dependOnClassesThat(resideOutsideOfPackages(allowed))
        .as("pure packages use the JDK and each other only");
  }

  private ArchRule pureRoomsHaveNoClock() {
    return noClasses()
        .that()
        .resideInAnyPackage(pure())
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .as("pure packages have no clock");
  }

  private ArchRule pureRoomsHaveNoEnvironment() {
    return noClasses()
        .that()
        .resideInAnyPackage(pure())
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .dependOnClassesThat(
            resideInAnyPackage("java.nio.file..", "java.net..", "java.util.logging.."))
        .as("pure packages have no environment, files, network or logger");
  }

  private ArchRule pureRoomsHaveNoDice() {
    return noClasses()
        .that()
        .resideInAnyPackage(pure())
        .should()
        .dependOnClassesThat()
        .areAssignableTo(RandomGenerator.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .as("pure packages have no randomness");
  }

  private ArchRule onlyTheseUse(String library, List<String> rooms) {
    String[] allowed = rooms.stream().map(this::room).toArray(String[]::new);
    return noClasses()
        .that(resideInAPackage(root + "..").and(not(resideInAnyPackage(allowed))))
        .should()
        .dependOnClassesThat(resideInAPackage(library))
        .as("only " + String.join(" and ", rooms) + " may use " + library);
  }

  private ArchRule generatedClassesStayInWire() {
    return noClasses()
        .that(resideInAPackage(root + "..").and(not(resideInAPackage(room("kafka.wire")))))
        .should()
        .dependOnClassesThat(resideInAPackage(root + ".kafka.wire.generated.."))
        .as("only kafka.wire may use the generated classes");
  }

  private ArchRule onlyCommandsPrint() {
    return noClasses()
        .that(
            resideInAPackage(root + "..")
                .and(not(resideInAnyPackage(room("cli"), room("isolate.worker")))))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .as("only cli prints; a worker's stdout is its line to the pool");
  }

  private ArchRule noCycles() {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .as("packages are free of cycles");
  }

  private ArchRule everyPackageIsNullMarked() {
    return classes()
        .that(
            resideInAPackage(root + "..")
                .and(not(resideInAPackage(root + ".kafka.wire.generated.."))))
        .should(
            new ArchCondition<JavaClass>("reside in a package marked @NullMarked") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          item, item.getName() + ": its package-info has no @NullMarked"));
                }
              }
            })
        .as("every package says what it is for and is null-marked");
  }

  private String room(String name) {
    return root + "." + name + "..";
  }

  private String[] pure() {
    return PURE.stream().map(this::room).toArray(String[]::new);
  }

  private int floorOf(JavaClass item) {
    String room = roomOf(item);
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      if (FLOORS.get(floor).contains(room)) {
        return floor;
      }
    }
    return -1;
  }

  /** The name of the package right below the root, empty for a class outside. */
  private String roomOf(JavaClass item) {
    String name = item.getPackageName();
    if (!name.startsWith(root + ".")) {
      return "";
    }
    String below = name.substring(root.length() + 1);
    int dot = below.indexOf('.');
    return dot < 0 ? below : below.substring(0, dot);
  }

  /** The rooms that these classes live in. */
  Stream<String> rooms(JavaClasses classes) {
    return classes.stream().map(this::roomOf).filter(room -> !room.isEmpty()).distinct();
  }
}
