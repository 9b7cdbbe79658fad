package quiesce.module;

/**
 * How many there are of a kind: CPUs with the tasks of each kind, or registrations.
 *
 * @param number how many; of registrations, where there may be any number, how many objects take
 *     turns
 * @param any whether there may be any number
 */
public record Count(int number, boolean any) {
  /** Any number; two objects are enough where one is registered while an old one is still used. */
  public static final Count ANY = new Count(2, true);

  public static Count of(int number) {
    return new Count(number, false);
  }

  /** {@code any}, or the number. */
  @Override
  public String toString() {
    return any ? "any" : Integer.toString(number);
  }
}
