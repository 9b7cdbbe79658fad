package quiesce.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import quiesce.steps.Computed;
import quiesce.steps.ControlFlow;
import quiesce.steps.Liveness;
import quiesce.steps.StepKinds;

/** The interpreter is a second opinion on all that becomes of the steps. */
@AnalyzeClasses(packages = "quiesce.interpreter")
class InterpreterDependenciesTest {
  @ArchTest
  static final ArchRule IT_KNOWS_STEPS_AND_THE_NAMES_OF_PROPERTIES =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "quiesce.interpreter..", "quiesce.steps..", "quiesce.property..", "java..");

  @ArchTest
  static final ArchRule IT_FINDS_OUT_FOR_ITSELF_WHAT_STEPS_MEAN =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Liveness.class, ControlFlow.class, Computed.class, StepKinds.class);
}
