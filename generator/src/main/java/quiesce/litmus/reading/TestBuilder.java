package quiesce.litmus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import quiesce.litmus.grammar.LitmusParser.ConditionContext;
import quiesce.litmus.grammar.LitmusParser.FilterContext;
import quiesce.litmus.grammar.LitmusParser.ItemContext;
import quiesce.litmus.grammar.LitmusParser.LocationsContext;
import quiesce.litmus.grammar.LitmusParser.TestContext;
import quiesce.litmus.tree.Condition;
import quiesce.litmus.tree.LitmusTest;
import quiesce.litmus.tree.Spot;
import quiesce.litmus.tree.Type;
import quiesce.source.Diagnostics;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.steps.Litmus;

/** Builds a test from its parts, and sees that each is there once. */
final class TestBuilder {
  private final Diagnostics diagnostics;
  private final Set<String> words;
  private final ConditionBuilder conditions;
  private final Processes processes;

  TestBuilder(Diagnostics diagnostics, Set<String> words) {
    this.diagnostics = diagnostics;
    this.words = words;
    this.conditions = new ConditionBuilder(diagnostics);
    this.processes = new Processes(diagnostics);
  }

  /**
   * The test.
   *
   * @param variables that the initial state declares
   */
  LitmusTest build(
      TestContext context, List<Item.Variable> variables, List<Item.Function> functions) {
    List<ItemContext> items = context.item();
    if (items.stream().allMatch(i -> i.code() == null)) {
      diagnostics.report(
          context.EOF().getSymbol(), "the test has no process", "write P0(int *x) { ... }");
    }
    processes.check(functions);
    variables.forEach(v -> processes.value(v.type(), v.place()));
    Map<Place, Type> types =
        variables.stream().collect(Collectors.toMap(Item::place, v -> Type.of(v.type())));
    Optional<LocationsContext> locations =
        single(items.stream().map(ItemContext::locations).toList(), "'locations'");
    Optional<FilterContext> filter =
        single(items.stream().map(ItemContext::filter).toList(), "'filter'");
    Optional<ConditionContext> condition =
        single(items.stream().map(ItemContext::condition).toList(), "condition");
    if (condition.isEmpty()) {
      diagnostics.report(
          context.EOF().getSymbol(),
          "the test has no condition",
          "end it with exists (0:r1=1 /\\ x=2), or ~exists or forall");
    }
    List<Spot> spots =
        locations.stream().flatMap(l -> l.place().stream()).map(conditions::spot).toList();
    return new LitmusTest(
        diagnostics.file(),
        context.TITLE().getText().substring(1).strip(),
        new InitialBuilder(diagnostics, conditions, types).build(context.initial()),
        functions,
        spots,
        filter.map(f -> conditions.build(f.proposition())),
        condition.map(c -> conditions.build(c.proposition())).orElseGet(Condition.True::new),
        condition.map(this::quantifier).orElse(Litmus.Quantifier.EXISTS),
        words);
  }

  private <C extends ParserRuleContext> Optional<C> single(List<C> contexts, String what) {
    List<C> present = new ArrayList<>(contexts);
    present.removeIf(c -> c == null);
    if (present.size() > 1) {
      diagnostics.report(
          present.get(1).getStart(),
          "a second %s".formatted(what),
          "a test has one: join them, or write two tests");
    }
    return present.stream().findFirst();
  }

  private Litmus.Quantifier quantifier(ConditionContext context) {
    if (context.FORALL() == null) {
      return context.TILDE() == null ? Litmus.Quantifier.EXISTS : Litmus.Quantifier.NOT_EXISTS;
    }
    if (context.TILDE() != null) {
      diagnostics.report(
          context.getStart(), "'~forall' is not supported", "write exists (~(...)) instead");
    }
    return Litmus.Quantifier.FORALL;
  }
}
