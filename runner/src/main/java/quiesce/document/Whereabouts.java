package quiesce.document;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quiesce.source.Spelling;

/** Guesses where a strategy is that is not where a document says, and says where it was found. */
final class Whereabouts {
  private static final int DEEPEST = 8;
  private static final int MOST_FILES = 20_000;
  private static final int MOST_GUESSES = 3;
  private static final String REPOSITORY = ".git";
  private static final String ENDING = ".c";

  private final Path directory;
  private final Collection<String> catalogue;

  /**
   * @param directory of the document
   * @param catalogue the names that it holds
   */
  Whereabouts(Path directory, Collection<String> catalogue) {
    this.directory = directory;
    this.catalogue = catalogue;
  }

  /** What to write instead of a path, with where it leads. */
  String ofPath(String argument) {
    List<String> found = files(argument).stream().limit(MOST_GUESSES).map(this::written).toList();
    if (!found.isEmpty()) {
      return "did you mean "
          + String.join(" or ", found)
          + "? found from the document, which paths are relative to";
    }
    return named(argument)
        .map(name -> "did you mean " + name + "? the catalogue has it")
        .orElse("paths are relative to the document; 'quiesce list' lists the catalogue");
  }

  /** A file that a name without a path may mean. */
  Optional<String> ofName(String argument) {
    return files(argument + ENDING).stream()
        .filter(file -> file.getFileName().toString().equals(argument + ENDING))
        .findFirst()
        .map(file -> "did you mean " + written(file) + "? found from the document");
  }

  /** As a marker names it. */
  private String written(Path file) {
    String path = directory.relativize(file).toString();
    return path.matches(".*[\\s'\"].*") ? "\"" + path + "\"" : path;
  }

  /** A strategy of the catalogue, which has a folder and no file of its name. */
  private Optional<String> named(String argument) {
    String[] names = argument.split("/");
    return Stream.of(names)
        .map(name -> name.replaceFirst("\\.c$", ""))
        .sorted(Comparator.comparing(name -> !catalogue.contains(name)))
        .flatMap(name -> Spelling.nearest(name, catalogue).stream())
        .findFirst();
  }

  private List<Path> files(String argument) {
    try {
      Path wanted = directory.resolve(argument).normalize();
      Path name = wanted.getFileName();
      if (name == null) {
        return List.of();
      }
      List<Path> all = sources(root());
      List<Path> moved = new ArrayList<>(all);
      moved.removeIf(file -> !file.getFileName().equals(name));
      moved.sort(
          Comparator.comparing((Path file) -> !sameFolder(file, wanted))
              .thenComparing(file -> directory.relativize(file).getNameCount())
              .thenComparing(Comparator.naturalOrder()));
      return moved.isEmpty() ? misspelt(all, wanted) : moved;
    } catch (InvalidPathException e) {
      return List.of();
    }
  }

  private static boolean sameFolder(Path file, Path wanted) {
    return Optional.ofNullable(wanted.getParent())
        .map(Path::getFileName)
        .filter(name -> name.equals(file.getParent().getFileName()))
        .isPresent();
  }

  /** In the directory that was named or that of the document, or else anywhere. */
  private List<Path> misspelt(List<Path> all, Path wanted) {
    List<Path> near =
        all.stream()
            .filter(f -> List.of(directory, wanted.getParent()).contains(f.getParent()))
            .toList();
    List<Path> close = nearest(near, wanted);
    return close.isEmpty() ? nearest(all, wanted) : close;
  }

  private static List<Path> nearest(List<Path> files, Path wanted) {
    List<String> names = files.stream().map(f -> f.getFileName().toString()).toList();
    return Spelling.nearest(wanted.getFileName().toString(), names)
        .map(n -> files.stream().filter(f -> f.getFileName().toString().equals(n)).toList())
        .orElse(List.of());
  }

  /** The repository that the document is in, or else its directory. */
  private Path root() {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(REPOSITORY))) {
        return at;
      }
    }
    return directory;
  }

  private static List<Path> sources(Path root) {
    List<Path> found = new ArrayList<>();
    Walk walk = new Walk(root, found);
    try {
      Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST, walk);
    } catch (IOException e) {
      // What was found until then is as good a guess.
    }
    return found;
  }

  /** Leaves out what is hidden or cannot be read, and ends where there is too much. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<Path> found;
    private int files;

    Walk(Path root, List<Path> found) {
      this.root = root;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
      return !at.equals(root) && at.getFileName().toString().startsWith(".")
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (file.toString().endsWith(ENDING) && attributes.isRegularFile()) {
        found.add(file);
      }
      files++;
      return files < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }
}
