package quiesce.tla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * TLA+ is written by templates and by the printer: no other class that emits it has a string of it.
 */
class TlaStringsTest {
  private static final Path CLASSES = Path.of("target/classes/quiesce");

  /** What reads and prints TLA+. */
  private static final Set<String> NOTATION =
      Set.of(
          "tla.Operator",
          "tla.Expression$Quantifier",
          "tla.Printer",
          "tla.Reader",
          "tla.Tokens",
          "tla.Value$FunctionOf",
          "tla.Value$RecordOf",
          "tla.Value$Seq");

  /** The packages between steps and text; before them are C and the notation of litmus tests. */
  private static final Set<String> EMITS =
      Set.of("analysis/", "memory/", "models/", "module/", "property/", "template/", "tla/");

  private static final Pattern TLA =
      Pattern.compile(
          "/\\\\|\\\\/|\\\\(in|notin|subseteq|cup|cap|E|A|X|o)\\b|\\|->|<<|>>|\\{\\}|=>| # |~\\w|\\]_"
              + "|\\b(EXCEPT|UNCHANGED|CHOOSE|IF|THEN|ELSE|LET|CASE|OTHER|LAMBDA|DOMAIN|SUBSET|UNION)\\b");

  @Test
  void onlyThePrinterAndTheReaderHaveStringsOfTla() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(TlaStringsTest::emits).toList()) {
        if (strings(file).stream().anyMatch(s -> TLA.matcher(s).find())) {
          String name = CLASSES.relativize(file).toString().replace('/', '.');
          found.add(name.substring(0, name.length() - ".class".length()));
        }
      }
    }
    found.removeAll(NOTATION);
    assertThat(found).isEmpty();
  }

  private static boolean emits(Path file) {
    String name = CLASSES.relativize(file).toString();
    return name.endsWith(".class") && (EMITS.stream().anyMatch(name::startsWith));
  }

  /** The string constants of a class: JVM specification, 4.4. */
  private static List<String> strings(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(bytes)) {
      in.skipNBytes(8);
      int count = in.readUnsignedShort();
      Map<Integer, String> texts = new HashMap<>();
      List<Integer> strings = new ArrayList<>();
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts.put(i, in.readUTF());
          case 8 -> strings.add(in.readUnsignedShort());
          case 7, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
          case 5, 6 -> {
            in.skipNBytes(8);
            i++;
          }
          default -> throw new IOException("constant of kind " + tag);
        }
      }
      return strings.stream().map(texts::get).toList();
    }
  }
}
