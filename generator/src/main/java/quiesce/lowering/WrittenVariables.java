package quiesce.lowering;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quiesce.source.Diagnostics;
import quiesce.source.Item;
import quiesce.source.Strategy;
import quiesce.source.Type;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;

/**
 * Variables that somebody outside of the file gives any value at any time: each load, one that the
 * compiler repeats too, finds any. Who stores there orders nothing for who loads.
 */
final class WrittenVariables {
  private final Map<String, Type> types;

  private WrittenVariables(Map<String, Type> types) {
    this.types = types;
  }

  static WrittenVariables of(Strategy strategy) {
    return new WrittenVariables(
        strategy.items(Item.Written.class).stream()
            .collect(Collectors.toMap(Item.Written::name, Item.Written::type, (a, b) -> a)));
  }

  /** The thread without memory for them. */
  KernelThread left(KernelThread t, Diagnostics problems) {
    List<Node> nodes = new ArrayList<>();
    for (Node n : t.nodes()) {
      boolean there =
          n.step()
              .touches()
              .filter(l -> l instanceof Location.Global g && types.containsKey(g.name()))
              .isPresent();
      if (there && n.step() instanceof Access.Load load) {
        nodes.add(n.with(new Local.AnyValue(load.local(), domain(load.location().name()))));
        continue;
      } else if (there || n.step() instanceof Local.PostponeStore p && isOne(p)) {
        problems.report(
            n.origin().place(),
            "a parameter that may be written from outside is changed here, too",
            "keep what comes of it in a variable of its own");
      }
      nodes.add(n);
    }
    return t.with(nodes);
  }

  private boolean isOne(Local.PostponeStore p) {
    return p.store().original() instanceof Location.Global g && types.containsKey(g.name());
  }

  private Access.Domain domain(String name) {
    return types.get(name) instanceof Type.Int i
        ? i.unsigned() ? Access.Domain.UNSIGNED : Access.Domain.NUMBER
        : Access.Domain.BOOLEAN;
  }
}
