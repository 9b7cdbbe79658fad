package quiesce.promela;

/** Something that a model for Spin cannot have; whoever knows the place says where. */
final class Inexpressible extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what it is, as the subject of a sentence
   */
  Inexpressible(String what) {
    super(what);
  }
}
