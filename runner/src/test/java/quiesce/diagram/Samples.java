package quiesce.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import quiesce.engine.Engine;
import quiesce.engine.Engines;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;
import quiesce.explanation.Explainer;
import quiesce.explanation.Relation;
import quiesce.module.Options;
import quiesce.property.Property;
import quiesce.source.SourceFile;
import quiesce.template.Templates;
import quiesce.verdict.Checker;
import quiesce.verdict.Limits;
import quiesce.verdict.Subject;
import quiesce.verdict.Verdict;

/** What there is to draw, and the files that hold how it was drawn. */
final class Samples {
  /** Text that means something to XML, Mermaid, LaTeX or a terminal. */
  static final String HOSTILE =
      "</text><script>alert(1)</script> & \"q\" 'q' `t` ]]> \\end{tikzpicture} \\input{x} %x $y$ #1"
          + " _a ^ ~ {b} |c| -- ; : end *) ==== %% \u202e\u0007\ud800 \u00fc \u6f22\u5b57";

  static final Templates TEMPLATES = new Templates(Optional.empty());

  private static final Path DIRECTORY = Path.of("src", "test", "resources", "quiesce", "diagram");

  private Samples() {}

  static Subject subject(String path, Options options) throws IOException {
    Path file = Path.of(path);
    return Subject.of(SourceFile.of(file.toString(), Files.readString(file)), options);
  }

  static Subject strategy(String name, Options options) throws IOException {
    return subject("../specs/" + name + "/strategy.c", options);
  }

  /** How TLC violates the property. */
  static Counterexample counterexample(Subject subject, Property property) {
    try (Engine engine = Engines.start()) {
      var verdicts =
          new Checker(engine, Limits.NONE).check(subject, EnumSet.of(property)).properties();
      Verdict.Violated violated = (Verdict.Violated) verdicts.get(0).verdict();
      return Explainer.explain(subject.specification(), property, violated.trace());
    }
  }

  /** A lasso on two CPUs, with a text wherever one of a strategy may stand. */
  static Counterexample saying(String text) {
    return new Counterexample(
        Property.READERS_COMPLETE,
        List.of(
            new Event(0, "task 0", "lurk", 12, text, "x = 1   " + text),
            new Event(0, "NMI", text, 14, "y = 1;", "y = 1"),
            new Event(1, "task", "provider", 0, "", "(A is initialised)"),
            new Event(1, "task", "end", 20, "end: ;", text)),
        List.of(
            new Relation(Relation.Kind.READS_FROM, 0, 1),
            new Relation(Relation.Kind.READS_FROM, 1, 3),
            new Relation(Relation.Kind.WAITS_FOR, 0, 3)),
        Optional.of(1),
        text,
        List.of());
  }

  /** With {@code -Dgolden.update=true}, writes the file anew. */
  static void assertGolden(String name, String text) throws IOException {
    Path golden = DIRECTORY.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }
}
