package quiesce.diagram;

import java.util.List;
import quiesce.text.Visible;

/**
 * A drawing, in whatever form it is written down. Lengths are in pixels of the screen, from the
 * upper left corner; text is plain text, for the writer to escape, and holds no character that
 * would not be seen.
 *
 * @param title what it shows, in a few words
 * @param description the same in words, for those who cannot see it
 * @param shapes in the order of drawing
 */
public record Picture(int width, int height, String title, String description, List<Shape> shapes) {
  public Picture {
    title = Visible.of(title);
    description = Visible.of(description);
    shapes = List.copyOf(shapes);
  }

  /** What a shape is for; the writer chooses the colour. */
  public enum Ink {
    TEXT,
    MUTED,
    ACCENT,
    DANGER
  }

  /** How a text is set. */
  public enum Face {
    PLAIN,
    BOLD,
    ITALIC
  }

  /** Which point of a text is given. */
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  /** Anything that is drawn. */
  public sealed interface Shape {}

  /** A straight line. */
  public record Line(int x1, int y1, int x2, int y2, Ink ink, boolean dashed) implements Shape {}

  /**
   * A rectangle with round corners.
   *
   * @param filled a faint filling in its colour
   * @param tooltip shown where the pointer rests on it; none if empty
   */
  public record Box(int x, int y, int width, int height, Ink ink, boolean filled, String tooltip)
      implements Shape {
    public Box {
      tooltip = Visible.of(tooltip);
    }
  }

  /** A small disc: something happens there. */
  public record Dot(int x, int y, Ink ink) implements Shape {}

  /** One line of text in a monospaced font; {@code y} is its base line. */
  public record Text(int x, int y, String text, Ink ink, Face face, Anchor anchor)
      implements Shape {
    public Text {
      text = Visible.of(text);
    }
  }

  /** A line along points, with a head at the last one. */
  public record Arrow(List<Point> points, Ink ink, boolean dashed) implements Shape {
    public Arrow {
      points = List.copyOf(points);
    }
  }

  /** A place. */
  public record Point(int x, int y) {}
}
