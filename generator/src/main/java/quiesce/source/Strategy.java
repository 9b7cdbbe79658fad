package quiesce.source;

import java.util.List;
import java.util.Map;

/**
 * The syntax tree of a strategy file.
 *
 * @param items in the order of the text
 * @param setAside what no thread does, in the order of the text
 * @param macros those that the file defines, which are expanded in the tree
 * @param unsupported what the machine has not; if there is anything, the items mean nothing
 */
public record Strategy(
    SourceFile file,
    FrontMatter frontMatter,
    List<Item> items,
    List<SetAside> setAside,
    Map<String, Place> macros,
    Unsupported unsupported) {
  public Strategy {
    items = List.copyOf(items);
    setAside = List.copyOf(setAside);
  }

  public <T extends Item> List<T> items(Class<T> kind) {
    return items.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
