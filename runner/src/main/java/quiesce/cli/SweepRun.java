package quiesce.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import quiesce.engine.Engine;
import quiesce.property.Property;
import quiesce.sweep.Point;
import quiesce.sweep.Result;
import quiesce.sweep.Shard;
import quiesce.sweep.Sweep;
import quiesce.verdict.AtOnce;
import quiesce.verdict.Checker;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;

/** Checks the points of a sweep, the smallest first. What is known is not explored again. */
record SweepRun(Engine engine, EngineOptions options, ReportOptions report, Console console) {
  Sweep of(SweepPoints points, Shard shard, Set<Property> wanted, SweepOptions asked) {
    List<Point> all = points.all();
    List<Point> share = shard.of(all);
    Map<Point, Result> results = new HashMap<>();
    try (Progress progress = Progress.of(report, console, share.size());
        Ended ended = new Ended(share.size())) {
      Checker checker = new Checker(engine, options.limits(Optional.empty()), progress);
      List<Supplier<Result>> questions = new ArrayList<>();
      // Its specification and its traces are gone when a point is done: there may be thousands.
      inOrder(share)
          .forEach(
              point ->
                  questions.add(
                      () -> {
                        Subject subject = points.subject(point, asked.exact());
                        progress.begun(subject);
                        StrategyVerdicts found = checker.check(subject, wanted);
                        synchronized (ended) {
                          progress.done(ended.count(), share.size(), found);
                        }
                        return Result.of(point, found);
                      }));
      AtOnce.run(questions, options.jobs(), result -> {})
          .forEach(result -> results.put(result.point(), result));
    }
    return new Sweep(
        points.grid(),
        shard,
        all.size(),
        engine.version(),
        asked.remarks(),
        share.stream().map(results::get).toList());
  }

  private static List<Point> inOrder(List<Point> points) {
    return points.stream().sorted(Comparator.comparing(Point::size)).collect(Collectors.toList());
  }

  /** Says how to continue when quiesce is ended before all is decided. */
  private final class Ended implements AutoCloseable {
    private final int all;
    private final AtomicInteger done = new AtomicInteger();
    private final Thread hook = new Thread(this::say, "ended");

    Ended(int all) {
      this.all = all;
      Runtime.getRuntime().addShutdownHook(hook);
    }

    int count() {
      return done.incrementAndGet();
    }

    private void say() {
      console.error(
          "interrupted, %d of %d points are done".formatted(done.get(), all)
              + (options.keeps(console)
                  ? "; their results are kept, and the same command continues"
                  : ""));
    }

    @Override
    public void close() {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // It is just running.
      }
    }
  }
}
