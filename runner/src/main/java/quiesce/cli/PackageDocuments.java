package quiesce.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.asciidoctor.Asciidoctor;
import org.asciidoctor.Attributes;
import org.asciidoctor.Options;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;
import quiesce.report.Version;

/** Writes what is installed beside the program: manual pages, completion, Debian's changelog. */
public final class PackageDocuments {
  private static final boolean[] QUIET = {};
  private static final int EXTRA_FLAGS = 8;
  private static final byte BEST_COMPRESSION = 2;

  private final Path directory;
  private final OffsetDateTime time;

  private PackageDocuments(Path directory, OffsetDateTime time) {
    this.directory = directory;
    this.time = time;
  }

  /** Called by the build, with the directory to write to, the time of its files, the maintainer. */
  public static void main(String[] args) throws IOException {
    PackageDocuments documents =
        new PackageDocuments(Path.of(args[0]), OffsetDateTime.parse(args[1]));
    CommandLine line = commandLine();
    documents.manual(line);
    documents.changelog(args[2]);
    Path completions = documents.folder("bash-completion/completions");
    Files.writeString(completions.resolve(line.getCommandName()), Completion.of(line));
  }

  private void manual(CommandLine line) throws IOException {
    CommandSpec[] commands =
        Stream.concat(Stream.of(line), line.getSubcommands().values().stream())
            .map(CommandLine::getCommandSpec)
            .toArray(CommandSpec[]::new);
    String day = time.toLocalDate().toString();
    Options options =
        Options.builder()
            .backend("manpage")
            .standalone(true)
            .attributes(Attributes.builder().attribute("docdate", day).build())
            .build();
    Path sources = Files.createTempDirectory("quiesce-manual-");
    try (Asciidoctor asciidoctor = Asciidoctor.Factory.create()) {
      ManPageGenerator.generateManPage(sources.toFile(), null, QUIET, false, commands);
      Path pages = folder("man/man1");
      for (Path earlier : files(pages)) {
        Files.delete(earlier);
      }
      for (Path source : files(sources)) {
        String page = source.getFileName().toString().replace(".adoc", ".1.gz");
        String text = asciidoctor.convert(Files.readString(source), options);
        Files.write(pages.resolve(page), compressed(text));
        Files.delete(source);
      }
    } finally {
      Files.delete(sources);
    }
  }

  private void changelog(String maintainer) throws IOException {
    String text =
        """
        quiesce (%s) unstable; urgency=medium

          * Made from the sources of quiesce %s.

         -- %s  %s
        """
            .formatted(
                Version.current(),
                Version.withCommit(),
                maintainer,
                DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT)
                    .format(time));
    Files.write(folder("debian").resolve("changelog.gz"), compressed(text));
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectories(directory.resolve(name));
  }

  /** As {@code gzip -9n} does, which Debian's policy asks for. */
  private static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    byte[] file = bytes.toByteArray();
    // Java does not say in the header how it compressed.
    file[EXTRA_FLAGS] = BEST_COMPRESSION;
    return file;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  private static CommandLine commandLine() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Console console = new Console(InputStream.nullInputStream(), nowhere, nowhere, Map.of(), false);
    return new Commands(console, HeadStart.NONE).with(Commands.NAMES);
  }
}
