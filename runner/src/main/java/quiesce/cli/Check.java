package quiesce.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.catalogue.Catalogue;
import quiesce.property.Property;
import quiesce.report.CheckReport;
import quiesce.verdict.Campaign;
import quiesce.verdict.Checker;
import quiesce.verdict.Engine;
import quiesce.verdict.Limits;
import quiesce.verdict.Subject;

/**
 * What the commands that check strategies have in common: from their options to verdicts.
 *
 * @param properties to be checked; none for all of them
 * @param kept a directory for what TLC is given and says
 */
record Check(
    List<Property> properties,
    ModelOptions model,
    EngineOptions engineOptions,
    CheckpointOptions checkpoints,
    Optional<Path> kept,
    ReportOptions reportOptions,
    Console console) {
  /** Of strategies that are named, in a JVM that was begun to be started if there is one. */
  CheckReport named(List<String> strategies, HeadStart headStart) {
    try (Engine engine = engineOptions.engine(console, checkpoints, headStart)) {
      return of(Subjects.of(strategies, Catalogue.onClassPath(), model.options()), engine);
    }
  }

  /** Of strategies that have been read. */
  CheckReport of(List<Subject> subjects) {
    try (Engine engine = engineOptions.engine(console, checkpoints, HeadStart.NONE)) {
      return of(subjects, engine);
    }
  }

  private CheckReport of(List<Subject> subjects, Engine engine) {
    Limits limits = engineOptions.limits(kept);
    Set<Property> wanted =
        properties.isEmpty() ? EnumSet.allOf(Property.class) : EnumSet.copyOf(properties);
    try (Progress progress = Progress.of(reportOptions, console, subjects.size())) {
      Campaign campaign =
          new Campaign(new Checker(engine, limits, progress), wanted, engineOptions.jobs());
      return new CheckReport(model.options(), engine.version(), campaign.run(subjects, progress));
    }
  }
}
