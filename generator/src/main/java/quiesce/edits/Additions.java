package quiesce.edits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.edits.Words.Span;
import quiesce.source.Item;
import quiesce.source.Statement;
import quiesce.source.Strategy;

/** Statements that are put between others: waits, fences, sections, tests. */
final class Additions {
  /** Callbacks that RCU has been given: without them there is nothing for a barrier to wait for. */
  private static final Set<String> GIVEN_TO_RCU = Set.of("call_rcu", "kfree_rcu");

  private final Set<String> functions;
  private final List<String> domains;
  private final boolean givenToRcu;

  Additions(Strategy strategy, Words words) {
    this.functions =
        strategy.items(Item.Function.class).stream()
            .map(Item.Function::name)
            .collect(Collectors.toSet());
    this.domains = strategy.items(Item.Domain.class).stream().map(Item.Domain::name).toList();
    this.givenToRcu =
        Stream.iterate(0, i -> i < words.size(), i -> i + 1)
            .anyMatch(i -> words.isCall(i) && GIVEN_TO_RCU.contains(words.text(i)));
  }

  /** Waits after what others may see. */
  List<Repair> waits(Body body) {
    List<String> waits = new ArrayList<>(List.of("synchronize_rcu();"));
    domains.forEach(d -> waits.add("synchronize_srcu(&" + d + ");"));
    if (givenToRcu) {
      waits.add("rcu_barrier();");
    }
    return between(body, waits, true);
  }

  /** Fences between statements. */
  List<Repair> fences(Body body, boolean updates) {
    String half = updates ? "smp_wmb();" : "smp_rmb();";
    return between(body, List.of(half, "smp_mb();"), false);
  }

  private List<Repair> between(Body body, List<String> texts, boolean atTheEnd) {
    List<Repair> all = new ArrayList<>();
    for (Statement.Block block : body.blocks().toList()) {
      List<Statement> statements = block.statements();
      for (int i = 0; i < statements.size() - (atTheEnd ? 0 : 1); i++) {
        Statement before = statements.get(i);
        boolean jumps = before instanceof Statement.Return || before instanceof Statement.Goto;
        boolean acts =
            before.all().anyMatch(body::matters) || !atTheEnd && before instanceof Statement.If;
        Optional<Span> span = body.extent(before).filter(s -> acts && !jumps);
        for (int k = 0; k < texts.size() && span.isPresent(); k++) {
          Repair.Effect effect =
              atTheEnd
                  ? Repair.Effect.REMOVES
                  : Repair.Effect.removes(body.name() + " fence " + span.get(), k, true);
          all.add(after(body, span.get(), texts.get(k), effect));
        }
      }
    }
    return all;
  }

  private Repair after(Body body, Span span, String text, Repair.Effect effect) {
    Words words = body.words();
    return new Repair(
        body.name(),
        text.replace(";", "") + " after line " + words.line(span.to()),
        1,
        List.of(Edit.after(span.to(), "\n" + words.indent(span.from()) + text)),
        body.lines(span, functions),
        effect);
  }

  /** Sections around all that a reader does. */
  List<Repair> sections(Body body) {
    List<String> guards = new ArrayList<>(List.of("guard(rcu)();", "guard(preempt)();"));
    domains.forEach(d -> guards.add("guard(srcu)(&" + d + ");"));
    return guards.stream().flatMap(g -> guarded(body, g).stream()).toList();
  }

  private Optional<Repair> guarded(Body body, String guard) {
    return guard(body, guard)
        .map(
            edit ->
                new Repair(
                    body.name(),
                    guard.replace(";", ""),
                    1,
                    List.of(edit),
                    body.whole(),
                    Repair.Effect.REMOVES));
  }

  private static Optional<Edit> guard(Body body, String guard) {
    Words words = body.words();
    return body.first()
        .flatMap(s -> words.at(s.place()).stream().boxed().findFirst())
        .map(
            i ->
                Edit.before(
                    i,
                    guard
                        + "\n"
                        + (words.line(i) > words.line(body.braces().from()) + 1 ? "" : "\n")
                        + words.indent(i)));
  }

  /** A mutex that all who register and unregister hold. */
  Optional<Repair> mutex(List<Body> updates, Set<String> names) {
    Optional<String> name =
        Stream.of("registration_mutex", "registration_lock")
            .filter(n -> !names.contains(n))
            .findFirst();
    if (updates.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    Words words = updates.get(0).words();
    int first = words.begin(words.at(updates.get(0).function().place()).orElse(0));
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.before(first, "static DEFINE_MUTEX(" + name.get() + ");\n\n"));
    for (Body b : updates) {
      guard(b, "guard(mutex)(&" + name.get() + ");").ifPresent(edits::add);
    }
    return Optional.of(
        new Repair(
            updates.get(0).name(),
            "a mutex around registering and unregistering",
            1,
            edits,
            Repair.Lines.EVERYWHERE,
            Repair.Effect.REMOVES));
  }

  /** Tests of pointers that are followed. */
  List<Repair> tests(Body body) {
    return body.block()
        .all()
        .flatMap(
            s ->
                Tests.followed(s)
                    .filter(p -> !Tests.isTested(body, p))
                    .flatMap(p -> Tests.edit(body, s, p).map(e -> test(body, s, p, e)))
                    .stream())
        .toList();
  }

  private Repair test(Body body, Statement s, String pointer, Edit edit) {
    return new Repair(
        body.name(),
        "if (" + pointer + ") before line " + s.place().line(),
        1,
        List.of(edit),
        body.whole(),
        Repair.Effect.OTHER);
  }
}
