package quiesce.sweep;

import java.util.Optional;
import quiesce.module.Count;
import quiesce.verdict.Scope;

/**
 * What a strategy is checked for once.
 *
 * @param strategy by the name that reports call it by
 * @param compiler whether the compiler's freedoms are explored
 */
public record Point(
    String strategy, String memory, boolean compiler, Count cpus, Count registrations) {

  /** The numbers in words, such as {@code 2 CPUs and 1 registration}. */
  public String numbers() {
    return new Scope(cpus, registrations, Optional.empty(), Optional.empty()).text();
  }

  /** The strategy and whatever else progress does not say of it. */
  public String title() {
    return strategy + ", " + numbers() + (compiler ? "" : ", compiler off");
  }

  /** How large it is against others, as far as that can be said before it is explored. */
  public long size() {
    return (long) cpus.number() * registrations.number();
  }
}
