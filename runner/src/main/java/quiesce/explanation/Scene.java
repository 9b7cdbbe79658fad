package quiesce.explanation;

import java.util.List;

/**
 * The machine as it is between two events of a counterexample, in words.
 *
 * <p>Every scene of a counterexample has the same parts, and these the same names in the same
 * order, so that two scenes can be compared place by place.
 */
public record Scene(List<Part> parts) {
  public Scene {
    parts = List.copyOf(parts);
  }

  /**
   * One kind of thing to look at: memory, store buffers, the lives of objects. A matrix has the
   * cells of each row together, and the same columns in each.
   */
  public record Part(String title, List<Cell> cells) {
    public Part {
      cells = List.copyOf(cells);
    }
  }

  /**
   * What something is.
   *
   * @param column of whom, where the cells of a part are a matrix; otherwise empty
   */
  public record Cell(String name, String column, String value) {
    public Cell(String name, String value) {
      this(name, "", value);
    }

    /** What it is of, on one line. */
    public String label() {
      return column.isEmpty() ? name : column + ": " + name;
    }
  }
}
