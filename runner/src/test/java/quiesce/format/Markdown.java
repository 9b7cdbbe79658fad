package quiesce.format;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Reads Markdown as GitHub does. */
public final class Markdown {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

  private Markdown() {}

  /**
   * HTML, if all of it is of the text's own making.
   *
   * @throws AssertionError if there is HTML, or a link, in the text itself
   */
  public static String read(String markdown) {
    Node document = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlBlock block) {
            throw new AssertionError("HTML: " + block.getLiteral());
          }

          @Override
          public void visit(HtmlInline inline) {
            throw new AssertionError("HTML: " + inline.getLiteral());
          }

          @Override
          public void visit(Link link) {
            throw new AssertionError("a link: " + link.getDestination());
          }
        });
    return HtmlRenderer.builder().extensions(EXTENSIONS).build().render(document);
  }
}
