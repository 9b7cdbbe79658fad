package quiesce.weaker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Statement;
import quiesce.source.Strategy;
import quiesce.source.grammar.KernelCLexer;
import quiesce.weaker.Words.Edit;
import quiesce.weaker.Words.Span;

/**
 * Whatever in a strategy orders, marks, waits, protects or tests, each with how it can be weakened.
 * What a macro expands to is left as it is. Whether what comes of it is C that is accepted is for
 * whoever reads it.
 */
public final class Weaker {
  private static final Pattern ARGUMENT = Pattern.compile("([$@])([1-9])");

  private final Family family = Family.OF_KERNEL;
  private final Words words;
  private final Set<String> globals;
  private final List<Line> lines = new ArrayList<>();
  private String function = "";

  private Weaker(Strategy strategy) {
    this.words = new Words(strategy.file());
    this.globals =
        strategy.items().stream()
            .filter(i -> i instanceof Item.Variable || i instanceof Item.Array)
            .map(Item::name)
            .collect(Collectors.toSet());
  }

  /** In the order of the text. */
  public static List<Line> of(Strategy strategy) {
    Weaker weaker = new Weaker(strategy);
    strategy.items(Item.Function.class).forEach(weaker::function);
    return weaker.lines.stream().sorted(Comparator.comparing(Line::place)).toList();
  }

  private void function(Item.Function function) {
    this.function = function.name();
    Optional<Span> body = function.body().flatMap(b -> braces(b));
    if (body.isEmpty()) {
      return;
    }
    Set<String> locals =
        Stream.concat(
                function.parameters().stream().map(Item.Parameter::name),
                function
                    .body()
                    .get()
                    .all()
                    .filter(Statement.Declaration.class::isInstance)
                    .map(s -> ((Statement.Declaration) s).name()))
            .collect(Collectors.toSet());
    calls(body.get());
    statement(function.body().get(), locals);
  }

  private Optional<Span> braces(Statement.Block block) {
    OptionalInt open = words.at(block.place());
    return open.isPresent() && words.closing(open.getAsInt()).isPresent()
        ? Optional.of(new Span(open.getAsInt(), words.closing(open.getAsInt()).getAsInt()))
        : Optional.empty();
  }

  // ---- calls and what is between two

  private void calls(Span body) {
    for (int i = body.from(); i < body.to(); i++) {
      if (!isCall(i)) {
        continue;
      }
      Span call = call(i);
      String name = words.text(new Span(i, i));
      List<Span> arguments = words.arguments(i + 1);
      List<Line.Way> ways =
          family.weaker(name).stream()
              .map(w -> filled(w, arguments))
              .map(w -> way(w, new Edit(call, w)))
              .toList();
      add(call, Line.Kind.CALL, words.text(call), ways);
      family.opened(name).ifPresent(pair -> section(call, arguments, pair, body));
    }
  }

  private boolean isCall(int word) {
    return words.is(word, KernelCLexer.NAME)
        && words.is(word + 1, KernelCLexer.LPAREN)
        && words.closing(word + 1).isPresent();
  }

  private Span call(int name) {
    return new Span(name, words.closing(name + 1).getAsInt());
  }

  private void section(Span opening, List<Span> arguments, Family.Pair pair, Span body) {
    List<Span> closing = new ArrayList<>();
    for (int i = opening.to(); i < body.to(); i++) {
      boolean same =
          isCall(i)
              && words.text(new Span(i, i)).equals(pair.closes())
              && first(words.arguments(i + 1)).equals(first(arguments));
      if (same) {
        closing.add(call(i));
      }
    }
    if (closing.isEmpty()) {
      return;
    }
    List<Line.Way> ways = new ArrayList<>();
    if (!pair.weaker().isEmpty()) {
      String instead = filled(pair.weaker().get(0), arguments);
      ways.add(
          way(instead, edits(opening, instead, closing, filled(pair.weaker().get(1), arguments))));
    }
    // What a section is opened with may be a number that is kept for its end.
    boolean isValue = words.is(opening.from() - 1, KernelCLexer.ASSIGN);
    ways.add(way("", edits(opening, isValue ? "0" : "", closing, "")));
    add(opening, Line.Kind.SECTION, words.text(opening), ways);
  }

  private static Edit[] edits(Span opening, String open, List<Span> closing, String close) {
    return Stream.concat(
            Stream.of(new Edit(opening, open)), closing.stream().map(c -> new Edit(c, close)))
        .toArray(Edit[]::new);
  }

  private String first(List<Span> arguments) {
    return arguments.stream().findFirst().map(words::text).orElse("");
  }

  private String filled(String template, List<Span> arguments) {
    return ARGUMENT
        .matcher(template)
        .replaceAll(m -> Matcher.quoteReplacement(argument(m, arguments)));
  }

  private String argument(MatchResult m, List<Span> arguments) {
    int index = Integer.parseInt(m.group(2)) - 1;
    String argument = index < arguments.size() ? words.text(arguments.get(index)) : "";
    if (m.group(1).equals("$")) {
      return argument;
    }
    return argument.startsWith("&") ? argument.substring(1) : "*(" + argument + ")";
  }

  // ---- statements

