package quiesce.document;

import java.util.List;

/**
 * What a block holds, whatever the format of the document. Each kind has one template in each
 * format, which carries its name.
 */
public sealed interface Content {
  /** Every row has as many cells as the head. */
  record Table(List<String> head, List<List<String>> rows) implements Content {
    public Table {
      head = List.copyOf(head);
      rows = List.copyOf(rows);
    }
  }

  /** One sentence or more. */
  record Paragraph(String text) implements Content {}

  /** A list without numbers. */
  record Items(List<String> texts) implements Content {
    public Items {
      texts = List.copyOf(texts);
    }
  }

  /**
   * @param language "c", "tla", "mermaid", or "text" for none
   */
  record Code(String language, List<String> lines) implements Content {
    public Code {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A drawing: in a file beside the document, or, in LaTeX, in the document itself.
   *
   * @param file relative to the document
   * @param title for who cannot see it
   */
  record Figure(String file, String title, String svg, String tikz) implements Content {}
}
