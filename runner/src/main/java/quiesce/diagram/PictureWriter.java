package quiesce.diagram;

import java.util.Map;
import quiesce.emission.Templates;

/** Writes drawings down. */
public final class PictureWriter {
  private final Templates templates;

  public PictureWriter(Templates templates) {
    this.templates = templates;
  }

  /** A file of its own, for white and for dark pages; nothing is loaded from elsewhere. */
  public String svg(Picture picture) {
    return templates.render("diagram/picture.svg.ftlx", Map.of("picture", picture));
  }
}
