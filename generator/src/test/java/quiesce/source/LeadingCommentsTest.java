package quiesce.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCLexer;

/** The comments that are found without the grammar are those that the grammar finds. */
class LeadingCommentsTest {
  @Property(tries = 3000)
  void anyBeginningIsReadAsTheGrammarReadsIt(@ForAll("beginnings") List<String> words) {
    SourceFile file = SourceFile.of("any.c", String.join("", words));
    assertThat(LeadingComments.of(file)).isEqualTo(byTheGrammar(file));
  }

  @Example
  void theCatalogueHasTheFrontMatterOfItsTrees() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..", "specs"))) {
      List<Path> strategies = files.filter(f -> f.endsWith("strategy.c")).toList();
      assertThat(strategies)
          .isNotEmpty()
          .allSatisfy(
              path -> {
                SourceFile file = SourceFile.of(path.toString(), Files.readString(path));
                assertThat(Parser.frontMatter(file)).isEqualTo(Parser.parse(file).frontMatter());
                assertThat(Parser.frontMatter(file).first("title")).isPresent();
              });
    }
  }

  @Provide
  Arbitrary<List<String>> beginnings() {
    return Arbitraries.of(
            "\uFEFF",
            " ",
            "\t",
            "\n",
            "\r\n",
            "/**/",
            "/* a */",
            "/*/",
            "*/",
            "/** b\n * \ud83d\ude00 c */",
            "/***/",
            "// /* d",
            "\n// e\n",
            "#if /* f\n */ 1\n",
            "#define X \\\n Y\n",
            "# // g /*",
            "\\",
            "@",
            "/",
            "x",
            "/* h")
        .list()
        .ofMaxSize(12);
  }

  private static List<LeadingComments.Comment> byTheGrammar(SourceFile file) {
    KernelCLexer lexer = new KernelCLexer(CharStreams.fromString(String.join("\n", file.lines())));
    lexer.removeErrorListeners();
    Diagnostics places = new Diagnostics(file);
    List<LeadingComments.Comment> found = new ArrayList<>();
    for (Token token : lexer.getAllTokens()) {
      if (token.getChannel() == Token.DEFAULT_CHANNEL
          || token.getChannel() == KernelCLexer.ERRORS) {
        break;
      }
      if (token.getType() == KernelCLexer.BLOCK_COMMENT) {
        found.add(new LeadingComments.Comment(places.place(token), token.getText()));
      }
    }
    return found;
  }
}
