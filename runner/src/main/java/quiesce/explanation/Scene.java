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

  /** One kind of thing to look at: memory, store buffers, the lives of objects. */
  public record Part(String title, List<Cell> cells) {
    public Part {
      cells = List.copyOf(cells);
    }
  }

  /** What something is. */
  public record Cell(String name, String value) {}
}
