package quiesce.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
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
      try (FileSystem jar = FileSystems.newFileSystem(origin)) {
        return in(jar.getPath("/" + FOLDER));
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
    try (Stream<Path> children = Files.list(folder)) {
      List<Path> files = children.map(d -> d.resolve(FILE)).filter(Files::isRegularFile).toList();
      for (Path file : files) {
        String name = file.getParent().getFileName().toString().replace("/", "");
        found.put(name, SourceFile.of(FOLDER + "/" + name + "/" + FILE, Files.readString(file)));
      }
    }
    return found;
  }
}
