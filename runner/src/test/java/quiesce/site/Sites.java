package quiesce.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;
import quiesce.explanation.Scene;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.report.CheckReport;
import quiesce.source.SourceFile;
import quiesce.template.Templates;
import quiesce.verdict.Campaign;
import quiesce.verdict.Checker;
import quiesce.verdict.Limits;
import quiesce.verdict.Subject;

/** Reports to look at: of the catalogue and of a file that wants to do harm, as TLC checks them. */
final class Sites {
  /** Everything that breaks one format of text or another. */
  static final List<String> HARM =
      List.of(
          "<script>alert(1)</script>",
          "</script><img src=x onerror=alert(2)>",
          "<!-- --> ]]> ==== `|` \\end{verbatim} (* \"quoted\" 'single' &amp; ${7*7} <#if>");

  private static final String HOSTILE =
      """
      /**
       * strategy: ../../%1$s
       * title: %2$s \u202e right to left
       * source: %3$s
       */
      struct callbacks {
      	bool (*f)(void);
      };
      struct callbacks *p;
      // %1$s
      // %2$s
      // %3$s \u202e right to left
      __register void r(struct callbacks *cbs)
      {
      	WRITE_ONCE(p, cbs);
      }
      __unregister void u(struct callbacks *cbs)
      {
      	WRITE_ONCE(p, NULL); // %2$s
      	pr_info("</script><script>alert(3)</script> ]]> `|` \\\\end{verbatim}");
      }
      __nmi void s(void)
      {
      	struct callbacks *c = READ_ONCE(p); /* <b>%1$s</b> */
      	if (c)
      		c->f();
      }
      """;

  private Sites() {}

  /** Initialised when somebody first asks for it: all classes of tests look at the same. */
  private static final class OfCatalogue {
    private static final CheckReport REPORT =
        check(
            List.of("sc", "tso", "weak"),
            Stream.of("rcu-once", "rcu-wait-first", "locked").map(Sites::strategy).toList());
  }

  static CheckReport ofCatalogue() {
    return OfCatalogue.REPORT;
  }

  /** One of the catalogue, one that names another group, and one that names none. */
  static CheckReport grouped() {
    SourceFile rcu = strategy("rcu-once");
    String own = rcu.text().replace("strategy: rcu-once", "strategy: own");
    return check(
        List.of("sc"),
        List.of(
            SourceFile.of("own.c", own),
            SourceFile.of(
                "mine.c", own.replace("strategy: own", "strategy: mine\n * group: hooks of mine")),
            rcu));
  }

  static CheckReport hostile() {
    return check(List.of("sc"), List.of(SourceFile.of("<b>.c", HOSTILE.formatted(HARM.toArray()))));
  }

  /** Writes the site to a directory. */
  static void write(Path directory, Map<String, String> files) {
    files.forEach(
        (name, text) -> {
          try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The page of a counterexample that no strategy has, with the assets that it needs. */
  static Map<String, String> of(Counterexample example) {
    CheckReport report = ofCatalogue();
    Map<String, String> files = Assets.read(Optional.empty());
    files.put(
        "example.html",
        new Templates(Optional.empty())
            .render(
                "site/explorer.ftlh",
                Map.of(
                    "root",
                    "",
                    "page",
                    ExplorerPage.of(
                        report,
                        report.strategies().get(0),
                        "sc-NoDeadlock",
                        example,
                        Optional.empty(),
                        Optional.empty()))));
    return files;
  }

  /** As many events as are asked for, on two CPUs, with something new in memory after each. */
  static Counterexample counterexample(int length, Optional<Integer> backTo) {
    List<Event> events = new ArrayList<>();
    List<Scene> scenes = new ArrayList<>(List.of(scene(0)));
    for (int i = 1; i <= length; i++) {
      events.add(new Event(i % 2, "NMI", "sample", 20 + i % 15, "x = " + i + ";", "x = " + i));
      scenes.add(scene(i));
    }
    return new Counterexample(
        Property.NO_DEADLOCK, events, List.of(), backTo, "nothing goes on any more", scenes);
  }

  /** A single event of which every word wants to do harm. */
  static Counterexample harmful() {
    String harm = String.join(" ", HARM) + " \u2028 \u202e";
    Scene before = new Scene(List.of(new Scene.Part(harm, List.of(new Scene.Cell(harm, "-")))));
    Scene after = new Scene(List.of(new Scene.Part(harm, List.of(new Scene.Cell(harm, harm)))));
    return new Counterexample(
        Property.NO_DEADLOCK,
        List.of(new Event(0, harm, harm, 20, harm, harm)),
        List.of(),
        Optional.empty(),
        harm,
        List.of(before, after));
  }

  private static Scene scene(int step) {
    List<Scene.Cell> cells = new ArrayList<>(List.of(new Scene.Cell("x", "" + step)));
    for (int i = 0; i < 40; i++) {
      cells.add(new Scene.Cell("v" + i, "" + (step + i) / 20));
    }
    return new Scene(List.of(new Scene.Part("Memory", cells)));
  }

  private static SourceFile strategy(String name) {
    try {
      Path file = Path.of("..", "specs", name, "strategy.c");
      return SourceFile.of("specs/" + name + "/strategy.c", Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CheckReport check(List<String> memories, List<SourceFile> files) {
    List<Options> options = memories.stream().map(Options.DEFAULT::withMemory).toList();
    List<Subject> subjects = files.stream().flatMap(f -> Subject.of(f, options).stream()).toList();
    try (Engine engine = Engines.start()) {
      Campaign campaign =
          new Campaign(new Checker(engine, Limits.NONE), EnumSet.allOf(Property.class), 2);
      return new CheckReport(
          options, engine.version(), campaign.run(subjects, (done, all, verdicts) -> {}));
    }
  }
}
