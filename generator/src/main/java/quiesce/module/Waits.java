package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.analysis.Field;
import quiesce.lowering.Lowering;
import quiesce.steps.Deferred;
import quiesce.steps.Section;
import quiesce.steps.Step;
import quiesce.steps.Wait;
import quiesce.tla.Expression;
import quiesce.tla.Logic;

/** What a thread waits for, at each place where it may have to. */
record Waits(Shape shape, Scheduling scheduling) {
  /** Those of a thread. */
  List<Waiting> of(ThreadView v) {
    List<Waiting> all = new ArrayList<>();
    for (int stop : v.stops.all()) {
      Step s = v.thread.node(stop).step();
      if (s instanceof Wait.Lock l) {
        Optional<Expression> object = l.object().map(o -> ofThread(v).of(o));
        all.add(
            locked(
                v, stop, l.lock(), object, new SharedLocks(shape).others(v, l), keepsTurn(v, l)));
      } else if (s instanceof Wait.Ended e) {
        Optional<Expression> object = e.of().object().map(o -> ofThread(v).of(o));
        all.add(locked(v, stop, e.awaited(), object, Optional.empty(), false));
        if (e.isForAll()) {
          all.add(locked(v, stop, e.of().pending(), object, Optional.empty(), false));
        }
      } else if (s instanceof Wait.NoneAwaited n) {
        all.add(noneAwaited(v, stop, n.of().off()));
      } else if (s instanceof Wait.Run r && r.isAskedFor()) {
        all.add(due(v, stop, r.of()));
      } else if (Section.Begin.isDue(s)) {
        strikes(v)
            .map(Expression::text)
            .ifPresent(gate -> all.add(Waiting.until(v.at(stop), gate)));
      } else if (s instanceof Wait.GracePeriodEnds) {
        all.add(Waiting.until(v.at(stop), shape.awaiting().isOver(v).text()));
      }
    }
    return all;
  }

  private Waiting locked(
      ThreadView v,
      int stop,
      String lock,
      Optional<Expression> object,
      Optional<Expression> others,
      boolean keepsTurn) {
    return new Waiting(
        v.at(stop),
        object.map(Expression::text).orElse(""),
        shape.lock(lock, object).text(),
        "",
        false,
        shape.agents().has(v) ? shape.agents().of(v).text() : "",
        shape.agents().memory(v),
        others.map(Expression::text).orElse(""),
        keepsTurn);
  }

  /** Where nothing else ever has its CPU, it needs no turn. */
  private boolean keepsTurn(ThreadView v, Wait.Lock waiting) {
    return !scheduling.goGate(v).isEmpty()
        && !new SharedLocks(shape).isReadByHandlers(waiting.lock());
  }

  private Waiting noneAwaited(ThreadView v, int stop, String part) {
    boolean each = shape.facts().isOfObjects(part);
    Optional<Expression> object = each ? Optional.of(Logic.name(Waiting.ANY)) : Optional.empty();
    return new Waiting(
        v.at(stop), "", shape.lock(part, object).text(), "", each, "", "", "", false);
  }

  /** What must hold for a run to begin, beside what must for each step. */
  private Optional<Expression> strikes(ThreadView v) {
    List<Expression> more = new ArrayList<>(scheduling.beginGate(v));
    more.removeAll(scheduling.goGate(v));
    return more.stream().reduce(Logic::and);
  }

  private Waiting due(ThreadView v, int stop, Deferred of) {
    Optional<Expression> object = of.object().map(o -> Logic.name(Waiting.ANY));
    return new Waiting(
        v.at(stop),
        "",
        shape.lock(of.running(), object).text(),
        shape.lock(of.pending(), object).text(),
        object.isPresent(),
        "",
        "",
        strikes(v).map(Expression::text).orElse(""),
        false);
  }

  /** The values of a thread that waits, in its record. */
  private Values ofThread(ThreadView v) {
    Expression object = shape.provider().field(Field.of(Lowering.OBJECT));
    return new Values(l -> v.field(Field.of(l)), object, shape.names()::variable);
  }
}
