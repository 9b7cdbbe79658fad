package quiesce.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Data flows one way: C, tree, steps, specification, verdict, explanation. */
@AnalyzeClasses(packages = "quiesce", importOptions = ImportOption.DoNotIncludeTests.class)
class DependenciesTest {
  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("quiesce.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CYCLES_WITHIN_THE_ENGINE =
      slices().matching("quiesce.engine.(*)..").should().beFreeOfCycles();

  /** The generator's packages in the order in which data flows through them. */
  private static final List<String> ORDER =
      List.of(
          "source",
          "template",
          "steps",
          "primitives",
          "contexts",
          "lowering",
          "analysis",
          "memory",
          "models",
          "module");

  /** What any of them may use: it knows none of them. */
  private static final List<String> LANGUAGE = List.of("tla", "text", "property");

  @ArchTest
  static void theGeneratorsDataFlowsOneWay(JavaClasses all) {
    for (int i = 0; i < ORDER.size(); i++) {
      String[] later =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(p -> "quiesce." + p + "..")
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage("quiesce." + ORDER.get(i) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(later)
          .check(all);
    }
    String[] ordered = ORDER.stream().map(p -> "quiesce." + p + "..").toArray(String[]::new);
    for (String p : LANGUAGE) {
      noClasses()
          .that()
          .resideInAPackage("quiesce." + p + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ordered)
          .check(all);
    }
  }

  /** A memory model is what its own folder says: none knows another, and one line lists them. */
  @ArchTest
  static final ArchRule MEMORY_MODELS_KNOW_NOTHING_OF_EACH_OTHER =
      slices().matching("quiesce.models.(*)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule ONLY_THE_LIST_NAMES_MEMORY_MODELS =
      noClasses()
          .that()
          .resideOutsideOfPackage("quiesce.models..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("quiesce.models.*..");

  /** What others are given is a second opinion on what TLC is given. */
  @ArchTest
  static final ArchRule EXPORTS_ARE_MADE_FROM_STEPS_AND_NOT_FROM_TLA =
      noClasses()
          .that()
          .resideInAnyPackage("quiesce.export..", "quiesce.lkmm..", "quiesce.promela..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("quiesce.module..", "quiesce.tla..");

  @ArchTest
  static final ArchRule LITMUS_TESTS_BECOME_STEPS =
      noClasses()
          .that()
          .resideInAPackage("quiesce.litmus..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("quiesce..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "quiesce.contexts..",
                              "quiesce.litmus..",
                              "quiesce.primitives..",
                              "quiesce.source..",
                              "quiesce.steps.."))));

  @ArchTest
  static final ArchRule STEPS_KNOW_NO_TEMPLATES =
      noClasses()
          .that()
          .resideInAnyPackage(
              "quiesce.steps..",
              "quiesce.primitives..",
              "quiesce.contexts..",
              "quiesce.lowering..",
              "quiesce.litmus..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("quiesce.module..", "freemarker..");

  @ArchTest
  static final ArchRule TLA_KNOWS_NO_STRATEGY =
      noClasses()
          .that()
          .resideInAPackage("quiesce.tla..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("quiesce..")
                  .and(not(resideInAPackage("quiesce.tla..")))
                  .and(not(resideInAPackage("quiesce.text.."))));

  @ArchTest
  static final ArchRule THE_GENERATOR_KNOWS_NO_TLC =
      noClasses()
          .that()
          .resideInAnyPackage(
              "quiesce.source..",
              "quiesce.steps..",
              "quiesce.primitives..",
              "quiesce.contexts..",
              "quiesce.lowering..",
              "quiesce.litmus..",
              "quiesce.analysis..",
              "quiesce.memory..",
              "quiesce.models..",
              "quiesce.module..",
              "quiesce.export..",
              "quiesce.lkmm..",
              "quiesce.promela..",
              "quiesce.property..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "quiesce.engine..",
              "quiesce.verdict..",
              "quiesce.explanation..",
              "quiesce.diagram..",
              "quiesce.observation..",
              "quiesce.catalogue..",
              "quiesce.report..",
              "quiesce.cli..",
              "tlc2..");

  /** Nor what a step, a property or a verdict is: it runs any job. */
  @ArchTest
  static final ArchRule THE_ENGINE_KNOWS_NO_STRATEGY =
      noClasses()
          .that()
          .resideInAPackage("quiesce.engine..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("quiesce..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "quiesce.engine..",
                              "quiesce.store..",
                              "quiesce.output..",
                              "quiesce.tla.."))));

  @ArchTest
  static final ArchRule OBSERVATION_KNOWS_NO_PROPERTIES_OF_STRATEGIES =
      noClasses()
          .that()
          .resideInAPackage("quiesce.observation..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("quiesce..")
                  .and(
                      not(
                          resideInAnyPackage(
                              "quiesce.observation..",
                              "quiesce.litmus..",
                              "quiesce.source..",
                              "quiesce.steps..",
                              "quiesce.tla..",
                              "quiesce.template..",
                              "quiesce.module..",
                              "quiesce.engine..",
                              "quiesce.verdict..",
                              "quiesce.catalogue..",
                              "quiesce.output.."))));

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_ASKS_WHAT_LITMUS_TESTS_OBSERVE =
      noClasses()
          .that()
          .resideOutsideOfPackages("quiesce.observation..", "quiesce.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("quiesce.observation..");

  @ArchTest
  static final ArchRule COSTS_ARE_COUNTED_IN_STEPS =
      noClasses()
          .that()
          .resideInAPackage("quiesce.cost..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("quiesce..")
                  .and(not(resideInAnyPackage("quiesce.cost..", "quiesce.steps.."))));

  @ArchTest
  static final ArchRule TLC_RUNS_IN_A_PROCESS_OF_ITS_OWN =
      noClasses()
          .that()
          .resideOutsideOfPackage("quiesce.engine.inside..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tlc2..", "tla2sany..", "util..");

  /** It is put in a jar of its own, beside TLC and nothing else. */
  @ArchTest
  static final ArchRule INSIDE_A_JVM_OF_TLC_IS_NOTHING_BUT_TLC =
      classes()
          .that()
          .resideInAPackage("quiesce.engine.inside..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "quiesce.engine.inside..", "tlc2..", "util..", "java..", "javax.management..");

  @ArchTest
  static final ArchRule RENEWAL_KNOWS_CLASSES_AND_NO_TLC =
      noClasses()
          .that()
          .resideInAPackage("quiesce.engine.renewal..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("quiesce..").and(not(resideInAPackage("quiesce.engine.renewal.."))));

  @ArchTest
  static final ArchRule ONLY_RENEWAL_REWRITES_CLASSES =
      noClasses()
          .that()
          .resideOutsideOfPackage("quiesce.engine.renewal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.objectweb.asm..");

  @ArchTest
  static final ArchRule ANSWERS_ARE_KEPT_WITHOUT_KNOWING_WHAT_FOR =
      noClasses()
          .that()
          .resideInAPackage("quiesce.answer..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("quiesce..")
                  .and(not(resideInAnyPackage("quiesce.answer..", "quiesce.store.."))));

  @ArchTest
  static final ArchRule DIAGRAMS_KNOW_NO_REPORT =
      noClasses()
          .that()
          .resideInAPackage("quiesce.diagram..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("quiesce.report..", "quiesce.cli..");

  @ArchTest
  static final ArchRule ONLY_DIAGRAMS_ARE_LAID_OUT =
      noClasses()
          .that()
          .resideOutsideOfPackage("quiesce.diagram..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.elk..");
}
