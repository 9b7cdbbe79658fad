package quiesce.interpreter;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntConsumer;
import quiesce.interpreter.Layout.Life;
import quiesce.steps.KernelThread;
import quiesce.steps.Local;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Step;
import quiesce.steps.Value;

/** One step of one thread: what it finds, and all that may come of it. */
final class Turn {
  /**
   * @param faults what went wrong in the step
   * @param oops whether nobody takes a step any more
   */
  record Outcome(State state, Set<Fault> faults, boolean oops) {}

  final Layout layout;
  final Instance self;
  final Node node;
  final int cpu;

  /** What this way of the step makes of the state. */
  State now;

  private final State before;
  private final Set<Fault> faults = EnumSet.noneOf(Fault.class);
  private final List<Outcome> outcomes = new ArrayList<>();

  Turn(Layout layout, State before, Instance self, int cpu) {
    this.layout = layout;
    this.before = before;
    this.self = self;
    this.node = self.node(before);
    this.cpu = cpu;
    this.now = before.copy();
  }

  List<Outcome> outcomes() {
    return outcomes;
  }

  // ---- what the thread knows

  int of(Value v) {
    return terms().of(v);
  }

  boolean holds(Value condition) {
    return terms().holds(condition);
  }

  Terms terms() {
    return new Terms(l -> before.get(cell(l)), registered());
  }

  private int registered() {
    return layout.instances.stream()
        .filter(t -> t.isProvider() && t.locals().containsKey(Machine.OBJECT))
        .mapToInt(t -> before.get(t.locals().get(Machine.OBJECT)))
        .findFirst()
        .orElse(Word.NONE);
  }

  private int cell(String local) {
    return self.locals().get(local);
  }

  void bind(String local, int word) {
    now.set(cell(local), word);
  }

  // ---- memory

  /** What is wrong with using the object that a pointer leads to, if anything: an oops. */
  boolean isMisused(int pointer) {
    // The head of a list is in no object.
    if (!Word.isObject(pointer)) {
      return oops(Fault.NULL_DEREFERENCE);
    }
    return switch (layout.life(before, pointer)) {
      case Life.LIVE -> false;
      case Life.RAW -> oops(Fault.USE_BEFORE_INITIALISATION);
      default -> oops(Fault.USE_AFTER_TEARDOWN);
    };
  }

  /** The cell of a lock; none after an oops on the way to the object that it is in. */
  OptionalInt lock(Step.OfLock l) {
    int first = layout.locks.get(l.lock());
    if (l.object().isEmpty()) {
      return OptionalInt.of(first);
    }
    int object = of(l.object().get());
    return isMisused(object) ? OptionalInt.empty() : OptionalInt.of(first + Word.numberOf(object));
  }

  /** The cell of a place; none after an oops on the way there. */
  OptionalInt place(Location l) {
    if (l instanceof Location.Member m) {
      int object = of(m.object());
      return isMisused(object)
          ? OptionalInt.empty()
          : OptionalInt.of(layout.members.get(m.name()) + Word.numberOf(object));
    }
    int first = layout.variables.get(l.name());
    if (l instanceof Location.Element e) {
      int index = terms().number(e.index());
      boolean within = 0 <= index && index < e.size();
      if (!within) {
        oops(Fault.INDEX_OUT_OF_BOUNDS);
      }
      return within ? OptionalInt.of(first + index) : OptionalInt.empty();
    } else if (l instanceof Location.ThisCpu) {
      return OptionalInt.of(first + cpu);
    } else if (l instanceof Location.OfCpu p) {
      return OptionalInt.of(first + terms().number(p.cpu()));
    } else if (l instanceof Location.Global) {
      return OptionalInt.of(first);
    }
    throw new UnsupportedOperationException("the place " + l);
  }

  /** Goes on with what is in a place: nobody must read what was never written. */
  void read(Location l, IntConsumer found) {
    place(l)
        .ifPresent(
            cell -> {
              int word = before.get(cell);
              if (word == Word.UNINITIALISED) {
                oops(Fault.USE_BEFORE_INITIALISATION);
              } else {
                found.accept(word);
              }
            });
  }

  /** A local gets what was found. */
  void finds(String local, int word) {
    if (self.thread().locals().get(local) == KernelThread.LocalKind.OBJECT) {
      meets(word);
    }
    bind(local, word);
  }

  /** A reader has found a pointer, which must not lead to what a grace period was waited for. */
  void meets(int word) {
    if (Word.isObject(word)
        && !self.isProvider()
        && !self.thread().pinsProvider()
        && before.get(layout.retired + Word.numberOf(word)) == 1) {
      faults.add(Fault.STALE_POINTER);
    }
  }

  /** A run of a reader calls the callbacks of one registration. */
  void usesCallbacksOf(int object) {
    int used = before.get(self.uses());
    if (used != Word.NULL && used != object) {
      faults.add(Fault.TORN_SNAPSHOT);
    }
    if (!self.isProvider()) {
      now.set(self.uses(), object);
    }
  }

  /** Whether somebody is inside of one of an object's callbacks. */
  boolean isInUse(int object) {
    return layout.instances.stream().anyMatch(t -> before.get(t.inside()) == object);
  }

  // ---- what comes of it

  void note(Fault fault) {
    faults.add(fault);
  }

  /** The run ends here; always true. */
  boolean oops(Fault fault) {
    faults.add(fault);
    outcomes.add(new Outcome(now, EnumSet.copyOf(faults), true));
    return true;
  }

  void goOn() {
    goOn(0);
  }

  /** The thread is past its step, at one of its exits. Another way of the step begins afresh. */
  void goOn(int exit) {
    int next = past(node.next().get(exit));
    now.set(self.at(), next);
    if (next == self.thread().entry()) {
      layout.forget(now, self);
    }
    self.locals()
        .forEach(
            (local, cell) -> {
              if (!self.future().reads(next, local) && !Machine.isKept(self, local)) {
                now.set(cell, Word.NONE);
              }
            });
    arrive();
  }

  /** The same with the thread where it was. */
  void stay() {
    arrive();
  }

  private void arrive() {
    if (!self.isHandler()) {
      now.set(self.cpu(), self.isPinned(now) ? cpu : -1);
    }
    outcomes.add(new Outcome(now, EnumSet.copyOf(faults), false));
    now = before.copy();
  }

  private int past(int id) {
    boolean nothing =
        self.thread().node(id).step() instanceof Local.Reached
            || self.thread().node(id).step() instanceof Local.FunctionEnd;
    return nothing ? past(self.thread().node(id).next().get(0)) : id;
  }
}
