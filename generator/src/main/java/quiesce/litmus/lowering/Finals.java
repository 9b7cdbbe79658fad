package quiesce.litmus.lowering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.litmus.tree.Condition;
import quiesce.litmus.tree.LitmusTest;
import quiesce.litmus.tree.Spot;
import quiesce.litmus.tree.Type;
import quiesce.source.Diagnostics;
import quiesce.steps.Litmus;
import quiesce.steps.Litmus.Observed;
import quiesce.steps.Litmus.Proposition;

/** Lowers what is asked of final states, and collects what describes them. */
final class Finals {
  private final Symbols symbols;
  private final Diagnostics diagnostics;
  private final Set<Observed> mentioned = new LinkedHashSet<>();
  private final Proposition condition;
  private final Optional<Proposition> filter;
  private final List<Observed> shown;

  Finals(LitmusTest test, Symbols symbols, Diagnostics diagnostics) {
    this.symbols = symbols;
    this.diagnostics = diagnostics;
    this.condition = proposition(test.condition());
    test.locations().forEach(this::observe);
    this.shown = sorted(mentioned);
    this.filter = test.filter().map(this::proposition);
  }

  Proposition condition() {
    return condition;
  }

  Optional<Proposition> filter() {
    return filter;
  }

  /** What the condition and the locations name: registers by their process, then memory. */
  List<Observed> shown() {
    return shown;
  }

  /** The registers of a process that matter at its end. */
  List<String> registers(int process) {
    List<String> names = new ArrayList<>();
    for (Observed o : sorted(mentioned)) {
      if (o instanceof Observed.Register r && r.process() == process) {
        names.add(r.local());
      }
    }
    return names;
  }

  private static List<Observed> sorted(Set<Observed> all) {
    return all.stream()
        .sorted(
            Comparator.comparingInt(Finals::group)
                .thenComparing(o -> o instanceof Observed.Register r ? r.local() : o.label()))
        .toList();
  }

  private static int group(Observed o) {
    return o instanceof Observed.Register r ? r.process() : Integer.MAX_VALUE;
  }

  private Proposition proposition(Condition c) {
    if (c instanceof Condition.EqualsConstant e) {
      return new Proposition.Equal(
          observe(e.left()), new Litmus.Operand.Constant(symbols.existing(e.right())));
    } else if (c instanceof Condition.EqualsSpot e) {
      return new Proposition.Equal(observe(e.left()), new Litmus.Operand.Other(observe(e.right())));
    } else if (c instanceof Condition.Not n) {
      return new Proposition.Not(proposition(n.operand()));
    } else if (c instanceof Condition.And a) {
      return new Proposition.And(proposition(a.left()), proposition(a.right()));
    } else if (c instanceof Condition.Or o) {
      return new Proposition.Or(proposition(o.left()), proposition(o.right()));
    }
    return new Proposition.True();
  }

  private Observed observe(Spot s) {
    if (s.process().isPresent()) {
      int process = s.process().getAsInt();
      if (symbols.isRegister(process, s.name(), s.place())) {
        mentioned.add(new Observed.Register(process, s.name()));
      }
      return new Observed.Register(process, s.name());
    }
    Observed observed = new Observed.Memory(s.name());
    Optional<Type.Kind> kind = symbols.kind(s.name());
    if (kind.isEmpty()) {
      symbols.unknown(s.name(), s.place());
    } else if (kind.get() == Type.Kind.DOMAIN) {
      diagnostics.report(
          s.place(),
          "'%s' is an SRCU domain, which has no value".formatted(s.name()),
          "ask for a variable or a register");
    }
    mentioned.add(observed);
    return observed;
  }
}
