package quiesce.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.diagram.PictureWriter;
import quiesce.report.TextStyle;
import quiesce.sweep.Sweep;
import quiesce.sweep.SweepCsv;
import quiesce.sweep.SweepJson;
import quiesce.sweep.SweepPlot;
import quiesce.sweep.SweepText;
import quiesce.template.Templates;

/**
 * Where a sweep goes to.
 *
 * @param out a file or a directory; nothing for standard output
 * @param format that was asked for
 */
record SweepFiles(
    Optional<Path> out, Optional<Format> format, Templates templates, TextStyle style) {
  /** The forms of the answer. */
  enum Format {
    TEXT(".txt"),
    CSV(".csv"),
    SVG(".svg"),
    JSON(".json");

    private final String ending;

    Format(String ending) {
      this.ending = ending;
    }

    private static Optional<Format> of(Path file) {
      return Stream.of(values()).filter(f -> file.toString().endsWith(f.ending)).findFirst();
    }
  }

  /** Tries whether it can be written to, before anybody waits. */
  void prepare() {
    out.ifPresent(path -> OutputFiles.prepare(isFile(path) ? parent(path) : path));
  }

  private static boolean isFile(Path path) {
    return Format.of(path).isPresent() && !Files.isDirectory(path);
  }

  private static Path parent(Path file) {
    return file.toAbsolutePath().getParent();
  }

  void write(Sweep sweep, Console console) {
    if (out.isEmpty()) {
      console.print(text(sweep, format.orElse(Format.TEXT), style));
      return;
    }
    Path path = out.get();
    Map<String, String> files = new LinkedHashMap<>();
    Path directory = isFile(path) ? parent(path) : path;
    // Colours are for a terminal.
    TextStyle plain = new TextStyle(style.ascii(), false, style.width());
    if (isFile(path)) {
      Format wanted = format.or(() -> Format.of(path)).orElseThrow();
      files.put(path.getFileName().toString(), text(sweep, wanted, plain));
    } else {
      Stream.of(Format.values())
          .filter(f -> format.isEmpty() || format.get() == f)
          .forEach(f -> files.put("sweep" + f.ending, text(sweep, f, plain)));
    }
    OutputFiles.write(directory, files);
    if (isFile(path)) {
      console.line(path.normalize().toString());
    } else {
      files.keySet().forEach(name -> console.line(directory.resolve(name).normalize().toString()));
    }
  }

  private String text(Sweep sweep, Format form, TextStyle shown) {
    return switch (form) {
      case TEXT -> SweepText.render(sweep, shown);
      case CSV -> SweepCsv.render(sweep);
      case SVG -> new PictureWriter(templates).svg(SweepPlot.of(sweep));
      case JSON -> SweepJson.render(sweep) + "\n";
    };
  }
}
