package quiesce.document;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.catalogue.InputException;

/** The files of the drawings that documents refer to. */
final class Drawings {
  /** What a drawing of quiesce's own begins with. */
  static final String OWN = "drawn by quiesce";

  private static final int HEAD = 400;

  private final boolean force;
  private final Map<Path, Renewal> renewals = new LinkedHashMap<>();

  /**
   * @param force whether a file is written over that quiesce did not draw
   */
  Drawings(boolean force) {
    this.force = force;
  }

  List<Renewal> renewals() {
    return new ArrayList<>(renewals.values());
  }

  /**
   * Takes the drawings among the contents of a block; LaTeX draws in the document.
   *
   * @throws InputException if a drawing must not be written where it is to be
   */
  void add(List<Content> contents, Path document, Format format) {
    for (Content content : contents) {
      if (content instanceof Content.Figure figure && format != Format.LATEX) {
        add(figure, document);
      }
    }
  }

  private void add(Content.Figure figure, Path document) {
    Path file = document.resolveSibling(figure.file()).normalize();
    byte[] svg = figure.svg().getBytes(StandardCharsets.UTF_8);
    Optional<byte[]> before = DocumentFiles.read(file);
    if (before.isPresent() && !force && !own(before.get())) {
      throw new InputException(
          figure.file()
              + " exists, and quiesce did not draw it; name another file with --file, or renew with"
              + " --force");
    }
    Renewal drawing = new Renewal(Names.of(file), file, before, svg, List.of());
    Renewal other = renewals.putIfAbsent(file, drawing);
    if (other != null && !Arrays.equals(other.after(), svg)) {
      throw new InputException(
          "another block draws something else into "
              + figure.file()
              + "; name a file of its own with --file");
    }
  }

  private static boolean own(byte[] file) {
    return new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.UTF_8).contains(OWN);
  }
}
