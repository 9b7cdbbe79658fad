package quiesce.diagram;

import freemarker.template.TemplateMethodModelEx;
import java.util.Map;
import quiesce.template.Templates;
import quiesce.text.Latex;

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

  /** For a LaTeX document: a picture as wide as the text, which needs the package tikz alone. */
  public String tikz(Picture picture) {
    TemplateMethodModelEx latex = arguments -> Latex.of(arguments.get(0).toString());
    return templates.render("diagram/picture.tex.ftl", Map.of("picture", picture, "latex", latex));
  }
}
