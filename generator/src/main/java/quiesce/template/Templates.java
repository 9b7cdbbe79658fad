package quiesce.template;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.SoftCacheStorage;
import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.core.InvalidReferenceException;
import freemarker.core.TemplateClassResolver;
import freemarker.log.Logger;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import quiesce.source.SourceException;

/** The Freemarker templates, with a user's own in front of them. */
public final class Templates {
  static {
    // Nothing is logged, and to find the library that would do it takes time.
    System.setProperty(Logger.SYSTEM_PROPERTY_NAME_LOGGER_LIBRARY, Logger.LIBRARY_NAME_NONE);
  }

  private static final TemplateLoader OWN =
      new ClassTemplateLoader(Templates.class.getClassLoader(), "templates");

  /** Parses each of our own templates once, however many specifications are made from it. */
  private static final Configuration OWN_PARSED = configuration(OWN);

  /** Ours take milliseconds. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Configuration configuration;
  private final Optional<Duration> limit;
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
  public Templates(Optional<Path> overrides, String memory) {
    this(overrides, memory, LONGEST);
  }

  /**
   * @param longest how long a template may take where some are the user's
   */
  public Templates(Optional<Path> overrides, String memory, Duration longest) {
    this.limit = overrides.map(dir -> longest);
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
    // A template fills in text. It makes no objects, runs no programs, and asks for no classes.
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setObjectWrapper(new ModelWrapper(configuration.getIncompatibleImprovements()));
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
    return limit.isEmpty()
        ? fill(name, model)
        : InTime.call(limit.get(), () -> fill(name, model))
            .orElseThrow(
                () ->
                    new TemplateFailure(
                        "template %s has not ended within %d s"
                            .formatted(name, limit.get().toSeconds())));
  }

  private String fill(String name, Map<String, Object> model) {
    try {
      Template template = configuration.getTemplate(name);
      ShortText out = new ShortText();
      Environment environment = template.createProcessingEnvironment(model, out);
      if (!memory.isEmpty()) {
        environment.addAutoImport("memory", "/" + memory);
      }
      environment.process();
      return out.toString();
    } catch (SecurityException e) {
      // A link that leads out of the directory.
      throw new TemplateFailure("template " + name + " cannot be used: " + e.getMessage(), e);
    } catch (StackOverflowError e) {
      throw new TemplateFailure("template " + name + " calls itself without end", e);
    } catch (OutOfMemoryError e) {
      throw new TemplateFailure("template " + name + " takes more memory than there is", e);
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
      if (e.getCause() instanceof SourceException inner) {
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
