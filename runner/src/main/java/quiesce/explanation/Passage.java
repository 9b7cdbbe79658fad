package quiesce.explanation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of a counterexample as it is shown, in whatever form. */
public sealed interface Passage {
  /**
   * A function begins, or continues after another one ran on its CPU.
   *
   * @param event index of its event that follows
   */
  record Head(int event, int cpu, String function, String context) implements Passage {
    /** What it runs in, unless that is an ordinary task. */
    public Optional<String> badge() {
      return Optional.of(context).filter(c -> !c.equals("task"));
    }
  }

  /**
   * Something happens.
   *
   * @param event its index in the counterexample
   * @param line in the strategy file, if one says so; the harness has none
   */
  record Deed(int event, int cpu, boolean harness, Optional<Integer> line, String note)
      implements Passage {}

  /** What follows happens again and again. */
  record Again() implements Passage {}

  /** The end of what happens again and again. */
  record Back() implements Passage {}

  /** The passages of a counterexample in the order of time. */
  static List<Passage> of(Counterexample example) {
    List<Passage> passages = new ArrayList<>();
    Map<Integer, Optional<List<String>>> heads = new HashMap<>();
    for (int i = 0; i < example.events().size(); i++) {
      if (example.backTo().equals(Optional.of(i))) {
        passages.add(new Again());
        heads.clear();
      }
      Event e = example.events().get(i);
      Optional<List<String>> head =
          Optional.of(List.of(e.function(), e.context())).filter(h -> e.line() > 0);
      if (!head.equals(heads.put(e.cpu(), head)) && head.isPresent()) {
        passages.add(new Head(i, e.cpu(), e.function(), e.context()));
      }
      if (e.note().equals("return")) {
        heads.remove(e.cpu());
      }
      if (!e.note().isEmpty()) {
        Optional<Integer> line = Optional.of(e.line()).filter(l -> l > 0 && !isMarker(e));
        passages.add(new Deed(i, e.cpu(), e.line() == 0, line, e.note()));
      }
    }
    if (example.backTo().isPresent()) {
      if (!passages.contains(new Again())) {
        // What is repeated is not worth a word.
        passages.add(new Again());
      }
      passages.add(new Back());
    }
    return passages;
  }

  /** The begin and the end of a function have no statement of their own. */
  static boolean isMarker(Event e) {
    return e.note().isEmpty() || e.note().equals("return");
  }
}
