package quiesce.lowering;

import java.util.Optional;
import quiesce.source.Item;
import quiesce.source.Place;
import quiesce.source.Type;
import quiesce.steps.Location;
import quiesce.steps.Value;

/**
 * A value and what C says that it is.
 *
 * @param target what a pointer leads to, a struct or a function; empty for all else
 * @param owner the member of an object that a function was read from
 * @param pointee what it is the address of, be it as data, if that is known
 */
record Typed(
    Value value,
    Kind kind,
    Optional<Type> target,
    Optional<Location> owner,
    Optional<Pointee> pointee) {
  enum Kind {
    /** To what has a life: a struct, or a function of the provider's. */
    OBJECT("a pointer"),
    SLOT("a function of a struct"),
    BOOL("a bool"),
    INT("an integer"),
    /** A number, which says which one it is. */
    TASK("a task"),
    /** The same. */
    QUEUE("a workqueue"),
    ATOMIC("an atomic_t"),
    CPU("a CPU number"),
    DATA("a pointer to data that is only handed on"),
    LOCK("a lock"),
    /** It is known as the file is read, and no thread keeps it. */
    ADDRESS("the address of a variable"),
    STRUCT("a struct"),
    NULL("NULL"),
    VOID("nothing");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /** Whether it is a pointer to something that has a number. */
    boolean isNumbered() {
      return this == TASK || this == QUEUE;
    }

    static Kind of(Type type) {
      if (type instanceof Type.Void) {
        return VOID;
      } else if (type instanceof Type.Bool) {
        return BOOL;
      } else if (type instanceof Type.Int) {
        return INT;
      } else if (type instanceof Type.Numbered t) {
        return t.isThread() ? TASK : QUEUE;
      } else if (type instanceof Type.Kernel) {
        return ATOMIC;
      } else if (type instanceof Type.Lock) {
        return LOCK;
      } else if (type instanceof Type.Struct) {
        return STRUCT;
      } else if (type instanceof Type.FunctionPointer) {
        return SLOT;
      } else if (type instanceof Type.Pointer p && p.target().isOfData()) {
        return DATA;
      }
      return OBJECT;
    }
  }

  static final Typed NOTHING = new Typed(new Value.Null(), Kind.VOID);

  /** What is no pointer to an object. */
  Typed(Value value, Kind kind) {
    this(value, kind, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A pointer to an object, to a function, or what else has no owner. */
  private Typed(Value value, Kind kind, Optional<Type> target) {
    this(value, kind, target, Optional.empty(), Optional.empty());
  }

  /** A value of this type. */
  static Typed of(Value value, Type type) {
    return new Typed(value, Kind.of(type), target(type));
  }

  /** A function of the file that a pointer may lead to. */
  static Typed function(Item.Function f) {
    return new Typed(
        new Value.FunctionOfFile(f.name()),
        Kind.OBJECT,
        Optional.of(new Type.Function(f.result())));
  }

  /** A struct of the file that a pointer may lead to. */
  static Typed struct(Pointee.GlobalStruct of) {
    return new Typed(new Value.StructOfFile(of.name()), Kind.OBJECT, Optional.of(of.type()));
  }

  /** Whether a pointer to a struct is set that the owner of a member has set out of sight. */
  static Typed outOfSight(Value isSet, Type type) {
    return new Typed(isSet, Kind.SLOT, target(type));
  }

  /** The address of a variable. */
  static Typed address(Pointee of) {
    return new Typed(
        new Value.Null(), Kind.ADDRESS, of.struct(), Optional.empty(), Optional.of(of));
  }

  /** A variable of a function that leads to an element, or to none. */
  static Typed chosen(Pointee.GlobalStruct of, Pointee.Which.Chosen which) {
    return new Typed(
        which.number(), Kind.ADDRESS, of.struct(), Optional.empty(), Optional.of(of.with(which)));
  }

  /** A local struct. */
  static Typed struct(Pointee.LocalStruct local) {
    return new Typed(
        new Value.Null(), Kind.STRUCT, local.struct(), Optional.empty(), Optional.of(local));
  }

  /** Whether what it leads to is known. */
  boolean isAddress() {
    return pointee.isPresent() && kind != Kind.STRUCT;
  }

  /**
   * The address of a variable as something of another one's type: a pointer to that struct, or
   * data, which can become such a pointer again.
   */
  Typed addressAs(Typed wanted, Place place) {
    Pointee of = pointee.orElseThrow();
    if (wanted.kind == Kind.DATA) {
      return new Typed(new Value.Null(), Kind.DATA, Optional.empty(), Optional.empty(), pointee);
    } else if (wanted.target.isPresent() && wanted.target.equals(of.struct())) {
      return address(of);
    }
    throw new Refusal(
        place, "this is the address of " + of.words(), "give it the type that the other side has");
  }

  private static Optional<Type> target(Type type) {
    return Kind.of(type) == Kind.OBJECT && type instanceof Type.Pointer p
        ? Optional.of(p.target())
        : Optional.empty();
  }

  /** A function that was read from this member of an object. */
  Typed ownedBy(Location member) {
    return new Typed(value, kind, target, Optional.of(member), pointee);
  }

  /**
   * The same, held by a local, of which it is not known what it leads to: it may have another
   * value.
   */
  Typed in(String local) {
    return new Typed(new Value.Local(local), kind, target, owner, Optional.empty());
  }

  /** The function that it is by its name. */
  Optional<String> functionOfFile() {
    if (value instanceof Value.Function f) {
      return Optional.of(f.name());
    }
    return value instanceof Value.FunctionOfFile f ? Optional.of(f.name()) : Optional.empty();
  }

  boolean isPointerToFunction() {
    return target.filter(Type.Function.class::isInstance).isPresent();
  }

  /** Whether a local of the thread may hold it; what else there is, is known without. */
  boolean isKept() {
    return pointee.isEmpty() && !(value instanceof Value.Function);
  }

  /** Whether it is a pointer to more of what its owner is, and to no function. */
  boolean isOutOfSight() {
    return owner.isPresent() && target.isPresent();
  }

  /**
   * Whether it is a function of an object, or more of that object, where another one is a pointer
   * to any such thing.
   */
  boolean isOwnedFor(Typed other) {
    return owner.isPresent()
        && (isOutOfSight() ? target.equals(other.target) : other.isPointerToFunction());
  }

  /** The one of two values whose type both have, where either may be meant. */
  Typed with(Typed other) {
    boolean pointer =
        kind == Kind.NULL
            && (other.kind == Kind.OBJECT
                || other.kind == Kind.SLOT
                || other.kind == Kind.DATA
                || other.kind.isNumbered()
                || other.kind == Kind.ADDRESS);
    boolean number = kind == Kind.BOOL && other.kind == Kind.INT;
    return pointer || number ? other : this;
  }

  /** The value as a condition, as C converts it. */
  Value condition(Place place) {
    return switch (kind) {
      case BOOL -> value;
      case INT ->
          value instanceof Value.Number n
              ? new Value.Truth(n.value() != 0)
              : value instanceof Value.AsNumber a ? a.condition() : new Value.NonZero(value);
      case TASK, QUEUE -> new Value.NonZero(value);
      case OBJECT, SLOT ->
          functionOfFile().isPresent() || value instanceof Value.StructOfFile
              ? new Value.Truth(true)
              : new Value.NonNull(value);
      case NULL -> new Value.Truth(false);
      case CPU ->
          throw new Refusal(
              place,
              "a CPU number is not a condition",
              "compare it with another CPU number, by == or !=");
      case DATA ->
          throw new Refusal(
              place,
              "a pointer to data that is only handed on is not a condition",
              "hand it to a callback, or leave it out: what it points to is not followed");
      case ADDRESS ->
          pointee
              .flatMap(Pointee::chosen)
              .map(c -> Expressions.not(c.isNull()))
              .orElseGet(() -> new Value.Truth(true));
      case STRUCT -> throw new Refusal(place, "a struct is not a condition", "name a member of it");
      case LOCK ->
          throw new Refusal(place, "a lock is not a condition", "write spin_is_locked(&lock)");
      case ATOMIC -> throw ofAtomic(place, "this is an atomic_t, and no condition");
      case VOID ->
          throw new Refusal(
              place, "this has no value", "call it as a statement, or let the function return one");
    };
  }

  /** The value as something of the wanted kind, as C converts it on assignment. */
  Value as(Kind wanted, Place place) {
    if (kind == Kind.ADDRESS && wanted != Kind.DATA) {
      throw new Refusal(
          place,
          "the address of a variable, where it is not known beforehand which one it is",
          "keep it in a local that is set once, or hand it to a function");
    }
    if (kind == Kind.STRUCT) {
      throw new Refusal(
          place, "a struct by value", "hand over its address, or the members that are needed");
    }
    if (pointee.filter(Pointee::isLocal).isPresent()) {
      throw new Refusal(
          place,
          "the address of a local is kept, and the local ends with its function",
          "hand it to functions alone");
    }
    if (kind == wanted) {
      return value;
    }
    if (kind == Kind.NULL
        && (wanted == Kind.OBJECT || wanted == Kind.SLOT || wanted == Kind.DATA)) {
      return value;
    }
    if (kind == Kind.NULL && wanted.isNumbered()) {
      return new Value.Number(0);
    }
    if (wanted == Kind.DATA && (kind == Kind.OBJECT || kind == Kind.ADDRESS)) {
      // It does not come back: data is nothing but handed on.
      return new Value.Null();
    }
    if (wanted == Kind.BOOL
        && (kind == Kind.INT || kind.isNumbered() || kind == Kind.OBJECT || kind == Kind.SLOT)) {
      return condition(place);
    }
    if (wanted == Kind.INT && kind == Kind.BOOL) {
      return new Value.AsNumber(value);
    }
    if (wanted == Kind.OBJECT && value instanceof Value.Function f) {
      throw new Refusal(
          place,
          f.name() + "() is a function of this file that is not sure to be there",
          "write its body, and let the function that registers take what it registers as a parameter;"
              + " functions of the module end with it");
    }
    if (wanted == Kind.SLOT && value instanceof Value.FunctionOfFile f) {
      return new Value.Function(f.name());
    }
    if (kind == Kind.SLOT && wanted == Kind.OBJECT) {
      throw new Refusal(
          place,
          "this is a function of a struct that may change while a pointer to it is used",
          "load it once: READ_ONCE(p->member)");
    }
    if (kind == Kind.ATOMIC || wanted == Kind.ATOMIC) {
      throw ofAtomic(place, "this is " + kind.words() + ", where " + wanted.words() + " is needed");
    }
    throw new Refusal(
        place,
        "this is " + kind.words() + ", where " + wanted.words() + " is needed",
        "give it the type that the other side has");
  }

  /** The value as something of another type, as C converts it on assignment. */
  Value as(Type wanted, Place place) {
    return as(Typed.of(value, wanted), place);
  }

  /** The value as something of the type that another one has. */
  Value as(Typed other, Place place) {
    if (target.isPresent() && other.target.isPresent() && !target.equals(other.target)) {
      throw new Refusal(
          place,
          "this is %s, where %s is needed"
              .formatted(
                  pointer(target),
                  isPointerToFunction() && other.isPointerToFunction()
                      ? "one with another result"
                      : pointer(other.target)),
          "give it the type that the other side has");
    }
    return as(other.kind, place);
  }

  private static String pointer(Optional<Type> target) {
    return target.get() instanceof Type.Struct s
        ? "a pointer to struct " + s.name()
        : "a pointer to a function";
  }

  private static Refusal ofAtomic(Place place, String message) {
    return new Refusal(
        place, message, "write atomic_read(&x), atomic_set(&x, value), or another operation on it");
  }
}
