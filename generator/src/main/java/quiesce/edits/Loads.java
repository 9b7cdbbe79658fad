package quiesce.edits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.edits.Words.Span;
import quiesce.source.Item;
import quiesce.source.Statement;
import quiesce.source.grammar.KernelCLexer;

/** The loads of a global variable in a function: they are marked, or made one. */
final class Loads {
  /** What a load is marked by. */
  private static final Set<String> MARKS =
      Set.of(
          "READ_ONCE",
          "rcu_dereference",
          "rcu_dereference_bh",
          "rcu_dereference_sched",
          "smp_load_acquire");

  /** The ways to mark one, the weaker first. */
  private static final List<String> MARKED = List.of("READ_ONCE(%s)", "smp_load_acquire(&%s)");

  /** What evaluates its argument and nothing else. */
  private static final Set<String> TRANSPARENT =
      Set.of("likely", "unlikely", "WARN_ON", "WARN_ON_ONCE", "BUG_ON");

  private final Body body;
  private final Words words;
  private final Item.Variable global;
  private final Set<String> functions;
  private final List<Item.Parameter> parameters;
  private final List<Span> plain = new ArrayList<>();
  private final List<Span> marked = new ArrayList<>();

  private Loads(Body body, Item.Variable global, List<Item.Function> functions) {
    this.body = body;
    this.words = body.words();
    this.global = global;
    this.functions = functions.stream().map(Item.Function::name).collect(Collectors.toSet());
    this.parameters = functions.stream().flatMap(f -> f.parameters().stream()).toList();
  }

  /**
   * The ways to make them stronger.
   *
   * @param functions of the file
   * @param names that the file has
   */
  static List<Repair> repairs(
      Body body, Item.Variable global, List<Item.Function> functions, Set<String> names) {
    if (body.locals().contains(global.name()) || global.perCpu()) {
      return List.of();
    }
    Loads loads = new Loads(body, global, functions);
    loads.find();
    List<Repair> all = new ArrayList<>();
    for (int rank = 0; rank < MARKED.size(); rank++) {
      String text = MARKED.get(rank).formatted(global.name());
      if (!loads.plain.isEmpty()) {
        all.add(loads.marked(text, rank));
      }
      loads.once(text, names).ifPresent(all::add);
      loads.onceAndTested(text, names).ifPresent(all::add);
    }
    return all;
  }

  private void find() {
    for (int i = body.braces().from(); i < body.braces().to(); i++) {
      boolean member = words.is(i - 1, KernelCLexer.ARROW) || words.is(i - 1, KernelCLexer.DOT);
      if (!words.is(i, KernelCLexer.NAME) || !words.text(i).equals(global.name()) || member) {
        continue;
      }
      Optional<Integer> around = around(i);
      String by = around.map(words::text).orElse("");
      boolean changed =
          words.is(i + 1, KernelCLexer.ASSIGN)
              || words.is(i + 1, KernelCLexer.COMPOUND_ASSIGN)
              || words.is(i + 1, KernelCLexer.STEP)
              || words.is(i - 1, KernelCLexer.STEP);
      boolean whole =
          around.isPresent() && words.is(i + 1, KernelCLexer.RPAREN) && i - around.get() <= 3;
      if (MARKS.contains(by) && whole) {
        marked.add(words.call(around.get()));
      } else if (!changed && !words.is(i - 1, KernelCLexer.AMP) && evaluates(around, by)) {
        plain.add(new Span(i, i));
      }
    }
  }

  private boolean evaluates(Optional<Integer> around, String by) {
    return around.isEmpty()
        || TRANSPARENT.contains(by)
        || functions.contains(by)
        || body.locals().contains(by)
        || words.is(around.get() - 1, KernelCLexer.ARROW);
  }

