package quiesce.explanation;

import java.util.ArrayList;
import java.util.List;
import quiesce.lowering.Lowering;
import quiesce.memory.Reading;
import quiesce.module.Specification;
import quiesce.module.StateLayout;
import quiesce.property.Property;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.Section;
import quiesce.tla.Value;

/** What is wrong at the end of a counterexample. */
record Ending(Specification spec, Property property, List<Snapshot> snapshots) {

  String words() {
    return switch (property) {
      case NO_NULL_DEREFERENCE -> "NULL is dereferenced or called";
      case NO_USE_BEFORE_INIT -> "an object is used before it is initialised";
      case NO_DEREFERENCE_AFTER_TEARDOWN -> "an object is used after it was torn down";
      case READERS_OBSERVE_NULL_AFTER_GRACE_PERIOD ->
          "the old object is found after the grace period";
      case PRIOR_READERS_COMPLETE -> priorReaders();
      case CONSISTENT_SNAPSHOT ->
          last().hasFault("foreign data")
              ? "a callback is handed data that is not its own"
              : "one run has used the callbacks of two registrations";
      case SINGLE_PROVIDER -> singleProvider();
      case NO_WARNING ->
          last().hasFault("index out of bounds") ? "an index is out of bounds" : "a warning fires";
      case NO_DEADLOCK -> "no thread can continue";
      case UNREGISTER_COMPLETES -> "unregister never returns";
      case READERS_COMPLETE -> "a reader never returns";
    };
  }

  private Snapshot last() {
    return snapshots.get(snapshots.size() - 1);
  }

  private String priorReaders() {
    List<String> holders = new ArrayList<>();
    for (KernelThread t : spec.program().readers()) {
      for (Snapshot.Instance i : last().instances(t.key())) {
        boolean holds =
            last().record(i).fields().entrySet().stream()
                .anyMatch(
                    f -> isHeld(last().thread(i).fields().get(f.getKey())) && isGone(f.getValue()));
        if (holds) {
          String where = t.context().isHandler() ? " on " + last().individuals().words(i.id()) : "";
          holders.add(t.name() + "()" + where);
        }
      }
    }
    return (holders.isEmpty() ? "a reader" : String.join(" and ", holders))
        + (holders.size() > 1 ? " still hold" : " still holds")
        + " the object after unregister";
  }

  private static boolean isHeld(StateLayout.Part part) {
    return !(part instanceof StateLayout.Part.Cpu || part instanceof StateLayout.Part.Uses);
  }

  /** Whether a value is an object whose unregistration has returned. */
  private boolean isGone(Value v) {
    if (!(v instanceof Value.ModelValue) || Snapshot.isNull(v)) {
      return false;
    }
    return Snapshot.at(last().state().variables().get("life"), Reading.text(v))
            .filter(l -> Reading.text(l).equals("torn down"))
            .isPresent()
        || last().instances(spec.program().provider().key()).stream()
            .anyMatch(
                p ->
                    last().node(p).step() instanceof Access.TearDown
                        && last().local(p, Lowering.OBJECT).filter(v::equals).isPresent());
  }

  private String singleProvider() {
    long registered =
        last().instances(spec.program().provider().key()).stream()
            .filter(p -> last().node(p).step() instanceof Section.Registered)
            .count();
    return registered > 1
        ? "two providers are registered at once"
        : "a provider that is registered has been overwritten";
  }
}
