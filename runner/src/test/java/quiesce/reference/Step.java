package quiesce.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.reference.Instruction.Kind;
import quiesce.reference.Instruction.Order;
import quiesce.reference.State.Known;
import quiesce.reference.State.Open;
import quiesce.reference.State.Unlocked;
import quiesce.reference.Views.Dependency;
import quiesce.reference.Views.Message;
import quiesce.reference.Views.View;

/** The rules: what each instruction does. */
final class Step {
  private final List<String> locations;
  private final View nothing;
  private final Dependency none;

  /**
   * @param locations in the order of the histories
   */
  Step(List<String> locations) {
    this.locations = locations;
    this.nothing = View.nothing(locations.size());
    this.none = new Dependency(nothing, nothing);
  }

  /** The states after an instruction of the process that is at work. */
  List<State> take(Instruction instruction, int id, Work at) {
    List<Work> after = new ArrayList<>();
    if (instruction instanceof Instruction.Load l) {
      load(l, at, after);
    } else if (instruction instanceof Instruction.Store s) {
      store(s, id, at, after);
    } else if (instruction instanceof Instruction.Update u) {
      update(u, id, at, after);
    } else if (instruction instanceof Instruction.Lock l) {
      lock(l.lock(), Optional.empty(), id, at, after);
    } else if (instruction instanceof Instruction.Trylock t) {
      lock(t.lock(), Optional.of(t.to()), id, at, after);
    } else if (instruction instanceof Instruction.Unlock u) {
      unlock(u, id, at);
      after.add(at);
    } else if (instruction instanceof Instruction.Assign a) {
      at.registers.put(a.to(), known(a.value(), at));
      after.add(at);
    } else if (instruction instanceof Instruction.If i) {
      branch(i, at);
      after.add(at);
    } else if (instruction instanceof Instruction.Fence f) {
      fence(f.kind(), at);
      after.add(at);
    } else {
      section(instruction, at, after);
    }
    return after.stream().map(Work::state).toList();
  }

  private Known known(Term t, Work at) {
    if (t instanceof Term.Constant c) {
      return new Known(c.value(), none);
    } else if (t instanceof Term.Register r) {
      return at.registers.getOrDefault(r.name(), new Known(0, none));
    } else if (t instanceof Term.Not n) {
      Known operand = known(n.operand(), at);
      return new Known(Term.truth(operand.value()) ? 0 : 1, operand.dependency());
    }
    Term.Binary b = (Term.Binary) t;
    Known left = known(b.left(), at);
    Known right = known(b.right(), at);
    return new Known(
        Term.apply(b.operator(), left.value(), right.value()),
        at.h.join(left.dependency(), right.dependency()));
  }

  /** The location that an address leads to; -1 for none. */
  private int location(Known address) {
    return address.value() instanceof String name ? locations.indexOf(name) : -1;
  }

  private void branch(Instruction.If i, Work at) {
    Known condition = known(i.condition(), at);
    List<Integer> taken = Term.truth(condition.value()) ? i.then() : i.otherwise();
    if (!taken.isEmpty()) {
      at.rest.add(0, State.LEAVE);
      at.rest.addAll(0, taken);
      at.branches.add(at.h.join(at.decided(), condition.dependency()));
    }
  }

  private void load(Instruction.Load l, Work at, List<Work> after) {
    Known address = known(l.from(), at);
    int location = location(address);
    if (location < 0) {
      at.registers.put(l.to(), new Known(0, none));
      after.add(at);
      return;
    }
    Dependency d = address.dependency();
    int oldest = at.h.highest(location, List.of(at.seen, at.floor, d.view(), d.floor()));
    List<Message> all = at.h.of(location);
    for (Message m : all.subList(oldest, all.size())) {
      Work next = at.copy();
      read(m, location, d, next);
      if (l.acquire()) {
        next.seen = next.h.join(next.seen, m.view());
        next.floor = next.h.join(next.floor, m.floor());
      }
      next.registers.put(l.to(), new Known(m.value(), brought(m, d, at)));
      after.add(next);
    }
  }

  private static void read(Message m, int location, Dependency address, Work at) {
    at.seen = at.seen.with(location, m.id());
    at.brought = at.h.join(at.brought, m.view(), address.view());
    at.broughtFloor = at.h.join(at.broughtFloor, m.floor(), address.floor());
  }

  private static Dependency brought(Message m, Dependency address, Work at) {
    Dependency all = at.h.join(address, new Dependency(m.view(), m.floor()));
    return m.process() == at.process ? at.h.join(all, m.data()) : all;
  }

