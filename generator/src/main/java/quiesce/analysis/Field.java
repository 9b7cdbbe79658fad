package quiesce.analysis;

import java.util.Set;
import java.util.regex.Pattern;
import quiesce.tla.TlaWords;

/** The names of the fields of a thread's record. */
public final class Field {
  /** Where the thread is. */
  public static final String AT = "at";

  /** The CPU that a thread with preemption off holds. */
  public static final String CPU = "cpu";

  /** The object whose callback it is inside of. */
  public static final String INSIDE = "inside";

  /** The registration whose callbacks this run has used. */
  public static final String USES = "uses";

  private static final Set<String> OWN = Set.of(AT, CPU, INSIDE, USES);

  /** What is no identifier as it is, and what it becomes. */
  private static final Pattern UNSOUND = Pattern.compile("x*(_[_0-9]*|[WS]F_.*)");

  private Field() {}

  /** The field that holds a local: another one for each. */
  public static String of(String local) {
    String sound = UNSOUND.matcher(local).matches() ? "x" + local : local;
    String stem = sound.replaceFirst("_+$", "");
    return OWN.contains(stem) || TlaWords.all().contains(stem) ? sound + "_" : sound;
  }

  /** A field that holds no local, under a name that {@link #of} leaves as it is. */
  public static String apart(String wish, Set<String> locals) {
    String name = UNSOUND.matcher(wish).matches() ? "the_" + wish : wish;
    while (locals.contains(name)) {
      name += "_";
    }
    return name;
  }
}
