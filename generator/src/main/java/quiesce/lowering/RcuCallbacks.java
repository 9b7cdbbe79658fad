package quiesce.lowering;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.source.Expression;
import quiesce.source.Place;
import quiesce.steps.Deferred;

/** What RCU and SRCU are given, to call or to free it after a grace period. */
final class RcuCallbacks {
  /**
   * What RCU, or SRCU, does for what it is handed: it waits for a grace period.
   *
   * @param domain of SRCU; empty for RCU
   * @param of whether something has been handed to it
   * @param then what is due afterwards; empty if the object is to be freed
   * @param ofObjects whether each object has one, as a member
   */
  record GracePeriod(
      String domain, Deferred of, Optional<Deferrals.Later> then, boolean ofObjects, Place place) {}

  static final String SRCU = "call_srcu";
  static final String BARRIER = "rcu_barrier";
  static final String SRCU_BARRIER = "srcu_barrier";

  /** Of each callback, the domain of SRCU that it is given to; empty for RCU. */
  private final Map<String, String> domains = new LinkedHashMap<>();

  private final Map<String, GracePeriod> gracePeriods = new LinkedHashMap<>();
  private final Set<String> barriers;

  /**
   * @param calls the names of all functions that the file calls
   */
  RcuCallbacks(Stream<String> calls) {
    barriers = calls.filter(Set.of(BARRIER, SRCU_BARRIER)::contains).collect(Collectors.toSet());
  }

  /** To whom a callback is given is known before any thread runs, for those who wait for it. */
  void given(String callback, Expression.Call c, Place place) {
    String domain = "";
    if (c.name().equals(SRCU)) {
      Expression e = c.arguments().get(0).bare();
      if (!(e instanceof Expression.AddressOf a && a.operand() instanceof Expression.Name n)) {
        throw new Refusal(
            e.place(), "it is not known which domain this is", "name it here: &domain");
      }
      domain = n.name();
    }
    String before = domains.putIfAbsent(callback, domain);
    if (before != null && !before.equals(domain)) {
      throw new Refusal(
          place,
          "%s is given to %s, and elsewhere to %s".formatted(callback, whom(domain), whom(before)),
          "give it to one of them: which of the two waits for it is not followed");
    }
  }

  private static String whom(String domain) {
    return domain.isEmpty() ? "RCU" : domain;
  }

  /** The domain of SRCU that a callback is given to; empty for RCU. */
  String domain(String callback) {
    return domains.getOrDefault(callback, "");
  }

  /** Whether its function runs in a task, with softirqs off, after a grace period of SRCU. */
  boolean isOfSrcu(String callback) {
    return !domain(callback).isEmpty();
  }

  /** What waits for the grace period of what is known by a name. */
  Deferred wait(GracePeriod g, String name) {
    GracePeriod first = gracePeriods.computeIfAbsent(name, n -> g);
    if (first.then().isPresent() != g.then().isPresent()) {
      throw new Refusal(
          g.place(),
          "this is given to call_rcu() and to kfree_rcu()",
          "write one of them: which of the two an object has been given to is not followed");
    }
    return first.of();
  }

  static Deferred queue(String name) {
    return new Deferred(name + ".queue", Deferred.Kind.GRACE_PERIOD, false, Optional.empty());
  }

  /** Whether somebody waits for a callback. */
  boolean isAwaited(String callback) {
    return barriers.contains(isOfSrcu(callback) ? SRCU_BARRIER : BARRIER);
  }

  /** By this, who waits for those of a domain, or of RCU, learns what they knew at their ends. */
  static Deferred ends(String domain) {
    String name = domain.isEmpty() ? BARRIER : SRCU_BARRIER + "." + domain;
    return new Deferred(name, Deferred.Kind.BARRIER, false, Optional.empty());
  }

  List<GracePeriod> gracePeriods() {
    return List.copyOf(gracePeriods.values());
  }

  /** What is kept beside the callbacks. */
  Stream<Deferred> parts() {
    return Stream.concat(
        gracePeriods.values().stream().map(GracePeriod::of),
        domains.values().stream().distinct().map(RcuCallbacks::ends));
  }
}
