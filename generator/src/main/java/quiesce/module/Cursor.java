package quiesce.module;

import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import quiesce.template.Block;
import quiesce.tla.Conjunct;
import quiesce.tla.Expression;
import quiesce.tla.Way;

/** Where in an action a template is: the path to there, and the way that it adds to. */
final class Cursor {
  private final Deque<List<Way>> choices = new ArrayDeque<>();
  private Path path;
  private WayBuilder way;

  Cursor(Path path, WayBuilder way) {
    this.path = path;
    this.way = way;
  }

  Path path() {
    return path;
  }

  WayBuilder way() {
    return way;
  }

  /** A prime in a condition would change a variable that is then said to stay as it is. */
  TemplateDirectiveModel condition() {
    return new Block(
        tag -> {
          String text = tag.text();
          if (Expression.hasPrime(text)) {
            throw new TemplateException(
                "a condition has a prime; write <@action.update variable=\"x\">value</@action.update>",
                tag.environment());
          }
          way.condition(Expression.of(text));
        });
  }

  TemplateDirectiveModel update() {
    return new Block(tag -> way.update(tag.get("variable"), Expression.of(tag.text())));
  }

  TemplateDirectiveModel either() {
    return new Block(
        tag -> {
          choices.push(new ArrayList<>());
          tag.run();
          way.add(new Conjunct.Either(choices.pop()));
        });
  }

  /** One of the ways, with a path of its own. */
  TemplateDirectiveModel oneWay() {
    return new Block(
        tag -> {
          if (choices.isEmpty()) {
            throw new TemplateException("a way is not one of several", tag.environment());
          }
          Path outer = path;
          path = path.copy();
          choices.peek().add(inner(tag));
          path = outer;
        });
  }

  TemplateDirectiveModel exists() {
    return new Block(
        tag ->
            way.add(
                new Conjunct.Exists(
                    tag.get("variable"),
                    Expression.of(tag.get("set")),
                    inside(tag, tag.get("variable")))));
  }

  TemplateDirectiveModel let() {
    return new Block(
        tag ->
            way.add(
                new Conjunct.Let(
                    tag.get("name"),
                    Expression.of(tag.get("value")),
                    inside(tag, tag.get("name")))));
  }

  /** What is between the tags, where a name has a meaning. */
  private Way inside(Block.Tag tag, String name) throws TemplateException, IOException {
    if (path.isBound(name)) {
      throw new TemplateException(
          name + " has a meaning here already; choose another name", tag.environment());
    }
    Path outer = path;
    outer.open(name);
    Way inner = inner(tag);
    outer.close();
    return inner;
  }

  private Way inner(Block.Tag tag) throws TemplateException, IOException {
    WayBuilder outer = way;
    way = new WayBuilder();
    tag.run();
    Way inner = way.build();
    way = outer;
    return inner;
  }
}
