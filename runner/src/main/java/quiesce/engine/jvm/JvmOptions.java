package quiesce.engine.jvm;

import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM options that TLC is run with.
 *
 * @param flags what {@code java} gets before its class path
 */
public record JvmOptions(List<String> flags) {
  /**
   * For the small state spaces that are the rule: starting takes most of the time then, so no
   * second compiler and no parallel collector. The stack is larger than the default because TLC
   * evaluates recursively and gives up at a recursion depth of some hundreds otherwise.
   */
  public static final JvmOptions SMALL =
      new JvmOptions(
          List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xss16m"));

  /**
   * How many workers of TLC make no more garbage than one thread collects in passing. The parallel
   * collector is no faster then, and takes several times the memory.
   */
  private static final int FEW_WORKERS = 2;

  public JvmOptions {
    flags = List.copyOf(flags);
  }

  /** For state spaces of up to millions of states, where the time goes into evaluation. */
  public static JvmOptions large(int workers) {
    String collector = workers <= FEW_WORKERS ? "-XX:+UseSerialGC" : "-XX:+UseParallelGC";
    return new JvmOptions(List.of(collector, "-Xshare:auto", "-Xss16m"));
  }

  /** The same with at most so much heap. */
  public JvmOptions with(Heap heap) {
    return new JvmOptions(Stream.concat(flags.stream(), Stream.of(heap.flag())).toList());
  }
}
