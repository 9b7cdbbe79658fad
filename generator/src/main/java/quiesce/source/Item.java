package quiesce.source;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A definition at the top level of a strategy file. */
public sealed interface Item {
  Place place();

  String name();

  record Struct(Place place, String name, List<Member> members) implements Item {
    public Struct {
      members = List.copyOf(members);
    }
  }

  /**
   * A member of a struct.
   *
   * @param bits whether it is a bit-field
   */
  record Member(Place place, Type type, String name, boolean bits) {
    public Member(Place place, Type type, String name) {
      this(place, type, name, false);
    }
  }

  /**
   * A global or, with {@code perCpu}, {@code DEFINE_PER_CPU(type, name)}. The initialiser is a
   * constant: NULL, a number, true or false.
   */
  record Variable(
      Place place, Type type, String name, boolean perCpu, Optional<Expression> initialiser)
      implements Item {}

  /**
   * A global array.
   *
   * @param type of an element
   * @param size a constant expression; empty where the initialiser says how many elements there are
   */
  record Array(
      Place place, Type type, String name, Optional<Expression> size, List<Element> initial)
      implements Item {
    public Array {
      initial = List.copyOf(initial);
    }
  }

  /**
   * What an element of an array holds in the beginning, by a constant as that of a {@link
   * Variable}.
   *
   * @param index a constant expression; empty for the element after the last one
   */
  record Element(Optional<Expression> index, Expression value) {}

  /**
   * {@code struct NAME name = { .member = function, ... };}: what the provider's object holds once
   * it is initialised. Members that it leaves out are NULL, 0 or false, as in C.
   */
  record ObjectInitialiser(Place place, String struct, String name, Map<String, Expression> members)
      implements Item {}

  /**
   * {@code DEFINE_STATIC_CALL(name, function)}; without a function {@code
   * DEFINE_STATIC_CALL_RET0(name, ...)}.
   */
  record StaticCall(Place place, String name, Optional<String> function) implements Item {}

  /** A constant of an {@code enum}. Where its name is used, the tree has its number. */
  record Constant(Place place, String name, int value) implements Item {}

  /** {@code DEFINE_SPINLOCK(name)}, {@code DEFINE_MUTEX(name)} and their like. */
  record Lock(Place place, String name, LockType type) implements Item {}

  /** {@code DEFINE_SRCU(name)} or {@code DEFINE_STATIC_SRCU(name)}. */
  record Domain(Place place, String name) implements Item {}

  /**
   * A function; a prototype has no body.
   *
   * @param end its last character
   */
  record Function(
      Place place,
      String name,
      Type result,
      List<Parameter> parameters,
      Set<Role> roles,
      Optional<Statement.Block> body,
      Place end)
      implements Item {
    public Function {
      parameters = List.copyOf(parameters);
      roles = roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
    }

    /** The same, as if it were at another place. */
    public Function at(Place other) {
      return new Function(other, name, result, parameters, roles, body, end);
    }

    /** The same function with other roles. */
    public Function with(Set<Role> others) {
      return new Function(place, name, result, parameters, others, body, end);
    }

    /** Both a prototype and its definition: the roles of both count. */
    public Function and(Function other) {
      Set<Role> both = EnumSet.noneOf(Role.class);
      both.addAll(roles);
      both.addAll(other.roles);
      return (body.isPresent() ? this : other).with(both);
    }
  }

  /**
   * {@code module_init(function)} and its like.
   *
   * @param name what the file calls, such as {@code module_init}
   * @param role what the function is, where no function has that role by a word of its own
   */
  record Initcall(Place place, String name, String function, Role role) implements Item {}

  /** A variable that somebody outside of the file gives any value at any time. */
  record Written(Place place, String name, Type type) implements Item {}

  record Parameter(Place place, Type type, String name) {}

  /** What a function is for, written as an attribute among its specifiers. */
  enum Role {
    REGISTER("__register"),
    UNREGISTER("__unregister"),
    /** With {@code __register}: registered for good, as built-in code does; no unregister. */
    PERMANENT("__permanent"),
    NMI("__nmi"),
    IRQ("__irq"),
    SOFTIRQ("__softirq"),
    TASK("__task"),
    /** With {@code __task}: runs only while registered, and unregistering waits for it. */
    PINS_PROVIDER("__pins_provider");

    private final String attribute;

    Role(String attribute) {
      this.attribute = attribute;
    }

    /** The attribute as the strategy writes it. */
    public String attribute() {
      return attribute;
    }

    /** What it is called outside of strategies. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
