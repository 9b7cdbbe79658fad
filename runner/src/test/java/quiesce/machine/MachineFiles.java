package quiesce.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import quiesce.machine.Verdicts.Verdict;
import quiesce.property.Property;
import quiesce.source.FrontMatter;
import quiesce.source.Parser;
import quiesce.source.SourceFile;

/** The strategies that show one rule of the machine each, and the verdicts that they declare. */
final class MachineFiles {
  static final Path RULES = Path.of("src/test/resources/machine");
  static final Path CATALOGUE = Path.of("../specs");

  private static final Map<String, Verdict> WORDS =
      Map.of("holds", Verdict.HOLDS, "violates", Verdict.VIOLATED, "n/a", Verdict.NOT_APPLICABLE);

  private MachineFiles() {}

  static List<Path> under(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".c")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SourceFile read(Path file) {
    try {
      return SourceFile.of(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the front matter expects: {@code expect: holds A, B}, {@code expect sc: violates C}. */
  static Map<Property, Verdict> expected(SourceFile file) {
    Map<Property, Verdict> expected = expected(file, "expect");
    expected.putAll(expectedUnder(file, "sc"));
    return expected;
  }

  /** What it expects of one memory model by name: {@code expect weak: violates C}. */
  static Map<Property, Verdict> expectedUnder(SourceFile file, String memory) {
    return expected(file, "expect " + memory);
  }

  private static Map<Property, Verdict> expected(SourceFile file, String key) {
    Map<Property, Verdict> expected = new EnumMap<>(Property.class);
    for (FrontMatter.Entry e : Parser.parse(file).frontMatter().all(key)) {
      String[] words = e.value().split(" ", 2);
      Verdict verdict = WORDS.get(words[0]);
      for (String title : words[1].split(", *")) {
        expected.put(Property.named(title.strip()).orElseThrow(), verdict);
      }
    }
    return expected;
  }
}
