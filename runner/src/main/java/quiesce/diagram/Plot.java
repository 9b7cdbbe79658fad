package quiesce.diagram;

import java.util.List;

/**
 * Numbers over columns, on a logarithmic scale.
 *
 * @param across what the columns are
 * @param columns their names, from the left
 */
public record Plot(String title, String across, List<String> columns, List<Curve> curves) {
  public Plot {
    columns = List.copyOf(columns);
    curves = List.copyOf(curves);
  }

  /**
   * Numbers of one kind.
   *
   * @param group curves of one group look alike
   * @param spots in the order of their columns, of which some may have none
   */
  public record Curve(String name, int group, List<Spot> spots) {
    public Curve {
      spots = List.copyOf(spots);
    }
  }

  /**
   * A number, at least one.
   *
   * @param column counted from 0
   * @param wrong whether something is violated there
   * @param other whether it is the number of something else, which was counted in its place
   */
  public record Spot(int column, long number, boolean wrong, boolean other) {}
}
