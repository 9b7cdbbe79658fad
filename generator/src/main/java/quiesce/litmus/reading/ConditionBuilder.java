package quiesce.litmus.reading;

import java.util.OptionalInt;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import quiesce.litmus.grammar.LitmusParser;
import quiesce.litmus.grammar.LitmusParser.MemoryPlaceContext;
import quiesce.litmus.grammar.LitmusParser.OperandContext;
import quiesce.litmus.grammar.LitmusParser.PlaceContext;
import quiesce.litmus.grammar.LitmusParser.PropositionContext;
import quiesce.litmus.grammar.LitmusParser.RegisterPlaceContext;
import quiesce.litmus.grammar.LitmusParserBaseVisitor;
import quiesce.litmus.tree.Condition;
import quiesce.litmus.tree.Constant;
import quiesce.litmus.tree.Spot;
import quiesce.source.Diagnostics;
import quiesce.source.Fragments;
import quiesce.source.Literals;
import quiesce.source.Place;

/** Builds conditions on final states, and the places that they and others look at. */
final class ConditionBuilder extends LitmusParserBaseVisitor<Condition> {
  private final Diagnostics diagnostics;
  private final Literals literals;

  ConditionBuilder(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.literals = new Literals(diagnostics);
  }

  Condition build(PropositionContext context) {
    return visit(context);
  }

  Spot spot(PlaceContext context) {
    return context instanceof RegisterPlaceContext r
        ? register(r.NUMBER(), r.NAME())
        : memory(((MemoryPlaceContext) context).NAME());
  }

  /** The name of a variable or register. */
  static Token name(PlaceContext context) {
    return context.getToken(LitmusParser.NAME, 0).getSymbol();
  }

  Constant number(Place place, TerminalNode digits, boolean negative) {
    return new Constant.Number(place, literals.number(digits.getSymbol(), negative ? -1 : 1));
  }

  private Spot register(TerminalNode process, TerminalNode name) {
    Token number = process.getSymbol();
    return new Spot(
        diagnostics.place(number), OptionalInt.of(literals.number(number, 1)), checked(name));
  }

  private Spot memory(TerminalNode name) {
    return new Spot(diagnostics.place(name.getSymbol()), OptionalInt.empty(), checked(name));
  }

  /** A name, which is none of C's own words. */
  String checked(TerminalNode name) {
    String text = name.getText();
    if (!Fragments.isName(text)) {
      diagnostics.report(
          name.getSymbol(), "'%s' is a word of C and no name".formatted(text), "use another name");
    }
    return text;
  }

  @Override
  public Condition visitInnerProposition(LitmusParser.InnerPropositionContext context) {
    return build(context.proposition());
  }

  @Override
  public Condition visitNotProposition(LitmusParser.NotPropositionContext context) {
    return new Condition.Not(build(context.proposition()));
  }

  @Override
  public Condition visitAndProposition(LitmusParser.AndPropositionContext context) {
    return new Condition.And(build(context.proposition(0)), build(context.proposition(1)));
  }

  @Override
  public Condition visitOrProposition(LitmusParser.OrPropositionContext context) {
    return new Condition.Or(build(context.proposition(0)), build(context.proposition(1)));
  }

  @Override
  public Condition visitTruthProposition(LitmusParser.TruthPropositionContext context) {
    return switch (context.NAME().getText()) {
      case "true" -> new Condition.True();
      case "false" -> new Condition.Not(new Condition.True());
      default -> {
        diagnostics.report(
            context.getStart(),
            "'%s' is no condition".formatted(context.getText()),
            "compare it: %s=1".formatted(context.getText()));
        yield new Condition.True();
      }
    };
  }

  @Override
  public Condition visitComparison(LitmusParser.ComparisonContext context) {
    Condition equal = equal(spot(context.place()), context.operand());
    boolean negated =
        context.op.getType() == LitmusParser.NOT_EQUAL
            || context.op.getType() == LitmusParser.UNEQUAL;
    return negated ? new Condition.Not(equal) : equal;
  }

  private Condition equal(Spot left, OperandContext right) {
    if (right instanceof LitmusParser.InnerOperandContext inner) {
      return equal(left, inner.operand());
    } else if (right instanceof LitmusParser.RegisterOperandContext r) {
      return new Condition.EqualsSpot(left, register(r.NUMBER(), r.NAME()));
    } else if (right instanceof LitmusParser.MemoryOperandContext m) {
      return new Condition.EqualsSpot(left, memory(m.NAME()));
    } else if (right instanceof LitmusParser.NumberOperandContext n) {
      return new Condition.EqualsConstant(left, number(place(n), n.NUMBER(), n.MINUS() != null));
    }
    LitmusParser.AddressOperandContext address = (LitmusParser.AddressOperandContext) right;
    return new Condition.EqualsConstant(
        left, new Constant.Address(place(address), checked(address.NAME())));
  }

  private Place place(ParserRuleContext context) {
    return diagnostics.place(context.getStart());
  }
}
