package quiesce.lkmm;

import quiesce.export.Inexpressible;
import quiesce.steps.Access;
import quiesce.steps.Operation;
import quiesce.steps.Wait;

/**
 * Loads, stores, and what does both in one step. Plain accesses are written as marked ones: what
 * the compiler may do to them is in the steps already, and herd7 would take no order from them at
 * all.
 */
final class MemoryForms {
  private MemoryForms() {}

  static void load(Scribe s, Access.Load l) {
    boolean stale = s.asks(Question.STALE) && !s.role().isProvider() && s.isPointer(l.local());
    String[] before = new String[stale ? s.cast().program().providers() : 0];
    for (int i = 0; i < before.length; i++) {
      Grace.refuseOutside(s);
      before[i] = s.registers().fresh("over", 0);
      s.add("%s = smp_load_acquire(%s)", before[i], s.mark("over", i));
    }
    String place = s.variable(l.location());
    s.add(
        switch (l.kind()) {
          case PLAIN_LOAD, RELOAD, READ_ONCE, RCU_ACCESS_POINTER -> "%s = READ_ONCE(*%s)";
          case RCU_DEREFERENCE ->
              s.isPointer(l.local()) ? "%s = rcu_dereference(*%s)" : "%s = READ_ONCE(*%s)";
          case LOAD_ACQUIRE -> "%s = smp_load_acquire(%s)";
          case THIS_CPU_READ -> throw new Inexpressible("a per-CPU variable");
        },
        s.target(l.local()),
        place);
    for (int i = 0; i < before.length; i++) {
      String found = s.registers().fresh("found", 0);
      s.add(
          Statement.when(
              "%s == %s".formatted(s.target(l.local()), s.object(i)), "%s = %s", found, before[i]));
      s.registers().faulty(found, 1);
    }
  }

  static void store(Scribe s, Access.Store w) {
    refuseOfReader(s);
    String place = s.variable(w.location());
    s.add(
        switch (w.kind()) {
          case PLAIN_STORE, WRITE_ONCE -> "WRITE_ONCE(*%s, %s)";
          case RCU_ASSIGN_POINTER -> "rcu_assign_pointer(*%s, %s)";
          case STORE_RELEASE -> "smp_store_release(%s, %s)";
          case LATE_PLAIN_STORE -> throw new Inexpressible("a store that is made later");
          case THIS_CPU_WRITE -> throw new Inexpressible("a per-CPU variable");
        },
        place,
        s.of(w.value()));
  }

  /** One run may then matter to another, and a test has one of each. */
  private static void refuseOfReader(Scribe s) {
    if (!s.role().isProvider()) {
      throw new Inexpressible("what a reader stores, for its later runs,");
    }
  }

  static void rmw(Scribe s, Access.Rmw r) {
    refuseOfReader(s);
    String place = s.variable(r.location());
    String suffix =
        switch (r.order()) {
          case FULL -> "";
          case RELAXED -> "_relaxed";
          case ACQUIRE -> "_acquire";
          case RELEASE -> "_release";
        };
    String call;
    if (r.operation() instanceof Operation.Xchg x) {
      call = "xchg%s(%s, %s)".formatted(suffix, place, s.of(x.value()));
    } else if (r.operation() instanceof Operation.Cmpxchg x) {
      call = "cmpxchg%s(%s, %s, %s)".formatted(suffix, place, s.of(x.expected()), s.of(x.value()));
    } else {
      throw new Inexpressible("an atomic variable");
    }
    String type = s.cast().pointers().contains(r.location().name()) ? "int *" : "int ";
    String result = r.local().map(s::target).orElseGet(() -> s.registers().local(type, "unused"));
    s.add("%s = %s", result, call);
  }

  static void gracePeriod(Scribe s, Wait.GracePeriodEnds e) {
    if (e.domain().isEmpty()) {
      s.add("synchronize_rcu()");
    } else {
      s.add("synchronize_srcu(%s)", s.domain(e.domain()));
    }
    if (s.asks(Question.STALE) && e.unregisters()) {
      s.add("WRITE_ONCE(*%s, 1)", s.mark("over", s.role().number()));
    }
  }
}
