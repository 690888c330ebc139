package leakdetection;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The house's rules: who may know whom, and which names say nothing. */
@AnalyzeClasses(packages = "leakdetection", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  /** The domain's parts in the order in which they may know each other: later ones know earlier. */
  private static final List<String> DOMAIN =
      List.of(
          "fields",
          "templates",
          "sensors",
          "tsd",
          "baselines",
          "detection",
          "simulation",
          "estimation");

  @ArchTest
  static final ArchRule nobodyKnowsPresentation = nobodyKnows("leakdetection.presentation..");

  @ArchTest
  static final ArchRule nobodyKnowsInfrastructure = nobodyKnows("leakdetection.infrastructure..");

  @ArchTest static final ArchRule nobodyKnowsDetectors = nobodyKnows("leakdetection.detectors..");

  @ArchTest
  static final ArchRule detectorContractKnowsOnlyThePlatform =
      only("leakdetection.spi..", "leakdetection.spi..", "java..");

  @ArchTest
  static final ArchRule numericsKnowOnlyThePlatformAndHipparchus =
      only("leakdetection.numerics..", "leakdetection.numerics..", "java..", "org.hipparchus..");

  @ArchTest
  static final ArchRule detectorsKnowOnlyTheirContractNumericsAndTheLibraryTheyWrap =
      only(
          "leakdetection.detectors..",
          "leakdetection.detectors..",
          "leakdetection.spi..",
          "leakdetection.numerics..",
          "java..",
          "org.hipparchus..",
          "com.amazon.randomcutforest..");

  @ArchTest
  static final ArchRule domainKnowsOnlyNumericsPersistenceAndValidation =
      only(
          "leakdetection.domain..",
          "leakdetection.domain..",
          "leakdetection.numerics..",
          "java..",
          "jakarta.persistence..",
          "jakarta.validation..");

  @ArchTest
  static final ArchRule applicationKnowsNoDriverAndNoProtocol =
      only(
          "leakdetection.application..",
          "leakdetection.application..",
          "leakdetection.domain..",
          "leakdetection.numerics..",
          "leakdetection.spi..",
          "java..",
          "jakarta.annotation..",
          "jakarta.enterprise..",
          "jakarta.inject..",
          "jakarta.transaction..");

  @ArchTest
  static final ArchRule presentationStoresNothing =
      noClasses()
          .that()
          .resideInAPackage("leakdetection.presentation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("leakdetection.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesAreAtMostTwoLevelsDeep =
      noClasses().should().resideInAPackage("leakdetection.*.*.*..");

  @ArchTest
  static final ArchRule namesSaySomething =
      noClasses()
          .should()
          .haveNameMatching("(?i).*\\.(util|utils|common|misc|helper|helpers|manager|impl)\\..*")
          .orShould()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto)(\\$.*)?");

  @ArchTest
  static final ArchRule domainHasNoSetters =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("leakdetection.domain..")
          .should()
          .haveNameNotMatching("set[A-Z].*")
          .allowEmptyShould(true);

  /** It counts nanoseconds on the way, which end after 292 years. */
  @ArchTest
  static final ArchRule distancesOfTimesAreCountedByMicroseconds =
      noClasses().should().callMethod(ChronoUnit.class, "between", Temporal.class, Temporal.class);

  @ArchTest
  static final ArchRule loggersAreConstants =
      fields()
          .that()
          .haveRawType(Logger.class)
          .should()
          .haveModifier(JavaModifier.STATIC)
          .andShould()
          .haveModifier(JavaModifier.FINAL)
          .allowEmptyShould(true);

  @ArchTest
  static void domainsPartsKnowOnlyEarlierOnes(JavaClasses all) {
    for (int earlier = 0; earlier < DOMAIN.size(); earlier++) {
      String[] later =
          DOMAIN.stream().skip(earlier + 1L).map(ArchitectureTest::domain).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(domain(DOMAIN.get(earlier)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .allowEmptyShould(true)
          .check(all);
    }
  }

  @ArchTest
  static void packagesSayWhatLivesInThem(JavaClasses all) throws IOException {
    Path sources = Path.of("src/main/java");
    try (Stream<Path> files = Files.walk(sources)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .map(Path::getParent)
                  .distinct()
                  .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
          .isEmpty();
    }
  }

  private static String domain(String part) {
    return "leakdetection.domain." + part + "..";
  }

  private static ArchRule nobodyKnows(String packages) {
    return noClasses()
        .that(not(resideInAPackage(packages)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packages);
  }

  private static ArchRule only(String packages, String... known) {
    return classes()
        .that()
        .resideInAPackage(packages)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(known).or(new Primitive()))
        .allowEmptyShould(true);
  }

  /** Primitive types and arrays of them live in no package. */
  private static final class Primitive extends DescribedPredicate<JavaClass> {

    Primitive() {
      super("primitive types");
    }

    @Override
    public boolean test(JavaClass type) {
      return type.getBaseComponentType().isPrimitive();
    }
  }
}
