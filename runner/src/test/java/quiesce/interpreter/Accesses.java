package quiesce.interpreter;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import quiesce.interpreter.Layout.Life;
import quiesce.steps.Access;
import quiesce.steps.Operation;
import quiesce.steps.Program;
import quiesce.steps.Site;
import quiesce.steps.Value;

/** What the steps do that touch something shared. */
record Accesses(Program program, Layout layout, Sections sections) {

  void take(Turn t, Access a) {
    if (a instanceof Access.Load l) {
      t.read(
          l.location(),
          word -> {
            t.finds(l.local(), word);
            t.goOn();
          });
    } else if (a instanceof Access.Store w) {
      t.place(w.location())
          .ifPresent(
              cell -> {
                t.now.set(cell, t.of(w.value()));
                t.goOn();
              });
    } else if (a instanceof Access.Rmw r) {
      rmw(t, r);
    } else if (a instanceof Access.CallSlot c) {
      call(t, c);
    } else if (a instanceof Access.StaticCall c) {
      staticCall(t, c);
    } else if (a instanceof Access.StaticCallUpdate u) {
      t.now.set(layout.sites.get(u.site().name()), t.of(u.target()));
      t.goOn();
    } else if (a instanceof Access.ReturnFromSlot) {
      t.now.set(t.self.inside(), Word.NULL);
      t.goOn();
    } else if (a instanceof Access.ReturnAny r) {
      results(r)
          .forEach(
              word -> {
                r.local().ifPresent(l -> t.bind(l, word));
                t.now.set(t.self.inside(), Word.NULL);
                t.goOn();
              });
    } else if (a instanceof Access.Use u) {
      if (!t.isMisused(t.of(u.location().object()))) {
        t.goOn();
      }
    } else if (a instanceof Access.GracePeriodBegins g) {
      sections.await(t.now, t.self, g.domain());
      t.goOn();
    } else if (a instanceof Access.Trylock l && l.kind().isOfModule()) {
      int count = layout.countOfModule().orElseThrow();
      boolean stays = t.now.get(count) >= 0;
      if (stays) {
        t.now.add(count, 1);
      }
      t.bind(l.local(), stays ? 1 : 0);
      t.goOn();
    } else if (a instanceof Access.Trylock l && l.kind().mayFailAtAnyTime()) {
      t.bind(l.local(), 0);
      t.goOn();
      Locks lock = new Locks(t, layout.locks.get(l.lock()));
      if (lock.isFree(l.kind(), false)) {
        lock.takeAtOnce(l.kind());
        Steps.heldWith(t, l.kind(), 1);
        t.bind(l.local(), 1);
        t.goOn();
      }
    } else if (a instanceof Access.Trylock l) {
      t.lock(l).ifPresent(cell -> tryLock(t, l, cell));
    } else if (a instanceof Access.IsLocked l) {
      t.lock(l)
          .ifPresent(
              cell -> {
                t.bind(l.local(), t.now.get(cell));
                t.goOn();
              });
    } else {
      life(t, a);
    }
  }

  private static void tryLock(Turn t, Access.Trylock l, int lock) {
    boolean free = t.now.get(lock) == 0;
    if (free) {
      t.now.set(lock, 1);
      Steps.heldWith(t, l.kind(), 1);
    }
    t.bind(l.local(), free ? 1 : 0);
    t.goOn();
  }

  private void rmw(Turn t, Access.Rmw r) {
    t.read(
        r.location(),
        old -> {
          t.now.set(t.place(r.location()).orElseThrow(), written(t, r.operation(), old));
          r.local().ifPresent(l -> t.finds(l, old));
          t.goOn();
        });
  }

  private static int written(Turn t, Operation o, int old) {
    if (o instanceof Operation.Xchg x) {
      return t.of(x.value());
    } else if (o instanceof Operation.Cmpxchg x) {
      return old == t.of(x.expected()) ? t.of(x.value()) : old;
    } else if (o instanceof Operation.AtomicFetch f) {
      return Terms.calculated(f.operator(), old, t.terms().number(f.operand()));
    }
    Operation.AtomicAddUnless u = (Operation.AtomicAddUnless) o;
    return old == t.of(u.unless()) ? old : old + t.terms().number(u.addend());
  }

