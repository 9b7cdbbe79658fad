package quiesce.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;
import quiesce.verdict.Checker;
import quiesce.verdict.Limits;
import quiesce.verdict.PropertyVerdict;
import quiesce.verdict.Subject;
import quiesce.verdict.Verdict;

/**
 * A relation says what happened: the words of the two events, which are found in another way, must
 * agree with it.
 */
class RelationsTest {
  private static final Path SPECS = Path.of("..", "specs");

  private static final String VALUE = "(.*?)(?:   \\(.*)?";
  private static final Pattern LOAD = Pattern.compile("(\\S.*) \\((?:re)?load\\) = " + VALUE);
  private static final Pattern EXCHANGED =
      Pattern.compile("(?:cmp)?xchg\\(&([^,]+), .*\\) = " + VALUE);
  private static final Pattern STATIC_CALL = Pattern.compile("static_call\\((\\S+?)\\)\\(\\).*");
  private static final Pattern STORE = Pattern.compile("([^()=]+) = " + VALUE);
  private static final Pattern XCHG = Pattern.compile("xchg\\(&([^,]+), (.*?)\\)(?: = .*)?");
  private static final Pattern CMPXCHG =
      Pattern.compile("cmpxchg\\(&([^,]+), (.*?), (.*?)\\)(?: = " + VALUE + ")?");
  private static final Pattern INITIALISED = Pattern.compile("\\((\\w+) is initialised\\)");
  private static final Pattern WAITS = Pattern.compile("synchronize_rcu\\(\\)   waits for (.*)");

  private static final Engine ENGINE = Engines.start();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  /** What an event reads or writes. */
  private record Touched(String name, String value) {}

