package quiesce.lowering;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.source.Bound;
import quiesce.source.Constant;
import quiesce.source.Diagnostics;
import quiesce.source.Expression;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Type;

/** The arrays of a strategy: how many elements each has, and what these are initialised with. */
final class Arrays {
  /**
   * @param type of an element
   * @param given what each element is initialised with, if with anything
   */
  record Sized(Type type, List<Optional<Expression>> given) {
    int size() {
      return given.size();
    }
  }

  private final Map<String, Sized> all = new LinkedHashMap<>();

  Arrays(List<Item.Array> items, Diagnostics problems) {
    for (Item.Array a : items) {
      Refusal.noted(problems, () -> all.putIfAbsent(a.name(), sized(a)));
      // Where that is refused, what uses it is not to be refused for that.
      all.putIfAbsent(
          a.name(),
          new Sized(a.type(), Collections.nCopies(Bound.ELEMENTS.most(), Optional.empty())));
    }
  }

  Optional<Sized> named(String name) {
    return Optional.ofNullable(all.get(name));
  }

  Map<String, Sized> all() {
    return Collections.unmodifiableMap(all);
  }

  private static Sized sized(Item.Array a) {
    if (!a.type().isNumber()
        && !(a.type() instanceof Type.Bool)
        && Typed.Kind.of(a.type()) != Typed.Kind.OBJECT
        && Typed.Kind.of(a.type()) != Typed.Kind.DATA) {
      throw new Refusal(
          a.place(),
          "an array of this type is not supported",
          "write one of a struct, of pointers, of bool, of an integer type or of atomic_t");
    }
    int size = size(a);
    List<Optional<Expression>> given = new ArrayList<>(Collections.nCopies(size, Optional.empty()));
    int next = 0;
    for (Item.Element e : a.initial()) {
      int index = e.index().map(i -> constant(i, "the index of an element")).orElse(next);
      given.set(
          within(index, size, e.index().orElse(e.value()).place(), a.name()),
          Optional.of(e.value()));
      next = index + 1;
    }
    return new Sized(a.type(), List.copyOf(given));
  }

  /** How many elements it has; refuses what is no number, and too many. */
  static int size(Item.Array a) {
    if (a.size().isEmpty() && a.initial().stream().anyMatch(e -> e.index().isPresent())
        || a.size().isEmpty() && a.initial().isEmpty()) {
      throw new Refusal(
          a.place(),
          "the number of elements of " + a.name() + " is missing",
          "write a number from 1 to %d between the brackets".formatted(Bound.ELEMENTS.most()));
    }
    int size =
        a.size().map(s -> constant(s, "the number of elements")).orElseGet(a.initial()::size);
    if (size < 1 || size > Bound.ELEMENTS.most()) {
      throw new Refusal(
          a.size().map(Expression::place).orElse(a.place()),
          "%s has %d elements: an array may have 1 to %d"
              .formatted(a.name(), size, Bound.ELEMENTS.most()),
          "write fewer: what goes wrong with many goes wrong with two or three");
    }
    return size;
  }

  private static int constant(Expression e, String what) {
    return Constant.of(e)
        .orElseThrow(() -> new Refusal(e.place(), what + " is no constant", "write a number"));
  }

  /** An index that the file names; one that is out of bounds is refused. */
  static int within(int index, int size, Place place, String array) {
    if (index < 0 || index >= size) {
      throw new Refusal(
          place,
          "%s[%d] is out of bounds".formatted(array, index),
          "write an index from 0 to %d".formatted(size - 1));
    }
    return index;
  }
}
