package quiesce.module;

import freemarker.ext.util.WrapperTemplateModel;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateNumberModel;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import quiesce.template.Block;
import quiesce.template.ShortText;
import quiesce.tla.Expression;
import quiesce.tla.Printer;

/** What the templates of an action set its text with; it notes where what is in the text. */
public final class Typesetter {
  private final Map<Integer, Action.Spot> ends = new HashMap<>();
  private int head;

  /** Where the text of an outcome ends, if it has one of its own. */
  Optional<Action.Spot> end(int outcome) {
    return Optional.ofNullable(ends.get(outcome));
  }

  /** Lines between the tags begin where the first one does. */
  public TemplateDirectiveModel getAligned() {
    return new Block(
        tag -> {
          ShortText out = out(tag);
          int outer = out.margin();
          out.setMargin(out.column());
          tag.run();
          out.setMargin(outer);
        });
  }

  /** An expression, and what follows it on its last line. */
  public TemplateDirectiveModel getExpression() {
    return new Block(
        tag -> {
          String then = tag.parameters().containsKey("then") ? tag.get("then") : "";
          int width = Printer.WIDTH - then.length();
          write(tag, Printer.print(expression(tag), width, out(tag).column()) + then);
        });
  }

  /** An expression after an equals sign: on the same line, or on its own where that is too long. */
  public TemplateDirectiveModel getValue() {
    return new Block(
        tag -> {
          ShortText out = out(tag);
          Expression value = expression(tag);
          out.write(Printer.fitsAfterEquals(value, out.column() + 1) ? " " : "\n  ");
          write(tag, Printer.printAfterEquals(value, out.column()));
        });
  }

  /** Here is the name of the action. */
  public TemplateDirectiveModel getHead() {
    return new Block(tag -> head = out(tag).line());
  }

  /** Here begins the last conjunct of an outcome. */
  public TemplateDirectiveModel getEnd() {
    return new Block(
        tag -> {
          int outcome =
              ((TemplateNumberModel) tag.parameters().get("outcome")).getAsNumber().intValue();
          ShortText out = out(tag);
          ends.put(outcome, new Action.Spot(out.line() - head, out.column() + 1));
        });
  }

  /** The text has its margin already. */
  private static void write(Block.Tag tag, String text) throws IOException, TemplateException {
    ShortText out = out(tag);
    String first = text.lines().findFirst().orElse("");
    out.write(first);
    int outer = out.margin();
    out.setMargin(0);
    out.write(text.substring(first.length()));
    out.setMargin(outer);
  }

  private static Expression expression(Block.Tag tag) throws TemplateException {
    if (tag.parameters().get("of") instanceof WrapperTemplateModel model
        && model.getWrappedObject() instanceof Expression e) {
      return e;
    }
    throw new TemplateException("there is no expression", tag.environment());
  }

  private static ShortText out(Block.Tag tag) throws TemplateException {
    if (tag.environment().getOut() instanceof ShortText out) {
      return out;
    }
    throw new TemplateException("text that is kept has no place in a line", tag.environment());
  }
}