  @ParameterizedTest
  @CsvSource({
    "rcu-wait-first, sc",
    "global-plain, tso",
    "rcu-wait-first, weak",
    "unordered-init, weak",
  })
  void aRelationIsBetweenEventsThatAgree(String strategy, String memory) {
    assertRelated(SPECS.resolve(strategy).resolve("strategy.c"), memory);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"sc", "tso", "weak"})
  void aRelationIsBetweenEventsThatAgreeInTheWholeCatalogue(String memory) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(SPECS)) {
      files = all.filter(f -> f.endsWith("strategy.c")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThan(20);
    files.forEach(f -> assertRelated(f, memory));
  }

  @Test
  void anInitialValueIsReadFromNoEvent() {
    Counterexample example = named("global-once", "sc", Property.NO_DEREFERENCE_AFTER_TEARDOWN);

    for (int i = 0; i < example.events().size(); i++) {
      Optional<Touched> load = read(example.events().get(i).note());
      List<Event> before = example.events().subList(0, i);
      boolean stored =
          load.isPresent()
              && before.stream()
                  .flatMap(e -> written(e.note()).stream())
                  .anyMatch(w -> w.name().equals(load.get().name()));
      if (!stored) {
        assertThat(of(example, Relation.Kind.READS_FROM, i)).isEmpty();
      }
    }
  }

  private static final String ABA =
      """
      struct cb {
      	void (*f)(void);
      };
      static struct cb *p;

      __register void reg(struct cb *c)
      {
      	WRITE_ONCE(p, c);
      	WRITE_ONCE(p, NULL);
      	WRITE_ONCE(p, c);
      }

      __unregister void unreg(struct cb *c)
      {
      	WRITE_ONCE(p, NULL);
      	synchronize_rcu();
      }

      __irq void rd(void)
      {
      	WARN_ON(!READ_ONCE(p) && READ_ONCE(p));
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"sc", "tso", "weak"})
  void storesOfOneValueAreDistinguished(String memory, @TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("aba.c"), ABA);

    assertRelated(file, memory);
    assertThat(counterexamples(file, memory))
        .isNotEmpty()
        .allMatch(e -> e.relations().stream().anyMatch(r -> r.kind() == Relation.Kind.READS_FROM));
  }

  private static final String WAITING =
      """
      struct cb {
      	void (*f)(void);
      };
      static struct cb *p;
      static int stop;

      __register void reg(struct cb *c)
      {
      	rcu_assign_pointer(p, c);
      }

      __unregister void unreg(struct cb *c)
      {
      	WRITE_ONCE(p, NULL);
      	synchronize_rcu();
      }

      %s rd(void)
      {
      	struct cb *c;

      	rcu_read_lock();
      	c = rcu_dereference(p);
      	if (c) {
      		while (!READ_ONCE(stop))
      			cpu_relax();
      	}
      	rcu_read_unlock();
      }
      """;

  @ParameterizedTest
  @CsvSource({"sc, __irq void", "sc, __task void", "tso, __task void"})
  void aGracePeriodWaitsForTheSectionThatWasOpenWhenItBegan(
      String memory, String reader, @TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("waits.c"), WAITING.formatted(reader));

    assertRelated(file, memory);
    Counterexample example =
        counterexamples(file, memory).stream()
            .filter(e -> e.property() == Property.UNREGISTER_COMPLETES)
            .findFirst()
            .orElseThrow();
    assertThat(example.relations())
        .filteredOn(r -> r.kind() == Relation.Kind.WAITS_FOR)
        .isNotEmpty()
        .allMatch(r -> example.events().get(r.from()).function().equals("rd"));
  }

  private static void assertRelated(Path file, String memory) {
    for (Counterexample example : counterexamples(file, memory)) {
      for (int i = 0; i < example.events().size(); i++) {
        String where = file + " under " + memory + ", " + example.property().title() + ", " + i;
        assertReads(where, memory, example, i);
        assertWaits(where, example, i);
      }
    }
  }

  private static void assertReads(String where, String memory, Counterexample example, int i) {
    String note = example.events().get(i).note();
    List<Relation> sources = of(example, Relation.Kind.READS_FROM, i);
    assertThat(sources).as(where).hasSizeLessThan(2);
    Optional<Touched> load = read(note);
    if (sources.isEmpty()) {
      load.filter(l -> !isExcused(note))
          .ifPresent(
              l -> assertThat(unread(memory, example, i, l)).as(where + ": " + note).isEmpty());
      return;
    }
    int from = sources.get(0).from();
    String store = example.events().get(from).note();
    String what = where + ": " + store + " -> " + note;
    assertThat(from).as(what).isLessThan(i);
    Matcher initialised = INITIALISED.matcher(store);
    if (initialised.matches()) {
      assertThat(note).as(what).startsWith(initialised.group(1) + "->");
      return;
    }
    Touched written = written(store).orElseThrow(() -> new AssertionError(what));
    if (load.isPresent() && !load.get().value().isEmpty()) {
      assertThat(load).as(what).contains(written);
    } else if (load.isPresent()) {
      assertThat(load.get().name()).as(what).isEqualTo(written.name());
    }
    if (memory.equals("sc")) {
      assertThat(example.events().subList(from + 1, i))
          .as(what)
          .noneMatch(
              e -> written(e.note()).filter(w -> w.name().equals(written.name())).isPresent());
    }
  }

  /** Earlier stores one of which the load must have read, though nothing says so. */
  private static List<String> unread(String memory, Counterexample example, int i, Touched load) {
    return example.events().subList(0, i).stream()
        .map(Event::note)
        .filter(
            n ->
                written(n)
                    .filter(w -> w.name().equals(load.name()))
                    .filter(w -> memory.equals("sc") || !isInitial(example, load))
                    .isPresent())
        .toList();
  }

  /** Forwarded by its own thread, before the store. */
  private static boolean isExcused(String note) {
    return note.contains("its own thread is about to store");
  }

  private static boolean isInitial(Counterexample example, Touched load) {
    return example.scenes().get(0).parts().stream()
        .flatMap(p -> p.cells().stream())
        .filter(c -> c.name().equals(load.name()))
        .anyMatch(c -> c.value().equals(load.value()));
  }

  private static void assertWaits(String where, Counterexample example, int i) {
    List<Relation> sections = of(example, Relation.Kind.WAITS_FOR, i);
    Event waiter = example.events().get(i);
    Matcher waits = WAITS.matcher(waiter.note());
    if (!waits.matches() || waits.group(1).equals("ever")) {
      return;
    }
    assertThat(sections).as(where).hasSize(waits.group(1).split(", ").length);
    for (Relation section : sections) {
      Event begun = example.events().get(section.from());
      assertThat(waits.group(1))
          .as(where)
          .containsAnyOf("CPU " + begun.cpu(), begun.function() + "()", begun.context());
      assertThat(example.events().subList(section.from(), i))
          .as(where)
          .noneMatch(
              e ->
                  e.cpu() == begun.cpu()
                      && e.function().equals(begun.function())
                      && e.context().equals(begun.context())
                      && e.note().equals("return"));
    }
  }

  private static List<Relation> of(Counterexample example, Relation.Kind kind, int to) {
    return example.relations().stream().filter(r -> r.kind() == kind && r.to() == to).toList();
  }

  private static Optional<Touched> read(String note) {
    return Stream.of(LOAD, EXCHANGED)
        .map(p -> p.matcher(note))
        .filter(Matcher::matches)
        .map(m -> new Touched(m.group(1), m.group(2)))
        .findFirst()
        .or(
            () ->
                Optional.of(STATIC_CALL.matcher(note))
                    .filter(Matcher::matches)
                    .map(m -> new Touched(m.group(1), "")));
  }

  private static Optional<Touched> written(String note) {
    Matcher cmpxchg = CMPXCHG.matcher(note);
    if (cmpxchg.matches()) {
      return cmpxchg.group(2).equals(cmpxchg.group(4))
          ? Optional.of(new Touched(cmpxchg.group(1), cmpxchg.group(3)))
          : Optional.empty();
    }
    return Stream.of(XCHG, STORE)
        .map(p -> p.matcher(note))
        .filter(Matcher::matches)
        .map(m -> new Touched(m.group(1), m.group(2)))
        .findFirst()
        .or(
            () ->
                Optional.of(note)
                    .filter(n -> n.contains(" patched to "))
                    .map(n -> new Touched(n.substring(0, n.indexOf(' ')), "")));
  }

  private static Counterexample named(String strategy, String memory, Property property) {
    return counterexamples(SPECS.resolve(strategy).resolve("strategy.c"), memory).stream()
        .filter(c -> c.property() == property)
        .findFirst()
        .orElseThrow();
  }

  private static List<Counterexample> counterexamples(Path file, String memory) {
    try {
      Subject subject =
          Subject.of(
              SourceFile.of(file.toString(), Files.readString(file)),
              Options.DEFAULT.withMemory(memory));
      return new Checker(ENGINE, Limits.NONE)
          .check(subject, Set.of(Property.values())).properties().stream()
              .filter(v -> v.verdict() instanceof Verdict.Violated)
              .map(v -> explained(subject, v))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Counterexample explained(Subject subject, PropertyVerdict verdict) {
    return Explainer.explain(
        subject.specification(),
        verdict.property(),
        ((Verdict.Violated) verdict.verdict()).trace());
  }
}
