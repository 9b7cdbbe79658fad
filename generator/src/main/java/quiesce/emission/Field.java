package quiesce.emission;

import java.util.Set;

/** The names of the fields of a thread's record. */
public final class Field {
  /** Where the thread stands. */
  public static final String AT = "at";

  /** The CPU that a thread with preemption off holds. */
  public static final String CPU = "cpu";

  /** The object whose callback it is inside of. */
  public static final String INSIDE = "inside";

  /** The registration whose callbacks this run has used. */
  public static final String USES = "uses";

  private static final Set<String> OWN = Set.of(AT, CPU, INSIDE, USES);

  private Field() {}

  /** The field that holds a local. */
  public static String of(String local) {
    return OWN.contains(local.replaceFirst("_+$", "")) ? local + "_" : local;
  }
}
