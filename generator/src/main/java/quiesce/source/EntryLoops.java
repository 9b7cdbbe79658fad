package quiesce.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;
import quiesce.source.grammar.KernelCParser.ForEachEntryStatementContext;

/**
 * The loops over a list, as the C that their macros are (include/linux/list.h, rculist.h). What
 * leads from one entry to the next is a pointer to the member, so that the head is no entry: where
 * the loop has ended by itself, its variable leads to nothing.
 */
final class EntryLoops {
  private final Diagnostics diagnostics;
  private final ExpressionBuilder expressions;

  /** What has been declared, the last of each name. */
  private final Map<String, Type> declared = new HashMap<>();

  EntryLoops(Diagnostics diagnostics, ExpressionBuilder expressions) {
    this.diagnostics = diagnostics;
    this.expressions = expressions;
  }

  void declare(String name, Type type) {
    declared.put(name, type);
  }

  List<Statement> build(ForEachEntryStatementContext context, Supplier<Statement> body) {
    Token word = context.getStart();
    boolean refused = diagnostics.report(word, Construct.FOR_EACH_ENTRY);
    boolean safe = context.FOR_EACH_ENTRY() == null;
    Expression head = expressions.build(context.expression(0));
    Token variable = context.NAME(0).getSymbol();
    Token member = context.NAME(safe ? 2 : 1).getSymbol();
    Optional<String> struct = struct(variable);
    Statement round = body.get();
    if (refused || struct.isEmpty()) {
      return List.of(round);
    }
    Place place = diagnostics.place(word);
    boolean marked = word.getText().endsWith("rcu");
    boolean hashed = word.getText().startsWith("h");
    Optional<String> following = safe ? Optional.of(context.NAME(1).getText()) : Optional.empty();
    Loop loop = new Loop(place, variable.getText(), struct.get(), member.getText(), marked);
    return List.of(
        hashed ? loop.toNull(head, following, round) : loop.over(head, following, round));
  }

  private Optional<String> struct(Token variable) {
    Optional<String> struct =
        Optional.ofNullable(declared.get(variable.getText()))
            .filter(t -> t instanceof Type.Pointer p && p.target() instanceof Type.Struct)
            .map(t -> ((Type.Struct) ((Type.Pointer) t).target()).name());
    if (struct.isEmpty() && diagnostics.accepts(Construct.FOR_EACH_ENTRY)) {
      diagnostics.report(
          variable,
          "'%s' is no pointer to a struct that is declared here".formatted(variable.getText()),
          "declare it in this function: struct name *" + variable.getText() + ";");
    }
    return struct;
  }

  /**
   * A loop over the entries of a list.
   *
   * @param marked whether pointers are read by READ_ONCE()
   */
  private record Loop(Place place, String variable, String struct, String member, boolean marked) {
    Statement over(Expression head, Optional<String> following, Statement body) {
      // No name of C has a dot in it.
      String at = variable + ".at";
      Expression first = loaded(new Expression.Member(place, head, "next"));
      Expression next = loaded(new Expression.Member(place, name(variable), member + ".next"));
      Statement entry =
          assigned(variable, new Expression.Container(place, name(at), struct, member, false));
      List<Statement> before = List.of(entry);
      Expression then = next;
      if (following.isPresent()) {
        // What follows is read before the body, which may take the entry out.
        String after = following.get() + ".at";
        before = List.of(entry, declared("list_head", after, next));
        then = name(after);
      }
      return new Statement.ForEachEntry(
          place,
          declared("list_head", at, first),
          new Expression.Binary(place, Expression.Operator.NOT_EQUAL, name(at), head),
          before,
          assigned(at, then),
          Optional.of(variable),
          following,
          body);
    }

    /** The same of a list that ends with NULL, which the variable is then. */
    Statement toNull(Expression head, Optional<String> following, Statement body) {
      Expression next = loaded(new Expression.Member(place, name(variable), member + ".next"));
      Optional<String> after = following.map(n -> n + ".at");
      return new Statement.ForEachEntry(
          place,
          entry(loaded(new Expression.Member(place, head, "next"))),
          new Expression.Binary(
              place, Expression.Operator.NOT_EQUAL, name(variable), new Expression.Null(place)),
          after.stream().map(n -> declared("hlist_node", n, next)).toList(),
          entry(after.map(this::name).orElse(next)),
          Optional.empty(),
          following,
          body);
    }

    private Statement entry(Expression at) {
      return assigned(variable, new Expression.Container(place, at, struct, member, true));
    }

    private Statement declared(String list, String name, Expression value) {
      Type type = new Type.Pointer(new Type.Struct(list));
      return new Statement.Declaration(place, type, name, Optional.of(value));
    }

    private Expression loaded(Expression from) {
      return marked ? new Expression.Call(place, name("READ_ONCE"), List.of(from)) : from;
    }

    private Expression name(String name) {
      return new Expression.Name(place, name);
    }

    private Statement assigned(String name, Expression value) {
      return new Statement.Evaluation(place, new Expression.Assign(place, name(name), value));
    }
  }
}
