package quiesce.bench;

import java.util.ArrayList;
import java.util.List;

/** What was measured in several rounds. */
record Samples(List<Double> values) {
  Samples {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    values = List.copyOf(values);
  }

  static Samples of(double... values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return new Samples(list);
  }

  double median() {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  double least() {
    return values.stream().mapToDouble(v -> v).min().orElseThrow();
  }

  double most() {
    return values.stream().mapToDouble(v -> v).max().orElseThrow();
  }

  /** These to those of the same rounds. */
  Samples to(Samples others) {
    if (values.size() != others.values.size()) {
      throw new IllegalArgumentException(values.size() + " rounds beside " + others.values.size());
    }
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      ratios.add(values.get(i) / others.values.get(i));
    }
    return new Samples(ratios);
  }
}
