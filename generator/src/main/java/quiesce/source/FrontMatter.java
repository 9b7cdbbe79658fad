package quiesce.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The leading kernel-doc comment of a strategy: lines of the form {@code key: value}. A line
 * without a key continues the value before it. A file without front matter has no entries.
 *
 * @param entries in the order of the text; a key may come more than once
 */
public record FrontMatter(List<Entry> entries) {
  public FrontMatter {
    entries = List.copyOf(entries);
  }

  /**
   * @param place of the key
   */
  public record Entry(Place place, String key, String value) {}

  /** The same with those of the others whose keys it does not have. */
  FrontMatter withDefaults(List<Entry> others) {
    return new FrontMatter(
        Stream.concat(entries.stream(), others.stream().filter(o -> first(o.key()).isEmpty()))
            .toList());
  }

  public List<Entry> all(String key) {
    return entries.stream().filter(e -> e.key().equals(key)).toList();
  }

  public Optional<String> first(String key) {
    return entries.stream().filter(e -> e.key().equals(key)).map(Entry::value).findFirst();
  }
}
