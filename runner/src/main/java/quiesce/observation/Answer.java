package quiesce.observation;

import java.util.List;
import quiesce.engine.tlc.Counts;
import quiesce.engine.tlc.Reason;
import quiesce.source.Diagnostic;
import quiesce.steps.Litmus;

/** What came of one litmus test under one memory model. */
public sealed interface Answer {
  /** The file as the user named it. */
  String file();

  /** The memory model. */
  String memory();

  /**
   * All final states are known.
   *
   * @param states sorted by their values
   * @param counts what TLC explored
   * @param racy the variables on which plain accesses race
   */
  record Observed(
      String file,
      String memory,
      Litmus test,
      List<FinalState> states,
      Counts counts,
      List<String> racy)
      implements Answer {
    public Observed {
      states = List.copyOf(states);
      racy = List.copyOf(racy);
    }

    public long positive() {
      return states.stream().filter(FinalState::positive).count();
    }

    public long negative() {
      return states.size() - positive();
    }

    public Observation observation() {
      return Observation.of(positive(), negative());
    }

    /** Whether the test says what is so. */
    public boolean ok() {
      return switch (test.quantifier()) {
        case EXISTS -> positive() > 0;
        case NOT_EXISTS -> positive() == 0;
        case FORALL -> negative() == 0;
      };
    }
  }

  /** The test cannot be read: it is no litmus test, or uses what is not supported. */
  record Unsupported(String file, String memory, List<Diagnostic> reasons) implements Answer {
    public Unsupported {
      reasons = List.copyOf(reasons);
    }
  }

  /** TLC came to no answer. */
  record Unknown(String file, String memory, Litmus test, Reason reason, String message)
      implements Answer {}
}
