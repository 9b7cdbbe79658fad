package quiesce.promela;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quiesce.export.License;
import quiesce.property.Property;
import quiesce.source.Diagnostic;
import quiesce.source.SourceException;
import quiesce.steps.Program;
import quiesce.template.Templates;

/**
 * Writes a program as a model for Spin, from its steps alone: it is a second opinion on what
 * becomes of them in TLA+. There is one memory, in which everybody sees a store at once.
 *
 * @param cpus how many, and how many tasks of each kind
 * @param registrations how many objects are registered
 */
public record Export(int cpus, int registrations, Optional<License> license) {
  /** A property that the model has, or why it has none. */
  public record Asked(String name, String title, String meaning) {}

  /** An interrupt handler's level, and what keeps it from beginning. */
  public record Level(String name, int bit, String off) {}

  private static final List<Level> LEVELS =
      List.of(
          new Level("SOFTIRQ", 1, " && irqs_off[cpu] == 0 && softirqs_off[cpu] == 0"),
          new Level("IRQ", 2, " && irqs_off[cpu] == 0"),
          new Level("NMI", 4, ""));

  /**
   * @throws SourceException when the program has something that the model could not have
   */
  public String of(Program program) {
    World world = World.of(program, cpus, registrations);
    if (!world.fits()) {
      throw new SourceException(
          List.of(
              new Diagnostic(
                  program.file(),
                  program.strategy().items(quiesce.source.Item.Function.class).get(0).place(),
                  "%d threads have no form in Promela here, where each is a bit of a number"
                      .formatted(world.threads()),
                  "give fewer CPUs or registrations, as in --cpus 2 --registrations 2")));
    }
    Map<String, Object> data = new HashMap<>();
    data.put(
        "processes",
        world.crews().stream().map(c -> new ProcessWriter(world, c).process()).toList());
    Declarations declarations = new Declarations(world);
    data.put("initial", declarations.initial());
    data.put("ofStrategy", declarations.ofStrategy());
    data.put("ofThreads", declarations.ofThreads());
    data.put("functions", world.names().functions());
    data.put("license", license.map(License::expression).orElse(""));
    data.put("name", Spelling.comment(program.name()));
    data.put("file", Spelling.comment(program.file().name()));
    data.put("cpus", cpus);
    data.put("registrations", registrations);
    data.put("objects", world.objects());
    data.put("threads", world.threads());
    properties(world, data);
    sections(world, data);
    data.put("levels", LEVELS);
    data.put("starts", starts(world));
    data.put("leftBehind", leftBehind(world));
    data.put("lost", lost(world));
    return tidy(new Templates(Optional.empty()).render("promela/model.pml.ftl", data));
  }

  private static void properties(World world, Map<String, Object> data) {
    List<Property> safety = Arrays.stream(Property.values()).filter(p -> !p.liveness()).toList();
    data.put(
        "asked",
        safety.stream()
            .filter(world::applies)
            .map(p -> new Asked(p.name(), p.title(), p.meaning()))
            .toList());
    data.put(
        "others",
        safety.stream()
            .filter(p -> !world.applies(p))
            .map(p -> new Asked(p.name(), p.title(), world.properties().reason(p).orElse("")))
            .toList());
    data.put(
        "liveness",
        Arrays.stream(Property.values())
            .filter(p -> p.liveness() && world.applies(p))
            .map(Property::title)
            .collect(Collectors.joining(", ")));
    data.put("faults", Arrays.stream(Fault.values()).map(Fault::variable).toList());
  }

  private static void sections(World world, Map<String, Object> data) {
    data.put("free", IntStream.range(0, world.cpus()).mapToObj("FREE(%d)"::formatted).toList());
    data.put("waiters", world.waiters("").boxed().toList());
    Map<String, List<Integer>> domains = new java.util.LinkedHashMap<>();
    for (String d : world.domains()) {
      domains.put(world.names().domain(d), world.waiters(d).boxed().toList());
    }
    data.put("domains", domains);
    data.put("rcu", world.isAwaited(""));
  }

  /** How the processes are started. */
  private static List<String> starts(World world) {
    return world.crews().stream()
        .flatMap(
            c ->
                c.numbers()
                    .mapToObj(
                        n ->
                            c.isHandler()
                                ? "run %s(%d, %d)".formatted(c.name(), n, n - c.first())
                                : "run %s(%d)".formatted(c.name(), n)))
        .toList();
  }

  /** When a reader has what is gone, or is about to go. */
  private static String leftBehind(World world) {
    if (!world.applies(Property.PRIOR_READERS_COMPLETE)) {
      return "";
    }
    return world.crews().stream()
        .filter(c -> !c.isProvider())
        .flatMap(
            c ->
                Stream.concat(
                    c.calls()
                        ? c.numbers().mapToObj("gone[inside[%d]]"::formatted)
                        : Stream.empty(),
                    c.held().stream()
                        .flatMap(
                            l ->
                                IntStream.range(0, c.count())
                                    .mapToObj(
                                        i ->
                                            "gone[%s[%d]]"
                                                .formatted(At.held(c, l, world.names()), i)))))
        .collect(Collectors.joining(" ||\n\t\t"));
  }

  /** When a provider is registered and not found, or two are registered. */
  private static String lost(World world) {
    if (!world.applies(Property.SINGLE_PROVIDER)) {
      return "";
    }
    List<Integer> providers = world.numbers(Crew::isProvider).boxed().toList();
    List<String> published = world.properties().published();
    if (published.isEmpty()) {
      return providers.stream()
              .map("(registered[%d] != 0 -> 1 : 0)"::formatted)
              .collect(Collectors.joining(" + "))
          + " > 1";
    }
    return providers.stream()
        .flatMap(
            p ->
                published.stream()
                    .map(v -> world.names().variable(v))
                    .map(v -> "(registered[%d] != 0 && %s != registered[%d])".formatted(p, v, p)))
        .collect(Collectors.joining(" ||\n\t\t"));
  }

  private static String tidy(String text) {
    return text.replaceAll("[ \t]+(?=\n)", "").replaceAll("\n{3,}", "\n\n").strip() + "\n";
  }
}
