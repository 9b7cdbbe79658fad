package quiesce.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.steps.Section;

/** The read-side sections, of which each has a bit in what a grace period waits for. */
final class Sections {
  /**
   * @param domain of SRCU; empty for RCU
   * @param name among those of a thread
   */
  private record One(Instance reader, String domain, Optional<String> name) {
    boolean isOpen(State s) {
      return name.map(n -> s.get(reader.srcu().get(n)) > 0)
          .orElseGet(() -> reader.isInReadSection(s));
    }
  }

  private final List<One> all = new ArrayList<>();
  private final int awaited;

  Sections(Layout layout) {
    this.awaited = layout.awaited;
    for (Instance t : layout.instances) {
      all.add(new One(t, "", Optional.empty()));
      t.srcu().keySet().forEach(n -> all.add(new One(t, n.split(" ")[0], Optional.of(n))));
    }
    if (all.size() >= Integer.SIZE) {
      throw new UnsupportedOperationException(all.size() + " kinds of sections");
    }
  }

  static String name(Section.Srcu section) {
    return section.domain() + " " + section.name();
  }

  /** A grace period begins: it waits for the sections of its domain that are open. */
  void await(State s, Instance waiter, String domain) {
    int bits = 0;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).domain().equals(domain) && all.get(i).isOpen(s)) {
        bits |= 1 << i;
      }
    }
    s.set(awaited + waiter.number(), bits);
  }

  boolean areOver(State s, Instance waiter) {
    return s.get(awaited + waiter.number()) == 0;
  }

  /** No grace period waits any more for sections that have ended. */
  void settle(State s, int instances) {
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isOpen(s)) {
        for (int w = 0; w < instances; w++) {
          s.set(awaited + w, s.get(awaited + w) & ~(1 << i));
        }
      }
    }
  }
}
