package quiesce.lkmm;

import java.util.Set;
import java.util.stream.Collectors;
import quiesce.export.Inexpressible;
import quiesce.steps.Wait;

/** The grace periods after which nobody may find what was unregistered. */
final class Grace {
  private Grace() {}

  /**
   * That a load comes after a grace period is seen by what the load is ordered after. That order
   * shows it what was stored before. In a section that the grace period would have waited for it
   * knows that anyway; outside of one, the test would say more than the strategy does.
   */
  static void refuseOutside(Scribe s) {
    Set<String> domains =
        s.cast().program().provider().nodes().stream()
            .filter(n -> n.step() instanceof Wait.GracePeriodEnds e && e.unregisters())
            .map(n -> ((Wait.GracePeriodEnds) n.step()).domain())
            .collect(Collectors.toSet());
    boolean inside =
        domains.stream()
            .allMatch(
                d ->
                    d.isEmpty()
                        ? s.role().thread().inReadSection(s.here())
                        : s.here().before().srcu().stream().anyMatch(i -> i.domain().equals(d)));
    if (!inside) {
      throw new Inexpressible("a load that no grace period waits for");
    }
  }
}
