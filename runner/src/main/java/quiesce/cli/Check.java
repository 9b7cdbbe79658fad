package quiesce.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import quiesce.engine.Engine;
import quiesce.property.Property;
import quiesce.report.CheckReport;
import quiesce.report.GrowingReport;
import quiesce.verdict.Campaign;
import quiesce.verdict.Checker;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Subject;
import quiesce.verdict.Watcher;

/**
 * What the commands that check strategies have in common: from their options to verdicts.
 *
 * @param properties to be checked; none for all of them
 * @param kept a directory for what TLC is given and says
 * @param fewestSwitches whether people look at counterexamples
 */
record Check(
    List<Property> properties,
    ModelOptions model,
    EngineOptions engineOptions,
    CheckpointOptions checkpoints,
    Optional<Path> kept,
    ReportOptions reportOptions,
    boolean fewestSwitches,
    Console console) {
  private static final GrowingReport SILENT = GrowingReport.whole(report -> "");

  /** For verdicts alone. */
  Check(
      List<Property> properties,
      ModelOptions model,
      EngineOptions engineOptions,
      CheckpointOptions checkpoints,
      Optional<Path> kept,
      ReportOptions reportOptions,
      Console console) {
    this(properties, model, engineOptions, checkpoints, kept, reportOptions, false, console);
  }

  /** The same for people who look at counterexamples: those that they would draw. */
  Check withFewestSwitches() {
    return new Check(
        properties, model, engineOptions, checkpoints, kept, reportOptions, true, console);
  }

  /** Of strategies that are named, in a JVM that was begun to be started if there is one. */
  Done named(Named strategies, HeadStart headStart, Function<Batch, GrowingReport> answer) {
    try (Engine engine = engineOptions.engine(console, checkpoints, headStart)) {
      Batch batch = Subjects.batch(strategies, model.options(), engineOptions.timeout());
      List<Subject> subjects = batch.told(console);
      return new Done(of(subjects, engine, answer.apply(batch)), batch);
    }
  }

  /** What came of a check. */
  record Done(CheckReport report, Batch batch) {
    int code() {
      return batch.code(ExitCode.of(report.strategies()));
    }
  }

  /** The same without an answer while they are checked. */
  Done named(Named strategies, HeadStart headStart) {
    return named(strategies, headStart, batch -> SILENT);
  }

  /** Of strategies that have been read. */
  CheckReport of(List<Subject> subjects) {
    try (Engine engine = engineOptions.engine(console, checkpoints, HeadStart.NONE)) {
      return of(subjects, engine, SILENT);
    }
  }

  /** The same in an engine that stays. On a terminal it shows how far it has come. */
  CheckReport of(List<Subject> subjects, Engine engine) {
    try (Progress progress =
        console.terminal()
            ? Progress.of(reportOptions, console, subjects.size())
            : new Progress.Silent(console)) {
      return of(subjects, engine, progress, progress);
    }
  }

  /** The same with progress everywhere and no answer. */
  CheckReport silently(List<Subject> subjects, Engine engine) {
    return subjects.isEmpty()
        ? new CheckReport(model.options(), engine.version(), List.of())
        : of(subjects, engine, SILENT);
  }

  private CheckReport of(List<Subject> subjects, Engine engine, GrowingReport answer) {
    try (Progress progress = Progress.of(reportOptions, console, subjects.size());
        Answering answering = new Answering(answer, progress, console, subjects.size())) {
      CheckReport report = of(subjects, engine, progress, answering);
      answering.end(report);
      return report;
    }
  }

  private CheckReport of(
      List<Subject> subjects, Engine engine, Watcher watcher, Campaign.Listener listener) {
    Checker checker = new Checker(engine, engineOptions.limits(kept), watcher);
    Campaign campaign =
        new Campaign(
            fewestSwitches ? checker.withFewestSwitches() : checker,
            wanted(),
            engineOptions.jobs());
    List<StrategyVerdicts> verdicts = campaign.run(subjects, listener);
    return new CheckReport(model.options(), engine.version(), verdicts);
  }

  /** The properties that are checked. */
  Set<Property> wanted() {
    return properties.isEmpty() ? EnumSet.allOf(Property.class) : EnumSet.copyOf(properties);
  }
}
