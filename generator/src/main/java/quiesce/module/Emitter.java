package quiesce.module;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.analysis.DataLeftOut;
import quiesce.analysis.Hangs;
import quiesce.property.Property;
import quiesce.source.SourceException;
import quiesce.steps.Program;
import quiesce.template.Templates;
import quiesce.tla.Simplification;
import quiesce.tla.TlaWords;

/** From steps to a specification. */
public final class Emitter {
  static final int COMMENT_WIDTH = 71;

  private static final int LONGEST_NAME = 60;

  private final Shape shape;
  private final String name;

  private Emitter(Program program, Options options) {
    this.shape = new Shape(program, options);
    this.name = moduleName(program.name());
  }

  /**
   * @throws TemplateFailure when a template is missing or broken
   * @throws NotLifted when there may be any number of CPUs or registrations, and the program has no
   *     specification for that
   */
  public static Specification emit(Program program, Options options) {
    Program smaller =
        options.reductions() ? DataLeftOut.of(program, options.model().hasFullAtomics()) : program;
    if (smaller.equals(program)) {
      return emitted(program, options);
    }
    try {
      return emitted(smaller, options);
    } catch (SourceException tooLong) {
      // Actions end at accesses, so that without some of them one may be too long to be written.
      return emitted(program, options);
    }
  }

  private static Specification emitted(Program program, Options options) {
    Emitter emitter = new Emitter(program, options);
    Optional<String> obstacle =
        emitter
            .shape
            .crowds()
            .flatMap(Crowds::obstacle)
            .or(() -> emitter.shape.recycling().flatMap(Recycling::obstacle));
    if (obstacle.isPresent()) {
      throw new NotLifted(obstacle.get());
    }
    return emitter.emit();
  }

  private Specification emit() {
    shape.declareMemory();
    Templates templates = shape.templates();
    ModuleModel model = new ModuleModel(shape, name);
    Map<String, Object> data = shape.data(model);
    Simplification definitions = shape.definitions(data);
    ThreadWriter writer = new ThreadWriter(shape, definitions);
    data.put("threads", writer.all());
    Map<Property, String> reasons = new EnumMap<>(Property.class);
    for (Property p : Property.values()) {
      shape.applicability().reason(p).ifPresent(r -> reasons.put(p, r));
    }
    String safety = tidy(templates.render("tla/safety.cfg.ftl", data));
    String liveness = tidy(templates.render("tla/liveness.cfg.ftl", data));
    String module =
        Assembly.module(
            templates.render("tla/module.ftl", data),
            definitions,
            writer.actions().stream().map(Action::name).toList(),
            List.of(safety, liveness));
    Spelling spelling =
        new Spelling(Stream.concat(Stream.of(module, safety, liveness), extensions()).toList());
    return new Specification(
        name,
        spelling.of(module),
        spelling.of(safety),
        model.getLiveness().isEmpty() ? Optional.empty() : Optional.of(spelling.of(liveness)),
        writer.actions().stream().map(a -> a.named(spelling.of(a.name()))).toList(),
        shape.variables().stream().map(spelling::of).toList(),
        shape.layout().spelled(spelling::of),
        reasons,
        Hangs.excludedBy(shape.facts(), shape.machine()),
        shape.program(),
        shape.options());
  }

  /** What extends the module: where its states are drawn, and where more is asked of a run. */
  private Stream<String> extensions() {
    Map<String, Object> nothing =
        Map.of(
            "name",
            name,
            "module",
            name,
            "limit",
            0,
            "properties",
            List.of(),
            "variables",
            List.of(),
            "conditions",
            List.of());
    return Stream.of("graph", "search", "reported")
        .map(template -> shape.templates().render("tla/" + template + ".ftl", nothing));
  }

  static String tidy(String text) {
    return text.replaceAll("[ \t]+(?=\n)", "").replaceAll("\n{3,}", "\n\n").strip() + "\n";
  }

  /**
   * {@code rcu-wait-first} becomes {@code RcuWaitFirst}. Of a name past all measure it is the
   * beginning: the name is in a line of the module, between dashes, and is that of a file.
   */
  static String moduleName(String strategy) {
    StringBuilder camel = new StringBuilder();
    for (String part : strategy.split("[^A-Za-z0-9]+")) {
      if (!part.isEmpty()) {
        camel.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    String joined = camel.toString();
    boolean fit =
        !joined.isEmpty()
            && Character.isLetter(joined.charAt(0))
            && !TlaWords.all().contains(joined);
    String name = fit ? joined : "Strategy" + joined;
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }
}
