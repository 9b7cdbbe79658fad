package quiesce.litmus.tree;

/**
 * A type, as far as it matters: integers have no width here.
 *
 * @param pointers how many {@code *} the name has
 */
public record Type(Kind kind, int pointers) {
  /** What is after the pointers. */
  public enum Kind {
    INTEGER("a variable"),
    LOCK("a spinlock"),
    DOMAIN("an SRCU domain");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** In a message. */
    public String text() {
      return text;
    }
  }
}
