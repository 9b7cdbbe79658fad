package quiesce.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import quiesce.catalogue.InputException;
import quiesce.document.DocumentText.Line;

/** Puts new bodies between the markers of a document, and leaves everything else as it is. */
final class Renewer {
  private final Document document;
  private final boolean force;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();

  private Renewer(Document document, boolean force) {
    this.document = document;
    this.force = force;
  }

  /**
   * @param kept what is said of bodies that are not written over
   */
  record Result(DocumentText text, List<String> kept) {}

  /**
   * @param bodies one for each block
   * @param force whether bodies are written over that somebody else wrote
   * @param kinds the kinds of blocks that there are
   * @throws InputException if the document would not be read again as it was written
   */
  static Result renew(
      Document document, List<List<String>> bodies, boolean force, Set<String> kinds) {
    Renewer renewer = new Renewer(document, force);
    DocumentText text = renewer.renew(bodies);
    Document again = reread(document, text, kinds);
    for (int i = 0; i < bodies.size(); i++) {
      Marker.Begin begin = document.regions().get(i).begin();
      if (again.regions().size() != bodies.size()
          || !again.regions().get(i).begin().words().equals(begin.words())) {
        throw broken(document, begin);
      }
    }
    return new Result(text, renewer.kept);
  }

  private static Document reread(Document document, DocumentText text, Set<String> kinds) {
    try {
      return Document.of(document.name(), document.format(), text, kinds);
    } catch (quiesce.source.SourceException e) {
      throw broken(document, document.regions().get(0).begin());
    }
  }

  private static InputException broken(Document document, Marker.Begin begin) {
    return new InputException(
        ("%s:%d: the text around this block makes its end marker part of something else, of an"
                + " indented block for instance; move it, and put an empty line before it")
            .formatted(document.name(), begin.place().line()));
  }

  private DocumentText renew(List<List<String>> bodies) {
    List<Line> old = document.text().lines();
    int done = 0;
    for (int i = 0; i < bodies.size(); i++) {
      Region region = document.regions().get(i);
      int begin = region.begin().place().line();
      lines.addAll(old.subList(done, begin));
      done = region.end().place().line();
      renew(region, bodies.get(i), old.get(begin - 1).ending(), old.get(done - 1));
    }
    lines.addAll(old.subList(done, old.size()));
    return new DocumentText(lines);
  }

  private void renew(Region region, List<String> body, String ending, Line end) {
    if (keeps(region, body)) {
      lines.addAll(region.lines());
      lines.add(end);
    } else {
      lines.addAll(region.lines(body, ending));
      lines.add(
          new Line(MarkerReader.sign(end.text(), region.end(), Checksum.of(body)), end.ending()));
    }
  }

  private boolean keeps(Region region, List<String> body) {
    Region.Standing standing = region.standing();
    if (force || standing == Region.Standing.OURS || region.body().equals(body)) {
      return false;
    }
    kept.add(
        "%s:%d: '%s' %s and is kept; --force writes over it"
            .formatted(
                document.name(),
                region.begin().place().line(),
                region.begin().words(),
                standing == Region.Standing.EDITED
                    ? "was edited by hand"
                    : "holds text that quiesce did not write"));
    return true;
  }
}
