package quiesce.edits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.edits.Words.Span;
import quiesce.source.Statement;
import quiesce.source.Strategy;
import quiesce.source.grammar.KernelCLexer;

/**
 * Whatever in a strategy orders, marks, waits, protects or tests, each with how it can be weakened.
 * What a macro expands to is left as it is. Whether what comes of it is C that is accepted is for
 * whoever reads it.
 */
public final class Weaker {
  private final Family family = Family.OF_KERNEL;
  private final Body body;
  private final Words words;
  private final List<Line> lines = new ArrayList<>();

  private Weaker(Body body) {
    this.words = body.words();
    this.body = body;
  }

  /** In the order of the text. */
  public static List<Line> of(Strategy strategy) {
    return Body.of(strategy, new Words(strategy.file())).stream()
        .flatMap(body -> new Weaker(body).weakened().stream())
        .sorted(Comparator.comparing(Line::place))
        .toList();
  }

  private List<Line> weakened() {
    calls();
    statement(body.block());
    return lines;
  }

  // ---- calls and what is between two

  private void calls() {
    for (int i = body.braces().from(); i < body.braces().to(); i++) {
      if (!words.isCall(i)) {
        continue;
      }
      Span call = words.call(i);
      String name = words.text(i);
      List<Span> arguments = words.arguments(i + 1);
      List<Line.Way> ways =
          family.weaker(name).stream()
              .map(w -> words.filled(w, arguments))
              .map(w -> way(w, new Edit(call, w)))
              .toList();
      add(call, Line.Kind.CALL, words.text(call), ways);
      family.opened(name).ifPresent(pair -> section(call, arguments, pair));
    }
  }

  private void section(Span opening, List<Span> arguments, Family.Pair pair) {
    List<Span> closing = body.ends(opening, pair);
    if (closing.isEmpty()) {
      return;
    }
    List<Line.Way> ways = new ArrayList<>();
    if (!pair.weaker().isEmpty()) {
      String instead = words.filled(pair.weaker().get(0), arguments);
      ways.add(
          way(
              instead,
              edits(opening, instead, closing, words.filled(pair.weaker().get(1), arguments))));
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

  // ---- statements

  private void statement(Statement s) {
    if (s instanceof Statement.Block b) {
      List<Statement> all = b.statements();
      for (int i = 0; i < all.size(); i++) {
        if (i > 0) {
          order(all.get(i - 1), all.get(i));
        }
        statement(all.get(i));
      }
    } else if (s instanceof Statement.If i) {
      test(i);
      statement(i.then());
      i.otherwise().ifPresent(o -> statement(o));
    } else if (s instanceof Statement.Evaluation e) {
      leftOut(e);
    } else if (s instanceof Statement.For f) {
      statement(f.body());
    } else if (s instanceof Statement.ForEachEntry f) {
      statement(f.body());
    } else if (s instanceof Statement.Guarded g) {
      statement(g.body());
    } else {
      s.parts().forEach(part -> statement(part));
    }
  }

  private void leftOut(Statement.Evaluation e) {
    if (body.matters(e) && !Body.isEndOfSection(e)) {
      body.simple(e)
          .ifPresent(
              span ->
                  add(
                      span,
                      Line.Kind.STATEMENT,
                      words.text(span),
                      List.of(way("", new Edit(span, ";")))));
    }
  }

  /** The second of two before the first: that also makes a section shorter. */
  private void order(Statement first, Statement second) {
    boolean both = body.matters(first) && body.matters(second);
    if (!both || Body.isEndOfSection(first) && Body.isEndOfSection(second)) {
      return;
    }
    Optional<Span> a = body.simple(first);
    Optional<Span> b = body.simple(second);
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
          new Line(body.name(), words.place(at.from()), kind, what.replaceAll("\\s+", " "), ways));
    }
  }

  private Line.Way way(String instead, Edit... edits) {
    return new Line.Way(instead.replaceAll("\\s+", " "), words.with(List.of(edits)));
  }
}
