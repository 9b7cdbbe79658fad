package quiesce.promela;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quiesce.promela.Statement.Branch;
import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.Region;
import quiesce.steps.Section;
import quiesce.steps.Wait;

/** Beginnings and ends: of runs, of registrations, of sections, of grace periods. */
final class SectionSteps {
  private SectionSteps() {}

  static List<Branch> begin(At at, Section.Begin b) {
    return begin(at, b.due() ? "true" : "!calm", at.goOn());
  }

  /** A thread that was idle begins a run as soon as something is so. */
  static List<Branch> begin(At at, String condition, List<Statement> then) {
    List<Statement> all = new ArrayList<>();
    if (at.crew().isHandler()) {
      String level = at.crew().levelName();
      all.add(Statement.line("running[cpu] = running[cpu] + %s", level));
      if (at.world().isAwaited("")) {
        all.add(new Statement.Line("open = open | 1 << me"));
      }
      all.addAll(then);
      return List.of(new Branch(At.and("STRIKES_" + level, condition), all));
    }
    if (!at.crew().thread().pinsProvider()) {
      return at.when(condition, then);
    }
    all.add(new Statement.Line("pinning++"));
    all.addAll(then);
    String registered =
        at.world()
            .numbers(Crew::isProvider)
            .mapToObj(n -> "registered[%d] != 0".formatted(n))
            .collect(Collectors.joining(" || "));
    return at.when(At.and("(" + registered + ")", condition), all);
  }

  /** The provider begins to unregister, if it ever does. */
  static List<Branch> registered(At at, Section.Registered r) {
    if (at.world().program().permanent()) {
      return List.of();
    }
    String condition = "!calm";
    List<Statement> all = new ArrayList<>();
    if (at.world().pins()) {
      condition += " && pinning == 0";
    }
    if (at.world().countsReferences()) {
      condition += " && references == 0";
      all.add(new Statement.Line("references = GOING"));
    }
    if (at.world().asksWhoIsRegistered()) {
      all.add(new Statement.Line("registered[me] = 0"));
    }
    all.addAll(at.goOn());
    return at.when(condition, all);
  }

  static List<Branch> enter(At at, Region region) {
    return region == Region.RCU
        ? at.anywhere(Statement.all(opens(at), at.goOn()))
        : at.onEachCpu("true", cpu -> Statement.all(entered(at, region, cpu), at.goOn()));
  }

  static List<Branch> leave(At at, Region region) {
    return region == Region.RCU
        ? at.anywhere(Statement.all(closes(at), at.goOn()))
        : at.onEachCpu("true", cpu -> Statement.all(left(at, region, cpu), at.goOn()));
  }

  /** A thread holds its CPU from here on. */
  static List<Statement> entered(At at, Region region, String cpu) {
    return Statement.all(
        counted(region, cpu, "++"),
        at.crew().isHandler() ? List.of() : List.of(Statement.line("pin(%s)", cpu)),
        opens(at));
  }

  static List<Statement> left(At at, Region region, String cpu) {
    return Statement.all(
        counted(region, cpu, "--"),
        at.crew().isHandler() ? List.of() : List.of(Statement.line("unpin(%s)", cpu)),
        closes(at));
  }

  private static List<Statement> counted(Region region, String cpu, String change) {
    return switch (region) {
      case RCU, PREEMPT_OFF -> List.of();
      case SOFTIRQ_OFF -> List.of(Statement.line("softirqs_off[%s]%s", cpu, change));
      case IRQ_SAVED, IRQ_OFF -> List.of(Statement.line("irqs_off[%s]%s", cpu, change));
    };
  }

  /** A run of a handler is a section as a whole. */
  private static boolean counts(At at) {
    return !at.crew().isHandler() && at.world().isAwaited("");
  }

  private static List<Statement> opens(At at) {
    return counts(at) ? List.of(new Statement.Line("opens()")) : List.of();
  }

  private static List<Statement> closes(At at) {
    return counts(at) ? List.of(new Statement.Line("closes()")) : List.of();
  }

  static List<Branch> srcuLock(At at, Section.SrcuReadLock l) {
    String domain = at.names().domain(l.section().domain());
    return at.anywhere(
        Statement.all(
            List.of(
                Statement.line("%s++", depth(at, l.section())),
                Statement.line(
                    "open_%s = open_%s | 1 << (%s)",
                    domain, domain, at.world().bit(at.crew(), l.section()))),
            at.goOn()));
  }

  static List<Branch> srcuUnlock(At at, Section.SrcuReadUnlock u) {
    String depth = depth(at, u.section());
    return at.anywhere(
        Statement.all(
            List.of(
                Statement.line("%s--", depth),
                Statement.when(
                    depth + " == 0",
                    Statement.line(
                        "ends_%s(%s)",
                        at.names().domain(u.section().domain()),
                        at.world().bit(at.crew(), u.section())))),
            at.goOn()));
  }

  /** How deep a thread is in a section of SRCU. */
  static String depth(At at, Section.Srcu section) {
    return depth(at.world(), at.crew(), section.domain(), section.name());
  }

  static String depth(World world, Crew crew, String domain, String section) {
    return "in_" + world.names().local(crew.thread().key() + " srcu", domain + "_" + section);
  }

  static List<Branch> gracePeriodBegins(At at, Access.GracePeriodBegins g) {
    String of = suffix(at, g.domain());
    return at.anywhere(
        Statement.all(List.of(Statement.line("waits%s[me] = open%s", of, of)), at.goOn()));
  }

  static List<Branch> gracePeriodEnds(At at, Wait.GracePeriodEnds e) {
    List<Statement> all = new ArrayList<>();
    if (e.unregisters()) {
      all.add(new Statement.Line("retired[obj] = true"));
    }
    all.addAll(at.goOn());
    return at.when("waits%s[me] == 0".formatted(suffix(at, e.domain())), all);
  }

  private static String suffix(At at, String domain) {
    return domain.isEmpty() ? "" : "_" + at.names().domain(domain);
  }

  /** Whether some handler is of a level. */
  static boolean has(World world, Context level) {
    return world.crews().stream().anyMatch(c -> c.thread().context() == level);
  }
}