  private void call(Turn t, Access.CallSlot c) {
    int object = t.of(c.object());
    if (object != Word.NULL) {
      t.usesCallbacksOf(object);
    }
    if (t.isMisused(object)) {
      return;
    }
    int slot =
        c.stored()
            ? t.now.get(layout.members.get(c.slot()) + Word.numberOf(object))
            : Word.FUNCTION;
    if (slot == Word.UNINITIALISED) {
      t.oops(Fault.USE_BEFORE_INITIALISATION);
    } else if (slot == Word.NULL) {
      t.oops(Fault.NULL_DEREFERENCE);
    } else {
      t.now.set(t.self.inside(), object);
      t.goOn();
    }
  }

  private void staticCall(Turn t, Access.StaticCall c) {
    int target = t.now.get(layout.sites.get(c.site().name()));
    t.usesCallbacksOf(target == Word.NULL ? Word.NOBODY : target);
    if (target != Word.NULL) {
      t.meets(target);
      if (!t.isMisused(target)) {
        t.now.set(t.self.inside(), target);
        t.goOn(0);
      }
    } else if (c.site().empty() == Site.Empty.OOPS) {
      t.oops(Fault.NULL_DEREFERENCE);
    } else {
      t.goOn(1);
    }
  }

  private IntStream results(Access.ReturnAny r) {
    return switch (r.domain()) {
      case NOTHING -> IntStream.of(Word.NULL);
      case BOOLEAN -> IntStream.of(Word.FALSE, Word.TRUE);
      case NUMBER, UNSIGNED -> r.domain().of(program.numbers()).mapToInt(n -> n);
    };
  }

  private void life(Turn t, Access a) {
    if (a instanceof Access.Initialise) {
      layout.countOfModule().ifPresent(count -> t.now.set(count, Math.max(0, t.now.get(count))));
      next(t)
          .filter(object -> !program.module() || object == 0)
          .ifPresent(object -> initialise(t, object, 0));
    } else if (a instanceof Access.TearDown) {
      end(t, t.of(new Value.Local(Machine.OBJECT)));
    } else if (a instanceof Access.Allocate m) {
      t.bind(m.local(), Word.NULL);
      t.goOn();
      next(t).ifPresent(object -> allocate(t, m, object));
    } else if (a instanceof Access.Free f) {
      int object = t.of(f.object());
      if (object == Word.NULL) {
        t.goOn();
      } else if (layout.life(t.now, object) == Life.TORN_DOWN) {
        t.oops(Fault.USE_AFTER_TEARDOWN);
      } else {
        end(t, object);
      }
    } else {
      throw new UnsupportedOperationException("the step " + a);
    }
  }

  /** The next object that nobody has had. */
  private Optional<Integer> next(Turn t) {
    return IntStream.range(0, layout.objects)
        .filter(o -> t.now.get(layout.life + o) == Life.RAW)
        .boxed()
        .findFirst();
  }

  /** Tries all that the members from one on may hold. */
  private void initialise(Turn t, int object, int member) {
    if (member == program.members().size()) {
      State with = t.now.copy();
      t.now.set(layout.life + object, Life.LIVE);
      t.bind(Machine.OBJECT, Word.object(object));
      t.goOn();
      t.now = with;
      return;
    }
    Program.Member m = program.members().get(member);
    List<Value> choices = m.initial().map(List::of).orElse(m.choices());
    choices.forEach(
        v -> {
          t.now.set(layout.members.get(m.name()) + object, Terms.constant(v));
          initialise(t, object, member + 1);
        });
    if (choices.isEmpty()) {
      initialise(t, object, member + 1);
    }
  }

  private void allocate(Turn t, Access.Allocate m, int object) {
    m.contents()
        .forEach((name, v) -> t.now.set(layout.members.get(name) + object, Terms.constant(v)));
    t.now.set(layout.life + object, Life.LIVE);
    t.bind(m.local(), Word.object(object));
    t.goOn();
  }

  /** An object is no more: nobody may be inside of its callbacks. */
  private void end(Turn t, int object) {
    t.now.set(layout.life + Word.numberOf(object), Life.TORN_DOWN);
    if (t.isInUse(object)) {
      t.oops(Fault.USE_AFTER_TEARDOWN);
    } else {
      t.goOn();
    }
  }
}
