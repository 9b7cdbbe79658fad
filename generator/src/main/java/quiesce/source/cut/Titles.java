package quiesce.source.cut;

import java.util.List;
import quiesce.source.FrontMatter;
import quiesce.source.Place;
import quiesce.source.SourceFile;

/** What a strategy is called that has no name of its own. */
final class Titles {
  private static final Place TOP = new Place(1, 1);

  private Titles() {}

  static List<FrontMatter.Entry> of(SourceFile file, List<String> wanted) {
    String name = file.name().replaceFirst(".*[/\\\\]", "").replaceFirst("\\.[ch]$", "");
    return List.of(
        new FrontMatter.Entry(TOP, "strategy", name + "-" + wanted.get(0)),
        new FrontMatter.Entry(TOP, "title", String.join(", ", wanted) + " of " + file.name()));
  }
}
