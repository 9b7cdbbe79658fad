package quiesce.promela;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.export.Inexpressible;
import quiesce.lowering.Lowering;
import quiesce.promela.Statement.Branch;
import quiesce.source.Diagnostic;
import quiesce.source.SourceException;
import quiesce.steps.KernelThread;
import quiesce.steps.LateStore;
import quiesce.steps.Local;
import quiesce.steps.Node;
import quiesce.steps.Origin;
import quiesce.steps.StepKinds;

/** Writes the process of one function. */
final class ProcessWriter {
  static final String WAY_OUT =
      "check it with quiesce itself; 'quiesce generate' writes the TLA+ specification of anything";

  private final World world;
  private final Crew crew;
  private final KernelThread thread;

  ProcessWriter(World world, Crew crew) {
    this.world = world;
    this.crew = crew;
    this.thread = crew.thread();
  }

  Process process() {
    List<Block> blocks = reached().stream().map(id -> block(thread.node(id))).toList();
    return new Process(
        crew.name(),
        Spelling.comment(
            crew.isProvider()
                ? "A module, which registers and unregisters."
                : thread.name() + "(), which runs as " + thread.context().label() + "."),
        crew.isHandler() ? "byte me; byte cpu" : "byte me",
        locals(blocks),
        blocks);
  }

  /** The nodes that are come to, the first one first. */
  private List<Integer> reached() {
    Set<Integer> all = new LinkedHashSet<>();
    List<Integer> work = new ArrayList<>(List.of(thread.entry()));
    while (!work.isEmpty()) {
      int id = work.remove(0);
      if (id >= 0 && all.add(id)) {
        thread.node(id).next().forEach(n -> work.add(crew.past(n)));
      }
    }
    return List.copyOf(all);
  }

  private Block block(Node n) {
    At at = new At(world, crew, n);
    try {
      List<Branch> all = new ArrayList<>(StepTexts.of(at));
      for (LateStore l : thread.lateStores()) {
        if (mayBePending(l).contains(n.id())) {
          all.addAll(at.late(l));
        }
      }
      return new Block(At.label(crew, n.id()), comment(n), all);
    } catch (Inexpressible e) {
      Origin origin = at.origin();
      throw new SourceException(
          List.of(
              new Diagnostic(
                  world.program().file(),
                  origin.place(),
                  e.getMessage() + " has no form in Promela here",
                  WAY_OUT)));
    }
  }

  private static String comment(Node n) {
    String what = StepKinds.place(n.step());
    return Spelling.comment(
        n.origin().isHarness()
            ? what
            : "%d: %s -- %s".formatted(n.origin().place().line(), n.origin().text(), what));
  }

  /** The nodes at which a store may have been put off and not been made. */
  private Set<Integer> mayBePending(LateStore store) {
    Set<Integer> all = new HashSet<>();
    List<Integer> work = new ArrayList<>();
    thread.nodes().stream()
        .filter(n -> n.step() instanceof Local.PostponeStore p && p.store().equals(store))
        .forEach(n -> work.add(crew.past(n.next().get(0))));
    while (!work.isEmpty()) {
      int id = work.remove(work.size() - 1);
      if (id >= 0 && !crew.isEntry(id) && all.add(id) && !settles(thread.node(id), store)) {
        thread.node(id).next().forEach(n -> work.add(crew.past(n)));
      }
    }
    return all;
  }

  private static boolean settles(Node n, LateStore store) {
    return n.step() instanceof Local.Settle s && s.store().equals(store) && s.unless().isEmpty();
  }

  private List<String> locals(List<Block> blocks) {
    String text =
        blocks.stream()
            .flatMap(b -> b.branches().stream())
            .map(ProcessWriter::text)
            .collect(Collectors.joining("\n"));
    List<String> all = new ArrayList<>();
    if (!crew.isHandler()) {
      all.add("byte pins");
    }
    if (mentions(text, "opens") || mentions(text, "closes")) {
      all.add("byte sections");
    }
    Stream.of("uses", "old").filter(w -> mentions(text, w)).forEach(w -> all.add("int " + w));
    if (mentions(text, "calls")) {
      all.add("int uses");
    }
    for (String domain : world.domains()) {
      World.sections(thread, domain)
          .forEach(s -> all.add("byte " + SectionSteps.depth(world, crew, domain, s)));
    }
    Terms terms = new Terms(world, crew);
    Stream.concat(crew.isProvider() ? Stream.of(Lowering.OBJECT) : Stream.empty(), crew.locals())
        .map(terms::local)
        .distinct()
        .filter(l -> mentions(text, l))
        .forEach(l -> all.add("int " + l));
    return all.stream().distinct().toList();
  }

  private static String text(Branch b) {
    return b.guard()
        + "\n"
        + b.then().stream().map(ProcessWriter::text).collect(Collectors.joining("\n"));
  }

  private static String text(Statement s) {
    return s instanceof Statement.Choice c
        ? c.branches().stream().map(ProcessWriter::text).collect(Collectors.joining("\n"))
        : ((Statement.Line) s).text();
  }

  private static boolean mentions(String text, String word) {
    return Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(text).find();
  }
}
