package quiesce.module;

import java.util.List;
import java.util.Map;
import quiesce.steps.Litmus;
import quiesce.template.Templates;
import quiesce.tla.Simplification;

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
    Templates templates = shape.templates();
    Map<String, Object> data = shape.data(new LitmusModel(shape, test, name));
    Simplification definitions = shape.definitions(data);
    ThreadWriter writer = new ThreadWriter(shape, definitions);
    data.put("threads", writer.all());
    String configuration = Emitter.tidy(templates.render("tla/litmus.cfg.ftl", data));
    String module =
        Assembly.module(
            templates.render("tla/litmus.ftl", data),
            definitions,
            writer.actions().stream().map(Action::name).toList(),
            List.of(configuration));
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
