package quiesce.source;

import java.util.List;

/**
 * The syntax tree of a strategy file.
 *
 * @param items in the order of the text
 */
public record Strategy(SourceFile file, FrontMatter frontMatter, List<Item> items) {
  public Strategy {
    items = List.copyOf(items);
  }

  public <T extends Item> List<T> items(Class<T> kind) {
    return items.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
