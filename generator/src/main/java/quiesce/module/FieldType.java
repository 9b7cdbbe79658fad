package quiesce.module;

import java.util.List;
import quiesce.lowering.Lowering;
import quiesce.steps.Access;
import quiesce.steps.KernelThread;
import quiesce.steps.KernelThread.LocalKind;
import quiesce.steps.Node;
import quiesce.steps.Step;

/**
 * What a field of a thread's record may hold.
 *
 * @param places where the thread can be; empty for other fields than that
 * @param dependency whether it says what a value depends on
 */
public record FieldType(String name, List<String> places, boolean dependency, ValueSet values) {
  /** The values of a part of a thread's state, but for places and dependencies. */
  static ValueSet values(StateLayout.Part part, KernelThread thread, ValueSets sets) {
    ValueSet object = ValueSet.of(ValueSet.Kind.NULL, ValueSet.Kind.OBJECT);
    if (part instanceof StateLayout.Part.Cpu) {
      return ValueSet.of(ValueSet.Kind.NULL, ValueSet.Kind.CPU);
    } else if (part instanceof StateLayout.Part.Local l) {
      return l.name().equals(Lowering.OBJECT) ? object : local(l.name(), thread, sets);
    } else if (part instanceof StateLayout.Part.Inside) {
      return called(thread, sets).or(object);
    } else if (part instanceof StateLayout.Part.Uses) {
      boolean nobody = thread.has(Access.StaticCall.class::isInstance);
      ValueSet used = called(thread, sets).or(object);
      return nobody ? used.or(ValueSet.of(ValueSet.Kind.NOBODY)) : used;
    }
    return part instanceof StateLayout.Part.Early
        ? ValueSet.of(ValueSet.Kind.TRUTH)
        : ValueSet.of();
  }

  /** What is called by way of a local, which need not be an object. */
  private static ValueSet called(KernelThread thread, ValueSets sets) {
    return thread.nodes().stream()
        .map(Node::step)
        .filter(Access.CallSlot.class::isInstance)
        .flatMap(Step::reads)
        .map(local -> sets.inLocal(thread, local))
        .reduce(ValueSet.of(), ValueSet::or);
  }

  /** A local has its first value where it is not used. */
  private static ValueSet local(String name, KernelThread thread, ValueSets sets) {
    boolean flag = thread.locals().get(name) == LocalKind.FLAG;
    return sets.inLocal(thread, name)
        .or(ValueSet.of(flag ? ValueSet.Kind.TRUTH : ValueSet.Kind.NULL));
  }
}
