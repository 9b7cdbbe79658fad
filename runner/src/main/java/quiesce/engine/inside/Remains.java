package quiesce.engine.inside;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinWorkerThread;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What a check leaves behind in a JVM beside the static fields of TLC's classes. */
final class Remains {
  private static final long PATIENCE_MILLIS = 10_000;

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
    while (!running().isEmpty() && System.nanoTime() < deadline) {
      running().forEach(Remains::wake);
      Thread.sleep(1);
    }
    return running().isEmpty();
  }

  /**
   * The threads that keep TLC's queue on disk wait for a notification of the end, which a short
   * check may give before they listen.
   */
  private static void wake(Thread thread) {
    synchronized (thread) {
      thread.notifyAll();
    }
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
