package quiesce.litmus.lowering;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.steps.Section;

/**
 * Distinguishes the SRCU sections of one process. A section that ends within another one of its
 * domain adds nothing to that one, and is part of it; sections that overlap are waited for each by
 * itself.
 */
final class SrcuSections {
  /** For each section: in which other one it ends, at each of its ends. */
  private final Map<Held.Srcu, Set<Optional<Held.Srcu>>> within = new HashMap<>();

  private final Map<Held.Srcu, Set<Held.Srcu>> openWith = new HashMap<>();

  /** Notes that a section begins. */
  void begins(Held.Srcu section, Held before) {
    openWith.computeIfAbsent(section, s -> new HashSet<>()).addAll(open(before, section.domain()));
  }

  /** Notes that a section ends. */
  void ends(Held.Srcu section, Held before) {
    Optional<Held.Srcu> first = open(before, section.domain()).stream().findFirst();
    within
        .computeIfAbsent(section, s -> new HashSet<>())
        .add(first.filter(outer -> !outer.equals(section)));
  }

  private static List<Held.Srcu> open(Held held, String domain) {
    return held.srcu().stream().filter(s -> s.domain().equals(domain)).toList();
  }

  /** The section that this one is part of. */
  private Held.Srcu outermost(Held.Srcu section) {
    Set<Optional<Held.Srcu>> outer = within.getOrDefault(section, Set.of());
    Optional<Held.Srcu> only =
        outer.size() == 1 ? outer.iterator().next() : Optional.<Held.Srcu>empty();
    return only.map(this::outermost).orElse(section);
  }

  Section.Srcu of(Held.Srcu section) {
    Held.Srcu outermost = outermost(section);
    String domain = section.domain();
    return new Section.Srcu(
        domain, overlaps(outermost) ? domain + ", " + outermost.index() : domain);
  }

  private boolean overlaps(Held.Srcu section) {
    return openWith.entrySet().stream()
        .anyMatch(
            e -> {
              Held.Srcu later = outermost(e.getKey());
              return e.getValue().stream()
                  .map(this::outermost)
                  .anyMatch(
                      earlier ->
                          !earlier.equals(later)
                              && (earlier.equals(section) || later.equals(section)));
            });
  }
}
