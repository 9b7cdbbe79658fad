package quiesce.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quiesce.steps.Access;
import quiesce.steps.Section;
import quiesce.tla.Logic;

/** What comes with a specification says what is in its states. */
class StateLayoutTest {
  private static final Specification RCU = Samples.emit(Samples.RCU, Options.DEFAULT);
  private static final StateLayout LAYOUT = RCU.layout();

  @Test
  void placesLeadToTheStepsThatComeNext() {
    StateLayout.OfThread provider = LAYOUT.threads().get(RCU.program().provider().key());

    assertThat(provider.places().get("registered").step()).isInstanceOf(Section.Registered.class);
    assertThat(provider.places().get("tear down").step()).isInstanceOf(Access.TearDown.class);
    assertThat(provider.places()).containsKey(provider.rest());
  }

  @Test
  void fieldsHoldLocalsAndWhatIsKeptBesideThem() {
    StateLayout.OfThread provider = LAYOUT.threads().get(RCU.program().provider().key());

    assertThat(provider.field("obj")).contains("obj");
    assertThat(provider.fields()).containsEntry("at", new StateLayout.Part.Place());
  }

  @Test
  void modelValuesAreNumbered() {
    Individuals all = LAYOUT.individuals();

    assertThat(all.cpus()).hasSize(RCU.options().cpus().number());
    assertThat(all.cpu("cpu1")).contains(1);
    assertThat(all.words("cpu1")).isEqualTo("CPU 1");
    assertThat(all.words("task0")).isEqualTo("task 0");
    assertThat(all.words("A")).isEqualTo("A");
    assertThat(all.cpu("A")).isEmpty();
  }

  @Test
  void everyVariableOfTheModuleThatCHasANameForIsAThing() {
    Set<String> machine = Set.of("life", "awaited", "retired", "faults", "memory");
    assertThat(RCU.variables())
        .allMatch(
            v ->
                machine.contains(v)
                    || LAYOUT.thing(v).isPresent()
                    || LAYOUT.threads().values().stream()
                        .anyMatch(t -> t.instances().variable().equals(v)));
  }

  @Test
  void sectionsOfSrcuLeadToTheirThreadAndTheirOwnName() {
    Path file = Path.of("../runner/src/test/resources/machine/srcu/task.c");

    assertThat(Samples.emit(file, Options.DEFAULT).layout().sections())
        .containsEntry("reader in srcu", new StateLayout.Sections("reader", Optional.of("srcu")))
        .containsEntry("reader", new StateLayout.Sections("reader", Optional.empty()));
  }

  @Test
  void statesCallAgentsAndSectionsWhatTheModuleCallsThem() {
    for (Path file : Samples.catalogue()) {
      Specification spec = Samples.emit(file, Options.DEFAULT);
      spec.layout()
          .threads()
          .values()
          .forEach(
              t -> {
                assertThat(t.agent().of("i").toString())
                    .isEqualTo(t.agent().of(Logic.name("i")).text());
                assertThat(t.section().of("i").toString())
                    .isEqualTo(t.section().of(Logic.name("i")).text());
              });
    }
  }
}
