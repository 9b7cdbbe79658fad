package quiesce.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quiesce.cost.ReaderCost;
import quiesce.fix.Fix;
import quiesce.fix.Fixes;
import quiesce.patch.UnifiedDiff;
import quiesce.source.SourceFile;
import quiesce.text.Visible;
import quiesce.verdict.Scope;
import quiesce.verdict.StrategyVerdicts;

/** What repairs a strategy, for people: each fix with what it costs, as a diff. */
public final class FixPage {
  private final TextStyle style;

  public FixPage(TextStyle style) {
    this.style = style;
  }

  /** The page. */
  public String render(Fixes fixes) {
    List<String> lines = new ArrayList<>();
    lines.add(style.wrap(summary(fixes)));
    for (int i = 0; i < fixes.fixes().size(); i++) {
      Fix fix = fixes.fixes().get(i);
      lines.add("");
      lines.add(style.wrap(title(i + 1, fix)));
      Stream.concat(what(fix).stream(), paid(fix).stream())
          .map(l -> style.wrap("   " + l))
          .forEach(lines::add);
      lines.add("");
      lines.add(diff(fixes, fix).stripTrailing());
    }
    return String.join("\n", lines) + "\n";
  }

  /** A fix as a diff of the file, which {@code patch -p1} applies where its name is relative. */
  public static String diff(Fixes fixes, Fix fix) {
    SourceFile file = fixes.original().get(0).subject().program().strategy().file();
    String name = Visible.of(file.name());
    boolean relative = !name.startsWith("/");
    return UnifiedDiff.of(
        relative ? "a/" + name : name,
        relative ? "b/" + name : name,
        file.text() + "\n",
        fix.written() + "\n");
  }

  /** What there is, in a sentence. */
  public static String summary(Fixes fixes) {
    List<StrategyVerdicts> original = fixes.original();
    String name = original.get(0).subject().name();
    String under = Models.under(original.stream().map(s -> s.subject().memory()).toList());
    int found = fixes.fixes().size();
    if (fixes.nothingToFix()) {
      return "%s: nothing to fix; every property holds, %s".formatted(name, under);
    } else if (found > 0) {
      return "%s: %d %s; %s%s"
          .formatted(name, found, found == 1 ? "fix" : "fixes", under, open(fixes));
    }
    String changes = fixes.largest() == 1 ? "1 change" : fixes.largest() + " changes";
    return "%s: no fix of up to %s, of the %d that are tried; %s%s"
        .formatted(name, changes, fixes.repairs(), under, open(fixes));
  }

  private static String open(Fixes fixes) {
    return fixes.open().map(why -> "; there may be more, unknown is " + why).orElse("");
  }

  private static String title(int number, Fix fix) {
    String scope = fix.weakest().map(Scope::text).map(s -> " for " + s).orElse("");
    return "%d. %d %s; every property holds%s"
        .formatted(number, fix.changes(), fix.changes() == 1 ? "change" : "changes", scope);
  }

  private static List<String> what(Fix fix) {
    return fix.repairs().stream().map(r -> r.function() + "(): " + Visible.of(r.what())).toList();
  }

  private static List<String> paid(Fix fix) {
    List<String> paid = new ArrayList<>();
    for (ReaderCost reader : fix.cost().readers()) {
      paid.add(
          "%s pays %s; with nothing registered %s"
              .formatted(CostPage.name(reader), reader.registered(), reader.nothingRegistered()));
    }
    fix.cost().update().unregister().ifPresent(u -> paid.add("unregister pays " + u));
    return paid;
  }
}
