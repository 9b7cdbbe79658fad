package quiesce.document;

import java.util.List;
import java.util.Optional;
import quiesce.source.SourceFile;

/** Excerpts of strategies. */
final class SourceLines {
  private SourceLines() {}

  /**
   * @param wanted the lines; without it, all but the front matter
   * @throws MarkerException if the file has no such lines
   */
  static List<String> of(SourceFile file, Optional<Block.LineRange> wanted) {
    if (wanted.isEmpty()) {
      return trim(file.lines().subList(behindFrontMatter(file.lines()), file.lines().size()));
    }
    Block.LineRange range = wanted.get();
    if (range.last() > file.lines().size()) {
      throw new MarkerException(
          range.first() + "-" + range.last(),
          "there is no line " + range.last(),
          file.name() + " has " + file.lines().size() + " lines");
    }
    return file.lines().subList(range.first() - 1, range.last());
  }

  /** Number of the first line that is not of the front matter, nor blank. */
  static int first(SourceFile file) {
    List<String> lines = file.lines();
    int first = behindFrontMatter(lines);
    while (first < lines.size() - 1 && lines.get(first).isBlank()) {
      first++;
    }
    return first + 1;
  }

  /** The front matter is the kernel-doc comment that a file begins with. */
  private static int behindFrontMatter(List<String> lines) {
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    if (first == lines.size() || !lines.get(first).strip().startsWith("/**")) {
      return 0;
    }
    int last = first;
    while (last < lines.size() && !lines.get(last).contains("*/")) {
      last++;
    }
    return last < lines.size() && lines.get(last).strip().endsWith("*/") ? last + 1 : 0;
  }

  private static List<String> trim(List<String> lines) {
    int begin = 0;
    int end = lines.size();
    while (begin < end && lines.get(begin).isBlank()) {
      begin++;
    }
    while (end > begin && lines.get(end - 1).isBlank()) {
      end--;
    }
    return lines.subList(begin, end);
  }
}
