package quiesce.emission;

import java.util.List;
import java.util.Map;
import quiesce.steps.Litmus;

/** From a litmus test's steps to a specification that prints all its final states. */
public final class LitmusEmitter {
  private LitmusEmitter() {}

  /**
   * A generated litmus test.
   *
   * @param name of the module
   * @param observed the labels of the values in each outcome, in order
   * @param addresses for each identifier that stands for an address, the variable's name
   */
  public record Generated(
      String name,
      String module,
      String configuration,
      List<String> observed,
      Map<String, String> addresses) {}

  /**
   * @param options of which the memory model, the atomicity and the templates count
   * @throws TemplateFailure when a template is missing or broken
   */
  public static Generated emit(Litmus test, Options options) {
    Shape shape = new Shape(test, options.withBounds(Math.max(2, test.processes().size()), 1));
    shape.declareMemory();
    String name = Emitter.moduleName("Litmus-" + test.name());
    LitmusModel model = new LitmusModel(shape, test, name, new ThreadWriter(shape).all());
    Map<String, Object> data =
        Map.of(
            "spec",
            model,
            "facts",
            shape.facts(),
            "machine",
            shape.machine().parts(),
            "declare",
            shape.memory(),
            "layout",
            new LayoutModel(Emitter.COMMENT_WIDTH));
    Templates templates = shape.templates();
    String definitions =
        templates.render(shape.memoryTemplate("definitions"), data)
            + "\n\n"
            + templates.render("tla/bits.ftl", data);
    String module = Emitter.assemble(templates.render("tla/litmus.ftl", data), definitions);
    String configuration = Emitter.tidy(templates.render("tla/litmus.cfg.ftl", data));
    Spelling spelling = new Spelling(List.of(module, configuration));
    Map<String, String> addresses = new java.util.TreeMap<>();
    shape
        .facts()
        .getAddresses()
        .forEach(a -> addresses.put(spelling.of(shape.names().variable(a)), a));
    return new Generated(
        name,
        spelling.of(module),
        spelling.of(configuration),
        test.observed().stream().map(Litmus.Observed::label).toList(),
        addresses);
  }
}
