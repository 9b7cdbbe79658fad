package quiesce.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.edits.Words.Span;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Statement;
import quiesce.source.Strategy;
import quiesce.source.grammar.KernelCLexer;

/**
 * What a function does, as a tree and as words.
 *
 * @param braces the words of it, with the braces
 * @param locals its parameters and what it declares
 * @param globals the variables of the file
 */
record Body(
    Item.Function function,
    Statement.Block block,
    Words words,
    Span braces,
    Set<String> locals,
    Set<String> globals) {
  private static final Family FAMILY = Family.OF_KERNEL;

  /** Those of a file that are no prototypes, in the order of the text. */
  static List<Body> of(Strategy strategy, Words words) {
    Set<String> globals =
        strategy.items().stream()
            .filter(i -> i instanceof Item.Variable || i instanceof Item.Array)
            .map(Item::name)
            .collect(Collectors.toSet());
    return strategy.items(Item.Function.class).stream()
        .flatMap(f -> f.body().flatMap(b -> of(f, b, words, globals)).stream())
        .toList();
  }

  private static Optional<Body> of(
      Item.Function function, Statement.Block block, Words words, Set<String> globals) {
    OptionalInt open = words.at(block.place());
    if (open.isEmpty() || words.closing(open.getAsInt()).isEmpty()) {
      return Optional.empty();
    }
    Set<String> locals =
        Stream.concat(
                function.parameters().stream().map(Item.Parameter::name),
                block
                    .all()
                    .filter(Statement.Declaration.class::isInstance)
                    .map(s -> ((Statement.Declaration) s).name()))
            .collect(Collectors.toSet());
    int from = open.getAsInt();
    return Optional.of(
        new Body(
            function,
            block,
            words,
            new Span(from, words.closing(from).getAsInt()),
            locals,
            globals));
  }

  /** Of the function. */
  String name() {
    return function.name();
  }

  /** Whether others may see what a statement does. */
  boolean matters(Statement s) {
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
        && !FAMILY.isAside(n.name())
        && !globals.contains(n.name())
        && !locals.contains(n.name());
  }

  /** Whether it begins or ends what protects statements. */
  static boolean isEndOfSection(Statement s) {
    return s instanceof Statement.Evaluation e
        && e.expression() instanceof Expression.Call c
        && (FAMILY.closes(c.name()) || FAMILY.opened(c.name()).isPresent());
  }

  /** The calls that end, for the same lock, what one begins. */
  List<Span> ends(Span opening, Family.Pair pair) {
    String of = first(opening);
    List<Span> ends = new ArrayList<>();
    for (int i = opening.to(); i < braces.to(); i++) {
      if (words.isCall(i)
          && words.text(i).equals(pair.closes())
          && first(words.call(i)).equals(of)) {
        ends.add(words.call(i));
      }
    }
    return ends;
  }

  /** The first argument of a call; nothing if it has none. */
  private String first(Span call) {
    return words.arguments(call.from() + 1).stream().findFirst().map(words::text).orElse("");
  }

  /** The words of a statement that ends with a semicolon; none of what a macro expands to. */
  Optional<Span> simple(Statement s) {
    OptionalInt from = words.at(s.place());
    if (from.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt end = words.next(from.getAsInt(), KernelCLexer.SEMICOLON);
    return end.isPresent()
        ? Optional.of(new Span(from.getAsInt(), end.getAsInt()))
        : Optional.empty();
  }

  /** The words of any statement. */
  Optional<Span> extent(Statement s) {
    OptionalInt from = words.at(s.place());
    Optional<Integer> to = last(s);
    return from.isPresent() && to.isPresent() && from.getAsInt() <= to.get()
        ? Optional.of(new Span(from.getAsInt(), to.get()))
        : Optional.empty();
  }

  private Optional<Integer> last(Statement s) {
    if (s instanceof Statement.Block b) {
      OptionalInt open = words.at(b.place());
      return open.isPresent() && words.is(open.getAsInt(), KernelCLexer.LBRACE)
          ? words.closing(open.getAsInt()).stream().boxed().findFirst()
          : Optional.empty();
    } else if (s instanceof Statement.If i) {
      return last(i.otherwise().orElse(i.then()));
    } else if (s instanceof Statement.While w) {
      return last(w.body());
    } else if (s instanceof Statement.For f) {
      return last(f.body());
    } else if (s instanceof Statement.ForEachPossibleCpu f) {
      return last(f.body());
    } else if (s instanceof Statement.ForEachEntry f) {
      return last(f.body());
    } else if (s instanceof Statement.Switch w) {
      return last(w.body());
    } else if (s instanceof Statement.Label
        || s instanceof Statement.Case
        || s instanceof Statement.Guarded
        || s instanceof Statement.DoWhile) {
      return Optional.empty();
    }
    return simple(s).map(Span::to);
  }

  /** All of the function. */
  Repair.Lines whole() {
    return new Repair.Lines(words.line(braces.from()), words.line(braces.to()), true);
  }

  /** What runs differently where a statement is done otherwise, or something after it. */
  Repair.Lines lines(Span span, Set<String> functions) {
    boolean calls =
        IntStream.rangeClosed(span.from(), span.to())
            .anyMatch(i -> words.isCall(i) && functions.contains(words.text(i)));
    return new Repair.Lines(words.line(span.from()), words.line(span.to()), calls);
  }

  /** The first statement that is no declaration. */
  Optional<Statement> first() {
    return block.statements().stream()
        .filter(s -> !(s instanceof Statement.Declaration))
        .findFirst();
  }

  /** The blocks in it, with itself. */
  Stream<Statement.Block> blocks() {
    return block.all().filter(Statement.Block.class::isInstance).map(Statement.Block.class::cast);
  }
}
