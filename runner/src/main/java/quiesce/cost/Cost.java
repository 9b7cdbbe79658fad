package quiesce.cost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import quiesce.steps.Price;

/**
 * What is paid, of each kind.
 *
 * @param amounts of the kinds that are paid at all
 */
public record Cost(Map<Price, Amount> amounts) {
  static final Cost NOTHING = new Cost(Map.of());

  public Cost {
    Map<Price, Amount> paid = new EnumMap<>(Price.class);
    amounts.forEach(
        (kind, amount) -> {
          if (!amount.isNothing()) {
            paid.put(kind, amount);
          }
        });
    amounts = Collections.unmodifiableMap(paid);
  }

  /** {@code 3 loads (2 dependent), 2 branches}. */
  @Override
  public String toString() {
    if (amounts.isEmpty()) {
      return "nothing";
    }
    List<String> parts = new ArrayList<>();
    amounts.forEach(
        (kind, amount) -> {
          if (kind == Price.DEPENDENT_LOAD) {
            int loads = parts.size() - 1;
            parts.set(loads, parts.get(loads) + " (" + amount.of(kind) + ")");
          } else {
            parts.add(amount.of(kind));
          }
        });
    return String.join(", ", parts);
  }
}
