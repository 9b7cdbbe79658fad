package quiesce.store;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What something is kept under: a digest of everything that it depends on.
 *
 * @param hex the digest
 */
public record Key(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public Key {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a key: " + hex);
    }
  }

  /** This JVM, which is the one that TLC is run by. */
  public static List<String> thisJava() {
    return Stream.of("java.vm.vendor", "java.vm.name", "java.vm.version", "os.arch")
        .map(name -> System.getProperty(name, ""))
        .toList();
  }
}