  private void store(Instruction.Store s, int id, Work at, List<Work> after) {
    Known address = known(s.to(), at);
    Known value = known(s.value(), at);
    int location = location(address);
    if (location < 0) {
      after.add(at);
      return;
    }
    Dependency d = at.h.join(at.h.join(address.dependency(), value.dependency()), at.decided());
    List<View> bounds = new ArrayList<>(List.of(at.seen, at.floor, d.view(), d.floor()));
    View view = at.carried;
    View floor = at.h.join(at.floor, d.floor());
    if (s.release()) {
      bounds.addAll(List.of(at.brought, at.broughtFloor));
      view = at.h.join(view, at.seen, at.brought);
      floor = at.h.join(floor, at.broughtFloor);
    }
    Message m =
        new Message(
            id,
            at.process,
            value.value(),
            view.with(location, id),
            false,
            floor,
            value.dependency(),
            nothing);
    List<Message> all = at.h.of(location);
    for (int k = at.h.highest(location, bounds) + 1; k <= all.size(); k++) {
      if (k == all.size() || !all.get(k).exchanged()) {
        Work next = at.copy();
        write(m, location, k, next);
        after.add(next);
      }
    }
  }

  private static void write(Message m, int location, int place, Work at) {
    at.h = at.h.with(location, place, m);
    at.seen = at.seen.with(location, m.id());
    at.wrote = at.h.join(at.wrote, m.view());
  }

  /** The value that an atomic operation writes; empty if it fails. */
  private Optional<Object> written(Instruction.Update u, Object old, Work at) {
    Object operand = known(u.operand(), at).value();
    return switch (u.operator()) {
      case "xchg" -> Optional.of(operand);
      case "cmpxchg" ->
          old.equals(operand)
              ? Optional.of(known(u.value().orElseThrow(), at).value())
              : Optional.empty();
      default -> Optional.of(Term.apply(u.operator(), old, operand));
    };
  }

  private void update(Instruction.Update u, int id, Work at, List<Work> after) {
    Known address = known(u.at(), at);
    int location = location(address);
    if (location < 0) {
      throw new UnsupportedOperationException("an atomic operation by an unknown address");
    }
    Dependency d = address.dependency();
    Work fenced = at.copy();
    if (u.order() == Order.FULL) {
      fence(Kind.ALL, fenced);
    }
    List<Message> all = at.h.of(location);
    int oldest = at.h.highest(location, List.of(at.seen, at.floor, d.view(), d.floor()));
    // What is written respects dependencies as a store does: linux-kernel.cat has them in rwdep.
    Dependency w = at.h.join(at.h.join(d, known(u.operand(), at).dependency()), at.decided());
    List<View> bounds = new ArrayList<>(List.of(fenced.seen, fenced.floor, w.view(), w.floor()));
    if (u.order() == Order.RELEASE) {
      bounds.addAll(List.of(at.brought, at.broughtFloor));
    }
    int least = at.h.highest(location, bounds);
    for (int k = oldest; k < all.size(); k++) {
      Message m = all.get(k);
      Optional<Object> value = written(u, m.value(), at);
      if (value.isEmpty()) {
        Work failed = at.copy();
        failed.seen = failed.seen.with(location, m.id());
        failed.brought = failed.h.join(failed.brought, m.view());
        failed.broughtFloor = failed.h.join(failed.broughtFloor, m.floor());
        result(u.to(), m, d, at, failed);
        after.add(failed);
      } else if (k >= least && (k + 1 == all.size() || !all.get(k + 1).exchanged())) {
        Work next = fenced.copy();
        boolean counts = u.to().isPresent() || u.order() != Order.RELAXED;
        exchange(m, value.get(), location, id, u.order(), counts, next);
        if (u.order() == Order.FULL) {
          fence(Kind.ALL, next);
        }
        result(u.to(), m, d, at, next);
        after.add(next);
      }
    }
  }

  private static void result(
      Optional<String> to, Message m, Dependency address, Work before, Work after) {
    Dependency d = before.h.join(address, new Dependency(m.view(), m.floor()));
    to.ifPresent(r -> after.registers.put(r, new Known(m.value(), d)));
  }

  /** Reads a message and writes the next one. */
  private void exchange(
      Message m, Object value, int location, int id, Order order, boolean counts, Work at) {
    at.seen = at.seen.with(location, m.id());
    if (counts) {
      at.brought = at.h.join(at.brought, m.view());
      at.broughtFloor = at.h.join(at.broughtFloor, m.floor());
    }
    if (order == Order.ACQUIRE || order == Order.FULL) {
      at.seen = at.h.join(at.seen, m.view());
      at.floor = at.h.join(at.floor, m.floor());
    }
    View view = at.carried;
    View floor = at.h.join(at.floor, at.decided().floor());
    if (order == Order.RELEASE || order == Order.FULL) {
      view = at.h.join(view, at.seen, at.brought);
      floor = at.h.join(floor, at.broughtFloor);
    }
    Message written =
        new Message(
            id,
            at.process,
            value,
            at.h.join(view, m.view()).with(location, id),
            true,
            at.h.join(floor, m.floor()),
            none,
            nothing);
    write(written, location, at.h.position(location, m.id()) + 1, at);
  }

