package quiesce.source;

import java.util.List;

/**
 * The syntax tree of a strategy file.
 *
 * @param items in the order of the text
 * @param setAside what no thread does, in the order of the text
 */
public record Strategy(
    SourceFile file, FrontMatter frontMatter, List<Item> items, List<SetAside> setAside) {
  public Strategy {
    items = List.copyOf(items);
    setAside = List.copyOf(setAside);
  }

  public <T extends Item> List<T> items(Class<T> kind) {
    return items.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
