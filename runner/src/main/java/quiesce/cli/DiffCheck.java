package quiesce.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quiesce.catalogue.Cut;
import quiesce.engine.Engine;
import quiesce.patch.Patch;
import quiesce.patch.Sides;
import quiesce.report.CheckReport;
import quiesce.source.SourceFile;

/** Checks what a diff changes, before the change and after it. */
final class DiffCheck {
  private final Check check;
  private final Console console;

  DiffCheck(Check check) {
    this.check = check;
    this.console = check.console();
  }

  /**
   * What came of it.
   *
   * @param before of what could be read of that side
   */
  record Done(CheckReport before, Check.Done after) {}

  Done of(Patch patch, List<Cut> cuts, HeadStart headStart) {
    Affected affected = Affected.by(patch, cuts, check.model().roles());
    affected.passedOver().forEach(this::passOver);
    Batch before = batch(affected, Sides::before);
    Batch after = batch(affected, Sides::after);
    new Failures(console).tell(before.refusals());
    after.told(console);
    try (Engine engine = check.engineOptions().engine(console, check.checkpoints(), headStart)) {
      return new Done(
          check.silently(before.subjects(), engine),
          new Check.Done(check.silently(after.subjects(), engine), after));
    }
  }

  private void passOver(String path) {
    console.error(
        path + " is not checked: without front matter, roles, and functions that --from names");
  }

  private Batch batch(Affected affected, Function<Sides, Optional<SourceFile>> side) {
    return Subjects.batch(
        affected.strategies().stream()
            .filter(strategy -> side.apply(strategy.sides()).isPresent())
            .map(strategy -> read(strategy, side.apply(strategy.sides()).get()))
            .toList());
  }

  private Batch.Read read(Affected.Strategy strategy, SourceFile file) {
    return Batch.Read.of(
        file.name(),
        () -> strategy.part().apply(file),
        check.model().options(),
        check.engineOptions().timeout());
  }
}
