package quiesce.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Messages in coherence order, and what is known of them. */
final class Views {
  private Views() {}

  /**
   * Which message of each location somebody knows of, by number.
   *
   * @param at one number for each location; 0 is the initial message
   */
  record View(List<Integer> at) {
    static View nothing(int locations) {
      return new View(Collections.nCopies(locations, 0));
    }

    int of(int location) {
      return at.get(location);
    }

    View with(int location, int message) {
      List<Integer> all = new ArrayList<>(at);
      all.set(location, message);
      return new View(all);
    }
  }

  /** What a value depends on. */
  record Dependency(View view, View floor) {}

  /**
   * A store.
   *
   * @param id the number of the instruction that made it, from 1 on
   * @param process that made it; -1 for the initial state
   * @param exchanged whether nothing may stand between it and the message before it
   * @param data what the value stored depends on
   * @param wrote of an unlock: what its process had written
   */
  record Message(
      int id,
      int process,
      Object value,
      View view,
      boolean exchanged,
      View floor,
      Dependency data,
      View wrote) {}

  /** All messages of all locations. */
  record History(List<List<Message>> messages) {
    List<Message> of(int location) {
      return messages.get(location);
    }

    int position(int location, int id) {
      List<Message> all = of(location);
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).id() == id) {
          return i;
        }
      }
      throw new IllegalArgumentException("message " + id);
    }

    int highest(int location, List<View> views) {
      return views.stream().mapToInt(v -> position(location, v.of(location))).max().orElseThrow();
    }

    History with(int location, int place, Message message) {
      List<Message> changed = new ArrayList<>(of(location));
      changed.add(place, message);
      List<List<Message>> all = new ArrayList<>(messages);
      all.set(location, List.copyOf(changed));
      return new History(all);
    }

    View join(View first, View... others) {
      View joined = first;
      for (View other : others) {
        joined = both(joined, other);
      }
      return joined;
    }

    private View both(View v, View w) {
      if (v.equals(w)) {
        return v;
      }
      List<Integer> all = new ArrayList<>();
      for (int l = 0; l < v.at().size(); l++) {
        int a = v.of(l);
        int b = w.of(l);
        all.add(a == b || position(l, b) < position(l, a) ? a : b);
      }
      return new View(all);
    }

    Dependency join(Dependency d, Dependency e) {
      return new Dependency(join(d.view(), e.view()), join(d.floor(), e.floor()));
    }
  }
}
