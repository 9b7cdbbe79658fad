package quiesce.source;

import java.util.List;

/**
 * A bound to something that one file may ask for. What goes over it is refused where it does, so
 * that no file, whatever it holds, keeps quiesce busy without end.
 */
public final class Limit {
  private final SourceFile file;
  private final int most;
  private final String what;
  private final String help;
  private int used;

  /**
   * @param what it bounds, in the plural
   * @param help what to do about it
   */
  public Limit(SourceFile file, int most, String what, String help) {
    this.file = file;
    this.most = most;
    this.what = what;
    this.help = help;
  }

  /**
   * The steps of all threads of a file. A statement takes one for each access, and one or two that
   * mark where it is; a call takes one beside those of what is inlined.
   */
  public static Limit ofSteps(SourceFile file) {
    return new Limit(
        file,
        Bound.STEPS.most(),
        "steps, of which a statement takes one or more",
        "leave out what touches nothing shared; each call is inlined where it is made");
  }

  /**
   * Counts one more.
   *
   * @param place of what asks for it
   * @throws SourceException if that is one too many
   */
  public void use(Place place) {
    used++;
    if (used > most) {
      throw new SourceException(
          List.of(new Diagnostic(file, place, "more than %,d %s".formatted(most, what), help)));
    }
  }
}
