package quiesce.source;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes trees that the grammar can express; they need not mean anything. */
final class RandomTrees {
  private static final Place PLACE = new Place(1, 1);

  private final Random random;
  private final List<String> structs = new ArrayList<>();
  private final boolean everything;
  private int names;

  RandomTrees(long seed) {
    this(seed, false);
  }

  /**
   * @param everything whether expressions have what strategies may not use, too
   */
  private RandomTrees(long seed, boolean everything) {
    this.random = new Random(seed);
    this.everything = everything;
  }

  /** Functions with all of C that the tree has. */
  static List<Item> functions(long seed) {
    RandomTrees trees = new RandomTrees(seed, true);
    return trees.many(
        3,
        () ->
            new Item.Function(
                PLACE,
                trees.fresh(),
                new Type.Void(),
                List.of(),
                EnumSet.noneOf(Item.Role.class),
                Optional.of(trees.block(3)),
                PLACE));
  }

  List<Item> items() {
    return many(6, this::item);
  }

  private <T> List<T> many(int most, Supplier<T> one) {
    return IntStream.range(0, random.nextInt(most + 1)).mapToObj(i -> one.get()).toList();
  }

  private <T> Optional<T> maybe(Supplier<T> one) {
    return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
  }

  /** A name that no other thing has. */
  private String fresh() {
    return "x" + names++;
  }

  private String name() {
    return List.of("a", "cbs", "per_cpu", "_p", "unlikely", "nmi", "u65").get(random.nextInt(7));
  }

  private Item item() {
    return switch (random.nextInt(7)) {
      case 0 -> struct(fresh(), many(4, this::member));
      case 1 ->
          new Item.Variable(PLACE, type(), fresh(), random.nextBoolean(), maybe(this::constant));
      case 2 ->
          structs.isEmpty()
              ? struct(fresh(), many(4, this::member))
              : new Item.ObjectInitialiser(PLACE, structs.get(0), fresh(), object());
      case 3 -> new Item.StaticCall(PLACE, fresh(), maybe(this::name));
      case 4 ->
          new Item.Lock(
              PLACE, fresh(), LockType.values()[random.nextInt(LockType.values().length)]);
      case 5 -> array();
      default -> function();
    };
  }

  private Item array() {
    return new Item.Array(
        PLACE,
        type(),
        fresh(),
        maybe(() -> expression(2)),
        many(3, () -> new Item.Element(maybe(() -> expression(1)), constant())));
  }

  private Item.Member member() {
    Type type = random.nextBoolean() ? type() : new Type.FunctionPointer(result());
    return new Item.Member(PLACE, type, fresh());
  }

  private Map<String, Expression> object() {
    Map<String, Expression> members = new LinkedHashMap<>();
    many(3, this::fresh).forEach(member -> members.put(member, expression(0)));
    return members;
  }

  private Item function() {
    EnumSet<Item.Role> roles = EnumSet.noneOf(Item.Role.class);
    many(2, () -> Item.Role.values()[random.nextInt(Item.Role.values().length)])
        .forEach(roles::add);
    return new Item.Function(
        PLACE,
        fresh(),
        result(),
        many(3, () -> new Item.Parameter(PLACE, type(), fresh())),
        roles,
        maybe(() -> block(3)),
        PLACE);
  }

  private Item struct(String name, List<Item.Member> members) {
    structs.add(name);
    return new Item.Struct(PLACE, name, members);
  }

  private Type type() {
    return List.of(new Type.Bool(), new Type.Int(), new Type.Int(true), new Type.Pointer(struct()))
        .get(random.nextInt(4));
  }

  /** In a whole file one that is not defined is another type. */
  private Type struct() {
    if (everything) {
      return new Type.Struct(name());
    }
    return structs.isEmpty() || random.nextBoolean()
        ? new Type.Opaque("nobody")
        : new Type.Struct(structs.get(random.nextInt(structs.size())));
  }

  private Type result() {
    return random.nextBoolean() ? new Type.Void() : type();
  }

  private Expression constant() {
    return switch (random.nextInt(3)) {
      case 0 -> new Expression.Null(PLACE);
      case 1 -> new Expression.Truth(PLACE, random.nextBoolean());
      default -> new Expression.Number(PLACE, random.nextInt());
    };
  }

  private Statement.Block block(int depth) {
    List<Statement> statements = new ArrayList<>();
    many(4, () -> statement(depth)).forEach(statements::add);
    if (random.nextInt(4) == 0) {
      String label = fresh();
      statements.add(0, new Statement.Goto(PLACE, label));
      statements.add(new Statement.Label(PLACE, label));
    }
    if (random.nextBoolean()) {
      statements.add(
          random.nextInt(statements.size() + 1),
          new Statement.Declaration(PLACE, type(), fresh(), maybe(() -> expression(3))));
    }
    return new Statement.Block(PLACE, statements);
  }

