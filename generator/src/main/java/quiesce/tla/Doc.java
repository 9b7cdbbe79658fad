package quiesce.tla;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * A text that may be broken into lines at some places: Wadler, "A prettier printer". A group stays
 * on one line where it fits.
 */
sealed interface Doc {
  record Text(String text) implements Doc {}

  /** A place where a line may end; else the text that is there. */
  record Break(String flat) implements Doc {}

  record Sequence(List<Doc> parts) implements Doc {}

  /** Further lines begin below the first character. */
  record Aligned(Doc inner) implements Doc {}

  /** Further lines begin some columns further right. */
  record Nested(int columns, Doc inner) implements Doc {}

  /** On one line if possible. */
  record Group(Doc inner) implements Doc {}

  /** One text where the group around it is broken, and another where it is not. */
  record Either(Doc broken, Doc flat) implements Doc {}

  Doc NOTHING = new Text("");
  Doc SPACE = new Break(" ");

  static Doc text(String text) {
    return new Text(text);
  }

  static Doc sequence(Doc... parts) {
    return new Sequence(List.of(parts));
  }

  static Doc group(Doc... parts) {
    return new Group(sequence(parts));
  }

  static Doc aligned(Doc... parts) {
    return new Aligned(sequence(parts));
  }

  static Doc nested(int columns, Doc... parts) {
    return new Nested(columns, sequence(parts));
  }

  /** Items, each after the first with something before it. */
  static Doc joined(List<Doc> items, Doc... between) {
    List<Doc> all = new ArrayList<>();
    for (Doc item : items) {
      if (!all.isEmpty()) {
        all.addAll(Arrays.asList(between));
      }
      all.add(item);
    }
    return new Sequence(all);
  }

  /** As many items on each line as fit, with commas. */
  static Doc filled(List<Doc> items) {
    List<Doc> all = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Doc item = i + 1 < items.size() ? sequence(items.get(i), text(",")) : items.get(i);
      all.add(i == 0 ? item : group(SPACE, item));
    }
    return new Sequence(all);
  }

  /** A part of the document that is still to be written. */
  record Rest(int margin, boolean flat, Doc doc) {}

  /**
   * The text.
   *
   * @param width that no line exceeds if it can be broken
   * @param column at which the text begins
   */
  static String render(Doc doc, int width, int column) {
    StringBuilder out = new StringBuilder();
    Deque<Rest> todo = new ArrayDeque<>();
    todo.push(new Rest(column, false, doc));
    int at = column;
    while (!todo.isEmpty()) {
      Rest next = todo.pop();
      if (next.doc() instanceof Text t) {
        out.append(t.text());
        at += t.text().length();
      } else if (next.doc() instanceof Break b && !next.flat()) {
        out.append('\n').append(" ".repeat(next.margin()));
        at = next.margin();
      } else if (next.doc() instanceof Group g) {
        Rest flat = new Rest(next.margin(), true, g.inner());
        boolean fits = next.flat() || fits(flat, todo, width - at, at);
        todo.push(fits ? flat : new Rest(next.margin(), false, g.inner()));
      } else {
        unfold(next, at, todo);
      }
    }
    return out.toString();
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
    } else if (doc instanceof Nested n) {
      todo.push(new Rest(next.margin() + n.columns(), next.flat(), n.inner()));
    } else if (doc instanceof Either e) {
      todo.push(new Rest(next.margin(), next.flat(), next.flat() ? e.flat() : e.broken()));
    } else if (doc instanceof Break b) {
      todo.push(new Rest(next.margin(), next.flat(), text(b.flat())));
    } else if (doc instanceof Group g) {
      todo.push(new Rest(next.margin(), next.flat(), g.inner()));
    }
  }

  /** Whether a part fits, with what follows it up to where a line may end. */
  private static boolean fits(Rest first, Deque<Rest> after, int room, int at) {
    Deque<Rest> todo = new ArrayDeque<>();
    todo.push(first);
    var following = after.iterator();
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
