package quiesce.catalogue;

import java.util.Comparator;
import java.util.Optional;
import quiesce.source.FrontMatter;
import quiesce.source.SourceFile;

/** Which strategies are about the same: {@code group:} in the front matter names it. */
public final class Groups {
  /** What the catalogue began with: of its strategies, those that name no other group. */
  static final String FIRST = "perf guest callbacks";

  /** The order in which groups are listed. */
  public static final Comparator<String> ORDER =
      Comparator.<String, Boolean>comparing(group -> !group.equals(FIRST))
          .thenComparing(Comparator.naturalOrder());

  private static final String KEY = "group";

  private Groups() {}

  /** The group of a strategy; empty for one of a user's own that names none. */
  public static Optional<String> of(SourceFile file, FrontMatter frontMatter) {
    return frontMatter
        .first(KEY)
        .or(() -> CatalogueResources.isOne(file) ? Optional.of(FIRST) : Optional.empty());
  }
}
