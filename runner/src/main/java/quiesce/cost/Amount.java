package quiesce.cost;

import java.util.Optional;
import quiesce.steps.Price;

/**
 * How much of something is paid.
 *
 * @param least on the cheapest way
 * @param most on the dearest one; empty where nothing bounds it
 */
public record Amount(Linear least, Optional<Linear> most) {
  /** {@code fixed + perCpu * CPUs}. */
  public record Linear(int fixed, int perCpu) {
    private String of(Price kind) {
      if (perCpu == 0) {
        return number(Integer.toString(fixed), kind);
      } else if (fixed == 0) {
        return number(Integer.toString(perCpu), kind) + " per CPU";
      } else if (fixed < 0) {
        return number(Integer.toString(perCpu), kind) + " per CPU - " + -fixed;
      }
      return number(Integer.toString(fixed), kind) + " + " + perCpu + " per CPU";
    }
  }

  private static final Linear ZERO = new Linear(0, 0);

  boolean isNothing() {
    return least.equals(ZERO) && most.filter(ZERO::equals).isPresent();
  }

  /** {@code 2-3 loads}, {@code 1+ branches}, {@code 1 store per CPU}. */
  public String of(Price kind) {
    return most.map(m -> upTo(m, kind)).orElseGet(() -> unbounded(kind));
  }

  private String upTo(Linear most, Price kind) {
    if (most.equals(least)) {
      return least.of(kind);
    } else if (least.perCpu() == 0 && most.perCpu() == 0) {
      return number(least.fixed() + "-" + most.fixed(), kind);
    } else if (least.fixed() == 0 && most.fixed() == 0) {
      return number(least.perCpu() + "-" + most.perCpu(), kind) + " per CPU";
    } else if (least.fixed() == most.fixed()) {
      String fixed = number(Integer.toString(least.fixed()), kind);
      return fixed + " + " + least.perCpu() + "-" + most.perCpu() + " per CPU";
    }
    return least.of(kind) + " to " + most.of(kind);
  }

  private String unbounded(Price kind) {
    if (least.perCpu() == 0) {
      return number(least.fixed() + "+", kind);
    } else if (least.fixed() == 0) {
      return number(least.perCpu() + "+", kind) + " per CPU";
    }
    return "at least " + least.of(kind);
  }

  private static String number(String number, Price kind) {
    return number + " " + kind.noun(number.equals("1"));
  }
}
