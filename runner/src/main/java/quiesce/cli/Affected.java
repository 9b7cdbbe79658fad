package quiesce.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.catalogue.Catalogue;
import quiesce.catalogue.Cut;
import quiesce.catalogue.InputException;
import quiesce.patch.Patch;
import quiesce.patch.Sides;
import quiesce.patch.WorkTree;
import quiesce.source.Parser;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;
import quiesce.source.cut.TopLevel;

/**
 * What is to be checked of the files that a diff changes: what {@code --from} names of a file; a
 * file that is a strategy; what {@code --from} names without a file; a file with all functions that
 * have a role from outside.
 *
 * @param strategies that are checked on both sides
 * @param passedOver paths of files of which nothing is checked
 */
record Affected(List<Strategy> strategies, List<String> passedOver) {

  /**
   * A strategy.
   *
   * @param sides the file
   * @param part of it that is read, and may not be there
   */
  record Strategy(Sides sides, UnaryOperator<SourceFile> part) {}

  /**
   * @param roles functions that have a role from outside of the file
   * @throws InputException if there is nothing to check
   */
  static Affected by(Patch patch, List<Cut> cuts, Set<String> roles) {
    List<Sides> all = read(patch);
    Set<Cut> used = new LinkedHashSet<>();
    List<Strategy> strategies = new ArrayList<>();
    List<String> passedOver = new ArrayList<>();
    for (Sides sides : all) {
      List<TopLevel> files = files(sides).map(TopLevel::of).toList();
      boolean strategy =
          files(sides).anyMatch(Affected::hasFrontMatter)
              || files.stream().anyMatch(TopLevel::hasRoles);
      List<Cut> wanted = wanted(sides.path(), files, strategy, cuts);
      used.addAll(wanted);
      wanted.forEach(cut -> strategies.add(new Strategy(sides, cut::of)));
      if (wanted.isEmpty() && (strategy || has(files, roles))) {
        strategies.add(new Strategy(sides, Catalogue::whole));
      } else if (wanted.isEmpty()) {
        passedOver.add(sides.path());
      }
    }
    cuts.stream().filter(cut -> !used.contains(cut)).forEach(cut -> refuse(cut, all));
    if (strategies.isEmpty()) {
      throw new InputException(
          "the diff changes no strategy: %s without front matter and roles; name functions, as in --from :attach,detach,reader"
              .formatted(String.join(", ", passedOver)));
    }
    return new Affected(List.copyOf(strategies), List.copyOf(passedOver));
  }

  private static List<Sides> read(Patch patch) {
    if (patch.ofC().isEmpty()) {
      throw new InputException("the diff changes no .c or .h file");
    }
    WorkTree tree = WorkTree.around(Path.of(""));
    return patch.ofC().stream().map(change -> tree.sides(patch, change)).toList();
  }

  private static List<Cut> wanted(
      String path, List<TopLevel> files, boolean strategy, List<Cut> cuts) {
    List<Cut> ofFile = cuts.stream().filter(cut -> cut.file().equals(path)).toList();
    return !ofFile.isEmpty() || strategy
        ? ofFile
        : cuts.stream()
            .filter(Affected::isOfAny)
            .filter(cut -> files.stream().anyMatch(cut::isIn))
            .toList();
  }

  private static boolean isOfAny(Cut cut) {
    return cut.file().isEmpty() || cut.file().equals(Catalogue.INPUT);
  }

  private static Stream<SourceFile> files(Sides sides) {
    return Stream.of(sides.before(), sides.after()).flatMap(Optional::stream);
  }

  private static boolean has(List<TopLevel> files, Set<String> roles) {
    return !roles.isEmpty() && files.stream().anyMatch(file -> file.names().containsAll(roles));
  }

  private static boolean hasFrontMatter(SourceFile file) {
    try {
      return !Parser.frontMatter(file).entries().isEmpty();
    } catch (SourceException e) {
      // It is reported when the file is read.
      return true;
    }
  }

  private static void refuse(Cut cut, List<Sides> all) {
    String files = all.stream().map(Sides::path).collect(Collectors.joining(", "));
    throw new InputException(
        isOfAny(cut)
            ? "the diff changes %s, where no function or variable is called '%s'"
                .formatted(files, String.join("' or '", cut.names()))
            : "the diff does not change %s, but %s".formatted(cut.file(), files));
  }
}
