package quiesce.engine.jvm;

/**
 * How much memory a JVM may use for states. What does not fit there, TLC puts on disk.
 *
 * @param flag that says so to the JVM
 */
public record Heap(String flag) {
  /** What a JVM that runs TLC takes beside its heap: code, classes, stacks. */
  private static final int OTHER_MEGABYTES = 128;

  /** And for what its collector notes of the heap, one part of it in so many. */
  private static final int NOTES = 16;

  /** As much as leaves the whole process within so many megabytes. */
  public static Heap withinProcess(int megabytes) {
    return ofMegabytes(Math.max(1, megabytes - megabytes / NOTES - OTHER_MEGABYTES));
  }

  /** So many megabytes. */
  public static Heap ofMegabytes(int megabytes) {
    return new Heap("-Xmx" + megabytes + "m");
  }

  /** A part of the machine's memory, or of the container's. */
  public static Heap partOfMachine(double percent) {
    return new Heap("-XX:MaxRAMPercentage=" + percent);
  }
}
