package quiesce.module;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quiesce.tla.Conjunct;
import quiesce.tla.Logic;
import quiesce.tla.Way;

/**
 * What the definitions of a thread have for parameters: its instance, and the CPU that it runs on.
 */
record Parameters(Shape shape, ThreadView view) {
  /** All of them, with the sets that they are from. */
  List<ModuleModel.Over> all() {
    return Stream.concat(instances().stream(), cpus().stream()).toList();
  }

  /** The instance, where there are several. */
  List<ModuleModel.Over> instances() {
    return view.indexed() ? List.of(new ModuleModel.Over(view.index, view.indexSet)) : List.of();
  }

  /** The CPU, where it matters and the instance does not say which. */
  List<ModuleModel.Over> cpus() {
    return view.placed && !view.indexSet.equals(shape.cpus())
        ? List.of(new ModuleModel.Over(ActionScope.CPU, shape.cpus()))
        : List.of();
  }

  /** Those that an action is given; the members of crowds it chooses itself. */
  List<ModuleModel.Over> given() {
    return all().stream().filter(o -> !isCrowd(o)).toList();
  }

  private boolean isCrowd(ModuleModel.Over over) {
    return shape.crowds().map(Crowds::all).orElse(List.of()).stream()
        .anyMatch(c -> c.variable().equals(over.set()));
  }

  /** An action of any members of crowds. TLC distinguishes actions only if they choose these. */
  Way choosing(Way way) {
    Way all = way;
    List<ModuleModel.Over> members = all().stream().filter(this::isCrowd).toList();
    for (int i = members.size() - 1; i >= 0; i--) {
      ModuleModel.Over member = members.get(i);
      Conjunct chosen = new Conjunct.Exists(member.variable(), Logic.name(member.set()), all);
      all = new Way(List.of(chosen), Optional.empty());
    }
    return all;
  }

  /** As after the name of a definition; empty where there are none. */
  static String list(List<ModuleModel.Over> all) {
    return all.isEmpty()
        ? ""
        : all.stream().map(ModuleModel.Over::variable).collect(Collectors.joining(", ", "(", ")"));
  }
}