  private void lock(String name, Optional<String> tried, int id, Work at, List<Work> after) {
    int location = locations.indexOf(name);
    List<Message> all = at.h.of(location);
    for (int k = at.h.highest(location, List.of(at.seen, at.floor)); k < all.size(); k++) {
      Message m = all.get(k);
      boolean free = m.value().equals(0);
      if (!free && tried.isPresent()) {
        Work failed = at.copy();
        failed.seen = failed.seen.with(location, m.id());
        failed.brought = failed.h.join(failed.brought, m.view());
        failed.broughtFloor = failed.h.join(failed.broughtFloor, m.floor());
        failed.registers.put(tried.get(), new Known(0, new Dependency(m.view(), m.floor())));
        after.add(failed);
      } else if (free && (k + 1 == all.size() || !all.get(k + 1).exchanged())) {
        Work next = at.copy();
        next.carried = next.h.join(next.carried, m.wrote(), next.unlocked.wrote());
        next.seen = next.h.join(next.seen, next.unlocked.view());
        next.floor = next.h.join(next.floor, next.unlocked.floor());
        exchange(m, 1, location, id, Order.ACQUIRE, true, next);
        tried.ifPresent(
            r -> next.registers.put(r, new Known(1, new Dependency(m.view(), m.floor()))));
        after.add(next);
      }
    }
  }

  private void unlock(Instruction.Unlock u, int id, Work at) {
    int location = locations.indexOf(u.lock());
    View floor = at.h.join(at.floor, at.broughtFloor);
    at.unlocked =
        new Unlocked(at.h.join(at.seen, at.brought), floor, at.h.join(at.wrote, at.carried));
    View view = at.h.join(at.seen, at.brought, at.carried).with(location, id);
    Message m = new Message(id, at.process, 0, view, false, floor, none, at.unlocked.wrote());
    write(m, location, at.h.of(location).size(), at);
  }

  private static void fence(Kind kind, Work at) {
    switch (kind) {
      case LOADS -> {
        at.seen = at.h.join(at.seen, at.brought);
        at.floor = at.h.join(at.floor, at.broughtFloor);
      }
      case STORES -> at.carried = at.h.join(at.carried, at.wrote);
      default -> {
        View all = at.h.join(at.seen, at.brought, at.carried, at.wrote, at.pushed);
        at.seen = all;
        at.brought = all;
        at.carried = all;
        at.wrote = all;
        at.pushed = all;
        at.floor = at.h.join(at.floor, at.broughtFloor, all);
        at.broughtFloor = at.floor;
      }
    }
  }

  private void section(Instruction instruction, Work at, List<Work> after) {
    if (instruction instanceof Instruction.ReadLock l) {
      readLock(l, at, after);
    } else if (instruction instanceof Instruction.ReadUnlock u) {
      readUnlock(u, at, after);
    } else if (instruction instanceof Instruction.GracePeriodBegins g) {
      fence(Kind.ALL, at);
      at.begun.merge(g.domain(), at.seen, at.h::join);
      at.awaited = Set.copyOf(at.sections(g.domain()));
      after.add(at);
    } else if (instruction instanceof Instruction.GracePeriodEnds g && at.awaited.isEmpty()) {
      at.seen = at.h.join(at.seen, at.ended.getOrDefault(g.domain(), nothing));
      fence(Kind.ALL, at);
      after.add(at);
    }
  }

  /**
   * A section that ends within another one of its domain is part of that: which one it will be, is
   * guessed here and seen at its end.
   */
  private void readLock(Instruction.ReadLock l, Work at, List<Work> after) {
    List<Open> around = at.open.stream().filter(o -> o.domain().equals(l.domain())).toList();
    String index = l.domain().isEmpty() ? around.size() + "" : l.index();
    for (Open outer : around) {
      Work next = at.copy();
      next.open.add(new Open(at.process, l.domain(), index, Optional.of(outer.index())));
      after.add(next);
    }
    if (around.isEmpty() || !l.domain().isEmpty()) {
      View begun = at.begun.getOrDefault(l.domain(), nothing);
      at.open.add(new Open(at.process, l.domain(), index, Optional.empty()));
      at.seen = at.h.join(at.seen, begun);
      at.floor = at.h.join(at.floor, begun);
      after.add(at);
    }
  }

  private void readUnlock(Instruction.ReadUnlock u, Work at, List<Work> after) {
    List<Open> around = at.open.stream().filter(o -> o.domain().equals(u.domain())).toList();
    String index = u.domain().isEmpty() ? around.size() - 1 + "" : u.index();
    Open section = around.stream().filter(o -> o.index().equals(index)).findFirst().orElseThrow();
    if (around.stream().anyMatch(o -> o.within().equals(Optional.of(index)))) {
      // What was guessed to end within this section has not.
      return;
    }
    at.open.remove(section);
    if (section.within().isEmpty()) {
      at.ended.merge(u.domain(), at.h.join(at.seen, at.brought, at.wrote), at.h::join);
      at.over.add(section);
    }
    after.add(at);
  }
}
