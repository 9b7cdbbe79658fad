package quiesce.steps;

/**
 * A plain store that the compiler may put off.
 *
 * @param pending the local that is true while the store is still to come
 * @param value the local that holds what will be stored
 * @param operand the local that holds the CPU, index or object of the location while the store is
 *     pending
 * @param original the location as the strategy wrote it
 */
public record LateStore(
    String pending, String value, String operand, Location original, Origin origin) {

  /** The location in terms of the operand that was kept when the store was put off. */
  public Location location() {
    return original.at(new Value.Local(operand));
  }
}
