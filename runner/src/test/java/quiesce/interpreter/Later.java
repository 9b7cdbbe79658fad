package quiesce.interpreter;

import java.util.Optional;
import java.util.stream.IntStream;
import quiesce.steps.Access;
import quiesce.steps.Deferred;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.steps.Wait;

/** What the kernel keeps of functions that run later: one of each, or one of each object. */
record Later(Layout layout, Turn t) {

  void take(Step s) {
    if (s instanceof Wait.Run r) {
      begin(r.of());
    } else if (s instanceof Access.Outlived o) {
      int each = layout.ofObjects.contains(o.of().pending()) ? layout.objects : 1;
      boolean left =
          IntStream.range(0, each)
              .anyMatch(i -> get(o.of().pending(), i) == 1 || get(o.of().running(), i) == 1);
      if (left) {
        t.oops(Fault.USE_AFTER_TEARDOWN);
      } else {
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

  private void begin(Deferred of) {
    int each = of.object().isPresent() ? layout.objects : 1;
    State before = t.now;
    for (int i = 0; i < each; i++) {
      t.now = before.copy();
      if (get(of.pending(), i) == 1 && get(of.running(), i) == 0) {
        set(of.pending(), i, 0);
        set(of.running(), i, 1);
        int object = Word.object(i);
        of.object().ifPresent(o -> t.bind(((Value.Local) o).name(), object));
        t.goOn();
      }
    }
  }

  private void take(Step s, Deferred of, int i) {
    int due = get(of.pending(), i);
    if (s instanceof Access.Arm a) {
      boolean off = of.stopped() && get(of.off(), i) == 1;
      result(a.local(), off && of.kind().isAtomic() ? 1 : due);
      if (!off) {
        set(of.pending(), i, 1);
      }
    } else if (s instanceof Access.Cancel c) {
      result(c.local(), due);
      set(of.pending(), i, 0);
    } else if (s instanceof Access.IsDue d) {
      result(Optional.of(d.local()), due);
    } else if (s instanceof Access.Switch w) {
      set(of.off(), i, w.off() ? 1 : 0);
    } else if (s instanceof Wait.Ended e) {
      if (get(e.awaited(), i) == 1) {
        return;
      }
      result(e.local(), due);
      if (e.cancels()) {
        set(of.pending(), i, 0);
      }
    }
    t.goOn();
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
