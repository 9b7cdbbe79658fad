package quiesce.why;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import quiesce.edits.Line;

/**
 * Why something is in a strategy.
 *
 * @param tried the ways to weaken it, each with what comes of it, until one is not acceptable
 */
public record Finding(Line line, List<Tried> tried) {
  public Finding {
    tried = List.copyOf(tried);
  }

  /** A way, and what comes of it. */
  public record Tried(Line.Way way, Outcome outcome) {}

  /** What is known of it, the most that is known first. */
  public enum Result {
    /** Nothing weaker does. */
    NECESSARY,
    /** Something weaker does, but not everything that was tried. */
    STRONGER,
    /** Every property holds without it, but something is not reached any more. */
    NOT_REACHED,
    UNNECESSARY,
    UNKNOWN,
    /** Each way to weaken it was refused. */
    REFUSED;

    /** In words. */
    public String word() {
      return this == STRONGER
          ? "stronger than necessary"
          : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Only a violation shows that it is necessary. */
  public Result result() {
    if (falls().isPresent()) {
      return does().isPresent() ? Result.STRONGER : Result.NECESSARY;
    } else if (has(Outcome.Unknown.class)) {
      return Result.UNKNOWN;
    } else if (has(Outcome.NotReached.class)) {
      return Result.NOT_REACHED;
    }
    return has(Outcome.Holds.class) ? Result.UNNECESSARY : Result.REFUSED;
  }

  /** What it is and what is known of it, in a line. */
  public String title() {
    return line.what() + ": " + result().word();
  }

  /** The first way that is too weak. */
  public Optional<Tried> falls() {
    return tried.stream().filter(t -> t.outcome() instanceof Outcome.Falls).findFirst();
  }

  /** The weakest way that does as well. */
  public Optional<Tried> does() {
    return tried.stream()
        .filter(t -> t.outcome() instanceof Outcome.Holds)
        .reduce((one, weaker) -> weaker);
  }

  private boolean has(Class<? extends Outcome> kind) {
    return tried.stream().map(Tried::outcome).anyMatch(kind::isInstance);
  }
}
