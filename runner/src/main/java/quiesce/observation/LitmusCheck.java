package quiesce.observation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import quiesce.engine.tlc.Outcome;
import quiesce.engine.tlc.Reason;
import quiesce.engine.tlc.TlcJob;
import quiesce.engine.tlc.TlcListener;
import quiesce.engine.tlc.TlcResult;
import quiesce.engine.tlc.TlcRunner;
import quiesce.engine.tlc.ValueParser;
import quiesce.litmus.LitmusReader;
import quiesce.module.LitmusEmitter;
import quiesce.module.Options;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.steps.Litmus;
import quiesce.tla.Value;
import quiesce.verdict.Limits;

/** Finds all final states of litmus tests. */
public final class LitmusCheck {
  private final TlcRunner engine;
  private final Limits limits;

  public LitmusCheck(TlcRunner engine, Limits limits) {
    this.engine = engine;
    this.limits = limits;
  }

  /**
   * @throws quiesce.template.TemplateFailure when a template is missing or broken
   */
  public Answer answer(SourceFile file, Options options) {
    Litmus test;
    try {
      test = LitmusReader.read(file);
    } catch (SourceException e) {
      return new Answer.Unsupported(file.name(), options.memory(), e.diagnostics());
    }
    LitmusEmitter.Generated generated = LitmusEmitter.emit(test, options);
    TlcResult result = engine.run(job(generated, options), TlcListener.NONE);
    if (!(result.outcome() instanceof Outcome.Passed)) {
      return unknown(file, test, options, result);
    }
    List<FinalState> states = new ArrayList<>();
    List<String> racy = new ArrayList<>();
    for (String line : result.printed()) {
      // A final state with its condition, or a variable on which accesses race.
      List<Value> pair = ((Value.Seq) ValueParser.parse(line)).elements();
      if (pair.get(0) instanceof Value.Bool positive) {
        states.add(state(positive.value(), pair.get(1), generated.addresses()));
      } else {
        String variable = pair.get(0).toString();
        racy.add(generated.addresses().getOrDefault(variable, variable));
      }
    }
    racy.sort(Comparator.naturalOrder());
    if (states.isEmpty() && test.filter().isEmpty()) {
      return new Answer.Unknown(file.name(), options.memory(), test, Reason.OTHER, "no run ends");
    }
    states.sort(Comparator.comparing(FinalState::values, LitmusCheck::compare));
    return new Answer.Observed(file.name(), options.memory(), test, states, result.counts(), racy);
  }

  private TlcJob job(LitmusEmitter.Generated generated, Options options) {
    TlcJob job =
        TlcJob.of(generated.name(), generated.module(), generated.configuration())
            .withWorkers(limits.workers());
    if (limits.timeout().isPresent()) {
      job = job.withTimeout(limits.timeout().get());
    }
    if (limits.keep().isPresent()) {
      job = job.keptIn(limits.keep().get().resolve(generated.name()).resolve(options.memory()));
    }
    return job;
  }

  private static Answer unknown(SourceFile file, Litmus test, Options options, TlcResult result) {
    Outcome.Failed failed =
        result.outcome() instanceof Outcome.Failed f
            ? f
            : Outcome.Failed.of(
                Reason.OTHER,
                "TLC reports what was not asked for: "
                    + result.outcome().getClass().getSimpleName());
    return new Answer.Unknown(
        file.name(), options.memory(), test, failed.reason(), failed.message());
  }

  private static FinalState state(boolean positive, Value values, Map<String, String> addresses) {
    List<String> texts =
        ((Value.Seq) values)
            .elements().stream()
                .map(Value::toString)
                .map(v -> addresses.getOrDefault(v, v))
                .toList();
    return new FinalState(texts, positive);
  }

  private static int compare(List<String> a, List<String> b) {
    for (int i = 0; i < a.size(); i++) {
      int order = byNumber(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int byNumber(String a, String b) {
    boolean numbers = a.matches("-?\\d+") && b.matches("-?\\d+");
    return numbers ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b);
  }
}
