package quiesce.engine.renewal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/**
 * Makes a program that keeps its state in static fields usable again and again in one JVM. A class
 * initialises its static fields when it is used for the first time; classes that are renewed do so
 * when they are used for the first time <em>in an epoch</em> ({@link quiesce.engine.inside.Epoch}),
 * by the rules of the Java Language Specification, 12.4. So every epoch finds what a new JVM would
 * find, and the compiled code of the last ones.
 */
public final class Renewal {
  /** Java 8: later ones let nested classes use each other's private members. */
  private static final int NEWEST_FORM = 52;

  private Renewal() {}

  /**
   * The same program with classes that are renewed.
   *
   * @param program the bytes of all its classes, by internal name
   * @return nothing if there is a class of which it is not known how to renew it
   */
  public static Optional<Map<String, byte[]>> of(Map<String, byte[]> program) {
    ClassWorld world = new ClassWorld();
    for (byte[] bytes : program.values()) {
      ClassNode node = new ClassNode();
      new ClassReader(bytes).accept(node, 0);
      world.add(node);
    }
    if (!world.classes().allMatch(c -> isRenewable(c, world))) {
      return Optional.empty();
    }
    Map<String, byte[]> renewed = new TreeMap<>();
    world
        .classes()
        .flatMap(c -> Stream.concat(Stream.of(c), new RenewedClass(c, world).renew().stream()))
        .forEach(c -> renewed.put(c.name, bytes(c)));
    return Optional.of(renewed);
  }

  /**
   * An enumeration is left as it is, for the JVM remembers its constants: so nothing of it must
   * change.
   */
  private static boolean isRenewable(ClassNode c, ClassWorld world) {
    return (c.version & 0xFFFF) <= NEWEST_FORM
        && (!ClassWorld.isEnumeration(c) || world.isConstant(c));
  }

  private static byte[] bytes(ClassNode c) {
    ClassWriter writer = new ClassWriter(0);
    c.accept(writer);
    return writer.toByteArray();
  }
}
