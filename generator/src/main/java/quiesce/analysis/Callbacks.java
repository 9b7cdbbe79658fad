package quiesce.analysis;

import quiesce.steps.Access;
import quiesce.steps.Context;
import quiesce.steps.KernelThread;
import quiesce.steps.Step;

/**
 * Whether a thread enters callbacks.
 *
 * @param calls at all
 * @param mixes more than once in a run, so that it could mix those of two registrations
 */
public record Callbacks(boolean calls, boolean mixes) {
  static Callbacks of(KernelThread thread) {
    long calls = thread.nodes().stream().filter(n -> isCall(n.step())).count();
    boolean again =
        calls > 1 || thread.loops().stream().anyMatch(id -> isCall(thread.node(id).step()));
    return new Callbacks(calls > 0, again && thread.context() != Context.PROVIDER);
  }

  static boolean isCall(Step s) {
    return s instanceof Access.CallSlot || s instanceof Access.StaticCall;
  }
}
