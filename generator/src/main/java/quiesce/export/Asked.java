package quiesce.export;

import quiesce.analysis.Analyses;
import quiesce.analysis.Applicability;
import quiesce.analysis.Facts;
import quiesce.models.MemoryModels;
import quiesce.source.Limit;
import quiesce.steps.Program;

/** What can be asked of a strategy, whoever answers it. */
public final class Asked {
  private static final int MOST_PATH_STEPS = 2_000_000;

  private Asked() {}

  /**
   * Which properties apply, which is about the steps alone.
   *
   * @throws quiesce.source.SourceException when there are too many paths
   */
  public static Applicability of(Program program) {
    Facts facts = new Facts(program, true);
    Limit paths =
        new Limit(
            program.file(),
            MOST_PATH_STEPS,
            "steps on all paths",
            "make fewer branches and accesses");
    return Analyses.applicability(
            program,
            new Analyses(MemoryModels.ALL.get(0).machine(facts), false, true, false)
                .apply(facts, paths))
        .orElseThrow();
  }
}
