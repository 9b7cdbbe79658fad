package quiesce.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import quiesce.output.WholeFiles;
import quiesce.source.Parser;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

/** Makes the file of {@link Titles}. */
public final class TitlesWriter {
  private TitlesWriter() {}

  /** Called by the build, with the directory that the classes and the strategies are in. */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  static void write(Path classes) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, SourceFile> strategy : CatalogueResources.read(classes).entrySet()) {
      text.append(strategy.getKey())
          .append(Titles.BETWEEN)
          .append(title(strategy.getValue()))
          .append('\n');
    }
    WholeFiles.write(
        Map.of(classes.resolve(Titles.FILE), text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String title(SourceFile strategy) {
    try {
      return Parser.frontMatter(strategy).first("title").orElse("");
    } catch (SourceException e) {
      // Checking it reports what is wrong with it; that must not keep all others from being built.
      return "";
    }
  }
}