  private Statement statement(int depth) {
    if (depth == 0) {
      return new Statement.Evaluation(PLACE, call(1));
    }
    return switch (random.nextInt(10)) {
      case 0 -> assignment();
      case 1 -> new Statement.Evaluation(PLACE, call(3));
      // In a block: an else goes to the nearest if.
      case 2 ->
          new Statement.If(
              PLACE, expression(3), block(depth - 1), maybe(() -> statement(depth - 1)));
      case 3 -> new Statement.While(PLACE, expression(2), loopBody(depth));
      case 4 -> new Statement.DoWhile(PLACE, loopBody(depth), expression(2));
      case 5 -> new Statement.ForEachPossibleCpu(PLACE, name(), loopBody(depth));
      case 6 -> new Statement.Return(PLACE, maybe(() -> expression(2)));
      case 7 -> loop(depth);
      case 8 -> choose(depth);
      default -> block(depth - 1);
    };
  }

  private Statement assignment() {
    return new Statement.Evaluation(PLACE, change(3));
  }

  private Expression change(int depth) {
    List<Expression.Operator> calculate =
        List.of(
            Expression.Operator.PLUS,
            Expression.Operator.MINUS,
            Expression.Operator.TIMES,
            Expression.Operator.BIT_AND,
            Expression.Operator.BIT_OR,
            Expression.Operator.BIT_XOR);
    return random.nextBoolean()
        ? new Expression.Assign(PLACE, target(), expression(depth))
        : new Expression.Update(
            PLACE, target(), calculate.get(random.nextInt(6)), expression(depth), false);
  }

  private Expression step() {
    Expression.Operator operator =
        random.nextBoolean() ? Expression.Operator.PLUS : Expression.Operator.MINUS;
    return new Expression.Update(PLACE, target(), operator, new Expression.Number(PLACE, 1), true);
  }

  private Statement.For loop(int depth) {
    List<Statement> begin =
        random.nextBoolean()
            ? List.of(new Statement.Declaration(PLACE, type(), fresh(), maybe(() -> expression(2))))
            : many(2, this::assignment);
    return new Statement.For(
        PLACE, begin, maybe(() -> expression(2)), many(2, this::assignment), loopBody(depth));
  }

  private Statement choose(int depth) {
    List<Statement> all = new ArrayList<>();
    for (Statement s : many(3, () -> statement(depth - 1))) {
      all.add(new Statement.Case(PLACE, maybe(() -> new Expression.Number(PLACE, 3))));
      all.add(s);
      many(1, () -> new Statement.Break(PLACE)).forEach(all::add);
    }
    return new Statement.Switch(PLACE, expression(2), new Statement.Block(PLACE, all));
  }

  private Statement loopBody(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> new Statement.Break(PLACE);
      case 1 -> new Statement.Continue(PLACE);
      default -> statement(depth - 1);
    };
  }

  private Expression target() {
    return switch (random.nextInt(3)) {
      case 0 -> new Expression.Name(PLACE, name());
      case 1 -> new Expression.Member(PLACE, expression(1), name());
      default ->
          everything || random.nextBoolean()
              ? call(2)
              : new Expression.Index(PLACE, expression(1), expression(1));
    };
  }

  private Expression call(int depth) {
    return new Expression.Call(
        PLACE,
        random.nextInt(4) == 0 ? callee(depth - 1) : new Expression.Name(PLACE, name()),
        many(3, () -> random.nextInt(5) == 0 ? text() : expression(depth - 1)));
  }

  /** A function and a pointer to it are called alike. */
  private Expression callee(int depth) {
    return expression(depth).called();
  }

  private Expression text() {
    return new Expression.Text(PLACE, "say \"%d\"\\\n".substring(random.nextInt(10)));
  }

  private Expression.Operator operator() {
    Expression.Operator[] all = Expression.Operator.values();
    return all[random.nextInt(everything ? all.length : 4)];
  }

  private Expression expression(int depth) {
    if (depth <= 0) {
      return random.nextBoolean() ? constant() : new Expression.Name(PLACE, name());
    }
    return switch (random.nextInt(everything ? 11 : 9)) {
      case 9 -> new Expression.Dereference(PLACE, expression(depth - 1));
      case 10 -> new Expression.Cast(PLACE, expression(depth - 1));
      case 0 -> new Expression.Not(PLACE, expression(depth - 1));
      case 1 -> new Expression.AddressOf(PLACE, expression(depth - 1));
      case 2, 3 ->
          new Expression.Binary(PLACE, operator(), expression(depth - 1), expression(depth - 1));
      case 4 ->
          everything || random.nextBoolean()
              ? new Expression.Member(PLACE, expression(depth - 1), name())
              : new Expression.Index(PLACE, expression(depth - 1), expression(depth - 1));
      case 5 -> change(depth - 1);
      case 6 -> step();
      case 7 ->
          new Expression.Conditional(
              PLACE,
              expression(depth - 1),
              maybe(() -> expression(depth - 1)),
              expression(depth - 1));
      default -> call(depth);
    };
  }
}
