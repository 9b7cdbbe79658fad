package quiesce.module;

/**
 * Where a thread waits.
 *
 * @param place where it is
 * @param object whose lock it is, where each has one: who has none does not wait, but oopses
 * @param lock that it waits for; empty where it waits for something else
 * @param due what must be due, too, at the beginning of what runs later
 * @param chooses whether both may be those of {@link #ANY} object; the lock of each object must be
 *     free, where nothing must be due
 * @param agent whose part of memory it uses, where it waits for a lock
 * @param memory as it is for the agent
 * @param condition under which it continues, beside that the lock is free
 * @param keepsTurn whether it has a turn at the lock, which it keeps while something else has its
 *     CPU (docs/decisions/0066-who-waits-for-a-lock-keeps-its-turn.md)
 */
public record Waiting(
    String place,
    String object,
    String lock,
    String due,
    boolean chooses,
    String agent,
    String memory,
    String condition,
    boolean keepsTurn) {
  /** What an object is called that may be any one. */
  static final String ANY = "o";

  /** For something that is no lock. */
  static Waiting until(String place, String condition) {
    return new Waiting(place, "", "", "", false, "", "", condition, false);
  }
}
