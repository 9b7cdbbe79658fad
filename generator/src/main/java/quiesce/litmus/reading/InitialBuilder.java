package quiesce.litmus.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import quiesce.litmus.grammar.LitmusParser;
import quiesce.litmus.grammar.LitmusParser.ConstantContext;
import quiesce.litmus.grammar.LitmusParser.InitialContext;
import quiesce.litmus.grammar.LitmusParser.SettingContext;
import quiesce.litmus.tree.Constant;
import quiesce.litmus.tree.Setting;
import quiesce.litmus.tree.Type;
import quiesce.source.Construct;
import quiesce.source.Diagnostics;
import quiesce.source.Place;

/** Builds the initial state. */
final class InitialBuilder {
  /** The names that are a number. */
  private static final Map<String, Integer> NUMBERS = Map.of("NULL", 0, "false", 0, "true", 1);

  private final Diagnostics diagnostics;
  private final ConditionBuilder conditions;
  private final Map<Place, Type> types;

  /**
   * @param types of the names that are declared, by their places
   */
  InitialBuilder(Diagnostics diagnostics, ConditionBuilder conditions, Map<Place, Type> types) {
    this.diagnostics = diagnostics;
    this.conditions = conditions;
    this.types = types;
  }

  List<Setting> build(InitialContext context) {
    return context.setting().stream().map(this::setting).toList();
  }

  private Setting setting(SettingContext context) {
    if (context.LBRACK() != null) {
      diagnostics.report(context.LBRACK().getSymbol(), Construct.ARRAY);
    }
    return new Setting(
        diagnostics.place(context.getStart()),
        Optional.ofNullable(types.get(diagnostics.place(ConditionBuilder.name(context.place())))),
        conditions.spot(context.place()),
        Optional.ofNullable(context.constant()).map(this::constant));
  }

  private Constant constant(ConstantContext context) {
    Place place = diagnostics.place(context.getStart());
    if (context instanceof LitmusParser.InnerConstantContext inner) {
      return constant(inner.constant());
    } else if (context instanceof LitmusParser.CastConstantContext cast) {
      return constant(cast.constant());
    } else if (context instanceof LitmusParser.NumberConstantContext n) {
      return conditions.number(place, n.NUMBER(), n.MINUS() != null);
    } else if (context instanceof LitmusParser.MacroConstantContext macro) {
      String name = macro.NAME().getText();
      if (!name.equals("ATOMIC_INIT") && !name.equals("ATOMIC64_INIT")) {
        diagnostics.report(
            context.getStart(),
            "%s() is not supported in the initial state".formatted(name),
            "write the number, or ATOMIC_INIT(number)");
      }
      return constant(macro.constant());
    }
    LitmusParser.NameConstantContext named = (LitmusParser.NameConstantContext) context;
    String name = named.NAME().getText();
    return named.AMP() == null && NUMBERS.containsKey(name)
        ? new Constant.Number(place, NUMBERS.get(name))
        : new Constant.Address(place, conditions.checked(named.NAME()));
  }
}
