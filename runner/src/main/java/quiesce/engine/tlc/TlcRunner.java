package quiesce.engine.tlc;

/** Runs TLC. Several threads may use it at once. */
public interface TlcRunner extends AutoCloseable {
  /**
   * Runs one job and waits for its end.
   *
   * @param listener hears about it, in other threads
   * @throws TlcException if files cannot be written
   */
  TlcResult run(TlcJob job, TlcListener listener);

  /** Ends what runs when there is no job, and tidies what is kept; not what it runs jobs with. */
  @Override
  default void close() {}
}
