package quiesce.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import quiesce.catalogue.InputException;
import quiesce.report.CheckReport;
import quiesce.report.Violation;
import quiesce.text.Visible;

/** Finds the counterexample that a format shows which is for a single one. */
final class SoleViolation {
  private SoleViolation() {}

  /**
   * The violation; none if nothing is violated.
   *
   * @throws InputException if there are several, with the options that choose each
   */
  static Optional<Violation> of(CheckReport report, Enum<?> format) {
    List<Violation> all = Violation.of(report);
    if (all.size() > 1) {
      throw new InputException(
          all.stream()
              .map(v -> "\n  --memory " + v.memory() + " --property " + v.property().title())
              .collect(
                  Collectors.joining(
                      "",
                      "%s has %d counterexamples and %s shows one; choose it by"
                          .formatted(
                              Visible.of(all.get(0).strategy().subject().name()),
                              all.size(),
                              format.name().toLowerCase(Locale.ROOT)),
                      "")));
    }
    return all.stream().findFirst();
  }
}
