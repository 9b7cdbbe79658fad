package quiesce.source;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The syntax tree of a strategy file.
 *
 * @param items in the order of the text
 * @param kernel what it uses of the kernel, as far as that is C; none of these places is one of it
 * @param setAside what no thread does, in the order of the text
 * @param macros those that the file defines, which are expanded in the tree
 * @param unsupported what the machine has not; if there is anything, the items mean nothing
 */
public record Strategy(
    SourceFile file,
    FrontMatter frontMatter,
    List<Item> items,
    List<Item> kernel,
    List<SetAside> setAside,
    Map<String, Place> macros,
    Unsupported unsupported) {
  public Strategy {
    items = List.copyOf(items);
    kernel = List.copyOf(kernel);
    setAside = List.copyOf(setAside);
  }

  public <T extends Item> List<T> items(Class<T> kind) {
    return of(kind, items.stream());
  }

  /** The same, after those of the kernel that the file uses. */
  public <T extends Item> List<T> all(Class<T> kind) {
    return of(kind, Stream.concat(kernel.stream(), items.stream()));
  }

  private static <T extends Item> List<T> of(Class<T> kind, Stream<Item> all) {
    return all.filter(kind::isInstance).map(kind::cast).toList();
  }
}
