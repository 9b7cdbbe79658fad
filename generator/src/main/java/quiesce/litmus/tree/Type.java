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

  /** What a type of C is here. */
  public static Type of(quiesce.source.Type type) {
    if (type instanceof quiesce.source.Type.Pointer p) {
      Type target = of(p.target());
      return new Type(target.kind(), target.pointers() + 1);
    } else if (type.equals(new quiesce.source.Type.Kernel("spinlock_t"))) {
      return new Type(Kind.LOCK, 0);
    }
    boolean domain = type.equals(new quiesce.source.Type.Struct("srcu_struct"));
    return new Type(domain ? Kind.DOMAIN : Kind.INTEGER, 0);
  }
}
