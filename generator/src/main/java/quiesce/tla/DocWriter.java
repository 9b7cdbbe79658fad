package quiesce.tla;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import quiesce.text.Wrap;
import quiesce.tla.Doc.Aligned;
import quiesce.tla.Doc.Break;
import quiesce.tla.Doc.Either;
import quiesce.tla.Doc.End;
import quiesce.tla.Doc.Group;
import quiesce.tla.Doc.Hung;
import quiesce.tla.Doc.Nested;
import quiesce.tla.Doc.Remark;
import quiesce.tla.Doc.Sequence;
import quiesce.tla.Doc.Text;

/** Breaks a document into lines. */
final class DocWriter {
  private static final int INDENT = 2;

  /** The columns of a comment, wherever it begins. */
  private static final int MOST_NARROW = 20;

  private final int width;

  /** Whether what hangs may get a line of its own. */
  private final boolean careful;

  private DocWriter(int width, boolean careful) {
    this.width = width;
    this.careful = careful;
  }

  /** A part of the document that is still to be written. */
  private record Rest(int margin, boolean flat, Doc doc) {}

  /**
   * The text.
   *
   * @param width that no line exceeds if it can be broken
   * @param column at which the text begins
   */
  static String write(Doc doc, int width, int column) {
    return new DocWriter(width, !fits(doc, width, column)).all(doc, column);
  }

  /** Whether it can be written with all that hangs on the line of its bracket. */
  static boolean fits(Doc doc, int width, int column) {
    String text = " ".repeat(column) + new DocWriter(width, false).all(doc, column);
    return text.lines().allMatch(l -> l.length() <= width);
  }

  private String all(Doc doc, int column) {
    Deque<Rest> todo = new ArrayDeque<>();
    todo.push(new Rest(column, false, doc));
    StringBuilder out = new StringBuilder();
    write(todo, column, 0, out, false);
    return out.toString();
  }

  /**
   * Writes what there is to do.
   *
   * @param enough how many of these parts are left where only a trial is made
   * @param trial whether to stop there, at the end of the line, or where a line is too long
   * @return whether no line was too long, where it is a trial
   */
  private boolean write(
      Deque<Rest> todo, int column, int enough, StringBuilder out, boolean trial) {
    int at = column;
    while (!todo.isEmpty()) {
      boolean past = trial && todo.size() <= enough;
      Rest next = todo.pop();
      if (next.doc() instanceof Text t) {
        out.append(t.text());
        at += t.text().length();
        if (trial && at > width) {
          return false;
        }
      } else if (next.doc() instanceof End || next.doc() instanceof Break && !next.flat()) {
        if (past) {
          return true;
        }
        out.append('\n').append(" ".repeat(next.margin()));
        at = next.margin();
      } else if (next.doc() instanceof Group g) {
        Rest flat = new Rest(next.margin(), true, g.inner());
        boolean fits = next.flat() || fits(flat, todo, width - at, at);
        todo.push(fits ? flat : new Rest(next.margin(), false, g.inner()));
      } else if (next.doc() instanceof Remark r) {
        out.append(remark(r, at));
        todo.push(new Rest(at, false, new End()));
      } else if (next.doc() instanceof Hung h
          && !next.flat()
          && careful
          && !hangs(next, h, at, todo)) {
        todo.push(new Rest(next.margin() + INDENT, false, new Aligned(h.inner())));
        todo.push(new Rest(next.margin() + INDENT, false, new End()));
      } else {
        unfold(next, at, todo);
      }
    }
    return true;
  }

  private String remark(Remark r, int column) {
    String sign = Tokens.COMMENT + " ";
    int room = Math.max(MOST_NARROW, width - column);
    return String.join("\n" + " ".repeat(column), Wrap.lines(sign + r.text(), room, sign));
  }

  /** Whether it may stay on the line: neither its lines nor what follows it are too long. */
  private boolean hangs(Rest next, Hung h, int at, Deque<Rest> after) {
    Deque<Rest> todo = new ArrayDeque<>(after);
    todo.push(new Rest(at, false, new Aligned(h.inner())));
    todo.push(new Rest(at, false, new Text(h.flat())));
    return next.margin() + INDENT >= at
        || new DocWriter(width, false).write(todo, at, after.size(), new StringBuilder(), true);
  }

  /** Puts what a part consists of before the rest. */
  private static void unfold(Rest next, int at, Deque<Rest> todo) {
    Doc doc = next.doc();
    if (doc instanceof Sequence s) {
      for (int i = s.parts().size() - 1; i >= 0; i--) {
        todo.push(new Rest(next.margin(), next.flat(), s.parts().get(i)));
      }
    } else if (doc instanceof Aligned a) {
      todo.push(new Rest(at, next.flat(), a.inner()));
    } else if (doc instanceof Hung h) {
      todo.push(new Rest(at, next.flat(), new Aligned(h.inner())));
      todo.push(new Rest(at, next.flat(), new Text(h.flat())));
    } else if (doc instanceof Nested n) {
      todo.push(new Rest(next.margin() + n.columns(), next.flat(), n.inner()));
    } else if (doc instanceof Either e) {
      todo.push(new Rest(next.margin(), next.flat(), next.flat() ? e.flat() : e.broken()));
    } else if (doc instanceof Break b) {
      todo.push(new Rest(next.margin(), next.flat(), new Text(b.flat())));
    } else if (doc instanceof Group g) {
      todo.push(new Rest(next.margin(), next.flat(), g.inner()));
    }
  }

  /** Whether a part fits, with what follows it up to where a line may end. */
  private static boolean fits(Rest first, Deque<Rest> after, int room, int at) {
    Deque<Rest> todo = new ArrayDeque<>();
    todo.push(first);
    Iterator<Rest> following = after.iterator();
    int left = room;
    while (left >= 0) {
      if (todo.isEmpty()) {
        if (!following.hasNext()) {
          return true;
        }
        todo.push(following.next());
      }
      Rest next = todo.pop();
      if (next.doc() instanceof Text t) {
        left -= t.text().length();
      } else if (next.doc() instanceof End || next.doc() instanceof Remark) {
        return !next.flat();
      } else if (next.doc() instanceof Break && !next.flat()) {
        return true;
      } else if (next.doc() instanceof Group g && !next.flat()) {
        // What follows may be broken: where its own first line may end counts.
        todo.push(new Rest(next.margin(), false, g.inner()));
      } else {
        unfold(next, at, todo);
      }
    }
    return false;
  }
}
