package quiesce.explanation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.lowering.Lowering;
import quiesce.memory.Reading;
import quiesce.module.StateLayout;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Site;
import quiesce.steps.Value;

/**
 * What the operands of a step stand for: the values of locals, and places in memory.
 *
 * @param cpu that the step is taken on; negative if not known
 * @param assigned locals that the same action has assigned before; without a value where it is not
 *     known
 */
record Operands(Transition t, int cpu, Map<String, Optional<String>> assigned) {

  /** The operands of one step of an action. */
  static Operands at(Transition t, int cpu, Node node) {
    return new Operands(t, cpu, t.course().map(c -> c.assigned(node)).orElse(Map.of()));
  }

  /** A value of locals: as it is before the step, or else as it is after it. */
  Optional<String> known(Value v) {
    if (v instanceof Value.Null) {
      return Optional.of("NULL");
    } else if (v instanceof Value.Number n) {
      return Optional.of(Integer.toString(n.value()));
    } else if (v instanceof Value.Truth b) {
      return Optional.of(Boolean.toString(b.value()));
    } else if (v instanceof Value.Function f) {
      return Optional.of(f.name());
    } else if (v instanceof Value.OfFile f) {
      return Optional.of(f.name());
    } else if (v instanceof Value.Local l) {
      if (assigned.containsKey(l.name())) {
        return assigned
            .get(l.name())
            .or(() -> t.after().local(t.who(), l.name()).map(Reading::text));
      }
      boolean kept = t.before().thread(t.who()).field(l.name()).isPresent();
      return t.before()
          .local(t.who(), l.name())
          .or(() -> t.after().local(t.who(), l.name()))
          .map(Reading::text)
          .or(() -> kept ? Optional.of("NULL") : Optional.empty());
    } else if (v instanceof Value.Registered) {
      return t.before()
          .local(
              new Snapshot.Instance(t.before().spec().program().provider().key(), ""),
              Lowering.OBJECT)
          .map(Reading::text);
    }
    return Optional.empty();
  }

  /** A location by the names of the specification: a variable, or a pair of it and its index. */
  Optional<quiesce.tla.Value> address(Location l) {
    Optional<quiesce.tla.Value> stem = named(l.key());
    return l instanceof Location.Global
        ? stem
        : stem.flatMap(
            name ->
                index(l)
                    .map(i -> l instanceof Location.Element ? number(i) : individual(i))
                    .map(i -> new quiesce.tla.Value.Seq(List.of(name, i))));
  }

  private static quiesce.tla.Value number(String index) {
    return new quiesce.tla.Value.Int(Long.parseLong(index));
  }

  private static quiesce.tla.Value individual(String name) {
    return new quiesce.tla.Value.ModelValue(name);
  }

  /** What a static call loads: its key. */
  Optional<quiesce.tla.Value> address(Site site) {
    return named(site.identity());
  }

  private Optional<quiesce.tla.Value> named(String key) {
    return Optional.ofNullable(t.before().spec().layout().things().get(key))
        .map(StateLayout.Thing::identifier)
        .map(Operands::individual);
  }

  /** The address of a location that is in the one memory, if there is such a memory. */
  Optional<quiesce.tla.Value> place(Location l) {
    return address(l).filter(a -> t.before().held(a).isEmpty());
  }

  /** What a location that is a variable holds in a state, as C writes it. */
  Optional<String> read(Snapshot s, Location l) {
    return address(l).flatMap(s::held).map(x -> x.equals("set") ? "the callback" : x);
  }

  /** What distinguishes a location from others of its name, as the specification calls it. */
  private Optional<String> index(Location l) {
    if (l instanceof Location.ThisCpu) {
      return cpu < 0 ? Optional.empty() : Optional.of(t.before().individuals().cpus().get(cpu));
    } else if (l instanceof Location.OfCpu p) {
      return Cpus.changedIndex(t, l).or(() -> known(p.cpu()));
    } else if (l instanceof Location.Element e) {
      return known(e.index()).or(() -> Cpus.changedIndex(t, l)).filter(i -> i.matches("-?\\d+"));
    }
    return l instanceof Location.Member m ? known(m.object()) : Optional.empty();
  }
}
