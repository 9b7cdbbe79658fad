package quiesce.document;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import quiesce.document.DocumentText.Line;
import quiesce.source.Diagnostics;
import quiesce.source.SourceException;
import quiesce.source.SourceFile;

/**
 * A document and its blocks.
 *
 * @param name as the user gave it
 */
record Document(String name, Format format, DocumentText text, List<Region> regions) {
  Document {
    regions = List.copyOf(regions);
  }

  /**
   * @param kinds the kinds of blocks that there are
   * @throws SourceException for markers that are misspelt, missing, nested or one too many
   */
  static Document of(String name, Format format, DocumentText text, Set<String> kinds) {
    List<String> texts = text.texts();
    Diagnostics problems = new Diagnostics(new SourceFile(name, texts));
    MarkerReader reader = new MarkerReader(format.comments(), kinds, problems);
    List<Marker> markers = new ArrayList<>();
    BitSet literal = format.literals().of(texts);
    for (int i = 0; i < texts.size(); i++) {
      if (!literal.get(i)) {
        reader.read(texts.get(i), i + 1).ifPresent(markers::add);
      }
    }
    // What a misspelt marker was to be would only be guessed at.
    problems.throwIfAny();
    List<Region> regions = pairs(markers, text.lines(), problems);
    problems.throwIfAny();
    return new Document(name, format, text, regions);
  }

  private static List<Region> pairs(List<Marker> markers, List<Line> lines, Diagnostics problems) {
    List<Region> regions = new ArrayList<>();
    Optional<Marker.Begin> open = Optional.empty();
    for (Marker marker : markers) {
      if (marker instanceof Marker.Begin begin) {
        open.ifPresent(outer -> nested(outer, begin, problems));
        open = Optional.of(begin);
      } else if (marker instanceof Marker.End end) {
        if (open.isPresent()) {
          regions.add(region(open.get(), end, lines));
        } else {
          unopened(regions, end, problems);
        }
        open = Optional.empty();
      }
    }
    open.ifPresent(
        begin ->
            problems.report(
                begin.place(),
                "this block has no end",
                "put the end marker after it: the same comment with 'quiesce: end'"));
    return regions;
  }

  private static Region region(Marker.Begin begin, Marker.End end, List<Line> lines) {
    return new Region(begin, end, lines.subList(begin.place().line(), end.place().line() - 1));
  }

  private static void nested(Marker.Begin outer, Marker.Begin inner, Diagnostics problems) {
    problems.report(
        inner.place(),
        "a block begins within the block of line " + outer.place().line(),
        "end that one first: the same comment with 'quiesce: end'");
  }

  private static void unopened(List<Region> before, Marker.End end, Diagnostics problems) {
    problems.report(
        end.place(),
        before.isEmpty()
            ? "this ends no block"
            : "this ends no block: the one of line %d ends in line %d"
                .formatted(
                    before.get(before.size() - 1).begin().place().line(),
                    before.get(before.size() - 1).end().place().line()),
        "remove the marker, or put the one that begins a block before it");
  }
}
