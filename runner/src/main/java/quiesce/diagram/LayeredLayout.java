package quiesce.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places nodes in layers, from the top down, by the Eclipse Layout Kernel. */
final class LayeredLayout {
  private static final int NODE_WIDTH = 48;
  private static final int NODE_HEIGHT = 28;

  private final ElkNode root = ElkGraphUtil.createGraph();
  private final List<ElkNode> nodes = new ArrayList<>();
  private final List<ElkEdge> edges = new ArrayList<>();

  /** A rectangle of the drawing. */
  record Area(int x, int y, int width, int height) {}

  /** The way of an edge, and the room of its label. */
  record Route(List<Picture.Point> points, Area label) {}

  private LayeredLayout() {
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.RANDOM_SEED, 1);
    root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
    // Nodes are numbered by their distance from the beginning: what leads to a smaller number leads
    // back.
    root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, 16.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 4.0);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 24.0);
  }

  /**
   * @param labels of the edges, in lines
   */
  static LayeredLayout of(StateGraph graph, List<List<String>> labels) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    LayeredLayout layout = new LayeredLayout();
    graph.nodes().forEach(n -> layout.addNode());
    for (int i = 0; i < labels.size(); i++) {
      StateGraph.Edge e = graph.edges().get(i);
      layout.addEdge(e.from(), e.to(), labels.get(i));
    }
    new RecursiveGraphLayoutEngine().layout(layout.root, new BasicProgressMonitor());
    return layout;
  }

  Area whole() {
    return new Area(0, 0, round(root.getWidth()), round(root.getHeight()));
  }

  Area node(int number) {
    ElkNode n = nodes.get(number - 1);
    return new Area(round(n.getX()), round(n.getY()), NODE_WIDTH, NODE_HEIGHT);
  }

  Route edge(int index) {
    ElkEdge e = edges.get(index);
    ElkEdgeSection s = e.getSections().get(0);
    List<Picture.Point> points =
        Stream.of(
                Stream.of(point(s.getStartX(), s.getStartY())),
                s.getBendPoints().stream().map(b -> point(b.getX(), b.getY())),
                Stream.of(point(s.getEndX(), s.getEndY())))
            .flatMap(p -> p)
            .toList();
    ElkLabel l = e.getLabels().get(0);
    Area label =
        new Area(round(l.getX()), round(l.getY()), round(l.getWidth()), round(l.getHeight()));
    return new Route(points, label);
  }

  private void addNode() {
    ElkNode n = ElkGraphUtil.createNode(root);
    n.setDimensions(NODE_WIDTH, NODE_HEIGHT);
    nodes.add(n);
  }

  private void addEdge(int from, int to, List<String> lines) {
    ElkEdge e = ElkGraphUtil.createSimpleEdge(nodes.get(from - 1), nodes.get(to - 1));
    ElkLabel label = ElkGraphUtil.createLabel(String.join("\n", lines), e);
    int width = lines.stream().mapToInt(Lettering::width).max().orElse(0);
    label.setDimensions(width, lines.size() * Lettering.LINE);
    label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
    edges.add(e);
  }

  private static Picture.Point point(double x, double y) {
    return new Picture.Point(round(x), round(y));
  }

  private static int round(double length) {
    return (int) Math.round(length);
  }
}
