package quiesce.interpreter;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import quiesce.steps.Access;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.LockKind;
import quiesce.steps.Program;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** What each kind of step does. A turn without outcomes is one that has to wait. */
record Steps(Program program, Layout layout, Sections sections, Cpus cpus) {

  void take(Turn t) {
    Step s = t.node.step();
    if (s instanceof Step.OfDeferred) {
      new Later(layout, t).take(s);
    } else if (s instanceof Access a) {
      new Accesses(program, layout, sections).take(t, a);
    } else if (s instanceof Wait w) {
      take(t, w);
    } else if (s instanceof Section.Opens || s instanceof Section.Closes) {
      take(t, (Section) s);
    } else {
      take(t, (Local) s);
    }
  }

  private void take(Turn t, Wait w) {
    if (w instanceof Wait.Lock l) {
      OptionalInt cell = t.lock(l);
      if (cell.isPresent() && new Locks(t, cell.getAsInt()).isFree(l.kind(), true)) {
        new Locks(t, cell.getAsInt()).take(l.kind());
        heldWith(t, l.kind(), 1);
        t.goOn();
      }
    } else if (w instanceof Wait.GracePeriodEnds e && sections.areOver(t.now, t.self)) {
      if (e.unregisters()) {
        int object = t.of(new Value.Local(Machine.OBJECT));
        t.now.set(layout.retired + Word.numberOf(object), 1);
      }
      t.goOn();
    }
  }

  /** Who holds a spinlock is not preempted. */
  static void heldWith(Turn t, LockKind kind, int more) {
    if (kind.spins()) {
      t.now.add(t.self.regions() + Instance.PREEMPT, more);
    }
  }

  private void take(Turn t, Section s) {
    if (s instanceof Section.Enter e) {
      t.now.add(t.self.regions() + region(e.kind()), 1);
    } else if (s instanceof Section.Leave l) {
      t.now.add(t.self.regions() + region(l.kind()), -1);
    } else if (s instanceof Section.Unlock u && u.kind().isOfModule()) {
      t.now.add(layout.countOfModule().orElseThrow(), -1);
    } else if (s instanceof Section.Unlock u && u.kind() == LockKind.RUN) {
      // What it was of may be gone.
      int each = u.object().map(o -> Word.numberOf(t.of(o))).orElse(0);
      new Locks(t, layout.locks.get(u.lock()) + each).release(u.kind());
    } else if (s instanceof Section.Unlock u) {
      OptionalInt cell = t.lock(u);
      if (cell.isEmpty()) {
        return;
      }
      new Locks(t, cell.getAsInt()).release(u.kind());
      heldWith(t, u.kind(), -1);
    } else if (s instanceof Section.InitLock i) {
      OptionalInt cell = t.lock(i);
      if (cell.isEmpty()) {
        return;
      }
      t.now.set(cell.getAsInt(), 0);
    } else if (s instanceof Section.Queue q) {
      new Locks(t, layout.locks.get(q.lock())).queue();
    } else if (s instanceof Section.SrcuReadLock l) {
      t.now.add(t.self.srcu().get(Sections.name(l.section())), 1);
    } else if (s instanceof Section.SrcuReadUnlock u) {
      t.now.add(t.self.srcu().get(Sections.name(u.section())), -1);
    } else if (s instanceof Section.Registered && !unregisters(t)) {
      return;
    }
    t.goOn();
  }

  /** Whether the provider may go, which nobody gets a reference to from then on. */
  private boolean unregisters(Turn t) {
    boolean stays = program.permanent() || cpus.isPinned(t.now);
    Optional<Integer> count = layout.countOfModule();
    if (!stays && count.isPresent()) {
      if (t.now.get(count.get()) != 0) {
        return false;
      }
      t.now.set(count.get(), Layout.GOING);
    }
    return !stays;
  }

  private static int region(Region r) {
    return switch (r) {
      case RCU -> Instance.RCU;
      case PREEMPT_OFF -> Instance.PREEMPT;
      case SOFTIRQ_OFF -> Instance.SOFTIRQ;
      case IRQ_SAVED, IRQ_OFF -> Instance.IRQ;
    };
  }

