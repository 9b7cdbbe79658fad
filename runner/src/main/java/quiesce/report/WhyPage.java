package quiesce.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.edits.Line;
import quiesce.explanation.Counterexample;
import quiesce.models.MemoryModels;
import quiesce.property.Property;
import quiesce.source.SourceFile;
import quiesce.text.Wrap;
import quiesce.verdict.Scope;
import quiesce.verdict.StrategyVerdicts;
import quiesce.verdict.Verdict;
import quiesce.why.Answer;
import quiesce.why.Finding;
import quiesce.why.Outcome;
import quiesce.why.Why;

/** Why each line of a strategy is there, for people: the C with a note at each. */
public final class WhyPage {
  private static final String NUMBERED = "%5d  %s";
  private static final String INDENT = " ".repeat(7);

  private final TextStyle style;

  public WhyPage(TextStyle style) {
    this.style = style;
  }

  /** The page. */
  public String render(Answer answer) {
    List<String> lines = new ArrayList<>();
    headlines(answer).forEach(line -> lines.add(style.wrap(line)));
    lines.add("");
    lines.addAll(body(answer, 1));
    return String.join("\n", lines) + "\n";
  }

  /** The answer, and what is not asked for, each a sentence. */
  public static List<String> headlines(Answer answer) {
    List<String> lines = new ArrayList<>();
    lines.add(summary(answer.original(), answer.findings()));
    lines.addAll(notes(answer.original()));
    return lines;
  }

  /**
   * The C with its notes.
   *
   * @param from the first line that is shown
   */
  public List<String> body(Answer answer, int from) {
    List<Finding> findings = answer.findings();
    SourceFile file = answer.original().get(0).subject().program().strategy().file();
    List<String> lines = new ArrayList<>();
    file.read()
        .filter(n -> n >= from)
        .forEach(
            n -> {
              String shown = NUMBERED.formatted(n, file.line(n)).stripTrailing();
              lines.add(Wrap.text(shown, style.width(), " ".repeat(11)).stripTrailing());
              findings.stream()
                  .filter(f -> f.line().place().line() == n)
                  .flatMap(f -> note(f).stream())
                  .forEach(lines::add);
            });
    return lines;
  }

  private static String summary(List<StrategyVerdicts> original, List<Finding> findings) {
    String counts =
        Stream.of(Finding.Result.values())
            .flatMap(r -> counted(r, findings).stream())
            .collect(Collectors.joining(", "));
    List<String> models = original.stream().map(s -> s.subject().memory()).toList();
    return "%s: %s; %s"
        .formatted(
            original.get(0).subject().name(),
            counts.isEmpty() ? nothing(original) : counts,
            Models.under(models));
  }

  private static String nothing(List<StrategyVerdicts> original) {
    return original.stream().allMatch(s -> Why.holding(s).isEmpty())
        ? "no property holds as it is, so that none can fall"
        : "nothing in it can be weakened";
  }

  private static List<String> counted(Finding.Result result, List<Finding> findings) {
    long count = findings.stream().filter(f -> f.result() == result).count();
    return count == 0 || result == Finding.Result.REFUSED
        ? List.of()
        : List.of(count + " " + result.word());
  }

  /** What is violated, or unknown, without any change. */
  private static List<String> notes(List<StrategyVerdicts> original) {
    return Stream.of(Property.values())
        .flatMap(
            p -> {
              List<String> models =
                  original.stream()
                      .filter(
                          s ->
                              s.properties().stream()
                                  .anyMatch(v -> isOpen(v.verdict()) && v.property() == p))
                      .map(s -> s.subject().memory())
                      .toList();
              return models.isEmpty()
                  ? Stream.empty()
                  : Stream.of(
                      p.title()
                          + " is not known to hold as it is, "
                          + Models.under(models)
                          + ": not asked for");
            })
        .toList();
  }

  private static boolean isOpen(Verdict v) {
    return v instanceof Verdict.Violated || v instanceof Verdict.Unknown;
  }

  private List<String> note(Finding f) {
    if (f.result() == Finding.Result.REFUSED) {
      return List.of();
    }
    String text = subject(f.line()) + ": " + because(f);
    List<String> wrapped =
        Wrap.lines(text, Math.max(30, style.width() - INDENT.length() - 2), "  ");
    String mark = mark(f.result());
    return IntStream.range(0, wrapped.size())
        .mapToObj(i -> INDENT + (i == 0 ? mark : " ") + " " + wrapped.get(i))
        .toList();
  }

  private String mark(Finding.Result result) {
    return switch (result) {
      case NECESSARY, STRONGER -> "!";
      case UNKNOWN -> "?";
      default -> "-";
    };
  }

  /** What a line of C may have several of. */
  private static String subject(Line line) {
    return switch (line.kind()) {
      case CALL, TEST -> line.what();
      case STATEMENT -> "the statement";
      case SECTION -> "the section";
      case ORDER -> "before the next statement";
    };
  }

  private static String because(Finding f) {
    String does =
        f.does()
            .filter(d -> f.falls().isPresent())
            .map(d -> d.way().instead() + " would do; ")
            .orElse("");
    return switch (f.result()) {
      case NECESSARY, STRONGER -> does + "necessary, " + falls(f.line(), f.falls().orElseThrow());
      case UNKNOWN -> "unknown, " + first(f, Outcome.Unknown.class);
      case NOT_REACHED ->
          "all holds without it, but not reached any more: " + first(f, Outcome.NotReached.class);
      case UNNECESSARY -> "unnecessary, " + first(f, Outcome.Holds.class);
      case REFUSED -> first(f, Outcome.Refused.class);
    };
  }

  /** What goes wrong where something takes its place, and under which models. */
  static String falls(Line line, Finding.Tried tried) {
    List<String> names = MemoryModels.names();
    String strongest = ((Outcome.Falls) tried.outcome()).memory();
    return "%s: %s, %s"
        .formatted(
            with(line, tried.way()),
            Fault.of(run(tried)),
            Models.under(names.subList(names.indexOf(strongest), names.size())));
  }

  /** How it goes wrong. */
  static Counterexample run(Finding.Tried tried) {
    Outcome.Falls falls = (Outcome.Falls) tried.outcome();
    return Violation.of(falls.strategy(), falls.violated()).orElseThrow().counterexample();
  }

  private static String with(Line line, Line.Way way) {
    return switch (line.kind()) {
      case ORDER -> "the other way round";
      case TEST -> "if " + way.instead();
      default -> way.instead().isEmpty() ? "without it" : "with " + way.instead();
    };
  }

  private static String first(Finding f, Class<? extends Outcome> kind) {
    Finding.Tried last =
        f.tried().stream()
            .filter(t -> kind.isInstance(t.outcome()))
            .reduce((one, weaker) -> weaker)
            .orElseThrow();
    if (last.outcome() instanceof Outcome.Unknown u) {
      return with(f.line(), last.way()) + ": " + u.why().lines().findFirst().orElse("");
    } else if (last.outcome() instanceof Outcome.NotReached n) {
      return n.never().get(0).text();
    } else if (last.outcome() instanceof Outcome.Refused r) {
      return r.why();
    }
    String scope =
        ((Outcome.Holds) last.outcome())
            .weakest()
            .map(Scope::text)
            .map(s -> " for " + s)
            .orElse("");
    return with(f.line(), last.way()) + " all holds" + scope;
  }
}
