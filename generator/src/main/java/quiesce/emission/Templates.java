package quiesce.emission;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.SoftCacheStorage;
import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.core.InvalidReferenceException;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The Freemarker templates, with a user's own in front of them. */
public final class Templates {
  private static final TemplateLoader OWN =
      new ClassTemplateLoader(Templates.class.getClassLoader(), "templates");

  /** Parses each of our own templates once, however many specifications are made from it. */
  private static final Configuration OWN_PARSED = configuration(OWN);

  private final Configuration configuration;
  private final String memory;

  /**
   * @param overrides a directory laid out as {@code templates/} is; what it lacks is taken from
   *     there
   * @throws TemplateFailure when it is not a directory that can be read
   */
  public Templates(Optional<Path> overrides) {
    this(overrides, "");
  }

  /**
   * @param memory the macros that every template finds under the name {@code memory}; none if empty
   */
  Templates(Optional<Path> overrides, String memory) {
    this.configuration =
        overrides
            .map(
                dir ->
                    configuration(new MultiTemplateLoader(new TemplateLoader[] {files(dir), OWN})))
            .orElse(OWN_PARSED);
    this.memory = memory;
  }

  private static Configuration configuration(TemplateLoader loader) {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputEncoding(StandardCharsets.UTF_8.name());
    configuration.setNumberFormat("computer");
    configuration.setBooleanFormat("c");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setLocalizedLookup(false);
    configuration.setLazyAutoImports(true);
    configuration.setTemplateLoader(loader);
    // A template does not change while quiesce runs.
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    // All of them, while there is memory for it.
    configuration.setCacheStorage(new SoftCacheStorage());
    return configuration;
  }

  private static TemplateLoader files(Path directory) {
    try {
      return new FileTemplateLoader(directory.toFile());
    } catch (IOException e) {
      throw new TemplateFailure(
          "cannot read templates from " + directory + ": it is not a directory", e);
    }
  }

  /**
   * Fills in a template.
   *
   * @param name relative to {@code templates/}
   * @throws TemplateFailure when it is missing, malformed, or asks for what is not there
   */
  public String render(String name, Map<String, Object> model) {
    try {
      Template template = configuration.getTemplate(name);
      StringWriter out = new StringWriter();
      Environment environment = template.createProcessingEnvironment(model, out);
      if (!memory.isEmpty()) {
        environment.addAutoImport("memory", "/" + memory);
      }
      environment.process();
      return out.toString();
    } catch (TemplateNotFoundException e) {
      throw new TemplateFailure("template " + name + " is missing", e);
    } catch (InvalidReferenceException e) {
      throw new TemplateFailure(
          "template "
              + e.getTemplateSourceName()
              + ":"
              + e.getLineNumber()
              + ":"
              + e.getColumnNumber()
              + ": no such value: "
              + e.getBlamedExpressionString(),
          e);
    } catch (TemplateException e) {
      if (e.getCause() instanceof TemplateFailure inner) {
        throw inner;
      }
      // Where one template imports another, the innermost message says what is wrong.
      String why =
          e.getCause() instanceof freemarker.core.ParseException inner
              ? inner.getMessage()
              : e.getCause() instanceof TemplateException inner
                  ? inner.getMessageWithoutStackTop()
                  : e.getMessageWithoutStackTop();
      throw new TemplateFailure(
          "template "
              + e.getTemplateSourceName()
              + ":"
              + e.getLineNumber()
              + ":"
              + e.getColumnNumber()
              + ": "
              + why.lines().findFirst().orElse(""),
          e);
    } catch (IOException e) {
      throw new TemplateFailure(
          "template " + name + " cannot be used: " + e.getMessage().lines().findFirst().orElse(""),
          e);
    }
  }
}
