package quiesce.source;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a file has that the machine has not, where all else is read: the rest of the file means
 * nothing without it, and is not examined.
 *
 * @param names of the primitives that are missing
 * @param found all that is wrong, other errors that do not follow from these included
 */
public record Unsupported(Set<String> names, List<Diagnostic> found) {
  static final Unsupported NOTHING = new Unsupported(Set.of(), List.of());

  public Unsupported {
    names = Set.copyOf(names);
    found = found.stream().sorted(Comparator.naturalOrder()).toList();
  }

  public boolean isNothing() {
    return found.isEmpty();
  }
}
