package quiesce.module;

import java.util.ArrayList;
import java.util.List;
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
      if (s instanceof Wait.Lock || s instanceof Wait.Ended) {
        String lock = s instanceof Wait.Ended e ? e.awaited() : ((Wait.Lock) s).lock();
        all.add(
            new Waiting(
                v.at(stop),
                shape.names().variable(lock),
                "",
                shape.agents().has(v) ? shape.agents().of(v).text() : "",
                shape.agents().memory(v),
                s instanceof Wait.Lock l
                    ? new SharedLocks(shape).others(v, l).map(Expression::text).orElse("")
                    : ""));
      } else if (s instanceof Wait.Run r) {
        List<Expression> more = new ArrayList<>(scheduling.beginGate(v));
        more.removeAll(scheduling.goGate(v));
        all.add(
            new Waiting(
                v.at(stop),
                shape.names().variable(r.of().running()),
                shape.names().variable(r.of().pending()),
                "",
                "",
                more.stream().reduce(Logic::and).map(Expression::text).orElse("")));
      } else if (s instanceof Wait.GracePeriodEnds) {
        all.add(new Waiting(v.at(stop), "", "", "", "", shape.awaiting().isOver(v).text()));
      }
    }
    return all;
  }
}
