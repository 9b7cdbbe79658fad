package quiesce.emission;

import java.util.Set;

/** The names of the fields of a thread's record. */
final class Field {
  static final String AT = "at";
  static final String CPU = "cpu";
  static final String INSIDE = "inside";
  static final String USES = "uses";

  private static final Set<String> OWN = Set.of(AT, CPU, INSIDE, USES);

  private Field() {}

  /** The field that holds a local. */
  static String of(String local) {
    return OWN.contains(local) ? local + "_" : local;
  }
}
