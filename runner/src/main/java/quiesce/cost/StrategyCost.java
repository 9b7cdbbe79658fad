package quiesce.cost;

import java.util.List;
import quiesce.steps.KernelThread;
import quiesce.steps.Program;

/**
 * What a strategy costs, counted in its steps as the C has them: the compiler neither repeats a
 * load nor saves one. {@code docs/cost.md} gives the rules.
 */
public record StrategyCost(List<ReaderCost> readers, UpdateCost update) {
  public StrategyCost {
    readers = List.copyOf(readers);
  }

  public static StrategyCost of(Program program) {
    Situations situations = new Situations(program);
    return new StrategyCost(
        program.readers().stream().map(r -> reader(r, situations)).toList(), situations.update());
  }

  private static ReaderCost reader(KernelThread thread, Situations in) {
    return new ReaderCost(
        thread.name(), thread.context(), in.nothingRegistered(thread), in.registered(thread));
  }
}
