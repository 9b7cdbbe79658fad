package quiesce.engine.inside;

import tlc2.TLC;

/** TLC in a process of its own, with its own arguments: as it is, but nobody can reach it. */
public final class Alone {
  private Alone() {}

  public static void main(String[] args) throws Exception {
    NoServer.install();
    try {
      TLC.main(args);
    } catch (NoClassDefFoundError e) {
      System.err.println("there is no " + e.getMessage() + " in the jar");
      System.exit(1);
    }
  }
}
