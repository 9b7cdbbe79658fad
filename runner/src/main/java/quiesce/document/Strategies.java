package quiesce.document;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import quiesce.catalogue.Catalogue;
import quiesce.catalogue.InputException;
import quiesce.module.Options;
import quiesce.source.Diagnostic;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.verdict.Subject;

/** The strategies that documents name; each is read and its specification generated once. */
final class Strategies {
  private final Catalogue catalogue;
  private final Map<Question, Subject> subjects = new LinkedHashMap<>();

  private final BiFunction<SourceFile, Options, Subject> generation;

  Strategies(Catalogue catalogue, BiFunction<SourceFile, Options, Subject> generation) {
    this.catalogue = catalogue;
    this.generation = generation;
  }

  /** What is asked of TLC. */
  record Question(SourceFile file, Options options) {}

  /**
   * @param arguments of a block; none for the whole catalogue
   * @param directory of the document, which paths are relative to
   */
  List<SourceFile> files(List<String> arguments, Path directory) {
    List<String> named = arguments.isEmpty() ? catalogue.names() : arguments;
    return named.stream().distinct().map(name -> file(name, directory)).toList();
  }

  /** Called as the document does, so that nothing in it depends on where quiesce is run. */
  private SourceFile file(String argument, Path directory) {
    Whereabouts whereabouts = new Whereabouts(directory, catalogue.names());
    if (Catalogue.isPath(argument)) {
      if (!exists(argument, directory)) {
        throw new MarkerException(
            argument, argument + ": no such file", whereabouts.ofPath(argument));
      }
      return new SourceFile(argument, read(argument, directory).lines());
    }
    if (!catalogue.names().contains(argument)) {
      whereabouts
          .ofName(argument)
          .ifPresent(
              help -> {
                throw new MarkerException(
                    argument, "no strategy is called '" + argument + "'", help);
              });
    }
    return new SourceFile(argument, find(argument).lines());
  }

  private static boolean exists(String argument, Path directory) {
    try {
      return Files.exists(directory.resolve(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static SourceFile read(String argument, Path directory) {
    try {
      return Catalogue.read(path(argument, directory));
    } catch (InputException e) {
      throw new MarkerException(argument, e.getMessage(), "name the .c file of a strategy");
    }
  }

  private SourceFile find(String argument) {
    try {
      return catalogue.find(argument);
    } catch (InputException e) {
      String[] parts = e.getMessage().split(": ", 2);
      throw new MarkerException(
          argument, parts[0], parts.length > 1 ? parts[1] : "'quiesce list' lists the catalogue");
    }
  }

  private static String path(String argument, Path directory) {
    return Names.of(directory.resolve(argument).normalize());
  }

  /**
   * @throws SourceException with everything that is wrong with the file, under a name by which it
   *     can be found
   */
  Subject subject(Question question, Path directory) {
    Subject known = subjects.get(question);
    if (known != null) {
      return known;
    }
    try {
      Subject subject = generation.apply(question.file(), question.options());
      subjects.put(question, subject);
      return subject;
    } catch (SourceException e) {
      throw new SourceException(e.diagnostics().stream().map(d -> located(d, directory)).toList());
    }
  }

  /** One that has been read. */
  Subject subject(Question question) {
    return subjects.get(question);
  }

  private static Diagnostic located(Diagnostic d, Path directory) {
    SourceFile file = d.file();
    return new Diagnostic(
        new SourceFile(
            Catalogue.isPath(file.name()) ? path(file.name(), directory) : file.name(),
            file.lines()),
        d.place(),
        d.message(),
        d.help());
  }
}
