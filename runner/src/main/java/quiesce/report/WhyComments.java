package quiesce.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import quiesce.edits.Line;
import quiesce.explanation.Counterexample;
import quiesce.explanation.Event;
import quiesce.source.SourceFile;
import quiesce.text.Visible;
import quiesce.text.Wrap;
import quiesce.why.Answer;
import quiesce.why.Finding;

/**
 * The strategy with a comment above each line that orders, marks, waits or protects and is
 * necessary, as scripts/checkpatch.pl asks for above barriers: what it pairs with, and why.
 */
public final class WhyComments {
  private static final int WIDTH = 80;
  private static final int TAB = 8;
  private static final int NARROWEST = 40;

  private WhyComments() {}

  /** The C, which is that of the file but for comments. */
  public static String render(Answer answer) {
    SourceFile file = answer.original().get(0).subject().program().strategy().file();
    List<String> lines = new ArrayList<>();
    file.read()
        .forEach(
            n -> {
              List<String> reasons =
                  answer.findings().stream()
                      .filter(f -> f.line().place().line() == n)
                      .flatMap(f -> reason(f).stream())
                      .toList();
              lines.addAll(comment(reasons, indent(file.line(n))));
              lines.add(file.line(n));
            });
    return String.join("\n", lines) + "\n";
  }

  private static Optional<String> reason(Finding f) {
    boolean barrier = f.line().kind() != Line.Kind.TEST && f.line().kind() != Line.Kind.ORDER;
    return f.falls()
        .filter(t -> barrier)
        .map(
            t -> {
              Counterexample run = WhyPage.run(t);
              return "%s%s.".formatted(pair(run, f.line().function()), WhyPage.falls(f.line(), t));
            });
  }

  /** What another function does last before it goes wrong without it. */
  private static String pair(Counterexample run, String function) {
    return run.events().stream()
        .filter(e -> e.line() > 0 && !e.function().equals(function))
        .reduce((one, later) -> later)
        .map(WhyComments::pair)
        .orElse("");
  }

  private static String pair(Event e) {
    return "pairs with %s():%d; ".formatted(e.function(), e.line());
  }

  private static List<String> comment(List<String> reasons, String indent) {
    if (reasons.isEmpty()) {
      return List.of();
    }
    int room = WIDTH - indent.length() - (TAB - 1) * tabs(indent) - " * ".length();
    List<String> lines = new ArrayList<>();
    lines.add(indent + "/*");
    for (String reason : reasons) {
      String text = Visible.of(reason).replace("*/", "* /");
      lines.addAll(
          Wrap.lines(text, Math.max(NARROWEST, room), "").stream()
              .map(l -> indent + " * " + l)
              .toList());
    }
    lines.add(indent + " */");
    return lines;
  }

  private static int tabs(String indent) {
    return (int) indent.chars().filter(c -> c == '\t').count();
  }

  private static String indent(String line) {
    int end =
        IntStream.range(0, line.length())
            .filter(i -> !Character.isWhitespace(line.charAt(i)))
            .findFirst()
            .orElse(0);
    return line.substring(0, end);
  }
}
