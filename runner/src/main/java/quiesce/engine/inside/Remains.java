package quiesce.engine.inside;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinWorkerThread;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What a check leaves behind in a JVM beside the static fields of TLC's classes. */
final class Remains {
  private static final long PATIENCE_MILLIS = 10_000;

  /** A thread that is to end does so when it is woken once. */
  private static final int WAKES_IN_VAIN = 10;

  private Remains() {}

  /**
   * Removes it.
   *
   * @return whether nothing is left
   */
  static boolean remove() throws InterruptedException {
    Pools.end();
    return removeBeans() && awaitThreads();
  }

  /** TLC reports its progress to management tools, under names that the next check wants, too. */
  private static boolean removeBeans() {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      for (ObjectName name : server.queryNames(null, null)) {
        if (name.getDomain().startsWith("tlc2.")) {
          server.unregisterMBean(name);
        }
      }
      return true;
    } catch (JMException e) {
      return false;
    }
  }

  /** Waits for the threads of the check: some end a moment after it. */
  private static boolean awaitThreads() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    Map<Thread, Integer> woken = new HashMap<>();
    List<Thread> left = running();
    while (!left.isEmpty() && System.nanoTime() < deadline && !inVain(left, woken)) {
      left.forEach(t -> wake(t, woken));
      Thread.sleep(1);
      left = running();
    }
    return left.isEmpty();
  }

  /**
   * The threads that keep TLC's queue on disk wait for a notification of the end, which a short
   * check may give before they listen.
   */
  private static void wake(Thread thread, Map<Thread, Integer> woken) {
    if (thread.getState() == Thread.State.WAITING) {
      woken.merge(thread, 1, Integer::sum);
    }
    synchronized (thread) {
      thread.notifyAll();
    }
  }

  /**
   * Where a check ends before its first state is explored, TLC does not say so to them, and they
   * wait again: for one another at best.
   */
  private static boolean inVain(List<Thread> left, Map<Thread, Integer> woken) {
    return left.stream()
        .allMatch(
            t -> t.getState() == Thread.State.WAITING && woken.getOrDefault(t, 0) >= WAKES_IN_VAIN);
  }

  private static List<Thread> running() {
    // The JVM's own threads are in another group.
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    Thread[] all = new Thread[2 * group.activeCount() + 8];
    int count = group.enumerate(all);
    return Arrays.stream(all, 0, count)
        .filter(t -> t != Thread.currentThread())
        .filter(t -> !t.getName().equals(Requests.THREAD))
        .filter(t -> !(t instanceof ForkJoinWorkerThread))
        .toList();
  }
}
