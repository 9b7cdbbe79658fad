package quiesce.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quiesce.output.WholeFiles;
import quiesce.source.FrontMatter;
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
    Map<String, List<String>> lines = new TreeMap<>(Groups.ORDER);
    for (Map.Entry<String, SourceFile> strategy : CatalogueResources.read(classes).entrySet()) {
      FrontMatter said = frontMatter(strategy.getValue());
      String group = Groups.of(strategy.getValue(), said).orElseThrow();
      lines
          .computeIfAbsent(group, g -> new ArrayList<>())
          .add(
              String.join(
                  Titles.BETWEEN, group, strategy.getKey(), said.first("title").orElse("")));
    }
    String text =
        lines.values().stream()
            .flatMap(List::stream)
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    WholeFiles.write(Map.of(classes.resolve(Titles.FILE), text.getBytes(StandardCharsets.UTF_8)));
  }

  private static FrontMatter frontMatter(SourceFile strategy) {
    try {
      return Parser.frontMatter(strategy);
    } catch (SourceException e) {
      // Checking it reports what is wrong with it; that must not keep all others from being built.
      return new FrontMatter(List.of());
    }
  }
}
