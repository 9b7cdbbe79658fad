package quiesce.lowering;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quiesce.source.Diagnostics;
import quiesce.source.Item;
import quiesce.source.Item.Role;
import quiesce.source.Place;

/**
 * Gives functions the roles that are not written before them: those that the user names, and what
 * {@code request_irq()}, {@code module_init()} and its like say. A module that comes registers, and
 * one that goes unregisters; without {@code module_exit()} it stays for good.
 */
final class OuterRoles {
  private final List<Item.Initcall> all;
  private final Map<String, Item.Function> functions;
  private final Set<String> setup = new HashSet<>();

  OuterRoles(List<Item.Initcall> all, Map<String, Item.Function> functions) {
    this.all = all;
    this.functions = functions;
  }

  /**
   * @param given by the user, by the names of functions
   * @param interrupts whose handlers have no other role
   */
  void apply(Map<String, Role> given, Interrupts interrupts, Diagnostics problems) {
    given.forEach((name, role) -> Refusal.noted(problems, () -> apply(name, role)));
    interrupts
        .roles()
        .forEach(
            (name, role) ->
                Optional.ofNullable(functions.get(name))
                    .filter(f -> f.roles().isEmpty())
                    .ifPresent(f -> functions.put(name, f.with(Set.of(role)))));
    all.forEach(i -> Refusal.noted(problems, () -> apply(i)));
  }

  /** The functions that run once, before the providers come. */
  Set<String> setup() {
    return setup;
  }

  private void apply(String name, Role role) {
    Item.Function f =
        Optional.ofNullable(functions.get(name))
            .orElseThrow(
                () ->
                    new Refusal(
                        new Place(1, 1),
                        "%s() is given a role, and is not a function of this file".formatted(name),
                        "name one of: " + String.join(", ", functions.keySet())));
    Set<Role> roles = new LinkedHashSet<>(f.roles());
    roles.add(role);
    if (role == Role.PINS_PROVIDER || role == Role.PERMANENT) {
      roles.add(role == Role.PERMANENT ? Role.REGISTER : Role.TASK);
    }
    functions.put(name, f.with(roles));
  }

  private void apply(Item.Initcall i) {
    Item.Function f = functions.get(i.function());
    if (f == null) {
      throw new Refusal(
          i.place(),
          i.function() + "() is not a function of this file",
          "name one that is defined here");
    }
    Optional<String> other =
        functions.values().stream()
            .filter(o -> o.roles().contains(i.role()) && !o.name().equals(f.name()))
            .map(Item.Function::name)
            .findFirst();
    if (other.isPresent() && i.role() == Role.REGISTER && f.roles().isEmpty()) {
      setup.add(f.name());
      return;
    }
    if (other.isPresent()) {
      throw new Refusal(
          i.place(),
          "%s() gives %s() the role %s, which %s() has"
              .formatted(i.name(), f.name(), i.role().attribute(), other.get()),
          "drop the line or the word: what runs before the providers come is not followed");
    }
    Set<Role> roles = new LinkedHashSet<>(f.roles());
    roles.add(i.role());
    if (i.role() == Role.REGISTER && !isTakenBack()) {
      roles.add(Role.PERMANENT);
    }
    functions.put(f.name(), f.with(roles));
  }

  private boolean isTakenBack() {
    return all.stream().anyMatch(i -> i.role() == Role.UNREGISTER)
        || functions.values().stream().anyMatch(f -> f.roles().contains(Role.UNREGISTER));
  }
}
