package quiesce.document;

import java.util.BitSet;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Code blocks of Markdown, fenced and indented. */
record MarkdownLiterals() implements LiteralLines {
  @Override
  public BitSet of(List<String> lines) {
    BitSet literal = new BitSet(lines.size());
    Parser.builder()
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .build()
        .parse(String.join("\n", lines))
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(FencedCodeBlock block) {
                mark(block);
              }

              @Override
              public void visit(IndentedCodeBlock block) {
                mark(block);
              }

              private void mark(Block block) {
                block.getSourceSpans().forEach(span -> literal.set(span.getLineIndex()));
              }
            });
    return literal;
  }
}
