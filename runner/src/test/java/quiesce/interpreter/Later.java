package quiesce.interpreter;

import java.util.Optional;
import java.util.stream.IntStream;
import quiesce.steps.Deferred;
import quiesce.steps.LateAccess;
import quiesce.steps.LineChange;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** What the kernel keeps of functions that run later: one of each, or one of each object. */
record Later(Layout layout, Turn t) {

  void take(Step s) {
    if (s instanceof Wait.Run r) {
      begin(r.of());
    } else if (s instanceof LateAccess.Outlived o) {
      boolean left =
          IntStream.range(0, each(o.of().pending()))
              .anyMatch(i -> o.states().stream().anyMatch(p -> get(p, i) == 1));
      if (left) {
        t.oops(Fault.USE_AFTER_TEARDOWN);
      } else {
        t.goOn();
      }
    } else if (s instanceof LateAccess.Exists e) {
      if (e.states().stream().allMatch(p -> get(p, 0) == 0)) {
        t.oops(Fault.USE_AFTER_TEARDOWN);
      } else {
        t.goOn();
      }
    } else if (s instanceof LateAccess.Await a) {
      for (int i = 0; i < each(a.of().off()); i++) {
        boolean left =
            get(a.before().pending(), i) + get(a.before().running(), i) > 0
                || get(a.of().pending(), i) + get(a.of().running(), i) > 0;
        set(a.of().off(), i, left ? 1 : 0);
      }
      t.goOn();
    } else if (s instanceof LateAccess.Over o) {
      int i = o.of().object().map(x -> Word.numberOf(t.of(x))).orElse(0);
      set(o.of().running(), i, 0);
      set(o.of().off(), i, 0);
      t.goOn();
    } else if (s instanceof Wait.NoneAwaited n) {
      if (IntStream.range(0, each(n.of().off())).allMatch(i -> get(n.of().off(), i) == 0)) {
        t.goOn();
      }
    } else {
      Deferred of = ((Step.OfDeferred) s).of();
      int object = of.object().map(t::of).orElse(Word.object(0));
      if (of.object().isEmpty() || !t.isMisused(object)) {
        take(s, of, Word.numberOf(object));
      }
    }
  }

  private int each(String part) {
    return layout.ofObjects.contains(part) ? layout.objects : 1;
  }

  private void begin(Deferred of) {
    if (of.kind().isLine()) {
      strike(of);
      return;
    }
    int each = of.object().isPresent() ? layout.objects : 1;
    State before = t.now;
    for (int i = 0; i < each; i++) {
      t.now = before.copy();
      if (get(of.pending(), i) == 1 && get(of.running(), i) == 0) {
        set(of.pending(), i, 0);
        set(of.running(), i, 1);
        int object = Word.object(i);
        of.object().ifPresent(o -> t.bind(((Value.Local) o).name(), object));
        if (of.object().isEmpty() || !t.isMisused(object)) {
          t.goOn();
        }
      }
    }
  }

  private void take(Step s, Deferred of, int i) {
    int due = layout.locks.containsKey(of.pending()) ? get(of.pending(), i) : 0;
    if (s instanceof LateAccess.Hand h) {
      set(of.running(), i, 0);
      set(h.to().pending(), i, 1);
    } else if (s instanceof LateAccess.Arm a) {
      boolean off = of.stopped() && get(of.off(), i) == 1;
      result(a.local(), off && of.kind().isAtomic() ? 1 : due);
      if (!off) {
        set(of.pending(), i, 1);
      }
    } else if (s instanceof LateAccess.Cancel c) {
      boolean inTheWay = c.isUnlessRunning() && get(of.running(), i) == 1;
      result(c.local(), inTheWay ? -1 : due);
      if (!inTheWay) {
        set(of.pending(), i, 0);
      }
    } else if (s instanceof LateAccess.WakeUp || s instanceof LateAccess.LeaveQueue) {
      set(of.pending(), i, 0);
    } else if (s instanceof LateAccess.IsDue d) {
      boolean runs = d.orRuns() && get(of.running(), i) == 1;
      result(Optional.of(d.local()), runs ? 1 : due);
    } else if (s instanceof LateAccess.ShouldStop a) {
      result(Optional.of(a.local()), get(of.off(), i));
    } else if (s instanceof LateAccess.Switch w) {
      set(of.off(), i, w.off() ? 1 : 0);
    } else if (s instanceof LateAccess.Line l) {
      change(l);
    } else if (s instanceof Wait.Ended e) {
      if (get(e.awaited(), i) == 1 || e.isForAll() && due == 1) {
        return;
      }
      result(e.local(), due);
      if (e.cancels()) {
        set(of.pending(), i, 0);
      }
    }
    t.goOn();
  }

  private void strike(Deferred line) {
    if (isRequested(line) && depth(line) == 0 && get(line.running(), 0) == 0) {
      set(line.running(), 0, 1);
      t.goOn();
    }
  }

  private boolean isRequested(Deferred line) {
    return !line.isRequested() || get(line.pending(), 0) == 1;
  }

  private int depth(Deferred line) {
    return line.stopped() ? get(line.off(), 0) + get(line.again(), 0) : 0;
  }

  private void change(LateAccess.Line l) {
    boolean requested = isRequested(l.of());
    int depth = depth(l.of());
    switch (l.does()) {
      case REQUEST_IRQ, REQUEST_IRQ_DISABLED -> {
        result(l.local(), requested ? 1 : 0);
        set(l.of().pending(), 0, 1);
        boolean off = l.does() == LineChange.REQUEST_IRQ_DISABLED;
        disabled(l.of(), requested ? depth : off ? 1 : 0);
      }
      case FREE_IRQ -> {
        result(l.local(), requested ? 0 : 1);
        set(l.of().pending(), 0, 0);
        disabled(l.of(), 0);
      }
      case DISABLE_IRQ -> disabled(l.of(), requested ? Math.min(depth + 1, 2) : 0);
      case ENABLE_IRQ -> {
        result(l.local(), requested && depth == 0 ? 1 : 0);
        disabled(l.of(), Math.max(depth - 1, 0));
      }
    }
  }

  private void disabled(Deferred line, int depth) {
    if (line.stopped()) {
      set(line.off(), 0, depth > 0 ? 1 : 0);
      set(line.again(), 0, depth > 1 ? 1 : 0);
    }
  }

  private void result(Optional<String> local, int value) {
    local.ifPresent(l -> t.bind(l, value));
  }

  private int get(String part, int object) {
    return t.now.get(layout.locks.get(part) + object);
  }

  private void set(String part, int object, int value) {
    t.now.set(layout.locks.get(part) + object, value);
  }
}