  private void take(Turn t, Local s) {
    if (s instanceof Local.Branch b) {
      t.goOn(t.holds(b.condition()) ? 0 : 1);
    } else if (s instanceof Local.Assign a) {
      t.bind(a.local(), t.of(a.value()));
      t.goOn();
    } else if (s instanceof Local.AnyValue a) {
      any(t, a.domain())
          .forEach(
              word -> {
                t.bind(a.local(), word);
                t.goOn();
              });
    } else if (s instanceof Local.WarnOn w) {
      if (t.holds(w.condition())) {
        t.note(Fault.WARNING);
      }
      t.goOn();
    } else if (s instanceof Local.HandOn h) {
      if (t.of(h.callback()) != Word.NULL && t.of(h.callback()) != t.of(h.data())) {
        t.note(Fault.TORN_SNAPSHOT);
      }
      t.goOn();
    } else if (s instanceof Local.BugOn b) {
      if (t.holds(b.condition())) {
        t.oops(Fault.BUG);
      } else {
        t.goOn();
      }
    } else if (s instanceof Local.SmpProcessorId p) {
      t.bind(p.local(), t.cpu);
      t.goOn();
    } else if (s instanceof Local.Fence
        || s instanceof Local.Nothing
        || s instanceof Local.CpuRelax) {
      t.goOn();
    } else if (s instanceof Local.NullCallback) {
      t.oops(Fault.NULL_DEREFERENCE);
    } else if (s instanceof Local.AllCpus a) {
      t.bind(a.left(), (1 << layout.cpus) - 1);
      t.goOn();
    } else if (s instanceof Local.NextCpu n) {
      next(t, n);
    } else {
      compiler(t, s);
    }
  }

  /** In any order of the CPUs. */
  private void next(Turn t, Local.NextCpu n) {
    int left = t.of(new Value.Local(n.left()));
    for (int c = 0; c < layout.cpus; c++) {
      if ((left & 1 << c) != 0) {
        t.bind(n.cpu(), c);
        t.bind(n.left(), left & ~(1 << c));
        t.goOn();
      }
    }
    if (left == 0) {
      t.goOn(1);
    }
  }

  /** What something outside of the file may choose among. */
  IntStream any(Turn t, Access.Domain domain) {
    return domain == Access.Domain.BOOLEAN
        ? IntStream.of(Word.FALSE, Word.TRUE)
        : domain.of(program.numbers()).mapToInt(n -> n);
  }

  /** The compiler's freedoms. */
  private void compiler(Turn t, Local s) {
    if (s instanceof Local.Choice c) {
      t.goOn(0);
      if (c.onlyIf().stream().allMatch(t::holds)) {
        t.goOn(1);
      }
    } else if (s instanceof Local.MayReload m) {
      t.bind(m.flag(), Word.truth(m.onlyIf().stream().allMatch(t::holds)));
      t.goOn();
    } else if (s instanceof Local.PostponeStore p) {
      t.bind(p.store().pending(), Word.TRUE);
      t.bind(p.store().value(), t.of(p.value()));
      p.store().original().operand().ifPresent(o -> t.bind(p.store().operand(), t.of(o)));
      t.goOn();
    } else if (s instanceof Local.Settle w) {
      Value operand = new Value.Local(w.store().operand());
      if (!isPending(t, w.store())
          || w.unless().filter(o -> t.of(o) != t.of(operand)).isPresent()) {
        t.goOn();
      }
    } else {
      throw new UnsupportedOperationException("the step " + s);
    }
  }

  private static boolean isPending(Turn t, LateStore l) {
    return t.holds(new Value.Local(l.pending()));
  }

  /** A store that was put off is made; the thread is where it was. */
  void late(Turn t, LateStore l) {
    if (isPending(t, l)) {
      t.place(l.location())
          .ifPresent(
              cell -> {
                t.now.set(cell, t.of(new Value.Local(l.value())));
                t.bind(l.pending(), Word.FALSE);
                t.bind(l.value(), Word.NONE);
                if (l.original().operand().isPresent()) {
                  t.bind(l.operand(), Word.NONE);
                }
                t.stay();
              });
    }
  }
}
