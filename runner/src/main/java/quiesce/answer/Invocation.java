package quiesce.answer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quiesce.store.Key;
import quiesce.store.Sha256;

/**
 * A command, with everything that its answer may depend on.
 *
 * @param arguments as they were given; each, or what follows its equals sign, may name a file, also
 *     before a colon
 * @param variables of the environment, all that quiesce looks at
 * @param files named by variables
 * @param terminal whether the answer goes to one
 */
public record Invocation(
    List<String> arguments, Map<String, String> variables, List<String> files, boolean terminal) {
  private static final String FORM = "quiesce invocation 1";

  public Invocation {
    arguments = List.copyOf(arguments);
    variables = Map.copyOf(variables);
    files = List.copyOf(files);
  }

  /**
   * What the answer is kept under, as everything is now. Of quiesce and TLC themselves it has when
   * their files were changed last, which nobody can set back, and not their bytes: there are so
   * many that to read them takes as long as all else.
   *
   * @return nothing if something cannot be read, or is more than can be read in passing
   */
  public Optional<Key> key() {
    Sha256 digest = new Sha256().with(FORM).with(arguments);
    new TreeMap<>(variables).forEach((name, value) -> digest.with(name).with(value));
    digest.with(terminal ? 1 : 0).with(Key.thisJava());
    // Reports name files as seen from here.
    digest.with(Path.of("").toAbsolutePath().toString());
    try {
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
        digest.with(entry).with(FileState.lastChange(Path.of(entry)));
      }
      for (String name : named()) {
        digest.with(FileState.content(name));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.of(new Key(digest.hex()));
  }

  private List<String> named() {
    List<String> names = new ArrayList<>(files);
    for (String argument : arguments) {
      named(argument, names);
      int equals = argument.indexOf('=');
      if (equals >= 0) {
        named(argument.substring(equals + 1), names);
      }
    }
    return names;
  }

  private static void named(String text, List<String> names) {
    names.add(text);
    int colon = text.lastIndexOf(':');
    if (colon >= 0) {
      names.add(text.substring(0, colon));
    }
  }
}
