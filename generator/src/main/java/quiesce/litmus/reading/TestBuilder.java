package quiesce.litmus.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import quiesce.litmus.grammar.LitmusParser.ConditionContext;
import quiesce.litmus.grammar.LitmusParser.FilterContext;
import quiesce.litmus.grammar.LitmusParser.ItemContext;
import quiesce.litmus.grammar.LitmusParser.LocationsContext;
import quiesce.litmus.grammar.LitmusParser.ProcessContext;
import quiesce.litmus.grammar.LitmusParser.TestContext;
import quiesce.litmus.tree.Condition;
import quiesce.litmus.tree.LitmusTest;
import quiesce.litmus.tree.Process;
import quiesce.litmus.tree.Spot;
import quiesce.source.Diagnostics;
import quiesce.steps.Litmus;

/** Builds a test from its parts, and sees that each is there once. */
final class TestBuilder {
  private static final int PROCESSES = 8;

  private final Diagnostics diagnostics;
  private final Set<String> words;
  private final ConditionBuilder conditions;
  private final ProcessBuilder processBuilder;

  TestBuilder(Diagnostics diagnostics, Set<String> words) {
    this.diagnostics = diagnostics;
    this.words = words;
    this.conditions = new ConditionBuilder(diagnostics);
    this.processBuilder = new ProcessBuilder(diagnostics);
  }

  LitmusTest build(TestContext context) {
    List<ItemContext> items = context.item();
    List<Process> processes =
        items.stream().map(ItemContext::process).filter(p -> p != null).map(this::process).toList();
    numbering(processes, context);
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
        new InitialBuilder(diagnostics, conditions).build(context.initial()),
        processes,
        spots,
        filter.map(f -> conditions.build(f.proposition())),
        condition.map(c -> conditions.build(c.proposition())).orElseGet(Condition.True::new),
        condition.map(this::quantifier).orElse(Litmus.Quantifier.EXISTS),
        words);
  }

  private Process process(ProcessContext context) {
    return processBuilder.build(context);
  }

  private void numbering(List<Process> processes, TestContext context) {
    if (processes.isEmpty()) {
      diagnostics.report(
          context.EOF().getSymbol(), "the test has no process", "write P0(int *x) { ... }");
    }
    for (int i = 0; i < processes.size(); i++) {
      Process p = processes.get(i);
      if (p.number() >= 0 && p.number() != i) {
        diagnostics.report(
            p.place(),
            "found P%d, expected P%d".formatted(p.number(), i),
            "number the processes from P0 on, in their order");
        return;
      }
    }
    if (processes.size() > PROCESSES) {
      diagnostics.report(
          processes.get(PROCESSES).place(),
          "more than %d processes are not supported".formatted(PROCESSES),
          "leave out those that the condition does not need");
    }
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
