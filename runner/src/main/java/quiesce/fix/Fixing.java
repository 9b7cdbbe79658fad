package quiesce.fix;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.edits.Repair;
import quiesce.edits.Stronger;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Program;
import quiesce.verdict.AtOnce;
import quiesce.verdict.Checker;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;

/**
 * Finds the smallest sets of repairs that make every property hold. Each bad run that is found says
 * which repairs might help against it, and none is checked that leaves a known one as it is.
 */
public final class Fixing {
  /** So many sets are tried before what was found is made use of, however many CPUs there are. */
  private static final int AT_ONCE = 2;

  private final List<StrategyVerdicts> original;
  private final List<Repair> repairs;
  private final Trials trials;
  private final Candidates candidates;
  private final List<Fix> fixes = new ArrayList<>();
  private Optional<String> open;

  /**
   * @param original the verdicts on the strategy as it is, under each memory model that is asked
   *     for, the strongest first
   */
  public Fixing(Checker checker, List<StrategyVerdicts> original) {
    this.original = List.copyOf(original);
    Stronger stronger = stronger(original.get(0).subject().program());
    this.repairs = stronger.repairs();
    this.trials = new Trials(checker, this.original, stronger);
    this.candidates = new Candidates(repairs);
    this.open =
        original.stream()
            .flatMap(s -> s.properties().stream())
            .flatMap(v -> v.verdict() instanceof Verdict.Unknown u ? Stream.of(u) : Stream.empty())
            .findFirst()
            .map(u -> "the file as it is: " + u.message());
  }

  private static Stronger stronger(Program program) {
    Set<String> updates = functions(Stream.of(program.provider()));
    Set<String> reads = functions(program.readers().stream());
    Set<String> entries =
        program.readers().stream()
            .filter(t -> t.context() == Context.TASK)
            .map(KernelThread::name)
            .collect(Collectors.toSet());
    return Stronger.of(program.strategy(), updates::contains, reads::contains, entries::contains);
  }

  private static Set<String> functions(Stream<KernelThread> threads) {
    return threads
        .flatMap(t -> t.nodes().stream())
        .flatMap(
            n -> Stream.concat(n.origin().callers().stream(), Stream.of(n.origin().function())))
        .collect(Collectors.toSet());
  }

  /**
   * All that nobody would leave for another one, of so many changes at most.
   *
   * @param most after how many checks no more are begun
   * @param jobs how many of them at the same time
   * @param done hears of each, one at a time
   */
  public Fixes fixes(int changes, int most, int jobs, Consumer<String> done) {
    Fixes none = new Fixes(original, List.of(), repairs.size(), 0, changes, open);
    if (none.nothingToFix()) {
      return none;
    }
    trials.original().map(trials::grown).map(trials::refutation).ifPresent(candidates::add);
    int all = 0;
    while (all < changes && trials.asked() < most) {
      List<BitSet> next = candidates.of(all + 1).stream().limit(AT_ONCE).toList();
      if (next.isEmpty()) {
        all++;
      } else {
        tried(next, jobs, done);
      }
    }
    return new Fixes(original, best(), repairs.size(), trials.asked(), all, open);
  }

  private void tried(List<BitSet> next, int jobs, Consumer<String> done) {
    List<Fix> known = List.copyOf(fixes);
    List<Supplier<Trial>> questions =
        next.stream().map(some -> (Supplier<Trial>) () -> trial(some, known)).toList();
    List<Trial> found = AtOnce.run(questions, jobs, t -> {});
    for (int i = 0; i < next.size(); i++) {
      record(next.get(i), found.get(i));
      done.accept(words(next.get(i)));
    }
  }

  private Trial trial(BitSet some, List<Fix> known) {
    Trial trial = trials.of(some, p -> known.stream().anyMatch(f -> payment(f).dominates(p)));
    return trial instanceof Trial.Falls falls ? trials.grown(falls) : trial;
  }

  private void record(BitSet some, Trial trial) {
    if (trial instanceof Trial.Falls falls) {
      candidates.add(trials.refutation(falls));
      return;
    }
    candidates.close(some);
    if (trial instanceof Trial.Fixed f) {
      fixes.add(f.fix());
    } else if (trial instanceof Trial.Unknown u) {
      open = open.or(() -> Optional.of(words(some) + ": " + u.why()));
    }
  }

  private static Payment payment(Fix fix) {
    return Payment.of(fix.cost(), fix.changes());
  }

  /** Those that no other is better than, the best first. */
  private List<Fix> best() {
    return fixes.stream()
        .filter(f -> fixes.stream().noneMatch(g -> payment(g).dominates(payment(f))))
        .sorted(Comparator.comparing(Fixing::payment))
        .toList();
  }

  private String words(BitSet some) {
    return some.stream().mapToObj(i -> repairs.get(i).what()).collect(Collectors.joining(" + "));
  }
}
