package quiesce.export;

/** Something that has no form in another tool's language; whoever knows the place says where. */
public final class Inexpressible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what it is, as the subject of a sentence
   */
  public Inexpressible(String what) {
    super(what);
  }
}
