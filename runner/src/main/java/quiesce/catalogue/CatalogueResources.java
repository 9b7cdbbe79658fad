package quiesce.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import quiesce.source.SourceFile;

/**
 * Finds {@code specs/NAME/strategy.c} beside these classes, in a directory or a jar. Listing what
 * is there needs no index that could be forgotten.
 */
final class CatalogueResources {
  private static final String FOLDER = "specs";
  private static final String FILE = "strategy.c";

  private CatalogueResources() {}

  static SortedMap<String, SourceFile> read() {
    try {
      return read(
          Path.of(
              CatalogueResources.class
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("classes come from a place that is no path", e);
    }
  }

  /**
   * @param origin a directory or a jar
   */
  static SortedMap<String, SourceFile> read(Path origin) {
    try {
      if (Files.isDirectory(origin)) {
        return in(origin.resolve(FOLDER));
      }
      try (ZipFile jar = new ZipFile(origin.toFile())) {
        return in(jar);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the catalogue", e);
    }
  }

  private static SortedMap<String, SourceFile> in(Path folder) throws IOException {
    SortedMap<String, SourceFile> found = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        Path file = child.resolve(FILE);
        if (Files.isRegularFile(file)) {
          String name = child.getFileName().toString();
          found.put(name, source(name, Files.readString(file)));
        }
      }
    }
    return found;
  }

  // The jar's own file system takes longer to load than all of its strategies to read.
  private static SortedMap<String, SourceFile> in(ZipFile jar) throws IOException {
    SortedMap<String, SourceFile> found = new TreeMap<>();
    for (ZipEntry entry : Collections.list(jar.entries())) {
      String[] path = entry.getName().split("/");
      if (path.length == 3 && path[0].equals(FOLDER) && path[2].equals(FILE)) {
        byte[] text = jar.getInputStream(entry).readAllBytes();
        found.put(path[1], source(path[1], new String(text, StandardCharsets.UTF_8)));
      }
    }
    return found;
  }

  private static SourceFile source(String name, String text) {
    return SourceFile.of(FOLDER + "/" + name + "/" + FILE, text);
  }

  /** Whether the file has the name of a strategy of the catalogue. */
  static boolean isOne(SourceFile file) {
    return file.name().matches(FOLDER + "/[^/]+/" + Pattern.quote(FILE));
  }
}
