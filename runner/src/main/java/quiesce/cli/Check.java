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

/** What {@code check} and {@code explain} have in common: from arguments to verdicts. */
final class Check {
  private Check() {}

  static CheckReport run(
      List<String> strategies,
      List<Property> properties,
      ModelOptions model,
      EngineOptions engineOptions,
      CheckpointOptions checkpoints,
      Optional<Path> kept,
      ReportOptions reportOptions,
      Console console) {
    try (Engine engine = engineOptions.engine(console, checkpoints)) {
      if (!strategies.isEmpty()) {
        // With a whole catalogue there is no need: the first of many has to wait, and most are
        // known.
        engine.prepare();
      }
      List<Subject> subjects = Subjects.of(strategies, Catalogue.onClassPath(), model.options());
      return verdicts(
          engine, subjects, properties, model, engineOptions, kept, reportOptions, console);
    }
  }

  /** The same for strategies that have been read. */
  static CheckReport verdicts(
      List<Subject> subjects,
      List<Property> properties,
      ModelOptions model,
      EngineOptions engineOptions,
      ReportOptions reportOptions,
      Console console) {
    try (Engine engine = engineOptions.engine(console)) {
      return verdicts(
          engine,
          subjects,
          properties,
          model,
          engineOptions,
          Optional.empty(),
          reportOptions,
          console);
    }
  }

  private static CheckReport verdicts(
      Engine engine,
      List<Subject> subjects,
      List<Property> properties,
      ModelOptions model,
      EngineOptions engineOptions,
      Optional<Path> kept,
      ReportOptions reportOptions,
      Console console) {
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
