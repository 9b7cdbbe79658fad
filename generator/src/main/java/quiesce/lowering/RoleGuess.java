package quiesce.lowering;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quiesce.source.Item;
import quiesce.source.Item.Role;

/** What a function without a role may be meant to be, by its name: a hint for an error alone. */
final class RoleGuess {
  /** The first that fits is the one: "unregister" has "register" in it. */
  private static final List<Map.Entry<Role, Pattern>> NAMES =
      List.of(
          names(
              Role.UNREGISTER,
              "unreg|dereg|detach|remove|unset|clear|unbind|exit|fini|disable|drop"),
          names(Role.REGISTER, "regist|attach|install|add|set|bind|init|enable|probe"),
          names(Role.NMI, "nmi"),
          names(Role.IRQ, "irq|isr|interrupt|intr|tick"),
          names(Role.SOFTIRQ, "timer|tasklet|napi|poll|receive|rx|xmit"));

  private RoleGuess() {}

  private static Map.Entry<Role, Pattern> names(Role role, String parts) {
    return Map.entry(role, Pattern.compile("(?:^|_)(?:soft)?(?:" + parts + ")"));
  }

  /** A role for a function that has none; a task where nothing hints at another. */
  static Role of(Item.Function f) {
    String name = f.name().toLowerCase(Locale.ROOT);
    return NAMES.stream()
        .filter(e -> e.getValue().matcher(name).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Role.TASK);
  }

  /** The function that may be meant to have a role. */
  static Optional<Item.Function> whoIs(Role role, Stream<Item.Function> uncalled) {
    return uncalled.filter(f -> of(f) == role).findFirst();
  }
}
