package quiesce.patch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quiesce.catalogue.Catalogue;
import quiesce.catalogue.InputException;
import quiesce.source.SourceFile;

/**
 * The files that a diff is about: below the working directory, or below the top of the work tree of
 * git that it is in. A diff has hunks alone, so one side of a file is read, and the other is made
 * of it.
 *
 * @param tops where paths may begin
 */
public record WorkTree(List<Path> tops) {
  public WorkTree {
    tops = List.copyOf(tops);
  }

  /** A file of the tree, and what the hunks make of it. */
  private record Attempt(SourceFile file, Change.Applied made) {}

  /** That around a directory. */
  public static WorkTree around(Path directory) {
    Path here = directory.toAbsolutePath().normalize();
    Set<Path> tops = new LinkedHashSet<>(List.of(directory));
    Stream.iterate(here, p -> p != null, Path::getParent)
        .filter(p -> Files.exists(p.resolve(".git")))
        .findFirst()
        .ifPresent(top -> tops.add(directory.resolve(here.relativize(top))));
    return new WorkTree(List.copyOf(tops));
  }

  /**
   * Both sides of a file.
   *
   * @throws InputException if the tree has neither, or the path leads out of it
   */
  public Sides sides(Patch patch, Change change) {
    Stream.of(change.before(), change.after())
        .flatMap(Optional::stream)
        .forEach(path -> refuseOutside(patch, change, path));
    if (change.before().isEmpty() || change.after().isEmpty()) {
      return alone(patch, change);
    }
    List<Attempt> failed = new ArrayList<>();
    for (Path top : tops) {
      String name = top.resolve(change.path()).normalize().toString();
      Optional<Attempt> back = attempt(top, change.reversed());
      if (fits(back)) {
        return sides(change, back.get().made().lines(), back.get().file().lines(), name);
      }
      Optional<Attempt> forth = attempt(top, change);
      if (fits(forth)) {
        return sides(change, forth.get().file().lines(), forth.get().made().lines(), name);
      }
      Stream.of(back, forth).flatMap(Optional::stream).forEach(failed::add);
    }
    throw failed.isEmpty() ? missing(patch, change) : neither(patch, change, failed);
  }

  private static boolean fits(Optional<Attempt> attempt) {
    return attempt.filter(a -> a.made().mismatch().isEmpty()).isPresent();
  }

  private static Optional<Attempt> attempt(Path top, Change change) {
    return read(top, change.before().orElseThrow())
        .map(file -> new Attempt(file, change.to(file.lines())));
  }

  private static Sides sides(Change change, List<String> before, List<String> after, String name) {
    return new Sides(
        change.path(),
        Optional.of(new SourceFile("a/" + change.before().orElseThrow(), before)),
        Optional.of(new SourceFile(name, after)));
  }

  /** Of a file that is new or removed, the hunk has all lines. */
  private Sides alone(Patch patch, Change change) {
    Change making = change.before().isEmpty() ? change : change.reversed();
    Change.Applied made = making.to(List.of());
    made.mismatch()
        .ifPresent(
            m -> {
              throw wrong(
                  patch, m.hunk(), "a file that is new or removed has one hunk, from line 1");
            });
    return change.before().isEmpty()
        ? new Sides(
            change.path(),
            Optional.empty(),
            Optional.of(new SourceFile(change.path(), made.lines())))
        : new Sides(
            change.path(),
            Optional.of(new SourceFile("a/" + change.path(), made.lines())),
            Optional.empty());
  }

  private static void refuseOutside(Patch patch, Change change, String path) {
    boolean outside =
        path.isEmpty() || path.startsWith("/") || List.of(path.split("[/\\\\]")).contains("..");
    if (outside) {
      throw wrong(
          patch,
          change.hunks().get(0),
          "'%s' leads out of the tree; run quiesce where the paths of the diff begin"
              .formatted(path));
    }
  }

  private static Optional<SourceFile> read(Path top, String name) {
    try {
      Path path = top.resolve(name).normalize();
      if (!Files.exists(path)) {
        return Optional.empty();
      }
      if (!path.toRealPath().startsWith(top.toRealPath())) {
        throw new InputException(
            path + " is a link that leads out of the tree, and is not followed");
      }
      if (!Files.isRegularFile(path)) {
        throw new InputException(path + " is no regular file");
      }
      return Optional.of(Catalogue.readAny(path.toString()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new InputException(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  private InputException missing(Patch patch, Change change) {
    return wrong(
        patch,
        change.hunks().get(0),
        "%s: no such file here%s"
            .formatted(change.path(), tops.size() > 1 ? ", nor at the top of the work tree" : ""));
  }

  /** The attempt that came furthest is the one that was meant. */
  private static InputException neither(Patch patch, Change change, List<Attempt> failed) {
    Attempt best = failed.get(0);
    for (Attempt other : failed) {
      if (place(other) > place(best)) {
        best = other;
      }
    }
    Change.Mismatch m = best.made().mismatch().orElseThrow();
    return wrong(
        patch,
        m.hunk(),
        "this hunk fits neither before nor after the change: the diff has '%s' in line %d of %s, which %s; check out the commit that the diff is of, or the one before"
            .formatted(
                m.wanted(),
                m.line(),
                best.file().name(),
                m.found().map(f -> "has '" + f + "' there").orElse("ends before it")));
  }

  private static int place(Attempt failed) {
    return failed.made().mismatch().orElseThrow().hunk().place();
  }

  private static InputException wrong(Patch patch, Hunk hunk, String what) {
    return new InputException("%s:%d: %s".formatted(patch.text().name(), hunk.place(), what));
  }
}
