package quiesce.contexts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.steps.Section;

/**
 * Distinguishes the SRCU sections of one thread. A section that ends within another one of its
 * domain adds nothing to that one, and is part of it; sections that overlap are waited for each by
 * itself.
 */
final class SrcuSections {
  /** For each section: in which other one it ends, at each of its ends. */
  private final Map<Section.Srcu, Set<Optional<Section.Srcu>>> within = new HashMap<>();

  private final Map<Section.Srcu, Set<Section.Srcu>> openWith = new HashMap<>();

  /** Notes that a section begins. */
  void begins(Section.Srcu section, Held before) {
    openWith.computeIfAbsent(section, s -> new HashSet<>()).addAll(open(before, section.domain()));
  }

  /** Notes that a section ends. */
  void ends(Section.Srcu section, Held before) {
    Optional<Section.Srcu> first = open(before, section.domain()).stream().findFirst();
    within
        .computeIfAbsent(section, s -> new HashSet<>())
        .add(first.filter(outer -> !outer.equals(section)));
  }

  private static List<Section.Srcu> open(Held held, String domain) {
    return held.sure().srcu().stream().filter(s -> s.domain().equals(domain)).toList();
  }

  /** The section that this one is part of. */
  private Section.Srcu outermost(Section.Srcu section) {
    Set<Optional<Section.Srcu>> outer = within.getOrDefault(section, Set.of());
    Optional<Section.Srcu> only =
        outer.size() == 1 ? outer.iterator().next() : Optional.<Section.Srcu>empty();
    return only.map(this::outermost).orElse(section);
  }

  Section.Srcu of(Section.Srcu section) {
    Section.Srcu outermost = outermost(section);
    String domain = section.domain();
    return new Section.Srcu(
        domain, overlaps(outermost) ? domain + ", " + outermost.name() : domain);
  }

  private boolean overlaps(Section.Srcu section) {
    return openWith.entrySet().stream()
        .anyMatch(
            e -> {
              Section.Srcu later = outermost(e.getKey());
              return e.getValue().stream()
                  .map(this::outermost)
                  .anyMatch(
                      earlier ->
                          !earlier.equals(later)
                              && (earlier.equals(section) || later.equals(section)));
            });
  }
}
