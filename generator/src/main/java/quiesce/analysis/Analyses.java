package quiesce.analysis;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import quiesce.source.Limit;
import quiesce.steps.Model;
import quiesce.steps.Program;

/**
 * What is found out about the threads of a program before its specification is made, analysis by
 * analysis. Each is a function of the thread and of what those before it have found.
 *
 * <p>The order is that of what they ask: which steps may be performed early decides where a thread
 * can be seen, and that decides from where they are, and which locals are kept.
 */
public final class Analyses {
  private final List<Analysis<?>> all;

  /**
   * @param name under which it is shown
   * @param finds the type of what it finds
   */
  private record Analysis<T>(String name, Class<T> finds, Function<Found, T> how) {
    Found after(Found before) {
      return before.with(finds, how.apply(before));
    }
  }

  /**
   * @param machine what the memory model makes of the program
   * @param fine whether each operation is an action of its own
   * @param resets whether a local has its first value where it is not live
   * @param crowds whether there is any number of CPUs
   */
  public Analyses(Machine machine, boolean fine, boolean resets, boolean crowds) {
    this.all =
        List.of(
            new Analysis<>(
                "read-side sections",
                ReadSections.class,
                f -> new ReadSections(f.thread(), f.facts())),
            new Analysis<>("callbacks", Callbacks.class, f -> Callbacks.of(f.thread())),
            new Analysis<>("dependencies", Dependencies.class, machine::dependencies),
            new Analysis<>("early steps", EarlySteps.class, machine::early),
            new Analysis<>("merging", Merging.class, f -> merging(machine, f, crowds)),
            new Analysis<>(
                "stops", Stops.class, f -> Stops.of(f.thread(), fine, f.get(Merging.class))),
            new Analysis<>("places of early steps", EarlyPlaces.class, machine::places),
            new Analysis<>("CPUs", OnCpus.class, OnCpus::of),
            new Analysis<>("live fields", LiveFields.class, f -> LiveFields.of(f, resets)));
  }

  private static Merging merging(Machine machine, Found f, boolean crowds) {
    Merging all = machine.merging(f).with(f.thread(), f.facts()).with(f.get(EarlySteps.class));
    return crowds ? all.betweenCpus() : all;
  }

  /**
   * What all of them find.
   *
   * @param paths bounds the search for what may be performed early
   */
  public List<Found> apply(Facts facts, Limit paths) {
    return facts.threads().stream()
        .map(t -> apply(Found.given(t, facts, paths), (name, found) -> {}))
        .toList();
  }

  /**
   * @param after is shown what each analysis has found, under its name
   */
  Found apply(Found given, BiConsumer<String, Object> after) {
    Found found = given;
    for (Analysis<?> a : all) {
      found = a.after(found);
      after.accept(a.name(), found.get(a.finds()));
    }
    return found;
  }

  /** Which properties a program can exercise; a litmus test has none. */
  public static Optional<Applicability> applicability(Model model, List<Found> threads) {
    return model instanceof Program p
        ? Optional.of(new Applicability(p, threads))
        : Optional.empty();
  }
}
