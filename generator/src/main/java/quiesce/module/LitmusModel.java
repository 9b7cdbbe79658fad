package quiesce.module;

import java.util.List;
import java.util.Map;
import quiesce.analysis.Field;
import quiesce.steps.Litmus;
import quiesce.steps.Local;
import quiesce.tla.Expression;

/** What the template of a litmus test's module asks for. */
public final class LitmusModel {
  private final Shape shape;
  private final Litmus test;
  private final String name;

  LitmusModel(Shape shape, Litmus test, String name) {
    this.shape = shape;
    this.test = test;
    this.name = name;
  }

  public String getName() {
    return name;
  }

  /** The test's own name. */
  public String getTest() {
    return Comments.safe(test.name());
  }

  /** For each kind of section that somebody waits for, the set of those in progress. */
  public Map<String, Expression> getSections() {
    return new SectionSets(shape).all();
  }

  /** That each process is at its end. */
  public List<Expression> getEnds() {
    return shape.threads().stream()
        .map(v -> v.isWhere(n -> n.step() instanceof Local.Halt))
        .toList();
  }

  /** The values that describe a final state. */
  public List<Seen> getObserved() {
    return test.observed().stream().map(this::seen).toList();
  }

  /**
   * A value to be seen in a final state.
   *
   * @param register the expression for a register; empty for memory
   * @param variable the identifier of a variable; empty for a register or a lock
   * @param lock likewise of a lock
   */
  public record Seen(String label, String register, String variable, String lock) {}

  private Seen seen(Litmus.Observed o) {
    if (o instanceof Litmus.Observed.Register r) {
      return new Seen(o.label(), register(r), "", "");
    }
    String c = ((Litmus.Observed.Memory) o).name();
    String identifier = shape.names().variable(c);
    return test.locks().contains(c)
        ? new Seen(o.label(), "", "", identifier)
        : new Seen(o.label(), "", identifier, "");
  }

  private String register(Litmus.Observed.Register r) {
    return shape.threads().stream()
        .filter(v -> v.thread.name().equals("P" + r.process()) && v.keeps(r.local()))
        .findFirst()
        .map(v -> v.field(Field.of(r.local())).text())
        .orElse("0");
  }

  public Litmus.Proposition getCondition() {
    return test.condition();
  }

  /** What final states count; always true where the test has no filter. */
  public Litmus.Proposition getFilter() {
    return test.filter().orElse(new Litmus.Proposition.True());
  }

  public Seen see(Litmus.Observed o) {
    return seen(o);
  }

  public String constant(quiesce.steps.Value v) {
    return shape.constant(v);
  }
}