  /** The name of the call whose brackets are the innermost around a word. */
  private Optional<Integer> around(int word) {
    for (int i = word - 1; i > body.braces().from(); i--) {
      OptionalInt end = words.closing(i);
      if (end.isPresent() && end.getAsInt() > word) {
        if (words.is(i, KernelCLexer.LPAREN)
            && (words.is(i - 1, KernelCLexer.NAME) || words.is(i - 1, KernelCLexer.SIZEOF))) {
          return Optional.of(i - 1);
        } else if (!words.is(i, KernelCLexer.LPAREN)) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private Repair marked(String text, int rank) {
    List<Edit> edits = plain.stream().map(s -> new Edit(s, text)).toList();
    int first = words.line(words.begin(plain.get(0).from()));
    int last = words.line(plain.get(plain.size() - 1).to());
    return new Repair(
        body.name(),
        text,
        1,
        edits,
        new Repair.Lines(first, last, false),
        Repair.Effect.removes(body.name() + "() loads " + global.name(), rank, rank > 0));
  }

  /** One load, in the beginning, in the place of several; none where a loop waits for a change. */
  private Optional<Repair> once(String text, Set<String> names) {
    return plain.size() + marked.size() < 2
        ? Optional.empty()
        : hoisted(text, names, List.of(), "load " + global.name() + " once, by " + text, 1);
  }

  /** The same where the value is followed that nobody has tested. */
  private Optional<Repair> onceAndTested(String text, Set<String> names) {
    List<Statement> uses =
        body.block()
            .all()
            .filter(s -> Tests.followed(s).filter(global.name()::equals).isPresent())
            .filter(s -> !Tests.isTested(body, global.name()))
            .toList();
    Optional<String> local = local(names);
    return uses.isEmpty() || local.isEmpty()
        ? Optional.empty()
        : hoisted(
            text,
            names,
            uses.stream().flatMap(s -> Tests.edit(body, s, local.get()).stream()).toList(),
            "load " + global.name() + " once, by " + text + ", and test it",
            2);
  }

  private Optional<Repair> hoisted(
      String text, Set<String> names, List<Edit> more, String what, int changes) {
    Optional<String> local = local(names);
    Optional<String> declaration = local.flatMap(this::declaration);
    Optional<Integer> first =
        body.block().statements().stream()
            .findFirst()
            .flatMap(s -> words.at(s.place()).stream().map(words::begin).boxed().findFirst());
    boolean loops =
        body.block()
            .all()
            .anyMatch(s -> s instanceof Statement.While || s instanceof Statement.DoWhile);
    if (declaration.isEmpty() || first.isEmpty() || loops) {
      return Optional.empty();
    }
    String indent = words.indent(first.get());
    boolean declares = body.block().statements().get(0) instanceof Statement.Declaration;
    List<Edit> edits = new ArrayList<>();
    edits.add(
        Edit.before(
            first.get(),
            declaration.get() + " = " + text + ";\n" + (declares ? "" : "\n") + indent));
    edits.addAll(more);
    Stream.concat(plain.stream(), marked.stream())
        .forEach(s -> edits.add(new Edit(s, local.get())));
    return Optional.of(
        new Repair(body.name(), what, changes, edits, body.whole(), Repair.Effect.OTHER));
  }

  /** What the local is called: as a parameter of this type is, if the name is free. */
  private Optional<String> local(Set<String> names) {
    Set<String> taken = new HashSet<>(names);
    taken.addAll(body.locals());
    return Stream.concat(
            parameters.stream()
                .filter(p -> p.type().equals(global.type()))
                .map(Item.Parameter::name),
            Stream.of("p", "ptr", "current_" + global.name()))
        .filter(n -> !taken.contains(n))
        .findFirst();
  }

  /** The global's declaration, of another name. */
  private Optional<String> declaration(String local) {
    OptionalInt at = words.at(global.place());
    if (at.isEmpty()) {
      return Optional.empty();
    }
    int from = words.begin(at.getAsInt());
    OptionalInt end = words.next(from, KernelCLexer.SEMICOLON);
    OptionalInt comma = words.next(from, KernelCLexer.COMMA);
    if (end.isEmpty() || comma.isPresent() && comma.getAsInt() < end.getAsInt()) {
      return Optional.empty();
    }
    OptionalInt assign = words.next(from, KernelCLexer.ASSIGN);
    int to =
        assign.isPresent() && assign.getAsInt() < end.getAsInt()
            ? assign.getAsInt()
            : end.getAsInt();
    String text =
        IntStream.range(from, to)
            .filter(i -> !isStorage(i))
            .mapToObj(i -> spaced(i, words.text(i).equals(global.name()) ? local : words.text(i)))
            .collect(Collectors.joining())
            .strip();
    return Optional.of(text);
  }

  private boolean isStorage(int word) {
    String text = words.text(word);
    return words.is(word, KernelCLexer.STATIC)
        || Set.of("extern", "volatile", "__rcu", "__read_mostly", "__ro_after_init").contains(text);
  }

  private String spaced(int word, String text) {
    boolean name = Character.isJavaIdentifierStart(text.codePointAt(0));
    boolean before =
        words.is(word + 1, KernelCLexer.RPAREN) || words.is(word + 1, KernelCLexer.COMMA);
    return name && !before && !words.is(word + 1, KernelCLexer.LPAREN) || text.equals(",")
        ? text + " "
        : text;
  }
}
