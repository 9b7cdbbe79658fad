package quiesce.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quiesce.steps.Location;
import quiesce.steps.Node;
import quiesce.steps.Step;
import quiesce.steps.Value;
import quiesce.tla.Expression;
import quiesce.tla.Logic;
import quiesce.tla.Operator;

/** What a step's template can ask and note about what orders the step. */
public final class OrderScope {
  private final ActionScope action;
  private final ThreadView view;
  private final Node node;

  OrderScope(ActionScope action, ThreadView view, Node node) {
    this.action = action;
    this.view = view;
    this.node = node;
  }

  /** What a value depends on, as expressions to be joined. */
  public List<String> dependencies(Value v) {
    return v.locals()
        .distinct()
        .filter(view.dependencies::has)
        .map(this::dependency)
        .filter(d -> !d.equals(view.independent()))
        .map(Expression::text)
        .toList();
  }

  private Expression dependency(String local) {
    return kept(view.dependencies.field(local));
  }

  /** What a field holds that says what something depends on. */
  private Expression kept(String field) {
    return Optional.ofNullable(action.path().locals().get(field))
        .orElseGet(() -> view.field(field));
  }

  private boolean isKnown(String field) {
    return action.path().locals().containsKey(field) || view.keeps(field);
  }

  /** What the address of a location depends on. */
  public List<String> addressDependencies(Location l) {
    return l.isComputed() ? dependencies(l.operand().orElseThrow()) : List.of();
  }

  /** What it depends on that the step is taken at all. */
  public List<String> controlDependencies() {
    List<Expression> all = new ArrayList<>();
    for (int b : view.dependencies.controls(node.id())) {
      for (String field : view.dependencies.branch(b)) {
        all.add(kept(field));
      }
      if (node.next().equals(List.of(-1))) {
        // Performed early, perhaps before the branch: then what decides it is known already. Where
        // nothing keeps it, no state has a thread between the two.
        Step branch = view.thread.node(b).step();
        branch
            .reads()
            .filter(view.dependencies::has)
            .filter(l -> isKnown(view.dependencies.field(l)))
            .map(this::dependency)
            .forEach(all::add);
      }
    }
    return all.stream().distinct().map(Expression::text).toList();
  }

  /** Whether it matters what a local depends on. */
  public boolean tracks(String local) {
    return view.dependencies.has(local);
  }

  /** Notes what a local depends on from here on. */
  public String depends(String local, String term) {
    return action.bind(view.dependencies.field(local), term);
  }

  /** Whether it matters what the outcome of this branch depends on. */
  public boolean isDecides() {
    return !view.dependencies.branch(node.id()).isEmpty();
  }

  /** Notes what the outcome of this branch depends on. */
  public String decided(String term) {
    view.dependencies.branch(node.id()).forEach(f -> action.bind(f, term));
    return "";
  }

  /**
   * What must hold for an atomic operation to write: none of the later steps has been performed
   * that only its failing lets pass.
   */
  public List<Expression> notPassed() {
    return view.early.onlyIfFails(node.id()).stream()
        .map(k -> Logic.negated(performed(k)))
        .toList();
  }

  /** What must hold for an access by a pointer: no later access of that location has passed it. */
  public List<Expression> apart() {
    return view.early.collisions(node.id()).entrySet().stream()
        .map(
            e ->
                (Expression)
                    new Expression.Infix(
                        Operator.IMPLIES, performed(e.getKey()), action.formula(e.getValue())))
        .toList();
  }

  private Expression performed(int step) {
    return view.field(view.earlyFlag(step).orElseThrow());
  }
}
