package quiesce.edits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import quiesce.edits.Words.Span;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.SourceFile;
import quiesce.source.Statement;
import quiesce.source.Strategy;
import quiesce.source.Type;
import quiesce.source.grammar.KernelCLexer;

/** Whatever makes a strategy stronger in one place, and the strategy with some of it. */
public final class Stronger {
  private final Words words;
  private final Strategy strategy;
  private final List<Item.Function> functions;
  private final Set<String> names;
  private final Set<String> functionNames;
  private final List<Repair> repairs = new ArrayList<>();

  private Stronger(Strategy strategy) {
    this.strategy = strategy;
    this.words = new Words(strategy.file());
    this.functions = strategy.items(Item.Function.class);
    this.names =
        strategy.items().stream().map(Item::name).collect(Collectors.toCollection(HashSet::new));
    this.functionNames = functions.stream().map(Item.Function::name).collect(Collectors.toSet());
  }

  /**
   * Finds what there is.
   *
   * @param updates whether a function runs as somebody registers or unregisters
   * @param reads whether it runs at any time
   * @param entry whether it is a task that reads, and not what that calls
   */
  public static Stronger of(
      Strategy strategy,
      Predicate<String> updates,
      Predicate<String> reads,
      Predicate<String> entry) {
    Stronger stronger = new Stronger(strategy);
    List<Body> bodies = Body.of(strategy, stronger.words);
    Additions additions = new Additions(strategy, stronger.words);
    for (Body body : bodies) {
      stronger.calls(body);
      stronger.loads(body);
      stronger.stores(body);
      stronger.repairs.addAll(additions.tests(body));
      stronger.repairs.addAll(Moves.repairs(body));
      if (updates.test(body.name())) {
        stronger.repairs.addAll(additions.waits(body));
        stronger.repairs.addAll(additions.fences(body, true));
      }
      if (reads.test(body.name())) {
        stronger.repairs.addAll(additions.fences(body, false));
      }
      if (entry.test(body.name())) {
        stronger.repairs.addAll(additions.sections(body));
      }
    }
    List<Body> registering =
        bodies.stream()
            .filter(
                b ->
                    b.function().roles().contains(Item.Role.REGISTER)
                        || b.function().roles().contains(Item.Role.UNREGISTER))
            .toList();
    additions.mutex(registering, stronger.names).ifPresent(stronger.repairs::add);
    return stronger;
  }

  /** All, in the order of the functions. */
  public List<Repair> repairs() {
    return List.copyOf(repairs);
  }

  /** The strategy with some of them, each line of it where it was. */
  public SourceFile with(List<Repair> some) {
    return words.with(edits(some));
  }

  /** The whole text of the file with some of them, as a person would write them. */
  public String written(List<Repair> some) {
    return words.written(edits(some));
  }

  private static List<Edit> edits(List<Repair> some) {
    return some.stream().flatMap(r -> r.edits().stream()).toList();
  }

  // ---- calls, and what is between two

  private void calls(Body body) {
    for (int i = body.braces().from(); i < body.braces().to(); i++) {
      if (!words.isCall(i)) {
        continue;
      }
      Span call = words.call(i);
      List<Span> arguments = words.arguments(i + 1);
      int rank = 0;
      for (String template : Family.OF_KERNEL.stronger(words.text(i))) {
        String text = words.filled(template, arguments);
        boolean release = text.startsWith("smp_store_release");
        boolean assign = text.startsWith("rcu_assign_pointer");
        if (release || assign) {
          String target = words.text(arguments.get(0));
          String value = words.text(arguments.get(1));
          if (assign != isAssigned(target, value)) {
            continue;
          }
        }
        add(
            body,
            text,
            call,
            List.of(new Edit(call, text)),
            rank++,
            Family.OF_KERNEL.onlyOrders(text.substring(0, text.indexOf('('))));
      }
      Family.OF_KERNEL
          .opened(words.text(i))
          .ifPresent(pair -> sections(body, call, arguments, pair));
      if (words.text(i).equals("synchronize_rcu")) {
        for (Item.Domain d : strategy.items(Item.Domain.class)) {
          String text = "synchronize_srcu(&" + d.name() + ")";
          repairs.add(
              new Repair(
                  body.name(),
                  text,
                  1,
                  List.of(new Edit(call, text)),
                  body.whole(),
                  Repair.Effect.OTHER));
        }
      }
    }
  }

  private void sections(Body body, Span opening, List<Span> arguments, Family.Pair pair) {
    List<Span> ends = body.ends(opening, pair);
    Family.OF_KERNEL
        .strongerPairs(words.text(opening.from()))
        .forEach(
            (opens, stronger) -> {
              String argument = arguments.isEmpty() ? "" : words.text(arguments.get(0));
              List<Edit> edits = new ArrayList<>();
              edits.add(new Edit(opening, opens + "(" + argument + ")"));
              ends.forEach(e -> edits.add(new Edit(e, stronger.closes() + "(" + argument + ")")));
              repairs.add(
                  new Repair(
                      body.name(),
                      opens + "(" + argument + ")",
                      1,
                      edits,
                      body.whole(),
                      Repair.Effect.REMOVES));
            });
  }

  // ---- plain loads and stores

  private void loads(Body body) {
    for (Item.Variable global : strategy.items(Item.Variable.class)) {
      repairs.addAll(Loads.repairs(body, global, functions, names));
    }
  }

  private void stores(Body body) {
    body.block().all().forEach(s -> store(body, s));
  }

  private void store(Body body, Statement s) {
    Optional<Span> span = body.simple(s);
    if (span.isEmpty()
        || !body.matters(s)
        || !(s instanceof Statement.Evaluation e)
        || !(e.expression() instanceof Expression.Assign a)) {
      return;
    }
    OptionalInt at = words.next(span.get().from(), KernelCLexer.ASSIGN);
    if (at.isEmpty() || at.getAsInt() >= span.get().to() || at.getAsInt() == span.get().from()) {
      return;
    }
    String target = words.text(new Span(span.get().from(), at.getAsInt() - 1));
    String value = words.text(new Span(at.getAsInt() + 1, span.get().to() - 1));
    String release =
        isAssigned(target, value)
            ? "rcu_assign_pointer(" + target + ", " + value + ")"
            : "smp_store_release(&" + target + ", " + value + ")";
    List<String> texts = List.of("WRITE_ONCE(" + target + ", " + value + ")", release);
    for (int rank = 0; rank < texts.size(); rank++) {
      Edit edit = new Edit(span.get(), texts.get(rank) + ";");
      add(body, texts.get(rank), span.get(), List.of(edit), rank, rank > 0);
    }
  }

  /** Whether it is a pointer that is given to readers, as rcu_assign_pointer() is there for. */
  private boolean isAssigned(String target, String value) {
    return !value.equals("NULL")
        && strategy.items(Item.Variable.class).stream()
            .anyMatch(
                v ->
                    v.type() instanceof Type.Pointer
                        && (v.name().equals(target) || target.contains("(" + v.name() + ",")));
  }

  private void add(Body body, String what, Span span, List<Edit> edits, int rank, boolean orders) {
    Span statement = new Span(words.begin(span.from()), span.to());
    String of = body.name() + " " + span;
    repairs.add(
        new Repair(
            body.name(),
            what,
            1,
            edits,
            body.lines(statement, functionNames),
            Repair.Effect.removes(of, rank, orders)));
  }
}
