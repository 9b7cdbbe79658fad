package quiesce.engine.tlc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quiesce.tla.Value;

class StateSpaceReaderTest {
  private static final List<String> DUMP =
      List.of(
          "strict digraph DiskGraph {",
          "nodesep=0.35;",
          "-25 [label=\"/\\\\ x = 0\\n/\\\\ s = \\\"a \\\\\\\"b\\\\\\\"\\\"\",style = filled]",
          "-25 -> 37 [label=\"Up\",color=\"black\",fontcolor=\"black\"];",
          "37 [label=\"/\\\\ x = 1\\n/\\\\ s = \\\"\\\"\"];",
          "-25 -> -25 [label=\"Stay\",color=\"black\",fontcolor=\"black\"];",
          "-25 -> 12 [label=\"Down\",color=\"black\",fontcolor=\"black\"];",
          "12 [label=\"/\\\\ x = -1\\n/\\\\ s = \\\"\\\"\"];",
          "37 -> 12 [label=\"Up\",color=\"black\",fontcolor=\"black\"];",
          "{rank = same; -25;}",
          "{rank = same; 37;12;}",
          "}");

  @Test
  void statesAreNumberedFromTheInitialOneByWhatLeadsToThem() {
    StateSpace space = StateSpaceReader.of(DUMP);

    assertThat(space.states()).extracting(State::number).containsExactly(1, 2, 3);
    assertThat(space.states())
        .extracting(s -> s.variables().get("x").toString())
        .containsExactly("0", "-1", "1");
    assertThat(space.initial()).isEqualTo(Set.of(1));
    assertThat(space.steps())
        .containsExactly(
            new StateSpace.Step(1, "Down", 2),
            new StateSpace.Step(1, "Stay", 1),
            new StateSpace.Step(1, "Up", 3),
            new StateSpace.Step(3, "Up", 2));
  }

  @Test
  void aStringKeepsItsQuotes() {
    assertThat(StateSpaceReader.of(DUMP).states().get(0).variables())
        .containsEntry("s", new Value.Str("a \"b\""));
  }

  @Test
  void neitherHashesNorTheOrderOfTheFileMatter() {
    List<String> other =
        DUMP.stream()
            .map(line -> line.replace("37", "x").replace("12", "37").replace("x [", "-4 ["))
            .map(line -> line.replace("x -> ", "-4 -> ").replace("-> x", "-> -4"))
            .sorted()
            .toList();

    assertThat(other.toString()).contains("-4 -> 37");
    assertThat(StateSpaceReader.of(other)).isEqualTo(StateSpaceReader.of(DUMP));
  }
}
