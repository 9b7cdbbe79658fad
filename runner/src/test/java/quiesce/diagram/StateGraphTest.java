package quiesce.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import quiesce.catalogue.InputException;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.module.Options;

class StateGraphTest {
  private static final Options SMALL = Options.DEFAULT.withBounds(1, 1);

  @Test
  void aStateGraphIsDrawnAsItWasLookedAt() throws IOException {
    StateGraph graph = graph("rcu-wait-first", SMALL);
    PictureWriter writer = new PictureWriter(Samples.TEMPLATES);

    Samples.assertGolden("states.svg", writer.svg(StateGraphPicture.of(graph)));
    Samples.assertGolden("states.tex", writer.tikz(StateGraphPicture.of(graph)));
    Samples.assertGolden("states.mmd", new Mermaid(Samples.TEMPLATES).graph(graph));
    assertThat(graph("rcu-wait-first", SMALL)).isEqualTo(graph);
  }

  @Test
  void itBeginsInTheFirstStateAndEndsWhereNothingLeadsOn() throws IOException {
    StateGraph graph = graph("rcu-once", SMALL);

    assertThat(graph.nodes()).filteredOn(StateGraph.Node::initial).hasSize(1);
    assertThat(graph.nodes().get(0).initial()).isTrue();
    assertThat(graph.nodes())
        .filteredOn(StateGraph.Node::last)
        .singleElement()
        .satisfies(n -> assertThat(n.machine()).contains("  A: torn down"));
    assertThat(graph.nodes()).allMatch(n -> n.violated().isEmpty());
  }

  @Test
  void everyStateIsMarkedThatViolatesAProperty() throws IOException {
    StateGraph graph = graph("locked", SMALL);

    // The NMI handler spins on the lock that it has interrupted the holder of.
    assertThat(graph.nodes())
        .filteredOn(n -> n.violated().equals(List.of("NoDeadlock")))
        .isNotEmpty()
        .allMatch(StateGraph.Node::last);
  }

  @Test
  void aStepIsToldByItsFunctionItsOperationAndItsLine() throws IOException {
    assertThat(graph("rcu-once", SMALL).edges())
        .extracting(StateGraph.Edge::label)
        .contains(
            List.of("(A is initialised)"),
            List.of("register_callbacks(): perf_guest_cbs = A :23"),
            List.of("sample(): perf_guest_cbs (load) = A :34"));
  }

  @Test
  void moreStatesThanAnybodyCanLookAtAreRefused() {
    assertThatThrownBy(() -> graph("rcu-once", Options.DEFAULT))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "rcu-once has more than 60 states under sc with 2 CPUs and 2 registrations, too many to"
                + " look at; try --memory sc --cpus 1 --registrations 1");
  }

  private static StateGraph graph(String strategy, Options options) throws IOException {
    try (Engine engine = Engines.start()) {
      return StateGraphs.of(engine, Samples.strategy(strategy, options));
    }
  }
}
