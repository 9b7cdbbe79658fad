package quiesce.litmus;

import quiesce.litmus.lowering.TestLowering;
import quiesce.litmus.reading.TestReader;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.steps.Litmus;

/** Reads a litmus test of the kernel's memory model, in the format of herd7. */
public final class LitmusReader {
  private LitmusReader() {}

  /**
   * The test as processes of steps.
   *
   * @throws SourceException when any part of it is wrong or not supported; nothing is skipped
   */
  public static Litmus read(SourceFile file) {
    return TestLowering.lower(TestReader.read(file));
  }
}
