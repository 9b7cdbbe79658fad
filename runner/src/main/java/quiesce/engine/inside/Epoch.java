package quiesce.engine.inside;

/**
 * Counts the checks of this JVM. TLC keeps its state in static fields; a class of TLC whose fields
 * were set up in an earlier check sets them up again when it is used in this one ({@code
 * quiesce.engine.renewal} has put that into the classes).
 */
public final class Epoch {
  /** The check that is under way. Read by TLC's classes, and so no method. */
  public static volatile int now = 1;

  /** After the name of a class is the name of the one that makes it ready. */
  private static final String RENEWER = "$Renewer";

  private Epoch() {}

  /**
   * What TLC calls for {@link Class#forName(String)}, which makes a class ready.
   *
   * @throws ClassNotFoundException if there is no such class
   */
  public static Class<?> forName(String name) throws ClassNotFoundException {
    Class<?> found = Class.forName(name);
    try {
      Class.forName(name + RENEWER).getMethod("renew").invoke(null);
    } catch (ClassNotFoundException e) {
      // It has nothing to be renewed.
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot make ready " + name, e);
    }
    return found;
  }

  /** From here on nothing of TLC has ever been used. Not to be called while a check is running. */
  static void begin() {
    now = now + 1;
  }
}
