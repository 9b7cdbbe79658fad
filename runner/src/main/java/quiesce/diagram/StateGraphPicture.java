package quiesce.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quiesce.diagram.Picture.Anchor;
import quiesce.diagram.Picture.Face;
import quiesce.diagram.Picture.Ink;
import quiesce.text.Visible;

/**
 * A state graph as a drawing: it begins at the top, and each step is described next to its arrow.
 */
public final class StateGraphPicture {
  private static final int MARGIN = 16;
  private static final int COLUMNS = 24;

  private final StateGraph graph;
  private final List<List<String>> labels;
  private final LayeredLayout layout;
  private final List<Picture.Shape> shapes = new ArrayList<>();
  private final int width;
  private int y;

  private StateGraphPicture(StateGraph graph) {
    this.graph = graph;
    this.labels = graph.edges().stream().map(StateGraphPicture::label).toList();
    this.layout = LayeredLayout.of(graph, labels);
    this.width = Math.max(layout.whole().width(), Lettering.width(60)) + 2 * MARGIN;
  }

  public static Picture of(StateGraph graph) {
    return new StateGraphPicture(graph).draw();
  }

  private Picture draw() {
    y = MARGIN;
    edges();
    nodes();
    y += layout.whole().height();
    legend();
    return new Picture(width, y + MARGIN, graph.title(), description(), shapes);
  }

  private static List<String> label(StateGraph.Edge edge) {
    return edge.label().stream()
        .flatMap(line -> Lettering.wrap(Visible.of(line), COLUMNS, "  ").stream())
        .toList();
  }

  private void edges() {
    for (int i = 0; i < labels.size(); i++) {
      LayeredLayout.Route route = layout.edge(i);
      shapes.add(
          new Picture.Arrow(
              route.points().stream()
                  .map(p -> new Picture.Point(p.x() + MARGIN, p.y() + MARGIN))
                  .toList(),
              Ink.MUTED,
              false));
      LayeredLayout.Area room = route.label();
      int base = room.y() + MARGIN + Lettering.LINE - 5;
      shapes.addAll(Lettering.set(labels.get(i), room.x() + MARGIN, base, Ink.MUTED, Face.PLAIN));
    }
  }

  private void nodes() {
    for (StateGraph.Node n : graph.nodes()) {
      LayeredLayout.Area a = layout.node(n.number());
      int x = a.x() + MARGIN;
      int top = a.y() + MARGIN;
      Ink ink = !n.violated().isEmpty() ? Ink.DANGER : n.initial() ? Ink.ACCENT : Ink.TEXT;
      String tooltip = tooltip(n);
      if (n.last()) {
        shapes.add(
            new Picture.Box(x + 3, top + 3, a.width() - 6, a.height() - 6, ink, false, tooltip));
      }
      boolean filled = n.initial() || !n.violated().isEmpty();
      shapes.add(new Picture.Box(x, top, a.width(), a.height(), ink, filled, tooltip));
      shapes.add(
          new Picture.Text(
              x + a.width() / 2,
              top + 19,
              Integer.toString(n.number()),
              ink,
              Face.BOLD,
              Anchor.MIDDLE));
    }
  }

  private static String tooltip(StateGraph.Node n) {
    String violated =
        n.violated().isEmpty() ? "" : "violated: " + String.join(", ", n.violated()) + "\n";
    return "State " + n.number() + "\n" + violated + String.join("\n", n.machine());
  }

  /** What the marks mean, and which properties do not hold where. */
  private void legend() {
    y += Lettering.LINE / 2;
    legend(Ink.MUTED, graph.bounds());
    legend(
        Ink.ACCENT,
        "it begins in " + numbers(graph.nodes().stream().filter(n -> n.initial()).toList()));
    List<StateGraph.Node> last = graph.nodes().stream().filter(n -> n.last()).toList();
    if (!last.isEmpty()) {
      legend(Ink.TEXT, "double frame: nothing leads on from " + numbers(last));
    }
    graph.nodes().stream()
        .flatMap(n -> n.violated().stream())
        .distinct()
        .sorted()
        .forEach(
            property ->
                legend(
                    Ink.DANGER,
                    property
                        + " violated in "
                        + numbers(
                            graph.nodes().stream()
                                .filter(n -> n.violated().contains(property))
                                .toList())));
  }

  private void legend(Ink ink, String text) {
    int columns = (width - 2 * MARGIN) / Lettering.width(1);
    List<String> lines = Lettering.wrap(Visible.of(text), columns, "  ");
    shapes.addAll(Lettering.set(lines, MARGIN, y + Lettering.LINE, ink, Face.PLAIN));
    y += lines.size() * Lettering.LINE;
  }

  private static String numbers(List<StateGraph.Node> nodes) {
    return nodes.stream().map(n -> Integer.toString(n.number())).collect(Collectors.joining(", "));
  }

  private String description() {
    String edges =
        graph.edges().stream()
            .map(e -> e.from() + " to " + e.to() + ": " + String.join(", ", e.label()))
            .collect(Collectors.joining("; "));
    return graph.bounds() + ". Steps: " + edges + ".";
  }
}
