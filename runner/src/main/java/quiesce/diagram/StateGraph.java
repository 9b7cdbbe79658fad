package quiesce.diagram;

import java.util.List;

/**
 * All states of a strategy and what leads from one to another.
 *
 * @param title what it is the graph of
 * @param bounds what it was generated for
 * @param nodes numbered from 1 in this order, by their distance from the beginning
 * @param edges in the order of the nodes that they begin at
 */
public record StateGraph(String title, String bounds, List<Node> nodes, List<Edge> edges) {
  public StateGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A state.
   *
   * @param initial whether it begins here
   * @param last whether nothing leads on to another state
   * @param violated the properties that do not hold in it
   * @param machine what is what in it, one thing a line
   */
  public record Node(
      int number, boolean initial, boolean last, List<String> violated, List<String> machine) {
    public Node {
      violated = List.copyOf(violated);
      machine = List.copyOf(machine);
    }
  }

  /**
   * A step.
   *
   * @param label what happens, one event a line
   */
  public record Edge(int from, int to, List<String> label) {
    public Edge {
      label = List.copyOf(label);
    }
  }
}
