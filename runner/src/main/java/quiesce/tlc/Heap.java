package quiesce.tlc;

/**
 * How much memory a JVM may use for states. What does not fit there, TLC puts on disk.
 *
 * @param flag that says so to the JVM
 */
public record Heap(String flag) {
  /** So many megabytes. */
  public static Heap ofMegabytes(int megabytes) {
    return new Heap("-Xmx" + megabytes + "m");
  }

  /** A part of the machine's memory, or of the container's. */
  public static Heap partOfMachine(double percent) {
    return new Heap("-XX:MaxRAMPercentage=" + percent);
  }
}
