package quiesce.sany;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tla2sany.parser.SimpleCharStream;
import tla2sany.parser.TLAplusParserConstants;
import tla2sany.parser.TLAplusParserTokenManager;
import tla2sany.semantic.Context;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.impl.ModelConfig;
import util.UniqueString;

/** The words that no name of a strategy may become are those of TLA+ and TLC themselves. */
class TlaWordsTest {
  private static final Path FILE = Path.of("../templates/tla/words.txt");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]+");
  private static final Pattern UPPER_CASE = Pattern.compile("[A-Z]{2,}");

  @TempDir Path directory;

  @Test
  void listIsWhatTheParserAndTheStandardModulesDefine() throws IOException {
    Set<String> words = new TreeSet<>(Arrays.asList(ModelConfig.ALL_KEYWORDS));
    Sany sany = new Sany(directory);
    for (String module : Sany.standardModules()) {
      words.add(module);
      for (OpDefNode definition : sany.standard(module).getRootModule().getOpDefs()) {
        String name = definition.getName().toString();
        if (IDENTIFIER.matcher(name).matches()) {
          words.add(name);
        }
      }
    }
    upperCase().stream().filter(TlaWordsTest::hasMeaning).forEach(words::add);
    String list =
        "# The words of TLA+, of configurations and of the standard modules, as TLC has them.\n"
            + String.join("\n", words)
            + "\n";
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(FILE, list);
    }
    assertThat(Files.readString(FILE))
        .as("renew it with: mvn verify -Dgolden.update=true")
        .isEqualTo(list)
        .contains("\nVARIABLES\n", "\nTRUE\n", "\nAppend\n");
  }

  /** Words of TLA+ are in upper case, and what reads or writes it has them among its constants. */
  private static Set<String> upperCase() throws IOException {
    Set<String> all = new TreeSet<>();
    try (JarFile jar = new JarFile(Sany.jar().toFile())) {
      for (JarEntry e : jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
        try (InputStream in = jar.getInputStream(e)) {
          String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
          UPPER_CASE.matcher(bytes).results().map(MatchResult::group).forEach(all::add);
        }
      }
    }
    return all;
  }

  private static boolean hasMeaning(String word) {
    TLAplusParserTokenManager lexer =
        new TLAplusParserTokenManager(
            new SimpleCharStream(new StringReader(word)), TLAplusParserConstants.SPEC);
    return lexer.getNextToken().kind != TLAplusParserConstants.IDENTIFIER
        || Context.getGlobalContext().occurSymbol(UniqueString.uniqueStringOf(word));
  }
}
