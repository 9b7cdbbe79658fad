package quiesce.cli;

import java.util.EnumSet;
import java.util.List;
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
      ReportOptions reportOptions,
      Console console) {
    List<Subject> subjects = Subjects.of(strategies, Catalogue.onClassPath(), model.options());
    Limits limits = engineOptions.limits();
    Engine engine = engineOptions.engine(console);
    Set<Property> wanted =
        properties.isEmpty() ? EnumSet.allOf(Property.class) : EnumSet.copyOf(properties);
    Campaign campaign = new Campaign(new Checker(engine, limits), wanted, engineOptions.jobs());
    try (Progress progress = Progress.of(reportOptions, console, subjects.size())) {
      return new CheckReport(model.options(), engine.version(), campaign.run(subjects, progress));
    }
  }
}