  private void statement(Statement s, Set<String> locals) {
    if (s instanceof Statement.Block b) {
      List<Statement> all = b.statements();
      for (int i = 0; i < all.size(); i++) {
        if (i > 0) {
          order(all.get(i - 1), all.get(i), locals);
        }
        statement(all.get(i), locals);
      }
    } else if (s instanceof Statement.If i) {
      test(i);
      statement(i.then(), locals);
      i.otherwise().ifPresent(o -> statement(o, locals));
    } else if (s instanceof Statement.Evaluation e) {
      leftOut(e, locals);
    } else if (s instanceof Statement.For f) {
      statement(f.body(), locals);
    } else if (s instanceof Statement.ForEachEntry f) {
      statement(f.body(), locals);
    } else if (s instanceof Statement.Guarded g) {
      statement(g.body(), locals);
    } else {
      s.parts().forEach(part -> statement(part, locals));
    }
  }

  private void leftOut(Statement.Evaluation e, Set<String> locals) {
    if (matters(e, locals) && !isEndOfSection(e)) {
      evaluation(e)
          .ifPresent(
              span ->
                  add(
                      span,
                      Line.Kind.STATEMENT,
                      words.text(span),
                      List.of(way("", new Edit(span, ";")))));
    }
  }

  /** Whether others may see what it does. */
  private boolean matters(Statement s, Set<String> locals) {
    if (!(s instanceof Statement.Evaluation e)) {
      return false;
    }
    if (e.expression().changes().isPresent()) {
      return !(e.expression().changes().get() instanceof Expression.Name n)
          || !locals.contains(n.name());
    }
    // What is called through a pointer is what all this is there for.
    return e.expression() instanceof Expression.Call c
        && c.callee() instanceof Expression.Name n
        && !family.isAside(n.name())
        && !globals.contains(n.name())
        && !locals.contains(n.name());
  }

  private boolean isEndOfSection(Statement s) {
    return s instanceof Statement.Evaluation e
        && e.expression() instanceof Expression.Call c
        && (family.closes(c.name()) || family.opened(c.name()).isPresent());
  }

  private Optional<Span> evaluation(Statement s) {
    OptionalInt from = words.at(s.place());
    if (from.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt end = words.next(from.getAsInt(), KernelCLexer.SEMICOLON);
    return end.isPresent()
        ? Optional.of(new Span(from.getAsInt(), end.getAsInt()))
        : Optional.empty();
  }

  /** The second of two before the first: that also makes a section shorter. */
  private void order(Statement first, Statement second, Set<String> locals) {
    boolean both = matters(first, locals) && matters(second, locals);
    if (!both || isEndOfSection(first) && isEndOfSection(second)) {
      return;
    }
    Optional<Span> a = evaluation(first);
    Optional<Span> b = evaluation(second);
    if (a.isPresent() && b.isPresent() && a.get().to() < b.get().from()) {
      String before = words.text(a.get());
      String after = words.text(b.get());
      Line.Way swapped =
          way(after + " " + before, new Edit(a.get(), after), new Edit(b.get(), before));
      add(a.get(), Line.Kind.ORDER, before + " " + after, List.of(swapped));
    }
  }

  // ---- conditions

  private void test(Statement.If statement) {
    OptionalInt at = words.at(statement.place());
    if (at.isEmpty() || !words.is(at.getAsInt() + 1, KernelCLexer.LPAREN)) {
      return;
    }
    int open = at.getAsInt() + 1;
    OptionalInt close = words.closing(open);
    if (close.isEmpty() || close.getAsInt() == open + 1) {
      return;
    }
    Span condition = new Span(open + 1, close.getAsInt() - 1);
    boolean leaves = leaves(statement.then());
    for (Span part : parts(condition, leaves ? KernelCLexer.OR : KernelCLexer.AND)) {
      String instead = String.valueOf(!leaves);
      if (isCallback(part)) {
        continue;
      }
      add(part, Line.Kind.TEST, words.text(part), List.of(way(instead, new Edit(part, instead))));
    }
  }

  private boolean isCallback(Span part) {
    return IntStream.range(part.from() + 1, part.to())
        .anyMatch(i -> words.is(i - 1, KernelCLexer.ARROW) && words.is(i + 1, KernelCLexer.LPAREN));
  }

  /** The operands of an operator; all of the condition where that has an {@code ||} around them. */
  private List<Span> parts(Span condition, int operator) {
    if (operator == KernelCLexer.AND && within(condition, condition.from(), KernelCLexer.OR)) {
      return List.of(condition);
    }
    List<Span> parts = new ArrayList<>();
    int from = condition.from();
    while (within(condition, from, operator)) {
      int at = words.next(from, operator).getAsInt();
      parts.add(new Span(from, at - 1));
      from = at + 1;
    }
    parts.add(new Span(from, condition.to()));
    return parts;
  }

  private boolean within(Span condition, int from, int operator) {
    OptionalInt next = words.next(from, operator);
    return next.isPresent() && next.getAsInt() <= condition.to();
  }

  /** Whether what comes next is not reached from here. */
  private static boolean leaves(Statement s) {
    if (s instanceof Statement.Block b) {
      return b.statements().stream().anyMatch(Weaker::leaves);
    }
    return s instanceof Statement.Return
        || s instanceof Statement.Goto
        || s instanceof Statement.Break
        || s instanceof Statement.Continue;
  }

  private void add(Span at, Line.Kind kind, String what, List<Line.Way> ways) {
    if (!ways.isEmpty()) {
      lines.add(
          new Line(function, words.place(at.from()), kind, what.replaceAll("\\s+", " "), ways));
    }
  }

  private Line.Way way(String instead, Edit... edits) {
    return new Line.Way(instead.replaceAll("\\s+", " "), words.with(List.of(edits)));
  }
}
